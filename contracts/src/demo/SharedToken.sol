// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ChoraleApp} from "../app/ChoraleApp.sol";

/// @notice A contract that takes units of a SharedToken together with a message.
interface ISharedTokenReceiver {
    /// @notice Called after `amount` units were minted to this contract, in the same action.
    /// @param srcChain the rollup on which they were burnt.
    /// @param from who burnt them there.
    /// @return this function's selector; anything else, like a revert, takes the burning back.
    function onSharedToken(uint64 srcChain, address from, uint256 amount, bytes calldata data) external returns (bytes4);
}

/// @title SharedToken
/// @notice An ERC-20 whose units move between rollups: burnt on one and minted on another, both or neither, in one
/// slot. So its total supply, summed over all rollups, never changes.
/// @dev Deployed by one account with the same nonce on each rollup: its peers are the contracts at its own address, on
/// the rollups named to the constructor. Nobody can name another later; nobody owns it.
contract SharedToken is ERC20, ChoraleApp {
    event BurntTo(uint64 indexed dstChain, address indexed from, address indexed to, uint256 amount, uint64 nonce);
    event MintedFrom(uint64 indexed srcChain, address indexed to, uint256 amount);

    error RefusedByReceiver(address receiver);

    /// @param holder who gets the first `supply` units (1e-18 of a token each) on this rollup.
    /// @param chainIds the rollups whose token of this address is this token; this one among them does no harm.
    constructor(string memory name, string memory symbol, address holder, uint256 supply, uint64[] memory chainIds)
        ERC20(name, symbol)
    {
        _setPeersHere(chainIds);
        _mint(holder, supply);
    }

    /// @notice Burns `amount` of the caller's units here and mints them to `to` on `dstChain` in the same slot.
    /// @param gasLimit gas for `mintFrom` there; 60,000 is enough for a fresh account.
    /// @dev The value (wei) prepays the destination's gas; `burnPrice` says what is enough.
    function burnTo(uint64 dstChain, address to, uint256 amount, uint64 gasLimit)
        external
        payable
        returns (uint64 nonce)
    {
        _burn(msg.sender, amount);
        nonce = _callPeer(dstChain, gasLimit, abi.encodeCall(this.mintFrom, (to, amount)), msg.value);
        emit BurntTo(dstChain, msg.sender, to, amount, nonce);
    }

    /// @notice Like `burnTo`, and calls `to` there with `data` when it has the units. If it refuses, nothing happened.
    /// @param gasLimit gas for `mintFromAndCall` there: 60,000 and what `to` needs.
    function burnToAndCall(uint64 dstChain, address to, uint256 amount, uint64 gasLimit, bytes calldata data)
        external
        payable
        returns (uint64 nonce)
    {
        _burn(msg.sender, amount);
        bytes memory call = abi.encodeCall(this.mintFromAndCall, (msg.sender, to, amount, data));
        nonce = _callPeer(dstChain, gasLimit, call, msg.value);
        emit BurntTo(dstChain, msg.sender, to, amount, nonce);
    }

    /// @notice The other half of `burnTo`: called by this token's peer on another rollup, by nobody else.
    function mintFrom(address to, uint256 amount) external onlyPeer {
        _mintFrom(to, amount);
    }

    /// @notice The other half of `burnToAndCall`.
    function mintFromAndCall(address from, address to, uint256 amount, bytes calldata data) external onlyPeer {
        uint64 srcChain = _mintFrom(to, amount);
        bytes4 answer = ISharedTokenReceiver(to).onSharedToken(srcChain, from, amount, data);
        if (answer != ISharedTokenReceiver.onSharedToken.selector) revert RefusedByReceiver(to);
    }

    /// @notice Wei that `burnTo` prepays where the destination's base fee is at most `baseFee` wei per gas.
    function burnPrice(uint64 gasLimit, uint256 baseFee) external pure returns (uint256) {
        return _price(gasLimit, 4 + 2 * 32, baseFee);
    }

    /// @notice Wei that `burnToAndCall` prepays, with `dataLength` bytes for the receiver.
    function burnAndCallPrice(uint64 gasLimit, uint256 dataLength, uint256 baseFee) external pure returns (uint256) {
        return _price(gasLimit, 4 + 5 * 32 + ((dataLength + 31) / 32) * 32, baseFee);
    }

    function _mintFrom(address to, uint256 amount) private returns (uint64 srcChain) {
        (srcChain,) = _from();
        _mint(to, amount);
        emit MintedFrom(srcChain, to, amount);
    }
}
