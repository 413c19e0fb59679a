package auction_test

import (
	"crypto/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/holiman/uint256"
)

// BenchmarkSeal is one two-leg bundle sealed by somebody who caches the slot's sealer.
func BenchmarkSeal(b *testing.B) {
	m, alice := newMarket(slot7), newAccount(1)
	bundle := &auction.Bundle{Bid: uint256.NewInt(500), Legs: []auction.Leg{
		{Chain: 901, Txs: [][]byte{alice.raw(901, 0)}}, {Chain: 902, Txs: [][]byte{alice.raw(902, 0)}},
	}}
	clear := m.clear(alice)
	for b.Loop() {
		if _, err := auction.Seal(rand.Reader, m.sealer, clear, bundle, alice.sign); err != nil {
			b.Fatal(err)
		}
	}
}

// benchBatch is a batch of 100 two-leg bundles.
func benchBatch(m *market) *auction.Batch {
	batch := &auction.Batch{Network: network, Slot: m.slot}
	for n := range 100 {
		a := newAccount(byte(n))
		batch.Envelopes = append(batch.Envelopes, m.seal(a, &auction.Bundle{Bid: uint256.NewInt(500 + uint64(n%7)), Legs: []auction.Leg{
			{Chain: 901, Txs: [][]byte{a.raw(901, 0)}}, {Chain: 902, Txs: [][]byte{a.raw(902, 0)}},
		}}))
	}
	return batch
}

// BenchmarkOpenBatch opens 100 envelopes, sender recovery included, on all processors.
func BenchmarkOpenBatch(b *testing.B) {
	m := newMarket(slot7)
	batch := benchBatch(m)
	for b.Loop() {
		if _, err := auction.Open(batch, m.key, known); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSelect ranks 100 opened envelopes.
func BenchmarkSelect(b *testing.B) {
	m, p := newMarket(slot7), parameters()
	opened, err := auction.Open(benchBatch(m), m.key, known)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		auction.Select(opened, p, m.key)
	}
}
