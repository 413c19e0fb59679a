package evm_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// edges are numbers at the ends of the ranges that anything could be kept in.
func edges() (out []*big.Int) {
	one := big.NewInt(1)
	for _, bits := range []uint{0, 32, 63, 64, 96, 128, 160, 255, 256} {
		n := new(big.Int).Lsh(one, bits)
		out = append(out, new(big.Int).Sub(n, one))
		if bits < 256 {
			out = append(out, n, new(big.Int).Add(n, one))
		}
	}
	return out
}

// Values, prices, tips, gas limits, nonces and an attempt's own bounds at the ends of their ranges end in a reason:
// nothing panics, nothing wraps, and what is left are valid blocks (threat B14). CHORALE_EXTREMES is how many
// transactions are drawn.
func TestExtremeNumbersEndInAReason(t *testing.T) {
	d, numbers := newDice(14), edges()
	rich := addressOf(keys[0])
	accounts := alloc(testContracts())
	accounts[rich] = types.Account{Balance: new(big.Int).Lsh(big.NewInt(1), 255)}
	n := newNet(t, 2, accounts)
	number := func() *big.Int { return pick(d, numbers...) }
	small := func() uint64 {
		for {
			if x := number(); x.IsUint64() {
				return x.Uint64()
			}
		}
	}
	seen := map[auction.Reason]int{}
	blocks := map[int]types.Blocks{}
	size := casetest.Count(t, "CHORALE_EXTREMES", 1500)
	for i := range size {
		id := pick(d, n.ids...)
		k := pick(d, keys[0], keys[0], keys[1])
		c := draft{call: call{to: &storeAddress, value: new(big.Int), gas: 100_000, nonce: n.nonce(id, k), tip: new(big.Int), cap: new(big.Int).Mul(gwei, big.NewInt(50)), data: word(1)}}
		if d.one(2) {
			c.gas = pick(d, small(), 21_000, 30_000_000, math.MaxUint64)
		}
		if d.one(2) {
			c.value = number()
		}
		if d.one(3) {
			c.cap = number()
		}
		if c.tip = new(big.Int).Set(c.cap); d.one(2) {
			c.tip = number()
		}
		if d.one(8) {
			c.nonce = small()
		}
		if d.one(5) {
			c.to, c.gas = &predeploy.Address, 900_000
			c.data = triggerData(pick(d, append(n.ids, 0, math.MaxInt64)...), storeAddress, small(), word(1))
		}
		a := bundle(decode(t, id, (&scene{author: author{dice: d}}).sign(id, k, c)))
		if d.one(4) {
			a.GasLimit = small()
		}
		if d.one(4) {
			a.GasThrough = small()
		}
		if d.one(6) {
			a.TriggerCount, a.TriggerDepth, a.PairTriggers, a.PairGas = uint32(small()), uint32(small()), uint32(small()), small()
		}
		supply := total(n, id)
		out := n.try(a)
		seen[out.Reason]++
		var used uint64
		for _, g := range out.Gas {
			used += g.Gas
		}
		require.LessOrEqual(t, used, a.GasLimit)
		require.False(t, total(n, id).Gt(supply), "no wei comes out of nothing")
		if i%100 == 99 {
			n.endSlot()
			for j, b := range n.advance() {
				blocks[j] = append(blocks[j], b.Block)
			}
		}
	}
	for j := range n.ids {
		require.Len(t, blocks[j], size/100)
		require.Equal(t, blocks[j][len(blocks[j])-1].Hash(), imported(t, n.genesis[j], blocks[j]))
	}
	t.Log(seen)
	for _, r := range []auction.Reason{auction.Executed, auction.OutOfGas, auction.InsufficientFunds, auction.BelowBaseFee, auction.BlockFull, auction.GasClassExceeded, auction.NonceTooHigh, auction.BadTransaction, auction.LegReverted} {
		require.NotZero(t, seen[r], r)
	}
}

// total is the wei of all accounts that the numbers' transactions touch, on one rollup.
func total(n *net, id rollup.ChainID) *uint256.Int {
	sum := new(uint256.Int)
	for _, a := range []common.Address{addressOf(keys[0]), addressOf(keys[1]), storeAddress, coinbase, predeploy.Address, predeploy.SystemAccount} {
		if _, over := sum.AddOverflow(sum, n.OpenState(id).GetBalance(a)); over {
			panic("more wei than there can be")
		}
	}
	return sum
}

// Bids at the ends of their range are ranked, divided and charged without wrapping, by every rule (threat B14).
func TestExtremeBidsAreChargedToTheWei(t *testing.T) {
	d := newDice(41)
	ids, genesis := genesisOf(t, 2, townAlloc(8, loadContracts()))
	for _, how := range strategies {
		p := townParameters(ids)
		p.Pricing, p.Split, p.SearchGas, p.Reserve = how.pricing, how.split, how.search, new(uint256.Int)
		w := newTown(t, p, genesis)
		var accounts []rollup.Address
		for n := range 8 {
			accounts = append(accounts, addressOf(townKey(n)))
		}
		eighth := new(uint256.Int).Rsh(new(uint256.Int).SetAllOne(), 4) // of all wei that the ledger could hold
		w.endow(eighth, wei(1_000_000), accounts...)
		for serial := range uint64(12) {
			var entries []auction.Entry
			for n := range 8 {
				k := townKey(n)
				tx := sign(t, ids[0], k, call{to: &gateAddress, data: gate(0, int64(serial), 0, int64(serial)+1), gas: 100_000, nonce: w.m.OpenState(ids[0]).GetNonce(addressOf(k))})
				e := offer(k, serial*8+uint64(n), 1, auction.GasClass(d.IntN(3)), bundle(tx))
				e.Bundle.Bid = uint256.MustFromBig(pick(d, edges()...))
				e.Bid, e.Hash = e.Bundle.Bid, e.Bundle.Hash()
				entries = append(entries, e)
			}
			x := w.slot(entries...)
			for _, f := range x.Fates {
				sum := f.Protocol.Clone()
				for _, c := range f.Credits {
					sum.Add(sum, c.Amount)
				}
				require.Equal(t, f.Price, sum)
				require.False(t, f.Price.Gt(f.Bid))
			}
			w.solvent()
		}
	}
}

// Blob transactions and whatever would let somebody act as the system account, or give it code, is refused by name,
// wherever it stands in a bundle, and leaves no trace.
func TestForbiddenTransactionsAreRefusedByName(t *testing.T) {
	n, untouched := newNet(t, 2, alloc(testContracts())), newNet(t, 2, alloc(testContracts()))
	a, b := n.ids[0], n.ids[1]
	chain := uint256.NewInt(uint64(b))
	blob := types.MustSignNewTx(keys[1], types.NewPragueSigner(chain.ToBig()), &types.BlobTx{ChainID: chain, To: coinbase, Gas: 100_000, GasFeeCap: uint256.NewInt(1e10), BlobFeeCap: uint256.NewInt(1e9), BlobHashes: []common.Hash{{1}}})
	system := predeploy.SystemKey()
	raw, err := blob.MarshalBinary()
	require.NoError(t, err)
	_, err = (&auction.Bundle{Legs: []auction.Leg{{Chain: b, Txs: [][]byte{raw}}}}).Transactions(n.ids)
	require.Equal(t, auction.BadTransaction, auction.ReasonOf(err))
	require.ErrorContains(t, err, "blob", "its maker is told what is wrong")

	unsigned := authorise(t, keys[2], b, 0, storeAddress)
	unsigned.V = 9
	for name, tx := range map[string]*rollup.Tx{
		"blobs":                                 {Transaction: blob, Chain: b, Sender: addressOf(keys[1])},
		"the system account pays":               sign(t, b, system, call{to: &coinbase, value: ether}),
		"the system account acts":               sign(t, b, system, call{to: &predeploy.Address, data: common.FromHex("4b6dc0e5")}),
		"it is authorised here":                 setCode(t, b, keys[1], 0, coinbase, authorise(t, system, b, 0, storeAddress)),
		"it is authorised everywhere":           setCode(t, b, keys[1], 0, coinbase, authorise(t, system, 0, 0, storeAddress)),
		"it is authorised elsewhere":            setCode(t, b, keys[1], 0, coinbase, authorise(t, system, a, 0, storeAddress)),
		"it is authorised later":                setCode(t, b, keys[1], 0, coinbase, authorise(t, system, b, 7, storeAddress)),
		"it is authorised behind a bad one":     setCode(t, b, keys[1], 0, coinbase, unsigned, authorise(t, system, b, 0, common.Address{})),
		"it is authorised to be what it is":     setCode(t, b, keys[1], 0, coinbase, authorise(t, system, b, 0, predeploy.SystemAccount)),
		"it is authorised by a thirteenth":      setCode(t, b, keys[1], 0, coinbase, append(manyAuthorisations(t, b, 12), authorise(t, system, b, 0, storeAddress))...),
		"it authorises in a transaction of its": setCode(t, b, system, 0, coinbase, authorise(t, keys[2], b, 0, storeAddress)),
	} {
		first := sign(t, a, keys[0], call{to: &storeAddress, data: word(5)})
		for _, revert := range []bool{false, true} { // what may revert may not do this either
			for _, at := range []builder.Attempt{bundle(tx), bundle(first, tx), bundle(tx, first)} {
				if revert {
					at.Reverting = map[rollup.Digest]bool{tx.Hash(): true}
				}
				out := n.try(at)
				require.Equal(t, auction.BadTransaction, out.Reason, name)
				require.Equal(t, tx.Hash(), out.Failure.Tx, name)
			}
		}
	}
	requireSameJSON(t, untouched.endSlot(), n.endSlot())
	require.Equal(t, hashes(untouched.advance()), hashes(n.advance()))
}

func manyAuthorisations(t *testing.T, id rollup.ChainID, n uint64) (out []types.SetCodeAuthorization) {
	for nonce := range n {
		out = append(out, authorise(t, keys[3], id, nonce, storeAddress))
	}
	return out
}
