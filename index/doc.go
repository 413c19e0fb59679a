// Package index tells what happened: slots, the stories of bundles, events.
//
// In comes the log that gateways write (package gateway) and the attested slots that it names; out come typed events in the
// log's order and with its numbers, and answers about slots and bundles. Every gateway's index says the same, since it is
// the same fold over the same log; it is bounded, rebuilt at start, and decides nothing. Never here: requests and their
// spelling (package api), writing to the log, truth: that is with the committee and on L1.
package index
