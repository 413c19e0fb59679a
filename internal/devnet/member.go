package devnet

import (
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/ethereum/go-ethereum/core"
)

// Charter is what all members of a network know alike: what L1 says of it.
type Charter struct {
	Network    rollup.Network
	Parameters *rollup.Parameters
	Genesis    []rollup.Genesis
}

// Start is the consensus time of slot 1: a second after the youngest rollup genesis, so that L1 alone tells it.
func (c *Charter) Start() (time.Time, error) {
	youngest := uint64(0)
	for _, g := range c.Genesis {
		parsed := new(core.Genesis)
		if err := parsed.UnmarshalJSON(g.JSON); err != nil {
			return time.Time{}, fmt.Errorf("genesis of rollup %s: %w", g.Chain, err)
		}
		youngest = max(youngest, parsed.Timestamp)
	}
	return time.Unix(int64(youngest)+1, 0).UTC(), nil //nolint:gosec // a date
}

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
}

// OpenMember makes a member in cfg.Dir, or goes on with the one that is there. It says nothing to the others
// before its Start.
func OpenMember(cfg MemberConfig) (*Member, error) {
	m := &Member{Seat: cfg.Seat}
	start, err := cfg.Charter.Start()
	if err != nil {
		return nil, err
	}
	c := comet.Config{
		Dir: cfg.Dir, Parameters: cfg.Charter.Parameters, Network: cfg.Charter.Network, GenesisTime: start, Self: cfg.Seat.Index,
		ConsensusKey: cfg.Seat.Consensus, Account: cfg.Seat.Account.Key, Dealer: cfg.Seat.Dealer,
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
	open := evm.Config{Dir: filepath.Join(cfg.Dir, "rollups"), CacheMiB: 16, Genesis: cfg.Charter.Genesis}
	if checkpoint == nil {
		machine, err := evm.Open(open)
		if err != nil {
			return nil, err
		}
		m.Machine = machine
		return builder.New(cfg.Charter.Parameters, cfg.Charter.Network, machine), nil
	}
	_, heads, err := builder.CheckpointHeads(checkpoint)
	if err != nil {
		return nil, err
	}
	open.Heads = heads
	if m.Machine, err = evm.Open(open); err != nil {
		return nil, err
	}
	return builder.Restore(cfg.Charter.Parameters, cfg.Charter.Network, m.Machine, checkpoint)
}

func (m *Member) closeMachine() error {
	if m.Machine == nil {
		return nil
	}
	return m.Machine.Close()
}

// Close stops the member, then its states.
func (m *Member) Close() error { return errors.Join(m.Stop(), m.closeMachine()) }
