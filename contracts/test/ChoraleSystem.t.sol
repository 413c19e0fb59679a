// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {TwoChains} from "./TwoChains.sol";

/// @dev A target that records what it saw, or fails as it was told to.
contract Target {
    ChoraleSystem private constant SYSTEM = ChoraleSystem(0x4300000000000000000000000000000000000001);

    address public caller;
    address public sender;
    uint64 public source;
    uint256 public gasSeen;
    bytes public data;

    function hear(bytes calldata data_) external {
        gasSeen = gasleft();
        caller = msg.sender;
        sender = SYSTEM.crossChainSender();
        source = SYSTEM.crossChainSource();
        data = data_;
    }

    function refuse() external pure {
        revert("refused");
    }

    function refuseAtLength() external pure {
        assembly {
            revert(0x1000, 100000)
        }
    }

    function burn() external pure {
        while (true) {}
    }

    function again(uint64 dst, uint64 gasLimit) external payable {
        SYSTEM.trigger{value: msg.value}(dst, address(this), gasLimit, "");
    }

    fallback() external {}
}

contract ChoraleSystemTest is TwoChains {
    bytes32 private constant DOMAIN = keccak256("chorale trigger v1");
    address private account;
    Target private target;

    function setUp() public {
        deployChains();
        account = SYSTEM.SYSTEM_ACCOUNT();
        target = new Target();
        vm.deal(address(this), 100 ether);
    }

    function testConstants() public view {
        vm.assertEq(account, vm.addr(uint256(keccak256("chorale system account"))), "system account");
        vm.assertEq(SYSTEM.DOMAIN(), DOMAIN, "domain");
    }

    function testTrigger() public {
        bytes32 leaf = keccak256(
            abi.encode(DOMAIN, A, B, uint64(0), address(this), address(target), uint64(5000), keccak256("data"))
        );
        vm.expectEmit(true, true, true, true, address(SYSTEM));
        emit ChoraleSystem.Triggered(B, 0, address(this), address(target), 5000, "data", 7);
        uint64 nonce = SYSTEM.trigger{value: 7}(B, address(target), 5000, "data");
        vm.assertEq(nonce, 0, "nonce");
        (bytes32 root, uint64 count) = SYSTEM.trig(B);
        vm.assertEq(root, keccak256(abi.encode(bytes32(0), leaf)), "root");
        vm.assertEq(count, 1, "count");
        vm.assertEq(address(SYSTEM).balance, 7, "prepaid stays");
        // Where Go reads them: slot keccak256(chain, 0) and the one after.
        bytes32 at_ = keccak256(abi.encode(uint256(B), uint256(0)));
        vm.assertEq(vm.load(address(SYSTEM), at_), root, "slot of the root");
        vm.assertEq(uint256(vm.load(address(SYSTEM), bytes32(uint256(at_) + 1))), 1, "slot of the count");
        vm.assertEq(SYSTEM.trigger(B, address(target), 5000, "data"), 1, "next nonce");
        leaf = keccak256(
            abi.encode(DOMAIN, A, B, uint64(1), address(this), address(target), uint64(5000), keccak256("data"))
        );
        (bytes32 next,) = SYSTEM.trig(B);
        vm.assertEq(next, keccak256(abi.encode(root, leaf)), "the next nonce is in the next leaf");
        vm.assertEq(SYSTEM.trigger(903, address(target), 5000, "data"), 0, "another pair");
    }

    function testTriggerRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.SameChain.selector, A));
        SYSTEM.trigger(A, address(target), 1, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.GasLimitOutOfRange.selector, 0));
        SYSTEM.trigger(B, address(target), 0, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.GasLimitOutOfRange.selector, 10_000_001));
        SYSTEM.trigger(B, address(target), 10_000_001, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.DataTooLong.selector, 16_385));
        SYSTEM.trigger(B, address(target), 1, new bytes(16_385));
        vm.expectRevert(ChoraleSystem.TargetIsSystem.selector);
        SYSTEM.trigger(B, address(SYSTEM), 1, "");
        SYSTEM.trigger(B, address(target), 10_000_000, new bytes(16_384));
    }

    function testAction() public {
        SYSTEM.trigger(B, address(target), 200_000, abi.encodeCall(target.hear, ("hello")));
        collect();
        on(B);
        vm.expectEmit(true, true, true, true, address(SYSTEM));
        emit ChoraleSystem.Acted(A, 0, address(this), address(target), 200_000, queue[0].data);
        vm.prank(account);
        SYSTEM.action(A, 0, address(this), address(target), 200_000, queue[0].data);
        vm.assertEq(target.caller(), address(SYSTEM), "caller");
        vm.assertEq(target.sender(), address(this), "crossChainSender");
        vm.assertEq(target.source(), A, "crossChainSource");
        vm.assertEq(target.data(), "hello", "data");
        vm.assertTrue(paired(), "paired");
        vm.expectRevert(ChoraleSystem.NotInAction.selector);
        SYSTEM.crossChainSender();
        vm.expectRevert(ChoraleSystem.NotInAction.selector);
        SYSTEM.crossChainSource();
    }

    function testFuzzOnlyTheSystemAccountActs(address caller) public {
        vm.assume(caller != account);
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.NotSystemAccount.selector, caller));
        vm.prank(caller);
        SYSTEM.action(B, 0, address(this), address(target), 1, "");
    }

    function testActionRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.SameChain.selector, A));
        vm.prank(account);
        SYSTEM.action(A, 0, address(this), address(target), 1, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.GasLimitOutOfRange.selector, 0));
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 0, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.GasLimitOutOfRange.selector, 10_000_001));
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 10_000_001, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.DataTooLong.selector, 16_385));
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 1, new bytes(16_385));
        vm.expectRevert(ChoraleSystem.TargetIsSystem.selector);
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(SYSTEM), 1, "");
        uint256 state = vm.snapshotState();
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 10_000_000, new bytes(16_384)); // as a trigger may
        vm.revertToState(state);
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.NonceMismatch.selector, 0, 1));
        vm.prank(account);
        SYSTEM.action(B, 1, address(this), address(target), 1, "");
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 1000, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.NonceMismatch.selector, 1, 0));
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 1000, "");
    }

    // A failing target takes the leaf with it, and its reason is told, the first KiB of it.
    function testActionRevertsWhole() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector, abi.encodeWithSignature("Error(string)", "refused")
            )
        );
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 100_000, abi.encodeCall(target.refuse, ()));
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.ActionReverted.selector, new bytes(1024)));
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 100_000, abi.encodeCall(target.refuseAtLength, ()));
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.ActionReverted.selector, ""));
        vm.prank(account);
        SYSTEM.action(B, 0, address(this), address(target), 100_000, abi.encodeCall(target.burn, ()));
        (bytes32 root, uint64 count) = SYSTEM.act(B);
        vm.assertEq(root, 0, "root");
        vm.assertEq(count, 0, "count");
    }

    // The target gets its gas or the action does not happen: whoever sends the transaction cannot make a target fail
    // that would have succeeded, nor the wrapper run out after a target that spent all of its own.
    function testFuzzGas(uint256 gasGiven, uint64 gasLimit, bool burn) public {
        gasLimit = uint64(between(gasLimit, 60_000, 1_000_000));
        gasGiven = between(gasGiven, 0, 1_500_000);
        bytes memory call = abi.encodeCall(
            SYSTEM.action,
            (
                B,
                0,
                address(this),
                address(target),
                gasLimit,
                burn ? abi.encodeCall(target.burn, ()) : abi.encodeCall(target.hear, (""))
            )
        );
        vm.prank(account);
        (bool ok, bytes memory answer) = address(SYSTEM).call{gas: gasGiven}(call);
        if (ok) {
            vm.assertFalse(burn, "burnt and succeeded");
            // What it saw is its limit, but for the few instructions before it looked.
            vm.assertLe(target.gasSeen(), gasLimit, "more than its limit");
            vm.assertGt(target.gasSeen() + 1000, gasLimit, "less than its limit");
        } else if (answer.length != 0) {
            bytes4 why = bytes4(answer);
            vm.assertTrue(
                why == ChoraleSystem.InsufficientGas.selector
                    || (why == ChoraleSystem.ActionReverted.selector && (burn || gasLimit < 150_000)),
                "why"
            );
        }
        // Without an answer it ran out before the call, or by the target's leave never.
        if (gasGiven > uint256(gasLimit) * 64 / 63 + 100_000) {
            vm.assertTrue(ok || answer.length != 0, "ran out after the call");
        }
    }

    // Gas of which the target would get less than its limit, since the EVM holds back a 64th (EIP-150), is refused.
    function testGasHeldBack() public {
        uint64 gasLimit = SYSTEM.MAX_GAS_LIMIT();
        uint256 enough = uint256(gasLimit) * 64 / 63;
        for (uint256 given = gasLimit + 50_000; given < enough; given += 10_000) {
            bytes memory call =
                abi.encodeCall(SYSTEM.action, (B, 0, address(this), address(target), gasLimit, bytes("")));
            vm.prank(account);
            (bool ok, bytes memory answer) = address(SYSTEM).call{gas: given}(call);
            vm.assertFalse(ok, "too little");
            vm.assertEq(bytes4(answer), ChoraleSystem.InsufficientGas.selector, "why");
        }
    }

    // Any sequence of triggers both ways, drained at any time: the accumulators are equal whenever all is drained,
    // and never while something is not.
    function testFuzzAccumulators(uint256 seed) public {
        for (uint256 i = 0; i < 24; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            on(seed % 2 == 0 ? A : B);
            SYSTEM.trigger(
                seed % 2 == 0 ? B : A,
                address(target),
                300_000,
                seed % 5 == 0
                    ? abi.encodeCall(target.again, (seed % 2 == 0 ? A : B, 300_000))
                    : abi.encodeCall(target.hear, (abi.encode(seed)))
            );
            collect();
            vm.assertFalse(paired(), "something is left");
            if (seed % 3 == 0) {
                drain();
                vm.assertTrue(paired(), "all is drained");
            }
        }
        drain();
        vm.assertTrue(paired(), "all is drained");
    }

    // An action that differs from its trigger in anything leaves another leaf.
    function testFuzzAnyOtherActionIsSeen(uint8 field, uint256 change) public {
        SYSTEM.trigger(B, address(target), 300_000, abi.encodeCall(target.hear, ("x")));
        collect();
        Trigger memory t = queue[0];
        field %= 3;
        if (field == 0) t.sender = address(uint160(uint256(keccak256(abi.encode(change)))));
        else if (field == 1) t.gasLimit = uint64(between(change, 150_000, 299_999));
        else t.data = abi.encodeCall(target.hear, (abi.encode(change)));
        act(t);
        vm.assertFalse(paired(), "seen");
    }
}
