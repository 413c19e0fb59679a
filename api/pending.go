package api

import (
	"encoding/json"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// withPending raises a node's answer to eth_getTransactionCount at "pending" above what slots consumed already.
// What is sealed here and waits does not count: that an account has something under way is nobody's business.
// Every other answer stays as it is.
func (s *Server) withPending(n *node, call rpcRequest, answer rpcAnswer) rpcAnswer {
	var params []json.RawMessage
	var account rollup.Address
	var count hexutil.Uint64
	if call.Method != "eth_getTransactionCount" || answer.Error != nil || json.Unmarshal(call.Params, &params) != nil || len(params) != 2 ||
		string(params[1]) != `"pending"` || json.Unmarshal(params[0], &account) != nil || json.Unmarshal(answer.Result, &count) != nil {
		return answer
	}
	next := max(uint64(count), s.gateway.NextNonce(n.Chain, account))
	if raw, err := json.Marshal(hexutil.Uint64(next)); err == nil {
		answer.Result = raw
	}
	return answer
}
