package topology

import (
	"strconv"
	"strings"
	"time"
)

// l1 is anvil. It keeps what it has in a file, written every few seconds and at its end.
func (t table) l1() Service {
	name := string(L1)
	host, port := split(t.at.Listen(name, rpcPort))
	folder := t.at.Folder(name)
	return Service{
		Name: name, Role: L1, Program: Anvil, Folder: folder, Ports: []Port{rpcPort.published(8545)},
		Args: []string{
			"--host", host, "--port", port, "--chain-id", strconv.FormatUint(t.L1Chain, 10), "--hardfork", "prague", "--accounts", "1",
			"--gas-limit", "60000000", "--slots-in-an-epoch", "1", "--block-time", strconv.FormatInt(int64(max(t.L1Block/time.Second, 1)), 10),
			"--state", file(folder, "state.json"), "--state-interval", "30",
			"--cache-path", file(folder, "cache"),
		},
		Grace: 20 * time.Second, // it writes all that it has
		Probe: []string{string(Chorale), "health", "--rpc", web(within(t.at.Listen(name, rpcPort)))},
	}
}

// found puts the network on a fresh L1 and writes everybody's files. A second run finds that it is done.
func (t table) found() Service {
	name := string(Found)
	folder := t.at.Folder(name)
	return Service{
		Name: name, Role: Found, Program: Chorale, Folder: folder, Once: true, Containers: true,
		Args: []string{"net", "found", "--dir", t.at.Folder("")}, Needs: []Need{{string(L1), Healthy}},
	}
}

// node is a rollup's stock geth, on the state scheme that comes back after kill -9.
func (t table) node(i int) Service {
	chain := t.Rollups[i]
	name, id := nodeName(chain), strconv.FormatUint(chain, 10)
	folder := t.at.Folder(name)
	http, httpPort := split(t.at.Listen(name, rpcPort))
	auth, authPort := split(t.at.Listen(name, enginePort))
	return Service{
		Name: name, Role: Node, Chain: chain, Program: Geth, Image: gethImage, Folder: folder, Killed: true,
		Ports:   []Port{rpcPort.published(9901 + i), enginePort},
		Secrets: []Secret{{"genesis.json", Genesis}, {"jwt.hex", EngineSecret}},
		Prepare: []string{"init", "--state.scheme", "hash", "--datadir", folder, file(folder, "genesis.json")},
		Args: []string{
			"--datadir", folder, "--cache", "64", "--networkid", id, "--state.scheme", "hash", "--gcmode", "archive", "--syncmode", "full",
			"--nodiscover", "--maxpeers", "0", "--port", "0", "--nat", "none", "--ipcdisable",
			"--authrpc.addr", auth, "--authrpc.port", authPort, "--authrpc.vhosts", "*", "--authrpc.jwtsecret", file(folder, "jwt.hex"),
			"--http", "--http.addr", http, "--http.port", httpPort, "--http.api", "eth,net,web3", "--http.vhosts", "*",
		},
		Probe: []string{"wget", "-q", "-O", "/dev/null", web(within(t.at.Listen(name, rpcPort)))},
		Needs: []Need{{string(Found), Done}},
	}
}

// member is one seat. Its door has a certificate in every place, so that no place is another network.
func (t table) member(i int) Service {
	name := MemberName(i)
	folder := t.at.Folder(name)
	var peers []string
	for j := range t.Members {
		peers = append(peers, t.at.Reach(MemberName(j), consensusPort))
	}
	return t.ours(Service{
		Name: name, Role: Member, Index: i, Ports: []Port{consensusPort, doorPort},
		Secrets: []Secret{
			{"consensus.key", ConsensusKey}, {"account.key", AccountKey}, {"dealer.key", DealerKey},
			{"door.token", DoorToken}, {"door-cert.pem", DoorCert}, {"door-key.pem", DoorKey},
		},
	}, "node", map[string]string{
		"home": folder, "consensus.listen": t.at.Listen(name, consensusPort), "consensus.peers": strings.Join(peers, ","),
		"door.listen": t.at.Listen(name, doorPort), "door.token_file": file(folder, "door.token"),
		"door.cert_file": file(folder, "door-cert.pem"), "door.key_file": file(folder, "door-key.pem"),
	})
}

// redis is what the gateways share. What it has acknowledged is on its disk: every write is, before it is answered.
func (t table) redis() Service {
	name := string(Redis)
	folder := t.at.Folder(name)
	host, port := split(t.at.Listen(name, redisPort))
	return Service{
		Name: name, Role: Redis, Program: RedisServer, Image: redisImage, Folder: folder, Ports: []Port{redisPort},
		Args: []string{"--bind", host, "--port", port, "--protected-mode", "no", "--dir", folder,
			"--appendonly", "yes", "--appendfsync", "always", "--save", ""},
		Probe: []string{"redis-cli", "-p", port, "ping"},
		Needs: []Need{{string(Found), Done}}, Killed: true,
	}
}

// gateway is the public API. Each begins with another member, and all share one account and one Redis.
func (t table) gateway(i int) Service {
	name := gatewayName(i)
	var rollups []string
	s := Service{
		Name: name, Role: Gateway, Index: i, Ports: []Port{apiPort.published(8080 + i)},
		Secrets: []Secret{{"account.key", GatewayAccount}}, Needs: []Need{{string(Redis), Healthy}},
		Killed: true,
	}
	for _, chain := range t.Rollups {
		rollups = append(rollups, strconv.FormatUint(chain, 10)+"="+web(t.at.Reach(nodeName(chain), rpcPort)))
		s.Needs = append(s.Needs, Need{nodeName(chain), Healthy})
	}
	s, told := t.toMembers(s, i, map[string]string{
		"listen": t.at.Listen(name, apiPort), "account_key_file": file(t.at.Folder(name), "account.key"), "rollups": strings.Join(rollups, ","),
		"shared.redis_url":           "redis://" + t.at.Reach(string(Redis), redisPort),
		"limits.requests_per_minute": "120000", "limits.bundles_per_minute": "12000",
	})
	return t.ours(s, "api", told)
}

// key waits for the key ceremony and publishes the committee's first key: the contracts' owner does that, once.
func (t table) key() Service {
	name := string(Key)
	return Service{
		Name: name, Role: Key, Program: Chorale, Folder: t.at.Folder(name), Reads: []string{string(Found)}, Once: true, Containers: true,
		Secrets: []Secret{{"door.token", DoorToken}, {"door-ca.pem", DoorAuthority}},
		Args:    []string{"net", "key", "--dir", t.at.Folder("")},
		Needs:   []Need{{string(Found), Done}, {MemberName(0), Started}},
	}
}

// relay posts, and claims for the rollups as well.
func (t table) relay() Service {
	name := string(Relay)
	folder := t.at.Folder(name)
	s, told := t.toMembers(Service{
		Name: name, Role: Relay, Secrets: []Secret{{"poster.key", PosterAccount}, {"payer.key", PayerAccount}}, Needs: []Need{{string(Key), Done}}, Killed: true,
	}, 0, map[string]string{
		"account_key_file": file(folder, "poster.key"), "claims.account_key_file": file(folder, "payer.key"), "depth": "2", "interval": "200ms",
	})
	return t.ours(s, "relay", told)
}

// follower keeps a rollup's geth at what was attested.
func (t table) follower(i int) Service {
	chain := t.Rollups[i]
	name := followName(chain)
	folder := t.at.Folder(name)
	var gateways []string
	s := Service{Name: name, Role: Follower, Chain: chain, Secrets: []Secret{{"jwt.hex", EngineSecret}}, Needs: []Need{{nodeName(chain), Healthy}}, Killed: true}
	for j := range t.Gateways {
		gateways = append(gateways, web(t.at.Reach(gatewayName(j), apiPort)))
		s.Needs = append(s.Needs, Need{gatewayName(j), Started})
	}
	return t.ours(s, "follow", map[string]string{
		"dir": file(folder, "journal"), "gateways": strings.Join(gateways, ","), "engine.chain": strconv.FormatUint(chain, 10),
		"engine.url": web(t.at.Reach(nodeName(chain), enginePort)), "engine.jwt_file": file(folder, "jwt.hex"),
	})
}

// traffic is the demo's: wallets and searchers that use the gateways as strangers do.
func (t table) traffic() Service {
	name := string(Traffic)
	s := Service{
		Name: name, Role: Traffic, Program: Chorale, Folder: t.at.Folder(name), Reads: []string{string(Found)}, Containers: true, Profiles: []string{demo, monitoring},
		Secrets: []Secret{{"door.token", DoorToken}, {"door-ca.pem", DoorAuthority}},
		Args:    []string{"net", "traffic", "--dir", t.at.Folder("")},
		Needs:   []Need{{string(Found), Done}, {string(Key), Done}},
	}
	for i := range t.Gateways {
		s.Needs = append(s.Needs, Need{gatewayName(i), Healthy})
	}
	return s
}
