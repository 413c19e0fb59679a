package comet

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/threshold"
	abci "github.com/cometbft/cometbft/abci/types"
	cmtconfig "github.com/cometbft/cometbft/config"
	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	"github.com/cometbft/cometbft/p2p"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// ErrConfig refuses a configuration; the error that wraps it names the field.
var ErrConfig = errors.New("bad member configuration")

// Config is all that one member needs. Every field without a word on its default must be set.
type Config struct {
	Dir         string             // the member's own folder: consensus log, store, share and seed
	Parameters  *rollup.Parameters // the same on every member
	Network     rollup.Network     // the same on every member
	GenesisTime time.Time          // the same on every member: the consensus time of slot 1
	Self        int                // position in Parameters.Members

	ConsensusKey ed25519.PrivateKey   // signs votes and authenticates connections
	Account      *ecdsa.PrivateKey    // signs receipts
	Dealer       *threshold.DealerKey // for the key ceremony

	Listen string   // host:port for the other members
	Peers  []string // host:port of each member by position; own and empty entries are skipped
	L1     sequencer.L1
	// Build makes the builder over its rollups: at genesis for nil, otherwise as the checkpoint says. It is
	// called once, by New.
	Build func(checkpoint []byte) (*builder.Builder, error)
	Log   *slog.Logger // default: discard

	Unpaced   bool               // do not wait for slot boundaries; for tests with slots of 20–50 ms
	NoSync    bool               // do not sync anything before answering for it: for the test that must then lose something
	Failpoint func(point string) // called before and after each durable write, by name; default: none
	Now       func() time.Time   // this member's clock; default time.Now. Nothing agreed on depends on it

	// Watch is told of each opening share that this member makes, before anybody else can have it, together with
	// the highest block that stands in its consensus log at that moment. For whoever checks that no share leaves
	// before its batch is durable; default: nobody. It must not block.
	Watch func(slot, stored rollup.Slot)

	wrap func(abci.Application) abci.Application // around what the engine is given; tests put liars there
}

func (c *Config) check() error {
	fault := func(field, why string) error { return fmt.Errorf("%s: %s: %w", field, why, ErrConfig) }
	switch {
	case c.Dir == "":
		return fault("Dir", "must be set")
	case c.Parameters == nil:
		return fault("Parameters", "must be set")
	case c.Self < 0 || c.Self >= len(c.Parameters.Members):
		return fault("Self", "must be a position in Parameters.Members")
	case len(c.ConsensusKey) != ed25519.PrivateKeySize:
		return fault("ConsensusKey", "must be an ed25519 private key of 64 bytes")
	case c.Account == nil || c.Dealer == nil:
		return fault("Account, Dealer", "must be set")
	case len(c.Peers) != len(c.Parameters.Members):
		return fault("Peers", "must have one entry for each member")
	case c.L1 == nil || c.Build == nil:
		return fault("L1, Build", "must be set")
	case c.GenesisTime.IsZero():
		return fault("GenesisTime", "must be set")
	}
	if _, _, err := net.SplitHostPort(c.Listen); err != nil {
		return fault("Listen", err.Error())
	}
	if err := c.Parameters.Validate(); err != nil {
		return err
	}
	if blockBytes(c.Parameters) > cmttypes.MaxBlockSizeBytes {
		return fault("Parameters.BatchBytes", "no block is large enough for such a batch")
	}
	self := c.Parameters.Members[c.Self]
	if hex.EncodeToString(c.ConsensusKey.Public().(ed25519.PublicKey)) != strings.TrimPrefix(self.ConsensusKey, "0x") {
		return fault("ConsensusKey", "is not the member's")
	}
	if strings.TrimPrefix(c.Dealer.Public().String(), "0x") != strings.TrimPrefix(self.DealerKey, "0x") {
		return fault("Dealer", "is not the member's")
	}
	if crypto.PubkeyToAddress(c.Account.PublicKey) != self.Account {
		return fault("Account", "is not the member's")
	}
	return nil
}

// member is the part of it that knows no engine.
func (c *Config) member(signed sequencer.VoteCheck) member.Config {
	return member.Config{
		Dir: c.Dir, Parameters: c.Parameters, Network: c.Network, Self: c.Self, Account: c.Account, Dealer: c.Dealer, Signed: signed,
		L1: c.L1, Build: c.Build, Log: c.Log, Unpaced: c.Unpaced, NoSync: c.NoSync, Failpoint: c.Failpoint, Now: c.Now, Watch: c.Watch,
	}
}

// consensusKeys are the members' public keys in the engine's form.
func consensusKeys(p *rollup.Parameters) ([]cmted25519.PubKey, error) {
	out := make([]cmted25519.PubKey, len(p.Members))
	for i, m := range p.Members {
		b, err := hex.DecodeString(strings.TrimPrefix(m.ConsensusKey, "0x"))
		if err != nil || len(b) != cmted25519.PubKeySize {
			return nil, fmt.Errorf("consensus key of member %d: %w", i, ErrConfig)
		}
		out[i] = b
	}
	return out, nil
}

// chainID names the consensus. Votes are signed over it; it is long enough that no vote's sign bytes are as
// short as the 32-byte challenge that the same key signs when a connection is authenticated.
func chainID(n rollup.Network) string {
	return fmt.Sprintf("chorale-%x-%d-%d", n.ID[:8], n.Incarnation, n.Epoch)
}

// recordBytes is the most that a block's record may take.
func recordBytes(p *rollup.Parameters) int64 {
	const vote = sequencer.MaxExtensionBytes + 256
	return int64(len(p.Members))*vote + sequencer.MaxItemBytes + sequencer.MaxKeys*(threshold.SignatureSize+8) + 4096
}

// blockBytes is the size limit of a block: the fullest batch and the fullest record fit beside evidence and
// commit.
func blockBytes(p *rollup.Parameters) int64 {
	const evidence, overhead = 1 << 20, 64 << 10
	framing := int64(sequencer.MaxEnvelopes) * 8
	return int64(p.BatchBytes) + framing + recordBytes(p) + evidence + overhead + cmttypes.MaxCommitBytes(len(p.Members)) //nolint:gosec // validated
}

// genesis is the engine's genesis, the same on every member.
func (c *Config) genesis() (*cmttypes.GenesisDoc, error) {
	keys, err := consensusKeys(c.Parameters)
	if err != nil {
		return nil, err
	}
	doc := &cmttypes.GenesisDoc{
		GenesisTime: c.GenesisTime.UTC().Truncate(time.Millisecond), ChainID: chainID(c.Network), InitialHeight: 1,
		ConsensusParams: cmttypes.DefaultConsensusParams(),
	}
	doc.ConsensusParams.Block.MaxBytes = blockBytes(c.Parameters)
	doc.ConsensusParams.ABCI.VoteExtensionsEnableHeight = 1
	// Equal seats: one vote, one share. The unit is ten, because the engine takes a third rounded down of the
	// power as enough to block the chain, and a member that could do so alone skips fetching blocks when it is
	// behind.
	const seat = 10
	for i, k := range keys {
		doc.Validators = append(doc.Validators, cmttypes.GenesisValidator{Address: k.Address(), PubKey: k, Power: seat, Name: c.Parameters.Members[i].Name})
	}
	return doc, doc.ValidateAndComplete()
}

// engine is the consensus engine's configuration: tuned for short slots (see FACTS on gossip sleep and flush).
func (c *Config) engine() (*cmtconfig.Config, error) {
	keys, err := consensusKeys(c.Parameters)
	if err != nil {
		return nil, err
	}
	cfg := cmtconfig.DefaultConfig()
	cfg.SetRoot(filepath.Join(c.Dir, "consensus"))
	cfg.Moniker = fmt.Sprintf("member-%d", c.Self)
	cfg.FilterPeers = true
	cfg.RPC.ListenAddress = ""
	cfg.TxIndex.Indexer = "null"
	cfg.Mempool.Type = cmtconfig.MempoolTypeNop
	cfg.Storage.DiscardABCIResponses = true
	cfg.Instrumentation.Prometheus = false

	cfg.P2P.ListenAddress = "tcp://" + c.Listen
	cfg.P2P.AddrBookStrict = false
	cfg.P2P.AllowDuplicateIP = true
	cfg.P2P.PexReactor = false
	cfg.P2P.FlushThrottleTimeout = time.Millisecond
	cfg.P2P.MaxPacketMsgPayloadSize = 65_000
	cfg.P2P.SendRate, cfg.P2P.RecvRate = 200_000_000, 200_000_000
	cfg.P2P.HandshakeTimeout, cfg.P2P.DialTimeout = 5*time.Second, 3*time.Second
	// Members are dialled by the dialer, not by the engine; their connections are never turned away for number.
	var ids []string
	for _, k := range keys {
		ids = append(ids, string(p2p.PubKeyToID(k)))
	}
	cfg.P2P.UnconditionalPeerIDs = strings.Join(ids, ",")

	slot := time.Duration(c.Parameters.SlotMs) * time.Millisecond //nolint:gosec // validated
	if c.Unpaced {
		slot = 0
	}
	cfg.Consensus.TimeoutPropose = slot + 150*time.Millisecond // the proposer waits for the boundary
	cfg.Consensus.TimeoutProposeDelta = 100 * time.Millisecond
	cfg.Consensus.TimeoutPrevote, cfg.Consensus.TimeoutPrevoteDelta = 50*time.Millisecond, 50*time.Millisecond
	cfg.Consensus.TimeoutPrecommit, cfg.Consensus.TimeoutPrecommitDelta = 50*time.Millisecond, 50*time.Millisecond
	cfg.Consensus.TimeoutCommit, cfg.Consensus.SkipTimeoutCommit = 0, true
	cfg.Consensus.PeerGossipSleepDuration = 5 * time.Millisecond
	cfg.Consensus.PeerQueryMaj23SleepDuration = 500 * time.Millisecond
	return cfg, cfg.ValidateBasic()
}
