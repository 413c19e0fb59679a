package sequencer

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
)

// carried is an envelope of a slot with what a fate can be told from.
type carried struct {
	sealed *auction.Sealed // nil if it cannot be read, which no committee's batch contains
	id     rollup.Digest
	bundle *auction.Bundle // nil if there is none to read
	hash   rollup.Digest
	txs    []carriedTx

	seed  *threshold.Seed // of one that opens
	plain []byte          // its padded plaintext
}

// carriedTx is a transaction of a bundle, by its place in it.
type carriedTx struct {
	chain      rollup.ChainID
	hash       rollup.Digest
	leg, index uint64
}

// read tells what follows from the envelope and its plaintext.
func (e *carried) read() {
	e.id = e.sealed.ID()
	if e.seed == nil {
		return
	}
	b, err := auction.BundleIn(e.plain)
	if err != nil {
		return
	}
	e.bundle, e.hash = b, b.Hash()
	for i, leg := range b.Legs {
		for j, raw := range leg.Txs {
			e.txs = append(e.txs, carriedTx{leg.Chain, crypto.Keccak256Hash(raw), uint64(i), uint64(j)}) //nolint:gosec // lengths
		}
	}
}

// How an envelope is written.
const (
	envelopeOpaque = 0 // its bytes: one that is not of its slot and network in canonical form
	envelopeClosed = 1 // its clear fields and its ciphertext: one that does not open
	envelopeOpened = 2 // its clear fields, its seed and its plaintext: the ciphertext follows from them
)

// signatureSize is r ‖ s ‖ v.
const signatureSize = 65

// envelopes is a slot's batch, in its order.
func (x *slotCode) envelopes(c *coder, a *Attested) []*carried {
	n := c.count(len(a.Envelopes))
	all := make([]*carried, 0, n)
	if !c.reading {
		seeds := a.openings()
		for i, raw := range a.Envelopes {
			e := takeApart(&a.Header, raw, seeds[i])
			x.envelope(c, &a.Header, &a.Envelopes[i], e)
			all = append(all, e)
		}
		return all
	}
	a.Envelopes = make([][]byte, n)
	for i := 0; i < n && c.err == nil; i++ {
		e := new(carried)
		x.envelope(c, &a.Header, &a.Envelopes[i], e)
		all = append(all, e)
	}
	if c.err == nil {
		if err := sealAgain(a, all); err != nil {
			c.fail(err.Error())
		}
	}
	if c.err != nil {
		return nil
	}
	return all
}

// takeApart says how an envelope can be written.
func takeApart(h *builder.Header, raw []byte, seed *threshold.Seed) *carried {
	s, err := auction.DecodeSealed(raw)
	if err != nil || s.Network != h.Network || s.Slot != h.Slot || len(s.Signature) != signatureSize || s.SizeClass > 15 || s.GasClass > 15 ||
		!bytes.Equal(s.Encode(), raw) {
		return new(carried)
	}
	e := &carried{sealed: s}
	if seed != nil {
		if plain, err := s.Reveal(*seed); err == nil && len(plain) == s.SizeClass.Bytes() {
			e.seed, e.plain = seed, plain
		}
	}
	e.read()
	return e
}

// envelope is one envelope. A reader seals what was opened afterwards.
func (x *slotCode) envelope(c *coder, h *builder.Header, raw *[]byte, e *carried) {
	kind := byte(envelopeOpaque)
	if e.sealed != nil {
		if kind = envelopeClosed; e.seed != nil {
			kind = envelopeOpened
		}
	}
	c.octet(&kind)
	if c.reading {
		switch kind {
		case envelopeOpaque:
			c.spend(1) // its bytes were counted when they were unpacked
		case envelopeClosed, envelopeOpened:
			e.sealed = &auction.Sealed{Network: h.Network, Slot: h.Slot, Signature: make([]byte, signatureSize)}
		default:
			c.fail("no such kind of envelope")
			return
		}
	}
	if kind == envelopeOpaque {
		c.bytes(&c.sparse, raw)
		return
	}
	s := e.sealed
	classes := byte(s.SizeClass)<<4 | byte(s.GasClass)
	c.octet(&classes)
	s.SizeClass, s.GasClass = auction.SizeClass(classes>>4), auction.GasClass(classes&15)
	c.raw(&c.sparse, s.Bidder[:])
	c.exact(s.Signature[:signatureSize-1])
	c.raw(&c.sparse, s.Signature[signatureSize-1:])
	if kind == envelopeClosed {
		c.bytes(&c.dense, &s.Ciphertext)
		return
	}
	if c.reading {
		e.seed = new(threshold.Seed)
	}
	c.exact(e.seed[:])
	text := bytes.TrimRight(e.plain, "\x00")
	c.bytes(&c.sparse, &text)
	if c.reading {
		size := s.SizeClass.Bytes()
		c.spend(size)
		if len(text) > size || len(text) > 0 && text[len(text)-1] == 0 {
			c.fail("plaintext not of its class")
		}
		if c.err == nil {
			e.plain = make([]byte, size)
			copy(e.plain, text)
		}
	}
}

// sealAgain makes the envelopes that were read: what was opened is sealed as it was. That takes most of a millisecond
// each and is spread over the processors; each result goes to its own index.
func sealAgain(a *Attested, all []*carried) error {
	var opener *threshold.Opener
	a.Seeds = make([]*threshold.Seed, len(all))
	for i, e := range all {
		if a.Seeds[i] = e.seed; e.seed != nil && opener == nil {
			var err error
			if opener, err = threshold.NewOpener(a.Key); err != nil {
				return fmt.Errorf("envelope %d: %w", i, err)
			}
		}
	}
	faults := make([]error, len(all))
	each(len(all), func(i int) {
		e := all[i]
		if e.sealed == nil {
			return
		}
		if e.seed != nil {
			if e.sealed.Ciphertext, faults[i] = e.sealed.Reseal(opener, *e.seed, e.plain); faults[i] != nil {
				return
			}
		}
		e.read()
		a.Envelopes[i] = e.sealed.Encode()
	})
	for i, err := range faults {
		if err != nil {
			return fmt.Errorf("envelope %d: %w", i, err)
		}
	}
	return nil
}

// openings are the envelopes' seeds, nil where one does not open: as they were found when the slot was executed, or,
// where nobody kept them, found again. They follow from batch and key, so both are the same.
func (a *Attested) openings() []*threshold.Seed {
	if len(a.Seeds) == len(a.Envelopes) {
		return a.Seeds
	}
	out := make([]*threshold.Seed, len(a.Envelopes))
	opener, err := threshold.NewOpener(a.Key)
	if err != nil {
		return out // what such a key opens is nothing
	}
	each(len(out), func(i int) {
		s, err := auction.DecodeSealed(a.Envelopes[i])
		if err != nil {
			return
		}
		if _, seed, err := s.Unseal(opener); err == nil {
			out[i] = &seed
		}
	})
	return out
}

// each does n things on the processors that there are.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		}()
	}
	workers.Wait()
}
