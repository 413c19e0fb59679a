package gateway

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/prometheus/client_golang/prometheus"
)

// Config is what a gateway needs. Committee, History, Shared, Parameters and Key must be set.
type Config struct {
	Committee  Committee
	History    History
	Ledger     Ledger // may be nil: then escrow is not checked before sealing
	Nodes      Nodes  // may be nil: then nonces and balances are not checked before sealing
	Shared     Shared
	Parameters *rollup.Parameters
	Key        *ecdsa.PrivateKey // seals for others, on its account's fee balance and escrow
	Limits     Limits            // zero fields mean the defaults
	Now        func() time.Time  // wall clock; time.Now if nil
	Log        *slog.Logger      // discards if nil
	Registry   *prometheus.Registry
}

// Limits are what a gateway takes. Zero fields mean the defaults. All gateways that share must have the same.
type Limits struct {
	BundlesPerMinute       int         // of one signing key, else of one address; 3,000
	AnonymousGweiPerMinute int         // of opening fees for one anonymous address; 1,000,000
	PendingTransactions    int         // bundles and wallets' transactions held at once; 10,000
	ResealSlots            rollup.Slot // for which anything is sealed again at most; 240
	KeptSlots              rollup.Slot // before the newest of which a fresh log begins; 10,000
}

// ErrConfig refuses a configuration; the error that wraps it names the field.
var ErrConfig = errors.New("bad gateway configuration")

func (c *Config) complete() error {
	switch {
	case c.Committee == nil:
		return fmt.Errorf("no Committee: %w", ErrConfig)
	case c.History == nil:
		return fmt.Errorf("no History: %w", ErrConfig)
	case c.Parameters == nil:
		return fmt.Errorf("no Parameters: %w", ErrConfig)
	case c.Key == nil:
		return fmt.Errorf("no Key: %w", ErrConfig)
	case c.Shared.Shelf == nil || c.Shared.Lanes == nil || c.Shared.Counters == nil || c.Shared.Log == nil:
		return fmt.Errorf("a part of Shared is missing: %w", ErrConfig)
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
	for _, l := range []struct {
		value *int
		least int
	}{{&c.Limits.BundlesPerMinute, 3_000}, {&c.Limits.AnonymousGweiPerMinute, 1_000_000}, {&c.Limits.PendingTransactions, 10_000}} {
		if *l.value == 0 {
			*l.value = l.least
		}
	}
	if c.Limits.ResealSlots == 0 {
		c.Limits.ResealSlots = 240
	}
	if c.Limits.KeptSlots == 0 {
		c.Limits.KeptSlots = 10_000
	}
	return nil
}
