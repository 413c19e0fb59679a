// Package devnet runs a whole network in one process: an L1 and the rollup nodes as go-ethereum nodes, the
// committee, the relay, the API, and traffic that uses it as strangers would.
//
// In come a seed, sizes, ports and a folder; out come a running network, its table of addresses, one line per
// slot, and a summary that says which laws were observed to hold. Everything that a real deployment has as a
// process is the same code here, spoken to over the same sockets. It never keeps value of its own: keys derive
// from the seed and are worthless anywhere else.
package devnet
