package evm_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
)

// Blocks with plain transfers, reverted transactions, creations, triggers and actions, nested ones included, are
// imported by a go-ethereum blockchain that shares nothing with us but the genesis file.
func TestGoEthereumImportsOurBlocks(t *testing.T) {
	n := newNet(t, 2, alloc(map[common.Address][]byte{relayAddress: relayCode(), storeAddress: storeCode()}))
	a, b := n.ids[0], n.ids[1]
	blocks := map[int]types.Blocks{}
	for round := range 4 {
		for range 3 {
			transfer := call{to: &coinbase, value: big.NewInt(7), nonce: n.nonce(a, keys[0])}
			back := triggerData(a, storeAddress, 100_000, word(9))
			there := call{to: &predeploy.Address, data: triggerData(b, relayAddress, 400_000, back), nonce: n.nonce(a, keys[1]), gas: 500_000}
			there.value = prepay(400_000, back)
			create := call{data: initCode(storeCode()), nonce: n.nonce(b, keys[0])}
			executed(t, n.try(bundle(sign(t, a, keys[0], transfer), sign(t, a, keys[1], there), sign(t, b, keys[0], create))))
		}
		n.endSlot()
		for i, c := range n.advance() {
			require.Equal(t, n.ids[i], c.Chain)
			blocks[i] = append(blocks[i], c.Block)
			if round > 0 {
				continue
			}
			require.Len(t, c.Block.Withdrawals(), 1, "actions ran on both")
		}
		n.endSlot()
	}
	for i, id := range n.ids {
		head, err := n.Head(id)
		require.NoError(t, err)
		require.Equal(t, head.Hash(), imported(t, n.genesis[i], blocks[i]))
	}
}

// imported is the head of a go-ethereum blockchain after it has verified and executed blocks.
func imported(t require.TestingT, g rollup.Genesis, blocks types.Blocks) rollup.Digest {
	genesis := new(core.Genesis)
	require.NoError(t, json.Unmarshal(g.JSON, genesis))
	bc, err := core.NewBlockChain(rawdb.NewMemoryDatabase(), genesis, beacon.New(ethash.NewFaker()), nil)
	require.NoError(t, err)
	defer bc.Stop()
	_, err = bc.InsertChain(blocks)
	require.NoError(t, err)
	return bc.CurrentBlock().Hash()
}
