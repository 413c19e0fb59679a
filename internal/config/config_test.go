package config_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/chorale-network/chorale/internal/config"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write generated pages anew")

// complete is a file with all that each process must be told.
var complete = map[string]string{
	"node":   "home = \"/var/lib/chorale\"\n[l1]\nurl = \"http://127.0.0.1:8545\"\nregistry = \"0x041fC383B22664Cbf13e179D2Ef3d612237c1144\"\n[consensus]\nlisten = \"127.0.0.1:26656\"\npeers = [\"127.0.0.1:26656\", \"127.0.0.1:26657\", \"127.0.0.1:26658\", \"127.0.0.1:26659\"]\n[door]\ntoken_file = \"token\"\n",
	"api":    "account_key_file = \"key\"\n[l1]\nurl = \"http://127.0.0.1:8545\"\nregistry = \"0x041fC383B22664Cbf13e179D2Ef3d612237c1144\"\n[members]\ndoors = [\"127.0.0.1:7070\"]\ntoken_file = \"token\"\n",
	"relay":  "account_key_file = \"key\"\n[l1]\nurl = \"http://127.0.0.1:8545\"\nregistry = \"0x041fC383B22664Cbf13e179D2Ef3d612237c1144\"\n[members]\ndoors = [\"127.0.0.1:7070\"]\ntoken_file = \"token\"\n",
	"follow": "dir = \"/var/lib/follow\"\ngateways = [\"http://127.0.0.1:8080\"]\n[engine]\nchain = 901\nurl = \"http://127.0.0.1:8551\"\njwt_file = \"jwt\"\n[l1]\nurl = \"http://127.0.0.1:8545\"\nregistry = \"0x041fC383B22664Cbf13e179D2Ef3d612237c1144\"\n",
}

// load loads a process with more lines in front of its complete file.
func load(process, front string, env, flags map[string]string) (any, []*config.Key, error) {
	p := config.Processes()[process]
	keys, err := config.Load(p, config.Sources{File: process + ".toml", Content: []byte(front + complete[process]), Env: env, Flags: flags})
	return p, keys, err
}

func TestWhatIsRequiredIsEnough(t *testing.T) {
	for process := range complete {
		_, _, err := load(process, "", nil, nil)
		require.NoError(t, err, process)
	}
}

func TestFlagsStandOverEnvironmentOverFileOverDefaults(t *testing.T) {
	front := "interval = \"3s\"\n"
	for _, c := range []struct {
		name, front string
		env, flags  map[string]string
		want        time.Duration
		origin      string
	}{
		{"default", "", nil, nil, time.Second, "default"},
		{"file", front, nil, nil, 3 * time.Second, "file"},
		{"environment", front, map[string]string{"CHORALE_INTERVAL": "4s"}, nil, 4 * time.Second, "environment"},
		{"flag", front, map[string]string{"CHORALE_INTERVAL": "4s"}, map[string]string{"interval": "5s"}, 5 * time.Second, "flag"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, keys, err := load("relay", c.front, c.env, c.flags)
			require.NoError(t, err)
			require.Equal(t, c.want, p.(*config.Relay).Interval)
			for _, k := range keys {
				if k.Name == "interval" {
					require.Equal(t, c.origin, k.Origin())
				}
			}
		})
	}
	p, _, err := load("node", "", map[string]string{"CHORALE_CONSENSUS_PEERS": "127.0.0.1:1, 127.0.0.1:2"}, map[string]string{"health.listen": "127.0.0.1:5"})
	require.NoError(t, err)
	require.Equal(t, []string{"127.0.0.1:1", "127.0.0.1:2"}, p.(*config.Node).Consensus.Peers)
	require.Equal(t, "127.0.0.1:5", p.(*config.Node).Health.Listen)
}

func TestFaultsNameTheirPlaceAndHowToMendThem(t *testing.T) {
	for _, c := range []struct {
		name, process, front string
		env, flags           map[string]string
		says                 []string
	}{
		{"unknown key", "relay", "# one\nwindov = 3\n", nil, nil, []string{"relay.toml:2: windov: unknown key; the nearest is window"}},
		{"unknown key in a section", "node", "[health]\nlisten_on = \"x\"\n", nil, nil, []string{"node.toml:2: health.listen_on", "nearest is health.listen"}},
		{"unknown section", "node", "[heath]\nlisten = \"127.0.0.1:1\"\n", nil, nil, []string{"node.toml:1: heath: unknown key"}},
		{"unknown variable", "relay", "", map[string]string{"CHORALE_WINDOV": "3"}, nil, []string{"CHORALE_WINDOV: unknown variable; the nearest is CHORALE_WINDOW"}},
		{"no TOML", "relay", "window = = 3\n", nil, nil, []string{"relay.toml:1: "}},
		{"another type", "relay", "window = \"three\"\n", nil, nil, []string{"relay.toml:1: window: type integer is wanted, not three"}},
		{"a list of others", "relay", "[claims]\naccounts = [1]\n", nil, nil, []string{"relay.toml:2: claims.accounts: a list of strings is wanted"}},
		{"no duration", "relay", "interval = \"soon\"\n", nil, nil, []string{`"soon" is no duration; write 250ms`}},
		{"no number in a variable", "relay", "", map[string]string{"CHORALE_WINDOW": "x"}, nil, []string{`CHORALE_WINDOW: "x" is no integer`}},
		{"no boolean in a flag", "relay", "", nil, map[string]string{"health.pprof": "perhaps"}, []string{"--health.pprof: "}},
		{"not one of", "relay", "", nil, map[string]string{"log.level": "loud"}, []string{`--log.level: "loud" is not one of debug, info, warn, error`}},
		{"no address", "relay", "", map[string]string{"CHORALE_L1_REGISTRY": "0x12"}, nil, []string{"CHORALE_L1_REGISTRY", "40 hex digits"}},
		{"no URL", "relay", "", map[string]string{"CHORALE_L1_URL": "127.0.0.1:8545"}, nil, []string{"write http://host:port"}},
		{"no Redis", "api", "[shared]\nredis_url = \"http://127.0.0.1:6379\"\n", nil, nil, []string{"api.toml:2: shared.redis_url: it is no URL of a Redis; write redis://host:6379"}},
		{"no database", "api", "", map[string]string{"CHORALE_SHARED_REDIS_URL": "redis://127.0.0.1:6379/one"}, nil, []string{"CHORALE_SHARED_REDIS_URL", "no database's number"}},
		{"no port", "relay", "", map[string]string{"CHORALE_HEALTH_LISTEN": "127.0.0.1:66000"}, nil, []string{"no port from 0 to 65535"}},
		{"no rollup", "api", "", map[string]string{"CHORALE_ROLLUPS": "901:http://127.0.0.1:1"}, nil, []string{"is not CHAIN=URL"}},
		{"no amount", "relay", "", map[string]string{"CHORALE_CLAIMS_MINIMUM_WEI": "-1"}, nil, []string{"no amount of wei"}},
		{"an open door", "node", "", map[string]string{"CHORALE_DOOR_LISTEN": "0.0.0.0:7070"}, nil, []string{"door.listen: 0.0.0.0:7070 is reached by others; give door.cert_file"}},
		{"half a certificate", "node", "", map[string]string{"CHORALE_DOOR_CERT_FILE": "cert.pem"}, nil, []string{"a certificate goes with its key"}},
		{"callers' certificates without TLS", "node", "", map[string]string{"CHORALE_DOOR_CLIENT_CA_FILE": "ca.pem"}, nil, []string{"door.client_ca_file"}},
		{"a far door without a CA", "api", "", map[string]string{"CHORALE_MEMBERS_DOORS": "10.0.0.1:7070"}, nil, []string{"members.doors: 10.0.0.1:7070 is not on this machine; give members.ca_file"}},
		{"profiles for all", "api", "", map[string]string{"CHORALE_HEALTH_LISTEN": "0.0.0.0:9090", "CHORALE_HEALTH_PPROF": "true"}, nil, []string{"health.pprof"}},
		{"one account twice", "relay", "", map[string]string{"CHORALE_CLAIMS_ACCOUNT_KEY_FILE": "key"}, nil, []string{"one account has one sender"}},
		{"a seat that is not there", "node", "", map[string]string{"CHORALE_CONSENSUS_SEAT": "4"}, nil, []string{"there are 4 peers, so seats from 0 to 3"}},
		{"all at once", "relay", "windov = 1\n", map[string]string{"CHORALE_DEPTH": "x"}, map[string]string{"log.level": "loud"}, []string{"windov", "CHORALE_DEPTH", "--log.level"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := load(c.process, c.front, c.env, c.flags)
			require.ErrorIs(t, err, config.ErrFault)
			for _, says := range c.says {
				require.ErrorContains(t, err, says)
			}
		})
	}
	for process := range complete {
		_, err := config.Load(config.Processes()[process], config.Sources{})
		require.ErrorContains(t, err, "must be given", process)
	}
}

// Every number and duration of every process is refused one below its least and one above its most (THREATS O5).
func TestEveryBoundHolds(t *testing.T) {
	tried := 0
	for process := range complete {
		for _, k := range config.Keys(config.Processes()[process]) {
			if k.Type() != "integer" && k.Type() != "duration" {
				continue
			}
			require.NotEmpty(t, k.Min, "%s of %s has no bound", k.Name, process)
			require.NotEmpty(t, k.Max, "%s of %s has no bound", k.Name, process)
			for _, c := range []struct {
				value string
				good  bool
			}{{k.Min, true}, {k.Max, true}, {beyond(t, k, k.Min, -1), false}, {beyond(t, k, k.Max, 1), false}} {
				if k.Name == "consensus.seat" && c.value == k.Max { // beyond the peers, which is another fault
					continue
				}
				_, _, err := load(process, "", map[string]string{k.Variable(): c.value}, nil)
				if c.good {
					require.NoError(t, err, "%s = %s", k.Name, c.value)
					continue
				}
				require.ErrorContains(t, err, k.Variable(), "%s = %s", k.Name, c.value)
				tried++
			}
		}
	}
	require.Greater(t, tried, 20)
}

// beyond is a bound moved by one.
func beyond(t *testing.T, k *config.Key, bound string, by int64) string {
	if k.Type() == "duration" {
		d, err := time.ParseDuration(bound)
		require.NoError(t, err)
		return (d + time.Duration(by)).String()
	}
	n, err := strconv.ParseInt(bound, 10, 64)
	require.NoError(t, err)
	if by > 0 && n == 1<<63-1 {
		return "9223372036854775808"
	}
	return strconv.FormatInt(n+by, 10)
}

func TestSecretsDoNotShow(t *testing.T) {
	s := config.Secret("canary")
	j, err := json.Marshal(map[string]any{"s": s})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, toml.NewEncoder(&b).Encode(map[string]any{"s": s}))
	for _, shown := range []string{fmt.Sprint(s), fmt.Sprintf("%v %s %x %q %#v %+v %d", s, s, s, s, s, s, s), string(j), b.String(), s.LogValue().String()} {
		require.NotContains(t, shown, "canary")
		require.NotContains(t, shown, "63616e617279")
		require.NotContains(t, shown, "99 97 110")
		require.Contains(t, shown, "redacted")
	}
}

// A password within a URL is shown neither by what is in force nor by a fault.
func TestAPasswordInAURLDoesNotShow(t *testing.T) {
	for _, url := range []string{"redis://:canary@127.0.0.1:6379", "rediss://gateway:canary@redis.example:6379/2", "redis://gateway:ca@nary@127.0.0.1:6379"} {
		p, keys, err := load("api", "", map[string]string{"CHORALE_SHARED_REDIS_URL": url}, nil)
		if err == nil {
			require.Equal(t, url, p.(*config.Gateway).Shared.RedisURL)
			require.Contains(t, config.InForce(keys), "[redacted]@")
		}
		require.NotContains(t, config.InForce(keys), "nary")
	}
	for _, url := range []string{"http://:canary@127.0.0.1", "redis://:canary@", "redis://:canary@127.0.0.1:x", "redis://:canary@127.0.0.1/x", "redis:// :canary@127.0.0.1"} {
		_, _, err := load("api", "", map[string]string{"CHORALE_SHARED_REDIS_URL": url}, nil)
		require.ErrorIs(t, err, config.ErrFault, url)
		require.NotContains(t, err.Error(), "canary")
	}
}

func TestASecretsFileIsItsOwnersAlone(t *testing.T) {
	name := filepath.Join(t.TempDir(), "token")
	_, err := config.ReadSecret(name)
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.NoError(t, os.WriteFile(name, []byte(" canary\n"), 0o600))
	s, err := config.ReadSecret(name)
	require.NoError(t, err)
	require.Equal(t, config.Secret("canary"), s)
	require.NoError(t, os.Chmod(name, 0o640))
	_, err = config.ReadSecret(name)
	require.ErrorIs(t, err, config.ErrShared)
	require.ErrorContains(t, err, "chmod 600")
	require.NoError(t, os.Chmod(name, 0o600))
	require.NoError(t, os.WriteFile(name, []byte(" \n"), 0o600))
	_, err = config.ReadSecret(name)
	require.ErrorIs(t, err, config.ErrEmpty)
}

// The file that init writes is what the process reads, and what is printed is a file that says the same.
func TestFilesReadBack(t *testing.T) {
	for process, content := range complete {
		given := map[string]string{}
		for _, k := range config.Keys(config.Processes()[process]) {
			if k.Required {
				p := config.Processes()[process]
				keys, err := config.Load(p, config.Sources{File: "x", Content: []byte(content)})
				require.NoError(t, err)
				for _, loaded := range keys {
					if loaded.Name == k.Name {
						given[k.Name] = loaded.Value()
					}
				}
			}
		}
		written := config.File(config.Processes()[process], given)
		first, second := config.Processes()[process], config.Processes()[process]
		keys, err := config.Load(first, config.Sources{File: "written", Content: []byte(written)})
		require.NoError(t, err, written)
		_, err = config.Load(second, config.Sources{File: "printed", Content: []byte(config.InForce(keys))})
		require.NoError(t, err, config.InForce(keys))
		require.Equal(t, first, second, process)
	}
}

func TestThePageIsNotStale(t *testing.T) {
	const page = "../../docs/configuration.md"
	if *update {
		require.NoError(t, os.WriteFile(page, []byte(config.Page()), 0o644))
	}
	stands, err := os.ReadFile(page)
	require.NoError(t, err)
	require.Equal(t, config.Page(), string(stands), "write it anew: go test ./internal/config -update")
}

// Whatever a file holds, it is refused or gives a configuration within its bounds, and never panics.
func FuzzLoad(f *testing.F) {
	for _, content := range complete {
		f.Add([]byte(content))
	}
	f.Add([]byte("[l1]\nl1 = 1\n[[claims]]\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for name := range complete {
			p := config.Processes()[name]
			if _, err := config.Load(p, config.Sources{File: "f", Content: b}); err != nil {
				continue
			}
			if r, ok := p.(*config.Relay); ok && (r.Window < 1 || r.Window > 64 || r.Interval < 10*time.Millisecond) {
				t.Fatalf("out of bounds: %+v", r)
			}
		}
	})
}
