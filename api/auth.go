package api

import (
	"fmt"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// challengeLife is how long a challenge can be answered.
const challengeLife = 30 * time.Second

// Challenge is what a client signs (EIP-191, the text as it is) to authenticate its WebSocket connection. It
// names the connection and the host, so that an answer given to one server or connection is worth nothing on
// another; the client must see its own host in it before it signs.
type Challenge struct {
	Text      string  `json:"text"`
	Host      string  `json:"host"`
	ExpiresMs decimal `json:"expiresMs"`
}

// challenges are a connection's: at most one is open, and one answer, right or wrong, uses it up.
type challenges struct {
	mu      sync.Mutex
	text    string
	expires time.Time
	signer  rollup.Address
}

// issue replaces the connection's challenge.
func (c *challenges) issue(k *socket) Challenge {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.expires = k.guard.now().Add(challengeLife)
	c.text = fmt.Sprintf("Chorale: authenticate this connection\nhost: %s\nconnection: %s\nnonce: %s\nexpires: %d",
		k.host, k.id, randomHex(16), c.expires.UnixMilli())
	return Challenge{Text: c.text, Host: k.host, ExpiresMs: decimal(c.expires.UnixMilli())}
}

// answer authenticates the connection as account.
func (c *challenges) answer(account rollup.Address, sig []byte, now time.Time) *Refusal {
	c.mu.Lock()
	defer c.mu.Unlock()
	text := c.text
	c.text = "" // used up, whatever the answer is worth
	if text == "" {
		return refuse(auction.BadSignature, "signature", "no challenge is open on this connection", "ask for one by chorale_challenge; each can be answered once")
	}
	if now.After(c.expires) {
		return refuse(auction.BadSignature, "signature", "the challenge has expired", "ask for another by chorale_challenge and answer within 30 s")
	}
	digest := crypto.Keccak256Hash([]byte(fmt.Sprintf("\x19Ethereum Signed Message:\n%d%s", len(text), text)))
	if !gateway.SignedBy(account, digest, sig) {
		return refuse(auction.BadSignature, "signature", "the signature is not the account's over this challenge", "sign the challenge's text with personal_sign (EIP-191)")
	}
	c.signer = account
	return nil
}

// AuthenticateParams is the answer to a challenge.
type AuthenticateParams struct {
	Address   rollup.Address `json:"address"`
	Signature hexutil.Bytes  `json:"signature"`
}
