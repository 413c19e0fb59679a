package devnet

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/holiman/uint256"
)

// network is everything that runs, in the order in which it was started.
type network struct {
	cfg     Config
	dir     string
	cast    *cast
	state   state
	seats   []*process.Seat
	charter process.Charter

	l1        l1Node
	chain     *ethereum.Chain  // to the L1, by its JSON-RPC
	client    *ethereum.Client // of the network's contracts there
	owner     *ethereum.Account
	nodes     map[rollup.ChainID]rollupReader
	engines   map[rollup.ChainID]*RollupNode // those of nodes that are in this process
	seatsMu   sync.Mutex                     // guards members and stops: a member is replaced while others look
	members   []*process.Member
	shared    func(member string, slot, stored rollup.Slot) // hears of opening shares
	addresses []string                                      // of the members, for each other

	outside *outside // the parts as processes of their own; nil while they are in this one

	log   *slog.Logger
	hush  func()         // what is logged from then on are the warnings of a stop
	stops []func() error // undone in reverse
}

// state is what a second start needs besides the data of L1, rollups and members.
type state struct {
	Seed      uint64             `json:"seed"`
	Rollups   int                `json:"rollups"`
	Members   int                `json:"members"`
	SlotMs    uint64             `json:"slotMs"`
	Contracts ethereum.Contracts `json:"contracts"`
}

// ErrOtherNetwork says that the data folder holds a network of other sizes; the error that wraps it names the
// flag.
var ErrOtherNetwork = errors.New("the data folder holds another network")

func (n *network) stateFile() string { return filepath.Join(n.dir, "network.json") }

// resumed reads the state of a network that is there already; false if there is none.
func (n *network) resumed() (bool, error) {
	raw, err := os.ReadFile(n.stateFile())
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := json.Unmarshal(raw, &n.state); err != nil {
		return false, fmt.Errorf("%s: %w", n.stateFile(), err)
	}
	differs := func(flag string, has, wants any) error {
		return fmt.Errorf("%w: it was made with %s %v, not %v", ErrOtherNetwork, flag, has, wants)
	}
	s, c := &n.state, &n.cfg
	switch {
	case s.Seed != c.Seed:
		return false, differs("--seed", s.Seed, c.Seed)
	case s.Rollups != c.Rollups:
		return false, differs("--rollups", s.Rollups, c.Rollups)
	case s.Members != c.Members:
		return false, differs("--members", s.Members, c.Members)
	case s.SlotMs != uint64(c.Slot/time.Millisecond):
		return false, differs("--slot", time.Duration(s.SlotMs)*time.Millisecond, c.Slot)
	}
	return true, nil
}

// found starts the L1 and puts a new network's contracts, parameters, rollups and deposits on it, all by
// transactions. A crash in between leaves an L1 without network.json: the next start deploys once more.
func (n *network) found(ctx context.Context) error {
	treasury := n.cast.Treasury.Address
	p, err := parameters(&n.cfg, n.seats, treasury)
	if err != nil {
		return err
	}
	genesis, err := geneses(&n.cfg, n.cast, p.BlockGas, time.Now().Add(-3*time.Second))
	if err != nil {
		return err
	}
	n.l1.Eager(true)
	defer n.l1.Eager(false)
	sender := ethereum.NewSender(n.chain, n.cast.Owner.Key, ethereum.SenderConfig{Poll: 10 * time.Millisecond, Log: n.log})
	at, err := ethereum.Deploy(ctx, sender, plan(n.cast, genesis))
	if err != nil {
		return err
	}
	if n.client, err = ethereum.Open(ctx, n.chain, at.Registry, at.FromBlock); err != nil {
		return err
	}
	n.owner = n.client.Account(sender)
	if _, err := n.owner.SetParameters(ctx, p); err != nil {
		return err
	}
	for _, a := range n.cast.bidders() {
		if _, err := n.owner.Deposit(ctx, a.Address, inWei(escrowEther), inWei(feeEther)); err != nil {
			return fmt.Errorf("deposit for %s: %w", a.Role, err)
		}
	}
	// The committee reads L1 some blocks below its head: let it find the deposits at once.
	n.l1.Mine(int(p.L1Depth + p.L1Rounding)) //nolint:gosec // small constants
	n.state = state{Seed: n.cfg.Seed, Rollups: n.cfg.Rollups, Members: n.cfg.Members, SlotMs: p.SlotMs, Contracts: at}
	raw, err := json.MarshalIndent(n.state, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(n.stateFile(), raw)
}

func inWei(eth int64) *uint256.Int { return uint256.MustFromBig(ether(eth)) }

// read takes the network's charter from L1, as any stranger would.
func (n *network) read(ctx context.Context) error {
	if n.client == nil {
		client, err := ethereum.Open(ctx, n.chain, n.state.Contracts.Registry, n.state.Contracts.FromBlock)
		if err != nil {
			return err
		}
		n.client = client
		n.owner = client.Account(ethereum.NewSender(n.chain, n.cast.Owner.Key, ethereum.SenderConfig{Poll: 50 * time.Millisecond, Log: n.log}))
	}
	charter, err := process.ReadCharter(ctx, n.client)
	if err != nil {
		return err
	}
	n.charter = *charter
	return nil
}

// startL1 starts the chain and connects to it by JSON-RPC, as everything here does.
func (n *network) startL1(ctx context.Context) error {
	l1, err := StartL1(L1Config{
		Dir: filepath.Join(n.dir, "l1"), Port: n.cfg.Ports.L1, Period: n.cfg.BlockTime, Funded: n.cast.onL1(), Now: time.Now().Add(-time.Minute),
	})
	if err != nil {
		return fmt.Errorf("%w; choose another port with --l1-port", err)
	}
	n.l1 = l1
	n.stops = append(n.stops, l1.Close)
	if n.chain, err = ethereum.Dial(ctx, l1.URL()); err != nil {
		return err
	}
	n.stops = append(n.stops, func() error { n.chain.Close(); return nil })
	return nil
}

// startRollups starts one node for each rollup.
func (n *network) startRollups() error {
	n.nodes, n.engines = map[rollup.ChainID]rollupReader{}, map[rollup.ChainID]*RollupNode{}
	for i, g := range n.charter.Genesis {
		node, err := StartRollupNode(RollupNodeConfig{
			Dir: n.nodeDir(g.Chain), Genesis: g, JWT: Secret(n.cfg.Seed, "jwt "+g.Chain.String()),
			HTTPPort: offset(n.cfg.Ports.Rollups, i), AuthPort: offset(n.cfg.Ports.Engines, i),
		})
		if err != nil {
			return fmt.Errorf("%w; choose other ports with --rollup-port and --engine-port", err)
		}
		n.nodes[g.Chain], n.engines[g.Chain] = node, node
		n.stops = append(n.stops, node.Close)
	}
	return nil
}

// openMembers makes all seats' members; each reads L1 by a connection of its own.
func (n *network) openMembers(ctx context.Context) error {
	n.members = make([]*process.Member, len(n.seats))
	for i := range n.seats {
		m, err := n.openMember(ctx, i)
		if err != nil {
			return err
		}
		n.members[i] = m
	}
	return nil
}

// voice is the seat's member as the watch hears it.
func (n *network) voice(i int) voice {
	if n.outside != nil {
		return n.outside.voices[i]
	}
	return n.member(i)
}

// member is the seat's member now.
func (n *network) member(i int) *process.Member {
	n.seatsMu.Lock()
	defer n.seatsMu.Unlock()
	return n.members[i]
}

func (n *network) replace(i int, m *process.Member) {
	n.seatsMu.Lock()
	defer n.seatsMu.Unlock()
	n.members[i] = m
}

func (n *network) memberDir(i int) string {
	return filepath.Join(n.dir, "member-"+strconv.Itoa(i+1))
}

func (n *network) openMember(ctx context.Context, i int) (*process.Member, error) {
	chain, err := ethereum.Dial(ctx, n.l1.URL())
	if err != nil {
		return nil, err
	}
	n.seatsMu.Lock()
	n.stops = append(n.stops, func() error { chain.Close(); return nil })
	n.seatsMu.Unlock()
	client, err := ethereum.Open(ctx, chain, n.state.Contracts.Registry, n.state.Contracts.FromBlock)
	if err != nil {
		return nil, err
	}
	return process.OpenMember(process.MemberConfig{
		Dir: n.memberDir(i), Charter: n.charter, Seat: n.seats[i], Listen: n.addresses[i], Peers: n.addresses, L1: client,
		Log: n.log.With("seat", n.seats[i].Name),
		Tune: func(c *comet.Config) {
			c.NoSync = n.cfg.Forgetful
			c.Watch = func(slot, stored rollup.Slot) { n.shared(n.seats[i].Name, slot, stored) }
		},
	})
}

// stop undoes everything in the reverse order of its start.
func (n *network) stop() error {
	var failed []error
	var wg sync.WaitGroup
	var mu sync.Mutex
	n.seatsMu.Lock()
	defer n.seatsMu.Unlock()
	for _, m := range n.members {
		if m == nil {
			continue
		}
		wg.Go(func() { // members wait for each other's goodbyes: end them together
			if err := m.Close(); err != nil {
				mu.Lock()
				defer mu.Unlock()
				failed = append(failed, err)
			}
		})
	}
	wg.Wait()
	for i := len(n.stops) - 1; i >= 0; i-- {
		if err := n.stops[i](); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}
