// Package api is the door: JSON-RPC over HTTP and WebSocket, REST, server-sent events, and a page.
//
// In come requests of searchers, wallet users, rollup operators and analysts; out go envelopes to the
// committee, answers, and streams of what the committee did. It translates and remembers for display; it
// holds no rule of the domain. Whatever it says of a slot it read from an attested slot, and whatever it
// accepts it has handed to a member that holds it durably. What it is told in clear (bundles of
// chorale_sendBundle, wallet users' transactions) it seals before anything leaves it, and never logs.
// Never here: agreement, execution, prices, flags, environment, files.
package api
