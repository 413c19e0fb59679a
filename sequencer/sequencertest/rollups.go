package sequencertest

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
)

// Rollups opens the committee's rollups where cfg says that their states are: at genesis for nil, otherwise as the
// checkpoint says. It is what a member's Build does; whoever is given the machine closes it.
func (c *Committee) Rollups(cfg evm.Config, checkpoint []byte) (b *builder.Builder, machine *evm.Machine, err error) {
	cfg.Genesis = c.Genesis
	b, err = builder.Open(c.Parameters, c.Network, checkpoint, func(heads map[rollup.ChainID]rollup.Digest) (builder.Machine, error) {
		cfg.Heads = heads
		machine, err = evm.Open(cfg)
		return machine, err
	})
	return b, machine, err
}
