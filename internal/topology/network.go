package topology

import (
	"maps"
	"net"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Network is how many of each service there are, and what all of them are told.
type Network struct {
	Members  int
	Gateways int
	Rollups  []uint64      // chain ids
	L1Chain  uint64        // chain id
	L1Block  time.Duration // between L1 blocks; whole seconds

	// Where the network stands on L1: known once it is founded, and only what its processes are told depends on it.
	Registry  string
	FromBlock uint64
}

// Default is the network of docker-compose.yml.
func Default() Network {
	return Network{Members: 4, Gateways: 2, Rollups: []uint64{901, 902}, L1Chain: 1337, L1Block: 2 * time.Second}
}

// Ports by their names. Health is one of each process of ours, never the public one.
var (
	rpcPort       = Port{Name: "rpc", Number: 8545}
	enginePort    = Port{Name: "engine", Number: 8551}
	consensusPort = Port{Name: "consensus", Number: 26656}
	doorPort      = Port{Name: "door", Number: 7070}
	apiPort       = Port{Name: "api", Number: 8080}
	redisPort     = Port{Name: "redis", Number: 6379}
	healthPort    = Port{Name: "health", Number: 9090}
)

// published is a port that is found on this machine's loopback too.
func (p Port) published(host int) Port {
	p.Host = host
	return p
}

// Services are the rows, each after those that it waits for.
func (n Network) Services(at Places) []Service {
	t := table{n, at}
	out := []Service{t.l1(), t.found()}
	for i := range n.Rollups {
		out = append(out, t.node(i))
	}
	for i := range n.Members {
		out = append(out, t.member(i))
	}
	out = append(out, t.redis())
	for i := range n.Gateways {
		out = append(out, t.gateway(i))
	}
	out = append(out, t.key(), t.relay())
	for i := range n.Rollups {
		out = append(out, t.follower(i))
	}
	out = append(out, t.traffic(), prometheus(), grafana())
	for i := range out {
		if out[i].Role == Found {
			out[i].Writes = founded(out)
		}
	}
	return out
}

// founded are the services that wait until the network is founded: who founds it makes their folders.
func founded(services []Service) (names []string) {
	for _, s := range services {
		if slices.Contains(s.Needs, Need{string(Found), Done}) {
			names = append(names, s.Name)
		}
	}
	return names
}

// table is the rows of a network in its places.
type table struct {
	Network
	at Places
}

// MemberName is the service of a seat.
func MemberName(seat int) string { return string(Member) + "-" + strconv.Itoa(seat+1) }

func gatewayName(i int) string        { return string(Gateway) + "-" + strconv.Itoa(i+1) }
func nodeName(chain uint64) string    { return string(Node) + "-" + strconv.FormatUint(chain, 10) }
func followName(chain uint64) string  { return string(Follower) + "-" + strconv.FormatUint(chain, 10) }
func web(address string) string       { return "http://" + address }
func file(folder, name string) string { return path.Join(folder, name) }

// split is a place to listen on as programs of others want it: host and port apart.
func split(address string) (host, port string) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		panic(err) // a place is host:port
	}
	return host, port
}

// within is where what listens at an address is found from beside it.
func within(listen string) string {
	_, port := split(listen)
	return net.JoinHostPort("127.0.0.1", port)
}

// onL1 is what every process of ours is told.
func (t table) onL1(more map[string]string) map[string]string {
	out := map[string]string{
		"l1.url": web(t.at.Reach(string(L1), rpcPort)), "l1.registry": t.Registry, "l1.from_block": strconv.FormatUint(t.FromBlock, 10), "log.level": "warn",
	}
	maps.Copy(out, more)
	return out
}

// ours is a process of ours: told by a file, asked for its health at an address of its own.
func (t table) ours(s Service, command string, told map[string]string) Service {
	s.Program, s.Process, s.Folder = Chorale, command, t.at.Folder(s.Name)
	s.Args = []string{command, "--config", file(s.Folder, command+".toml")}
	told["health.listen"] = t.at.Listen(s.Name, healthPort)
	s.Told = t.onL1(told)
	s.Ports = append(s.Ports, healthPort)
	s.Probe = []string{string(Chorale), "health", "--url", web(within(told["health.listen"])) + "/readyz"}
	s.Needs = append([]Need{{string(Found), Done}}, s.Needs...)
	return s
}

// doors are the members' private doors, beginning with one of them.
func (t table) doors(first int) string {
	var out []string
	for i := range t.Members {
		out = append(out, t.at.Reach(MemberName((first+i)%t.Members), doorPort))
	}
	return strings.Join(out, ",")
}

// toMembers is what a process needs to knock at members' doors.
func (t table) toMembers(s Service, first int, told map[string]string) (Service, map[string]string) {
	folder := t.at.Folder(s.Name)
	s.Secrets = append(s.Secrets, Secret{"door.token", DoorToken}, Secret{"door-ca.pem", DoorAuthority})
	told["members.doors"] = t.doors(first)
	told["members.token_file"], told["members.ca_file"] = file(folder, "door.token"), file(folder, "door-ca.pem")
	for i := range t.Members {
		s.Needs = append(s.Needs, Need{MemberName(i), Started})
	}
	return s, told
}
