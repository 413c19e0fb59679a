// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Inbox} from "../src/Inbox.sol";
import {Posting} from "../src/Posting.sol";
import {Network} from "./Network.sol";

/// @notice What transactions cost, in gas, intrinsic gas and calldata included (Prague: EIP-2028, EIP-7623). What came
/// before stands in committed state and all accounts and slots are cold, as for a transaction of its own.
contract GasTest is Network {
    function setUp() public {
        deployNetwork();
        postLedger(bytes32("before"));
        vm.roll(block.number + 1);
        vm.warp(block.timestamp + 12);
    }

    function testPostWithoutData() public {
        vm.assertLe(_post("post, no data", 0), 280_000, "C15");
    }

    function testPostOneKiB() public {
        _post("post, 1 KiB", 1024);
    }

    function testPost100KiB() public {
        vm.assertLe(_post("post, 100 KiB", 100 * 1024), 9_000_000, "C15: 30 % of 30M");
    }

    // R10: who comes second pays little.
    function testDuplicate() public {
        Posting memory p = nextPosting("data");
        bytes memory call = abi.encodeCall(inbox.post, (p, signPosting(p), "data"));
        vm.prank(ANYONE, ANYONE);
        (bool ok,) = address(inbox).call(call);
        vm.assertTrue(ok, "first");
        bytes memory answer;
        uint256 used;
        (ok, answer, used) = _transaction(address(inbox), 0, call);
        vm.assertFalse(ok, "second");
        vm.assertEq(answer, abi.encodeWithSelector(Inbox.WrongFirstSlot.selector, 3, 2), "why");
        emit log_named_uint("duplicate post", used);
        vm.assertLe(used, 60_000, "R10");
    }

    function testDeposit() public {
        vm.deal(ANYONE, 1 ether);
        (bool ok,, uint256 used) = _transaction(address(vault), 1, abi.encodeCall(vault.deposit, (ANYONE)));
        vm.assertTrue(ok, "deposit");
        emit log_named_uint("deposit", used);
    }

    function testForce() public {
        bytes memory call = abi.encodeCall(inbox.forceTransaction, (CHAIN, _noise(200)));
        (bool ok,, uint256 used) = _transaction(address(inbox), 0, call);
        vm.assertTrue(ok, "force");
        emit log_named_uint("force a transaction of 200 bytes", used);
    }

    function testRefund() public {
        vm.deal(ANYONE, 8);
        vm.prank(ANYONE);
        vault.deposit{value: 7}(ANYONE);
        _die();
        bytes memory call = abi.encodeCall(vault.exitDeposit, (1, ANYONE, ANYONE, 7, 0));
        (bool ok,, uint256 used) = _transaction(address(vault), 0, call);
        vm.assertTrue(ok, "refund");
        emit log_named_uint("exit of a deposit", used);
        vm.assertLe(used, 100_000, "C10");
    }

    function testEvidence() public {
        uint64 slot = inbox.lastSlot();
        bytes memory call =
            abi.encodeCall(inbox.freezeByHeaders, (slot, signHeader(slot, 1), signHeader(slot, 2), bytes32("before")));
        (bool ok,, uint256 used) = _transaction(address(inbox), 0, call);
        vm.assertTrue(ok, "evidence");
        emit log_named_uint("freeze by two headers", used);
        vm.assertLe(used, 600_000, "two signature checks, and little else");
    }

    function testExit() public {
        (bytes32 node, bytes32[] memory proof) = _branch();
        postLedger(node);
        vm.deal(address(vault), 10);
        vm.deal(ANYONE, 1);
        _die();
        bytes memory call = abi.encodeCall(vault.exit, (ANYONE, 0, 0, 5, 0, proof));
        (bool ok,, uint256 used) = _transaction(address(vault), 0, call);
        vm.assertTrue(ok, "exit");
        emit log_named_uint("exit, 20 levels", used);
        vm.assertLe(used, 100_000, "C10");
    }

    function _die() private {
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.warp(block.timestamp + EXIT_SECONDS);
    }

    // C10, with a proof for a tree of a million accounts.
    function testClaim() public {
        (bytes32 node, bytes32[] memory proof) = _branch();
        postLedger(node);
        vm.deal(address(vault), 10);
        vm.deal(ANYONE, 1);
        vm.warp(block.timestamp + DELAY);
        bytes memory call = abi.encodeCall(vault.claim, (ANYONE, 0, 0, 5, 0, node, proof));
        (bool ok,, uint256 used) = _transaction(address(vault), 0, call);
        vm.assertTrue(ok, "claim");
        emit log_named_uint("claim, 20 levels", used);
        vm.assertLe(used, 100_000, "C10");
    }

    /// @dev The root of a tree of a million accounts, one of which is owed 5 wei, and its proof.
    function _branch() private pure returns (bytes32 node, bytes32[] memory proof) {
        node = keccak256(bytes.concat(keccak256(abi.encode(ANYONE, uint256(0), uint256(0), uint256(5), uint256(0)))));
        proof = new bytes32[](20);
        for (uint256 i = 0; i < proof.length; i++) {
            proof[i] = keccak256(abi.encode(i));
            node = node < proof[i]
                ? keccak256(abi.encodePacked(node, proof[i]))
                : keccak256(abi.encodePacked(proof[i], node));
        }
    }

    function _post(string memory what, uint256 size) private returns (uint256 used) {
        bytes memory data = _noise(size);
        Posting memory p = nextPosting(data);
        p.ledgerRoot = keccak256(bytes(what)); // another root than before: the dearer case
        bytes memory call = abi.encodeCall(inbox.post, (p, signPosting(p), data));
        bool ok;
        (ok,, used) = _transaction(address(inbox), 0, call);
        vm.assertTrue(ok, what);
        emit log_named_uint(what, used);
    }

    function _transaction(address target, uint256 value, bytes memory call)
        private
        returns (bool ok, bytes memory answer, uint256 used)
    {
        vm.cool(address(inbox));
        vm.cool(address(committee));
        vm.cool(address(registry));
        vm.cool(address(vault));
        vm.assertEq(ANYONE.code, "", "an account"); // and warm, as a transaction's sender is (EIP-2929)
        vm.prank(ANYONE, ANYONE);
        uint256 before = gasleft();
        (ok, answer) = target.call{value: value}(call);
        used = before - gasleft();
        uint256 tokens = 0;
        for (uint256 i = 0; i < call.length; i++) {
            tokens += call[i] == 0 ? 1 : 4;
        }
        used += 4 * tokens;
        uint256 floor = 10 * tokens;
        used = 21_000 + (used > floor ? used : floor);
    }

    /// @dev Bytes that are not zero.
    function _noise(uint256 size) private pure returns (bytes memory data) {
        data = new bytes(size);
        for (uint256 i = 0; i < size; i += 32) {
            assembly {
                mstore(add(add(data, 32), i), not(i))
            }
        }
    }
}
