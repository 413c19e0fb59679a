// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ActionGas} from "../src/app/ActionGas.sol";
import {ChoraleApp} from "../src/app/ChoraleApp.sol";
import {LimitOrders} from "../src/demo/LimitOrders.sol";
import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {Failing} from "./Failing.sol";
import {TwinOrders, TwinToken} from "./Twins.sol";

/// @dev Keeps one unit of each transfer.
contract Keeping is ERC20 {
    constructor(address holder) ERC20("K", "K") {
        _mint(holder, 1000);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0) && to != address(0xFEE)) super._update(to, address(0xFEE), 1);
    }
}

/// @notice Orders are placed on A and paid on B.
contract LimitOrdersTest is Failing {
    address private constant MAKER = address(0xAAAA);
    address private constant TAKER = address(0xBBBB);
    address private constant PAYEE = address(0xCCCC);
    uint64 private constant GAS = 100_000;

    TwinToken private sold; // on A
    TwinToken private paid; // on B
    TwinOrders private here;
    TwinOrders private there;

    function setUp() public {
        deployChains();
        vm.warp(1000);
        sold = new TwinToken("S", MAKER, 10_000);
        paid = new TwinToken("P", TAKER, 10_000);
        here = new TwinOrders();
        there = new TwinOrders();
        here.link(B, address(there));
        there.link(A, address(here));
        vm.prank(MAKER);
        sold.approve(address(here), type(uint256).max);
        vm.prank(TAKER);
        paid.approve(address(there), type(uint256).max);
    }

    function _order(uint256 sellAmount, uint256 payAmount) private view returns (LimitOrders.Order memory) {
        return LimitOrders.Order(0, MAKER, sold, sellAmount, B, paid, payAmount, PAYEE, 2000);
    }

    function _place(uint256 sellAmount, uint256 payAmount) private returns (LimitOrders.Order memory order) {
        order = _order(sellAmount, payAmount);
        order.number = here.placed();
        vm.prank(MAKER);
        bytes32 id = here.place(order);
        vm.assertEq(id, here.idOf(order), "id");
        vm.getRecordedLogs();
    }

    function _fill(LimitOrders.Order memory order, uint256 takes, uint256 pays) private returns (bool ok) {
        ok = bundle(B, TAKER, address(there), 0, abi.encodeCall(there.fill, (A, order, takes, pays, TAKER, GAS)));
        on(A);
    }

    function testFill() public {
        LimitOrders.Order memory order = _place(100, 250);
        vm.assertEq(sold.balanceOf(address(here)), 100, "held");
        vm.assertTrue(_fill(order, 40, 100), "a part of it, at the limit");
        vm.assertEq(sold.balanceOf(TAKER), 40, "taken");
        vm.assertEq(paid.balanceOf(PAYEE), 100, "paid");
        vm.assertEq(here.remaining(here.idOf(order)), 60, "left");
        vm.assertTrue(_fill(order, 60, 151), "the rest, at a better price");
        vm.assertEq(sold.balanceOf(TAKER), 100, "taken");
        vm.assertEq(paid.balanceOf(PAYEE), 251, "paid");
        vm.assertEq(here.remaining(here.idOf(order)), 0, "left");
        vm.assertTrue(paired(), "paired");
    }

    function _refuse(LimitOrders.Order memory order, uint256 takes, uint256 pays, bytes memory why) private {
        uint256 state = vm.snapshotState();
        on(B);
        vm.prank(TAKER);
        there.fill(A, order, takes, pays, TAKER, GAS);
        collect();
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.ActionReverted.selector, why));
        this.forwardAct(queue.length - 1);
        vm.revertToState(state);
        vm.assertFalse(_fill(order, takes, pays), "executed");
        vm.assertEq(paid.balanceOf(PAYEE), 0, "paid");
        vm.assertEq(paid.balanceOf(TAKER), 10_000, "kept");
        vm.assertEq(sold.balanceOf(TAKER), 0, "taken");
        vm.assertTrue(paired(), "paired");
    }

    function forwardAct(uint256 i) external {
        act(queue[i]);
    }

    function testNeitherSide() public {
        LimitOrders.Order memory order = _place(100, 250);
        _refuse(order, 100, 249, abi.encodeWithSelector(LimitOrders.BelowLimit.selector, 249, 250));
        _refuse(order, 1, 2, abi.encodeWithSelector(LimitOrders.BelowLimit.selector, 2, 3)); // rounded up
        _refuse(order, 0, 1, abi.encodeWithSelector(LimitOrders.NothingTaken.selector));
        _refuse(order, 101, 300, abi.encodeWithSelector(LimitOrders.NotEnoughLeft.selector, 101, 100));
        LimitOrders.Order memory other = order;
        // An order with any other term was never placed.
        other.payAmount = 1;
        _refuse(other, 100, 1, abi.encodeWithSelector(LimitOrders.NotEnoughLeft.selector, 100, 0));
        order.payAmount = 250;
        vm.warp(2001);
        _refuse(order, 100, 250, abi.encodeWithSelector(LimitOrders.Expired.selector, 2000));
        vm.warp(2000);
        vm.assertTrue(_fill(order, 100, 250), "in the last second");
    }

    function testReplay() public {
        LimitOrders.Order memory order = _place(100, 250);
        vm.assertTrue(_fill(order, 100, 250), "executed");
        // The same action again is none: its number is used up. The same fill again finds nothing left.
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.NonceMismatch.selector, 1, 0));
        this.forwardAct(0);
        on(A);
        vm.assertFalse(_fill(order, 100, 250), "twice");
        // Nor does one who calls settle by himself, here or from another rollup.
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NotSystem.selector, TAKER));
        vm.prank(TAKER);
        here.settle(order, 1, 10, TAKER);
        bytes memory call = abi.encodeCall(here.settle, (order, 1, 10, TAKER));
        on(B);
        vm.prank(TAKER);
        SYSTEM.trigger(A, address(here), GAS, call);
        collect();
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector, abi.encodeWithSelector(ChoraleApp.NotPeer.selector, B, TAKER)
            )
        );
        this.forwardAct(queue.length - 1);
        vm.assertEq(paid.balanceOf(PAYEE), 250, "paid once");
    }

    // An order paid on B is not settled by a peer that stands elsewhere, although that is trusted too.
    function testSettledByTheRollupThatWasPaid() public {
        LimitOrders.Order memory order = _place(100, 250);
        here.link(903, address(there));
        on(903);
        vm.expectRevert(abi.encodeWithSelector(LimitOrders.WrongRollup.selector, B, 903));
        vm.prank(TAKER);
        there.fill(A, order, 1, 10, TAKER, GAS);
        vm.prank(address(there));
        SYSTEM.trigger(A, address(here), GAS, abi.encodeCall(here.settle, (order, 1, 10, TAKER)));
        collect();
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector, abi.encodeWithSelector(LimitOrders.WrongRollup.selector, B, 903)
            )
        );
        this.forwardAct(queue.length - 1);
    }

    function testCancel() public {
        LimitOrders.Order memory order = _place(100, 250);
        vm.assertTrue(_fill(order, 40, 100), "executed");
        vm.expectRevert(abi.encodeWithSelector(LimitOrders.NotMaker.selector, TAKER));
        vm.prank(TAKER);
        here.cancel(order);
        vm.prank(MAKER);
        here.cancel(order);
        vm.assertEq(sold.balanceOf(MAKER), 10_000 - 40, "returned");
        vm.assertEq(sold.balanceOf(address(here)), 0, "nothing held");
        vm.expectRevert(LimitOrders.NothingForSale.selector);
        vm.prank(MAKER);
        here.cancel(order);
        vm.assertFalse(_fill(order, 1, 10), "cancelled");
    }

    // Whatever an order says of its maker and number: it is its sender's, and no two are one.
    function testPlaceFillsIn() public {
        LimitOrders.Order memory order = _order(10, 25);
        order.maker = TAKER;
        order.number = 7;
        vm.prank(MAKER);
        bytes32 first = here.place(order);
        vm.prank(MAKER);
        bytes32 second = here.place(order);
        vm.assertTrue(first != second, "two orders");
        (order.maker, order.number) = (MAKER, 0);
        vm.assertEq(first, here.idOf(order), "the first");
        vm.prank(MAKER);
        here.cancel(order);
        order.number = 1;
        vm.assertEq(second, here.idOf(order), "the second");
        vm.assertEq(here.remaining(second), 10, "stands");
        vm.assertEq(sold.balanceOf(address(here)), 10, "held");
    }

    function testPlaceRefusals() public {
        LimitOrders.Order memory order = _order(0, 1);
        vm.expectRevert(LimitOrders.NothingForSale.selector);
        here.place(order);
        order = _order(1, 1);
        order.payChain = 903;
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NoPeer.selector, 903));
        here.place(order);
        order = _order(10, 1);
        order.sell = IERC20(address(new Keeping(MAKER)));
        vm.prank(MAKER);
        order.sell.approve(address(here), 100);
        vm.expectRevert(abi.encodeWithSelector(LimitOrders.WrongAmountReceived.selector, 10, 9));
        vm.prank(MAKER);
        here.place(order);
        vm.assertEq(here.placed(), 0, "placed");
        // A maker signs for himself alone.
        order = _order(10, 1);
        vm.prank(TAKER);
        vm.expectRevert();
        here.place(order);
    }

    function testPrice() public {
        LimitOrders.Order memory order = _place(100, 250);
        on(B);
        vm.prank(TAKER);
        there.fill(A, order, 1, 3, TAKER, GAS);
        collect();
        vm.assertEq(there.fillPrice(GAS, 3), 3 * ActionGas.needed(GAS, queue[queue.length - 1].data.length), "price");
    }

    // Whatever is tried: what was taken was paid for at the limit or better, and what is held is what remains.
    function testFuzzBothOrNeither(uint256 seed) public {
        LimitOrders.Order memory order = _place(between(seed, 1, 500), between(seed >> 64, 0, 500));
        for (uint256 n = 0; n < 6; n++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 takes = between(seed, 0, order.sellAmount / 2 + 2);
            uint256 pays = (takes * order.payAmount) / order.sellAmount + between(seed >> 64, 0, 2);
            uint256 tookBefore = sold.balanceOf(TAKER);
            uint256 paidBefore = paid.balanceOf(PAYEE);
            if ((seed >> 128) % 8 == 0) {
                vm.prank(MAKER);
                try here.cancel(order) {} catch {}
            }
            bool ok = _fill(order, takes, pays);
            uint256 took = sold.balanceOf(TAKER) - tookBefore;
            vm.assertEq(took, ok ? takes : 0, "taken");
            vm.assertEq(paid.balanceOf(PAYEE) - paidBefore, ok ? pays : 0, "paid");
            if (ok) vm.assertLe(took * order.payAmount, pays * order.sellAmount, "limit");
            vm.assertEq(sold.balanceOf(address(here)), here.remaining(here.idOf(order)), "held");
            vm.assertTrue(paired(), "paired");
        }
    }
}
