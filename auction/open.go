package auction

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/holiman/uint256"
)

// Open reads a closed batch with its slot's opening key. Entries stand in the batch's order; each that cannot
// be used has the reason, and none can stop the others. known are the rollups that exist, ascending.
//
// The caller has verified key against the group under threshold.OpeningTag, and each envelope with Check.
// The one error is a key that is no point of the curve. Opening costs about a millisecond an envelope, so it
// is spread over the processors; each result goes to its own index and nothing depends on which was first.
func Open(b *Batch, key threshold.Signature, known []rollup.ChainID) (*Opened, error) {
	return OpenKnowing(b, key, known, nil)
}

// OpenKnowing is Open for one who made some of the ciphertexts himself by Reseal with this key, as a reader of postings
// does: seeds are what he made them from, nil where he did not. It spares these their pairing. With seeds from anywhere
// else it may say of a ciphertext what Open does not.
func OpenKnowing(b *Batch, key threshold.Signature, known []rollup.ChainID, seeds []*threshold.Seed) (*Opened, error) {
	out := &Opened{Batch: b, Entries: make([]Entry, len(b.Envelopes))}
	if len(b.Envelopes) == 0 {
		return out, nil // before the first group key slots are empty and have no key
	}
	opener, err := threshold.NewOpener(key)
	if err != nil {
		return nil, fmt.Errorf("open slot %d: %w", b.Slot, err)
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(b.Envelopes)) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for i := int(next.Add(1)) - 1; i < len(b.Envelopes); i = int(next.Add(1)) - 1 {
				var seed *threshold.Seed
				if i < len(seeds) {
					seed = seeds[i]
				}
				out.Entries[i] = openOne(opener, b.Slot, b.Envelopes[i], known, seed)
			}
		}()
	}
	workers.Wait()
	nameCopies(out.Entries)
	return out, nil
}

func openOne(opener *threshold.Opener, slot rollup.Slot, s *Sealed, known []rollup.ChainID, seed *threshold.Seed) Entry {
	e := Entry{Envelope: s, ID: s.ID(), Bid: new(uint256.Int), Seed: seed}
	if err := e.read(opener, slot, known); err != nil {
		e.Reason, e.Fault = ReasonOf(err), err.Error()
	}
	return e
}

// unseal gives the plaintext, and has Seed say with what it was sealed.
func (e *Entry) unseal(opener *threshold.Opener) ([]byte, error) {
	if e.Seed != nil {
		return e.Envelope.Reveal(*e.Seed)
	}
	plain, seed, err := e.Envelope.Unseal(opener)
	if err == nil {
		e.Seed = &seed
	}
	return plain, err
}

// read fills in the entry as far as it gets and returns the first thing that is wrong.
func (e *Entry) read(opener *threshold.Opener, slot rollup.Slot, known []rollup.ChainID) error {
	plain, err := e.unseal(opener)
	if err != nil {
		return err
	}
	b, err := BundleIn(plain)
	if err != nil {
		return err
	}
	e.Bundle, e.Hash, e.Bid = b, b.Hash(), b.Bid
	if b.Cancels() {
		e.Payer = e.Envelope.Bidder // of nothing: it has no bid
		return b.checkCancellation()
	}
	if e.Txs, err = b.Transactions(known); err != nil {
		return err
	}
	// What was revealed is protected even if something below refuses the bundle.
	fault := e.protect()
	if err := e.settlePayer(slot); err != nil {
		return err
	}
	return fault
}

// settlePayer finds out who pays the bid and checks that he said so.
func (e *Entry) settlePayer(slot rollup.Slot) error {
	b, bidder := e.Bundle, e.Envelope.Bidder
	if b.Payer == (rollup.Address{}) || b.Payer == bidder {
		if len(b.PayerSignature) != 0 {
			return fmt.Errorf("%w: payerSignature: the bidder pays and has signed the envelope", ErrMalformed)
		}
		e.Payer = bidder
		return nil
	}
	digest := BidDigest(e.Envelope.Network.ID, e.Hash, b.Bid, bidder, b.PayerLastSlot)
	if err := signedBy(b.Payer, digest, b.PayerSignature); err != nil {
		return fmt.Errorf("payerSignature: %w", err)
	}
	e.Payer = b.Payer
	if slot > b.PayerLastSlot {
		return fmt.Errorf("payerLastSlot: %d, and this is %d: %w", b.PayerLastSlot, slot, ErrExpired)
	}
	return nil
}

// protect collects the transactions that from now on only their authorised bidders may carry: the bidder's
// own, and those whose sender authorised the bidder. A bad authorisation is returned as the bundle's fault
// and protects nothing, so that nobody can lock somebody else's transaction.
func (e *Entry) protect() error {
	granted, fault := e.grants()
	for _, leg := range e.Txs {
		for _, tx := range leg {
			if tx.Sender == e.Envelope.Bidder || granted[tx.Hash()] {
				e.Protections = append(e.Protections, Protection{
					Chain: tx.Chain, Sender: tx.Sender, Nonce: tx.Nonce(), Tx: tx.Hash(), Bidder: e.Envelope.Bidder,
				})
			}
		}
	}
	return fault
}

// grants checks the bundle's authorisations and returns the transactions with a good one.
func (e *Entry) grants() (map[rollup.Digest]bool, error) {
	if len(e.Bundle.Authorisations) == 0 {
		return nil, nil
	}
	senders := make(map[rollup.Digest]rollup.Address)
	for _, leg := range e.Txs {
		for _, tx := range leg {
			senders[tx.Hash()] = tx.Sender
		}
	}
	granted := make(map[rollup.Digest]bool)
	var fault error
	for i, a := range e.Bundle.Authorisations {
		sender, ok := senders[a.Transaction]
		if !ok || granted[a.Transaction] {
			fault = errors.Join(fault, fmt.Errorf("%w: authorisations[%d]: not one of the bundle's transactions, or twice", ErrMalformed, i))
			continue
		}
		if err := signedBy(sender, AuthoriseDigest(e.Envelope.Network.ID, a.Transaction, e.Envelope.Bidder), a.Signature); err != nil {
			fault = errors.Join(fault, fmt.Errorf("authorisations[%d]: %w", i, err))
			continue
		}
		granted[a.Transaction] = true
	}
	return granted, fault
}

// nameCopies turns NotOpenable into Copied where an equal ciphertext opened under another bidder.
func nameCopies(entries []Entry) {
	if !slices.ContainsFunc(entries, func(e Entry) bool { return e.Reason == NotOpenable }) {
		return
	}
	owners := make(map[string]rollup.Address)
	for _, e := range entries {
		if e.Reason != NotOpenable {
			owners[string(e.Envelope.Ciphertext)] = e.Envelope.Bidder
		}
	}
	for i := range entries {
		e := &entries[i]
		owner, found := owners[string(e.Envelope.Ciphertext)]
		if e.Reason == NotOpenable && found && owner != e.Envelope.Bidder {
			e.Reason, e.Fault = Copied, fmt.Sprintf("ciphertext: sealed by %s", owner)
		}
	}
}
