package sequencer_test

import (
	"bytes"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/stretchr/testify/require"
)

func sampleExtension() *sequencer.Extension {
	return &sequencer.Extension{Held: []rollup.Digest{{1}, {2}}, View: view(3, 2, 0), Messages: [][]byte{{1, 2, 3}}}
}

func TestExtensionBounds(t *testing.T) {
	e := sampleExtension()
	back, err := sequencer.DecodeExtension(e.Encode())
	require.NoError(t, err)
	require.Equal(t, e, back)
	for name, alter := range map[string]func(*sequencer.Extension){
		"too many ids":      func(e *sequencer.Extension) { e.Held = make([]rollup.Digest, sequencer.MaxHeld+1) },
		"ids repeat":        func(e *sequencer.Extension) { e.Held = []rollup.Digest{{1}, {1}} },
		"ids descend":       func(e *sequencer.Extension) { e.Held = []rollup.Digest{{2}, {1}} },
		"too many messages": func(e *sequencer.Extension) { e.Messages = make([][]byte, sequencer.MaxMessages+1) },
		"message too long":  func(e *sequencer.Extension) { e.Messages = [][]byte{make([]byte, sequencer.MaxMessageBytes+1)} },
	} {
		t.Run(name, func(t *testing.T) {
			e := sampleExtension()
			alter(e)
			_, err := sequencer.DecodeExtension(e.Encode())
			require.ErrorIs(t, err, sequencer.ErrExtension)
		})
	}
	for name, b := range map[string][]byte{"empty": nil, "one byte": {0}, "a megabyte": make([]byte, 1<<20), "cut": e.Encode()[1:], "tail": append(e.Encode(), 0)} {
		t.Run(name, func(t *testing.T) {
			_, err := sequencer.DecodeExtension(b)
			require.ErrorIs(t, err, sequencer.ErrExtension)
		})
	}
}

func sampleRecord() *sequencer.Record {
	return &sequencer.Record{
		Round: 1, Votes: []sequencer.Vote{{Member: 0, Extension: sampleExtension().Encode(), Signature: []byte{9}}, {Member: 2}},
		Keys: []threshold.Signature{{7}}, Items: []rollup.QueueItem{{Position: 1, Kind: rollup.QueueDeposit, Payload: []byte{1}}},
	}
}

func TestRecordBounds(t *testing.T) {
	b := sampleRecord().Encode()
	back, err := sequencer.DecodeBlockRecord(b)
	require.NoError(t, err)
	require.Equal(t, b, back.Encode())
	for name, alter := range map[string]func(*sequencer.Record){
		"votes repeat":   func(r *sequencer.Record) { r.Votes[1].Member = 0 },
		"too many keys":  func(r *sequencer.Record) { r.Keys = make([]threshold.Signature, sequencer.MaxKeys+1) },
		"too many items": func(r *sequencer.Record) { r.Items = make([]rollup.QueueItem, sequencer.MaxItems+1) },
	} {
		t.Run(name, func(t *testing.T) {
			r := sampleRecord()
			alter(r)
			_, err := sequencer.DecodeBlockRecord(r.Encode())
			require.ErrorIs(t, err, sequencer.ErrRecord)
		})
	}
	_, err = sequencer.DecodeBlockRecord(b[1:])
	require.ErrorIs(t, err, sequencer.ErrRecord)
}

func FuzzDecodeExtension(f *testing.F) {
	f.Add(sampleExtension().Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if e, err := sequencer.DecodeExtension(b); err == nil && !bytes.Equal(e.Encode(), b) {
			t.Fatal("an extension has two encodings")
		}
	})
}

func FuzzDecodeBlockRecord(f *testing.F) {
	f.Add(sampleRecord().Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := sequencer.DecodeBlockRecord(b); err == nil && !bytes.Equal(r.Encode(), b) {
			t.Fatal("a record has two encodings")
		}
	})
}
