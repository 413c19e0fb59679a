package threshold_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

// zeros is the simplest reader that gives the same bytes each time.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

type dry struct{}

func (dry) Read([]byte) (int, error) { return 0, errors.New("dry") }

func openerFor(t testing.TB, group *threshold.Group, shares []*threshold.Share, identity []byte) *threshold.Opener {
	t.Helper()
	key := thresholdtest.Sign(group, shares, threshold.OpeningTag, identity)
	require.NoError(t, threshold.Verify(group.Public, threshold.OpeningTag, identity, key))
	opener, err := threshold.NewOpener(key)
	require.NoError(t, err)
	return opener
}

func TestSealAndOpen(t *testing.T) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	identity := []byte("network 1, epoch 2, slot 3")
	sealer, err := threshold.NewSealer(group.Public, identity)
	require.NoError(t, err)
	opener := openerFor(t, &group, shares, identity)
	rapid.Check(t, func(r *rapid.T) {
		plaintext := rapid.SliceOfN(rapid.Byte(), 0, 500).Draw(r, "plaintext")
		ad := rapid.SliceOfN(rapid.Byte(), 0, 100).Draw(r, "ad")
		sealed, err := sealer.Seal(rand.Reader, ad, plaintext)
		require.NoError(t, err)
		require.Len(t, sealed, len(plaintext)+threshold.SealOverhead)
		got, err := opener.Open(ad, sealed)
		require.NoError(t, err)
		require.True(t, bytes.Equal(plaintext, got))
	})
}

func TestEveryFlippedBitDoesNotOpen(t *testing.T) {
	group, shares := thresholdtest.Committee(2, 3, 1)
	identity := []byte("slot 3")
	sealer, err := threshold.NewSealer(group.Public, identity)
	require.NoError(t, err)
	opener := openerFor(t, &group, shares, identity)
	ad, plaintext := []byte("bidder 5"), []byte("a bid")
	sealed, err := sealer.Seal(rand.Reader, ad, plaintext)
	require.NoError(t, err)
	refused := func(ad, ct []byte, what string, at int) {
		got, err := opener.Open(ad, ct)
		require.Equal(t, threshold.ErrNotOpenable, err, "%s %d", what, at)
		require.Nil(t, got)
	}
	for bit := range len(sealed) * 8 {
		changed := bytes.Clone(sealed)
		changed[bit/8] ^= 1 << (bit % 8)
		refused(ad, changed, "ciphertext bit", bit)
	}
	for bit := range len(ad) * 8 {
		changed := bytes.Clone(ad)
		changed[bit/8] ^= 1 << (bit % 8)
		refused(changed, sealed, "associated data bit", bit)
	}
	for cut := range len(sealed) {
		refused(ad, sealed[:cut], "cut at", cut)
		refused(ad, sealed[cut+1:], "begun after", cut)
	}
	refused(ad, append(bytes.Clone(sealed), 0), "longer by", 1)
	refused(nil, sealed, "no associated data", 0)
	refused(append(bytes.Clone(ad), 0), sealed, "longer associated data", 0)
	got, err := opener.Open(ad, sealed)
	require.NoError(t, err, "the opener still opens what it should")
	require.Equal(t, plaintext, got)
}

func TestCopiedCiphertextDoesNotOpen(t *testing.T) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	others, otherShares := thresholdtest.Committee(3, 4, 2)
	identity := func(slot int) []byte { return fmt.Appendf(nil, "slot %d", slot) }
	ad := func(bidder int) []byte { return fmt.Appendf(nil, "bidder %d", bidder) }
	here := openerFor(t, &group, shares, identity(1))
	nextSlot := openerFor(t, &group, shares, identity(2))
	nextEpoch := openerFor(t, &others, otherShares, identity(1))
	// The attestation over the same bytes is no opening key.
	attestation, err := threshold.NewOpener(thresholdtest.Sign(&group, shares, threshold.AttestationTag, identity(1)))
	require.NoError(t, err)
	sealer, err := threshold.NewSealer(group.Public, identity(1))
	require.NoError(t, err)
	for i := range 100 {
		sealed, err := sealer.Seal(rand.Reader, ad(i), []byte("a bid"))
		require.NoError(t, err)
		_, err = here.Open(ad(i), sealed)
		require.NoError(t, err)
		for _, c := range []struct {
			opener *threshold.Opener
			ad     []byte
		}{{here, ad(i + 1)}, {nextSlot, ad(i)}, {nextEpoch, ad(i)}, {attestation, ad(i)}} {
			_, err = c.opener.Open(c.ad, sealed)
			require.Equal(t, threshold.ErrNotOpenable, err)
		}
	}
}

// Parts of two ciphertexts of one sealer put together do not open either.
func TestSplicedCiphertextDoesNotOpen(t *testing.T) {
	group, shares := thresholdtest.Committee(1, 1, 1)
	sealer, err := threshold.NewSealer(group.Public, []byte("slot"))
	require.NoError(t, err)
	opener := openerFor(t, &group, shares, []byte("slot"))
	one, err := sealer.Seal(rand.Reader, nil, []byte("one"))
	require.NoError(t, err)
	two, err := sealer.Seal(rand.Reader, nil, []byte("two"))
	require.NoError(t, err)
	bounds := []int{0, 48, 80, 112, len(one)}
	for mask := 1; mask < 15; mask++ {
		var mixed []byte
		for part := range 4 {
			from := one
			if mask&(1<<part) != 0 {
				from = two
			}
			mixed = append(mixed, from[bounds[part]:bounds[part+1]]...)
		}
		_, err := opener.Open(nil, mixed)
		require.Equal(t, threshold.ErrNotOpenable, err, "parts %04b", mask)
	}
	for name, u := range map[string][]byte{
		"infinity": infinityKey[:], "zeros": make([]byte, 48), "off subgroup": func() []byte { k := outsideG1(t); return k[:] }(),
	} {
		_, err := opener.Open(nil, append(bytes.Clone(u), one[48:]...))
		require.Equal(t, threshold.ErrNotOpenable, err, name)
	}
	// U plus a point outside the subgroup pairs the same or not; never opens.
	var u, extra bls12381.G1Affine
	_, err = u.SetBytes(one[:48])
	require.NoError(t, err)
	outside := outsideG1(t)
	dec := bls12381.NewDecoder(bytes.NewReader(outside[:]), bls12381.NoSubgroupChecks())
	require.NoError(t, dec.Decode(&extra))
	u.Add(&u, &extra)
	moved := u.Bytes()
	_, err = opener.Open(nil, append(moved[:], one[48:]...))
	require.Equal(t, threshold.ErrNotOpenable, err)
	_, err = opener.Open(nil, one)
	require.NoError(t, err, "the opener still opens what it should")
}

func TestSealingRefuses(t *testing.T) {
	_, err := threshold.NewSealer(infinityKey, []byte("slot"))
	require.ErrorIs(t, err, threshold.ErrIdentity)
	_, err = threshold.NewSealer(threshold.PublicKey{}, []byte("slot"))
	require.ErrorIs(t, err, threshold.ErrEncoding)
	_, err = threshold.NewSealer(outsideG1(t), []byte("slot"))
	require.ErrorIs(t, err, threshold.ErrEncoding)
	_, err = threshold.NewOpener(infinitySig)
	require.ErrorIs(t, err, threshold.ErrIdentity)
	_, err = threshold.NewOpener(threshold.Signature{})
	require.ErrorIs(t, err, threshold.ErrEncoding)
	_, err = threshold.NewOpener(outsideG2(t))
	require.ErrorIs(t, err, threshold.ErrEncoding)
	group, _ := thresholdtest.Committee(1, 1, 1)
	sealer, err := threshold.NewSealer(group.Public, nil)
	require.NoError(t, err)
	_, err = sealer.Seal(dry{}, nil, nil)
	require.ErrorContains(t, err, "dry")
}

func TestSealerAndOpenerServeManyAtOnce(t *testing.T) {
	group, shares := thresholdtest.Committee(1, 1, 1)
	sealer, err := threshold.NewSealer(group.Public, []byte("slot"))
	require.NoError(t, err)
	opener := openerFor(t, &group, shares, []byte("slot"))
	want, err := sealer.Seal(zeros{}, nil, []byte("x"))
	require.NoError(t, err)
	var wg sync.WaitGroup
	failed := make(chan string, 8)
	for range 8 {
		wg.Go(func() {
			for range 5 {
				sealed, err := sealer.Seal(zeros{}, nil, []byte("x"))
				if err != nil || !bytes.Equal(want, sealed) {
					failed <- "seal"
					return
				}
				if opened, err := opener.Open(nil, sealed); err != nil || string(opened) != "x" {
					failed <- "open"
					return
				}
			}
		})
	}
	wg.Wait()
	require.Empty(t, failed)
}
