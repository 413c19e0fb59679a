package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v3"
)

// errNode is a node that does not answer as it should.
var errNode = errors.New("node")

// fetch reads a path of a gateway's REST API. The gateway may be named by its WebSocket, as elsewhere.
func fetch(ctx context.Context, api, path string) ([]byte, error) {
	u, err := url.Parse(api)
	if err != nil || u.Host == "" {
		return nil, fmt.Errorf("%w: --api must be a URL, not %q", errFlag, api)
	}
	u.Scheme = strings.Replace(u.Scheme, "ws", "http", 1)
	u.Path, u.RawQuery = strings.TrimSuffix(strings.TrimSuffix(u.Path, "/"), "/ws")+path, ""
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNode, err)
	}
	defer func() { _ = answer.Body.Close() }()
	const limit = 64 << 20
	text, err := io.ReadAll(io.LimitReader(answer.Body, limit))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNode, err)
	}
	if answer.StatusCode != http.StatusOK {
		var refused struct {
			Error struct{ Message, Hint string }
		}
		if json.Unmarshal(text, &refused) != nil || refused.Error.Message == "" {
			refused.Error.Message = answer.Status
		}
		return nil, fmt.Errorf("%w: %s: %s; %s", errNode, path, refused.Error.Message, refused.Error.Hint)
	}
	return text, nil
}

// errOpen says that a receipt cannot be judged yet.
var errOpen = errors.New("the slot is not attested yet; ask again in a moment")

// fetchLists gives a case what a node knows of its slot.
func fetchLists(ctx context.Context, api string, c *sequencer.Case) error {
	text, err := fetch(ctx, api, "/v1/slots/"+c.Slot().String()+"/extensions")
	if err != nil {
		return err
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
		return fmt.Errorf("%w: %w", errNode, err)
	}
	if f.Attested == nil {
		return fmt.Errorf("slot %s: %w", f.Slot, errOpen)
	}
	c.Lists = &sequencer.Lists{Slot: f.Slot, Round: f.Round, Keyed: f.Keyed}
	for _, v := range f.Votes {
		c.Lists.Votes = append(c.Lists.Votes, sequencer.Vote{Member: v.Seat, Extension: v.Extension, Signature: v.Signature})
	}
	c.Attested, err = sequencer.DecodeAttested(*f.Attested)
	return err
}

// judgementJSON is a judgement as --json prints it.
type judgementJSON struct {
	Verdict   sequencer.Verdict `json:"verdict"`
	Cause     sequencer.Cause   `json:"cause,omitempty"`
	Detail    string            `json:"detail,omitempty"`
	Slot      rollup.Slot       `json:"slot,string"`
	Envelope  rollup.Digest     `json:"envelope"`
	Member    rollup.Address    `json:"member"`
	Inclusion *inclusionJSON    `json:"inclusion,omitempty"`
	Evidence  json.RawMessage   `json:"evidence,omitempty"`
}

// inclusionJSON is the proof that an envelope is in its slot's batch. The header is RLP.
type inclusionJSON struct {
	Header      hexutil.Bytes       `json:"header"`
	HeaderRoot  rollup.Digest       `json:"headerRoot"`
	Attestation threshold.Signature `json:"attestation"`
	BatchRoot   rollup.Digest       `json:"batchRoot"`
	Index       int                 `json:"index"`
	BatchProof  []rollup.Digest     `json:"batchProof"`
	Fate        string              `json:"fate"`
	Price       string              `json:"price"` // wei
	FateLeaf    rollup.Digest       `json:"fateLeaf"`
	FateRoot    rollup.Digest       `json:"fateRoot"`
	FateIndex   int                 `json:"fateIndex"`
	FateProof   []rollup.Digest     `json:"fateProof"`
}

func showInclusion(i *sequencer.Inclusion) *inclusionJSON {
	return &inclusionJSON{
		Header: i.Header.Encode(), HeaderRoot: i.Header.Root(), Attestation: i.Signature, BatchRoot: i.Header.BatchRoot, Index: i.Index, BatchProof: i.BatchProof,
		Fate: i.Fate.Reason.String(), Price: i.Fate.Price.Dec(), FateLeaf: i.Fate.Root(), FateRoot: i.Header.FateRoot, FateIndex: i.FateIndex, FateProof: i.FateProof,
	}
}

// tell prints a judgement, writes the evidence, and ends with the verdict's exit code.
func tell(c *cli.Command, of *sequencer.Case, j *sequencer.Judgement) error {
	out := judgementJSON{Verdict: j.Verdict, Cause: j.Cause, Detail: j.Detail, Slot: of.Slot(), Envelope: of.Receipt.Envelope, Member: of.Receipt.Member}
	w := c.Root().Writer
	words := fmt.Sprintf("%s\nenvelope  %s\nslot      %s\nmember    %s\n", j.Verdict, of.Receipt.Envelope, of.Slot(), of.Receipt.Member)
	var code int
	switch j.Verdict {
	case sequencer.Honoured:
		out.Inclusion = showInclusion(j.Inclusion)
		words += fmt.Sprintf("place     %d in the batch %s\nheader    %s, signed by the committee\nfate      %s: %s\n",
			j.Inclusion.Index, out.Inclusion.BatchRoot, out.Inclusion.HeaderRoot, j.Inclusion.Fate.Reason, j.Inclusion.Fate.Reason.Text())
	case sequencer.Violated:
		code = exitViolated
		out.Evidence = j.Evidence.Encode()
		if name := c.String("out"); name == "-" {
			words += string(out.Evidence)
		} else {
			if err := os.WriteFile(name, out.Evidence, 0o600); err != nil {
				return fmt.Errorf("evidence: %w", err)
			}
			words += fmt.Sprintf("evidence  %s; anybody can check it by `chorale receipt verify`\n", name)
		}
	default:
		code = exitVoid
		words += fmt.Sprintf("cause     %s: %s\n", j.Cause, j.Detail)
	}
	var err error
	if c.Bool("json") {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		err = e.Encode(out)
	} else {
		_, err = io.WriteString(w, words)
	}
	if err == nil && code != 0 {
		err = &verdictError{j.Verdict, code}
	}
	return err
}
