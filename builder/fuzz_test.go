package builder_test

import (
	"bytes"
	"testing"

	"github.com/chorale-network/chorale/builder"
)

// What decodes encodes to the same bytes and has a root. Nothing panics.
func FuzzDecodeHeader(f *testing.F) {
	f.Add(goldenHeader().Encode())
	f.Add((&builder.Header{}).Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := builder.DecodeHeader(b)
		if err != nil {
			return
		}
		if !bytes.Equal(h.Encode(), b) {
			t.Fatal("not canonical")
		}
		h.Root()
	})
}

// Whatever bytes a checkpoint is read from, what is restored balances and can execute or refuse the next slot.
func FuzzRestore(f *testing.F) {
	h, all := busy(f, 6)
	f.Add(all[4].Checkpoint)
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, checkpoint []byte) {
		slot, heads, err := builder.CheckpointHeads(checkpoint)
		if err != nil {
			return
		}
		w := newWorld(chainA, chainB)
		b, err := builder.Restore(h.p, networkID, w, checkpoint)
		if err != nil {
			return
		}
		if b.Slot() != slot || len(heads) != 2 {
			t.Fatal("CheckpointHeads and Restore differ")
		}
		conserved(t, b.Ledger())
		last := b.LastHeader()
		in := builder.Input{Slot: slot + 1, Time: last.Time, View: last.View, Selected: selected(h.p, slot+1, h.next.Key, nil)}
		_, _ = b.Execute(in)
	})
}
