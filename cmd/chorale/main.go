// Command chorale is the network in one binary: the whole of it on one machine, one member of it, or a
// verifier of what it posted.
//
// In come flags, environment and signals; out come an exit code and what the command prints. It binds leaves to
// the needs of the stages and decides nothing itself.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v3"
)

func main() {
	ctx, stop := interruptible(context.Background(), os.Stderr)
	err := run(ctx, os.Args, os.Stdout, os.Stderr)
	stop()
	os.Exit(exitCode(err, os.Stderr))
}

// run is the program as a value: arguments and streams in, an error out.
func run(ctx context.Context, args []string, out, errs io.Writer) error {
	app := &cli.Command{
		Name: "chorale", Usage: "a shared sequencing network for EVM rollups",
		Writer: out, ErrWriter: errs,
		ExitErrHandler: func(context.Context, *cli.Command, error) {}, // exitCode does it
		Commands:       commands(),
	}
	return app.Run(ctx, args)
}

// commands is what the binary can do. A command belongs into a file of its name.
func commands() []*cli.Command {
	return []*cli.Command{devnetCommand(), netCommand(), initCommand(), nodeCommand(), apiCommand(), relayCommand(), followCommand(), configCommand(), sendCommand(), receiptCommand(), verifyCommand(), healthCommand()}
}

// exitCode says err on w and gives the process's exit code: 0 for nil, the error's own where it has one.
func exitCode(err error, w io.Writer) int {
	if err == nil {
		return 0
	}
	if _, printErr := fmt.Fprintf(w, "chorale: %v\n", err); printErr != nil {
		return 1
	}
	if coded, ok := err.(interface{ ExitCode() int }); ok {
		return coded.ExitCode()
	}
	return 1
}
