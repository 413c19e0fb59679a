package threshold

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Kind says in which phase of a ceremony a message belongs.
type Kind byte

// The three phases.
const (
	KindDeal          Kind = 1
	KindResponse      Kind = 2
	KindJustification Kind = 3
)

// String is "deal", "response" or "justification".
func (k Kind) String() string {
	switch k {
	case KindDeal:
		return "deal"
	case KindResponse:
		return "response"
	case KindJustification:
		return "justification"
	default:
		return fmt.Sprintf("kind %d", byte(k))
	}
}

const (
	messageVersion = 1
	headSize       = 2 + 1 + 1 + 32 + 2
	evaluationSize = ScalarSize + tagSize

	// MaxMessageSize bounds a ceremony's message, in bytes.
	MaxMessageSize = headSize + 2 + 2 + SignatureSize + PublicKeySize +
		MaxMembers*(PublicKeySize+evaluationSize) + SignatureSize
)

var messageMagic = [2]byte{'C', 'D'}

// ErrMessage refuses bytes that are no message of a ceremony.
var ErrMessage = errors.New("threshold: not a ceremony message")

// message is what every message has: "CD" ‖ version (1) ‖ kind (1) ‖ nonce (32)
// ‖ member (2, its position from 0) ‖ body ‖ signature (96). The signature is
// over all before it, and over the ceremony's context.
type message struct {
	kind      Kind
	nonce     [32]byte
	member    int
	body      []byte
	signature Signature
}

func (m *message) unsigned() []byte {
	out := make([]byte, 0, headSize+len(m.body)+SignatureSize)
	out = append(out, messageMagic[:]...)
	out = append(out, messageVersion, byte(m.kind))
	out = append(out, m.nonce[:]...)
	out = binary.BigEndian.AppendUint16(out, uint16(m.member)) //nolint:gosec // below MaxMembers
	return append(out, m.body...)
}

func (m *message) encode() []byte { return append(m.unsigned(), m.signature[:]...) }

func decodeMessage(b []byte) (message, error) {
	if len(b) < headSize+SignatureSize || len(b) > MaxMessageSize {
		return message{}, fmt.Errorf("%w: %d bytes", ErrMessage, len(b))
	}
	if !bytes.Equal(b[:2], messageMagic[:]) || b[2] != messageVersion {
		return message{}, fmt.Errorf("%w: begins with %x", ErrMessage, b[:3])
	}
	m := message{
		kind:      Kind(b[3]),
		nonce:     [32]byte(b[4:36]),
		member:    int(binary.BigEndian.Uint16(b[36:headSize])),
		body:      b[headSize : len(b)-SignatureSize],
		signature: Signature(b[len(b)-SignatureSize:]),
	}
	if m.kind < KindDeal || m.kind > KindJustification {
		return message{}, fmt.Errorf("%w: %v", ErrMessage, m.kind)
	}
	if m.member >= MaxMembers {
		return message{}, fmt.Errorf("%w: member %d", ErrMessage, m.member)
	}
	return m, nil
}

// deal is the body of a dealer's message: threshold (2) ‖ members (2) ‖ proof of
// possession (96) ‖ ephemeral key (48) ‖ commitments (48 each) ‖ encrypted
// evaluations (48 each). Its counts are the dealer's claim.
type deal struct {
	possession  Signature
	ephemeral   PublicKey
	commitments []PublicKey
	evaluations [][evaluationSize]byte
}

func (d *deal) encode() []byte {
	var out []byte
	out = binary.BigEndian.AppendUint16(out, uint16(len(d.commitments))) //nolint:gosec // at most MaxMembers
	out = binary.BigEndian.AppendUint16(out, uint16(len(d.evaluations))) //nolint:gosec // at most MaxMembers
	out = append(out, d.possession[:]...)
	out = append(out, d.ephemeral[:]...)
	for i := range d.commitments {
		out = append(out, d.commitments[i][:]...)
	}
	for i := range d.evaluations {
		out = append(out, d.evaluations[i][:]...)
	}
	return out
}

func decodeDeal(b []byte) (deal, error) {
	const fixed = 4 + SignatureSize + PublicKeySize
	if len(b) < fixed {
		return deal{}, fmt.Errorf("%w: deal of %d bytes", ErrMessage, len(b))
	}
	t, n := int(binary.BigEndian.Uint16(b)), int(binary.BigEndian.Uint16(b[2:]))
	if t > MaxMembers || n > MaxMembers || len(b) != fixed+t*PublicKeySize+n*evaluationSize {
		return deal{}, fmt.Errorf("%w: deal of %d bytes for %d commitments and %d evaluations", ErrMessage, len(b), t, n)
	}
	d := deal{
		possession:  Signature(b[4:][:SignatureSize]),
		ephemeral:   PublicKey(b[4+SignatureSize:][:PublicKeySize]),
		commitments: make([]PublicKey, t),
		evaluations: make([][evaluationSize]byte, n),
	}
	rest := b[fixed:]
	for i := range d.commitments {
		d.commitments[i], rest = PublicKey(rest[:PublicKeySize]), rest[PublicKeySize:]
	}
	for i := range d.evaluations {
		d.evaluations[i], rest = [evaluationSize]byte(rest[:evaluationSize]), rest[evaluationSize:]
	}
	return d, nil
}

// response is the body of a holder's message: count (2) ‖ dealers it complains
// about (2 each), ascending. No complaint is a response too.
type response []int

func (r response) encode() []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(r))) //nolint:gosec // at most MaxMembers
	for _, dealer := range r {
		out = binary.BigEndian.AppendUint16(out, uint16(dealer)) //nolint:gosec // below MaxMembers
	}
	return out
}

func decodeResponse(b []byte) (response, error) {
	count, err := countOf(b, 2)
	if err != nil {
		return nil, err
	}
	r := make(response, count)
	for i := range r {
		r[i] = int(binary.BigEndian.Uint16(b[2+2*i:]))
		if r[i] >= MaxMembers || i > 0 && r[i] <= r[i-1] {
			return nil, fmt.Errorf("%w: response: complaint %d out of order", ErrMessage, i)
		}
	}
	return r, nil
}

// justification is the body of an accused dealer's message: count (2) ‖
// (holder (2) ‖ evaluation in clear (32)), holders ascending.
type justification []justified

type justified struct {
	holder     int
	evaluation [ScalarSize]byte
}

func (j justification) encode() []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(j))) //nolint:gosec // at most MaxMembers
	for i := range j {
		out = binary.BigEndian.AppendUint16(out, uint16(j[i].holder)) //nolint:gosec // below MaxMembers
		out = append(out, j[i].evaluation[:]...)
	}
	return out
}

func decodeJustification(b []byte) (justification, error) {
	const each = 2 + ScalarSize
	count, err := countOf(b, each)
	if err != nil {
		return nil, err
	}
	j := make(justification, count)
	for i := range j {
		at := b[2+each*i:]
		j[i] = justified{holder: int(binary.BigEndian.Uint16(at)), evaluation: [ScalarSize]byte(at[2:each])}
		if j[i].holder >= MaxMembers || i > 0 && j[i].holder <= j[i-1].holder {
			return nil, fmt.Errorf("%w: justification: holder %d out of order", ErrMessage, i)
		}
	}
	return j, nil
}

// countOf reads a count that must account for every byte after it.
func countOf(b []byte, each int) (int, error) {
	if len(b) < 2 {
		return 0, fmt.Errorf("%w: body of %d bytes", ErrMessage, len(b))
	}
	count := int(binary.BigEndian.Uint16(b))
	if count > MaxMembers || len(b) != 2+count*each {
		return 0, fmt.Errorf("%w: body of %d bytes for %d entries", ErrMessage, len(b), count)
	}
	return count, nil
}
