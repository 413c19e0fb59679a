package comet

import (
	"fmt"
	"math"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	abci "github.com/cometbft/cometbft/abci/types"
	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	"github.com/cometbft/cometbft/p2p"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	cmttypes "github.com/cometbft/cometbft/types"
)

// voteKeys knows the members as the engine does.
type voteKeys struct {
	chain   string
	keys    []cmted25519.PubKey
	members map[string]int // by the engine's address
	peers   map[p2p.ID]int // by the identity with which they connect
}

func newVoteKeys(p *rollup.Parameters, n rollup.Network) (*voteKeys, error) {
	keys, err := consensusKeys(p)
	if err != nil {
		return nil, err
	}
	v := &voteKeys{chain: chainID(n), keys: keys, members: make(map[string]int), peers: make(map[p2p.ID]int)}
	for i, k := range keys {
		v.members[string(k.Address())], v.peers[p2p.PubKeyToID(k)] = i, i
	}
	return v, nil
}

// Votes checks extensions by the consensus keys in a network's parameters. It needs no running member.
func Votes(p *rollup.Parameters, n rollup.Network) (sequencer.VoteCheck, error) {
	v, err := newVoteKeys(p, n)
	if err != nil {
		return nil, err
	}
	return v.check, nil
}

// check is a sequencer.VoteCheck.
func (v *voteKeys) check(height rollup.Slot, round uint64, vote sequencer.Vote) error {
	if height > math.MaxInt64 || round > math.MaxInt32 {
		return fmt.Errorf("height %d, round %d: %w", height, round, sequencer.ErrVotes)
	}
	return v.verify(int64(height), int32(round), vote) //nolint:gosec // bounded above
}

// member is the position of the member with an address.
func (v *voteKeys) member(address []byte) (int, bool) {
	i, ok := v.members[string(address)]
	return i, ok
}

// verify checks that a member signed an extension at a height and round.
func (v *voteKeys) verify(height int64, round int32, vote sequencer.Vote) error {
	if vote.Member >= uint64(len(v.keys)) {
		return fmt.Errorf("vote of member %d of %d: %w", vote.Member, len(v.keys), sequencer.ErrVotes)
	}
	if len(vote.Extension) > sequencer.MaxExtensionBytes {
		return fmt.Errorf("vote of member %d: extension of %d bytes: %w", vote.Member, len(vote.Extension), sequencer.ErrVotes)
	}
	bytes := cmttypes.VoteExtensionSignBytes(v.chain, &cmtproto.Vote{Extension: vote.Extension, Height: height, Round: round})
	if !v.keys[vote.Member].VerifySignature(bytes, vote.Signature) {
		return fmt.Errorf("vote of member %d: bad signature: %w", vote.Member, sequencer.ErrVotes)
	}
	return nil
}

// valid are the votes of a commit whose extensions are as they should be, by ascending member. Consensus never
// looked at those that came late.
func (v *voteKeys) valid(height int64, commit abci.ExtendedCommitInfo) []sequencer.Vote {
	byMember := make([]*sequencer.Vote, len(v.keys))
	for _, info := range commit.Votes {
		member, ok := v.member(info.Validator.Address)
		if !ok || info.BlockIdFlag != cmtproto.BlockIDFlagCommit {
			continue
		}
		vote := sequencer.Vote{Member: uint64(member), Extension: info.VoteExtension, Signature: info.ExtensionSignature} //nolint:gosec // an index
		if v.verify(height, commit.Round, vote) == nil {
			byMember[member] = &vote
		}
	}
	var out []sequencer.Vote
	for _, vote := range byMember {
		if vote != nil {
			out = append(out, *vote)
		}
	}
	return out
}
