package process

import (
	"time"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/prometheus/client_golang/prometheus"
)

// gauges are numbers that are read when somebody looks.
type gauges struct {
	descs []*prometheus.Desc
	read  func() []float64 // as many as descs; fewer while there is nothing to read
}

// gauge is a name with its help.
type gauge struct{ name, help string }

func newGauges(read func() []float64, named ...gauge) *gauges {
	g := &gauges{read: read}
	for _, n := range named {
		g.descs = append(g.descs, prometheus.NewDesc(n.name, n.help, nil, nil))
	}
	return g
}

// Describe implements prometheus.Collector.
func (g *gauges) Describe(out chan<- *prometheus.Desc) {
	for _, d := range g.descs {
		out <- d
	}
}

// Collect implements prometheus.Collector.
func (g *gauges) Collect(out chan<- prometheus.Metric) {
	for i, v := range g.read() {
		out <- prometheus.MustNewConstMetric(g.descs[i], prometheus.GaugeValue, v)
	}
}

// memberMetrics are how a member stands.
func memberMetrics(status func() sequencer.Status) *gauges {
	return newGauges(func() []float64 {
		st := status()
		syncing, formed, failed := 0.0, 0.0, 0.0
		if st.Syncing {
			syncing = 1
		}
		if st.Group != nil {
			formed = 1
		}
		if st.Failure != nil {
			failed = 1
		}
		return []float64{float64(st.OpenSlot), float64(st.Committed), float64(st.Executed), float64(st.Attested), float64(st.Released),
			float64(st.View.Number), float64(st.Peers), syncing, formed, failed}
	},
		gauge{"chorale_member_open_slot", "Slot that takes envelopes now."},
		gauge{"chorale_member_agreed_slot", "Last slot whose batch is agreed on."},
		gauge{"chorale_member_executed_slot", "Last slot executed here."},
		gauge{"chorale_member_attested_slot", "Last slot attested, as known here."},
		gauge{"chorale_member_signed_slot", "Last slot of the last signed posting."},
		gauge{"chorale_member_l1_block", "L1 block of the committee's view."},
		gauge{"chorale_member_peers", "Other members connected."},
		gauge{"chorale_member_syncing", "1 while this member is not in step with the committee."},
		gauge{"chorale_member_key_formed", "1 once the committee's key is there."},
		gauge{"chorale_member_failed", "1 once this member has stopped."},
	)
}

// relayMetrics are how far postings stand.
func relayMetrics(progress func() relay.Progress, posted func() (slots, gas float64, last time.Time)) *gauges {
	return newGauges(func() []float64 {
		p := progress()
		slots, gas, last := posted()
		since := 0.0
		if !last.IsZero() {
			since = float64(last.Unix())
		}
		return []float64{float64(p.Last), float64(p.Confirmed), slots, gas, since}
	},
		gauge{"chorale_relay_posted_slot", "Last slot on L1 at its head."},
		gauge{"chorale_relay_confirmed_slot", "Last slot on L1 at the depth that counts."},
		gauge{"chorale_relay_own_slots", "Slots that this relay got onto L1 in this life."},
		gauge{"chorale_relay_own_gas", "Gas of this relay's postings in this life."},
		gauge{"chorale_relay_last_posting_seconds", "Unix time of this relay's last posting; 0 before the first."},
	)
}

// followerMetrics are how far a rollup's node is.
func followerMetrics(f *relay.Follower, chain rollup.ChainID) *gauges {
	return newGauges(func() []float64 {
		head, safe, final := f.Numbers(chain)
		return []float64{float64(f.Slot()), float64(head), float64(safe), float64(final)}
	},
		gauge{"chorale_follower_slot", "Last slot verified here."},
		gauge{"chorale_follower_head_block", "Newest verified block of the rollup."},
		gauge{"chorale_follower_safe_block", "Newest block that was posted to L1."},
		gauge{"chorale_follower_finalized_block", "Newest block that is on L1 for good."},
	)
}
