// Package comet has a member of the committee agree by CometBFT, in process: one height is one slot.
//
// In come what one member is configured with, and the blocks and votes of the engine; out comes a running member
// (Node). It translates between the engine and package member: its questions (ABCI), its connections between members
// (a reactor), its log, its form of keys and votes. It holds no rule and nothing of a member's own, and does nothing
// that another engine would not have to do in its place.
package comet
