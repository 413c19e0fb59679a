package api_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

func relayPosted(first, last rollup.Slot) relay.Posted {
	return relay.Posted{First: first, Last: last, Tx: rollup.Digest{0xaa}, Block: 9, GasUsed: 250_000}
}

func txStatus(t *testing.T, h *house, raw []byte) (status struct {
	Status, ChainID, Reason, Slot string
	Transaction                   struct{ From string }
}) {
	t.Helper()
	require.NoError(t, json.Unmarshal(get(t, h, "/tx/"+crypto.Keccak256Hash(raw).Hex()).body, &status))
	return status
}

func TestReadsArePassedOnInOrderWithTheirIds(t *testing.T) {
	h := open(t)
	h.node.set("eth_blockNumber", "0x10")
	_, b := post(t, h.http.URL+"/rpc/901", `[{"jsonrpc":"2.0","id":7,"method":"eth_blockNumber"},{"jsonrpc":"2.0","id":7,"method":"eth_chainId","params":[]},
		{"jsonrpc":"2.0","id":"x","method":"admin_peers"},{"jsonrpc":"2.0","id":null,"method":"eth_nonsense"}]`)
	var answers []rpcAnswer
	require.NoError(t, json.Unmarshal(b, &answers), string(b))
	require.JSONEq(t, `"0x10"`, string(answers[0].Result))
	require.JSONEq(t, `"0x385"`, string(answers[1].Result))
	require.JSONEq(t, `7`, string(answers[1].ID))
	require.Equal(t, -32601, answers[2].Error.Code, "what manages the node is not passed on")
	require.Equal(t, "method", answers[2].Error.Data.Field)
	require.Equal(t, -32601, answers[3].Error.Code)
	h.node.mu.Lock()
	require.NotContains(t, h.node.seen, "admin_peers")
	h.node.mu.Unlock()
	status, b := post(t, h.http.URL+"/rpc/999", `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`)
	require.Equal(t, 404, status)
	require.Contains(t, string(b), "UNKNOWN_ROLLUP")
	a := get(t, h, "/v1/rollups", "Origin", "https://wallet.example")
	require.Equal(t, "*", a.header.Get("Access-Control-Allow-Origin"))
}

func TestRawTransactionIsSealedAndIncluded(t *testing.T) {
	h := open(t)
	raw := tx(t, key(30), 901, 0, 21_000)
	h.outcome = func(e *auction.Entry) auction.Reason {
		if e.Envelope.Slot < 3 {
			return auction.BlockFull // no room yet: sealed again
		}
		return auction.Executed
	}
	a := call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(raw))
	require.Nil(t, a.Error)
	require.JSONEq(t, `"`+crypto.Keccak256Hash(raw).Hex()+`"`, string(a.Result))
	again := call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(raw))
	require.Equal(t, "DUPLICATE", again.Error.Data.Code)
	require.Equal(t, "already known", again.Error.Message, "as every node says it")
	s := txStatus(t, h, raw)
	require.Equal(t, "PENDING", s.Status)
	require.Empty(t, s.Transaction.From, "nobody's business before it is included")
	for slot := rollup.Slot(1); slot <= 3; slot++ {
		eventually(t, "sealed", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[slot]) == 1 })
		h.closeSlot()
	}
	eventually(t, "included", func() bool { return txStatus(t, h, raw).Status == "INCLUDED" })
	s = txStatus(t, h, raw)
	require.Equal(t, account(key(30)).Hex(), s.Transaction.From)
	require.Equal(t, "3", s.Slot)
	require.Equal(t, "UNKNOWN", txStatus(t, h, []byte("other")).Status)
}

func TestWhatWouldRevertIsNotIncluded(t *testing.T) {
	h := open(t)
	h.outcome = func(e *auction.Entry) auction.Reason {
		if len(e.Bundle.Reverting) == 0 {
			return auction.LegReverted
		}
		return auction.Executed
	}
	strict, loose := tx(t, key(30), 901, 0, 50_000, 1), tx(t, key(31), 901, 0, 50_000, 1)
	require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(strict)).Error)
	require.Nil(t, call(t, h, "/rpc/901?canRevert=true", "eth_sendRawTransaction", hexes(loose)).Error)
	h.closeSlot()
	eventually(t, "decided", func() bool {
		return txStatus(t, h, strict).Status == "FAILED" && txStatus(t, h, loose).Status == "INCLUDED"
	})
	require.Equal(t, "LEG_REVERTED", txStatus(t, h, strict).Reason)
	require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(30), 901, 0, 21_000))).Error, "its nonce is free again")
}

func TestSameNonceToOneselfCancels(t *testing.T) {
	h := open(t)
	h.outcome = func(e *auction.Entry) auction.Reason { return auction.BlockFull }
	first := tx(t, key(30), 901, 0, 21_000)
	require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(first)).Error)
	require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(toSelf(t, 30, 0))).Error)
	h.closeSlot()
	eventually(t, "cancelled", func() bool { return txStatus(t, h, first).Status == "CANCELLED" })
	require.Equal(t, "CANCELLED", txStatus(t, h, first).Reason)
}

// What has the same nonce and is not a wallet's way to cancel replaces, and its sender is told so: the first is
// not called cancelled while what was sent in its place still counts.
func TestSameNonceAloneReplaces(t *testing.T) {
	self, other := account(key(30)), rollup.Address{42}
	for name, second := range map[string]*types.DynamicFeeTx{
		"with a value": {To: &self, Value: big.NewInt(1)},
		"with data":    {To: &self, Value: new(big.Int), Data: []byte{1}},
		"to another":   {To: &other, Value: new(big.Int)},
		"to nobody":    {Value: new(big.Int)},
	} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			h.outcome = func(*auction.Entry) auction.Reason { return auction.BlockFull }
			first := tx(t, key(30), 901, 0, 21_000)
			require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(first)).Error)
			second.ChainID, second.GasTipCap, second.GasFeeCap, second.Gas = big.NewInt(901), big.NewInt(2), big.NewInt(1e9), 90_000
			signed, err := types.SignNewTx(key(30), types.NewPragueSigner(second.ChainID), second)
			require.NoError(t, err)
			raw, err := signed.MarshalBinary()
			require.NoError(t, err)
			require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(raw)).Error)
			h.closeSlot()
			eventually(t, "over", func() bool { return txStatus(t, h, first).Status == "CANCELLED" })
			require.Equal(t, "REPLACED", txStatus(t, h, first).Reason)
		})
	}
}

func TestNodesAskFirstInTheWordsWalletsKnow(t *testing.T) {
	h := open(t)
	h.node.set("eth_getTransactionCount", "0x5")
	a := call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(30), 901, 4, 21_000)))
	require.Equal(t, "NONCE_TOO_LOW", a.Error.Data.Code)
	require.Equal(t, "nonce too low: next nonce 5, tx nonce 4", a.Error.Message)
	h.node.set("eth_getBalance", "0x1")
	a = call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(30), 901, 5, 21_000)))
	require.Equal(t, "INSUFFICIENT_FUNDS", a.Error.Data.Code)
	a = call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(30), 902, 5, 21_000)))
	require.Equal(t, "WRONG_CHAIN_ID", a.Error.Data.Code)
	require.Equal(t, "params[0]", a.Error.Data.Field)
	a = call(t, h, "/rpc/901", "eth_sendRawTransaction", `"0x02"`)
	require.Equal(t, "BAD_TRANSACTION", a.Error.Data.Code)
}

func TestSyncAnswersWithTheReceiptOrInTime(t *testing.T) {
	h := open(t)
	raw := tx(t, key(30), 901, 0, 21_000)
	h.node.set("eth_getTransactionReceipt", map[string]string{"transactionHash": crypto.Keccak256Hash(raw).Hex()})
	done := make(chan rpcAnswer, 1)
	go func() { done <- call(t, h, "/rpc/901", "eth_sendRawTransactionSync", hexes(raw)) }()
	eventually(t, "sealed", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[1]) == 1 })
	h.closeSlot()
	a := <-done
	require.Nil(t, a.Error)
	require.Contains(t, string(a.Result), crypto.Keccak256Hash(raw).Hex())
	late := tx(t, key(31), 901, 0, 21_000)
	a = call(t, h, "/rpc/901", "eth_sendRawTransactionSync", fmt.Sprintf(`"%s",60`, hexutil.Encode(late)))
	require.Equal(t, 4, a.Error.Code, "EIP-7966")
	require.Equal(t, crypto.Keccak256Hash(late).Hex(), a.Error.Data.Field)
}

// TestPendingNonceIsAheadOfTheNode holds eth_getTransactionCount to what slots consumed in a block that the
// rollup's node does not have yet, at "pending" alone.
func TestPendingNonceIsAheadOfTheNode(t *testing.T) {
	h := open(t)
	h.node.set("eth_getTransactionCount", "0x5")
	from := crypto.PubkeyToAddress(key(30).PublicKey)
	count := func(tag string) string {
		return string(call(t, h, "/rpc/901", "eth_getTransactionCount", fmt.Sprintf("%q,%q", from, tag)).Result)
	}
	require.Equal(t, `"0x5"`, count("pending"))
	sixth := new(types.Transaction)
	require.NoError(t, sixth.UnmarshalBinary(tx(t, key(30), 901, 5, 21_000)))
	addition := builder.Addition{Chain: 901, Number: 7, Txs: []*types.Transaction{sixth}}
	h.mu.Lock()
	h.emit(sequencer.Event{Stage: sequencer.StageExecuted, Slot: 1, Executed: &builder.Executed{Additions: []builder.Addition{addition}}})
	h.mu.Unlock()
	eventually(t, "the executed slot", func() bool { return count("pending") == `"0x6"` })
	require.Equal(t, `"0x5"`, count("latest"), "only pending looks ahead")
	h.node.set("eth_getTransactionCount", "0x9")
	require.Equal(t, `"0x9"`, count("pending"), "the node is further")
}
