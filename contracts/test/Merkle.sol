// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice OpenZeppelin's StandardMerkleTree over ledger leaves: leaves sorted, laid out as a complete binary tree in
/// one array from the end, pairs hashed in order.
library Merkle {
    struct Account {
        address account;
        uint256 deposits;
        uint256 charges;
        uint256 credits;
        uint256 withdrawals;
    }

    function leafOf(Account memory a) internal pure returns (bytes32) {
        return
            keccak256(bytes.concat(keccak256(abi.encode(a.account, a.deposits, a.charges, a.credits, a.withdrawals))));
    }

    function tree(Account[] memory accounts) internal pure returns (bytes32[] memory nodes) {
        uint256 n = accounts.length;
        bytes32[] memory leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; i++) {
            leaves[i] = leafOf(accounts[i]);
            for (uint256 j = i; j > 0 && leaves[j] < leaves[j - 1]; j--) {
                (leaves[j], leaves[j - 1]) = (leaves[j - 1], leaves[j]);
            }
        }
        nodes = new bytes32[](2 * n - 1);
        for (uint256 i = 0; i < n; i++) {
            nodes[nodes.length - 1 - i] = leaves[i];
        }
        for (uint256 i = n - 1; i > 0; i--) {
            nodes[i - 1] = pair(nodes[2 * i - 1], nodes[2 * i]);
        }
    }

    function proof(bytes32[] memory nodes, bytes32 leaf) internal pure returns (bytes32[] memory out) {
        uint256 i = nodes.length / 2;
        while (nodes[i] != leaf) i++;
        uint256 depth = 0;
        for (uint256 j = i; j > 0; j = (j - 1) / 2) {
            depth++;
        }
        out = new bytes32[](depth);
        for (uint256 d = 0; d < depth; d++) {
            out[d] = nodes[i % 2 == 1 ? i + 1 : i - 1];
            i = (i - 1) / 2;
        }
    }

    function pair(bytes32 a, bytes32 b) internal pure returns (bytes32) {
        return a < b ? keccak256(abi.encodePacked(a, b)) : keccak256(abi.encodePacked(b, a));
    }
}
