// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ChoraleApp} from "../app/ChoraleApp.sol";
import {Pool} from "./Pool.sol";
import {ISharedTokenReceiver, SharedToken} from "./SharedToken.sol";

/// @title CrossSwap
/// @notice Sells a token of this rollup for another token in the pools of another rollup: in one slot, at the price
/// asked for, or not at all. What was bought stays there, or comes back.
/// @dev Sells through two pools that trade ether, one of what comes in and one of what goes out. Holds nothing between
/// actions. The way back is paid with ether of the sale, so that the contract needs no purse on any rollup.
contract CrossSwap is ChoraleApp, ISharedTokenReceiver {
    using SafeERC20 for IERC20;

    /// @notice What is to be bought, and where it goes.
    struct Order {
        address to; // who gets what was bought
        uint256 minOut; // least units bought, or nothing is sold
        uint64 backTo; // rollup where `to` gets them; 0: the rollup of the pools
        uint64 backGas; // gas for the minting there
        uint256 backPrepaid; // wei of the sale that prepay it
    }

    /// @notice Token sold, and the pools that it is sold in and that the other is bought from. Of the same addresses
    /// on each rollup.
    SharedToken public immutable TOKEN_IN;
    SharedToken public immutable TOKEN_OUT;
    Pool public immutable SELL;
    Pool public immutable BUY;

    event Sent(uint64 indexed dstChain, address indexed from, uint256 amountIn);
    event Swapped(uint64 indexed srcChain, address indexed to, uint256 amountIn, uint256 amountOut);

    error NotToken(address caller);
    error NotPool(address caller);

    constructor(Pool sell, Pool buy, uint64[] memory chainIds) {
        SELL = sell;
        BUY = buy;
        TOKEN_IN = SharedToken(address(sell.TOKEN()));
        TOKEN_OUT = SharedToken(address(buy.TOKEN()));
        _setPeersHere(chainIds);
    }

    /// @notice Ether of a sale, on its way from one pool to the other.
    receive() external payable {
        if (msg.sender != address(SELL)) revert NotPool(msg.sender);
    }

    /// @notice Sells `amountIn` approved units in the pools of `dstChain`.
    /// @param gasLimit gas for all that happens there; 400,000 is enough.
    /// @param baseFee most wei per gas that the destination may ask; prepaid out of the value, the rest is returned.
    function swap(uint64 dstChain, uint256 amountIn, Order calldata order, uint64 gasLimit, uint256 baseFee)
        external
        payable
        returns (uint64 nonce)
    {
        address peer = peerOf[dstChain];
        if (peer == address(0)) revert NoPeer(dstChain);
        bytes memory data = abi.encode(order);
        uint256 price = TOKEN_IN.burnAndCallPrice(gasLimit, data.length, baseFee);
        if (msg.value < price) revert PrepaymentMissing(price, msg.value);
        emit Sent(dstChain, msg.sender, amountIn);
        IERC20(TOKEN_IN).safeTransferFrom(msg.sender, address(this), amountIn);
        nonce = TOKEN_IN.burnToAndCall{value: price}(dstChain, peer, amountIn, gasLimit, data);
        _pay(msg.sender, msg.value - price);
    }

    /// @notice The other half: called by the token that a peer burnt on another rollup and that was minted here.
    function onSharedToken(uint64 srcChain, address from, uint256 amount, bytes calldata data)
        external
        returns (bytes4)
    {
        if (msg.sender != address(TOKEN_IN)) revert NotToken(msg.sender);
        if (from != peerOf[srcChain]) revert NotPeer(srcChain, from);
        Order memory order = abi.decode(data, (Order));
        IERC20(TOKEN_IN).forceApprove(address(SELL), amount);
        uint256 eth = SELL.swapTokenForEth(amount, 0);
        if (order.backTo == 0) order.backPrepaid = 0;
        if (order.backPrepaid > eth) revert PrepaymentMissing(order.backPrepaid, eth);
        uint256 out = BUY.swapEthForToken{value: eth - order.backPrepaid}(order.minOut);
        emit Swapped(srcChain, order.to, amount, out);
        if (order.backTo == 0) {
            IERC20(TOKEN_OUT).safeTransfer(order.to, out);
        } else {
            TOKEN_OUT.burnTo{value: order.backPrepaid}(order.backTo, order.to, out, order.backGas);
        }
        return this.onSharedToken.selector;
    }
}
