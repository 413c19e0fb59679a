package threshold_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

func FuzzOpen(f *testing.F) {
	group, shares := thresholdtest.Committee(1, 1, 1)
	sealer, err := threshold.NewSealer(group.Public, []byte("slot"))
	require.NoError(f, err)
	opener := openerFor(f, &group, shares, []byte("slot"))
	ad, plaintext := []byte("bidder"), []byte("a bid")
	sealed, err := sealer.Seal(zeros{}, ad, plaintext)
	require.NoError(f, err)
	f.Add(ad, sealed)
	f.Add([]byte{}, sealed)
	f.Add(ad, sealed[:threshold.SealOverhead])
	f.Add(ad, append(bytes.Clone(infinityKey[:]), sealed[48:]...))
	f.Add(ad, []byte{})
	f.Fuzz(func(t *testing.T, a, ciphertext []byte) {
		got, err := opener.Open(a, ciphertext)
		if bytes.Equal(a, ad) && bytes.Equal(ciphertext, sealed) {
			require.NoError(t, err)
			require.Equal(t, plaintext, got)
			return
		}
		require.Equal(t, threshold.ErrNotOpenable, err)
	})
}

func FuzzGroup(f *testing.F) {
	for _, size := range []struct{ t, n int }{{1, 1}, {3, 4}, {5, 7}} {
		group, _ := thresholdtest.Committee(size.t, size.n, 1)
		f.Add(group.Encode())
		f.Add(group.Encode()[1:])
	}
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) {
		group, err := threshold.DecodeGroup(raw)
		if err != nil {
			return
		}
		require.Equal(t, raw, group.Encode())
		require.NoError(t, group.Validate())
	})
}

func FuzzPartial(f *testing.F) {
	_, shares := thresholdtest.Committee(3, 4, 1)
	f.Add(shares[0].Sign(threshold.OpeningTag, message).Bytes())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := threshold.PartialFromBytes(raw)
		if err == nil {
			require.Equal(t, raw, p.Bytes())
		}
	})
}

func FuzzShare(f *testing.F) {
	_, shares := thresholdtest.Committee(3, 4, 1)
	f.Add(shares[0].Bytes())
	f.Add(make([]byte, threshold.ShareSize))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := threshold.ShareFromBytes(raw)
		if err == nil {
			require.Equal(t, raw, s.Bytes())
			require.NoError(t, s.Public().Check())
		}
	})
}

func FuzzDealerKey(f *testing.F) {
	f.Add(bytes.Repeat([]byte{1}, 32))
	f.Add(make([]byte, 32))
	f.Fuzz(func(t *testing.T, raw []byte) {
		k, err := threshold.DealerKeyFromBytes(raw)
		if err == nil {
			require.Equal(t, raw, k.Bytes())
			require.NoError(t, k.Public().Check())
		}
	})
}

func FuzzText(f *testing.F) {
	group, _ := thresholdtest.Committee(1, 1, 1)
	f.Add([]byte(group.Public.String()))
	f.Add([]byte("0X00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		var key threshold.PublicKey
		if key.UnmarshalText(text) == nil {
			require.Equal(t, string(bytes.ToLower(text)), key.String())
		}
		var sig threshold.Signature
		if sig.UnmarshalText(text) == nil {
			require.Equal(t, string(bytes.ToLower(text)), sig.String())
		}
	})
}

func FuzzExpand(f *testing.F) {
	group, shares := thresholdtest.Committee(1, 1, 1)
	sig := shares[0].Sign(threshold.OpeningTag, message).Signature
	f.Add(group.Public[:], sig[:])
	f.Add(infinityKey[:], infinitySig[:])
	f.Fuzz(func(t *testing.T, key, sig []byte) {
		if len(key) != threshold.PublicKeySize || len(sig) != threshold.SignatureSize {
			return
		}
		if xy, err := threshold.ExpandG1(threshold.PublicKey(key)); err == nil {
			require.NotEqual(t, [128]byte{}, xy)
		} else {
			require.Equal(t, [128]byte{}, xy)
		}
		if xy, err := threshold.ExpandG2(threshold.Signature(sig)); err == nil {
			require.NotEqual(t, [256]byte{}, xy)
		} else {
			require.Equal(t, [256]byte{}, xy)
		}
	})
}

// One member's partial is anything at all: the other three combine regardless.
func FuzzCombine(f *testing.F) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	good := sign(shares, threshold.AttestationTag, message)
	want, err := group.Combine(threshold.AttestationTag, message, good)
	require.NoError(f, err)
	f.Add(uint32(1), good[0].Signature[:])
	f.Add(uint32(2), infinitySig[:])
	f.Add(uint32(0), good[3].Signature[:])
	f.Fuzz(func(t *testing.T, index uint32, sig []byte) {
		if len(sig) != threshold.SignatureSize {
			return
		}
		bad := threshold.Partial{Index: index, Signature: threshold.Signature(sig)}
		got, err := group.Combine(threshold.AttestationTag, message, append([]threshold.Partial{bad}, good[:3]...))
		require.NoError(t, err)
		require.Equal(t, want, got)
	})
}

// seeds are a deal, a response and a justification.
func seeds(f *testing.F) (*cast, [][]byte, [][]byte, [][]byte) {
	c := newCast(f, 3, 4)
	deals := c.deals(f)
	responses := c.closeDeals(f, deals)
	responses[3] = c.members[3].SignComplaints(0)
	return c, deals, responses, c.closeResponses(f, responses, false)
}

func FuzzMessage(f *testing.F) {
	c, deals, responses, justifications := seeds(f)
	for _, raw := range [][]byte{deals[0], responses[0], responses[3], justifications[0], {}, deals[0][:134]} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if again, err := threshold.Recode(raw); err == nil {
			require.Equal(t, raw, again)
		}
		if _, member, err := c.observer.Authenticate(raw); err != nil {
			require.Equal(t, -1, member)
		}
	})
}

// A signed deal of member 1 with any content: it counts or is disqualified, and
// the others come to one group.
func FuzzDeal(f *testing.F) {
	c, deals, _, _ := seeds(f)
	body := deals[1][38 : len(deals[1])-96]
	f.Add(body)
	f.Add(body[:len(body)-48])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		list := [][]byte{deals[0], c.members[1].SignBody(threshold.KindDeal, body), deals[2], deals[3]}
		member, observer := c.begin(t, 0), c.begin(t, -1)
		response, err := member.CloseDeals(list)
		require.NoError(t, err)
		_, err = observer.CloseDeals(list)
		require.NoError(t, err)
		for _, m := range []*threshold.Ceremony{member, observer} {
			_, done, err := m.CloseResponses([][]byte{response})
			require.NoError(t, err)
			if !done {
				require.NoError(t, m.CloseJustifications(nil))
			}
		}
		sameResult(t, member, observer)
	})
}

func FuzzResponse(f *testing.F) {
	c, deals, responses, _ := seeds(f)
	f.Add(responses[3][38 : len(responses[3])-96])
	f.Add([]byte{0, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		member, observer := c.begin(t, 0), c.begin(t, -1)
		list := [][]byte{c.members[3].SignBody(threshold.KindResponse, body)}
		for _, m := range []*threshold.Ceremony{member, observer} {
			_, err := m.CloseDeals(deals)
			require.NoError(t, err)
		}
		answer, done, err := member.CloseResponses(list)
		require.NoError(t, err)
		_, same, err := observer.CloseResponses(list)
		require.NoError(t, err)
		require.Equal(t, done, same)
		if answer != nil {
			require.Len(t, threshold.Answers(answer), 1)
		}
		if !done {
			// Three unanswered accusations at most leave too few dealers.
			err := member.CloseJustifications([][]byte{answer})
			require.Equal(t, err == nil, observer.CloseJustifications([][]byte{answer}) == nil)
			if err != nil {
				require.ErrorIs(t, err, threshold.ErrTooFewDealers)
				return
			}
		}
		sameResult(t, member, observer)
	})
}

func FuzzJustification(f *testing.F) {
	c, deals, responses, justifications := seeds(f)
	f.Add(justifications[0][38 : len(justifications[0])-96])
	f.Add([]byte{0, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		member, observer := c.begin(t, 3), c.begin(t, -1)
		for _, m := range []*threshold.Ceremony{member, observer} {
			_, err := m.CloseDeals(deals)
			require.NoError(t, err)
			_, done, err := m.CloseResponses(responses)
			require.NoError(t, err)
			require.False(t, done)
			require.NoError(t, m.CloseJustifications([][]byte{c.members[0].SignBody(threshold.KindJustification, body)}))
		}
		sameResult(t, member, observer)
	})
}

func sameResult(t *testing.T, member, observer *threshold.Ceremony) {
	t.Helper()
	group, s, out, err := member.Result()
	require.NoError(t, err)
	other, none, same, err := observer.Result()
	require.NoError(t, err)
	require.True(t, group.Equal(&other))
	require.Equal(t, out, same)
	require.Nil(t, none)
	require.Equal(t, group.Shares[s.Index()-1], s.Public())
}
