package api_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/flashbots/go-utils/signature"
	"github.com/gorilla/websocket"
	"github.com/stretchr/testify/require"
)

// line is a bare WebSocket connection.
type line struct {
	t    *testing.T
	conn *websocket.Conn
	id   int
}

func lineTo(t *testing.T, h *house) (*line, string) {
	t.Helper()
	conn, _, err := websocket.DefaultDialer.Dial(h.ws(), nil)
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	l := &line{t: t, conn: conn}
	var note struct {
		Method string
		Params struct{ Text string }
	}
	require.NoError(t, conn.ReadJSON(&note))
	require.Equal(t, "chorale_challenge", note.Method, "a challenge comes with the connection")
	return l, note.Params.Text
}

func (l *line) call(method, params string) rpcAnswer {
	l.t.Helper()
	l.id++
	require.NoError(l.t, l.conn.WriteMessage(websocket.TextMessage, []byte(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":%q,"params":[%s]}`, l.id, method, params))))
	for {
		var a rpcAnswer
		require.NoError(l.t, l.conn.ReadJSON(&a))
		if string(a.ID) == fmt.Sprint(l.id) {
			return a
		}
	}
}

func reply(n int64, text string) string {
	digest := crypto.Keccak256([]byte(fmt.Sprintf("\x19Ethereum Signed Message:\n%d%s", len(text), text)))
	sig, err := crypto.Sign(digest, key(n))
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf(`{"address":"%s","signature":"%s"}`, account(key(n)), hexutil.Encode(sig))
}

// TestAnswerToAChallengeCannotBeReplayed is THREATS W6: bound to connection and host, expiring, used once.
func TestAnswerToAChallengeCannotBeReplayed(t *testing.T) {
	var mu sync.Mutex
	skew := time.Duration(0)
	h := open(t, func(c *settings) {
		c.Now = func() time.Time { mu.Lock(); defer mu.Unlock(); return time.Now().Add(skew) }
	})
	other := open(t)
	first, text := lineTo(t, h)
	good := reply(10, text)
	refused := func(l *line, params, why string) {
		t.Helper()
		a := l.call("chorale_authenticate", params)
		require.NotNil(t, a.Error, why)
		require.Equal(t, "BAD_SIGNATURE", a.Error.Data.Code, why)
		require.Equal(t, "signature", a.Error.Data.Field, why)
	}
	for range 50 {
		l, _ := lineTo(t, h)
		refused(l, good, "another connection's challenge")
		_ = l.conn.Close()
		l, _ = lineTo(t, other)
		refused(l, good, "another server's challenge")
		_ = l.conn.Close()
	}
	require.Nil(t, first.call("chorale_authenticate", good).Error)
	for range 50 {
		refused(first, good, "used up")
	}
	wrong, text := lineTo(t, h)
	refused(wrong, reply(11, text+"x"), "another text")
	refused(wrong, reply(10, text), "a wrong answer uses it up too")
	var fresh struct {
		Result struct{ Text string }
	}
	raw := wrong.call("chorale_challenge", "")
	require.NoError(t, json.Unmarshal(raw.Result, &fresh.Result))
	require.NotEqual(t, text, fresh.Result.Text)
	mu.Lock()
	skew = 31 * time.Second
	mu.Unlock()
	refused(wrong, reply(10, fresh.Result.Text), "expired")
}

// Each answer has one form: the signature's other half, which anybody can compute, is refused.
func TestAnswersAreNotMalleable(t *testing.T) {
	h := open(t)
	for name, c := range map[string]struct {
		alter func(sig []byte)
		good  bool
	}{
		"as signed":   {func([]byte) {}, true},
		"v as 27, 28": {func(sig []byte) { sig[64] += 27 }, true},
		"v of 2, 3":   {func(sig []byte) { sig[64] += 2 }, false},
		"v of 29, 30": {func(sig []byte) { sig[64] += 29 }, false},
		"v of 255":    {func(sig []byte) { sig[64] = 255 }, false},
		"high s": {func(sig []byte) {
			new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(sig[32:64])).FillBytes(sig[32:64])
			sig[64] ^= 1
		}, false},
	} {
		l, text := lineTo(t, h)
		sig, err := crypto.Sign(crypto.Keccak256([]byte(fmt.Sprintf("\x19Ethereum Signed Message:\n%d%s", len(text), text))), key(10))
		require.NoError(t, err)
		c.alter(sig)
		a := l.call("chorale_authenticate", fmt.Sprintf(`{"address":"%s","signature":"%s"}`, account(key(10)), hexutil.Encode(sig)))
		if c.good {
			require.Nil(t, a.Error, name)
			continue
		}
		require.NotNil(t, a.Error, name)
		require.Equal(t, "BAD_SIGNATURE", a.Error.Data.Code, name)
	}
}

// A client believes no receipt that is not its member's word on what it sent, and signs no challenge for a host
// that it did not dial.
func TestClientBelievesNoGateway(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	k, err := c.SealingKey(deadline(t))
	require.NoError(t, err)
	sent, err := c.SendSealed(deadline(t), k, k.Slot, 0, twoLegs(t, 10, 0, 0))
	require.NoError(t, err)
	require.NoError(t, sent.Receipt.Verify(sent.Envelope))
	require.ErrorIs(t, sent.Receipt.Verify(rollup.Digest{1}), client.ErrReceipt)
	for name, alter := range map[string]func(*client.Receipt){
		"network": func(r *client.Receipt) { r.Network[0] ^= 1 }, "envelope": func(r *client.Receipt) { r.Envelope[0] ^= 1 },
		"slot": func(r *client.Receipt) { r.Slot++ }, "member": func(r *client.Receipt) { r.Member[0] ^= 1 },
		"no signature": func(r *client.Receipt) { r.Signature = nil }, "short": func(r *client.Receipt) { r.Signature = r.Signature[:64] },
		"signature": func(r *client.Receipt) { r.Signature = append([]byte{r.Signature[0] ^ 1}, r.Signature[1:]...) },
	} {
		r := sent.Receipt
		alter(&r)
		require.ErrorIs(t, r.Verify(r.Envelope), client.ErrReceipt, name)
	}
	require.NoError(t, c.Authenticate(deadline(t)))
	between := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Host = "gateway.example"
		h.server.ServeHTTP(w, r)
	}))
	t.Cleanup(between.Close)
	other, err := client.Dial(deadline(t), "ws"+strings.TrimPrefix(between.URL, "http"), key(10))
	require.NoError(t, err)
	t.Cleanup(other.Close)
	require.ErrorIs(t, other.Authenticate(deadline(t)), client.ErrHost)
}

func TestOnlyOnesOwnBundlesAreFollowed(t *testing.T) {
	h := open(t)
	mine, stranger := dial(t, h, 10), dial(t, h, 11)
	k, err := mine.SealingKey(deadline(t))
	require.NoError(t, err)
	sent, err := mine.SendSealed(deadline(t), k, k.Slot, 0, twoLegs(t, 10, 0, 0))
	require.NoError(t, err)
	_ = stranger
	l, text := lineTo(t, h)
	a := l.call("eth_subscribe", fmt.Sprintf(`"chorale_bundles",{"bundleHashes":["%s"],"fromSeq":0}`, sent.Envelope))
	require.Equal(t, "BAD_SIGNATURE", a.Error.Data.Code)
	require.Nil(t, l.call("eth_subscribe", `"chorale_bundles",{"fromSeq":0}`).Error)
	h.closeSlot()
	require.Nil(t, l.call("chorale_getBundle", `"`+sent.Envelope.Hex()+`"`).Error) // nothing came before this answer
	require.Nil(t, l.call("chorale_authenticate", reply(10, text)).Error)
	require.Nil(t, l.call("eth_subscribe", fmt.Sprintf(`"chorale_bundles",{"bundleHashes":["%s"],"fromSeq":0}`, sent.Envelope)).Error)
	var note struct {
		Method string
		Params struct {
			Result struct{ Stage, Envelope string }
		}
	}
	require.NoError(t, l.conn.ReadJSON(&note))
	require.Equal(t, "eth_subscription", note.Method)
	require.Equal(t, sent.Envelope.Hex(), note.Params.Result.Envelope)
}

func TestHTTPSignatureIsOverTheRawBody(t *testing.T) {
	h := open(t)
	body := `{"jsonrpc":"2.0","id":1,"method":"chorale_sealingKey","params":[]}`
	signer := signature.NewSigner(key(10))
	header, err := signer.Create([]byte(body))
	require.NoError(t, err)
	status, _ := post(t, h.http.URL, body, signature.HTTPHeader, header)
	require.Equal(t, 200, status)
	for _, wrong := range []string{"", "x", header + "00", header[:50], "0x0000000000000000000000000000000000000001" + header[42:]} {
		if wrong == "" {
			continue
		}
		_, b := post(t, h.http.URL, body, signature.HTTPHeader, wrong)
		var a rpcAnswer
		require.NoError(t, json.Unmarshal(b, &a))
		require.Equal(t, "BAD_SIGNATURE", a.Error.Data.Code, wrong)
		require.Equal(t, signature.HTTPHeader, a.Error.Data.Field)
	}
	_, b := post(t, h.http.URL, body+" ", signature.HTTPHeader, header)
	require.Contains(t, string(b), "BAD_SIGNATURE", "one byte more")
}
