package devnet

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/chorale-network/chorale/internal/fleet"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// Binaries are the programs of a network of processes.
type Binaries struct {
	Chorale string // this program
	Geth    string // a stock geth
	Anvil   string // the L1
}

// gateways is how many a network of processes has.
const gateways = 2

// stopPatience is how long a process may take from the first signal to its end.
const stopPatience = 2 * time.Second

// outside is a network whose parts are processes of their own, as operators run them, each found by its address.
type outside struct {
	cfg    *Config
	bin    Binaries
	dir    string
	fleet  *fleet.Fleet
	token  config.Secret
	voices []voice
	page   string // the first gateway's
	pages  []string
	doors  []string // of the members
	port   int      // the last that was given
	cancel context.CancelFunc
	closed []func() error
}

func memberName(i int) string  { return "member-" + strconv.Itoa(i+1) }
func gatewayName(i int) string { return "gateway-" + strconv.Itoa(i+1) }

// Ports of processes are taken from below those that the system gives to outgoing connections, so that none is taken
// between its being found free and its process's listening there: also in a later life of that process.
const (
	firstPort = 20_000
	portCount = 10_000
)

// address is a free address on loopback that no other process of this network was given.
func (o *outside) address() (string, error) {
	if o.port == 0 {
		o.port = firstPort + mathrand.IntN(portCount) //nolint:gosec // any will do
	}
	for range portCount {
		if o.port++; o.port >= firstPort+portCount {
			o.port = firstPort
		}
		at := net.JoinHostPort(loopback, strconv.Itoa(o.port))
		if l, err := net.Listen("tcp", at); err == nil {
			return at, l.Close()
		}
	}
	return "", fmt.Errorf("%w: none from %d to %d is free", ErrPortBusy, firstPort, firstPort+portCount-1)
}

// anvilL1 is an L1 in a process of its own.
type anvilL1 struct {
	url    string
	client *rpc.Client
	period time.Duration
}

// URL implements l1Node.
func (a *anvilL1) URL() string { return a.url }

// Eager implements l1Node.
func (a *anvilL1) Eager(on bool) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	seconds := uint64(max(a.period/time.Second, 1)) //nolint:gosec // validated
	if on {
		seconds = 0
	}
	_ = a.client.CallContext(ctx, nil, "evm_setIntervalMining", seconds) // slower set-up, nothing else
	_ = a.client.CallContext(ctx, nil, "evm_setAutomine", on)
}

// Mine implements l1Node.
func (a *anvilL1) Mine(blocks int) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = a.client.CallContext(ctx, nil, "anvil_mine", hexutil.Uint64(blocks)) //nolint:gosec // small
}

// startL1 runs the L1 and gives everybody who pays there what to pay with.
func (o *outside) startL1(ctx context.Context, funded []rollup.Address) (*anvilL1, error) {
	at, err := o.address()
	if err != nil {
		return nil, err
	}
	if o.cfg.Ports.L1 != 0 {
		at = net.JoinHostPort(loopback, strconv.Itoa(o.cfg.Ports.L1))
	}
	_, port, err := net.SplitHostPort(at)
	if err != nil {
		return nil, err
	}
	// Anvil keeps the state of old blocks in files; a network's L1 keeps all of them.
	err = o.fleet.Start(fleet.Service{Name: "l1", Path: o.bin.Anvil, Args: []string{"--host", loopback, "--port", port, "--chain-id", strconv.Itoa(L1ChainID),
		"--hardfork", "prague", "--accounts", "1", "--gas-limit", "60000000", "--slots-in-an-epoch", "1"}})
	if err != nil {
		return nil, err
	}
	l1 := &anvilL1{url: "http://" + at, period: o.cfg.BlockTime}
	for {
		if l1.client, err = rpc.DialContext(ctx, l1.url); err == nil {
			var version string
			if err = l1.client.CallContext(ctx, &version, "web3_clientVersion"); err == nil {
				break
			}
			l1.client.Close()
		}
		if ended := o.fleet.Ended(); ended != nil || !sleep(ctx, 20*time.Millisecond) {
			return nil, errors.Join(err, ended)
		}
	}
	o.closed = append(o.closed, func() error { l1.client.Close(); return nil })
	for _, a := range funded {
		if err := l1.client.CallContext(ctx, nil, "anvil_setBalance", a, (*hexutil.Big)(ether(1_000_000))); err != nil {
			return nil, fmt.Errorf("fund %s: %w", a, err)
		}
	}
	return l1, nil
}

// gethNode is a rollup's stock geth in a process of its own.
type gethNode struct {
	url    string
	engine string
	jwt    string // its file
	client *ethclient.Client
}

// URL implements rollupReader.
func (g *gethNode) URL() string { return g.url }

// Client implements rollupReader.
func (g *gethNode) Client() *ethclient.Client { return g.client }

// startGeth makes a rollup's node from its genesis and runs it, on the state scheme that comes back after kill -9.
func (o *outside) startGeth(ctx context.Context, g rollup.Genesis) (*gethNode, error) {
	name := "geth-" + g.Chain.String()
	dir := filepath.Join(o.dir, name)
	genesis, jwt := filepath.Join(dir, "genesis.json"), filepath.Join(dir, "jwt.hex")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	secret := Secret(o.cfg.Seed, "jwt "+g.Chain.String())
	if err := errors.Join(writeFile(genesis, g.JSON), writeFile(jwt, []byte(hex.EncodeToString(secret[:])))); err != nil {
		return nil, err
	}
	if err := fleet.Once(ctx, fleet.Service{Name: name, Path: o.bin.Geth, Args: []string{"init", "--state.scheme", "hash", "--datadir", dir, genesis}}); err != nil {
		return nil, err
	}
	web, err := o.address()
	if err != nil {
		return nil, err
	}
	auth, err := o.address()
	if err != nil {
		return nil, err
	}
	port := func(a string) string { return a[strings.LastIndex(a, ":")+1:] }
	err = o.fleet.Start(fleet.Service{Name: name, Path: o.bin.Geth, Args: []string{"--datadir", dir, "--cache", "64", "--networkid", g.Chain.String(),
		"--state.scheme", "hash", "--gcmode", "archive", "--syncmode", "full", "--nodiscover", "--maxpeers", "0", "--port", "0", "--nat", "none", "--ipcdisable",
		"--authrpc.addr", loopback, "--authrpc.port", port(auth), "--authrpc.jwtsecret", jwt,
		"--http", "--http.addr", loopback, "--http.port", port(web), "--http.api", "eth,net,web3", "--http.vhosts", "*"}})
	if err != nil {
		return nil, err
	}
	client, err := ethclient.DialContext(ctx, "http://"+web)
	if err != nil {
		return nil, err
	}
	o.closed = append(o.closed, func() error { client.Close(); return nil })
	return &gethNode{url: "http://" + web, engine: "http://" + auth, jwt: jwt, client: client}, nil
}

// tell writes a process's file and starts it.
func (o *outside) tell(name, command string, told any, given map[string]string) error {
	file := filepath.Join(o.dir, name, command+".toml")
	if err := writeFile(file, []byte(config.File(told, given))); err != nil {
		return err
	}
	return o.fleet.Start(fleet.Service{Name: name, Path: o.bin.Chorale, Args: []string{command, "--config", file}})
}

// secretFile writes a secret that its process reads.
func (o *outside) secretFile(name, file, content string) (string, error) {
	path := filepath.Join(o.dir, name, file)
	return path, writeFile(path, []byte(content+"\n"))
}

// startMembers gives each seat a home of its own and runs it.
func (o *outside) startMembers(ctx context.Context, seats []*process.Seat, l1 map[string]string) error {
	peers := make([]string, len(seats))
	o.doors = make([]string, len(seats))
	for i := range seats {
		var err error
		if peers[i], err = o.address(); err != nil {
			return err
		}
		if o.doors[i], err = o.address(); err != nil {
			return err
		}
	}
	token := make([]byte, 32)
	if _, err := rand.Read(token); err != nil {
		return err
	}
	o.token = config.Secret(hex.EncodeToString(token))
	inner, cancel := context.WithCancel(ctx)
	o.cancel = cancel
	for i, seat := range seats {
		name := memberName(i)
		secrets := map[string][]byte{"consensus.key": seat.Consensus.Seed(), "account.key": crypto.FromECDSA(seat.Account), "dealer.key": seat.Dealer.Bytes()}
		for file, secret := range secrets {
			if _, err := o.secretFile(name, file, hex.EncodeToString(secret)); err != nil {
				return err
			}
		}
		tokenFile, err := o.secretFile(name, "door.token", string(o.token))
		if err != nil {
			return err
		}
		health, err := o.address()
		if err != nil {
			return err
		}
		err = o.tell(name, "node", new(config.Node), merge(l1, map[string]string{
			"home": filepath.Join(o.dir, name), "health.listen": health, "consensus.listen": peers[i], "consensus.peers": strings.Join(peers, ","),
			"door.listen": o.doors[i], "door.token_file": tokenFile, "log.level": "warn",
		}))
		if err != nil {
			return err
		}
		m, err := remote.Dial(remote.Config{Address: o.doors[i], Token: o.token})
		if err != nil {
			return err
		}
		go func() { _ = m.Run(inner) }()
		o.voices = append(o.voices, m)
		o.closed = append(o.closed, m.Close)
	}
	return nil
}

// startGateways runs the public API, twice.
func (o *outside) startGateways(account string, nodes map[rollup.ChainID]*gethNode, l1 map[string]string) error {
	var rollups []string
	for chain, node := range nodes {
		rollups = append(rollups, chain.String()+"="+node.url)
	}
	for i := range gateways {
		name := gatewayName(i)
		listen, err := o.address()
		if err != nil {
			return err
		}
		if i == 0 && o.cfg.Ports.API != 0 {
			listen = net.JoinHostPort(loopback, strconv.Itoa(o.cfg.Ports.API))
		}
		health, err := o.address()
		if err != nil {
			return err
		}
		key, err := o.secretFile(name, "account.key", account)
		if err != nil {
			return err
		}
		token, err := o.secretFile(name, "door.token", string(o.token))
		if err != nil {
			return err
		}
		doors := append(append([]string{}, o.doors[i%len(o.doors):]...), o.doors[:i%len(o.doors)]...)
		err = o.tell(name, "api", new(config.Gateway), merge(l1, map[string]string{
			"listen": listen, "account_key_file": key, "rollups": strings.Join(rollups, ","), "health.listen": health,
			"members.doors": strings.Join(doors, ","), "members.token_file": token, "log.level": "warn",
			"limits.requests_per_minute": "120000", "limits.bundles_per_minute": "12000",
		}))
		if err != nil {
			return err
		}
		o.pages = append(o.pages, "http://"+listen)
	}
	o.page = o.pages[0]
	return nil
}

// startRelay runs the relay, which claims for the rollups as well.
func (o *outside) startRelay(poster, payer string, l1 map[string]string) error {
	health, err := o.address()
	if err != nil {
		return err
	}
	posts, err := o.secretFile("relay", "poster.key", poster)
	if err != nil {
		return err
	}
	claims, err := o.secretFile("relay", "payer.key", payer)
	if err != nil {
		return err
	}
	token, err := o.secretFile("relay", "door.token", string(o.token))
	if err != nil {
		return err
	}
	return o.tell("relay", "relay", new(config.Relay), merge(l1, map[string]string{
		"account_key_file": posts, "claims.account_key_file": claims, "depth": "2", "interval": "200ms", "health.listen": health,
		"members.doors": strings.Join(o.doors, ","), "members.token_file": token, "log.level": "warn",
	}))
}

// startFollower runs a follower beside a rollup's geth.
func (o *outside) startFollower(chain rollup.ChainID, node *gethNode, l1 map[string]string) error {
	name := "follow-" + chain.String()
	health, err := o.address()
	if err != nil {
		return err
	}
	return o.tell(name, "follow", new(config.Follow), merge(l1, map[string]string{
		"dir": filepath.Join(o.dir, name, "journal"), "gateways": strings.Join(o.pages, ","), "health.listen": health, "log.level": "warn",
		"engine.chain": chain.String(), "engine.url": node.engine, "engine.jwt_file": node.jwt,
	}))
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
			if ended := o.fleet.Ended(); ended != nil || !sleep(ctx, 20*time.Millisecond) {
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
	return errors.Join(append(errs, o.fleet.Stop(stopPatience))...)
}

func merge(a, b map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range []map[string]string{a, b} {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}
