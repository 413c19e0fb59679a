// Command sharedtoken deploys the SharedToken of contracts/src/demo on two rollups and moves units from one to the
// other, through a gateway, as an application's own client would.
//
// In come a gateway's address, a prefunded key and two chain ids; out go three bundles, sealed here, and a line for
// each thing that happened. It asks only the gateway and the rollups behind it, and keeps nothing.
package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/big"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/rollup"
)

const (
	supply = 1_000 // units that the first rollup starts with
	moved  = 250   // of these, to the second
	// mintGas is what mintFrom gets on the other rollup, in gas.
	mintGas = 60_000
	// patience is how many slots a bundle is tried in, and wait how long a block may take to close.
	patience = 40
	wait     = 20 * time.Second
)

var (
	token = bindings.NewSharedToken()
	// errNotExecuted says that a bundle left no trace.
	errNotExecuted = errors.New("not executed")
)

func main() {
	api := flag.String("api", "http://127.0.0.1:8080", "`URL` of a gateway")
	key := flag.String("key", "", "secret `KEY` of an account with ether on both rollups and a fee balance on L1, in hex")
	from := flag.Uint64("from", 901, "`CHAIN` that the units start on")
	to := flag.Uint64("to", 902, "`CHAIN` that some of them move to")
	flag.Parse()
	if err := run(context.Background(), os.Stdout, *api, *key, *from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "sharedtoken:", err)
		os.Exit(1)
	}
}

// user is one account on two rollups, and its line to the gateway.
type user struct {
	key     *ecdsa.PrivateKey
	account common.Address
	gateway *client.Client
	rollups map[uint64]*ethclient.Client
	out     io.Writer
}

func run(ctx context.Context, out io.Writer, api, hexKey string, from, to uint64) error {
	key, err := crypto.HexToECDSA(strings.TrimPrefix(hexKey, "0x"))
	if err != nil {
		return errors.New("-key must be 32 bytes in hex")
	}
	u := &user{key: key, account: crypto.PubkeyToAddress(key.PublicKey), rollups: map[uint64]*ethclient.Client{}, out: out}
	for _, chain := range []uint64{from, to} {
		if u.rollups[chain], err = ethclient.DialContext(ctx, fmt.Sprintf("%s/rpc/%d", api, chain)); err != nil {
			return err
		}
		defer u.rollups[chain].Close()
	}
	if u.gateway, err = client.Dial(ctx, "ws"+strings.TrimPrefix(api, "http")+"/ws", key); err != nil {
		return err
	}
	defer u.gateway.Close()

	address, err := u.deploy(ctx, []uint64{from, to})
	if err != nil {
		return err
	}
	if err := u.move(ctx, address, from, to); err != nil {
		return err
	}
	return u.report(ctx, address, from, to)
}

// deploy creates the token on each rollup. A new account does it with its first transaction, so that the token has the
// same address everywhere, and no other contract can ever stand there.
func (u *user) deploy(ctx context.Context, chains []uint64) (common.Address, error) {
	deployer, err := crypto.GenerateKey()
	if err != nil {
		return common.Address{}, err
	}
	account := crypto.PubkeyToAddress(deployer.PublicKey)
	for i, chain := range chains {
		units := big.NewInt(0)
		if i == 0 {
			units.SetInt64(supply)
		}
		arguments := token.PackConstructor("Shared Token", "SHR", u.account, units, chains)
		purse := new(big.Int).Div(big.NewInt(params.Ether), big.NewInt(10))
		fund, err := u.sign(ctx, chain, u.key, &account, purse, 21_000, nil)
		if err != nil {
			return common.Address{}, err
		}
		create, err := u.sign(ctx, chain, deployer, nil, nil, 2_000_000, append(common.FromHex(bindings.SharedTokenMetaData.Bin), arguments...))
		if err != nil {
			return common.Address{}, err
		}
		// Both or neither: the deployer is funded in the bundle in which it spends.
		if err := u.send(ctx, fmt.Sprintf("deploy on %d", chain), 4, auction.Leg{Chain: rollup.ChainID(chain), Txs: [][]byte{fund, create}}); err != nil {
			return common.Address{}, err
		}
	}
	return crypto.CreateAddress(account, 0), nil
}

// move burns units on one rollup, which mints them on the other. The caller prepays the minting with the value: at
// twice the base fee of now, since it may rise until the bundle is in a block.
func (u *user) move(ctx context.Context, address common.Address, from, to uint64) error {
	if err := u.deployed(ctx, address, from, to); err != nil {
		return err
	}
	head, err := u.rollups[to].HeaderByNumber(ctx, nil)
	if err != nil {
		return err
	}
	answer, err := u.rollups[from].CallContract(ctx, ethereum.CallMsg{To: &address, Data: token.PackBurnPrice(mintGas, new(big.Int).Lsh(head.BaseFee, 1))}, nil)
	if err != nil {
		return err
	}
	price, err := token.UnpackBurnPrice(answer)
	if err != nil {
		return err
	}
	burn, err := u.sign(ctx, from, u.key, &address, price, 150_000, token.PackBurnTo(to, u.account, big.NewInt(moved), mintGas))
	if err != nil {
		return err
	}
	return u.send(ctx, fmt.Sprintf("move %d units to %d", moved, to), 2, auction.Leg{Chain: rollup.ChainID(from), Txs: [][]byte{burn}})
}

// report waits until both rollups' last blocks have the transfer and says who holds what.
func (u *user) report(ctx context.Context, address common.Address, from, to uint64) error {
	return u.until(ctx, func() (bool, error) {
		total := int64(0)
		held := map[uint64]int64{}
		for _, chain := range []uint64{from, to} {
			answer, err := u.rollups[chain].CallContract(ctx, ethereum.CallMsg{To: &address, Data: token.PackBalanceOf(u.account)}, nil)
			if err != nil {
				return false, err
			}
			units, err := token.UnpackBalanceOf(answer)
			if err != nil {
				return false, err
			}
			held[chain] = units.Int64()
			total += units.Int64()
		}
		if held[to] != moved || total != supply { // blocks of two rollups do not reach their nodes at the same moment
			return false, nil
		}
		_, err := fmt.Fprintf(u.out, "held on %d: %d units\nheld on %d: %d units\nin all: %d units, as before\n", from, held[from], to, held[to], total)
		return true, err
	})
}

// deployed waits until the token stands in a closed block of both rollups, so that their nodes can be asked about it.
func (u *user) deployed(ctx context.Context, address common.Address, chains ...uint64) error {
	return u.until(ctx, func() (bool, error) {
		for _, chain := range chains {
			code, err := u.rollups[chain].CodeAt(ctx, address, nil)
			if err != nil || len(code) == 0 {
				return false, err
			}
		}
		return true, nil
	})
}

func (u *user) until(ctx context.Context, done func() (bool, error)) error {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	for {
		if ok, err := done(); ok || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no block has it yet: %w", ctx.Err())
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// sign makes a transaction at the account's next nonce, as of the slots so far.
func (u *user) sign(ctx context.Context, chain uint64, key *ecdsa.PrivateKey, to *common.Address, value *big.Int, gas uint64, data []byte) ([]byte, error) {
	nonce, err := u.rollups[chain].PendingNonceAt(ctx, crypto.PubkeyToAddress(key.PublicKey))
	if err != nil {
		return nil, err
	}
	if value == nil {
		value = new(big.Int)
	}
	id := new(big.Int).SetUint64(chain)
	tx, err := types.SignNewTx(key, types.NewPragueSigner(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, To: to, Value: value, Gas: gas, Data: data,
		GasTipCap: big.NewInt(params.GWei / 1000), GasFeeCap: big.NewInt(10 * params.GWei),
	})
	if err != nil {
		return nil, err
	}
	return tx.MarshalBinary()
}

// send seals one leg as a bundle without a bid, to one slot after another until it executes, and says how it ended.
func (u *user) send(ctx context.Context, what string, class auction.GasClass, leg auction.Leg) error {
	b := &auction.Bundle{Bid: new(uint256.Int), Legs: []auction.Leg{leg}}
	if _, err := rand.Read(b.Salt[:]); err != nil {
		return err
	}
	k, err := u.gateway.SealingKey(ctx)
	if err != nil {
		return err
	}
	story, err := u.gateway.SendUntil(ctx, client.Range{Bundle: b, Class: class, Last: k.Slot + patience, Margin: k.SlotTime / 5})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	last := story.Attempts[len(story.Attempts)-1]
	if last.State != auction.Executed {
		return fmt.Errorf("%s: %w: %s: %s", what, errNotExecuted, last.State, last.State.Text())
	}
	_, err = fmt.Fprintf(u.out, "%s: %s in slot %s, %d gas on all rollups, actions %d\n", what, last.State, last.Slot, last.Fate.GasUsed, last.Fate.Triggers)
	return err
}
