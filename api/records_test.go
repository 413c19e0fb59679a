package api_test

import (
	"context"
	"errors"
	"math/big"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/stretchr/testify/require"
)

// shelf has one block.
type shelf struct{ block *builder.Block }

func (s shelf) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	if chain != s.block.Chain || number != s.block.Block.NumberU64() {
		return nil, errors.New("no such block")
	}
	return s.block, nil
}

func emptyBlock(number int64) *builder.Block {
	requests := types.CalcRequestsHash(nil)
	h := &types.Header{Number: big.NewInt(number), Difficulty: new(big.Int), BaseFee: big.NewInt(1), RequestsHash: &requests,
		BlobGasUsed: new(uint64), ExcessBlobGas: new(uint64), ParentBeaconRoot: new(rollup.Digest)}
	b := types.NewBlock(h, &types.Body{Withdrawals: types.Withdrawals{}}, nil, trie.NewStackTrie(nil))
	return &builder.Block{Chain: 901, Block: b, Requests: [][]byte{}}
}

// A follower fetches slots and blocks as they are, from whichever gateway answers.
func TestFollowersFetchRecords(t *testing.T) {
	block := emptyBlock(3)
	h := open(t, func(c *settings) { c.Blocks = shelf{block} })
	history(t, h)
	dead := httptest.NewServer(nil)
	dead.Close()
	o := client.NewOrigin([]string{dead.URL, h.http.URL + "/"})
	defer o.Close()
	ctx := deadline(t)
	for range 2 {
		a, ok, err := o.Slot(ctx, 4)
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, h.slots[4].Encode(), a.Encode())
	}
	require.WithinDuration(t, time.Now(), o.Seen(), time.Minute)
	_, ok, err := o.Slot(ctx, 999)
	require.NoError(t, err)
	require.False(t, ok)
	got, err := o.Block(ctx, 901, 3)
	require.NoError(t, err)
	require.Equal(t, block.Encode(), got.Encode())
	_, err = o.Block(ctx, 901, 4)
	require.ErrorIs(t, err, client.ErrOrigin)
	nobody := client.NewOrigin([]string{dead.URL})
	_, _, err = nobody.Slot(ctx, 4)
	require.ErrorIs(t, err, client.ErrOrigin)
	for path, field := range map[string]string{
		"/v1/slots/x/record": "slot", "/v1/slots/4/record?wait_ms=20000": "wait_ms", "/v1/slots/4/record?wait_ms=x": "wait_ms",
		"/v1/blocks/x/1": "chain", "/v1/blocks/901/x": "number", "/v1/blocks/901/9": "number",
	} {
		a := get(t, h, path)
		require.GreaterOrEqual(t, a.status, 400, path)
		require.Contains(t, string(a.body), `"field":"`+field+`"`, path)
	}
}
