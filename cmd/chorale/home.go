package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
)

// home is a member's folder. It holds this member's keys and nobody else's, each in a file that only its owner
// may read, 32 bytes in hex.
type home string

// The files of a home. What the member makes of its keys (log, store, share, states) is below memberFolder.
const (
	consensusFile = "consensus.key" // ed25519 seed: signs votes, authenticates connections
	accountFile   = "account.key"   // secp256k1: signs receipts
	dealerFile    = "dealer.key"    // scalar of BLS12-381: for the key ceremony
	memberFolder  = "member"
)

// Refusals of a home; the error that wraps one names the file.
var (
	errHomeTaken = errors.New("there are keys already; they are never replaced")
	errHomeKeys  = errors.New("no usable key; make a home with `chorale init node`")
)

// memberKeys are one member's secrets.
type memberKeys struct {
	consensus ed25519.PrivateKey
	account   *ecdsa.PrivateKey
	dealer    *threshold.DealerKey
}

// create makes the keys. If we crash in between, some files are there: the next try says so and touches nothing.
func (h home) create() (*memberKeys, error) {
	for _, name := range []string{consensusFile, accountFile, dealerFile} {
		if _, err := os.Stat(h.path(name)); !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(fmt.Errorf("%s: %w", h.path(name), errHomeTaken), err)
		}
	}
	if err := os.MkdirAll(string(h), 0o700); err != nil {
		return nil, err
	}
	k := new(memberKeys)
	var err error
	if _, k.consensus, err = ed25519.GenerateKey(rand.Reader); err != nil {
		return nil, err
	}
	if k.account, err = crypto.GenerateKey(); err != nil {
		return nil, err
	}
	if k.dealer, err = threshold.NewDealerKey(rand.Reader); err != nil {
		return nil, err
	}
	return k, errors.Join(h.write(consensusFile, k.consensus.Seed()), h.write(accountFile, crypto.FromECDSA(k.account)),
		h.write(dealerFile, k.dealer.Bytes()), h.sync())
}

// sync makes the names of the files durable: their public half is about to be printed, and goes into a network's
// parameters for good.
func (h home) sync() error {
	dir, err := os.Open(string(h))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// open reads the keys.
func (h home) open() (*memberKeys, error) {
	seed, err := h.read(consensusFile)
	if err != nil {
		return nil, err
	}
	k := &memberKeys{consensus: ed25519.NewKeyFromSeed(seed)}
	raw, err := h.read(accountFile)
	if err != nil {
		return nil, err
	}
	if k.account, err = crypto.ToECDSA(raw); err != nil {
		return nil, fmt.Errorf("%s: %w", h.path(accountFile), errHomeKeys)
	}
	if raw, err = h.read(dealerFile); err != nil {
		return nil, err
	}
	if k.dealer, err = threshold.DealerKeyFromBytes(raw); err != nil {
		return nil, fmt.Errorf("%s: %w", h.path(dealerFile), errHomeKeys)
	}
	return k, nil
}

// member is the public half, as a network's parameters name it.
func (k *memberKeys) member(name string) (rollup.Member, error) {
	return k.seat(0, name).Member()
}

// seat is the keys at a position of the committee.
func (k *memberKeys) seat(index int, name string) *process.Seat {
	return &process.Seat{Index: index, Name: name, Consensus: k.consensus, Dealer: k.dealer, Account: k.account}
}

func (h home) path(name string) string { return filepath.Join(string(h), name) }

func (h home) write(name string, secret []byte) error {
	f, err := os.OpenFile(h.path(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	failpoint("before " + name)
	_, err = f.WriteString(hex.EncodeToString(secret) + "\n")
	err = errors.Join(err, f.Sync(), f.Close())
	failpoint("after " + name)
	return err
}

func (h home) read(name string) ([]byte, error) {
	raw, err := os.ReadFile(h.path(name))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errHomeKeys, err)
	}
	secret, err := hex.DecodeString(strings.TrimSpace(string(raw)))
	if err != nil || len(secret) != 32 {
		return nil, fmt.Errorf("%s: not 32 bytes in hex: %w", h.path(name), errHomeKeys)
	}
	return secret, nil
}
