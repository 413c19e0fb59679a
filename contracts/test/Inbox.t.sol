// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Inbox} from "../src/Inbox.sol";
import {Posting} from "../src/Posting.sol";
import {SSZ} from "../src/SSZ.sol";
import {Vm} from "./Base.sol";
import {Network} from "./Network.sol";

/// @dev Calls on, with calldata that is not its own. Fails as the callee does.
contract Forwarder {
    function forward(address target, bytes memory call) external {
        (bool ok, bytes memory answer) = target.call(call);
        assembly {
            if iszero(ok) { revert(add(answer, 32), mload(answer)) }
        }
    }
}

/// @dev Calls on while it has no code yet.
contract ForwarderOnce {
    bytes public answer;

    constructor(address target, bytes memory call) {
        (, answer) = target.call(call);
    }
}

contract InboxTest is Network {
    function setUp() public {
        deployNetwork();
    }

    // ---- encodings, against Go

    function testPostingsHashLikeGo() public view {
        string memory json = vectors();
        bytes[] memory encoded = vm.parseJsonBytesArray(json, ".postings.encoded");
        bytes32[] memory roots = vm.parseJsonBytes32Array(json, ".postings.root");
        bytes32[] memory signingRoots = vm.parseJsonBytes32Array(json, ".postings.signingRoot");
        bytes[] memory signatures = vm.parseJsonBytesArray(json, ".postings.signature");
        vm.assertEq(encoded.length, 16, "postings");
        for (uint256 i = 0; i < encoded.length; i++) {
            Posting memory p = abi.decode(encoded[i], (Posting));
            vm.assertEq(hasher.root(p), roots[i], "root");
            bytes32 message = SSZ.signingRoot(roots[i], SSZ.DOMAIN_POSTING, uint32(p.incarnation), p.network);
            vm.assertEq(message, signingRoots[i], "signing root");
            vm.assertTrue(committee.verify(message, signatures[i]), "signature");
        }
    }

    function testFuzzUint64Leaf(uint64 v) public pure {
        bytes32 leaf = SSZ.leaf(v);
        uint256 back = 0;
        for (uint256 i = 0; i < 8; i++) {
            back |= uint256(uint8(leaf[i])) << (8 * i);
        }
        vm.assertEq(back, v, "little-endian");
        vm.assertEq(uint256(leaf) << 64, 0, "padding");
    }

    // ---- posting

    function testFirstPosting() public {
        Posting memory p = nextPosting("data");
        p.lastSlot = 8;
        bytes memory signature = signPosting(p);
        bytes32 root = hasher.root(p);
        vm.assertFalse(inbox.hasPosted(), "before");
        vm.expectEmit(true, true, true, true, address(inbox));
        emit Inbox.Posted(1, 8, root, p.lastHeader, p.ledgerRoot, keccak256("data"));
        post(p, signature, "data");
        vm.assertEq(inbox.lastPosting(), root, "lastPosting");
        vm.assertEq(inbox.lastLedger(), p.ledgerRoot, "lastLedger");
        vm.assertEq(inbox.lastSlot(), 8, "lastSlot");
        vm.assertEq(inbox.l1Number(), p.l1Number, "l1Number");
        vm.assertEq(inbox.queuePosition(), p.queuePosition, "queuePosition");
        vm.assertEq(inbox.postedAt(), block.timestamp, "postedAt");
        vm.assertEq(inbox.ledgerTime(p.ledgerRoot), block.timestamp, "ledgerTime");
        vm.assertTrue(inbox.hasPosted(), "after");
    }

    function testPostingsChain() public {
        for (uint64 i = 1; i <= 5; i++) {
            vm.roll(block.number + i);
            vm.warp(block.timestamp + i);
            Posting memory p = nextPosting("");
            p.lastSlot += i;
            post(p, signPosting(p), "");
            vm.assertEq(inbox.lastPosting(), hasher.root(p), "root");
            vm.assertEq(inbox.postedAt(), block.timestamp, "silence is counted from the last one");
        }
        vm.assertEq(inbox.lastSlot(), 5 + 15, "slots");
    }

    // A root posted twice keeps the earlier time: claims open no later for it.
    function testLedgerTimeIsTheFirst() public {
        postLedger(bytes32("same"));
        uint256 first = block.timestamp;
        vm.warp(first + 10);
        postLedger(bytes32("same"));
        vm.assertEq(inbox.ledgerTime(bytes32("same")), first, "time");
    }

    /// @dev One defect in an otherwise good posting, signed as it stands: the signature is never what is wrong.
    function _refuse(Posting memory p, bytes memory data, bytes memory why) private {
        bytes memory signature = signPosting(p);
        vm.expectRevert(why);
        post(p, signature, data);
    }

    function testRefusals() public {
        postLedger(bytes32("one"));
        Posting memory p = nextPosting("data");

        p.network = bytes32("other");
        _refuse(p, "data", abi.encodeWithSelector(Inbox.WrongNetwork.selector, registry.networkId(), p.network));
        p = nextPosting("data");
        p.incarnation = 2;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.WrongIncarnation.selector, 1, 2));
        p = nextPosting("data");
        p.epoch = 2;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.WrongEpoch.selector, 1, 2));
        p = nextPosting("data");
        p.previous = bytes32("other");
        _refuse(p, "data", abi.encodeWithSelector(Inbox.WrongPrevious.selector, inbox.lastPosting(), p.previous));
        p = nextPosting("data");
        p.firstSlot = 3;
        p.lastSlot = 3;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.WrongFirstSlot.selector, 2, 3));
        p = nextPosting("data");
        p.lastSlot = 1;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.EmptyRange.selector, 2, 1));
        p = nextPosting("data");
        p.blobsHash = bytes32(uint256(1));
        _refuse(p, "data", abi.encodeWithSelector(Inbox.BlobsNotTaken.selector));
        p = nextPosting("data");
        _refuse(p, "date", abi.encodeWithSelector(Inbox.WrongData.selector, keccak256("date"), p.dataHash));
        p = nextPosting("data");
        p.l1Number = 99;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.ViewDecreased.selector, 100, 99));
        p = nextPosting("data");
        p.l1Number = 101;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.ViewAhead.selector, 100, 101));
        p = nextPosting("data");
        p.queuePosition = 0;
        p.queueHash = 0;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.QueueDecreased.selector, 1, 0));
        p = nextPosting("data");
        p.queuePosition = 2;
        _refuse(p, "data", abi.encodeWithSelector(Inbox.OutOfQueue.selector, 2, 1));
        p = nextPosting("data");
        p.queueHash = bytes32("other");
        _refuse(p, "data", abi.encodeWithSelector(Inbox.WrongQueueHash.selector, inbox.accumulatorAt(1), p.queueHash));

        // And without any of these it is taken.
        p = nextPosting("data");
        post(p, signPosting(p), "data");
    }

    function testSignatureRefusals() public {
        Posting memory p = nextPosting("");
        bytes memory other = signPosting(p, signer.secretOf(1));
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, other, "");
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, new bytes(256), "");
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, "", "");
        // The same object under another domain is another message.
        bytes memory header = signer.sign(secret, SSZ.signingRoot(hasher.root(p), 0x43480001, 1, p.network));
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, header, "");
        bytes memory handover = signer.sign(secret, SSZ.signingRoot(hasher.root(p), SSZ.DOMAIN_HANDOVER, 1, p.network));
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, handover, "");
        post(p, signPosting(p), "");
    }

    // A verifier reads the data from the transaction's calldata, so a posting is taken from there or not at all: not
    // from a contract, nor while one is made, and not from an account that delegates to one, whether its code calls or
    // it calls itself.
    function testPostOnlyDirectly() public {
        Posting memory p = nextPosting("data");
        bytes memory call = abi.encodeCall(inbox.post, (p, signPosting(p), "data"));
        Forwarder forwarder = new Forwarder();

        vm.expectRevert(abi.encodeWithSelector(Inbox.NotDirect.selector, address(forwarder)));
        vm.prank(ANYONE, ANYONE);
        forwarder.forward(address(inbox), call);

        vm.prank(ANYONE, ANYONE);
        ForwarderOnce once = new ForwarderOnce(address(inbox), call);
        vm.assertEq(once.answer(), abi.encodeWithSelector(Inbox.NotDirect.selector, address(once)), "constructor");

        uint256 key = uint256(keccak256("delegator"));
        address delegator = vm.addr(key);
        vm.signAndAttachDelegation(address(forwarder), key);
        vm.prank(delegator, delegator);
        vm.expectRevert(abi.encodeWithSelector(Inbox.NotDirect.selector, delegator));
        Forwarder(delegator).forward(address(inbox), call);
        vm.assertEq(delegator.code, abi.encodePacked(hex"ef0100", forwarder), "EIP-7702");
        vm.prank(delegator, delegator);
        (bool ok, bytes memory answer) = address(inbox).call(call);
        vm.assertFalse(ok, "taken from a delegator");
        vm.assertEq(answer, abi.encodeWithSelector(Inbox.NotDirect.selector, delegator), "delegator");
        // Nor does another's transaction make it direct.
        vm.expectRevert(abi.encodeWithSelector(Inbox.NotDirect.selector, delegator));
        vm.prank(ANYONE, ANYONE);
        Forwarder(delegator).forward(address(inbox), call);
        vm.assertEq(inbox.lastSlot(), 0, "state");

        // The same call is good from the same account once it delegates no more.
        vm.signAndAttachDelegation(address(0), key);
        vm.prank(delegator, delegator);
        (ok,) = address(inbox).call(call);
        vm.assertTrue(ok, "taken directly");
        vm.assertEq(inbox.lastSlot(), 1, "slot");
    }

    // R10: who comes second is told so, however it came.
    function testDuplicateIsToldFirst() public {
        Posting memory p = nextPosting("");
        bytes memory call = abi.encodeCall(inbox.post, (p, signPosting(p), ""));
        postLedger(bytes32("one"));
        Forwarder forwarder = new Forwarder();
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongFirstSlot.selector, 2, 1));
        vm.prank(ANYONE, ANYONE);
        forwarder.forward(address(inbox), call);
    }

    // C3: a valid posting with one field changed, whichever, is refused, by its own check or by the signature.
    function testFuzzOneFieldChanged(uint8 field, bytes32 value) public {
        Posting memory p = nextPosting("data");
        bytes memory signature = signPosting(p);
        bytes memory words = abi.encode(p);
        uint256 offset = 32 + 32 * uint256(field % 15);
        bytes32 before;
        assembly {
            before := mload(add(words, offset))
        }
        field %= 15;
        bool isNumber = field == 1 || field == 2 || field == 4 || field == 5 || field == 9 || field == 11;
        if (isNumber) value = bytes32(uint256(uint64(uint256(value))));
        vm.assume(value != before);
        assembly {
            mstore(add(words, offset), value)
        }
        p = abi.decode(words, (Posting));
        vm.prank(ANYONE, ANYONE);
        (bool ok, bytes memory why) =
            address(inbox).call{gas: 3_000_000}(abi.encodeCall(inbox.post, (p, signature, "data")));
        vm.assertFalse(ok, "taken");
        vm.assertTrue(bytes4(why) != Inbox.NotDirect.selector, "refused for its field");
        vm.assertEq(inbox.lastSlot(), 0, "state");
    }

    // C3: what was signed for one network is refused by another, even where all else is equal: on a fork of the L1
    // with another chain id, and with another registry.
    function testReplayElsewhere() public {
        Posting memory p = nextPosting("");
        bytes memory signature = signPosting(p);
        bytes32 network = p.network;
        vm.chainId(12345);
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongNetwork.selector, registry.networkId(), network));
        post(p, signature, "");
        vm.chainId(31337);
        Inbox first = inbox;
        deployNetwork();
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongNetwork.selector, registry.networkId(), network));
        post(p, signature, "");
        p.network = registry.networkId();
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(p, signature, "");
        p.network = network;
        vm.prank(ANYONE, ANYONE);
        first.post(p, signature, ""); // where it was meant for
    }

    // ---- the queue

    function testAccumulator() public {
        bytes32 accumulator = inbox.accumulatorAt(1);
        vm.roll(123);
        bytes memory rawTx = hex"02f8";
        bytes memory payload = abi.encode(CHAIN, rawTx);
        bytes32 item = keccak256(abi.encode(uint64(1), uint64(123), uint8(3), ANYONE, keccak256(payload)));
        bytes32 want = keccak256(abi.encodePacked(accumulator, item));
        vm.expectEmit(true, true, true, true, address(inbox));
        emit Inbox.Queued(1, 123, 3, ANYONE, payload, want);
        vm.prank(ANYONE);
        inbox.forceTransaction(CHAIN, rawTx);
        vm.assertEq(inbox.accumulatorAt(2), want, "accumulator");
        vm.assertEq(inbox.accumulatorAt(0), 0, "empty");
        vm.assertEq(inbox.queueLength(), 2, "length");
        vm.assertEq(inbox.blockOf(1), 123, "block");
    }

    // The whole queue, rebuilt from its events alone, as a reader of L1 does.
    function testFuzzQueueFromEvents(uint256 seed) public {
        vm.recordLogs();
        uint256 n = between(seed, 1, 12);
        bytes32 start = inbox.accumulatorAt(1);
        for (uint256 i = 0; i < n; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.roll(block.number + (seed % 3));
            if (seed % 5 == 0) {
                inbox.forceTransaction(CHAIN, new bytes(1 + (seed >> 8) % 100));
            } else if (seed % 5 == 1) {
                vm.deal(address(this), 5);
                vault.depositBoth{value: 5}(ANYONE, seed % 6);
            } else if (seed % 5 == 2) {
                vault.requestWithdrawal(1, seed);
            } else if (seed % 5 == 3) {
                vm.prank(OWNER);
                registry.setWeight(CHAIN, uint32(seed));
            } else {
                vm.prank(OWNER);
                registry.setPayout(CHAIN, PAYOUT);
            }
        }
        bytes32 accumulator = start;
        uint64 position = 1;
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; i++) {
            if (logs[i].topics[0] != Inbox.Queued.selector) continue;
            vm.assertEq(logs[i].emitter, address(inbox), "emitter");
            (uint64 l1Block, uint8 kind, address sender, bytes memory payload, bytes32 after_) =
                abi.decode(logs[i].data, (uint64, uint8, address, bytes, bytes32));
            vm.assertEq(uint256(logs[i].topics[1]), position, "position");
            bytes32 item = keccak256(abi.encode(position, l1Block, kind, sender, keccak256(payload)));
            accumulator = keccak256(abi.encodePacked(accumulator, item));
            vm.assertEq(after_, accumulator, "event");
            position++;
            vm.assertEq(inbox.accumulatorAt(position), accumulator, "view");
        }
        vm.assertEq(position, n + 1, "items");
        vm.assertEq(inbox.queueLength(), position, "length");
    }

    function testQueueRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(Inbox.NotEnqueuer.selector, ANYONE));
        vm.prank(ANYONE);
        inbox.enqueue(1, ANYONE, "");
        vm.expectRevert(abi.encodeWithSelector(Inbox.NotEnqueuer.selector, OWNER));
        vm.prank(OWNER);
        inbox.enqueue(1, ANYONE, "");
        vm.expectRevert(Inbox.EmptyTransaction.selector);
        inbox.forceTransaction(CHAIN, "");
        vm.expectRevert(abi.encodeWithSelector(Inbox.UnknownRollup.selector, 7));
        inbox.forceTransaction(7, "x");
        vm.expectRevert(abi.encodeWithSelector(Inbox.TransactionTooLong.selector, 32_769));
        inbox.forceTransaction(CHAIN, new bytes(32_769));
        inbox.forceTransaction(CHAIN, new bytes(32_768));
        vm.expectRevert(abi.encodeWithSelector(Inbox.OutOfQueue.selector, 3, 2));
        inbox.accumulatorAt(3);
        vm.expectRevert(abi.encodeWithSelector(Inbox.OutOfQueue.selector, 2, 2));
        inbox.blockOf(2);
    }

    // C18, B13: an item of block b may stay unread in a view of b + D − 1, and not in one of b + D. When the posting
    // is sent does not matter.
    function testOverdueEdge() public {
        postLedger(bytes32("one"));
        inbox.forceTransaction(CHAIN, "tx"); // at block 100
        vm.roll(100 + 5 * INCLUSION);
        Posting memory p = nextPosting("");
        p.queuePosition = 1;
        p.queueHash = inbox.accumulatorAt(1);
        for (uint64 late = 0; late < 3; late++) {
            p.l1Number = 100 + INCLUSION + late;
            _refuse(p, "", abi.encodeWithSelector(Inbox.Overdue.selector, 1, 100));
        }
        uint256 state = vm.snapshotState();
        p.l1Number = 100 + INCLUSION - 1;
        post(p, signPosting(p), "");
        vm.revertToState(state);
        p.l1Number = 100 + INCLUSION;
        p.queuePosition = 2;
        p.queueHash = inbox.accumulatorAt(2);
        post(p, signPosting(p), "");
    }

    // ---- freezing

    // C18: exactly from the T-th second on.
    function testFreezeBySilence() public {
        postLedger(bytes32("one"));
        uint256 start = block.timestamp;
        vm.warp(start + FREEZE_SECONDS - 1);
        vm.expectRevert(Inbox.NotStalled.selector);
        inbox.freeze();
        vm.warp(start + FREEZE_SECONDS);
        vm.expectEmit(true, true, true, true, address(inbox));
        emit Inbox.FrozenAt(1, inbox.lastPosting(), 1);
        vm.prank(ANYONE);
        inbox.freeze();
        vm.assertTrue(inbox.frozen(), "frozen");
        vm.expectRevert(Inbox.Frozen.selector);
        inbox.freeze();
        Posting memory p = nextPosting("");
        _refuse(p, "", abi.encodeWithSelector(Inbox.Frozen.selector));
    }

    // C18: exactly from the block on at which the oldest item not consumed has that age.
    function testFreezeByQueue() public {
        postLedger(bytes32("one"));
        inbox.forceTransaction(CHAIN, "tx"); // at block 100
        vm.roll(100 + FREEZE_BLOCKS - 1);
        vm.expectRevert(Inbox.NotStalled.selector);
        inbox.freeze();
        vm.roll(100 + FREEZE_BLOCKS);
        inbox.freeze();
        vm.assertTrue(inbox.frozen(), "frozen");
    }

    function testQueueConsumedDoesNotFreeze() public {
        postLedger(bytes32("one"));
        vm.roll(100 + 3 * FREEZE_BLOCKS);
        vm.assertFalse(inbox.stalled(), "stalled");
    }

    function testReopen() public {
        postLedger(bytes32("one"));
        Posting memory old = nextPosting("");
        bytes memory oldSignature = signPosting(old);
        bytes32 last = inbox.lastPosting();
        vm.expectRevert(Inbox.NotFrozen.selector);
        vm.prank(OWNER);
        inbox.reopen();
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.expectRevert(abi.encodeWithSelector(Inbox.NotOwner.selector, ANYONE));
        vm.prank(ANYONE);
        inbox.reopen();
        vm.expectEmit(true, true, true, true, address(inbox));
        emit Inbox.Reopened(2, last, 1);
        vm.prank(OWNER);
        inbox.reopen();
        vm.assertFalse(inbox.frozen(), "frozen");
        vm.assertFalse(inbox.stalled(), "stalled");
        vm.assertFalse(inbox.hasPosted(), "posted in this incarnation");

        // What the first incarnation signed and nobody posted is void.
        vm.expectRevert(abi.encodeWithSelector(Inbox.WrongIncarnation.selector, 2, 1));
        post(old, oldSignature, "");
        old.incarnation = 2;
        vm.expectRevert(Inbox.InvalidSignature.selector);
        post(old, oldSignature, "");
        postLedger(bytes32("two"));
        vm.assertEq(inbox.lastSlot(), 2, "goes on from there");
        vm.assertTrue(inbox.hasPosted(), "posted in this incarnation");
    }
}
