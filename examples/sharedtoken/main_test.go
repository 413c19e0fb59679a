package main

import (
	"context"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/internal/devnet"
)

// screen is what a devnet printed so far.
type screen struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *screen) find(pattern string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return regexp.MustCompile(pattern).FindStringSubmatch(s.text.String())
}

// startDevnet runs a network without traffic until the test ends, and gives its door and a prefunded key.
func startDevnet(t *testing.T) (api, key string) {
	ctx, stop := context.WithCancel(context.Background())
	out, ended := new(screen), make(chan error, 1)
	cfg := devnet.Defaults()
	cfg.Ports, cfg.Quiet, cfg.Out, cfg.Started = devnet.Ports{}, true, out, time.Now()
	go func() {
		_, err := devnet.Run(ctx, cfg)
		ended <- err
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	require.Eventually(t, func() bool { return out.find(`Stop with Ctrl-C`) != nil }, time.Minute, 50*time.Millisecond)
	page, prefunded := out.find(`page\s+(http://\S+)`), out.find(`(0x[0-9a-f]{64})`)
	require.NotNil(t, page)
	require.NotNil(t, prefunded, out.text.String())
	key = prefunded[1]
	secret, err := crypto.HexToECDSA(key[2:])
	require.NoError(t, err)
	gateway, err := client.Dial(ctx, "ws"+page[1][4:]+"/ws", secret)
	require.NoError(t, err)
	defer gateway.Close()
	require.Eventually(t, func() bool { // the committee makes its key in the first slots
		_, err := gateway.SealingKey(ctx)
		return err == nil
	}, time.Minute, 100*time.Millisecond)
	return page[1], key
}

// The example does what docs/apps.md says, against a whole network: what it prints is what stands there, but for
// numbers of slots and gas.
func TestExampleAgainstDevnet(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a network for some seconds")
	}
	api, key := startDevnet(t)
	arguments, prints := command(t)
	require.Equal(t, []string{"-key", key}, arguments, "the page's key is not the devnet's first")
	var out strings.Builder
	require.NoError(t, run(context.Background(), &out, api, key, 901, 902))
	t.Log("\n" + out.String())
	require.Equal(t, numbers.ReplaceAllString(prints, "$1 n"), numbers.ReplaceAllString(out.String(), "$1 n"))
	require.Error(t, run(context.Background(), io.Discard, api, "0x01", 901, 902), "an account without ether")
}
