package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/lmittmann/tint"
	"github.com/urfave/cli/v3"
)

func logFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "log-level", Value: "warn", Usage: "`LEVEL` of the log on stderr: debug, info, warn or error", Sources: cli.EnvVars("CHORALE_LOG_LEVEL")},
	}
}

// newLog makes the log on w, coloured where w is a terminal.
func newLog(w io.Writer, level string) (*slog.Logger, error) {
	var least slog.Level
	if err := least.UnmarshalText([]byte(level)); err != nil {
		return nil, fmt.Errorf("--log-level: %w", err)
	}
	return slog.New(tint.NewTextHandler(w, &tint.Options{Level: least, NoColor: !terminal(w), TimeFormat: "15:04:05.000"})), nil
}

// terminal says whether somebody looks at w as it is written.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// quieter passes on what the go-ethereum nodes in this process log as errors, one level lower: their warnings
// speak of peers, databases and disks that a network on one machine does not have.
type quieter struct{ slog.Handler }

// Enabled lets errors through where warnings are shown, and the rest where everything is.
func (q quieter) Enabled(ctx context.Context, level slog.Level) bool {
	return q.Handler.Enabled(ctx, slog.LevelDebug) || level >= slog.LevelError && q.Handler.Enabled(ctx, slog.LevelWarn)
}

// WithAttrs keeps the filter.
func (q quieter) WithAttrs(attrs []slog.Attr) slog.Handler {
	return quieter{q.Handler.WithAttrs(attrs)}
}

// WithGroup keeps the filter.
func (q quieter) WithGroup(name string) slog.Handler { return quieter{q.Handler.WithGroup(name)} }
