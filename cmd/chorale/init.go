package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/urfave/cli/v3"
)

// initCommand makes what a process needs before its first start: keys, a token, and its commented file.
func initCommand() *cli.Command {
	dir := &cli.StringFlag{Name: "dir", Required: true, Local: true, Usage: "`DIR` of the process's keys and file; made if it is not there"}
	return &cli.Command{
		Name: "init", Usage: "make a process's keys and its commented configuration",
		Commands: []*cli.Command{
			{
				Name: "node", Usage: "a member's keys, its door's token and node.toml; prints the public half, which goes into the network's parameters",
				Flags:  []cli.Flag{dir, &cli.StringFlag{Name: "name", Required: true, Usage: "`NAME` by which the page shows this member"}},
				Action: initNode,
			},
			{Name: "api", Usage: "a gateway's account and api.toml; prints the account, which needs a fee balance in the Vault", Flags: []cli.Flag{dir}, Action: initAPI},
			{Name: "relay", Usage: "a relay's two L1 accounts and relay.toml; prints them, which need ether on L1", Flags: []cli.Flag{dir}, Action: initRelay},
			{Name: "follow", Usage: "a follower's follow.toml", Flags: []cli.Flag{dir}, Action: initFollow},
		},
	}
}

func initNode(_ context.Context, c *cli.Command) error {
	dir, err := filepath.Abs(c.String("dir")) // the file is read from anywhere
	if err != nil {
		return err
	}
	keys, err := home(dir).create()
	if err != nil {
		return err
	}
	token := filepath.Join(dir, "door.token")
	secret := make([]byte, 32)
	if _, err := rand.Read(secret); err != nil {
		return err
	}
	// The keys are durable; of these two a crash leaves none, one or both, and they are made again by hand.
	err = errors.Join(writeOnce(token, hex.EncodeToString(secret)+"\n", 0o600),
		writeOnce(filepath.Join(dir, "node.toml"), config.File(new(config.Node), map[string]string{"home": dir, "door.token_file": token}), 0o644))
	if err != nil {
		return err
	}
	m, err := keys.member(c.String("name"))
	if err != nil {
		return err
	}
	return json.NewEncoder(c.Root().Writer).Encode(m)
}

func initAPI(_ context.Context, c *cli.Command) error {
	dir, err := filepath.Abs(c.String("dir"))
	if err != nil {
		return err
	}
	file, address, err := newAccount(dir, "account.key")
	if err != nil {
		return err
	}
	err = writeOnce(filepath.Join(dir, "api.toml"), config.File(new(config.Gateway), map[string]string{"account_key_file": file}), 0o644)
	if err != nil {
		return err
	}
	return json.NewEncoder(c.Root().Writer).Encode(map[string]string{"account": address})
}

func initRelay(_ context.Context, c *cli.Command) error {
	dir, err := filepath.Abs(c.String("dir"))
	if err != nil {
		return err
	}
	poster, posts, err := newAccount(dir, "poster.key")
	if err != nil {
		return err
	}
	payer, claims, err := newAccount(dir, "payer.key")
	if err != nil {
		return err
	}
	err = writeOnce(filepath.Join(dir, "relay.toml"), config.File(new(config.Relay),
		map[string]string{"account_key_file": poster, "claims.account_key_file": payer}), 0o644)
	if err != nil {
		return err
	}
	return json.NewEncoder(c.Root().Writer).Encode(map[string]string{"poster": posts, "payer": claims})
}

func initFollow(_ context.Context, c *cli.Command) error {
	dir, err := filepath.Abs(c.String("dir"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return writeOnce(filepath.Join(dir, "follow.toml"), config.File(new(config.Follow), map[string]string{"dir": filepath.Join(dir, "journal")}), 0o644)
}

// newAccount makes an account's key in a file of its own.
func newAccount(dir, name string) (file, address string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", "", err
	}
	key, err := crypto.GenerateKey()
	if err != nil {
		return "", "", err
	}
	file = filepath.Join(dir, name)
	return file, crypto.PubkeyToAddress(key.PublicKey).Hex(), writeOnce(file, hex.EncodeToString(crypto.FromECDSA(key))+"\n", 0o600)
}

// writeOnce writes a file that is not there yet. One that is there is never replaced.
func writeOnce(name, content string, mode os.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode) //nolint:gosec // named by whoever runs the command
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s: %w", name, errHomeTaken)
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	return errors.Join(err, f.Sync(), f.Close())
}
