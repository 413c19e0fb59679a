package evm_test

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// chainContext gives the plain loop its headers.
type chainContext struct{ *loop }

func (c chainContext) Config() *params.ChainConfig  { return c.genesis.Config }
func (c chainContext) Engine() consensus.Engine     { return nil }
func (c chainContext) CurrentHeader() *types.Header { return c.parent }
func (c chainContext) GetHeader(hash common.Hash, _ uint64) *types.Header {
	return c.headers[hash]
}
func (c chainContext) GetHeaderByHash(hash common.Hash) *types.Header { return c.headers[hash] }
func (c chainContext) GetHeaderByNumber(number uint64) *types.Header {
	for _, h := range c.headers {
		if h.Number.Uint64() == number {
			return h
		}
	}
	return nil
}
