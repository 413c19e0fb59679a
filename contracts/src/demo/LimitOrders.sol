// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ChoraleApp} from "../app/ChoraleApp.sol";

/// @title LimitOrders
/// @notice Sells tokens of one rollup for tokens of another, at a price or better. The maker places an order here; a
/// taker pays the maker there; the payment calls this contract, which hands the tokens over. Both or neither.
/// @dev Why a fill cannot happen by halves, twice or below the limit: `settle` takes only the peer's calls, so the
/// payment it is told of was made in this slot, in a bundle that fails whole if `settle` reverts; each call is one
/// action and takes away from what remains; and the price is checked here, against the order that was placed here.
/// Tokens that keep a fee or that change balances are not for this contract: `place` refuses them where they are sold,
/// and where they are paid the maker gets less than was paid.
contract LimitOrders is ChoraleApp {
    using SafeERC20 for IERC20;

    /// @notice What is sold, and for what. Its id is its hash, so that only the id is stored.
    struct Order {
        uint256 number; // given by `place`, so that no two orders are equal
        address maker; // gets back what is cancelled
        IERC20 sell; // sold here
        uint256 sellAmount;
        uint64 payChain; // rollup where it is paid
        IERC20 pay; // paid there
        uint256 payAmount; // for all of sellAmount; for a part of it that part, rounded up
        address payee; // who is paid there
        uint64 deadline; // s, the last second in which it may be filled
    }

    /// @notice How many orders were placed here.
    uint256 public placed;
    /// @notice Units of an order that are still for sale; they are held here.
    mapping(bytes32 id => uint256) public remaining;

    event Placed(bytes32 indexed id, Order order);
    event Cancelled(bytes32 indexed id, uint256 returned);
    event Paid(uint64 indexed makerChain, address indexed taker, uint256 number, uint256 takes, uint256 pays);
    event Filled(bytes32 indexed id, address indexed taker, uint256 takes, uint256 pays);

    error NothingForSale();
    error NothingTaken();
    error NotMaker(address caller);
    error WrongRollup(uint64 want, uint64 got);
    error Expired(uint64 deadline);
    error BelowLimit(uint256 pays, uint256 least);
    error NotEnoughLeft(uint256 takes, uint256 left);
    error WrongAmountReceived(uint256 want, uint256 got);

    constructor(uint64[] memory chainIds) {
        _setPeersHere(chainIds);
    }

    /// @notice Puts approved tokens up for sale. The order's maker and number are filled in.
    function place(Order memory order) external returns (bytes32 id) {
        if (order.sellAmount == 0) revert NothingForSale();
        if (peerOf[order.payChain] == address(0)) revert NoPeer(order.payChain);
        order.maker = msg.sender;
        order.number = placed++;
        id = idOf(order);
        remaining[id] = order.sellAmount;
        emit Placed(id, order);
        uint256 before = order.sell.balanceOf(address(this));
        order.sell.safeTransferFrom(msg.sender, address(this), order.sellAmount);
        uint256 got = order.sell.balanceOf(address(this)) - before;
        if (got != order.sellAmount) revert WrongAmountReceived(order.sellAmount, got);
    }

    /// @notice Takes back what is not sold.
    function cancel(Order calldata order) external {
        if (msg.sender != order.maker) revert NotMaker(msg.sender);
        bytes32 id = idOf(order);
        uint256 left = remaining[id];
        if (left == 0) revert NothingForSale();
        remaining[id] = 0;
        emit Cancelled(id, left);
        order.sell.safeTransfer(msg.sender, left);
    }

    /// @notice Pays `pays` approved units to the order's payee here, and takes `takes` units on `makerChain`.
    /// @param taker who gets them there.
    /// @param gasLimit gas for `settle` there; 100,000 is enough for most tokens.
    /// @dev The value (wei) prepays it; `fillPrice` says what is enough.
    function fill(uint64 makerChain, Order calldata order, uint256 takes, uint256 pays, address taker, uint64 gasLimit)
        external
        payable
        returns (uint64 nonce)
    {
        if (order.payChain != block.chainid) revert WrongRollup(order.payChain, uint64(block.chainid));
        emit Paid(makerChain, taker, order.number, takes, pays);
        bytes memory call = abi.encodeCall(this.settle, (order, takes, pays, taker));
        nonce = _callPeer(makerChain, gasLimit, call, msg.value);
        order.pay.safeTransferFrom(msg.sender, order.payee, pays);
    }

    /// @notice The other half: called by this contract's peer where the order was paid, by nobody else.
    function settle(Order calldata order, uint256 takes, uint256 pays, address taker) external onlyPeer {
        (uint64 srcChain,) = _from();
        if (srcChain != order.payChain) revert WrongRollup(order.payChain, srcChain);
        if (block.timestamp > order.deadline) revert Expired(order.deadline);
        if (takes == 0) revert NothingTaken();
        bytes32 id = idOf(order);
        uint256 left = remaining[id];
        if (takes > left) revert NotEnoughLeft(takes, left);
        uint256 least = Math.mulDiv(order.payAmount, takes, order.sellAmount, Math.Rounding.Ceil);
        if (pays < least) revert BelowLimit(pays, least);
        remaining[id] = left - takes;
        emit Filled(id, taker, takes, pays);
        order.sell.safeTransfer(taker, takes);
    }

    /// @notice Wei that `fill` prepays where the destination's base fee is at most `baseFee` wei per gas.
    function fillPrice(uint64 gasLimit, uint256 baseFee) external pure returns (uint256) {
        return _price(gasLimit, 4 + 12 * 32, baseFee);
    }

    /// @notice Names an order. One that was never placed has nothing remaining.
    function idOf(Order memory order) public pure returns (bytes32) {
        return keccak256(abi.encode(order));
    }
}
