package builder_test

import (
	"math/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// Nobody can lock somebody else's transaction: whatever strangers carry, bid, lose and force before, a user who
// authorised nobody and bid nothing himself gets his transaction executed by any gateway, and by himself.
func TestStrangersCannotLock(t *testing.T) {
	user, gateway := newAccount(3), newAccount(2)
	for seed := range sized(t, "CHORALE_LOCKS", 150) {
		r := rand.New(rand.NewSource(int64(seed)))
		h := newHistory(parameters())
		h.slot(t, []rollup.QueueItem{deposit(newAccount(0).address, 5000, 5000), deposit(newAccount(1).address, 5000, 5000), deposit(gateway.address, 0, 5000), deposit(user.address, 0, 5000)})
		wanted := user.tx(chainA, 0)
		serial := uint64(0)
		for range 1 + r.Intn(4) {
			var items []rollup.QueueItem
			var entries []auction.Entry
			for range r.Intn(4) {
				stranger := newAccount(byte(r.Intn(2)))
				serial++
				own := stranger.tx(chainB, uint64(5+r.Intn(3))) // a gap: it fails, and what it carries is revealed
				e := entry(stranger, serial, []uint64{0, 100, 900}[r.Intn(3)], own, wanted)
				if r.Intn(3) == 0 {
					e.Reason = auction.BadSignature
				}
				entries = append(entries, e)
			}
			if r.Intn(4) == 0 { // forced with too little gas to be of use, by a stranger
				items = append(items, force(newAccount(0).address, chainA, user.raw(chainA, 7, 21_000)))
			}
			h.slot(t, items, entries...)
			if r.Intn(3) == 0 {
				h.wait()
			}
		}
		by := []account{gateway, user}[r.Intn(2)]
		x := h.slot(t, nil, entry(by, 999, 0, wanted))
		f := x.Fates[len(x.Fates)-1]
		require.Equal(t, auction.Executed, f.Reason, "case %d", seed)
	}
}
