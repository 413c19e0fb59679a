package process

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// Charter is what all members of a network know alike: what L1 says of it.
type Charter struct {
	Network    rollup.Network
	Parameters *rollup.Parameters
	Genesis    []rollup.Genesis
}

// ReadCharter takes the charter from L1, as any stranger would.
func ReadCharter(ctx context.Context, client *ethereum.Client) (*Charter, error) {
	d, err := client.Directory(ctx)
	if err != nil {
		return nil, err
	}
	if d.Parameters == nil {
		return nil, fmt.Errorf("parameters: %w", ethereum.ErrUnset)
	}
	return &Charter{Network: d.Network, Parameters: d.Parameters, Genesis: d.Genesis}, nil
}

// ErrCarrier refuses to make postings that could not be posted.
var ErrCarrier = errors.New("postBytes is more than one L1 transaction carries")

// checkCarrier says whether what the network posts at most can be posted. A member that signed more would sign slots
// that never get to L1.
func (c *Charter) checkCarrier() error {
	if c.Parameters.PostBytes > ethereum.MaxPostingData {
		return fmt.Errorf("postBytes %d, calldata carries %d: %w", c.Parameters.PostBytes, ethereum.MaxPostingData, ErrCarrier)
	}
	return nil
}

// Start is the consensus time of slot 1: a second after the youngest rollup genesis, so that L1 alone tells it.
func (c *Charter) Start() (time.Time, error) {
	youngest := uint64(0)
	for _, g := range c.Genesis {
		at, err := evm.GenesisTime(g)
		if err != nil {
			return time.Time{}, err
		}
		youngest = max(youngest, at)
	}
	return time.Unix(int64(youngest)+1, 0).UTC(), nil //nolint:gosec // a date
}
