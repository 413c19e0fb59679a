package threshold_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"math/big"
	"os"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

var update = flag.Bool("update", false, "write testdata/vectors.json anew")

// vectors are golden bytes: whatever changes them breaks a network. They are
// computed with and without cgo, and must be the same.
type vectors struct {
	Group struct {
		Threshold int                 `json:"threshold"`
		Secret    string              `json:"secret"`
		Shares    []string            `json:"shares"`
		Group     threshold.Group     `json:"group"`
		Encoded   string              `json:"encoded"`
		KeyXY     string              `json:"key_eip2537"`
		Message   string              `json:"message"`
		Tag       threshold.Tag       `json:"tag"`
		Partials  []threshold.Partial `json:"partials"`
		Signature threshold.Signature `json:"signature"`
		SigXY     string              `json:"signature_eip2537"`
	} `json:"group"`
	Seal struct {
		Identity   string              `json:"identity"`
		Tag        threshold.Tag       `json:"tag"`
		Key        threshold.Signature `json:"opening_key"`
		Randomness string              `json:"randomness"`
		AD         string              `json:"associated_data"`
		Plaintext  string              `json:"plaintext"`
		Ciphertext string              `json:"ciphertext"`
	} `json:"seal"`
	Ceremony struct {
		Nonce          string                      `json:"nonce"`
		Threshold      int                         `json:"threshold"`
		DealerKeys     []string                    `json:"dealer_keys"`
		Members        []threshold.PublicDealerKey `json:"members"`
		Seeds          []string                    `json:"seeds"`
		Deals          []string                    `json:"deals"`
		Responses      []string                    `json:"responses"`
		Justifications []string                    `json:"justifications"`
		Public         threshold.PublicKey         `json:"public"`
		Shares         []string                    `json:"shares"`
	} `json:"ceremony"`
}

func compute(t *testing.T) vectors {
	var v vectors
	group, shares := thresholdtest.Committee(3, 4, 42)
	secret := thresholdtest.Secret(3, 42)
	keyXY, err := threshold.ExpandG1(group.Public)
	require.NoError(t, err)
	sig := thresholdtest.Sign(&group, shares, threshold.AttestationTag, message)
	sigXY, err := threshold.ExpandG2(sig)
	require.NoError(t, err)
	g := &v.Group
	g.Threshold, g.Secret, g.Group = 3, hex.EncodeToString(secret[:]), group
	g.Encoded, g.KeyXY = hex.EncodeToString(group.Encode()), hex.EncodeToString(keyXY[:])
	g.Message, g.Tag, g.Signature, g.SigXY = hex.EncodeToString(message), threshold.AttestationTag, sig, hex.EncodeToString(sigXY[:])
	for _, s := range shares {
		g.Shares = append(g.Shares, hex.EncodeToString(s.Bytes()))
		g.Partials = append(g.Partials, s.Sign(threshold.AttestationTag, message))
	}

	identity, ad, plaintext := []byte("slot 17 of epoch 3"), []byte("bidder 5"), []byte("all of it, for the first position")
	randomness := make([]byte, 64)
	for i := range randomness {
		randomness[i] = byte(i)
	}
	sealer, err := threshold.NewSealer(group.Public, identity)
	require.NoError(t, err)
	sealed, err := sealer.Seal(bytes.NewReader(randomness), ad, plaintext)
	require.NoError(t, err)
	s := &v.Seal
	s.Identity, s.Tag, s.Key = hex.EncodeToString(identity), threshold.OpeningTag, thresholdtest.Sign(&group, shares, threshold.OpeningTag, identity)
	s.Randomness, s.AD, s.Plaintext, s.Ciphertext = hex.EncodeToString(randomness), hex.EncodeToString(ad), hex.EncodeToString(plaintext), hex.EncodeToString(sealed)

	c := newCast(t, 3, 4)
	deals := c.deals(t)
	responses := c.closeDeals(t, deals)
	responses[3] = c.members[3].SignComplaints(0)
	justifications := c.closeResponses(t, responses, false)
	c.closeJustifications(t, justifications)
	made, held := c.agree(t)
	m := &v.Ceremony
	m.Nonce, m.Threshold, m.Members, m.Public = hex.EncodeToString(c.nonce[:]), 3, c.public, made.Public
	for i := range 4 {
		m.DealerKeys = append(m.DealerKeys, hex.EncodeToString(c.keys[i].Bytes()))
		m.Seeds = append(m.Seeds, hex.EncodeToString(bytes.Repeat([]byte{byte(100 + i)}, 32)))
		m.Deals = append(m.Deals, hex.EncodeToString(deals[i]))
		m.Responses = append(m.Responses, hex.EncodeToString(responses[i]))
		m.Justifications = append(m.Justifications, hex.EncodeToString(justifications[i]))
		m.Shares = append(m.Shares, hex.EncodeToString(held[i].Bytes()))
	}
	return v
}

func TestVectors(t *testing.T) {
	got, err := json.MarshalIndent(compute(t), "", " ")
	require.NoError(t, err)
	got = append(got, '\n')
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile("testdata/vectors.json", got, 0o644))
	}
	want, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

// bookHash and bookXor are the package comment's hash and xor.
func bookHash(parts ...[]byte) []byte {
	var all []byte
	for _, p := range parts {
		all = append(binary.BigEndian.AppendUint64(all, uint64(len(p))), p...)
	}
	sum := sha256.Sum256(all)
	return sum[:]
}

func bookXor(a, b []byte) []byte {
	x := new(big.Int).Xor(new(big.Int).SetBytes(a), new(big.Int).SetBytes(b))
	return x.FillBytes(make([]byte, 32))
}

func bookAEAD(t *testing.T, key, kem, ad []byte) cipher.AEAD {
	t.Helper()
	block, err := aes.NewCipher(bookHash([]byte("CHORALE_SEAL_H5_V1"), key, kem, ad))
	require.NoError(t, err)
	aead, err := cipher.NewGCM(block)
	require.NoError(t, err)
	return aead
}

// TestChosenScalarDoesNotOpen seals by the book but for r, which is chosen freely
// or hashed for other associated data. All else fits, so that only the check
// U = r·G stands between such a ciphertext, from which others can be derived, and
// an opener.
func TestChosenScalarDoesNotOpen(t *testing.T) {
	group, shares := thresholdtest.Committee(1, 1, 1)
	opener := openerFor(t, &group, shares, []byte("slot"))
	ad, plaintext := []byte("bidder 5"), []byte("a bid")
	sigma, key := bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 32)
	var public bls12381.G1Affine
	_, err := public.SetBytes(group.Public[:])
	require.NoError(t, err)
	identity, err := bls12381.HashToG2([]byte("slot"), []byte(threshold.OpeningTag))
	require.NoError(t, err)
	pairing, err := bls12381.Pair([]bls12381.G1Affine{public}, []bls12381.G2Affine{identity})
	require.NoError(t, err)
	hashed := func(ad []byte) *big.Int {
		r, err := fr.Hash(bookHash([]byte("CHORALE_SEAL_H3_V1"), sigma, key, ad), []byte("CHORALE_SEAL_H3_V1"), 1)
		require.NoError(t, err)
		return r[0].BigInt(new(big.Int))
	}
	seal := func(r *big.Int) []byte {
		var u bls12381.G1Affine
		u.ScalarMultiplicationBase(r)
		var shared bls12381.GT
		shared.Exp(pairing, r)
		point, gt := u.Bytes(), shared.Bytes()
		kem := append([]byte(nil), point[:]...)
		kem = append(kem, bookXor(sigma, bookHash([]byte("CHORALE_SEAL_H2_V1"), gt[:], point[:]))...)
		kem = append(kem, bookXor(key, bookHash([]byte("CHORALE_SEAL_H4_V1"), sigma))...)
		return bookAEAD(t, key, kem, ad).Seal(kem, make([]byte, 12), plaintext, ad)
	}
	got, err := opener.Open(ad, seal(hashed(ad)))
	require.NoError(t, err, "the book's sealing is the package's")
	require.Equal(t, plaintext, got)
	for name, r := range map[string]*big.Int{
		"one": big.NewInt(1), "chosen": big.NewInt(123456789), "of other associated data": hashed([]byte("bidder 6")),
	} {
		_, err := opener.Open(ad, seal(r))
		require.Equal(t, threshold.ErrNotOpenable, err, name)
	}
}

// TestVectorOpensByTheBook opens the golden ciphertext by the formulas of the
// package comment, written down a second time.
func TestVectorOpensByTheBook(t *testing.T) {
	raw, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var v vectors
	require.NoError(t, json.Unmarshal(raw, &v))
	unhex := func(s string) []byte {
		b, err := hex.DecodeString(s)
		require.NoError(t, err)
		return b
	}
	ct, ad := unhex(v.Seal.Ciphertext), unhex(v.Seal.AD)
	var u bls12381.G1Affine
	var d bls12381.G2Affine
	_, err = u.SetBytes(ct[:48])
	require.NoError(t, err)
	_, err = d.SetBytes(v.Seal.Key[:])
	require.NoError(t, err)
	shared, err := bls12381.Pair([]bls12381.G1Affine{u}, []bls12381.G2Affine{d})
	require.NoError(t, err)
	gt := shared.Bytes()
	sigma := bookXor(ct[48:80], bookHash([]byte("CHORALE_SEAL_H2_V1"), gt[:], ct[:48]))
	key := bookXor(ct[80:112], bookHash([]byte("CHORALE_SEAL_H4_V1"), sigma))
	require.Equal(t, unhex(v.Seal.Randomness), append(sigma, key...))
	r, err := fr.Hash(bookHash([]byte("CHORALE_SEAL_H3_V1"), sigma, key, ad), []byte("CHORALE_SEAL_H3_V1"), 1)
	require.NoError(t, err)
	var again bls12381.G1Affine
	again.ScalarMultiplicationBase(r[0].BigInt(new(big.Int)))
	require.True(t, again.Equal(&u))
	plaintext, err := bookAEAD(t, key, ct[:112], ad).Open(nil, make([]byte, 12), ct[112:], ad)
	require.NoError(t, err)
	require.Equal(t, unhex(v.Seal.Plaintext), plaintext)

	opener, err := threshold.NewOpener(v.Seal.Key)
	require.NoError(t, err)
	opened, err := opener.Open(ad, ct)
	require.NoError(t, err)
	require.Equal(t, plaintext, opened)
}
