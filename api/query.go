package api

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
)

// query reads a request's parameters and remembers the first that is wrong.
type query struct {
	r       *http.Request
	refusal *Refusal
}

func (q *query) wrong(name, message, hint string) {
	if q.refusal == nil {
		q.refusal = malformed(name, message, hint)
	}
}

func (q *query) text(name string) string { return q.r.URL.Query().Get(name) }

func (q *query) uint(name string, otherwise uint64) uint64 {
	text := q.text(name)
	if text == "" {
		return otherwise
	}
	v, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		q.wrong(name, "not a number: "+clip(text, 40), "write a decimal integer")
	}
	return v
}

func (q *query) limit() int {
	v := q.uint("limit", 100)
	if v == 0 || v > maxPage {
		q.wrong("limit", "limit is 1 to 1000", "ask for less and go on with next_cursor")
	}
	return int(min(v, maxPage)) //nolint:gosec // bounded
}

// address is an account to filter by; nil for any.
func (q *query) address(name string) *rollup.Address {
	text := q.text(name)
	if text == "" {
		return nil
	}
	if !common.IsHexAddress(text) {
		q.wrong(name, "not an address: "+clip(text, 60), "write 0x and 40 hex digits")
		return nil
	}
	a := common.HexToAddress(text)
	return &a
}

// reason is a code to filter by; nil for any.
func (q *query) reason(name string) *auction.Reason {
	text := q.text(name)
	if text == "" {
		return nil
	}
	var r auction.Reason
	if r.UnmarshalText([]byte(text)) != nil {
		q.wrong(name, "no such code: "+clip(text, 40), "the codes are listed at /v1/reasons")
		return nil
	}
	return &r
}

// chain is a rollup to filter by, by either spelling; 0 for any.
func (q *query) chain(here []rollup.ChainID) uint64 {
	name := "chain_id"
	if q.text(name) == "" {
		name = "chainId"
	}
	id := q.uint(name, 0)
	if id != 0 && !slices.Contains(here, rollup.ChainID(id)) && q.refusal == nil {
		q.refusal = refuse(auction.UnknownRollup, name, "chain "+uintText(id)+" is not here", "the chains are listed at /v1/rollups")
	}
	return id
}

// heeded refuses parameters that nobody would read, or that are given twice: whoever misspells one must not believe that
// it was heeded.
func heeded(r *http.Request, known []string) *Refusal {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return malformed("query", "not a query: "+clip(err.Error(), 60), "write name=value, with & between and other characters as %XX")
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch {
		case !slices.Contains(known, name) && len(known) == 0:
			return malformed(clip(name, 40), "unknown parameter "+clip(name, 40), "this takes none")
		case !slices.Contains(known, name):
			return malformed(clip(name, 40), "unknown parameter "+clip(name, 40), "known here: "+strings.Join(known, ", "))
		case len(values[name]) > 1:
			return malformed(name, fmt.Sprintf("%s is given %d times", name, len(values[name])), "give it once")
		}
	}
	if format := values.Get("format"); format != "" && format != "csv" && format != "json" {
		return malformed("format", "no such format: "+clip(format, 20), "csv or json")
	}
	if can := values.Get("canRevert"); can != "" && can != "true" && can != "false" {
		return malformed("canRevert", "neither true nor false: "+clip(can, 20), "canRevert=true includes a transaction also where it reverts")
	}
	return nil
}
