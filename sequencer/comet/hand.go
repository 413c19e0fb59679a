package comet

import (
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// handWait is how long a receipt waits, at most, for others to say that they hold its envelope too.
const handWait = 30 * time.Millisecond

// handing is an envelope on its way to others. Guarded by the reactor's lock.
type handing struct {
	need int
	by   map[int]bool // members who hold it
	done chan struct{}
}

// hand passes an envelope to every other member and waits until enough of them say that they hold it, so that the
// receipt's promise outlives its member: f+1, one of whom is honest, or all who are connected, or handWait. The
// same envelope again joins the wait. Who lies about holding it gains nothing that silence would not give.
func (r *reactor) hand(e *sequencer.Envelope, fresh bool) {
	r.mu.Lock()
	h := r.handing[e.ID]
	if h == nil && fresh {
		h = &handing{by: make(map[int]bool), done: make(chan struct{}), need: min((len(r.members)-1)/3+1, r.up())}
		r.handing[e.ID] = h
	}
	r.mu.Unlock()
	if fresh {
		r.pass(e)
	}
	if h == nil || h.need == 0 {
		r.let(e.ID, h)
		return
	}
	wait := time.NewTimer(handWait)
	defer wait.Stop()
	select {
	case <-h.done:
	case <-wait.C:
	case <-r.Quit():
	}
	r.let(e.ID, h)
}

// let ends a wait.
func (r *reactor) let(id rollup.Digest, h *handing) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if h != nil && r.handing[id] == h {
		delete(r.handing, id)
	}
}

// handed notes that a member holds an envelope that was handed on.
func (r *reactor) handed(id rollup.Digest, member int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	h := r.handing[id]
	if h == nil || h.by[member] {
		return
	}
	h.by[member] = true
	if len(h.by) == h.need {
		close(h.done)
	}
}

// up counts the members that are served. Under the lock.
func (r *reactor) up() (n int) {
	for _, l := range r.links {
		l.mu.Lock()
		if l.up {
			n++
		}
		l.mu.Unlock()
	}
	return n
}
