package builder_test

import (
	"errors"
	"math/big"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// lane is one sender on one rollup.
type lane struct {
	chain  rollup.ChainID
	sender rollup.Address
}

// block is an open block of the world.
type block struct {
	number, time, gas uint64
	parent            rollup.Digest
	txs               []rollup.Digest
}

// world answers the need Rollups without an EVM: accounts have nonces, a transaction uses its gas limit, and
// a script says which transactions fail or trigger an action elsewhere. What it closed it can open again.
type world struct {
	chains []rollup.ChainID
	nonces map[lane]uint64
	open   map[rollup.ChainID]*block // nil between blocks
	heads  map[rollup.ChainID]block  // the last closed, with its hash as parent of the next
	trig   map[[2]rollup.ChainID]rollup.Digest
	counts map[[2]rollup.ChainID]uint64

	cells    map[cell]uint64                  // storage that scripts test and change
	scripts  map[rollup.Digest][]step         // by transaction
	marks    []standing                       // what Mark gave since the slot began
	fails    map[rollup.Digest]auction.Reason // by transaction
	triggers map[rollup.Digest]rollup.ChainID // by transaction: the rollup on which it causes an action
	durable  map[rollup.Digest]*world         // by hash of a closed block: the world after it
	closed   map[rollup.ChainID]builder.Head  // by this slot
	crash    error                            // answered by every method if set
	unequal  bool                             // EndSlot lies about the pairs
	envs     []builder.BlockEnv
	tries    int
}

func newWorld(chains ...rollup.ChainID) *world {
	w := &world{
		chains: chains, nonces: map[lane]uint64{}, heads: map[rollup.ChainID]block{},
		trig: map[[2]rollup.ChainID]rollup.Digest{}, counts: map[[2]rollup.ChainID]uint64{},
		cells: map[cell]uint64{}, scripts: map[rollup.Digest][]step{},
		fails: map[rollup.Digest]auction.Reason{}, triggers: map[rollup.Digest]rollup.ChainID{}, durable: map[rollup.Digest]*world{},
	}
	for _, c := range chains {
		w.heads[c] = block{}
	}
	return w
}

// cell is one slot of the world's storage.
type cell struct {
	chain rollup.ChainID
	slot  byte
}

// step is what a transaction does to one cell of its rollup: it reverts unless the cell is at least min and at
// most max, and then, if it writes at all, adds to it or sets it.
type step struct {
	slot     byte
	min, max uint64
	writes   bool
	sets     bool
	value    uint64
}

// standing is everything that an attempt can change. Maps in it are replaced, never changed.
type standing struct {
	nonces map[lane]uint64
	cells  map[cell]uint64
	open   map[rollup.ChainID]*block
	trig   map[[2]rollup.ChainID]rollup.Digest
	counts map[[2]rollup.ChainID]uint64
}

// Mark, Rewind and Keep answer builder.Drafts.
func (w *world) Mark() builder.Mark {
	w.marks = append(w.marks, standing{w.nonces, w.cells, w.open, w.trig, w.counts})
	return builder.Mark(len(w.marks) - 1)
}

func (w *world) Rewind(to builder.Mark) error {
	if w.crash != nil {
		return w.crash
	}
	if to < 0 || int(to) >= len(w.marks) {
		return errors.New("no such mark")
	}
	s := w.marks[to]
	w.nonces, w.cells, w.open, w.trig, w.counts = s.nonces, s.cells, s.open, s.trig, s.counts
	w.marks = w.marks[:to+1]
	return nil
}

func (w *world) Keep(since builder.Mark) (func() error, error) {
	if since < 0 || int(since) >= len(w.marks) {
		return nil, errors.New("no such mark")
	}
	kept := standing{w.nonces, w.cells, w.open, w.trig, w.counts}
	return func() error {
		if err := w.Rewind(since); err != nil {
			return err
		}
		w.nonces, w.cells, w.open, w.trig, w.counts = kept.nonces, kept.cells, kept.open, kept.trig, kept.counts
		return nil
	}, nil
}

// cellAddress is where the world's storage lies.
var cellAddress = rollup.Address{0xcc}

// recorded collects an attempt's accesses.
type recorded struct{ reads, writes map[builder.Access]bool }

func (r recorded) read(a builder.Access) { r.reads[a] = true }

func (r recorded) write(a builder.Access) { r.reads[a], r.writes[a] = true, true }

func (r recorded) sorted() (reads, writes []builder.Access) {
	for a := range r.reads {
		reads = append(reads, a)
	}
	for a := range r.writes {
		writes = append(writes, a)
	}
	slices.SortFunc(reads, builder.Access.Compare)
	slices.SortFunc(writes, builder.Access.Compare)
	return reads, writes
}

func cloneMap[K comparable, V any](m map[K]V) map[K]V {
	out := make(map[K]V, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

// resume is the world as a crashed member finds it again at these heads.
func (w *world) resume(heads map[rollup.ChainID]rollup.Digest) *world {
	for _, h := range heads {
		old := w.durable[h]
		return &world{
			chains: old.chains, nonces: cloneMap(old.nonces), heads: cloneMap(old.heads), trig: cloneMap(old.trig), counts: cloneMap(old.counts),
			cells: cloneMap(old.cells), scripts: w.scripts, fails: w.fails, triggers: w.triggers, durable: w.durable,
		}
	}
	panic("no heads")
}

func (w *world) Advance(env builder.BlockEnv) ([]builder.Block, error) {
	if w.crash != nil {
		return nil, w.crash
	}
	w.envs, w.marks = append(w.envs, env), nil
	var out []builder.Block
	w.closed = map[rollup.ChainID]builder.Head{}
	for _, c := range w.chains {
		if b := w.open[c]; b != nil {
			if env.Time <= b.time {
				return nil, errors.New("time does not grow")
			}
			var state []byte
			for _, tx := range b.txs {
				state = append(state, tx[:]...)
			}
			sealed := types.NewBlockWithHeader(&types.Header{
				Number: new(big.Int).SetUint64(b.number), Time: b.time, ParentHash: b.parent, Root: crypto.Keccak256Hash(state),
				GasUsed: b.gas, Difficulty: new(big.Int), Extra: []byte(c.String()),
			})
			out = append(out, builder.Block{Chain: c, Block: sealed})
			w.heads[c] = block{number: b.number, time: b.time, parent: sealed.Hash()}
			w.closed[c] = builder.Head{ClosedNumber: b.number, ClosedHash: sealed.Hash(), ClosedState: sealed.Root()}
		}
	}
	for _, b := range out {
		w.durable[b.Block.Hash()] = &world{
			chains: w.chains, nonces: cloneMap(w.nonces), heads: cloneMap(w.heads), trig: cloneMap(w.trig), counts: cloneMap(w.counts), cells: cloneMap(w.cells),
		}
	}
	w.open = map[rollup.ChainID]*block{}
	for _, c := range w.chains {
		w.open[c] = &block{number: w.heads[c].number + 1, time: env.Time, parent: w.heads[c].parent}
	}
	return out, nil
}

func (w *world) Try(a builder.Attempt) (*builder.Outcome, error) {
	if w.crash != nil {
		return nil, w.crash
	}
	if w.open == nil {
		return nil, errors.New("no block is open")
	}
	w.tries++
	nonces, cells, gas := cloneMap(w.nonces), cloneMap(w.cells), map[rollup.ChainID]uint64{}
	seen := recorded{map[builder.Access]bool{}, map[builder.Access]bool{}}
	var total uint64
	var causes [][2]rollup.ChainID
	out := &builder.Outcome{Reason: auction.Executed}
	fail := func(reason auction.Reason, leg, index int, tx *rollup.Tx) {
		out.Reason = reason
		out.Failure = &builder.Failure{Chain: tx.Chain, Leg: uint64(leg), Index: uint64(index), Tx: tx.Hash()}
	}
run:
	for i, leg := range a.Txs {
		for j, tx := range leg {
			l := lane{tx.Chain, tx.Sender}
			seen.read(builder.Access{Chain: tx.Chain, Account: tx.Sender})
			switch reason := w.fails[tx.Hash()]; {
			case tx.Nonce() < nonces[l]:
				fail(auction.NonceTooLow, i, j, tx)
				break run
			case tx.Nonce() > nonces[l]:
				fail(auction.NonceTooHigh, i, j, tx)
				break run
			case total+tx.Gas() > a.GasLimit:
				fail(auction.GasClassExceeded, i, j, tx)
				break run
			case w.open[tx.Chain].gas+gas[tx.Chain]+tx.Gas() > a.GasThrough:
				fail(auction.BlockFull, i, j, tx)
				break run
			case reason != auction.None && !(reason == auction.LegReverted && a.Reverting[tx.Hash()]):
				gas[tx.Chain] += tx.Gas()
				fail(reason, i, j, tx)
				break run
			}
			seen.write(builder.Access{Chain: tx.Chain, Account: tx.Sender})
			total += tx.Gas()
			gas[tx.Chain] += tx.Gas()
			for _, st := range w.scripts[tx.Hash()] {
				c, at := cell{tx.Chain, st.slot}, builder.Access{Chain: tx.Chain, Account: cellAddress, Storage: true, Slot: rollup.Digest{st.slot}}
				seen.read(at)
				if cells[c] < st.min || cells[c] > st.max {
					fail(auction.LegReverted, i, j, tx)
					break run
				}
				if st.writes {
					seen.write(at)
					if st.sets {
						cells[c] = 0
					}
					cells[c] += st.value
				}
			}
			nonces[l]++
			out.Places = append(out.Places, builder.Place{Chain: tx.Chain, Block: w.open[tx.Chain].number, Tx: tx.Hash()})
			if dst, ok := w.triggers[tx.Hash()]; ok {
				if total += 50_000; total > a.GasLimit || w.open[dst].gas+gas[dst]+50_000 > a.GasThrough {
					fail(auction.BlockFull, i, j, tx)
					break run
				}
				gas[dst] += 50_000
				causes = append(causes, [2]rollup.ChainID{tx.Chain, dst})
				out.Triggers++
			}
		}
	}
	for _, c := range w.chains {
		if gas[c] > 0 {
			out.Gas = append(out.Gas, builder.ChainGas{Chain: c, Gas: gas[c]})
		}
	}
	if a.Record {
		out.Reads, out.Writes = seen.sorted()
	}
	if out.Reason != auction.Executed {
		out.Places, out.Triggers = nil, 0
		return out, nil
	}
	w.nonces, w.cells = nonces, cells
	open := map[rollup.ChainID]*block{}
	for c, b := range w.open {
		next := *b
		next.txs, next.gas = slices.Clip(b.txs), b.gas+gas[c]
		open[c] = &next
	}
	w.open = open
	for k := range out.Places {
		b := w.open[out.Places[k].Chain]
		out.Places[k].Index = uint64(len(b.txs))
		b.txs = append(b.txs, out.Places[k].Tx)
	}
	if len(causes) > 0 {
		w.trig, w.counts = cloneMap(w.trig), cloneMap(w.counts)
	}
	for _, pair := range causes {
		w.trig[pair] = crypto.Keccak256Hash(w.trig[pair].Bytes(), []byte("leaf"))
		w.counts[pair]++
	}
	return out, nil
}

func (w *world) EndSlot() (*builder.SlotState, error) {
	if w.crash != nil {
		return nil, w.crash
	}
	out := new(builder.SlotState)
	for _, c := range w.chains {
		b, h := w.open[c], w.closed[c]
		h.Chain, h.Number, h.Time, h.TxCount = c, b.number, b.time, uint64(len(b.txs))
		for _, tx := range b.txs {
			h.TxRoot = crypto.Keccak256Hash(h.TxRoot[:], tx[:])
		}
		out.Heads = append(out.Heads, h)
		out.Additions = append(out.Additions, builder.Addition{Chain: c, Number: b.number, Time: b.time})
		for _, d := range w.chains {
			if c != d {
				k := [2]rollup.ChainID{c, d}
				p := builder.Pair{Src: c, Dst: d, TrigRoot: w.trig[k], ActRoot: w.trig[k], TrigCount: w.counts[k], ActCount: w.counts[k]}
				if w.unequal {
					p.TrigCount++
				}
				out.Pairs = append(out.Pairs, p)
			}
		}
	}
	w.closed, w.marks = nil, nil
	return out, nil
}

// snapshot is what must be untouched by a bundle that did not execute.
func (w *world) snapshot() (map[lane]uint64, map[rollup.ChainID][]rollup.Digest) {
	txs := map[rollup.ChainID][]rollup.Digest{}
	for c, b := range w.open {
		txs[c] = slices.Clone(b.txs)
	}
	return cloneMap(w.nonces), txs
}
