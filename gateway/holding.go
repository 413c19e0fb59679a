package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// holding is the record of a bundle that is held until it ends: it is sealed for a slot, or due to be sealed again. It has
// at most one envelope whose slot is not judged: it is sealed again only after the fate of the one before is known.
type holding struct {
	Bundle    []byte           `json:"bundle"` // canonical encoding
	Class     auction.GasClass `json:"class"`
	First     rollup.Slot      `json:"first,omitempty"` // the first slot that will do; 0 for any
	Last      rollup.Slot      `json:"last,omitempty"`  // the last slot that will do; 0 for only one
	Owners    []rollup.Address `json:"owners,omitempty"`
	By        string           `json:"by"`                  // whom limits count for
	Anonymous bool             `json:"anonymous,omitempty"` // nobody signed: what is spent on it counts against whoever sent it
	Name      *nameKey         `json:"name,omitempty"`      // nil if its maker gave it none
	Wallet    *walletKey       `json:"wallet,omitempty"`    // of a wallet user's transaction

	Slot     rollup.Slot    `json:"slot"`     // it is sealed for; what is known of its newest envelope
	Envelope rollup.Digest  `json:"envelope"` // noted before anybody else has it
	Due      bool           `json:"due"`      // judged, and to be sealed again
	After    rollup.Slot    `json:"after"`    // not before this slot
	Ended    auction.Reason `json:"ended"`    // Cancelled or Replaced by its maker
}

// walletKey is the place of a wallet user's transaction: another one of it supersedes.
type walletKey struct {
	Chain  rollup.ChainID `json:"chain"`
	Sender rollup.Address `json:"sender"`
	Nonce  uint64         `json:"nonce"`
	Hash   rollup.Digest  `json:"hash"`
}

// held is a holding at work.
type held struct {
	holding
	hash   rollup.Digest
	bundle *auction.Bundle
	exact  rollup.Slot // the one slot that will do; 0 for the next that is open
	claim  Claim       // of the connection that sent it; nil if none did
	tx     *rollup.Tx  // of a wallet user
	before stood       // where its name stood
}

// Names on the shelf.
const (
	sealedList = "sealed" // what is sealed, by its slot
	dueList    = "due"    // what is to be sealed again, by the slot from which on
	heldCount  = "held"   // how much is held
)

func heldName(hash rollup.Digest) string { return "held/" + hash.Hex() }
func byName(by string) string            { return "by/" + by }
func txName(hash rollup.Digest) string   { return "tx/" + hash.Hex() }

func (w *walletKey) name() string {
	return "nonce/" + w.Chain.String() + "/" + w.Sender.Hex() + "/" + strconv.FormatUint(w.Nonce, 10)
}

// Lives of records that nothing takes away.
const (
	walletLife = time.Hour
	byLife     = 24 * time.Hour
)

// nameLife is how long a name is remembered after anything was done under it: longer than anything is sealed again for.
func (g *Gateway) nameLife() time.Duration {
	slots := 2 * time.Duration(g.cfg.Limits.ResealSlots) * time.Duration(g.cfg.Parameters.SlotMs) * time.Millisecond //nolint:gosec // parameters are bounded
	return max(slots, 10*time.Minute)
}

// desk reads records of the shelf by what they are, and gathers what is to be written.
type desk struct {
	g       *Gateway
	records Records
	writes  []Write
}

// errRecord refuses bytes on the shelf that are no record of ours.
var errRecord = errors.New("a record on the shelf cannot be read")

func decodeRecord[T any](b []byte, name string) (*T, error) {
	if b == nil {
		return nil, nil //nolint:nilnil // nothing stands there
	}
	v := new(T)
	if err := json.Unmarshal(b, v); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, errRecord, err)
	}
	return v, nil
}

func encodeRecord(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // records are strings, numbers and slices
	}
	return b
}

func (d *desk) holding(hash rollup.Digest) (*holding, error) {
	return decodeRecord[holding](d.records[heldName(hash)], heldName(hash))
}

// keep writes a holding, and where it waits.
func (d *desk) keep(hash rollup.Digest, h *holding) {
	sealed, due := Write{Name: hash.Hex(), List: sealedList, Score: uint64(h.Slot), Leave: h.Due}, Write{Name: hash.Hex(), List: dueList, Leave: !h.Due}
	if h.Due && h.Ended == auction.None {
		due.Score = uint64(min(h.After, h.Last+1)) // what has ended, or expires, is not waited for
	}
	d.writes = append(d.writes, Write{Name: heldName(hash), Value: encodeRecord(h)}, sealed, due)
}

// drop takes a holding away, and out of its name.
func (d *desk) drop(hash rollup.Digest, h *holding, n *name) {
	d.writes = append(d.writes, Write{Name: heldName(hash)}, Write{Name: hash.Hex(), List: sealedList, Leave: true}, Write{Name: hash.Hex(), List: dueList, Leave: true},
		Write{Name: heldCount, Add: -1}, Write{Name: byName(h.By), Add: -1, Life: byLife})
	if w := h.Wallet; w != nil && string(d.records[w.name()]) == hash.Hex() {
		d.writes = append(d.writes, Write{Name: w.name()})
	}
	if n != nil && n.Current == hash {
		n.Current = rollup.Digest{}
	}
}

func (d *desk) name(key nameKey) (*name, error) {
	n, err := decodeRecord[name](d.records[key.record()], key.record())
	if n == nil {
		n = new(name)
	}
	return n, err
}

func (d *desk) keepName(key nameKey, n *name) {
	d.writes = append(d.writes, Write{Name: key.record(), Value: encodeRecord(n), Life: d.g.nameLife()})
}

// with changes what stands under names.
func (g *Gateway) with(ctx context.Context, names []string, edit func(*desk) error) error {
	return g.cfg.Shared.Shelf.Change(ctx, names, func(r Records) ([]Write, error) {
		d := &desk{g: g, records: r}
		err := edit(d)
		return d.writes, err
	})
}

// errMoved says that a record turned out to be another one than was looked at.
var errMoved = errors.New("the record is another one now")

// alter changes a holding together with its name; both are nil where there is none. The name is written as edit leaves
// it.
func (g *Gateway) alter(ctx context.Context, hash rollup.Digest, edit func(d *desk, h *holding, n *name) error) error {
	for {
		seen, err := g.look(ctx, hash)
		if err != nil {
			return err
		}
		names := []string{heldName(hash)}
		if seen != nil && seen.Name != nil {
			names = append(names, seen.Name.record())
		}
		if seen != nil && seen.Wallet != nil {
			names = append(names, seen.Wallet.name())
		}
		err = g.with(ctx, names, func(d *desk) error {
			h, err := d.holding(hash)
			if err != nil {
				return err
			}
			if (h == nil) != (seen == nil) || h != nil && (h.Name == nil) != (seen.Name == nil) {
				return errMoved
			}
			if h == nil || h.Name == nil {
				return edit(d, h, nil)
			}
			n, err := d.name(*h.Name)
			if err != nil {
				return err
			}
			if err := edit(d, h, n); err != nil {
				return err
			}
			if len(d.writes) > 0 {
				d.keepName(*h.Name, n)
			}
			return nil
		})
		if !errors.Is(err, errMoved) {
			return err
		}
	}
}

// look reads a holding; nil if there is none.
func (g *Gateway) look(ctx context.Context, hash rollup.Digest) (*holding, error) {
	records, err := g.cfg.Shared.Shelf.Look(ctx, heldName(hash))
	if err != nil {
		return nil, err
	}
	return decodeRecord[holding](records[heldName(hash)], heldName(hash))
}

// heldParts is how many parts what is held is divided into: no one sender has more than one of them.
const heldParts = 16

// reserve takes the bundle's place before it is sealed, so that two equal requests cannot both be. A transaction of the
// same sender and nonce is superseded, for the reason given.
func (g *Gateway) reserve(ctx context.Context, h *held, supersede auction.Reason) *Refusal {
	if r := g.room(ctx, h); r != nil {
		return r
	}
	for {
		old, err := g.superseded(ctx, h)
		if err != nil {
			return g.away(err)
		}
		names := []string{heldName(h.hash)}
		if h.Wallet != nil {
			names = append(names, h.Wallet.name())
		}
		if old != (rollup.Digest{}) {
			names = append(names, heldName(old))
		}
		withdrawn := Entry{}
		err = g.with(ctx, names, func(d *desk) error {
			if d.records[heldName(h.hash)] != nil {
				r := Refuse(auction.Duplicate, "legs", "the same bundle is held already", "follow it by chorale_getBundle; to send it once more, give it another salt")
				if h.Wallet != nil {
					r.Message, r.Field = "already known", "params[0]"
				}
				return r
			}
			if h.Wallet != nil {
				if string(d.records[h.Wallet.name()]) != hexOrNone(old) {
					return errMoved
				}
				before, err := d.holding(old)
				if err != nil {
					return err
				}
				if before != nil && before.Ended == auction.None && (supersede == auction.Replaced || before.Last != 0) {
					before.Ended = supersede
					d.keep(old, before)
					withdrawn = Entry{Kind: Withdrawn, Bundle: old, Envelope: before.Envelope, Reason: supersede}
				}
				record := walletRecord{Bundle: h.hash, Chain: h.Wallet.Chain, Raw: h.bundle.Legs[0].Txs[0]}
				d.writes = append(d.writes, Write{Name: h.Wallet.name(), Value: []byte(h.hash.Hex()), Life: walletLife},
					Write{Name: txName(h.Wallet.Hash), Value: encodeRecord(record), Life: walletLife})
			}
			// It has no envelope yet. If we crash here its maker has no answer, and it is swept as what missed the slot that is
			// noted, which is later than any for which it would be sealed now.
			h.Slot = max(g.cfg.Committee.Status().OpenSlot, h.First, h.exact) + deferredSlots + closingTries
			d.keep(h.hash, &h.holding)
			d.writes = append(d.writes, Write{Name: heldCount, Add: 1}, Write{Name: byName(h.By), Add: 1, Life: byLife})
			return nil
		})
		if errors.Is(err, errMoved) {
			continue
		}
		if err != nil {
			return g.away(err)
		}
		if withdrawn.Kind != 0 {
			g.tell(withdrawn)
		}
		if h.claim != nil {
			h.claim.Add(h.hash) // before its first event, and not if it is somebody else's
		}
		return nil
	}
}

func hexOrNone(hash rollup.Digest) string {
	if hash == (rollup.Digest{}) {
		return ""
	}
	return hash.Hex()
}

// superseded is the bundle that holds the place of a wallet user's transaction; zero if none does.
func (g *Gateway) superseded(ctx context.Context, h *held) (rollup.Digest, error) {
	if h.Wallet == nil {
		return rollup.Digest{}, nil
	}
	records, err := g.cfg.Shared.Shelf.Look(ctx, h.Wallet.name())
	if err != nil || records[h.Wallet.name()] == nil {
		return rollup.Digest{}, err
	}
	var hash rollup.Digest
	if err := hash.UnmarshalText(records[h.Wallet.name()]); err != nil {
		return hash, fmt.Errorf("%s: %w: %w", h.Wallet.name(), errRecord, err)
	}
	return hash, nil
}

// room refuses what is beyond what is held at once, in all and for one sender.
func (g *Gateway) room(ctx context.Context, h *held) *Refusal {
	counts, err := g.cfg.Shared.Counters.Counts(ctx, heldCount, byName(h.By))
	if err != nil {
		return g.away(err)
	}
	pending := g.cfg.Limits.PendingTransactions
	if counts[0] >= uint64(pending) { //nolint:gosec // positive
		return Unavailable("the gateways hold as much as they can", 1000)
	}
	if most := max(1, pending/heldParts); counts[1] >= uint64(most) { //nolint:gosec // positive
		return Refuse(auction.RateLimited, "bundles", fmt.Sprintf("%d bundles of this sender wait here", most), "wait until some have ended, or cancel some")
	}
	return nil
}

// tell writes to the log what must be told, however long that takes, and holds nobody up for it.
func (g *Gateway) tell(entries ...Entry) {
	life := g.lifetime()
	ctx, cancel := context.WithTimeout(life, tellWithin)
	if err := g.append(ctx, entries...); err == nil || !errors.Is(err, ErrAway) {
		cancel()
		if err != nil {
			g.log.Error("write to the log", "err", err)
		}
		return
	}
	cancel()
	g.work.Go(func() {
		_ = g.insist(life, "write to the log", func() error { return g.append(life, entries...) }) // life has ended: nobody to tell
	})
}

// tellWithin bounds the first attempt.
const tellWithin = 2 * time.Second
