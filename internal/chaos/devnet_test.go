package chaos_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"
)

// network is a devnet's folder and ports: what stays the same over its lives.
type network struct {
	t    *testing.T
	dir  string
	base int
	args []string
	proc *running
	life int

	binary   string
	patience time.Duration // of reaches
}

const portsOfDevnet = 16

// newNetwork names a devnet that is not running yet. args are more flags of its command.
func newNetwork(t *testing.T, args ...string) *network {
	return &network{t: t, dir: t.TempDir(), base: ports(t, portsOfDevnet), args: args, binary: binary(t), patience: patience}
}

// start begins a life of the network on the data of the one before. env is added to its environment.
func (n *network) start(env ...string) {
	n.t.Helper()
	n.life++
	port := func(i int) string { return strconv.Itoa(n.base + i) }
	args := []string{"devnet", "--data", n.dir, "--seed", "7", "--port", port(0), "--metrics-port", port(1), "--l1-port", port(2),
		"--rollup-port", port(3), "--engine-port", port(6), "--member-port", port(9)}
	cmd := exec.Command(n.binary, append(args, n.args...)...)
	cmd.Env = append(os.Environ(), env...)
	n.proc = launch(n.t, fmt.Sprintf("life %d of the devnet", n.life), cmd)
}

func (n *network) url() string    { return fmt.Sprintf("http://127.0.0.1:%d", n.base) }
func (n *network) socket() string { return fmt.Sprintf("ws://127.0.0.1:%d/ws", n.base) }
func (n *network) l1() string     { return fmt.Sprintf("http://127.0.0.1:%d", n.base+2) }

// registry is the network's address on its L1.
func (n *network) registry() string {
	n.t.Helper()
	raw, err := os.ReadFile(filepath.Join(n.dir, "network.json"))
	require.NoError(n.t, err)
	var file struct {
		Contracts struct {
			Registry rollup.Address `json:"registry"`
		} `json:"contracts"`
	}
	require.NoError(n.t, json.Unmarshal(raw, &file))
	return file.Contracts.Registry.Hex()
}

// slotRow is what the tests read of a slot in a listing.
type slotRow struct {
	Slot     rollup.Slot   `json:"slot,string"`
	Stage    string        `json:"stage"`
	Root     rollup.Digest `json:"header_root"`
	Executed int           `json:"executed,string"`
}

// slotWhole is what the tests read of an attested slot.
type slotWhole struct {
	Slot   rollup.Slot `json:"slot,string"`
	Stage  string      `json:"stage"`
	Header struct {
		Root   rollup.Digest `json:"root"`
		Parent rollup.Digest `json:"parent"`
		Heads  []struct {
			Chain  rollup.ChainID `json:"chain_id,string"`
			Number uint64         `json:"number,string"` // of the open block
		} `json:"heads"`
	} `json:"header"`
	Attestation struct {
		Root      rollup.Digest       `json:"header_root"`
		Signature threshold.Signature `json:"signature"`
	} `json:"attestation"`
	Fates []struct {
		Envelope rollup.Digest  `json:"envelope"`
		Reason   auction.Reason `json:"reason"`
	} `json:"fates"`
	Envelopes []struct {
		Envelope rollup.Digest `json:"envelope"`
	} `json:"envelopes"`
}

var web = &http.Client{Timeout: 10 * time.Second}

// get reads JSON from a member's door; false while it does not answer with it.
func get(ctx context.Context, url string, into any) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	resp, err := web.Do(req)
	if err != nil {
		return false
	}
	defer func() { _ = resp.Body.Close() }()
	return resp.StatusCode == http.StatusOK && json.NewDecoder(resp.Body).Decode(into) == nil
}

// newest is the newest attested slot that a door knows; 0 while it does not answer.
func newest(t *testing.T, url string) rollup.Slot {
	var list struct {
		Items []slotRow `json:"items"`
	}
	if !get(t.Context(), url+"/v1/slots?limit=20", &list) {
		return 0
	}
	for _, row := range list.Items {
		if row.Stage == "attested" || row.Stage == "posted" {
			return row.Slot
		}
	}
	return 0
}

// slotOf is an attested slot as a door tells it; false while it has none.
func slotOf(t *testing.T, url string, number rollup.Slot) (*slotWhole, bool) {
	out := new(slotWhole)
	return out, get(t.Context(), fmt.Sprintf("%s/v1/slots/%d", url, number), out)
}

// reaches waits until a slot is attested, and says whether it came to that.
func (n *network) reaches(number rollup.Slot) bool {
	n.t.Helper()
	for deadline := time.Now().Add(n.patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		n.proc.alive()
		if _, ok := slotOf(n.t, n.url(), number); ok {
			return true
		}
	}
	return false
}

// attested waits until a slot is attested.
func (n *network) attested(number rollup.Slot) *slotWhole {
	n.t.Helper()
	var out *slotWhole
	eventually(n.t, fmt.Sprintf("slot %d attested", number), func() bool {
		n.proc.alive()
		s, ok := slotOf(n.t, n.url(), number)
		out = s
		return ok
	})
	return out
}

// follows waits until every rollup's node has all blocks that were closed before a slot.
func (n *network) follows(s *slotWhole) {
	n.t.Helper()
	require.NotEmpty(n.t, s.Header.Heads)
	for _, h := range s.Header.Heads {
		chain, err := ethclient.DialContext(n.t.Context(), fmt.Sprintf("%s/rpc/%s", n.url(), h.Chain))
		require.NoError(n.t, err)
		defer chain.Close()
		eventually(n.t, fmt.Sprintf("the node of rollup %s has block %d", h.Chain, h.Number-1), func() bool {
			n.proc.alive()
			number, err := chain.BlockNumber(n.t.Context())
			return err == nil && number+1 >= h.Number
		})
	}
}

// posted waits until a slot is on L1.
func (n *network) posted(number rollup.Slot) {
	n.t.Helper()
	eventually(n.t, fmt.Sprintf("slot %d posted", number), func() bool {
		n.proc.alive()
		s, ok := slotOf(n.t, n.url(), number)
		return ok && s.Stage == "posted"
	})
}
