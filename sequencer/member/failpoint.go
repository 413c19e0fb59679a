package member

// failpoint names a moment before, between or after durable writes. Here it does nothing; internal/chaos builds a
// binary with another file in this one's place, in which the process dies by kill -9 at the point it is told.
func failpoint(string) {}
