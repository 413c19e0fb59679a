package devnet

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

// The traffic goes to the first gateway that is up, and to the next when it is not.
func TestTheBalancerGoesToWhoeverIsUp(t *testing.T) {
	names := []string{"first", "second"}
	servers := make([]*httptest.Server, len(names))
	o := new(outside)
	for i, name := range names {
		servers[i] = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, name) }))
		defer servers[i].Close()
		o.pages = append(o.pages, servers[i].URL)
	}
	require.NoError(t, o.openBalancer(0))
	ask := func() (string, error) {
		fresh := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		answer, err := fresh.Get(o.page)
		if err != nil {
			return "", err
		}
		defer func() { _ = answer.Body.Close() }()
		body, err := io.ReadAll(answer.Body)
		return string(body), err
	}
	said, err := ask()
	require.NoError(t, err)
	require.Contains(t, names, said)
	servers[0].Close()
	said, err = ask()
	require.NoError(t, err)
	require.Equal(t, "second", said)
	servers[1].Close()
	_, err = ask()
	require.Error(t, err)
	at := o.page[len("http://"):]
	require.NoError(t, o.stop())
	_, err = net.Dial("tcp", at)
	require.Error(t, err)
}

// Each gateway gets its part, and that of whoever is down goes to the others.
func TestTheBalancerTakesTurns(t *testing.T) {
	b := new(balancer)
	reached := map[string]int{}
	var listeners []net.Listener
	for range 3 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		defer func() { _ = l.Close() }()
		listeners, b.gateways = append(listeners, l), append(b.gateways, l.Addr().String())
	}
	for range 9 {
		c := b.dial()
		require.NotNil(t, c)
		reached[c.RemoteAddr().String()]++
		require.NoError(t, c.Close())
	}
	require.Equal(t, map[string]int{b.gateways[0]: 3, b.gateways[1]: 3, b.gateways[2]: 3}, reached)
	require.NoError(t, listeners[1].Close())
	for range 9 {
		c := b.dial()
		require.NotNil(t, c)
		require.NotEqual(t, b.gateways[1], c.RemoteAddr().String())
		require.NoError(t, c.Close())
	}
}

// A connection that is open when the balancer ends is ended with it.
func TestTheBalancerEndsWhatIsOpen(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = listener.Close() }()
	o := &outside{pages: []string{"http://" + listener.Addr().String()}}
	require.NoError(t, o.openBalancer(0))
	caller, err := net.Dial("tcp", o.page[len("http://"):])
	require.NoError(t, err)
	gateway, err := listener.Accept()
	require.NoError(t, err)
	require.NoError(t, o.stop())
	_, err = caller.Read(make([]byte, 1))
	require.Error(t, err)
	_, err = gateway.Read(make([]byte, 1))
	require.Error(t, err)
}
