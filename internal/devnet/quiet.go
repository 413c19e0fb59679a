package devnet

import (
	"context"
	"log/slog"
)

// untilStop passes log records on until life ends, and after that only errors: what stops warns that everything
// else has stopped.
type untilStop struct {
	slog.Handler
	life context.Context
}

// Enabled implements slog.Handler.
func (u untilStop) Enabled(ctx context.Context, level slog.Level) bool {
	return (u.life.Err() == nil || level >= slog.LevelError) && u.Handler.Enabled(ctx, level)
}

// WithAttrs implements slog.Handler.
func (u untilStop) WithAttrs(attrs []slog.Attr) slog.Handler {
	return untilStop{u.Handler.WithAttrs(attrs), u.life}
}

// WithGroup implements slog.Handler.
func (u untilStop) WithGroup(name string) slog.Handler {
	return untilStop{u.Handler.WithGroup(name), u.life}
}
