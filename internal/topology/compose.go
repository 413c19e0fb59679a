package topology

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
)

// root is the folder above all services' folders, in every container.
const root = "/net"

// user is who our programs, and those of others that keep what we wrote, run as. Nobody is root.
const user = "10001:10001"

// Compose is docker-compose.yml: each row a service.
func Compose(n Network) string {
	at := Containers{root}
	services := n.Services(at)
	var b strings.Builder
	b.WriteString(written("the network of `make net` in containers: one service a process"))
	b.WriteString(`# docker compose up --wait                          the network; its page is http://127.0.0.1:8080
# docker compose --profile demo up --wait           with the traffic of ` + "`" + `make net` + "`" + `
# docker compose --profile monitoring up --wait     with the traffic, Prometheus, and Grafana: http://127.0.0.1:3000
# docker compose down --volumes                     ends it for good
#
# Its L1 is fresh and its keys follow from a seed: nothing in it is worth anything. docs/operators.md says what each process
# needs on a network of its own.
name: chorale
`)
	b.WriteString("services:\n")
	volumes := []string{}
	for _, s := range services {
		c := container{&b, at, services, s}
		c.write()
		if s.Folder != "" {
			volumes = append(volumes, s.Name)
		}
	}
	b.WriteString("volumes:\n")
	for _, v := range volumes {
		fmt.Fprintf(&b, "  %s: {}\n", v)
	}
	return b.String()
}

// written heads a file that is rendered from the table.
func written(what string) string {
	return "# " + what + ".\n# Rendered from the table of services by `go test ./internal/topology -update`: change it there.\n"
}

// container is a row as a service of a compose file.
type container struct {
	b        *strings.Builder
	at       Containers
	services []Service
	Service
}

func (c container) write() {
	fmt.Fprintf(c.b, "  %s:\n", c.Name)
	c.image()
	c.command()
	if len(c.Env) > 0 {
		c.line("environment:")
		for _, name := range sortedKeys(c.Env) {
			c.line("  %s: %s", name, quoted(c.Env[name]))
		}
	}
	c.volumes()
	var ports []string
	for _, p := range c.Ports {
		if p.Host != 0 {
			ports = append(ports, fmt.Sprintf("127.0.0.1:%d:%d", p.Host, p.Number))
		}
	}
	c.list("ports", ports)
	if len(c.Needs) > 0 {
		c.line("depends_on:")
		for _, need := range c.Needs {
			c.line("  %s: {condition: %s}", need.Service, need.Until)
		}
	}
	if len(c.Probe) > 0 {
		c.line("healthcheck:")
		c.line("  test: %s", flow(append([]string{"CMD"}, c.Probe...)))
		c.line("  interval: 2s")
		c.line("  timeout: 5s")
		c.line("  retries: 15")
		c.line("  start_period: 60s")
	}
	if len(c.Profiles) > 0 {
		c.line("profiles: %s", flow(c.Profiles))
	}
	if c.Grace > 0 {
		c.line("stop_grace_period: %s", c.Grace)
	}
	if c.Once {
		c.line(`restart: "no"`)
	} else {
		c.line("restart: unless-stopped")
	}
}

// image is where the container comes from, and what it may do there: of ours nothing that it does not need.
func (c container) image() {
	if c.Image != "" {
		c.line("image: %s", c.Image)
	} else {
		stage := string(c.Program)
		if c.Program != Chorale {
			stage = c.Name
		}
		c.line("build: {context: ., target: %s}", stage)
		c.line("image: chorale-network/%s", stage)
	}
	if c.Program == "" { // its image's own user
		return
	}
	c.line("user: %s", quoted(user))
	c.line("read_only: true")
	c.line("tmpfs: [/tmp]")
	c.line("cap_drop: [ALL]")
	c.line(`security_opt: ["no-new-privileges:true"]`)
}

// command is the row's command line; what prepares each life is run by the image's shell before it.
func (c container) command() {
	switch {
	case c.Program == "":
		if len(c.Args) > 0 {
			c.line("command: %s", flow(c.Args))
		}
	case len(c.Prepare) > 0:
		line := shell(append([]string{string(c.Program)}, c.Prepare...)) + " && exec " + shell(append([]string{string(c.Program)}, c.Args...))
		c.list("entrypoint", []string{"/bin/sh", "-ec", line})
	default:
		c.line("entrypoint: %s", flow([]string{string(c.Program)}))
		c.line("command: %s", flow(c.Args))
	}
}

// volumes are the service's own, one a folder, and those of others that it makes or reads.
func (c container) volumes() {
	var out []string
	if c.Folder != "" {
		out = append(out, c.Name+":"+c.Folder)
	}
	for _, other := range c.Writes {
		out = append(out, other+":"+c.folder(other))
	}
	for _, other := range c.Reads {
		out = append(out, other+":"+c.folder(other)+":ro")
	}
	for _, m := range c.Mounts {
		out = append(out, m.Source+":"+m.Target+":ro")
	}
	c.list("volumes", out)
}

func (c container) folder(name string) string {
	i := slices.IndexFunc(c.services, func(s Service) bool { return s.Name == name })
	return c.services[i].Folder // of this table
}

func (c container) line(format string, args ...any) { fmt.Fprintf(c.b, "    "+format+"\n", args...) }

func (c container) list(key string, items []string) {
	if len(items) == 0 {
		return
	}
	c.line("%s:", key)
	for _, item := range items {
		c.line("  - %s", quoted(item))
	}
}

// Folders are the folders of all volumes below the root: the image has them, its user's, and so have the volumes.
func Folders(n Network) (out []string) {
	for _, s := range n.Services(Containers{root}) {
		if path.Dir(s.Folder) == root {
			out = append(out, s.Folder)
		}
	}
	return out
}

func sortedKeys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// quoted is a string in YAML. Compose would replace what follows a dollar.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(strings.ReplaceAll(s, "$", "$$")); err != nil {
		panic(err) // a string always has an encoding
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func flow(items []string) string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = quoted(item)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// shell is a command line for /bin/sh.
func shell(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		if out[i] = w; w == "" || strings.ContainsAny(w, " *$'\"\\&;|<>()`~#?[]{}!") {
			out[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(out, " ")
}
