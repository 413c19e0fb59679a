package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/internal/verify"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/urfave/cli/v3"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: "derive the whole network again from L1 alone and compare",
		Description: "Reads a network's registry, its queue and everything that was posted from any L1 node; opens, ranks, executes, prices and\n" +
			"divides every slot again; and compares with what the committee signed and with what L1 paid. It asks no server of the\n" +
			"network. It exits 0 if nothing is wrong, and 1 with one line for each thing that is.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "l1", Required: true, Usage: "`URL` of an L1 node's JSON-RPC", Sources: cli.EnvVars("CHORALE_L1")},
			&cli.StringFlag{Name: "registry", Required: true, Usage: "`ADDRESS` of the network's registry on that L1", Sources: cli.EnvVars("CHORALE_REGISTRY")},
			&cli.Uint64Flag{Name: "from-block", Usage: "`BLOCK` at or before the registry's deployment; on a long L1 it saves a search"},
			&cli.BoolFlag{Name: "json", Usage: "print the report as JSON"},
		},
		Action: runVerify,
	}
}

// errFlag refuses a flag's value; the error that wraps it names the flag.
var errFlag = errors.New("bad flag")

func runVerify(ctx context.Context, c *cli.Command) error {
	client, err := openL1(ctx, c.String("l1"), c.String("registry"), c.Uint64("from-block"))
	if err != nil {
		return err
	}
	defer client.Chain().Close()
	var machine *evm.Machine
	report, err := verify.Run(ctx, witness{client}, func(genesis []rollup.Genesis) (builder.Machine, error) {
		var err error
		machine, err = evm.Open(evm.Config{Genesis: genesis}) // in memory: nothing of it outlives the command
		return machine, err
	})
	if machine != nil {
		err = errors.Join(err, machine.Close())
	}
	if report == nil {
		return err
	}
	if c.Bool("json") {
		e := json.NewEncoder(c.Root().Writer)
		e.SetIndent("", "  ")
		return errors.Join(err, e.Encode(report))
	}
	return errors.Join(err, printReport(c.Root().Writer, report))
}

// openL1 connects to an L1 node and finds a network there.
func openL1(ctx context.Context, url, registry string, fromBlock uint64) (*ethereum.Client, error) {
	if !common.IsHexAddress(registry) {
		return nil, fmt.Errorf("%w: --registry must be an address of 20 bytes in hex, not %q", errFlag, registry)
	}
	chain, err := ethereum.Dial(ctx, url)
	if err != nil {
		return nil, err
	}
	client, err := ethereum.Open(ctx, chain, common.HexToAddress(registry), fromBlock)
	if err != nil {
		chain.Close()
	}
	return client, err
}

// witness reads a network's contracts for the verifier (verify.L1, verify.Payments).
type witness struct{ *ethereum.Client }

// Constants reads the registry and the committee's key.
func (w witness) Constants(ctx context.Context) (*verify.Constants, error) {
	d, err := w.Directory(ctx)
	if err != nil {
		return nil, err
	}
	if d.Parameters == nil {
		return nil, fmt.Errorf("parameters: %w", ethereum.ErrUnset)
	}
	group, ok := d.Group()
	if !ok {
		return nil, fmt.Errorf("group key: %w", ethereum.ErrUnset)
	}
	return &verify.Constants{Network: d.Network, Parameters: d.Parameters, Genesis: d.Genesis, Group: group}, nil
}

// Postings are all that the inbox took. Where a transaction does not carry what the inbox says it took, those
// before it come with an error that wraps verify.ErrData.
func (w witness) Postings(ctx context.Context) ([]*sequencer.SignedPosting, error) {
	var out []*sequencer.SignedPosting
	for record, err := range w.Client.Postings(ctx, 0) {
		if errors.Is(err, ethereum.ErrCalldata) {
			return out, fmt.Errorf("%w: %w", verify.ErrData, err)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, &record.Signed)
	}
	return out, nil
}

// printReport says what was recomputed, and each finding on a line of its own.
func printReport(w io.Writer, r *verify.Report) error {
	verdict := "everything that was signed is what its inputs give"
	if len(r.Findings) > 0 {
		verdict = fmt.Sprintf("%d found wrong:", len(r.Findings))
	}
	_, err := fmt.Fprintf(w, "network    %s, incarnation %d, epoch %d\nread       %d postings, %d slots, %d envelopes\n"+
		"executed   %d bundles in %d rollup blocks\ncharged    %s ether, and %s ether of fees\npaid       %s ether on L1\nlast slot  %s\n%s\n",
		r.Network.ID, r.Network.Incarnation, r.Network.Epoch, r.Postings, r.Slots, r.Envelopes, r.Executed, r.Blocks,
		inEther(r.Charged), inEther(r.Fees), inEther(r.Paid), r.LastRoot, verdict)
	for _, f := range r.Findings {
		_, printErr := fmt.Fprintf(w, "  %s\n", f)
		err = errors.Join(err, printErr)
	}
	return err
}

// inEther writes wei as ether, exactly.
func inEther(wei *uint256.Int) string {
	whole, rest := new(uint256.Int).DivMod(wei, uint256.NewInt(1e18), new(uint256.Int))
	return fmt.Sprintf("%s.%018d", whole.Dec(), rest.Uint64())
}
