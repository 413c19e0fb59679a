package gethtest_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chorale-network/chorale/internal/gethtest"
	"github.com/stretchr/testify/require"
)

// TestOneVersion holds what is built here, what make builds and what we link against to one go-ethereum.
func TestOneVersion(t *testing.T) {
	for file, line := range map[string]string{
		"go.mod":   "\tgithub.com/ethereum/go-ethereum " + gethtest.Version + "\n",
		"Makefile": "\nGETH_VERSION := " + gethtest.Version + "\n",
	} {
		text, err := os.ReadFile(filepath.Join("..", "..", file))
		require.NoError(t, err)
		require.Contains(t, string(text), line, file)
	}
}
