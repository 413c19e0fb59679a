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
        return _handover(inbox.lastPosting());
    }

    function _handover(bytes32 posting) private view returns (bytes memory) {
        return signer.sign(secret, committee.handoverRoot(next, 7, 5, bytes32("next"), posting));
    }

    /// @dev Hands over to `next` once this posting stands.
    function _rotate(bytes32 posting, bytes memory signature) private {
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), posting, signature);
    }

    /// @dev The next n postings by the key of epoch 1, signed before any is posted.
    function _ahead(uint256 n) private view returns (Posting[] memory p, bytes[] memory signatures) {
        p = new Posting[](n);
        signatures = new bytes[](n);
        for (uint256 i = 0; i < n; i++) {
            p[i] = nextPosting("");
            p[i].epoch = 1;
            p[i].firstSlot = p[i].lastSlot = inbox.lastSlot() + 1 + uint64(i);
            p[i].ledgerRoot = keccak256(abi.encode("ledger", i));
            if (i != 0) p[i].previous = hasher.root(p[i - 1]);
            signatures[i] = signPosting(p[i]);
        }
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
            committee.handoverRoot(next, 7, 5, bytes32("next"), inbox.lastPosting()),
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
        fresh.rotate(next, 4, 3, 0, 0, "");
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

    /// @dev The old key's word is over, the new one's holds.
    function _requireOver() private {
        vm.assertEq(committee.epoch(), 2, "epoch");
        vm.assertEq(committee.groupKey(), next, "key");
        vm.assertEq(committee.members(), 7, "members");
        vm.assertEq(committee.threshold(), 5, "threshold");
        vm.assertEq(committee.sharesRoot(), bytes32("next"), "shares root");
        vm.assertEq(committee.handoverAfter(), 0, "nothing waits");
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

    // The handover comes after its posting.
    function testRotate() public {
        postLedger(bytes32("one"));
        bytes memory signature = _handover();
        bytes32 last = inbox.lastPosting();
        vm.expectEmit(true, true, true, true, address(committee));
        emit Committee.KeySet(2, next, 7, 5, bytes32("next"));
        vm.prank(ANYONE);
        committee.rotate(next, 7, 5, bytes32("next"), last, signature);
        _requireOver();
    }

    // The handover comes first, and L1 is slow: all that the old key signed up to the posting that it names is taken, in
    // order, and the epoch ends with that one.
    function testRotateBeforeItsPosting() public {
        postLedger(bytes32("one"));
        (Posting[] memory p, bytes[] memory signatures) = _ahead(3);
        bytes32 last = hasher.root(p[2]);
        bytes memory signature = _handover(last);
        vm.expectEmit(true, true, true, true, address(committee));
        emit Committee.HandedOver(2, next, last);
        _rotate(last, signature);
        vm.assertEq(committee.handoverAfter(), last, "waits");
        Posting memory early = nextPosting("");
        early.epoch = 2;
        bytes memory earlySignature = signPosting(early, nextSecret);
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongEpoch.selector, 1, 2));
        post(early, earlySignature, "");
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongFirstSlot.selector, 2, 3));
        post(p[1], signatures[1], "");
        for (uint256 i = 0; i < 3; i++) {
            vm.assertEq(committee.epoch(), 1, "not yet");
            committee.takeOver(); // by anybody, for nothing
            vm.warp(block.timestamp + FREEZE_SECONDS - 1);
            if (i == 2) {
                vm.expectEmit(true, true, true, true, address(committee));
                emit Committee.KeySet(2, next, 7, 5, bytes32("next"));
            }
            post(p[i], signatures[i], "");
        }
        vm.assertEq(inbox.lastPosting(), last, "nothing is lost");
        _requireOver();
    }

    // In whatever order the handover comes among the postings of its epoch, all of them are taken and the next one is
    // the new key's.
    function testFuzzRotateAnywhere(uint256 count, uint256 when) public {
        count = between(count, 1, 6);
        when = between(when, 0, count);
        (Posting[] memory p, bytes[] memory signatures) = _ahead(count);
        bytes32 last = hasher.root(p[count - 1]);
        bytes memory signature = _handover(last);
        for (uint256 i = 0; i <= count; i++) {
            if (i == when) _rotate(last, signature);
            if (i < count) post(p[i], signatures[i], "");
        }
        vm.assertEq(inbox.lastPosting(), last, "nothing is lost");
        vm.assertEq(inbox.lastSlot(), count, "in order, once each");
        _requireOver();
    }

    // Whatever the old key signs after the posting that it named comes too late, if anybody has handed over by then.
    function testForgedLatePostings() public {
        (Posting[] memory p, bytes[] memory signatures) = _ahead(3);
        bytes32 last = hasher.root(p[1]);
        _rotate(last, _handover(last));
        post(p[0], signatures[0], "");
        post(p[1], signatures[1], "");
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongEpoch.selector, 2, 1));
        post(p[2], signatures[2], "");
        _requireOver();
    }

    // An old key that breaks its word, by going on past the posting that it named or by another one in its place, has
    // handed over to nobody: it remains the key, and a new handover of its own works. (Another one in its place is
    // evidence, too.)
    function testBrokenHandover() public {
        (Posting[] memory p, bytes[] memory signatures) = _ahead(3);
        bytes32 named = hasher.root(p[1]);
        bytes memory signature = _handover(named);
        uint256 state = vm.snapshotState();

        for (uint256 i = 0; i < 3; i++) {
            post(p[i], signatures[i], "");
        }
        _rotate(named, signature); // nobody can tell from L1 that it has passed
        vm.assertEq(committee.epoch(), 1, "too late");
        postLedger(bytes32("goes on"));
        vm.assertEq(committee.epoch(), 1, "waits for what has passed");
        _rotate(inbox.lastPosting(), _handover());
        _requireOver();

        vm.revertToState(state);
        _rotate(named, signature);
        post(p[0], signatures[0], "");
        postLedger(bytes32("another"));
        vm.assertEq(committee.epoch(), 1, "what it named cannot stand any more");
        _rotate(inbox.lastPosting(), _handover());
        _requireOver();
    }

    // What waits is replaced by what was signed of a later posting, and void in the next incarnation.
    function testHandoverThatWaits() public {
        (Posting[] memory p, bytes[] memory signatures) = _ahead(2);
        bytes32 first = hasher.root(p[0]);
        bytes32 second = hasher.root(p[1]);
        _rotate(first, _handover(first));
        _rotate(second, _handover(second));
        uint256 state = vm.snapshotState();
        post(p[0], signatures[0], "");
        vm.assertEq(committee.epoch(), 1, "replaced");
        post(p[1], signatures[1], "");
        _requireOver();

        vm.revertToState(state);
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        state = vm.snapshotState();
        vm.prank(OWNER);
        inbox.reopen();
        vm.assertEq(committee.handoverAfter(), 0, "of another incarnation");
        postLedger(bytes32("two"));
        vm.assertEq(committee.epoch(), 1, "void");
        _rotate(inbox.lastPosting(), _handover());
        _requireOver();

        vm.revertToState(state);
        bytes memory third = signer.keyOf(signer.secretOf(2));
        vm.prank(OWNER);
        committee.replaceKey(third, 4, 3, 0);
        vm.assertEq(committee.handoverAfter(), 0, "governance's key is the key");
    }

    // C16: nobody but the current key can hand over, only with exactly these terms, and only once.
    function testRotateRefusals() public {
        postLedger(bytes32("one"));
        bytes memory signature = _handover();
        bytes32 last = inbox.lastPosting();
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 4, 3, bytes32("next"), last, signature);
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("other"), last, signature);
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), bytes32("other"), signature);
        bytes memory third = signer.keyOf(signer.secretOf(2));
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(third, 7, 5, bytes32("next"), last, signature);
        bytes memory forged = signer.sign(nextSecret, committee.handoverRoot(next, 7, 5, bytes32("next"), last));
        vm.expectRevert(Committee.InvalidSignature.selector);
        committee.rotate{gas: 2_000_000}(next, 7, 5, bytes32("next"), last, forged);

        bytes memory same = signer.keyOf(secret);
        bytes memory sameSigned = signer.sign(secret, committee.handoverRoot(same, 7, 5, 0, last));
        vm.expectRevert(Committee.SameKey.selector);
        committee.rotate(same, 7, 5, 0, last, sameSigned);
        bytes memory zero = _handover(0);
        vm.expectRevert(Committee.NothingToWaitFor.selector);
        _rotate(0, zero);

        _rotate(last, signature);
        vm.expectRevert(Committee.InvalidSignature.selector);
        _rotate(last, signature);
    }

    // C1, C2: a key that cannot be used is refused when it is handed over to, not when its posting stands, which it
    // would keep off L1.
    function testNoBadKeyWaits() public {
        bytes32 later = bytes32("later");
        bytes memory bad = vm.parseJsonBytesArray(vectors(), ".badG1")[0];
        bytes memory signature = signer.sign(secret, committee.handoverRoot(bad, 7, 5, 0, later));
        vm.expectRevert(Committee.InvalidKey.selector);
        committee.rotate{gas: 2_000_000}(bad, 7, 5, 0, later, signature);
        signature = signer.sign(secret, committee.handoverRoot(next, 7, 4, 0, later));
        vm.expectRevert(abi.encodeWithSelector(Committee.InvalidThreshold.selector, 7, 4));
        committee.rotate{gas: 2_000_000}(next, 7, 4, 0, later, signature);
    }

    // C16: with the key lost, governance replaces it, but only once the network stands still.
    function testReplaceKey() public {
        postLedger(bytes32("one"));
        bytes memory signature = _handover();
        bytes32 last = inbox.lastPosting();
        vm.expectRevert(Committee.NotFrozen.selector);
        vm.prank(OWNER);
        committee.replaceKey(next, 7, 5, bytes32("next"));
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.expectRevert(Committee.Frozen.selector);
        _rotate(last, signature);
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
        _rotate(0, signature);
        vm.chainId(31337);
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.prank(OWNER);
        inbox.reopen();
        vm.expectRevert(Committee.InvalidSignature.selector);
        _rotate(0, signature);
        _rotate(0, _handover());
    }
}
