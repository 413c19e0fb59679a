package topology

import "time"

// Service is a row of the table: one process, resolved for the place where it runs.
type Service struct {
	Name  string
	Role  Role
	Index int    // of members and gateways, from 0
	Chain uint64 // of a rollup's services

	Program Program
	Image   string   // of its container; empty where the Dockerfile makes it, in the stage of its program
	Prepare []string // arguments of a run of the program to its end before each life; none if empty
	Args    []string
	Env     map[string]string

	Process string            // whose file it reads: node, api, relay, follow; empty for the programs of others
	Told    map[string]string // keys of that file

	Secrets []Secret
	Ports   []Port
	Folder  string   // what it keeps between its lives; empty if nothing
	Writes  []string // services whose folders it makes
	Reads   []string // services whose folders it reads
	Mounts  []Mount  // of this repository, read only

	Probe []string // exits with 0 while it is ready
	Needs []Need

	Grace time.Duration // how long it may take to end; 0 for no longer than usual

	Once       bool     // it runs to its end
	Containers bool     // in containers alone: elsewhere whoever runs the network does its job
	Profiles   []string // it is left out unless one of them is asked for
	Killed     bool     // the others do without it for a moment: havoc may kill it
}

// Port is one of the service's by its name.
func (s Service) Port(name string) Port {
	for _, p := range s.Ports {
		if p.Name == name {
			return p
		}
	}
	panic("topology: " + s.Name + " has no port " + name) // a row's own words
}

// Role is what a service is for.
type Role string

// The roles.
const (
	L1         Role = "l1"
	Found      Role = "found" // puts the network on L1 and writes what the others are told
	Member     Role = "member"
	Redis      Role = "redis"
	Gateway    Role = "gateway"
	Key        Role = "key" // publishes the committee's first key on L1
	Relay      Role = "relay"
	Node       Role = "geth"
	Follower   Role = "follow"
	Traffic    Role = "traffic"
	Prometheus Role = "prometheus"
	Grafana    Role = "grafana"
)

// Program is what a service runs.
type Program string

// The programs. Those of monitoring are their images' own entry points.
const (
	Chorale     Program = "chorale"
	Anvil       Program = "anvil"
	Geth        Program = "geth"
	RedisServer Program = "redis-server"
)

// Secret is a file of a service's folder that only its owner may read, written when the network is founded.
type Secret struct {
	File string
	What Content
}

// Content is what a secret is. Where members or rollups have one each, it is that of the service's index or chain.
type Content string

// The contents.
const (
	ConsensusKey   Content = "a member's consensus key"
	AccountKey     Content = "a member's account"
	DealerKey      Content = "a member's key for the key ceremony"
	DoorToken      Content = "the token of members' doors"
	DoorCert       Content = "the certificate of a member's door"
	DoorKey        Content = "the key of that certificate"
	DoorAuthority  Content = "the certificate that doors are trusted by"
	GatewayAccount Content = "the gateways' account"
	PosterAccount  Content = "the relay's account that posts"
	PayerAccount   Content = "the relay's account that claims"
	EngineSecret   Content = "a rollup node's Engine API secret"
	Genesis        Content = "a rollup's genesis"
)

// Port is one that a service listens on.
type Port struct {
	Name   string
	Number int // in its container
	Host   int // of this machine's loopback, where its container publishes it; 0 if nowhere
}

// Mount is a path of this repository in a container.
type Mount struct{ Source, Target string }

// Need is a service that another waits for.
type Need struct {
	Service string
	Until   Condition
}

// Condition is what is waited for, in the words of compose files.
type Condition string

// The conditions.
const (
	Started Condition = "service_started"
	Healthy Condition = "service_healthy"
	Done    Condition = "service_completed_successfully"
)
