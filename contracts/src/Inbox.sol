// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Committee} from "./Committee.sol";
import {SignedHeader} from "./Evidence.sol";
import {Posting} from "./Posting.sol";
import {Registry} from "./Registry.sol";
import {SSZ} from "./SSZ.sol";

/// @title Inbox
/// @notice What goes from L1 to the network, one hash-chained queue, and what comes back, signed postings.
contract Inbox {
    /// @dev What is kept of a posting: when it came, in seconds, and which slots it has.
    struct Record {
        uint64 time;
        uint64 firstSlot;
        uint64 lastSlot;
        uint32 incarnation;
    }

    /// @dev Kinds of queue items. 1 and 2 come from the vault, 4 to 6 from the registry, 3 from anybody.
    uint8 private constant KIND_FORCE = 3;

    /// @notice Most bytes of a transaction that can be forced.
    uint256 public constant MAX_FORCED = 32_768;

    Registry public immutable REGISTRY;
    Committee public immutable COMMITTEE;
    /// @notice A queue item of L1 block b must be consumed by the first posting whose view is at least b + this.
    uint64 public immutable INCLUSION_BLOCKS;
    /// @notice Seconds without a posting after which anyone may freeze.
    uint64 public immutable FREEZE_SECONDS;
    /// @notice Age in L1 blocks of the oldest queue item not consumed at which anyone may freeze.
    uint64 public immutable FREEZE_BLOCKS;
    /// @notice Seconds frozen without a reopening after which the network is dead.
    uint64 public immutable EXIT_SECONDS;

    /// @notice hash_tree_root of the last posting, and the ledger root it named.
    bytes32 public lastPosting;
    bytes32 public lastLedger;
    /// @notice Last slot posted, its L1 view, queue items consumed, and when it was posted (or the incarnation began).
    uint64 public lastSlot;
    uint64 public l1Number;
    uint64 public queuePosition;
    uint64 public postedAt;
    /// @notice Number of the current incarnation, from 1.
    uint32 public incarnation;
    uint32 private _postedIncarnation;
    /// @notice While frozen nothing can be posted. Claims go on.
    bool public frozen;
    /// @notice When it was last frozen, in seconds; 0 where never.
    uint64 public frozenAt;
    /// @dev The L1 block that began the incarnation: no queue item's age counts from before it.
    uint64 private _openedBlock;

    /// @notice When the inbox was frozen by evidence, or evidence came while it was frozen, in seconds; else 0. What was
    /// posted less than the vault's CLAIM_DELAY before is not settled: it is not paid out while frozen, and can be
    /// discarded.
    uint64 public disputedAt;
    /// @notice The first slot of which evidence says that the committee signed two things; 0 if none.
    uint64 public disputedSlot;

    /// @dev The record of each posting: under the ledger root that it was the first to bring, else under its own.
    mapping(bytes32 ledgerRoot => Record) private _ledgers;
    mapping(bytes32 posting => Record) private _repeats;
    /// @dev The last slot of each incarnation that is over. What it posted beyond was discarded.
    mapping(uint32 incarnation => uint64) private _lastSlots;

    bytes32[] private _accumulators;
    uint64[] private _blocks;

    event Queued(
        uint64 indexed position, uint64 l1Block, uint8 kind, address sender, bytes payload, bytes32 accumulator
    );
    event Posted(
        uint64 indexed firstSlot,
        uint64 indexed lastSlot,
        bytes32 postingRoot,
        bytes32 lastHeader,
        bytes32 ledgerRoot,
        bytes32 dataHash
    );
    event FrozenAt(uint64 indexed incarnation, bytes32 lastPosting, uint64 lastSlot);
    event Disputed(uint64 indexed incarnation, uint64 slot, bytes32 first, bytes32 second);
    event Rewound(uint64 indexed incarnation, bytes32 lastPosting, uint64 lastSlot);
    event Reopened(uint64 indexed incarnation, bytes32 lastPosting, uint64 lastSlot);

    error NotEnqueuer(address caller);
    error UnknownRollup(uint64 chainId);
    error EmptyTransaction();
    error TransactionTooLong(uint256 length);
    error OutOfQueue(uint64 asked, uint64 length);
    error Frozen();
    error NotFrozen();
    error Dead();
    error NotStalled();
    error SameContent(bytes32 root);
    error NoConflict();
    error Settled(uint64 slot);
    error AlreadyDisputed(uint64 slot);
    error NotDisputed();
    error NotPosted(bytes32 expected, bytes32 got);
    error NotOwner(address caller);
    error NotDirect(address caller);
    error WrongNetwork(bytes32 expected, bytes32 got);
    error WrongIncarnation(uint64 expected, uint64 got);
    error WrongEpoch(uint64 expected, uint64 got);
    error WrongPrevious(bytes32 expected, bytes32 got);
    error WrongFirstSlot(uint64 expected, uint64 got);
    error EmptyRange(uint64 firstSlot, uint64 lastSlot);
    error BlobsNotTaken();
    error WrongData(bytes32 expected, bytes32 got);
    error ViewDecreased(uint64 before, uint64 got);
    error ViewAhead(uint256 head, uint64 got);
    error QueueDecreased(uint64 before, uint64 got);
    error WrongQueueHash(bytes32 expected, bytes32 got);
    error Overdue(uint64 position, uint64 l1Block);
    error InvalidSignature();

    /// @param inclusionBlocks D of the design: how late, in L1 blocks of view, a queue item may be consumed.
    /// @param freezeSeconds T of the design: how long, in seconds, nothing may be posted.
    /// @param freezeBlocks how old, in L1 blocks, the oldest item not consumed may become.
    /// @param exitSeconds T_exit of the design: how long, in seconds, governance has to reopen what is frozen. Longer
    /// than its timelock.
    constructor(
        Registry registry,
        Committee committee,
        uint64 inclusionBlocks,
        uint64 freezeSeconds,
        uint64 freezeBlocks,
        uint64 exitSeconds
    ) {
        REGISTRY = registry;
        COMMITTEE = committee;
        INCLUSION_BLOCKS = inclusionBlocks;
        FREEZE_SECONDS = freezeSeconds;
        FREEZE_BLOCKS = freezeBlocks;
        EXIT_SECONDS = exitSeconds;
        incarnation = 1;
        postedAt = uint64(block.timestamp);
    }

    // ---- L1 to network

    /// @notice Adds an item of the vault or the registry.
    function enqueue(uint8 kind, address sender, bytes calldata payload) external {
        if (msg.sender != address(REGISTRY.vault()) && msg.sender != address(REGISTRY)) revert NotEnqueuer(msg.sender);
        _enqueue(kind, sender, payload);
    }

    /// @notice Forces a signed transaction into a rollup: it is tried within INCLUSION_BLOCKS or the inbox takes no
    /// posting any more.
    function forceTransaction(uint64 chainId, bytes calldata rawTx) external {
        if (rawTx.length == 0) revert EmptyTransaction();
        if (rawTx.length > MAX_FORCED) revert TransactionTooLong(rawTx.length);
        if (!REGISTRY.isRollup(chainId)) revert UnknownRollup(chainId);
        _enqueue(KIND_FORCE, msg.sender, abi.encode(chainId, rawTx));
    }

    /// @notice Number of items ever queued.
    function queueLength() public view returns (uint64) {
        return uint64(_accumulators.length);
    }

    /// @notice The accumulator after the first `count` items: keccak256(accumulator before ‖ item hash), zero at 0.
    function accumulatorAt(uint64 count) public view returns (bytes32) {
        if (count > _accumulators.length) revert OutOfQueue(count, queueLength());
        return count == 0 ? bytes32(0) : _accumulators[count - 1];
    }

    /// @notice The L1 block that queued the item at `position`, from 0.
    function blockOf(uint64 position) public view returns (uint64) {
        if (position >= _blocks.length) revert OutOfQueue(position, queueLength());
        return _blocks[position];
    }

    /// @notice What the accumulator is after the item at `position` if this is that item.
    function accumulate(uint64 position, uint8 kind, address sender, bytes memory payload)
        public
        view
        returns (bytes32)
    {
        bytes32 item = keccak256(abi.encode(position, blockOf(position), kind, sender, keccak256(payload)));
        return keccak256(abi.encodePacked(accumulatorAt(position), item));
    }

    /// @dev Nobody reads the queue of a dead network.
    function _enqueue(uint8 kind, address sender, bytes memory payload) private {
        if (dead()) revert Dead();
        uint64 position = queueLength();
        uint64 l1Block = uint64(block.number);
        _blocks.push(l1Block);
        bytes32 accumulator = accumulate(position, kind, sender, payload);
        _accumulators.push(accumulator);
        emit Queued(position, l1Block, kind, sender, payload, accumulator);
    }

    // ---- network to L1

    /// @notice Takes the next posting, and begins the next epoch if this was the last of its own. By any account without code, in a transaction of its own to this contract:
    /// NotDirect otherwise.
    /// @param signature the current committee key's, 256 bytes in EIP-2537 encoding.
    /// @param data what the posting's dataHash is of; read by verifiers from this transaction's calldata.
    /// @dev What costs little is checked first, and continuity before all: who comes second pays little.
    function post(Posting calldata p, bytes calldata signature, bytes calldata data) external {
        if (frozen) revert Frozen();
        if (p.firstSlot != lastSlot + 1) revert WrongFirstSlot(lastSlot + 1, p.firstSlot);
        if (p.previous != lastPosting) revert WrongPrevious(lastPosting, p.previous);
        _checkDirect();
        _checkScope(p);
        if (p.lastSlot < p.firstSlot) revert EmptyRange(p.firstSlot, p.lastSlot);
        _checkQueue(p);
        if (p.blobsHash != bytes32(0)) revert BlobsNotTaken();
        bytes32 dataHash = keccak256(data);
        if (p.dataHash != dataHash) revert WrongData(dataHash, p.dataHash);
        bytes32 root = p.hashTreeRoot();
        bytes32 message = SSZ.signingRoot(root, SSZ.DOMAIN_POSTING, incarnation, p.network);
        if (!COMMITTEE.verify(message, signature)) revert InvalidSignature();

        lastPosting = root;
        lastLedger = p.ledgerRoot;
        lastSlot = p.lastSlot;
        l1Number = p.l1Number;
        queuePosition = p.queuePosition;
        postedAt = uint64(block.timestamp);
        if (_postedIncarnation != incarnation) _postedIncarnation = incarnation;
        _record(p, root);
        emit Posted(p.firstSlot, p.lastSlot, root, p.lastHeader, p.ledgerRoot, dataHash);
        COMMITTEE.takeOver();
    }

    /// @notice When a ledger root was first posted, in seconds; 0 where never, or where what posted it was discarded.
    function ledgerTime(bytes32 ledgerRoot) public view returns (uint64) {
        Record memory r = _ledgers[ledgerRoot];
        if (r.time == 0) return 0;
        uint64 end = r.incarnation == incarnation ? lastSlot : _lastSlots[r.incarnation];
        return r.lastSlot <= end ? r.time : 0;
    }

    /// @dev One record a posting, so that the age of each can be told.
    function _record(Posting calldata p, bytes32 root) private {
        Record memory r = Record(uint64(block.timestamp), p.firstSlot, p.lastSlot, incarnation);
        if (ledgerTime(p.ledgerRoot) == 0) _ledgers[p.ledgerRoot] = r;
        else _repeats[root] = r;
    }

    /// @notice Whether anything was posted in this incarnation.
    function hasPosted() external view returns (bool) {
        return _postedIncarnation == incarnation;
    }

    /// @dev That the transaction's calldata is this call's. Who reads L1 takes the data from there: through a contract,
    /// anybody could have a good posting taken whose data can only be had by tracing. An origin with code is one that
    /// delegates (EIP-7702): called by itself, its code calls here with other calldata than the transaction's.
    function _checkDirect() private view {
        // Not authorization, which is what the rule warns of: anyone may post, but only in plain sight.
        // solhint-disable-next-line avoid-tx-origin
        if (msg.sender != tx.origin || msg.sender.code.length != 0) revert NotDirect(msg.sender);
    }

    function _checkScope(Posting calldata p) private view {
        bytes32 network = REGISTRY.networkId();
        if (p.network != network) revert WrongNetwork(network, p.network);
        if (p.incarnation != incarnation) revert WrongIncarnation(incarnation, p.incarnation);
        uint64 epoch = COMMITTEE.epoch();
        if (p.epoch != epoch) revert WrongEpoch(epoch, p.epoch);
    }

    function _checkQueue(Posting calldata p) private view {
        if (p.l1Number < l1Number) revert ViewDecreased(l1Number, p.l1Number);
        if (p.l1Number > block.number) revert ViewAhead(block.number, p.l1Number);
        if (p.queuePosition < queuePosition) revert QueueDecreased(queuePosition, p.queuePosition);
        bytes32 accumulator = accumulatorAt(p.queuePosition);
        if (p.queueHash != accumulator) revert WrongQueueHash(accumulator, p.queueHash);
        if (p.queuePosition < queueLength()) {
            uint64 l1Block = blockOf(p.queuePosition);
            if (uint256(l1Block) + INCLUSION_BLOCKS <= p.l1Number) revert Overdue(p.queuePosition, l1Block);
        }
    }

    // ---- if it breaks

    /// @notice Whether anyone may freeze: nothing posted for FREEZE_SECONDS, or the oldest item not consumed is
    /// FREEZE_BLOCKS old, counted from the reopening where it is older than that.
    function stalled() public view returns (bool) {
        if (block.timestamp >= uint256(postedAt) + FREEZE_SECONDS) return true;
        uint64 head = queuePosition;
        if (head >= queueLength()) return false;
        uint64 since = blockOf(head);
        if (since < _openedBlock) since = _openedBlock;
        return block.number >= uint256(since) + FREEZE_BLOCKS;
    }

    /// @notice Stops postings at the last one. By anyone, when stalled. Rollups go on alone from there.
    function freeze() external {
        if (frozen) revert Frozen();
        if (!stalled()) revert NotStalled();
        _freeze();
    }

    /// @notice Freezes with two headers of one slot, both signed by the committee. By anyone, while claims wait: the slot
    /// must not be settled.
    /// @param unsettled a ledger root posted less than CLAIM_DELAY ago by the slot's posting or one before it (or the root
    /// of such a posting that changed no ledger); anything for a slot that was not posted.
    function freezeByHeaders(uint64 slot, SignedHeader calldata a, SignedHeader calldata b, bytes32 unsettled)
        external
    {
        bytes32 network = REGISTRY.networkId();
        bytes32 first = a.hashTreeRoot(network, incarnation, slot);
        bytes32 second = b.hashTreeRoot(network, incarnation, slot);
        if (first == second) revert SameContent(first);
        _checkDisputable(slot, unsettled);
        _checkSigned(first, SSZ.DOMAIN_HEADER, a.epoch, slot, a.signature);
        _checkSigned(second, SSZ.DOMAIN_HEADER, b.epoch, slot, b.signature);
        _dispute(slot, first, second);
    }

    /// @notice Freezes with two postings of one place, with the same first slot or after the same one, both signed by the
    /// committee. By anyone, while claims wait.
    /// @param unsettled as of freezeByHeaders, for the lower of the first slots.
    function freezeByPostings(
        Posting calldata a,
        bytes calldata signatureA,
        Posting calldata b,
        bytes calldata signatureB,
        bytes32 unsettled
    ) external {
        if (a.firstSlot != b.firstSlot && a.previous != b.previous) revert NoConflict();
        if (a.incarnation != incarnation) revert WrongIncarnation(incarnation, a.incarnation);
        if (b.incarnation != incarnation) revert WrongIncarnation(incarnation, b.incarnation);
        bytes32 first = a.hashTreeRoot();
        bytes32 second = b.hashTreeRoot();
        if (first == second) revert SameContent(first);
        uint64 slot = a.firstSlot < b.firstSlot ? a.firstSlot : b.firstSlot;
        _checkDisputable(slot, unsettled);
        _checkSigned(first, SSZ.DOMAIN_POSTING, a.epoch, a.firstSlot, signatureA);
        _checkSigned(second, SSZ.DOMAIN_POSTING, b.epoch, b.firstSlot, signatureB);
        _dispute(slot, first, second);
    }

    /// @notice Whether the last posting has slots under dispute: whether the ledger that it brought is not the last good
    /// one for all that L1 can tell.
    function disputed() public view returns (bool) {
        return disputedAt != 0 && lastSlot >= disputedSlot;
    }

    /// @notice Goes back to an earlier posting of this incarnation, or to where the incarnation began, after evidence. By
    /// the registry's owner, to name the last good posting before it reopens; once the network is dead by anyone, for
    /// postings with slots under dispute.
    /// @dev Only what was not settled when the evidence came can go: no claim was ever paid against it. May be called again
    /// where one transaction has no room for all of it.
    /// @param discarded the last posting, the one before it, and so on. All of them go.
    /// @param last the posting before these, which becomes the last one; anything if there is none.
    function rewind(Posting[] calldata discarded, Posting calldata last) external {
        if (disputedAt == 0) revert NotDisputed();
        bool over = dead();
        if (!over && msg.sender != REGISTRY.owner()) revert NotOwner(msg.sender);
        bytes32 root = lastPosting;
        for (uint256 i = 0; i < discarded.length; i++) {
            Posting calldata p = discarded[i];
            bytes32 got = p.hashTreeRoot();
            if (got != root) revert NotPosted(root, got);
            if (over && p.lastSlot < disputedSlot) revert NotDisputed();
            if (!_isUnsettled(_recordOf(p, root))) revert Settled(p.lastSlot);
            root = p.previous;
        }
        bytes32 named = last.hashTreeRoot();
        if (root == bytes32(0)) {
            (lastLedger, lastSlot, l1Number, queuePosition) = (0, 0, 0, 0);
        } else if (named != root) {
            revert NotPosted(root, named);
        } else {
            (lastLedger, lastSlot, l1Number, queuePosition) =
            (last.ledgerRoot, last.lastSlot, last.l1Number, last.queuePosition);
        }
        lastPosting = root;
        emit Rewound(incarnation, root, lastSlot);
    }

    function _freeze() private {
        frozen = true;
        frozenAt = uint64(block.timestamp);
        emit FrozenAt(incarnation, lastPosting, lastSlot);
    }

    /// @dev Whatever is under dispute already, and all later slots with it, needs no more evidence.
    function _checkDisputable(uint64 slot, bytes32 unsettled) private view {
        if (dead()) revert Dead();
        if (disputedAt != 0 && slot >= disputedSlot) revert AlreadyDisputed(disputedSlot);
        if (slot > lastSlot) return;
        Record memory r = _ledgers[unsettled];
        if (r.time == 0) r = _repeats[unsettled];
        if (slot < r.firstSlot || !_isUnsettled(r)) revert Settled(slot);
    }

    function _checkSigned(bytes32 root, bytes4 domain, uint64 epoch, uint64 slot, bytes calldata signature)
        private
        view
    {
        bytes32 message = SSZ.signingRoot(root, domain, incarnation, REGISTRY.networkId());
        if (!COMMITTEE.signed(epoch, slot, message, signature)) revert InvalidSignature();
    }

    /// @dev Two things signed in one place: from here on nothing counts that could be the wrong one of them.
    function _dispute(uint64 slot, bytes32 first, bytes32 second) private {
        if (!frozen) _freeze();
        if (disputedAt == 0) disputedAt = uint64(block.timestamp);
        disputedSlot = slot;
        emit Disputed(incarnation, slot, first, second);
    }

    /// @dev Whether no claim can have been paid against what this posting brought, now or, under dispute, when that began:
    /// the vault pays from the delay's last second on, and this ends with the second before.
    function _isUnsettled(Record memory r) private view returns (bool) {
        if (r.time == 0 || r.incarnation != incarnation) return false;
        uint256 moment = disputedAt == 0 ? block.timestamp : disputedAt;
        return moment < uint256(r.time) + REGISTRY.vault().CLAIM_DELAY();
    }

    /// @dev The record of a posting that stands, by its root.
    function _recordOf(Posting calldata p, bytes32 root) private view returns (Record memory r) {
        r = _ledgers[p.ledgerRoot];
        if (r.lastSlot != p.lastSlot || r.incarnation != p.incarnation) r = _repeats[root];
    }

    /// @notice Whether the network is over: frozen for EXIT_SECONDS without a reopening. From then on the vault pays
    /// everything out, and nothing can be reopened, posted or queued any more: by time alone, so that no exit depends on
    /// another having come first, and none can be overtaken by a reopening.
    function dead() public view returns (bool) {
        return frozen && block.timestamp >= uint256(frozenAt) + EXIT_SECONDS;
    }

    /// @notice Opens the next incarnation from the last posting. By the registry's owner, before the network is dead.
    function reopen() external {
        if (msg.sender != REGISTRY.owner()) revert NotOwner(msg.sender);
        if (!frozen) revert NotFrozen();
        if (dead()) revert Dead();
        frozen = false;
        disputedAt = 0;
        disputedSlot = 0;
        _lastSlots[incarnation] = lastSlot;
        incarnation++;
        _openedBlock = uint64(block.number);
        postedAt = uint64(block.timestamp);
        emit Reopened(incarnation, lastPosting, lastSlot);
    }
}
