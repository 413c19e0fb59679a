package comet

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// clearUnborn removes the engine's databases whose making was cut short by a crash: the engine would refuse to
// open them, and nothing was ever written to them. goleveldb names its manifest in a file CURRENT before it
// takes the first write, and replaces that file by renaming: where it is missing and there is no table and no
// log with anything in it, there never was one.
func clearUnborn(data string) error {
	dirs, err := filepath.Glob(filepath.Join(data, "*.db"))
	if err != nil {
		return err
	}
	for _, dir := range dirs {
		dead, err := unborn(dir)
		if err == nil && dead {
			// If we crash in between, what is left is as unborn as before.
			err = os.RemoveAll(dir)
		}
		if err != nil {
			return fmt.Errorf("unfinished database %s: %w", dir, err)
		}
	}
	return nil
}

func unborn(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false, err
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case name == "CURRENT", strings.HasSuffix(name, ".ldb"), strings.HasSuffix(name, ".sst"):
			return false, nil
		case strings.HasSuffix(name, ".log"):
			info, err := entry.Info()
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return false, err
			}
			if err == nil && info.Size() > 0 {
				return false, nil
			}
		}
	}
	return true, nil
}
