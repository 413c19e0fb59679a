package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
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
	judged, err := client.DecodeReceipt(text)
	if err != nil {
		return err
	}
	if name := c.String("envelope"); name != "" {
		if judged.Envelope, err = envelopeIn(name); err != nil {
			return err
		}
	}
	var nodes []*client.Reader
	for _, api := range c.StringSlice("api") {
		node, err := client.NewReader(api)
		if err != nil {
			return notURL(api)
		}
		nodes = append(nodes, node)
	}
	constants, err := constantsFor(ctx, c, nodes...)
	if err != nil {
		return err
	}
	if err := complete(judged, constants); err != nil {
		return err
	}
	out, err := client.Judge(ctx, nodes, judged)
	if err != nil {
		return err
	}
	return tell(c, judged, out)
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

// envelopeIn reads an envelope's clear part from a file with its encoding in hex.
func envelopeIn(name string) (*auction.Clear, error) {
	text, err := os.ReadFile(name) //nolint:gosec // named by the user
	if err != nil {
		return nil, err
	}
	e, err := client.DecodeEnvelope(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("%w: --envelope: %w", errFlag, err)
	}
	return e, nil
}

// complete gives a case its constants, and the consensus engine's check of votes.
func complete(c *sequencer.Case, k *client.Constants) error {
	signed, err := comet.Votes(k.Parameters, k.Network)
	if err != nil {
		return err
	}
	c.Parameters, c.Network, c.Group, c.Signed = k.Parameters, k.Network, k.Group, signed
	return nil
}

// constantsFor takes them from a file, from L1, or from the first of the nodes that are asked anyway.
func constantsFor(ctx context.Context, c *cli.Command, nodes ...*client.Reader) (*client.Constants, error) {
	switch {
	case c.String("parameters") != "":
		text, err := os.ReadFile(c.String("parameters")) //nolint:gosec // named by the user
		if err != nil {
			return nil, err
		}
		return client.DecodeConstants(text)
	case c.String("l1") != "":
		l1, err := openL1(ctx, c.String("l1"), c.String("registry"), c.Uint64("from-block"))
		if err != nil {
			return nil, err
		}
		defer l1.Chain().Close()
		k, err := witness{l1}.Constants(ctx)
		if err != nil {
			return nil, err
		}
		return &client.Constants{Network: k.Network, Parameters: k.Parameters, Group: k.Group}, nil
	case len(nodes) > 0:
		return nodes[0].Constants(ctx)
	}
	return nil, fmt.Errorf("%w: --parameters or --l1 must be given", errFlag)
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
	k, err := constantsFor(ctx, c)
	if err != nil {
		return err
	}
	signed, err := comet.Votes(k.Parameters, k.Network)
	if err != nil {
		return err
	}
	if err := e.Check(k.Parameters, k.Network, signed); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().Writer, "the evidence holds\nmember    %s, seat %d, %s\nenvelope  %s\nheld      by its receipt, before the list for slot %s\nlist      signed at height %s, round %d, without the envelope\n",
		e.Receipt.Member, e.Vote.Member, k.Parameters.Members[e.Vote.Member].Name, e.Receipt.Envelope, e.Envelope.Slot, e.Envelope.Slot-1, e.Round)
	return err
}
