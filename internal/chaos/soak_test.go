package chaos_test

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	bigendian "encoding/binary"
	"fmt"
	"math/big"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
)

// soakTime is how long the member runs: CHORALE_SOAK; 0 for the short run.
func soakTime(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("CHORALE_SOAK")
	if text == "" {
		return 0
	}
	d, err := time.ParseDuration(text)
	require.NoError(t, err, "CHORALE_SOAK")
	return d
}

// The load: soakBundles two-leg bundles a slot over two rollups, one in soakFailing of which cannot execute, each from
// an account of its own that is bidder, payer and sender at once. All are sealed and opened for real, on the same
// cores, so a slot of the paced run is long enough for two small ones to do both.
const (
	soakBundles  = 200
	soakAccounts = 1400
	soakFailing  = 8

	shortSlotMs = 250
	pacedSlotMs = 800
)

// soakLimits have what the door keeps for a while full within seconds.
var soakLimits = api.Limits{KeptStories: 4_000, KeptEvents: 2_000}

// TestMemoryIsBounded runs one member alone, with everything that a member has (consensus, store, states on disk, the
// door), under a steady load, and looks at the memory that is still in use after each stretch. Once everything that
// is kept for a while is full, it must not grow with the slots. The short run ends before that: it holds the heap after
// a number of bundles to an absolute bound, which a member that keeps what each slot had with it is far beyond.
func TestMemoryIsBounded(t *testing.T) {
	length := soakTime(t)
	if length == 0 {
		newSoak(t, shortSlotMs).judgeShort()
		return
	}
	s := newSoak(t, pacedSlotMs)
	stretch := max(length/20, 2*time.Second)
	var looks []look
	for began := time.Now(); time.Since(began) < length; {
		time.Sleep(stretch)
		looks = append(looks, s.look())
	}
	s.judge(looks)
}

// soak is the member and its load.
type soak struct {
	t      *testing.T
	member *process.Member
	params *rollup.Parameters
	stop   context.CancelFunc
	work   sync.WaitGroup

	mu       sync.Mutex
	free     []*soakAccount
	busy     map[rollup.Digest]*soakAccount
	executed int
	failed   int
	refused  int
}

type soakAccount struct {
	key   *ecdsa.PrivateKey
	nonce uint64
}

// depositQueue is an L1 with nothing but deposits in its queue.
type depositQueue struct {
	items []rollup.QueueItem
	view  rollup.L1View
}

func newDepositQueue(accounts []*soakAccount) *depositQueue {
	q := &depositQueue{view: rollup.L1View{Number: 1, Hash: rollup.Digest{1}}}
	for i, a := range accounts {
		address := crypto.PubkeyToAddress(a.key.PublicKey)
		var payload []byte
		for _, w := range []*uint256.Int{new(uint256.Int).SetBytes(address[:]), uint256.NewInt(1e18), uint256.NewInt(1e18)} {
			b := w.Bytes32()
			payload = append(payload, b[:]...)
		}
		item := rollup.QueueItem{Position: uint64(i), L1Block: 1, Kind: rollup.QueueDeposit, Sender: address, Payload: payload}
		q.items = append(q.items, item)
		q.view.QueuePosition, q.view.QueueHash = uint64(len(q.items)), rollup.Accumulate(q.view.QueueHash, item)
	}
	return q
}

func (q *depositQueue) View(context.Context) (rollup.L1View, error) { return q.view, nil }
func (q *depositQueue) Items(_ context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	return q.items[from:view.QueuePosition], nil
}

func newSoak(t *testing.T, slotMs uint64) *soak {
	s := &soak{t: t, busy: map[rollup.Digest]*soakAccount{}}
	alloc := types.GenesisAlloc{}
	for i := range soakAccounts {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte("soak"), bigendian.BigEndian.AppendUint64(nil, uint64(i))))
		require.NoError(t, err)
		s.free = append(s.free, &soakAccount{key: key})
		alloc[crypto.PubkeyToAddress(key.PublicKey)] = types.Account{Balance: big.NewInt(1e18)}
	}
	seat, err := devnet.NewSeat(7, 0)
	require.NoError(t, err)
	self, err := seat.Member()
	require.NoError(t, err)
	s.params = &rollup.Parameters{
		SlotMs: slotMs, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{7},
		Reserve: uint256.NewInt(100), FeeBase: uint256.NewInt(1e9), FeePerKiB: uint256.NewInt(10), FeePerMegagas: uint256.NewInt(10),
		BatchGas: 120_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 1 << 20,
		MaxLag: 64, BlockGas: 60_000_000, ForcedGas: 5_000_000, TriggerDepth: 4, TriggerCount: 16, PostEvery: 8, PostBytes: 8 << 20,
		L1Depth: 1, L1Rounding: 1, Rollups: []rollup.ChainID{901, 902}, Members: []rollup.Member{self},
	}
	charter := process.Charter{Network: rollup.Network{ID: rollup.Digest{5}, Incarnation: 1, Epoch: 1}, Parameters: s.params}
	for _, id := range s.params.Rollups {
		raw, err := evm.GenesisJSON(id, alloc, s.params.BlockGas, uint64(time.Now().Unix())-10)
		require.NoError(t, err)
		charter.Genesis = append(charter.Genesis, rollup.Genesis{Chain: id, JSON: raw})
	}
	s.member, err = process.OpenMember(process.MemberConfig{
		Dir: t.TempDir(), Charter: charter, Seat: seat, Listen: fmt.Sprintf("127.0.0.1:%d", ports(t, 1)), Peers: make([]string, 1), L1: newDepositQueue(s.free),
	})
	require.NoError(t, err)
	door, err := process.OpenDoor(process.DoorConfig{
		Committee: s.member, History: s.member, Accounts: s.member, Parameters: s.params, Account: seat.Account, Limits: soakLimits, Registry: prometheus.NewRegistry(),
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, door.Close()) })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	var ctx context.Context
	ctx, s.stop = context.WithCancel(t.Context())
	s.work.Go(func() {
		if err := door.Serve(ctx, listener); err != nil && ctx.Err() == nil {
			t.Errorf("door: %v", err)
		}
	})
	lived := make(chan error, 1)
	go func() { lived <- s.member.Run(ctx) }()
	t.Cleanup(func() {
		s.stop()
		s.work.Wait()
		require.NoError(t, <-lived)
	})
	eventually(t, "the committee of one has its key and its bidders their escrow", func() bool {
		status := s.member.Status()
		require.NoError(t, status.Failure)
		account, err := s.member.Account(t.Context(), crypto.PubkeyToAddress(s.free[soakAccounts-1].key.PublicKey))
		return status.Group != nil && err == nil && !account.Escrow.IsZero()
	})
	s.work.Go(func() { s.settle(ctx) })
	s.work.Go(func() { s.feed(ctx) })
	return s
}

// settle reads fates, so that every account sends its next bundle with the right nonce.
func (s *soak) settle(ctx context.Context) {
	from := uint64(0)
	for ctx.Err() == nil {
		events, cancel := s.member.Events(from)
		for open := true; open; {
			select {
			case <-ctx.Done():
				cancel()
				return
			case e, ok := <-events:
				if open = ok; !ok || e.Executed == nil {
					continue
				}
				from = e.Seq + 1
				s.mu.Lock()
				for i := range e.Executed.Fates {
					f := &e.Executed.Fates[i]
					a := s.busy[f.Envelope]
					if a == nil {
						continue
					}
					delete(s.busy, f.Envelope)
					s.free = append(s.free, a)
					if f.Executed() {
						a.nonce++
						s.executed++
					} else {
						s.failed++
					}
				}
				s.mu.Unlock()
			}
		}
		cancel()
	}
}

// feed fills every slot, two slots before it closes. A machine that is too slow for that fills fewer.
func (s *soak) feed(ctx context.Context) {
	done := rollup.Slot(0)
	for ctx.Err() == nil {
		status := s.member.Status()
		slot := status.OpenSlot + 2
		if slot <= done {
			_ = clock.Sleep(ctx, 5*time.Millisecond)
			continue
		}
		done = slot
		sealer, err := threshold.NewSealer(status.Group.Public, auction.Identity(status.Network, slot))
		if err != nil {
			s.t.Error(err)
			return
		}
		var group sync.WaitGroup
		turns := make(chan *soakAccount)
		for range 4 {
			group.Go(func() {
				for a := range turns {
					s.send(ctx, sealer, slot, a)
				}
			})
		}
		for range soakBundles {
			if a := s.take(); a != nil {
				turns <- a
			}
		}
		close(turns)
		group.Wait()
	}
}

func (s *soak) take() *soakAccount {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.free) == 0 {
		return nil
	}
	a := s.free[0]
	s.free = s.free[1:]
	return a
}

func (s *soak) send(ctx context.Context, sealer *threshold.Sealer, slot rollup.Slot, a *soakAccount) {
	address := crypto.PubkeyToAddress(a.key.PublicKey)
	value := big.NewInt(1)
	lot := crypto.Keccak256(address[:], bigendian.BigEndian.AppendUint64(nil, uint64(slot)))
	if lot[0]%soakFailing == 0 { // of a failing bundle the nonce stays: the next one takes it
		value = new(big.Int).Lsh(big.NewInt(1), 100)
	}
	b := &auction.Bundle{Bid: uint256.NewInt(1_000 + uint64(address[1]))}
	for _, chain := range s.params.Rollups {
		id := new(big.Int).SetUint64(uint64(chain))
		tx, err := types.SignNewTx(a.key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
			ChainID: id, Nonce: a.nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100e9), Gas: 21_000, To: &rollup.Address{9}, Value: value,
		})
		if err != nil {
			s.t.Error(err)
			return
		}
		raw, err := tx.MarshalBinary()
		if err != nil {
			s.t.Error(err)
			return
		}
		b.Legs = append(b.Legs, auction.Leg{Chain: chain, Txs: [][]byte{raw}})
	}
	clear := auction.Sealed{Network: s.member.Status().Network, Slot: slot, Bidder: address}
	sealed, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], a.key) })
	if err != nil {
		s.t.Error(err)
		return
	}
	s.mu.Lock()
	s.busy[sealed.ID()] = a
	s.mu.Unlock()
	if _, err := s.member.Submit(ctx, sealed); err != nil {
		s.mu.Lock()
		delete(s.busy, sealed.ID())
		s.free = append(s.free, a)
		s.refused++
		s.mu.Unlock()
	}
}

// look is the member's memory at a moment.
type look struct {
	slot     rollup.Slot
	heap     uint64 // bytes in use after a collection
	resident uint64 // bytes, as the system sees it
	routines int
	executed int
	failed   int
}

func (s *soak) look() look {
	s.t.Helper()
	require.NoError(s.t, s.member.Status().Failure)
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s.mu.Lock()
	defer s.mu.Unlock()
	l := look{slot: s.member.Status().Attested, heap: m.HeapAlloc, resident: resident(s.t), routines: runtime.NumGoroutine(), executed: s.executed, failed: s.failed}
	s.t.Logf("slot %5d: heap %4d MiB, resident %4d MiB, %d goroutines, %d executed, %d failed, %d refused", l.slot, l.heap>>20, l.resident>>20, l.routines, s.executed, s.failed, s.refused)
	return l
}

// resident is this process's memory in RAM; 0 where it is not told.
func resident(t *testing.T) uint64 {
	raw, err := os.ReadFile("/proc/self/statm")
	if os.IsNotExist(err) {
		return 0
	}
	require.NoError(t, err)
	fields := strings.Fields(string(raw))
	require.Greater(t, len(fields), 1)
	pages, err := strconv.ParseUint(fields[1], 10, 64)
	require.NoError(t, err)
	return pages * uint64(os.Getpagesize())
}

const (
	slack     = 16 << 20 // bytes
	perBundle = 512      // bytes
)

// least is the look with the least heap of a few.
func least(looks []look) look {
	return slices.MinFunc(looks, func(a, b look) int { return cmp.Compare(a.heap, b.heap) })
}

// few fails, with what they do, where goroutines have piled up: that is, where there are many at each of the last
// looks. At one of them a slot's bundles may just be on their way.
func few(t *testing.T, looks []look) {
	t.Helper()
	before := looks[0].routines
	now := slices.MinFunc(looks[max(0, len(looks)-4):], func(a, b look) int { return cmp.Compare(a.routines, b.routines) }).routines
	if now < before+50 {
		return
	}
	var doing strings.Builder
	require.NoError(t, pprof.Lookup("goroutine").WriteTo(&doing, 1))
	require.Failf(t, "goroutines pile up", "%d, before %d:\n%s", now, before, doing.String())
}

// The short run: its end, and the most heap that it may have then. 72 MiB were measured; with the outcomes of all
// slots kept it was 97 MiB after 3,600 bundles already.
const (
	shortBundles = 5_000
	shortHeap    = 100 << 20
)

func (s *soak) judgeShort() {
	t := s.t
	t.Helper()
	var looks []look
	for len(looks) == 0 || looks[len(looks)-1].executed < shortBundles {
		require.NoError(t, s.member.Status().Failure)
		time.Sleep(2 * time.Second)
		looks = append(looks, s.look())
	}
	require.Positive(t, s.failed)
	last := least(looks[max(0, len(looks)-3):])
	require.Less(t, last.heap, uint64(shortHeap), "the heap after %d bundles", last.executed)
	few(t, looks)
}

// judge compares what was in use in the middle with what was at the end.
func (s *soak) judge(looks []look) {
	t := s.t
	t.Helper()
	require.GreaterOrEqual(t, len(looks), 6)
	require.Positive(t, s.executed)
	require.Positive(t, s.failed)
	// By half the time everything that is kept for a while is full. From there on the member may not hold more for
	// every bundle that went through it; what a fixed amount more can come from is databases' buffers and timing.
	middle, last := least(looks[len(looks)/2-1:len(looks)/2+2]), least(looks[len(looks)-3:])
	through := last.executed - middle.executed
	// From the second half alone: at the start the accounts' deposits are still on their way.
	pace := (last.executed + last.failed - middle.executed - middle.failed) / max(int(last.slot-middle.slot), 1)
	require.GreaterOrEqual(t, pace, soakBundles*9/10, "bundles a slot: this machine is too slow for slots of %d ms, or too busy", pacedSlotMs)
	t.Logf("%d bundles a slot; %d bundles later: %+d KiB of heap, %+d bytes for each", pace, through, (int64(last.heap)-int64(middle.heap))>>10, (int64(last.heap)-int64(middle.heap))/int64(max(through, 1)))
	require.Positive(t, through)
	require.Less(t, last.heap, middle.heap+slack+uint64(through)*perBundle, "the heap grows with the bundles")
	few(t, looks)
}
