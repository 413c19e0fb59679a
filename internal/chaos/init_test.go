package chaos_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDeathWhileKeysAreMade kills `chorale init node` before and after each key file. It had printed nothing, so no
// network names the keys; the next try touches no file that is there, says so, and in a new home it goes through.
func TestDeathWhileKeysAreMade(t *testing.T) {
	binary := mortalBinary(t)
	for _, point := range pointsOf(t, "init") {
		t.Run(point, func(t *testing.T) {
			home := filepath.Join(t.TempDir(), "home")
			initialise := func(env ...string) (string, string, error) {
				var out, errs strings.Builder
				cmd := exec.Command(binary, "init", "node", "--dir", home, "--name", "alto") //nolint:gosec // our own
				cmd.Env, cmd.Stdout, cmd.Stderr = append(os.Environ(), env...), &out, &errs
				err := cmd.Run()
				return out.String(), errs.String(), err
			}
			printed, _, err := initialise(die(point, 1))
			var exit *exec.ExitError
			require.ErrorAs(t, err, &exit)
			status, ok := exit.Sys().(syscall.WaitStatus)
			require.True(t, ok && status.Signaled() && status.Signal() == syscall.SIGKILL, "it was to be killed: %s", exit)
			require.Empty(t, printed)
			before := filesOf(t, home)
			require.NotEmpty(t, before)

			printed, said, err := initialise()
			require.Error(t, err)
			require.Empty(t, printed)
			require.Contains(t, said, home, "it names the file that is in the way")
			require.Equal(t, before, filesOf(t, home))

			require.NoError(t, os.RemoveAll(home))
			printed, said, err = initialise()
			require.NoError(t, err, said)
			require.Contains(t, printed, `"consensusKey"`)
			require.Len(t, filesOf(t, home), 5)
		})
	}
}

// filesOf is what stands in the files of a folder.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	out := map[string]string{}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		out[e.Name()] = string(content)
	}
	return out
}
