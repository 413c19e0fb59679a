// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Vault} from "../src/Vault.sol";
import {Merkle} from "./Merkle.sol";
import {Network} from "./Network.sol";

/// @dev A receiver that does one bad thing when paid.
contract BadReceiver {
    enum Mood {
        Reenter,
        Revert,
        BurnGas,
        AnswerMuch
    }

    Mood private immutable MOOD;
    bytes private again;
    bool public reentered;
    bytes public why;

    constructor(Mood mood) {
        MOOD = mood;
    }

    function prepare(bytes calldata call) external {
        again = call;
    }

    receive() external payable {
        if (MOOD == Mood.Reenter) {
            (reentered, why) = msg.sender.call(again);
        } else if (MOOD == Mood.Revert) {
            revert("no");
        } else if (MOOD == Mood.BurnGas) {
            while (true) {}
        } else {
            assembly {
                return(0, 1000000)
            }
        }
    }
}

contract VaultTest is Network {
    Merkle.Account[] private accounts;

    function setUp() public {
        deployNetwork();
        vm.deal(address(this), 1000 ether);
    }

    // ---- in

    function testDeposits() public {
        expectQueued(1, address(this), abi.encode(ANYONE, uint256(5), uint256(0)));
        vault.deposit{value: 5}(ANYONE);
        expectQueued(1, address(this), abi.encode(ANYONE, uint256(0), uint256(6)));
        vault.depositFees{value: 6}(ANYONE);
        expectQueued(1, address(this), abi.encode(ANYONE, uint256(4), uint256(3)));
        vault.depositBoth{value: 7}(ANYONE, 3);
        expectQueued(2, ANYONE, abi.encode(ANYONE, uint256(2), uint256(1)));
        vm.prank(ANYONE);
        vault.requestWithdrawal(2, 1);
        expectQueued(2, ANYONE, abi.encode(ANYONE, uint256(2), uint256(0)));
        vm.prank(ANYONE);
        vault.requestWithdrawal(2, 0);
        expectQueued(2, ANYONE, abi.encode(ANYONE, uint256(0), uint256(1)));
        vm.prank(ANYONE);
        vault.requestWithdrawal(0, 1);
        vm.assertEq(address(vault).balance, 18, "balance");
    }

    // What a wallet or an explorer shows of deposits and requests, in the vault's own name.
    function testEventsOfDeposits() public {
        vm.expectEmit(true, true, true, true, address(vault));
        emit Vault.Deposited(address(this), ANYONE, 4, 3);
        vault.depositBoth{value: 7}(ANYONE, 3);
        vm.expectEmit(true, true, true, true, address(vault));
        emit Vault.WithdrawalRequested(ANYONE, 2, 1);
        vm.prank(ANYONE);
        vault.requestWithdrawal(2, 1);
    }

    function testDepositRefusals() public {
        vm.expectRevert(Vault.ZeroAccount.selector);
        vault.deposit{value: 1}(address(0));
        vm.expectRevert(Vault.NothingDeposited.selector);
        vault.deposit(ANYONE);
        vm.expectRevert(Vault.NothingDeposited.selector);
        vault.depositFees(ANYONE);
        vm.expectRevert(abi.encodeWithSelector(Vault.FeesAboveValue.selector, 1, 2));
        vault.depositBoth{value: 1}(ANYONE, 2);
        vm.expectRevert(Vault.NothingRequested.selector);
        vault.requestWithdrawal(0, 0);
        (bool ok,) = address(vault).call{value: 1}("");
        vm.assertFalse(ok, "money without an account");
    }

    // ---- out

    function _add(address account, uint256 credits, uint256 withdrawals) private {
        accounts.push(Merkle.Account(account, 7, 8, credits, withdrawals));
    }

    function _proof(uint256 i) private view returns (bytes32[] memory) {
        return Merkle.proof(Merkle.tree(accounts), Merkle.leafOf(accounts[i]));
    }

    function _root() private view returns (bytes32) {
        return Merkle.tree(accounts)[0];
    }

    function _claimCall(uint256 i) private view returns (bytes memory) {
        Merkle.Account memory a = accounts[i];
        return
            abi.encodeCall(
                vault.claim, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, _root(), _proof(i))
            );
    }

    function _claim(uint256 i) private {
        (bool ok, bytes memory answer) = address(vault).call(_claimCall(i));
        if (!ok) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
    }

    function testClaim() public {
        vault.deposit{value: 100}(ANYONE);
        _add(PAYOUT, 30, 0);
        _add(ANYONE, 0, 20);
        _add(address(0xDDDD), 1, 2);
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        vm.expectEmit(true, true, true, true, address(vault));
        emit Vault.Claimed(PAYOUT, 30, 30);
        _claim(0);
        _claim(1);
        _claim(2);
        vm.assertEq(PAYOUT.balance, 30, "credits");
        vm.assertEq(ANYONE.balance, 20, "withdrawals");
        vm.assertEq(address(0xDDDD).balance, 3, "both");
        vm.expectRevert(abi.encodeWithSelector(Vault.NothingToClaim.selector, PAYOUT));
        this.claim(0);

        accounts[0].credits = 45;
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        vm.expectEmit(true, true, true, true, address(vault));
        emit Vault.Claimed(PAYOUT, 15, 45);
        _claim(0);
        vm.assertEq(vault.claimed(PAYOUT), 45, "claimed");
        vm.assertEq(address(vault).balance, 100 - 45 - 20 - 3, "rest");
    }

    function claim(uint256 i) external {
        _claim(i);
    }

    // An older root pays nothing that a newer one paid.
    function testOlderRootPaysNothingTwice() public {
        vault.deposit{value: 100}(ANYONE);
        _add(PAYOUT, 30, 0);
        bytes memory older = _claimCall(0);
        postLedger(_root());
        accounts[0].credits = 40;
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        _claim(0);
        vm.expectRevert(abi.encodeWithSelector(Vault.NothingToClaim.selector, PAYOUT));
        this.forward(older);
        vm.assertEq(PAYOUT.balance, 40, "paid");
    }

    function forward(bytes calldata call) external {
        (bool ok, bytes memory answer) = address(vault).call(call);
        if (!ok) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
    }

    // C18: exactly from the delay's end on.
    function testDelayEdge() public {
        vault.deposit{value: 100}(ANYONE);
        _add(PAYOUT, 30, 0);
        postLedger(_root());
        uint256 open = block.timestamp + DELAY;
        vm.warp(open - 1);
        vm.expectRevert(abi.encodeWithSelector(Vault.TooEarly.selector, open));
        this.claim(0);
        vm.warp(open);
        _claim(0);
        vm.assertEq(PAYOUT.balance, 30, "paid");
    }

    // C17: claims go on while the inbox is frozen, and after it reopened.
    function testClaimWhileFrozen() public {
        vault.deposit{value: 100}(ANYONE);
        _add(PAYOUT, 30, 0);
        _add(ANYONE, 0, 10);
        postLedger(_root());
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        _claim(0);
        vm.prank(OWNER);
        inbox.reopen();
        _claim(1);
        vm.assertEq(PAYOUT.balance + ANYONE.balance, 40, "paid");
    }

    function testClaimRefusals() public {
        vault.deposit{value: 100}(ANYONE);
        _add(PAYOUT, 30, 0);
        _add(ANYONE, 0, 10);
        vm.expectRevert(abi.encodeWithSelector(Vault.UnknownRoot.selector, _root()));
        this.claim(0);
        bytes32[] memory proof = _proof(0);
        vm.expectRevert(abi.encodeWithSelector(Vault.UnknownRoot.selector, bytes32(0)));
        vault.claim(PAYOUT, 7, 8, 30, 0, 0, proof);
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        bytes32 root = _root();
        vm.expectRevert(Vault.InvalidProof.selector);
        vault.claim(ANYONE, 7, 8, 30, 0, root, proof);
        vm.expectRevert(Vault.InvalidProof.selector);
        vault.claim(PAYOUT, 7, 8, 31, 0, root, proof);
        vm.expectRevert(Vault.InvalidProof.selector);
        vault.claim(PAYOUT, 7, 8, 0, 30, root, proof);
        vm.expectRevert(Vault.InvalidProof.selector);
        vault.claim(PAYOUT, 8, 7, 30, 0, root, proof);
        vm.expectRevert(Vault.InvalidProof.selector);
        vault.claim(PAYOUT, 7, 8, 30, 0, root, new bytes32[](0));
        _claim(0);
    }

    // A ledger that owes more than there is pays whoever comes first, and the rest is refused: never an underflow.
    function testVaultShortOfMoney() public {
        vault.deposit{value: 10}(ANYONE);
        _add(PAYOUT, 30, 0);
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        vm.expectRevert(abi.encodeWithSelector(Vault.PaymentFailed.selector, PAYOUT));
        this.claim(0);
        vm.assertEq(vault.claimed(PAYOUT), 0, "not marked as paid");
        vault.deposit{value: 20}(ANYONE);
        _claim(0);
        vm.assertEq(PAYOUT.balance, 30, "paid");
    }

    // C9: a receiver that claims again when paid gets its own credit, once.
    function testReentrancy() public {
        vault.deposit{value: 100}(ANYONE);
        BadReceiver bad = new BadReceiver(BadReceiver.Mood.Reenter);
        _add(address(bad), 30, 0);
        _add(PAYOUT, 30, 0);
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        bad.prepare(_claimCall(1));
        _claim(0);
        vm.assertFalse(bad.reentered(), "reentered");
        vm.assertEq(
            bad.why(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector), "why"
        );
        vm.assertEq(address(bad).balance, 30, "own credit");
        vm.assertEq(PAYOUT.balance, 0, "others'");
        _claim(1);
    }

    // C10: a receiver that reverts, burns gas or answers much harms itself alone.
    function testBadReceivers() public {
        vault.deposit{value: 100}(ANYONE);
        BadReceiver no = new BadReceiver(BadReceiver.Mood.Revert);
        BadReceiver burn = new BadReceiver(BadReceiver.Mood.BurnGas);
        BadReceiver much = new BadReceiver(BadReceiver.Mood.AnswerMuch);
        _add(address(no), 10, 0);
        _add(address(burn), 10, 0);
        _add(address(much), 10, 0);
        _add(PAYOUT, 10, 0);
        postLedger(_root());
        vm.warp(block.timestamp + DELAY);
        vm.expectRevert(abi.encodeWithSelector(Vault.PaymentFailed.selector, address(no)));
        this.claim(0);
        vm.expectRevert(abi.encodeWithSelector(Vault.PaymentFailed.selector, address(burn)));
        this.claim{gas: 5_000_000}(1);
        _claim(2);
        vm.assertEq(address(much).balance, 10, "paid, its megabyte unread");
        _claim(3);
        vm.assertEq(PAYOUT.balance, 10, "others");
    }
}
