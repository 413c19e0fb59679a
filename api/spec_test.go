package api_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/auction"
	"github.com/stretchr/testify/require"
)

// schema is as much of JSON Schema as the specs use.
type schema map[string]any

// check returns what is wrong with v, empty if nothing is.
func (s schema) check(all map[string]schema, v any, at string) string {
	if ref, ok := s["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/components/schemas/")
		target, ok := all[name]
		if !ok {
			return at + ": no schema " + name
		}
		return target.check(all, v, at)
	}
	if one, ok := s["oneOf"].([]any); ok {
		for _, option := range one {
			if schema(option.(map[string]any)).check(all, v, at) == "" {
				return ""
			}
		}
		return fmt.Sprintf("%s: %v fits none", at, v)
	}
	if enum, ok := s["enum"].([]any); ok && !slices.Contains(enum, v) {
		return fmt.Sprintf("%s: %v is not of the list", at, v)
	}
	switch s["type"] {
	case "string":
		text, ok := v.(string)
		if !ok {
			return fmt.Sprintf("%s: %v is no string", at, v)
		}
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(text) {
			return fmt.Sprintf("%s: %q is not %s", at, text, p)
		}
	case "integer", "number":
		n, ok := v.(float64)
		if !ok || s["type"] == "integer" && n != float64(int64(n)) {
			return fmt.Sprintf("%s: %v is no %v", at, v, s["type"])
		}
	case "boolean":
		if _, ok := v.(bool); !ok {
			return fmt.Sprintf("%s: %v is no boolean", at, v)
		}
	case "null":
		if v != nil {
			return at + ": not null"
		}
	case "array":
		list, ok := v.([]any)
		if !ok {
			return fmt.Sprintf("%s: %v is no list", at, v)
		}
		for i, item := range list {
			if fault := schema(s["items"].(map[string]any)).check(all, item, fmt.Sprintf("%s[%d]", at, i)); fault != "" {
				return fault
			}
		}
	case "object":
		return s.object(all, v, at)
	}
	return ""
}

func (s schema) object(all map[string]schema, v any, at string) string {
	object, ok := v.(map[string]any)
	if !ok {
		return fmt.Sprintf("%s: %v is no object", at, v)
	}
	required, _ := s["required"].([]any)
	for _, name := range required {
		if _, ok := object[name.(string)]; !ok {
			return fmt.Sprintf("%s: lacks %s", at, name)
		}
	}
	properties, _ := s["properties"].(map[string]any)
	for name, value := range object {
		property, known := properties[name].(map[string]any)
		if !known {
			switch more := s["additionalProperties"].(type) {
			case bool:
				return fmt.Sprintf("%s: %s is not in the spec", at, name)
			case map[string]any:
				property = more
			default:
				continue
			}
		}
		if fault := schema(property).check(all, value, at+"."+name); fault != "" {
			return fault
		}
	}
	return ""
}

type named struct {
	Name     string
	Required bool
	Schema   schema
	Value    any
}

type rpcMethod struct {
	Name     string
	Params   []named
	Result   named
	Examples []struct {
		Params []named
		Result named
	}
	Servers []any
}

type openRPC struct {
	Methods    []rpcMethod
	Components struct{ Schemas map[string]schema }
}

func TestEveryMethodIsInOpenRPCAndItsExamplesHold(t *testing.T) {
	h := open(t)
	history(t, h)
	var spec openRPC
	require.NoError(t, json.Unmarshal(get(t, h, "/openrpc.json").body, &spec))
	var names []string
	all := spec.Components.Schemas
	for _, m := range spec.Methods {
		names = append(names, m.Name)
		require.NotEmpty(t, m.Examples, m.Name)
		for _, e := range m.Examples {
			values := []any{}
			for i, p := range e.Params {
				require.Empty(t, m.Params[i].Schema.check(all, p.Value, m.Name+"."+p.Name))
				values = append(values, p.Value)
			}
			require.Empty(t, m.Result.Schema.check(all, e.Result.Value, m.Name))
			params, err := json.Marshal(values)
			require.NoError(t, err)
			path := ""
			if len(m.Servers) > 0 {
				path = "/rpc/901"
			}
			got := call(t, h, path, m.Name, strings.TrimSuffix(strings.TrimPrefix(string(params), "["), "]"))
			if got.Error != nil && m.Name != "eth_subscribe" && m.Name != "eth_unsubscribe" && m.Name != "chorale_challenge" && m.Name != "chorale_authenticate" && m.Name != "chorale_sendSealed" {
				require.NotEqual(t, "MALFORMED", got.Error.Data.Code, "%s %s: %s", m.Name, params, got.Error.Message)
			}
			if got.Error == nil {
				var result any
				require.NoError(t, json.Unmarshal(got.Result, &result))
				require.Empty(t, m.Result.Schema.check(all, result, m.Name+" as served"))
			}
		}
	}
	require.ElementsMatch(t, api.Methods(), names)
	require.ElementsMatch(t, []string{"chorale_slots", "chorale_bundles"}, api.Subscriptions())
	var codes []any
	for _, r := range auction.Reasons() {
		codes = append(codes, r.String())
	}
	require.ElementsMatch(t, codes, all["Code"]["enum"])

	var story any
	got := call(t, h, "", "chorale_getBundle", `"`+h.slots[4].Fates[0].Envelope.Hex()+`"`)
	require.NoError(t, json.Unmarshal(got.Result, &story))
	require.Empty(t, all["Story"].check(all, story, "story as served"))
}

type openAPI struct {
	Paths map[string]map[string]struct {
		Parameters []struct{ Name, In, Example string }
		Responses  map[string]struct {
			Content map[string]struct{ Schema schema }
		}
	}
	Components struct{ Schemas map[string]schema }
}

func TestEveryRouteIsInOpenAPIAndAnswersAsItSays(t *testing.T) {
	h := open(t)
	history(t, h)
	h.posted(t, relayPosted(1, 4))
	var spec openAPI
	require.NoError(t, json.Unmarshal(get(t, h, "/openapi.json").body, &spec))
	var routes []string
	for path, methods := range spec.Paths {
		for method, operation := range methods {
			routes = append(routes, strings.ToUpper(method)+" "+path)
			var query []string
			for _, p := range operation.Parameters {
				if p.In == "query" {
					query = append(query, p.Name)
				}
			}
			require.ElementsMatch(t, api.Queries(h.server)[strings.ToUpper(method)+" "+path], query, "%s %s", method, path)
			content, ok := operation.Responses["200"].Content["application/json"]
			if method != "get" || !ok || path == "/openapi.json" || path == "/openrpc.json" {
				continue
			}
			url := path
			for _, p := range operation.Parameters {
				if p.In == "path" {
					url = strings.ReplaceAll(url, "{"+p.Name+"}", strings.ReplaceAll(p.Example, "{envelope}", h.slots[4].Fates[0].Envelope.Hex()))
				}
			}
			a := get(t, h, url)
			require.Equal(t, 200, a.status, "%s: %s", url, a.body)
			var v any
			require.NoError(t, json.Unmarshal(a.body, &v))
			require.Empty(t, content.Schema.check(spec.Components.Schemas, v, url))
		}
	}
	require.ElementsMatch(t, api.Routes(h.server), routes)
	all := spec.Components.Schemas
	stream, stop := events(t, h, "0")
	defer stop()
	for posted := false; !posted; {
		e := <-stream
		var v map[string]any
		require.NoError(t, json.Unmarshal([]byte(e.data), &v))
		name := map[string]string{"slot": "SlotEvent", "bundle": "BundleEvent"}[e.event]
		require.Empty(t, all[name].check(all, v, e.event))
		posted = v["stage"] == "posted" && e.event == "bundle"
	}
	var refused any
	require.NoError(t, json.Unmarshal(get(t, h, "/v1/slots/x").body, &refused))
	require.Empty(t, all["Error"].check(all, refused, "error"))
}

// TestTheDocsRequestsFitTheSpec holds the requests that docs/searchers.md shows to the schemas that are served.
func TestTheDocsRequestsFitTheSpec(t *testing.T) {
	page, err := os.ReadFile("../docs/searchers.md")
	require.NoError(t, err)
	h := open(t)
	var spec openRPC
	require.NoError(t, json.Unmarshal(get(t, h, "/openrpc.json").body, &spec))
	seen := 0
	for _, line := range strings.Split(string(page), "\n") {
		if !strings.HasPrefix(line, `{"method"`) {
			continue
		}
		var request struct {
			Method string
			Params []any
		}
		require.NoError(t, json.Unmarshal([]byte(strings.ReplaceAll(line, "…", "00")), &request), line)
		i := slices.IndexFunc(spec.Methods, func(m rpcMethod) bool { return m.Name == request.Method })
		require.GreaterOrEqual(t, i, 0, "no method %s", request.Method)
		for n, p := range request.Params {
			require.Empty(t, spec.Methods[i].Params[n].Schema.check(spec.Components.Schemas, p, request.Method))
		}
		seen++
	}
	require.Equal(t, 4, seen)
	for _, name := range []string{"chorale_pending", "chorale_getBundle"} {
		require.Contains(t, string(page), name)
		require.Contains(t, api.Methods(), name)
	}
}
