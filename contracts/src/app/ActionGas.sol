// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ActionGas
/// @notice What an action costs on its destination: the gas limit of the transaction that carries it there, and what
/// its trigger must therefore prepay. The same numbers as the network's builder, to the unit.
library ActionGas {
    /// @dev Bytes of calldata before the action's own data: a selector and seven words.
    uint256 private constant HEAD = 4 + 7 * 32;
    /// @dev Gas of a transaction, whatever it does.
    uint256 private constant TRANSACTION = 21_000;
    /// @dev Gas of ChoraleSystem.action besides its target: in all, and per byte of data.
    uint256 private constant WRAPPER = 90_000;
    uint256 private constant WRAPPER_PER_BYTE = 10;
    /// @dev Gas per byte of calldata, and the least that a transaction pays for it (EIP-7623).
    uint256 private constant CALLDATA = 16;
    uint256 private constant CALLDATA_FLOOR = 40;

    /// @notice Gas that the destination reserves for an action, all of which its trigger prepays.
    /// @param gasLimit gas for the target alone.
    /// @param dataLength bytes of the target's calldata.
    function needed(uint64 gasLimit, uint256 dataLength) internal pure returns (uint256) {
        uint256 padded = ((dataLength + 31) / 32) * 32;
        uint256 bytes_ = HEAD + padded;
        uint256 work =
            bytes_ * CALLDATA + WRAPPER + padded * WRAPPER_PER_BYTE + uint256(gasLimit) + uint256(gasLimit) / 63 + 1;
        uint256 floor = bytes_ * CALLDATA_FLOOR;
        return TRANSACTION + (work > floor ? work : floor);
    }

    /// @notice Wei that a trigger prepays, where the destination's base fee is at most `baseFee` wei per gas.
    function price(uint64 gasLimit, uint256 dataLength, uint256 baseFee) internal pure returns (uint256) {
        return needed(gasLimit, dataLength) * baseFee;
    }
}
