package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Lists tells what members said about a slot before it closed. Safe for concurrent use.
type Lists interface {
	// Lists are what a decided slot's block embeds of the commit before it, false if this node has no such block.
	Lists(ctx context.Context, slot rollup.Slot) (*sequencer.Lists, bool, error)
}

// ExtensionsRow is all by which a receipt for a slot can be judged: which members' signed lists the slot's block
// embeds, and the slot itself, as its posting carries it, once it is attested.
type ExtensionsRow struct {
	Slot     decimal        `json:"slot"`
	Round    decimal        `json:"round"` // of the commit of the slot before
	Keyed    decimal        `json:"keyed"` // the opening keys of all slots up to this one stood in blocks
	Votes    []ExtensionRow `json:"votes"`
	Attested *hexutil.Bytes `json:"attested"` // RLP; null until the slot is attested
}

// ExtensionRow is one member's signed list.
type ExtensionRow struct {
	Seat      decimal        `json:"seat"`
	Member    rollup.Address `json:"member"`
	Extension hexutil.Bytes  `json:"extension"` // RLP
	Signature hexutil.Bytes  `json:"signature"` // ed25519, of the member's consensus key
}

// serveExtensions shows the lists for a slot.
func (s *Server) serveExtensions(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.ParseUint(r.PathValue("slot"), 10, 64)
	if err != nil {
		writeRefusal(w, malformed("slot", "not a number: "+clip(r.PathValue("slot"), 40), "write a decimal integer"))
		return
	}
	if s.cfg.Lists == nil {
		writeRefusal(w, notFound("slot", "no consensus log is kept behind this gateway", "ask a member's own door"))
		return
	}
	l, ok, err := s.cfg.Lists.Lists(r.Context(), rollup.Slot(n))
	if err != nil {
		s.log.Warn("read lists", "slot", n, "err", err)
		writeRefusal(w, unavailable("the slot's block cannot be read now", 500))
		return
	}
	if !ok {
		writeRefusal(w, notFound("slot", "slot "+uintText(n)+" is not decided here", "the newest attested slot is "+s.index.Newest().String()))
		return
	}
	row := ExtensionsRow{Slot: decimal(l.Slot), Round: decimal(l.Round), Keyed: decimal(l.Keyed), Votes: []ExtensionRow{}}
	for _, v := range l.Votes {
		vote := ExtensionRow{Seat: decimal(v.Member), Extension: v.Extension, Signature: v.Signature}
		if v.Member < uint64(len(s.cfg.Parameters.Members)) {
			vote.Member = s.cfg.Parameters.Members[v.Member].Account
		}
		row.Votes = append(row.Votes, vote)
	}
	a, attested, err := s.cfg.History.Slot(r.Context(), rollup.Slot(n))
	if err != nil {
		s.log.Warn("read slot", "slot", n, "err", err)
		writeRefusal(w, unavailable("the slot cannot be read now", 500))
		return
	}
	if attested {
		encoded := hexutil.Bytes(a.Encode())
		row.Attested = &encoded
	}
	writeJSON(w, row)
}

// ConstantsRow is what a verifier must know of the network: the file that `chorale receipt verify` takes. Whoever
// wants to trust nobody reads the same from L1.
type ConstantsRow struct {
	Network    NetworkRow           `json:"network"`
	GroupKey   *threshold.PublicKey `json:"group_key"`  // null until the key ceremony has ended
	Parameters json.RawMessage      `json:"parameters"` // as the registry publishes them
}

// NetworkRow names the network.
type NetworkRow struct {
	ID          rollup.Digest `json:"id"`
	Incarnation decimal       `json:"incarnation"`
	Epoch       decimal       `json:"epoch"`
}

// serveParameters shows the network's constants.
func (s *Server) serveParameters(w http.ResponseWriter, _ *http.Request) {
	st := s.cfg.Standing.Status()
	raw, err := s.cfg.Parameters.Encode()
	if err != nil {
		s.log.Error("encode parameters", "err", err)
		writeRefusal(w, unavailable("the parameters cannot be shown", 500))
		return
	}
	row := ConstantsRow{Network: NetworkRow{st.Network.ID, decimal(st.Network.Incarnation), decimal(st.Network.Epoch)}, Parameters: raw}
	if st.Group != nil {
		row.GroupKey = &st.Group.Public
	}
	writeJSON(w, row)
}
