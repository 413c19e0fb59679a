package remote

import "github.com/chorale-network/chorale/sequencer/remote/door"

// DecodeAny reads bytes as everything that crosses the door.
func DecodeAny(b []byte) {
	_, _ = decodeExecuted(b)
	_, _ = decodeEvent(&door.Event{Attested: b})
	_, _ = decodeEvent(&door.Event{Posting: b})
	_, _ = decodeStanding(&door.Standing{Network: b, View: b, Group: b})
}
