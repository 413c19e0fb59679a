package threshold

import (
	"fmt"
	"slices"
)

// justify publishes what this member's accusers ask for, if the deal that stands
// is the one made from this seed.
func (c *Ceremony) justify() []byte {
	if c.self < 0 {
		return nil
	}
	d := &c.dealers[c.self]
	if d.out || len(d.accusers) == 0 {
		return nil
	}
	if _, err := c.Deal(); err != nil {
		return nil
	}
	own, err := decodeDealOf(c.dealt)
	if err != nil || !slices.Equal(own.commitments, d.deal.commitments) {
		return nil
	}
	answer := make(justification, len(d.accusers))
	for i, holder := range d.accusers {
		value := c.secrets.at(holder + 1)
		answer[i] = justified{holder: holder, evaluation: value.Bytes()}
	}
	return c.sign(KindJustification, answer.encode())
}

func decodeDealOf(raw []byte) (deal, error) {
	m, err := decodeMessage(raw)
	if err != nil {
		return deal{}, err
	}
	return decodeDeal(m.body)
}

// answer checks a justification and takes what is in it for self.
func (c *Ceremony) answer(d *dealer, m *message) error {
	answers, err := decodeJustification(m.body)
	if err != nil {
		return err
	}
	if len(answers) != len(d.accusers) {
		return fmt.Errorf("%w: %d answers to %d complaints", ErrEvaluation, len(answers), len(d.accusers))
	}
	for i, a := range answers {
		if a.holder != d.accusers[i] {
			return fmt.Errorf("%w: answer to member %d, who did not complain", ErrEvaluation, a.holder)
		}
		s, err := fits(a.evaluation[:], d.points, a.holder)
		if err != nil {
			return fmt.Errorf("answer to member %d: %w", a.holder, err)
		}
		if a.holder == c.self {
			c.evaluations[m.member] = s
		}
	}
	return nil
}
