package sequencertest

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
)

// Rollups opens the committee's rollups where cfg says that their states are: at genesis for nil, otherwise as the
// checkpoint says. It is what a member's Build does; whoever opens the machine closes it.
func (c *Committee) Rollups(cfg evm.Config, checkpoint []byte) (*builder.Builder, *evm.Machine, error) {
	cfg.Genesis = c.Genesis
	if checkpoint == nil {
		machine, err := evm.Open(cfg)
		if err != nil {
			return nil, nil, err
		}
		return builder.New(c.Parameters, c.Network, machine), machine, nil
	}
	var err error
	if _, cfg.Heads, err = builder.CheckpointHeads(checkpoint); err != nil {
		return nil, nil, err
	}
	machine, err := evm.Open(cfg)
	if err != nil {
		return nil, nil, err
	}
	b, err := builder.Restore(c.Parameters, c.Network, machine, checkpoint)
	return b, machine, err
}
