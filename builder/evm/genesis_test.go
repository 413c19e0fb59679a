package evm_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"
)

func TestGenesisIsTheSameBytesEachTime(t *testing.T) {
	a := alloc(testContracts())
	first, err := evm.GenesisJSON(1001, a, blockGas, genesisTime)
	require.NoError(t, err)
	for range 5 {
		again, err := evm.GenesisJSON(1001, alloc(testContracts()), blockGas, genesisTime)
		require.NoError(t, err)
		require.Equal(t, first, again)
	}
	require.Len(t, a, len(alloc(testContracts())), "the argument is left alone")
}

func TestGenesisThatCannotBeExecutedTrulyIsRefused(t *testing.T) {
	for _, addr := range []common.Address{predeploy.Address, predeploy.SystemAccount, params.HistoryStorageAddress} {
		_, err := evm.GenesisJSON(1001, types.GenesisAlloc{addr: {Balance: ether}}, blockGas, genesisTime)
		require.ErrorIs(t, err, evm.ErrGenesis)
	}
	_, err := evm.GenesisJSON(0, nil, blockGas, genesisTime)
	require.ErrorIs(t, err, evm.ErrGenesis)
	_, err = evm.GenesisJSON(1001, nil, 4999, genesisTime)
	require.ErrorIs(t, err, evm.ErrGenesis)
	good, err := evm.GenesisJSON(1001, alloc(nil), blockGas, genesisTime)
	require.NoError(t, err)
	set := func(addr common.Address, f func(*types.Account)) func(*core.Genesis) {
		return func(g *core.Genesis) {
			account := g.Alloc[addr]
			f(&account)
			g.Alloc[addr] = account
		}
	}
	later, never := genesisTime+1, uint64(1<<40)
	for name, change := range map[string]func(*core.Genesis){
		"another chain":          func(g *core.Genesis) { g.Config.ChainID = big.NewInt(1002) },
		"difficulty":             func(g *core.Genesis) { g.Difficulty = big.NewInt(1) },
		"Prague later":           func(g *core.Genesis) { g.Config.PragueTime = &later },
		"Prague never":           func(g *core.Genesis) { g.Config.PragueTime = nil },
		"Shanghai never":         func(g *core.Genesis) { g.Config.ShanghaiTime = nil },
		"Osaka some day":         func(g *core.Genesis) { g.Config.OsakaTime = &never },
		"no terminal difficulty": func(g *core.Genesis) { g.Config.TerminalTotalDifficulty = nil },
		"no blob schedule":       func(g *core.Genesis) { g.Config.BlobScheduleConfig = nil },
		"other blob schedule":    func(g *core.Genesis) { g.Config.BlobScheduleConfig.Prague = &params.BlobConfig{} },
		"high base fee":          func(g *core.Genesis) { g.BaseFee = new(big.Int).Lsh(ether, 1) },
		"blob gas":               func(g *core.Genesis) { g.ExcessBlobGas = &never },
		"gas without bound":      func(g *core.Genesis) { g.GasLimit = 1 << 41 },
		"deposit contract":       func(g *core.Genesis) { g.Config.DepositContractAddress = storeAddress },
		"no system contract":     func(g *core.Genesis) { delete(g.Alloc, params.WithdrawalQueueAddress) },
		"no ChoraleSystem":       func(g *core.Genesis) { delete(g.Alloc, predeploy.Address) },
		"other ChoraleSystem":    set(predeploy.Address, func(a *types.Account) { a.Code = []byte{0} }),
		"ChoraleSystem begun":    set(predeploy.Address, func(a *types.Account) { a.Storage = map[common.Hash]common.Hash{{}: {1}} }),
		"system account acted":   set(predeploy.SystemAccount, func(a *types.Account) { a.Nonce = 1 }),
		"system account's code":  set(predeploy.SystemAccount, func(a *types.Account) { a.Code = []byte{0} }),
		"storage without code": set(storeAddress, func(a *types.Account) {
			*a = types.Account{Balance: ether, Storage: map[common.Hash]common.Hash{{}: {1}}}
		}),
		"an empty account": set(coinbase, func(a *types.Account) { a.Balance = new(big.Int) }),
	} {
		t.Run(name, func(t *testing.T) {
			g := new(core.Genesis)
			require.NoError(t, json.Unmarshal(good, g))
			change(g)
			b, err := json.Marshal(g)
			require.NoError(t, err)
			_, err = evm.Open(evm.Config{Genesis: []rollup.Genesis{{Chain: 1001, JSON: b}}})
			require.ErrorIs(t, err, evm.ErrGenesis)
		})
	}
	_, err = evm.Open(evm.Config{Genesis: []rollup.Genesis{{Chain: 1001, JSON: []byte("{")}}})
	require.ErrorIs(t, err, evm.ErrGenesis)
}

// A genesis file is read from L1: no bytes may bring a member down.
func FuzzGenesis(f *testing.F) {
	good, err := evm.GenesisJSON(1001, nil, blockGas, genesisTime)
	require.NoError(f, err)
	f.Add(good)
	f.Add([]byte(`{"config":{"chainId":1001}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := evm.Open(evm.Config{Genesis: []rollup.Genesis{{Chain: 1001, JSON: b}}})
		if err == nil {
			require.NoError(t, m.Close())
			return
		}
		require.ErrorIs(t, err, evm.ErrGenesis)
	})
}
