// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSZ} from "./SSZ.sol";

/// @notice What the committee signs for L1 about a run of slots: an SSZ container of these fields in this order.
struct Posting {
    /// keccak256(abi.encode("chorale", L1 chain id, registry)).
    bytes32 network;
    /// Grows when governance reopens a frozen network; at most 2^32 − 1.
    uint64 incarnation;
    /// The committee key that signs.
    uint64 epoch;
    /// hash_tree_root of the posting before; zero for the first ever.
    bytes32 previous;
    /// First and last slot covered, both included. The first posting starts at slot 1.
    uint64 firstSlot;
    uint64 lastSlot;
    /// hash_tree_root of the last slot's header.
    bytes32 lastHeader;
    /// Zero: the data travels as calldata.
    bytes32 blobsHash;
    /// keccak256 of the data.
    bytes32 dataHash;
    /// The L1 view of the last slot.
    uint64 l1Number;
    bytes32 l1Hash;
    /// L1 queue items consumed, and the queue's accumulator after that many.
    uint64 queuePosition;
    bytes32 queueHash;
    /// Root of the ledger (OpenZeppelin's StandardMerkleTree) after the last slot.
    bytes32 ledgerRoot;
    /// Root over the trigger and action accumulators of all ordered pairs of rollups.
    bytes32 pairRoot;
}

using Postings for Posting global;

/// @title Postings
/// @notice Hashing of postings.
library Postings {
    /// @notice SSZ hash_tree_root: SHA-256 Merkle tree over the 15 fields and one zero leaf.
    function hashTreeRoot(Posting calldata p) internal view returns (bytes32) {
        bytes32[] memory leaves = new bytes32[](16);
        leaves[0] = p.network;
        leaves[1] = SSZ.leaf(p.incarnation);
        leaves[2] = SSZ.leaf(p.epoch);
        leaves[3] = p.previous;
        leaves[4] = SSZ.leaf(p.firstSlot);
        leaves[5] = SSZ.leaf(p.lastSlot);
        leaves[6] = p.lastHeader;
        leaves[7] = p.blobsHash;
        leaves[8] = p.dataHash;
        leaves[9] = SSZ.leaf(p.l1Number);
        leaves[10] = p.l1Hash;
        leaves[11] = SSZ.leaf(p.queuePosition);
        leaves[12] = p.queueHash;
        leaves[13] = p.ledgerRoot;
        leaves[14] = p.pairRoot;
        return SSZ.merkleize(leaves);
    }
}
