package predeploy_test

import (
	"encoding/binary"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/contracts/predeploy"
)

func TestSystemAccountIsTheKeysAddress(t *testing.T) {
	require.Equal(t, predeploy.SystemAccount, crypto.PubkeyToAddress(predeploy.SystemKey().PublicKey))
	require.Equal(t, crypto.Keccak256([]byte("chorale system account")), crypto.FromECDSA(predeploy.SystemKey()))
}

// The contract compares its caller with an address that is written into its code.
func TestCodeHoldsTheSystemAccountAndTheDomain(t *testing.T) {
	code := string(predeploy.Code())
	require.Contains(t, code, string(predeploy.SystemAccount[:]))
	require.Contains(t, code, string(predeploy.Domain[:]))
	require.Less(t, len(code), 24_576, "EIP-170")
}

func TestCodeIsACopy(t *testing.T) {
	predeploy.Code()[0] ^= 0xff
	require.Equal(t, common.FromHex(predeploy.RuntimeHex), predeploy.Code())
}

func TestSelectorsAndTopicsAreThoseOfTheABI(t *testing.T) {
	parsed, err := abi.JSON(strings.NewReader(predeploy.ABI))
	require.NoError(t, err)
	for name, selector := range map[string]uint32{
		"trigger": predeploy.TriggerSelector,
		"action":  predeploy.ActionSelector,
		"trig":    predeploy.TrigSelector,
		"act":     predeploy.ActSelector,
	} {
		require.Equal(t, binary.BigEndian.Uint32(parsed.Methods[name].ID), selector, name)
	}
	require.Equal(t, crypto.Keccak256Hash([]byte("Triggered(uint64,uint64,address,address,uint64,bytes,uint256)")), predeploy.TriggeredTopic)
	require.Equal(t, crypto.Keccak256Hash([]byte("Acted(uint64,uint64,address,address,uint64,bytes)")), predeploy.ActedTopic)
	require.Equal(t, binary.BigEndian.Uint32(crypto.Keccak256([]byte("ActionReverted(bytes)"))), predeploy.ActionRevertedError)
}

func arguments(t require.TestingT, names ...string) abi.Arguments {
	var args abi.Arguments
	for _, name := range names {
		typ, err := abi.NewType(name, "", nil)
		require.NoError(t, err)
		args = append(args, abi.Argument{Type: typ})
	}
	return args
}

// The reference is go-ethereum's ABI encoder, the words of which the contract hashes.
func TestLeafAndAppendAreABIEncodings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u64 := rapid.Uint64()
		src, dst, nonce, gas := u64.Draw(t, "src"), u64.Draw(t, "dst"), u64.Draw(t, "nonce"), u64.Draw(t, "gas")
		sender := common.BytesToAddress(rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "sender"))
		target := common.BytesToAddress(rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "target"))
		data := rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "data")
		root := common.BytesToHash(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "root"))

		packed, err := arguments(t, "bytes32", "uint64", "uint64", "uint64", "address", "address", "uint64", "bytes32").
			Pack(predeploy.Domain, src, dst, nonce, sender, target, gas, crypto.Keccak256Hash(data))
		require.NoError(t, err)
		leaf := predeploy.Leaf(src, dst, nonce, sender, target, gas, data)
		require.Equal(t, crypto.Keccak256Hash(packed), leaf)

		packed, err = arguments(t, "bytes32", "bytes32").Pack(root, leaf)
		require.NoError(t, err)
		require.Equal(t, crypto.Keccak256Hash(packed), predeploy.Append(root, leaf))
	})
}

func TestAccumulatorSlots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chain := rapid.Uint64().Draw(t, "chain")
		mapping := rapid.SampledFrom([]uint64{predeploy.TrigSlot, predeploy.ActSlot}).Draw(t, "mapping")
		packed, err := arguments(t, "uint64", "uint256").Pack(chain, new(big.Int).SetUint64(mapping))
		require.NoError(t, err)
		root, count := predeploy.AccumulatorSlots(mapping, chain)
		require.Equal(t, crypto.Keccak256Hash(packed), root)
		require.Equal(t, new(big.Int).Add(root.Big(), big.NewInt(1)), count.Big())
	})
}
