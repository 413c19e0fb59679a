package config

import (
	"time"
)

// Log is how a process says what it does.
type Log struct {
	Level  string `key:"level" default:"info" one:"debug,info,warn,error" doc:"least severe line that is written"`
	Format string `key:"format" default:"text" one:"text,json" doc:"of lines on standard error"`
}

// Health is where a process says how it is.
type Health struct {
	Listen string `key:"listen" kind:"listen" doc:"host:port of /livez, /readyz and /metrics; never the public address"`
	Pprof  bool   `key:"pprof" default:"false" doc:"also serve /debug/pprof there; on loopback alone"`
}

// L1 is the chain that the network stands on.
type L1 struct {
	URL       string `key:"url" kind:"url" required:"true" doc:"JSON-RPC of an L1 node"`
	Registry  string `key:"registry" kind:"address" required:"true" doc:"the network's registry on that L1"`
	FromBlock int64  `key:"from_block" default:"0" min:"0" max:"1000000000000" doc:"block at or before the registry's deployment; on a long L1 it saves a search"`
}

// Members is how a process reaches the committee.
type Members struct {
	Doors     []string `key:"doors" kind:"addresses" required:"true" doc:"host:port of members' private doors; one is enough, several fail over"`
	TokenFile string   `key:"token_file" kind:"secret" required:"true" doc:"file with the doors' token"`
	CAFile    string   `key:"ca_file" kind:"file" doc:"certificates that doors beyond loopback are trusted by; such doors need TLS"`
}

// Node is one member.
type Node struct {
	Home      string    `key:"home" kind:"folder" required:"true" doc:"folder of this member's keys and data"`
	Log       Log       `key:"log"`
	Health    Health    `key:"health" listen:"127.0.0.1:9090"`
	L1        L1        `key:"l1"`
	Consensus Consensus `key:"consensus"`
	Door      Door      `key:"door"`
}

// Consensus is how members reach each other.
type Consensus struct {
	Listen string   `key:"listen" kind:"listen" required:"true" doc:"host:port for the other members"`
	Peers  []string `key:"peers" kind:"addresses" required:"true" doc:"host:port of every member in the order of seats; this member's own is not dialled"`
	Seat   int64    `key:"seat" default:"-1" min:"-1" max:"1023" doc:"of this member, from 0; -1 finds it by its key, any other must be that one"`
}

// Door is a member's private door for gateways, relays and followers.
type Door struct {
	Listen    string `key:"listen" kind:"listen" default:"127.0.0.1:7070" doc:"host:port of the private door; beyond loopback it needs TLS"`
	TokenFile string `key:"token_file" kind:"secret" required:"true" doc:"file with the token that callers must show, at least 16 bytes"`
	CertFile  string `key:"cert_file" kind:"file" doc:"the door's TLS certificate"`
	KeyFile   string `key:"key_file" kind:"secret" doc:"key of the TLS certificate"`
	ClientCA  string `key:"client_ca_file" kind:"file" doc:"certificates that callers must have one of; none if empty"`
}

// Gateway is the public API.
type Gateway struct {
	Listen  string   `key:"listen" kind:"listen" default:"127.0.0.1:8080" doc:"host:port of the API and its page"`
	Account string   `key:"account_key_file" kind:"secret" required:"true" doc:"file with the key of the account that seals for others and pays their opening fees"`
	Rollups []string `key:"rollups" kind:"rollups" doc:"CHAIN=URL of a node of each rollup, which answers reads"`
	Origins []string `key:"origins" kind:"origins" doc:"web origins that may call; everybody if empty"`
	Log     Log      `key:"log"`
	Health  Health   `key:"health" listen:"127.0.0.1:9091"`
	L1      L1       `key:"l1"`
	Members Members  `key:"members"`
	Limits  Limits   `key:"limits"`
	Shared  Shared   `key:"shared"`
}

// Shared is where gateways of one network keep what all of them must know, so that a caller may use any of them.
type Shared struct {
	RedisURL string `key:"redis_url" kind:"redis" doc:"redis:// or rediss:// URL of what all gateways share: bundles held and their names, limits, the event stream; within this process alone if empty"`
}

// Limits are what a gateway takes from one caller. The others are published at /v1/limits and do not change.
type Limits struct {
	RequestsPerMinute   int64 `key:"requests_per_minute" default:"12000" min:"1" max:"100000000" doc:"from one address; an IPv6 /64 counts as one"`
	BundlesPerMinute    int64 `key:"bundles_per_minute" default:"3000" min:"1" max:"100000000" doc:"of one signing key, else of one address"`
	Connections         int64 `key:"connections" default:"256" min:"1" max:"100000" doc:"WebSocket and event streams of one address"`
	PendingTransactions int64 `key:"pending_transactions" default:"10000" min:"16" max:"1000000" doc:"bundles and wallets' transactions held at once"`
}

// Relay posts to L1 and claims.
type Relay struct {
	Account  string        `key:"account_key_file" kind:"secret" required:"true" doc:"file with the key of the L1 account that posts"`
	MaxFee   int64         `key:"max_fee_gwei" default:"500" min:"1" max:"100000" doc:"gwei per gas that is never exceeded"`
	Depth    int64         `key:"depth" default:"10" min:"0" max:"10000" doc:"L1 blocks below the head at which a posting is confirmed"`
	Window   int64         `key:"window" default:"4" min:"1" max:"64" doc:"postings in flight at most"`
	Interval time.Duration `key:"interval" default:"1s" min:"10ms" max:"10m" doc:"between looks at L1 when there is nothing to do"`
	Log      Log           `key:"log"`
	Health   Health        `key:"health" listen:"127.0.0.1:9092"`
	L1       L1            `key:"l1"`
	Members  Members       `key:"members"`
	Claims   Claims        `key:"claims"`
}

// Claims are the payments that a relay asks for.
type Claims struct {
	Account  string   `key:"account_key_file" kind:"secret" doc:"file with the key of the L1 account that claims, another than the one that posts; nothing is claimed if empty"`
	Accounts []string `key:"accounts" kind:"wallets" doc:"whom to claim for; the registered rollups' payout accounts if empty"`
	Minimum  string   `key:"minimum_wei" kind:"wei" default:"1" doc:"less is left for later"`
}

// Follow keeps one rollup's node at what the committee attested.
type Follow struct {
	Dir      string        `key:"dir" kind:"folder" required:"true" doc:"folder of the follower's journal: every block that it verified"`
	Gateways []string      `key:"gateways" kind:"urls" required:"true" doc:"gateways to follow; none is believed"`
	Interval time.Duration `key:"interval" default:"50ms" min:"5ms" max:"1m" doc:"between looks when there is nothing to do"`
	Engine   Engine        `key:"engine"`
	Log      Log           `key:"log"`
	Health   Health        `key:"health" listen:"127.0.0.1:9093"`
	L1       L1            `key:"l1"`
}

// Engine is the rollup's node.
type Engine struct {
	Chain   int64  `key:"chain" required:"true" min:"1" max:"9223372036854775807" doc:"chain id of the rollup"`
	URL     string `key:"url" kind:"url" required:"true" doc:"Engine API of the node (geth's --authrpc)"`
	JWTFile string `key:"jwt_file" kind:"secret" required:"true" doc:"file with the Engine API's secret (geth's --authrpc.jwtsecret)"`
}

// Processes are the processes by their commands, each with an empty value.
func Processes() map[string]any {
	return map[string]any{"node": new(Node), "api": new(Gateway), "relay": new(Relay), "follow": new(Follow)}
}
