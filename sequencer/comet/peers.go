package comet

import (
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/cometbft/cometbft/p2p"
	"github.com/cosmos/gogoproto/types"
)

// reactor carries what members say to each other over the engine's connections. It knows who is who, and nothing of
// what they say.
type reactor struct {
	*p2p.BaseReactor
	members map[p2p.ID]int
	links   *member.Links
}

func newReactor(members map[p2p.ID]int, links *member.Links) *reactor {
	r := &reactor{members: members, links: links}
	r.BaseReactor = p2p.NewBaseReactor("CHORALE", r)
	return r
}

// peer is the engine's connection to another member.
type peer struct{ to p2p.Peer }

// Send implements member.Peer.
func (p peer) Send(channel byte, message []byte) bool {
	return p.to.TrySend(p2p.Envelope{ChannelID: channel, Message: &types.BytesValue{Value: message}})
}

// GetChannels implements p2p.Reactor. The engine's frame around a message takes a few bytes.
func (r *reactor) GetChannels() []*p2p.ChannelDescriptor {
	const frame = 16
	return []*p2p.ChannelDescriptor{
		{ID: member.ChannelShares, Priority: 10, SendQueueCapacity: 256, RecvMessageCapacity: member.MaxShareMessage + frame, RecvBufferCapacity: 4096, MessageType: &types.BytesValue{}},
		{ID: member.ChannelEnvelopes, Priority: 5, SendQueueCapacity: 64, RecvMessageCapacity: member.MaxEnvelopeMessage + frame, RecvBufferCapacity: 64 << 10, MessageType: &types.BytesValue{}},
	}
}

// InitPeer implements p2p.Reactor: it comes before the peer's first message.
func (r *reactor) InitPeer(p p2p.Peer) p2p.Peer {
	if who, ok := r.members[p.ID()]; ok {
		r.links.Connect(who, peer{p})
	}
	return p
}

// AddPeer implements p2p.Reactor.
func (r *reactor) AddPeer(p p2p.Peer) {
	if who, ok := r.members[p.ID()]; ok {
		r.links.Serve(who, peer{p})
	}
}

// RemovePeer implements p2p.Reactor.
func (r *reactor) RemovePeer(p p2p.Peer, _ any) {
	if who, ok := r.members[p.ID()]; ok {
		r.links.Drop(who, peer{p})
	}
}

// Receive implements p2p.Reactor.
func (r *reactor) Receive(e p2p.Envelope) {
	who, ok := r.members[e.Src.ID()]
	message, is := e.Message.(*types.BytesValue)
	if !ok || !is {
		return
	}
	if err := r.links.Receive(who, e.ChannelID, message.Value); err != nil && r.Switch != nil {
		r.Switch.StopPeerForError(e.Src, err)
	}
}
