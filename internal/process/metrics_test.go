package process_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write generated pages anew")

// described are the metrics of a collector: name, labels and help.
func described(t *testing.T, c prometheus.Collector) (rows []string) {
	t.Helper()
	descs := make(chan *prometheus.Desc, 256)
	c.Describe(descs)
	close(descs)
	shape := regexp.MustCompile(`fqName: "([^"]+)", help: "((?:[^"\\]|\\.)*)".*variableLabels: \{([^}]*)\}`)
	for d := range descs {
		m := shape.FindStringSubmatch(d.String())
		require.NotNil(t, m, d.String())
		require.True(t, strings.HasPrefix(m[1], "chorale_"), m[1])
		require.NotEmpty(t, m[2], m[1])
		labels := ""
		if m[3] != "" {
			labels = "`" + strings.ReplaceAll(m[3], ",", "`, `") + "`"
		}
		rows = append(rows, fmt.Sprintf("| `%s` | %s | %s |\n", m[1], labels, m[2]))
	}
	slices.Sort(rows)
	return rows
}

// docs/metrics.md is what the processes have.
func TestTheMetricsPageIsNotStale(t *testing.T) {
	key, err := crypto.GenerateKey()
	require.NoError(t, err)
	nobody := new(remote.Committee)
	door := prometheus.NewRegistry()
	d, err := process.OpenDoor(process.DoorConfig{Committee: nobody, History: nobody, Accounts: nobody, Parameters: &rollup.Parameters{}, Account: key, Registry: door})
	require.NoError(t, err)
	defer func() { require.NoError(t, d.Close()) }()
	var b strings.Builder
	b.WriteString("# Metrics\n\nEach process serves `/metrics` on its health address, beside Go's own and the operating system's of the process. `chorale\ndevnet` serves the gateway's. Labels are closed lists: stages, reasons, routes, dependencies. This page is generated\n(`go test ./internal/process -update`).\n")
	for _, part := range []struct {
		title string
		of    prometheus.Collector
	}{
		{"Every process", process.Readiness("node", nil)}, {"chorale node", process.MemberMetrics(nil)}, {"chorale api", door},
		{"chorale relay", process.RelayMetrics()}, {"chorale follow", process.FollowerMetrics()},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n| metric | labels | what it is |\n|---|---|---|\n%s", part.title, strings.Join(described(t, part.of), ""))
	}
	const page = "../../docs/metrics.md"
	if *update {
		require.NoError(t, os.WriteFile(page, []byte(b.String()), 0o644))
	}
	stands, err := os.ReadFile(page)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(stands), "write it anew: go test ./internal/process -update")
}
