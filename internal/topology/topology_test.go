package topology_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write generated files anew")

// house is the repository's root.
const house = "../.."

// rendered are the files that stand in the repository as the table says.
var rendered = map[string]func(topology.Network) string{
	"docker-compose.yml":               topology.Compose,
	"deploy/prometheus/prometheus.yml": topology.Scrapes,
}

func TestTheRenderedFilesAreNotStale(t *testing.T) {
	for name, render := range rendered {
		want := render(topology.Default())
		if *update {
			require.NoError(t, os.WriteFile(filepath.Join(house, name), []byte(want), 0o644))
		}
		stands, err := os.ReadFile(filepath.Join(house, name))
		require.NoError(t, err)
		require.Equal(t, want, string(stands), "%s: write it anew: go test ./internal/topology -update", name)
	}
}

// rows are the default network's, in containers.
func rows() []topology.Service {
	return topology.Default().Services(topology.Containers{Root: "/net"})
}

func TestEveryServiceIsThere(t *testing.T) {
	var names []string
	for _, s := range rows() {
		names = append(names, s.Name)
	}
	require.ElementsMatch(t, []string{"l1", "found", "geth-901", "geth-902", "member-1", "member-2", "member-3", "member-4", "redis", "gateway-1", "gateway-2",
		"key", "relay", "follow-901", "follow-902", "traffic", "prometheus", "grafana"}, names)
}

// The order of rows is one in which they can be started.
func TestNobodyWaitsForWhatComesLater(t *testing.T) {
	services := rows()
	for i, s := range services {
		for _, need := range s.Needs {
			at := slices.IndexFunc(services[:i], func(o topology.Service) bool { return o.Name == need.Service })
			require.GreaterOrEqual(t, at, 0, "%s needs %s, which comes later", s.Name, need.Service)
			switch need.Until {
			case topology.Healthy:
				require.NotEmpty(t, services[at].Probe, "%s waits for the health of %s, which has none", s.Name, need.Service)
			case topology.Done:
				require.True(t, services[at].Once, "%s waits for the end of %s", s.Name, need.Service)
			}
		}
	}
}

// `docker compose up --wait` takes the end of a service for its failure, unless another one that goes on waits for that end.
func TestSomebodyWaitsForWhatEnds(t *testing.T) {
	for _, s := range rows() {
		if s.Once {
			require.True(t, slices.ContainsFunc(rows(), func(o topology.Service) bool {
				return !o.Once && len(o.Profiles) == 0 && slices.Contains(o.Needs, topology.Need{Service: s.Name, Until: topology.Done})
			}), s.Name)
		}
	}
}

// A service's file is one that its process takes, with all that it must be given; what it is told of its own folder is
// there once the network is founded.
func TestWhatServicesAreToldIsAConfiguration(t *testing.T) {
	network := topology.Default()
	network.Registry, network.FromBlock = "0x041fC383B22664Cbf13e179D2Ef3d612237c1144", 3
	for _, s := range network.Services(topology.Containers{Root: "/net"}) {
		if s.Process == "" {
			continue
		}
		process := config.Processes()[s.Process]
		require.NotNil(t, process, s.Name)
		keys, err := config.Load(process, config.Sources{File: s.Name, Content: []byte(config.File(process, s.Told))})
		require.NoError(t, err, s.Name)
		for _, k := range keys {
			if _, told := s.Told[k.Name]; told {
				require.Equal(t, "file", k.Origin(), "%s: %s", s.Name, k.Name)
			}
			if k.Kind != "secret" && k.Kind != "file" || k.Value() == "" {
				continue
			}
			require.Equal(t, s.Folder, filepath.Dir(k.Value()), "%s: %s", s.Name, k.Name)
			require.True(t, slices.ContainsFunc(s.Secrets, func(one topology.Secret) bool { return one.File == filepath.Base(k.Value()) }),
				"%s: %s is nowhere written", s.Name, k.Name)
		}
		for name := range s.Told {
			require.True(t, slices.ContainsFunc(keys, func(k *config.Key) bool { return k.Name == name }), "%s: no key %s", s.Name, name)
		}
	}
}

// What the committee's members hold nobody else does, and who founds the network makes every folder with secrets.
func TestSecretsAreWhereTheyBelong(t *testing.T) {
	var found topology.Service
	for _, s := range rows() {
		if s.Role == topology.Found {
			found = s
		}
		if len(s.Secrets) > 0 {
			require.Contains(t, found.Writes, s.Name)
		}
		for _, secret := range s.Secrets {
			switch secret.What {
			case topology.ConsensusKey, topology.AccountKey, topology.DealerKey, topology.DoorKey:
				require.Equal(t, topology.Member, s.Role, s.Name)
			case topology.GatewayAccount:
				require.Equal(t, topology.Gateway, s.Role, s.Name)
			case topology.PosterAccount, topology.PayerAccount:
				require.Equal(t, topology.Relay, s.Role, s.Name)
			}
		}
	}
}

// Of all ports only those are published that strangers use, and on this machine's loopback: no member's is.
func TestWhatIsPublished(t *testing.T) {
	taken := map[int]string{}
	for _, s := range rows() {
		for _, p := range s.Ports {
			if p.Host == 0 {
				continue
			}
			require.Empty(t, taken[p.Host], "%s and %s publish %d", s.Name, taken[p.Host], p.Host)
			taken[p.Host] = s.Name
			require.NotContains(t, []topology.Role{topology.Member, topology.Relay, topology.Follower, topology.Redis}, s.Role)
			require.NotContains(t, []string{"health", "engine", "door", "consensus"}, p.Name)
		}
	}
	for _, host := range strings.Fields("8080 8081 8545 9901 9902 9090 3000") {
		require.Contains(t, topology.Compose(topology.Default()), `"127.0.0.1:`+host+`:`)
	}
}
