// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Committee} from "../src/Committee.sol";
import {SignedHeader} from "../src/Evidence.sol";
import {Inbox} from "../src/Inbox.sol";
import {Posting} from "../src/Posting.sol";
import {Registry} from "../src/Registry.sol";
import {SSZ} from "../src/SSZ.sol";
import {Vault} from "../src/Vault.sol";
import {Merkle} from "./Merkle.sol";
import {Network} from "./Network.sol";

/// @notice What evidence stops, what it does not, and what becomes of the money.
contract EvidenceTest is Network {
    address private constant THIEF = address(0x7417F);
    address private constant ALICE = address(0xA11CE);

    Posting[] private chain;

    function setUp() public {
        deployNetwork();
    }

    // ---- making evidence

    function _byHeaders(uint64 slot, SignedHeader memory a, SignedHeader memory b, bytes32 unsettled)
        private
        returns (bytes memory)
    {
        return _send(abi.encodeCall(inbox.freezeByHeaders, (slot, a, b, unsettled)));
    }

    /// @dev Good evidence about a slot, by the current key.
    function _evidence(uint64 slot, bytes32 unsettled) private returns (bytes memory) {
        return _byHeaders(slot, signHeader(slot, 1), signHeader(slot, 2), unsettled);
    }

    function _byPostings(Posting memory a, Posting memory b, bytes32 unsettled) private returns (bytes memory) {
        return _send(abi.encodeCall(inbox.freezeByPostings, (a, signPosting(a), b, signPosting(b), unsettled)));
    }

    /// @dev Empty if it was taken, else why not.
    function _send(bytes memory call) private returns (bytes memory answer) {
        bool ok;
        vm.prank(ANYONE, ANYONE);
        (ok, answer) = address(inbox).call{gas: 3_000_000}(call);
        if (ok) answer = "";
    }

    function _refused(bytes memory answer, bytes memory why, string memory what) private view {
        vm.assertEq(answer, why, what);
        vm.assertEq(inbox.disputedAt(), 0, what);
        vm.assertFalse(inbox.frozen(), what);
    }

    function _error(bytes4 selector) private pure returns (bytes memory) {
        return abi.encodeWithSelector(selector);
    }

    function _settled(uint64 slot) private pure returns (bytes memory) {
        return abi.encodeWithSelector(Inbox.Settled.selector, slot);
    }

    /// @dev Posts the next `slots` slots with this ledger, and keeps the posting.
    function _post(bytes32 ledger, uint64 slots) private {
        Posting memory p = nextPosting("");
        p.lastSlot = p.firstSlot + slots - 1;
        p.ledgerRoot = ledger;
        post(p, signPosting(p), "");
        chain.push(p);
    }

    /// @dev The last `n` postings, newest first, and the one before them.
    function _last(uint256 n) private view returns (Posting[] memory discarded, Posting memory before) {
        discarded = new Posting[](n);
        for (uint256 i = 0; i < n; i++) {
            discarded[i] = chain[chain.length - 1 - i];
        }
        if (chain.length > n) before = chain[chain.length - 1 - n];
    }

    function _rewind(address by, uint256 n) private returns (bytes memory) {
        (Posting[] memory discarded, Posting memory before) = _last(n);
        return _rewindTo(by, discarded, before);
    }

    function _rewindTo(address by, Posting[] memory discarded, Posting memory before)
        private
        returns (bytes memory answer)
    {
        bool ok;
        vm.prank(by);
        (ok, answer) = address(inbox).call(abi.encodeCall(inbox.rewind, (discarded, before)));
        if (ok) answer = "";
    }

    function _requireAt(Posting memory p, bytes32 root) private view {
        vm.assertEq(inbox.lastPosting(), root, "lastPosting");
        vm.assertEq(inbox.lastLedger(), p.ledgerRoot, "lastLedger");
        vm.assertEq(inbox.lastSlot(), p.lastSlot, "lastSlot");
        vm.assertEq(inbox.l1Number(), p.l1Number, "l1Number");
        vm.assertEq(inbox.queuePosition(), p.queuePosition, "queuePosition");
    }

    // ---- encodings, against Go

    function testHeadersHashLikeGo() public view {
        string memory json = vectors();
        bytes[] memory encoded = vm.parseJsonBytesArray(json, ".headers.encoded");
        bytes[] memory rest = vm.parseJsonBytesArray(json, ".headers.rest");
        bytes32[] memory roots = vm.parseJsonBytes32Array(json, ".headers.root");
        bytes32[] memory signingRoots = vm.parseJsonBytes32Array(json, ".headers.signingRoot");
        bytes[] memory signatures = vm.parseJsonBytesArray(json, ".headers.signature");
        vm.assertEq(encoded.length, 4, "headers");
        for (uint256 i = 0; i < encoded.length; i++) {
            bytes32[18] memory f = abi.decode(encoded[i], (bytes32[18]));
            SignedHeader memory h =
                SignedHeader(uint64(uint256(f[2])), abi.decode(rest[i], (bytes32[3])), signatures[i]);
            uint64 incarnation = uint64(uint256(f[1]));
            vm.assertEq(headers.root(h, f[0], incarnation, uint64(uint256(f[3]))), roots[i], "root");
            bytes32 message = SSZ.signingRoot(roots[i], SSZ.DOMAIN_HEADER, uint32(incarnation), f[0]);
            vm.assertEq(message, signingRoots[i], "signing root");
            vm.assertTrue(committee.verify(message, signatures[i]), "signature");
        }
    }

    // ---- two headers of a slot

    // C5: of a slot that was not posted yet, in both orders.
    function testTwoHeadersFreeze() public {
        _post("one", 3);
        SignedHeader memory a = signHeader(4, 1);
        SignedHeader memory b = signHeader(4, 2);
        uint256 state = vm.snapshotState();
        for (uint256 i = 0; i < 2; i++) {
            if (i == 1) (a, b) = (b, a);
            bytes32 first = headers.root(a, registry.networkId(), 1, 4);
            bytes32 second = headers.root(b, registry.networkId(), 1, 4);
            bytes32 last = inbox.lastPosting();
            vm.expectEmit(true, true, true, true, address(inbox));
            emit Inbox.FrozenAt(1, last, 3);
            vm.expectEmit(true, true, true, true, address(inbox));
            emit Inbox.Disputed(1, 4, first, second);
            vm.assertEq(_byHeaders(4, a, b, 0), "", "taken");
            vm.assertTrue(inbox.frozen(), "frozen");
            vm.assertEq(inbox.frozenAt(), block.timestamp, "frozenAt");
            vm.assertEq(inbox.disputedAt(), block.timestamp, "disputedAt");
            vm.assertEq(inbox.disputedSlot(), 4, "disputedSlot");
            vm.assertFalse(inbox.disputed(), "nothing of it is on L1");
            bytes memory again = abi.encodeWithSelector(Inbox.AlreadyDisputed.selector, 4);
            vm.assertEq(_byHeaders(4, a, b, 0), again, "C6: used once");
            vm.revertToState(state);
        }
    }

    // C18: of a posted slot until the second in which claims open.
    function testTwoHeadersOfAPostedSlot() public {
        _post("one", 3);
        vm.warp(block.timestamp + 1);
        _post("two", 3);
        uint256 open = block.timestamp + DELAY;
        uint256 state = vm.snapshotState();
        vm.warp(open - 1);
        _refused(_evidence(4, "one"), _settled(4), "by then the earlier ledger is settled");
        vm.assertEq(_evidence(4, "two"), "", "in time");
        vm.assertTrue(inbox.disputed(), "it is on L1");
        vm.revertToState(state);
        vm.warp(open);
        _refused(_evidence(4, "two"), _settled(4), "stale");
        _refused(_evidence(6, "two"), _settled(6), "stale");
        vm.assertEq(_evidence(7, "two"), "", "not posted");
    }

    // Whoever brings evidence must show that its slot came with or after what is not settled.
    function testAgeIsShown() public {
        _post("one", 3);
        _post("two", 3);
        _refused(_evidence(3, "two"), _settled(3), "before that posting");
        _refused(_evidence(3, "none"), _settled(3), "never posted");
        _refused(_evidence(0, "one"), _settled(0), "no slot");
        vm.assertEq(_evidence(5, "one"), "", "after an earlier one");
        vm.assertEq(_evidence(3, "one"), "", "an earlier slot of which there is evidence too");
        vm.assertEq(inbox.disputedSlot(), 3, "the first");
        bytes memory again = abi.encodeWithSelector(Inbox.AlreadyDisputed.selector, 3);
        vm.assertEq(_evidence(4, "two"), again, "nothing more");
    }

    // The age of a posting that brought no new ledger is kept too.
    function testPostingsThatChangeNoLedger() public {
        _post("same", 2);
        vm.warp(block.timestamp + DELAY);
        _post("same", 2);
        bytes32 root = inbox.lastPosting();
        vm.assertEq(inbox.ledgerTime("same"), block.timestamp - DELAY, "claims go by the first");
        _refused(_evidence(3, "same"), _settled(3), "the first is settled");
        _refused(_evidence(2, root), _settled(2), "not of that posting");
        vm.assertEq(_evidence(3, root), "", "the second is not");
        vm.assertEq(_rewind(OWNER, 1), "", "and can be discarded");
        vm.assertEq(inbox.ledgerTime("same"), block.timestamp - DELAY, "what it brought stands");
    }

    function testHeadersThatProveNothing() public {
        _post("one", 3);
        bytes memory invalid = _error(Inbox.InvalidSignature.selector);
        SignedHeader memory a = signHeader(3, 1);
        SignedHeader memory b = signHeader(3, 2);
        bytes32 root = headers.root(a, registry.networkId(), 1, 3);
        _refused(_byHeaders(3, a, a, "one"), abi.encodeWithSelector(Inbox.SameContent.selector, root), "equal");
        _refused(_byHeaders(3, a, signHeader(2, 2), "one"), invalid, "another slot's");
        _refused(_byHeaders(4, a, b, "one"), invalid, "for another slot");
        SignedHeader memory forged = signHeader(3, 2, 1, signer.secretOf(1), SSZ.DOMAIN_HEADER);
        _refused(_byHeaders(3, a, forged, "one"), invalid, "another key");
        _refused(_byHeaders(3, forged, a, "one"), invalid, "another key");
        forged = signHeader(3, 2);
        forged.signature = a.signature;
        _refused(_byHeaders(3, a, forged, "one"), invalid, "one signature for two");
        forged.signature = new bytes(256);
        _refused(_byHeaders(3, a, forged, "one"), invalid, "C1: infinity");
        forged.signature = "";
        _refused(_byHeaders(3, a, forged, "one"), invalid, "none");
        _refused(_byHeaders(3, a, signHeader(3, 2, 1, secret, SSZ.DOMAIN_POSTING), "one"), invalid, "another kind");
        _refused(_byHeaders(3, a, signHeader(3, 2, 0, secret, SSZ.DOMAIN_HEADER), "one"), invalid, "no epoch");
        _refused(_byHeaders(3, a, signHeader(3, 2, 2, secret, SSZ.DOMAIN_HEADER), "one"), invalid, "a later epoch");

        vm.chainId(5);
        _refused(_byHeaders(3, a, b, "one"), invalid, "C6: another chain's");
        vm.chainId(31337);
        vm.assertEq(_byHeaders(3, a, b, "one"), "", "and without any of these it is taken");
    }

    // What was signed for one incarnation is nothing to the next.
    function testEvidenceOfAnotherIncarnation() public {
        _post("one", 3);
        SignedHeader memory a = signHeader(4, 1);
        SignedHeader memory b = signHeader(4, 2);
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.prank(OWNER);
        inbox.reopen();
        _refused(_byHeaders(4, a, b, 0), _error(Inbox.InvalidSignature.selector), "headers");
        Posting memory p = nextPosting("");
        Posting memory q = nextPosting("");
        q.ledgerRoot = "other";
        q.incarnation = 1;
        bytes memory why = abi.encodeWithSelector(Inbox.WrongIncarnation.selector, 2, 1);
        _refused(_byPostings(p, q, 0), why, "postings");
        _refused(_byPostings(q, p, 0), why, "postings");
        _refused(_evidence(3, "one"), _settled(3), "a slot of the incarnation before");
        vm.assertEq(_evidence(4, 0), "", "of this one");
    }

    // ---- two postings of one place

    function testTwoPostingsFreeze() public {
        _post("one", 3);
        Posting memory p = nextPosting("");
        Posting memory q = nextPosting("");
        q.lastSlot += 1;
        uint256 state = vm.snapshotState();
        vm.assertEq(_byPostings(p, q, 0), "", "same slots, same previous");
        vm.assertEq(inbox.disputedSlot(), 4, "slot");
        vm.revertToState(state);
        vm.assertEq(_byPostings(q, p, 0), "", "the other way round");
        vm.revertToState(state);
        q.previous = "another";
        vm.assertEq(_byPostings(p, q, 0), "", "same first slot");
        vm.revertToState(state);
        q = nextPosting("");
        q.firstSlot = q.lastSlot = 9;
        vm.assertEq(_byPostings(p, q, 0), "", "same previous");
        vm.assertEq(inbox.disputedSlot(), 4, "the lower one");
        vm.revertToState(state);
        // One of them stands.
        q = nextPosting("");
        q.ledgerRoot = "honest";
        post(p, signPosting(p), "");
        vm.warp(block.timestamp + DELAY - 1);
        vm.assertEq(_byPostings(p, q, p.ledgerRoot), "", "while claims wait");
        vm.assertTrue(inbox.disputed(), "it is on L1");
        vm.revertToState(state);
        post(p, signPosting(p), "");
        vm.warp(block.timestamp + DELAY);
        _refused(_byPostings(p, q, p.ledgerRoot), _settled(4), "stale");
    }

    function testPostingsThatProveNothing() public {
        _post("one", 3);
        Posting memory p = nextPosting("");
        Posting memory q = nextPosting("");
        bytes memory same = abi.encodeWithSelector(Inbox.SameContent.selector, hasher.root(p));
        _refused(_byPostings(p, q, 0), same, "equal");
        q.firstSlot = q.lastSlot = 5;
        q.previous = hasher.root(p);
        _refused(_byPostings(p, q, 0), _error(Inbox.NoConflict.selector), "one after the other");
        q = nextPosting("");
        q.ledgerRoot = "other";
        bytes memory invalid = _error(Inbox.InvalidSignature.selector);
        bytes memory good = signPosting(p);
        bytes memory forged = signPosting(q, signer.secretOf(1));
        _refused(_send(abi.encodeCall(inbox.freezeByPostings, (p, good, q, forged, 0))), invalid, "another key");
        _refused(_send(abi.encodeCall(inbox.freezeByPostings, (q, forged, p, good, 0))), invalid, "another key");
        _refused(_send(abi.encodeCall(inbox.freezeByPostings, (p, good, q, good, 0))), invalid, "one for two");
        q.network = "other";
        _refused(_byPostings(p, q, 0), invalid, "another network's");
        q.network = p.network;
        q.epoch = 2;
        _refused(_byPostings(p, q, 0), invalid, "a later epoch");
        q.epoch = 1;
        vm.assertEq(_byPostings(p, q, 0), "", "and without any of these it is taken");
    }

    // ---- keys of the past

    // The old key answers for the slots of its epochs, and for none after it: past members cannot stop the network.
    function testEvidenceAgainstTheOldKey() public {
        uint256 old = secret;
        _post("one", 3);
        secret = signer.secretOf(1);
        bytes memory key = signer.keyOf(secret);
        bytes32 last = inbox.lastPosting();
        bytes memory signature = signer.sign(old, committee.handoverRoot(key, 4, 3, 0, last));
        committee.rotate(key, 4, 3, 0, last, signature);
        vm.assertEq(committee.keyOf(1), signer.keyOf(old), "kept");
        _post("two", 3);
        SignedHeader memory a = signHeader(4, 1, 1, old, SSZ.DOMAIN_HEADER);
        SignedHeader memory b = signHeader(4, 2, 1, old, SSZ.DOMAIN_HEADER);
        _refused(_byHeaders(4, a, b, "two"), _error(Inbox.InvalidSignature.selector), "after its epoch");
        a = signHeader(7, 1, 1, old, SSZ.DOMAIN_HEADER);
        b = signHeader(7, 2, 1, old, SSZ.DOMAIN_HEADER);
        _refused(_byHeaders(7, a, b, 0), _error(Inbox.InvalidSignature.selector), "not posted");
        uint256 state = vm.snapshotState();
        a = signHeader(3, 1, 1, old, SSZ.DOMAIN_HEADER);
        b = signHeader(3, 2, 1, old, SSZ.DOMAIN_HEADER);
        vm.assertEq(_byHeaders(3, a, b, "one"), "", "of its epoch");
        vm.revertToState(state);
        vm.assertEq(_evidence(5, "two"), "", "the new key for its own");
    }

    // A stolen key that governance replaced says nothing in the next incarnation.
    function testEvidenceByAReplacedKey() public {
        uint256 old = secret;
        _post("one", 3);
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        secret = signer.secretOf(1);
        bytes memory key = signer.keyOf(secret);
        vm.prank(OWNER);
        committee.replaceKey(key, 4, 3, 0);
        vm.prank(OWNER);
        inbox.reopen();
        _post("two", 3);
        for (uint64 slot = 3; slot < 8; slot++) {
            SignedHeader memory a = signHeader(slot, 1, 1, old, SSZ.DOMAIN_HEADER);
            SignedHeader memory b = signHeader(slot, 2, 1, old, SSZ.DOMAIN_HEADER);
            vm.assertTrue(_byHeaders(slot, a, b, "two").length != 0, "refused");
        }
        vm.assertFalse(inbox.frozen(), "goes on");
    }

    // Nor about slots that it once posted and that were discarded since.
    function testEvidenceByAReplacedKeyAboutSlotsAnew() public {
        uint256 old = secret;
        _post("one", 3);
        _post("two", 3);
        vm.assertEq(_evidence(4, "two"), "", "evidence");
        secret = signer.secretOf(1);
        bytes memory key = signer.keyOf(secret);
        vm.prank(OWNER);
        committee.replaceKey(key, 4, 3, 0);
        vm.assertEq(_rewind(OWNER, 1), "", "named");
        vm.prank(OWNER);
        inbox.reopen();
        SignedHeader memory a = signHeader(5, 1, 1, old, SSZ.DOMAIN_HEADER);
        SignedHeader memory b = signHeader(5, 2, 1, old, SSZ.DOMAIN_HEADER);
        _refused(_byHeaders(5, a, b, 0), _error(Inbox.InvalidSignature.selector), "the stolen key");
        vm.assertEq(_evidence(5, 0), "", "the key of now");
    }

    // A handover that waits for what has passed does not come into force by going back there: who signs from the next
    // incarnation on is governance's to say.
    function testGoingBackHandsOverToNobody() public {
        _post("one", 3);
        bytes32 named = inbox.lastPosting();
        _post("two", 3);
        bytes memory key = signer.keyOf(signer.secretOf(1));
        bytes memory signature = signer.sign(secret, committee.handoverRoot(key, 4, 3, 0, named));
        committee.rotate(key, 4, 3, 0, named, signature);
        vm.assertEq(_evidence(4, "two"), "", "evidence");
        vm.assertEq(_rewind(OWNER, 1), "", "to what it named");
        vm.assertEq(inbox.lastPosting(), named, "named");
        committee.takeOver();
        vm.assertEq(committee.epoch(), 1, "frozen");
        vm.prank(OWNER);
        inbox.reopen();
        committee.takeOver();
        vm.assertEq(committee.epoch(), 1, "another incarnation");
    }

    // ---- naming the last good posting

    function testOwnerNamesTheLastGoodPosting() public {
        _post("zero", 1);
        vm.warp(block.timestamp + DELAY);
        vault.requestWithdrawal(1, 1);
        _post("one", 3);
        vm.roll(block.number + 1);
        vault.requestWithdrawal(1, 2);
        _post("two", 3);
        _post("three", 3);
        vm.assertEq(_rewind(OWNER, 1), _error(Inbox.NotDisputed.selector), "without evidence");
        vm.assertEq(_evidence(6, "two"), "", "evidence");
        vm.assertEq(_rewind(ANYONE, 1), abi.encodeWithSelector(Inbox.NotOwner.selector, ANYONE), "by the owner");
        _refuseOtherChains();
        vm.assertEq(_rewind(OWNER, 4), _settled(1), "settled before");
        uint256 state = vm.snapshotState();

        bytes32 good = hasher.root(chain[1]);
        vm.expectEmit(true, true, true, true, address(inbox));
        emit Inbox.Rewound(1, good, 4);
        vm.assertEq(_rewind(OWNER, 2), "", "two");
        _requireAt(chain[1], good);
        vm.revertToState(state);
        vm.assertEq(_rewind(OWNER, 1), "", "one");
        chain.pop();
        vm.assertEq(_rewind(OWNER, 1), "", "and one more");
        chain.pop();
        _requireAt(chain[1], good);
        vm.assertEq(inbox.ledgerTime("two"), 0, "discarded");
        vm.assertEq(inbox.ledgerTime("three"), 0, "discarded");
        vm.assertEq(inbox.ledgerTime("one"), block.timestamp, "stands");
        vm.assertTrue(inbox.frozen(), "until it is reopened");

        vm.warp(block.timestamp + 5);
        vm.prank(OWNER);
        inbox.reopen();
        vm.assertEq(inbox.disputedAt(), 0, "over");
        vm.assertEq(inbox.disputedSlot(), 0, "over");
        vm.assertEq(inbox.ledgerTime("two"), 0, "discarded for good");
        _post("new", 7);
        vm.assertEq(inbox.lastSlot(), 11, "from there");
        vm.assertEq(inbox.ledgerTime("three"), 0, "not revived by later slots");
        vm.assertEq(inbox.ledgerTime("one"), block.timestamp - 5, "as before");
        _post("two", 1);
        vm.assertEq(inbox.ledgerTime("two"), block.timestamp, "posted anew");
    }

    function _refuseOtherChains() private {
        (Posting[] memory discarded, Posting memory before) = _last(2);
        bytes32 last = hasher.root(chain[3]);
        discarded[0].ledgerRoot = "other";
        bytes memory why = abi.encodeWithSelector(Inbox.NotPosted.selector, last, hasher.root(discarded[0]));
        vm.assertEq(_rewindTo(OWNER, discarded, before), why, "not what was posted");
        discarded[0].ledgerRoot = "three";
        before.queuePosition = 7;
        why = abi.encodeWithSelector(Inbox.NotPosted.selector, hasher.root(chain[1]), hasher.root(before));
        vm.assertEq(_rewindTo(OWNER, discarded, before), why, "not the one before");
        (discarded[0], discarded[1]) = (discarded[1], discarded[0]);
        why = abi.encodeWithSelector(Inbox.NotPosted.selector, last, hasher.root(chain[2]));
        vm.assertEq(_rewindTo(OWNER, discarded, chain[1]), why, "in order");
    }

    // To before the first posting ever, and not beyond the beginning of an incarnation.
    function testRewindToTheBeginning() public {
        _post("one", 3);
        _post("two", 3);
        vm.assertEq(_evidence(1, "one"), "", "evidence");
        uint256 state = vm.snapshotState();
        vm.assertEq(_rewind(OWNER, 2), "", "all");
        Posting memory none;
        _requireAt(none, 0);
        vm.prank(OWNER);
        inbox.reopen();
        _post("again", 1);
        vm.assertEq(inbox.lastSlot(), 1, "from the first slot");

        vm.revertToState(state);
        vm.prank(OWNER);
        inbox.reopen();
        _post("three", 2);
        vm.assertEq(_evidence(7, "three"), "", "evidence");
        vm.assertEq(_rewind(OWNER, 2), _settled(6), "of the incarnation before");
        vm.assertEq(_rewind(OWNER, 1), "", "to where it began");
        _requireAt(chain[1], hasher.root(chain[1]));
    }

    // ---- the money

    /// @dev Alice's 100 of which a captured committee makes 100 of the thief's; nothing else is in the vault.
    function _theft() private returns (Merkle.Account[] memory good, Merkle.Account[] memory bad) {
        vm.deal(address(this), 105);
        vault.deposit{value: 100}(ALICE);
        good = new Merkle.Account[](2);
        good[0] = Merkle.Account(ALICE, 100, 0, 0, 10);
        good[1] = Merkle.Account(PAYOUT, 0, 0, 0, 0);
        bad = new Merkle.Account[](2);
        bad[0] = Merkle.Account(ALICE, 105, 105, 0, 0);
        bad[1] = Merkle.Account(THIEF, 0, 0, 105, 0);
        _post(Merkle.tree(good)[0], 3);
        vm.warp(block.timestamp + DELAY);
        vault.deposit{value: 5}(ALICE);
        _post(Merkle.tree(bad)[0], 3);
    }

    function _pay(bool exit, Merkle.Account[] memory ledger, uint256 i) private returns (bytes memory answer) {
        Merkle.Account memory a = ledger[i];
        bytes32[] memory nodes = Merkle.tree(ledger);
        bytes32[] memory proof = Merkle.proof(nodes, Merkle.leafOf(a));
        bytes memory call = exit
            ? abi.encodeCall(vault.exit, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, proof))
            : abi.encodeCall(vault.claim, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, nodes[0], proof));
        bool ok;
        (ok, answer) = address(vault).call(call);
        if (ok) answer = "";
    }

    // What a captured committee posted is not paid out once there is evidence, while what was settled is; and what
    // governance discards is never paid.
    function testNothingIsPaidOfWhatIsDisputed() public {
        (Merkle.Account[] memory good, Merkle.Account[] memory bad) = _theft();
        bytes32 badRoot = Merkle.tree(bad)[0];
        vm.warp(block.timestamp + DELAY - 1);
        vm.assertEq(_evidence(4, badRoot), "", "in the last second");
        vm.warp(block.timestamp + EXIT_SECONDS - 1);
        vm.assertEq(_pay(false, bad, 1), abi.encodeWithSelector(Vault.Held.selector, badRoot), "held");
        vm.assertEq(_pay(false, good, 0), "", "settled before");
        vm.assertEq(ALICE.balance, 10, "paid");
        uint256 state = vm.snapshotState();
        vm.assertEq(_rewind(OWNER, 1), "", "named");
        vm.assertEq(_pay(false, bad, 1), abi.encodeWithSelector(Vault.UnknownRoot.selector, badRoot), "discarded");
        vm.prank(OWNER);
        inbox.reopen();
        vm.warp(block.timestamp + 10 * DELAY);
        vm.assertEq(_pay(false, bad, 1), abi.encodeWithSelector(Vault.UnknownRoot.selector, badRoot), "for good");
        vm.assertEq(address(vault).balance, 95, "nothing is lost");
        // Where governance finds nothing wrong with it, it is paid.
        vm.revertToState(state);
        vm.prank(OWNER);
        inbox.reopen();
        vm.assertEq(_pay(false, bad, 1), abi.encodeWithSelector(Vault.PaymentFailed.selector, THIEF), "only 95 there");
    }

    // C18: what was settled in the very second in which evidence came is paid; what would have been in the next is not.
    function testHeldEdge() public {
        (, Merkle.Account[] memory ledger) = _theft();
        uint256 open = block.timestamp + DELAY;
        uint256 state = vm.snapshotState();
        vm.warp(open);
        vm.assertEq(_evidence(7, 0), "", "evidence");
        vm.assertEq(_rewind(OWNER, 1), _settled(6), "not to be discarded");
        vm.assertEq(_pay(false, ledger, 1), "", "but paid");
        vm.revertToState(state);
        vm.warp(open - 1);
        vm.assertEq(_evidence(7, 0), "", "evidence");
        vm.warp(open);
        vm.assertTrue(bytes4(_pay(false, ledger, 1)) == Vault.Held.selector, "held");
        vm.assertEq(_rewind(OWNER, 1), "", "and discarded");
    }

    // Evidence that comes when the inbox is frozen already holds claims all the same.
    function testEvidenceWhileFrozen() public {
        (, Merkle.Account[] memory bad) = _theft();
        bytes32 badRoot = Merkle.tree(bad)[0];
        vm.roll(block.number + FREEZE_BLOCKS);
        vault.requestWithdrawal(1, 0);
        vm.roll(block.number + FREEZE_BLOCKS);
        inbox.freeze();
        uint64 frozenAt = inbox.frozenAt();
        vm.warp(block.timestamp + DELAY - 1);
        vm.assertEq(_evidence(4, badRoot), "", "evidence");
        vm.assertEq(inbox.frozenAt(), frozenAt, "frozen since then");
        vm.warp(block.timestamp + 1);
        vm.assertEq(_pay(false, bad, 1), abi.encodeWithSelector(Vault.Held.selector, badRoot), "held");
        vm.warp(frozenAt + EXIT_SECONDS);
        SignedHeader memory a = signHeader(3, 1);
        vm.assertEq(_byHeaders(3, a, signHeader(3, 2), badRoot), _error(Inbox.Dead.selector), "too late for more");
    }

    // Where governance does nothing for T_exit everybody exits against the last ledger before what is under dispute,
    // without anybody's leave; and what was deposited since goes back.
    function testDeathUnderDispute() public {
        (Merkle.Account[] memory good, Merkle.Account[] memory bad) = _theft();
        bytes32 badRoot = Merkle.tree(bad)[0];
        vm.assertEq(_evidence(5, badRoot), "", "evidence");
        vm.warp(block.timestamp + EXIT_SECONDS - 1);
        vm.assertEq(_rewind(ANYONE, 1), abi.encodeWithSelector(Inbox.NotOwner.selector, ANYONE), "alive");
        vm.warp(block.timestamp + 1);
        vm.assertEq(_pay(true, bad, 1), _error(Vault.Disputed.selector), "the thief");
        vm.assertEq(_pay(true, good, 0), _error(Vault.Disputed.selector), "not yet");
        vm.assertEq(_pay(false, bad, 1), abi.encodeWithSelector(Vault.Held.selector, badRoot), "held");
        vm.assertEq(_rewind(ANYONE, 2), _error(Inbox.NotDisputed.selector), "no more than that");
        vm.assertEq(_rewind(ANYONE, 1), "", "by anyone");
        vm.assertEq(
            _rewind(OWNER, 1),
            abi.encodeWithSelector(Inbox.NotPosted.selector, hasher.root(chain[0]), hasher.root(chain[1])),
            "once"
        );
        chain.pop();
        vm.assertEq(_rewind(OWNER, 1), _error(Inbox.NotDisputed.selector), "not even by governance");
        vm.assertEq(_pay(true, bad, 1), _error(Vault.InvalidProof.selector), "the thief");
        vm.assertEq(_pay(true, good, 0), "", "alice");
        vm.assertEq(ALICE.balance, 100, "all of it");
        vault.exitDeposit(2, address(this), ALICE, 5, 0);
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }

    receive() external payable {}

    // Evidence about slots that are not on L1 leaves the last posting as it is: exits are against it.
    function testDeathUnderDisputeOfLaterSlots() public {
        (, Merkle.Account[] memory ledger) = _theft();
        vm.assertEq(_evidence(9, 0), "", "evidence");
        vm.warp(block.timestamp + EXIT_SECONDS);
        vm.assertEq(_rewind(ANYONE, 1), _error(Inbox.NotDisputed.selector), "nothing to discard");
        vm.assertEq(_pay(true, ledger, 1), "", "exit");
        vm.assertEq(address(vault).balance, 0, "nothing is left");
    }
}
