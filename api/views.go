package api

import (
	"net/http"
	"strconv"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// SlotRow is one slot in a listing.
type SlotRow struct {
	Slot      decimal       `json:"slot"`
	Stage     string        `json:"stage"`
	TimeMs    decimal       `json:"time_ms"`
	ClosedMs  decimal       `json:"closed_ms"` // when it was seen here; 0 if it was not
	Attested  decimal       `json:"attested_ms"`
	Root      rollup.Digest `json:"header_root"`
	Envelopes decimal       `json:"envelopes"`
	Executed  decimal       `json:"executed"`
	Revenue   wei           `json:"revenue"`
	L1Tx      string        `json:"l1_tx"`
	L1Block   decimal       `json:"l1_block"`
	Heads     []HeadRow     `json:"heads"`
}

func slotRow(p *index.Slot) SlotRow {
	out := SlotRow{
		Slot: decimal(p.Slot), Stage: p.Stage, TimeMs: decimal(p.Time), ClosedMs: millis(p.ClosedMs), Attested: millis(p.AttestedMs), Root: p.Root,
		Envelopes: decimal(p.Envelopes), Executed: decimal(p.Executed), Revenue: wei{p.Revenue}, Heads: headRows(p.Heads), //nolint:gosec // not negative
	}
	if p.Posted != nil {
		out.L1Tx, out.L1Block = p.Posted.Tx.Hex(), decimal(p.Posted.Block)
	}
	return out
}

// millis is a time in Unix ms; 0 for none.
func millis(ms int64) decimal { return decimal(max(ms, 0)) } //nolint:gosec // not negative

// serveSlots lists slots, newest first; cursor is the newest slot wanted.
func (s *Server) serveSlots(w http.ResponseWriter, r *http.Request) {
	q := query{r: r}
	limit, cursor := q.limit(), q.uint("cursor", 1<<63)
	if q.refusal != nil {
		writeRefusal(w, q.refusal)
		return
	}
	slots, more := s.index.Slots(rollup.Slot(cursor), limit)
	rows := make([]SlotRow, len(slots))
	for i := range slots {
		rows[i] = slotRow(&slots[i])
	}
	next := ""
	if more != 0 {
		next = more.String()
	}
	writeRows(w, r, rows, next)
}

// ProvenFate is a fate with its branch under the header's fate root.
type ProvenFate struct {
	FateRow
	Leaf  rollup.Digest   `json:"leaf"`
	Index decimal         `json:"index"`
	Proof []rollup.Digest `json:"proof"` // from the leaf up; the last element is the list's length
}

// SlotDetail is one slot whole: header, attestation, every bid with its fate, price and proof.
type SlotDetail struct {
	Slot        decimal        `json:"slot"`
	Stage       string         `json:"stage"`
	Header      HeaderRow      `json:"header"`
	Attestation AttestationRow `json:"attestation"`
	OpeningKey  hexutil.Bytes  `json:"opening_key"`
	Posted      *PostedRow     `json:"posted,omitempty"`
	Fates       []ProvenFate   `json:"fates"`
	Envelopes   []EnvelopeRow  `json:"envelopes"`
}

// EnvelopeRow is what an envelope shows in clear.
type EnvelopeRow struct {
	Envelope  rollup.Digest  `json:"envelope"`
	Bidder    rollup.Address `json:"bidder"`
	SizeClass decimal        `json:"size_class"`
	GasClass  decimal        `json:"gas_class"`
	Bytes     decimal        `json:"bytes"`
}

func (s *Server) serveSlot(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.ParseUint(r.PathValue("slot"), 10, 64)
	if err != nil {
		writeRefusal(w, malformed("slot", "not a slot: "+clip(r.PathValue("slot"), 40), "write a decimal integer"))
		return
	}
	a, ok, err := s.cfg.History.Slot(r.Context(), rollup.Slot(n))
	if err != nil {
		s.log.Warn("read slot", "slot", n, "err", err)
		writeRefusal(w, unavailable("the slot cannot be read now", 500))
		return
	}
	if !ok {
		writeRefusal(w, notFound("slot", "slot "+uintText(n)+" is not attested here", "the newest attested slot is "+s.index.Newest().String()))
		return
	}
	writeJSON(w, slotDetail(a, postedRow(s.index.OnL1(rollup.Slot(n)))))
}

func slotDetail(a *sequencer.Attested, posted *PostedRow) SlotDetail {
	h := &a.Header
	out := SlotDetail{
		Slot: decimal(h.Slot), Stage: sequencer.StageAttested, Header: headerRow(h), OpeningKey: a.Key[:], Posted: posted,
		Attestation: AttestationRow{h.Root(), a.Signature}, Fates: make([]ProvenFate, len(a.Fates)), Envelopes: []EnvelopeRow{},
	}
	if posted != nil {
		out.Stage = "posted"
	}
	for i := range a.Fates {
		out.Fates[i] = ProvenFate{fateRow(h.Slot, &a.Fates[i]), a.Fates[i].Root(), decimal(i), builder.FateProof(a.Fates, i)}
	}
	for _, raw := range a.Envelopes {
		if e, err := auction.DecodeSealed(raw); err == nil {
			out.Envelopes = append(out.Envelopes, EnvelopeRow{e.ID(), e.Bidder, decimal(e.SizeClass), decimal(e.GasClass), decimal(len(raw))})
		}
	}
	return out
}

// fateFilter is what a listing of fates is held to; nil for anything.
type fateFilter struct {
	bidder *rollup.Address
	reason *auction.Reason
}

// serveBundles lists fates of attested slots, newest slot first, filtered by bidder and reason.
func (s *Server) serveBundles(w http.ResponseWriter, r *http.Request) {
	q := query{r: r}
	limit, slot := q.limit(), q.uint("slot", 0)
	from, skip := s.index.Newest(), 0
	if slot != 0 {
		from = rollup.Slot(slot)
	}
	if cursor := r.URL.Query().Get("cursor"); cursor != "" {
		var ok bool
		if from, skip, ok = parseCursor(cursor); !ok {
			q.refusal = malformed("cursor", "not a cursor: "+clip(cursor, 40), "pass next_cursor on as it came")
		}
	}
	filter := fateFilter{bidder: q.address("bidder"), reason: q.reason("reason")}
	if q.refusal != nil {
		writeRefusal(w, q.refusal)
		return
	}
	var rows []FateRow
	next := ""
	to := rollup.Slot(1)
	if slot != 0 {
		to = from
	}
	if from == 0 || slot != 0 && from != rollup.Slot(slot) {
		writeRows(w, r, rows, next)
		return
	}
	more, refusal := s.walk(r.Context(), from, to, func(a *sequencer.Attested) bool {
		for i := skip; i < len(a.Fates); i++ {
			f := &a.Fates[i]
			if filter.bidder != nil && f.Bidder != *filter.bidder || filter.reason != nil && f.Reason != *filter.reason {
				continue
			}
			if len(rows) == limit {
				next = a.Header.Slot.String() + "-" + strconv.Itoa(i)
				return false
			}
			rows = append(rows, fateRow(a.Header.Slot, f))
		}
		skip = 0
		return true
	})
	if refusal != nil {
		writeRefusal(w, refusal)
		return
	}
	if more != 0 {
		next = more.String() + "-0"
	}
	writeRows(w, r, rows, next)
}

func (s *Server) serveBundle(w http.ResponseWriter, r *http.Request) {
	hash, refusal := digestOf(r.PathValue("hash"), "hash")
	if refusal != nil {
		writeRefusal(w, refusal)
		return
	}
	story, ok := s.index.Tell(hash, index.Viewer{})
	if !ok {
		writeRefusal(w, notFound("hash", "no bundle, envelope or transaction of that hash is known here", "old stories are on L1, not here"))
		return
	}
	writeJSON(w, storyRow(&story))
}

// PayoutRow is one rollup's part of one price.
type PayoutRow struct {
	Slot     decimal        `json:"slot"`
	Chain    decimal        `json:"chain_id"`
	Account  rollup.Address `json:"account"`
	Amount   wei            `json:"amount"`
	Bundle   rollup.Digest  `json:"bundle_hash"`
	Envelope rollup.Digest  `json:"envelope"`
	Price    wei            `json:"price"`
	FateRoot rollup.Digest  `json:"fate_root"`
}

// ClaimRow is an account's leaf of the newest ledger with its proof, as Vault.claim takes it once a posting
// carries this root.
type ClaimRow struct {
	builderAccount
	LedgerRoot rollup.Digest   `json:"ledger_root"`
	Leaf       rollup.Digest   `json:"leaf"`
	Proof      []rollup.Digest `json:"proof"`
}

type builderAccount struct {
	Account     rollup.Address `json:"account"`
	Deposits    wei            `json:"deposits"`
	Charges     wei            `json:"charges"`
	Credits     wei            `json:"credits"`
	Withdrawals wei            `json:"withdrawals"`
}

type payouts struct {
	listing[PayoutRow]
	Total  wei        `json:"total"`
	Claims []ClaimRow `json:"claims"`
}

// servePayouts lists what rollups were credited, oldest first, between two slots.
func (s *Server) servePayouts(w http.ResponseWriter, r *http.Request) {
	q := query{r: r}
	limit, chain := q.limit(), q.chain(s.cfg.Parameters.Rollups)
	newest := s.index.Newest()
	from, to := rollup.Slot(q.uint("from", 1)), rollup.Slot(q.uint("to", uint64(newest)))
	skip := 0
	if cursor := r.URL.Query().Get("cursor"); cursor != "" {
		var ok bool
		if from, skip, ok = parseCursor(cursor); !ok {
			q.refusal = malformed("cursor", "not a cursor: "+clip(cursor, 40), "pass next_cursor on as it came")
		}
	}
	if q.refusal != nil {
		writeRefusal(w, q.refusal)
		return
	}
	out := payouts{Claims: []ClaimRow{}}
	accounts := map[rollup.Address]bool{}
	if first, last := max(from, 1), min(to, newest); first <= last {
		more, refusal := s.walk(r.Context(), first, last, func(a *sequencer.Attested) bool {
			rows := payoutRows(a, rollup.ChainID(chain))
			for i := skip; i < len(rows); i++ {
				if len(out.Items) == limit {
					out.Next = a.Header.Slot.String() + "-" + strconv.Itoa(i)
					return false
				}
				out.Items = append(out.Items, rows[i])
				accounts[rows[i].Account] = true
			}
			skip = 0
			return true
		})
		if refusal != nil {
			writeRefusal(w, refusal)
			return
		}
		if more != 0 {
			out.Next = more.String() + "-0"
		}
	}
	if asCSV(r) {
		writeRows(w, r, out.Items, out.Next)
		return
	}
	if out.Items == nil {
		out.Items = []PayoutRow{}
	}
	out.Total = wei{sumPayouts(out.Items)}
	out.Claims = s.claims(r.Context(), out.Items, accounts)
	writeJSON(w, out)
}
