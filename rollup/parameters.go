package rollup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/holiman/uint256"
)

// Genesis is one rollup's genesis file, in geth's JSON form, byte for byte as Registry's event carries it.
type Genesis struct {
	Chain ChainID
	JSON  []byte
}

// Member is one seat of the committee.
type Member struct {
	Name         string  `json:"name"`
	ConsensusKey string  `json:"consensusKey"` // ed25519 public key, 32 bytes in hex without 0x
	DealerKey    string  `json:"dealerKey"`    // public key for the key ceremony, hex without 0x
	Account      Address `json:"account"`      // secp256k1 account that signs receipts
}

// PricingRule names how a winner's price follows from the bids.
type PricingRule string

// The pricing rules.
const (
	FirstPrice  PricingRule = "first"  // pay what was bid
	SecondPrice PricingRule = "second" // pay the best losing bid that counts against it, at least the reserve
)

// SplitRule names how the rollups' share of a price is divided over the rollups that a bundle touched.
type SplitRule string

// The split rules. Each measure is multiplied with the rollup's weight.
const (
	SplitByGas      SplitRule = "gas"      // by gas used on each
	SplitEqually    SplitRule = "equal"    // one part each: the Shapley value of an all-or-nothing bundle
	SplitMarginally SplitRule = "marginal" // by what the slot would have earned without each
)

// Parameters are the network's public constants. Registry publishes them as JSON, so that a verifier needs
// nothing but L1. All amounts in wei, gas in gas, durations in ms.
type Parameters struct {
	SlotMs        uint64       `json:"slotMs"`
	Pricing       PricingRule  `json:"pricing"`
	Split         SplitRule    `json:"split"`
	ProtocolBps   uint32       `json:"protocolBps"` // the protocol's share of a price, in 1/10,000
	Treasury      Address      `json:"treasury"`    // credited with the protocol's share and the fees
	Reserve       *uint256.Int `json:"reserve"`     // least positive bid
	FeeBase       *uint256.Int `json:"feeBase"`     // opening fee of an envelope: base …
	FeePerKiB     *uint256.Int `json:"feePerKiB"`   // … plus this for each KiB of its size class
	FeePerMegagas *uint256.Int `json:"feePerMegagas"`
	BatchGas      uint64       `json:"batchGas"`     // most gas that the gas classes of one batch may sum to
	BatchBytes    uint64       `json:"batchBytes"`   // most bytes of envelopes in one batch
	BidderGas     uint64       `json:"bidderGas"`    // most of batchGas that one bidder's envelopes may take
	SearchGas     uint64       `json:"searchGas"`    // most gas a slot may spend on trying other orderings, before it executes the chosen one; 0: by bid alone
	MaxLag        uint64       `json:"maxLag"`       // slots that execution may trail agreement before batches must be empty
	BlockGas      uint64       `json:"blockGas"`     // gas limit of every rollup block
	ForcedGas     uint64       `json:"forcedGas"`    // part of it reserved for transactions forced from L1
	TriggerDepth  uint32       `json:"triggerDepth"` // most generations of triggers in a bundle
	TriggerCount  uint32       `json:"triggerCount"` // most triggers in a bundle
	PairTriggers  uint32       `json:"pairTriggers"` // most triggers from one rollup to another in a slot
	PairGas       uint64       `json:"pairGas"`      // most gas of the actions from one rollup to another in a slot
	PostEvery     uint64       `json:"postEvery"`    // slots in a posting
	PostBytes     uint64       `json:"postBytes"`    // most bytes of a posting's data: what the carrier takes. Batches are bounded by it
	L1Depth       uint64       `json:"l1Depth"`      // L1 blocks below the head that count as final enough
	L1Rounding    uint64       `json:"l1Rounding"`   // views are multiples of this block number
	Members       []Member     `json:"members"`
	Rollups       []ChainID    `json:"rollups"` // ascending
}

// Threshold is t = ⌊2n/3⌋+1, for opening and for attestation.
func (p *Parameters) Threshold() int { return len(p.Members)*2/3 + 1 }

// MaxFaulty is f, the most members that may be faulty: ⌊(n−1)/3⌋.
func (p *Parameters) MaxFaulty() int { return (len(p.Members) - 1) / 3 }

// ErrParameters refuses parameters; the error that wraps it names the field.
var ErrParameters = errors.New("bad network parameters")

// Validate names the first field that cannot be.
func (p *Parameters) Validate() error {
	fault := func(field, why string) error { return fmt.Errorf("%s: %s: %w", field, why, ErrParameters) }
	switch {
	case p.SlotMs < 10 || p.SlotMs > 60_000:
		return fault("slotMs", "must be 10 to 60,000")
	case p.Pricing != FirstPrice && p.Pricing != SecondPrice:
		return fault("pricing", "must be first or second")
	case p.Pricing == SecondPrice && (p.SearchGas == 0 || p.Reserve == nil || p.Reserve.IsZero()):
		return fault("pricing", "second needs a reserve and searchGas above 0: without them winners would pay nothing")
	case p.Split != SplitByGas && p.Split != SplitEqually && p.Split != SplitMarginally:
		return fault("split", "must be gas, equal or marginal")
	case p.ProtocolBps > 10_000:
		return fault("protocolBps", "must be at most 10,000")
	case p.Treasury == Address{}:
		return fault("treasury", "must not be the zero account")
	case p.Reserve == nil || p.FeeBase == nil || p.FeePerKiB == nil || p.FeePerMegagas == nil:
		return fault("reserve, feeBase, feePerKiB, feePerMegagas", "must be set")
	case maxBits(p.Reserve, p.FeeBase, p.FeePerKiB, p.FeePerMegagas) > 96:
		return fault("reserve, feeBase, feePerKiB, feePerMegagas", "must be below 2^96 wei")
	case p.BatchGas == 0 || p.BatchBytes == 0:
		return fault("batchGas, batchBytes", "must be positive")
	case p.BidderGas == 0 || p.BidderGas > p.BatchGas:
		return fault("bidderGas", "must be positive and at most batchGas")
	case p.TriggerCount > 0 && (p.PairTriggers == 0 || p.PairGas == 0):
		return fault("pairTriggers, pairGas", "must be positive where triggerCount is")
	case p.BlockGas < 5_000_000 || p.ForcedGas >= p.BlockGas:
		return fault("blockGas, forcedGas", "blockGas must be at least 5,000,000 and above forcedGas")
	case p.PostEvery == 0 || p.PostBytes == 0 || p.MaxLag == 0 || p.L1Rounding == 0:
		return fault("postEvery, postBytes, maxLag, l1Rounding", "must be positive")
	case p.PostBytes > MaxPostBytes:
		return fault("postBytes", "must be at most 32 MiB")
	case p.PostRoom() == 0:
		return fault("postBytes", "must hold a slot's header, a head for each rollup and the fates of forced transactions")
	case len(p.Members) == 0:
		return fault("members", "must not be empty")
	case len(p.Rollups) == 0:
		return fault("rollups", "must not be empty")
	}
	last := ChainID(0)
	for _, chain := range p.Rollups {
		if chain <= last {
			return fault("rollups", "must be positive and ascend")
		}
		last = chain
	}
	return nil
}

// maxBits is the length of the longest amount. The bound on it keeps every fee far from wrapping.
func maxBits(amounts ...*uint256.Int) int {
	longest := 0
	for _, a := range amounts {
		longest = max(longest, a.BitLen())
	}
	return longest
}

// Encode is the JSON that Registry publishes.
func (p *Parameters) Encode() ([]byte, error) { return json.Marshal(p) }

// DecodeParameters reads and validates what Encode wrote. Unknown fields are refused: a verifier that does
// not know a parameter must not pretend to apply it.
func DecodeParameters(b []byte) (*Parameters, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	p := new(Parameters)
	if err := d.Decode(p); err != nil {
		return nil, fmt.Errorf("decode parameters: %w: %w", ErrParameters, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("decode parameters: more than one value: %w", ErrParameters)
	}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p, nil
}
