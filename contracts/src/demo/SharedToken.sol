// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ChoraleSystem} from "../rollup/ChoraleSystem.sol";

/// @title SharedToken
/// @notice An ERC-20 whose units move between rollups: burnt on one and minted on another, both or neither, in one
/// slot. Its peer on each other rollup is the contract at the same address.
contract SharedToken is ERC20 {
    ChoraleSystem public constant SYSTEM = ChoraleSystem(0x4300000000000000000000000000000000000001);

    event BurntTo(uint64 indexed dstChain, address indexed from, address indexed to, uint256 amount, uint64 nonce);
    event MintedFrom(uint64 indexed srcChain, address indexed to, uint256 amount);

    error NotSystem(address caller);
    error NotPeer(uint64 srcChain, address sender);

    /// @param holder who gets the first `supply` units (1e-18 of a token each) on this rollup.
    constructor(string memory name, string memory symbol, address holder, uint256 supply) ERC20(name, symbol) {
        _mint(holder, supply);
    }

    /// @notice Burns `amount` of the caller's units here and mints them to `to` on `dstChain` in the same slot.
    /// @param gasLimit gas for `mintFrom` there; 60,000 is enough for a fresh account.
    /// @dev The value (wei) prepays the destination's gas.
    function burnTo(uint64 dstChain, address to, uint256 amount, uint64 gasLimit)
        external
        payable
        returns (uint64 nonce)
    {
        _burn(msg.sender, amount);
        nonce = SYSTEM.trigger{value: msg.value}(
            dstChain, address(this), gasLimit, abi.encodeCall(this.mintFrom, (to, amount))
        );
        emit BurntTo(dstChain, msg.sender, to, amount, nonce);
    }

    /// @notice The other half: called by an action that this token triggered on another rollup, by nobody else.
    function mintFrom(address to, uint256 amount) external {
        if (msg.sender != address(SYSTEM)) revert NotSystem(msg.sender);
        uint64 srcChain = SYSTEM.crossChainSource();
        address sender = SYSTEM.crossChainSender();
        if (sender != address(this)) revert NotPeer(srcChain, sender);
        _mint(to, amount);
        emit MintedFrom(srcChain, to, amount);
    }
}
