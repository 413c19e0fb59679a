package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var homeFiles = []string{consensusFile, accountFile, dealerFile}

func initHome(t *testing.T, dir string) (string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	err := run(t.Context(), []string{"chorale", "init", "node", "--dir", dir, "--name", "alto"}, &out, &errs)
	return out.String() + errs.String(), err
}

// A member's keys are its owner's alone, and what is printed is their public half.
func TestHomeKeepsItsKeys(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "home")
	said, err := initHome(t, dir)
	require.NoError(t, err)
	require.Contains(t, said, `"alto"`)
	for _, name := range homeFiles {
		info, err := os.Stat(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Equal(t, fs.FileMode(0o600), info.Mode().Perm(), name)
		key, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.NotContains(t, said, strings.TrimSpace(string(key)), name)
	}
	info, err := os.Stat(dir)
	require.NoError(t, err)
	require.Equal(t, fs.FileMode(0o700), info.Mode().Perm())
	_, err = home(dir).open()
	require.NoError(t, err)
}

// Where any key is, none is made: a seat that was given to a key cannot be given to another.
func TestHomeIsNeverReplaced(t *testing.T) {
	for _, name := range homeFiles {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600))
		said, err := initHome(t, dir)
		require.ErrorIs(t, err, errHomeTaken, name)
		require.ErrorContains(t, err, name)
		require.Empty(t, said)
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, entries, 1, "nothing beside it")
		kept, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Equal(t, "mine", string(kept))
	}
}

// A key that cannot be one is refused by its file's name.
func TestHomeRefusesBadKeys(t *testing.T) {
	zero, short := strings.Repeat("00", 32), strings.Repeat("11", 31)
	for name, bad := range map[string][]string{
		consensusFile: {"", short, short + "1111", "not hex"},
		accountFile:   {"", short, zero, strings.Repeat("ff", 32)},
		dealerFile:    {"", short, zero, strings.Repeat("ff", 32)},
	} {
		for _, text := range bad {
			dir := filepath.Join(t.TempDir(), "home")
			_, err := initHome(t, dir)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
			_, err = home(dir).open()
			require.ErrorIs(t, err, errHomeKeys, "%s: %q", name, text)
			require.ErrorContains(t, err, name)
			if len(text) > 16 {
				require.NotContains(t, err.Error(), text)
			}
		}
		dir := filepath.Join(t.TempDir(), "home")
		_, err := initHome(t, dir)
		require.NoError(t, err)
		require.NoError(t, os.Remove(filepath.Join(dir, name)))
		_, err = home(dir).open()
		require.ErrorIs(t, err, errHomeKeys)
	}
}
