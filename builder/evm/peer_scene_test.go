package evm_test

import (
	"crypto/ecdsa"
	"maps"
	"math"
	"math/big"
	"strconv"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// actors sign a scene's transactions.
var actors = func() (out []*ecdsa.PrivateKey) {
	for i := range 8 {
		k, err := crypto.ToECDSA(crypto.Keccak256([]byte("actor"), []byte{byte(i)}))
		if err != nil {
			panic(err)
		}
		out = append(out, k)
	}
	return out
}()

func actorAddresses() (out []common.Address) {
	for _, k := range actors {
		out = append(out, addressOf(k))
	}
	return out
}

// scene is a small network of random contracts on which random bundles are played, block by block. It follows from its
// seed alone.
type scene struct {
	*net
	author
	t     testing.TB
	env   builder.BlockEnv                             // of the open blocks
	spent map[rollup.ChainID]map[common.Address]uint64 // nonces that the bundle being drawn uses up
	next  map[rollup.ChainID]map[common.Address]uint64 // nonces after the transactions that the open block has of each actor
	seen  map[string]int                               // how often each thing happened that a scene is for
}

// newScene opens rollups of random contracts. See author for plain.
func newScene(t testing.TB, seed uint64, rollups int, plain bool) *scene {
	a := author{dice: newDice(seed), plain: plain, known: poolMates(actorAddresses())}
	contracts := testContracts()
	for i := range scenePool {
		contracts[poolAddress(i)] = a.program()
	}
	accounts := alloc(contracts)
	for _, addr := range actorAddresses() {
		accounts[addr] = types.Account{Balance: new(big.Int).Mul(ether, big.NewInt(1000))}
	}
	for _, addr := range a.known { // children that have a balance already, or stand in the way; precompiles with wei
		if _, ok := accounts[addr]; !ok && a.one(4) && addr != predeploy.Address && addr != predeploy.SystemAccount {
			accounts[addr] = types.Account{Balance: big.NewInt(7), Nonce: uint64(a.IntN(8) / 7)}
		}
	}
	s := &scene{author: a, t: t, seen: map[string]int{}}
	ids, genesis := genesisOf(t, rollups, accounts)
	m, err := evm.Open(evm.Config{Genesis: genesis})
	require.NoError(t, err)
	s.net = &net{Machine: m, t: t, ids: ids, genesis: genesis, time: genesisTime}
	require.Empty(t, s.open())
	return s
}

// open closes the open blocks and opens the next ones in random surroundings.
func (s *scene) open() []builder.Block {
	s.time += 1 + uint64(s.IntN(12))
	s.env = builder.BlockEnv{Time: s.time, GasLimit: blockGas + uint64(s.IntN(9))*1_000_000 - 4_000_000, Coinbase: map[rollup.ChainID]rollup.Address{}}
	s.env.BeaconRoot, s.env.MixDigest = common.BytesToHash(s.bytes(32)), common.BytesToHash(s.bytes(32))
	for _, id := range s.ids {
		s.env.Coinbase[id] = pick(s.dice, coinbase, coinbase, poolAddress(0), addressOf(actors[0]), s.address(), s.address())
	}
	closed, err := s.Advance(s.env)
	require.NoError(s.t, err)
	s.next = map[rollup.ChainID]map[common.Address]uint64{}
	for _, id := range s.ids {
		s.next[id] = map[common.Address]uint64{}
		for _, k := range actors {
			s.next[id][addressOf(k)] = s.nonce(id, k)
		}
	}
	return closed
}

// block plays slots of random bundles, closes the blocks and gives them, one for each rollup.
func (s *scene) block() []builder.Block {
	if !s.one(12) { // else they stay empty
		for range 1 + s.IntN(3) {
			for range s.IntN(8) {
				if s.one(4) {
					s.stray(2)
				}
				a := s.bundle()
				out := s.net.try(a)
				for _, leg := range a.Txs {
					if out.Reason == auction.Executed {
						s.next[leg[0].Chain][leg[0].Sender]++
					}
				}
				s.seen[out.Reason.String()]++
				s.seen["triggers"] += int(out.Triggers)
			}
			s.endSlot()
		}
	}
	closed := s.open()
	for _, b := range closed {
		s.count(b)
	}
	return closed
}

// stray tries bundles and takes them back, whatever became of them; marks nest as deep as depth.
func (s *scene) stray(depth int) {
	next := map[rollup.ChainID]map[common.Address]uint64{}
	for id, of := range s.next {
		next[id] = maps.Clone(of)
	}
	mark := s.Mark()
	for range 1 + s.IntN(3) {
		a := s.bundle()
		a.Record = s.one(2)
		s.net.try(a)
		s.seen["taken back"]++
		if depth > 0 && s.one(3) {
			s.stray(depth - 1)
		}
	}
	require.NoError(s.t, s.Rewind(mark))
	s.next = next
}

// count notes what a block holds.
func (s *scene) count(b builder.Block) {
	s.seen["blocks"]++
	if len(b.Block.Transactions()) == 0 {
		s.seen["empty block"]++
	}
	s.seen["withdrawals"] += len(b.Block.Withdrawals())
	s.seen["requests"] += len(b.Requests)
	for i, tx := range b.Block.Transactions() {
		s.seen["transactions"]++
		s.seen["type "+strconv.Itoa(int(tx.Type()))]++
		r := b.Receipts[i]
		if r.Status == types.ReceiptStatusFailed {
			s.seen["failed"]++
		}
		if r.GasUsed == tx.Gas() {
			s.seen["all gas used"]++
		}
		if tx.To() == nil {
			s.seen["creation"]++
		}
		s.seen["logs"] += len(r.Logs)
	}
}

// bundle is a random attempt: one to five transactions on any rollups, now and then with a limit that it may meet.
func (s *scene) bundle() builder.Attempt {
	s.spent = map[rollup.ChainID]map[common.Address]uint64{}
	for _, id := range s.ids {
		s.spent[id] = map[common.Address]uint64{}
	}
	var txs []*rollup.Tx
	for range 1 + s.IntN(5) {
		if tx := s.transaction(); tx != nil {
			txs = append(txs, tx)
		}
	}
	a := bundle(txs...)
	a.Reverting = map[rollup.Digest]bool{}
	for _, tx := range txs {
		a.Reverting[tx.Hash()] = !s.one(4)
	}
	switch s.IntN(30) {
	case 0:
		a.GasLimit = uint64(s.IntN(2_000_000))
	case 1:
		a.GasThrough = uint64(s.IntN(4_000_000))
	case 2:
		a.TriggerDepth = uint32(s.IntN(2))
	case 3:
		a.TriggerCount = uint32(s.IntN(2))
	}
	return a
}

// transaction is one of any type by any actor, most often one that can be included; nil where it may not be drawn.
func (s *scene) transaction() *rollup.Tx {
	id, k := pick(s.dice, s.ids...), pick(s.dice, actors...)
	from := addressOf(k)
	if s.plain && s.nonce(id, k) != s.next[id][from] {
		return nil // an authorisation, or a creation by his code, moved the nonce: a peer's pool would see a gap
	}
	header := s.OpenHeader(id)
	to := s.address()
	c := draft{
		call:  call{to: &to, nonce: s.nonce(id, k) + s.spent[id][from], value: big.NewInt(int64(s.IntN(3))), data: s.bytes(pick(s.dice, 0, 0, 1, 2, 3, 32, 100, 700))},
		price: header.BaseFee,
	}
	s.spent[id][from]++
	switch s.IntN(12) {
	case 0:
		c.to, c.data = nil, pick(s.dice, initCodes...)
	case 1:
		c.to, c.data = nil, s.initCode()
	case 2, 3:
		c.data, c.value, c.to, c.gas = s.trigger(), ether, &predeploy.Address, 700_000
	case 4:
		c.list = types.AccessList{{Address: s.address(), StorageKeys: []common.Hash{{31: byte(s.slot())}, {31: byte(s.slot())}}}, {Address: s.address()}}
	case 5, 6:
		c.auths = s.authorisations(id, k)
	case 7:
		c.value = new(big.Int).Mul(ether, big.NewInt(int64(s.IntN(3)))) // rarely more than there is
	case 8:
		if s.one(4) {
			c.nonce += uint64(s.IntN(3)) - 1
		}
	}
	s.fees(&c)
	if c.gas == 0 {
		s.gas(&c, from)
	}
	return decode(s.t, id, s.sign(id, k, c))
}

// draft is a transaction before it is signed.
type draft struct {
	call
	price *big.Int // the base fee
	list  types.AccessList
	auths []types.SetCodeAuthorization
}

// fees bids anything from a wei less than the base fee to ample, with tips from none to all of it.
func (s *scene) fees(c *draft) {
	c.cap = new(big.Int).Mul(gwei, big.NewInt(100))
	if s.one(4) {
		c.cap = new(big.Int).Add(c.price, big.NewInt(int64(pick(s.dice, 0, 0, 1, 1_000_000))))
	}
	if s.one(60) {
		c.cap = new(big.Int).Sub(c.price, big.NewInt(1))
	}
	c.tip = pick(s.dice, new(big.Int), big.NewInt(1), big.NewInt(1_000_000), c.cap)
	if c.tip.Cmp(c.cap) > 0 {
		c.tip = c.cap
	}
}

// gas is drawn at the edges: exactly what the transaction costs before it runs (intrinsic gas, or EIP-7623's floor),
// one less, and amounts that run out on the way.
func (s *scene) gas(c *draft, from common.Address) {
	rules := pragueRules()
	intrinsic, err := core.IntrinsicGas(c.data, c.list, c.auths, from, c.to, nil, rules)
	require.NoError(s.t, err)
	floor, err := core.FloorDataGas(rules, from, c.to, nil, c.data, c.list)
	require.NoError(s.t, err)
	least := max(intrinsic, floor)
	switch s.IntN(16) {
	case 0:
		c.gas = least
	case 1:
		c.gas = least + uint64(s.IntN(200))
	case 2:
		if c.gas = least; s.one(4) {
			c.gas = least - 1
		}
	case 3:
		c.gas = 6_000_000
	default:
		c.gas = least + pick(s.dice, uint64(3_000), 30_000, 100_000, 500_000, 500_000, 1_500_000)
	}
}

// pragueRules are those of every block of ours.
func pragueRules() params.Rules {
	zero := uint64(0)
	config := &params.ChainConfig{
		ChainID: big.NewInt(1), HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int), EIP158Block: new(big.Int), ByzantiumBlock: new(big.Int),
		ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int), IstanbulBlock: new(big.Int), BerlinBlock: new(big.Int), LondonBlock: new(big.Int),
		ShanghaiTime: &zero, CancunTime: &zero, PragueTime: &zero,
	}
	return config.Rules(new(big.Int), true, math.MaxUint32)
}

// trigger asks for an action elsewhere, or here, that may trigger onwards.
func (s *scene) trigger() []byte {
	target, data, gas := s.address(), word(int64(s.IntN(9))), uint64(pick(s.dice, 0, 50_000, 200_000))
	if s.one(3) {
		target, data, gas = relayAddress, triggerData(pick(s.dice, s.ids...), target, 100_000, data), 450_000
	}
	dst := pick(s.dice, s.ids...)
	if s.one(10) {
		dst = 999
	}
	return triggerData(dst, target, gas, data)
}

// authorisations (EIP-7702) give actors code: of a contract, a precompile, another actor, themselves, or none; good
// ones, and ones with a wrong nonce, chain or signature, which count for nothing but gas.
func (s *scene) authorisations(id rollup.ChainID, sender *ecdsa.PrivateKey) (out []types.SetCodeAuthorization) {
	for range 1 + s.IntN(3) {
		k := pick(s.dice, append(actors, sender)...)
		who := addressOf(k)
		s.next[id][who] = math.MaxUint32           // which no nonce is
		nonce := s.nonce(id, k) + s.spent[id][who] // of the sender: the transaction's own is spent already
		s.spent[id][who]++
		chain := pick(s.dice, id, id, 0)
		switch s.IntN(12) {
		case 0:
			nonce++
			s.spent[id][who]--
		case 1:
			chain = 5
			s.spent[id][who]--
		}
		code := pick(s.dice, poolAddress(0), poolAddress(1), poolAddress(2), poolAddress(3), common.BytesToAddress([]byte{2}), who, addressOf(actors[1]), common.Address{}, storeAddress)
		auth := authorise(s.t, k, chain, nonce, code)
		if s.one(15) {
			auth.V = 7
			s.spent[id][who]--
		}
		out = append(out, auth)
	}
	return out
}

// sign makes the transaction of the type that the draft needs, or of a random one of those that can carry it.
func (s *scene) sign(id rollup.ChainID, k *ecdsa.PrivateKey, c draft) *types.Transaction {
	chain := new(big.Int).SetUint64(uint64(id))
	signer := types.NewPragueSigner(chain)
	word := func(b *big.Int) *uint256.Int { return uint256.MustFromBig(b) }
	switch {
	case len(c.auths) > 0 && c.to != nil:
		return types.MustSignNewTx(k, signer, &types.SetCodeTx{ChainID: word(chain), Nonce: c.nonce, To: *c.to, Value: word(c.value), Data: c.data, Gas: c.gas, GasTipCap: word(c.tip), GasFeeCap: word(c.cap), AccessList: c.list, AuthList: c.auths})
	case c.list == nil && s.one(4):
		return types.MustSignNewTx(k, signer, &types.LegacyTx{Nonce: c.nonce, To: c.to, Value: c.value, Data: c.data, Gas: c.gas, GasPrice: c.cap})
	case s.one(4):
		return types.MustSignNewTx(k, signer, &types.AccessListTx{ChainID: chain, Nonce: c.nonce, To: c.to, Value: c.value, Data: c.data, Gas: c.gas, GasPrice: c.cap, AccessList: c.list})
	}
	return types.MustSignNewTx(k, signer, &types.DynamicFeeTx{ChainID: chain, Nonce: c.nonce, To: c.to, Value: c.value, Data: c.data, Gas: c.gas, GasTipCap: c.tip, GasFeeCap: c.cap, AccessList: c.list})
}

// exercised fails where something never happened that scenes are for.
func exercised(t testing.TB, seen map[string]int) {
	t.Log(seen)
	for _, what := range []string{
		"transactions", "taken back", "failed", "all gas used", "creation", "logs", "triggers", "withdrawals", "empty block", "type 0", "type 1", "type 2", "type 4",
		auction.LegReverted.String(), auction.NonceTooHigh.String(), auction.OutOfGas.String(), auction.BelowBaseFee.String(), auction.ActionReverted.String(), auction.TriggerRefused.String(),
	} {
		require.NotZero(t, seen[what], what)
	}
}

// A scene is what its seed says: played twice it gives the same blocks. And it holds all that it is for.
func TestScenesFollowFromTheirSeeds(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(5) {
		first, again := newScene(t, seed, 3, false), newScene(t, seed, 3, false)
		for range 15 {
			a, b := first.block(), again.block()
			for i := range a {
				require.Equal(t, a[i].Block.Hash(), b[i].Block.Hash())
			}
		}
		for k, v := range first.seen {
			seen[k] += v
		}
	}
	exercised(t, seen)
	require.NotZero(t, seen["requests"])
}
