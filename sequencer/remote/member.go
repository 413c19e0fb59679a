package remote

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/remote/door"
	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
)

// ErrUnanswered means that nobody answered: what was asked for may have happened or not.
var ErrUnanswered = errors.New("no answer from the member")

// Config says where a member's door is and how to be let in.
type Config struct {
	Address string // host:port
	Token   []byte
	TLS     *tls.Config // nil: without, which only a door on loopback allows
}

// Waits of a connection. A member that is gone is noticed, and tried again, within about a second.
const (
	askWithin   = 5 * time.Second // one question
	retryWithin = time.Second
)

// Member is one member behind its door. Its methods are those of a member in this process. Safe for concurrent use.
type Member struct {
	address string
	conn    *grpc.ClientConn
	door    door.DoorClient

	mu     sync.Mutex
	status sequencer.Status // as last told
	height rollup.Slot
	hash   rollup.Digest
	seen   time.Time // when it was told; zero if never
	up     bool
}

// Dial makes a member; it connects when it is first used, and again whenever it must.
func Dial(c Config) (*Member, error) {
	host, _, err := net.SplitHostPort(c.Address)
	if err != nil {
		return nil, fmt.Errorf("member %s: %w", c.Address, err)
	}
	if ip := net.ParseIP(host); c.TLS == nil && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("member %s: %w", c.Address, ErrExposed)
	}
	transport := insecure.NewCredentials()
	if c.TLS != nil {
		transport = credentials.NewTLS(c.TLS)
	}
	conn, err := grpc.NewClient("passthrough:///"+c.Address,
		grpc.WithTransportCredentials(transport), grpc.WithPerRPCCredentials(token{string(bearer(c.Token)), c.TLS != nil}),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage), grpc.MaxCallSendMsgSize(1<<20)),
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff:           backoff.Config{BaseDelay: 50 * time.Millisecond, Multiplier: 1.6, Jitter: 0.2, MaxDelay: retryWithin},
			MinConnectTimeout: retryWithin,
		}),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: 10 * time.Second, Timeout: 2 * time.Second}),
	)
	if err != nil {
		return nil, fmt.Errorf("member %s: %w", c.Address, err)
	}
	return &Member{address: c.Address, conn: conn, door: door.NewDoorClient(conn)}, nil
}

// token is shown with every question.
type token struct {
	header string
	secure bool
}

// GetRequestMetadata implements credentials.PerRPCCredentials.
func (t token) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": t.header}, nil
}

// RequireTransportSecurity implements credentials.PerRPCCredentials.
func (t token) RequireTransportSecurity() bool { return t.secure }

// Address is where the member's door is.
func (m *Member) Address() string { return m.address }

// Close ends the connection.
func (m *Member) Close() error { return m.conn.Close() }

// Run keeps what Status says up to date until ctx ends, which is no error.
func (m *Member) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		err := m.watch(ctx)
		m.mu.Lock()
		m.up = false
		m.mu.Unlock()
		_ = err // told by Standing; a member that is gone is tried again
		select {
		case <-ctx.Done():
		case <-time.After(50 * time.Millisecond):
		}
	}
	return nil
}

func (m *Member) watch(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := m.door.Watch(ctx, &door.WatchRequest{})
	if err != nil {
		return err
	}
	silent := time.AfterFunc(4*statusEvery, cancel) // a member that says nothing is gone
	defer silent.Stop()
	for {
		raw, err := stream.Recv()
		if err != nil {
			return err
		}
		silent.Reset(4 * statusEvery)
		st, err := decodeStanding(raw)
		if err != nil {
			return err
		}
		m.mu.Lock()
		m.status, m.height, m.seen, m.up = *st, rollup.Slot(raw.Hashed), time.Now(), true
		copy(m.hash[:], raw.AppHash)
		m.mu.Unlock()
	}
}

// Standing is the last word of the member: whether it is connected, and when it spoke last; zero if never.
func (m *Member) Standing() (up bool, seen time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.up, m.seen
}

// Status is how the member stood by its last word.
func (m *Member) Status() sequencer.Status {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.status
}

// AppHash is the member's last height and hash, by its last word.
func (m *Member) AppHash() (rollup.Slot, rollup.Digest) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.height, m.hash
}

// Submit hands in an envelope: a receipt, a *sequencer.Refusal, or ErrUnanswered.
func (m *Member) Submit(ctx context.Context, e *auction.Sealed) (sequencer.Receipt, error) {
	answer, err := m.door.Submit(ctx, &door.Envelope{Sealed: e.Encode()})
	if err != nil {
		return sequencer.Receipt{}, m.unanswered(err)
	}
	if len(answer.Receipt) == 0 {
		return sequencer.Receipt{}, &sequencer.Refusal{Reason: auction.Reason(answer.Reason), Field: answer.Field, Hint: answer.Hint} //nolint:gosec // shown as it is
	}
	receipt, err := decode[sequencer.Receipt]("receipt", answer.Receipt)
	if err != nil {
		return sequencer.Receipt{}, err
	}
	return *receipt, nil
}

func (m *Member) unanswered(err error) error {
	return fmt.Errorf("member %s: %w: %w", m.address, ErrUnanswered, err)
}

// Slot is an executed slot; the second answer says whether it is attested.
func (m *Member) Slot(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error) {
	r, err := ask(ctx, m, func(ctx context.Context) (*door.Record, error) {
		return m.door.Slot(ctx, &door.SlotRequest{Slot: uint64(slot)})
	})
	if err != nil || !r.Found {
		return nil, false, err
	}
	a, err := sequencer.DecodeAttested(r.Body)
	return a, r.Attested, err
}

// Events streams what happens, as a member in this process does. The channel is closed when the reader is too slow or
// the member is gone; cancel releases it.
func (m *Member) Events(from uint64) (<-chan sequencer.Event, func()) {
	ctx, cancel := context.WithCancel(context.Background())
	out := make(chan sequencer.Event, 256)
	go func() {
		defer close(out)
		defer cancel()
		stream, err := m.door.Events(ctx, &door.EventsRequest{From: from})
		if err != nil {
			return
		}
		for {
			raw, err := stream.Recv()
			if err != nil {
				return
			}
			e, err := decodeEvent(raw)
			if err != nil {
				return
			}
			select {
			case out <- *e:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, cancel
}

// Lists are what the block of a slot embeds of the commit before it.
func (m *Member) Lists(ctx context.Context, slot rollup.Slot) (*sequencer.Lists, bool, error) {
	return found[sequencer.Lists](ctx, m, "lists", func(ctx context.Context) (*door.Record, error) {
		return m.door.Lists(ctx, &door.SlotRequest{Slot: uint64(slot)})
	})
}

// Postings is the signed posting that begins after a slot; false while there is none.
func (m *Member) Postings(ctx context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	return found[sequencer.SignedPosting](ctx, m, "posting", func(ctx context.Context) (*door.Record, error) {
		return m.door.Posting(ctx, &door.SlotRequest{Slot: uint64(after)})
	})
}

// Block is a closed block, with its receipts.
func (m *Member) Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	r, err := ask(ctx, m, func(ctx context.Context) (*door.Record, error) {
		return m.door.Block(ctx, &door.BlockRequest{Chain: uint64(chain), Number: number})
	})
	if err != nil {
		return nil, err
	}
	return builder.DecodeBlock(r.Body)
}

// Account is an account of the newest ledger; empty for one that never had money.
func (m *Member) Account(ctx context.Context, account rollup.Address) (builder.Account, error) {
	a, ok, err := found[builder.Account](ctx, m, "account", func(ctx context.Context) (*door.Record, error) {
		return m.door.Account(ctx, &door.AccountRequest{Account: account[:]})
	})
	if err != nil || !ok {
		return builder.Account{}, err
	}
	return *a, nil
}

// Share is a rollup's part in prices.
func (m *Member) Share(ctx context.Context, chain rollup.ChainID) (builder.Share, bool, error) {
	s, ok, err := found[builder.Share](ctx, m, "share", func(ctx context.Context) (*door.Record, error) {
		return m.door.Share(ctx, &door.ShareRequest{Chain: uint64(chain)})
	})
	if err != nil || !ok {
		return builder.Share{}, false, err
	}
	return *s, true, nil
}

// Proof is an account's leaf under a ledger root that the member still keeps.
func (m *Member) Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error) {
	return found[builder.Proof](ctx, m, "proof", func(ctx context.Context) (*door.Record, error) {
		return m.door.Proof(ctx, &door.ProofRequest{Root: root[:], Account: account[:]})
	})
}

// ask puts one question, within a bound of its own.
func ask(ctx context.Context, m *Member, put func(context.Context) (*door.Record, error)) (*door.Record, error) {
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	r, err := put(ctx)
	if err != nil {
		return nil, m.unanswered(err)
	}
	return r, nil
}

// found is the record that a question is answered with.
func found[T any](ctx context.Context, m *Member, what string, put func(context.Context) (*door.Record, error)) (*T, bool, error) {
	r, err := ask(ctx, m, put)
	if err != nil || !r.Found {
		return nil, false, err
	}
	v, err := decode[T](what, r.Body)
	return v, err == nil, err
}
