package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Refusals of what a gateway is asked without a connection.
var (
	ErrURL         = errors.New("not a gateway's URL")
	ErrNode        = errors.New("node") // it does not answer as it should; the error that wraps it says how
	ErrNotAttested = errors.New("the slot is not attested yet; ask again in a moment")
)

// address is where a gateway is found.
type address struct{ base url.URL }

// parseAddress takes a gateway's public URL or that of its WebSocket, which is /ws below it.
func parseAddress(gateway string) (*address, error) {
	u, err := url.Parse(gateway)
	if err != nil || u.Host == "" {
		return nil, fmt.Errorf("%q: %w", gateway, ErrURL)
	}
	u.Scheme = strings.Replace(u.Scheme, "ws", "http", 1)
	u.Path, u.RawQuery = strings.TrimSuffix(strings.TrimSuffix(u.Path, "/"), "/ws"), ""
	return &address{*u}, nil
}

func (a *address) at(path string) string {
	u := a.base
	u.Path += path
	return u.String()
}

// readWithin is how long a gateway may take to answer a Reader.
const readWithin = 30 * time.Second

// Reader reads from one gateway or member what it shows to anybody, over REST and without a key. Safe for concurrent
// use.
type Reader struct {
	name string // as it was given
	at   *address
}

// NewReader reads from a gateway by its public URL or that of its WebSocket. ErrURL.
func NewReader(gateway string) (*Reader, error) {
	a, err := parseAddress(gateway)
	if err != nil {
		return nil, err
	}
	return &Reader{name: gateway, at: a}, nil
}

// Constants are what every verdict over a network rests on. A node that shows them is believed; whoever wants to
// trust nobody reads the same from L1.
type Constants struct {
	Network    rollup.Network
	Parameters *rollup.Parameters
	Group      threshold.PublicKey // zero until the key ceremony has ended
}

// DecodeConstants reads them as /v1/parameters shows them.
func DecodeConstants(text []byte) (*Constants, error) {
	var f struct {
		Network struct {
			ID          rollup.Digest `json:"id"`
			Incarnation uint64        `json:"incarnation,string"`
			Epoch       uint64        `json:"epoch,string"`
		} `json:"network"`
		Group      threshold.PublicKey `json:"group_key"`
		Parameters json.RawMessage     `json:"parameters"`
	}
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, fmt.Errorf("network's constants: %w", err)
	}
	p, err := rollup.DecodeParameters(f.Parameters)
	if err != nil {
		return nil, fmt.Errorf("network's constants: %w", err)
	}
	return &Constants{rollup.Network{ID: f.Network.ID, Incarnation: f.Network.Incarnation, Epoch: f.Network.Epoch}, p, f.Group}, nil
}

// Constants asks for them. ErrNode.
func (r *Reader) Constants(ctx context.Context) (*Constants, error) {
	text, err := r.get(ctx, "/v1/parameters")
	if err != nil {
		return nil, err
	}
	return DecodeConstants(text)
}

// Extensions asks for a slot and for the members' signed lists that the slot's block embeds: all by which a receipt for
// it is judged. Nothing of it is verified; sequencer.Case does. ErrNode, ErrNotAttested.
func (r *Reader) Extensions(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, *sequencer.Lists, error) {
	text, err := r.get(ctx, "/v1/slots/"+slot.String()+"/extensions")
	if err != nil {
		return nil, nil, err
	}
	var f struct {
		Slot     rollup.Slot    `json:"slot,string"`
		Round    uint64         `json:"round,string"`
		Keyed    rollup.Slot    `json:"keyed,string"`
		Attested *hexutil.Bytes `json:"attested"`
		Votes    []struct {
			Seat      uint64        `json:"seat,string"`
			Extension hexutil.Bytes `json:"extension"`
			Signature hexutil.Bytes `json:"signature"`
		} `json:"votes"`
	}
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrNode, err)
	}
	if f.Attested == nil {
		return nil, nil, fmt.Errorf("slot %s: %w", f.Slot, ErrNotAttested)
	}
	lists := &sequencer.Lists{Slot: f.Slot, Round: f.Round, Keyed: f.Keyed}
	for _, v := range f.Votes {
		lists.Votes = append(lists.Votes, sequencer.Vote{Member: v.Seat, Extension: v.Extension, Signature: v.Signature})
	}
	attested, err := sequencer.DecodeAttested(*f.Attested)
	if err != nil {
		return nil, nil, err
	}
	return attested, lists, nil
}

// get reads a path. What is refused is an error with the refusal's message and hint.
func (r *Reader) get(ctx context.Context, path string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, readWithin)
	defer cancel()
	answer, text, err := load(ctx, http.DefaultClient, r.at.at(path))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNode, err)
	}
	if answer.StatusCode != http.StatusOK {
		var refused struct {
			Error struct{ Message, Hint string }
		}
		if json.Unmarshal(text, &refused) != nil || refused.Error.Message == "" {
			refused.Error.Message = answer.Status
		}
		return nil, fmt.Errorf("%w: %s: %s; %s", ErrNode, path, refused.Error.Message, refused.Error.Hint)
	}
	return text, nil
}

// maxRecord bounds what is fetched: the largest attested slot, with room.
const maxRecord = 64 << 20

// load is an answer with all of its body, whatever its status.
func load(ctx context.Context, c *http.Client, url string) (*http.Response, []byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, nil, err
	}
	answer, err := c.Do(request)
	if err != nil {
		return nil, nil, err
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxRecord+1))
	err = errors.Join(err, answer.Body.Close())
	switch {
	case err != nil:
		return nil, nil, fmt.Errorf("%s: %w", url, err)
	case len(body) > maxRecord:
		return nil, nil, fmt.Errorf("%s: more than %d bytes", url, maxRecord)
	}
	return answer, body, nil
}
