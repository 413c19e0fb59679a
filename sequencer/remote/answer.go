package remote

import (
	"context"
	"errors"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/remote/door"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Submit implements door.DoorServer.
func (s *Server) Submit(ctx context.Context, m *door.Envelope) (*door.Answer, error) {
	e, err := auction.DecodeSealed(m.Sealed)
	if err != nil {
		return &door.Answer{Reason: uint32(auction.ReasonOf(err)), Field: "envelope", Hint: err.Error()}, nil
	}
	receipt, err := s.cfg.Taker.Submit(ctx, e)
	var refusal *sequencer.Refusal
	switch {
	case errors.As(err, &refusal):
		return &door.Answer{Reason: uint32(refusal.Reason), Field: refusal.Field, Hint: refusal.Hint}, nil
	case err != nil:
		return nil, failure(err)
	}
	return &door.Answer{Receipt: encode(&receipt)}, nil
}

// failure is an error as a status: the caller knows no more than that nobody answered.
func failure(err error) error { return status.Error(codes.Unavailable, err.Error()) }

// Watch implements door.DoorServer.
func (s *Server) Watch(_ *door.WatchRequest, out grpc.ServerStreamingServer[door.Standing]) error {
	tick := time.NewTicker(statusLook)
	defer tick.Stop()
	var told sequencer.Status
	var at time.Time
	for {
		now, st := time.Now(), s.cfg.Taker.Status()
		if moved(&told, &st) || now.Sub(at) >= statusEvery {
			height, hash := s.cfg.Taker.AppHash()
			if err := out.Send(encodeStanding(&st, height, hash)); err != nil {
				return err
			}
			told, at = st, now
		}
		select {
		case <-out.Context().Done():
			return nil
		case <-tick.C:
		}
	}
}

// moved says whether anybody would act on the difference.
func moved(a, b *sequencer.Status) bool {
	return a.OpenSlot != b.OpenSlot || a.Attested != b.Attested || a.Released != b.Released || a.Committed != b.Committed || a.Syncing != b.Syncing ||
		(a.Group == nil) != (b.Group == nil) || (a.Failure == nil) != (b.Failure == nil) || a.Peers != b.Peers
}

// Events implements door.DoorServer.
func (s *Server) Events(m *door.EventsRequest, out grpc.ServerStreamingServer[door.Event]) error {
	events, cancel := s.cfg.History.Events(m.From)
	defer cancel()
	for {
		select {
		case <-out.Context().Done():
			return nil
		case e, ok := <-events:
			if !ok {
				return status.Error(codes.ResourceExhausted, "the reader does not keep up, or the member stops")
			}
			raw, err := encodeEvent(&e)
			if err != nil {
				return status.Error(codes.Internal, err.Error())
			}
			if err := out.Send(raw); err != nil {
				return err
			}
		}
	}
}

// Slot implements door.DoorServer.
func (s *Server) Slot(ctx context.Context, m *door.SlotRequest) (*door.Record, error) {
	a, attested, err := s.cfg.History.Slot(ctx, rollup.Slot(m.Slot))
	if err != nil {
		return nil, failure(err)
	}
	if a == nil {
		return &door.Record{}, nil
	}
	return &door.Record{Found: true, Body: a.Encode(), Attested: attested}, nil
}

// Lists implements door.DoorServer.
func (s *Server) Lists(ctx context.Context, m *door.SlotRequest) (*door.Record, error) {
	l, ok, err := s.cfg.History.Lists(ctx, rollup.Slot(m.Slot))
	return record(l, ok, err)
}

// Posting implements door.DoorServer.
func (s *Server) Posting(ctx context.Context, m *door.SlotRequest) (*door.Record, error) {
	p, ok, err := s.cfg.Results.Postings(ctx, rollup.Slot(m.Slot))
	return record(p, ok, err)
}

// Block implements door.DoorServer.
func (s *Server) Block(ctx context.Context, m *door.BlockRequest) (*door.Record, error) {
	b, err := s.cfg.Results.Block(ctx, rollup.ChainID(m.Chain), m.Number)
	if err != nil {
		return nil, failure(err)
	}
	return &door.Record{Found: true, Body: b.Encode()}, nil
}

// Account implements door.DoorServer.
func (s *Server) Account(ctx context.Context, m *door.AccountRequest) (*door.Record, error) {
	address, err := addressOf(m.Account)
	if err != nil {
		return nil, err
	}
	a, err := s.cfg.Ledger.Account(ctx, address)
	return record(&a, true, err)
}

// Share implements door.DoorServer.
func (s *Server) Share(ctx context.Context, m *door.ShareRequest) (*door.Record, error) {
	share, ok, err := s.cfg.Ledger.Share(ctx, rollup.ChainID(m.Chain))
	return record(&share, ok, err)
}

// Proof implements door.DoorServer.
func (s *Server) Proof(ctx context.Context, m *door.ProofRequest) (*door.Record, error) {
	address, err := addressOf(m.Account)
	if err != nil {
		return nil, err
	}
	var root rollup.Digest
	if copy(root[:], m.Root) != len(root) || len(m.Root) != len(root) {
		return nil, status.Error(codes.InvalidArgument, "root: 32 bytes")
	}
	p, ok, err := s.cfg.Ledger.Proof(ctx, root, address)
	return record(p, ok, err)
}

func addressOf(b []byte) (a rollup.Address, err error) {
	if len(b) != len(a) {
		return a, status.Error(codes.InvalidArgument, "account: 20 bytes")
	}
	copy(a[:], b)
	return a, nil
}

// record answers with what was found.
func record(v any, ok bool, err error) (*door.Record, error) {
	switch {
	case err != nil:
		return nil, failure(err)
	case !ok:
		return &door.Record{}, nil
	}
	return &door.Record{Found: true, Body: encode(v)}, nil
}
