package member

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/rlp"
)

// The channels on which members speak. Shares go before envelopes.
const (
	ChannelShares    = byte(0x70)
	ChannelEnvelopes = byte(0x71)
)

// Sizes in bytes of the largest message on each channel.
const (
	MaxShareMessage    = 1 << 10
	MaxEnvelopeMessage = 512 << 10
)

const maxPull = 64 // ids in one pull

// errWire refuses a message that no honest member sends.
var errWire = errors.New("malformed message")

// The messages, by first byte.
const (
	wireStatus    = 1
	wireShare     = 2
	wireSignature = 3
	wireEnvelope  = 4
	wirePull      = 5
	wireMet       = 6 // empty: its sender has sent all envelopes that it held when the two connected
	wireHeld      = 7 // an envelope that its sender was sent and holds
)

// statusMessage says how far its sender is done, so that nobody sends it what it has.
type statusMessage struct {
	Keyed, Attested, Released rollup.Slot
}

// shareMessage is the sender's own share.
type shareMessage struct {
	Kind    uint8
	Slot    rollup.Slot
	Partial []byte // threshold.Partial, 100 bytes
}

// signatureMessage is a combined signature, for a peer that is behind.
type signatureMessage struct {
	Kind      uint8
	Slot      rollup.Slot
	Signature threshold.Signature
}

// pullMessage asks for envelopes of a slot.
type pullMessage struct {
	Slot rollup.Slot
	IDs  []rollup.Digest
}

// heldMessage says that its sender holds an envelope.
type heldMessage struct {
	Slot rollup.Slot
	ID   rollup.Digest
}

// wire is a message as it is sent.
func wire(kind byte, body []byte) []byte { return append([]byte{kind}, body...) }

// unwire gives a message's kind and body.
func unwire(channel byte, b []byte) (kind byte, body []byte, err error) {
	limit := MaxShareMessage
	if channel == ChannelEnvelopes {
		limit = MaxEnvelopeMessage
	}
	if len(b) == 0 || len(b) > limit {
		return 0, nil, fmt.Errorf("%d bytes: %w", len(b), errWire)
	}
	onShares := b[0] == wireStatus || b[0] == wireShare || b[0] == wireSignature
	if onShares != (channel == ChannelShares) {
		return 0, nil, fmt.Errorf("kind %d on channel %#x: %w", b[0], channel, errWire)
	}
	return b[0], b[1:], nil
}

func decodeMessage[T any](body []byte) (*T, error) {
	out := new(T)
	if err := rlp.DecodeBytes(body, out); err != nil {
		return nil, fmt.Errorf("%w: %w", errWire, err)
	}
	return out, nil
}

func decodeShare(body []byte) (kind sequencer.Kind, slot rollup.Slot, p threshold.Partial, err error) {
	m, err := decodeMessage[shareMessage](body)
	if err != nil {
		return 0, 0, p, err
	}
	if p, err = threshold.PartialFromBytes(m.Partial); err != nil || !sequencer.Kind(m.Kind).Valid() {
		return 0, 0, p, fmt.Errorf("share of kind %d: %w", m.Kind, errWire)
	}
	return sequencer.Kind(m.Kind), m.Slot, p, nil
}
