package config

import (
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// check says what is wrong with what is in force, and how to mend it.
func (k *Key) check() error {
	if k.value.IsZero() {
		if k.Required {
			return fmt.Errorf("must be given: %s", k.Doc)
		}
		if k.Type() != "integer" && k.Type() != "duration" {
			return nil
		}
	}
	if err := k.bounds(); err != nil {
		return err
	}
	if len(k.One) > 0 && !slices.Contains(k.One, k.value.String()) {
		return fmt.Errorf("%q is not one of %s", k.value.String(), strings.Join(k.One, ", "))
	}
	return k.kind()
}

// bounds holds numbers and durations between Min and Max.
func (k *Key) bounds() error {
	if k.Min == "" {
		return nil
	}
	low, high := reflect.New(k.value.Type()).Elem(), reflect.New(k.value.Type()).Elem()
	for _, bound := range []struct {
		into reflect.Value
		text string
	}{{low, k.Min}, {high, k.Max}} {
		if err := (&Key{value: bound.into}).set(bound.text); err != nil {
			return fmt.Errorf("bound of %s: %w", k.Name, err)
		}
	}
	if v := k.value.Int(); v < low.Int() || v > high.Int() {
		return fmt.Errorf("%s is not between %s and %s", k.Value(), k.Min, k.Max)
	}
	return nil
}

// kind checks what the type does not tell.
func (k *Key) kind() error {
	values, ok := k.value.Interface().([]string)
	if !ok {
		values = []string{fmt.Sprint(k.value.Interface())}
	}
	for _, v := range values {
		var err error
		switch k.Kind {
		case "listen", "addresses":
			err = hostPort(v)
		case "url", "urls":
			err = webURL(v)
		case "redis":
			err = redisURL(v)
		case "origins":
			if v != "*" {
				err = webURL(v)
			}
		case "address", "wallets":
			if !common.IsHexAddress(v) || !strings.HasPrefix(v, "0x") {
				err = fmt.Errorf("%q is no address; write 0x and 40 hex digits", v)
			}
		case "rollups":
			id, node, found := strings.Cut(v, "=")
			if _, parsed := strconv.ParseUint(id, 10, 64); !found || parsed != nil {
				err = fmt.Errorf("%q is not CHAIN=URL", v)
			} else {
				err = webURL(node)
			}
		case "wei":
			if n, good := new(big.Int).SetString(v, 10); !good || n.Sign() < 0 || n.BitLen() > 256 {
				err = fmt.Errorf("%q is no amount of wei; write a decimal integer below 2^256", v)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func hostPort(v string) error {
	host, port, err := net.SplitHostPort(v)
	if err != nil || host == "" {
		return fmt.Errorf("%q is not host:port", v)
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || strconv.FormatUint(n, 10) != port {
		return fmt.Errorf("%q has no port from 0 to 65535", v)
	}
	return nil
}

func webURL(v string) error {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || !slices.Contains([]string{"http", "https", "ws", "wss"}, u.Scheme) {
		return fmt.Errorf("%q is no URL; write http://host:port", v)
	}
	return nil
}

// redisURL never repeats what was given: a password may stand in it.
func redisURL(v string) error {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || u.Scheme != "redis" && u.Scheme != "rediss" {
		return errors.New("it is no URL of a Redis; write redis://host:6379, with TLS rediss://host:6379")
	}
	if database := strings.TrimPrefix(u.Path, "/"); database != "" {
		if _, err := strconv.ParseUint(database, 10, 16); err != nil {
			return errors.New("its path is no database's number; write redis://host:6379/0")
		}
	}
	return nil
}

// Loopback says whether only this machine reaches an address.
func Loopback(hostPort string) bool {
	host, _, err := net.SplitHostPort(hostPort)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}

// relations says what is wrong between keys, each of which is right by itself.
func relations(keys map[string]*Key) (out Faults) {
	text := func(name string) string {
		if k := keys[name]; k != nil {
			return k.Value()
		}
		return ""
	}
	if k := keys["door.listen"]; k != nil {
		cert, key := text("door.cert_file"), text("door.key_file")
		switch {
		case (cert == "") != (key == ""):
			out = append(out, "door.cert_file, door.key_file: a certificate goes with its key; give both or none")
		case cert == "" && !Loopback(k.Value()):
			out = append(out, fmt.Sprintf("door.listen: %s is reached by others; give door.cert_file and door.key_file, or listen on 127.0.0.1", k.Value()))
		case cert == "" && text("door.client_ca_file") != "":
			out = append(out, "door.client_ca_file: callers' certificates are asked for by TLS alone; give door.cert_file and door.key_file")
		}
	}
	if k := keys["members.doors"]; k != nil && text("members.ca_file") == "" {
		for _, door := range strings.Split(k.Value(), ",") {
			if !Loopback(door) {
				out = append(out, fmt.Sprintf("members.doors: %s is not on this machine; give members.ca_file, by which its certificate is trusted", door))
			}
		}
	}
	if k := keys["health.pprof"]; k != nil && k.value.Bool() && !Loopback(text("health.listen")) {
		out = append(out, "health.pprof: profiles are served on loopback alone; let health.listen be on 127.0.0.1")
	}
	if a := text("claims.account_key_file"); a != "" && a == text("account_key_file") {
		out = append(out, "claims.account_key_file: one account has one sender; give another than account_key_file")
	}
	if k := keys["consensus.seat"]; k != nil {
		if peers, ok := keys["consensus.peers"].value.Interface().([]string); ok && k.value.Int() >= int64(len(peers)) {
			out = append(out, fmt.Sprintf("consensus.seat: there are %d peers, so seats from 0 to %d", len(peers), len(peers)-1))
		}
	}
	return out
}
