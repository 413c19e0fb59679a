// Package threshold is the committee's cryptography: t-of-n BLS signatures on
// BLS12-381, encryption to an identity whose opening key is such a signature,
// and the ceremony that makes the group's key without anybody ever holding it.
//
// In come bytes: keys, shares, messages, ciphertexts, the ordered messages of a
// ceremony, and randomness as an io.Reader. Out go bytes and refusals with a
// name. It never does I/O, reads a clock, logs, or draws randomness on its own,
// and it imports nothing else of this project.
//
// # Signatures
//
// Public keys lie in G1 (48 bytes compressed), signatures in G2 (96 bytes
// compressed), so that under [AttestationTag] a group signature is an ordinary
// Ethereum BLS signature. Members hold evaluations f(1) … f(n) of a polynomial
// of degree t−1 with the group's secret key f(0); any t partial signatures on
// one message interpolate to the one signature that f(0) would have made. BLS
// signatures are unique, so which t partials are used, and in which order they
// came, cannot be seen in the result.
//
// Attestation, opening and the ceremony hash to the curve under three different
// tags: a signature of one kind is never one of another.
//
// Points at infinity are refused as keys and as signatures. The pairing equation
// holds for the identity key with the identity signature on every message, so
// this is not a formality.
//
// # Sealing
//
// The scheme is Boneh and Franklin's identity-based encryption ("Identity-Based
// Encryption from the Weil Pairing", CRYPTO 2001), made secure against chosen
// ciphertexts by Fujisaki and Okamoto's transform ("Secure Integration of
// Asymmetric and Symmetric Encryption Schemes", CRYPTO 1999), in the shape that
// drand's timelock encryption made known: the identity is a slot, and the
// identity's secret key is the group signature over it.
//
// With P = s·G the group key, Q = H(identity) in G2 under [OpeningTag], fresh
// 32-byte strings sigma and key, and associated data ad:
//
//	r = H3(sigma, key, ad)          a scalar
//	U = r·G                         48 bytes
//	V = sigma xor H2(e(P, Q)^r, U)  32 bytes
//	W = key xor H4(sigma)           32 bytes
//	C = AES-256-GCM under H5(key, U, V, W, ad), nonce zero, associated data ad
//
// The holder of D = s·Q computes e(U, D) = e(P, Q)^r, from it sigma and key,
// recomputes r, and refuses unless U = r·G. The GCM nonce may be constant since
// every AEAD key is used for one message: it depends on the fresh key and on U.
//
// Why it is secure, in the random oracle model. Without D, telling e(P, Q)^r
// from random is the bilinear Diffie–Hellman problem; fewer than t shares say
// nothing about D (Shamir), and partial signatures over other identities are
// signatures that anybody may see (BLS is unforgeable). An opening of a mauled
// ciphertext would help an attacker only if it were accepted; acceptance needs
// U = H3(sigma, key, ad)·G, so whoever makes an accepted (U, V, W, ad) asked
// the oracle H3 for exactly this (sigma, key, ad) and thereby knows what is
// inside: the opener tells the attacker nothing new. Changing ad changes r,
// hence U: a ciphertext copied under another name does not open. C is bound to
// (U, V, W, ad) by its key and to ad once more by the AEAD; for a given opening
// key and ad at most one key can come out of (U, V, W), so that every opener
// sees the same plaintext or the same refusal, although GCM alone does not
// commit to its key.
//
// Every refusal is [ErrNotOpenable], whatever its cause.
//
// # The ceremony
//
// [Ceremony] is Pedersen's distributed key generation ("A Threshold Cryptosystem
// without a Trusted Party", EUROCRYPT 1991; joint-Feldman in Gennaro et al.,
// "Secure Distributed Key Generation for Discrete-Log Based Cryptosystems"),
// written as a pure function of the messages that a chain has ordered. See
// there for what it resists.
//
// # Secrets and time
//
// With cgo, every multiplication of a point by a long-lived secret (a share, a
// dealer's key, a coefficient) is done by blst, which aims at constant time.
// Without cgo gnark-crypto does it, giving the same bytes and no such promise.
// The sender's one-time r is multiplied by gnark-crypto either way: it is used
// once, on the sender's machine.
package threshold
