package client

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Origin fetches attested slots and closed blocks from gateways, for a follower that verifies them. It goes on with the
// next gateway where one does not answer. Safe for concurrent use.
type Origin struct {
	gateways []string
	http     *http.Client
	at       atomic.Uint64 // the gateway that answered last
	seen     atomic.Int64  // when, Unix ns
}

// How long an Origin waits.
const (
	originWithin = 15 * time.Second // for a gateway's answer
	originWait   = 2 * time.Second  // for a slot that is about to be attested
)

// ErrOrigin: no gateway gave what was asked for.
var ErrOrigin = errors.New("no gateway answers")

// NewOrigin fetches from gateways, by their public URLs.
func NewOrigin(gateways []string) *Origin {
	o := &Origin{http: &http.Client{Timeout: originWithin, Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, IdleConnTimeout: time.Minute}}}
	for _, g := range gateways {
		o.gateways = append(o.gateways, strings.TrimRight(g, "/"))
	}
	return o
}

// Close ends the connections.
func (o *Origin) Close() { o.http.CloseIdleConnections() }

// Seen is when a gateway answered last; zero if none did.
func (o *Origin) Seen() time.Time {
	if ns := o.seen.Load(); ns != 0 {
		return time.Unix(0, ns)
	}
	return time.Time{}
}

// Slot is an attested slot; false while no gateway that answers has it. It waits a moment for one that is about to be.
func (o *Origin) Slot(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error) {
	raw, err := o.fetch(ctx, fmt.Sprintf("/v1/slots/%s/record?wait_ms=%d", slot, originWait.Milliseconds()))
	if err != nil || raw == nil {
		return nil, false, err
	}
	a, err := sequencer.DecodeAttested(raw)
	return a, err == nil, err
}

// Block is a closed block with its receipts.
func (o *Origin) Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	path := fmt.Sprintf("/v1/blocks/%s/%d", chain, number)
	raw, err := o.fetch(ctx, path)
	if err != nil {
		return nil, err
	}
	if raw == nil {
		return nil, fmt.Errorf("%s: %w", path, ErrOrigin)
	}
	return builder.DecodeBlock(raw)
}

// fetch is what the first gateway that has it answers; nil if those that answer have it not.
func (o *Origin) fetch(ctx context.Context, path string) ([]byte, error) {
	var failed error
	missing := false
	first := o.at.Load()
	for i := range uint64(len(o.gateways)) {
		at := (first + i) % uint64(len(o.gateways))
		raw, found, err := o.get(ctx, o.gateways[at]+path)
		switch {
		case err != nil:
			failed = errors.Join(failed, err)
			continue
		case !found:
			missing = true
			continue
		}
		o.at.Store(at)
		return raw, nil
	}
	if missing {
		return nil, nil
	}
	return nil, fmt.Errorf("%w: %w", ErrOrigin, failed)
}

// get asks one gateway. One that is asked too often says for how long to wait, and is waited for.
func (o *Origin) get(ctx context.Context, url string) (raw []byte, found bool, err error) {
	for {
		answer, raw, err := load(ctx, o.http, url)
		if err != nil {
			return nil, false, err
		}
		o.seen.Store(time.Now().UnixNano())
		switch answer.StatusCode {
		case http.StatusOK:
			return raw, true, nil
		case http.StatusNotFound:
			return nil, false, nil
		case http.StatusTooManyRequests:
			seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
			if err := clock.Sleep(ctx, time.Duration(max(seconds, 1))*time.Second); err != nil {
				return nil, false, err
			}
		default:
			return nil, false, fmt.Errorf("%s: %s", url, answer.Status)
		}
	}
}
