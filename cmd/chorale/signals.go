package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// exitInterrupted is the shell's code for a process that SIGINT ended.
const exitInterrupted = 130

// interruptible is a context that the first interrupt ends, so that everything stops in order. A second one
// does not wait.
func interruptible(parent context.Context, errs io.Writer) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		first, open := <-signals
		if !open {
			return
		}
		cancel(fmt.Errorf("stopped by %s", first))
		if _, again := <-signals; again {
			if _, err := fmt.Fprintln(errs, "chorale: stopping at once"); err != nil {
				os.Exit(1)
			}
			os.Exit(exitInterrupted)
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(signals)
		cancel(nil)
	}
}
