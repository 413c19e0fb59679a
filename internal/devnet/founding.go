package devnet

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
)

// foundingFiles writes what each process of a network is told, and its secrets, into its folder.
type foundingFiles struct {
	cfg     *Config
	cast    *cast
	seats   []*process.Seat
	charter *process.Charter
	at      topology.Places
	token   config.Secret
	doors   *authority
	issued  map[string][2][]byte // certificate and key by service
}

func newFoundingFiles(n *network, at topology.Places) (*foundingFiles, error) {
	token := make([]byte, 32)
	if _, err := rand.Read(token); err != nil {
		return nil, err
	}
	doors, err := newAuthority()
	return &foundingFiles{
		cfg: &n.cfg, cast: n.cast, seats: n.seats, charter: &n.charter, at: at,
		token: config.Secret(hex.EncodeToString(token)), doors: doors, issued: map[string][2][]byte{},
	}, err
}

// write writes all files of all services. A crash in between leaves some: the next run writes all of them anew, and
// nobody has read one, since every service waits for the end of this.
func (f *foundingFiles) write(services []topology.Service) error {
	for _, s := range services {
		for _, secret := range s.Secrets {
			content, err := f.content(s, secret.What)
			if err != nil {
				return fmt.Errorf("%s of %s: %w", secret.File, s.Name, err)
			}
			if err := writeFile(filepath.Join(s.Folder, secret.File), content); err != nil {
				return err
			}
		}
		if s.Process == "" {
			continue
		}
		told := config.File(config.Processes()[s.Process], s.Told)
		if err := writeFile(filepath.Join(s.Folder, s.Process+".toml"), []byte(told)); err != nil {
			return err
		}
	}
	return nil
}

// content is what stands in a service's secret file.
func (f *foundingFiles) content(s topology.Service, what topology.Content) ([]byte, error) {
	line := func(secret []byte) []byte { return []byte(hex.EncodeToString(secret) + "\n") }
	account := func(a account) []byte { return line(crypto.FromECDSA(a.Key)) }
	switch what {
	case topology.ConsensusKey:
		return line(f.seats[s.Index].Consensus.Seed()), nil
	case topology.AccountKey:
		return line(crypto.FromECDSA(f.seats[s.Index].Account)), nil
	case topology.DealerKey:
		return line(f.seats[s.Index].Dealer.Bytes()), nil
	case topology.DoorToken:
		return append(slices.Clone([]byte(f.token)), '\n'), nil
	case topology.DoorCert, topology.DoorKey:
		pair, err := f.certificate(s)
		if what == topology.DoorKey {
			return pair[1], err
		}
		return pair[0], err
	case topology.DoorAuthority:
		return f.doors.PEM(), nil
	case topology.GatewayAccount:
		return account(f.cast.Gateway), nil
	case topology.PosterAccount:
		return account(f.cast.Poster), nil
	case topology.PayerAccount:
		return account(f.cast.Payer), nil
	case topology.EngineSecret:
		secret := Secret(f.cfg.Seed, "jwt "+rollup.ChainID(s.Chain).String())
		return line(secret[:]), nil
	case topology.Genesis:
		for _, g := range f.charter.Genesis {
			if g.Chain == rollup.ChainID(s.Chain) {
				return g.JSON, nil
			}
		}
	}
	return nil, fmt.Errorf("%w: %q", errContent, what)
}

// errContent says that the table asks for what a founding does not make.
var errContent = errors.New("nobody knows what that is")

// certificate is the one of a member's door, for the name by which others find it.
func (f *foundingFiles) certificate(s topology.Service) ([2][]byte, error) {
	if pair, there := f.issued[s.Name]; there {
		return pair, nil
	}
	host, _, err := net.SplitHostPort(f.at.Reach(s.Name, s.Port("door")))
	if err != nil {
		return [2][]byte{}, err
	}
	cert, key, err := f.doors.issue(host)
	f.issued[s.Name] = [2][]byte{cert, key}
	return f.issued[s.Name], err
}

// ErrOtherL1 says that a network was founded on another L1 than the one that answers.
var ErrOtherL1 = errors.New("this L1 does not hold the network that was founded here: one of the two was lost; remove both and found it again")

// foundMark is the file that says that nothing of the founding is missing.
const foundMark = "founded"

// Found puts a new network on the fresh L1 of a network in containers, and writes the files of all its services below
// a folder. Done once, it only looks whether that L1 is still there.
func Found(ctx context.Context, cfg Config, dir string) error {
	return found(ctx, cfg, topology.Containers{Root: dir})
}

func found(ctx context.Context, cfg Config, at topology.Places) error {
	n, err := contained(ctx, cfg, at)
	if err != nil {
		return err
	}
	defer func() { _ = n.stop() }()
	mark := filepath.Join(n.dir, foundMark)
	there, err := n.resumed()
	if err != nil {
		return err
	}
	if there {
		// Only an L1 that answers that nothing is there is another one: an answer that does not come says nothing.
		if holds, err := n.outside.l1.holds(ctx, n.state.Contracts.Registry); err != nil {
			return err
		} else if !holds {
			return ErrOtherL1
		}
		if err := n.read(ctx); err != nil {
			return err
		}
		if _, err := os.Stat(mark); err == nil {
			return nil
		}
	} else if err := n.foundOn(ctx, n.outside.l1); err != nil {
		return err
	}
	files, err := newFoundingFiles(n, n.outside.at)
	if err != nil {
		return err
	}
	if err := files.write(n.outside.services(n.state.Contracts)); err != nil {
		return err
	}
	return writeFile(mark, nil)
}

// PublishKey waits for the key ceremony of a network in containers and publishes the committee's first key on L1, as the
// contracts' owner. Done once, it only looks whether the key is there.
func PublishKey(ctx context.Context, cfg Config, dir string) error {
	n, err := contained(ctx, cfg, topology.Containers{Root: dir})
	if err != nil {
		return err
	}
	defer func() { _ = n.stop() }()
	there, err := n.resumed()
	if err != nil {
		return err
	}
	if !there {
		return fmt.Errorf("%s: %w", n.stateFile(), errNotFounded)
	}
	if err := n.read(ctx); err != nil {
		return err
	}
	o := n.outside
	if err := o.readDoors(o.at.Folder(string(topology.Key))); err != nil {
		return err
	}
	if err := o.listenTo(ctx, o.services(n.state.Contracts)); err != nil {
		return err
	}
	return n.registerKey(ctx)
}

// errNotFounded says that a network is not there yet.
var errNotFounded = errors.New("the network is not founded; run `chorale net found` first")

// contained is a network in containers, seen from one of them, with its L1 answering.
func contained(ctx context.Context, cfg Config, at topology.Places) (*network, error) {
	cfg.Ports = Ports{}
	if err := cfg.validate(); err != nil {
		return nil, err
	}
	n := &network{cfg: cfg, dir: at.Folder(string(topology.Found)), log: cfg.Log, hush: func() {},
		cast: newCast(cfg.Seed, cfg.Members, cfg.Rollups, cfg.Searchers, cfg.Users)}
	n.outside = &outside{cfg: &n.cfg, at: at}
	n.stops = append(n.stops, n.outside.stop)
	if err := errors.Join(n.sit(), n.toL1(ctx)); err != nil {
		return nil, errors.Join(err, n.stop())
	}
	return n, nil
}
