package evm_test

import (
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

func wei(n uint64) *uint256.Int { return uint256.NewInt(n) }

var (
	fakerAddress  = common.HexToAddress("0xfa4e000000000000000000000000000000000001")
	refundAddress = common.HexToAddress("0xfa4e000000000000000000000000000000000002")
)

// fakerCode pays the coinbase what it is called with, but only if nobody called it before: it pays when it is simulated
// alone, and keeps the wei once it is merged behind another.
func fakerCode() []byte {
	p := program.New().Push(0).Op(SLOAD)
	maybe(p, program.New().Push(0).Push(0).Push(0).Push(0).Op(CALLVALUE, COINBASE, GAS, CALL, POP).Bytes())
	return p.Push(0).Op(SLOAD).Push(1).Op(ADD).Push(0).Op(SSTORE, STOP).Bytes()
}

// refundCode hands all that it has to whom calls it without wei: as a coinbase, it gives tips back.
func refundCode() []byte {
	p := program.New().Op(CALLVALUE)
	maybe(p, program.New().Push(0).Push(0).Push(0).Push(0).Op(SELFBALANCE, CALLER, GAS, CALL, POP).Bytes())
	return p.Op(STOP).Bytes()
}

// A bundle that pays the coinbase when it is simulated and not when it is merged, or takes back what it paid, pays its
// bid all the same: out of escrow, to the wei, if and only if it executed (threat B5). CHORALE_MERGES is how many
// bundles are merged in random orders.
func TestFakeBundlesPayTheirBids(t *testing.T) {
	const wallets, perSlot = 12, 10
	d := newDice(5)
	ids, genesis := genesisOf(t, 2, townAlloc(wallets, map[common.Address][]byte{fakerAddress: fakerCode(), refundAddress: refundCode(), storeAddress: storeCode()}))
	p := townParameters(ids)
	p.Treasury = refundAddress // also the rollups' payout account, and so their coinbase
	var kept, executed, merged int
	for serial := uint64(0); merged < casetest.Count(t, "CHORALE_MERGES", 120); {
		w := newTown(t, p, genesis)
		var bidders []rollup.Address
		for n := range wallets {
			bidders = append(bidders, addressOf(townKey(n)))
		}
		w.endow(wei(100_000), wei(10_000), bidders...)
		for range 6 {
			var entries []auction.Entry
			for _, n := range d.Perm(wallets)[:perSlot] {
				k := townKey(n)
				var txs []*rollup.Tx
				for _, id := range ids {
					nonce := w.m.OpenState(id).GetNonce(addressOf(k))
					to := pick(d, fakerAddress, fakerAddress, storeAddress)
					txs = append(txs, sign(t, id, k, call{to: &to, value: big.NewInt(int64(1 + d.IntN(1000))), nonce: nonce, data: word(1), tip: big.NewInt(1)}))
					if d.one(3) { // and takes the coinbase's wei home
						txs = append(txs, sign(t, id, k, call{to: &refundAddress, nonce: nonce + 1}))
					}
				}
				serial++
				bid := 100 + uint64(d.IntN(2000))
				entries = append(entries, offer(k, serial, bid, 4, bundle(txs...)))
				merged++
			}
			before := map[rollup.Address]*uint256.Int{}
			for _, a := range bidders {
				account, _ := w.b.Ledger().Account(a)
				before[a] = account.Escrow
			}
			x := w.slot(entries...)
			paid := map[rollup.Address]*uint256.Int{}
			for _, f := range x.Fates {
				if f.Executed() {
					executed++
					require.Equal(t, f.Bid, f.Price)
					paid[f.Payer] = f.Price
				} else {
					require.True(t, f.Price.IsZero())
				}
			}
			for _, a := range bidders {
				account, _ := w.b.Ledger().Account(a)
				due, ok := paid[a]
				if !ok {
					due = new(uint256.Int)
				}
				require.Equal(t, due, new(uint256.Int).Sub(before[a], account.Escrow), "escrow fell by the bid, or not at all")
			}
			for _, id := range ids { // the trick did work: the faker kept what it would have paid alone
				if !w.m.OpenState(id).GetBalance(fakerAddress).IsZero() {
					kept++
				}
			}
			w.solvent()
		}
		require.NoError(t, w.m.Close())
	}
	require.Positive(t, kept)
	require.Greater(t, executed, merged/2)
	t.Log(merged, executed, kept)
}
