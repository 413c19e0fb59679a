package evm

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// pair is an ordered pair of rollups.
type pair struct{ src, dst rollup.ChainID }

// load is how much a slot carries on a pair.
type load struct {
	triggers uint32
	gas      uint64 // ActionGas of each, summed up
}

// carriage is one trigger that the slot carried out: how to take it back.
type carriage struct {
	pair pair
	gas  uint64
}

// carry takes one more trigger onto a pair, if the attempt's bounds let it. What a failed attempt carried is taken back,
// so nobody fills a pair with what did not execute.
func (m *Machine) carry(on pair, gas uint64, a *builder.Attempt) bool {
	l := m.loads[on]
	if a.PairTriggers != 0 && l.triggers >= a.PairTriggers {
		return false
	}
	if a.PairGas != 0 && (l.gas > a.PairGas || gas > a.PairGas-l.gas) {
		return false
	}
	m.loads[on] = load{l.triggers + 1, l.gas + gas}
	m.carried = append(m.carried, carriage{on, gas})
	return true
}

// uncarry takes back what was carried since there were so many.
func (m *Machine) uncarry(to int) {
	for _, c := range m.carried[to:] {
		l := m.loads[c.pair]
		m.loads[c.pair] = load{l.triggers - 1, l.gas - c.gas}
	}
	m.carried = m.carried[:to]
}

// recarry carries again what was carried before.
func (m *Machine) recarry(list []carriage) {
	for _, c := range list {
		l := m.loads[c.pair]
		m.loads[c.pair] = load{l.triggers + 1, l.gas + c.gas}
	}
	m.carried = append(m.carried, list...)
}

// unload begins a slot: all pairs are free.
func (m *Machine) unload() {
	m.carried = m.carried[:0]
	clear(m.loads)
}
