package devnet

import (
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
)

// Key is a devnet account's secp256k1 key, a function of the seed and the account's role alone. Anybody can
// compute it: never send value to it on another network.
func Key(seed uint64, role string) *ecdsa.PrivateKey {
	secret := Secret(seed, role)
	for {
		// All but a 2^-128 part of digests are valid keys; the loop makes that part total too.
		if key, err := crypto.ToECDSA(secret[:]); err == nil {
			return key
		}
		secret = crypto.Keccak256Hash(secret[:])
	}
}

// Secret is 32 bytes that follow from the seed and a role.
func Secret(seed uint64, role string) rollup.Digest {
	return digest(binary.BigEndian.AppendUint64([]byte("chorale devnet"), seed), []byte(role))
}

func digest(parts ...[]byte) rollup.Digest { return crypto.Keccak256Hash(parts...) }

// account is a key with its address and role.
type account struct {
	Role    string
	Key     *ecdsa.PrivateKey
	Address rollup.Address
}

func newAccount(seed uint64, role string) account {
	key := Key(seed, role)
	return account{Role: role, Key: key, Address: crypto.PubkeyToAddress(key.PublicKey)}
}

// cast is everybody who holds a key.
type cast struct {
	Owner     account   // governance: owns the contracts on L1
	Poster    account   // the relay's L1 account
	Gateway   account   // the API's account with fee balance and escrow
	Treasury  account   // receives the protocol's share and the fees
	Deployer  account   // deploys the markets on the rollups
	Payouts   []account // one per rollup
	Members   []account // one per seat
	Searchers []account
	Users     []account
	Thief     account   // bids for other people's transactions
	Clumsy    account   // bids for bundles that must fail
	Fickle    account   // changes its mind before the slot closes
	Mover     account   // moves tokens between rollups
	Payer     account   // claims on L1 for the rollups' payout accounts
	Free      []account // nobody's: for whoever plays with the network
}

func newCast(seed uint64, members, rollups, searchers, users int) *cast {
	many := func(role string, n int) []account {
		out := make([]account, n)
		for i := range out {
			out[i] = newAccount(seed, fmt.Sprintf("%s %d", role, i+1))
		}
		return out
	}
	one := func(role string) account { return newAccount(seed, role) }
	return &cast{
		Owner: one("owner"), Poster: one("poster"), Gateway: one("gateway"), Treasury: one("treasury"),
		Deployer: one("deployer"), Payouts: many("payout", rollups), Members: many("member", members),
		Searchers: many("searcher", searchers), Users: many("user", users), Thief: one("thief"), Clumsy: one("clumsy"), Fickle: one("fickle"),
		Mover: one("mover"), Payer: one("payer"), Free: many("free", 3),
	}
}
