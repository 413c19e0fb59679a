package comet

import abci "github.com/cometbft/cometbft/abci/types"

// Lie has the engine of a member speak to another application than the member's, wrapped around it.
func Lie(c *Config, wrap func(abci.Application) abci.Application) { c.wrap = wrap }

// BlockBytes is the size limit of a block, RecordBytes that of its record.
var (
	BlockBytes  = blockBytes
	RecordBytes = recordBytes
)

// ChainID names the consensus.
var ChainID = chainID

// ClearUnborn removes databases whose making was cut short.
func ClearUnborn(data string) error { return clearUnborn(data) }
