package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v3"
)

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
