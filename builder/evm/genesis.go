package evm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"

	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// systemFloat is the system account's balance in a genesis of ours: 1,000 ether, in wei. It carries a block's actions
// until the block's withdrawal gives their cost back, and can be spent on nothing else.
var systemFloat = new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))

// maxGasLimit bounds a genesis' gas limit, in gas, far above any block and far below overflow.
const maxGasLimit = 1 << 40

// GenesisJSON makes a rollup's genesis in geth's form: Prague's rules from block 0, the system contracts that its blocks
// need, ChoraleSystem and the system account's float, and alloc, which may add to these but not replace them. gasLimit
// in gas, time in s. The same arguments give the same bytes.
func GenesisJSON(chain rollup.ChainID, alloc types.GenesisAlloc, gasLimit, time uint64) ([]byte, error) {
	all := maps.Clone(alloc)
	if all == nil {
		all = types.GenesisAlloc{}
	}
	ours := core.SystemContractAllocs()
	ours[predeploy.Address] = types.Account{Nonce: 1, Code: predeploy.Code(), Balance: new(big.Int)}
	ours[predeploy.SystemAccount] = types.Account{Balance: systemFloat}
	for addr, account := range ours {
		if _, ok := all[addr]; ok {
			return nil, fmt.Errorf("alloc replaces %s: %w", addr, ErrGenesis)
		}
		all[addr] = account
	}
	zero := uint64(0)
	g := &core.Genesis{
		Config: &params.ChainConfig{
			ChainID:                 new(big.Int).SetUint64(uint64(chain)),
			HomesteadBlock:          new(big.Int),
			EIP150Block:             new(big.Int),
			EIP155Block:             new(big.Int),
			EIP158Block:             new(big.Int),
			ByzantiumBlock:          new(big.Int),
			ConstantinopleBlock:     new(big.Int),
			PetersburgBlock:         new(big.Int),
			IstanbulBlock:           new(big.Int),
			BerlinBlock:             new(big.Int),
			LondonBlock:             new(big.Int),
			MergeNetsplitBlock:      new(big.Int),
			ShanghaiTime:            &zero,
			CancunTime:              &zero,
			PragueTime:              &zero,
			TerminalTotalDifficulty: new(big.Int),
			BlobScheduleConfig: &params.BlobScheduleConfig{
				Cancun: params.DefaultCancunBlobConfig,
				Prague: params.DefaultPragueBlobConfig,
			},
		},
		Timestamp:  time,
		GasLimit:   gasLimit,
		Difficulty: new(big.Int),
		Alloc:      all,
	}
	out, err := json.MarshalIndent(g, "", " ")
	if err != nil {
		return nil, fmt.Errorf("encode genesis of rollup %s: %w", chain, err)
	}
	if _, err := parseGenesis(rollup.Genesis{Chain: chain, JSON: out}); err != nil {
		return nil, err
	}
	return out, nil
}

// parseGenesis reads a rollup's genesis and refuses what this package could not execute truly: other rules than
// Prague's at block 0, a missing or different ChoraleSystem, a system account that acted or has code, accounts that EIP-161
// calls empty, and storage under one that has neither nonce nor code (see recorder).
func parseGenesis(g rollup.Genesis) (*core.Genesis, error) {
	fault := func(why string) (*core.Genesis, error) {
		return nil, fmt.Errorf("genesis of rollup %s: %s: %w", g.Chain, why, ErrGenesis)
	}
	out := new(core.Genesis)
	if err := json.Unmarshal(g.JSON, out); err != nil {
		return fault(err.Error())
	}
	c := out.Config
	switch {
	case c == nil || c.ChainID == nil || !c.ChainID.IsUint64() || c.ChainID.Uint64() != uint64(g.Chain) || g.Chain == 0:
		return fault("config is missing or of another chain")
	case out.Number != 0:
		return fault("number is not 0")
	case out.Difficulty == nil || out.Difficulty.Sign() != 0:
		return fault("difficulty is not 0")
	case out.GasLimit < params.MinGasLimit || out.GasLimit > maxGasLimit:
		return fault("gas limit is too low or too high")
	case out.BaseFee != nil && out.BaseFee.Cmp(big.NewInt(params.Ether)) > 0:
		return fault("base fee is above one ether")
	case out.ExcessBlobGas != nil && *out.ExcessBlobGas != 0, out.BlobGasUsed != nil && *out.BlobGasUsed != 0:
		return fault("blob gas is not 0")
	case !c.IsPrague(new(big.Int), out.Timestamp) || c.TerminalTotalDifficulty == nil || c.TerminalTotalDifficulty.Sign() != 0:
		return fault("Prague's rules do not hold from block 0")
	case c.OsakaTime != nil || c.AmsterdamTime != nil || c.UBTTime != nil || c.BogotaTime != nil || c.BPO1Time != nil:
		return fault("rules after Prague's are scheduled")
	case c.DepositContractAddress != common.Address{}:
		return fault("a deposit contract, whose logs could make a block impossible to finish")
	case c.BlobScheduleConfig == nil || c.BlobScheduleConfig.Prague == nil || *c.BlobScheduleConfig.Prague != *params.DefaultPragueBlobConfig:
		return fault("blob schedule is missing or not Prague's")
	}
	for addr, account := range core.SystemContractAllocs() {
		switch addr {
		case params.BeaconRootsAddress, params.HistoryStorageAddress, params.WithdrawalQueueAddress, params.ConsolidationQueueAddress:
			if !bytes.Equal(out.Alloc[addr].Code, account.Code) {
				return fault("system contract " + addr.Hex() + " is missing or different")
			}
		}
	}
	system := out.Alloc[predeploy.Address]
	if !bytes.Equal(system.Code, predeploy.Code()) || len(system.Storage) != 0 {
		return fault("ChoraleSystem is missing or different")
	}
	if s := out.Alloc[predeploy.SystemAccount]; s.Nonce != 0 || len(s.Code) != 0 {
		return fault("the system account is not fresh")
	}
	for addr, account := range out.Alloc {
		if len(account.Storage) > 0 && account.Nonce == 0 && len(account.Code) == 0 {
			return fault("storage under " + addr.Hex() + ", which has neither nonce nor code")
		}
		if account.Balance == nil {
			return fault("no balance of " + addr.Hex())
		}
		if account.Nonce == 0 && len(account.Code) == 0 && account.Balance.Sign() == 0 {
			return fault("an account " + addr.Hex() + " that is empty: it would vanish when touched, and could not come back if that were taken back")
		}
	}
	return out, nil
}

// GenesisTime is a genesis block's timestamp, s. Errors wrap ErrGenesis.
func GenesisTime(g rollup.Genesis) (uint64, error) {
	parsed, err := parseGenesis(g)
	if err != nil {
		return 0, err
	}
	return parsed.Timestamp, nil
}
