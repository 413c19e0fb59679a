package member

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/chorale-network/chorale/threshold"
)

// errKeep refuses to replace a secret by another.
var errKeep = errors.New("another secret is kept already")

// strongbox keeps this member's secrets of an epoch in files that only their owner may read. They are written
// once, synced, and never replaced.
type strongbox struct {
	dir  string
	fail func(point string)
}

// seed is what this member deals from: made once, before anything of it is said.
func (box *strongbox) seed() (seed [32]byte, err error) {
	b, err := box.load("ceremony.seed")
	if err != nil {
		return seed, err
	}
	if b == nil {
		b = make([]byte, len(seed))
		if _, err := rand.Read(b); err != nil {
			return seed, fmt.Errorf("ceremony seed: %w", err)
		}
		box.fail("before " + PointSeed)
		if err := box.keep("ceremony.seed", b); err != nil {
			return seed, err
		}
		box.fail("after " + PointSeed)
	}
	if copy(seed[:], b) != len(b) || len(b) != len(seed) {
		return seed, fmt.Errorf("ceremony seed: %d bytes: %w", len(b), errKeep)
	}
	return seed, nil
}

// share is the threshold share; nil if there is none yet.
func (box *strongbox) share() (*threshold.Share, error) {
	b, err := box.load("share")
	if b == nil || err != nil {
		return nil, err
	}
	s, err := threshold.ShareFromBytes(b)
	if err != nil {
		return nil, fmt.Errorf("kept share: %w", err)
	}
	return s, nil
}

// keepShare keeps the ceremony's share, or finds it kept.
func (box *strongbox) keepShare(s *threshold.Share) error {
	before, err := box.load("share")
	if err != nil {
		return err
	}
	if before != nil {
		if !bytes.Equal(before, s.Bytes()) {
			return fmt.Errorf("share: %w", errKeep)
		}
		return nil
	}
	box.fail("before " + PointShare)
	if err := box.keep("share", s.Bytes()); err != nil {
		return err
	}
	box.fail("after " + PointShare)
	return nil
}

func (box *strongbox) load(name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(box.dir, name)) //nolint:gosec // the member's own folder
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return b, nil
}

// keep writes a file so that after a crash it is there whole or not at all.
func (box *strongbox) keep(name string, b []byte) (err error) {
	f, err := os.CreateTemp(box.dir, name+".new*") // 0600
	if err != nil {
		return fmt.Errorf("keep %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("keep %s: %w", name, errors.Join(err, os.Remove(f.Name())))
		}
	}()
	if _, err := f.Write(b); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	box.fail("written " + name)
	if err := os.Rename(f.Name(), filepath.Join(box.dir, name)); err != nil {
		return err
	}
	box.fail("renamed " + name)
	dir, err := os.Open(box.dir)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
