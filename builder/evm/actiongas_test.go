package evm_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/stretchr/testify/require"
)

// gasVectors is contracts/testdata/actiongas.json: forge holds the library of application developers to it.
type gasVectors struct {
	GasLimit   []uint64 `json:"gasLimit"`
	DataLength []int    `json:"dataLength"`
	Gas        []uint64 `json:"gas"`
}

// ActionGas and its mirror in Solidity give what stands in one file. With CHORALE_UPDATE set the test writes it.
func TestActionGasIsSoliditys(t *testing.T) {
	var want gasVectors
	for _, limit := range []uint64{1, 62, 63, 64, 5_000, 60_000, 400_000, 1_000_000, 9_999_999, predeploy.MaxGasLimit} {
		for _, size := range []int{0, 1, 31, 32, 33, 68, 388, 1_000, 5_376, 5_377, 16_383, predeploy.MaxData} {
			want.GasLimit = append(want.GasLimit, limit)
			want.DataLength = append(want.DataLength, size)
			want.Gas = append(want.Gas, evm.ActionGas(limit, size))
		}
	}
	b, err := json.MarshalIndent(want, "", " ")
	require.NoError(t, err)
	path := filepath.Join("..", "..", "contracts", "testdata", "actiongas.json")
	if os.Getenv("CHORALE_UPDATE") != "" {
		require.NoError(t, os.WriteFile(path, append(b, '\n'), 0o644))
	}
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(b)+"\n", string(got))
}
