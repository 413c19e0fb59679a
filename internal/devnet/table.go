package devnet

import (
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
)

// printTable tells where everything is.
func (n *network) printTable(w io.Writer, page string, took time.Duration) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(name, what string) { _, _ = fmt.Fprintf(t, "  %s\t%s\n", name, what) } // tabwriter keeps its error for Flush
	_, _ = fmt.Fprintf(t, "\nChorale devnet, up after %.1f s\n\n", took.Seconds())
	row("page", page)
	for _, chain := range n.charter.Parameters.Rollups {
		row("rollup "+chain.String(), fmt.Sprintf("%s/rpc/%s  (chain id %s; its own node: %s)", page, chain, chain, n.nodes[chain].URL()))
	}
	row("WebSocket", strings.Replace(page, "http", "ws", 1)+"/ws")
	row("L1", fmt.Sprintf("%s  (chain id %d)", n.l1.URL(), L1ChainID))
	row("registry", n.state.Contracts.Registry.Hex())
	row("committee", fmt.Sprintf("%d members, %d sign; slots of %d ms", len(n.seats), n.charter.Parameters.Threshold(), n.charter.Parameters.SlotMs))
	if n.outside != nil {
		row("gateways", strings.Join(n.outside.pages, ", "))
		row("logs, pids", n.outside.fleet.Dir())
	}
	if n.cfg.Dir != "" {
		row("data", n.dir)
	}
	_, _ = fmt.Fprintf(t, "\n  Prefunded keys, devnet only: anybody can compute them. Ether on L1 and on every rollup, escrow in the vault.\n")
	for _, a := range n.cast.Free {
		row(a.Address.Hex(), "0x"+hex.EncodeToString(crypto.FromECDSA(a.Key)))
	}
	_, _ = fmt.Fprintf(t, "\n  Stop with Ctrl-C; a second one does not wait.\n\n")
	return t.Flush()
}

// String is the slot in one line.
func (l slotLine) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "slot %-6d attested in %4d ms", l.Slot, l.Latency.Milliseconds())
	for _, h := range l.Heads {
		fmt.Fprintf(&b, "  %s #%d+%d", h.Chain, h.Number, h.TxCount)
	}
	if l.Envelopes == 0 {
		return b.String()
	}
	fmt.Fprintf(&b, "  envelopes %d, executed %d", l.Envelopes, l.Executed)
	if !l.Paid.IsZero() {
		fmt.Fprintf(&b, ", paid %s ETH", inEther(l.Paid.ToBig()))
	}
	reasons := make([]string, 0, len(l.Reasons))
	for reason, count := range l.Reasons {
		reasons = append(reasons, fmt.Sprintf("%s %d", reason, count))
	}
	slices.Sort(reasons)
	if len(reasons) > 0 {
		b.WriteString("  " + strings.Join(reasons, ", "))
	}
	return b.String()
}

// printLines prints slots as they are attested, until the tally ends.
func printLines(w io.Writer, lines <-chan slotLine, stop <-chan struct{}) error {
	var last rollup.Slot
	for {
		select {
		case <-stop:
			return nil
		case l := <-lines:
			if l.Slot <= last {
				continue
			}
			last = l.Slot
			if _, err := fmt.Fprintln(w, l); err != nil {
				return err
			}
		}
	}
}
