package api

import (
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// beat is how often an idle event stream says that it lives.
const beat = 15 * time.Second

// serveEvents is /v1/events: everything public, as server-sent events. The id of each is its number, so that
// Last-Event-ID, or ?last_event_id, resumes after it.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	address := callerOf(r)
	if !s.guard.connections.enter(address, s.cfg.Limits.Connections) {
		writeRefusal(w, limited("connections", s.cfg.Limits.Connections, time.Minute))
		return
	}
	defer s.guard.connections.leave(address)
	from, resumed := s.stream.head(), false
	last := r.Header.Get("Last-Event-ID")
	if last == "" {
		last = r.URL.Query().Get("last_event_id")
	}
	if last != "" {
		v, err := strconv.ParseUint(last, 10, 64)
		if err != nil {
			writeRefusal(w, malformed("Last-Event-ID", "not a number: "+clip(last, 40), "send the id of the last event that was seen"))
			return
		}
		from, resumed = v+1, true
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	s.metrics.subscribers.Inc()
	defer s.metrics.subscribers.Dec()
	out := &eventWriter{w: w, control: http.NewResponseController(w), patience: s.cfg.Limits.ReaderPatience}
	_ = out.control.SetReadDeadline(time.Time{}) // a server's read timeout is for requests, not for streams
	out.printf("retry: 1000\n: chorale\n\n")
	s.feedEvents(r, out, from, resumed)
}

// eventWriter writes with a deadline: a reader that takes nothing is dropped.
type eventWriter struct {
	w        http.ResponseWriter
	control  *http.ResponseController
	patience time.Duration
	failed   bool
}

func (e *eventWriter) printf(format string, args ...any) {
	if e.failed {
		return
	}
	_ = e.control.SetWriteDeadline(time.Now().Add(e.patience))
	if _, err := fmt.Fprintf(e.w, format, args...); err != nil {
		e.failed = true
	}
}

func (e *eventWriter) flush() {
	if !e.failed && e.control.Flush() != nil {
		e.failed = true
	}
}

func (s *Server) feedEvents(r *http.Request, out *eventWriter, from uint64, resumed bool) {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		entries, next, lost, more := s.stream.read(from, readAtOnce)
		if lost != 0 && len(entries) > 0 && entries[0].seq > from {
			if !resumed {
				s.metrics.dropped.WithLabelValues("events").Inc()
				out.printf("event: closed\ndata: {\"code\":\"RATE_LIMITED\",\"message\":\"slow reader: events were lost\",\"hint\":\"connect again with Last-Event-ID\"}\n\n")
				out.flush()
				return
			}
			out.printf("id: %d\nevent: gap\ndata: {\"seq\":\"%d\",\"type\":\"gap\",\"from\":\"%d\",\"to\":\"%d\"}\n\n", lost-1, lost-1, from, lost-1)
		}
		resumed = false
		for i := range entries {
			if e := &entries[i]; e.told.Public {
				out.printf("id: %d\nevent: %s\ndata: %s\n\n", e.seq, e.event(), e.snake)
			}
		}
		out.flush()
		if out.failed {
			s.metrics.dropped.WithLabelValues("events").Inc()
			return
		}
		if from = next; len(entries) > 0 {
			continue
		}
		select {
		case <-more:
		case <-tick.C:
			out.printf(": beat\n\n")
		case <-r.Context().Done():
			return
		case <-s.stopping:
			out.printf("event: closed\ndata: {\"code\":\"UNAVAILABLE\",\"message\":\"the gateway stops\",\"hint\":\"connect again with Last-Event-ID\"}\n\n")
			out.flush()
			return
		}
	}
}
