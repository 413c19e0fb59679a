package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/urfave/cli/v3"
)

// healthCommand asks a process how it is, where there is nothing else to ask with.
func healthCommand() *cli.Command {
	return &cli.Command{
		Name: "health", Usage: "ask a process whether it is ready; exits 0 only if it is",
		Description: "For health checks of containers, whose images hold nothing to ask with. --url is a process's /readyz or /livez; --rpc the\n" +
			"JSON-RPC of an L1 or rollup node. It says in a line what is not ready.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "url", Usage: "`URL` of /readyz or /livez"},
			&cli.StringFlag{Name: "rpc", Usage: "`URL` of a node's JSON-RPC"},
			&cli.DurationFlag{Name: "timeout", Value: 3 * time.Second, Usage: "`DURATION` that the answer may take"},
		},
		Action: runHealth,
	}
}

// Why a process is not well.
var (
	errNotReady  = errors.New("not ready")
	errHealthURL = errors.New("give --url or --rpc, one of them")
)

func runHealth(ctx context.Context, c *cli.Command) error {
	url, node := c.String("url"), c.String("rpc")
	if (url == "") == (node == "") {
		return errHealthURL
	}
	ctx, cancel := context.WithTimeout(ctx, c.Duration("timeout"))
	defer cancel()
	if node != "" {
		return askNode(ctx, node)
	}
	status, body, err := ask(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	if status != http.StatusOK {
		return fmt.Errorf("%w: %s", errNotReady, lacking(body))
	}
	return nil
}

// askNode wants a chain id of a node.
func askNode(ctx context.Context, url string) error {
	status, body, err := ask(ctx, http.MethodPost, url, []byte(`{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}`))
	if err != nil {
		return err
	}
	var answer struct{ Result string }
	if err := json.Unmarshal(body, &answer); status != http.StatusOK || err != nil || answer.Result == "" {
		return fmt.Errorf("%w: status %d: %.200s", errNotReady, status, body)
	}
	return nil
}

func ask(ctx context.Context, method, url string, body []byte) (int, []byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(io.LimitReader(answer.Body, 1<<20))
	return answer.StatusCode, content, err
}

// lacking is what /readyz lacks, in words; the answer itself where it is no such answer.
func lacking(body []byte) string {
	var answer struct {
		Dependencies []struct {
			Name   string
			Ready  bool
			Detail string
		}
	}
	var out []string
	if json.Unmarshal(body, &answer) == nil {
		for _, d := range answer.Dependencies {
			if !d.Ready {
				out = append(out, strings.TrimSuffix(d.Name+": "+d.Detail, ": "))
			}
		}
	}
	if len(out) == 0 {
		return fmt.Sprintf("%.200s", body)
	}
	return strings.Join(out, "; ")
}
