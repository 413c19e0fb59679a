// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SSZ
/// @notice What is used here of Ethereum's simple serialize: Merkle roots of containers of basic fields, and the
/// signing root (consensus-specs, compute_domain and compute_signing_root) with Chorale's domains.
library SSZ {
    /// @dev Domain types: "CH", 0, and what is signed. Headers of slots are checked on L1 as evidence alone.
    bytes4 internal constant DOMAIN_HEADER = 0x43480001;
    bytes4 internal constant DOMAIN_POSTING = 0x43480002;
    bytes4 internal constant DOMAIN_HANDOVER = 0x43480003;

    /// @notice The leaf of a uint64: little-endian, padded to 32 bytes.
    function leaf(uint64 v) internal pure returns (bytes32) {
        uint256 x = v;
        x = ((x & 0xff00ff00ff00ff00) >> 8) | ((x & 0x00ff00ff00ff00ff) << 8);
        x = ((x & 0xffff0000ffff0000) >> 16) | ((x & 0x0000ffff0000ffff) << 16);
        x = (x >> 32) | ((x & 0xffffffff) << 32);
        return bytes32(x << 192);
    }

    /// @notice The Merkle root of `leaves`, whose number must be a power of two. Overwrites them.
    function merkleize(bytes32[] memory leaves) internal view returns (bytes32) {
        bool ok = true;
        assembly ("memory-safe") {
            let at := add(leaves, 0x20)
            for { let n := mload(leaves) } gt(n, 1) { n := shr(1, n) } {
                for { let i := 0 } lt(i, n) { i := add(i, 2) } {
                    ok := and(ok, staticcall(gas(), 0x02, add(at, shl(5, i)), 0x40, add(at, shl(4, i)), 0x20))
                }
            }
        }
        assert(ok);
        return leaves[0];
    }

    /// @notice What is signed of an object with root `objectRoot`: bound to what kind of object it is, to the
    /// incarnation (as the fork version) and to the network (as the genesis validators root).
    function signingRoot(bytes32 objectRoot, bytes4 domainType, uint32 incarnation, bytes32 network)
        internal
        pure
        returns (bytes32)
    {
        bytes32 fork = sha256(abi.encodePacked(bytes32(bytes4(incarnation)), network));
        return sha256(abi.encodePacked(objectRoot, domainType, bytes28(fork)));
    }
}
