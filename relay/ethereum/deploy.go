package ethereum

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// Plan is a network to deploy. The sender owns the registry.
type Plan struct {
	InclusionBlocks uint64 // L1 blocks of view within which a queue item must be consumed
	FreezeSeconds   uint64 // without a posting, after which anyone may freeze
	FreezeBlocks    uint64 // age of the oldest queue item, in L1 blocks, at which anyone may freeze
	ExitSeconds     uint64 // frozen without a reopening, after which everybody takes everything out; longer than governance's timelock
	ClaimDelay      uint64 // seconds between a posting and the first claim against its ledger
	Rollups         []Charter
}

// Charter is a rollup to register.
type Charter struct {
	Genesis rollup.Genesis
	Payout  rollup.Address
	Weight  uint32 // 0 leaves it unset
}

// Gas for what Deploy sends without estimates: all at once, so that it takes a block or two.
const (
	createGas  = 1_500_000 // running a constructor, besides its code's own costs
	governGas  = 300_000   // one change in the registry and its queue item
	codeGas    = 200       // per byte of code stored (EVM, G_codedeposit)
	initGas    = 2         // per word of initcode (EIP-3860)
	logByteGas = 24        // per byte of an event: 8 for the log, the rest for the memory it stands in
)

// Deploy puts a network's contracts on L1, wires them and registers its rollups, in one run of transactions.
// Parameters and the committee's first key are set later (Account.SetParameters, Account.SetFirstKey), since
// the parameters of a network may name its members and its id. A crash in between leaves contracts that nobody
// uses: deploy again.
func Deploy(ctx context.Context, sender *Sender, plan Plan) (Contracts, error) {
	var at Contracts
	var txs []Tx
	// The addresses follow from the nonce at which the first transaction goes out, which only the sender knows.
	receipts, err := sender.send(ctx, func(first uint64) []Tx {
		at, txs = plan.transactions(sender.address, first)
		return txs
	})
	if err != nil {
		return Contracts{}, fmt.Errorf("deploy: %w", err)
	}
	for i, r := range receipts {
		if r.Status != types.ReceiptStatusSuccessful {
			return Contracts{}, fmt.Errorf("deploy: transaction %d of %d (%s) failed: %w", i+1, len(txs), r.TxHash, relay.ErrRefused)
		}
	}
	at.FromBlock = receipts[0].BlockNumber.Uint64()
	return at, nil
}

// transactions are what deploys a plan from an account's nonce on, and where the contracts will stand.
func (plan Plan) transactions(owner rollup.Address, nonce uint64) (Contracts, []Tx) {
	address := func(i uint64) common.Address { return crypto.CreateAddress(owner, nonce+i) }
	at := Contracts{Registry: address(0), Committee: address(1), Inbox: address(2), Vault: address(3)}
	txs := []Tx{
		create(bindings.RegistryMetaData.Bin, registry.PackConstructor(owner)),
		create(bindings.CommitteeMetaData.Bin, committee.PackConstructor(at.Registry)),
		create(bindings.InboxMetaData.Bin, inbox.PackConstructor(at.Registry, at.Committee, plan.InclusionBlocks, plan.FreezeSeconds, plan.FreezeBlocks, plan.ExitSeconds)),
		create(bindings.VaultMetaData.Bin, vault.PackConstructor(at.Inbox, plan.ClaimDelay)),
		govern(at.Registry, registry.PackWire(at.Inbox, at.Vault, at.Committee)),
	}
	for _, r := range plan.Rollups {
		txs = append(txs, govern(at.Registry, registry.PackRegisterRollup(uint64(r.Genesis.Chain), r.Payout, r.Genesis.JSON)))
		if r.Weight > 0 {
			txs = append(txs, govern(at.Registry, registry.PackSetWeight(uint64(r.Genesis.Chain), r.Weight)))
		}
	}
	return at, txs
}

func create(code string, arguments []byte) Tx {
	data := append(common.FromHex(code), arguments...)
	size := uint64(len(data))
	return Tx{Data: data, Gas: 32_000 + callGas(data, createGas+codeGas*size+initGas*(size+31)/32)}
}

func govern(to rollup.Address, input []byte) Tx {
	return Tx{To: &to, Data: input, Gas: callGas(input, governGas+logByteGas*uint64(len(input)))}
}
