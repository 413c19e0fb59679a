package predeploy

import (
	"encoding/binary"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Crossing is one end of a trigger as ChoraleSystem's logs tell it: the trigger on its source, or the action on its
// destination.
type Crossing struct {
	Acted    bool   // the action's end
	Other    uint64 // chain id of the other end
	Nonce    uint64 // of the ordered pair
	Sender   common.Address
	Target   common.Address
	GasLimit uint64 // gas for the target alone
	Data     []byte
}

// ErrCrossing refuses a log of ChoraleSystem's that its contract cannot have written.
var ErrCrossing = errors.New("malformed log of ChoraleSystem")

// ReadCrossing reads a Triggered or an Acted log; ok is false for any other.
func ReadCrossing(l *types.Log) (c Crossing, ok bool, err error) {
	if l.Address != Address || len(l.Topics) == 0 || l.Topics[0] != TriggeredTopic && l.Topics[0] != ActedTopic {
		return c, false, nil
	}
	c.Acted = l.Topics[0] == ActedTopic
	head := 4 // words before the data: target, gasLimit, offset, and a trigger's prepaid; then the length
	if c.Acted {
		head = 3
	}
	if len(l.Topics) != 4 || len(l.Data) < (head+1)*32 {
		return c, false, ErrCrossing
	}
	word := func(i int) []byte { return l.Data[i*32 : i*32+32] }
	number := func(w []byte) uint64 { return binary.BigEndian.Uint64(w[24:]) }
	size := number(word(head))
	if number(word(2)) != uint64(head)*32 || size > uint64(len(l.Data)-(head+1)*32) { //nolint:gosec // small
		return c, false, ErrCrossing
	}
	c.Other, c.Nonce, c.Sender = number(l.Topics[1][:]), number(l.Topics[2][:]), common.BytesToAddress(l.Topics[3][:])
	c.Target, c.GasLimit, c.Data = common.BytesToAddress(word(0)), number(word(1)), l.Data[(head+1)*32:][:size]
	return c, true, nil
}

// Leaf is the trigger's leaf, the same at both ends; chain is where the log stands.
func (c *Crossing) Leaf(chain uint64) common.Hash {
	src, dst := chain, c.Other
	if c.Acted {
		src, dst = dst, src
	}
	return Leaf(src, dst, c.Nonce, c.Sender, c.Target, c.GasLimit, c.Data)
}
