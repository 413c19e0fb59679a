// Package predeploy is what Go code needs of ChoraleSystem, the contract that stands in every rollup's genesis.
//
// In comes nothing; out go its address, runtime code, ABI, storage slots, event topics, selectors, the system account
// and its public key pair, and the leaf and chain hashes it computes. Never done: talking to a chain, packing calls,
// importing the generated bindings or anything else that is heavy.
package predeploy

import (
	"crypto/ecdsa"
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Storage slots of the two mappings chain id → accumulator (src/rollup/ChoraleSystem.sol).
const (
	TrigSlot uint64 = 0 // what was triggered here, by destination chain id
	ActSlot  uint64 = 1 // what acted here, by source chain id
)

// Bounds that the contract enforces on a trigger and on an action.
const (
	MaxGasLimit uint64 = 10_000_000 // gas for the target alone
	MaxData     int    = 16_384     // bytes of calldata
)

var (
	// Address is where the contract stands on each rollup.
	Address = common.HexToAddress("0x4300000000000000000000000000000000000001")
	// SystemAccount carries the actions: the address of SystemKey.
	SystemAccount = common.HexToAddress("0x9FEaf8f067223a5f4644B18Ad0Bc3c9986F091a5")
	// Domain is the first word of each leaf: keccak256("chorale trigger v1").
	Domain = crypto.Keccak256Hash([]byte("chorale trigger v1"))
)

// SystemKey is the system account's secret key, a public constant of the network: keccak256("chorale system account").
// That only derived actions use it is a rule of validity, which every member, follower and verifier enforces.
func SystemKey() *ecdsa.PrivateKey {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("chorale system account")))
	if err != nil {
		panic("predeploy: the system key is a valid scalar: " + err.Error())
	}
	return key
}

// Code is the contract's runtime code, for a genesis allocation; a fresh copy each time.
func Code() []byte { return common.FromHex(RuntimeHex) }

// AccumulatorSlots gives the storage slots of one accumulator's root (32 bytes) and count (uint64, in the low bytes),
// for mapping slot TrigSlot or ActSlot and the other chain's id.
func AccumulatorSlots(mapping, chainID uint64) (root, count common.Hash) {
	var key [64]byte
	binary.BigEndian.PutUint64(key[24:32], chainID)
	binary.BigEndian.PutUint64(key[56:64], mapping)
	root = crypto.Keccak256Hash(key[:])
	count = root
	for i := len(count) - 1; i >= 0; i-- { // + 1, as a 256-bit big-endian integer
		count[i]++
		if count[i] != 0 {
			break
		}
	}
	return root, count
}

// Leaf is the hash of one trigger, the same on both sides:
// keccak256(abi.encode(Domain, src, dst, nonce, sender, target, gasLimit, keccak256(data))).
func Leaf(src, dst, nonce uint64, sender, target common.Address, gasLimit uint64, data []byte) common.Hash {
	var b [8 * 32]byte
	copy(b[0:32], Domain[:])
	binary.BigEndian.PutUint64(b[56:64], src)
	binary.BigEndian.PutUint64(b[88:96], dst)
	binary.BigEndian.PutUint64(b[120:128], nonce)
	copy(b[140:160], sender[:])
	copy(b[172:192], target[:])
	binary.BigEndian.PutUint64(b[216:224], gasLimit)
	copy(b[224:256], crypto.Keccak256(data))
	return crypto.Keccak256Hash(b[:])
}

// Append is the accumulator's root after one more leaf: keccak256(abi.encode(root, leaf)). The empty chain's is zero.
func Append(root, leaf common.Hash) common.Hash {
	return crypto.Keccak256Hash(root[:], leaf[:])
}
