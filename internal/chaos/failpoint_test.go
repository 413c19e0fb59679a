package chaos_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the module's folder, seen from here.
const root = "../.."

// tablePath is the page that lists every failpoint; the tests run what it lists.
const tablePath = root + "/docs/failpoints.md"

// failpoint is a row of that page.
type failpoint struct {
	name string
	room string // folder of the code that passes it
	when string // birth, life or post
	pass string // which rows say what is true
}

// row is one line of the table: | `name` | room | when | what is true |.
var row = regexp.MustCompile("^\\| `([^`]+)` \\| ([a-z/]+) \\| (birth|life|post|init) \\| (.+) \\|$")

// failpoints reads the page.
func failpoints(t *testing.T) []failpoint {
	t.Helper()
	f, err := os.Open(tablePath)
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	var out []failpoint
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if m := row.FindStringSubmatch(lines.Text()); m != nil {
			out = append(out, failpoint{m[1], m[2], m[3], m[4]})
		} else {
			require.False(t, strings.HasPrefix(lines.Text(), "| `"), "a row that is not read: %s", lines.Text())
		}
	}
	require.NotEmpty(t, out)
	return out
}

// pointsOf are the names of those at a time of life.
func pointsOf(t *testing.T, when string) (out []string) {
	for _, p := range failpoints(t) {
		if p.when == when {
			out = append(out, p.name)
		}
	}
	require.NotEmpty(t, out, when)
	return out
}

// The ways in which sources name a failpoint.
var (
	literal  = regexp.MustCompile(`\bfailpoint\("([^"]+)"\)`)
	constant = regexp.MustCompile(`\bPoint[A-Z][A-Za-z]* += "([^"]+)"`)              // called with before and after
	secret   = regexp.MustCompile(`\bbox\.keep\("([^"]+)"`)                          // called with written and renamed
	keyFile  = regexp.MustCompile(`\b(?:consensus|account|dealer)File += "([^"]+)"`) // called with before and after
)

// Every failpoint in the sources stands in the table, with its room, and the other way round.
func TestTableOfFailpointsIsWhole(t *testing.T) {
	found := map[string]string{}
	require.NoError(t, filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && path != root || entry.Name() == "node_modules" || entry.Name() == "internal") {
			if entry != nil && entry.IsDir() {
				return filepath.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		room, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		for _, m := range literal.FindAllSubmatch(source, -1) {
			found[string(m[1])] = room
		}
		for _, pair := range []struct {
			names    *regexp.Regexp
			prefixes []string
		}{{constant, []string{"before ", "after "}}, {secret, []string{"written ", "renamed "}}, {keyFile, []string{"before ", "after "}}} {
			for _, m := range pair.names.FindAllSubmatch(source, -1) {
				for _, prefix := range pair.prefixes {
					found[prefix+string(m[1])] = room
				}
			}
		}
		return nil
	}))
	listed := map[string]string{}
	for _, p := range failpoints(t) {
		require.NotContains(t, listed, p.name, "stands twice")
		listed[p.name] = p.room
	}
	require.Equal(t, found, listed)
}

// mortalBinary is the command in which every failpoint.go is replaced by testdata/failpoint.go. Nothing else
// differs: the sources stay where they are, and the compiler is told what to read instead.
func mortalBinary(t *testing.T) string {
	t.Helper()
	return mortal.make(t, func(dir string) ([]string, error) {
		body, err := os.ReadFile("testdata/failpoint.go")
		if err != nil {
			return nil, err
		}
		_, body, _ = cutAt(body, "\npackage failpoint\n")
		base, err := filepath.Abs(root)
		if err != nil {
			return nil, err
		}
		overlay := struct{ Replace map[string]string }{map[string]string{}}
		for _, room := range []string{"sequencer/member", "builder/evm", "relay", "relay/ethereum", "cmd/chorale"} {
			original := filepath.Join(base, room, "failpoint.go")
			source, err := os.ReadFile(original) //nolint:gosec // our own
			if err != nil {
				return nil, err
			}
			name := regexp.MustCompile(`(?m)^package (\w+)$`).FindSubmatch(source)
			if name == nil {
				return nil, fmt.Errorf("%s names no package", original)
			}
			with := filepath.Join(dir, strings.ReplaceAll(room, "/", "-")+".go")
			if err := os.WriteFile(with, append([]byte("package "+string(name[1])+"\n"), body...), 0o600); err != nil {
				return nil, err
			}
			overlay.Replace[original] = with
		}
		list, err := json.Marshal(overlay)
		if err != nil {
			return nil, err
		}
		path := filepath.Join(dir, "overlay.json")
		return []string{"-overlay", path}, os.WriteFile(path, list, 0o600)
	})
}

// cutAt cuts around a line that must be there.
func cutAt(b []byte, line string) (before, after []byte, found bool) {
	head, tail, found := strings.Cut(string(b), line)
	return []byte(head), []byte(tail), found
}
