package api

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/index"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
	"github.com/rs/cors"
	"golang.org/x/sync/errgroup"
)

// Server is the door. It is an http.Handler; Run has the gateway seal again and keeps what is shown up to date.
type Server struct {
	cfg      Config
	log      *slog.Logger
	gateway  *gateway.Gateway
	index    *index.Index
	stream   *stream
	rpc      *rpc.Server
	sockets  *sockets
	guard    *guard
	metrics  *metrics
	handler  http.Handler
	upgrader websocket.Upgrader
	stopping chan struct{} // closed when Run ends: long answers end too
	stopOnce sync.Once
}

// New makes the door. Nothing is followed before Run. ErrConfig names a field that cannot be.
func New(cfg Config) (*Server, error) {
	if err := cfg.complete(); err != nil {
		return nil, err
	}
	s := &Server{cfg: cfg, log: cfg.Log, gateway: cfg.Gateway, index: cfg.Index, stopping: make(chan struct{})}
	s.stream = newStream(cfg.Limits.KeptEvents)
	s.sockets = &sockets{open: map[string]*socket{}}
	s.guard = &guard{limits: &s.cfg.Limits, now: cfg.Now}
	s.metrics = newMetrics(cfg.Registry, s.guard, s.index)
	s.rpc = rpc.NewServer()
	s.rpc.SetBatchLimits(cfg.Limits.BatchItems, cfg.Limits.AnswerBytes)
	s.rpc.SetHTTPBodyLimit(int(cfg.Limits.BodyBytes))
	methods := &choraleMethods{s.gateway, s.index, cfg.Standing, cfg.Parameters, s.sockets, s.guard, s.metrics}
	streams := &subscriptions{s.index, s.stream, s.sockets, s.metrics, s.stopping}
	for name, service := range map[string]any{"chorale": methods, "eth": streams} {
		if err := s.rpc.RegisterName(name, service); err != nil {
			return nil, fmt.Errorf("register %s: %w", name, err)
		}
	}
	allow := cors.New(cors.Options{
		AllowedOrigins: cfg.Origins, AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Content-Type", "Last-Event-ID", "X-Flashbots-Signature"}, MaxAge: 600,
	})
	s.upgrader = websocket.Upgrader{
		HandshakeTimeout: 5 * time.Second, ReadBufferSize: 4096, WriteBufferSize: 4096,
		CheckOrigin: func(r *http.Request) bool { return r.Header.Get("Origin") == "" || allow.OriginAllowed(r) },
	}
	s.handler = s.metrics.count(allow.Handler(s.routes()))
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Run follows the committee and the log until ctx ends, then closes every WebSocket and event stream. It is called once.
func (s *Server) Run(ctx context.Context) error {
	defer s.stop()
	work, inner := errgroup.WithContext(ctx)
	work.Go(func() error { return s.gateway.Run(inner) })
	work.Go(func() error { return s.index.Run(inner, s.hear) })
	return work.Wait()
}

func (s *Server) stop() {
	s.stopOnce.Do(func() {
		close(s.stopping)
		s.sockets.closeAll()
		s.rpc.Stop()
		s.cfg.Nodes.close()
	})
}

// Serve answers on a listener and runs until ctx ends; then it gives answers under way a second.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler: s, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 32 << 10, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	run, cancel := context.WithCancel(ctx)
	defer cancel()
	followed := make(chan error, 1)
	go func() { followed <- s.Run(run) }()
	var err error
	select {
	case err = <-failed:
		cancel()
		<-followed
	case err = <-followed:
		grace, done := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		if server.Shutdown(grace) != nil {
			_ = server.Close()
		}
		done()
		<-failed
	}
	if errors.Is(err, http.ErrServerClosed) || errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}
