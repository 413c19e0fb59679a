// Package gateway seals, holds, names and replaces, and shares out a slot among those it seals for.
//
// In come bundles in clear from callers who trust this gateway, envelopes that were sealed elsewhere, and what became of
// slots; out go envelopes to the committee, and lines of the log from which every gateway of the network tells the same
// story (package index). A gateway has no state of its own: what it holds, the names of it, limits and the log stand in
// what gateways share, so that a bundle sent to one is followed, replaced and cancelled through another, and outlives the
// one that took it. What it was told in clear it seals before anything leaves it for the committee, and never logs. Never
// here: requests and their spelling (package api), agreement, execution, prices, flags, files.
package gateway
