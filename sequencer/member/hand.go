package member

import (
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// handWait is how long a receipt waits, at most, for others to say that they hold its envelope too.
const handWait = 30 * time.Millisecond

// handing is an envelope on its way to others. Guarded by the lock of Links.
type handing struct {
	need int
	by   map[int]bool // members who hold it
	done chan struct{}
}

// hand passes an envelope to every other member and waits until enough of them say that they hold it, so that the
// receipt's promise outlives its member: f+1, one of whom is honest, or all who are connected, or handWait. The
// same envelope again joins the wait. Who lies about holding it gains nothing that silence would not give.
func (c *Links) hand(e *sequencer.Envelope, fresh bool) {
	c.mu.Lock()
	h := c.handing[e.ID]
	if h == nil && fresh {
		h = &handing{by: make(map[int]bool), done: make(chan struct{}), need: min(c.parameters.MaxFaulty()+1, c.served())}
		c.handing[e.ID] = h
	}
	c.mu.Unlock()
	if fresh {
		c.pass(e)
	}
	if h == nil || h.need == 0 {
		c.let(e.ID, h)
		return
	}
	wait := time.NewTimer(handWait)
	defer wait.Stop()
	select {
	case <-h.done:
	case <-wait.C:
	case <-c.quit:
	}
	c.let(e.ID, h)
}

// let ends a wait.
func (c *Links) let(id rollup.Digest, h *handing) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if h != nil && c.handing[id] == h {
		delete(c.handing, id)
	}
}

// handed notes that a member holds an envelope that was handed on.
func (c *Links) handed(id rollup.Digest, member int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.handing[id]
	if h == nil || h.by[member] {
		return
	}
	h.by[member] = true
	if len(h.by) == h.need {
		close(h.done)
	}
}
