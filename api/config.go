package api

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/rollup"
	"github.com/prometheus/client_golang/prometheus"
)

// Rollup is one chain behind the door.
type Rollup struct {
	Chain rollup.ChainID
	Name  string // shown on the page; the chain id if empty
	URL   string // JSON-RPC over HTTP of a node that follows it
}

// Config is what the door needs. Gateway, Index, Standing, History and Parameters must be set.
type Config struct {
	Gateway    *gateway.Gateway
	Index      *index.Index
	Standing   Standing
	History    History
	Ledger     Ledger // may be nil: then payouts have no proofs
	Lists      Lists  // may be nil: then receipts that were not honoured cannot be judged here
	Blocks     Blocks // may be nil: then nobody can follow from here
	Nodes      *Nodes // of the rollups that have one; may be nil
	Parameters *rollup.Parameters
	Limits     Limits           // zero fields mean the defaults
	Origins    []string         // allowed by CORS and WebSocket; everybody if empty
	Now        func() time.Time // wall clock; time.Now if nil
	Log        *slog.Logger     // discards if nil
	Registry   *prometheus.Registry
}

// ErrConfig refuses a configuration; the error that wraps it names the field.
var ErrConfig = errors.New("bad api configuration")

func (c *Config) complete() error {
	switch {
	case c.Gateway == nil:
		return fmt.Errorf("no Gateway: %w", ErrConfig)
	case c.Index == nil:
		return fmt.Errorf("no Index: %w", ErrConfig)
	case c.Standing == nil:
		return fmt.Errorf("no Standing: %w", ErrConfig)
	case c.History == nil:
		return fmt.Errorf("no History: %w", ErrConfig)
	case c.Parameters == nil:
		return fmt.Errorf("no Parameters: %w", ErrConfig)
	}
	if c.Nodes == nil {
		c.Nodes, _ = NewNodes(nil, c.Limits) // none: nothing to refuse
	}
	if len(c.Origins) == 0 {
		c.Origins = []string{"*"}
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Registry == nil {
		c.Registry = prometheus.NewRegistry()
	}
	c.Limits.complete()
	c.Limits.BundleBytes = auction.MostBytes(c.Parameters, 0) // of the least gas class, whose fates take least
	return nil
}

// Limits are what the door takes, published at /v1/limits. Zero fields mean the defaults.
type Limits struct {
	BodyBytes         int64 `json:"body_bytes"`          // of an HTTP request or a reassembled WebSocket message
	BatchItems        int   `json:"batch_items"`         // JSON-RPC calls in one batch
	AnswerBytes       int   `json:"answer_bytes"`        // of one batch's or proxied answer
	JSONDepth         int   `json:"json_depth"`          // levels of nesting
	JSONTokens        int   `json:"json_tokens"`         // tokens of one message
	RequestsPerMinute int   `json:"requests_per_minute"` // per address (an IPv6 /64 counts as one)
	BundlesPerMinute  int   `json:"bundles_per_minute"`  // per signing key, else per address
	// What an anonymous caller has the gateway spend on opening fees, gwei: per address.
	AnonymousGweiPerMinute int           `json:"anonymous_gwei_per_minute"`
	Connections            int           `json:"connections"`          // WebSocket and event streams per address
	ReaderBytes            int           `json:"reader_bytes"`         // queued for one slow reader
	ReaderPatience         time.Duration `json:"reader_patience_ns"`   // until a reader that takes nothing is dropped
	KeptSlots              int           `json:"kept_slots"`           // whose stories are held in memory
	KeptStories            int           `json:"kept_stories"`         // hashes of bundles, envelopes and transactions by which these are found
	KeptEvents             int           `json:"kept_events"`          // that a stream can resume from
	ResealSlots            rollup.Slot   `json:"reseal_slots"`         // for which a wallet user's transaction is sealed again
	PendingTransactions    int           `json:"pending_transactions"` // of wallet users, held at once
	BundleTransactions     int           `json:"bundle_transactions"`  // over all legs
	BundleBytes            int           `json:"bundle_bytes"`         // of a bundle's encoding: what a batch of the network can hold
}

// Gateway are the limits that the gateways hold together.
func (l Limits) Gateway() gateway.Limits {
	l.complete()
	return gateway.Limits{
		BundlesPerMinute: l.BundlesPerMinute, AnonymousGweiPerMinute: l.AnonymousGweiPerMinute, PendingTransactions: l.PendingTransactions,
		ResealSlots: l.ResealSlots, KeptSlots: rollup.Slot(l.KeptSlots),
	}
}

// Complete are the limits with the defaults in the place of zeros.
func (l Limits) Complete() Limits {
	l.complete()
	return l
}

func (l *Limits) complete() {
	set := func(v *int, d int) {
		if *v == 0 {
			*v = d
		}
	}
	if l.BodyBytes == 0 {
		l.BodyBytes = 1 << 20
	}
	set(&l.BatchItems, 100)
	set(&l.AnswerBytes, 25<<20)
	set(&l.JSONDepth, 16)
	set(&l.JSONTokens, 10_000)
	set(&l.RequestsPerMinute, 12_000)
	set(&l.BundlesPerMinute, 3_000)
	set(&l.AnonymousGweiPerMinute, 1_000_000)
	set(&l.Connections, 256)
	set(&l.ReaderBytes, 1<<20)
	set(&l.KeptSlots, 10_000)
	set(&l.KeptStories, 250_000)
	set(&l.KeptEvents, 65_536)
	set(&l.PendingTransactions, 10_000)
	if l.ReaderPatience == 0 {
		l.ReaderPatience = 4 * time.Second
	}
	if l.ResealSlots == 0 {
		l.ResealSlots = 240
	}
	l.BundleTransactions, l.BundleBytes = 100, 300_000
}
