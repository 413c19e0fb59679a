package bench_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// curve is how a slot's cost grows with one of its sizes.
type curve struct {
	name   string
	unit   string // of which the cost is given
	points []size
	units  func(size) int
}

func curves() []curve {
	rollups := curve{name: "rollups", unit: "rollup (10 bundles of two legs each)", units: func(s size) int { return s.Rollups }}
	for _, n := range []int{2, 4, 8, 16, 32, 64} {
		rollups.points = append(rollups.points, size{Rollups: n, Bundles: 10 * n, Legs: 2})
	}
	bundles := curve{name: "bundles", unit: "bundle (two legs, on 4 rollups)", units: func(s size) int { return s.Bundles }}
	for _, n := range []int{10, 30, 100, 300, 1000, 2000} {
		bundles.points = append(bundles.points, size{Rollups: 4, Bundles: n, Legs: 2})
	}
	legs := curve{name: "legs", unit: "leg (100 bundles, on 16 rollups)", units: func(s size) int { return s.Legs * s.Bundles }}
	for _, n := range []int{1, 2, 4, 8, 16} {
		legs.points = append(legs.points, size{Rollups: 16, Bundles: 100, Legs: n})
	}
	return []curve{rollups, bundles, legs}
}

// TestCurves measures the growth curves, prints them as a table of µs of processor time per unit, and draws them
// into the file that CHORALE_CURVES names. Without it a few slots are run and drawn, and nothing is kept.
func TestCurves(t *testing.T) {
	file, all, rounds := os.Getenv("CHORALE_CURVES"), curves(), 3
	if file == "" {
		rounds = 1
		for i := range all {
			for k := range 2 {
				p := &all[i].points[k]
				p.Rollups, p.Bundles, p.Legs = min(p.Rollups, 4), min(p.Bundles, 3), min(p.Legs, 4)
			}
			all[i].points = all[i].points[:2]
		}
	}
	var costs [][]float64 // by curve and point: µs of open, execute and close per unit
	for _, c := range all {
		fmt.Printf("\nµs of CPU per %s\n\n| %s | open | execute | close | together |\n|---|---|---|---|---|\n", c.unit, c.name)
		var line []float64
		for _, s := range c.points {
			p := measure(t, s, rounds)
			per := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 / float64(c.units(s)) }
			together := p[opening].cpu + p[executing].cpu + p[closing].cpu
			fmt.Printf("| %d | %.0f | %.0f | %.0f | %.0f |\n", c.units(s)/perPoint(c, s), per(p[opening].cpu), per(p[executing].cpu), per(p[closing].cpu), per(together))
			line = append(line, per(together))
		}
		costs = append(costs, line)
	}
	drawing := drawCurves(all, costs)
	require.NoError(t, wellFormed(drawing))
	if file != "" {
		require.NoError(t, os.WriteFile(file, drawing, 0o644))
	}
}

// perPoint turns units into what stands on the axis: legs are counted per bundle.
func perPoint(c curve, s size) int {
	if c.name == "legs" {
		return s.Bundles
	}
	return 1
}

// measure is the least that each part took in a few runs: what else the machine does only adds to it.
func measure(t testing.TB, s size, rounds int) (least parts) {
	w := newWork(s) // not kept: the large ones are large
	for round := range rounds {
		m := newMember(t, w, w.parameters, t.TempDir())
		p, out, closed := m.run(t)
		w.check(t, out, closed)
		require.NoError(t, m.machine.Close())
		for i := range p {
			if round == 0 || p[i].cpu < least[i].cpu {
				least[i] = p[i]
			}
		}
	}
	return least
}

func wellFormed(doc []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// drawCurves is an SVG of one panel a curve: the cost of a unit over how many there are, on a logarithmic axis.
// What grows linearly is level.
func drawCurves(all []curve, costs [][]float64) []byte {
	const panel, width, height, left, top = 400, 330, 200, 50, 30
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="11">`+"\n", panel*len(all), height+80)
	out.WriteString(`<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	for i, c := range all {
		highest := 0.0
		for _, v := range costs[i] {
			highest = max(highest, v*1.15)
		}
		label := func(s size) float64 { return float64(c.units(s) / perPoint(c, s)) }
		first, last := math.Log(label(c.points[0])), math.Log(label(c.points[len(c.points)-1]))
		x := func(s size) float64 {
			if first == last {
				return float64(i*panel + left)
			}
			return float64(i*panel+left) + (math.Log(label(s))-first)/(last-first)*(width-30)
		}
		y := func(v float64) float64 { return top + height - v/highest*height }
		fmt.Fprintf(&out, `<text x="%d" y="16" font-size="12">µs of CPU per %s</text>`, i*panel+10, c.unit)
		fmt.Fprintf(&out, `<path d="M%d,%d v%d h%d" fill="none" stroke="#888"/>`+"\n", i*panel+left, top, height, width-20)
		fmt.Fprintf(&out, `<text x="%d" y="%d" text-anchor="middle">%s</text>`+"\n", i*panel+left+width/2, top+height+40, c.name)
		points := ""
		for k, s := range c.points {
			v := costs[i][k]
			points += fmt.Sprintf("%.1f,%.1f ", x(s), y(v))
			fmt.Fprintf(&out, `<circle cx="%.1f" cy="%.1f" r="3" fill="#06c"/><text x="%.1f" y="%.1f" text-anchor="middle">%.0f</text>`, x(s), y(v), x(s), y(v)-8, v)
			fmt.Fprintf(&out, `<text x="%.1f" y="%d" text-anchor="middle">%.0f</text>`+"\n", x(s), top+height+18, label(s))
		}
		fmt.Fprintf(&out, `<polyline points="%s" fill="none" stroke="#06c" stroke-width="2"/>`+"\n", points)
	}
	out.WriteString("</svg>\n")
	return out.Bytes()
}
