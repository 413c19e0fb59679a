package devnet

import (
	"crypto/ed25519"
	"fmt"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// NewSeat derives the keys of one of a devnet's members from its seed.
func NewSeat(seed uint64, index int) (*process.Seat, error) {
	role := fmt.Sprintf("member %d", index+1)
	secret := Secret(seed, role+" consensus")
	dealing := Secret(seed, role+" dealer")
	dealer, err := threshold.NewDealerKey(newStream(dealing))
	if err != nil {
		return nil, fmt.Errorf("dealer key of %s: %w", role, err)
	}
	return &process.Seat{
		Index: index, Name: names[index%len(names)], Consensus: ed25519.NewKeyFromSeed(secret[:]), Dealer: dealer, Account: Key(seed, role),
	}, nil
}

// names of the members, as the page shows them.
var names = []string{"soprano", "alto", "tenor", "bass", "mezzo", "contralto", "baritone", "treble",
	"descant", "cantor", "discant", "falsetto", "bourdon", "organum", "motet", "cantus"}

// stream is bytes that follow from a secret: for keys that must come out the same with the same seed.
type stream struct {
	state rollup.Digest
	rest  []byte
}

func newStream(secret rollup.Digest) *stream { return &stream{state: secret} }

func (s *stream) Read(p []byte) (int, error) {
	for n := 0; n < len(p); {
		if len(s.rest) == 0 {
			s.state = digest(s.state[:])
			out := digest(s.state[:], []byte("out"))
			s.rest = out[:]
		}
		k := copy(p[n:], s.rest)
		s.rest = s.rest[k:]
		n += k
	}
	return len(p), nil
}
