package gateway

import (
	"math/big"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
)

// pendingBlocks is for how many blocks after its own a nonce is remembered: by then every node has the block.
const pendingBlocks = 16

// pending knows the nonces that slots consumed in blocks which a rollup's node does not have yet: a node sees
// closed blocks, up to a second after the committee executed what is in them. Safe for concurrent use.
type pending struct {
	mu     sync.Mutex
	nonces map[rollup.ChainID]map[rollup.Address]pendingNonce
}

type pendingNonce struct {
	next  uint64
	block uint64
}

func newPending() *pending {
	return &pending{nonces: make(map[rollup.ChainID]map[rollup.Address]pendingNonce)}
}

// see takes what an executed slot added to the open blocks.
func (p *pending) see(additions []builder.Addition) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, a := range additions {
		of := p.nonces[a.Chain]
		if of == nil {
			of = make(map[rollup.Address]pendingNonce)
			p.nonces[a.Chain] = of
		}
		signer := types.NewPragueSigner(new(big.Int).SetUint64(uint64(a.Chain)))
		for _, tx := range a.Txs {
			if from, err := types.Sender(signer, tx); err == nil && of[from].next <= tx.Nonce() {
				of[from] = pendingNonce{tx.Nonce() + 1, a.Number}
			}
		}
		for from, n := range of {
			if n.block+pendingBlocks < a.Number {
				delete(of, from)
			}
		}
	}
}

// next is the account's next nonce as far as slots have gone; 0 if none of them used one lately.
func (p *pending) next(chain rollup.ChainID, account rollup.Address) uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.nonces[chain][account].next
}
