// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ChoraleApp} from "../src/app/ChoraleApp.sol";
import {CrossSwap} from "../src/demo/CrossSwap.sol";
import {Pool} from "../src/demo/Pool.sol";
import {SharedToken} from "../src/demo/SharedToken.sol";
import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {Failing} from "./Failing.sol";
import {TwinSwap, TwinToken} from "./Twins.sol";

/// @notice Two rollups, each with two tokens, a pool of each, and the swap.
contract CrossSwapTest is Failing {
    address private constant USER = address(0xABCD);
    uint256 private constant SUPPLY = 1_000_000 ether;
    uint64 private constant GAS = 400_000;

    TwinToken[2] private tin;
    TwinToken[2] private tout;
    Pool[2] private sell;
    Pool[2] private buy;
    TwinSwap[2] private swaps;

    function setUp() public {
        deployChains();
        vm.deal(address(this), 1000 ether);
        vm.deal(USER, 10 ether);
        for (uint256 i = 0; i < 2; i++) {
            tin[i] = new TwinToken("in", address(this), SUPPLY);
            tout[i] = new TwinToken("out", address(this), SUPPLY);
            sell[i] = new Pool(tin[i]);
            buy[i] = new Pool(tout[i]);
            tin[i].approve(address(sell[i]), SUPPLY);
            tout[i].approve(address(buy[i]), SUPPLY);
            sell[i].addLiquidity{value: 100 ether}(100_000 ether);
            buy[i].addLiquidity{value: 100 ether}(300_000 ether);
            swaps[i] = new TwinSwap(sell[i], buy[i]);
        }
        for (uint256 i = 0; i < 2; i++) {
            uint64 other = i == 0 ? B : A;
            tin[i].link(other, address(tin[1 - i]));
            tout[i].link(other, address(tout[1 - i]));
            swaps[i].link(other, address(swaps[1 - i]));
        }
        tin[0].transfer(USER, 1000 ether);
        vm.prank(USER);
        tin[0].approve(address(swaps[0]), SUPPLY);
    }

    function _order(uint256 minOut, uint64 backTo, uint256 backPrepaid) private pure returns (CrossSwap.Order memory) {
        return CrossSwap.Order(USER, minOut, backTo, 60_000, backPrepaid);
    }

    function _swap(uint256 amount, CrossSwap.Order memory order) private returns (bool) {
        return bundle(A, USER, address(swaps[0]), 1 ether, abi.encodeCall(CrossSwap.swap, (B, amount, order, GAS, 7)));
    }

    function _conserved() private view {
        vm.assertEq(tin[0].totalSupply() + tin[1].totalSupply(), 2 * SUPPLY, "supply in");
        vm.assertEq(tout[0].totalSupply() + tout[1].totalSupply(), 2 * SUPPLY, "supply out");
        for (uint256 i = 0; i < 2; i++) {
            vm.assertEq(tin[i].balanceOf(address(swaps[i])), 0, "holds nothing");
            vm.assertEq(tout[i].balanceOf(address(swaps[i])), 0, "holds nothing");
            vm.assertEq(address(swaps[i]).balance, 0, "holds no ether");
        }
        vm.assertTrue(paired(), "paired");
    }

    function _quote(uint256 amount, uint256 prepaid) private view returns (uint256) {
        return buy[1].quote(true, sell[1].quote(false, amount) - prepaid);
    }

    function testSellsHereBuysThere() public {
        uint256 want = _quote(10 ether, 0);
        vm.assertTrue(_swap(10 ether, _order(want, 0, 1)), "executed");
        vm.assertEq(tout[1].balanceOf(USER), want, "bought there");
        vm.assertEq(tin[0].balanceOf(USER), 990 ether, "sold here");
        vm.assertEq(address(SYSTEM).balance, queue[0].prepaid, "prepaid");
        vm.assertEq(USER.balance, 10 ether - queue[0].prepaid, "the rest is returned");
        vm.assertEq(queue[0].prepaid, tin[0].burnAndCallPrice(GAS, 5 * 32, 7), "the price, no more");
        vm.assertEq(queue.length, 1, "one action");
        _conserved();
    }

    function testBringsItBack() public {
        uint256 want = _quote(10 ether, 1000);
        vm.assertTrue(_swap(10 ether, _order(want, A, 1000)), "executed");
        vm.assertEq(tout[0].balanceOf(USER), want, "bought here");
        vm.assertEq(tout[1].balanceOf(USER), 0, "not there");
        vm.assertEq(queue.length, 2, "there and back");
        vm.assertEq(queue[1].prepaid, 1000, "paid by the sale");
        _conserved();
    }

    function testPriceNotMetSellsNothing() public {
        uint256 want = _quote(10 ether, 0);
        vm.assertFalse(_swap(10 ether, _order(want + 1, 0, 0)), "executed");
        vm.assertFalse(_swap(10 ether, _order(want, A, 1)), "the way back costs");
        vm.assertEq(tin[0].balanceOf(USER), 1000 ether, "kept");
        vm.assertEq(USER.balance, 10 ether, "kept");
        vm.assertEq(queue.length, 0, "nothing triggered");
        _conserved();
    }

    function testFuzzBothOrNeither(uint256 seed) public {
        for (uint256 n = 0; n < 4; n++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 have = tin[0].balanceOf(USER);
            uint256 got = tout[0].balanceOf(USER) + tout[1].balanceOf(USER);
            uint256 amount = between(seed, 0, have + have / 8);
            uint64 back = (seed >> 8) % 2 == 0 ? 0 : A;
            uint256 minOut = (seed >> 16) % 3 == 0 ? amount * 3 : amount * 2;
            uint256 prepaid = (seed >> 24) % 4 == 0 ? 1000 ether : 1;
            bool ok = _swap(amount, _order(minOut, back, prepaid));
            uint256 gotNow = tout[0].balanceOf(USER) + tout[1].balanceOf(USER);
            vm.assertEq(have - tin[0].balanceOf(USER), ok ? amount : 0, "sold");
            if (ok) vm.assertLe(minOut, gotNow - got, "at the price or better");
            else vm.assertEq(gotNow, got, "nothing bought");
            _conserved();
        }
    }

    function testRefusals() public {
        CrossSwap.Order memory order = _order(0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NoPeer.selector, 903));
        vm.prank(USER);
        swaps[0].swap{value: 1}(903, 1, order, GAS, 1);
        uint256 price = tin[0].burnAndCallPrice(GAS, 5 * 32, 1);
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.PrepaymentMissing.selector, price, price - 1));
        vm.prank(USER);
        swaps[0].swap{value: price - 1}(B, 1, order, GAS, 1);
        uint256 state = vm.snapshotState();
        vm.prank(USER);
        swaps[0].swap{value: price}(B, 1, order, GAS, 1); // not a wei more is asked for
        vm.revertToState(state);
        vm.getRecordedLogs();
        vm.expectRevert(abi.encodeWithSelector(CrossSwap.NotToken.selector, USER));
        vm.prank(USER);
        swaps[0].onSharedToken(B, address(swaps[1]), 1, abi.encode(order));
        (bool ok, bytes memory answer) = address(swaps[0]).call{value: 1}("");
        vm.assertFalse(ok, "no ether but a pool's");
        vm.assertEq(answer, abi.encodeWithSelector(CrossSwap.NotPool.selector, address(this)), "not a pool");
        // Units that somebody sends by himself are not sold for him: he might name no price at all.
        vm.prank(USER);
        tin[0].burnToAndCall(B, address(swaps[1]), 1, GAS, abi.encode(order));
        collect();
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector, abi.encodeWithSelector(ChoraleApp.NotPeer.selector, A, USER)
            )
        );
        this.forwardAct(0);
    }

    function forwardAct(uint256 i) external {
        act(queue[i]);
    }

    function testTooLittleOfTheSaleForTheWayBack() public {
        CrossSwap.Order memory order = _order(0, A, 1 ether);
        vm.prank(USER);
        swaps[0].swap{value: 1 ether}(B, 1 ether, order, GAS, 1);
        collect();
        uint256 eth = sell[1].quote(false, 1 ether);
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector,
                abi.encodeWithSelector(ChoraleApp.PrepaymentMissing.selector, 1 ether, eth)
            )
        );
        this.forwardAct(0);
    }
}
