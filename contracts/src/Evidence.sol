// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSZ} from "./SSZ.sol";

/// @notice A slot's header that a committee signed, as far as evidence needs it: an SSZ container of 18 fields, of which
/// the first four are network, incarnation, epoch and slot.
struct SignedHeader {
    /// The committee key that signed.
    uint64 epoch;
    /// The subtrees of the other fields: over fields 4 to 7, 8 to 15, and 16 to 31 (zero from 18 on).
    bytes32[3] rest;
    /// 256 bytes, EIP-2537 encoding.
    bytes signature;
}

using SignedHeaders for SignedHeader global;

/// @title SignedHeaders
/// @notice Hashing of headers.
library SignedHeaders {
    /// @notice SSZ hash_tree_root of the header of `slot` that has these other fields.
    function hashTreeRoot(SignedHeader calldata h, bytes32 network, uint64 incarnation, uint64 slot)
        internal
        pure
        returns (bytes32 node)
    {
        node = _pair(_pair(network, SSZ.leaf(incarnation)), _pair(SSZ.leaf(h.epoch), SSZ.leaf(slot)));
        for (uint256 i = 0; i < 3; i++) {
            node = _pair(node, h.rest[i]);
        }
    }

    function _pair(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return sha256(abi.encodePacked(left, right));
    }
}
