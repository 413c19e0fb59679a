package api

import (
	"context"
	"net/http"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// The states of a transaction in Flashbots Protect's status API.
const (
	statusPending   = "PENDING"
	statusIncluded  = "INCLUDED"
	statusFailed    = "FAILED"
	statusCancelled = "CANCELLED"
	statusUnknown   = "UNKNOWN"
)

// TxStatus is the answer to GET /tx/<hash>, in Protect's shape, with our chainId, reason and slot.
type TxStatus struct {
	Status         string         `json:"status"`
	Hash           rollup.Digest  `json:"hash"`
	MaxBlockNumber uint64         `json:"maxBlockNumber"`
	Transaction    TxFields       `json:"transaction"`
	FastMode       bool           `json:"fastMode"`
	SeenInMempool  bool           `json:"seenInMempool"`
	ChainID        decimal        `json:"chainId"`
	Slot           decimal        `json:"slot"`
	Reason         auction.Reason `json:"reason"`
	Text           string         `json:"text"`
	Hint           string         `json:"hint,omitempty"`
}

// TxFields stay empty until the transaction is included: before that they are nobody's business.
type TxFields struct {
	From                 string `json:"from"`
	To                   string `json:"to"`
	GasLimit             string `json:"gasLimit"`
	MaxFeePerGas         string `json:"maxFeePerGas"`
	MaxPriorityFeePerGas string `json:"maxPriorityFeePerGas"`
	Nonce                string `json:"nonce"`
	Value                string `json:"value"`
}

func txFields(tx *rollup.Tx) TxFields {
	out := TxFields{
		From: tx.Sender.Hex(), GasLimit: uintText(tx.Gas()), MaxFeePerGas: tx.GasFeeCap().String(),
		MaxPriorityFeePerGas: tx.GasTipCap().String(), Nonce: uintText(tx.Nonce()), Value: tx.Value().String(),
	}
	if tx.To() != nil {
		out.To = tx.To().Hex()
	}
	return out
}

// statusOf tells how a transaction stands: from what was sent here, else from what was executed.
func (s *Server) statusOf(ctx context.Context, hash rollup.Digest) (TxStatus, *Refusal) {
	out := TxStatus{Status: statusUnknown, Hash: hash, Reason: auction.NotFound, Text: auction.NotFound.Text()}
	tx, bundle, refusal := s.gateway.Wallet(ctx, hash)
	if refusal != nil {
		return out, told(refusal)
	}
	key := hash
	if tx != nil {
		out.Status, out.ChainID, key = statusPending, decimal(tx.Chain), bundle
	}
	known, ok := s.index.Tell(key, index.Viewer{All: true})
	if !ok {
		return out, nil
	}
	story := storyRow(&known)
	out.Reason, out.Slot, out.Text, out.Hint = story.State, story.Slot, story.Text, story.Hint
	switch {
	case story.State == auction.Executed:
		out.Status = statusIncluded
		for _, a := range story.Attempts {
			if a.Fate == nil {
				continue
			}
			for _, p := range a.Fate.Places {
				if p.Tx == hash {
					out.ChainID, out.MaxBlockNumber = p.Chain, uint64(p.Block)
				}
			}
		}
		if tx != nil {
			out.Transaction = txFields(tx)
		}
	case story.State == auction.Cancelled || story.State == auction.Replaced:
		out.Status = statusCancelled
	case story.Final:
		out.Status = statusFailed
	default:
		out.Status = statusPending
	}
	return out, nil
}

func (s *Server) serveTx(w http.ResponseWriter, r *http.Request) {
	hash, refusal := digestOf(r.PathValue("hash"), "hash")
	if refusal != nil {
		writeRefusal(w, refusal)
		return
	}
	status, refusal := s.statusOf(r.Context(), hash)
	if refusal != nil {
		writeRefusal(w, s.metrics.refuse(refusal))
		return
	}
	writeJSON(w, status)
}

// digestOf reads a 32-byte 0x hash out of a path.
func digestOf(text, field string) (rollup.Digest, *Refusal) {
	b, err := hexutil.Decode(text)
	if err != nil || len(b) != 32 {
		return rollup.Digest{}, malformed(field, "not a 32-byte hash: "+clip(text, 80), "write 0x and 64 hex digits")
	}
	return rollup.Digest(b), nil
}
