package comet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	cmtlog "github.com/cometbft/cometbft/libs/log"
)

// ErrConsensus is of severity "this node": the engine stopped itself.
var ErrConsensus = errors.New("consensus failed")

// engineLog passes the engine's log on, a level lower: what it calls information is of use only when debugging.
type engineLog struct {
	log      *slog.Logger
	quiet    bool            // a part of the engine whose errors are peers that come and go
	stopping context.Context // once it ends, peers and pools are expected to be gone
	failed   func(error)     // called when consensus stops itself, which the engine says nowhere else
}

// Debug implements the engine's logger: dropped.
func (l engineLog) Debug(string, ...any) {}

// Info implements the engine's logger.
func (l engineLog) Info(msg string, kv ...any) { l.log.Debug(msg, kv...) }

// Warn implements the engine's logger.
func (l engineLog) Warn(msg string, kv ...any) { l.log.Debug(msg, kv...) }

// Error implements the engine's logger.
func (l engineLog) Error(msg string, kv ...any) {
	if strings.HasPrefix(msg, "CONSENSUS FAILURE") {
		l.log.Error(msg, kv...)
		l.failed(fmt.Errorf("%w: %v", ErrConsensus, kv))
		return
	}
	if l.quiet || l.stopping.Err() != nil {
		l.log.Debug(msg, kv...)
		return
	}
	l.log.Warn(msg, kv...)
}

// With implements the engine's logger.
func (l engineLog) With(kv ...any) cmtlog.Logger {
	quiet := l.quiet
	for _, v := range kv {
		quiet = quiet || v == "p2p" || v == "blocksync"
	}
	return engineLog{l.log.With(kv...), quiet, l.stopping, l.failed}
}
