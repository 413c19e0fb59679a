// Package process makes the processes of a network: a member, a gateway, a relay, a follower. One constructor each,
// the same for the devnet and for the commands that run one of them on a machine of its own.
//
// In come keys, addresses, folders and the charter, which is read from L1; out come parts that are bound to their
// leaves, each with one lifecycle, Run(ctx), and with what it depends on, for /readyz. Never here: flags,
// environment, signals, files of configuration, keys from a seed, demo traffic.
package process
