package member

import (
	"crypto/ecdsa"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// Config is what a member needs besides its engine. Every field without a word on its default must be set; whoever
// brings the engine checks them.
type Config struct {
	Dir        string             // the member's own folder: store, share and seed
	Parameters *rollup.Parameters // the same on every member
	Network    rollup.Network     // the same on every member
	Self       int                // position in Parameters.Members

	Account *ecdsa.PrivateKey    // signs receipts
	Dealer  *threshold.DealerKey // for the key ceremony
	Signed  sequencer.VoteCheck  // by the engine's form of a vote

	L1 sequencer.L1
	// Build makes the builder over its rollups: at genesis for nil, otherwise as the checkpoint says. It is
	// called once, by New.
	Build func(checkpoint []byte) (*builder.Builder, error)
	Log   *slog.Logger // default: discard

	Unpaced   bool               // do not wait for slot boundaries; for tests with slots of 20–50 ms
	NoSync    bool               // do not sync anything before answering for it: for the test that must then lose something
	Failpoint func(point string) // called before and after each durable write, by name; default: none
	Now       func() time.Time   // this member's clock; default time.Now. Nothing agreed on depends on it

	// Watch is told of each opening share that this member makes, before anybody else can have it, together with
	// the highest block that stands in its consensus log at that moment. For whoever checks that no share leaves
	// before its batch is durable; default: nobody. It must not block.
	Watch func(slot, stored rollup.Slot)
}

// defaults fills in what may be left out.
func (c *Config) defaults() {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Failpoint == nil {
		c.Failpoint = failpoint
	}
	if c.Now == nil {
		c.Now = time.Now
	}
}
