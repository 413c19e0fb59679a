package api_test

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/gateway/redis"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
)

// house is a door with its committee and a stand-in node for each rollup.
type house struct {
	*committee
	server  *api.Server
	gateway *gateway.Gateway
	http    *httptest.Server
	node    *node
	key     *ecdsa.PrivateKey
	stop    func()
}

// settings are what a test may change of a gateway's process.
type settings struct {
	api.Config
	Committee gateway.Committee
	Follows   gateway.History
	Escrow    gateway.Ledger
	Key       *ecdsa.PrivateKey
	Rollups   []api.Rollup
	Store     *redis.Store // shared with other gateways; one of its own if nil
	Spoil     func(*gateway.Shared)
}

func open(t *testing.T, change ...func(*settings)) *house {
	t.Helper()
	return openWith(t, newCommittee(), change...)
}

func openWith(t *testing.T, c *committee, change ...func(*settings)) *house {
	t.Helper()
	n := newNode(t)
	set := settings{
		Config:    api.Config{Lists: c, Parameters: c.p},
		Committee: c, Follows: c, Key: key(1), Rollups: []api.Rollup{{Chain: 901, Name: "Alto", URL: n.http.URL}, {Chain: 902, URL: n.http.URL}},
	}
	for _, f := range change {
		f(&set)
	}
	own := set.Store == nil
	if own {
		set.Store = store(t)
	}
	server := door(t, &set)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	before := c.followed()
	go func() { defer close(done); _ = server.Run(ctx) }()
	eventually(t, "the gateway follows", func() bool { return c.followed() > before })
	h := &house{committee: c, server: server, gateway: set.Gateway, http: httptest.NewServer(server), node: n, key: set.Key}
	h.stop = sync.OnceFunc(func() {
		cancel()
		<-done
		h.http.Close()
		n.http.Close()
		if own {
			_ = set.Store.Close()
		}
	})
	t.Cleanup(h.stop)
	return h
}

// door puts a gateway's process together.
func door(t testing.TB, set *settings) *api.Server {
	t.Helper()
	cfg := &set.Config
	var err error
	if cfg.Nodes, err = api.NewNodes(set.Rollups, cfg.Limits); err != nil {
		t.Fatal(err)
	}
	if cfg.Registry == nil {
		cfg.Registry = prometheus.NewRegistry()
	}
	shared := set.Store.Shared()
	if set.Spoil != nil {
		set.Spoil(&shared)
	}
	cfg.Gateway, err = gateway.New(gateway.Config{
		Committee: set.Committee, History: set.Follows, Ledger: set.Escrow, Nodes: cfg.Nodes, Shared: shared, Parameters: cfg.Parameters, Key: set.Key,
		Limits: cfg.Limits.Gateway(), Now: cfg.Now, Log: cfg.Log, Registry: cfg.Registry,
	})
	require.NoError(t, err)
	l := cfg.Limits.Complete()
	cfg.Index, err = index.New(index.Config{
		Log: shared.Log, History: cfg.Gateway, KeptSlots: rollup.Slot(l.KeptSlots), KeptStories: l.KeptStories, ResealSlots: l.ResealSlots, Logger: cfg.Log,
	})
	require.NoError(t, err)
	cfg.Standing, cfg.History = set.Committee, set.Follows
	server, err := api.New(*cfg)
	require.NoError(t, err)
	return server
}

// store is what the gateways of a test share: in this process, or in the real Redis that CHORALE_REDIS_URL names.
func store(t testing.TB) *redis.Store {
	t.Helper()
	s, err := redis.Open(redis.Config{URL: os.Getenv("CHORALE_REDIS_URL"), Network: fmt.Sprint(t.Name(), time.Now().UnixNano()), Entries: 65_536})
	require.NoError(t, err)
	return s
}

func (h *house) ws() string { return "ws" + strings.TrimPrefix(h.http.URL, "http") + "/ws" }

// followed is how many gateways have followed the committee.
func (c *committee) followed() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.follows
}

// posted has the gateway say that slots stand on L1.
func (h *house) posted(t *testing.T, p relay.Posted) {
	t.Helper()
	require.NoError(t, h.gateway.Posted(deadline(t), p))
}

// toldOf waits until the door tells of an attested slot: what is sealed again may be so a moment before.
func (h *house) toldOf(t *testing.T, slot rollup.Slot) {
	t.Helper()
	eventually(t, "attested here", func() bool {
		return strings.Contains(string(get(t, h, "/v1/stats").body), `"last_slot":"`+slot.String()+`"`)
	})
}
