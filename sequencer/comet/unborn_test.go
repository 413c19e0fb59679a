package comet_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chorale-network/chorale/sequencer/comet"
	cmtconfig "github.com/cometbft/cometbft/config"
	"github.com/stretchr/testify/require"
)

// Whatever a crash leaves of a database in the making is removed; a database that was ever made is not.
func TestUnbornDatabases(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		stays bool
	}{
		"an empty folder":            {map[string]string{}, false},
		"a manifest without CURRENT": {map[string]string{"LOCK": "", "LOG": "opened", "MANIFEST-000000": "half"}, false},
		"half a CURRENT":             {map[string]string{"MANIFEST-000000": "whole", "CURRENT.0": "MANI"}, false},
		"a whole database":           {map[string]string{"MANIFEST-000000": "whole", "CURRENT": "MANIFEST-000000\n"}, true},
		"a log with writes":          {map[string]string{"MANIFEST-000000": "whole", "000001.log": "write"}, true},
		"a table":                    {map[string]string{"000002.ldb": "rows"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			data := t.TempDir()
			dir := filepath.Join(data, "state.db")
			require.NoError(t, os.Mkdir(dir, 0o700))
			for file, content := range c.files {
				require.NoError(t, os.WriteFile(filepath.Join(dir, file), []byte(content), 0o600))
			}
			require.NoError(t, comet.ClearUnborn(data))
			_, err := os.Stat(dir)
			require.Equal(t, c.stays, err == nil)
			if !c.stays {
				cfg := cmtconfig.DefaultConfig()
				cfg.DBPath = data
				db, err := cmtconfig.DefaultDBProvider(&cmtconfig.DBContext{ID: "state", Config: cfg})
				require.NoError(t, err)
				require.NoError(t, db.SetSync([]byte("k"), []byte("v")))
				require.NoError(t, db.Close())
				require.NoError(t, comet.ClearUnborn(data))
				require.DirExists(t, dir, "a database with a write in it was removed")
			}
		})
	}
}
