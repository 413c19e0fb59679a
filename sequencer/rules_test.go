package sequencer_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
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
	"pgregory.net/rapid"
)

func view(number, position uint64, fork byte) rollup.L1View {
	return rollup.L1View{Number: number, Hash: crypto.Keccak256Hash([]byte{fork}, []byte(fmt.Sprint(number))), QueuePosition: position}
}

func reports(views ...rollup.L1View) []*sequencer.Extension {
	var out []*sequencer.Extension
	for _, v := range views {
		out = append(out, &sequencer.Extension{View: v})
	}
	return out
}

func TestNextView(t *testing.T) {
	now := view(10, 5, 0)
	for name, c := range map[string]struct {
		reports []rollup.L1View
		want    rollup.L1View
	}{
		"nothing":                    {nil, now},
		"one alone is not believed":  {[]rollup.L1View{view(12, 6, 0), now, now}, now},
		"two are":                    {[]rollup.L1View{view(12, 6, 0), now, view(12, 6, 0)}, view(12, 6, 0)},
		"the highest that two have":  {[]rollup.L1View{view(12, 6, 0), view(11, 6, 0), view(12, 6, 0), view(11, 6, 0)}, view(12, 6, 0)},
		"a liar's height is ignored": {[]rollup.L1View{view(99, 6, 0), view(11, 6, 0), view(11, 6, 0)}, view(11, 6, 0)},
		"two hashes do not add up":   {[]rollup.L1View{view(12, 6, 0), view(12, 6, 1), now}, now},
		"never lower":                {[]rollup.L1View{view(9, 5, 0), view(9, 5, 0), view(9, 5, 0)}, now},
		"never another at the same":  {[]rollup.L1View{view(10, 5, 1), view(10, 5, 1), view(10, 5, 1)}, now},
		"queue never shorter":        {[]rollup.L1View{view(12, 4, 0), view(12, 4, 0), view(12, 4, 0)}, now},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, sequencer.NextView(now, reports(c.reports...), 1)) })
	}
}

func TestNextViewIsAFunctionOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 13).Draw(t, "members")
		faulty := (n - 1) / 3
		now := view(rapid.Uint64Range(0, 3).Draw(t, "now"), 0, 0)
		var views []rollup.L1View
		for range n {
			views = append(views, view(rapid.Uint64Range(0, 5).Draw(t, "number"), 0, rapid.Byte().Draw(t, "fork")%3))
		}
		got := sequencer.NextView(now, reports(views...), faulty)
		require.GreaterOrEqual(t, got.Number, now.Number)
		if got != now {
			count := 0
			for _, v := range views {
				if v == got {
					count++
				}
			}
			require.Greater(t, count, faulty)
		}
		require.Equal(t, got, sequencer.NextView(now, reports(rapid.Permutation(views).Draw(t, "order")...), faulty))
	})
}

// key signs envelopes in these tests.
var key, _ = crypto.ToECDSA(crypto.Keccak256([]byte("bidder")))

func bidder() rollup.Address { return crypto.PubkeyToAddress(key.PublicKey) }

func parameters() *rollup.Parameters {
	p := &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, Treasury: rollup.Address{7}, Reserve: uint256.NewInt(1),
		FeeBase: uint256.NewInt(10), FeePerKiB: new(uint256.Int), FeePerMegagas: new(uint256.Int), BatchGas: 2_000_000, BidderGas: 2_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 5000,
		MaxLag: 4, BlockGas: 30_000_000, ForcedGas: 1_000_000, PostEvery: 4, PostBytes: 1 << 20, L1Rounding: 1, Rollups: []rollup.ChainID{1},
	}
	for range members {
		p.Members = append(p.Members, rollup.Member{})
	}
	return p
}

// envelope makes an envelope without a real ciphertext; its check is not these rules' concern.
func envelope(slot rollup.Slot, gas auction.GasClass, size int, salt byte) *sequencer.Envelope {
	s := &auction.Sealed{Network: network, Slot: slot, Bidder: bidder(), GasClass: gas, Ciphertext: append(make([]byte, size-1), salt)}
	return &sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: make([]byte, size)}
}

// purse is a fee balance that pays for so many envelopes.
type purse int

func (p *purse) Reserve(e []*auction.Sealed) error {
	if int(*p) < len(e) {
		return builder.ErrFee
	}
	*p -= purse(len(e))
	return nil
}

func room(p *rollup.Parameters, fees int) *sequencer.Room {
	f := purse(fees)
	return sequencer.NewRoom(p, &f)
}

func TestListed(t *testing.T) {
	a, b, c := rollup.Digest{1}, rollup.Digest{2}, rollup.Digest{3}
	lists := func(lists ...[]rollup.Digest) (out []*sequencer.Extension) {
		for _, l := range lists {
			out = append(out, &sequencer.Extension{Held: l})
		}
		return out
	}
	require.Equal(t, []rollup.Digest{a, c}, sequencer.Listed(lists([]rollup.Digest{a, b, c}, []rollup.Digest{c}, []rollup.Digest{a}), 1))
	require.Empty(t, sequencer.Listed(lists([]rollup.Digest{a}, []rollup.Digest{b}, nil), 1))
}

func TestCheckBatch(t *testing.T) {
	p := parameters()
	e := []*sequencer.Envelope{envelope(5, 0, 1000, 1), envelope(5, 0, 1000, 2), envelope(5, 0, 1000, 3), envelope(5, 0, 1000, 4)}
	slices.SortFunc(e, func(a, b *sequencer.Envelope) int { return a.ID.Cmp(b.ID) })
	big := envelope(5, 3, 1000, 9) // 2,000,000 gas: all of a batch
	long := envelope(5, 0, 4500, 10)
	ids := func(e ...*sequencer.Envelope) (out []rollup.Digest) {
		for _, x := range e {
			out = append(out, x.ID)
		}
		slices.SortFunc(out, func(a, b rollup.Digest) int { return a.Cmp(b) })
		return out
	}
	for name, c := range map[string]struct {
		listed []rollup.Digest
		batch  []*sequencer.Envelope
		held   []*sequencer.Envelope
		fees   int
		want   error
	}{
		"empty":                            {fees: 9},
		"what is listed is in":             {ids(e[0], e[1]), e[:2], nil, 9, nil},
		"and others after it":              {ids(e[1]), []*sequencer.Envelope{e[1], e[3], e[0]}, nil, 9, nil},
		"listed ones come first":           {ids(e[1]), []*sequencer.Envelope{e[0], e[1]}, nil, 9, sequencer.ErrOmitted},
		"listed one left out":              {ids(e[0], e[1]), e[:1], e, 9, sequencer.ErrOmitted},
		"listed one that nobody has":       {ids(e[0], e[1]), e[:1], nil, 9, sequencer.ErrMissing},
		"all left out":                     {ids(e[0], e[1]), nil, e, 9, sequencer.ErrOmitted},
		"listed in another order":          {ids(e[0], e[1]), []*sequencer.Envelope{e[1], e[0]}, nil, 9, sequencer.ErrOmitted},
		"twice":                            {ids(e[0]), []*sequencer.Envelope{e[0], e[0]}, nil, 9, sequencer.ErrBatch},
		"of another slot":                  {nil, []*sequencer.Envelope{envelope(6, 0, 100, 1)}, nil, 9, sequencer.ErrBatch},
		"fees end: the listed rest may go": {ids(e[0], e[1]), e[:1], e, 1, nil},
		"an extra without its fee":         {nil, e[:2], nil, 1, builder.ErrFee},
		"an extra beyond the gas":          {ids(e[0]), []*sequencer.Envelope{e[0], big}, nil, 9, sequencer.ErrBatch},
		"an extra beyond the bytes":        {ids(e[0]), []*sequencer.Envelope{e[0], long}, nil, 9, sequencer.ErrBatch},
	} {
		t.Run(name, func(t *testing.T) {
			err := sequencer.CheckBatch(5, room(p, c.fees), c.listed, c.batch, func(id rollup.Digest) *sequencer.Envelope {
				for _, x := range c.held {
					if x.ID == id {
						return x
					}
				}
				return nil
			})
			if c.want == nil {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, c.want)
			}
		})
	}
}

// What Required makes always passes CheckBatch, whatever else fits is added, and dropping any required one never
// passes.
func TestRequiredIsEnforced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := parameters()
		n := rapid.IntRange(0, 12).Draw(t, "envelopes")
		byID := make(map[rollup.Digest]*sequencer.Envelope)
		var ids []rollup.Digest
		var others []*sequencer.Envelope
		for i := range n {
			e := envelope(5, auction.GasClass(rapid.IntRange(0, 3).Draw(t, "gas")), rapid.IntRange(100, 2500).Draw(t, "size"), byte(i))
			byID[e.ID] = e
			if rapid.Bool().Draw(t, "listed") {
				ids = append(ids, e.ID)
			} else {
				others = append(others, e)
			}
		}
		slices.SortFunc(ids, func(a, b rollup.Digest) int { return a.Cmp(b) })
		fees := rapid.IntRange(0, 12).Draw(t, "fees")
		all := func(id rollup.Digest) *sequencer.Envelope { return byID[id] }
		r := room(p, fees)
		batch, missing := sequencer.Required(r, ids, all)
		require.Empty(t, missing)
		required := len(batch)
		for _, e := range others {
			if r.Take(e.Sealed, len(e.Raw)) == nil {
				batch = append(batch, e)
			}
		}
		require.NoError(t, sequencer.CheckBatch(5, room(p, fees), ids, batch, all))
		if required > 0 {
			drop := rapid.IntRange(0, required-1).Draw(t, "drop")
			less := slices.Delete(slices.Clone(batch), drop, drop+1)
			require.ErrorIs(t, sequencer.CheckBatch(5, room(p, fees), ids, less, all), sequencer.ErrOmitted)
		}
	})
}

func TestStateChecksBlocks(t *testing.T) {
	p := parameters()
	group, shares := thresholdtest.Committee(quorum, members, 1)
	ledger := builder.NewLedger(p)
	opening := func(slot rollup.Slot) threshold.Signature {
		return thresholdtest.Sign(&group, shares, threshold.OpeningTag, auction.Identity(network, slot))
	}
	none := func(rollup.Slot, threshold.Signature) bool { return false }
	nobody := func(rollup.Digest) *sequencer.Envelope { return nil }
	votes := reports(rollup.L1View{}, rollup.L1View{}, rollup.L1View{})
	state := func() *sequencer.State {
		return &sequencer.State{Parameters: p, Network: network, Slot: 6, Keyed: 4, Group: &group, Formed: 2, Fees: builder.NewFeeBook(ledger)}
	}
	deposit := rollup.QueueItem{Kind: rollup.QueueDeposit, Payload: make([]byte, 96)}
	copy(deposit.Payload[12:], bidder().Bytes())
	deposit.Payload[95] = 10 // one envelope's fee
	funded := rollup.L1View{Number: 1, QueuePosition: 1, QueueHash: rollup.Accumulate(rollup.Digest{}, deposit)}

	for name, c := range map[string]struct {
		block sequencer.Block
		alter func(*sequencer.State)
		want  error
	}{
		"empty":                      {block: sequencer.Block{Slot: 7, Votes: votes}},
		"too few votes":              {block: sequencer.Block{Slot: 7, Votes: votes[:2]}, want: sequencer.ErrVotes},
		"of another height":          {block: sequencer.Block{Slot: 8, Votes: votes}, want: sequencer.ErrBatch},
		"next keys":                  {block: sequencer.Block{Slot: 7, Votes: votes, Keys: []threshold.Signature{opening(5), opening(6)}}},
		"a key out of turn":          {block: sequencer.Block{Slot: 7, Votes: votes, Keys: []threshold.Signature{opening(6)}}, want: sequencer.ErrKeys},
		"its own slot's key":         {block: sequencer.Block{Slot: 7, Votes: votes, Keys: []threshold.Signature{opening(5), opening(6), opening(7)}}, want: sequencer.ErrKeys},
		"a key before the group":     {block: sequencer.Block{Slot: 7, Votes: votes, Keys: []threshold.Signature{opening(5)}}, alter: func(s *sequencer.State) { s.Group = nil }, want: sequencer.ErrKeys},
		"items without a view":       {block: sequencer.Block{Slot: 7, Votes: votes, Items: []rollup.QueueItem{deposit}}, want: sequencer.ErrItems},
		"a view without its items":   {block: sequencer.Block{Slot: 7, Votes: reports(funded, funded, funded)}, want: sequencer.ErrItems},
		"an envelope without fees":   {block: sequencer.Block{Slot: 7, Votes: votes, Envelopes: []*sequencer.Envelope{envelope(7, 0, 100, 1)}}, want: builder.ErrFee},
		"fees from the same block":   {block: sequencer.Block{Slot: 7, Votes: reports(funded, funded, funded), Items: []rollup.QueueItem{deposit}, Envelopes: []*sequencer.Envelope{envelope(7, 0, 100, 1)}}},
		"but not for two":            {block: sequencer.Block{Slot: 7, Votes: reports(funded, funded, funded), Items: []rollup.QueueItem{deposit}, Envelopes: []*sequencer.Envelope{envelope(7, 0, 100, 1), envelope(7, 0, 100, 2)}}, want: builder.ErrFee},
		"envelopes before the group": {block: sequencer.Block{Slot: 7, Votes: votes, Envelopes: []*sequencer.Envelope{envelope(7, 0, 100, 1)}}, alter: func(s *sequencer.State) { s.Group = nil }, want: sequencer.ErrLagging},
		"envelopes while lagging":    {block: sequencer.Block{Slot: 7, Votes: votes, Envelopes: []*sequencer.Envelope{envelope(7, 0, 100, 1)}}, alter: func(s *sequencer.State) { s.Keyed = 2 }, want: sequencer.ErrLagging},
	} {
		t.Run(name, func(t *testing.T) {
			s := state()
			if c.alter != nil {
				c.alter(s)
			}
			before := s.Hash(rollup.Digest{}, rollup.Digest{})
			err := s.Check(&c.block, none, nobody)
			if c.want == nil {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, c.want)
			}
			require.Equal(t, before, s.Hash(rollup.Digest{}, rollup.Digest{}), "checking leaves no trace")
			require.Equal(t, uint256.NewInt(0), s.Fees.Balance(bidder()))
			if errors.Is(c.want, sequencer.ErrBatch) || errors.Is(c.want, builder.ErrFee) {
				require.ErrorIs(t, s.Apply(&c.block), c.want, "nor is it applied, if it were decided")
				require.Equal(t, before, s.Hash(rollup.Digest{}, rollup.Digest{}), "nor half of it")
			}
			if c.want == nil {
				require.NoError(t, s.Apply(&c.block))
				require.Equal(t, rollup.Slot(7), s.Slot)
				require.Equal(t, rollup.Slot(4+len(c.block.Keys)), s.Keyed)
				require.NotEqual(t, before, s.Hash(rollup.Digest{}, rollup.Digest{}))
			}
		})
	}
}

func TestSnapshot(t *testing.T) {
	p := parameters()
	group, _ := thresholdtest.Committee(quorum, members, 1)
	s := &sequencer.State{Parameters: p, Network: network, Slot: 9, Time: 77, View: view(3, 2, 0), Keyed: 8, Group: &group, Formed: 2, Fees: builder.NewFeeBook(builder.NewLedger(p))}
	back, err := sequencer.RestoreState(s.Snapshot(), p, network, s.Fees)
	require.NoError(t, err)
	require.Equal(t, s.Hash(rollup.Digest{1}, rollup.Digest{}), back.Hash(rollup.Digest{1}, rollup.Digest{}))
	require.Equal(t, s.Time, back.Time)
	_, err = sequencer.RestoreState(s.Snapshot(), p, rollup.Network{}, s.Fees)
	require.ErrorIs(t, err, sequencer.ErrRecord)
	_, err = sequencer.RestoreState(s.Snapshot()[1:], p, network, s.Fees)
	require.ErrorIs(t, err, sequencer.ErrRecord)
}

func TestSignerRemembers(t *testing.T) {
	_, shares := thresholdtest.Committee(quorum, members, 1)
	m := make(memory)
	for life := range 2 {
		s := sequencer.NewSigner(network, shares[0], m)
		_, err := s.Open(1)
		require.ErrorIs(t, err, sequencer.ErrNotCommitted)
		s.Committed(3)
		for slot := rollup.Slot(1); slot <= 3; slot++ {
			_, err = s.Open(slot)
			require.NoError(t, err)
		}
		_, err = s.Open(4)
		require.ErrorIs(t, err, sequencer.ErrNotCommitted)
		_, err = s.Open(0)
		require.ErrorIs(t, err, sequencer.ErrNotCommitted, "there is no slot 0")
		for _, kind := range []sequencer.Kind{sequencer.Attestation, sequencer.PostingRelease} {
			_, err = s.Sign(kind, 1, rollup.Digest{1})
			require.NoError(t, err, "life %d", life)
			_, err = s.Sign(kind, 1, rollup.Digest{2})
			require.ErrorIs(t, err, sequencer.ErrSecondDigest)
		}
		_, err = s.Sign(sequencer.Opening, 1, rollup.Digest{1})
		require.Error(t, err, "openings are not signed as digests")
	}
}

// forgetful fails to record.
type forgetful struct{ memory }

var errDisk = errors.New("disk")

func (forgetful) Record(sequencer.Kind, rollup.Slot, rollup.Digest) error { return errDisk }

func TestSignerSaysNothingUnrecorded(t *testing.T) {
	_, shares := thresholdtest.Committee(quorum, members, 1)
	p, err := sequencer.NewSigner(network, shares[0], forgetful{make(memory)}).Sign(sequencer.Attestation, 1, rollup.Digest{1})
	require.ErrorIs(t, err, errDisk)
	require.Zero(t, p)
}

func TestCollector(t *testing.T) {
	group, shares := thresholdtest.Committee(quorum, members, 1)
	message := []byte("m")
	c := sequencer.NewCollector(sequencer.Attestation, &group, 10, 5)
	good := func(i int) threshold.Partial { return shares[i].Sign(threshold.AttestationTag, message) }
	bad := shares[3].Sign(threshold.AttestationTag, []byte("other"))
	require.False(t, c.Add(10, good(0)), "done already")
	require.False(t, c.Add(16, good(0)), "beyond the window")
	require.Empty(t, c.Shares(10), "nor is it kept")
	require.Empty(t, c.Shares(16), "nor is it kept")
	require.False(t, c.Add(11, threshold.Partial{Index: 5}), "nobody's")
	require.False(t, c.Add(11, good(0)))
	require.False(t, c.Add(11, good(0)), "again")
	require.False(t, c.Add(11, threshold.Partial{Index: 1, Signature: bad.Signature}), "another of the same")
	require.Equal(t, []threshold.Partial{good(0)}, c.Shares(11), "the first counts")
	require.False(t, c.Add(11, good(1)))
	require.True(t, c.Add(11, bad))
	_, blamed, err := group.CombineBlaming(threshold.AttestationTag, message, c.Shares(11))
	require.ErrorIs(t, err, threshold.ErrTooFew)
	require.Equal(t, []uint32{4}, blamed)
	c.Drop(11, blamed)
	require.False(t, c.Enough(11))
	require.True(t, c.Add(11, good(3)), "a better one counts")
	_, err = group.Combine(threshold.AttestationTag, message, c.Shares(11))
	require.NoError(t, err)
	c.Done(11)
	require.Empty(t, c.Shares(11))
	require.False(t, c.Add(16, good(0)))
	require.Len(t, c.Shares(16), 1, "the window moved")
	require.False(t, c.Add(11, good(2)))
}

func TestCutter(t *testing.T) {
	slot := func(n rollup.Slot, size int) *sequencer.Attested {
		noise := make([]byte, size) // it does not compress
		_, _ = rand.NewChaCha8([32]byte{byte(n)}).Read(noise)
		return &sequencer.Attested{Header: builder.Header{Network: network, Slot: n}, Envelopes: [][]byte{noise}}
	}
	for name, c := range map[string]struct {
		sizes []int
		want  [][2]rollup.Slot
	}{
		"by number":                   {[]int{1, 1, 1, 1, 1, 1, 1, 1, 1}, [][2]rollup.Slot{{1, 4}, {5, 8}}},
		"before the bytes run out":    {[]int{4000, 4000, 4000, 1, 1, 1}, [][2]rollup.Slot{{1, 2}, {3, 6}}},
		"a large slot stands alone":   {[]int{1, 20_000, 1, 1, 1, 1}, [][2]rollup.Slot{{1, 1}, {2, 2}, {3, 6}}},
		"two large ones, one by one":  {[]int{20_000, 20_000}, [][2]rollup.Slot{{1, 1}, {2, 2}}},
		"nothing before it is enough": {[]int{1, 1, 1}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := parameters()
			p.PostBytes = 10_000
			cutter := sequencer.NewCutter(p, 0, rollup.Digest{})
			var got [][2]rollup.Slot
			previous := rollup.Digest{}
			var last *sequencer.UnsignedPosting
			for i, size := range c.sizes {
				postings, err := cutter.Take(slot(rollup.Slot(i+1), size))
				require.NoError(t, err)
				for _, cut := range postings {
					got = append(got, [2]rollup.Slot{cut.First, cut.Last})
					require.Equal(t, previous, cut.Previous)
					previous, last = cut.Root(), cut
				}
			}
			require.Equal(t, c.want, got)
			if last != nil { // a member that starts again after the last posting cuts on from there
				next := sequencer.NewCutter(p, last.Last, previous)
				require.Equal(t, last.Last+1, next.Next())
			}
			_, err := cutter.Take(slot(99, 1))
			require.ErrorIs(t, err, sequencer.ErrRecord)
		})
	}
}
