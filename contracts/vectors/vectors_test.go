package vectors_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/flashbots/go-boost-utils/bls"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/contracts/vectors"
)

// The forge tests hold the contracts to the file; this one holds the file to Go.
func TestFileIsWhatGoComputes(t *testing.T) {
	got, err := os.ReadFile(filepath.Join("..", vectors.Path))
	require.NoError(t, err)
	want, err := vectors.JSON()
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "stale: run contracts/build.sh")
}

func TestSignaturesAreEthereums(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", vectors.Path))
	require.NoError(t, err)
	var doc vectors.Document
	require.NoError(t, json.Unmarshal(raw, &doc))
	require.NotEmpty(t, doc.Signed.Message)
	for i, m := range doc.Signed.Message {
		ok, err := bls.VerifySignatureBytes(m[:], doc.Signed.Compressed[i], doc.Keys.Compressed[0])
		require.NoError(t, err)
		require.True(t, ok)
		ok, err = bls.VerifySignatureBytes(m[:], doc.Signed.Compressed[i], doc.Keys.Compressed[1])
		require.NoError(t, err)
		require.False(t, ok, "another key")
	}
	require.Len(t, doc.BadG1, 100)
	require.Len(t, doc.BadG2, 100)
}
