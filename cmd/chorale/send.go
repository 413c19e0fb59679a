package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/urfave/cli/v3"
)

func sendCommand() *cli.Command {
	return &cli.Command{
		Name: "send", Usage: "send a bundle of transfers over rollups, sealed at home, and tell its story",
		Description: "Signs one transfer per --transfer at the key's next nonces, seals them with the bid as one bundle to the open slot, sends\n" +
			"the envelope, and waits until the committee has attested what became of it. Either all transfers execute, or none. It\n" +
			"exits 0 if they did, and 1 with the reason if they did not. With --slots or --until it seals again for slot after slot;\n" +
			"with --name another run of the same key can --replace or --cancel it until its slot closes. Each envelope pays its fee.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "api", Value: "ws://127.0.0.1:8080/ws", Usage: "`URL` of a gateway's WebSocket", Sources: cli.EnvVars("CHORALE_API")},
			&cli.StringFlag{Name: "key", Required: true, Usage: "secret `KEY` of the account that sends and bids, in hex; it needs a fee balance and, to bid, escrow on L1", Sources: cli.EnvVars("CHORALE_KEY")},
			&cli.StringFlag{Name: "bid", Value: "0", Usage: "`ETHER` to pay if all of it executes"},
			&cli.StringSliceFlag{Name: "transfer", Usage: "`CHAIN:TO:ETHER`, once for each transfer, executed in this order"},
			&cli.IntFlag{Name: "gas-class", Value: 1, Usage: "`CLASS` of all its work, 0 to 6: 250,000 gas doubled per class"},
			&cli.Uint64Flag{Name: "slots", Usage: "seal for up to `N` slots, one after the other, until it executes"},
			&cli.Uint64Flag{Name: "until", Usage: "the same up to `SLOT`"},
			&cli.StringFlag{Name: "name", Usage: "`NAME` under which another run of this key can replace or cancel it"},
			&cli.StringFlag{Name: "replace", Usage: "send this in the place of what waits under `NAME`, in the same slot"},
			&cli.StringFlag{Name: "receipt", Usage: "keep the last envelope's receipt in `FILE`, for chorale receipt check"},
			&cli.StringFlag{Name: "cancel", Usage: "cancel what waits under `NAME`, and send nothing else"},
			&cli.BoolFlag{Name: "json", Usage: "print the story as JSON"},
		},
		Action: runSend,
	}
}

// errNotExecuted ends the command when the bundle left no trace; the error that wraps it has the reason.
var errNotExecuted = errors.New("not executed")

func runSend(ctx context.Context, c *cli.Command) error {
	key, err := crypto.HexToECDSA(strings.TrimPrefix(c.String("key"), "0x"))
	if err != nil {
		return fmt.Errorf("%w: --key must be 32 bytes in hex", errFlag) // its text is not repeated: it is a secret
	}
	bid, err := ether(c.String("bid"))
	if err != nil {
		return fmt.Errorf("%w: --bid: %w", errFlag, err)
	}
	class := auction.GasClass(c.Int("gas-class"))
	if c.Int("gas-class") < 0 || class.Gas() == 0 {
		return fmt.Errorf("%w: --gas-class must be 0 to %d", errFlag, auction.MaxGasClass)
	}
	plan, err := planOf(c)
	if err != nil {
		return err
	}
	bundle := &auction.Bundle{Bid: bid}
	if _, err := rand.Read(bundle.Salt[:]); err != nil {
		return fmt.Errorf("salt: %w", err)
	}
	drafts, err := client.NewDrafter(c.String("api"), key)
	if err != nil {
		return notURL(c.String("api"))
	}
	for _, text := range c.StringSlice("transfer") {
		leg, err := transfer(ctx, drafts, text)
		if err != nil {
			return err
		}
		bundle.Legs = append(bundle.Legs, leg)
	}
	gateway, err := client.Dial(ctx, c.String("api"), key)
	if err != nil {
		return err
	}
	defer gateway.Close()
	return (&sender{gateway: gateway, out: c.Root().Writer, json: c.Bool("json"), plan: plan}).run(ctx, bundle, class)
}

// notURL refuses what names no gateway.
func notURL(gateway string) error {
	return fmt.Errorf("%w: --api must be a URL, not %q", errFlag, gateway)
}

func printStory(w io.Writer, story *client.Story) error {
	var b strings.Builder
	fmt.Fprintf(&b, "bundle    %s\n", story.Bundle)
	for _, attempt := range story.Attempts {
		f := attempt.Fate
		if f == nil {
			fmt.Fprintf(&b, "slot      %s\nfate      %s: %s\n", attempt.Slot, attempt.State, attempt.State.Text())
			continue
		}
		fmt.Fprintf(&b, "slot      %s\nfate      %s: %s\n", f.Slot, f.Reason, f.Reason.Text())
		if f.Rank > 0 {
			fmt.Fprintf(&b, "rank      %d\n", f.Rank)
		}
		fmt.Fprintf(&b, "bid       %s wei\nprice     %s wei\nfee       %s wei\ngas       %d\n", f.Bid, f.Price, f.Fee, f.GasUsed)
		if f.Hint != "" {
			fmt.Fprintf(&b, "hint      %s\n", strings.TrimSpace(f.Field+" "+f.Hint))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// transfer makes the leg of one CHAIN:TO:ETHER.
func transfer(ctx context.Context, drafts *client.Drafter, text string) (auction.Leg, error) {
	parts := strings.Split(text, ":")
	if len(parts) != 3 || !common.IsHexAddress(parts[1]) {
		return auction.Leg{}, fmt.Errorf("%w: --transfer must be CHAIN:TO:ETHER, for instance 901:0x…:0.1, not %q", errFlag, text)
	}
	chain, err := strconv.ParseUint(parts[0], 10, 64)
	if err != nil {
		return auction.Leg{}, fmt.Errorf("%w: --transfer %s: chain %q is not a number", errFlag, text, parts[0])
	}
	amount, err := ether(parts[2])
	if err != nil {
		return auction.Leg{}, fmt.Errorf("%w: --transfer %s: %w", errFlag, text, err)
	}
	return drafts.Transfer(ctx, rollup.ChainID(chain), common.HexToAddress(parts[1]), amount)
}

// ether reads a decimal number of ether, exact to the wei.
func ether(text string) (*uint256.Int, error) {
	r, ok := new(big.Rat).SetString(text)
	if !ok || strings.ContainsAny(text, "eEpPxXoObB_/") {
		return nil, fmt.Errorf("%q is not a decimal number of ether", text)
	}
	r.Mul(r, new(big.Rat).SetInt64(params.Ether))
	out, overflow := uint256.FromBig(r.Num())
	if !r.IsInt() || r.Sign() < 0 || overflow {
		return nil, fmt.Errorf("%q ether is not a whole, positive number of wei", text)
	}
	return out, nil
}
