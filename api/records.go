package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// Blocks are the rollups' closed blocks. Safe for concurrent use.
type Blocks interface {
	// Block is a closed block with its receipts; an error if there is none of that number, or nobody answers.
	Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error)
}

// What followers fetch is bytes, in the encodings that are signed and hashed (docs/protocol.md).
const recordType = "application/octet-stream"

// recordWait bounds how long a follower may have the door wait for a slot, ms.
const recordWait = 10_000

// serveRecord is an attested slot whole: sequencer.Attested in RLP. With wait_ms it waits for one that is about to be.
func (s *Server) serveRecord(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.ParseUint(r.PathValue("slot"), 10, 64)
	if err != nil {
		writeRefusal(w, malformed("slot", "not a slot: "+clip(r.PathValue("slot"), 40), "write a decimal integer"))
		return
	}
	q := query{r: r}
	wait := q.uint("wait_ms", 0)
	if q.refusal == nil && wait > recordWait {
		q.refusal = malformed("wait_ms", "longer than "+uintText(recordWait)+" ms", "ask again instead")
	}
	if q.refusal != nil {
		writeRefusal(w, q.refusal)
		return
	}
	slot := rollup.Slot(n)
	s.await(r.Context(), slot, time.Duration(wait)*time.Millisecond)
	a, ok, err := s.cfg.History.Slot(r.Context(), slot)
	switch {
	case err != nil:
		s.log.Warn("read slot", "slot", n, "err", err)
		writeRefusal(w, unavailable("the slot cannot be read now", 500))
	case !ok:
		writeRefusal(w, notFound("slot", "slot "+slot.String()+" is not attested here", "the newest attested slot is "+s.index.Newest().String()))
	default:
		writeRecord(w, a.Encode())
	}
}

// awaitLook is how often a waiting follower's slot is looked for.
const awaitLook = 2 * time.Millisecond

// await waits until a slot is attested, time is up, or who asked is gone.
func (s *Server) await(ctx context.Context, slot rollup.Slot, most time.Duration) {
	if most == 0 || s.index.Newest() >= slot {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	tick := time.NewTicker(awaitLook)
	defer tick.Stop()
	for s.index.Newest() < slot {
		select {
		case <-ctx.Done():
			return
		case <-s.stopping:
			return
		case <-tick.C:
		}
	}
}

// serveBlock is a rollup's closed block with its receipts: builder.Block in RLP. It is there once its slot is attested.
func (s *Server) serveBlock(w http.ResponseWriter, r *http.Request) {
	chain, err := strconv.ParseUint(r.PathValue("chain"), 10, 64)
	if err != nil {
		writeRefusal(w, malformed("chain", "not a chain id: "+clip(r.PathValue("chain"), 40), "write a decimal integer"))
		return
	}
	number, err := strconv.ParseUint(r.PathValue("number"), 10, 64)
	if err != nil {
		writeRefusal(w, malformed("number", "not a block number: "+clip(r.PathValue("number"), 40), "write a decimal integer"))
		return
	}
	if s.cfg.Blocks == nil {
		writeRefusal(w, notFound("number", "no blocks are kept behind this gateway", "ask the rollup's own node"))
		return
	}
	b, err := s.cfg.Blocks.Block(r.Context(), rollup.ChainID(chain), number)
	if err != nil {
		writeRefusal(w, notFound("number", "block "+uintText(number)+" of rollup "+uintText(chain)+" is not here", "it may not be closed yet, or the members may not answer; ask again"))
		return
	}
	writeRecord(w, b.Encode())
}

func writeRecord(w http.ResponseWriter, b []byte) {
	w.Header().Set("Content-Type", recordType)
	w.Header().Set("Content-Length", strconv.Itoa(len(b)))
	_, _ = w.Write(b) // who asked is gone: nobody to tell
}
