package comet

import (
	"log/slog"

	cmtlog "github.com/cometbft/cometbft/libs/log"
)

// engineLog passes the engine's log on, a level lower: what it calls information is of use only when debugging.
type engineLog struct{ log *slog.Logger }

// Debug implements the engine's logger: dropped.
func (l engineLog) Debug(string, ...any) {}

// Info implements the engine's logger.
func (l engineLog) Info(msg string, kv ...any) { l.log.Debug(msg, kv...) }

// Warn implements the engine's logger.
func (l engineLog) Warn(msg string, kv ...any) { l.log.Debug(msg, kv...) }

// Error implements the engine's logger. Most of what it calls an error is a peer that went away.
func (l engineLog) Error(msg string, kv ...any) { l.log.Warn(msg, kv...) }

// With implements the engine's logger.
func (l engineLog) With(kv ...any) cmtlog.Logger { return engineLog{l.log.With(kv...)} }
