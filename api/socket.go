package api

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

const (
	pingEvery = 20 * time.Second
	pongWait  = 60 * time.Second
	// kernelBytes bounds what the kernel holds for one reader besides our own queue.
	kernelBytes = 256 << 10
	farewell    = time.Second // for the close frame of a reader that is dropped
)

var errClosed = errors.New("connection closed")

// socket is one WebSocket connection, as the JSON-RPC server's codec reads and writes it. Each message is
// checked before the codec sees it, and what goes out waits in a queue of bounded size, so that a reader that
// takes nothing is dropped with a reason and holds up nobody else.
type socket struct {
	guard   *guard
	metrics *metrics
	id      string
	host    string
	address string
	conn    *websocket.Conn
	auth    challenges
	own     ownership

	mu     sync.Mutex
	queue  [][]byte
	bytes  int
	room   chan struct{} // closed and replaced when the queue shrinks
	wake   chan struct{} // has one element when the queue is not empty
	done   chan struct{}
	ended  bool
	code   int
	reason string

	unread []byte // of the message that the codec is reading
}

// sockets are the open connections by id.
type sockets struct {
	mu   sync.Mutex
	open map[string]*socket
}

func (k *sockets) find(id string) *socket {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.open[id]
}

func (k *sockets) add(s *socket) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.open[s.id] = s
}

func (k *sockets) remove(s *socket) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.open, s.id)
}

func (k *sockets) closeAll() {
	k.mu.Lock()
	all := make([]*socket, 0, len(k.open))
	for _, s := range k.open {
		all = append(all, s)
	}
	k.mu.Unlock()
	for _, s := range all {
		s.drop(websocket.CloseGoingAway, "the gateway stops: connect again and resume by fromSeq")
	}
}

// serveSocket upgrades a request and answers on it until it is closed.
func (s *Server) serveSocket(w http.ResponseWriter, r *http.Request) {
	address := callerOf(r)
	select {
	case <-s.stopping:
		writeRefusal(w, unavailable("the gateway stops", 1000))
		return
	default:
	}
	if !s.guard.connections.enter(address, s.cfg.Limits.Connections) {
		writeRefusal(w, limited("connections", s.cfg.Limits.Connections, time.Minute))
		return
	}
	defer s.guard.connections.leave(address)
	conn, err := s.upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	k := &socket{
		guard: s.guard, metrics: s.metrics, id: "ws-" + randomHex(16), host: r.Host, address: address, conn: conn,
		room: make(chan struct{}), wake: make(chan struct{}, 1), done: make(chan struct{}),
	}
	if tcp, ok := conn.NetConn().(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(kernelBytes)
	}
	conn.SetReadLimit(s.cfg.Limits.BodyBytes) // of the whole message, however many fragments it has
	_ = conn.SetReadDeadline(time.Now().Add(pongWait))
	conn.SetPongHandler(func(string) error { return conn.SetReadDeadline(time.Now().Add(pongWait)) })
	s.sockets.add(k)
	defer s.sockets.remove(k)
	var writer sync.WaitGroup
	writer.Go(k.write)
	_ = k.greet()
	s.rpc.ServeCodec(rpc.NewCodec(k), 0)
	k.drop(websocket.CloseNormalClosure, "")
	writer.Wait()
	k.part()
}

// part closes the connection so that the close frame arrives: closing it with bytes unread would reset it,
// and the reader would lose what is on its way.
func (k *socket) part() {
	raw := k.conn.NetConn()
	if half, ok := raw.(interface{ CloseWrite() error }); ok && half.CloseWrite() == nil {
		_ = raw.SetReadDeadline(time.Now().Add(farewell))
		_, _ = io.Copy(io.Discard, raw)
	}
	_ = k.conn.Close()
}

func randomHex(n int) string {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// greet sends the connection's challenge, which one signed answer turns into an identity.
func (k *socket) greet() error {
	note, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "method": "chorale_challenge", "params": k.auth.issue(k)})
	if err != nil {
		return err
	}
	_, err = k.Write(note)
	return err
}

// RemoteAddr is how the dispatcher names the connection to methods: its id.
func (k *socket) RemoteAddr() string { return k.id }

// SetWriteDeadline does nothing: the queue has its own patience.
func (k *socket) SetWriteDeadline(time.Time) error { return nil }

// Read gives the codec the bytes of checked messages. What is refused is answered here and goes no further;
// the connection lives on.
func (k *socket) Read(p []byte) (int, error) {
	for len(k.unread) == 0 {
		kind, message, err := k.conn.ReadMessage()
		if errors.Is(err, websocket.ErrReadLimit) {
			k.drop(websocket.CloseMessageTooBig, "message too big: the limits are at /v1/limits")
			return 0, io.EOF
		}
		if err != nil {
			k.drop(websocket.CloseNormalClosure, "")
			return 0, io.EOF
		}
		_ = k.conn.SetReadDeadline(time.Now().Add(pongWait))
		if kind != websocket.TextMessage && kind != websocket.BinaryMessage {
			continue
		}
		if refusal := k.guard.admit(message, &caller{address: k.address}); refusal != nil {
			k.metrics.refused(refusal)
			if _, err := k.Write(encoded(errorAnswer(nil, refusal), nil)); err != nil {
				return 0, io.EOF
			}
			continue
		}
		k.unread = append(message, '\n')
	}
	n := copy(p, k.unread)
	k.unread = k.unread[n:]
	return n, nil
}

// Write queues one message. It waits while the queue is full, and drops the connection when the reader has
// taken nothing for as long as the limits allow.
func (k *socket) Write(p []byte) (int, error) {
	message := append([]byte{}, decorate(bytes.TrimSuffix(p, []byte("\n")))...)
	limits := k.guard.limits
	var patience <-chan time.Time
	for {
		k.mu.Lock()
		if k.ended {
			k.mu.Unlock()
			return 0, errClosed
		}
		if len(k.queue) == 0 || k.bytes+len(message) <= limits.ReaderBytes {
			k.queue = append(k.queue, message)
			k.bytes += len(message)
			k.mu.Unlock()
			select {
			case k.wake <- struct{}{}:
			default:
			}
			return len(p), nil
		}
		room := k.room
		k.mu.Unlock()
		if patience == nil {
			timer := time.NewTimer(limits.ReaderPatience)
			defer timer.Stop()
			patience = timer.C
		}
		select {
		case <-room:
		case <-k.done:
			return 0, errClosed
		case <-patience:
			k.metrics.dropped.WithLabelValues("websocket").Inc()
			k.drop(websocket.CloseTryAgainLater, "slow reader: read faster, connect again and resume by fromSeq")
			return 0, errClosed
		}
	}
}

// write sends the queue, message by message, and pings, and ends with the close frame.
func (k *socket) write() {
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	for {
		select {
		case <-k.done:
			k.sayFarewell()
			return
		case <-ping.C:
			if k.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(farewell)) != nil {
				k.drop(websocket.CloseNormalClosure, "")
				return
			}
		case <-k.wake:
			if !k.flush() {
				return
			}
		}
	}
}

func (k *socket) flush() bool {
	for {
		k.mu.Lock()
		if k.ended {
			k.mu.Unlock()
			k.sayFarewell()
			return false
		}
		if len(k.queue) == 0 {
			k.mu.Unlock()
			return true
		}
		message := k.queue[0]
		k.queue = k.queue[1:]
		k.mu.Unlock()
		err := k.conn.WriteMessage(websocket.TextMessage, message)
		k.mu.Lock()
		k.bytes -= len(message)
		close(k.room)
		k.room = make(chan struct{})
		k.mu.Unlock()
		if err != nil {
			k.drop(websocket.CloseNormalClosure, "")
			return false
		}
	}
}

func (k *socket) sayFarewell() {
	k.mu.Lock()
	code, reason := k.code, k.reason
	k.mu.Unlock()
	_ = k.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), time.Now().Add(farewell))
}

// drop ends the connection with a close code and a reason. A frame under way has a second to get through, so
// that the close frame can follow it.
func (k *socket) drop(code int, reason string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.ended {
		return
	}
	k.ended, k.code, k.reason, k.queue = true, code, reason, nil
	close(k.done)
	_ = k.conn.NetConn().SetWriteDeadline(time.Now().Add(farewell))
	_ = k.conn.SetReadDeadline(time.Now()) // the reader side ends at once
}

// Close is called by the codec when either side is done.
func (k *socket) Close() error {
	k.drop(websocket.CloseNormalClosure, "")
	return nil
}

// signer is the account that authenticated this connection, zero if none did.
func (k *socket) signer() rollup.Address {
	k.auth.mu.Lock()
	defer k.auth.mu.Unlock()
	return k.auth.signer
}

// ownership is what a connection submitted and may therefore follow.
type ownership struct {
	mu    sync.Mutex
	names map[rollup.Digest]bool
}

// Add implements gateway.Claim.
func (o *ownership) Add(names ...rollup.Digest) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.names == nil {
		o.names = map[rollup.Digest]bool{}
	}
	for _, n := range names {
		o.names[n] = true
	}
}

// Remove implements gateway.Claim.
func (o *ownership) Remove(name rollup.Digest) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.names, name)
}

// Has implements index.Claim.
func (o *ownership) Has(names ...rollup.Digest) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, n := range names {
		if o.names[n] {
			return true
		}
	}
	return false
}
