package api

import (
	"reflect"
	"strings"
	"unicode"

	"github.com/chorale-network/chorale/index"
)

// Methods are the names of every JSON-RPC method that is served, subscriptions apart.
func Methods() []string {
	var out []string
	t := reflect.TypeFor[*choraleMethods]()
	for i := range t.NumMethod() {
		name := []rune(t.Method(i).Name)
		name[0] = unicode.ToLower(name[0])
		out = append(out, "chorale_"+string(name))
	}
	return append(out, "eth_subscribe", "eth_unsubscribe", "rpc_modules", "eth_sendRawTransaction", "eth_sendRawTransactionSync")
}

// Subscriptions are the names that eth_subscribe takes.
func Subscriptions() []string {
	var out []string
	t := reflect.TypeFor[*subscriptions]()
	for i := range t.NumMethod() {
		out = append(out, strings.ToLower(t.Method(i).Name[:1])+t.Method(i).Name[1:])
	}
	return out
}

// Routes are method and path of everything that is served.
func Routes(s *Server) []string {
	var out []string
	for _, r := range s.table() {
		out = append(out, r.method+" "+strings.TrimSuffix(r.path, "{$}"))
	}
	return out
}

// Queries are the routes' query parameters.
func Queries(s *Server) map[string][]string {
	out := map[string][]string{}
	for _, r := range s.table() {
		out[r.method+" "+strings.TrimSuffix(r.path, "{$}")] = r.query
	}
	return out
}

// Announce puts an event into every public stream.
func Announce(s *Server, object string) {
	const block = 1 << 18 // the numbers of an attestation end before the next multiple, whatever is private
	next := s.stream.head() | (block - 1)
	s.stream.append(entry{seq: next, told: &index.Event{Seq: next, Public: true}, snake: withSeq([]byte(object), next), camel: withSeq([]byte(object), next)})
}
