package api

import (
	"bufio"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/chorale-network/chorale/index"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are the door's own. Labels are closed lists: stages, reasons, routes.
type metrics struct {
	registry    *prometheus.Registry
	requests    *prometheus.CounterVec
	latency     *prometheus.HistogramVec
	refusals    *prometheus.CounterVec
	fates       *prometheus.CounterVec
	stages      *prometheus.CounterVec
	dropped     *prometheus.CounterVec
	subscribers prometheus.Gauge
}

func newMetrics(registry *prometheus.Registry, g *guard, x *index.Index) *metrics {
	m := &metrics{
		registry: registry,
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_api_requests_total", Help: "HTTP requests by route and status class."}, []string{"route", "status"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "chorale_api_request_seconds", Help: "Time to answer, by route; streams left out.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 14)}, []string{"route"}),
		refusals:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_api_refusals_total", Help: "Requests refused, by code."}, []string{"reason"}),
		fates:       prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_fates_total", Help: "Fates of attested slots, by reason."}, []string{"reason"}),
		stages:      prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_slots_total", Help: "Slots that reached a stage, as seen here."}, []string{"stage"}),
		dropped:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_api_readers_dropped_total", Help: "Readers dropped for being slow."}, []string{"stream"}),
		subscribers: prometheus.NewGauge(prometheus.GaugeOpts{Name: "chorale_api_subscriptions", Help: "Subscriptions and event streams open."}),
	}
	connections := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "chorale_api_connections", Help: "WebSocket connections and event streams open."},
		func() float64 { return float64(g.connections.size()) })
	attested := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "chorale_api_attested_slot", Help: "Newest attested slot known here."},
		func() float64 { return float64(x.Newest()) })
	for _, c := range []prometheus.Collector{m.requests, m.latency, m.refusals, m.fates, m.stages, m.dropped, m.subscribers, connections, attested} {
		_ = m.registry.Register(c) // a second door on one registry counts for itself alone (THREATS O11)
	}
	return m
}

// Metrics serves the registry, for a port of its own.
func (s *Server) Metrics() http.Handler {
	return promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{})
}

func (m *metrics) refused(r *Refusal) { m.refusals.WithLabelValues(r.Reason.String()).Inc() }

// refuse counts a refusal on its way out.
func (m *metrics) refuse(r *Refusal) *Refusal {
	m.refused(r)
	return r
}

// heard counts what is told of slots and fates.
func (m *metrics) heard(e *index.Event) {
	switch {
	case !e.OfBundle && e.Posted == nil:
		m.stages.WithLabelValues(e.Stage).Inc()
	case e.OfBundle && e.Fate != nil:
		m.fates.WithLabelValues(e.State.String()).Inc()
	}
}

// count wraps the whole door. The route label is the table's first path element, never what a caller wrote.
func (m *metrics) count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := &statusWriter{ResponseWriter: w}
		next.ServeHTTP(seen, r)
		route := routeLabel(r.URL.Path)
		m.requests.WithLabelValues(route, strconv.Itoa(max(seen.status, 200)/100)+"xx").Inc()
		if route != "/v1/events" && route != "/ws" {
			m.latency.WithLabelValues(route).Observe(time.Since(began).Seconds())
		}
	})
}

var labelled = []string{"/rpc", "/tx", "/v1/slots", "/v1/bundles", "/v1/payouts", "/v1/rollups", "/v1/committee", "/v1/stats",
	"/v1/events", "/v1", "/ws", "/page", "/livez", "/readyz"}

func routeLabel(path string) string {
	if path == "/" {
		return path
	}
	for _, l := range labelled {
		if strings.HasPrefix(path, l) {
			return l
		}
	}
	return "other"
}

// statusWriter remembers the status. Unwrap lets streams and upgrades reach the connection.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap is for http.ResponseController.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Hijack is for WebSocket upgrades.
func (w *statusWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return http.NewResponseController(w.ResponseWriter).Hijack()
}
