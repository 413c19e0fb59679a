package api

import (
	"bufio"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/sequencer"
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
	choices     *prometheus.CounterVec
	tries       prometheus.Counter
	dropped     *prometheus.CounterVec
	subscribers prometheus.Gauge
	spent       prometheus.Counter
	submit      prometheus.Histogram
}

func newMetrics(s *Server) *metrics {
	m := &metrics{
		registry: s.cfg.Registry,
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_api_requests_total", Help: "HTTP requests by route and status class."}, []string{"route", "status"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "chorale_api_request_seconds", Help: "Time to answer, by route; streams left out.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 14)}, []string{"route"}),
		refusals:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_api_refusals_total", Help: "Requests refused, by code."}, []string{"reason"}),
		fates:       prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_fates_total", Help: "Fates of attested slots, by reason."}, []string{"reason"}),
		stages:      prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_slots_total", Help: "Slots that reached a stage, as seen here."}, []string{"stage"}),
		choices:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_choices_total", Help: "Slots with bids, by how the ordering was found: bid, retry, search."}, []string{"ordering"}),
		tries:       prometheus.NewCounter(prometheus.CounterOpts{Name: "chorale_choice_tries_total", Help: "Tries of bundles in other orderings than the one by bid."}),
		dropped:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_api_readers_dropped_total", Help: "Readers dropped for being slow."}, []string{"stream"}),
		subscribers: prometheus.NewGauge(prometheus.GaugeOpts{Name: "chorale_api_subscriptions", Help: "Subscriptions and event streams open."}),
		spent:       prometheus.NewCounter(prometheus.CounterOpts{Name: "chorale_api_anonymous_fees_gwei_total", Help: "Opening fees that the gateway paid for anonymous callers, gwei."}),
		submit: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "chorale_api_submit_seconds", Help: "From sealing to a member's receipt.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 14)}),
	}
	connections := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "chorale_api_connections", Help: "WebSocket connections and event streams open."},
		func() float64 { return float64(s.guard.connections.size()) })
	attested := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "chorale_api_attested_slot", Help: "Newest attested slot known here."},
		func() float64 { return float64(s.book.newest()) })
	held := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "chorale_api_held", Help: "Bundles and transactions held here that may be sealed again."},
		func() float64 { return float64(s.keeper.size()) })
	for _, c := range []prometheus.Collector{held, m.requests, m.latency, m.refusals, m.fates, m.stages, m.choices, m.tries, m.dropped, m.subscribers, m.spent, m.submit, connections, attested} {
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

func (m *metrics) step(stage string) { m.stages.WithLabelValues(stage).Inc() }

// chose counts how a slot's ordering was found. It is known only once the slot is opened, and says nothing of amounts.
func (m *metrics) chose(c *builder.Choice) {
	if c.Total == nil || c.Total.IsZero() {
		return // nobody's bid executed
	}
	m.choices.WithLabelValues(c.Name).Inc()
	m.tries.Add(float64(c.Tries))
}

func (m *metrics) attested(a *sequencer.Attested) {
	m.step(sequencer.StageAttested)
	for i := range a.Fates {
		m.fates.WithLabelValues(a.Fates[i].Reason.String()).Inc()
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
