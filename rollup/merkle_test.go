package rollup_test

import (
	"testing"

	"github.com/attestantio/go-eth2-client/spec/phase0"
	"github.com/chorale-network/chorale/rollup"
	ssz "github.com/ferranbt/fastssz"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func leaves(t *rapid.T, label string, most int) []rollup.Digest {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) (d rollup.Digest) {
		copy(d[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "leaf"))
		return d
	}), 0, most).Draw(t, label)
}

// The roots are those of Ethereum's own containers, as its consensus clients compute them.
func TestContainerRootIsEthereums(t *testing.T) {
	h := phase0.BeaconBlockHeader{Slot: 1, ProposerIndex: 2, ParentRoot: phase0.Root{3}, StateRoot: phase0.Root{4}, BodyRoot: phase0.Root{5}}
	want, err := h.HashTreeRoot()
	require.NoError(t, err)
	require.Equal(t, rollup.Digest(want), rollup.ContainerRoot(rollup.Uint64Leaf(1), rollup.Uint64Leaf(2), rollup.Digest{3}, rollup.Digest{4}, rollup.Digest{5}))

	fork := phase0.ForkData{CurrentVersion: phase0.Version{1, 2, 3, 4}, GenesisValidatorsRoot: phase0.Root{9}}
	want, err = fork.HashTreeRoot()
	require.NoError(t, err)
	require.Equal(t, rollup.Digest(want), rollup.ContainerRoot(rollup.Digest{1, 2, 3, 4}, rollup.Digest{9}))

	d := phase0.DepositMessage{PublicKey: phase0.BLSPubKey{47: 7}, WithdrawalCredentials: make([]byte, 32), Amount: 8}
	want, err = d.HashTreeRoot()
	require.NoError(t, err)
	require.Equal(t, rollup.Digest(want), rollup.ContainerRoot(rollup.BytesRoot(d.PublicKey[:]), rollup.Digest{}, rollup.Uint64Leaf(8)))
}

// Roots and proofs over random lists agree with fastssz and with each other.
func TestTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		depth := rapid.IntRange(4, 20).Draw(t, "depth")
		items := leaves(t, "items", 16)
		list, container := ssz.NewHasher(), ssz.NewHasher()
		i, j := list.Index(), container.Index()
		for _, item := range items {
			list.Append(item[:])
			container.Append(item[:])
		}
		list.MerkleizeWithMixin(i, uint64(len(items)), 1<<depth)
		want, err := list.HashRoot()
		require.NoError(t, err)
		root := rollup.ListRoot(items, depth)
		require.Equal(t, rollup.Digest(want), root)
		for n, item := range items {
			proof := rollup.ListProof(items, n, depth)
			require.True(t, rollup.VerifyProof(root, item, proof, uint64(n)))
			if n^1 < len(items) && items[n^1] != item {
				require.False(t, rollup.VerifyProof(root, item, proof, uint64(n^1)), "at its neighbour's place")
			}
			proof[0][0] ^= 1
			require.False(t, rollup.VerifyProof(root, item, proof, uint64(n)))
		}
		if len(items) == 0 {
			return
		}
		container.Merkleize(j)
		want, err = container.HashRoot()
		require.NoError(t, err)
		root = rollup.ContainerRoot(items...)
		require.Equal(t, rollup.Digest(want), root)
		for n, item := range items {
			require.True(t, rollup.VerifyProof(root, item, rollup.ContainerProof(items, n), uint64(n)))
		}
	})
}

func TestBytesRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.Byte(), 1, 200).Draw(t, "bytes")
		hh := ssz.NewHasher()
		hh.PutBytes(b)
		want, err := hh.HashRoot()
		require.NoError(t, err)
		require.Equal(t, rollup.Digest(want), rollup.BytesRoot(b))
	})
}

func TestAddressLeaf(t *testing.T) {
	hh := ssz.NewHasher()
	a := rollup.Address{1, 19: 2}
	hh.PutBytes(a[:])
	want, err := hh.HashRoot()
	require.NoError(t, err)
	require.Equal(t, rollup.Digest(want), rollup.AddressLeaf(a))
}
