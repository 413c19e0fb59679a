package config

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// Sources are what a process was told, as it was given.
type Sources struct {
	File     string            // the file's name, for faults; empty if there is none
	Content  []byte            // of the file
	Env      map[string]string // variables; only those that begin with CHORALE_ are looked at
	Flags    map[string]string // by Key.Flag, only those that were given
	Tolerate []string          // variables that are not this process's and are no fault
}

// ErrFault is what every fault wraps.
var ErrFault = errors.New("bad configuration")

// Faults are all that is wrong, each with its place.
type Faults []string

// Error is one line a fault.
func (f Faults) Error() string { return strings.Join(f, "\n") }

// Is makes every list of faults an ErrFault.
func (f Faults) Is(target error) bool { return target == ErrFault }

// loader gathers faults while it fills a process in.
type loader struct {
	sources Sources
	keys    []*Key
	byName  map[string]*Key
	faults  Faults
}

// Load fills a process in: flags over environment over file over defaults. It gives the keys with their origins, or
// Faults. What it gives keeps every bound.
func Load(process any, s Sources) ([]*Key, error) {
	l := &loader{sources: s, keys: Keys(process), byName: map[string]*Key{}}
	for _, k := range l.keys {
		l.byName[k.Name] = k
		if k.Default != "" {
			if err := k.set(k.Default); err != nil {
				l.fault("the default of "+k.Name, err.Error())
			}
		}
	}
	l.file()
	l.environment()
	l.flags()
	for _, k := range l.keys {
		if err := k.check(); err != nil {
			l.fault(l.place(k), err.Error())
		}
	}
	if len(l.faults) == 0 {
		l.faults = append(l.faults, relations(l.byName)...)
	}
	if len(l.faults) > 0 {
		return nil, l.faults
	}
	return l.keys, nil
}

func (l *loader) fault(place, why string) { l.faults = append(l.faults, place+": "+why) }

// place is where a key was given, for a fault.
func (l *loader) place(k *Key) string {
	switch k.fixed {
	case "file":
		return fmt.Sprintf("%s:%d: %s", l.sources.File, lineOf(l.sources.Content, k.Name), k.Name)
	case "environment":
		return k.Variable()
	case "flag":
		return "--" + k.Flag()
	}
	return k.Name
}

// file reads the TOML.
func (l *loader) file() {
	if len(l.sources.Content) == 0 {
		return
	}
	var tree map[string]any
	if err := toml.Unmarshal(l.sources.Content, &tree); err != nil {
		var where toml.ParseError
		if errors.As(err, &where) {
			l.fault(fmt.Sprintf("%s:%d", l.sources.File, where.Position.Line), where.Message)
		} else {
			l.fault(l.sources.File, err.Error())
		}
		return
	}
	l.table(tree, "")
}

func (l *loader) table(tree map[string]any, prefix string) {
	names := make([]string, 0, len(tree))
	for name := range tree {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		full := prefix + name
		place := fmt.Sprintf("%s:%d: %s", l.sources.File, lineOf(l.sources.Content, full), full)
		k := l.byName[full]
		inner, isTable := tree[name].(map[string]any)
		switch {
		case k == nil && isTable && l.section(full+"."):
			l.table(inner, full+".")
		case k == nil:
			l.fault(place, "unknown key; the nearest is "+l.nearest(full, func(k *Key) string { return k.Name }))
		default:
			if err := k.setTOML(tree[name]); err != nil {
				l.fault(place, err.Error())
			}
			k.fixed = "file"
		}
	}
}

func (l *loader) section(prefix string) bool {
	return slices.ContainsFunc(l.keys, func(k *Key) bool { return strings.HasPrefix(k.Name, prefix) })
}

func (l *loader) environment() {
	var names []string
	for name := range l.sources.Env {
		if strings.HasPrefix(name, "CHORALE_") && !slices.Contains(l.sources.Tolerate, name) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		at := slices.IndexFunc(l.keys, func(k *Key) bool { return k.Variable() == name })
		if at < 0 {
			l.fault(name, "unknown variable; the nearest is "+l.nearest(name, (*Key).Variable))
			continue
		}
		l.keys[at].fixed = "environment"
		if err := l.keys[at].set(l.sources.Env[name]); err != nil {
			l.fault(name, err.Error())
		}
	}
}

func (l *loader) flags() {
	for _, k := range l.keys {
		text, given := l.sources.Flags[k.Flag()]
		if !given {
			continue
		}
		k.fixed = "flag"
		if err := k.set(text); err != nil {
			l.fault("--"+k.Flag(), err.Error())
		}
	}
}

// nearest is the key whose name takes the fewest edits from what was written.
func (l *loader) nearest(written string, name func(*Key) string) string {
	best, least := "", 1<<30
	for _, k := range l.keys {
		if d := edits(written, name(k)); d < least {
			best, least = name(k), d
		}
	}
	return best
}

// edits is the Levenshtein distance.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := before
			if a[i] != b[j] {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// lineOf is the line of a key in a TOML file: 1 if it is written in a way that is not found.
func lineOf(content []byte, name string) int {
	section := ""
	for i, line := range strings.Split(string(content), "\n") {
		line = strings.TrimSpace(line)
		if inner, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSpace(strings.SplitN(inner, "]", 2)[0]) + "."
			if section == name+"." {
				return i + 1
			}
			continue
		}
		if key, _, ok := strings.Cut(line, "="); ok && section+strings.TrimSpace(key) == name {
			return i + 1
		}
	}
	return 1
}

// set reads a value as the environment and flags give it.
func (k *Key) set(text string) error {
	switch k.value.Interface().(type) {
	case []string:
		var list []string
		for _, part := range strings.Split(text, ",") {
			if part = strings.TrimSpace(part); part != "" {
				list = append(list, part)
			}
		}
		k.value.Set(reflect.ValueOf(list))
	case time.Duration:
		d, err := time.ParseDuration(text)
		if err != nil {
			return fmt.Errorf("%q is no duration; write 250ms, 2s, 1m", text)
		}
		k.value.SetInt(int64(d))
	case int64:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return fmt.Errorf("%q is no integer", text)
		}
		k.value.SetInt(n)
	case bool:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return fmt.Errorf("%q is neither true nor false", text)
		}
		k.value.SetBool(b)
	default:
		k.value.SetString(text)
	}
	return nil
}

// setTOML reads a value as the file gives it.
func (k *Key) setTOML(v any) error {
	wrong := func() error { return fmt.Errorf("type %s is wanted, not %v", k.Type(), v) }
	switch v := v.(type) {
	case string:
		if k.Type() != "string" && k.Type() != "duration" {
			return wrong()
		}
		return k.set(v)
	case int64:
		if k.Type() != "integer" {
			return wrong()
		}
		k.value.SetInt(v)
	case bool:
		if k.Type() != "boolean" {
			return wrong()
		}
		k.value.SetBool(v)
	case []any:
		if k.Type() != "list" {
			return wrong()
		}
		var list []string
		for _, part := range v {
			text, ok := part.(string)
			if !ok {
				return fmt.Errorf("a list of strings is wanted; %v is none", part)
			}
			list = append(list, text)
		}
		k.value.Set(reflect.ValueOf(list))
	default:
		return wrong()
	}
	return nil
}
