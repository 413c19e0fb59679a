package chaos_test

import (
	"crypto/ed25519"
	bigendian "encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// audit kills all members for good and opens what they left on their disks: each one's log is replayed from the
// first block into empty states, and must give what the member had stored and signed.
func (c *committee) audit() {
	t := c.t
	t.Helper()
	for _, p := range c.procs {
		p.kill()
	}
	charter, err := process.ReadCharter(t.Context(), c.client)
	require.NoError(t, err)
	var first []rollup.Digest // attested slots of member 0
	for i, home := range c.homes {
		kept := filepath.Join(home, "member")
		bare := filepath.Join(t.TempDir(), "member")
		require.NoError(t, os.CopyFS(bare, os.DirFS(kept)))
		for _, derived := range []string{"store", "rollups"} {
			require.NoError(t, os.RemoveAll(filepath.Join(bare, derived)))
		}
		signed := signedBy(t, filepath.Join(kept, "store"))

		stored, replayed := c.reopen(charter, i, kept), c.reopen(charter, i, bare)
		height, hash := stored.AppHash()
		again, hashAgain := replayed.AppHash()
		require.Equal(t, height, again, "member %d", i)
		require.Equal(t, hash, hashAgain, "member %d: app hash at %d", i, height)
		through := min(stored.Status().Executed, replayed.Status().Executed)
		require.Greater(t, through, rollup.Slot(8), "member %d: the log hardly holds anything", i)
		var roots []rollup.Digest
		for slot := rollup.Slot(1); slot <= through; slot++ {
			was, attested, err := stored.Slot(t.Context(), slot)
			require.NoError(t, err)
			is, _, err := replayed.Slot(t.Context(), slot)
			require.NoError(t, err)
			require.NotNil(t, was, "member %d lacks slot %d", i, slot)
			require.NotNil(t, is, "member %d: slot %d is not replayed", i, slot)
			was.Signature = threshold.Signature{}
			require.Equal(t, was.Encode(), is.Encode(), "member %d: slot %d replayed differs", i, slot)
			require.Equal(t, sequencer.HeaderSigningRoot(&was.Header), signed[slot], "member %d: digest signed for slot %d", i, slot)
			if attested {
				roots = append(roots, was.Header.Root())
			}
		}
		if i == 0 {
			first = roots
		}
		common := min(len(first), len(roots))
		require.Equal(t, first[:common], roots[:common], "member %d", i)
		c.sameBlocks(stored, replayed)
		if stored.Status().Executed == replayed.Status().Executed {
			require.Equal(t, stored.Ledger().Root(), replayed.Ledger().Root(), "member %d: ledger", i)
		}
		require.NoError(t, stored.Close())
		require.NoError(t, replayed.Close())
		t.Logf("member %d: %d slots replayed, block %d", i, through, height)
	}
}

// reopen opens a member's folder in this process. It replays and is never started: it says nothing to anybody.
func (c *committee) reopen(charter *process.Charter, i int, dir string) *process.Member {
	t := c.t
	t.Helper()
	secret := func(name string) []byte {
		text, err := os.ReadFile(filepath.Join(c.homes[i], name))
		require.NoError(t, err)
		raw, err := hex.DecodeString(strings.TrimSpace(string(text)))
		require.NoError(t, err)
		return raw
	}
	account, err := crypto.ToECDSA(secret("account.key"))
	require.NoError(t, err)
	dealer, err := threshold.DealerKeyFromBytes(secret("dealer.key"))
	require.NoError(t, err)
	m, err := process.OpenMember(process.MemberConfig{
		Dir: dir, Charter: *charter, Seat: &process.Seat{Index: i, Consensus: ed25519.NewKeyFromSeed(secret("consensus.key")), Dealer: dealer, Account: account},
		Listen: fmt.Sprintf("127.0.0.1:%d", c.base+i), Peers: make([]string, seats), L1: c.client,
	})
	require.NoError(t, err, "member %d in %s", i, dir)
	require.NoError(t, m.Status().Failure)
	return m
}

// sameBlocks compares all closed blocks that two members have.
func (c *committee) sameBlocks(a, b *process.Member) {
	t := c.t
	t.Helper()
	for _, chain := range a.Machine.Chains() {
		head, err := a.Machine.Head(chain)
		require.NoError(t, err)
		other, err := b.Machine.Head(chain)
		require.NoError(t, err)
		last := min(head.Number.Uint64(), other.Number.Uint64())
		require.Positive(t, last, "rollup %s has no block", chain)
		for number := uint64(0); number <= last; number++ {
			x, err := a.Machine.Block(chain, number)
			require.NoError(t, err)
			y, err := b.Machine.Block(chain, number)
			require.NoError(t, err)
			require.Equal(t, x.Block.Hash(), y.Block.Hash(), "block %d of rollup %s", number, chain)
		}
	}
}

// quiet is the log of a database that has nothing to say here.
type quiet struct{}

func (quiet) Infof(string, ...any)  {}
func (quiet) Errorf(string, ...any) {}
func (quiet) Fatalf(f string, a ...any) {
	panic(fmt.Sprintf(f, a...))
}

// signedBy reads a stopped member's memory of what it attested: 'm', a kind of one byte, a slot of eight.
func signedBy(t *testing.T, dir string) map[rollup.Slot]rollup.Digest {
	t.Helper()
	db, err := pebble.Open(dir, &pebble.Options{Logger: quiet{}})
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	prefix := []byte{'m', byte(sequencer.Attestation)}
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: prefix, UpperBound: []byte{'m', byte(sequencer.Attestation) + 1}})
	require.NoError(t, err)
	defer func() { require.NoError(t, it.Close()) }()
	out := map[rollup.Slot]rollup.Digest{}
	for ok := it.First(); ok; ok = it.Next() {
		require.Len(t, it.Key(), 10)
		require.Len(t, it.Value(), 32)
		out[rollup.Slot(bigendian.BigEndian.Uint64(it.Key()[2:]))] = rollup.Digest(it.Value())
	}
	require.NoError(t, it.Error())
	return out
}
