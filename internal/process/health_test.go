package process_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
)

func TestReadyzHasOneEntryADependencyWithItsAge(t *testing.T) {
	up := true
	seen := time.Now().Add(-time.Minute)
	h, err := process.OpenHealth(process.HealthConfig{Listen: "127.0.0.1:0", Process: "relay", Registry: prometheus.NewRegistry(), Dependencies: []process.Dependency{
		{"l1", func() process.Standing { return process.Standing{Ready: up, Seen: seen, Detail: "block 7"} }},
		{"member", func() process.Standing { return process.Standing{Ready: true} }},
	}})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- h.Run(ctx) }()
	get := func(path string) (int, string) {
		r, err := http.Get("http://" + h.Address() + path)
		require.NoError(t, err)
		b, err := io.ReadAll(r.Body)
		require.NoError(t, err)
		require.NoError(t, r.Body.Close())
		return r.StatusCode, string(b)
	}
	var ready struct {
		Ready        bool
		Dependencies []struct {
			Name   string
			Ready  bool
			AgeMs  *int64 `json:"age_ms"`
			Detail string
		}
	}
	status, body := get("/readyz")
	require.NoError(t, json.Unmarshal([]byte(body), &ready))
	require.Equal(t, http.StatusOK, status)
	require.True(t, ready.Ready)
	require.Len(t, ready.Dependencies, 2)
	require.GreaterOrEqual(t, *ready.Dependencies[0].AgeMs, time.Minute.Milliseconds())
	require.Equal(t, "block 7", ready.Dependencies[0].Detail)
	require.Nil(t, ready.Dependencies[1].AgeMs, "never heard of")

	up = false
	status, body = get("/readyz")
	require.NoError(t, json.Unmarshal([]byte(body), &ready))
	require.Equal(t, http.StatusServiceUnavailable, status)
	require.False(t, ready.Ready)
	require.True(t, ready.Dependencies[1].Ready, "only the one that is down")
	status, _ = get("/livez")
	require.Equal(t, http.StatusOK, status, "alive though not ready")
	_, body = get("/metrics")
	require.Contains(t, body, `chorale_dependency_ready{dependency="l1",process="relay"} 0`)
	require.Contains(t, body, `chorale_dependency_ready{dependency="member",process="relay"} 1`)
	require.Contains(t, body, "go_goroutines")
	cancel()
	require.NoError(t, <-done)
}

func TestHealthSaysWhatItLacks(t *testing.T) {
	for name, c := range map[string]struct {
		config process.HealthConfig
		says   string
	}{
		"no port":                    {process.HealthConfig{Listen: "127.0.0.1"}, "health.listen"},
		"profiles for everybody":     {process.HealthConfig{Listen: "0.0.0.0:0", Pprof: true}, "loopback"},
		"an address of another host": {process.HealthConfig{Listen: "192.0.2.1:0"}, "name another address"},
	} {
		t.Run(name, func(t *testing.T) {
			c.config.Registry = prometheus.NewRegistry()
			_, err := process.OpenHealth(c.config)
			require.ErrorContains(t, err, c.says)
		})
	}
}
