// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Committee} from "./Committee.sol";
import {Posting} from "./Posting.sol";
import {Registry} from "./Registry.sol";
import {SSZ} from "./SSZ.sol";

/// @title Inbox
/// @notice What goes from L1 to the network, one hash-chained queue, and what comes back, signed postings.
contract Inbox {
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

    /// @notice When a ledger root was first posted, in seconds; 0 where never.
    mapping(bytes32 root => uint64) public ledgerTime;

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
        if (ledgerTime[p.ledgerRoot] == 0) ledgerTime[p.ledgerRoot] = uint64(block.timestamp);
        emit Posted(p.firstSlot, p.lastSlot, root, p.lastHeader, p.ledgerRoot, dataHash);
        COMMITTEE.takeOver();
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
        frozen = true;
        frozenAt = uint64(block.timestamp);
        emit FrozenAt(incarnation, lastPosting, lastSlot);
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
        incarnation++;
        _openedBlock = uint64(block.number);
        postedAt = uint64(block.timestamp);
        emit Reopened(incarnation, lastPosting, lastSlot);
    }
}
