package devnet

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/fleet"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// The files of a founding: each service's own, its owner's alone, and the doors' certificates hold for the names by which
// members are found.
func TestFoundingWritesEverybodysFiles(t *testing.T) {
	cfg := Defaults()
	dir := t.TempDir()
	at := topology.Containers{Root: dir}
	n := &network{cfg: cfg, cast: newCast(1, cfg.Members, cfg.Rollups, 1, 1), log: slog.New(slog.DiscardHandler)}
	n.charter = process.Charter{Genesis: []rollup.Genesis{{Chain: 901, JSON: []byte("{}")}, {Chain: 902, JSON: []byte("{}")}}}
	require.NoError(t, n.sit())
	files, err := newFoundingFiles(n, at)
	require.NoError(t, err)
	services := (&outside{cfg: &n.cfg, at: at}).services(ethereum.Contracts{FromBlock: 1})
	require.NoError(t, files.write(services))
	for _, s := range services {
		for _, secret := range s.Secrets {
			info, err := os.Stat(filepath.Join(s.Folder, secret.File))
			require.NoError(t, err)
			require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "%s of %s", secret.File, s.Name)
			require.NotZero(t, info.Size())
		}
		if s.Process != "" {
			require.FileExists(t, filepath.Join(s.Folder, s.Process+".toml"))
		}
	}
	o := new(outside)
	require.NoError(t, o.readDoors(at.Folder("key")))
	home := at.Folder(topology.MemberName(2))
	pair, err := tls.LoadX509KeyPair(filepath.Join(home, "door-cert.pem"), filepath.Join(home, "door-key.pem"))
	require.NoError(t, err)
	require.NoError(t, shake(t, pair, o.trusted, "member-3"))
	require.Error(t, shake(t, pair, o.trusted, "member-1"), "another member's name")
	other, err := newAuthority()
	require.NoError(t, err)
	strangers := x509.NewCertPool()
	require.True(t, strangers.AppendCertsFromPEM(other.PEM()))
	require.Error(t, shake(t, pair, &tls.Config{RootCAs: strangers, MinVersion: tls.VersionTLS13}, "member-3"), "another authority")
}

// anvilBinary is the anvil that CHORALE_ANVIL names, that of contracts/node_modules, or one on PATH.
func anvilBinary(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("CHORALE_ANVIL"); path != "" {
		return path
	}
	inside, err := filepath.Glob("../../contracts/node_modules/@foundry-rs/anvil-*/bin/anvil")
	require.NoError(t, err)
	if len(inside) > 0 {
		return inside[0]
	}
	path, err := exec.LookPath("anvil")
	if err != nil {
		t.Skip("no anvil: name one in CHORALE_ANVIL, or run `npm ci` in contracts")
	}
	return path
}

// A founding is done once: a second one changes nothing, one that was cut off is brought to its end without a second network
// on L1, and on another L1 it is refused.
func TestAFoundingIsDoneOnce(t *testing.T) {
	cfg := Defaults()
	dir := t.TempDir()
	at := newLoopbackPlaces(dir)
	running, err := fleet.New(filepath.Join(dir, "run"))
	require.NoError(t, err)
	defer func() { require.NoError(t, running.Stop(stopPatience)) }()
	o := &outside{cfg: &cfg, at: at, bin: Binaries{topology.Anvil: anvilBinary(t)}, fleet: running}
	services := o.services(ethereum.Contracts{})
	l1 := services[0]
	require.NoError(t, o.start(t.Context(), l1))
	tree := func() map[string]string {
		out := map[string]string{}
		for _, s := range services[1:] {
			files, err := filepath.Glob(filepath.Join(at.Folder(s.Name), "*"))
			require.NoError(t, err)
			for _, file := range files {
				b, err := os.ReadFile(file)
				require.NoError(t, err)
				out[file] = string(b)
			}
		}
		return out
	}
	require.NoError(t, found(t.Context(), cfg, at))
	first := tree()
	require.NotEmpty(t, first)
	require.NoError(t, found(t.Context(), cfg, at))
	require.Equal(t, first, tree(), "a second founding changes nothing")

	state := filepath.Join(at.Folder("found"), "network.json")
	require.NoError(t, os.Remove(filepath.Join(at.Folder("found"), foundMark)))
	require.NoError(t, os.Remove(filepath.Join(at.Folder("relay"), "relay.toml")))
	require.NoError(t, found(t.Context(), cfg, at))
	second := tree()
	require.Equal(t, first[state], second[state], "one that was cut off puts no second network on L1")
	require.Len(t, second, len(first))

	require.NoError(t, running.Kill(l1.Name))
	require.NoError(t, os.RemoveAll(at.Folder(l1.Name)))
	require.NoError(t, o.start(t.Context(), l1))
	require.ErrorIs(t, found(t.Context(), cfg, at), ErrOtherL1)
	require.Equal(t, second, tree())
}

// shake shakes hands with a door that is found at a name.
func shake(t *testing.T, door tls.Certificate, trusted *tls.Config, name string) error {
	t.Helper()
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{door}, MinVersion: tls.VersionTLS13})
	require.NoError(t, err)
	defer func() { _ = listener.Close() }()
	go func() {
		if c, err := listener.Accept(); err == nil {
			_, _ = io.Copy(io.Discard, c)
			_ = c.Close()
		}
	}()
	asked := trusted.Clone()
	asked.ServerName = name
	c, err := tls.DialWithDialer(&net.Dialer{Timeout: 10 * time.Second}, "tcp", listener.Addr().String(), asked)
	if err != nil {
		return err
	}
	return c.Close()
}
