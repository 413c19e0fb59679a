package api

import (
	"net/http"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/internal/quantile"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// RollupRow is one chain behind the door.
type RollupRow struct {
	Chain   decimal        `json:"chain_id"`
	Name    string         `json:"name"`
	RPC     string         `json:"rpc"` // path of its JSON-RPC here
	Head    *HeadRow       `json:"head"`
	Revenue wei            `json:"revenue"` // wei credited since the oldest slot kept
	Payout  rollup.Address `json:"payout"`
	Weight  decimal        `json:"weight"`
}

func (s *Server) serveRollups(w http.ResponseWriter, r *http.Request) {
	rows := []RollupRow{}
	head, attested := s.index.Head()
	revenue := s.index.Totals().Revenue
	for _, chain := range s.cfg.Parameters.Rollups {
		row := RollupRow{Chain: decimal(chain), Name: Rollup{Chain: chain}.name(), Revenue: wei{revenue[chain]}}
		if n := s.node(chain); n != nil {
			row.Name, row.RPC = n.name(), "/rpc/"+chain.String()
		}
		if attested {
			for _, h := range headRows(head.Heads) {
				if h.Chain == decimal(chain) {
					row.Head = &h
				}
			}
		}
		rows = append(rows, row)
	}
	if s.cfg.Ledger != nil {
		for i := range rows {
			share, _, err := s.cfg.Ledger.Share(r.Context(), rollup.ChainID(rows[i].Chain))
			if err != nil {
				writeRefusal(w, unavailable("the rollups' shares cannot be read now", 500))
				return
			}
			rows[i].Payout, rows[i].Weight = share.Payout, decimal(share.Weight)
			if share.Payout == (rollup.Address{}) {
				rows[i].Payout = s.cfg.Parameters.Treasury // stands in until the rollup names one
			}
		}
	}
	writeJSON(w, listing[RollupRow]{Items: rows})
}

// CommitteeRow is who signs, under which key and parameters. A threshold signature does not tell who took
// part in it, so nobody is named for a slot.
type CommitteeRow struct {
	Network     rollup.Digest        `json:"network"`
	Incarnation decimal              `json:"incarnation"`
	Epoch       decimal              `json:"epoch"`
	Threshold   decimal              `json:"threshold"`
	GroupKey    *threshold.PublicKey `json:"group_key"` // null until the key ceremony has ended
	Members     []MemberRow          `json:"members"`
	OpenSlot    decimal              `json:"open_slot"`
	Committed   decimal              `json:"committed"`
	Attested    decimal              `json:"attested"`
	Posted      decimal              `json:"posted"`
	L1Block     decimal              `json:"l1_block"`
	Peers       decimal              `json:"peers"` // other members connected to the one behind this gateway
	Gateway     rollup.Address       `json:"gateway"`
	Parameters  ParametersRow        `json:"parameters"`
}

// MemberRow is one seat.
type MemberRow struct {
	Name        string               `json:"name"`
	Account     rollup.Address       `json:"account"`
	PublicShare *threshold.PublicKey `json:"public_share"`
}

// ParametersRow are the network's constants that a user must know.
type ParametersRow struct {
	SlotMs        decimal `json:"slot_ms"`
	Pricing       string  `json:"pricing"`
	Split         string  `json:"split"`
	ProtocolBps   decimal `json:"protocol_bps"`
	Reserve       wei     `json:"reserve"`
	FeeBase       wei     `json:"fee_base"`
	FeePerKiB     wei     `json:"fee_per_kib"`
	FeePerMegagas wei     `json:"fee_per_megagas"`
	BlockGas      decimal `json:"block_gas"`
	BatchGas      decimal `json:"batch_gas"`
	BatchBytes    decimal `json:"batch_bytes"`
	PostEvery     decimal `json:"post_every"`
}

func (s *Server) serveCommittee(w http.ResponseWriter, _ *http.Request) {
	st, p := s.cfg.Standing.Status(), s.cfg.Parameters
	row := CommitteeRow{
		Network: st.Network.ID, Incarnation: decimal(st.Network.Incarnation), Epoch: decimal(st.Network.Epoch),
		Threshold: decimal(p.Threshold()), OpenSlot: decimal(st.OpenSlot), Committed: decimal(st.Committed), Attested: decimal(st.Attested),
		L1Block: decimal(st.View.Number), Peers: decimal(st.Peers), Gateway: s.gateway.Account(), Members: []MemberRow{},
		Parameters: ParametersRow{
			SlotMs: decimal(p.SlotMs), Pricing: string(p.Pricing), Split: string(p.Split), ProtocolBps: decimal(p.ProtocolBps),
			Reserve: wei{p.Reserve}, FeeBase: wei{p.FeeBase}, FeePerKiB: wei{p.FeePerKiB}, FeePerMegagas: wei{p.FeePerMegagas},
			BlockGas: decimal(p.BlockGas), BatchGas: decimal(p.BatchGas), BatchBytes: decimal(p.BatchBytes), PostEvery: decimal(p.PostEvery),
		},
	}
	if st.Group != nil {
		row.GroupKey = &st.Group.Public
	}
	for i, m := range p.Members {
		member := MemberRow{Name: m.Name, Account: m.Account}
		if st.Group != nil && i < len(st.Group.Shares) {
			member.PublicShare = &st.Group.Shares[i]
		}
		row.Members = append(row.Members, member)
	}
	if posted := s.index.Totals().Postings; len(posted) > 0 {
		row.Posted = decimal(posted[len(posted)-1].Last)
	}
	writeJSON(w, row)
}

// StatsRow sums up what this gateway saw since the oldest slot it keeps.
type StatsRow struct {
	FirstSlot   decimal            `json:"first_slot"`
	LastSlot    decimal            `json:"last_slot"`
	Fates       map[string]decimal `json:"fates"` // by reason
	Charged     wei                `json:"charged"`
	Treasury    wei                `json:"protocol"` // of what was charged
	Fees        wei                `json:"fees"`
	Revenue     map[string]wei     `json:"revenue"` // by chain id
	CloseAttest Percentiles        `json:"closed_to_attested_ms"`
	RecvAttest  Percentiles        `json:"received_to_attested_ms"`
	Subscribers decimal            `json:"connections"`
	PostedSlots decimal            `json:"posted_slots"`
	L1Postings  decimal            `json:"l1_postings"`
	L1GasUsed   decimal            `json:"l1_gas_used"`
}

// Percentiles of up to a thousand of the newest samples, in ms.
type Percentiles struct {
	Count decimal `json:"count"`
	P50   float64 `json:"p50"`
	P90   float64 `json:"p90"`
	P99   float64 `json:"p99"`
	Max   float64 `json:"max"`
	Bins  []Bin   `json:"bins"`
}

// Bin is one column of a histogram: samples below Ms that are in no earlier one.
type Bin struct {
	Ms    float64 `json:"ms"`
	Count int     `json:"count"`
}

func percentiles(samples []float64) Percentiles {
	out := Percentiles{Count: decimal(len(samples)), Bins: []Bin{}}
	if len(samples) == 0 {
		return out
	}
	sorted := quantile.Sorted(samples)
	at := func(q float64) float64 { return quantile.Of(sorted, q) }
	out.P50, out.P90, out.P99, out.Max = at(0.5), at(0.9), at(0.99), sorted[len(sorted)-1]
	const columns = 24
	width := max(at(0.99)*1.1/columns, 1)
	for i := range columns {
		out.Bins = append(out.Bins, Bin{Ms: width * float64(i+1)})
	}
	for _, v := range sorted {
		out.Bins[min(max(int(v/width), 0), columns-1)].Count++
	}
	return out
}

func (s *Server) serveStats(w http.ResponseWriter, _ *http.Request) {
	t := s.index.Totals()
	row := StatsRow{
		FirstSlot: decimal(t.First), LastSlot: decimal(t.Last), Fates: map[string]decimal{}, Charged: wei{t.Charged}, Treasury: wei{t.Treasury}, Fees: wei{t.Fees},
		Revenue: map[string]wei{}, CloseAttest: percentiles(t.Closing), RecvAttest: percentiles(t.Sealing), L1Postings: decimal(len(t.Postings)),
	}
	for reason, n := range t.Fates {
		row.Fates[reason.String()] = decimal(n)
	}
	for chain, v := range t.Revenue {
		row.Revenue[chain.String()] = wei{v}
	}
	for _, p := range t.Postings {
		row.PostedSlots += decimal(p.Last - p.First + 1)
		row.L1GasUsed += decimal(p.GasUsed)
	}
	row.Subscribers = decimal(s.guard.connections.size())
	writeJSON(w, row)
}

// ReasonRow is one of the closed list of codes.
type ReasonRow struct {
	Code  auction.Reason `json:"code"`
	Text  string         `json:"text"`
	Field string         `json:"field"`
	Hint  string         `json:"hint"`
}

func (s *Server) serveReasons(w http.ResponseWriter, _ *http.Request) {
	rows := []ReasonRow{}
	for _, r := range auction.Reasons() {
		field, hint := gateway.Mending(r)
		rows = append(rows, ReasonRow{r, r.Text(), field, hint})
	}
	writeJSON(w, listing[ReasonRow]{Items: rows})
}

func (s *Server) serveLimits(w http.ResponseWriter, _ *http.Request) { writeJSON(w, s.cfg.Limits) }

// Dependency is one thing that the door needs.
type Dependency struct {
	Name  string  `json:"name"`
	OK    bool    `json:"ok"`
	AgeMs decimal `json:"age_ms"` // since it last gave a sign of life
	Text  string  `json:"text,omitempty"`
}

type readiness struct {
	Ready        bool         `json:"ready"`
	Dependencies []Dependency `json:"dependencies"`
}

// staleAfter is when a dependency that says nothing counts as gone.
const staleAfter = 15 * time.Second

func (s *Server) serveLive(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, map[string]bool{"live": true})
}

// serveReady looks at progress, not at ports: a committee that attests nothing is not ready, however well it
// answers.
func (s *Server) serveReady(w http.ResponseWriter, r *http.Request) {
	now := s.cfg.Now()
	st := s.cfg.Standing.Status()
	out := readiness{Ready: true}
	add := func(name string, since time.Time, ok bool, text string) {
		d := Dependency{Name: name, OK: ok, Text: text}
		if !since.IsZero() {
			d.AgeMs = decimal(max(now.Sub(since).Milliseconds(), 0))
		}
		out.Ready = out.Ready && ok
		out.Dependencies = append(out.Dependencies, d)
	}
	switch {
	case st.Failure != nil:
		add("committee", time.Time{}, false, "the member behind this gateway has stopped")
	case st.Group == nil:
		add("committee", time.Time{}, false, "key ceremony under way")
	default:
		add("committee", time.Time{}, true, "slot "+st.OpenSlot.String()+" is open")
	}
	last := s.index.AttestedAt()
	text := "slot " + s.index.Newest().String()
	add("attestation", last, !last.IsZero() && now.Sub(last) < max(staleAfter, 20*time.Duration(s.cfg.Parameters.SlotMs)*time.Millisecond), text) //nolint:gosec // at most a minute
	for _, chain := range s.cfg.Parameters.Rollups {
		n := s.node(chain)
		if n == nil {
			continue
		}
		var id string
		if now.Sub(n.lastAlive()) > time.Second {
			_ = n.call(r.Context(), &id, "eth_chainId")
		}
		alive := n.lastAlive()
		add("rollup "+chain.String(), alive, !alive.IsZero() && now.Sub(alive) < staleAfter, "")
	}
	w.Header().Set("Content-Type", "application/json")
	if !out.Ready {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_, _ = w.Write(snakeJSON(out))
}

func (c *census) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.total
}
