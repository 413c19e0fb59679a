// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ChoraleSystem} from "../rollup/ChoraleSystem.sol";

/// @title Echo
/// @notice Calls itself back and forth between two rollups, a chosen number of times, within one slot: the smallest
/// program that shows nested triggers. The contract at the same address on the other rollup is its peer.
contract Echo {
    ChoraleSystem public constant SYSTEM = ChoraleSystem(0x4300000000000000000000000000000000000001);

    /// @notice How many echoes were heard here.
    uint64 public heard;

    event Called(uint64 indexed dstChain, uint64 hops, uint64 nonce);
    event Heard(uint64 indexed srcChain, uint64 hopsLeft, uint64 heard);

    error NotSystem(address caller);
    error NotPeer(uint64 srcChain, address sender);
    error NoHops();
    error PrepayMissing(uint256 balance, uint256 prepay);

    /// @notice Wei that pays the ways back.
    receive() external payable {}

    /// @notice Starts `hops` actions in turn: the first on `dstChain`, the second here, and so on.
    /// @param gasLimit gas for each of them; 150,000 is enough.
    /// @param prepay wei that each way back prepays, out of the balance of this contract where it starts.
    /// @dev The value (wei) prepays the first.
    function call(uint64 dstChain, uint64 hops, uint64 gasLimit, uint256 prepay) external payable {
        if (hops == 0) revert NoHops();
        _trigger(dstChain, hops, gasLimit, prepay, msg.value);
    }

    /// @notice One echo: called by an action that the peer triggered. Answers while hops are left.
    function hear(uint64 hopsLeft, uint64 gasLimit, uint256 prepay) external {
        if (msg.sender != address(SYSTEM)) revert NotSystem(msg.sender);
        uint64 srcChain = SYSTEM.crossChainSource();
        address sender = SYSTEM.crossChainSender();
        if (sender != address(this)) revert NotPeer(srcChain, sender);
        heard++;
        emit Heard(srcChain, hopsLeft, heard);
        if (hopsLeft == 0) return;
        if (address(this).balance < prepay) revert PrepayMissing(address(this).balance, prepay);
        _trigger(srcChain, hopsLeft, gasLimit, prepay, prepay);
    }

    function _trigger(uint64 dstChain, uint64 hops, uint64 gasLimit, uint256 prepay, uint256 value) private {
        uint64 nonce = SYSTEM.trigger{value: value}(
            dstChain, address(this), gasLimit, abi.encodeCall(this.hear, (hops - 1, gasLimit, prepay))
        );
        emit Called(dstChain, hops, nonce);
    }
}
