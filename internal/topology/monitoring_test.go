package topology_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// metric is a name and the labels that it may be asked by.
type metric map[string][]string

// documented are the metrics of docs/metrics.md, and those of Prometheus's own and of every Go program that are used.
func documented(t *testing.T) metric {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(house, "docs/metrics.md"))
	require.NoError(t, err)
	out := metric{"up": nil, "process_resident_memory_bytes": nil, "process_cpu_seconds_total": nil, "go_goroutines": nil}
	for _, row := range regexp.MustCompile("(?m)^\\| `(chorale_[a-z0-9_]+)` \\| ([^|]*) \\|").FindAllStringSubmatch(string(raw), -1) {
		out[row[1]] = nil
		for _, label := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(row[2], -1) {
			out[row[1]] = append(out[row[1]], label[1])
		}
	}
	require.Greater(t, len(out), 30, "the page was not read")
	return out
}

var (
	selectors = regexp.MustCompile(`([a-zA-Z_:][a-zA-Z0-9_:]*)\s*\{([^}]*)\}`)
	matchers  = regexp.MustCompile(`([a-zA-Z_][a-zA-Z0-9_]*)\s*(?:=~|!~|!=|=)\s*"[^"]*"`)
	grouped   = regexp.MustCompile(`\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)`)
	ranges    = regexp.MustCompile(`\[[^\]]*\]`)
	words     = regexp.MustCompile(`[a-zA-Z_:][a-zA-Z0-9_:]*\s*\(?`)
)

// metricsOf are the names in an expression that are neither functions nor words of the language.
func metricsOf(expr string) (names []string) {
	expr = ranges.ReplaceAllString(grouped.ReplaceAllString(selectors.ReplaceAllString(expr, "$1"), ""), "")
	for _, word := range words.FindAllString(expr, -1) {
		if strings.HasSuffix(word, "(") {
			continue
		}
		switch word = strings.TrimSpace(word); word {
		case "and", "or", "unless", "bool", "offset":
		default:
			names = append(names, word)
		}
	}
	return names
}

// known is a metric, or a part of a histogram.
func (m metric) known(name string) ([]string, bool) {
	for _, part := range []string{"", "_bucket", "_sum", "_count"} {
		if whole, cut := strings.CutSuffix(name, part); cut {
			if labels, there := m[whole]; there {
				return append(labels, "le", "job", "instance"), true
			}
		}
	}
	return nil, false
}

func (m metric) check(t *testing.T, where, expr string) {
	t.Helper()
	names := metricsOf(expr)
	require.NotEmpty(t, names, "%s: %s asks for nothing", where, expr)
	for _, name := range names {
		_, there := m.known(name)
		require.True(t, there, "%s: %s: docs/metrics.md has no %s", where, expr, name)
	}
	for _, s := range selectors.FindAllStringSubmatch(expr, -1) {
		labels, _ := m.known(s[1])
		for _, l := range matchers.FindAllStringSubmatch(s[2], -1) {
			require.Contains(t, labels, l[1], "%s: %s has no such label", where, s[1])
		}
	}
}

// Each panel of the dashboard asks for metrics that there are, of the data source that is provisioned.
func TestTheDashboardAsksForWhatThereIs(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(house, "deploy/grafana/dashboards/chorale.json"))
	require.NoError(t, err)
	var board struct {
		Panels []struct {
			ID         int
			Title      string
			Type       string
			Datasource struct{ UID string }
			Targets    []struct{ Expr string }
		}
	}
	require.NoError(t, json.Unmarshal(raw, &board))
	source, err := os.ReadFile(filepath.Join(house, "deploy/grafana/provisioning/datasources/prometheus.yml"))
	require.NoError(t, err)
	there, asked, ids := documented(t), map[string]bool{}, map[int]bool{}
	for _, p := range board.Panels {
		require.False(t, ids[p.ID], p.Title)
		ids[p.ID] = true
		if p.Type == "row" {
			continue
		}
		require.Contains(t, string(source), "uid: "+p.Datasource.UID+"\n")
		require.NotEmpty(t, p.Targets, p.Title)
		for _, target := range p.Targets {
			there.check(t, p.Title, target.Expr)
			for _, name := range metricsOf(target.Expr) {
				asked[strings.TrimSuffix(name, "_bucket")] = true
			}
		}
	}
	for name := range there {
		if strings.HasPrefix(name, "chorale_member_") || strings.HasPrefix(name, "chorale_relay_") || strings.HasPrefix(name, "chorale_api_") {
			if name != "chorale_member_open_slot" { // always one above what is agreed on
				require.True(t, asked[name], "no panel shows %s", name)
			}
		}
	}
}

// Each alert asks for metrics that there are, and has a page that says what to do.
func TestAlertsAskForWhatThereIsAndSayWhatToDo(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(house, "deploy/prometheus/alerts.yml"))
	require.NoError(t, err)
	var file struct {
		Groups []struct {
			Rules []struct {
				Alert, Expr string
				Annotations struct{ Summary, Runbook string }
			}
		}
	}
	require.NoError(t, yaml.Unmarshal(raw, &file))
	there, seen := documented(t), 0
	for _, group := range file.Groups {
		for _, rule := range group.Rules {
			seen++
			there.check(t, rule.Alert, rule.Expr)
			require.NotEmpty(t, rule.Annotations.Summary, rule.Alert)
			page, anchor, both := strings.Cut(rule.Annotations.Runbook, "#")
			require.True(t, both, rule.Alert)
			text, err := os.ReadFile(filepath.Join(house, page))
			require.NoError(t, err)
			require.Equal(t, strings.ToLower(rule.Alert), anchor)
			require.Contains(t, string(text), "\n## "+rule.Alert+"\n")
		}
	}
	require.NotZero(t, seen)
}

// The check itself: it finds what is not there.
func TestNamesAreFoundInExpressions(t *testing.T) {
	require.Equal(t, []string{"a_total", "b", "c_bucket"}, metricsOf(
		`sum by (le, x) (rate(a_total{stage="attested"}[1m])) / on (job) group_left () b or histogram_quantile(0.9, c_bucket) > bool 3`))
	there := documented(t)
	_, known := there.known("chorale_api_request_seconds_bucket")
	require.True(t, known)
	_, known = there.known("chorale_api_request_second")
	require.False(t, known)
}
