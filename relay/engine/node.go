// Package engine feeds rollup nodes over Ethereum's Engine API: any execution client that speaks it, a stock
// geth foremost.
//
// In come closed, attested blocks; out go engine_newPayloadV4 and engine_forkchoiceUpdatedV3 over HTTP with a
// JWT, and the node's verdict as the sentinels of package relay. Never done here: deciding which block comes
// next (relay.Feeder does), building blocks, asking the node to build any.
package engine

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// ErrSecret refuses a JWT secret that is not 32 bytes.
var ErrSecret = errors.New("the Engine API's JWT secret must be 32 bytes in hex")

// ErrNotABlock refuses a block that engine_newPayloadV4 cannot carry: one without the fields of Prague.
var ErrNotABlock = errors.New("not a Prague block")

// callTimeout bounds one call; the Engine API's own bound for newPayload is 8 s.
const callTimeout = 30 * time.Second

// ParseSecret reads a JWT secret as geth's jwtsecret files have it: 64 hex digits, with or without 0x, with or
// without white space around. ErrSecret otherwise.
func ParseSecret(text string) ([32]byte, error) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "0x")
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != 32 {
		return [32]byte{}, ErrSecret
	}
	return [32]byte(b), nil
}

// Node is one rollup node, reached at its authenticated Engine API port. It answers relay.Node. Safe for
// concurrent use, though calls of one node are best made one after the other.
type Node struct {
	rpc  *rpc.Client
	http *http.Client
}

// Dial makes a client of the node at url (http://host:port); every request carries a fresh HS256 token with
// the claim iat. It does not connect yet: a node that is down is found down by the first call.
func Dial(ctx context.Context, url string, secret [32]byte) (*Node, error) {
	// Connections of its own, so that Close ends them.
	web := &http.Client{Timeout: callTimeout, Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, IdleConnTimeout: time.Minute}}
	client, err := rpc.DialOptions(ctx, url, rpc.WithHTTPAuth(node.NewJWTAuth(secret)), rpc.WithHTTPClient(web))
	if err != nil {
		return nil, fmt.Errorf("dial rollup node %s: %w", url, err)
	}
	return &Node{rpc: client, http: web}, nil
}

// Close frees the client's connections.
func (n *Node) Close() {
	n.rpc.Close()
	n.http.CloseIdleConnections()
}

// Head is the node's current block: its number and hash.
func (n *Node) Head(ctx context.Context) (uint64, rollup.Digest, error) {
	var head *struct {
		Number hexutil.Uint64 `json:"number"`
		Hash   rollup.Digest  `json:"hash"`
	}
	if err := n.rpc.CallContext(ctx, &head, "eth_getBlockByNumber", "latest", false); err != nil {
		return 0, rollup.Digest{}, fmt.Errorf("eth_getBlockByNumber: %w", err)
	}
	if head == nil {
		return 0, rollup.Digest{}, errors.New("eth_getBlockByNumber: the node has no head")
	}
	return uint64(head.Number), head.Hash, nil
}

// Prepare has the node execute and store a block (engine_newPayloadV4, execution-apis, prague.md). Nil once it
// is VALID there; relay.ErrSyncing, relay.ErrInvalid or ErrNotABlock otherwise. Safe to repeat.
func (n *Node) Prepare(ctx context.Context, block *builder.Block) error {
	payload, err := payloadOf(block)
	if err != nil {
		return err
	}
	var status engine.PayloadStatusV1
	err = n.rpc.CallContext(ctx, &status, "engine_newPayloadV4",
		payload.data, []rollup.Digest{}, payload.beaconRoot, payload.requests)
	if err != nil {
		return fmt.Errorf("engine_newPayloadV4: %w", err)
	}
	return verdict("engine_newPayloadV4", status)
}

// Commit moves the node's heads to prepared blocks (engine_forkchoiceUpdatedV3, execution-apis, cancun.md).
// Errors as of Prepare.
func (n *Node) Commit(ctx context.Context, to relay.Heads) error {
	state := engine.ForkchoiceStateV1{HeadBlockHash: to.Head, SafeBlockHash: to.Safe, FinalizedBlockHash: to.Finalized}
	var response engine.ForkChoiceResponse
	if err := n.rpc.CallContext(ctx, &response, "engine_forkchoiceUpdatedV3", state, nil); err != nil {
		return fmt.Errorf("engine_forkchoiceUpdatedV3: %w", err)
	}
	return verdict("engine_forkchoiceUpdatedV3", response.PayloadStatus)
}

// verdict turns a payload status into nil or a sentinel. ACCEPTED, which geth answers where it has the parent
// but not its state, is as good as not having the parent.
func verdict(method string, status engine.PayloadStatusV1) error {
	switch status.Status {
	case engine.VALID:
		return nil
	case engine.SYNCING, engine.ACCEPTED:
		return fmt.Errorf("%s: %s: %w", method, status.Status, relay.ErrSyncing)
	case engine.INVALID:
		why := "no reason given"
		if status.ValidationError != nil {
			why = *status.ValidationError
		}
		return fmt.Errorf("%s: %s: %w", method, why, relay.ErrInvalid)
	}
	return fmt.Errorf("%s: unknown status %q", method, status.Status)
}

// payload is a block as engine_newPayloadV4 takes it.
type payload struct {
	data       *engine.ExecutableData
	beaconRoot *rollup.Digest
	requests   []hexutil.Bytes // EIP-7685
}

func payloadOf(block *builder.Block) (*payload, error) {
	b := block.Block
	switch {
	case b == nil:
		return nil, fmt.Errorf("%w: nil", ErrNotABlock)
	case b.BeaconRoot() == nil, b.Withdrawals() == nil, b.ExcessBlobGas() == nil, b.BlobGasUsed() == nil, b.RequestsHash() == nil:
		return nil, fmt.Errorf("block %d: %w", b.NumberU64(), ErrNotABlock)
	case types.CalcRequestsHash(block.Requests) != *b.RequestsHash():
		return nil, fmt.Errorf("block %d: requests differ from the header's requests hash: %w", b.NumberU64(), ErrNotABlock)
	}
	requests := make([]hexutil.Bytes, len(block.Requests))
	for i, r := range block.Requests {
		requests[i] = r
	}
	envelope := engine.BlockToExecutableData(b, new(big.Int), nil, nil)
	return &payload{data: envelope.ExecutionPayload, beaconRoot: b.BeaconRoot(), requests: requests}, nil
}
