// Package failpoint stands in for the file failpoint.go of every package that has one, in the binary that
// internal/chaos builds. The package's name is put in when it is built.
package failpoint

import (
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
)

// deathPoint and deathPass are what CHORALE_DIE says: "after slot#3" is the third pass of that point. Passes are
// counted over the whole process.
var (
	deathPoint, deathPass = readDeath(os.Getenv("CHORALE_DIE"))
	deathPasses           atomic.Int64
)

func readDeath(text string) (string, int64) {
	point, pass, _ := strings.Cut(text, "#")
	n, err := strconv.ParseInt(pass, 10, 64)
	if text != "" && (err != nil || n < 1) {
		panic("CHORALE_DIE must be POINT#PASS, not " + text)
	}
	return point, n
}

// failpoint is kill -9 at the point that was told. Nothing after it runs.
func failpoint(point string) {
	if point != deathPoint || deathPasses.Add(1) != deathPass {
		return
	}
	_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}
