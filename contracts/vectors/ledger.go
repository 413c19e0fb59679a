package vectors

import (
	"fmt"
	"math/big"

	merkle "github.com/FantasyJony/openzeppelin-merkle-tree-go/standard_merkle_tree"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
)

// ledgerAccounts is how many accounts the ledger has: no power of two, so that branches differ in length.
const ledgerAccounts = 13

// sampleLedger has amounts of many sizes; what one account was charged the next one earned.
func sampleLedger() (l Ledger, err error) {
	leaves := make([][]any, ledgerAccounts)
	charge := func(i uint64) *big.Int { return new(big.Int).SetUint64(number("charge", i%ledgerAccounts)) }
	for i := range uint64(ledgerAccounts) {
		rest := new(big.Int).Lsh(big.NewInt(int64(i)), uint(6*i)) //nolint:gosec // small
		withdrawn := new(big.Int).Rsh(rest, 1)
		w := word("account", i)
		leaves[i] = []any{common.Address(w[12:]), rest.Add(rest, charge(i)), charge(i), charge(i + 1), withdrawn}
	}
	tree, err := merkle.Of(leaves, []string{"address", "uint256", "uint256", "uint256", "uint256"})
	if err != nil {
		return l, fmt.Errorf("ledger: %w", err)
	}
	l.Root = common.BytesToHash(tree.GetRoot())
	for _, leaf := range leaves {
		hash, err := tree.LeafHash(leaf)
		if err != nil {
			return l, fmt.Errorf("leaf of %s: %w", leaf[0], err)
		}
		proof, err := tree.GetProof(leaf)
		if err != nil {
			return l, fmt.Errorf("proof of %s: %w", leaf[0], err)
		}
		var branch []byte
		for _, node := range proof {
			branch = append(branch, node...)
		}
		account := leaf[0].(common.Address)
		encoded := common.LeftPadBytes(account[:], 32)
		for _, amount := range leaf[1:] {
			encoded = append(encoded, math.U256Bytes(new(big.Int).Set(amount.(*big.Int)))...)
		}
		l.Encoded, l.Leaf, l.Proof = append(l.Encoded, encoded), append(l.Leaf, common.BytesToHash(hash)), append(l.Proof, branch)
	}
	return l, nil
}
