package chaos_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

const seats = 4

// committee is four processes, each one member with a home of its own, over an L1 that belongs to none of them.
type committee struct {
	t        *testing.T
	homes    [seats]string
	members  [seats]rollup.Member
	procs    [seats]*running
	base     int // ports: the members' consensus, their gateways, their private doors, and the health of each
	binary   string
	l1       *devnet.L1
	registry rollup.Address
	client   *ethereum.Client
}

// TestFourProcesses runs the committee as four operating-system processes: the keys come out of a ceremony
// among them, no process ever holds two shares, and all come to the same attested slots. One of them is then
// killed and comes back to the same.
func TestFourProcesses(t *testing.T) {
	c := newCommittee(t, binary(t))
	for i := range seats {
		c.start(i)
	}
	sender := newBidder(t, "free 1", 0)
	sender.sent = 0
	for _, m := range c.members {
		sender.members[m.Account] = true
	}
	executed := c.execute(sender, 0, "before")
	c.agree(max(executed, 24))
	c.shares()

	c.procs[3].kill()
	executed = c.execute(sender, 1, "with one of four gone")
	c.start(3)
	c.agree(executed + 4)
	executed = c.execute(sender, 3, "through the one that came back")
	c.agree(executed + 1)
	c.shares()
}

// newCommittee makes four homes by the binary, and an L1 whose registry names their members.
func newCommittee(t *testing.T, binary string) *committee {
	c := &committee{t: t, base: ports(t, 5*seats), binary: binary}
	for i := range c.homes {
		c.homes[i] = filepath.Join(t.TempDir(), "home")
		code, out, errs := run(t, "init", "node", "--dir", c.homes[i], "--name", fmt.Sprintf("voice %d", i+1))
		require.Zero(t, code, errs)
		require.NoError(t, json.Unmarshal([]byte(out), &c.members[i]))
		code, _, errs = run(t, "init", "node", "--dir", c.homes[i], "--name", "again")
		require.Equal(t, 1, code, "keys were replaced")
		require.Contains(t, errs, "never replaced")
	}
	owner := devnet.Key(7, "owner")
	var err error
	c.l1, err = devnet.StartL1(devnet.L1Config{
		Dir: t.TempDir(), Period: time.Second, Funded: []rollup.Address{crypto.PubkeyToAddress(owner.PublicKey)}, Now: time.Now().Add(-time.Minute),
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, c.l1.Close()) })
	c.deploy()
	for i := range c.homes {
		c.gateway(i)
	}
	return c
}

// gateway runs one member's gateway, which outlives the member's lives.
func (c *committee) gateway(i int) {
	dir := filepath.Join(c.t.TempDir(), "gateway")
	code, _, errs := run(c.t, "init", "api", "--dir", dir)
	require.Zero(c.t, code, errs)
	cmd := exec.Command(c.binary, "api", "--account-key-file", filepath.Join(dir, "account.key"), "--listen", c.door(i), //nolint:gosec // our own
		"--l1.url", c.l1.URL(), "--l1.registry", c.registry.Hex(), "--members.doors", c.port(2, i),
		"--members.token-file", filepath.Join(c.homes[i], "door.token"), "--health.listen", c.port(3, i), "--log.level", "warn")
	launch(c.t, fmt.Sprintf("gateway %d", i), cmd)
}

// port is an address of a member, of one kind.
func (c *committee) port(kind, i int) string {
	return "127.0.0.1:" + strconv.Itoa(c.base+kind*seats+i)
}

// bidderRoles are the accounts with escrow and with means on the rollups.
var bidderRoles = []string{"free 1", "free 2"}

// wallets are the accounts whose wei a bidder's bundles move.
func wallets(role string) (out []*ecdsa.PrivateKey) {
	for i := range 400 {
		out = append(out, devnet.Key(7, fmt.Sprintf("%s, wallet %d", role, i)))
	}
	return out
}

// deploy puts the network on L1, with escrow for the bidders.
func (c *committee) deploy() {
	t := c.t
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	chain, err := ethereum.Dial(ctx, c.l1.URL())
	require.NoError(t, err)
	t.Cleanup(chain.Close)
	alloc := types.GenesisAlloc{}
	for _, role := range bidderRoles {
		for _, key := range append(wallets(role), devnet.Key(7, role)) {
			alloc[crypto.PubkeyToAddress(key.PublicKey)] = types.Account{Balance: new(big.Int).Exp(big.NewInt(10), big.NewInt(21), nil)}
		}
	}
	plan := ethereum.Plan{InclusionBlocks: 64, FreezeSeconds: 1 << 30, FreezeBlocks: 1 << 30, ExitSeconds: 1 << 30, ClaimDelay: 4}
	var chains []rollup.ChainID
	for i := range 2 {
		id := rollup.ChainID(901 + i)
		raw, err := evm.GenesisJSON(id, alloc, 36_000_000, uint64(time.Now().Unix()))
		require.NoError(t, err)
		plan.Rollups = append(plan.Rollups, ethereum.Charter{Genesis: rollup.Genesis{Chain: id, JSON: raw}, Payout: rollup.Address{byte(i + 1)}, Weight: 1})
		chains = append(chains, id)
	}
	c.l1.Eager(true)
	defer c.l1.Eager(false)
	sender := ethereum.NewSender(chain, devnet.Key(7, "owner"), ethereum.SenderConfig{Poll: 10 * time.Millisecond})
	at, err := ethereum.Deploy(ctx, sender, plan)
	require.NoError(t, err)
	c.registry = at.Registry
	network, err := ethereum.Open(ctx, chain, at.Registry, at.FromBlock)
	require.NoError(t, err)
	c.client = network
	account := network.Account(sender)
	_, err = account.SetParameters(ctx, &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 2_000, Treasury: rollup.Address{9}, Reserve: uint256.NewInt(1),
		FeeBase: uint256.NewInt(1_000), FeePerKiB: uint256.NewInt(1_000), FeePerMegagas: uint256.NewInt(1_000),
		BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 90_000, MaxLag: 40, BlockGas: 36_000_000, ForcedGas: 6_000_000, TriggerDepth: 8, TriggerCount: 32,
		PostEvery: 8, PostBytes: 126 << 10, L1Depth: 2, L1Rounding: 1, Members: c.members[:], Rollups: chains,
	})
	require.NoError(t, err)
	ether := uint256.NewInt(1e18)
	for _, role := range bidderRoles {
		_, err = account.Deposit(ctx, crypto.PubkeyToAddress(devnet.Key(7, role).PublicKey), ether, ether)
		require.NoError(t, err)
	}
	c.l1.Mine(3)
}

func (c *committee) door(i int) string {
	return c.port(1, i)
}

// start begins a life of one member. env is added to its environment.
func (c *committee) start(i int, env ...string) {
	c.t.Helper()
	peers := make([]string, seats)
	for j := range peers {
		peers[j] = "127.0.0.1:" + strconv.Itoa(c.base+j)
	}
	cmd := exec.Command(c.binary, "node", "--home", c.homes[i], "--l1.url", c.l1.URL(), "--l1.registry", c.registry.Hex(),
		"--consensus.seat", strconv.Itoa(i), "--consensus.listen", peers[i], "--consensus.peers", strings.Join(peers, ","),
		"--door.listen", c.port(2, i), "--door.token-file", filepath.Join(c.homes[i], "door.token"), "--health.listen", c.port(4, i), "--log.level", "warn")
	cmd.Env = append(os.Environ(), env...)
	c.procs[i] = launch(c.t, fmt.Sprintf("member %d", i), cmd)
}

func (c *committee) alive() {
	for _, p := range c.procs {
		select {
		case <-p.done:
			require.True(c.t, p.killed, "%s ended: %v", p.name, p.err)
		default:
		}
	}
}

// execute sends sealed bundles to one member until one is executed, and answers its slot.
func (c *committee) execute(b *bidder, at int, when string) rollup.Slot {
	t := c.t
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var fate *client.Fate
	for fate == nil {
		require.NoError(t, ctx.Err(), "nothing was executed %s", when)
		c.alive()
		envelope, slot := c.send(ctx, b, at)
		if envelope == (rollup.Digest{}) {
			_ = clock.Sleep(ctx, 100*time.Millisecond)
			continue
		}
		for number := rollup.Slot(0); number < slot && ctx.Err() == nil; _ = clock.Sleep(ctx, 50*time.Millisecond) {
			c.alive()
			number = newest(t, "http://"+c.door(at))
		}
		s, ok := slotOf(t, "http://"+c.door(at), slot)
		require.True(t, ok, "slot %d %s", slot, when)
		for _, f := range s.Fates {
			if f.Envelope == envelope && f.Reason.String() == "EXECUTED" {
				b.sent += 8 // the next nonce
				return slot
			}
		}
	}
	return 0
}

// send seals one bundle and hands it to a member; nothing while it takes none.
func (c *committee) send(ctx context.Context, b *bidder, at int) (rollup.Digest, rollup.Slot) {
	door, err := client.Dial(ctx, "ws://"+c.door(at)+"/ws", b.key)
	if err != nil {
		return rollup.Digest{}, 0
	}
	defer door.Close()
	key, err := door.SealingKey(ctx)
	if err != nil {
		return rollup.Digest{}, 0
	}
	bundle, err := b.bundle()
	require.NoError(c.t, err)
	envelope, err := door.Seal(key, key.Slot+2, 1, bundle)
	require.NoError(c.t, err)
	sent, err := door.SendEnvelope(ctx, envelope)
	if err != nil {
		c.t.Logf("member %d does not take an envelope yet: %v", at, err)
		return rollup.Digest{}, 0
	}
	require.Equal(c.t, c.members[at].Account, sent.Receipt.Member, "the receipt is of the member that was asked")
	return envelope.ID(), envelope.Slot
}

// agree waits until every member serves all slots up to one, and compares headers and signatures.
func (c *committee) agree(through rollup.Slot) {
	t := c.t
	t.Helper()
	var parent rollup.Digest
	for number := rollup.Slot(1); number <= through; number++ {
		var first *slotWhole
		for i := range seats {
			var mine *slotWhole
			eventually(t, fmt.Sprintf("member %d serves slot %d", i, number), func() bool {
				c.alive()
				s, ok := slotOf(t, "http://"+c.door(i), number)
				mine = s
				return ok
			})
			require.Equal(t, parent, mine.Header.Parent, "member %d, slot %d", i, number)
			if first == nil {
				first = mine
			}
			require.Equal(t, first.Header, mine.Header, "member %d, slot %d", i, number)
			require.Equal(t, first.Attestation, mine.Attestation, "member %d, slot %d", i, number)
			require.Equal(t, first.Fates, mine.Fates, "member %d, slot %d", i, number)
		}
		parent = first.Header.Root
	}
}

// shares reads each home's share, proves that they are shares of the key under which everybody seals, and
// looks for each secret in every other home.
func (c *committee) shares() {
	t := c.t
	t.Helper()
	group := threshold.Group{Threshold: 3, Shares: make([]threshold.PublicKey, seats)}
	secrets := map[string]int{} // and whose they are
	var shares []*threshold.Share
	for i, home := range c.homes {
		raw, err := os.ReadFile(filepath.Join(home, "member", "share"))
		require.NoError(t, err)
		share, err := threshold.ShareFromBytes(raw)
		require.NoError(t, err)
		require.Equal(t, uint32(i+1), share.Index())
		group.Shares[i] = share.Public()
		shares = append(shares, share)
		secrets[string(raw[len(raw)-threshold.ScalarSize:])] = i
		for _, name := range []string{"consensus.key", "account.key", "dealer.key"} {
			text, err := os.ReadFile(filepath.Join(home, name))
			require.NoError(t, err)
			key, err := hex.DecodeString(strings.TrimSpace(string(text)))
			require.NoError(t, err)
			secrets[string(key)] = i
		}
		seed, err := os.ReadFile(filepath.Join(home, "member", "ceremony.seed"))
		require.NoError(t, err)
		secrets[string(seed)] = i
	}
	require.Len(t, secrets, 5*seats, "two members have the same secret")
	door, err := client.Dial(t.Context(), "ws://"+c.door(0)+"/ws", devnet.Key(7, "free 1"))
	require.NoError(t, err)
	defer door.Close()
	key, err := door.SealingKey(t.Context())
	require.NoError(t, err)
	group.Public = key.GroupKey
	require.NoError(t, group.Validate())
	message := []byte("the four shares are of one key")
	for spare := range seats {
		var partials []threshold.Partial
		for i, s := range shares {
			if i != spare {
				partials = append(partials, s.Sign(threshold.AttestationTag, message))
			}
		}
		signature, err := group.Combine(threshold.AttestationTag, message, partials)
		require.NoError(t, err)
		require.NoError(t, threshold.Verify(group.Public, threshold.AttestationTag, message, signature))
	}
	for i, home := range c.homes {
		files := 0
		require.NoError(t, filepath.WalkDir(home, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return ignoreGone(err)
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return ignoreGone(err)
			}
			files++
			for secret, owner := range secrets {
				if owner == i {
					continue
				}
				if bytes.Contains(content, []byte(secret)) || bytes.Contains(bytes.ToLower(content), []byte(hex.EncodeToString([]byte(secret)))) {
					t.Errorf("a secret of member %d stands in member %d's %s", owner, i, path)
				}
			}
			return nil
		}))
		require.Greater(t, files, 6, "the search found hardly anything to search")
	}
}

// ignoreGone passes over files that a running member's database removes meanwhile.
func ignoreGone(err error) error {
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
