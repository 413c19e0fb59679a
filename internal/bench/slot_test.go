package bench_test

import (
	"encoding/binary"
	"fmt"
	"math/rand"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// size is what a slot holds.
type size struct {
	Rollups int
	Bundles int // with bids
	Legs    int // of each, one transaction each, on as many rollups
	Failing int // of the bundles: half revert by themselves, half lose an opportunity to a higher bid
	Plain   int // transfers of wallet users, without a bid
}

// wholeSlot is the slot by which the project is measured.
var wholeSlot = size{Rollups: 4, Bundles: 300, Legs: 2, Failing: 100, Plain: 200}

// work is a slot, sealed, and everything that one member needs for it.
type work struct {
	size       size
	parameters *rollup.Parameters
	network    rollup.Network
	alloc      types.GenesisAlloc // of every rollup
	genesis    []rollup.Genesis
	deposits   []rollup.QueueItem // of slot 1
	bundles    []*auction.Bundle  // with bids
	batch      *auction.Batch     // of slot 2
	want       map[rollup.Digest]auction.Reason
	group      threshold.Group
	shares     []*threshold.Share
	opening    []threshold.Partial // of slot 2, of the others
	bids       *uint256.Int        // of the bundles that are to execute, together
}

const (
	members   = 4
	firstSlot = genesisTime*1000 + 1000 // ms: slot 1 opens the blocks of the next second
	slotTime  = firstSlot + 750         // ms: slot 2 is the last of that second and may use the block's whole gas
	closeTime = firstSlot + 1000        // ms: slot 3 closes the blocks
)

var (
	works   = make(map[size]*work)
	workMu  sync.Mutex
	reserve = uint256.NewInt(1_000_000)
)

// workOf seals a slot once in a process.
func workOf(s size) *work {
	workMu.Lock()
	defer workMu.Unlock()
	if works[s] == nil {
		works[s] = newWork(s)
	}
	return works[s]
}

func newWork(s size) *work {
	w := &work{size: s, want: make(map[rollup.Digest]auction.Reason), bids: new(uint256.Int)}
	w.network = rollup.Network{ID: crypto.Keccak256Hash([]byte("bench")), Epoch: 1}
	w.group, w.shares = thresholdtest.Committee(members*2/3+1, members, 1)
	for _, share := range w.shares[1:w.group.Threshold] {
		w.opening = append(w.opening, share.Sign(threshold.OpeningTag, auction.Identity(w.network, 2)))
	}
	var bidders, users, gateways []account
	for i := range s.Bundles {
		bidders = append(bidders, newAccount("bidder", i))
	}
	for i := range s.Plain {
		users = append(users, newAccount("user", i))
	}
	for i := range min(s.Plain, 20) {
		gateways = append(gateways, newAccount("gateway", i))
	}
	perRollup := uint64(s.Bundles*s.Legs*tradeGas+s.Plain*transferGas)/uint64(s.Rollups) + tradeGas*uint64(s.Legs)
	blockGas := max(36_000_000, perRollup*3/2+6_000_000)
	w.parameters = parameters(s, blockGas)
	w.alloc = allocation(slices.Concat(bidders, users))
	w.parameters.Rollups, w.genesis = geneses(s.Rollups, blockGas, w.alloc)
	w.deposit(bidders, gateways)
	w.seal(bidders, users, gateways)
	if err := w.batch.Check(w.parameters); err != nil {
		panic(err)
	}
	return w
}

// parameters are the devnet's, with room for the whole slot.
func parameters(s size, blockGas uint64) *rollup.Parameters {
	gas := max(60_000_000, uint64(s.Bundles)*classFor(s.Legs*tradeGas).Gas()+uint64(s.Plain)*auction.GasClass(0).Gas())
	p := &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 2_000, Treasury: rollup.Address{0xee},
		Reserve: reserve, FeeBase: uint256.NewInt(100), FeePerKiB: uint256.NewInt(10), FeePerMegagas: uint256.NewInt(100),
		BatchGas: gas, BidderGas: gas, SearchGas: 60_000_000, BatchBytes: 64 << 20, MaxLag: 40, BlockGas: blockGas, ForcedGas: 6_000_000,
		TriggerDepth: 8, TriggerCount: 32, PairTriggers: 128, PairGas: 12_000_000, PostEvery: 8, PostBytes: 32 << 20, L1Depth: 2, L1Rounding: 1,
	}
	for i := range members {
		p.Members = append(p.Members, rollup.Member{Name: fmt.Sprint("member ", i)})
	}
	return p
}

// classFor is the smallest class for so much gas.
func classFor(gas int) (c auction.GasClass) {
	for c.Gas() < uint64(gas) {
		c++
	}
	return c
}

func (w *work) deposit(who ...[]account) {
	amount := uint256.NewInt(1_000_000_000_000).PaddedBytes(32)
	for _, a := range slices.Concat(who...) {
		payload := slices.Concat(make([]byte, 12), a.address[:], amount, amount)
		position := uint64(len(w.deposits))
		w.deposits = append(w.deposits, rollup.QueueItem{Position: position, Kind: rollup.QueueDeposit, Sender: a.address, L1Block: 1, Payload: payload})
	}
}

// role is what a bundle is there for.
type role int

const (
	trades  role = iota // executes
	reverts             // fails by itself, at the end of its last leg
	loses               // fails in its last leg, since the bundle after it takes the opportunity and bids more
	takes               // executes
)

// roles are the bundles' roles. Every third fails until there are enough of them.
func (s size) roles() []role {
	out := make([]role, s.Bundles)
	for failing := 0; failing < s.Failing; failing++ {
		out[3*failing] = reverts
		if failing%2 == 1 {
			out[3*failing], out[3*failing+1] = loses, takes
		}
	}
	return out
}

// seal makes the batch, the same in every run.
func (w *work) seal(bidders, users, gateways []account) {
	sealer, err := threshold.NewSealer(w.group.Public, auction.Identity(w.network, 2))
	if err != nil {
		panic(err)
	}
	random := rand.New(rand.NewSource(7))
	w.batch = &auction.Batch{Network: w.network, Slot: 2}
	add := func(bidder account, b *auction.Bundle, class auction.GasClass, want auction.Reason) {
		binary.BigEndian.PutUint64(b.Salt[:], uint64(len(w.batch.Envelopes)))
		clear := auction.Sealed{Network: w.network, Slot: 2, Bidder: bidder.address, GasClass: class}
		s, err := auction.Seal(random, sealer, clear, b, bidder.sign)
		if err != nil {
			panic(err)
		}
		w.batch.Envelopes = append(w.batch.Envelopes, s)
		w.want[s.ID()] = want
		if want == auction.Executed {
			w.bids.Add(w.bids, b.Bid)
		}
	}
	for i, role := range w.size.roles() {
		want := auction.Executed
		if role == reverts || role == loses {
			want = auction.LegReverted
		}
		bid := reserve.Uint64() + 1_000_000 + uint64(random.Intn(1_000_000))
		if role == takes {
			bid += 1_000_000
		}
		b := w.bundle(i, role, bid, bidders[i])
		w.bundles = append(w.bundles, b)
		add(bidders[i], b, classFor(w.size.Legs*tradeGas), want)
	}
	for i, u := range users {
		chain := w.parameters.Rollups[i%w.size.Rollups]
		leg := auction.Leg{Chain: chain, Txs: [][]byte{u.raw(chain, users[(i+1)%len(users)].address, transferGas, 1, nil)}}
		add(gateways[i%len(gateways)], &auction.Bundle{Legs: []auction.Leg{leg}, Bid: new(uint256.Int)}, 0, auction.Executed)
	}
	random.Shuffle(len(w.batch.Envelopes), func(i, j int) {
		w.batch.Envelopes[i], w.batch.Envelopes[j] = w.batch.Envelopes[j], w.batch.Envelopes[i]
	})
}

// bundle is the i-th: legs on consecutive rollups, each in a pool of its own choice. What loses stands where the
// bundle after it stands. Its transactions' tip is the bid, too, for those who order by tips.
func (w *work) bundle(i int, role role, bid uint64, a account) *auction.Bundle {
	if role == loses {
		i++
	}
	b := &auction.Bundle{Bid: uint256.NewInt(bid)}
	for leg := range w.size.Legs {
		chain := w.parameters.Rollups[(i+leg)%w.size.Rollups]
		t := trade{pool: uint64(i*7+leg*13) % pools}
		if leg == w.size.Legs-1 {
			t.tooMuch = role == reverts
			if role == loses || role == takes {
				t.opportunity = uint64(i)
			}
		}
		b.Legs = append(b.Legs, auction.Leg{Chain: chain, Txs: [][]byte{a.raw(chain, market, tradeGas, bid, t.data())}})
	}
	return b
}

// spent is time on the clock, and of the processors.
type spent struct{ clock, cpu time.Duration }

func (s spent) plus(t spent) spent { return spent{s.clock + t.clock, s.cpu + t.cpu} }

// part is a part of a slot.
type part int

const (
	combining part = iota // the opening shares, its own among them, into the slot's key
	opening               // the batch
	selecting
	executing // fates, prices, ledger and header included
	signing   // its share of the attestation, and combining it with the others'
	closing   // the next slot, which is empty and closes the blocks: state roots, tries to disk
)

var partNames = [...]string{"key", "open", "select", "execute", "sign", "close"}

// parts is what one member needs for one slot, part by part.
type parts [len(partNames)]spent

// total is from the agreed batch to the attestation.
func (p parts) total() (sum spent) {
	for _, s := range p[:closing] {
		sum = sum.plus(s)
	}
	return sum
}

// memory is a member's record of its signatures. The real one is a write to the log.
type memory map[rollup.Slot]rollup.Digest

func (m memory) Recall(_ sequencer.Kind, slot rollup.Slot) (rollup.Digest, bool, error) {
	d, ok := m[slot]
	return d, ok, nil
}

func (m memory) Record(_ sequencer.Kind, slot rollup.Slot, d rollup.Digest) error {
	m[slot] = d
	return nil
}

// member is one that stands after slot 1, with the deposits in its ledger.
type member struct {
	w       *work
	machine *evm.Machine
	builder *builder.Builder
	signer  *sequencer.Signer
	view    rollup.L1View
}

func newMember(t testing.TB, w *work, p *rollup.Parameters, dir string) *member {
	machine, err := evm.Open(evm.Config{Genesis: w.genesis, Dir: dir})
	require.NoError(t, err)
	m := &member{w: w, machine: machine, builder: builder.New(p, w.network, machine)}
	m.signer = sequencer.NewSigner(w.network, w.shares[0], memory{})
	m.view = rollup.L1View{Number: 1, Hash: rollup.Digest{1}}
	for _, i := range w.deposits {
		m.view.QueuePosition, m.view.QueueHash = i.Position+1, rollup.Accumulate(m.view.QueueHash, i)
	}
	_, err = m.execute(1, firstSlot, threshold.Signature{1}, w.deposits, m.empty(1))
	require.NoError(t, err)
	m.signer.Committed(2)
	return m
}

func (m *member) empty(slot rollup.Slot) *auction.Selected {
	opened, err := auction.Open(&auction.Batch{Network: m.w.network, Slot: slot}, threshold.Signature{}, m.w.parameters.Rollups)
	if err != nil {
		panic(err)
	}
	return auction.Select(opened, m.w.parameters, threshold.Signature{})
}

func (m *member) execute(slot rollup.Slot, time uint64, key threshold.Signature, items []rollup.QueueItem, s *auction.Selected) (*builder.Executed, error) {
	return m.builder.Execute(builder.Input{Slot: slot, Time: time, View: m.view, Items: items, Key: key, Selected: s})
}

// run takes slot 2 from its agreed batch to its attestation, and closes the blocks.
func (m *member) run(t testing.TB) (p parts, out, closed *builder.Executed) {
	w := m.w
	lap := stopwatch()
	begin := func(next part) {
		label(partNames[next])
		lap()
	}
	begin(combining)
	share, err := m.signer.Open(2)
	require.NoError(t, err)
	key, err := w.group.Combine(threshold.OpeningTag, auction.Identity(w.network, 2), append([]threshold.Partial{share}, w.opening...))
	require.NoError(t, err)
	p[combining] = lap()
	begin(opening)
	opened, err := auction.Open(w.batch, key, w.parameters.Rollups)
	require.NoError(t, err)
	p[opening] = lap()
	begin(selecting)
	selected := auction.Select(opened, w.parameters, key)
	p[selecting] = lap()
	begin(executing)
	out, err = m.execute(2, slotTime, key, nil, selected)
	require.NoError(t, err)
	root := sequencer.HeaderSigningRoot(&out.Header)
	p[executing] = lap()

	label("set-up")
	var partials []threshold.Partial // the others compute theirs on their machines
	for _, s := range w.shares[1:w.group.Threshold] {
		partials = append(partials, s.Sign(threshold.AttestationTag, root[:]))
	}
	begin(signing)
	own, err := m.signer.Sign(sequencer.Attestation, 2, root)
	require.NoError(t, err)
	_, err = w.group.Combine(threshold.AttestationTag, root[:], append(partials, own))
	require.NoError(t, err)
	p[signing] = lap()
	begin(closing)
	closed, err = m.execute(3, closeTime, key, nil, m.empty(3))
	require.NoError(t, err)
	p[closing] = lap()
	label("set-up")
	return p, out, closed
}

// stopwatch gives what was spent since it was last asked.
func stopwatch() func() spent {
	clock, cpu := time.Now(), cpuTime()
	return func() spent {
		now, used := time.Now(), cpuTime()
		d := spent{now.Sub(clock), used - cpu}
		clock, cpu = now, used
		return d
	}
}

// check says whether everything ended as planned.
func (w *work) check(t testing.TB, out, closed *builder.Executed) {
	require.Len(t, out.Fates, len(w.want))
	prices, reasons := new(uint256.Int), make(map[auction.Reason]int)
	for _, f := range out.Fates {
		require.Equal(t, w.want[f.Envelope], f.Reason, "%s", f.Envelope)
		prices.Add(prices, f.Price)
		reasons[f.Reason]++
	}
	require.Equal(t, w.bids, prices)
	require.Equal(t, w.size.Failing, reasons[auction.LegReverted])
	require.Len(t, closed.Closed, w.size.Rollups)
	txs := 0
	for _, b := range closed.Closed {
		txs += len(b.Block.Transactions())
	}
	require.Equal(t, (w.size.Bundles-w.size.Failing)*w.size.Legs+w.size.Plain, txs)
}

// TestSlotHasItsFates keeps the harness honest on a small slot: what is to fail fails, as planned, and what is to
// be paid is paid.
func TestSlotHasItsFates(t *testing.T) {
	for _, s := range []size{
		{Rollups: 4, Bundles: 18, Legs: 2, Failing: 6, Plain: 8},
		{Rollups: 1, Bundles: 9, Legs: 1, Failing: 3},
		{Rollups: 5, Bundles: 4, Legs: 5},
	} {
		t.Run(fmt.Sprintf("%+v", s), func(t *testing.T) {
			w := workOf(s)
			m := newMember(t, w, w.parameters, t.TempDir())
			defer m.machine.Close()
			_, out, closed := m.run(t)
			w.check(t, out, closed)
		})
	}
}

// BenchmarkSlot is the whole slot, one member alone, in ms of each part on the clock, and of the processors: by bid
// alone, with the devnet's bound on trying other orderings for what failed, and with ten times that.
func BenchmarkSlot(b *testing.B) {
	for _, search := range []struct {
		name string
		gas  uint64
	}{{"by-bid", 0}, {"search", 60_000_000}, {"search-tenfold", 600_000_000}} {
		b.Run(search.name, func(b *testing.B) {
			w := workOf(wholeSlot)
			p := *w.parameters
			p.SearchGas = search.gas
			benchSlot(b, w, &p)
		})
	}
}

func benchSlot(b *testing.B, w *work, p *rollup.Parameters) {
	var sum parts
	for b.Loop() {
		b.StopTimer()
		m := newMember(b, w, p, b.TempDir())
		b.StartTimer()
		took, out, closed := m.run(b)
		b.StopTimer()
		w.check(b, out, closed)
		require.NoError(b, m.machine.Close())
		for i := range sum {
			sum[i] = sum[i].plus(took[i])
		}
		b.StartTimer()
	}
	report := func(name string, s spent) {
		b.ReportMetric(ms(s.clock)/float64(b.N), "ms/"+name)
		b.ReportMetric(ms(s.cpu)/float64(b.N), "cpu-ms/"+name)
	}
	for i, s := range sum {
		report(partNames[i], s)
	}
	report("slot", sum.total())
}
