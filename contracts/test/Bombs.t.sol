// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ChoraleApp} from "../src/app/ChoraleApp.sol";
import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {TwoChains} from "./TwoChains.sol";

/// @dev Triggers as much as it is told to, and again whenever its peer calls it.
contract Bomb is ChoraleApp {
    uint256 public blasts;

    function link(uint64 chainId, address peer) external {
        _setPeer(chainId, peer);
    }

    /// @notice `width` calls of the peer, each of which makes as many again, `depth` times over.
    function light(uint64 dstChain, uint256 width, uint256 depth, uint64 gasLimit, uint256 size) external {
        _light(dstChain, width, depth, gasLimit, size);
    }

    function blast(uint256 width, uint256 depth, uint64 gasLimit, bytes calldata filler) external onlyPeer {
        blasts++;
        (uint64 srcChain,) = _from();
        if (depth > 0) _light(srcChain, width, depth, gasLimit, filler.length);
    }

    function _light(uint64 dstChain, uint256 width, uint256 depth, uint64 gasLimit, uint256 size) private {
        blasts++;
        bytes memory call = abi.encodeCall(this.blast, (width, depth - 1, gasLimit, new bytes(size)));
        for (uint256 i = 0; i < width; i++) {
            _callPeer(dstChain, gasLimit, call, 0);
        }
    }
}

/// @notice What bombs of triggers do to contracts: what ChoraleSystem refuses by itself, what each trigger costs whoever
/// makes it, and that nothing stays of a bundle that a builder refuses half-way, whichever of its bounds it hit.
contract BombsTest is TwoChains {
    uint256 private constant DEPTH = 4;
    uint256 private constant COUNT = 16;
    uint256 private constant CLASS = 4_000_000;

    Bomb private a;
    Bomb private b;
    mapping(uint256 item => uint256) private generation;

    error TriggerRefused();
    error GasClassExceeded();

    function setUp() public {
        deployChains();
        a = new Bomb();
        b = new Bomb();
        a.link(B, address(b));
        b.link(A, address(a));
    }

    /// @dev A builder with bounds, as the network's has: generations, triggers, and gas of the actions.
    function bounded(uint256 width, uint256 depth, uint64 gasLimit, uint256 size) external returns (uint256 done) {
        a.light(B, width, depth, gasLimit, size);
        collect();
        uint256 gas = 0;
        for (uint256 i = 0; i < queue.length; i++) {
            if (generation[i] >= DEPTH || queue.length > COUNT) revert TriggerRefused();
            gas += queue[i].gasLimit;
            if (gas > CLASS) revert GasClassExceeded();
            act(queue[i]);
            uint256 before = queue.length;
            collect();
            for (uint256 j = before; j < queue.length; j++) {
                generation[j] = generation[i] + 1;
            }
            done++;
        }
    }

    function _refused(bytes memory why, uint256 width, uint256 depth, uint64 gasLimit, uint256 size) private {
        vm.expectRevert(why);
        this.bounded(width, depth, gasLimit, size);
        _untouched();
    }

    function _untouched() private {
        on(A);
        vm.getRecordedLogs();
        vm.assertEq(a.blasts() + b.blasts(), 0, "state");
        vm.assertEq(queue.length, 0, "queue");
        (bytes32 root, uint64 count) = SYSTEM.trig(B);
        vm.assertEq(root, 0, "root");
        vm.assertEq(count, 0, "count");
        vm.assertTrue(paired(), "paired");
    }

    function testRefusedBombsLeaveNothing() public {
        _refused(abi.encodeWithSelector(TriggerRefused.selector), COUNT + 1, 1, 100_000, 0);
        _refused(abi.encodeWithSelector(TriggerRefused.selector), 1, DEPTH + 1, 200_000, 0);
        _refused(abi.encodeWithSelector(TriggerRefused.selector), 3, DEPTH, 300_000, 0); // a tree: 3 + 9 + 27 + 81
        _refused(abi.encodeWithSelector(GasClassExceeded.selector), 5, 1, 1_000_000, 0);
        _refused(abi.encodeWithSelector(ChoraleSystem.GasLimitOutOfRange.selector, 10_000_001), 1, 1, 10_000_001, 0);
        _refused(abi.encodeWithSelector(ChoraleSystem.GasLimitOutOfRange.selector, 0), 1, 1, 0, 0);
        _refused(abi.encodeWithSelector(ChoraleSystem.DataTooLong.selector, 4 + 5 * 32 + 16_384), 1, 1, 100_000, 16_384);
    }

    function testAsMuchAsThereMayBe() public {
        uint256 state = vm.snapshotState();
        vm.assertEq(this.bounded(COUNT, 1, 100_000, 0), COUNT, "number");
        vm.assertTrue(paired(), "paired");
        vm.revertToState(state);
        on(A);
        vm.assertEq(this.bounded(1, DEPTH, 300_000, 0), DEPTH, "depth");
        vm.assertTrue(paired(), "paired");
        vm.revertToState(state);
        on(A);
        vm.assertEq(this.bounded(2, 3, 250_000, 64), 2 + 4 + 8, "a tree");
        vm.assertTrue(paired(), "paired");
    }

    // The cheapest trigger still costs so much gas that a block of 30 million holds few of them, and each byte of data
    // costs at least what a log's does.
    function testTriggersCost() public {
        SYSTEM.trigger(B, address(b), 1, ""); // the pair is warm
        uint256 before = gasleft();
        SYSTEM.trigger(B, address(b), 1, "");
        uint256 small = before - gasleft();
        bytes memory data = new bytes(16_384);
        before = gasleft();
        SYSTEM.trigger(B, address(b), 1, data);
        uint256 large = before - gasleft();
        emit log_named_uint("cheapest trigger", small);
        emit log_named_uint("trigger with the most data", large);
        vm.assertGt(small, 3000, "cheapest");
        vm.assertGt(large, small + 8 * 16_384, "largest");
    }

    // A trigger that is undone with the call that made it is none.
    function testCaughtTriggersAreNone() public {
        try this.lightAndFail() {
            vm.assertTrue(false, "did not fail");
        } catch {}
        _untouched(); // forge records the logs of what was undone, too; a receipt has none
    }

    function lightAndFail() external {
        a.light(B, 3, 1, 100_000, 0);
        revert TriggerRefused();
    }
}
