package remote

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/remote/door"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// Taker is the member's intake and how it stands. Safe for concurrent use, as are all needs here.
type Taker interface {
	// Submit hands in an envelope: a receipt, a *sequencer.Refusal, or another error when nobody knows.
	Submit(ctx context.Context, e *auction.Sealed) (sequencer.Receipt, error)
	// Status is how the member stands, without I/O.
	Status() sequencer.Status
	// AppHash is the last block's height and the hash that consensus certifies of it.
	AppHash() (rollup.Slot, rollup.Digest)
}

// History is what became of slots.
type History interface {
	Slot(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error)
	Events(from uint64) (<-chan sequencer.Event, func())
	Lists(ctx context.Context, slot rollup.Slot) (*sequencer.Lists, bool, error)
}

// Results are what a slot's history comes to outside: on L1 and on the rollups.
type Results interface {
	Postings(ctx context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error)
	Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error)
}

// Ledger is how accounts stand.
type Ledger interface {
	Account(ctx context.Context, account rollup.Address) (builder.Account, error)
	Share(ctx context.Context, chain rollup.ChainID) (builder.Share, bool, error)
	Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error)
}

// ServerConfig says whose door it is, where, and who may come in. All but TLS must be set.
type ServerConfig struct {
	Taker   Taker // the member, four times
	History History
	Results Results
	Ledger  Ledger
	Listen  string      // host:port
	Token   []byte      // what each caller must show; at least 16 bytes
	TLS     *tls.Config // nil: on loopback alone
}

// Refusals of a configuration.
var (
	ErrExposed = errors.New("a private door beyond loopback needs TLS")
	ErrToken   = errors.New("a private door needs a token of at least 16 bytes")
)

// Server is a member's private door.
type Server struct {
	door.UnimplementedDoorServer
	cfg      ServerConfig
	shown    [32]byte // SHA-256 of the header that shows the token
	listener net.Listener
	grpc     *grpc.Server
}

// statusEvery is how often a member that does not change says so, and how often it is looked at for changes.
const (
	statusEvery = 250 * time.Millisecond
	statusLook  = 2 * time.Millisecond
)

// Listen opens a member's door. Nobody is answered before Run.
func Listen(c ServerConfig) (*Server, error) {
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return nil, fmt.Errorf("door.listen: %w", err)
	}
	if ip := net.ParseIP(host); c.TLS == nil && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("door.listen %s: %w", c.Listen, ErrExposed)
	}
	if len(c.Token) < 16 {
		return nil, fmt.Errorf("door.token: %w", ErrToken)
	}
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return nil, fmt.Errorf("door.listen: %w; name another address", err)
	}
	s := &Server{cfg: c, shown: sha256.Sum256(bearer(c.Token)), listener: l}
	options := []grpc.ServerOption{
		grpc.MaxRecvMsgSize(1 << 20), grpc.MaxSendMsgSize(maxMessage), grpc.MaxConcurrentStreams(1024),
		grpc.UnaryInterceptor(func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
			if err := s.admit(ctx); err != nil {
				return nil, err
			}
			return next(ctx, req)
		}),
		grpc.StreamInterceptor(func(srv any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
			if err := s.admit(stream.Context()); err != nil {
				return err
			}
			return next(srv, stream)
		}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 500 * time.Millisecond, PermitWithoutStream: true}),
		grpc.KeepaliveParams(keepalive.ServerParameters{Time: 5 * time.Second, Timeout: 2 * time.Second}),
	}
	if c.TLS != nil {
		options = append(options, grpc.Creds(credentials.NewTLS(c.TLS)))
	}
	s.grpc = grpc.NewServer(options...)
	door.RegisterDoorServer(s.grpc, s)
	return s, nil
}

// Address is where the door is: host:port.
func (s *Server) Address() string { return s.listener.Addr().String() }

// Run answers until ctx ends, which is no error.
func (s *Server) Run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, s.grpc.Stop)
	defer stop()
	if err := s.grpc.Serve(s.listener); err != nil && ctx.Err() == nil {
		return fmt.Errorf("private door: %w", err)
	}
	return nil
}

// admit lets in who shows the token. Digests are compared, so that neither length nor content shows in the time.
func (s *Server) admit(ctx context.Context) error {
	md, _ := metadata.FromIncomingContext(ctx)
	for _, shown := range md.Get("authorization") {
		digest := sha256.Sum256([]byte(shown))
		if subtle.ConstantTimeCompare(digest[:], s.shown[:]) == 1 {
			return nil
		}
	}
	return status.Error(codes.Unauthenticated, "the door's token is missing or wrong")
}

func bearer(token []byte) []byte { return append([]byte("Bearer "), token...) }
