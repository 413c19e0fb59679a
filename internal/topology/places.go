package topology

import (
	"net"
	"path"
	"strconv"
)

// Places says where services are.
type Places interface {
	Listen(service string, p Port) string // host:port that it listens on
	Reach(service string, p Port) string  // host:port by which others find it
	Folder(service string) string         // of what it keeps
}

// Containers are places in containers of one network: each service is found by its name, on the port of the table.
type Containers struct {
	Root string // the folder above all services' folders
}

// Listen implements Places.
func (Containers) Listen(_ string, p Port) string {
	return net.JoinHostPort("0.0.0.0", strconv.Itoa(p.Number))
}

// Reach implements Places.
func (Containers) Reach(service string, p Port) string {
	return net.JoinHostPort(service, strconv.Itoa(p.Number))
}

// Folder implements Places.
func (c Containers) Folder(service string) string { return path.Join(c.Root, service) }
