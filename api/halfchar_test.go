package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestHalfCharactersAreRefusedByName keeps names apart that a decoder would read as the same: a surrogate without its
// other half and bytes that are no UTF-8 both become U+FFFD. Keys that decoders match alike are the same key.
func TestHalfCharactersAreRefusedByName(t *testing.T) {
	h := open(t)
	l, _ := lineTo(t, h)
	named := func(uuid string) string {
		return `{"jsonrpc":"2.0","id":1,"method":"chorale_cancelBundle","params":[{"replacementUuid":"` + uuid + `"}]}`
	}
	for name, c := range map[string]struct{ body, says string }{
		"a high surrogate":         {named(`a\ud800b`), "half a character at byte 87"},
		"at the end":               {named(`\uD83D`), "half a character"},
		"a low surrogate":          {named(`\udc00`), "half a character"},
		"the wrong way round":      {named(`\udc00\ud83d`), "half a character"},
		"two high ones":            {named(`\ud83d\ud83d`), "half a character"},
		"a high one and a letter":  {named(`\ud83d\u0041`), "half a character"},
		"behind an escaped slash":  {named(`\\\ud800`), "half a character"},
		"in a key":                 {`{"jsonrpc":"2.0","id":1,"method":"a","\ud800":1}`, "half a character"},
		"as id":                    {`{"jsonrpc":"2.0","id":"\ud800","method":"a"}`, "half a character"},
		"a byte that is no UTF-8":  {named("a\xff"), "half a character"},
		"a surrogate in UTF-8":     {named("\xed\xa0\x80"), "half a character"},
		"cut short":                {named("\xe2\x82"), "half a character"},
		"a key twice, capitalised": {`{"jsonrpc":"2.0","id":1,"method":"a","Method":"b"}`, `key "Method" twice`},
		"with a Kelvin sign":       {`{"k":1,"` + "\u212a" + `":2}`, "twice"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, a := range refusedOnEveryWay(t, h, l, c.body) {
				require.Contains(t, a.Error.Message, c.says)
			}
		})
	}
	for _, whole := range []string{`\ud83d\ude00`, "😀", `\\ud800`, `\ufffd`, "�", `\u00e9`, `\"`} {
		_, b := post(t, h.http.URL, named(whole))
		require.NotContains(t, string(b), `"body"`, whole)
	}
}
