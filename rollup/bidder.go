package rollup

import "math/bits"

// BidderBytes is the most bytes that one bidder's envelopes in one batch may take: the same part of BatchBytes as
// BidderGas is of BatchGas, rounded down.
func (p *Parameters) BidderBytes() uint64 { return p.bidderPart(p.BatchBytes) }

// BidderPostRoom is the same part of PostRoom.
func (p *Parameters) BidderPostRoom() uint64 { return p.bidderPart(p.PostRoom()) }

func (p *Parameters) bidderPart(whole uint64) uint64 {
	if p.BatchGas == 0 || p.BidderGas >= p.BatchGas {
		return whole
	}
	hi, lo := bits.Mul64(whole, p.BidderGas)
	part, _ := bits.Div64(hi, lo, p.BatchGas) // hi < BatchGas, since BidderGas is
	return part
}
