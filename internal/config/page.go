package config

import (
	"fmt"
	"strings"
)

// File is a process's commented file, every key in it: those with a default commented out. given are values to write
// down instead, by key.
func File(process any, given map[string]string) string {
	var b strings.Builder
	section := ""
	for _, k := range Keys(process) {
		name := k.Name
		if at := strings.LastIndex(name, "."); at >= 0 {
			if name[:at] != section {
				section = name[:at]
				fmt.Fprintf(&b, "\n[%s]\n", section)
			}
			name = name[at+1:]
		}
		fmt.Fprintf(&b, "# %s%s\n", k.Doc, k.limits())
		value, written := given[k.Name]
		switch {
		case written:
			fmt.Fprintf(&b, "%s = %s\n", name, k.literal(value))
		case k.Required:
			fmt.Fprintf(&b, "# must be given\n# %s = %s\n", name, k.literal(""))
		default:
			fmt.Fprintf(&b, "# %s = %s\n", name, k.literal(k.Default))
		}
	}
	return b.String()
}

// limits are the key's bounds in words.
func (k *Key) limits() string {
	switch {
	case k.Min != "":
		return fmt.Sprintf(" (%s to %s)", k.Min, k.Max)
	case len(k.One) > 0:
		return " (" + strings.Join(k.One, ", ") + ")"
	}
	return ""
}

// literal is a value as TOML.
func (k *Key) literal(text string) string {
	switch k.Type() {
	case "integer", "boolean":
		if text == "" {
			return map[string]string{"integer": "0", "boolean": "false"}[k.Type()]
		}
		return text
	case "list":
		if text == "" {
			return "[]"
		}
		var parts []string
		for _, part := range strings.Split(text, ",") {
			parts = append(parts, fmt.Sprintf("%q", part))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprintf("%q", text)
}

// InForce prints what a process goes by, and where each value comes from. Secrets stand in files: their names are told,
// never what is in them. A password within a URL is left out.
func InForce(keys []*Key) string {
	var b strings.Builder
	section := ""
	for _, k := range keys {
		name := k.Name
		if at := strings.LastIndex(name, "."); at >= 0 {
			if name[:at] != section {
				section = name[:at]
				fmt.Fprintf(&b, "\n[%s]\n", section)
			}
			name = name[at+1:]
		}
		fmt.Fprintf(&b, "%s = %s # %s\n", name, k.literal(k.shown()), k.fixed)
	}
	return b.String()
}

// Page is docs/configuration.md.
func Page() string {
	var b strings.Builder
	b.WriteString(`# Configuration

Each process reads one commented TOML file (` + "`--config FILE`; `chorale init` writes it" + `). A flag stands over the
environment, the environment over the file, the file over the default. An unknown key or variable is an error that names
the nearest one. Secrets stand in files of their own that only their owner may read; ` + "`chorale config PROCESS`" + `
prints what is in force and where each value comes from.

This page is generated from the table of keys that the processes read by (` + "`go test ./internal/config -update`" + `).
`)
	processes := Processes()
	for _, name := range []string{"node", "api", "relay", "follow"} {
		fmt.Fprintf(&b, "\n## chorale %s\n\n| key | type | default | what it is |\n|---|---|---|---|\n", name)
		for _, k := range Keys(processes[name]) {
			value := "`" + k.Default + "`"
			switch {
			case k.Required:
				value = "must be given"
			case k.Default == "":
				value = ""
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s%s |\n", k.Name, k.Type(), value, k.Doc, k.limits())
		}
	}
	b.WriteString("\nA key `section.key_name` is the flag `--section.key-name` and the variable `CHORALE_SECTION_KEY_NAME`; lists are written\nwith commas there.\n")
	return b.String()
}
