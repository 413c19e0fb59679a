package rollup

// L1View is the L1 block up to which a slot reads L1, with the state of the L1 queue there. The committee
// agrees on it through vote extensions; it never decreases.
type L1View struct {
	Number        uint64 `json:"number"`        // L1 block number
	Hash          Digest `json:"hash"`          // its hash
	QueuePosition uint64 `json:"queuePosition"` // number of queue items at that block
	QueueHash     Digest `json:"queueHash"`     // the queue's accumulator after that many items
}
