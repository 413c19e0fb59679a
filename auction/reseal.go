package auction

import "github.com/chorale-network/chorale/threshold"

// Unseal gives the envelope's padded plaintext and what it was sealed with: all that Reseal needs.
func (s *Sealed) Unseal(o *threshold.Opener) ([]byte, threshold.Seed, error) {
	return o.OpenSeed(s.associated(), s.Ciphertext)
}

// Reveal gives the plaintext with the seed that Unseal gave, at the cost of the symmetric cipher alone.
func (s *Sealed) Reveal(seed threshold.Seed) ([]byte, error) {
	return seed.Reveal(s.associated(), s.Ciphertext)
}

// Reseal gives the ciphertext from which Unseal gives plain and seed. The clear fields must be set.
func (s *Sealed) Reseal(o *threshold.Opener, seed threshold.Seed, plain []byte) ([]byte, error) {
	return o.Reseal(seed, s.associated(), plain)
}

// BundleIn reads the bundle out of a padded plaintext: ErrMalformed or ErrOversized. It does not decode transactions.
func BundleIn(plain []byte) (*Bundle, error) {
	encoded, err := unpad(plain)
	if err != nil {
		return nil, err
	}
	return DecodeBundle(encoded)
}
