package threshold

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

var (
	// ErrCeremony refuses a configuration.
	ErrCeremony = errors.New("threshold: bad ceremony")
	// ErrPhase refuses a step out of its order.
	ErrPhase = errors.New("threshold: ceremony is in another phase")
	// ErrObserver refuses a member's step to one who only looks on.
	ErrObserver = errors.New("threshold: observers do not deal")
	// ErrTooFewDealers ends a ceremony in which fewer than t dealers qualified.
	ErrTooFewDealers = errors.New("threshold: too few qualified dealers")
	// ErrSilent disqualifies a dealer of whom nothing came in time.
	ErrSilent = errors.New("threshold: nothing came in time")
	// ErrComplaints disqualifies a dealer with more complaints than an honest one
	// can have.
	ErrComplaints = errors.New("threshold: too many complaints")
	// ErrStranger refuses a message of another ceremony, or of nobody in it.
	ErrStranger = errors.New("threshold: message of another ceremony or of no member")
)

// CeremonyConfig says what ceremony, and who takes part in it from here.
type CeremonyConfig struct {
	Nonce     [32]byte          // never used for two ceremonies
	Threshold int               // t, from 1 to the number of members
	Members   []PublicDealerKey // distinct; Members[i] will hold the share of index i+1
	Self      int               // this member's position, or −1 for an observer
	Key       *DealerKey        // of Members[Self]; not used by an observer
	Rand      io.Reader         // 32 bytes are read at once; not used by an observer
}

// Fault is something that a ceremony found wrong.
type Fault struct {
	Kind   Kind
	Member int   // −1 where nobody can be held to it (no valid signature)
	Err    error // what
}

type phase int

const (
	dealing phase = iota
	responding
	justifying
	finished
	failed
)

// Ceremony is one distributed key generation, as a machine that is moved by
// three ordered lists of messages, each closed by the caller. All who close with
// the same lists, observers too, come to the same Group; nothing else enters,
// not even what this member itself sent unless it stands in the lists. It is a
// function of (config, 32 bytes of randomness, lists): a member that stored the
// 32 bytes and replays the lists after a crash says the same bytes again and
// gets the same share. Not safe for concurrent use.
//
// Each dealer i commits to a polynomial f_i of degree t−1 and encrypts f_i(j) to
// each member j. A member that got none that fits complains; an accused dealer
// publishes the evaluations asked for, or is disqualified. The secret is the sum
// of the qualified dealers' f_i(0), which nobody computes; member j's share is
// the sum of their f_i(j).
//
// What it resists, with f ≤ min(n−t, t−1) members doing anything at all:
//   - A dealer that commits to what it does not know (a rogue key: the target
//     minus all other commitments) has no proof of possession; its deal is
//     refused and it is named. The proof covers ceremony and position, so nobody
//     else's can be copied, nor can evaluations.
//   - A commitment vector that is not exactly t long would change the threshold;
//     the dealer is named.
//   - Members are positions, x-coordinates are position+1 ≤ MaxMembers: distinct
//     and nonzero, whatever a message says.
//   - Of a dealer's several deals the first signed one in the list counts, and
//     likewise of responses and justifications. Messages without a valid
//     signature accuse nobody.
//   - An honest dealer gets complaints from dishonest members alone, at most f,
//     and then publishes evaluations that those have anyway: fewer than t are
//     ever known. A dealer with more complaints than min(n−t, t−1) is
//     disqualified without publishing anything.
//   - A dealer that is disqualified did not deal, but may hold: what others dealt
//     to it is on the record and it could add it up itself.
//
// It is written here, and compared with kyber's secret sharing in tests, since
// kyber v4's generator counts its own deal and response whether or not they were
// committed, so that members with the same lists can differ; it knows no
// observers, and encrypts with randomness that no replay can repeat.
//
// What it does not: the last dealer in the list can choose its deal after having
// seen the others', and so bias the public key's distribution (Gennaro et al.).
// For BLS signatures and for sealing this costs a constant factor in the
// security proof and is accepted.
type Ceremony struct {
	context context
	self    int
	key     *DealerKey
	seed    [32]byte

	phase       phase
	failure     error
	dealt       []byte          // Deal's answer, once made
	secrets     polynomial      // behind dealt
	dealers     []dealer        // one for each member
	evaluations map[int]*secret // by dealer, for self
	faults      []Fault         // in the order found
	group       Group           // when finished
	share       *Share          // when finished, for members
}

// dealer is what the lists say of one member as a dealer.
type dealer struct {
	deal      deal
	points    committed
	out       bool  // disqualified
	accusers  []int // ascending; before the justifications are closed
	justified bool
}

// NewCeremony begins a ceremony. ErrCeremony, or a member's key is refused with
// ErrEncoding or ErrIdentity.
func NewCeremony(cfg CeremonyConfig) (*Ceremony, error) {
	n := len(cfg.Members)
	if n < 1 || n > MaxMembers || cfg.Threshold < 1 || cfg.Threshold > n {
		return nil, fmt.Errorf("%w: threshold %d of %d members", ErrCeremony, cfg.Threshold, n)
	}
	for i, key := range cfg.Members {
		if err := key.Check(); err != nil {
			return nil, fmt.Errorf("member %d: %w", i, err)
		}
		if slices.Contains(cfg.Members[:i], key) {
			return nil, fmt.Errorf("%w: member %d has an earlier member's key", ErrCeremony, i)
		}
	}
	c := &Ceremony{
		context:     newContext(cfg.Nonce, cfg.Threshold, slices.Clone(cfg.Members)),
		self:        cfg.Self,
		dealers:     make([]dealer, n),
		evaluations: make(map[int]*secret),
	}
	if cfg.Self == -1 {
		return c, nil
	}
	if cfg.Self < 0 || cfg.Self >= n {
		return nil, fmt.Errorf("%w: self %d of %d members", ErrCeremony, cfg.Self, n)
	}
	if cfg.Key == nil || cfg.Key.Public() != cfg.Members[cfg.Self] {
		return nil, fmt.Errorf("%w: key is not member %d's", ErrCeremony, cfg.Self)
	}
	if cfg.Rand == nil {
		return nil, fmt.Errorf("%w: member without randomness", ErrCeremony)
	}
	if _, err := io.ReadFull(cfg.Rand, c.seed[:]); err != nil {
		return nil, fmt.Errorf("%w: randomness: %w", ErrCeremony, err)
	}
	c.key = cfg.Key
	return c, nil
}

// Deal is this member's deal. The same bytes each time, in any phase.
// ErrObserver for an observer.
func (c *Ceremony) Deal() ([]byte, error) {
	if c.self < 0 {
		return nil, ErrObserver
	}
	if c.dealt == nil {
		d, secrets, err := c.context.newDeal(c.seed[:], c.self)
		if err != nil {
			return nil, fmt.Errorf("deal: %w", err)
		}
		c.dealt, c.secrets = c.sign(KindDeal, d.encode()), secrets
	}
	return slices.Clone(c.dealt), nil
}

// Authenticate says whose message this is and of which phase, or refuses what no
// chain should carry: ErrMessage, ErrStranger, ErrSignature. It judges neither
// the content nor whether the phase is right. It changes nothing.
func (c *Ceremony) Authenticate(raw []byte) (Kind, int, error) {
	m, err := c.open(raw)
	if err != nil {
		return 0, -1, err
	}
	return m.kind, m.member, nil
}

// CloseDeals takes the ordered list of committed deals. It answers with this
// member's response (complaints, or none; nil for an observer). ErrTooFewDealers
// ends the ceremony, for everybody alike.
func (c *Ceremony) CloseDeals(deals [][]byte) ([]byte, error) {
	if err := c.enter(dealing); err != nil {
		return nil, err
	}
	seen := c.each(KindDeal, deals, func(m *message) error {
		d, err := decodeDeal(m.body)
		if err != nil {
			return c.disqualify(m.member, err)
		}
		points, err := c.context.judge(&d, m.member)
		if err != nil {
			return c.disqualify(m.member, err)
		}
		c.dealers[m.member].deal, c.dealers[m.member].points = d, points
		return nil
	})
	for i := range c.dealers {
		if !seen[i] {
			c.faults = append(c.faults, Fault{KindDeal, i, c.disqualify(i, ErrSilent)})
		}
	}
	if err := c.enough(); err != nil {
		return nil, err
	}
	c.phase = responding
	if c.self < 0 {
		return nil, nil
	}
	complaints := response{}
	for i := range c.dealers {
		if c.dealers[i].out {
			continue
		}
		s, err := c.context.evaluationFor(c.key, &c.dealers[i].deal, c.dealers[i].points, i, c.self)
		if err != nil {
			complaints = append(complaints, i)
			continue
		}
		c.evaluations[i] = s
	}
	return c.sign(KindResponse, complaints.encode()), nil
}

// CloseResponses takes the ordered list of committed responses; whoever is
// missing has no complaint. It is done when nobody need justify anything, and
// Result stands. Otherwise the answer is this member's justification, nil where
// it is not accused. ErrTooFewDealers as in CloseDeals. The list must be the
// committed one: for two lists, two sets of evaluations would be published.
func (c *Ceremony) CloseResponses(responses [][]byte) ([]byte, bool, error) {
	if err := c.enter(responding); err != nil {
		return nil, false, err
	}
	n := len(c.dealers)
	c.each(KindResponse, responses, func(m *message) error {
		complaints, err := decodeResponse(m.body)
		if err != nil {
			return err
		}
		if k := len(complaints); k > 0 && complaints[k-1] >= n {
			return fmt.Errorf("%w: complaint about member %d of %d", ErrMessage, complaints[k-1], n)
		}
		for _, i := range complaints {
			c.dealers[i].accusers = append(c.dealers[i].accusers, m.member)
		}
		return nil
	})
	bound := min(n-c.context.threshold, c.context.threshold-1)
	accused := false
	for i := range c.dealers {
		d := &c.dealers[i]
		slices.Sort(d.accusers)
		if !d.out && len(d.accusers) > bound {
			err := fmt.Errorf("%w: %d, at most %d", ErrComplaints, len(d.accusers), bound)
			c.faults = append(c.faults, Fault{KindResponse, i, c.disqualify(i, err)})
		}
		accused = accused || !d.out && len(d.accusers) > 0
	}
	if err := c.enough(); err != nil {
		return nil, false, err
	}
	if !accused {
		return nil, true, c.finish()
	}
	c.phase = justifying
	return c.justify(), false, nil
}

// CloseJustifications takes the ordered list of committed justifications. Who
// was accused and did not answer every complaint with an evaluation that fits is
// disqualified. Then Result stands. ErrTooFewDealers as in CloseDeals.
func (c *Ceremony) CloseJustifications(justifications [][]byte) error {
	if err := c.enter(justifying); err != nil {
		return err
	}
	c.each(KindJustification, justifications, func(m *message) error {
		d := &c.dealers[m.member]
		if d.out || len(d.accusers) == 0 {
			return nil
		}
		if err := c.answer(d, m); err != nil {
			return c.disqualify(m.member, err)
		}
		d.justified = true
		return nil
	})
	for i := range c.dealers {
		if d := &c.dealers[i]; !d.out && len(d.accusers) > 0 && !d.justified {
			c.faults = append(c.faults, Fault{KindJustification, i, c.disqualify(i, ErrSilent)})
		}
	}
	if err := c.enough(); err != nil {
		return err
	}
	return c.finish()
}

// Result is the group, this member's share, and the positions of disqualified
// dealers, ascending. The share is nil for an observer, and for a member that
// was dealt nothing fitting and whose complaint was not in the list. ErrPhase
// before the end, or what the ceremony failed of.
func (c *Ceremony) Result() (Group, *Share, []int, error) {
	if c.phase == failed {
		return Group{}, nil, c.disqualified(), c.failure
	}
	if c.phase != finished {
		return Group{}, nil, nil, fmt.Errorf("%w: no result yet", ErrPhase)
	}
	g := c.group
	g.Shares = slices.Clone(g.Shares)
	return g, c.share, c.disqualified(), nil
}

// Faults is what was found wrong so far, the same for all who saw the lists.
func (c *Ceremony) Faults() []Fault { return slices.Clone(c.faults) }

func (c *Ceremony) enter(want phase) error {
	if c.phase == failed {
		return c.failure
	}
	if c.phase != want {
		return ErrPhase
	}
	return nil
}

// open decodes a message and checks that a member of this ceremony signed it.
func (c *Ceremony) open(raw []byte) (message, error) {
	m, err := decodeMessage(raw)
	if err != nil {
		return m, err
	}
	if m.nonce != c.context.nonce || m.member >= len(c.context.members) {
		return m, ErrStranger
	}
	key := PublicKey(c.context.members[m.member])
	if err := Verify(key, messageTag, c.context.signable(&m), m.signature); err != nil {
		return m, fmt.Errorf("%v of member %d: %w", m.kind, m.member, err)
	}
	return m, nil
}

// each hands on the first signed message of each member, keeping the faults, and
// says of whom there was one.
func (c *Ceremony) each(kind Kind, list [][]byte, take func(*message) error) []bool {
	seen := make([]bool, len(c.dealers))
	for _, raw := range list {
		m, err := c.open(raw)
		if err == nil && m.kind != kind {
			err = fmt.Errorf("%w: %v among %vs", ErrMessage, m.kind, kind)
		}
		if err != nil {
			c.faults = append(c.faults, Fault{kind, -1, err})
			continue
		}
		if seen[m.member] {
			continue
		}
		seen[m.member] = true
		if err := take(&m); err != nil {
			c.faults = append(c.faults, Fault{kind, m.member, err})
		}
	}
	return seen
}

func (c *Ceremony) disqualify(member int, why error) error {
	c.dealers[member].out = true
	delete(c.evaluations, member)
	return why
}

func (c *Ceremony) disqualified() []int {
	var out []int
	for i := range c.dealers {
		if c.dealers[i].out {
			out = append(out, i)
		}
	}
	return out
}

// enough ends the ceremony where fewer than t dealers are left: among t there is
// an honest one, whose secret nobody else knows.
func (c *Ceremony) enough() error {
	if left := len(c.dealers) - len(c.disqualified()); left < c.context.threshold {
		return c.fail(fmt.Errorf("%w: %d of %d", ErrTooFewDealers, left, c.context.threshold))
	}
	return nil
}

func (c *Ceremony) fail(err error) error {
	c.phase, c.failure = failed, err
	return err
}

func (c *Ceremony) sign(kind Kind, body []byte) []byte {
	m := message{kind: kind, nonce: c.context.nonce, member: c.self, body: body}
	m.signature = c.key.secret.sign(messageTag, c.context.signable(&m))
	return m.encode()
}

// finish adds up the qualified dealers.
func (c *Ceremony) finish() error {
	sum := make(committed, c.context.threshold)
	var value fr.Element
	for i := range c.dealers {
		d := &c.dealers[i]
		if d.out {
			continue
		}
		for k := range sum {
			sum[k].AddAssign(&d.points[k])
		}
		if c.self >= 0 {
			s, ok := c.evaluations[i]
			if !ok {
				// It was neither complained about in time nor answered: this
				// member's own response did not make it into the list.
				c.evaluations = nil
				continue
			}
			e := s.element()
			value.Add(&value, &e)
		}
	}
	c.group = Group{
		Threshold: c.context.threshold,
		Public:    sum.at(0),
		Shares:    make([]PublicKey, len(c.dealers)),
	}
	for i := range c.group.Shares {
		c.group.Shares[i] = sum.at(i + 1)
	}
	if err := c.group.Validate(); err != nil {
		return c.fail(fmt.Errorf("ceremony: %w", err))
	}
	c.phase = finished
	if c.self >= 0 && c.evaluations != nil {
		s, err := secretFromElement(&value)
		if err != nil {
			return c.fail(fmt.Errorf("ceremony: own share: %w", err))
		}
		c.share = &Share{index: uint32(c.self + 1), secret: s} //nolint:gosec // at most MaxMembers
		if c.share.Public() != c.group.Shares[c.self] {
			return c.fail(fmt.Errorf("ceremony: own share: %w", ErrEvaluation))
		}
	}
	return nil
}
