// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ChoraleSystem} from "../rollup/ChoraleSystem.sol";
import {ActionGas} from "./ActionGas.sol";

/// @title ChoraleApp
/// @notice Base of an application that stands on several rollups: it calls its peers with `_callPeer`, and takes calls
/// of theirs in functions marked `onlyPeer`. A call and everything it leads to happen in one slot, or none of it does.
/// @dev What a caller has to know:
///
/// - A call is a message: it runs after the transaction that makes it, before the bundle's next one. Nothing comes
///   back from it; an answer is another call, by the peer.
/// - If it fails on the other rollup, the bundle that made it is gone on all rollups. So what is written here before a
///   call may rely on the call having succeeded.
/// - Its gas is paid here, in advance: `prepaid` wei must be at least ActionGas.needed(gasLimit, data.length) times the
///   base fee of the destination in the block that carries it, which no contract here can read. Whoever signs the
///   transaction reads it, adds a margin (it rises by at most an eighth a block) and sends it as value. Too little
///   fails the bundle; what is too much is not given back.
/// - Who is trusted: ChoraleSystem, the network's rule that each trigger is one action, and the code at the peers'
///   addresses, on exactly those rollups that were given to `_setPeer`.
abstract contract ChoraleApp {
    /// @notice The predeploy, at the same address on each rollup.
    ChoraleSystem public constant SYSTEM = ChoraleSystem(0x4300000000000000000000000000000000000001);

    /// @notice This application's contract on another rollup; zero where it trusts none.
    mapping(uint64 chainId => address) public peerOf;

    event PeerSet(uint64 indexed chainId, address peer);

    error NotSystem(address caller);
    error NotFrom(uint64 srcChain, address sender);
    error NotPeer(uint64 srcChain, address sender);
    error NoPeer(uint64 chainId);
    error PrepaymentMissing(uint256 needed, uint256 available);
    error PaymentFailed(address to, uint256 amount);

    /// @dev Takes only a call that a peer made on its rollup.
    modifier onlyPeer() {
        _checkPeer();
        _;
    }

    /// @dev Takes only a call that `sender` made on `srcChain`.
    modifier onlyFrom(uint64 srcChain, address sender) {
        _checkFrom(srcChain, sender);
        _;
    }

    /// @dev Calls `target` on `dstChain` within this slot.
    /// @param gasLimit gas for the target alone, 1 to 10,000,000.
    /// @param data its calldata, at most 16,384 bytes.
    /// @param prepaid wei, out of this contract's balance: msg.value where the caller pays, `_price(…)` where a
    /// function makes several calls or pays by itself.
    /// @return nonce the call's position among all calls of anybody from here to `dstChain`; they run in this order.
    function _call(uint64 dstChain, address target, uint64 gasLimit, bytes memory data, uint256 prepaid)
        internal
        returns (uint64 nonce)
    {
        if (prepaid > address(this).balance) revert PrepaymentMissing(prepaid, address(this).balance);
        return SYSTEM.trigger{value: prepaid}(dstChain, target, gasLimit, data);
    }

    /// @dev Calls this application's contract on `dstChain`.
    function _callPeer(uint64 dstChain, uint64 gasLimit, bytes memory data, uint256 prepaid)
        internal
        returns (uint64 nonce)
    {
        address peer = peerOf[dstChain];
        if (peer == address(0)) revert NoPeer(dstChain);
        return _call(dstChain, peer, gasLimit, data, prepaid);
    }

    /// @dev Wei that a call prepays, where the destination's base fee is at most `baseFee` wei per gas.
    function _price(uint64 gasLimit, uint256 dataLength, uint256 baseFee) internal pure returns (uint256) {
        return ActionGas.price(gasLimit, dataLength, baseFee);
    }

    /// @dev Sends wei, such as what a caller sent beyond the price. Reverts if it is not taken.
    function _pay(address to, uint256 amount) internal {
        if (amount == 0) return;
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert PaymentFailed(to, amount);
    }

    /// @dev Names this application's contract on another rollup; zero takes it back. From then on that contract can do
    /// here whatever `onlyPeer` allows: let nobody decide this whom the application's users need not trust.
    function _setPeer(uint64 chainId, address peer) internal {
        peerOf[chainId] = peer;
        emit PeerSet(chainId, peer);
    }

    /// @dev Names as peers the contracts at this contract's own address, for an application that one account deploys
    /// with the same nonce, or CREATE2 with the same code, on each of these rollups.
    function _setPeersHere(uint64[] memory chainIds) internal {
        for (uint256 i = 0; i < chainIds.length; i++) {
            _setPeer(chainIds[i], address(this));
        }
    }

    /// @dev Who called, on which rollup. Reverts outside of an action: ChoraleSystem calls nobody else.
    function _from() internal view returns (uint64 srcChain, address sender) {
        if (msg.sender != address(SYSTEM)) revert NotSystem(msg.sender);
        return (SYSTEM.crossChainSource(), SYSTEM.crossChainSender());
    }

    function _checkPeer() private view {
        (uint64 srcChain, address sender) = _from();
        if (sender != peerOf[srcChain]) revert NotPeer(srcChain, sender);
    }

    function _checkFrom(uint64 wantChain, address wantSender) private view {
        (uint64 srcChain, address sender) = _from();
        if (srcChain != wantChain || sender != wantSender) revert NotFrom(srcChain, sender);
    }
}
