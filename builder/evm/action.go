package evm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// What an action's transaction costs besides its target, in gas. The wrapper's storage writes, log and checks take
// about 71,000 and up to 9.1 a byte of data; a test holds both against the contract.
const (
	actionBase    = 90_000
	actionPerByte = 10
	actionHead    = 4 + 7*32 // bytes of calldata before the data itself
)

// systemKey is public: see predeploy.SystemKey.
var systemKey = predeploy.SystemKey()

var errTriggerLog = errors.New("malformed log of the system contract")

// trigger is one call that a transaction on src asks for on dst.
type trigger struct {
	src, dst   rollup.ChainID
	nonce      uint64 // position among all triggers from src to dst
	sender     common.Address
	target     common.Address
	gasLimit   uint64 // for the target alone
	data       []byte
	prepaid    *uint256.Int // wei on src
	generation uint32       // 1: by a transaction of the bundle; n+1: by an action of generation n
	cause      common.Hash  // the transaction on src
}

// ActionGas is the gas limit of the transaction that carries an action with this gas for its target and so many bytes
// of data: 21,000 + max(16·b + 90,000 + 10·d + ⌈64/63·gasLimit⌉, 40·b), d being dataLen rounded up to words and
// b = 228 + d all of the calldata (40 is EIP-7623's floor). A trigger prepays this times the destination's base fee.
func ActionGas(gasLimit uint64, dataLen int) uint64 {
	padded := uint64(dataLen+31) / 32 * 32
	calldata := actionHead + padded
	work := calldata*params.TxDataNonZeroGasEIP2028 + actionBase + actionPerByte*padded + gasLimit + gasLimit/63 + 1
	floor := calldata * params.TxTokenPerNonZeroByte * params.TxCostFloorPerToken
	return params.TxGas + max(work, floor)
}

// parseTrigger reads a Triggered log; ok is false for any other log.
func parseTrigger(src rollup.ChainID, l *types.Log) (t trigger, ok bool, err error) {
	if l.Address != predeploy.Address || len(l.Topics) == 0 || l.Topics[0] != predeploy.TriggeredTopic {
		return t, false, nil
	}
	if len(l.Topics) != 4 || len(l.Data) < 5*32 {
		return t, false, errTriggerLog
	}
	word := func(i int) []byte { return l.Data[i*32 : i*32+32] }
	number := func(w []byte) uint64 { return binary.BigEndian.Uint64(w[24:]) }
	size := number(word(4))
	if number(word(2)) != 4*32 || size > uint64(len(l.Data)-5*32) {
		return t, false, errTriggerLog
	}
	return trigger{
		src:      src,
		dst:      rollup.ChainID(number(l.Topics[1][:])),
		nonce:    number(l.Topics[2][:]),
		sender:   common.BytesToAddress(l.Topics[3][:]),
		target:   common.BytesToAddress(word(0)),
		gasLimit: number(word(1)),
		data:     l.Data[5*32 : 5*32+size],
		prepaid:  new(uint256.Int).SetBytes32(word(3)),
		cause:    l.TxHash,
	}, true, nil
}

// calldata calls ChoraleSystem.action with the trigger's fields.
func (g trigger) calldata() []byte {
	out := make([]byte, actionHead, actionHead+(len(g.data)+31)/32*32)
	binary.BigEndian.PutUint32(out, predeploy.ActionSelector)
	word := func(i int) []byte { return out[4+i*32 : 4+i*32+32] }
	binary.BigEndian.PutUint64(word(0)[24:], uint64(g.src))
	binary.BigEndian.PutUint64(word(1)[24:], g.nonce)
	copy(word(2)[12:], g.sender[:])
	copy(word(3)[12:], g.target[:])
	binary.BigEndian.PutUint64(word(4)[24:], g.gasLimit)
	binary.BigEndian.PutUint64(word(5)[24:], 6*32)
	binary.BigEndian.PutUint64(word(6)[24:], uint64(len(g.data)))
	return append(out, common.RightPadBytes(g.data, (len(g.data)+31)/32*32)...)
}

// action derives the transaction that carries the trigger out, given the system account's nonce and the base fee on
// dst: everybody derives the same bytes, since the key is a public constant and signatures are RFC 6979's.
func (g trigger) action(signer types.Signer, nonce uint64, baseFee *big.Int) (*types.Transaction, error) {
	to := predeploy.Address
	return types.SignNewTx(systemKey, signer, &types.DynamicFeeTx{
		ChainID:   new(big.Int).SetUint64(uint64(g.dst)),
		Nonce:     nonce,
		GasTipCap: new(big.Int),
		GasFeeCap: baseFee,
		Gas:       ActionGas(g.gasLimit, len(g.data)),
		To:        &to,
		Value:     new(big.Int),
		Data:      g.calldata(),
	})
}

// collect queues the triggers of the fork's last transaction. A failed transaction has no logs.
func (t *trial) collect(f *fork, generation uint32, at *spot) error {
	for _, l := range f.open.state.logs {
		g, ok, err := parseTrigger(f.id, l)
		if err != nil {
			return fmt.Errorf("transaction %s on rollup %s: %w", l.TxHash, f.id, err)
		}
		if !ok {
			continue
		}
		g.generation = generation
		if generation > t.attempt.TriggerDepth || t.found >= t.attempt.TriggerCount {
			at.chain, at.tx = f.id, l.TxHash
			return at.refuse(auction.TriggerRefused, nil)
		}
		t.queue = append(t.queue, g)
		t.found++
	}
	return nil
}

// drain carries out all queued triggers, breadth first: what an action triggers goes to the queue's end. Nonces of an
// ordered pair of rollups are given in the order in which their triggers are queued, so each pair is first in, first out.
func (t *trial) drain(at *spot) error {
	for len(t.queue) > 0 {
		g := t.queue[0]
		t.queue = t.queue[1:]
		if err := t.act(g, at); err != nil {
			return err
		}
		t.triggers++
	}
	t.queue = nil
	return nil
}

// act carries one trigger out. What the destination refuses is reported at the trigger's cause or at the action.
func (t *trial) act(g trigger, at *spot) error {
	at.chain, at.tx = g.src, g.cause
	c := t.machine.byID[g.dst]
	if c == nil {
		return at.refuse(auction.TriggerRefused, nil)
	}
	gas := ActionGas(g.gasLimit, len(g.data))             // no overflow: the contract bounds both
	baseFee := uint256.MustFromBig(c.open.header.BaseFee) // headers hold at most 256 bits
	price, overflow := new(uint256.Int).MulOverflow(baseFee, uint256.NewInt(gas))
	if overflow || g.prepaid.Lt(price) || !t.machine.carry(pair{g.src, g.dst}, gas, t.attempt) {
		return at.refuse(auction.TriggerRefused, nil)
	}
	f := t.fork(c)
	nonce := c.open.state.GetNonce(predeploy.SystemAccount)
	if c.open.state.GetBalance(predeploy.SystemAccount).Lt(price) { // the float is spent until the block's withdrawal
		return at.refuse(auction.TriggerRefused, nil)
	}
	tx, err := g.action(c.signer, nonce, c.open.header.BaseFee)
	if err != nil {
		return fmt.Errorf("derive action %d of %s on rollup %s: %w", g.nonce, g.src, g.dst, err)
	}
	at.chain, at.tx = g.dst, tx.Hash()
	before := f.used
	result, err := t.apply(f, tx, actionMessage(tx, baseFee), at)
	c.open.actionGas += f.used - before
	if err != nil {
		return err
	}
	if result.Failed() {
		return at.refuse(auction.ActionReverted, targetsRevert(result.Revert()))
	}
	return t.collect(f, g.generation+1, at)
}

// actionMessage is core.TransactionToMessage for an action that we signed ourselves, without recovering its sender.
func actionMessage(tx *types.Transaction, baseFee *uint256.Int) *core.Message {
	return &core.Message{
		From:      predeploy.SystemAccount,
		Nonce:     tx.Nonce(),
		GasLimit:  tx.Gas(),
		GasPrice:  baseFee,
		GasFeeCap: baseFee,
		GasTipCap: new(uint256.Int),
		To:        tx.To(),
		Value:     new(uint256.Int),
		Data:      tx.Data(),
	}
}

// targetsRevert is what the target answered, out of the wrapper's ActionReverted(bytes); any other error as it is.
func targetsRevert(revert []byte) []byte {
	selector := binary.BigEndian.AppendUint32(nil, predeploy.ActionRevertedError)
	if !bytes.HasPrefix(revert, selector) || len(revert) < 4+64 {
		return revert
	}
	size := new(uint256.Int).SetBytes32(revert[36:68])
	if rest := revert[68:]; size.IsUint64() && size.Uint64() <= uint64(len(rest)) {
		return rest[:size.Uint64()]
	}
	return revert
}
