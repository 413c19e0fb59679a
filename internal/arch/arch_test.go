// Package arch is the map of the house: which room may import which, and what no room may touch. It parses
// the sources itself, so the answer is never a cached one. The tables below are a statement of policy: when a
// change needs another arrow, the layout or the change is wrong, and the table is not where to mend it.
package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

const module = "github.com/chorale-network/chorale"

// rooms lists, for each room, the rooms of ours it may import. A room not listed is a failure.
var rooms = map[string][]string{
	"rollup":                  {},
	"threshold":               {},
	"threshold/thresholdtest": {"threshold"},
	"auction":                 {"rollup", "threshold"},
	"builder":                 {"rollup", "threshold", "auction"},
	"builder/evm":             {"rollup", "threshold", "auction", "builder", "contracts/predeploy"},
	"sequencer":               {"rollup", "threshold", "auction", "builder"},
	"sequencer/member":        {"rollup", "threshold", "auction", "builder", "sequencer"},
	"sequencer/comet":         {"rollup", "threshold", "auction", "builder", "sequencer", "sequencer/member"},
	"sequencer/sequencertest": {"rollup", "threshold", "auction", "builder", "builder/evm"}, // for tests alone
	"sequencer/remote":        {"rollup", "threshold", "auction", "builder", "sequencer", "sequencer/remote/door"},
	"sequencer/remote/door":   {}, // generated
	"relay":                   {"contracts/predeploy", "internal/clock", "rollup", "threshold", "auction", "builder", "sequencer"},
	"relay/ethereum":          {"rollup", "threshold", "auction", "builder", "sequencer", "relay", "contracts/bindings"},
	"relay/engine":            {"rollup", "threshold", "auction", "builder", "sequencer", "relay"},
	"relay/pebble":            {"rollup", "threshold", "auction", "builder", "sequencer", "relay"},
	"gateway":                 {"internal/clock", "rollup", "threshold", "auction", "builder", "sequencer", "relay"},
	"gateway/redis":           {"rollup", "gateway"},
	"index":                   {"internal/clock", "rollup", "threshold", "auction", "builder", "sequencer", "relay", "gateway"},
	"api":                     {"rollup", "threshold", "auction", "builder", "sequencer", "relay", "gateway", "index", "internal/quantile"},
	"api/client":              {"internal/clock", "rollup", "threshold", "auction", "builder", "sequencer"},
	"contracts/predeploy":     {},
	"contracts/bindings":      {},
	"contracts/vectors":       {},
	"internal/arch":           {},
	"internal/bench":          {}, // tests alone
	"internal/casetest":       {},
	"internal/clock":          {},
	"internal/config":         {},
	"internal/fleet":          {},
	"internal/gethtest":       {},
	"internal/redistest":      {},
	"internal/quantile":       {},
	"internal/laws":           {"rollup", "threshold", "auction", "builder", "sequencer", "relay"},
	"internal/topology":       {},
	"internal/verify":         {"rollup", "threshold", "auction", "builder", "sequencer"},
	"internal/process": {"rollup", "threshold", "auction", "builder", "builder/evm", "sequencer", "sequencer/comet", "sequencer/remote", "relay",
		"relay/ethereum", "relay/engine", "relay/pebble", "gateway", "gateway/redis", "index", "api"},
	"internal/devnet": {"rollup", "threshold", "auction", "builder", "builder/evm", "sequencer", "sequencer/comet", "relay",
		"relay/ethereum", "relay/engine", "api", "api/client", "sequencer/remote", "internal/clock", "internal/quantile", "internal/config", "internal/fleet", "internal/process", "internal/topology", "internal/laws", "internal/verify", "contracts/bindings", "contracts/predeploy"},
	"cmd/chorale": {"*"},
}

// forbidden says what a room must not import, and why. A name ending in /… covers everything below it.
var forbidden = []struct {
	rooms []string
	path  string
	why   string
}{
	{[]string{"rollup", "threshold", "auction", "builder", "sequencer", "relay"}, "net/http", "a stage knows no network; leaves do"},
	{[]string{"rollup", "threshold", "auction", "builder", "sequencer", "relay"}, "net", "a stage knows no network; leaves do"},
	{[]string{"rollup", "threshold", "auction", "builder", "sequencer", "relay"}, "os", "a stage does no I/O; leaves do"},
	{[]string{"rollup", "threshold", "auction", "builder", "sequencer"}, "github.com/prometheus/…", "metrics are read off events, at the door"},
	{[]string{"rollup", "threshold"}, "log/slog", "a word does not log"},
	{[]string{"rollup", "threshold", "auction", "builder", "builder/evm"}, "math/rand", "the same bytes on every member"},
	{[]string{"rollup", "threshold", "auction", "builder", "builder/evm"}, "math/rand/v2", "the same bytes on every member"},
	{[]string{"gateway", "index"}, "net/http", "the door alone speaks HTTP"},
	{[]string{"gateway", "index"}, "encoding/csv", "the door alone spells"},
	{[]string{"api"}, "github.com/ethereum/go-ethereum/ethclient", "the door translates; relay/ethereum speaks to L1"},
	{[]string{"sequencer", "sequencer/member", "relay", "gateway", "index", "api", "builder"}, "github.com/cometbft/cometbft/…", "only sequencer/comet knows the consensus engine"},
	{[]string{"sequencer/member"}, "github.com/cometbft/cometbft-db", "only sequencer/comet knows the consensus engine"},
	{[]string{"sequencer/member"}, "github.com/cosmos/gogoproto/…", "the engine's frames are the engine's"},
	{[]string{"sequencer/member"}, "net", "members speak over whatever transport the engine has"},
}

// exclusive names packages that only some rooms may import.
var exclusive = []struct {
	path  string
	rooms []string
	why   string
}{
	{"github.com/ethereum/go-ethereum/core/…", []string{"builder/evm", "internal/devnet"}, "one leaf holds the EVM"},
	{"github.com/ethereum/go-ethereum/ethclient", []string{"relay/ethereum", "internal/devnet"}, "one leaf speaks to L1"},
	{module + "/contracts/bindings", []string{"relay/ethereum", "internal/devnet"}, "one leaf speaks to the contracts"},
	{"github.com/cometbft/cometbft/…", []string{"sequencer/comet"}, "one leaf knows the consensus engine"},
	{"github.com/redis/…", []string{"gateway/redis"}, "one leaf speaks to Redis"},
	{"github.com/alicebob/…", []string{"gateway/redis"}, "one leaf speaks to Redis"},
	{"google.golang.org/grpc/…", []string{"sequencer/remote", "sequencer/remote/door"}, "one leaf is the private door"},
	{"flag", []string{"cmd/chorale"}, "only cmd reads flags, environment and signals"},
	{"os/signal", []string{"cmd/chorale"}, "only cmd reads flags, environment and signals"},
	{"github.com/urfave/cli/v3", []string{"cmd/chorale"}, "only cmd reads flags, environment and signals"},
}

// free are packages below go-ethereum's core that hold words, not state.
var free = []string{"github.com/ethereum/go-ethereum/core/types"}

// drawers are names that say nothing of what is inside.
var drawers = []string{"common", "util", "utils", "types", "helpers", "models", "core", "services", "pkg"}

type source struct {
	room string
	path string
	set  *token.FileSet
	file *ast.File
	test bool
}

// sources parses every Go file of the module, tests included.
func sources(t *testing.T) []source {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatalf("the module's root is not two folders up: %v", err)
	}
	var out []source
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "testdata" || name == "out" || name == "cache") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		out = append(out, source{room: filepath.ToSlash(rel), path: path, set: set, file: file, test: strings.HasSuffix(name, "_test.go")})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d sources found: the walk is broken", len(out))
	}
	return out
}

func imports(f *ast.File) []string {
	var out []string
	for _, spec := range f.Imports {
		out = append(out, strings.Trim(spec.Path.Value, `"`))
	}
	sort.Strings(out)
	return out
}

func matches(pattern, path string) bool {
	if prefix, deep := strings.CutSuffix(pattern, "/…"); deep {
		return path == prefix || strings.HasPrefix(path, prefix+"/")
	}
	return path == pattern
}

func has(list []string, item string) bool {
	for _, s := range list {
		if s == item || s == "*" {
			return true
		}
	}
	return false
}

// command reports whether the file is a program run by hand (a generator), which no room imports.
func command(s source) bool { return s.file.Name.Name == "main" && s.room != "cmd/chorale" }

// support reports whether a room helps tests and nothing else.
func support(room string) bool { return strings.HasSuffix(room, "test") }

// TestNoProgramImportsTestSupport keeps what may fail a test, or reads its environment, out of what runs.
func TestNoProgramImportsTestSupport(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || support(s.room) {
			continue
		}
		for _, path := range imports(s.file) {
			if path == "testing" || strings.HasPrefix(path, module+"/") && support(path) {
				t.Errorf("%s imports %s: only tests do", s.path, path)
			}
		}
	}
}

func TestImportsFollowTheLine(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || command(s) {
			continue
		}
		allowed, known := rooms[s.room]
		if !known {
			t.Errorf("%s: room %q is not on the map", s.path, s.room)
			continue
		}
		for _, path := range imports(s.file) {
			if path == module || !strings.HasPrefix(path, module+"/") {
				continue
			}
			if room := strings.TrimPrefix(path, module+"/"); !has(allowed, room) {
				t.Errorf("%s: %s must not import %s", s.path, s.room, room)
			}
		}
	}
}

func TestForbiddenImports(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || command(s) {
			continue
		}
		for _, path := range imports(s.file) {
			for _, rule := range forbidden {
				if has(rule.rooms, s.room) && matches(rule.path, path) {
					t.Errorf("%s imports %s: %s", s.path, path, rule.why)
				}
			}
			for _, rule := range exclusive {
				if matches(rule.path, path) && !has(free, path) && !has(rule.rooms, s.room) && !strings.HasPrefix(s.room, "contracts/") {
					t.Errorf("%s imports %s: %s", s.path, path, rule.why)
				}
			}
		}
	}
}

// TestDeterminism holds the rooms whose output every member must compute alike to no clock.
func TestDeterminism(t *testing.T) {
	pure := []string{"rollup", "threshold", "auction", "builder", "builder/evm"}
	clocks := []string{"Now", "Since", "Until", "After", "Sleep", "NewTimer", "NewTicker", "Tick", "AfterFunc"}
	for _, s := range sources(t) {
		if s.test || !has(pure, s.room) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if id, ok := sel.X.(*ast.Ident); ok && id.Name == "time" && has(clocks, sel.Sel.Name) {
				t.Errorf("%s uses time.%s: execution reads no clock", s.path, sel.Sel.Name)
			}
			return true
		})
	}
}

// TestOnlyCmdReadsTheEnvironment holds everything else to what it is given.
func TestOnlyCmdReadsTheEnvironment(t *testing.T) {
	names := []string{"Getenv", "LookupEnv", "Environ", "Exit", "Args"}
	for _, s := range sources(t) {
		if s.test || s.room == "cmd/chorale" || command(s) || support(s.room) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if id, ok := sel.X.(*ast.Ident); ok && id.Name == "os" && has(names, sel.Sel.Name) {
				t.Errorf("%s uses os.%s: only cmd does", s.path, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestNoDrawers(t *testing.T) {
	for _, s := range sources(t) {
		for _, part := range strings.Split(s.room, "/") {
			if has(drawers, part) {
				t.Errorf("%s: %q says nothing of what is inside", s.path, part)
			}
		}
	}
}

// TestNeedsAreSmall holds interfaces to three methods, so that the consumer states only what it needs.
func TestNeedsAreSmall(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || strings.HasPrefix(s.room, "contracts/") || s.room == "sequencer/remote/door" { // generated
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if i, ok := spec.Type.(*ast.InterfaceType); ok && i.Methods != nil && len(i.Methods.List) > 3 {
				t.Errorf("%s: interface %s has %d methods, at most 3", s.path, spec.Name.Name, len(i.Methods.List))
			}
			return true
		})
	}
}

// TestEveryRoomSaysWhatItIs wants a package comment in each room.
func TestEveryRoomSaysWhatItIs(t *testing.T) {
	said := map[string]bool{}
	for _, s := range sources(t) {
		if !s.test {
			said[s.room] = said[s.room] || (s.file.Doc != nil && len(s.file.Doc.Text()) > 40)
		} else if s.room == "internal/arch" {
			said[s.room] = true
		}
	}
	for room, ok := range said {
		if !ok {
			t.Errorf("room %s has no package comment", room)
		}
	}
}
