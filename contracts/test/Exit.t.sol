// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Inbox} from "../src/Inbox.sol";
import {Posting} from "../src/Posting.sol";
import {Vault} from "../src/Vault.sol";
import {Merkle} from "./Merkle.sol";
import {Network} from "./Network.sol";

/// @dev Calls again what it was told to when it is paid.
contract Again {
    bytes private call;
    bytes public why;

    function prepare(bytes calldata call_) external {
        call = call_;
    }

    receive() external payable {
        (, why) = msg.sender.call(call);
    }
}

contract ExitTest is Network {
    address private constant ALICE = address(0xA11CE);
    address private constant BOB = address(0xB0B);

    Merkle.Account[] private accounts;

    function setUp() public {
        deployNetwork();
        vm.deal(address(this), 1000 ether);
    }

    // ---- a ledger: alice deposited 100 and was charged 30, of which the rollup earned 25 and bob 5

    function _ledger() private {
        vault.deposit{value: 100}(ALICE);
        accounts.push(Merkle.Account(ALICE, 100, 30, 0, 10));
        accounts.push(Merkle.Account(PAYOUT, 0, 0, 25, 0));
        accounts.push(Merkle.Account(BOB, 0, 0, 5, 0));
        postLedger(_root());
    }

    function _root() private view returns (bytes32) {
        return Merkle.tree(accounts)[0];
    }

    function _proof(uint256 i) private view returns (bytes32[] memory) {
        return Merkle.proof(Merkle.tree(accounts), Merkle.leafOf(accounts[i]));
    }

    function _exitCall(uint256 i) private view returns (bytes memory) {
        Merkle.Account memory a = accounts[i];
        return abi.encodeCall(vault.exit, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, _proof(i)));
    }

    function _claimCall(uint256 i) private view returns (bytes memory) {
        Merkle.Account memory a = accounts[i];
        return
            abi.encodeCall(
                vault.claim, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, _root(), _proof(i))
            );
    }

    function _call(bytes memory call) private returns (bytes memory answer) {
        bool ok;
        (ok, answer) = address(vault).call(call);
        if (ok) answer = "";
    }

    function _exit(uint256 i) private returns (bytes memory) {
        return _call(_exitCall(i));
    }

    function _refund(uint64 position, address depositor, address account, uint256 escrow, uint256 fees)
        private
        returns (bytes memory)
    {
        return _call(abi.encodeCall(vault.exitDeposit, (position, depositor, account, escrow, fees)));
    }

    function _freeze() private {
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
    }

    function _die() private {
        _freeze();
        vm.warp(block.timestamp + EXIT_SECONDS);
    }

    function _error(bytes4 selector) private pure returns (bytes memory) {
        return abi.encodeWithSelector(selector);
    }

    // ---- who gets what

    // Escrow comes out too, and all exits together are the balance.
    function testEverythingComesOut() public {
        _ledger();
        _die();
        vm.expectEmit(true, true, true, true, address(vault));
        emit Vault.Exited(ALICE, 70, 70);
        vm.assertEq(_exit(0), "", "alice");
        vm.assertEq(_exit(1), "", "payout");
        vm.assertEq(_exit(2), "", "bob");
        vm.assertEq(ALICE.balance, 70, "deposits - charges");
        vm.assertEq(PAYOUT.balance, 25, "credits");
        vm.assertEq(BOB.balance, 5, "credits");
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }

    // Less what was claimed, before death or after it; and nothing twice, in whatever order.
    function testNothingTwice() public {
        _ledger();
        vm.warp(block.timestamp + DELAY);
        vm.assertEq(_call(_claimCall(0)), "", "alice claims what was withdrawn");
        vm.assertEq(ALICE.balance, 10, "claimed");
        _die();
        vm.assertEq(_call(_claimCall(1)), "", "claims go on");
        vm.assertEq(_exit(1), abi.encodeWithSelector(Vault.NothingToClaim.selector, PAYOUT), "exit after claim");
        vm.assertEq(_exit(0), "", "the rest");
        vm.assertEq(ALICE.balance, 70, "in all");
        vm.assertEq(_exit(0), abi.encodeWithSelector(Vault.NothingToClaim.selector, ALICE), "again");
        vm.assertEq(_call(_claimCall(0)), abi.encodeWithSelector(Vault.NothingToClaim.selector, ALICE), "claim");
        vm.assertEq(_exit(2), "", "bob");
        vm.assertEq(_call(_claimCall(2)), abi.encodeWithSelector(Vault.NothingToClaim.selector, BOB), "claim");
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }

    // Only the last posted ledger counts, and of it only what it says.
    function testExitRefusals() public {
        _ledger();
        bytes memory older = _exitCall(0);
        accounts[0].charges = 40;
        accounts[2].credits = 15;
        postLedger(_root());
        _die();
        vm.assertEq(_call(older), _error(Vault.InvalidProof.selector), "an older ledger");
        bytes32[] memory proof = _proof(0);
        bytes memory wrong = _error(Vault.InvalidProof.selector);
        vm.assertEq(_call(abi.encodeCall(vault.exit, (BOB, 100, 40, 0, 10, proof))), wrong, "account");
        vm.assertEq(_call(abi.encodeCall(vault.exit, (ALICE, 101, 40, 0, 10, proof))), wrong, "deposits");
        vm.assertEq(_call(abi.encodeCall(vault.exit, (ALICE, 100, 30, 0, 10, proof))), wrong, "charges");
        vm.assertEq(_call(abi.encodeCall(vault.exit, (ALICE, 100, 40, 1, 10, proof))), wrong, "credits");
        vm.assertEq(_call(abi.encodeCall(vault.exit, (ALICE, 100, 40, 0, 0, proof))), wrong, "withdrawals");
        vm.assertEq(_call(abi.encodeCall(vault.exit, (ALICE, 100, 40, 0, 10, new bytes32[](0)))), wrong, "proof");
        vm.assertEq(_exit(0), "", "alice");
        vm.assertEq(_exit(1), "", "payout");
        vm.assertEq(_exit(2), "", "bob");
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }

    // The delay of claims holds for exits too, where it is longer than T_exit.
    function testExitWaitsForTheDelay() public {
        _ledger();
        uint64 long = FREEZE_SECONDS + EXIT_SECONDS + 1;
        Vault slow = new Vault(inbox, long);
        vm.deal(address(slow), 100);
        uint256 open = block.timestamp + long;
        _die();
        Merkle.Account memory a = accounts[0];
        bytes32[] memory proof = _proof(0);
        vm.expectRevert(abi.encodeWithSelector(Vault.TooEarly.selector, open));
        slow.exit(a.account, a.deposits, a.charges, a.credits, a.withdrawals, proof);
        vm.warp(open);
        slow.exit(a.account, a.deposits, a.charges, a.credits, a.withdrawals, proof);
        vm.assertEq(ALICE.balance, 70, "paid");
    }

    // C9.
    function testReentrancy() public {
        Again again = new Again();
        vault.deposit{value: 7}(address(again));
        accounts.push(Merkle.Account(address(again), 7, 0, 0, 0));
        postLedger(_root());
        vault.deposit{value: 5}(ALICE);
        _die();
        again.prepare(_exitCall(0));
        vm.assertEq(_exit(0), "", "paid");
        bytes memory guard = _error(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        vm.assertEq(again.why(), guard, "why");
        vm.assertEq(address(again).balance, 7, "own money");
        vm.assertEq(address(vault).balance, 5, "others'");
    }

    // ---- deposits that no posting consumed

    function testUnconsumedDepositsGoBack() public {
        _ledger();
        uint64 next = inbox.queueLength();
        vm.deal(BOB, 40);
        vm.prank(BOB);
        vault.depositBoth{value: 40}(ALICE, 15);
        vm.prank(ALICE);
        vault.requestWithdrawal(90, 0);
        vm.roll(block.number + 3);
        vm.deal(BOB, 2);
        vm.prank(BOB);
        vault.deposit{value: 2}(ALICE);

        vm.assertEq(_refund(next, BOB, ALICE, 25, 15), _error(Vault.NotDead.selector), "alive");
        _freeze();
        vm.assertEq(_refund(next, BOB, ALICE, 25, 15), _error(Vault.NotDead.selector), "frozen");
        vm.warp(block.timestamp + EXIT_SECONDS);

        _refuseItem(next, ALICE, ALICE, 25, 15);
        _refuseItem(next, BOB, BOB, 25, 15);
        _refuseItem(next, BOB, ALICE, 26, 15);
        _refuseItem(next, BOB, ALICE, 25, 16);
        _refuseItem(next, BOB, ALICE, 15, 25);
        _refuseItem(next + 1, ALICE, ALICE, 90, 0); // a request is no deposit
        _refuseItem(next + 2, BOB, ALICE, 25, 15); // another's position
        bytes memory beyond = abi.encodeWithSelector(Inbox.OutOfQueue.selector, next + 4, next + 3);
        vm.assertEq(_refund(next + 3, BOB, ALICE, 2, 0), beyond, "beyond");
        bytes memory consumed = abi.encodeWithSelector(Vault.Consumed.selector, next - 1);
        vm.assertEq(_refund(next - 1, address(this), ALICE, 100, 0), consumed, "consumed");

        vm.expectEmit(true, true, true, true, address(vault));
        emit Vault.DepositRefunded(next, BOB, 40);
        vm.assertEq(_refund(next, BOB, ALICE, 25, 15), "", "bob's first");
        bytes memory twice = abi.encodeWithSelector(Vault.AlreadyRefunded.selector, next);
        vm.assertEq(_refund(next, BOB, ALICE, 25, 15), twice, "twice");
        vm.assertEq(_refund(next + 2, BOB, ALICE, 2, 0), "", "bob's second");
        vm.assertEq(BOB.balance, 42, "who made it is paid");
        for (uint256 i = 0; i < accounts.length; i++) {
            vm.assertEq(_exit(i), "", "the ledger");
        }
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }

    function _refuseItem(uint64 position, address depositor, address account, uint256 escrow, uint256 fees) private {
        bytes memory answer = _refund(position, depositor, account, escrow, fees);
        vm.assertTrue(bytes4(answer) == Vault.WrongItem.selector, "another item");
    }

    // A network that never posted anything gives every deposit back.
    function testNothingWasEverPosted() public {
        vm.deal(BOB, 9);
        vm.prank(BOB);
        vault.depositFees{value: 9}(ALICE);
        _die();
        Merkle.Account memory a = Merkle.Account(ALICE, 9, 0, 0, 0);
        bytes memory call = abi.encodeCall(vault.exit, (a.account, 9, 0, 0, 0, new bytes32[](0)));
        vm.assertEq(_call(call), abi.encodeWithSelector(Vault.UnknownRoot.selector, bytes32(0)), "no ledger");
        vm.assertEq(_refund(1, BOB, ALICE, 0, 9), "", "refund");
        vm.assertEq(BOB.balance, 9, "paid");
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }

    // ---- when

    // C18: a second before, governance can reopen and nobody exits; from then on the other way round.
    function testDeathEdge() public {
        _ledger();
        vm.assertEq(_exit(0), _error(Vault.NotDead.selector), "alive");
        vm.warp(block.timestamp + FREEZE_SECONDS + EXIT_SECONDS);
        vm.assertFalse(inbox.dead(), "silent for long, and not frozen");
        inbox.freeze();
        vm.assertEq(inbox.frozenAt(), block.timestamp, "from the freeze on");
        uint256 death = block.timestamp + EXIT_SECONDS;
        vm.warp(death - 1);
        vm.assertEq(_exit(0), _error(Vault.NotDead.selector), "a second before");
        uint256 state = vm.snapshotState();
        vm.prank(OWNER);
        inbox.reopen();
        vm.warp(death);
        vm.assertEq(_exit(0), _error(Vault.NotDead.selector), "reopened");
        _freeze();
        vm.warp(block.timestamp + EXIT_SECONDS - 1);
        vm.assertEq(_exit(0), _error(Vault.NotDead.selector), "counted anew");
        vm.warp(block.timestamp + 1);
        vm.assertEq(_exit(0), "", "dead at last");
        vm.revertToState(state);

        vm.warp(death);
        vm.expectRevert(Inbox.Dead.selector);
        vm.prank(OWNER);
        inbox.reopen();
        vm.assertEq(_exit(0), "", "dead");
        vm.expectRevert(Inbox.Dead.selector);
        vm.prank(OWNER);
        inbox.reopen();
    }

    // What nobody would ever read is refused: above all, money.
    function testNothingIsQueuedForTheDead() public {
        _freeze();
        vault.deposit{value: 1}(ALICE); // governance may still reopen
        vm.warp(block.timestamp + EXIT_SECONDS);
        vm.expectRevert(Inbox.Dead.selector);
        vault.deposit{value: 1}(ALICE);
        vm.expectRevert(Inbox.Dead.selector);
        vault.requestWithdrawal(1, 0);
        vm.expectRevert(Inbox.Dead.selector);
        inbox.forceTransaction(CHAIN, "tx");
        vm.expectRevert(Inbox.Dead.selector);
        vm.prank(PAYOUT);
        registry.setPayout(CHAIN, ANYONE);
        Posting memory p = nextPosting("");
        bytes memory signature = signPosting(p);
        vm.expectRevert(Inbox.Frozen.selector);
        post(p, signature, "");
    }

    // An item too old for one incarnation does not freeze the next before it could be consumed.
    function testReopeningGivesTheQueueItsTime() public {
        postLedger(bytes32("one"));
        inbox.forceTransaction(CHAIN, "tx");
        vm.roll(block.number + FREEZE_BLOCKS);
        inbox.freeze();
        vm.prank(OWNER);
        inbox.reopen();
        vm.expectRevert(Inbox.NotStalled.selector);
        inbox.freeze();
        vm.roll(block.number + FREEZE_BLOCKS - 1);
        uint256 state = vm.snapshotState();
        postLedger(bytes32("two"));
        vm.roll(block.number + 1);
        vm.assertFalse(inbox.stalled(), "consumed");
        vm.revertToState(state);
        vm.roll(block.number + 1);
        inbox.freeze();
        vm.assertTrue(inbox.frozen(), "again");
    }

    // ---- the ledger's encoding, against Go

    function testLedgersAreGos() public {
        string memory json = vectors();
        bytes[] memory leaves = vm.parseJsonBytesArray(json, ".ledger.encoded");
        bytes32[] memory hashes = vm.parseJsonBytes32Array(json, ".ledger.leaf");
        bytes[] memory proofs = vm.parseJsonBytesArray(json, ".ledger.proof");
        vm.assertEq(leaves.length, 13, "accounts");
        bytes32 root = vm.parseJsonBytes32(json, ".ledger.root");
        for (uint256 i = 0; i < leaves.length; i++) {
            accounts.push(abi.decode(leaves[i], (Merkle.Account)));
            vm.assertEq(Merkle.leafOf(accounts[i]), hashes[i], "leaf");
        }
        vm.assertEq(_root(), root, "root");
        postLedger(root);
        _die();
        uint256 balance = 0;
        for (uint256 i = 0; i < leaves.length; i++) {
            balance += accounts[i].credits + accounts[i].deposits - accounts[i].charges;
        }
        vm.deal(address(vault), balance);
        for (uint256 i = 0; i < leaves.length; i++) {
            Merkle.Account memory a = accounts[i];
            bytes32[] memory proof =
                abi.decode(bytes.concat(bytes32(uint256(32)), bytes32(proofs[i].length / 32), proofs[i]), (bytes32[]));
            vm.assertEq(
                _call(abi.encodeCall(vault.exit, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, proof))),
                "",
                "exit"
            );
            vm.assertEq(a.account.balance, a.credits + a.deposits - a.charges, "paid");
        }
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }
}
