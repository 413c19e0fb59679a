package sequencer_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// court is a committee whose members' word can be judged: accounts sign receipts, consensus keys sign lists.
type court struct {
	t        *testing.T
	p        *rollup.Parameters
	group    threshold.Group
	shares   []*threshold.Share
	accounts []*ecdsa.PrivateKey
	keys     []ed25519.PrivateKey
}

const judged = rollup.Slot(9)

func newCourt(t *testing.T) *court {
	c := &court{t: t, p: parameters()}
	c.group, c.shares = thresholdtest.Committee(quorum, members, 1)
	for i := range byte(members) {
		k, err := crypto.ToECDSA(crypto.Keccak256([]byte("account"), []byte{i}))
		require.NoError(t, err)
		c.accounts = append(c.accounts, k)
		c.keys = append(c.keys, ed25519.NewKeyFromSeed(crypto.Keccak256([]byte("consensus"), []byte{i})))
		c.p.Members[i].Account = crypto.PubkeyToAddress(k.PublicKey)
	}
	return c
}

// sealed is an envelope of the judged slot, of the right length, without a real ciphertext.
func (c *court) sealed(salt byte, gas auction.GasClass) *auction.Sealed {
	size := auction.SizeClass(0)
	s := &auction.Sealed{
		Network: network, Slot: judged, Bidder: bidder(), SizeClass: size, GasClass: gas,
		Ciphertext: append(make([]byte, size.Bytes()+threshold.SealOverhead-1), salt),
	}
	id := s.ID()
	var err error
	s.Signature, err = crypto.Sign(id[:], key)
	require.NoError(c.t, err)
	return s
}

func (c *court) receipt(member int, envelope rollup.Digest, slot rollup.Slot) sequencer.Receipt {
	r := sequencer.Receipt{Network: network.ID, Envelope: envelope, Slot: slot, Member: crypto.PubkeyToAddress(c.accounts[member].PublicKey)}
	digest := auction.ReceiptDigest(r.Network, r.Envelope, r.Slot, r.Member)
	var err error
	r.Signature, err = crypto.Sign(digest[:], c.accounts[member])
	require.NoError(c.t, err)
	return r
}

// attested is the judged slot with these envelopes in its batch.
func (c *court) attested(envelopes ...*auction.Sealed) *sequencer.Attested {
	a := &sequencer.Attested{}
	for _, e := range envelopes {
		a.Envelopes = append(a.Envelopes, e.Encode())
		a.Fates = append(a.Fates, builder.Fate{
			Envelope: e.ID(), Reason: auction.Executed, Bid: new(uint256.Int), Fee: new(uint256.Int), Price: uint256.NewInt(7), Protocol: new(uint256.Int),
		})
	}
	batch := &auction.Batch{Network: network, Slot: judged, Envelopes: envelopes}
	a.Header = builder.Header{Network: network, Slot: judged, BatchRoot: batch.Root(), FateRoot: builder.FateRoot(a.Fates)}
	c.sign(a)
	return a
}

func (c *court) sign(a *sequencer.Attested) {
	root := sequencer.HeaderSigningRoot(&a.Header)
	a.Signature = thresholdtest.Sign(&c.group, c.shares, threshold.AttestationTag, root[:])
}

// said is what a vote's signature is over here; sequencer/comet tests the engine's own form.
func said(height rollup.Slot, round uint64, extension []byte) []byte {
	return append(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, uint64(height)), round), extension...)
}

var errForged = errors.New("forged")

func (c *court) signed(height rollup.Slot, round uint64, v sequencer.Vote) error {
	if v.Member >= members || !ed25519.Verify(c.keys[v.Member].Public().(ed25519.PublicKey), said(height, round, v.Extension), v.Signature) {
		return errForged
	}
	return nil
}

func (c *court) vote(member int, height rollup.Slot, round uint64, held ...rollup.Digest) sequencer.Vote {
	slices.SortFunc(held, func(a, b rollup.Digest) int { return a.Cmp(b) })
	e := (&sequencer.Extension{Held: held}).Encode()
	return sequencer.Vote{Member: uint64(member), Extension: e, Signature: ed25519.Sign(c.keys[member], said(height, round, e))}
}

// lists are those that a block of the judged slot embeds: what each member listed, nil for one that it leaves out.
func (c *court) lists(held ...[]rollup.Digest) *sequencer.Lists {
	l := &sequencer.Lists{Slot: judged, Round: 2, Keyed: judged - 2}
	for member, ids := range held {
		if ids != nil {
			l.Votes = append(l.Votes, c.vote(member, judged-1, 2, ids...))
		}
	}
	return l
}

func (c *court) brief(s *auction.Sealed, a *sequencer.Attested, l *sequencer.Lists) *sequencer.Case {
	return &sequencer.Case{
		Parameters: c.p, Network: network, Group: c.group.Public, Signed: c.signed,
		Receipt: c.receipt(0, s.ID(), judged), Envelope: s.Clear(), Attested: a, Lists: l,
	}
}

func TestVerdicts(t *testing.T) {
	c := newCourt(t)
	mine := c.sealed(1, 0)
	id := mine.ID()
	full := c.sealed(2, 3) // all gas of a batch
	only := []rollup.Digest{id}
	both := []rollup.Digest{id, full.ID()}
	none := []rollup.Digest{}
	if full.ID().Cmp(id) > 0 {
		full = c.sealed(4, 3)
		both[1] = full.ID()
	}
	require.Negative(t, full.ID().Cmp(id), "the other one's turn comes first")
	for name, x := range map[string]struct {
		attested *sequencer.Attested
		lists    *sequencer.Lists
		alter    func(*sequencer.Case)
		verdict  sequencer.Verdict
		cause    sequencer.Cause
	}{
		"in the batch":                  {c.attested(full, mine), nil, nil, sequencer.Honoured, ""},
		"in it, and the envelope lost":  {c.attested(mine), nil, func(x *sequencer.Case) { x.Envelope = nil }, sequencer.Honoured, ""},
		"in it though nothing promised": {c.attested(mine), nil, func(x *sequencer.Case) { x.Receipt = c.receipt(0, id, judged+1) }, sequencer.Honoured, ""},
		"not listed":                    {c.attested(), c.lists(none, only, only), nil, sequencer.Violated, ""},
		"a list that cannot be read": {c.attested(), c.lists(none, only, only), func(x *sequencer.Case) {
			x.Lists.Votes[0] = sequencer.Vote{Extension: []byte{1}, Signature: ed25519.Sign(c.keys[0], said(judged-1, 2, []byte{1}))}
		}, sequencer.Violated, ""},
		"of another network":        {c.attested(), c.lists(none, only, only), func(x *sequencer.Case) { x.Receipt.Network[0]++ }, sequencer.Void, sequencer.OtherNetwork},
		"of nobody":                 {c.attested(), c.lists(none, only, only), func(x *sequencer.Case) { x.Receipt.Member[0]++ }, sequencer.Void, sequencer.NoMember},
		"signed by another":         {c.attested(), c.lists(none, only, only), func(x *sequencer.Case) { x.Receipt.Signature = c.receipt(1, id, judged).Signature }, sequencer.Void, sequencer.BadReceipt},
		"signed for another slot":   {c.attested(), c.lists(none, only, only), func(x *sequencer.Case) { x.Receipt.Slot-- }, sequencer.Void, sequencer.BadReceipt},
		"came after the list":       {c.attested(), c.lists(none, only, only), func(x *sequencer.Case) { x.Receipt = c.receipt(0, id, judged+1) }, sequencer.Void, sequencer.NoPromise},
		"member not heard":          {c.attested(), c.lists(nil, only, only, only), nil, sequencer.Void, sequencer.NoExtension},
		"listed by this one alone":  {c.attested(), c.lists(only, none, none), nil, sequencer.Void, sequencer.TooFew},
		"execution lags":            {c.attested(), c.lists(only, only, only), func(x *sequencer.Case) { x.Lists.Keyed = judged - 5 }, sequencer.Void, sequencer.Lagged},
		"the batch is full":         {c.attested(full), c.lists(both, both, both), nil, sequencer.Void, sequencer.NoRoom},
		"its bidder's part is full": {c.attested(full), c.lists(both, both, both), func(x *sequencer.Case) { p := *c.p; p.BatchGas *= 2; x.Parameters = &p }, sequencer.Void, sequencer.NoRoom},
		"there was room":            {c.attested(full), c.lists(both, both, both), func(x *sequencer.Case) { p := *c.p; p.BatchGas, p.BidderGas = 1e7, 1e7; x.Parameters = &p }, sequencer.Void, sequencer.FeeNotCovered},
		"nothing else in the batch": {c.attested(), c.lists(only, only, only), nil, sequencer.Void, sequencer.FeeNotCovered},
	} {
		t.Run(name, func(t *testing.T) {
			brief := c.brief(mine, x.attested, x.lists)
			if x.alter != nil {
				x.alter(brief)
			}
			j, err := brief.Judge()
			require.NoError(t, err)
			require.Equal(t, x.verdict, j.Verdict, "%s: %s", j.Cause, j.Detail)
			require.Equal(t, x.cause, j.Cause)
			switch j.Verdict {
			case sequencer.Honoured:
				i := j.Inclusion
				require.True(t, rollup.VerifyProof(i.Header.BatchRoot, id, i.BatchProof, uint64(i.Index)))
				require.True(t, rollup.VerifyProof(i.Header.FateRoot, i.Fate.Root(), i.FateProof, uint64(i.FateIndex)))
				require.Equal(t, id, i.Fate.Envelope)
			case sequencer.Violated:
				require.NoError(t, j.Evidence.Check(c.p, network, c.signed))
				back, err := sequencer.DecodeEvidence(j.Evidence.Encode())
				require.NoError(t, err)
				require.Equal(t, j.Evidence, back)
			default:
				require.NotEmpty(t, j.Detail)
			}
		})
	}
}

// Nothing that a node answers is believed unless it is signed.
func TestNoVerdictFromALyingNode(t *testing.T) {
	c := newCourt(t)
	mine, other := c.sealed(1, 0), c.sealed(2, 0)
	only, none := []rollup.Digest{mine.ID()}, []rollup.Digest{}
	for name, x := range map[string]struct {
		alter func(*sequencer.Case)
		want  error
	}{
		"header not signed":       {func(x *sequencer.Case) { x.Attested.Header.Time++ }, sequencer.ErrUnproven},
		"an envelope left out":    {func(x *sequencer.Case) { x.Attested = c.attested(mine); x.Attested.Envelopes = nil }, sequencer.ErrUnproven},
		"an envelope put in":      {func(x *sequencer.Case) { x.Attested.Envelopes = [][]byte{mine.Encode()} }, sequencer.ErrUnproven},
		"a fate left out":         {func(x *sequencer.Case) { x.Attested = c.attested(mine); x.Attested.Fates = nil }, sequencer.ErrUnproven},
		"another fate":            {func(x *sequencer.Case) { x.Attested = c.attested(mine); x.Attested.Fates[0].Rank++ }, sequencer.ErrUnproven},
		"another slot":            {func(x *sequencer.Case) { x.Attested.Header.Slot++; c.sign(x.Attested) }, sequencer.ErrUnproven},
		"another network's slot":  {func(x *sequencer.Case) { x.Attested.Header.Network.Epoch++; c.sign(x.Attested) }, sequencer.ErrUnproven},
		"lists of another slot":   {func(x *sequencer.Case) { x.Lists.Slot++ }, sequencer.ErrUnproven},
		"no lists":                {func(x *sequencer.Case) { x.Lists = nil }, sequencer.ErrUnproven},
		"a list not signed":       {func(x *sequencer.Case) { x.Lists.Votes[0].Extension = (&sequencer.Extension{}).Encode()[1:] }, sequencer.ErrUnproven},
		"a list of another round": {func(x *sequencer.Case) { x.Lists.Round++ }, sequencer.ErrUnproven},
		"another envelope given":  {func(x *sequencer.Case) { x.Envelope = other.Clear() }, sequencer.ErrUnproven},
		"no envelope given":       {func(x *sequencer.Case) { x.Envelope = nil }, sequencer.ErrEnvelope},
	} {
		t.Run(name, func(t *testing.T) {
			brief := c.brief(mine, c.attested(), c.lists(none, only, only))
			x.alter(brief)
			_, err := brief.Judge()
			require.ErrorIs(t, err, x.want)
		})
	}
}

// Evidence that was made up, or that is about something else, accuses nobody.
func TestForgedEvidenceIsRefused(t *testing.T) {
	c := newCourt(t)
	mine := c.sealed(1, 0)
	id := mine.ID()
	good := func() *sequencer.Evidence {
		return &sequencer.Evidence{Envelope: *mine.Clear(), Receipt: c.receipt(0, id, judged), Round: 2, Vote: c.vote(0, judged-1, 2)}
	}
	require.NoError(t, good().Check(c.p, network, c.signed))
	earlier := good()
	earlier.Receipt = c.receipt(0, id, judged-3)
	require.NoError(t, earlier.Check(c.p, network, c.signed), "held long before")
	for name, alter := range map[string]func(*sequencer.Evidence){
		"receipt of another member":     func(e *sequencer.Evidence) { e.Receipt = c.receipt(1, id, judged) },
		"receipt signed by another":     func(e *sequencer.Evidence) { e.Receipt.Signature = c.receipt(1, id, judged).Signature },
		"receipt not signed":            func(e *sequencer.Evidence) { e.Receipt.Signature = nil },
		"receipt of nobody":             func(e *sequencer.Evidence) { e.Vote.Member = members },
		"receipt for another envelope":  func(e *sequencer.Evidence) { e.Receipt = c.receipt(0, rollup.Digest{1}, judged) },
		"receipt that promises nothing": func(e *sequencer.Evidence) { e.Receipt = c.receipt(0, id, judged+1) },
		"envelope of another slot":      func(e *sequencer.Evidence) { e.Envelope.Slot++ },
		"envelope of another network":   func(e *sequencer.Evidence) { e.Envelope.Network.Epoch++ },
		"list of another member":        func(e *sequencer.Evidence) { e.Vote = c.vote(1, judged-1, 2) },
		"list signed by another":        func(e *sequencer.Evidence) { e.Vote.Signature = c.vote(1, judged-1, 2).Signature },
		"list of another height":        func(e *sequencer.Evidence) { e.Vote = c.vote(0, judged, 2) },
		"list of another round":         func(e *sequencer.Evidence) { e.Round++ },
		"list that was changed":         func(e *sequencer.Evidence) { e.Vote.Extension = []byte{1} },
		"list with the envelope":        func(e *sequencer.Evidence) { e.Vote = c.vote(0, judged-1, 2, id) },
		"list with it and others": func(e *sequencer.Evidence) {
			e.Vote = c.vote(0, judged-1, 2, rollup.Digest{1}, id, rollup.Digest{0xff})
		},
		"a slot before which nothing is said": func(e *sequencer.Evidence) {
			first := *mine
			first.Slot = 1
			e.Envelope, e.Receipt, e.Vote = *first.Clear(), c.receipt(0, first.ID(), 1), c.vote(0, 0, 2)
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := good()
			alter(e)
			require.ErrorIs(t, e.Check(c.p, network, c.signed), sequencer.ErrEvidence)
		})
	}
	require.ErrorIs(t, good().Check(c.p, rollup.Network{ID: network.ID, Incarnation: 2, Epoch: 1}, c.signed), sequencer.ErrEvidence, "another incarnation")
}

func TestEvidenceFile(t *testing.T) {
	c := newCourt(t)
	mine := c.sealed(1, 0)
	good := (&sequencer.Evidence{Envelope: *mine.Clear(), Receipt: c.receipt(0, mine.ID(), judged), Round: 2, Vote: c.vote(0, judged-1, 2)}).Encode()
	for name, b := range map[string][]byte{
		"empty": nil, "not JSON": []byte("x"), "null": []byte("null"), "of another kind": []byte(`{"kind":"x"}`), "nothing in it": []byte(`{"kind":"chorale/evidence/v1"}`),
		"twice": append(slices.Clone(good), good...), "a field more": []byte(`{"kind":"chorale/evidence/v1","x":1}`),
		"a field more in a good one":  bytes.Replace(good, []byte(`"kind"`), []byte(`"x":1,"kind"`), 1),
		"a list of another height":    bytes.Replace(good, fmt.Appendf(nil, `"height": "%d"`, judged-1), fmt.Appendf(nil, `"height": "%d"`, judged), 1),
		"another kind in a good one":  bytes.Replace(good, []byte("evidence/v1"), []byte("evidence/v2"), 1),
		"without the list that shows": bytes.Replace(good, []byte(`"list": {`), []byte(`"list": null, "list ": {`), 1),
	} {
		t.Run(name, func(t *testing.T) {
			require.NotEqual(t, good, b)
			_, err := sequencer.DecodeEvidence(b)
			require.ErrorIs(t, err, sequencer.ErrEvidence)
		})
	}
	_, err := sequencer.DecodeEvidence(good)
	require.NoError(t, err)
}

func FuzzDecodeEvidence(f *testing.F) {
	c := newCourt(&testing.T{})
	mine := c.sealed(1, 0)
	f.Add((&sequencer.Evidence{Envelope: *mine.Clear(), Receipt: c.receipt(0, mine.ID(), judged), Round: 2, Vote: c.vote(0, judged-1, 2)}).Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := sequencer.DecodeEvidence(b)
		if err != nil {
			return
		}
		again, err := sequencer.DecodeEvidence(e.Encode())
		require.NoError(t, err)
		require.Equal(t, e.Encode(), again.Encode())
		_ = e.Check(c.p, network, c.signed)
	})
}

func TestClearNamesItsEnvelope(t *testing.T) {
	c := newCourt(t)
	for _, slot := range []rollup.Slot{1, 127, 128, 1 << 20, 1 << 40} {
		s := c.sealed(1, 2)
		s.Slot = slot
		require.Equal(t, s.ID(), s.Clear().ID())
		require.Equal(t, s.Size(), s.Clear().Size())
		require.Equal(t, s.Clear(), sequencer.ShowClear(s.Clear()).Clear())
	}
}
