// Package client talks to Chorale gateways: over WebSocket for searchers (Client), over REST for whoever judges a
// receipt (Reader) or follows the network (Origin).
//
// In come bundles and keys; out go envelopes sealed at home, which nobody, the gateway included, can read
// before their batch is agreed on, and the story of each. It never sends a key or an unsealed bundle unless
// SendBundle is called, never retries behind the caller's back (SendUntil, ReplaceNamed and CancelNamed are asked
// to), and judges no bid.
package client

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"
)

// Client is one connection to a gateway. Safe for concurrent use.
type Client struct {
	rpc     *rpc.Client
	host    string
	key     *ecdsa.PrivateKey
	account rollup.Address
	sealers auction.Sealers
}

// Dial connects to a gateway's WebSocket, for instance ws://127.0.0.1:8080/ws. key is the bidder's: its
// account pays the opening fee, and the bid unless a bundle names another payer.
func Dial(ctx context.Context, wsURL string, key *ecdsa.PrivateKey) (*Client, error) {
	u, err := url.Parse(wsURL)
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", wsURL, err)
	}
	c, err := rpc.DialOptions(ctx, wsURL, rpc.WithWebsocketMessageSizeLimit(32<<20))
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", wsURL, err)
	}
	return &Client{rpc: c, host: u.Host, key: key, account: crypto.PubkeyToAddress(key.PublicKey)}, nil
}

// Close ends the connection and every subscription on it.
func (c *Client) Close() { c.rpc.Close() }

// Account is the bidder's.
func (c *Client) Account() rollup.Address { return c.account }

// SealingKey is all that is needed to seal.
type SealingKey struct {
	Network  rollup.Network
	GroupKey threshold.PublicKey
	Slot     rollup.Slot   // open when the gateway answered
	ClosesAt time.Time     // by the gateway's estimate
	SlotTime time.Duration // a slot's length
	Gateway  rollup.Address
}

// Next is the slot to seal for now: the open one, or the one after it where the open one closes within margin.
func (k *SealingKey) Next(margin time.Duration) rollup.Slot {
	if time.Until(k.ClosesAt) < margin {
		return k.Slot + 1
	}
	return k.Slot
}

// SealingKey asks for the group's key and the slot that is open.
func (c *Client) SealingKey(ctx context.Context) (*SealingKey, error) {
	var raw struct {
		Network     rollup.Digest       `json:"network"`
		Incarnation uint64              `json:"incarnation,string"`
		Epoch       uint64              `json:"epoch,string"`
		GroupKey    threshold.PublicKey `json:"groupKey"`
		Slot        uint64              `json:"slot,string"`
		ClosesMs    int64               `json:"closesMs,string"`
		SlotMs      int64               `json:"slotMs,string"`
		Gateway     rollup.Address      `json:"gateway"`
	}
	if err := c.call(ctx, &raw, "chorale_sealingKey"); err != nil {
		return nil, err
	}
	return &SealingKey{
		Network:  rollup.Network{ID: raw.Network, Incarnation: raw.Incarnation, Epoch: raw.Epoch},
		GroupKey: raw.GroupKey, Slot: rollup.Slot(raw.Slot), ClosesAt: time.UnixMilli(raw.ClosesMs),
		SlotTime: time.Duration(raw.SlotMs) * time.Millisecond, Gateway: raw.Gateway,
	}, nil
}

// Sent is what the gateway answers once a member holds an envelope durably.
type Sent struct {
	BundleHash rollup.Digest
	Envelope   rollup.Digest
	Slot       rollup.Slot
	MaxSlot    rollup.Slot  // up to which the gateway seals it again; 0 for once
	Fee        *uint256.Int // wei that this envelope pays, win or lose
	Receipt    Receipt
	// Sealed is what the envelope shows, of one that was sealed at home: with it the receipt can be judged.
	Sealed *auction.Clear
	// Replacement and Sequence are the bundle's, of a named one that was sealed at home: what Replace and Cancel
	// need. Of one sent in clear the gateway keeps the name, and Sequence is its number.
	Replacement rollup.Digest
	Sequence    uint64
}

type sentAnswer struct {
	BundleHash rollup.Digest `json:"bundleHash"`
	Envelope   rollup.Digest `json:"envelope"`
	Slot       rollup.Slot   `json:"slot,string"`
	MaxSlot    rollup.Slot   `json:"maxSlot,string"`
	Fee        string        `json:"fee"`
	Sequence   uint64        `json:"replacementSeqNumber,string"`
	Receipt    Receipt       `json:"receipt"`
}

// sent checks the receipt and is the answer as a value.
func (a *sentAnswer) sent(envelope rollup.Digest) (*Sent, error) {
	if err := a.Receipt.Verify(envelope); err != nil {
		return nil, fmt.Errorf("envelope %s: %w", envelope, err)
	}
	fee := new(uint256.Int)
	if a.Fee != "" {
		if err := fee.SetFromDecimal(a.Fee); err != nil {
			return nil, fmt.Errorf("envelope %s: fee: %w", envelope, err)
		}
	}
	return &Sent{
		BundleHash: a.BundleHash, Envelope: a.Envelope, Slot: a.Slot, MaxSlot: a.MaxSlot, Fee: fee, Receipt: a.Receipt, Sequence: a.Sequence,
	}, nil
}

// Promised says whether the member's word binds it to list the envelope for its slot; else the envelope came
// late in the slot, and may miss its batch.
func (s *Sent) Promised() bool { return s.Receipt.Slot <= s.Slot }

// Seal seals a bundle at home for a slot, signed by the client's key. The costly part of sealing is done
// once for each slot.
func (c *Client) Seal(k *SealingKey, slot rollup.Slot, class auction.GasClass, b *auction.Bundle) (*auction.Sealed, error) {
	sealer, err := c.sealers.For(k.Network, slot, k.GroupKey)
	if err != nil {
		return nil, err
	}
	clear := auction.Sealed{Network: k.Network, Slot: slot, Bidder: c.account, GasClass: class}
	e, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], c.key) })
	if err != nil {
		return nil, fmt.Errorf("seal for slot %d: %w", slot, err)
	}
	return e, nil
}

// SendSealed seals a bundle at home and sends the envelope. A *Refusal says why it was not taken; its
// receipt has been verified.
func (c *Client) SendSealed(ctx context.Context, k *SealingKey, slot rollup.Slot, class auction.GasClass, b *auction.Bundle) (*Sent, error) {
	e, err := c.Seal(k, slot, class, b)
	if err != nil {
		return nil, err
	}
	sent, err := c.SendEnvelope(ctx, e)
	if err != nil {
		return nil, err
	}
	sent.BundleHash, sent.Replacement, sent.Sequence = b.Hash(), b.Replacement, b.Sequence
	return sent, nil
}

// SendEnvelope sends an envelope as it is.
func (c *Client) SendEnvelope(ctx context.Context, e *auction.Sealed) (*Sent, error) {
	var answer sentAnswer
	if err := c.call(ctx, &answer, "chorale_sendSealed", map[string]hexutil.Bytes{"raw": e.Encode()}); err != nil {
		return nil, err
	}
	sent, err := answer.sent(e.ID())
	if err != nil {
		return nil, err
	}
	sent.Sealed = e.Clear()
	return sent, nil
}

// Clear is a bundle for chorale_sendBundle: the gateway reads it and seals it.
type Clear struct {
	Bundle          *auction.Bundle
	Slot            rollup.Slot // exactly this one, or the first if there is a MaxSlot; 0 for the next
	MaxSlot         rollup.Slot // sealed again up to this one; 0 for once
	ReplacementUUID string      // names it for replacing and cancelling; the connection must be authenticated
	// SequenceNumber is the bundle's place under its name; 0 for the order of arrival. Where a payer signs, Name
	// sets it in the bundle before SignBid, and it must be given here too.
	SequenceNumber uint64
}

// SignBid has the client's account pay for a bundle that a gateway carries, up to a last slot.
func (c *Client) SignBid(k *SealingKey, b *auction.Bundle, last rollup.Slot) error {
	b.Payer, b.PayerLastSlot, b.PayerSignature = c.account, last, nil
	digest := auction.BidDigest(k.Network.ID, b.Hash(), b.Bid, k.Gateway, last)
	sig, err := crypto.Sign(digest[:], c.key)
	if err != nil {
		return fmt.Errorf("sign bid: %w", err)
	}
	b.PayerSignature = sig
	return nil
}

// SendBundle sends a bundle in clear to the gateway, which seals it on its own account.
func (c *Client) SendBundle(ctx context.Context, clear Clear) (*Sent, error) {
	b := clear.Bundle
	type leg struct {
		Chain rollup.ChainID  `json:"chainId"`
		Txs   []hexutil.Bytes `json:"txs"`
	}
	type authorisation struct {
		Transaction rollup.Digest `json:"transaction"`
		Signature   hexutil.Bytes `json:"signature"`
	}
	p := map[string]any{"salt": hexutil.Bytes(b.Salt[:])}
	legs := []leg{}
	for _, l := range b.Legs {
		out := leg{Chain: l.Chain, Txs: []hexutil.Bytes{}}
		for _, raw := range l.Txs {
			out.Txs = append(out.Txs, raw)
		}
		legs = append(legs, out)
	}
	p["legs"] = legs
	if b.Bid != nil {
		p["bid"] = b.Bid.Hex()
	}
	if len(b.Reverting) > 0 {
		p["revertingTxHashes"] = b.Reverting
	}
	if b.Payer != (rollup.Address{}) {
		p["payer"], p["payerSignature"], p["payerLastSlot"] = b.Payer, hexutil.Bytes(b.PayerSignature), uint64(b.PayerLastSlot)
	}
	if len(b.Authorisations) > 0 {
		list := []authorisation{}
		for _, a := range b.Authorisations {
			list = append(list, authorisation{a.Transaction, a.Signature})
		}
		p["authorisations"] = list
	}
	if clear.Slot != 0 {
		p["slot"] = uint64(clear.Slot)
	}
	if clear.MaxSlot != 0 {
		p["maxSlot"] = uint64(clear.MaxSlot)
	}
	if clear.ReplacementUUID != "" {
		p["replacementUuid"] = clear.ReplacementUUID
	}
	if clear.SequenceNumber != 0 {
		p["replacementSeqNumber"] = clear.SequenceNumber
	}
	var answer sentAnswer
	if err := c.call(ctx, &answer, "chorale_sendBundle", p); err != nil {
		return nil, err
	}
	return answer.sent(answer.Envelope)
}

// Cancellation is what a gateway did to cancel a bundle that was sent to it in clear.
type Cancellation struct {
	BundleHash     rollup.Digest `json:"bundleHash"`
	SequenceNumber uint64        `json:"replacementSeqNumber,string"`
	Cancellations  []struct {
		Envelope rollup.Digest `json:"envelope"`
		Slot     rollup.Slot   `json:"slot,string"`
		Fee      string        `json:"fee"` // wei, decimal
		Promised bool          `json:"promised"`
	} `json:"cancellations"` // what was sealed beside it; empty if it stood in no slot
}

// CancelBundle cancels what the account named so and sent in clear. The connection must be authenticated. A
// *Refusal with auction.TooLate says that a closed slot holds it: its fate stands.
func (c *Client) CancelBundle(ctx context.Context, uuid string) (*Cancellation, error) {
	out := new(Cancellation)
	if err := c.call(ctx, out, "chorale_cancelBundle", map[string]string{"replacementUuid": uuid}); err != nil {
		return nil, err
	}
	return out, nil
}

// ErrHost refuses a challenge that names another host than the one that was dialled.
var ErrHost = errors.New("challenge names another host")

// Authenticate answers the gateway's challenge with the client's key, so that this connection may follow
// whatever the account sent anywhere.
func (c *Client) Authenticate(ctx context.Context) error {
	var challenge struct {
		Text string `json:"text"`
		Host string `json:"host"`
	}
	if err := c.call(ctx, &challenge, "chorale_challenge"); err != nil {
		return err
	}
	if challenge.Host != c.host || !strings.Contains(challenge.Text, "\nhost: "+c.host+"\n") {
		return fmt.Errorf("%q, dialled %q: %w", challenge.Host, c.host, ErrHost)
	}
	text := fmt.Sprintf("\x19Ethereum Signed Message:\n%d%s", len(challenge.Text), challenge.Text)
	sig, err := crypto.Sign(crypto.Keccak256([]byte(text)), c.key)
	if err != nil {
		return fmt.Errorf("sign challenge: %w", err)
	}
	var ok bool
	return c.call(ctx, &ok, "chorale_authenticate", map[string]any{"address": c.account, "signature": hexutil.Bytes(sig)})
}

// Refusal is why the gateway or the committee did not take something.
type Refusal struct {
	Reason       auction.Reason `json:"code"`
	Field        string         `json:"field"`
	Index        *int           `json:"index"`
	Hint         string         `json:"hint"`
	RetryAfterMs int64          `json:"retryAfterMs"`
	Message      string         `json:"-"`
}

// Error says what, where and how to mend it.
func (r *Refusal) Error() string {
	return fmt.Sprintf("%s: %s: %s (%s)", r.Reason, r.Field, r.Message, r.Hint)
}

func (c *Client) call(ctx context.Context, result any, method string, params ...any) error {
	err := c.rpc.CallContext(ctx, result, method, params...)
	if err == nil {
		return nil
	}
	var data rpc.DataError
	if errors.As(err, &data) {
		raw, marshalErr := json.Marshal(data.ErrorData())
		r := &Refusal{Message: err.Error()}
		if marshalErr == nil && json.Unmarshal(raw, r) == nil && r.Reason != auction.None {
			return r
		}
	}
	return fmt.Errorf("%s: %w", method, err)
}
