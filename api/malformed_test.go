package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/stretchr/testify/require"
)

// TestThreeMegabytesCloseTheSocket sends a whole frame, well formed, at the limits of a gateway that nobody configured.
// Others stay in.
func TestThreeMegabytesCloseTheSocket(t *testing.T) {
	h := open(t)
	other, _ := lineTo(t, h)
	big, _ := lineTo(t, h)
	message := `{"jsonrpc":"2.0","id":1,"method":"` + strings.Repeat("x", 3<<20) + `"}`
	_ = big.conn.WriteMessage(websocket.TextMessage, []byte(message)) // it may be closed before it is sent whole
	require.NoError(t, big.conn.SetReadDeadline(time.Now().Add(20*time.Second)))
	var err error
	for err == nil {
		_, _, err = big.conn.ReadMessage()
	}
	require.True(t, websocket.IsCloseError(err, websocket.CloseMessageTooBig), "%v", err)
	require.Nil(t, other.call("chorale_sealingKey", "").Error)
}

// refusedOnEveryWay sends a body to each place that takes JSON, over HTTP and on a WebSocket that lives on.
func refusedOnEveryWay(t *testing.T, h *house, l *line, body string) []rpcAnswer {
	t.Helper()
	var out []rpcAnswer
	for _, path := range []string{"/", "/rpc/901"} {
		status, b := post(t, h.http.URL+path, body)
		require.Equal(t, http.StatusBadRequest, status, path)
		var a rpcAnswer
		require.NoError(t, json.Unmarshal(b, &a), path)
		out = append(out, a)
	}
	require.NoError(t, l.conn.WriteMessage(websocket.TextMessage, []byte(body)))
	var on rpcAnswer
	require.NoError(t, l.conn.ReadJSON(&on))
	out = append(out, on)
	for _, a := range out {
		require.NotNil(t, a.Error)
		require.Equal(t, "MALFORMED", a.Error.Data.Code)
		require.Equal(t, "body", a.Error.Data.Field)
		require.NotEmpty(t, a.Error.Data.Hint)
		require.Equal(t, "null", string(a.ID), "whose id it is cannot be told")
	}
	return out
}

// TestWhatIsNoJSONIsRefusedByName has the message say what is wrong, on every way in.
func TestWhatIsNoJSONIsRefusedByName(t *testing.T) {
	h := open(t)
	l, _ := lineTo(t, h)
	bundle := func(more string) string {
		return `{"jsonrpc":"2.0","id":1,"method":"chorale_sendBundle","params":[{"legs":[]` + more + `}]}`
	}
	for name, c := range map[string]struct{ body, says string }{
		"not a number":            {bundle(`,"bid":NaN`), "'N'"},
		"infinity":                {bundle(`,"bid":Infinity`), "'I'"},
		"minus infinity":          {bundle(`,"bid":-Infinity`), "'I'"},
		"a number in hex":         {bundle(`,"bid":0x10`), "'x'"},
		"a zero before":           {bundle(`,"bid":01`), "'1'"},
		"a comma too many":        {bundle(`,"bid":1,`), "'}'"},
		"a bomb of arrays":        {strings.Repeat("[", 100_000), "nested deeper than 16"},
		"a bomb of objects":       {strings.Repeat(`{"a":`, 100_000), "nested deeper than 16"},
		"a bomb inside":           {bundle(`,"x":` + strings.Repeat("[", 20) + strings.Repeat("]", 20)), "nested deeper than 16"},
		"a key twice":             {bundle(`,"bid":1,"bid":2`), `key "bid" twice`},
		"a key twice, escaped":    {bundle(`,"bid":1,"\u0062id":2`), `key "bid" twice`},
		"a key twice, in a leg":   {`{"params":[{"legs":[{"chainId":901,"chainId":902}]}]}`, `key "chainId" twice`},
		"a key twice, in a batch": {`[{"id":1},{"id":2,"id":3}]`, `key "id" twice`},
		"nothing":                 {"", "not JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.body == "" { // an empty message is none on a WebSocket
				_, b := post(t, h.http.URL, c.body)
				require.Contains(t, string(b), c.says)
				return
			}
			for _, a := range refusedOnEveryWay(t, h, l, c.body) {
				require.Contains(t, a.Error.Message, c.says)
			}
		})
	}
	require.Nil(t, l.call("chorale_sealingKey", "").Error, "nobody is harmed, not even who sent it")
}

// TestNumbersThatAreNoWei are JSON, and no amount.
func TestNumbersThatAreNoWei(t *testing.T) {
	h := open(t)
	for _, bid := range []string{"1e999", "1.5", "-1", "1e18", `"NaN"`, `"0xg"`, `""`, `"1e18"`, "true", "[]", `"` + strings.Repeat("9", 80) + `"`} {
		a := call(t, h, "", "chorale_sendBundle", fmt.Sprintf(`{"legs":[{"chainId":901,"txs":["0x02"]}],"bid":%s}`, bid))
		require.NotNil(t, a.Error, bid)
		require.Equal(t, "MALFORMED", a.Error.Data.Code, bid)
		require.Equal(t, "bid", a.Error.Data.Field, bid)
	}
}

// TestEventsResumeAtTheNext reads a stream up to some event and asks for what follows it: the very next of the whole
// stream, whatever event the reader broke off at.
func TestEventsResumeAtTheNext(t *testing.T) {
	h := open(t)
	for range 6 {
		h.closeSlot()
	}
	h.toldOf(t, 6)
	whole, stop := events(t, h, "0")
	var all []sse
	for done := false; !done; {
		e := <-whole
		all = append(all, e)
		var body struct{ Stage, Slot, Type string }
		require.NoError(t, json.Unmarshal([]byte(e.data), &body))
		done = body.Type == "slot" && body.Stage == "attested" && body.Slot == "6"
	}
	stop()
	require.Greater(t, len(all), 6)
	for i := range all[:len(all)-1] {
		rest, stop := events(t, h, all[i].id)
		require.Equal(t, all[i+1], <-rest, "after event %s", all[i].id)
		stop()
	}
}
