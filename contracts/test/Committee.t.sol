// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Committee} from "../src/Committee.sol";
import {Inbox} from "../src/Inbox.sol";
import {Posting} from "../src/Posting.sol";
import {Registry} from "../src/Registry.sol";
import {SSZ} from "../src/SSZ.sol";
import {Network} from "./Network.sol";

contract CommitteeTest is Network {
    bytes private next;
    uint256 private nextSecret;

    function setUp() public {
        deployNetwork();
        nextSecret = signer.secretOf(1);
        next = signer.keyOf(nextSecret);
    }

    function _handover() private view returns (bytes memory) {
        return signer.sign(secret, committee.handoverRoot(next, 7, 5, bytes32("next"), inbox));
    }

    // The container behind handoverRoot, field by field.
    function testHandoversHashLikeGo() public view {
        bytes[] memory encoded = vm.parseJsonBytesArray(vectors(), ".handovers.encoded");
        bytes32[] memory signingRoots = vm.parseJsonBytes32Array(vectors(), ".handovers.signingRoot");
        vm.assertEq(encoded.length, 4, "handovers");
        for (uint256 i = 0; i < encoded.length; i++) {
            bytes32[8] memory f = abi.decode(encoded[i], (bytes32[8]));
            bytes32 root = _root(f);
            vm.assertEq(
                SSZ.signingRoot(root, SSZ.DOMAIN_HANDOVER, uint32(uint256(f[1])), f[0]), signingRoots[i], "signing root"
            );
        }
    }

    function testHandoverRootIsThatContainer() public {
        postLedger(bytes32("one"));
        bytes32 network = registry.networkId();
        bytes32[8] memory f = [
            network,
            bytes32(uint256(1)),
            bytes32(uint256(2)),
            inbox.lastPosting(),
            keccak256(next),
            bytes32(uint256(7)),
            bytes32(uint256(5)),
            bytes32("next")
        ];
        vm.assertEq(
            committee.handoverRoot(next, 7, 5, bytes32("next"), inbox),
            SSZ.signingRoot(_root(f), SSZ.DOMAIN_HANDOVER, 1, network),
            "signing root"
        );
    }

    function _root(bytes32[8] memory f) private view returns (bytes32) {
        bytes32[] memory leaves = new bytes32[](8);
        for (uint256 i = 0; i < 8; i++) {
            bool isNumber = i == 1 || i == 2 || i == 5 || i == 6;
            leaves[i] = isNumber ? SSZ.leaf(uint64(uint256(f[i]))) : f[i];
        }
        return SSZ.merkleize(leaves);
    }

    function testFirstKey() public {
        Committee fresh = new Committee(registry);
        vm.assertEq(fresh.epoch(), 0, "epoch");
        vm.assertEq(fresh.groupKey(), new bytes(128), "no key");
        // C1: an unset key accepts nothing, the all-zero signature above all.
        vm.assertFalse(fresh.verify(bytes32("m"), new bytes(256)), "unset key");
        vm.expectRevert(Committee.NoKey.selector);
        fresh.rotate(next, 4, 3, 0, "");
        vm.expectRevert(Committee.NoKey.selector);
        vm.prank(OWNER);
        fresh.replaceKey(next, 4, 3, 0);
        vm.expectRevert(abi.encodeWithSelector(Committee.NotOwner.selector, ANYONE));
        vm.prank(ANYONE);
        fresh.setFirstKey(next, 4, 3, 0);
        vm.expectEmit(true, true, true, true, address(fresh));
        emit Committee.KeySet(1, next, 4, 3, bytes32("root"));
        vm.prank(OWNER);
        fresh.setFirstKey(next, 4, 3, bytes32("root"));
        vm.assertEq(fresh.epoch(), 1, "epoch");
        vm.assertEq(fresh.members(), 4, "members");
        vm.assertEq(fresh.threshold(), 3, "threshold");
        vm.assertEq(fresh.sharesRoot(), bytes32("root"), "shares root");
        vm.assertEq(fresh.groupKey(), next, "key");
        vm.expectRevert(Committee.KeyAlreadySet.selector);
        vm.prank(OWNER);
        fresh.setFirstKey(next, 4, 3, bytes32("root"));
    }

    // C1, C2: infinity, bad points and wrong lengths can never become the key.
    function testBadKeysAreRefused() public {
        Committee fresh = new Committee(registry);
        bytes[] memory bad = vm.parseJsonBytesArray(vectors(), ".badG1");
        for (uint256 i = 0; i < bad.length; i++) {
            vm.expectRevert(Committee.InvalidKey.selector);
            vm.prank(OWNER);
            fresh.setFirstKey{gas: 1_000_000}(bad[i], 4, 3, 0);
        }
        bytes[4] memory more = [new bytes(128), bytes(""), new bytes(127), bytes.concat(next, hex"00")];
        for (uint256 i = 0; i < more.length; i++) {
            vm.expectRevert(Committee.InvalidKey.selector);
            vm.prank(OWNER);
            fresh.setFirstKey{gas: 1_000_000}(more[i], 4, 3, 0);
        }
        vm.assertEq(fresh.epoch(), 0, "epoch");
    }

    // A committee of nobody has a threshold of one by the formula, and no key all the same.
    function testNobodyIsNoCommittee() public {
        Committee fresh = new Committee(registry);
        vm.expectRevert(abi.encodeWithSelector(Committee.InvalidThreshold.selector, 0, 1));
        vm.prank(OWNER);
        fresh.setFirstKey(next, 0, 1, 0);
    }

    function testFuzzThreshold(uint32 members, uint32 threshold) public {
        Committee fresh = new Committee(registry);
        uint256 want = uint256(members) * 2 / 3 + 1;
        if (members == 0 || threshold != want) {
            vm.expectRevert(abi.encodeWithSelector(Committee.InvalidThreshold.selector, members, threshold));
            vm.prank(OWNER);
            fresh.setFirstKey(next, members, threshold, 0);
        }
        if (members != 0) {
            vm.prank(OWNER);
            fresh.setFirstKey(next, members, uint32(want), 0);
            vm.assertEq(fresh.threshold(), want, "threshold");
        }
    }

    function testRotate() public {
        postLedger(bytes32("one"));
        bytes memory signature = _handover();
        vm.expectEmit(true, true, true, true, address(committee));
        emit Committee.KeySet(2, next, 7, 5, bytes32("next"));
        vm.prank(ANYONE);
        committee.rotate(next, 7, 5, bytes32("next"), signature);
        vm.assertEq(committee.epoch(), 2, "epoch");

        Posting memory p = nextPosting("");
        bytes memory old = signPosting(p);
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, old, "");
        p.epoch = 1;
        old = signPosting(p);
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongEpoch.selector, 2, 1));
        post(p, old, "");
        p.epoch = 2;
        post(p, signPosting(p, nextSecret), "");
    }

    // C16: nobody but the current key can hand over, only with exactly these terms, and only once.
    function testRotateRefusals() public {
        postLedger(bytes32("one"));
        bytes memory signature = _handover();
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 4, 3, bytes32("next"), signature);
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("other"), signature);
        bytes memory third = signer.keyOf(signer.secretOf(2));
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(third, 7, 5, bytes32("next"), signature);
        bytes memory forged = signer.sign(nextSecret, committee.handoverRoot(next, 7, 5, bytes32("next"), inbox));
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), forged);

        bytes memory same = signer.keyOf(secret);
        bytes memory sameSigned = signer.sign(secret, committee.handoverRoot(same, 7, 5, 0, inbox));
        vm.expectRevert(Committee.SameKey.selector);
        committee.rotate(same, 7, 5, 0, sameSigned);

        committee.rotate(next, 7, 5, bytes32("next"), signature);
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), signature);
    }

    // What the old key signed for L1 cannot be stranded: a handover names the last posting of its epoch, so it works
    // neither before that one is on L1 nor after another.
    function testRotateOnlyAtItsPosting() public {
        postLedger(bytes32("one"));
        Posting memory last = nextPosting("");
        bytes memory lastSignature = signPosting(last);
        uint256 state = vm.snapshotState();
        post(last, lastSignature, "");
        bytes memory signature = _handover();
        vm.revertToState(state);

        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), signature);
        post(last, lastSignature, "");
        state = vm.snapshotState();
        committee.rotate(next, 7, 5, bytes32("next"), signature);
        vm.revertToState(state);
        postLedger(bytes32("another"));
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), signature);
    }

    // C16: with the key lost, governance replaces it, but only once the network stands still.
    function testReplaceKey() public {
        postLedger(bytes32("one"));
        bytes memory signature = _handover();
        vm.expectRevert(Committee.NotFrozen.selector);
        vm.prank(OWNER);
        committee.replaceKey(next, 7, 5, bytes32("next"));
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.expectRevert(Committee.Frozen.selector);
        committee.rotate(next, 7, 5, bytes32("next"), signature);
        vm.expectRevert(abi.encodeWithSelector(Committee.NotOwner.selector, ANYONE));
        vm.prank(ANYONE);
        committee.replaceKey(next, 7, 5, bytes32("next"));
        vm.prank(OWNER);
        committee.replaceKey(next, 7, 5, bytes32("next"));
        vm.prank(OWNER);
        inbox.reopen();
        vm.assertEq(committee.epoch(), 2, "epoch");
        secret = nextSecret;
        postLedger(bytes32("two"));
        vm.assertEq(inbox.lastSlot(), 2, "goes on");
    }

    // C3: a handover of one network or incarnation is nothing to another.
    function testHandoverElsewhere() public {
        bytes memory signature = _handover();
        vm.chainId(5);
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), signature);
        vm.chainId(31337);
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.prank(OWNER);
        inbox.reopen();
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), signature);
        committee.rotate(next, 7, 5, bytes32("next"), _handover());
    }
}
