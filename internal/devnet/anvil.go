package devnet

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// anvilL1 is an L1 in a process of its own.
type anvilL1 struct {
	url    string
	client *rpc.Client
	period time.Duration
}

// dialAnvil waits until an L1 answers. ended says whether it still can.
func dialAnvil(ctx context.Context, url string, period time.Duration, ended func() error) (*anvilL1, error) {
	l1 := &anvilL1{url: url, period: period}
	for {
		var err error
		if l1.client, err = rpc.DialContext(ctx, l1.url); err == nil {
			var version string
			if err = l1.client.CallContext(ctx, &version, "web3_clientVersion"); err == nil {
				return l1, nil
			}
			l1.client.Close()
		}
		if gone := ended(); gone != nil || !sleep(ctx, 20*time.Millisecond) {
			return nil, errors.Join(err, gone)
		}
	}
}

// URL implements l1Node.
func (a *anvilL1) URL() string { return a.url }

// Eager implements l1Node.
func (a *anvilL1) Eager(on bool) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	seconds := uint64(max(a.period/time.Second, 1)) //nolint:gosec // validated
	if on {
		seconds = 0
	}
	_ = a.client.CallContext(ctx, nil, "evm_setIntervalMining", seconds) // slower set-up, nothing else
	_ = a.client.CallContext(ctx, nil, "evm_setAutomine", on)
}

// Mine implements l1Node.
func (a *anvilL1) Mine(blocks int) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = a.client.CallContext(ctx, nil, "anvil_mine", hexutil.Uint64(blocks)) //nolint:gosec // small
}

// fund gives everybody who pays there what to pay with.
func (a *anvilL1) fund(ctx context.Context, accounts []rollup.Address) error {
	for _, account := range accounts {
		if err := a.client.CallContext(ctx, nil, "anvil_setBalance", account, (*hexutil.Big)(ether(1_000_000))); err != nil {
			return fmt.Errorf("fund %s: %w", account, err)
		}
	}
	return nil
}

// holds says whether there is a contract at an address.
func (a *anvilL1) holds(ctx context.Context, contract rollup.Address) (bool, error) {
	var code hexutil.Bytes
	err := a.client.CallContext(ctx, &code, "eth_getCode", contract, "latest")
	return len(code) > 0, err
}
