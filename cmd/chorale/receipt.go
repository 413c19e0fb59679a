package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v3"
)

// Exit codes of `receipt check` besides 0, honoured, and 1, not to be judged.
const (
	exitVoid     = 3
	exitViolated = 4
)

func receiptCommand() *cli.Command {
	l1Flags := []cli.Flag{
		&cli.StringFlag{Name: "l1", Usage: "`URL` of an L1 node's JSON-RPC, to take the network's constants from there", Sources: cli.EnvVars("CHORALE_L1")},
		&cli.StringFlag{Name: "registry", Usage: "`ADDRESS` of the network's registry on that L1", Sources: cli.EnvVars("CHORALE_REGISTRY")},
		&cli.Uint64Flag{Name: "from-block", Usage: "`BLOCK` at or before the registry's deployment; on a long L1 it saves a search"},
		&cli.StringFlag{Name: "parameters", Usage: "`FILE` with the network's constants, as /v1/parameters of a gateway shows them"},
	}
	return &cli.Command{
		Name: "receipt", Usage: "judge a member's receipt: honoured, void, or violated with the evidence",
		Commands: []*cli.Command{
			{
				Name: "check", ArgsUsage: "[FILE]", Usage: "say what became of a receipt, from a file or from stdin",
				Description: "Reads the JSON that chorale_sendSealed or chorale_sendBundle answered, or a receipt alone. `honoured`: the envelope is in\n" +
					"its slot's batch, under the header that the committee signed. `void`, with the cause: it is not, and the member did what it\n" +
					"promised, or promised nothing. `violated`: the member's own signed list lacks it; the evidence goes to --out and holds by\n" +
					"itself. A verdict of void for want of the member's list is as good as the node that was asked: name several by --api.\n" +
					"It exits 0 if honoured, 3 if void, 4 if violated, and 1 if it cannot be said.",
				Flags: append([]cli.Flag{
					&cli.StringSliceFlag{Name: "api", Required: true, Usage: "`URL` of a gateway or member; may be given several times, with commas between", Sources: cli.EnvVars("CHORALE_API")},
					&cli.StringFlag{Name: "envelope", Usage: "`FILE` with the envelope itself, as 0x hex, where the receipt came without its clear part"},
					&cli.StringFlag{Name: "out", Value: "evidence.json", Usage: "`FILE` for the evidence of a violation; - for stdout"},
					&cli.BoolFlag{Name: "json", Usage: "print the judgement as JSON"},
				}, l1Flags...),
				Action: checkReceipt,
			},
			{
				Name: "verify", ArgsUsage: "FILE", Usage: "verify the evidence of a broken promise, offline",
				Description: "Needs the evidence and the network's constants, from --parameters or from L1, and asks no server of the network. It exits 0\n" +
					"if the evidence holds, and 1 with the reason if it does not.",
				Flags:  l1Flags,
				Action: verifyEvidence,
			},
		},
	}
}

// errReceipt refuses what was given as a receipt.
var errReceipt = errors.New("no receipt")

// verdictError ends the command with the verdict's exit code.
type verdictError struct {
	verdict sequencer.Verdict
	code    int
}

func (e *verdictError) Error() string { return "the receipt is " + string(e.verdict) }
func (e *verdictError) ExitCode() int { return e.code }

func checkReceipt(ctx context.Context, c *cli.Command) error {
	text, err := readInput(c)
	if err != nil {
		return err
	}
	judged, err := receiptIn(text)
	if err != nil {
		return err
	}
	if name := c.String("envelope"); name != "" {
		if judged.Envelope, err = envelopeIn(name); err != nil {
			return err
		}
	}
	constants, err := constantsFor(ctx, c, c.StringSlice("api")[0])
	if err != nil {
		return err
	}
	if err := constants.complete(judged); err != nil {
		return err
	}
	out, err := judge(ctx, c.StringSlice("api"), judged)
	if err != nil {
		return err
	}
	return tell(c, judged, out)
}

// judge asks nodes in turn, until one's answer decides: a node that does not show the member's list leaves the
// question open for the next.
func judge(ctx context.Context, urls []string, c *sequencer.Case) (*sequencer.Judgement, error) {
	if j := c.Standing(); j != nil {
		return j, nil
	}
	var out *sequencer.Judgement
	var errs error
	for _, url := range urls {
		asked := *c
		err := fetchLists(ctx, url, &asked)
		var j *sequencer.Judgement
		if err == nil {
			j, err = asked.Judge()
		}
		if err != nil {
			errs = errors.Join(errs, fmt.Errorf("%s: %w", url, err))
			continue
		}
		if out = j; j.Cause != sequencer.NoExtension {
			return j, nil
		}
	}
	if out == nil {
		return nil, errs
	}
	return out, nil
}

// readInput reads the file that is named, or stdin.
func readInput(c *cli.Command) ([]byte, error) {
	const limit = 1 << 20
	switch name := c.Args().First(); {
	case c.Args().Len() > 1:
		return nil, fmt.Errorf("%w: one FILE at most", errFlag)
	case name == "" || name == "-":
		return io.ReadAll(io.LimitReader(c.Root().Reader, limit))
	default:
		return os.ReadFile(name) //nolint:gosec // named by the user
	}
}

// receiptIn finds the receipt, and the envelope's clear part if it is there, in what the API answered: the result
// of a call, the whole JSON-RPC answer, an attempt of a story, or the receipt alone.
func receiptIn(text []byte) (*sequencer.Case, error) {
	var f struct {
		Result  json.RawMessage        `json:"result"`
		Receipt *sequencer.ReceiptJSON `json:"receipt"`
		Sealed  *sequencer.ClearJSON   `json:"sealed"`
	}
	err := json.Unmarshal(text, &f)
	if err == nil && f.Receipt == nil && len(f.Result) > 0 {
		err = json.Unmarshal(f.Result, &f)
	}
	if err == nil && f.Receipt == nil {
		f.Receipt = new(sequencer.ReceiptJSON)
		err = json.Unmarshal(text, f.Receipt)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errReceipt, err)
	}
	if f.Receipt.Envelope == (rollup.Digest{}) || len(f.Receipt.Signature) == 0 {
		return nil, fmt.Errorf("%w: neither {\"receipt\": …} nor a receipt with envelope, slot, member and signature", errReceipt)
	}
	out := &sequencer.Case{Receipt: f.Receipt.Receipt()}
	if f.Sealed != nil {
		out.Envelope = f.Sealed.Clear()
	}
	return out, nil
}

// envelopeIn reads an envelope's clear part from its encoding in hex.
func envelopeIn(name string) (*auction.Clear, error) {
	text, err := os.ReadFile(name) //nolint:gosec // named by the user
	if err != nil {
		return nil, err
	}
	raw, err := hexutil.Decode(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("%w: --envelope: %w", errFlag, err)
	}
	e, err := auction.DecodeSealed(raw)
	if err != nil {
		return nil, fmt.Errorf("%w: --envelope: %w", errFlag, err)
	}
	return e.Clear(), nil
}

// constants are what every verdict rests on.
type constants struct {
	network    rollup.Network
	parameters *rollup.Parameters
	group      threshold.PublicKey
}

// complete gives a case its constants.
func (k *constants) complete(c *sequencer.Case) error {
	signed, err := comet.Votes(k.parameters, k.network)
	if err != nil {
		return err
	}
	c.Parameters, c.Network, c.Group, c.Signed = k.parameters, k.network, k.group, signed
	return nil
}

// constantsFor takes them from a file, from L1, or from the node that is asked anyway.
func constantsFor(ctx context.Context, c *cli.Command, api string) (*constants, error) {
	switch {
	case c.String("parameters") != "":
		text, err := os.ReadFile(c.String("parameters")) //nolint:gosec // named by the user
		if err != nil {
			return nil, err
		}
		return constantsIn(text)
	case c.String("l1") != "":
		client, err := openL1(ctx, c.String("l1"), c.String("registry"), c.Uint64("from-block"))
		if err != nil {
			return nil, err
		}
		defer client.Chain().Close()
		k, err := witness{client}.Constants(ctx)
		if err != nil {
			return nil, err
		}
		return &constants{k.Network, k.Parameters, k.Group}, nil
	case api != "":
		text, err := fetch(ctx, api, "/v1/parameters")
		if err != nil {
			return nil, err
		}
		return constantsIn(text)
	}
	return nil, fmt.Errorf("%w: --parameters or --l1 must be given", errFlag)
}

// constantsIn reads what /v1/parameters shows.
func constantsIn(text []byte) (*constants, error) {
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
	return &constants{rollup.Network{ID: f.Network.ID, Incarnation: f.Network.Incarnation, Epoch: f.Network.Epoch}, p, f.Group}, nil
}

func verifyEvidence(ctx context.Context, c *cli.Command) error {
	if c.Args().Len() != 1 {
		return fmt.Errorf("%w: one FILE must be given", errFlag)
	}
	text, err := readInput(c)
	if err != nil {
		return err
	}
	e, err := sequencer.DecodeEvidence(text)
	if err != nil {
		return err
	}
	k, err := constantsFor(ctx, c, "")
	if err != nil {
		return err
	}
	signed, err := comet.Votes(k.parameters, k.network)
	if err != nil {
		return err
	}
	if err := e.Check(k.parameters, k.network, signed); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().Writer, "the evidence holds\nmember    %s, seat %d, %s\nenvelope  %s\nheld      by its receipt, before the list for slot %s\nlist      signed at height %s, round %d, without the envelope\n",
		e.Receipt.Member, e.Vote.Member, k.parameters.Members[e.Vote.Member].Name, e.Receipt.Envelope, e.Envelope.Slot, e.Envelope.Slot-1, e.Round)
	return err
}
