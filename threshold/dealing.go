package threshold

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Tags of the ceremony's own signatures.
const (
	messageTag    Tag = "CHORALE_DKG_MESSAGE_BLS12381G2_XMD:SHA-256_SSWU_RO_V1_"
	possessionTag Tag = "CHORALE_DKG_POSSESSION_BLS12381G2_XMD:SHA-256_SSWU_RO_V1_"
)

var (
	// ErrCommitments refuses a deal whose commitments are not exactly t, or whose
	// evaluations are not one for each member.
	ErrCommitments = errors.New("threshold: deal has the wrong number of commitments or evaluations")
	// ErrPossession refuses a deal whose dealer did not prove that it knows the
	// secret it commits to.
	ErrPossession = errors.New("threshold: deal lacks proof of possession")
	// ErrEvaluation refuses an evaluation that does not fit its commitments.
	ErrEvaluation = errors.New("threshold: evaluation does not fit the commitments")
)

// hashToScalars gives count scalars that depend on all of transcript.
func hashToScalars(domain string, count int, transcript ...[]byte) ([]fr.Element, error) {
	seed := digest(domain, transcript...)
	out := make([]fr.Element, count)
	for i := range out {
		e, err := fr.Hash(binary.BigEndian.AppendUint32(seed[:len(seed):len(seed)], uint32(i)), []byte(domain), 1) //nolint:gosec // small
		if err != nil {
			return nil, fmt.Errorf("hash to scalars: %w", err)
		}
		out[i] = e[0]
	}
	return out, nil
}

// polynomial holds a dealer's coefficients, the constant first.
type polynomial []fr.Element

// at is the value at x.
func (p polynomial) at(x int) (value fr.Element) {
	var point fr.Element
	point.SetInt64(int64(x))
	for k := len(p) - 1; k >= 0; k-- {
		value.Mul(&value, &point).Add(&value, &p[k])
	}
	return value
}

// committed holds the commitments to a polynomial's coefficients.
type committed []bls12381.G1Jac

// at is the commitment to the value at x, a small number that is no secret.
func (c committed) at(x int) PublicKey {
	var sum bls12381.G1Jac
	for k := len(c) - 1; k >= 0; k-- {
		sum = times(&sum, x)
		sum.AddAssign(&c[k])
	}
	var affine bls12381.G1Affine
	affine.FromJacobian(&sum)
	return PublicKey(affine.Bytes())
}

func times(p *bls12381.G1Jac, x int) bls12381.G1Jac {
	var out bls12381.G1Jac
	out.FromAffine(new(bls12381.G1Affine).SetInfinity())
	for bit := 15; bit >= 0; bit-- {
		out.DoubleAssign()
		if x>>bit&1 == 1 {
			out.AddAssign(p)
		}
	}
	return out
}

func commitmentsOf(keys []PublicKey) (committed, error) {
	out := make(committed, len(keys))
	for k, key := range keys {
		p, err := key.point()
		if err != nil {
			return nil, fmt.Errorf("commitment %d: %w", k, err)
		}
		out[k].FromAffine(&p)
	}
	return out, nil
}

// context is what a ceremony's messages are bound to besides their bytes.
type context struct {
	nonce     [32]byte
	threshold int
	members   []PublicDealerKey
	digest    []byte
}

func newContext(nonce [32]byte, t int, members []PublicDealerKey) context {
	var keys bytes.Buffer
	for i := range members {
		keys.Write(members[i][:])
	}
	c := context{nonce: nonce, threshold: t, members: members}
	c.digest = digest("CHORALE_DKG_CONTEXT_V1", nonce[:], number(t), number(len(members)), keys.Bytes())
	return c
}

func number(x int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(x)) } //nolint:gosec // small

func (c *context) signable(m *message) []byte {
	return digest("CHORALE_DKG_MESSAGE_V1", c.digest, m.unsigned())
}

func (c *context) possessionOf(dealer int) []byte {
	return digest("CHORALE_DKG_POSSESSION_V1", c.digest, number(dealer))
}

// cipherFor is the AEAD between a dealer and one holder. Its key depends on who
// they are and on the ceremony, so an evaluation that is copied into another
// deal, or to another holder, does not decrypt. It encrypts once, thus under a
// constant nonce.
func (c *context) cipherFor(shared [PublicKeySize]byte, ephemeral PublicKey, dealer, holder int) (cipher.AEAD, error) {
	block, err := aes.NewCipher(digest("CHORALE_DKG_EVALUATION_V1",
		shared[:], ephemeral[:], c.members[holder][:], c.digest, number(dealer), number(holder)))
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// newDeal is a dealer's deal, a function of its seed and the context alone.
func (c *context) newDeal(seed []byte, dealer int) (deal, polynomial, error) {
	coefficients, err := hashToScalars("CHORALE_DKG_COEFFICIENT_V1", c.threshold, seed, c.digest, number(dealer))
	if err != nil {
		return deal{}, nil, err
	}
	fresh, err := hashToScalars("CHORALE_DKG_EPHEMERAL_V1", 1, seed, c.digest, number(dealer))
	if err != nil {
		return deal{}, nil, err
	}
	ephemeral, err := secretFromElement(&fresh[0])
	if err != nil {
		return deal{}, nil, err
	}
	d := deal{
		ephemeral:   ephemeral.public(),
		commitments: make([]PublicKey, c.threshold),
		evaluations: make([][evaluationSize]byte, len(c.members)),
	}
	for k := range coefficients {
		s, err := secretFromElement(&coefficients[k])
		if err != nil {
			return deal{}, nil, err
		}
		d.commitments[k] = s.public()
		if k == 0 {
			d.possession = s.sign(possessionTag, c.possessionOf(dealer))
		}
	}
	for holder := range c.members {
		shared, err := ephemeral.agree(PublicKey(c.members[holder]))
		if err != nil {
			return deal{}, nil, err
		}
		aead, err := c.cipherFor(shared, d.ephemeral, dealer, holder)
		if err != nil {
			return deal{}, nil, err
		}
		value := polynomial(coefficients).at(holder + 1)
		raw := value.Bytes()
		copy(d.evaluations[holder][:], aead.Seal(nil, make([]byte, aead.NonceSize()), raw[:], nil))
	}
	return d, coefficients, nil
}

// judge is what everybody can check of a deal.
func (c *context) judge(d *deal, dealer int) (committed, error) {
	if len(d.commitments) != c.threshold || len(d.evaluations) != len(c.members) {
		return nil, fmt.Errorf("%w: %d and %d, want %d and %d", ErrCommitments,
			len(d.commitments), len(d.evaluations), c.threshold, len(c.members))
	}
	if err := d.ephemeral.Check(); err != nil {
		return nil, fmt.Errorf("ephemeral key: %w", err)
	}
	points, err := commitmentsOf(d.commitments)
	if err != nil {
		return nil, err
	}
	if err := Verify(d.commitments[0], possessionTag, c.possessionOf(dealer), d.possession); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPossession, err)
	}
	return points, nil
}

// evaluationFor decrypts and checks what a deal holds for one holder.
func (c *context) evaluationFor(key *DealerKey, d *deal, points committed, dealer, holder int) (*secret, error) {
	shared, err := key.secret.agree(d.ephemeral)
	if err != nil {
		return nil, err
	}
	aead, err := c.cipherFor(shared, d.ephemeral, dealer, holder)
	if err != nil {
		return nil, err
	}
	raw, err := aead.Open(nil, make([]byte, aead.NonceSize()), d.evaluations[holder][:], nil)
	if err != nil {
		return nil, fmt.Errorf("%w: does not decrypt", ErrEvaluation)
	}
	return fits(raw, points, holder)
}

// fits checks an evaluation against the commitments.
func fits(raw []byte, points committed, holder int) (*secret, error) {
	s, err := secretFromBytes(raw)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrEvaluation, err)
	}
	if s.public() != points.at(holder+1) {
		return nil, ErrEvaluation
	}
	return s, nil
}
