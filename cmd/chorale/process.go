package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/lmittmann/tint"
	"github.com/urfave/cli/v3"
)

// tolerated are variables that the tests and this command read themselves; they are no process's keys.
var tolerated = []string{"CHORALE_CONFIG", "CHORALE_DIE", "CHORALE_BINARY", "CHORALE_FAILPOINTS", "CHORALE_KILLS", "CHORALE_SOAK", "CHORALE_GETH",
	"CHORALE_ANVIL", "CHORALE_REDIS", "CHORALE_API", "CHORALE_KEY", "CHORALE_DATA", "CHORALE_REGISTRY", "CHORALE_LOG_LEVEL", "CHORALE_UPDATE"}

// keyFlags are a process's keys as flags, beside the file that holds the others.
func keyFlags(process any) []cli.Flag {
	flags := []cli.Flag{&cli.StringFlag{Name: "config", Usage: "`FILE` of this process's configuration (TOML)", Sources: cli.EnvVars("CHORALE_CONFIG")}}
	for _, k := range config.Keys(process) {
		usage := k.Doc
		if k.Default != "" {
			usage += " (default " + k.Default + ")"
		}
		flags = append(flags, &cli.StringFlag{Name: k.Flag(), Usage: "`" + strings.ToUpper(k.Type()) + "`: " + usage})
	}
	return flags
}

// sources are what the process was told: file, environment, flags.
func sources(c *cli.Command, process any) (config.Sources, error) {
	s := config.Sources{File: c.String("config"), Env: map[string]string{}, Flags: map[string]string{}, Tolerate: tolerated}
	if s.File != "" {
		content, err := os.ReadFile(s.File)
		if err != nil {
			return s, fmt.Errorf("--config: %w", err)
		}
		s.Content = content
	}
	for _, pair := range os.Environ() {
		name, value, _ := strings.Cut(pair, "=")
		s.Env[name] = value
	}
	for _, k := range config.Keys(process) {
		if c.IsSet(k.Flag()) {
			s.Flags[k.Flag()] = c.String(k.Flag())
		}
	}
	return s, nil
}

// load fills a process in.
func load(c *cli.Command, process any) ([]*config.Key, error) {
	s, err := sources(c, process)
	if err != nil {
		return nil, err
	}
	return config.Load(process, s)
}

// processLog is the log that a process's configuration asks for.
func processLog(c *cli.Command, l config.Log) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(l.Level)); err != nil {
		level = slog.LevelInfo // checked when it was loaded
	}
	w := c.Root().ErrWriter
	if l.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level}))
	}
	return slog.New(tint.NewTextHandler(w, &tint.Options{Level: level, NoColor: !terminal(w), TimeFormat: "15:04:05.000"}))
}

// configCommand prints what a process would go by.
func configCommand() *cli.Command {
	command := &cli.Command{Name: "config", Usage: "print what a process goes by and where each value comes from; secrets stand in files and are not shown"}
	for _, name := range []string{"node", "api", "relay", "follow"} {
		process := config.Processes()[name]
		command.Commands = append(command.Commands, &cli.Command{
			Name: name, Usage: "what `chorale " + name + "` goes by", Flags: keyFlags(process),
			Action: func(_ context.Context, c *cli.Command) error {
				process := config.Processes()[name]
				keys, err := load(c, process)
				if err != nil {
					return err
				}
				_, err = fmt.Fprint(c.Root().Writer, config.InForce(keys))
				return err
			},
		})
	}
	return command
}
