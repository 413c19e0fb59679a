package devnet

import (
	"bytes"
	"encoding/json"
	"time"

	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// Amounts that the devnet's accounts start with.
const (
	rollupEther = 100_000 // ether of every actor on every rollup
	escrowEther = 1_000   // ether of escrow that the owner deposits on L1 for every bidder
	feeEther    = 100     // ether of fee balance, likewise
)

// parameters are the devnet's constants. Fees are small beside bids and large beside nothing.
func parameters(cfg *Config, seats []*process.Seat, treasury rollup.Address) (*rollup.Parameters, error) {
	p := &rollup.Parameters{
		SlotMs: uint64(cfg.Slot / time.Millisecond), Pricing: cfg.Pricing, Split: cfg.Split, ProtocolBps: 2_000,
		Treasury: treasury, Reserve: uint256.NewInt(1_000_000_000_000),
		FeeBase: uint256.NewInt(100_000_000_000), FeePerKiB: uint256.NewInt(10_000_000_000), FeePerMegagas: uint256.NewInt(100_000_000_000),
		// A posting goes to L1 in the calldata of one transaction, which holds envelopes of up to 64 KiB.
		BatchGas: 60_000_000, BidderGas: 40_000_000, SearchGas: 60_000_000, BatchBytes: 108_000, MaxLag: 40,
		BlockGas: 36_000_000, ForcedGas: 6_000_000, TriggerDepth: 8, TriggerCount: 32, PairTriggers: 128, PairGas: 12_000_000,
		PostEvery: 8, PostBytes: ethereum.MaxPostingData, L1Depth: 2, L1Rounding: 1, Rollups: cfg.chains(),
	}
	for _, s := range seats {
		m, err := s.Member()
		if err != nil {
			return nil, err
		}
		p.Members = append(p.Members, m)
	}
	return p, p.Validate()
}

// geneses are the rollups' genesis files: ether for every actor, nothing of the markets.
func geneses(cfg *Config, c *cast, blockGas uint64, now time.Time) ([]rollup.Genesis, error) {
	alloc := types.GenesisAlloc{}
	for _, a := range c.onRollups() {
		alloc[a.Address] = types.Account{Balance: ether(rollupEther)}
	}
	var out []rollup.Genesis
	for _, chain := range cfg.chains() {
		raw, err := evm.GenesisJSON(chain, alloc, blockGas, uint64(now.Unix()))
		if err != nil {
			return nil, err
		}
		out = append(out, rollup.Genesis{Chain: chain, JSON: compact(raw)})
	}
	return out, nil
}

// plan is what is deployed on L1.
func plan(c *cast, gs []rollup.Genesis) ethereum.Plan {
	p := ethereum.Plan{InclusionBlocks: 64, FreezeSeconds: 30 * 24 * 3600, FreezeBlocks: 100_000, ExitSeconds: 30 * 24 * 3600, ClaimDelay: 4}
	for i, g := range gs {
		p.Rollups = append(p.Rollups, ethereum.Charter{Genesis: g, Payout: c.Payouts[i].Address, Weight: 100})
	}
	return p
}

// onRollups is everybody who pays gas on rollups.
func (c *cast) onRollups() []account {
	out := append([]account{c.Deployer, c.Thief, c.Clumsy, c.Fickle, c.Mover}, c.Searchers...)
	return append(append(out, c.Users...), c.Free...)
}

// onL1 is everybody who pays gas on L1.
func (c *cast) onL1() []rollup.Address {
	out := []rollup.Address{c.Owner.Address, c.Poster.Address, c.Payer.Address}
	for _, a := range c.Free {
		out = append(out, a.Address)
	}
	return out
}

// bidders is everybody for whom escrow and fees are deposited on L1.
func (c *cast) bidders() []account {
	return append([]account{c.Gateway, c.Thief, c.Clumsy, c.Fickle}, append(append([]account{}, c.Searchers...), c.Free...)...)
}

// compact takes the white space out of JSON: every byte of a genesis is paid for on L1.
func compact(raw []byte) []byte {
	var out bytes.Buffer
	if err := json.Compact(&out, raw); err != nil {
		return raw // it was made by an encoder: cannot fail
	}
	return out.Bytes()
}
