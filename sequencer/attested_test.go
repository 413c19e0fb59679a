package sequencer_test

import (
	"testing"

	"github.com/attestantio/go-eth2-client/spec/phase0"
	"github.com/flashbots/go-boost-utils/ssz"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

// attest has the first t of a committee of four sign a header.
func attest(t *testing.T, h builder.Header) (*sequencer.Attested, threshold.Group) {
	group, shares := thresholdtest.Committee(3, 4, 9)
	root := sequencer.HeaderSigningRoot(&h)
	var partials []threshold.Partial
	for _, s := range shares[:3] {
		partials = append(partials, s.Sign(threshold.AttestationTag, root[:]))
	}
	signature, err := group.Combine(threshold.AttestationTag, root[:], partials)
	require.NoError(t, err)
	return &sequencer.Attested{Header: h, Signature: signature}, group
}

func someHeader() builder.Header {
	return builder.Header{
		Network: rollup.Network{ID: rollup.Digest{7}, Incarnation: 1, Epoch: 2}, Slot: 41, Time: 1_800_000_000_250, Parent: rollup.Digest{1},
		View: rollup.L1View{Number: 9, Hash: rollup.Digest{2}, QueuePosition: 3, QueueHash: rollup.Digest{3}}, BatchRoot: rollup.Digest{4},
		FateRoot: rollup.Digest{5}, Heads: []builder.Head{{Chain: 901, Number: 5}, {Chain: 902, Number: 5}}, PairRoot: rollup.Digest{6}, LedgerRoot: rollup.Digest{8},
	}
}

// TestAttestationIsAnEthereumSignature has go-boost-utils verify what the committee signed, as any Ethereum
// library would: the header's hash_tree_root under compute_domain of our domain type, fork version and network.
func TestAttestationIsAnEthereumSignature(t *testing.T) {
	a, group := attest(t, someHeader())
	require.NoError(t, a.Verify(group.Public))
	domain := ssz.ComputeDomain(phase0.DomainType{0x43, 0x48, 0x00, 0x01}, phase0.Version{0, 0, 0, 1}, phase0.Root{7})
	ok, err := ssz.VerifySignature(&a.Header, domain, group.Public[:], a.Signature[:])
	require.NoError(t, err)
	require.True(t, ok)

	posting := ssz.ComputeDomain(phase0.DomainType{0x43, 0x48, 0x00, 0x02}, phase0.Version{0, 0, 0, 1}, phase0.Root{7})
	ok, err = ssz.VerifySignature(&a.Header, posting, group.Public[:], a.Signature[:])
	require.NoError(t, err)
	require.False(t, ok, "a header's signature means nothing as a posting's")
}

// TestAttestationBindsEveryField changes one field of a signed header at a time.
func TestAttestationBindsEveryField(t *testing.T) {
	a, group := attest(t, someHeader())
	for name, change := range map[string]func(*builder.Header){
		"network":        func(h *builder.Header) { h.Network.ID[31] ^= 1 },
		"incarnation":    func(h *builder.Header) { h.Network.Incarnation++ },
		"epoch":          func(h *builder.Header) { h.Network.Epoch++ },
		"slot":           func(h *builder.Header) { h.Slot++ },
		"time":           func(h *builder.Header) { h.Time++ },
		"parent":         func(h *builder.Header) { h.Parent[0] ^= 1 },
		"view number":    func(h *builder.Header) { h.View.Number++ },
		"view hash":      func(h *builder.Header) { h.View.Hash[0] ^= 1 },
		"queue position": func(h *builder.Header) { h.View.QueuePosition++ },
		"queue hash":     func(h *builder.Header) { h.View.QueueHash[0] ^= 1 },
		"batch":          func(h *builder.Header) { h.BatchRoot[0] ^= 1 },
		"fates":          func(h *builder.Header) { h.FateRoot[0] ^= 1 },
		"a head":         func(h *builder.Header) { h.Heads[1].TxCount++ },
		"heads":          func(h *builder.Header) { h.Heads = h.Heads[:1] },
		"pairs":          func(h *builder.Header) { h.PairRoot[0] ^= 1 },
		"ledger":         func(h *builder.Header) { h.LedgerRoot[0] ^= 1 },
		"spare":          func(h *builder.Header) { h.Spare[2][0] ^= 1 },
	} {
		changed := *a
		changed.Header = someHeader()
		change(&changed.Header)
		require.ErrorIs(t, changed.Verify(group.Public), threshold.ErrSignature, name)
	}
	require.ErrorIs(t, a.Verify(threshold.PublicKey{0xc0}), threshold.ErrIdentity, "the identity key verifies nothing")
}

// TestOneFieldIsProvenAlone proves the ledger root under the header's root, as SSZ does.
func TestOneFieldIsProvenAlone(t *testing.T) {
	h := someHeader()
	fields := h.Fields()
	for i := range fields {
		require.True(t, rollup.VerifyProof(h.Root(), fields[i], rollup.ContainerProof(fields, i), uint64(i)), "field %d", i)
		require.False(t, rollup.VerifyProof(h.Root(), rollup.Digest{0xff}, rollup.ContainerProof(fields, i), uint64(i)), "field %d", i)
	}
}
