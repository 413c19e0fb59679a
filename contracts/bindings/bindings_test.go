package bindings_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/contracts/predeploy"
)

const root = ".."

func TestBindingsAreNotStale(t *testing.T) {
	require.NotEmpty(t, bindings.Sources)
	for path, want := range bindings.Sources {
		raw, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		require.NoError(t, err, "a source is gone: run contracts/build.sh")
		sum := sha256.Sum256(raw)
		require.Equal(t, want, hex.EncodeToString(sum[:]), "%s changed: run contracts/build.sh", path)
	}
	err := filepath.WalkDir(filepath.Join(root, "src"), func(path string, d fs.DirEntry, err error) error {
		require.NoError(t, err)
		if d.IsDir() || filepath.Ext(path) != ".sol" {
			return nil
		}
		name, err := filepath.Rel(root, path)
		require.NoError(t, err)
		require.Contains(t, bindings.Sources, filepath.ToSlash(name), "a source is new: run contracts/build.sh")
		return nil
	})
	require.NoError(t, err)
}

func TestEveryContractCanBeDeployed(t *testing.T) {
	for name, meta := range map[string]*bind.MetaData{
		"Registry": &bindings.RegistryMetaData, "Inbox": &bindings.InboxMetaData,
		"Committee": &bindings.CommitteeMetaData, "Vault": &bindings.VaultMetaData,
		"ChoraleSystem": &bindings.ChoraleSystemMetaData, "SharedToken": &bindings.SharedTokenMetaData,
		"CrossSwap": &bindings.CrossSwapMetaData, "LimitOrders": &bindings.LimitOrdersMetaData,
		"Echo": &bindings.EchoMetaData, "Pool": &bindings.PoolMetaData,
	} {
		code := common.FromHex(meta.Bin)
		require.NotEmpty(t, code, name)
		require.LessOrEqual(t, len(code), 49_152, "%s: EIP-3860", name)
		_, err := meta.ParseABI()
		require.NoError(t, err, name)
	}
}

// What is deployed and what stands in a genesis are the same contract.
func TestPredeployIsTheSameContract(t *testing.T) {
	require.Contains(t, string(common.FromHex(bindings.ChoraleSystemMetaData.Bin)), string(predeploy.Code()))
	require.Equal(t, bindings.ChoraleSystemMetaData.ABI, predeploy.ABI)
}
