package remote_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

var token = []byte("sixteen bytes and more")

// fake is a member that says what it is told to.
type fake struct {
	mu      sync.Mutex
	status  sequencer.Status
	answer  error
	took    []rollup.Digest
	slots   map[rollup.Slot]*sequencer.Attested
	readers []chan sequencer.Event
	kept    []sequencer.Event
}

func newFake() *fake {
	group, _ := thresholdtest.Committee(3, 4, 1)
	return &fake{slots: map[rollup.Slot]*sequencer.Attested{}, status: sequencer.Status{
		Network: rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}, Group: &group, OpenSlot: 9, ClosesAt: time.Now().Add(time.Minute).Round(0),
		View: rollup.L1View{Number: 7, Hash: rollup.Digest{7}}, Peers: 3,
	}}
}

func (f *fake) Submit(_ context.Context, e *auction.Sealed) (sequencer.Receipt, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.answer != nil {
		return sequencer.Receipt{}, f.answer
	}
	f.took = append(f.took, e.ID())
	return sequencer.Receipt{Network: rollup.Digest{1}, Envelope: e.ID(), Slot: e.Slot, Member: rollup.Address{5}, Signature: []byte{1, 2, 3}}, nil
}

func (f *fake) Status() sequencer.Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status
}

func (f *fake) AppHash() (rollup.Slot, rollup.Digest) { return 3, rollup.Digest{3} }

func (f *fake) Slot(_ context.Context, n rollup.Slot) (*sequencer.Attested, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	a := f.slots[n]
	return a, a != nil, nil
}

func (f *fake) Events(from uint64) (<-chan sequencer.Event, func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := make(chan sequencer.Event, 4096)
	for _, e := range f.kept {
		if e.Seq >= from {
			c <- e
		}
	}
	f.readers = append(f.readers, c)
	return c, func() {}
}

// attest has the member attest a slot and say so.
func (f *fake) attest(n rollup.Slot) {
	f.mu.Lock()
	defer f.mu.Unlock()
	a := &sequencer.Attested{Header: builder.Header{Slot: n, Heads: []builder.Head{}}, Envelopes: [][]byte{{byte(n)}}, Fates: []builder.Fate{}}
	f.slots[n], f.status.Attested = a, n
	e := sequencer.Event{Seq: uint64(len(f.kept) + 1), Stage: sequencer.StageAttested, Slot: n, At: time.Unix(int64(n), 0), Batch: 1, Attested: a}
	f.kept = append(f.kept, e)
	for _, c := range f.readers {
		c <- e
	}
}

func (*fake) Lists(_ context.Context, n rollup.Slot) (*sequencer.Lists, bool, error) {
	if n != 4 {
		return nil, false, nil
	}
	return &sequencer.Lists{Slot: 4, Round: 1, Votes: []sequencer.Vote{{Member: 2, Extension: []byte{1}, Signature: []byte{2}}}, Keyed: 3}, true, nil
}

func (*fake) Postings(_ context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	if after != 8 {
		return nil, false, nil
	}
	return &sequencer.SignedPosting{Posting: sequencer.Posting{First: 9, Last: 16, DataHash: rollup.Digest{9}}, Data: []byte("data")}, true, nil
}

func (*fake) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	if chain != 901 {
		return nil, errors.New("no such block")
	}
	return block(chain, number), nil
}

// block is a block as the EVM closes them, with one receipt.
func block(chain rollup.ChainID, number uint64) *builder.Block {
	tx := types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(901), Nonce: 1, Gas: 21_000, GasFeeCap: big.NewInt(1), GasTipCap: big.NewInt(1), Value: new(big.Int),
		V: new(big.Int), R: big.NewInt(1), S: big.NewInt(1)})
	receipt := &types.Receipt{Type: 2, Status: 1, CumulativeGasUsed: 21_000, Logs: []*types.Log{}}
	requests := types.CalcRequestsHash(nil)
	h := &types.Header{Number: new(big.Int).SetUint64(number), Difficulty: new(big.Int), GasLimit: 1, BaseFee: big.NewInt(1), RequestsHash: &requests,
		BlobGasUsed: new(uint64), ExcessBlobGas: new(uint64), ParentBeaconRoot: new(rollup.Digest)}
	b := types.NewBlock(h, &types.Body{Transactions: types.Transactions{tx}, Withdrawals: types.Withdrawals{}}, []*types.Receipt{receipt}, trie.NewStackTrie(nil))
	return &builder.Block{Chain: chain, Block: b, Receipts: []*types.Receipt{receipt}, Requests: [][]byte{}}
}

func (*fake) Account(_ context.Context, a rollup.Address) (builder.Account, error) {
	n := func(v uint64) *uint256.Int { return uint256.NewInt(v) }
	return builder.Account{Address: a, Deposits: n(1), Charges: n(2), Credits: n(3), Withdrawals: n(4), Fees: n(5), Escrow: n(6)}, nil
}

func (*fake) Share(_ context.Context, chain rollup.ChainID) (builder.Share, bool, error) {
	return builder.Share{Chain: chain, Payout: rollup.Address{8}, Weight: 7, Reserve: uint256.NewInt(9)}, chain == 901, nil
}

func (f *fake) Proof(ctx context.Context, root rollup.Digest, a rollup.Address) (*builder.Proof, bool, error) {
	account, _ := f.Account(ctx, a)
	return &builder.Proof{Account: account, Root: root, Branch: []rollup.Digest{{1}, {2}}}, true, nil
}

// open opens a member's door; the second answer shuts it.
func open(t *testing.T, f *fake, address string) (string, func()) {
	t.Helper()
	s, err := remote.Listen(remote.ServerConfig{Taker: f, History: f, Results: f, Ledger: f, Listen: address, Token: token})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	shut := sync.OnceFunc(func() { cancel(); require.NoError(t, <-done) })
	t.Cleanup(shut)
	return s.Address(), shut
}

// run keeps something running for a test.
func run(t *testing.T, r interface{ Run(context.Context) error }) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx) }()
	t.Cleanup(func() { cancel(); require.NoError(t, <-done) })
}

func dial(t *testing.T, address string) *remote.Member {
	m, err := remote.Dial(remote.Config{Address: address, Token: token})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, m.Close()) })
	return m
}

func envelope(slot rollup.Slot) *auction.Sealed {
	return &auction.Sealed{Network: rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}, Slot: slot, Bidder: rollup.Address{4}, Ciphertext: []byte("sealed"), Signature: make([]byte, 65)}
}

// What a member in this process says is what it says through its door.
func TestTheDoorChangesNothing(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	t.Run("all of it", func(t *testing.T) {
		f := newFake()
		address, _ := open(t, f, "127.0.0.1:0")
		m := dial(t, address)
		run(t, m)
		ctx := t.Context()
		for _, n := range []rollup.Slot{1, 2, 3} {
			f.attest(n)
		}
		require.Eventually(t, func() bool { return m.Status().Attested == 3 }, 5*time.Second, time.Millisecond)
		want := f.Status()
		require.Equal(t, want, m.Status())
		height, hash := m.AppHash()
		require.Equal(t, rollup.Slot(3), height)
		require.Equal(t, rollup.Digest{3}, hash)
		up, seen := m.Standing()
		require.True(t, up)
		require.WithinDuration(t, time.Now(), seen, 5*time.Second)

		e := envelope(9)
		receipt, err := m.Submit(ctx, e)
		require.NoError(t, err)
		direct, err := f.Submit(ctx, e)
		require.NoError(t, err)
		require.Equal(t, direct, receipt)

		a, attested, err := m.Slot(ctx, 2)
		require.NoError(t, err)
		require.True(t, attested)
		require.Equal(t, f.slots[2].Encode(), a.Encode())
		_, attested, err = m.Slot(ctx, 99)
		require.NoError(t, err)
		require.False(t, attested)

		lists, ok, err := m.Lists(ctx, 4)
		require.NoError(t, err)
		require.True(t, ok)
		same, _, _ := f.Lists(ctx, 4)
		require.Equal(t, same, lists)
		_, ok, err = m.Lists(ctx, 5)
		require.NoError(t, err)
		require.False(t, ok)

		posting, ok, err := m.Postings(ctx, 8)
		require.NoError(t, err)
		require.True(t, ok)
		wanted, _, _ := f.Postings(ctx, 8)
		require.Equal(t, wanted, posting)

		b, err := m.Block(ctx, 901, 5)
		require.NoError(t, err)
		require.Equal(t, block(901, 5).Block.Hash(), b.Block.Hash())
		require.Equal(t, block(901, 5).Encode(), b.Encode())
		_, err = m.Block(ctx, 902, 5)
		require.ErrorIs(t, err, remote.ErrUnanswered)

		account, err := m.Account(ctx, rollup.Address{9})
		require.NoError(t, err)
		plain, _ := f.Account(ctx, rollup.Address{9})
		require.Equal(t, plain, account)
		share, ok, err := m.Share(ctx, 901)
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, uint32(7), share.Weight)
		_, ok, err = m.Share(ctx, 902)
		require.NoError(t, err)
		require.False(t, ok)
		proof, ok, err := m.Proof(ctx, rollup.Digest{6}, rollup.Address{9})
		require.NoError(t, err)
		require.True(t, ok)
		wants, _, _ := f.Proof(ctx, rollup.Digest{6}, rollup.Address{9})
		require.Equal(t, wants, proof)

		events, cancel := m.Events(2)
		for _, n := range []rollup.Slot{2, 3} {
			e := <-events
			require.Equal(t, n, e.Slot)
			require.Equal(t, uint64(n), e.Seq)
			require.Equal(t, f.slots[n].Encode(), e.Attested.Encode())
			require.True(t, e.At.Equal(time.Unix(int64(n), 0)))
		}
		cancel()
		for range events {
			t.Error("an event after the end")
		}
	})
}

func TestRefusalsCrossTheDoorAsTheyAre(t *testing.T) {
	f := newFake()
	address, _ := open(t, f, "127.0.0.1:0")
	m := dial(t, address)
	f.answer = &sequencer.Refusal{Reason: auction.InsufficientEscrow, Field: "bidder", Hint: "deposit on L1"}
	_, err := m.Submit(t.Context(), envelope(9))
	var refusal *sequencer.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, f.answer, refusal)
	f.mu.Lock()
	f.answer = errors.New("disk full")
	f.mu.Unlock()
	_, err = m.Submit(t.Context(), envelope(9))
	require.ErrorIs(t, err, remote.ErrUnanswered)
	require.NotErrorIs(t, err, refusal)
}

func TestOnlyWhoShowsTheTokenComesIn(t *testing.T) {
	address, _ := open(t, newFake(), "127.0.0.1:0")
	for name, wrong := range map[string][]byte{"another": []byte("sixteen bytes and less"), "none": nil, "a part": token[:10]} {
		t.Run(name, func(t *testing.T) {
			m, err := remote.Dial(remote.Config{Address: address, Token: wrong})
			require.NoError(t, err)
			defer func() { require.NoError(t, m.Close()) }()
			_, err = m.Submit(t.Context(), envelope(9))
			require.ErrorContains(t, err, "token is missing or wrong")
			_, _, err = m.Slot(t.Context(), 1)
			require.ErrorContains(t, err, "token is missing or wrong")
			events, cancel := m.Events(0)
			defer cancel()
			_, ok := <-events
			require.False(t, ok)
		})
	}
}

func TestNoDoorStandsOpen(t *testing.T) {
	f := newFake()
	c := remote.ServerConfig{Taker: f, History: f, Results: f, Ledger: f, Listen: "0.0.0.0:0", Token: token}
	_, err := remote.Listen(c)
	require.ErrorIs(t, err, remote.ErrExposed)
	c.Listen, c.Token = "127.0.0.1:0", []byte("short")
	_, err = remote.Listen(c)
	require.ErrorIs(t, err, remote.ErrToken)
	_, err = remote.Dial(remote.Config{Address: "192.0.2.1:1", Token: token})
	require.ErrorIs(t, err, remote.ErrExposed)
	_, err = remote.DialAll(nil, remote.Config{Token: token})
	require.ErrorIs(t, err, remote.ErrNoMember)
	m, err := remote.Dial(remote.Config{Address: "192.0.2.1:1", Token: token, TLS: &tls.Config{MinVersion: tls.VersionTLS13}})
	require.NoError(t, err, "TLS goes anywhere")
	require.NoError(t, m.Close())
}

// Members die and come back under a reader: it sees every slot once, in order.
func TestCommitteeGoesOnWithAnother(t *testing.T) {
	members := []*fake{newFake(), newFake(), newFake()}
	var addresses []string
	shut := make([]func(), len(members))
	for i, f := range members {
		address, s := open(t, f, "127.0.0.1:0")
		addresses, shut[i] = append(addresses, address), s
	}
	c, err := remote.DialAll(addresses, remote.Config{Token: token})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, c.Close()) })
	run(t, c)
	events, cancel := c.Events(0)
	defer cancel()
	next := rollup.Slot(1)
	step := func(living ...int) {
		for _, i := range living {
			members[i].attest(next)
		}
		e, ok := <-events
		require.True(t, ok)
		require.Equal(t, next, e.Slot)
		require.Equal(t, uint64(next), e.Seq)
		next++
	}
	for range 5 {
		step(0, 1, 2)
	}
	shut[0]()
	for range 5 {
		step(1, 2)
	}
	shut[1]()
	for range 5 {
		step(2)
	}
	require.Eventually(t, func() bool { up, _ := c.Standing(); return up == 1 }, 10*time.Second, time.Millisecond)
	_, err = c.Submit(t.Context(), envelope(9))
	require.NoError(t, err)
	require.Len(t, members[2].took, 1, "the one that is there took it")
	a, ok, err := c.Slot(t.Context(), 15)
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, rollup.Slot(15), a.Header.Slot)

	open(t, members[0], addresses[0]) // it missed ten slots and catches up
	for n := rollup.Slot(6); n <= 15; n++ {
		members[0].attest(n)
	}
	require.Eventually(t, func() bool { up, _ := c.Standing(); return up == 2 }, 10*time.Second, time.Millisecond)
	shut[2]()
	for range 5 {
		step(0)
	}
	cancel()
	again, stop := c.Events(8) // a reader that lost its stream resumes
	defer stop()
	for n := rollup.Slot(8); n < next; n++ {
		require.Equal(t, n, (<-again).Slot)
	}
}

func TestCommitteeTakesARefusalForWhatItIs(t *testing.T) {
	busy, good := newFake(), newFake()
	busy.answer = &sequencer.Refusal{Reason: auction.RateLimited, Hint: "this member is not in step"}
	var addresses []string
	for _, f := range []*fake{busy, good} {
		address, _ := open(t, f, "127.0.0.1:0")
		addresses = append(addresses, address)
	}
	c, err := remote.DialAll(addresses, remote.Config{Token: token})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, c.Close()) })
	for range 4 { // whoever's turn it is
		_, err := c.Submit(t.Context(), envelope(9))
		require.NoError(t, err, "one member's refusal for now is not the committee's")
	}
	good.answer = &sequencer.Refusal{Reason: auction.SlotInPast, Field: "slot"}
	_, err = c.Submit(t.Context(), envelope(9))
	var refusal *sequencer.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, auction.SlotInPast, refusal.Reason)
}

// A reader that takes nothing is dropped, and nobody else waits for it.
func TestSlowReaderIsDropped(t *testing.T) {
	f := newFake()
	address, _ := open(t, f, "127.0.0.1:0")
	c, err := remote.DialAll([]string{address}, remote.Config{Token: token})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, c.Close()) })
	run(t, c)
	slow, cancelSlow := c.Events(0)
	defer cancelSlow()
	quick, cancel := c.Events(0)
	defer cancel()
	for n := rollup.Slot(1); n <= 600; n++ {
		f.attest(n)
		require.Equal(t, n, (<-quick).Slot)
	}
	count := 0
	for range slow { // what it was given before it was dropped, and then the end
		count++
	}
	require.Less(t, count, 600)
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte{0xc0})
	f.Add(block(901, 5).Encode())
	f.Fuzz(func(_ *testing.T, b []byte) { remote.DecodeAny(b) })
}

// certificate is a door's own, for 127.0.0.1, and the pool by which it is trusted.
func certificate(t *testing.T) (tls.Certificate, *x509.CertPool) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true,
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	require.NoError(t, err)
	parsed, err := x509.ParseCertificate(der)
	require.NoError(t, err)
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

// By TLS the member proves who it is, and where it asks for it so does the caller.
func TestADoorWithTLSIsWhoItSays(t *testing.T) {
	own, trusted := certificate(t)
	other, strangers := certificate(t)
	f := newFake()
	s, err := remote.Listen(remote.ServerConfig{Taker: f, History: f, Results: f, Ledger: f, Listen: "127.0.0.1:0", Token: token, TLS: &tls.Config{
		Certificates: []tls.Certificate{own}, MinVersion: tls.VersionTLS13, ClientCAs: trusted, ClientAuth: tls.RequireAndVerifyClientCert}})
	require.NoError(t, err)
	run(t, s)
	for _, c := range []struct {
		name   string
		client *tls.Config
		comes  bool
	}{
		{"trusted both ways", &tls.Config{RootCAs: trusted, Certificates: []tls.Certificate{own}}, true},
		{"another's door", &tls.Config{RootCAs: strangers, Certificates: []tls.Certificate{own}}, false},
		{"a caller without a certificate", &tls.Config{RootCAs: trusted}, false},
		{"a stranger's certificate", &tls.Config{RootCAs: trusted, Certificates: []tls.Certificate{other}}, false},
		{"no TLS", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.client != nil {
				c.client.MinVersion = tls.VersionTLS13
			}
			m, err := remote.Dial(remote.Config{Address: s.Address(), Token: token, TLS: c.client})
			require.NoError(t, err)
			defer func() { require.NoError(t, m.Close()) }()
			_, err = m.Submit(t.Context(), envelope(9))
			if c.comes {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, remote.ErrUnanswered)
		})
	}
	require.Len(t, f.took, 1)
}
