package fleet_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/fleet"
	"github.com/stretchr/testify/require"
)

// long is how long anything may take before a test gives up.
const long = 30 * time.Second

func shell(name, script string) fleet.Service {
	return fleet.Service{Name: name, Path: "/bin/sh", Args: []string{"-c", script}}
}

func open(t *testing.T) *fleet.Fleet {
	f, err := fleet.New(filepath.Join(t.TempDir(), "run"))
	require.NoError(t, err)
	return f
}

// said waits until a service's log holds so many lines.
func said(t *testing.T, f *fleet.Fleet, name string, lines int) []string {
	var out []string
	require.Eventually(t, func() bool {
		b, err := os.ReadFile(f.Log(name))
		out = strings.Fields(string(b))
		return err == nil && len(out) >= lines
	}, long, time.Millisecond)
	return out
}

func pid(t *testing.T, f *fleet.Fleet, name string) int {
	b, err := os.ReadFile(filepath.Join(f.Dir(), name+".pid"))
	require.NoError(t, err)
	n, err := strconv.Atoi(strings.TrimSpace(string(b)))
	require.NoError(t, err)
	return n
}

func gone(t *testing.T, pid int) {
	require.Eventually(t, func() bool { return syscall.Kill(pid, 0) != nil }, long, time.Millisecond, "process %d lives on", pid)
}

func TestLivesAreTold(t *testing.T) {
	f := open(t)
	require.NoError(t, f.Start(shell("one", "echo first; sleep 1000")))
	require.ErrorIs(t, f.Start(shell("one", "true")), fleet.ErrRunning)
	said(t, f, "one", 1)
	first := pid(t, f, "one")
	require.NoError(t, f.Again("one"))
	gone(t, first)
	require.Equal(t, []string{"first", "first"}, said(t, f, "one", 2), "one log for all lives")
	require.NotEqual(t, first, pid(t, f, "one"))
	require.NoError(t, f.Ended(), "what was killed is not missed")
	require.ErrorIs(t, f.Kill("two"), fleet.ErrUnknown)
	require.NoError(t, f.Stop(long))
	gone(t, pid(t, f, "one"))
}

func TestWhatEndsByItselfIsTold(t *testing.T) {
	f := open(t)
	require.NoError(t, f.Start(shell("short", "exit 3")))
	require.Eventually(t, func() bool { return f.Ended() != nil }, long, time.Millisecond)
	require.ErrorIs(t, f.Ended(), fleet.ErrEnded)
	require.ErrorContains(t, f.Ended(), "short")
	require.NoError(t, f.Stop(long))
}

// A launcher's end is not the end of what it launched: both are ended.
func TestWhatALauncherStartedEndsWithIt(t *testing.T) {
	for _, how := range []string{"kill", "stop"} {
		t.Run(how, func(t *testing.T) {
			f := open(t)
			require.NoError(t, f.Start(shell("launcher", "sleep 1000 & echo $!; wait")))
			child, err := strconv.Atoi(said(t, f, "launcher", 1)[0])
			require.NoError(t, err)
			if how == "kill" {
				require.NoError(t, f.Kill("launcher"))
			}
			require.NoError(t, f.Stop(long))
			gone(t, child)
		})
	}
}

func TestWhoDoesNotEndIsNamedAndKilled(t *testing.T) {
	f := open(t)
	require.NoError(t, f.Start(shell("deaf", "trap '' TERM; echo ready; while :; do sleep 0.05; done")))
	said(t, f, "deaf", 1)
	require.ErrorContains(t, f.Stop(100*time.Millisecond), "deaf did not end within")
	gone(t, pid(t, f, "deaf"))
}

// One that has much to write may take longer than the others.
func TestPatienceIsEachServicesOwn(t *testing.T) {
	f := open(t)
	slow := shell("slow", "trap 'sleep 0.5; exit 0' TERM; echo ready; while :; do sleep 0.05; done")
	slow.Patience = long
	require.NoError(t, f.Start(slow))
	said(t, f, "slow", 1)
	require.NoError(t, f.Stop(time.Millisecond))
}

// What this process was told is not what the others are told.
func TestTheEnvironmentIsNotPassedOn(t *testing.T) {
	t.Setenv("CHORALE_SECRET", "canary")
	t.Setenv("OTHER", "passed")
	f := open(t)
	s := shell("env", `echo "[$CHORALE_SECRET]" "$OTHER" "$MINE"`)
	s.Env = []string{"MINE=own"}
	require.NoError(t, f.Start(s))
	require.Equal(t, []string{"[]", "passed", "own"}, said(t, f, "env", 3))
	require.NoError(t, f.Stop(long))
}
