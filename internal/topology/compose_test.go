package topology_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/internal/topology"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// composed is docker-compose.yml as compose reads it, and nothing beside.
type composed struct {
	Name     string
	Services map[string]struct {
		Build struct {
			Context string
			Target  string
		}
		Image       string
		User        string
		ReadOnly    bool `yaml:"read_only"`
		Tmpfs       []string
		CapDrop     []string `yaml:"cap_drop"`
		SecurityOpt []string `yaml:"security_opt"`
		Entrypoint  []string
		Command     []string
		Environment map[string]string
		Volumes     []string
		Ports       []string
		DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
		Healthcheck struct {
			Test                           []string
			Interval, Timeout, StartPeriod string
			Retries                        int
		}
		Profiles  []string
		Restart   string
		StopGrace string `yaml:"stop_grace_period"`
	}
	Volumes map[string]struct{}
}

func compose(t *testing.T) composed {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(house, "docker-compose.yml"))
	require.NoError(t, err)
	raw = []byte(strings.ReplaceAll(string(raw), "start_period", "startperiod"))
	d := yaml.NewDecoder(strings.NewReader(string(raw)))
	d.KnownFields(true)
	var out composed
	require.NoError(t, d.Decode(&out))
	return out
}

// docker-compose.yml runs, row by row, what the table says: the same programs with the same words.
func TestComposeIsTheTable(t *testing.T) {
	c := compose(t)
	require.Equal(t, len(rows()), len(c.Services))
	for _, s := range rows() {
		in, there := c.Services[s.Name]
		require.True(t, there, s.Name)
		words := append(append([]string{}, in.Entrypoint...), in.Command...)
		want := s.Args
		if s.Program != "" {
			want = append([]string{string(s.Program)}, s.Args...)
		}
		if len(s.Prepare) > 0 {
			require.Equal(t, []string{"/bin/sh", "-ec"}, words[:2])
			first, second, both := strings.Cut(words[2], " && exec ")
			require.True(t, both)
			require.Equal(t, append([]string{string(s.Program)}, s.Prepare...), strings.Fields(first))
			require.Equal(t, want, strings.Fields(strings.ReplaceAll(second, "'", "")))
		} else {
			require.ElementsMatch(t, want, words, s.Name)
			require.Equal(t, strings.Join(want, " "), strings.Join(words, " "), s.Name)
		}
		require.Len(t, in.DependsOn, len(s.Needs), s.Name)
		for _, need := range s.Needs {
			require.Equal(t, string(need.Until), in.DependsOn[need.Service].Condition, "%s needs %s", s.Name, need.Service)
		}
		if len(s.Probe) > 0 {
			require.Equal(t, append([]string{"CMD"}, s.Probe...), in.Healthcheck.Test)
		}
		for _, v := range in.Volumes {
			source, _, _ := strings.Cut(v, ":")
			if strings.HasPrefix(source, "./") {
				_, err := os.Stat(filepath.Join(house, source))
				require.NoError(t, err, s.Name)
				continue
			}
			require.Contains(t, c.Volumes, source, s.Name)
		}
		if s.Program != "" {
			require.NotEmpty(t, in.User, "%s runs as root", s.Name)
			require.True(t, in.ReadOnly, s.Name)
		}
		require.Equal(t, map[bool]string{true: "no", false: "unless-stopped"}[s.Once], in.Restart, s.Name)
	}
}

// The Dockerfile has a stage for each image that is built, and the folders of all volumes, their user's own: a volume
// has the owner that its folder has in the image.
func TestTheDockerfileFits(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(house, "Dockerfile"))
	require.NoError(t, err)
	var stages []string
	for _, m := range regexp.MustCompile(`(?m)^FROM \S+ AS (\S+)$`).FindAllStringSubmatch(string(raw), -1) {
		stages = append(stages, m[1])
	}
	users := map[string]bool{}
	for name, s := range compose(t).Services {
		if s.Build.Target != "" {
			require.Contains(t, stages, s.Build.Target, name)
			require.Equal(t, ".", s.Build.Context)
		}
		if s.User != "" {
			users[s.User] = true
		}
	}
	require.Len(t, users, 1)
	for user := range users {
		require.Contains(t, string(raw), "USER "+user)
		require.Contains(t, string(raw), "--chown="+user)
	}
	made := regexp.MustCompile(`RUN mkdir -p ((?:/\S+ ?(?:\\\n\s*)?)+)`).FindStringSubmatch(string(raw))
	require.NotNil(t, made)
	var folders []string
	for _, f := range strings.Fields(strings.ReplaceAll(made[1], "\\", "")) {
		folders = append(folders, strings.TrimPrefix(f, "/folders"))
	}
	want := topology.Folders(topology.Default())
	slices.Sort(folders)
	slices.Sort(want)
	require.Equal(t, want, folders)
}

// Prometheus asks every process of ours, at its health address.
func TestEveryProcessIsScraped(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(house, "deploy/prometheus/prometheus.yml"))
	require.NoError(t, err)
	var file struct {
		Rules   []string `yaml:"rule_files"`
		Scrapes []struct {
			Job    string                       `yaml:"job_name"`
			Static []struct{ Targets []string } `yaml:"static_configs"`
		} `yaml:"scrape_configs"`
	}
	require.NoError(t, yaml.Unmarshal(raw, &file))
	var targets []string
	for _, scrape := range file.Scrapes {
		targets = append(targets, scrape.Static[0].Targets...)
	}
	var want []string
	for _, s := range rows() {
		if s.Process != "" {
			want = append(want, fmt.Sprintf("%s:%d", s.Name, s.Port("health").Number))
		}
	}
	require.ElementsMatch(t, want, targets)
	for _, rules := range file.Rules {
		_, err := os.Stat(filepath.Join(house, "deploy/prometheus", rules))
		require.NoError(t, err)
	}
}
