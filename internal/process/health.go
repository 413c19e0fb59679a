package process

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Dependency is something that a process cannot do its job without.
type Dependency struct {
	Name string
	// Look says how it stands, without I/O: what was last heard of it, not what a question now would bring.
	Look func() Standing
}

// Standing is how a dependency stands.
type Standing struct {
	Ready  bool
	Seen   time.Time // when it was last heard of; zero if never
	Detail string    // what it lacks, or what it last said
}

// Health serves /livez, /readyz and /metrics on an address of its own, never the public one.
type Health struct {
	listener net.Listener
	server   *http.Server
}

// HealthConfig says where, and of what.
type HealthConfig struct {
	Listen       string // host:port
	Process      string // node, api, relay, follow
	Dependencies []Dependency
	Registry     *prometheus.Registry // gets the process's own metrics beside those it has
	Pprof        bool                 // also /debug/pprof, on loopback alone
	Log          *slog.Logger
}

// ErrPprof refuses profiles on an address that others reach.
var ErrPprof = errors.New("pprof is served on loopback alone")

// OpenHealth listens. Nothing is answered before Run.
func OpenHealth(c HealthConfig) (*Health, error) {
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return nil, fmt.Errorf("health.listen: %w", err)
	}
	if ip := net.ParseIP(host); c.Pprof && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("health.listen %s: %w", c.Listen, ErrPprof)
	}
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return nil, fmt.Errorf("health.listen: %w; name another address", err)
	}
	for _, more := range []prometheus.Collector{
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		newReadiness(c.Process, c.Dependencies),
	} {
		if err := c.Registry.Register(more); err != nil {
			return nil, errors.Join(fmt.Errorf("metrics: %w", err), l.Close())
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) {
		answerHealth(w, http.StatusOK, map[string]bool{"live": true})
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) { serveReady(w, c.Dependencies, time.Now()) })
	mux.Handle("GET /metrics", promhttp.HandlerFor(c.Registry, promhttp.HandlerOpts{}))
	if c.Pprof {
		mux.HandleFunc("/debug/pprof/", pprof.Index)
		mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
		mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	if c.Log != nil {
		server.ErrorLog = slog.NewLogLogger(c.Log.Handler(), slog.LevelDebug)
	}
	return &Health{l, server}, nil
}

// Address is where it listens: host:port.
func (h *Health) Address() string { return h.listener.Addr().String() }

// Close ends a Health that never ran.
func (h *Health) Close() error { return h.listener.Close() }

// Run answers until ctx ends, which is no error.
func (h *Health) Run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { _ = h.server.Close() })
	defer stop()
	if err := h.server.Serve(h.listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("health: %w", err)
	}
	return nil
}

// readyRow is a dependency as /readyz shows it.
type readyRow struct {
	Name   string `json:"name"`
	Ready  bool   `json:"ready"`
	AgeMs  *int64 `json:"age_ms"` // since it was last heard of; null if never
	Detail string `json:"detail,omitempty"`
}

func serveReady(w http.ResponseWriter, dependencies []Dependency, now time.Time) {
	out := struct {
		Ready        bool       `json:"ready"`
		Dependencies []readyRow `json:"dependencies"`
	}{true, []readyRow{}}
	for _, d := range dependencies {
		s := d.Look()
		row := readyRow{Name: d.Name, Ready: s.Ready, Detail: s.Detail}
		if !s.Seen.IsZero() {
			age := max(now.Sub(s.Seen).Milliseconds(), 0)
			row.AgeMs = &age
		}
		out.Ready = out.Ready && s.Ready
		out.Dependencies = append(out.Dependencies, row)
	}
	status := http.StatusOK
	if !out.Ready {
		status = http.StatusServiceUnavailable
	}
	answerHealth(w, status, out)
}

func answerHealth(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // who asked is gone: nobody to tell
}

// readiness shows the dependencies as metrics.
type readiness struct {
	desc         *prometheus.Desc
	process      string
	dependencies []Dependency
}

func newReadiness(process string, dependencies []Dependency) readiness {
	return readiness{prometheus.NewDesc("chorale_dependency_ready", "1 while the dependency of this process is ready.", []string{"process", "dependency"}, nil), process, dependencies}
}

func (r readiness) Describe(out chan<- *prometheus.Desc) { out <- r.desc }

func (r readiness) Collect(out chan<- prometheus.Metric) {
	for _, d := range r.dependencies {
		v := 0.0
		if d.Look().Ready {
			v = 1
		}
		out <- prometheus.MustNewConstMetric(r.desc, prometheus.GaugeValue, v, r.process, d.Name)
	}
}
