package api_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/rollup"
	"github.com/gorilla/websocket"
	"github.com/stretchr/testify/require"
)

func follow(t *testing.T, h *house, from *uint64) (<-chan client.SlotEvent, *client.Client) {
	t.Helper()
	c, err := client.Dial(deadline(t), h.ws(), key(20))
	require.NoError(t, err)
	out := make(chan client.SlotEvent, 4096)
	_, err = c.Slots(deadline(t), out, from)
	require.NoError(t, err)
	return out, c
}

// TestResumeIsExactlyOnce kills the reader again and again, and once the door itself: every attested slot
// comes exactly once by number (THREATS W10).
func TestResumeIsExactlyOnce(t *testing.T) {
	c := newCommittee()
	h := openWith(t, c)
	seen := map[uint64]int{}
	slots := map[rollup.Slot]int{}
	next := uint64(0)
	read := func(h *house, until rollup.Slot) {
		events, reader := follow(t, h, &next)
		defer reader.Close()
		for done := false; !done; {
			select {
			case e := <-events:
				seen[e.Seq]++
				require.Equal(t, next <= e.Seq, true, "numbers ascend")
				next = e.Seq + 1
				if e.Stage == "attested" {
					slots[e.Slot]++
					done = e.Slot >= until
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("no event after %d", next)
			}
		}
	}
	for i := range rollup.Slot(30) {
		h.closeSlot()
		if i%3 == 2 {
			read(h, i)
		}
	}
	read(h, 30)
	h.stop()
	h = openWith(t, c) // another gateway, or the same after kill -9
	for range 10 {
		h.closeSlot()
	}
	read(h, 40)
	for slot := rollup.Slot(1); slot <= 40; slot++ {
		require.Equal(t, 1, slots[slot], "slot %d", slot)
	}
	for seq, n := range seen {
		require.Equal(t, 1, n, "number %d", seq)
	}
}

type sse struct{ id, event, data string }

func events(t *testing.T, h *house, last string) (<-chan sse, func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, h.http.URL+"/v1/events", nil)
	require.NoError(t, err)
	if last != "" {
		request.Header.Set("Last-Event-ID", last)
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	require.Equal(t, "text/event-stream", response.Header.Get("Content-Type"))
	out := make(chan sse, 4096)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { _ = response.Body.Close() }()
		lines := bufio.NewScanner(response.Body)
		lines.Buffer(nil, 1<<20)
		var e sse
		for lines.Scan() {
			name, value, _ := strings.Cut(lines.Text(), ": ")
			switch name {
			case "id":
				e.id = value
			case "event":
				e.event = value
			case "data":
				e.data = value
			case "":
				if e.data != "" {
					out <- e
				}
				e = sse{}
			}
		}
	}()
	return out, func() { cancel(); <-done }
}

func TestLastEventIDIsExactlyOnce(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	k, err := c.SealingKey(deadline(t))
	require.NoError(t, err)
	_, err = c.SendSealed(deadline(t), k, 3, 0, twoLegs(t, 10, 0, 0))
	require.NoError(t, err)
	last, seen := "0", map[string]int{}
	bundles := 0
	for i := range 8 {
		h.closeSlot()
		h.closeSlot()
		stream, stop := events(t, h, last)
		for done := false; !done; {
			e := <-stream
			seen[e.id]++
			last = e.id
			var body struct{ Seq, Stage, Slot, Type string }
			require.NoError(t, json.Unmarshal([]byte(e.data), &body))
			require.Equal(t, e.id, body.Seq)
			require.NotEqual(t, "received", body.Stage, "what is not attested is nobody else's business")
			if body.Type == "bundle" {
				bundles++
			}
			done = body.Stage == "attested" && body.Type == "slot" && body.Slot == fmt.Sprint(2*i+2)
		}
		stop()
	}
	for id, n := range seen {
		require.Equal(t, 1, n, "event %s", id)
	}
	require.Equal(t, 1, bundles)
}

func TestResumeBeyondWhatIsKeptSaysSo(t *testing.T) {
	h := open(t, func(c *settings) { c.Limits.KeptEvents = 8 })
	for range 20 {
		h.closeSlot()
	}
	h.toldOf(t, 20)
	zero := uint64(1)
	stream, c := follow(t, h, &zero)
	defer c.Close()
	e := <-stream
	require.Equal(t, "gap", e.Type)
	next := <-stream
	require.Equal(t, e.Seq+1, next.Seq)
}

// TestSlowReaderIsDroppedWithAReason has one reader that takes little and one that keeps up (THREATS W5).
func TestSlowReaderIsDroppedWithAReason(t *testing.T) {
	h := open(t, func(c *settings) {
		c.Limits.ReaderBytes = 16 << 10
		c.Limits.ReaderPatience = time.Second // a reader that keeps up takes something in it, however busy the machine is
	})
	slow, _, err := websocket.DefaultDialer.Dial(h.ws(), nil)
	require.NoError(t, err)
	defer func() { _ = slow.Close() }()
	require.NoError(t, slow.WriteMessage(websocket.TextMessage, []byte(`{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["chorale_slots"]}`)))
	fast, c := follow(t, h, nil)
	defer c.Close()
	for range 2 { // the challenge, then the subscription's id
		_, _, err = slow.ReadMessage()
		require.NoError(t, err)
	}
	go func() { // asks for much and reads nothing
		for range 40 {
			message := fmt.Sprintf(`{"jsonrpc":"2.0","id":%q,"method":"chorale_sealingKey"}`, strings.Repeat("x", 60_000))
			if slow.WriteMessage(websocket.TextMessage, []byte(message)) != nil {
				return
			}
		}
	}()
	eventually(t, "dropped", func() bool {
		slot := h.closeSlot().Header.Slot
		for told := false; !told; { // the others go on as if nothing were
			select {
			case e := <-fast:
				told = e.Slot == slot && e.Stage == "attested"
			case <-time.After(20 * time.Second): // against hanging only
				t.Fatalf("the reader that keeps up is not told of slot %s", slot)
			}
		}
		return strings.Contains(string(metricsOf(t, h)), `chorale_api_readers_dropped_total{stream="websocket"} 1`)
	})
	var dropped error
	for dropped == nil { // now it reads, and is told
		_, _, dropped = slow.ReadMessage()
	}
	var closed *websocket.CloseError
	require.True(t, errors.As(dropped, &closed), "%v", dropped)
	require.Equal(t, websocket.CloseTryAgainLater, closed.Code)
	require.Contains(t, closed.Text, "slow reader")
	require.Contains(t, closed.Text, "fromSeq")
}
