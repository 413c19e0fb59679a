package gateway

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/prometheus/client_golang/prometheus"
)

// metrics are a gateway's own.
type metrics struct {
	spent   prometheus.Counter
	submit  prometheus.Histogram
	choices *prometheus.CounterVec
	tries   prometheus.Counter
	shared  prometheus.Counter
}

func newMetrics(g *Gateway) *metrics {
	m := &metrics{
		spent: prometheus.NewCounter(prometheus.CounterOpts{Name: "chorale_api_anonymous_fees_gwei_total", Help: "Opening fees that the gateway paid for anonymous callers, gwei."}),
		submit: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "chorale_api_submit_seconds", Help: "From sealing to a member's receipt.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 14)}),
		choices: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "chorale_choices_total", Help: "Slots with bids, by how the ordering was found: bid, retry, search."}, []string{"ordering"}),
		tries:   prometheus.NewCounter(prometheus.CounterOpts{Name: "chorale_choice_tries_total", Help: "Tries of bundles in other orderings than the one by bid."}),
		shared:  prometheus.NewCounter(prometheus.CounterOpts{Name: "chorale_api_shared_away_total", Help: "Times that what the gateways share could not be reached and was asked again."}),
	}
	held := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "chorale_api_held", Help: "Bundles and transactions held by the gateways that may be sealed again."},
		func() float64 { return float64(g.held.Load()) })
	for _, c := range []prometheus.Collector{m.spent, m.submit, m.choices, m.tries, m.shared, held} {
		_ = g.cfg.Registry.Register(c) // a second gateway on one registry counts for itself alone (THREATS O11)
	}
	return m
}

// chose counts how a slot's ordering was found. It is known only once the slot is opened, and says nothing of amounts.
func (m *metrics) chose(c *builder.Choice) {
	if c.Total == nil || c.Total.IsZero() {
		return // nobody's bid executed
	}
	m.choices.WithLabelValues(c.Name).Inc()
	m.tries.Add(float64(c.Tries))
}
