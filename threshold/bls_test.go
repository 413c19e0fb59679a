package threshold_test

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	gobls "github.com/flashbots/go-boost-utils/bls"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

var (
	message     = []byte("slot 17 of epoch 3")
	infinityKey = threshold.PublicKey{0: 0xc0}
	infinitySig = threshold.Signature{0: 0xc0}
)

func sign(shares []*threshold.Share, tag threshold.Tag, msg []byte) []threshold.Partial {
	partials := make([]threshold.Partial, len(shares))
	for i, s := range shares {
		partials[i] = s.Sign(tag, msg)
	}
	return partials
}

// A point on the curve of G2 outside the subgroup.
func outsideG2(t testing.TB) threshold.Signature {
	t.Helper()
	var p bls12381.G2Affine
	var x bls12381.E2
	x.SetOne()
	for {
		j := bls12381.GeneratePointNotInG2(x)
		p.FromJacobian(&j)
		if p.IsOnCurve() && !p.IsInSubGroup() {
			return threshold.Signature(p.Bytes())
		}
		x.A1.SetRandom() //nolint:errcheck // cannot fail
	}
}

func outsideG1(t testing.TB) threshold.PublicKey {
	t.Helper()
	var p bls12381.G1Affine
	var x fp.Element
	x.SetOne()
	j := bls12381.GeneratePointNotInG1(x)
	p.FromJacobian(&j)
	require.True(t, p.IsOnCurve())
	require.False(t, p.IsInSubGroup())
	return threshold.PublicKey(p.Bytes())
}

func TestGroupSignatureIsGoBoostUtilsSignature(t *testing.T) {
	for _, size := range []struct{ t, n int }{{1, 1}, {3, 4}, {5, 7}, {11, 16}} {
		t.Run(fmt.Sprintf("%d-of-%d", size.t, size.n), func(t *testing.T) {
			group, shares := thresholdtest.Committee(size.t, size.n, 9)
			whole := thresholdtest.Secret(size.t, 9)
			sk, err := gobls.SecretKeyFromBytes(whole[:])
			require.NoError(t, err)
			pk, err := gobls.PublicKeyFromSecretKey(sk)
			require.NoError(t, err)
			require.Equal(t, gobls.PublicKeyToBytes(pk), group.Public[:])

			sig, err := group.Combine(threshold.AttestationTag, message, sign(shares, threshold.AttestationTag, message))
			require.NoError(t, err)
			require.Equal(t, gobls.SignatureToBytes(gobls.Sign(sk, message)), sig[:])
			ok, err := gobls.VerifySignatureBytes(message, sig[:], group.Public[:])
			require.NoError(t, err)
			require.True(t, ok)
			require.NoError(t, threshold.Verify(group.Public, threshold.AttestationTag, message, sig))
		})
	}
}

func TestEverySubsetGivesTheSameSignature(t *testing.T) {
	for _, size := range []struct{ t, n int }{{3, 4}, {5, 7}} {
		group, shares := thresholdtest.Committee(size.t, size.n, 1)
		partials := sign(shares, threshold.OpeningTag, message)
		want, err := group.Combine(threshold.OpeningTag, message, partials)
		require.NoError(t, err)
		subsets := 0
		for mask := range 1 << size.n {
			var some []threshold.Partial
			for i := range partials {
				if mask&(1<<i) != 0 {
					some = append([]threshold.Partial{partials[i]}, some...)
				}
			}
			got, err := group.Combine(threshold.OpeningTag, message, some)
			if len(some) < size.t {
				require.ErrorIs(t, err, threshold.ErrTooFew)
				require.NotErrorIs(t, err, threshold.ErrBadPartials)
				require.Zero(t, got)
				continue
			}
			subsets++
			require.NoError(t, err)
			require.Equal(t, want, got, "subset %b", mask)
		}
		require.Equal(t, map[int]int{4: 5, 7: 29}[size.n], subsets)
	}
}

func TestVerifyRefuses(t *testing.T) {
	group, shares := thresholdtest.Committee(2, 3, 4)
	sig := thresholdtest.Sign(&group, shares, threshold.AttestationTag, message)
	tag := threshold.AttestationTag
	for name, c := range map[string]struct {
		pub  threshold.PublicKey
		tag  threshold.Tag
		msg  []byte
		sig  threshold.Signature
		want error
	}{
		"other message":                  {group.Public, tag, []byte("x"), sig, threshold.ErrSignature},
		"other tag":                      {group.Public, threshold.OpeningTag, message, sig, threshold.ErrSignature},
		"other key":                      {group.Shares[0], tag, message, sig, threshold.ErrSignature},
		"empty tag":                      {group.Public, "", message, sig, threshold.ErrTag},
		"long tag":                       {group.Public, threshold.Tag(make([]byte, 256)), message, sig, threshold.ErrTag},
		"infinity as both":               {infinityKey, tag, message, infinitySig, threshold.ErrIdentity},
		"infinity as key":                {infinityKey, tag, message, sig, threshold.ErrIdentity},
		"infinity as signature":          {group.Public, tag, message, infinitySig, threshold.ErrIdentity},
		"zeros as both":                  {threshold.PublicKey{}, tag, message, threshold.Signature{}, threshold.ErrEncoding},
		"zeros as key":                   {threshold.PublicKey{}, tag, message, sig, threshold.ErrEncoding},
		"zeros as signature":             {group.Public, tag, message, threshold.Signature{}, threshold.ErrEncoding},
		"signature outside the subgroup": {group.Public, tag, message, outsideG2(t), threshold.ErrEncoding},
		"key outside the subgroup":       {outsideG1(t), tag, message, sig, threshold.ErrEncoding},
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorIs(t, threshold.Verify(c.pub, c.tag, c.msg, c.sig), c.want)
		})
	}
}

// The identity key passes elsewhere, which is why it is refused here.
func TestIdentityPassesInGoBoostUtils(t *testing.T) {
	ok, err := gobls.VerifySignatureBytes(message, infinitySig[:], infinityKey[:])
	require.NoError(t, err)
	require.True(t, ok)
}

func TestEveryFlippedBitOfASignatureIsRefused(t *testing.T) {
	group, shares := thresholdtest.Committee(1, 1, 4)
	sig := shares[0].Sign(threshold.AttestationTag, message).Signature
	for bit := range len(sig) * 8 {
		changed := sig
		changed[bit/8] ^= 1 << (bit % 8)
		require.Error(t, threshold.Verify(group.Public, threshold.AttestationTag, message, changed), "bit %d", bit)
	}
}

// badPartial makes a partial of member index bad, in each way there is.
func badPartial(t testing.TB, kind int, good threshold.Partial, others []threshold.Partial) threshold.Partial {
	bad := good
	switch kind {
	case 0:
		bad.Signature = infinitySig
	case 1:
		bad.Signature = threshold.Signature{}
	case 2:
		bad.Signature = outsideG2(t)
	case 3:
		bad.Signature[50] ^= 4
	case 4: // another member's partial under this member's name
		bad.Signature = others[int(good.Index)%len(others)].Signature
	case 5: // minus the partial: the right x-coordinate
		bad.Signature[0] ^= 0x20
	case 6: // good plus a point outside the subgroup
		var p, q bls12381.G2Affine
		_, err := p.SetBytes(good.Signature[:])
		require.NoError(t, err)
		dec := bls12381.GeneratePointNotInG2(bls12381.E2{A0: fp.One()})
		q.FromJacobian(&dec)
		p.Add(&p, &q)
		bad.Signature = threshold.Signature(p.Bytes())
	case 7:
		for i := range bad.Signature {
			bad.Signature[i] = 0xff
		}
	}
	return bad
}

const kindsOfBadPartial = 8

func TestBadPartialsDoNotStandInTheWay(t *testing.T) {
	group, shares := thresholdtest.Committee(5, 7, 2)
	good := sign(shares, threshold.AttestationTag, message)
	want, err := group.Combine(threshold.AttestationTag, message, good)
	require.NoError(t, err)
	rapid.Check(t, func(r *rapid.T) {
		partials := append([]threshold.Partial(nil), good...)
		var bad []uint32
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, 6), 0, 4, rapid.ID).Draw(r, "bad members") {
			partials[i] = badPartial(t, rapid.IntRange(0, kindsOfBadPartial-1).Draw(r, "kind"), good[i], good)
			bad = append(bad, uint32(i+1))
		}
		partials = append(partials, rapid.SliceOfN(rapid.SampledFrom(partials), 0, 3).Draw(r, "repeated")...)
		partials = rapid.Permutation(partials).Draw(r, "order")
		got, named, err := group.CombineBlaming(threshold.AttestationTag, message, partials)
		require.Subset(t, bad, named)
		if len(bad) <= 2 {
			require.NoError(t, err)
			require.Equal(t, want, got)
			return
		}
		require.ErrorIs(t, err, threshold.ErrBadPartials)
		require.ErrorIs(t, err, threshold.ErrTooFew)
		require.ElementsMatch(t, bad, named)
		require.Zero(t, got)
	})
}

func TestEveryKindOfBadPartialIsNamed(t *testing.T) {
	group, shares := thresholdtest.Committee(3, 4, 2)
	good := sign(shares, threshold.AttestationTag, message)
	for kind := range kindsOfBadPartial {
		partials := append([]threshold.Partial(nil), good[:3]...)
		partials[1] = badPartial(t, kind, good[1], good)
		require.Error(t, group.VerifyPartial(threshold.AttestationTag, message, partials[1]), "kind %d", kind)
		_, err := group.Combine(threshold.AttestationTag, message, partials)
		var named *threshold.BadPartialsError
		require.ErrorAs(t, err, &named, "kind %d", kind)
		require.Equal(t, []uint32{2}, named.Indexes, "kind %d", kind)
		require.Equal(t, 2, named.Good)
		_, blamed, err := group.CombineBlaming(threshold.AttestationTag, message, append(partials, good[3]))
		require.NoError(t, err, "kind %d", kind)
		// Points that do not even decompress are passed over, not looked for.
		if len(blamed) > 0 {
			require.Equal(t, []uint32{2}, blamed)
		}
	}
}

func TestIndexesOutsideTheGroup(t *testing.T) {
	group, shares := thresholdtest.Committee(3, 4, 2)
	good := sign(shares, threshold.AttestationTag, message)
	for _, index := range []uint32{0, 5, 256, 1 << 31, 1<<32 - 1} {
		p := threshold.Partial{Index: index, Signature: good[0].Signature}
		require.ErrorIs(t, group.VerifyPartial(threshold.AttestationTag, message, p), threshold.ErrIndex)
		_, err := group.Combine(threshold.AttestationTag, message, []threshold.Partial{p, good[1], good[2]})
		require.ErrorIs(t, err, threshold.ErrTooFew)
		_, err = group.Combine(threshold.AttestationTag, message, []threshold.Partial{p, good[1], good[2], good[3]})
		require.NoError(t, err)
		_, err = threshold.PartialFromBytes(p.Bytes())
		if index == 0 || index > threshold.MaxMembers {
			require.ErrorIs(t, err, threshold.ErrIndex)
		} else {
			require.NoError(t, err)
		}
	}
}

// Shares 1 + q and q must not pass for 1 and 0: indices are 32 bits wide, at
// most MaxMembers, so nothing wraps around the group order.
func TestSharesAreRefused(t *testing.T) {
	encode := func(index uint32, scalar []byte) []byte {
		return append(binary.BigEndian.AppendUint32(nil, index), scalar...)
	}
	one := make([]byte, 32)
	one[31] = 1
	order := fr.Modulus().Bytes()
	above := new(big.Int).Add(fr.Modulus(), big.NewInt(1)).Bytes()
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"empty":              {nil, threshold.ErrEncoding},
		"short":              {encode(1, one[1:]), threshold.ErrEncoding},
		"long":               {encode(1, append(one, 0)), threshold.ErrEncoding},
		"index zero":         {encode(0, one), threshold.ErrIndex},
		"index beyond":       {encode(threshold.MaxMembers+1, one), threshold.ErrIndex},
		"scalar zero":        {encode(1, make([]byte, 32)), threshold.ErrEncoding},
		"scalar is order":    {encode(1, order), threshold.ErrEncoding},
		"scalar above order": {encode(1, above), threshold.ErrEncoding},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := threshold.ShareFromBytes(c.raw)
			require.ErrorIs(t, err, c.want)
		})
	}
	s, err := threshold.ShareFromBytes(encode(7, one))
	require.NoError(t, err)
	require.Equal(t, encode(7, one), s.Bytes())
	require.Equal(t, uint32(7), s.Index())
}

func TestShareIsNeverPrinted(t *testing.T) {
	_, shares := thresholdtest.Committee(2, 2, 3)
	s := shares[0]
	raw := s.Bytes()[4:]
	holder := struct {
		Name   string
		hidden threshold.Share
		held   *threshold.Share
	}{"holder", *s, s}
	dealer, err := threshold.NewDealerKey(zeros{})
	require.NoError(t, err)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%X", "%d", "%q", "%o", "%b", "%U"} {
		for _, v := range []any{s, *s, holder, &holder, []*threshold.Share{s}, []threshold.Share{*s}} {
			out := fmt.Sprintf(verb, v)
			require.NotContains(t, out, hex.EncodeToString(raw))
			require.NotContains(t, out, fmt.Sprintf(verb, raw))
			require.NotContains(t, out, fmt.Sprintf("%d %d %d", raw[0], raw[1], raw[2]))
		}
		require.Equal(t, "threshold.DealerKey(redacted)", fmt.Sprintf(verb, dealer))
	}
	for _, v := range []any{s, *s, holder.held, dealer, *dealer} {
		_, err := json.Marshal(v)
		require.ErrorIs(t, err, threshold.ErrSecret)
	}
	require.Equal(t, "threshold.Share(1, redacted)", fmt.Sprint(s))
}

func TestGroupIsValidated(t *testing.T) {
	good, shares := thresholdtest.Committee(3, 5, 6)
	other, _ := thresholdtest.Committee(3, 5, 7)
	four, _ := thresholdtest.Committee(4, 5, 8)
	change := func(f func(g *threshold.Group)) threshold.Group {
		g := threshold.Group{Threshold: good.Threshold, Public: good.Public, Shares: append([]threshold.PublicKey(nil), good.Shares...)}
		f(&g)
		return g
	}
	for name, c := range map[string]struct {
		group threshold.Group
		want  error
	}{
		"empty":              {threshold.Group{}, threshold.ErrGroup},
		"threshold 0":        {change(func(g *threshold.Group) { g.Threshold = 0 }), threshold.ErrGroup},
		"threshold -1":       {change(func(g *threshold.Group) { g.Threshold = -1 }), threshold.ErrGroup},
		"threshold 6":        {change(func(g *threshold.Group) { g.Threshold = 6 }), threshold.ErrGroup},
		"threshold too low":  {change(func(g *threshold.Group) { g.Threshold = 2 }), threshold.ErrGroup},
		"another public key": {change(func(g *threshold.Group) { g.Public = other.Public }), threshold.ErrGroup},
		"another share":      {change(func(g *threshold.Group) { g.Shares[4] = other.Shares[4] }), threshold.ErrGroup},
		"swapped shares": {change(func(g *threshold.Group) {
			g.Shares[0], g.Shares[1] = g.Shares[1], g.Shares[0]
		}), threshold.ErrGroup},
		"degree too high": {change(func(g *threshold.Group) {
			g.Public, g.Shares = four.Public, four.Shares
		}), threshold.ErrGroup},
		"infinity public":    {change(func(g *threshold.Group) { g.Public = infinityKey }), threshold.ErrIdentity},
		"infinity share":     {change(func(g *threshold.Group) { g.Shares[2] = infinityKey }), threshold.ErrIdentity},
		"zero share":         {change(func(g *threshold.Group) { g.Shares[2] = threshold.PublicKey{} }), threshold.ErrEncoding},
		"share off subgroup": {change(func(g *threshold.Group) { g.Shares[2] = outsideG1(t) }), threshold.ErrEncoding},
		"all infinity": {threshold.Group{
			Threshold: 1, Public: infinityKey, Shares: []threshold.PublicKey{infinityKey},
		}, threshold.ErrIdentity},
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorIs(t, c.group.Validate(), c.want)
			_, err := threshold.DecodeGroup(c.group.Encode())
			require.Error(t, err)
		})
	}
	for _, size := range []struct{ t, n int }{{1, 1}, {1, 4}, {4, 4}, {3, 4}, {43, 64}} {
		g, _ := thresholdtest.Committee(size.t, size.n, 5)
		decoded, err := threshold.DecodeGroup(g.Encode())
		require.NoError(t, err)
		require.True(t, g.Equal(&decoded))
		text, err := json.Marshal(g)
		require.NoError(t, err)
		var back threshold.Group
		require.NoError(t, json.Unmarshal(text, &back))
		require.NoError(t, back.Validate())
		require.True(t, g.Equal(&back))
	}
	// What is cached is not used for a field that was written since.
	stale := good
	stale.Shares = append([]threshold.PublicKey(nil), good.Shares...)
	stale.Shares[0] = other.Shares[0]
	require.Error(t, stale.VerifyPartial(threshold.AttestationTag, message, shares[0].Sign(threshold.AttestationTag, message)))
}

// The coordinates of the generator, as EIP-2537 and go-ethereum's tests write
// them, and the swap of the two halves in G2.
func TestExpand(t *testing.T) {
	_, _, g1, g2 := bls12381.Generators()
	one, err := threshold.ExpandG1(threshold.PublicKey(g1.Bytes()))
	require.NoError(t, err)
	require.Equal(t, "00000000000000000000000000000000"+
		"17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"+
		"00000000000000000000000000000000"+
		"08b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1",
		hex.EncodeToString(one[:]))
	two, err := threshold.ExpandG2(threshold.Signature(g2.Bytes()))
	require.NoError(t, err)
	require.Equal(t, "00000000000000000000000000000000"+
		"024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"+
		"00000000000000000000000000000000"+
		"13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"+
		"00000000000000000000000000000000"+
		"0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801"+
		"00000000000000000000000000000000"+
		"0606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be",
		hex.EncodeToString(two[:]))
	_, err = threshold.ExpandG1(infinityKey)
	require.ErrorIs(t, err, threshold.ErrIdentity)
	_, err = threshold.ExpandG2(infinitySig)
	require.ErrorIs(t, err, threshold.ErrIdentity)
	_, err = threshold.ExpandG1(outsideG1(t))
	require.ErrorIs(t, err, threshold.ErrEncoding)
	_, err = threshold.ExpandG2(outsideG2(t))
	require.ErrorIs(t, err, threshold.ErrEncoding)
}

func TestText(t *testing.T) {
	group, shares := thresholdtest.Committee(1, 1, 4)
	var key threshold.PublicKey
	require.NoError(t, key.UnmarshalText([]byte(group.Public.String())))
	require.Equal(t, group.Public, key)
	sig := shares[0].Sign(threshold.AttestationTag, message).Signature
	var back threshold.Signature
	require.NoError(t, back.UnmarshalText([]byte(sig.String())))
	require.Equal(t, sig, back)
	for _, text := range []string{"", "0x", group.Public.String()[2:], group.Public.String() + "00", "0x" + fmt.Sprintf("%096s", "zz")} {
		require.ErrorIs(t, key.UnmarshalText([]byte(text)), threshold.ErrEncoding, text)
		require.Equal(t, group.Public, key, "a refused text leaves the key as it was")
	}
}
