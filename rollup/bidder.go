package rollup

import "math/bits"

// BidderBytes is the most bytes that one bidder's envelopes in one batch may take: the same part of BatchBytes as
// BidderGas is of BatchGas, rounded down.
func (p *Parameters) BidderBytes() uint64 {
	if p.BatchGas == 0 || p.BidderGas >= p.BatchGas {
		return p.BatchBytes
	}
	hi, lo := bits.Mul64(p.BatchBytes, p.BidderGas)
	bytes, _ := bits.Div64(hi, lo, p.BatchGas) // hi < BatchGas, since BidderGas is
	return bytes
}
