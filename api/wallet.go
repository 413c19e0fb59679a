package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// serveChain is /rpc/<chainId>: one URL for a wallet. Reads go to the rollup's node; what is sent is sealed
// here as a one-leg bundle without a bid, and sealed again for later slots until it is included or cannot be.
func (s *Server) serveChain(w http.ResponseWriter, r *http.Request) {
	n := s.rollup(r.PathValue("chain"))
	if n == nil {
		writeRPCError(w, nil, s.metrics.refuse(unknownRollup(r.PathValue("chain"))))
		return
	}
	body, c, refusal := s.intake(w, r)
	if refusal != nil {
		writeRPCError(w, nil, s.metrics.refuse(refusal))
		return
	}
	canRevert := r.URL.Query().Get("canRevert") == "true"
	w.Header().Set("Content-Type", "application/json")
	if first := bytes.TrimLeft(body, " \t\r\n"); first[0] == '{' {
		var one rpcRequest
		if err := json.Unmarshal(body, &one); err != nil {
			writeRPCError(w, nil, malformed("body", err.Error(), "send a JSON-RPC 2.0 request"))
			return
		}
		writeAnswers(w, s.answer(r.Context(), n, c, canRevert, []rpcRequest{one}), false)
		return
	}
	var calls []rpcRequest
	if err := json.Unmarshal(body, &calls); err != nil || len(calls) == 0 {
		writeRPCError(w, nil, malformed("body", "not a batch of requests", "send a JSON array of JSON-RPC 2.0 requests"))
		return
	}
	writeAnswers(w, s.answer(r.Context(), n, c, canRevert, calls), true)
}

// rollup is the node of a chain named in a path; nil if there is none.
func (s *Server) rollup(chain string) *node {
	id, err := strconv.ParseUint(chain, 10, 64)
	if err != nil {
		return nil
	}
	return s.node(rollup.ChainID(id))
}

func unknownRollup(chain string) *Refusal {
	return refuse(auction.UnknownRollup, "chainId", "chain "+clip(chain, 20)+" is not here", "the chains are listed at /v1/rollups")
}

// writeAnswers writes what is to be answered. A notification is not (JSON-RPC 2.0, section 4.1): where there is nothing
// else, there is no body.
func writeAnswers(w http.ResponseWriter, answers []rpcAnswer, batch bool) {
	answers = slices.DeleteFunc(answers, func(a rpcAnswer) bool { return a.ID == nil })
	switch {
	case len(answers) == 0:
		w.Header().Del("Content-Type")
		w.WriteHeader(http.StatusNoContent)
	case batch:
		_ = json.NewEncoder(w).Encode(answers)
	default:
		_ = json.NewEncoder(w).Encode(answers[0])
	}
}

// answer gives each call its answer, in order; that of a notification has no id. All that is passed on goes to the node in one batch.
func (s *Server) answer(ctx context.Context, n *node, c *caller, canRevert bool, calls []rpcRequest) []rpcAnswer {
	out := make([]rpcAnswer, len(calls))
	var forward []rpcRequest
	var at []int
	for i, call := range calls {
		id := call.ID
		if id == nil {
			id = json.RawMessage("null")
		}
		switch {
		case call.Version != "2.0" || call.Method == "":
			r := malformed("body", "not a JSON-RPC 2.0 request", `send {"jsonrpc":"2.0","id":1,"method":…,"params":[…]}`)
			r.rpcCode = codeRequest
			out[i] = errorAnswer(id, r)
		case call.Method == "eth_sendRawTransaction":
			out[i] = s.answerOwn(id, func() (any, *Refusal) {
				tx, r := s.sendRaw(ctx, n, c, canRevert, call.Params)
				if r != nil {
					return nil, r
				}
				return tx.Hash(), nil
			})
		case call.Method == "eth_sendRawTransactionSync":
			out[i] = s.answerOwn(id, func() (any, *Refusal) { return s.sendRawSync(ctx, n, c, canRevert, call.Params) })
		case !passed(call.Method):
			r := malformed("method", "the method "+clip(call.Method, 60)+" does not exist/is not available", "reads of eth_, net_ and web3_ are passed on; /openrpc.json lists the rest")
			r.rpcCode = codeMethod
			out[i] = errorAnswer(id, r)
		default:
			call.ID = id
			forward, at = append(forward, call), append(at, i)
		}
	}
	if len(forward) == 0 {
		silence(calls, out)
		return out
	}
	answers, err := n.ask(ctx, forward)
	defer silence(calls, out)
	for j, i := range at {
		if err != nil {
			s.log.Warn("rollup node did not answer", "chain", n.Chain, "err", err)
			out[i] = errorAnswer(forward[j].ID, unavailable("the rollup's node did not answer", 500))
			continue
		}
		out[i] = s.withPending(n, forward[j], answers[j])
	}
	return out
}

// silence takes the id from the answers of notifications: valid requests without one.
func silence(calls []rpcRequest, answers []rpcAnswer) {
	for i, c := range calls {
		if c.ID == nil && c.Version == "2.0" && c.Method != "" {
			answers[i].ID = nil
		}
	}
}

func (s *Server) answerOwn(id json.RawMessage, do func() (any, *Refusal)) rpcAnswer {
	v, r := do()
	if r != nil {
		return errorAnswer(id, s.metrics.refuse(r))
	}
	raw, err := json.Marshal(v)
	if err != nil {
		return errorAnswer(id, unavailable("no answer", 0))
	}
	return rpcAnswer{Version: "2.0", ID: id, Result: raw}
}

// sendRaw seals a wallet user's transaction. When it returns, a member holds it durably.
func (s *Server) sendRaw(ctx context.Context, n *node, c *caller, canRevert bool, params json.RawMessage) (*rollup.Tx, *Refusal) {
	var args []hexutil.Bytes
	if err := json.Unmarshal(params, &args); err != nil || len(args) != 1 {
		return nil, refuse(auction.BadTransaction, "params[0]", "not one 0x hex string", "send the signed transaction's EIP-2718 encoding as 0x hex")
	}
	return s.sendRawBytes(ctx, n, c, canRevert, args[0])
}

func (s *Server) sendRawBytes(ctx context.Context, n *node, c *caller, canRevert bool, raw []byte) (*rollup.Tx, *Refusal) {
	tx, done, r := s.gateway.SendRaw(ctx, c.gateway(), n.Chain, raw, canRevert)
	if r != nil {
		return nil, told(r)
	}
	awaitTold(ctx, s.index, done)
	return tx, nil
}

// EIP-7966: how long eth_sendRawTransactionSync waits, and its error code when that was not enough.
const (
	syncWait    = 20 * time.Second
	syncWaitMax = time.Minute
	codeTimeout = 4
	syncPoll    = 50 * time.Millisecond
)

// sendRawSync is eth_sendRawTransactionSync: it answers with the receipt (EIP-7966).
func (s *Server) sendRawSync(ctx context.Context, n *node, c *caller, canRevert bool, params json.RawMessage) (any, *Refusal) {
	var args []json.RawMessage
	var raw hexutil.Bytes
	if json.Unmarshal(params, &args) != nil || len(args) < 1 || len(args) > 2 || json.Unmarshal(args[0], &raw) != nil {
		return nil, refuse(auction.BadTransaction, "params[0]", "not a 0x hex string", "send [signed transaction, timeout in ms]")
	}
	wait := syncWait
	if len(args) == 2 {
		var ms number
		if json.Unmarshal(args[1], &ms) != nil {
			return nil, malformed("params[1]", "not a timeout in ms", "give an integer of at most 60000")
		}
		wait = min(time.Duration(min(uint64(ms), uint64(syncWaitMax/time.Millisecond)))*time.Millisecond, syncWaitMax) //nolint:gosec // bounded
	}
	tx, r := s.sendRawBytes(ctx, n, c, canRevert, raw)
	if r != nil {
		return nil, r
	}
	return s.awaitReceipt(ctx, n, tx, wait)
}

func (s *Server) awaitReceipt(ctx context.Context, n *node, tx *rollup.Tx, wait time.Duration) (any, *Refusal) {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	tick := time.NewTicker(syncPoll)
	defer tick.Stop()
	hash := tx.Hash()
	for {
		st, refusal := s.statusOf(ctx, hash)
		if refusal != nil && ctx.Err() == nil { // else time is up, and that is the answer
			return nil, refusal
		}
		switch st.Status {
		case statusIncluded:
			var receipt json.RawMessage
			if n.call(ctx, &receipt, "eth_getTransactionReceipt", hash) == nil && string(receipt) != "null" {
				return receipt, nil
			}
		case statusFailed, statusCancelled:
			field, hint := gateway.Mending(st.Reason)
			return nil, refuse(st.Reason, field, "not included: "+st.Reason.Text(), hint)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			r := unavailable(fmt.Sprintf("the transaction was added to the network but not included within %s", wait), 1000)
			r.rpcCode, r.Field, r.Hint = codeTimeout, hash.Hex(), "it may still be included: see GET /tx/"+hash.Hex()
			return nil, r
		case <-s.stopping:
			return nil, unavailable("the gateway stops", 1000)
		}
	}
}
