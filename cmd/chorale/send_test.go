package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEtherIsExact(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "1": "1000000000000000000", "0.000000000000000001": "1", "12.5": "12500000000000000000", "0.1": "100000000000000000",
	} {
		got, err := ether(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got.Dec(), text)
	}
	for _, text := range []string{"", "-1", "0.0000000000000000001", "1e3", "1/2", "0x10", "one", "999999999999999999999999999999999999999999999999999999999999999"} {
		_, err := ether(text)
		require.Error(t, err, text)
	}
}

// TestSendNamesTheFlag holds bad flags to a message that names them, before anything is dialled, and never
// repeats a key.
func TestSendNamesTheFlag(t *testing.T) {
	good := "0x0000000000000000000000000000000000000000000000000000000000000001"
	to := "0x00000000000000000000000000000000000000aa"
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"key":                       {[]string{"--key", "5ec2e7", "--transfer", "901:" + to + ":1"}, "--key"},
		"bid":                       {[]string{"--key", good, "--bid", "much", "--transfer", "901:" + to + ":1"}, "--bid"},
		"gas class":                 {[]string{"--key", good, "--gas-class", "7", "--transfer", "901:" + to + ":1"}, "--gas-class"},
		"transfer":                  {[]string{"--key", good, "--transfer", "901:" + to}, "--transfer"},
		"chain":                     {[]string{"--key", good, "--transfer", "first:" + to + ":1"}, "chain"},
		"nothing":                   {[]string{"--key", good}, "--transfer"},
		"two names":                 {[]string{"--key", good, "--name", "a", "--replace", "a", "--transfer", "901:" + to + ":1"}, "--replace"},
		"two ends":                  {[]string{"--key", good, "--slots", "3", "--until", "9", "--transfer", "901:" + to + ":1"}, "--until"},
		"a cancellation that sends": {[]string{"--key", good, "--cancel", "a", "--transfer", "901:" + to + ":1"}, "--cancel"},
		"amount":                    {[]string{"--key", good, "--transfer", "901:" + to + ":x"}, "ether"},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			err := run(t.Context(), append([]string{"chorale", "send"}, c.args...), &out, &errs)
			require.ErrorIs(t, err, errFlag)
			require.ErrorContains(t, err, c.want)
			require.NotContains(t, err.Error()+out.String()+errs.String(), "5ec2e7")
		})
	}
}
