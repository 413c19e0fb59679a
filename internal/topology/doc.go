// Package topology is the table of a network's services: what each is called, what it runs, what it is told, where it
// listens, what it keeps, how it is asked for its health, and what it waits for.
//
// In come how many of each there are and where they are found; out come rows, which `chorale net` runs as processes on
// loopback, and docker-compose.yml with what Prometheus scrapes, which are the same rows in containers. Never here:
// running, files, keys, the network itself.
package topology
