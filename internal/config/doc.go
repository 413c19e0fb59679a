// Package config reads what a process is told: one commented TOML file, over it the environment, over that flags.
//
// In come a file's bytes, variables and flags as they were given; out come a value of which every bound was checked, or
// all faults at once, each with its place and how to mend it. From the same table of keys come the flags, the file that
// `chorale init` writes, what `chorale config` prints, and docs/configuration.md. Never here: reading the environment or
// flags itself (cmd does), secrets in a file that is not theirs alone, opening what a key names.
package config
