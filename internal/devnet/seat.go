package devnet

import (
	"crypto/ecdsa"
	"crypto/ed25519"

	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
)

// SeatOf is the seat of a member that made its keys itself, for a process that is this one member.
func SeatOf(index int, consensus ed25519.PrivateKey, dealer *threshold.DealerKey, key *ecdsa.PrivateKey) *Seat {
	return &Seat{Index: index, Consensus: consensus, Dealer: dealer, Account: account{
		Role: names[index%len(names)], Key: key, Address: crypto.PubkeyToAddress(key.PublicKey),
	}}
}
