package ethereum

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/rpc"
)

// again repeats one request while the node does not answer it, for as long as the chain is patient.
func again[T any](ctx context.Context, c *Chain, request func(context.Context) (T, error)) (T, error) {
	return repeat(ctx, c, passing, request)
}

// whole repeats a read of several requests while parts are missing from what it read.
func whole[T any](ctx context.Context, c *Chain, read func(context.Context) (T, error)) (T, error) {
	return repeat(ctx, c, func(err error) bool { return errors.Is(err, ErrAbsent) }, read)
}

func repeat[T any](ctx context.Context, c *Chain, worthwhile func(error) bool, read func(context.Context) (T, error)) (T, error) {
	pause := c.pace.pause
	for begun := time.Now(); ; pause = min(2*pause, c.pace.patience/4) {
		out, err := read(ctx)
		if err == nil || !worthwhile(err) || time.Since(begun)+pause > c.pace.patience || sleep(ctx, pause) != nil {
			return out, err
		}
	}
}

// passing says of a request's error that it is no answer: null, a limit, a server's fault, a broken connection, a block
// that this node does not know yet, an older head. All else is what the node has to say.
func passing(err error) bool {
	var status rpc.HTTPError
	var answer rpc.Error
	switch {
	case errors.Is(err, errNoCode), errors.Is(err, context.Canceled):
		return false
	case errors.Is(err, goethereum.NotFound), errors.Is(err, ErrBehind):
		return true
	case errors.As(err, &status):
		return status.StatusCode == http.StatusTooManyRequests || status.StatusCode >= 500
	case errors.As(err, &answer):
		return passingAnswer(answer.ErrorCode(), strings.ToLower(answer.Error()))
	}
	return true // of the connection, or of what came over it
}

// passingAnswer reads a JSON-RPC error: EIP-1474's codes, providers' limits, and what clients say of a block that they
// do not have yet.
func passingAnswer(code int, says string) bool {
	switch code {
	case 3: // a revert, whatever the contract put into it
		return false
	case -32001, -32002, -32005, -32603, http.StatusTooManyRequests:
		return true
	}
	for _, words := range []string{
		"header not found", "header for hash not found", "block not found", "unknown block", "beyond current head", "indexing is in progress",
		"too many requests", "rate limit", "request limit", "timeout", "timed out", "temporarily", "try again",
	} {
		if strings.Contains(says, words) {
			return true
		}
	}
	return false
}
