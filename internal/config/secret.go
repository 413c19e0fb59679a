package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"
)

// Secret is what nobody may read by mistake: it prints as [redacted] wherever it is printed.
type Secret []byte

const redacted = "[redacted]"

// String implements fmt.Stringer.
func (Secret) String() string { return redacted }

// GoString implements fmt.GoStringer.
func (Secret) GoString() string { return redacted }

// Format implements fmt.Formatter, so that no verb shows the bytes.
func (Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(redacted)) }

// MarshalText implements encoding.TextMarshaler, for JSON and TOML.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue implements slog.LogValuer.
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// shown is what is in force as anybody may see it: the password of a URL is left out.
func (k *Key) shown() string {
	text := k.Value()
	if k.Kind != "redis" {
		return text
	}
	scheme, rest, _ := strings.Cut(text, "://")
	account, place, found := cutLast(rest, "@")
	if !found {
		return text
	}
	name, _, _ := strings.Cut(account, ":")
	return scheme + "://" + name + ":" + redacted + "@" + place
}

func cutLast(s, sep string) (before, after string, found bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return s, "", false
}

// Refusals of a secret's file; the error that wraps one names the file.
var (
	ErrShared = errors.New("others may read it; `chmod 600` it")
	ErrEmpty  = errors.New("it is empty")
)

// ReadSecret reads a file that is its owner's alone, white space around it taken off.
func ReadSecret(name string) (Secret, error) {
	info, err := os.Stat(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: there is no such file: %w", name, fs.ErrNotExist)
		}
		return nil, err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("%s: %w", name, ErrShared)
	}
	b, err := os.ReadFile(name) //nolint:gosec // named by whoever runs the process
	if err != nil {
		return nil, err
	}
	if b = bytes.TrimSpace(b); len(b) == 0 {
		return nil, fmt.Errorf("%s: %w", name, ErrEmpty)
	}
	return b, nil
}
