package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/builder/evm"
)

const root = "../.."

// block is one piece of fenced text of docs/apps.md, with what stands after the fence.
type block struct{ info, text string }

func docs(t *testing.T) (page string, blocks []block) {
	raw, err := os.ReadFile(filepath.Join(root, "docs", "apps.md"))
	require.NoError(t, err)
	for _, m := range regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$").FindAllStringSubmatch(string(raw), -1) {
		blocks = append(blocks, block{m[1], m[2]})
	}
	return string(raw), blocks
}

// Every piece of Solidity on the page is a part of the file that it names, byte for byte.
func TestSolidityOnThePageIsTheExamples(t *testing.T) {
	_, blocks := docs(t)
	files := map[string]bool{}
	for _, b := range blocks {
		path, ok := strings.CutPrefix(b.info, "solidity ")
		if !ok {
			require.NotContains(t, b.info, "solidity", "a block of Solidity names no file")
			continue
		}
		source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		require.NoError(t, err)
		require.Contains(t, string(source), b.text, "%s has changed", path)
		files[path] = true
	}
	require.Len(t, files, 4, "the base and the three examples")
}

// The page's table of gas is what the builder computes.
func TestGasOnThePageIsTheBuilders(t *testing.T) {
	page, _ := docs(t)
	rows := regexp.MustCompile(`(?m)^\|[^|]+\| (\d+) \| (\d+) \| (\d+) \|$`).FindAllStringSubmatch(page, -1)
	require.Len(t, rows, 5)
	for _, row := range rows {
		limit, err := strconv.ParseUint(row[1], 10, 64)
		require.NoError(t, err)
		size, err := strconv.Atoi(row[2])
		require.NoError(t, err)
		require.Equal(t, row[3], strconv.FormatUint(evm.ActionGas(limit, size), 10), row[0])
	}
}

// The parameters that the page says the devnet has are the devnet's.
func TestLimitsOnThePageAreTheDevnets(t *testing.T) {
	page, _ := docs(t)
	charter, err := os.ReadFile(filepath.Join(root, "internal", "devnet", "charter.go"))
	require.NoError(t, err)
	rows := regexp.MustCompile("`(\\w+)` \\(devnet: ([0-9,]+)\\)").FindAllStringSubmatch(page, -1)
	require.Len(t, rows, 4)
	for _, row := range rows {
		field := strings.ToUpper(row[1][:1]) + row[1][1:] + ": " + strings.ReplaceAll(row[2], ",", "_") + ","
		require.Contains(t, string(charter), field)
	}
}

// command finds the example's command line on the page and what it prints.
func command(t *testing.T) (arguments []string, prints string) {
	_, blocks := docs(t)
	for _, b := range blocks {
		line, rest, _ := strings.Cut(b.text, "\n")
		if line, ok := strings.CutPrefix(line, "$ go run ./examples/sharedtoken "); ok {
			return strings.Fields(line), rest
		}
	}
	t.Fatal("the page does not run the example")
	return nil, ""
}

// numbers are what differs from run to run: slots and gas.
var numbers = regexp.MustCompile(`(slot|,) \d+`)
