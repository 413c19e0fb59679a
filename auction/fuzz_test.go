package auction_test

import (
	"bytes"
	"testing"

	"github.com/chorale-network/chorale/auction"
)

// What decodes is canonical: it encodes to the same bytes. Nothing panics.
func FuzzDecodeBundle(f *testing.F) {
	f.Add(goldenBundle().Encode())
	f.Add(oneLeg(newAccount(1), 901, 0, 0).Encode())
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, b []byte) {
		bundle, err := auction.DecodeBundle(b)
		if err != nil {
			if auction.ReasonOf(err) == auction.None {
				t.Fatal("an error without a reason")
			}
			return
		}
		if !bytes.Equal(bundle.Encode(), b) {
			t.Fatal("not canonical")
		}
		bundle.Hash()
		if _, err := bundle.Transactions(known); err != nil && auction.ReasonOf(err) == auction.None {
			t.Fatal("an error without a reason")
		}
	})
}

func FuzzDecodeSealed(f *testing.F) {
	m := newMarket(slot7)
	f.Add(m.seal(newAccount(1), oneLeg(newAccount(1), 901, 0, 0)).Encode())
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := auction.DecodeSealed(b)
		if err != nil {
			return
		}
		if !bytes.Equal(s.Encode(), b) {
			t.Fatal("not canonical")
		}
		_ = s.Check(parameters(), network)
		s.Fee(parameters())
		m.open(t, s)
	})
}

// Whatever a maker seals, opening gives it a reason or a whole bundle, and never panics.
func FuzzOpenPlaintext(f *testing.F) {
	m, alice := newMarket(slot7), newAccount(1)
	f.Add(padded(goldenBundle().Encode()))
	f.Add(padded(nil))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, plain []byte) {
		if len(plain) > auction.SizeClass(4).Bytes() {
			return
		}
		e := m.open(t, m.sealRaw(alice, plain)).Entries[0]
		if e.Reason == auction.None && (e.Bundle == nil || !e.Bundle.Cancels() && (len(e.Txs) == 0 || len(e.Txs[0]) == 0)) {
			t.Fatal("no reason and no bundle")
		}
	})
}
