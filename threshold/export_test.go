package threshold

import (
	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// What a dishonest member could say, for tests: signed, but not honest.

// DealParts is a deal's content.
type DealParts struct {
	Possession  Signature
	Ephemeral   PublicKey
	Commitments []PublicKey
	Evaluations [][evaluationSize]byte
}

// Parts of a deal.
func Parts(raw []byte) DealParts {
	d, err := decodeDealOf(raw)
	if err != nil {
		panic(err)
	}
	return DealParts{d.possession, d.ephemeral, d.commitments, d.evaluations}
}

// SignDeal signs any parts as this member's deal.
func (c *Ceremony) SignDeal(p DealParts) []byte {
	d := deal{p.Possession, p.Ephemeral, p.Commitments, p.Evaluations}
	return c.sign(KindDeal, d.encode())
}

// SignComplaints signs any complaints.
func (c *Ceremony) SignComplaints(dealers ...int) []byte {
	return c.sign(KindResponse, response(dealers).encode())
}

// SignBody signs anything as a message of a kind.
func (c *Ceremony) SignBody(kind Kind, body []byte) []byte { return c.sign(kind, body) }

// Answers decodes a justification: who was answered, and with what.
func Answers(raw []byte) map[int][ScalarSize]byte {
	m, err := decodeMessage(raw)
	if err != nil {
		panic(err)
	}
	j, err := decodeJustification(m.body)
	if err != nil {
		panic(err)
	}
	out := make(map[int][ScalarSize]byte)
	for _, a := range j {
		out[a.holder] = a.evaluation
	}
	return out
}

// SignAnswers signs one answer to each of the holders, ascending.
func (c *Ceremony) SignAnswers(evaluation [ScalarSize]byte, holders ...int) []byte {
	var j justification
	for _, h := range holders {
		j = append(j, justified{h, evaluation})
	}
	return c.sign(KindJustification, j.encode())
}

// PossessionMessage is what a dealer proves possession over.
func (c *Ceremony) PossessionMessage(dealer int) []byte { return c.context.possessionOf(dealer) }

// PossessionTag is the tag of that proof.
const PossessionTag = possessionTag

// Recode decodes a message of any kind strictly and encodes it again.
func Recode(raw []byte) ([]byte, error) {
	m, err := decodeMessage(raw)
	if err != nil {
		return nil, err
	}
	switch m.kind {
	case KindDeal:
		d, err := decodeDeal(m.body)
		if err != nil {
			return nil, err
		}
		m.body = d.encode()
	case KindResponse:
		r, err := decodeResponse(m.body)
		if err != nil {
			return nil, err
		}
		m.body = r.encode()
	case KindJustification:
		j, err := decodeJustification(m.body)
		if err != nil {
			return nil, err
		}
		m.body = j.encode()
	}
	return m.encode(), nil
}

// IsMultipleOfGenerator is the opener's check of U.
func IsMultipleOfGenerator(k *fr.Element, p *bls12381.G1Affine) bool {
	return isMultipleOfGenerator(k, p)
}
