package auction_test

import (
	"bytes"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// single is a player of one rollup.
func single(marginal uint64, weight uint32) auction.Player {
	m := uint256.NewInt(marginal)
	return auction.Player{Marginal: m, Members: []auction.Member{{Weight: weight, Marginal: m}}}
}

func claims(t require.TestingT, whole uint64, players ...auction.Player) (out []uint64) {
	list, err := auction.Claims(uint256.NewInt(whole), players)
	require.NoError(t, err)
	for _, c := range list {
		out = append(out, c.Uint64())
	}
	return out
}

func TestClaimsTable(t *testing.T) {
	joint := func(joint uint64, members ...auction.Member) auction.Player {
		return auction.Player{Marginal: uint256.NewInt(joint), Members: members}
	}
	member := func(weight uint32, own uint64) auction.Member {
		return auction.Member{Weight: weight, Marginal: uint256.NewInt(own)}
	}
	for name, c := range map[string]struct {
		whole   uint64
		players []auction.Player
		want    []uint64
	}{
		"one gets what it added":                      {900, []auction.Player{single(900, 1)}, []uint64{900}},
		"no more than it added":                       {900, []auction.Player{single(300, 1)}, []uint64{300}},
		"a weight alone changes nothing":              {900, []auction.Player{single(300, 7)}, []uint64{300}},
		"no weight, no claim":                         {900, []auction.Player{single(900, 0)}, []uint64{0}},
		"what is not there is shared":                 {900, []auction.Player{single(900, 1), single(900, 1)}, []uint64{450, 450}},
		"by marginals":                                {900, []auction.Player{single(900, 1), single(450, 1)}, []uint64{600, 300}},
		"enough for all":                              {900, []auction.Player{single(500, 1), single(300, 1)}, []uint64{500, 300}},
		"by weight":                                   {900, []auction.Player{single(900, 2), single(900, 1)}, []uint64{600, 300}},
		"a weight never lifts above what was added":   {900, []auction.Player{single(500, 9), single(500, 1)}, []uint64{500, 90}},
		"nobody added anything":                       {900, []auction.Player{single(0, 1), single(0, 1)}, []uint64{0, 0}},
		"nothing to divide":                           {0, []auction.Player{single(500, 1)}, []uint64{0}},
		"nobody":                                      {900, nil, nil},
		"rounded down":                                {100, []auction.Player{single(100, 1), single(100, 1), single(100, 1)}, []uint64{33, 33, 33}},
		"two rollups of one account, joint":           {900, []auction.Player{joint(900, member(1, 900), member(1, 900)), single(900, 1)}, []uint64{225, 225, 450}},
		"inside by own marginals":                     {900, []auction.Player{joint(900, member(1, 600), member(1, 300))}, []uint64{600, 300}},
		"inside by weight where none adds alone":      {900, []auction.Player{joint(900, member(1, 0), member(2, 0))}, []uint64{300, 600}},
		"a member without a weight leaves the others": {900, []auction.Player{joint(900, member(0, 450), member(1, 450))}, []uint64{0, 900}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, claims(t, c.whole, c.players...)) })
	}
}

func drawPlayers(t *rapid.T) (out []auction.Player) {
	for range rapid.IntRange(0, 5).Draw(t, "players") {
		p := auction.Player{Marginal: amount(t, "marginal")}
		for range rapid.IntRange(1, 3).Draw(t, "members") {
			p.Members = append(p.Members, auction.Member{
				Weight: rapid.OneOf(rapid.Uint32Range(0, 3), rapid.Just(uint32(math.MaxUint32))).Draw(t, "weight"), Marginal: amount(t, "own"),
			})
		}
		out = append(out, p)
	}
	return out
}

// Whatever prices, marginals and weights: each price is divided to the wei (law 4); a player's parts of all prices
// are at most what its rollups added together, which is the identity constraint; who has no weight has no part;
// and nothing panics or wraps at the ends of the range (threat B14).
func TestDivideMarginallyIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var prices []*uint256.Int
		room := new(uint256.Int).SetAllOne()
		for range rapid.IntRange(0, 5).Draw(t, "prices") { // together they are money, so they fit
			price := amount(t, "price")
			if price.Gt(room) {
				price = room.Clone()
			}
			prices, room = append(prices, price), new(uint256.Int).Sub(room, price)
		}
		players := drawPlayers(t)
		protocol, parts, err := auction.DivideMarginally(prices, rapid.Uint32Range(0, 10_000).Draw(t, "bps"), players)
		require.NoError(t, err)
		sums := make([]*uint256.Int, 0)
		for i, price := range prices {
			sum := protocol[i].Clone()
			for j, part := range parts[i] {
				_, over := sum.AddOverflow(sum, part)
				require.False(t, over)
				if len(sums) <= j {
					sums = append(sums, new(uint256.Int))
				}
				sums[j].Add(sums[j], part)
			}
			require.Equal(t, price, sum)
		}
		j := 0
		for _, p := range players {
			joint := new(uint256.Int)
			for _, m := range p.Members {
				if len(sums) > 0 {
					joint.Add(joint, sums[j])
					require.True(t, m.Weight > 0 || sums[j].IsZero())
				}
				j++
			}
			require.False(t, joint.Gt(p.Marginal), "more than it added")
		}
	})
	_, _, err := auction.DivideMarginally(nil, 10_001, nil)
	require.ErrorIs(t, err, auction.ErrRule)
	top := new(uint256.Int).SetAllOne()
	_, _, err = auction.DivideMarginally([]*uint256.Int{top, top}, 0, nil)
	require.ErrorIs(t, err, auction.ErrSum)
}

// A rollup that is split in two under the same payout account has the joint marginal that it had as one, whatever
// the parts add alone, and gets no wei more.
func TestSplittingGainsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole, others := amount(t, "whole"), drawPlayers(t)
		weight, joint := rapid.Uint32Range(0, 5).Draw(t, "weight"), amount(t, "joint")
		one := auction.Player{Marginal: joint, Members: []auction.Member{{Weight: weight, Marginal: joint}}}
		many := auction.Player{Marginal: joint}
		for range rapid.IntRange(2, 5).Draw(t, "parts") {
			many.Members = append(many.Members, auction.Member{Weight: weight, Marginal: amount(t, "own")})
		}
		before, err := auction.Claims(whole, append([]auction.Player{one}, others...))
		require.NoError(t, err)
		after, err := auction.Claims(whole, append([]auction.Player{many}, others...))
		require.NoError(t, err)
		sum := new(uint256.Int)
		for _, c := range after[:len(many.Members)] {
			sum.Add(sum, c)
		}
		require.False(t, sum.Gt(before[0]), "%s as one, %s in parts", before[0], sum)
		for i := range before[1:] {
			require.Equal(t, before[1+i], after[len(many.Members)+i], "and nobody else notices")
		}
	})
}

// number reads an amount as the document writes it.
func number(t require.TestingT, text string) uint64 {
	n, err := strconv.ParseUint(strings.ReplaceAll(strings.TrimSpace(text), ",", ""), 10, 64)
	require.NoError(t, err, text)
	return n
}

// rows are the cells of each table of a document that starts with these columns, header and rule left out.
func rows(t require.TestingT, document []byte, header string) (out [][]string) {
	inside := false
	for _, line := range strings.Split(string(document), "\n") {
		switch {
		case strings.HasPrefix(line, header):
			inside = true
		case !strings.HasPrefix(line, "|"):
			inside = false
		case inside && !strings.HasPrefix(line, "|--") && !strings.HasPrefix(line, "|:"):
			var cells []string
			for _, c := range strings.Split(strings.Trim(line, "|"), "|") {
				cells = append(cells, strings.Trim(c, " `"))
			}
			out = append(out, cells)
		}
	}
	require.NotEmpty(t, out, header)
	return out
}

// The worked examples of docs/revenue.md are recomputed, number by number.
func TestRevenueExamples(t *testing.T) {
	document, err := os.ReadFile("../docs/revenue.md")
	require.NoError(t, err)
	require.True(t, bytes.Contains(document, []byte("TestRevenueExamples")))
	numbers := func(text string) (out []uint64) {
		for _, n := range regexp.MustCompile(`[0-9][0-9,]*`).FindAllString(text, -1) {
			out = append(out, number(t, n))
		}
		return out
	}
	for _, row := range rows(t, document, "| rule | price | protocolBps |") {
		gas, weights := numbers(row[3]), numbers(row[4])
		var touched []auction.Touched
		for i := range gas {
			touched = append(touched, auction.Touched{Gas: gas[i], Weight: uint32(weights[i])})
		}
		protocol, parts, err := auction.Divide(uint256.NewInt(number(t, row[1])), uint32(number(t, row[2])), rollup.SplitRule(row[0]), touched)
		require.NoError(t, err)
		var got []uint64
		for _, p := range parts {
			got = append(got, p.Uint64())
		}
		require.Equal(t, numbers(row[5]), got, row)
		require.Equal(t, number(t, row[6]), protocol.Uint64(), row)
	}
	for _, row := range rows(t, document, "| example | prices | protocolBps |") {
		var prices []*uint256.Int
		for _, p := range numbers(row[1]) {
			prices = append(prices, uint256.NewInt(p))
		}
		var players []auction.Player
		for _, text := range strings.Split(row[3], ";") { // joint (own × weight, own × weight)
			n := numbers(text)
			p := auction.Player{Marginal: uint256.NewInt(n[0])}
			for k := 1; k+1 < len(n); k += 2 {
				p.Members = append(p.Members, auction.Member{Marginal: uint256.NewInt(n[k]), Weight: uint32(n[k+1])})
			}
			players = append(players, p)
		}
		protocol, parts, err := auction.DivideMarginally(prices, uint32(number(t, row[2])), players)
		require.NoError(t, err)
		kept, got := uint64(0), make([]uint64, len(numbers(row[4])))
		for i := range prices {
			kept += protocol[i].Uint64()
			for j, p := range parts[i] {
				got[j] += p.Uint64()
			}
		}
		require.Equal(t, numbers(row[4]), got, row)
		require.Equal(t, number(t, row[5]), kept, row)
	}
}
