package process

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
)

// Seat is one member's keys. A process holds one; only the devnet's own process, which is all members at once,
// holds several.
type Seat struct {
	Index     int
	Name      string // as the page shows the member
	Consensus ed25519.PrivateKey
	Dealer    *threshold.DealerKey
	Account   *ecdsa.PrivateKey // signs receipts
}

// Member is the seat as the network's parameters name it.
func (s *Seat) Member() (rollup.Member, error) {
	public, ok := s.Consensus.Public().(ed25519.PublicKey)
	if !ok {
		return rollup.Member{}, fmt.Errorf("seat %d: no ed25519 key", s.Index)
	}
	return rollup.Member{
		Name: s.Name, ConsensusKey: hex.EncodeToString(public), DealerKey: strings.TrimPrefix(s.Dealer.Public().String(), "0x"),
		Account: crypto.PubkeyToAddress(s.Account.PublicKey),
	}, nil
}

// Find is the position of the seat's consensus key among the members; false for a stranger's.
func (s *Seat) Find(members []rollup.Member) (int, bool) {
	mine, err := s.Member()
	if err != nil {
		return 0, false
	}
	at := slices.IndexFunc(members, func(m rollup.Member) bool { return strings.TrimPrefix(m.ConsensusKey, "0x") == mine.ConsensusKey })
	return at, at >= 0
}
