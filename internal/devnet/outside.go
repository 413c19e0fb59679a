package devnet

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/chorale-network/chorale/internal/fleet"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/ethereum/go-ethereum/ethclient"
)

// Binaries are the programs of a network of processes, by their paths.
type Binaries map[topology.Program]string

// gateways is how many a network of processes has.
const gateways = 2

// stopPatience is how long a process may take from the first signal to its end.
const stopPatience = 2 * time.Second

// outside is a network whose parts are processes of their own, as operators run them, each found by its address.
type outside struct {
	cfg     *Config
	at      topology.Places
	bin     Binaries
	fleet   *fleet.Fleet // nil where others run the processes
	l1      *anvilL1
	token   config.Secret // of the members' doors
	trusted *tls.Config   // the certificates of the members' doors
	voices  []voice
	page    string   // of whichever gateway is up
	pages   []string // of each gateway
	killed  []string // the services that havoc may kill
	cancel  context.CancelFunc
	closed  []func() error
}

// services are the rows of this network's table.
func (o *outside) services(contracts ethereum.Contracts) []topology.Service {
	t := topology.Network{
		Members: o.cfg.Members, Gateways: gateways, L1Chain: L1ChainID, L1Block: o.cfg.BlockTime,
		Registry: contracts.Registry.Hex(), FromBlock: contracts.FromBlock,
	}
	for _, chain := range o.cfg.chains() {
		t.Rollups = append(t.Rollups, uint64(chain))
	}
	return t.Services(o.at)
}

// start runs a service.
func (o *outside) start(ctx context.Context, s topology.Service) error {
	path := o.bin[s.Program]
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return err
	}
	if len(s.Prepare) > 0 {
		if err := fleet.Once(ctx, fleet.Service{Name: s.Name, Path: path, Args: s.Prepare}); err != nil {
			return err
		}
	}
	return o.fleet.Start(fleet.Service{Name: s.Name, Path: path, Args: s.Args, Patience: s.Grace})
}

// ended says which processes ended by themselves.
func (o *outside) ended() error {
	if o.fleet == nil {
		return nil
	}
	return o.fleet.Ended()
}

// gethNode is a rollup's stock geth in a process of its own.
type gethNode struct {
	url    string
	client *ethclient.Client
}

// URL implements rollupReader.
func (g *gethNode) URL() string { return g.url }

// Client implements rollupReader.
func (g *gethNode) Client() *ethclient.Client { return g.client }

// nodes are the rollups' nodes as strangers read them.
func (o *outside) nodes(ctx context.Context, services []topology.Service) (map[rollup.ChainID]rollupReader, error) {
	out := map[rollup.ChainID]rollupReader{}
	for _, s := range services {
		if s.Role != topology.Node {
			continue
		}
		url := o.url(s, "rpc")
		client, err := ethclient.DialContext(ctx, url)
		if err != nil {
			return nil, err
		}
		o.closed = append(o.closed, func() error { client.Close(); return nil })
		out[rollup.ChainID(s.Chain)] = &gethNode{url: url, client: client}
	}
	return out, nil
}

// url is where a service's port is found.
func (o *outside) url(s topology.Service, port string) string {
	return "http://" + o.at.Reach(s.Name, s.Port(port))
}

// trust makes the members' doors known: their token, and the certificate that they are trusted by.
func (o *outside) trust(token config.Secret, authority []byte) error {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return errNoAuthority
	}
	o.token, o.trusted = token, &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS13}
	return nil
}

var errNoAuthority = errors.New("no certificate that doors could be trusted by")

// readDoors makes the members' doors known from a service's folder.
func (o *outside) readDoors(folder string) error {
	token, err := config.ReadSecret(filepath.Join(folder, "door.token"))
	if err != nil {
		return err
	}
	authority, err := os.ReadFile(filepath.Join(folder, "door-ca.pem")) //nolint:gosec // of this network
	if err != nil {
		return err
	}
	return o.trust(token, authority)
}

// listenTo connects to the members' doors until the end.
func (o *outside) listenTo(ctx context.Context, services []topology.Service) error {
	inner, cancel := context.WithCancel(ctx)
	o.cancel = cancel
	for _, s := range services {
		if s.Role != topology.Member {
			continue
		}
		m, err := remote.Dial(remote.Config{Address: o.at.Reach(s.Name, s.Port("door")), Token: o.token, TLS: o.trusted})
		if err != nil {
			return err
		}
		go func() { _ = m.Run(inner) }()
		o.voices = append(o.voices, m)
		o.closed = append(o.closed, m.Close)
	}
	return nil
}

// answering waits until every gateway answers.
func (o *outside) answering(ctx context.Context) error {
	for _, page := range o.pages {
		for {
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, page+"/livez", nil)
			if err != nil {
				return err
			}
			answer, err := http.DefaultClient.Do(request)
			if err == nil {
				_ = answer.Body.Close()
				if answer.StatusCode == http.StatusOK {
					break
				}
			}
			if ended := o.ended(); ended != nil || !sleep(ctx, 20*time.Millisecond) {
				return errors.Join(err, ended)
			}
		}
	}
	return nil
}

// again is kill -9 of a process and its next life.
func (o *outside) again(name string) error { return o.fleet.Again(name) }

// stop ends all processes in the reverse of their start.
func (o *outside) stop() error {
	if o.cancel != nil {
		o.cancel()
	}
	var errs []error
	for i := len(o.closed) - 1; i >= 0; i-- {
		errs = append(errs, o.closed[i]())
	}
	if o.fleet != nil {
		errs = append(errs, o.fleet.Stop(stopPatience))
	}
	return errors.Join(errs...)
}
