package ethereum

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Directory is what L1 says of a network: all that a verifier starts from.
type Directory struct {
	Network    rollup.Network // its epoch is the current key's; 1 while the first key is still to come
	Contracts  Contracts
	Parameters *rollup.Parameters // nil until set
	Genesis    []rollup.Genesis   // of every registered rollup, by ascending chain; each checked against its hash
	Rollups    []Listing          // by ascending chain
	Keys       []EpochKey         // by ascending epoch; empty until the first is set
}

// Listing is a rollup in the registry, now.
type Listing struct {
	Chain       rollup.ChainID
	Payout      rollup.Address
	Weight      uint32
	GenesisHash rollup.Digest // keccak256 of the genesis file
}

// EpochKey is a committee's key.
type EpochKey struct {
	Epoch      uint64
	Key        threshold.PublicKey
	Members    uint32
	Threshold  uint32
	SharesRoot rollup.Digest // root of the members' public shares
	Block      uint64        // L1 block that set it
}

// Group is the current epoch's key, or false while there is none.
func (d *Directory) Group() (threshold.PublicKey, bool) {
	if len(d.Keys) == 0 {
		return threshold.PublicKey{}, false
	}
	return d.Keys[len(d.Keys)-1].Key, true
}

// Errors of what L1 says about a network.
var (
	// ErrUnset: governance has not set it yet.
	ErrUnset = errors.New("not set on L1 yet")
	// ErrUnlike: an event carries other bytes than the contract has the hash of.
	ErrUnlike = errors.New("an L1 event does not match the contract's hash")
)

// Directory reads all of it at the head. Parameters and keys may be unset, by what the contracts say; everything else
// must be there, ErrAbsent otherwise.
func (c *Client) Directory(ctx context.Context) (*Directory, error) {
	return whole(ctx, c.chain, c.directory)
}

func (c *Client) directory(ctx context.Context) (*Directory, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		return nil, err
	}
	d := &Directory{Contracts: c.at}
	for _, step := range []func(context.Context, *types.Header, *Directory) error{c.readNetwork, c.readRollups, c.readKeys} {
		if err := step(ctx, head, d); err != nil {
			return nil, fmt.Errorf("registry %s: %w", c.at.Registry, err)
		}
	}
	d.Parameters, err = c.Parameters(ctx)
	if err != nil && !errors.Is(err, ErrUnset) {
		return nil, err
	}
	return d, nil
}

func (c *Client) readNetwork(ctx context.Context, head *types.Header, d *Directory) error {
	id, err := ask(ctx, c, head.Hash(), c.at.Registry, registry.PackNetworkId(), unpackDigest(registry.UnpackNetworkId))
	if err != nil {
		return fmt.Errorf("network id: %w", err)
	}
	if want := NetworkID(c.chain.ID(), c.at.Registry); id != want {
		return fmt.Errorf("network id is %s, computed %s: %w", id, want, ErrUnlike)
	}
	incarnation, err := ask(ctx, c, head.Hash(), c.at.Inbox, inbox.PackIncarnation(), inbox.UnpackIncarnation)
	if err != nil {
		return fmt.Errorf("incarnation: %w", err)
	}
	epoch, err := ask(ctx, c, head.Hash(), c.at.Committee, committee.PackEpoch(), committee.UnpackEpoch)
	if err != nil {
		return fmt.Errorf("epoch: %w", err)
	}
	d.Network = rollup.Network{ID: id, Incarnation: uint64(incarnation), Epoch: max(epoch, 1)}
	return nil
}

func (c *Client) readRollups(ctx context.Context, head *types.Header, d *Directory) error {
	err := c.logsTo(ctx, c.at.Registry, event(registry, "RollupRegistered"), 0, head.Number.Uint64(), func(log *types.Log) error {
		e, err := registry.UnpackRollupRegisteredEvent(log)
		if err != nil {
			return err
		}
		d.Genesis = append(d.Genesis, rollup.Genesis{Chain: rollup.ChainID(e.ChainId), JSON: e.Genesis})
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(d.Genesis, func(a, b rollup.Genesis) int { return cmp.Compare(a.Chain, b.Chain) })
	chains, err := ask(ctx, c, head.Hash(), c.at.Registry, registry.PackRollups(), registry.UnpackRollups)
	if err != nil {
		return fmt.Errorf("rollups: %w", err)
	}
	slices.Sort(chains)
	if !slices.EqualFunc(chains, d.Genesis, func(chain uint64, g rollup.Genesis) bool { return chain == uint64(g.Chain) }) {
		return fmt.Errorf("%d rollups, %d genesis files: %w", len(chains), len(d.Genesis), ErrAbsent)
	}
	for _, g := range d.Genesis {
		r, err := ask(ctx, c, head.Hash(), c.at.Registry, registry.PackRollup(uint64(g.Chain)), registry.UnpackRollup)
		if err != nil {
			return fmt.Errorf("rollup %s: %w", g.Chain, err)
		}
		if crypto.Keccak256Hash(g.JSON) != rollup.Digest(r.GenesisHash) {
			return fmt.Errorf("genesis of rollup %s: %w", g.Chain, ErrUnlike)
		}
		d.Rollups = append(d.Rollups, Listing{g.Chain, r.Payout, r.Weight, r.GenesisHash})
	}
	return nil
}

func (c *Client) readKeys(ctx context.Context, head *types.Header, d *Directory) error {
	err := c.logsTo(ctx, c.at.Committee, event(committee, "KeySet"), 0, head.Number.Uint64(), func(log *types.Log) error {
		e, err := committee.UnpackKeySetEvent(log)
		if err != nil {
			return err
		}
		key, err := compressKey(e.Key)
		if err != nil {
			return fmt.Errorf("key of epoch %d: %w", e.Epoch, err)
		}
		d.Keys = append(d.Keys, EpochKey{e.Epoch, key, e.Members, e.Threshold, e.SharesRoot, log.BlockNumber})
		return nil
	})
	if err != nil {
		return err
	}
	epoch, err := ask(ctx, c, head.Hash(), c.at.Committee, committee.PackEpoch(), committee.UnpackEpoch)
	if err != nil {
		return fmt.Errorf("epoch: %w", err)
	}
	for i, key := range d.Keys {
		if key.Epoch != uint64(i)+1 {
			return fmt.Errorf("the key of epoch %d stands where that of epoch %d should: %w", key.Epoch, i+1, ErrAbsent)
		}
	}
	if uint64(len(d.Keys)) != epoch {
		return fmt.Errorf("%d keys, the committee is in epoch %d: %w", len(d.Keys), epoch, ErrAbsent)
	}
	if epoch == 0 {
		return nil
	}
	current, err := c.groupKey(ctx, head)
	if err != nil {
		return err
	}
	if last := d.Keys[len(d.Keys)-1]; last.Key != current {
		return fmt.Errorf("key of epoch %d: %w", last.Epoch, ErrUnlike)
	}
	return nil
}

// groupKey is the committee's key at a block: ErrUnset while its epoch says that there is none.
func (c *Client) groupKey(ctx context.Context, at *types.Header) (threshold.PublicKey, error) {
	epoch, err := ask(ctx, c, at.Hash(), c.at.Committee, committee.PackEpoch(), committee.UnpackEpoch)
	if err != nil {
		return threshold.PublicKey{}, fmt.Errorf("group key: %w", err)
	}
	if epoch == 0 {
		return threshold.PublicKey{}, fmt.Errorf("group key: %w", ErrUnset)
	}
	raw, err := ask(ctx, c, at.Hash(), c.at.Committee, committee.PackGroupKey(), committee.UnpackGroupKey)
	if err != nil {
		return threshold.PublicKey{}, fmt.Errorf("group key: %w", err)
	}
	key, err := compressKey(raw)
	if err != nil {
		return key, fmt.Errorf("group key of epoch %d: %w", epoch, err)
	}
	return key, nil
}

func compressKey(raw []byte) (threshold.PublicKey, error) {
	if len(raw) != 128 {
		return threshold.PublicKey{}, fmt.Errorf("%w: key of %d bytes", threshold.ErrEncoding, len(raw))
	}
	return threshold.CompressG1([128]byte(raw))
}

// Parameters are the network's constants: the newest that were set, checked against the registry's hash and
// validated. ErrUnset while there are none.
func (c *Client) Parameters(ctx context.Context) (*rollup.Parameters, error) {
	if p := c.parameters.Load(); p != nil {
		return p, nil
	}
	return whole(ctx, c.chain, c.readParameters)
}

func (c *Client) readParameters(ctx context.Context) (*rollup.Parameters, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		return nil, err
	}
	hash, err := ask(ctx, c, head.Hash(), c.at.Registry, registry.PackParametersHash(), unpackDigest(registry.UnpackParametersHash))
	if err != nil {
		return nil, fmt.Errorf("parameters: %w", err)
	}
	if hash == (rollup.Digest{}) {
		return nil, fmt.Errorf("parameters: %w", ErrUnset)
	}
	var found []byte
	err = c.logsTo(ctx, c.at.Registry, event(registry, "ParametersSet"), 0, head.Number.Uint64(), func(log *types.Log) error {
		e, err := registry.UnpackParametersSetEvent(log)
		if err == nil && e.Hash == hash {
			found = e.Parameters
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("parameters: %w", err)
	}
	if found == nil {
		return nil, fmt.Errorf("parameters of hash %s: %w", hash, ErrAbsent)
	}
	if crypto.Keccak256Hash(found) != hash {
		return nil, fmt.Errorf("parameters: %w", ErrUnlike)
	}
	p, err := rollup.DecodeParameters(found)
	if err != nil {
		return nil, err
	}
	c.parameters.Store(p)
	return p, nil
}

// NetworkID is keccak256(abi.encode("chorale", L1 chain id, registry)), as in Registry.sol.
func NetworkID(chainID uint64, registryAddress rollup.Address) rollup.Digest {
	var b [160]byte
	b[31] = 96 // offset of the string
	for i := range 8 {
		b[63-i] = byte(chainID >> (8 * i))
	}
	copy(b[76:96], registryAddress[:])
	b[127] = byte(len("chorale"))
	copy(b[128:], "chorale")
	return crypto.Keccak256Hash(b[:])
}
