package comet

import (
	"context"
	"encoding/json"
	"log/slog"
	"strings"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/p2p"
)

// app puts the engine's questions, in ABCI 2.0, to the member.
type app struct {
	abci.BaseApplication
	*member.Application
	votes    *voteKeys
	log      *slog.Logger
	stopping context.Context // ends when the member stops
}

// Info implements abci.Application: replay begins after the last checkpoint.
func (a *app) Info(context.Context, *abci.RequestInfo) (*abci.ResponseInfo, error) {
	height, hash := a.AppHash()
	out := &abci.ResponseInfo{Data: "chorale", AppVersion: 1, LastBlockHeight: int64(height)} //nolint:gosec // a height
	if height > 0 {
		out.LastBlockAppHash = hash.Bytes()
	}
	return out, nil
}

// InitChain implements abci.Application.
func (a *app) InitChain(context.Context, *abci.RequestInitChain) (*abci.ResponseInitChain, error) {
	hash, err := a.Genesis()
	if err != nil {
		return nil, err
	}
	return &abci.ResponseInitChain{AppHash: hash.Bytes()}, nil
}

// Query implements abci.Application: only members may connect, and nobody while this member stops.
func (a *app) Query(_ context.Context, req *abci.RequestQuery) (*abci.ResponseQuery, error) {
	if id, ok := strings.CutPrefix(req.Path, "/p2p/filter/id/"); ok {
		if a.stopping.Err() != nil {
			return &abci.ResponseQuery{Code: 1, Log: "stopping"}, nil
		}
		if _, known := a.votes.peers[p2p.ID(id)]; !known {
			return &abci.ResponseQuery{Code: 1, Log: "not a member"}, nil
		}
	}
	return &abci.ResponseQuery{}, nil
}

// CheckTx implements abci.Application: envelopes come by Submit and by the reactor, never by a mempool.
func (a *app) CheckTx(context.Context, *abci.RequestCheckTx) (*abci.ResponseCheckTx, error) {
	return &abci.ResponseCheckTx{Code: 1}, nil
}

// ExtendVote implements abci.Application.
func (a *app) ExtendVote(_ context.Context, req *abci.RequestExtendVote) (*abci.ResponseExtendVote, error) {
	extension, err := a.Extend(rollup.Slot(req.Height)) //nolint:gosec // a height
	if err != nil {
		return nil, err
	}
	return &abci.ResponseExtendVote{VoteExtension: extension}, nil
}

// VerifyVoteExtension implements abci.Application.
func (a *app) VerifyVoteExtension(_ context.Context, req *abci.RequestVerifyVoteExtension) (*abci.ResponseVerifyVoteExtension, error) {
	from, known := a.votes.member(req.ValidatorAddress)
	if !known {
		from = -1
	}
	if !a.Hear(rollup.Slot(req.Height), from, req.VoteExtension) { //nolint:gosec // a height
		return &abci.ResponseVerifyVoteExtension{Status: abci.ResponseVerifyVoteExtension_REJECT}, nil
	}
	return &abci.ResponseVerifyVoteExtension{Status: abci.ResponseVerifyVoteExtension_ACCEPT}, nil
}

// PrepareProposal implements abci.Application.
func (a *app) PrepareProposal(_ context.Context, req *abci.RequestPrepareProposal) (*abci.ResponsePrepareProposal, error) {
	votes := func() []sequencer.Vote { return a.votes.valid(req.Height-1, req.LocalLastCommit) }
	txs := a.Propose(rollup.Slot(req.Height), uint64(req.LocalLastCommit.Round), votes, req.MaxTxBytes) //nolint:gosec // a height, a round
	return &abci.ResponsePrepareProposal{Txs: txs}, nil
}

// ProcessProposal implements abci.Application.
func (a *app) ProcessProposal(_ context.Context, req *abci.RequestProcessProposal) (*abci.ResponseProcessProposal, error) {
	if len(req.Misbehavior) > 0 {
		a.log.Error("a member signed two votes", "slot", req.Height, "count", len(req.Misbehavior))
	}
	err := a.Judge(rollup.Slot(req.Height), req.Time.UnixMilli(), uint64(req.ProposedLastCommit.Round), req.Txs) //nolint:gosec // a height, a round
	if err != nil {
		a.log.Warn("refused a proposal", "slot", req.Height, "err", err)
		return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_REJECT}, nil
	}
	return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_ACCEPT}, nil
}

// FinalizeBlock implements abci.Application. The engine has the block in its store, synced, when it calls this.
func (a *app) FinalizeBlock(_ context.Context, req *abci.RequestFinalizeBlock) (*abci.ResponseFinalizeBlock, error) {
	hash, err := a.Finalize(rollup.Slot(req.Height), req.Time.UnixMilli(), req.Txs) //nolint:gosec // a height
	if err != nil {
		return nil, err
	}
	results := make([]*abci.ExecTxResult, len(req.Txs))
	for i := range results {
		results[i] = &abci.ExecTxResult{}
	}
	return &abci.ResponseFinalizeBlock{TxResults: results, AppHash: hash.Bytes()}, nil
}

// Commit implements abci.Application. Everything that must be durable is so already.
func (a *app) Commit(context.Context, *abci.RequestCommit) (*abci.ResponseCommit, error) {
	return &abci.ResponseCommit{}, nil
}

// String keeps the engine from printing what the app holds.
func (a *app) String() string { return "chorale" }

// MarshalJSON does likewise.
func (a *app) MarshalJSON() ([]byte, error) { return json.Marshal("chorale") }
