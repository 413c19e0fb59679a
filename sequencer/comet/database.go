package comet

import (
	"runtime"
	"sync"

	dbm "github.com/cometbft/cometbft-db"
	cmtconfig "github.com/cometbft/cometbft/config"
)

// openDatabase is the engine's own provider of databases, behind a gate.
func openDatabase(c *cmtconfig.DBContext) (dbm.DB, error) {
	db, err := cmtconfig.DefaultDBProvider(c)
	if err != nil {
		return nil, err
	}
	return &database{DB: db}, nil
}

// database is one of the engine's. When it stops, the engine closes its databases without waiting for the
// goroutines of its peers; one that is still reading then finds a closed database and panics, and takes the
// whole process along. Here such a reader just ends: it was to end anyway, and nobody waits for its answer.
type database struct {
	dbm.DB
	gate   sync.RWMutex // held for reading while DB is read, for writing to close it
	closed bool
}

// enter admits a reader until leave. A reader that comes too late does not return.
func (d *database) enter() {
	d.gate.RLock()
	if d.closed {
		d.gate.RUnlock()
		runtime.Goexit()
	}
}

// Get implements dbm.DB.
func (d *database) Get(key []byte) ([]byte, error) {
	d.enter()
	defer d.gate.RUnlock()
	return d.DB.Get(key)
}

// Has implements dbm.DB.
func (d *database) Has(key []byte) (bool, error) {
	d.enter()
	defer d.gate.RUnlock()
	return d.DB.Has(key)
}

// Close implements dbm.DB.
func (d *database) Close() error {
	d.gate.Lock()
	defer d.gate.Unlock()
	if d.closed {
		return nil
	}
	d.closed = true
	return d.DB.Close()
}
