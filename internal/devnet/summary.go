package devnet

import (
	"fmt"
	"io"
	"math/big"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/chorale-network/chorale/internal/laws"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Summary is what a run came to. Amounts are wei, as decimal strings.
type Summary struct {
	Held      bool                   `json:"held"` // every law held and was put to the test, and everything was paid
	Problems  []string               `json:"problems"`
	Seed      uint64                 `json:"seed"`
	Rollups   []rollup.ChainID       `json:"rollups"`
	Members   int                    `json:"members"`
	SlotMs    uint64                 `json:"slot_ms"`
	Slots     rollup.Slot            `json:"slots"` // attested
	SecondsTo SecondsTo              `json:"seconds_to"`
	Bundles   BundleCounts           `json:"bundles"`
	Orderings map[string]uint64      `json:"orderings"` // slots with bids, by how the ordering was found: bid, retry, search
	Prices    Amounts                `json:"prices"`
	Fees      Amounts                `json:"fees"`
	Protocol  string                 `json:"protocol_credits"` // the treasury's: its share of prices, and fees
	Credits   []RollupCredit         `json:"credits"`
	Postings  []PostingRow           `json:"postings"`
	Latency   map[string]Percentiles `json:"latency"` // from a slot's consensus time to each stage; and of some calls
	Events    EventCounts            `json:"events"`
	Laws      []laws.Count           `json:"laws"`
	Violated  []laws.Violation       `json:"violations"`
}

// SecondsTo is how long after the process's start something first happened, in seconds; 0 if it did not.
type SecondsTo struct {
	Table       float64 `json:"table"`
	FirstBundle float64 `json:"first_two_rollup_bundle"`
}

// BundleCounts are bundles by fate, and by what they show.
type BundleCounts struct {
	ByReason          map[string]uint64 `json:"by_reason"`
	TwoRollups        uint64            `json:"two_rollups_executed"`
	Losers            uint64            `json:"losers"`
	Transfers         uint64            `json:"trigger_action_transfers"`
	ThereAndBack      uint64            `json:"triggers_there_and_back"`
	DeliberateFailure uint64            `json:"deliberate_failures_without_trace"`
	Protected         uint64            `json:"protected_refusals"`
	WalletTxs         uint64            `json:"wallet_transactions"`
}

// Amounts sums some payments.
type Amounts struct {
	Count uint64 `json:"count"`
	Sum   string `json:"sum"`
	Least string `json:"least"`
	Most  string `json:"most"`
}

// RollupCredit is what a rollup earned: as the ledger has it, and as L1 paid it.
type RollupCredit struct {
	Chain   rollup.ChainID `json:"chain_id"`
	Payout  rollup.Address `json:"payout"`
	Ledger  string         `json:"ledger"`
	Claimed string         `json:"claimed"`
	Balance string         `json:"balance"` // the payout account's on L1
	Claims  int            `json:"claims"`
}

// PostingRow is a posting on L1.
type PostingRow struct {
	First rollup.Slot   `json:"first_slot"`
	Last  rollup.Slot   `json:"last_slot"`
	Block uint64        `json:"l1_block"`
	Gas   uint64        `json:"gas"`
	Tx    rollup.Digest `json:"tx"`
	PostingContent
}

// PostingContent is what a posting carries and what that costs.
type PostingContent struct {
	Bytes        int `json:"bytes"`   // of data
	Records      int `json:"records"` // bytes of the slots' records that it stands for
	Envelopes    int `json:"envelopes"`
	Transactions int `json:"transactions"` // executed, actions included
}

func carriedBy(data []byte, slots []*sequencer.Attested) PostingContent {
	out := PostingContent{Bytes: len(data)}
	for _, a := range slots {
		out.Records += len(a.Encode())
		out.Envelopes += len(a.Envelopes)
		for i := range a.Fates {
			out.Transactions += len(a.Fates[i].Places)
		}
	}
	return out
}

func amounts(m money) Amounts {
	if m.Count == 0 {
		return Amounts{Sum: "0", Least: "0", Most: "0"}
	}
	return Amounts{Count: m.Count, Sum: m.Sum.Dec(), Least: m.Least.Dec(), Most: m.Most.Dec()}
}

// fill takes what the tally counted.
func (s *Summary) fill(t *tally, started time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	s.Slots = t.slots
	if !t.firstWin.IsZero() {
		s.SecondsTo.FirstBundle = t.firstWin.Sub(started).Seconds()
	}
	s.Bundles = BundleCounts{
		ByReason: t.reasons, TwoRollups: t.crossings.TwoRollups, Losers: t.crossings.Losers, Transfers: t.crossings.Transfers,
		ThereAndBack: t.crossings.Nested, DeliberateFailure: t.crossings.Failures, Protected: t.crossings.Stolen, WalletTxs: t.crossings.WalletTxs,
	}
	if t.crossings.WrongSuccess > 0 {
		s.Problems = append(s.Problems, fmt.Sprintf("%d bundles that had to fail were executed", t.crossings.WrongSuccess))
	}
	s.Orderings = t.orderings
	s.Prices, s.Fees, s.Protocol = amounts(t.prices), amounts(t.fees), t.protocol.Dec()
	s.Latency = map[string]Percentiles{}
	for stage, d := range t.latencies {
		s.Latency[stage] = percentiles(d)
	}
}

func (s *Summary) postings(found []relay.Posted, contents map[rollup.Digest]PostingContent) {
	for _, p := range found {
		s.Postings = append(s.Postings, PostingRow{First: p.First, Last: p.Last, Block: p.Block, Gas: p.GasUsed, Tx: p.Tx, PostingContent: contents[p.Tx]})
	}
}

// judge settles Held. Only a whole run must have put every law to the test; one that was interrupted may have had
// no time to. From outside nobody sees when a member makes its opening shares (law 5).
func (s *Summary) judge(r laws.Report, whole, outside bool) {
	s.Laws, s.Violated = r.Laws, r.Violations
	for _, law := range r.Unobserved() {
		if !whole {
			break
		}
		if outside && law == laws.NoEarlyShare {
			continue
		}
		s.Problems = append(s.Problems, fmt.Sprintf("law %d was not put to the test: %s", int(law), law))
	}
	for _, c := range r.Laws {
		if c.Violations > 0 {
			s.Problems = append(s.Problems, fmt.Sprintf("law %d was broken %d times: %s", int(c.Law), c.Violations, c.Text))
		}
	}
	s.Held = (r.Held() || outside && !r.Broken()) && len(s.Problems) == 0
}

// Print is the summary for people.
func (s *Summary) Print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line := func(name, format string, args ...any) {
		_, _ = fmt.Fprintf(t, "  %s\t%s\n", name, fmt.Sprintf(format, args...)) // tabwriter keeps its error for Flush
	}
	_, _ = fmt.Fprintf(t, "\n%d slots\n", s.Slots)
	line("events", "%d read once each on %d connections, with %d attested slots whole", s.Events.Read, s.Events.Connections, s.Events.Slots)
	b := s.Bundles
	line("bundles", "%d over two rollups or more, %d losers, %d transfers by trigger and action (%d there and back)", b.TwoRollups, b.Losers, b.Transfers, b.ThereAndBack)
	line("", "%d failed as they were meant to, %d refused for carrying what others may carry, %d wallet transactions", b.DeliberateFailure, b.Protected, b.WalletTxs)
	reasons := make([]string, 0, len(b.ByReason))
	for reason := range b.ByReason {
		reasons = append(reasons, reason)
	}
	slices.Sort(reasons)
	for _, reason := range reasons {
		line("  "+reason, "%d", b.ByReason[reason])
	}
	for _, name := range []string{"bid", "retry", "search"} {
		line("ordering "+name, "%d slots with bids", s.Orderings[name])
	}
	line("prices", "%d, %s ETH in all", s.Prices.Count, decimalEther(s.Prices.Sum))
	for _, c := range s.Credits {
		line("rollup "+c.Chain.String(), "earned %s ETH, claimed %s ETH on L1", decimalEther(c.Ledger), decimalEther(c.Claimed))
	}
	line("postings", "%d on L1", len(s.Postings))
	stages := make([]string, 0, len(s.Latency))
	for stage := range s.Latency {
		stages = append(stages, stage)
	}
	slices.Sort(stages)
	for _, stage := range stages {
		l := s.Latency[stage]
		line("latency "+stage, "p50 %.0f ms, p90 %.0f ms, p99 %.0f ms", l.P50, l.P90, l.P99)
	}
	for _, c := range s.Laws {
		line(fmt.Sprintf("law %d", c.Law), "%d observations, %d violations: %s", c.Observations, c.Violations, c.Text)
	}
	for _, p := range s.Problems {
		line("PROBLEM", "%s", p)
	}
	return t.Flush()
}

func decimalEther(wei string) string {
	v, ok := new(big.Int).SetString(wei, 10)
	if !ok {
		return "0"
	}
	return inEther(v)
}

// inEther is an amount of wei in ether, to the microether.
func inEther(wei *big.Int) string {
	return new(big.Rat).SetFrac(wei, ether(1)).FloatString(6)
}
