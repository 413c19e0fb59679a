package bench_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// label marks what this goroutine does from now on, and those that it starts, in profiles.
func label(part string) {
	pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), pprof.Labels("part", part)))
}

// TestFlame draws where the processors' time goes in the whole slot, into the file that CHORALE_FLAME names. It
// profiles some twenty slots.
func TestFlame(t *testing.T) {
	file := os.Getenv("CHORALE_FLAME")
	if file == "" {
		t.Skip("CHORALE_FLAME is not set")
	}
	w, dir := workOf(wholeSlot), t.TempDir()
	args := []string{"tool", "pprof", "-traces"}
	for i := range 20 {
		m := newMember(t, w, w.parameters, t.TempDir())
		profile := filepath.Join(dir, fmt.Sprint(i))
		f, err := os.Create(profile)
		require.NoError(t, err)
		require.NoError(t, pprof.StartCPUProfile(f))
		_, out, closed := m.run(t)
		pprof.StopCPUProfile()
		label("set-up")
		require.NoError(t, f.Close())
		w.check(t, out, closed)
		require.NoError(t, m.machine.Close())
		args = append(args, profile)
	}
	traces, err := exec.Command("go", args...).Output()
	require.NoError(t, err)
	root := fold(string(traces))
	require.Positive(t, root.took)
	for _, c := range root.sorted() {
		fmt.Printf("%-10s %5.1f %%\n", c.name, 100*float64(c.took)/float64(root.took))
	}
	title := fmt.Sprintf("One member, one slot of %d envelopes: processor time by part (%d slots, %v)", len(w.batch.Envelopes), 20, root.took)
	require.NoError(t, os.WriteFile(file, drawFlame(title, root), 0o644))
}

// frame is a function in a stack, with all that it called.
type frame struct {
	name     string
	took     time.Duration
	children map[string]*frame
}

func (f *frame) child(name string) *frame {
	if f.children == nil {
		f.children = make(map[string]*frame)
	}
	if f.children[name] == nil {
		f.children[name] = &frame{name: name}
	}
	return f.children[name]
}

func (f *frame) sorted() (out []*frame) {
	for _, c := range f.children {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b *frame) int { return cmp.Or(cmp.Compare(b.took, a.took), strings.Compare(a.name, b.name)) })
	return out
}

// fold reads what pprof -traces prints: blocks of a label, then a stack with its time before the innermost frame.
func fold(traces string) *frame {
	root := &frame{name: "slot"}
	part, stack, took := "", []string(nil), time.Duration(0)
	flush := func() {
		if took > 0 && part != "set-up" {
			at := root
			at.took += took
			for _, name := range slices.Concat([]string{cmp.Or(part, "runtime")}, outermostFirst(stack)) {
				at = at.child(name)
				at.took += took
			}
		}
		part, stack, took = "", nil, 0
	}
	for line := range strings.Lines(traces) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "-----------+") {
			flush()
			continue
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		if fields[0] == "part:" {
			part = fields[1]
			continue
		}
		if d, err := time.ParseDuration(fields[0]); err == nil && len(fields) > 1 {
			took, fields = d, fields[1:]
		}
		name := strings.TrimSuffix(strings.Join(fields, " "), " (inline)")
		if took > 0 && !strings.HasPrefix(name, "testing.") && !strings.Contains(name, "/bench_test.") {
			stack = append(stack, name)
		}
	}
	flush()
	return root
}

func outermostFirst(stack []string) []string {
	out := slices.Clone(stack)
	slices.Reverse(out)
	return out
}

const (
	flameWidth  = 1200.0
	flameHeight = 16
)

// drawFlame is an SVG with the root at the bottom: a frame's width is its share of the time. What is narrower
// than two pixels is left out.
func drawFlame(title string, root *frame) []byte {
	depth := 0
	var measure func(f *frame, level int)
	scale := flameWidth / float64(root.took)
	measure = func(f *frame, level int) {
		depth = max(depth, level+1)
		for _, c := range f.children {
			if float64(c.took)*scale >= 2 {
				measure(c, level+1)
			}
		}
	}
	measure(root, 0)
	var out bytes.Buffer
	height := depth*flameHeight + 30
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" font-family="monospace" font-size="11">`+"\n", flameWidth, height)
	fmt.Fprintf(&out, `<rect width="100%%" height="100%%" fill="#fff"/><text x="4" y="16" font-size="13">%s</text>`+"\n", html.EscapeString(title))
	var draw func(f *frame, x float64, level int)
	draw = func(f *frame, x float64, level int) {
		width, y := float64(f.took)*scale, height-(level+1)*flameHeight
		name := f.name[strings.LastIndexByte(f.name, '/')+1:]
		fmt.Fprintf(&out, `<g><title>%s: %.1f %%</title><rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`,
			html.EscapeString(f.name), 100*float64(f.took)/float64(root.took), x, y, max(width-0.5, 0.5), flameHeight-1, colour(f.name, level))
		if room := int(width/6.7) - 1; room >= 3 {
			fmt.Fprintf(&out, `<text x="%.1f" y="%d">%s</text>`, x+2, y+12, html.EscapeString(name[:min(len(name), room)]))
		}
		out.WriteString("</g>\n")
		for _, c := range f.sorted() {
			if float64(c.took)*scale >= 2 {
				draw(c, x, level+1)
			}
			x += float64(c.took) * scale
		}
	}
	draw(root, 0, 0)
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// colour tells whose code it is: curves, EVM and state, tries and storage, ours, Go's.
func colour(name string, level int) string {
	hue := 0
	switch {
	case level < 2:
		return "#ddd"
	case strings.Contains(name, "gnark-crypto"), strings.Contains(name, "secp256k1"), strings.Contains(name, "blst"):
		hue = 205
	case strings.Contains(name, "/trie"), strings.Contains(name, "pebble"), strings.Contains(name, "rawdb"):
		hue = 280
	case strings.Contains(name, "go-ethereum"):
		hue = 28
	case strings.Contains(name, "chorale"):
		hue = 120
	default:
		return "#e8e0b8"
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // cannot fail
	return fmt.Sprintf("hsl(%d,70%%,%d%%)", hue, 68+h.Sum32()%12)
}
