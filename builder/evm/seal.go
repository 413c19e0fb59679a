package evm

import (
	"encoding/binary"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// seal is how far an open block's receipts are complete: whatever is sealed stays.
type seal struct {
	txs         int
	logs        uint          // the next log's index in the block
	txRoot      rollup.Digest // hash chain over the transactions' hashes
	receiptRoot rollup.Digest // hash chain over the receipts
}

// seal completes the receipts of what was added since the last seal, by what no attempt needs to know: logs' places in
// the block and blooms. It moves the hash chains on: keccak256(chain ‖ tx hash),
// keccak256(chain ‖ keccak256(receipt's EIP-2718 encoding)). It is done once for a slot, rather than for each attempt,
// since then it can be done for the rollups side by side, and not at all for what was taken back.
func (o *openBlock) seal() {
	s := &o.sealed
	if s.txs == len(o.txs) {
		return
	}
	p := &press{hasher: crypto.NewKeccakState(), accounts: make(map[common.Address]bits), topics: make(map[common.Hash]bits)}
	for ; s.txs < len(o.txs); s.txs++ {
		receipt := o.receipts[s.txs]
		for _, l := range receipt.Logs {
			l.Index = s.logs
			s.logs++
		}
		receipt.Bloom = p.bloom(receipt.Logs)
		p.hash(&s.txRoot, s.txRoot[:], receipt.TxHash[:])
		var h common.Hash
		p.hash(&h, p.encode(receipt))
		p.hash(&s.receiptRoot, s.receiptRoot[:], h[:])
	}
}

// bits are the three of a bloom's 2048 that stand for an account or a topic (yellow paper, 4.4.1).
type bits [3]uint16

// press makes blooms and encodings of one slot's receipts on one rollup, in which the same accounts and topics log again
// and again.
type press struct {
	hasher   crypto.KeccakState
	accounts map[common.Address]bits
	topics   map[common.Hash]bits
	scratch  []byte
}

func (p *press) hash(out *common.Hash, data ...[]byte) {
	p.hasher.Reset()
	for _, d := range data {
		p.hasher.Write(d) // a hash never fails
	}
	p.hasher.Read(out[:])
}

func (p *press) bits(d []byte) (b bits) {
	var h common.Hash
	p.hash(&h, d)
	for i := range b {
		b[i] = binary.BigEndian.Uint16(h[2*i:]) & (types.BloomBitLength - 1)
	}
	return b
}

func (p *press) bloom(logs []*types.Log) (out types.Bloom) {
	set := func(b bits) {
		for _, i := range b {
			out[types.BloomByteLength-1-i/8] |= 1 << (i % 8)
		}
	}
	for _, l := range logs {
		b, ok := p.accounts[l.Address]
		if !ok {
			b = p.bits(l.Address[:])
			p.accounts[l.Address] = b
		}
		set(b)
		for i := range l.Topics {
			b, ok := p.topics[l.Topics[i]]
			if !ok {
				b = p.bits(l.Topics[i][:])
				p.topics[l.Topics[i]] = b
			}
			set(b)
		}
	}
	return out
}

// encode is the receipt's consensus encoding (EIP-2718; EIP-658's status), valid until the next.
func (p *press) encode(r *types.Receipt) []byte {
	p.scratch = p.scratch[:0]
	if r.Type != types.LegacyTxType {
		p.scratch = append(p.scratch, r.Type)
	}
	w := rlp.NewEncoderBuffer(nil)
	receipt := w.List()
	w.WriteUint64(r.Status)
	w.WriteUint64(r.CumulativeGasUsed)
	w.WriteBytes(r.Bloom[:])
	logs := w.List()
	for _, l := range r.Logs {
		log := w.List()
		w.WriteBytes(l.Address[:])
		topics := w.List()
		for i := range l.Topics {
			w.WriteBytes(l.Topics[i][:])
		}
		w.ListEnd(topics)
		w.WriteBytes(l.Data)
		w.ListEnd(log)
	}
	w.ListEnd(logs)
	w.ListEnd(receipt)
	p.scratch = w.AppendToBytes(p.scratch)
	w.Flush() // gives the buffer back; there is no writer that could fail
	return p.scratch
}
