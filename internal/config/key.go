package config

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

// Key is one thing that a process can be told.
type Key struct {
	Name     string // dotted, as in the file: section.key
	Kind     string // what is checked beyond its type; empty for nothing
	Default  string // as the environment would give it; empty for none
	Required bool
	Min, Max string   // of numbers and durations
	One      []string // what it must be one of
	Doc      string
	value    reflect.Value
	fixed    string // the origin of what is in force
}

// Variable is the key's name in the environment.
func (k *Key) Variable() string {
	return "CHORALE_" + strings.ToUpper(strings.NewReplacer(".", "_").Replace(k.Name))
}

// Flag is the key's name on the command line, without dashes.
func (k *Key) Flag() string { return strings.ReplaceAll(k.Name, "_", "-") }

// Type is the key's type in words.
func (k *Key) Type() string {
	switch k.value.Interface().(type) {
	case []string:
		return "list"
	case time.Duration:
		return "duration"
	case int64:
		return "integer"
	case bool:
		return "boolean"
	}
	return "string"
}

// Origin is where what is in force comes from: default, file, environment, flag.
func (k *Key) Origin() string { return k.fixed }

// Value is what is in force, as the environment would give it. Secrets are files' names here, never what is in them.
func (k *Key) Value() string {
	if list, ok := k.value.Interface().([]string); ok {
		return strings.Join(list, ",")
	}
	return fmt.Sprint(k.value.Interface())
}

// Keys are a process's keys in the order of its file. It is a pointer to one of this package's processes.
func Keys(process any) []*Key {
	return keysOf(reflect.ValueOf(process).Elem(), "", "")
}

func keysOf(v reflect.Value, prefix, listen string) (out []*Key) {
	t := v.Type()
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name := prefix + tag.Get("key")
		if v.Field(i).Kind() == reflect.Struct {
			out = append(out, keysOf(v.Field(i), name+".", tag.Get("listen"))...)
			continue
		}
		k := &Key{
			Name: name, Kind: tag.Get("kind"), Default: tag.Get("default"), Required: tag.Get("required") == "true",
			Min: tag.Get("min"), Max: tag.Get("max"), Doc: tag.Get("doc"), value: v.Field(i), fixed: "default",
		}
		if one := tag.Get("one"); one != "" {
			k.One = strings.Split(one, ",")
		}
		if k.Kind == "listen" && k.Default == "" {
			k.Default = listen
		}
		out = append(out, k)
	}
	return out
}
