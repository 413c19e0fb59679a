package process

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
)

// MemberConfig starts one member.
type MemberConfig struct {
	Dir     string
	Charter Charter
	Seat    *Seat
	Listen  string   // host:port for the other members
	Peers   []string // host:port of each member by position
	L1      sequencer.L1
	Log     *slog.Logger
	Tune    func(*comet.Config) // changes the rest; may be nil
}

// Member is one seat of the committee with the rollups' states that it executes on.
type Member struct {
	*comet.Node
	Machine *evm.Machine
	Seat    *Seat

	once   sync.Once
	closed error
}

// Block is a closed block, with its receipts.
func (m *Member) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	return m.Machine.Block(chain, number)
}

// OpenMember makes a member in cfg.Dir, or goes on with the one that is there. It says nothing to the others
// before its Run.
func OpenMember(cfg MemberConfig) (*Member, error) {
	m := &Member{Seat: cfg.Seat}
	start, err := cfg.Charter.Start()
	if err != nil {
		return nil, err
	}
	c := comet.Config{
		Dir: cfg.Dir, Parameters: cfg.Charter.Parameters, Network: cfg.Charter.Network, GenesisTime: start, Self: cfg.Seat.Index,
		ConsensusKey: cfg.Seat.Consensus, Account: cfg.Seat.Account, Dealer: cfg.Seat.Dealer,
		Listen: cfg.Listen, Peers: cfg.Peers, L1: cfg.L1, Log: cfg.Log,
		Build: func(checkpoint []byte) (*builder.Builder, error) {
			return m.build(cfg, checkpoint)
		},
	}
	if cfg.Tune != nil {
		cfg.Tune(&c)
	}
	if m.Node, err = comet.New(c); err != nil {
		return nil, errors.Join(fmt.Errorf("member %d: %w", cfg.Seat.Index+1, err), m.closeMachine())
	}
	return m, nil
}

// build opens the rollups' states where the checkpoint left them. What they hold beyond it is made again.
func (m *Member) build(cfg MemberConfig, checkpoint []byte) (*builder.Builder, error) {
	return builder.Open(cfg.Charter.Parameters, cfg.Charter.Network, checkpoint, func(heads map[rollup.ChainID]rollup.Digest) (_ builder.Machine, err error) {
		m.Machine, err = evm.Open(evm.Config{Dir: filepath.Join(cfg.Dir, "rollups"), CacheMiB: 16, Genesis: cfg.Charter.Genesis, Heads: heads})
		return m.Machine, err
	})
}

func (m *Member) closeMachine() error {
	if m.Machine == nil {
		return nil
	}
	return m.Machine.Close()
}

// Run is the member's life: it joins the committee, and leaves it in order when ctx ends, which is no error, or when the
// member fails, which is its failure. It is called once.
func (m *Member) Run(ctx context.Context) error { return errors.Join(m.Node.Run(ctx), m.Close()) }

// Close stops the member, then its states. It may be called again, and for one that never ran.
func (m *Member) Close() error {
	m.once.Do(func() { m.closed = errors.Join(m.Node.Close(), m.closeMachine()) })
	return m.closed
}
