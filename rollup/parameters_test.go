package rollup_test

import (
	"strings"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

func parameters() *rollup.Parameters {
	return &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitEqually, ProtocolBps: 1000, Treasury: rollup.Address{1},
		Reserve: uint256.NewInt(1), FeeBase: uint256.NewInt(2), FeePerKiB: uint256.NewInt(3), FeePerMegagas: uint256.NewInt(4),
		BatchGas: 1, BidderGas: 1, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 1, MaxLag: 1, BlockGas: 5_000_000, ForcedGas: 1_000_000, TriggerDepth: 1, TriggerCount: 1,
		PostEvery: 1, PostBytes: 100_000, L1Depth: 0, L1Rounding: 1, Members: make([]rollup.Member, 4), Rollups: []rollup.ChainID{901, 902},
	}
}

func TestParametersValidate(t *testing.T) {
	require.NoError(t, parameters().Validate())
	big := new(uint256.Int).Lsh(uint256.NewInt(1), 96)
	for field, spoil := range map[string]func(*rollup.Parameters){
		"slotMs":        func(p *rollup.Parameters) { p.SlotMs = 9 },
		"pricing":       func(p *rollup.Parameters) { p.Pricing = "whim" },
		"second":        func(p *rollup.Parameters) { p.Pricing, p.SearchGas = rollup.SecondPrice, 0 },
		"winners would": func(p *rollup.Parameters) { p.Pricing, p.Reserve = rollup.SecondPrice, new(uint256.Int) },
		"split":         func(p *rollup.Parameters) { p.Split = "" },
		"protocolBps":   func(p *rollup.Parameters) { p.ProtocolBps = 10_001 },
		"treasury":      func(p *rollup.Parameters) { p.Treasury = rollup.Address{} },
		"reserve":       func(p *rollup.Parameters) { p.Reserve = nil },
		"feeBase":       func(p *rollup.Parameters) { p.FeeBase = big },
		"feePerMegagas": func(p *rollup.Parameters) { p.FeePerMegagas = big },
		"batchGas":      func(p *rollup.Parameters) { p.BatchGas = 0 },
		"batchBytes":    func(p *rollup.Parameters) { p.BatchBytes = 0 },
		"bidderGas":     func(p *rollup.Parameters) { p.BidderGas = p.BatchGas + 1 },
		"pairGas":       func(p *rollup.Parameters) { p.PairGas = 0 },
		"pairTriggers":  func(p *rollup.Parameters) { p.PairTriggers = 0 },
		"maxLag":        func(p *rollup.Parameters) { p.MaxLag = 0 },
		"blockGas":      func(p *rollup.Parameters) { p.BlockGas = 4_999_999 },
		"forcedGas":     func(p *rollup.Parameters) { p.ForcedGas = p.BlockGas },
		"postEvery":     func(p *rollup.Parameters) { p.PostEvery = 0 },
		"l1Rounding":    func(p *rollup.Parameters) { p.L1Rounding = 0 },
		"members":       func(p *rollup.Parameters) { p.Members = nil },
		"positive":      func(p *rollup.Parameters) { p.Rollups = []rollup.ChainID{0, 901} },
		"rollups":       func(p *rollup.Parameters) { p.Rollups = []rollup.ChainID{902, 901} },
	} {
		p := parameters()
		spoil(p)
		err := p.Validate()
		require.ErrorIs(t, err, rollup.ErrParameters, field)
		require.ErrorContains(t, err, field)
	}
}

func TestThreshold(t *testing.T) {
	for n, want := range map[int][2]int{1: {1, 0}, 4: {3, 1}, 6: {5, 1}, 7: {5, 2}, 10: {7, 3}, 100: {67, 33}} {
		p := &rollup.Parameters{Members: make([]rollup.Member, n)}
		require.Equal(t, want, [2]int{p.Threshold(), p.MaxFaulty()}, "%d members", n)
	}
}

func TestParametersEncode(t *testing.T) {
	b, err := parameters().Encode()
	require.NoError(t, err)
	again, err := rollup.DecodeParameters(b)
	require.NoError(t, err)
	require.Equal(t, parameters(), again)
	for _, bad := range []string{"", "{}", "null", strings.Replace(string(b), `"slotMs"`, `"slotsMs"`, 1), strings.Replace(string(b), `"maxLag":1`, `"maxLag":-1`, 1), string(b) + "x"} {
		_, err := rollup.DecodeParameters([]byte(bad))
		require.ErrorIs(t, err, rollup.ErrParameters, bad)
	}
}

func FuzzDecodeParameters(f *testing.F) {
	b, _ := parameters().Encode()
	f.Add(b)
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := rollup.DecodeParameters(b)
		if err != nil {
			return
		}
		if err := p.Validate(); err != nil {
			t.Fatal(err)
		}
		out, err := p.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := rollup.DecodeParameters(out); err != nil {
			t.Fatal(err)
		}
	})
}

func TestBidderBytes(t *testing.T) {
	for _, c := range []struct{ gas, bidder, bytes, want uint64 }{
		{60, 60, 100, 100}, {60, 40, 100, 66}, {60, 1, 59, 0}, {1 << 63, 1 << 62, 1 << 63, 1 << 62}, {0, 0, 7, 7},
	} {
		p := rollup.Parameters{BatchGas: c.gas, BidderGas: c.bidder, BatchBytes: c.bytes}
		require.Equal(t, c.want, p.BidderBytes())
	}
}
