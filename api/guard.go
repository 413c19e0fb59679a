package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/chorale-network/chorale/gateway"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// checkJSON refuses what is not one JSON value, or one that is too deep, too wide or names a key twice, in
// one pass and before anything is decoded (THREATS W4).
func checkJSON(b []byte, l *Limits) *Refusal {
	bad := func(message, hint string) *Refusal {
		r := malformed("body", message, hint)
		r.rpcCode = codeParse
		return r
	}
	if at := badText(b); at >= 0 {
		return bad(fmt.Sprintf("not text: half a character at byte %d", at), "send UTF-8, and write what is beyond U+FFFF as a pair of surrogates")
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var keys []map[string]bool // of the open objects; nil for arrays
	var wantKey []bool
	for tokens := 0; ; tokens++ {
		t, err := d.Token()
		if errors.Is(err, io.EOF) && len(keys) == 0 && tokens > 0 {
			return nil
		}
		if err != nil {
			return bad(fmt.Sprintf("not JSON: %v at byte %d", err, d.InputOffset()), "send one JSON-RPC 2.0 request or batch, UTF-8 encoded")
		}
		if tokens >= l.JSONTokens {
			return bad(fmt.Sprintf("more than %d JSON tokens", l.JSONTokens), "send less in one message")
		}
		if len(keys) == 0 && tokens > 0 {
			return bad(fmt.Sprintf("more than one JSON value, at byte %d", d.InputOffset()), "send one value a message; use a batch for several calls")
		}
		top := len(keys) - 1
		switch t := t.(type) {
		case json.Delim:
			if t == '}' || t == ']' {
				keys, wantKey = keys[:top], wantKey[:top]
			} else {
				if len(keys) >= l.JSONDepth {
					return bad(fmt.Sprintf("nested deeper than %d", l.JSONDepth), "flatten it")
				}
				if top >= 0 && keys[top] != nil {
					wantKey[top] = true
				}
				var seen map[string]bool
				if t == '{' {
					seen = map[string]bool{}
				}
				keys, wantKey = append(keys, seen), append(wantKey, t == '{')
			}
		case string:
			if top >= 0 && keys[top] != nil && wantKey[top] {
				as := strings.ToLower(strings.ToUpper(t)) // as decoders match keys: "Bid" is "bid"
				if keys[top][as] {
					return bad(fmt.Sprintf("key %.64q twice in one object", t), "name each key once")
				}
				keys[top][as] = true
				wantKey[top] = false
				continue
			}
			if top >= 0 && keys[top] != nil {
				wantKey[top] = true
			}
		default:
			if top >= 0 && keys[top] != nil {
				wantKey[top] = true
			}
		}
	}
}

// badText is where a message stops being Unicode: a byte that is no UTF-8, or an escaped surrogate without its other
// half; −1 if it is text. A decoder would read either as U+FFFD, and two names that differ as the same.
func badText(b []byte) int {
	for i := 0; i < len(b); {
		if b[i] == '\\' {
			size := 2
			if i+1 < len(b) && b[i+1] == 'u' {
				first := escaped(b[i:])
				switch size = 6; {
				case !utf16.IsSurrogate(first): // or no escape at all, which the decoder refuses
				case i+6 > len(b) || utf16.DecodeRune(first, escaped(b[i+6:])) == utf8.RuneError:
					return i
				default:
					size = 12
				}
			}
			i += size
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// escaped is the character that \uXXXX at the start of b stands for; −1 if there is none.
func escaped(b []byte) rune {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return -1
	}
	v, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(v)
}

// decodeParams decodes one JSON-RPC parameter strictly: unknown fields are refused, since a client that
// misspells one must not believe that it was heeded.
func decodeParams(raw *json.RawMessage, name string, into any) *Refusal {
	if raw == nil || len(*raw) == 0 || string(*raw) == "null" {
		return malformed(name, "missing "+name, "give "+name+" as the first of params")
	}
	d := json.NewDecoder(bytes.NewReader(*raw))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		field := name
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) {
			if wrong.Field != "" {
				field = wrong.Field
			}
			return malformed(field, field+" cannot be "+clip(wrong.Value, 60), shapeOf(wrong.Type))
		}
		if _, unknown, found := strings.Cut(err.Error(), "unknown field "); found {
			field = strings.Trim(unknown, `"`)
		}
		return malformed(field, fmt.Sprintf("%s: %v", name, err), "see /openrpc.json for the shape")
	}
	return nil
}

// shapeOf says in words what a field of a type wants.
func shapeOf(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[number]():
		return "write a JSON integer, a decimal string or a 0x quantity, of 64 bits"
	case reflect.TypeFor[amount]():
		return "write wei as a JSON integer, a decimal string or a 0x quantity below 2^256"
	case reflect.TypeFor[hexutil.Bytes]():
		return "write bytes as a string of 0x and an even number of hex digits; see /openrpc.json"
	}
	return "see /openrpc.json for the shape"
}

// meter counts what a caller did in the running minute.
type meter struct {
	mu     sync.Mutex
	minute int64
	counts map[string]int
}

// take counts n for key and says how long to wait if that is more than limit a minute.
func (m *meter) take(now time.Time, key string, n, limit int) (wait time.Duration, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	minute := now.Unix() / 60
	if minute != m.minute || m.counts == nil {
		m.minute, m.counts = minute, map[string]int{}
	}
	if m.counts[key]+n > limit {
		return time.Unix((minute+1)*60, 0).Sub(now), false
	}
	m.counts[key] += n
	return 0, true
}

func limited(what string, limit int, wait time.Duration) *Refusal {
	return told(gateway.Limited(what, limit, wait))
}

// callerOf is the address that limits count for: an IPv4 address, or an IPv6 /64 (THREATS W7).
func callerOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	if ip = ip.Unmap(); ip.Is6() {
		prefix, _ := ip.WithZone("").Prefix(64)
		return prefix.String()
	}
	return ip.String()
}

// census counts the long-lived connections of each caller.
type census struct {
	mu     sync.Mutex
	counts map[string]int
	total  int
}

func (c *census) enter(key string, limit int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.counts == nil {
		c.counts = map[string]int{}
	}
	if c.counts[key] >= limit {
		return false
	}
	c.counts[key]++
	c.total++
	return true
}

func (c *census) leave(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.total--
	if c.counts[key]--; c.counts[key] == 0 {
		delete(c.counts, key)
	}
}
