package topology

import (
	"fmt"
	"strings"
)

// Images of what is not ours, each at one version.
const (
	gethImage       = "ethereum/client-go:v1.17.8"
	redisImage      = "redis:7.4-alpine"
	prometheusImage = "prom/prometheus:v3.5.0"
	grafanaImage    = "grafana/grafana:12.1.0"
)

// Profiles of what the network does without: what only looks, and the demo's traffic, without which there is less to see.
const (
	monitoring = "monitoring"
	demo       = "demo"
)

// Ports of monitoring.
var (
	prometheusPort = Port{Name: "web", Number: 9090, Host: 9090}
	grafanaPort    = Port{Name: "web", Number: 3000, Host: 3000}
)

// prometheus reads every process's metrics and judges the alerts' rules.
func prometheus() Service {
	return Service{
		Name: string(Prometheus), Role: Prometheus, Image: prometheusImage, Folder: "/prometheus", Containers: true, Profiles: []string{monitoring},
		Args:   []string{"--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus", "--storage.tsdb.retention.time=15d"},
		Ports:  []Port{prometheusPort},
		Mounts: []Mount{{"./deploy/prometheus", "/etc/prometheus"}},
		Probe:  []string{"wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9090/-/ready"},
	}
}

// grafana shows them. Whoever reaches it may look, and nobody may change anything.
func grafana() Service {
	return Service{
		Name: string(Grafana), Role: Grafana, Image: grafanaImage, Folder: "/var/lib/grafana", Containers: true, Profiles: []string{monitoring},
		Env: map[string]string{
			"GF_AUTH_ANONYMOUS_ENABLED": "true", "GF_AUTH_ANONYMOUS_ORG_ROLE": "Viewer", "GF_AUTH_DISABLE_LOGIN_FORM": "true",
			"GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION": "true", "GF_ANALYTICS_REPORTING_ENABLED": "false", "GF_ANALYTICS_CHECK_FOR_UPDATES": "false",
			"GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH": "/etc/grafana/dashboards/chorale.json",
		},
		Ports:  []Port{grafanaPort},
		Mounts: []Mount{{"./deploy/grafana/provisioning", "/etc/grafana/provisioning"}, {"./deploy/grafana/dashboards", "/etc/grafana/dashboards"}},
		Probe:  []string{"wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/api/health"},
		Needs:  []Need{{string(Prometheus), Started}},
	}
}

// Scrapes is deploy/prometheus/prometheus.yml: one job a kind of process, each process asked at its health address.
func Scrapes(n Network) string {
	at := Containers{root}
	targets := map[string][]string{}
	var jobs []string
	for _, s := range n.Services(at) {
		if s.Process == "" {
			continue
		}
		if targets[s.Process] == nil {
			jobs = append(jobs, s.Process)
		}
		targets[s.Process] = append(targets[s.Process], at.Reach(s.Name, healthPort))
	}
	var b strings.Builder
	b.WriteString(written("what Prometheus reads in the network of docker-compose.yml"))
	b.WriteString("global:\n  scrape_interval: 5s\n  evaluation_interval: 5s\nrule_files:\n  - alerts.yml\nscrape_configs:\n")
	for _, job := range jobs {
		fmt.Fprintf(&b, "  - job_name: %s\n    static_configs:\n      - targets:\n", job)
		for _, target := range targets[job] {
			fmt.Fprintf(&b, "          - %s\n", target)
		}
	}
	return b.String()
}
