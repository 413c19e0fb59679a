package api_test

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// committee is a whole committee in one value, for the needs of the door: it takes envelopes by the real
// checks, opens them with the real key, ranks them by the real rule and signs real headers. Only the EVM is
// left out: outcome says what executing a bundle comes to.
type committee struct {
	mu        sync.Mutex
	p         *rollup.Parameters
	network   rollup.Network
	group     threshold.Group
	shares    []*threshold.Share
	member    *ecdsa.PrivateKey
	silent    bool  // no key yet
	down      error // nobody answers
	closing   bool  // the slot closes while the next envelope is on its way
	frozen    bool  // the slot before the open one is not attested
	open      rollup.Slot
	pending   map[rollup.Slot][]*auction.Sealed
	held      map[rollup.Digest]bool
	asked     map[rollup.Digest]bool // envelopes that were offered, taken or not
	slots     map[rollup.Slot]*sequencer.Attested
	forgotten rollup.Slot // whose reads fail
	events    []sequencer.Event
	readers   map[chan sequencer.Event]bool
	follows   int // how often they came
	escrow    map[rollup.Address]*uint256.Int
	outcome   func(e *auction.Entry) auction.Reason
	now       func() time.Time
	taken     func()                            // told of each envelope that is taken
	late      func(envelope rollup.Digest) bool // came when the list was signed
	missed    func(envelope rollup.Digest) bool // and does not get into the batch
}

func newCommittee() *committee {
	group, shares := thresholdtest.Committee(3, 4, 7)
	p := &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{9},
		Reserve: uint256.NewInt(10), FeeBase: uint256.NewInt(1), FeePerKiB: uint256.NewInt(1), FeePerMegagas: uint256.NewInt(1),
		BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 4 << 20, MaxLag: 8, BlockGas: 30_000_000, ForcedGas: 1_000_000, PostEvery: 8,
		PostBytes: 8 << 20, L1Rounding: 1, Rollups: []rollup.ChainID{901, 902},
	}
	for i := range 4 {
		p.Members = append(p.Members, rollup.Member{Name: fmt.Sprintf("member-%d", i), Account: rollup.Address{byte(i + 1)}})
	}
	return &committee{
		p: p, network: rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}, group: group, shares: shares, member: key(200),
		open: 1, pending: map[rollup.Slot][]*auction.Sealed{}, held: map[rollup.Digest]bool{}, asked: map[rollup.Digest]bool{}, slots: map[rollup.Slot]*sequencer.Attested{},
		readers: map[chan sequencer.Event]bool{}, escrow: map[rollup.Address]*uint256.Int{},
		outcome: func(*auction.Entry) auction.Reason { return auction.Executed }, now: time.Now,
	}
}

func key(n int64) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(big.NewInt(1_000_000 + n).FillBytes(make([]byte, 32)))
	if err != nil {
		panic(err)
	}
	return k
}

func account(k *ecdsa.PrivateKey) rollup.Address { return crypto.PubkeyToAddress(k.PublicKey) }

func (c *committee) Submit(_ context.Context, e *auction.Sealed) (sequencer.Receipt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := e.Check(c.p, c.network); err != nil {
		return sequencer.Receipt{}, &sequencer.Refusal{Reason: auction.ReasonOf(err), Field: "signature"}
	}
	id := e.ID()
	if c.down != nil {
		return sequencer.Receipt{}, c.down
	}
	c.asked[id] = true
	if c.closing { // under way to the committee
		c.closing, c.frozen = false, true
		c.open++
	}
	if e.Slot < c.open {
		return sequencer.Receipt{}, &sequencer.Refusal{Reason: auction.TooLate, Field: "slot"}
	}
	if !c.held[id] { // the same envelope again gets the same receipt
		gas := e.GasClass.Gas()
		for _, other := range c.pending[e.Slot] {
			if other.Bidder == e.Bidder {
				gas += other.GasClass.Gas()
			}
		}
		if gas > c.p.BidderGas {
			return sequencer.Receipt{}, &sequencer.Refusal{Reason: auction.RateLimited, Field: "bidder"}
		}
		c.held[id] = true
		if c.taken != nil {
			c.taken()
		}
		c.pending[e.Slot] = append(c.pending[e.Slot], e)
	}
	r := sequencer.Receipt{Network: c.network.ID, Envelope: id, Slot: e.Slot, Member: account(c.member)}
	if c.late != nil && c.late(id) {
		r.Slot++ // after the list was signed: nothing is promised
	}
	digest := auction.ReceiptDigest(r.Network, r.Envelope, r.Slot, r.Member)
	var err error
	r.Signature, err = crypto.Sign(digest[:], c.member)
	return r, err
}

// fail has nobody answer while err is not nil.
func (c *committee) fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.down = err
}

// leakInto has the attested history show a secret that is still sealed.
func (c *committee) leakInto(k canary) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for slot := c.open - 1; ; slot-- {
		if fates := c.slots[slot].Fates; len(fates) > 0 {
			leaky := *c.slots[slot]
			leaky.Fates = append([]builder.Fate{}, fates...)
			leaky.Fates[0].Bid = k.amount
			c.slots[slot] = &leaky
			return
		}
	}
}

// offered are the envelopes that a gateway handed over, whether they were taken or not.
func (c *committee) offered() []rollup.Digest {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := []rollup.Digest{}
	for id := range c.asked {
		out = append(out, id)
	}
	return out
}

func (c *committee) Status() sequencer.Status {
	c.mu.Lock()
	defer c.mu.Unlock()
	st := sequencer.Status{Network: c.network, OpenSlot: c.open, ClosesAt: c.now().Add(time.Second), Committed: c.open - 1, Attested: c.open - 1, Peers: 3}
	if c.frozen {
		st.Attested--
	}
	if !c.silent {
		st.Group = &c.group
	}
	return st
}

// forget has reads of a slot fail until remember.
func (c *committee) forget(n rollup.Slot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forgotten = n
}

func (c *committee) remember() { c.forget(0) }

func (c *committee) Slot(_ context.Context, n rollup.Slot) (*sequencer.Attested, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n == c.forgotten && n != 0 {
		return nil, false, errors.New("disk error")
	}
	a, ok := c.slots[n]
	return a, ok, nil
}

func (c *committee) Events(from uint64) (<-chan sequencer.Event, func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := make(chan sequencer.Event, 1<<16)
	for _, e := range c.events {
		if e.Seq >= from {
			out <- e
		}
	}
	c.readers[out] = true
	c.follows++
	return out, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.readers[out] {
			delete(c.readers, out)
			close(out)
		}
	}
}

func (c *committee) emit(e sequencer.Event) {
	e.Seq = uint64(len(c.events) + 1)
	e.At = c.now()
	c.events = append(c.events, e)
	for r := range c.readers {
		r <- e
	}
}

// freeze closes the open slot and goes no further: its batch is agreed on and nobody has read it. thaw takes it
// through to attested.
func (c *committee) freeze() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open++
	c.frozen = true
}

func (c *committee) thaw() *sequencer.Attested {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.frozen = false
	return c.attest(c.open - 1)
}

// closeSlot closes the open slot and takes it through to attested.
func (c *committee) closeSlot() *sequencer.Attested {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open++
	return c.attest(c.open - 1)
}

func (c *committee) attest(slot rollup.Slot) *sequencer.Attested {
	batch := &auction.Batch{Network: c.network, Slot: slot}
	for _, e := range c.pending[slot] {
		if c.missed == nil || !c.missed(e.ID()) {
			batch.Envelopes = append(batch.Envelopes, e)
		}
	}
	delete(c.pending, slot)
	c.emit(sequencer.Event{Stage: sequencer.StageClosed, Slot: slot, Batch: len(batch.Envelopes)})
	opening := thresholdtest.Sign(&c.group, c.shares, threshold.OpeningTag, auction.Identity(c.network, slot))
	opened, err := auction.Open(batch, opening, c.p.Rollups)
	if err != nil {
		panic(err)
	}
	c.emit(sequencer.Event{Stage: sequencer.StageOpened, Slot: slot})
	selected := auction.Select(opened, c.p, opening)
	a := &sequencer.Attested{Key: opening, Fates: c.fates(selected)}
	for _, e := range batch.Envelopes {
		a.Envelopes = append(a.Envelopes, e.Encode())
	}
	a.Header = builder.Header{
		Network: c.network, Slot: slot, Time: uint64(c.now().UnixMilli()), BatchRoot: batch.Root(), FateRoot: builder.FateRoot(a.Fates),
		Heads: []builder.Head{{Chain: 901, Number: uint64(slot)/4 + 1}, {Chain: 902, Number: uint64(slot)/4 + 1}},
	}
	if before := c.slots[slot-1]; before != nil {
		a.Header.Parent = before.Header.Root()
	}
	root := sequencer.HeaderSigningRoot(&a.Header)
	a.Signature = thresholdtest.Sign(&c.group, c.shares, threshold.AttestationTag, root[:])
	c.slots[slot] = a
	c.emit(sequencer.Event{Stage: sequencer.StageExecuted, Slot: slot})
	c.emit(sequencer.Event{Stage: sequencer.StageAttested, Slot: slot, Attested: a})
	return a
}

// bundleOf reads an envelope of a slot that has closed, as everybody can.
func (c *committee) bundleOf(t *testing.T, e *auction.Sealed) *auction.Bundle {
	t.Helper()
	opening := thresholdtest.Sign(&c.group, c.shares, threshold.OpeningTag, auction.Identity(c.network, e.Slot))
	opened, err := auction.Open(&auction.Batch{Network: c.network, Slot: e.Slot, Envelopes: []*auction.Sealed{e}}, opening, c.p.Rollups)
	require.NoError(t, err)
	return opened.Entries[0].Bundle
}

func (c *committee) fates(s *auction.Selected) []builder.Fate {
	out := make([]builder.Fate, len(s.Opened.Entries))
	ranks := map[int]uint64{}
	for rank, i := range s.Winners {
		ranks[i] = uint64(rank + 1)
	}
	for i := range s.Opened.Entries {
		e := &s.Opened.Entries[i]
		f := builder.Fate{
			Envelope: e.ID, Bundle: e.Hash, Bidder: e.Envelope.Bidder, Payer: e.Payer, Reason: e.Reason, Rank: ranks[i],
			Bid: e.Bid, Fee: e.Envelope.Fee(c.p), Price: new(uint256.Int), Protocol: new(uint256.Int),
		}
		if f.Reason == auction.None {
			f.Reason = c.outcome(e)
			if escrow := c.escrow[e.Payer]; f.Reason == auction.Executed && !e.Bid.IsZero() && (escrow == nil || escrow.Lt(e.Bid)) {
				f.Reason = auction.InsufficientEscrow
			}
		}
		if f.Executed() {
			f.Price = e.Bid
			f.Protocol = new(uint256.Int).Div(e.Bid, uint256.NewInt(10))
			f.Credits = []builder.Credit{{Chain: 901, Account: rollup.Address{77}, Amount: new(uint256.Int).Sub(e.Bid, f.Protocol)}}
			for l, leg := range e.Txs {
				for t, tx := range leg {
					f.Places = append(f.Places, builder.Place{Chain: e.Bundle.Legs[l].Chain, Block: 5, Index: uint64(t), Tx: tx.Hash()})
				}
			}
		}
		out[i] = f
	}
	return out
}

// node is a rollup's JSON-RPC node: it answers what the tests give it.
type node struct {
	http    *httptest.Server
	mu      sync.Mutex
	answers map[string]any
	seen    []string
}

func newNode(t *testing.T) *node {
	n := &node{answers: map[string]any{"eth_chainId": "0x385", "eth_getTransactionCount": "0x0", "eth_getBalance": "0xffffffffffffffffffff"}}
	type call struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
	}
	one := func(c call) map[string]any {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.seen = append(n.seen, c.Method)
		answer, ok := n.answers[c.Method]
		if !ok {
			return map[string]any{"jsonrpc": "2.0", "id": c.ID, "error": map[string]any{"code": -32601, "message": "the method " + c.Method + " does not exist/is not available"}}
		}
		return map[string]any{"jsonrpc": "2.0", "id": c.ID, "result": answer}
	}
	n.http = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var raw json.RawMessage
		if json.NewDecoder(r.Body).Decode(&raw) != nil {
			return
		}
		if raw[0] == '[' {
			var calls []call
			_ = json.Unmarshal(raw, &calls)
			out := make([]any, 0, len(calls))
			for i := len(calls) - 1; i >= 0; i-- { // servers may answer in any order
				out = append(out, one(calls[i]))
			}
			_ = json.NewEncoder(w).Encode(out)
			return
		}
		var c call
		_ = json.Unmarshal(raw, &c)
		_ = json.NewEncoder(w).Encode(one(c))
	}))
	return n
}

func (n *node) set(method string, answer any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.answers[method] = answer
}

// tx is a signed transfer, or a call if data is given.
func tx(t *testing.T, k *ecdsa.PrivateKey, chain rollup.ChainID, nonce uint64, gas uint64, data ...byte) []byte {
	t.Helper()
	to := rollup.Address{42}
	id := new(big.Int).SetUint64(uint64(chain))
	signed, err := types.SignNewTx(k, types.NewPragueSigner(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(1e9), Gas: gas, To: &to, Value: big.NewInt(1), Data: data,
	})
	require.NoError(t, err)
	raw, err := signed.MarshalBinary()
	require.NoError(t, err)
	return raw
}

// eventually waits for a fact that other goroutines bring about; it guards against hanging only.
func eventually(t *testing.T, what string, fact func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if fact() {
			return
		}
	}
	t.Fatalf("never came true: %s", what)
}

// toSelf is the wallets' way to cancel: nothing, sent to oneself.
func toSelf(t *testing.T, n int64, nonce uint64) []byte {
	t.Helper()
	self := account(key(n))
	signed, err := types.SignNewTx(key(n), types.NewPragueSigner(big.NewInt(901)), &types.DynamicFeeTx{
		ChainID: big.NewInt(901), Nonce: nonce, GasTipCap: big.NewInt(2), GasFeeCap: big.NewInt(1e9), Gas: 21_000, To: &self, Value: new(big.Int),
	})
	require.NoError(t, err)
	raw, err := signed.MarshalBinary()
	require.NoError(t, err)
	return raw
}

// stepOf is a public event about a slot that is not attested.
func stepOf(slot rollup.Slot) sequencer.Event {
	return sequencer.Event{Stage: sequencer.StageClosed, Slot: slot}
}
