// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BLS} from "./BLS.sol";
import {Inbox} from "./Inbox.sol";
import {Registry} from "./Registry.sol";
import {SSZ} from "./SSZ.sol";

/// @title Committee
/// @notice The committee's threshold key, epoch by epoch. Each epoch has a fresh key, which the key before it signs.
/// @dev An epoch ends with the posting that its key named in handing over, and in the very transaction that takes that
/// posting: up to it the inbox takes what the old key signed, in order, however late; after it nothing of the old key.
/// When the handover itself comes does not matter, as long as no other posting has followed.
contract Committee {
    /// @dev A key that takes over once `posting` stands, in that incarnation; none where `posting` is zero.
    struct Handover {
        bytes32 posting;
        uint32 incarnation;
        uint32 members;
        uint32 threshold;
        bytes32 sharesRoot;
        bytes32[4] key;
    }

    /// @dev Where an epoch before the current one ended: its key has no say after this slot, nor in later incarnations.
    struct End {
        uint64 slot;
        uint32 incarnation;
    }

    Registry public immutable REGISTRY;

    /// @notice Number of the current key, from 1; 0 until the first is set.
    uint64 public epoch;
    /// @notice Seats, one key share each.
    uint32 public members;
    /// @notice Shares that make a signature: ⌊2·members/3⌋+1.
    uint32 public threshold;
    /// @notice Root of the members' public shares.
    bytes32 public sharesRoot;

    /// @dev G1 points as EIP-2537 encodes them.
    mapping(uint64 epoch => bytes32[4]) private _keys;
    mapping(uint64 epoch => End) private _ends;
    Handover private _next;

    event KeySet(uint64 indexed epoch, bytes key, uint32 members, uint32 threshold, bytes32 sharesRoot);
    event HandedOver(uint64 indexed epoch, bytes key, bytes32 posting);

    error NotOwner(address caller);
    error KeyAlreadySet();
    error NoKey();
    error InvalidKey();
    error InvalidThreshold(uint32 members, uint32 threshold);
    error InvalidSignature();
    error SameKey();
    error NothingToWaitFor();
    error NotFrozen();
    error Frozen();

    constructor(Registry registry) {
        REGISTRY = registry;
    }

    modifier onlyOwner() {
        if (msg.sender != REGISTRY.owner()) revert NotOwner(msg.sender);
        _;
    }

    /// @notice The current group key: 128 bytes, EIP-2537 encoding; all zero until the first is set.
    function groupKey() public view returns (bytes memory) {
        return keyOf(epoch);
    }

    /// @notice The group key of an epoch: 128 bytes, EIP-2537 encoding; all zero where there is none.
    function keyOf(uint64 epoch_) public view returns (bytes memory) {
        return abi.encode(_keys[epoch_]);
    }

    /// @notice Sets the key of epoch 1.
    function setFirstKey(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_)
        external
        onlyOwner
    {
        if (epoch != 0) revert KeyAlreadySet();
        _check(key, members_, threshold_);
        _set(abi.decode(key, (bytes32[4])), members_, threshold_, sharesRoot_);
    }

    /// @notice Hands over to a key that the current one signed, as soon as the posting that it names is the inbox's last:
    /// now, or in the transaction that takes that posting. By anyone. Until then a later handover replaces this one.
    /// @param posting hash_tree_root of the last posting of the old epoch; zero where it posts nothing and nothing was
    /// posted before.
    /// @param signature 256 bytes over the signing root, in domain 0x43480003, of the SSZ container
    /// {network: Bytes32, incarnation: uint64, epoch: uint64 (the new one), posting: Bytes32, key: Bytes32 (keccak256 of
    /// the 128 bytes), members: uint64, threshold: uint64, sharesRoot: Bytes32}.
    /// @dev All that could be wrong with the key is found here, so that no handover can stop a posting.
    function rotate(
        bytes calldata key,
        uint32 members_,
        uint32 threshold_,
        bytes32 sharesRoot_,
        bytes32 posting,
        bytes calldata signature
    ) external {
        if (epoch == 0) revert NoKey();
        Inbox inbox = REGISTRY.inbox();
        if (inbox.frozen()) revert Frozen();
        bytes32 message = handoverRoot(key, members_, threshold_, sharesRoot_, posting);
        if (!verify(message, signature)) revert InvalidSignature();
        if (keccak256(key) == keccak256(groupKey())) revert SameKey();
        _check(key, members_, threshold_);
        if (posting == inbox.lastPosting()) {
            _set(abi.decode(key, (bytes32[4])), members_, threshold_, sharesRoot_);
            return;
        }
        if (posting == bytes32(0)) revert NothingToWaitFor();
        _next = Handover(posting, inbox.incarnation(), members_, threshold_, sharesRoot_, abi.decode(key, (bytes32[4])));
        emit HandedOver(epoch + 1, key, posting);
    }

    /// @notice Begins the next epoch if its key waits for the inbox's last posting, else does nothing. The inbox calls
    /// this after each posting. Never reverts.
    function takeOver() external {
        if (_next.posting == bytes32(0)) return;
        Inbox inbox = REGISTRY.inbox();
        // What one incarnation signed of its successor is void in the next, like all that it signed.
        if (_next.posting != inbox.lastPosting() || _next.incarnation != inbox.incarnation()) return;
        if (inbox.frozen()) return;
        _set(_next.key, _next.members, _next.threshold, _next.sharesRoot);
    }

    /// @notice The posting for which a handover waits; zero if none does.
    function handoverAfter() external view returns (bytes32) {
        return _next.incarnation == REGISTRY.inbox().incarnation() ? _next.posting : bytes32(0);
    }

    /// @notice Replaces a key that is lost or stolen: governance alone, and only while the inbox is frozen, before it
    /// opens a new incarnation.
    function replaceKey(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_)
        external
        onlyOwner
    {
        if (epoch == 0) revert NoKey();
        if (!REGISTRY.inbox().frozen()) revert NotFrozen();
        _check(key, members_, threshold_);
        _set(abi.decode(key, (bytes32[4])), members_, threshold_, sharesRoot_);
    }

    /// @notice Whether `signature` (256 bytes, EIP-2537 encoding) is the current key's over `signingRoot`. Never true
    /// for an unset key, infinity, or a wrong length.
    function verify(bytes32 signingRoot, bytes calldata signature) public view returns (bool) {
        return BLS.verify(groupKey(), signingRoot, signature);
    }

    /// @notice Whether `signature` is that of the key of `epoch_` over `signingRoot`, which is about `slot` of the current
    /// incarnation, and that key had a say there. A key that was replaced has none after its last slot on L1: what members
    /// of the past sign together later is no evidence against anybody.
    function signed(uint64 epoch_, uint64 slot, bytes32 signingRoot, bytes calldata signature)
        external
        view
        returns (bool)
    {
        if (epoch_ == 0 || epoch_ > epoch) return false;
        if (epoch_ != epoch) {
            End storage end = _ends[epoch_];
            if (slot > end.slot || end.incarnation != REGISTRY.inbox().incarnation()) return false;
        }
        return BLS.verify(keyOf(epoch_), signingRoot, signature);
    }

    /// @notice What the current key must sign for `rotate` to take these arguments.
    function handoverRoot(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting)
        public
        view
        returns (bytes32)
    {
        bytes32[] memory leaves = new bytes32[](8);
        bytes32 network = REGISTRY.networkId();
        uint64 incarnation = REGISTRY.inbox().incarnation();
        leaves[0] = network;
        leaves[1] = SSZ.leaf(incarnation);
        leaves[2] = SSZ.leaf(epoch + 1);
        leaves[3] = posting;
        leaves[4] = keccak256(key);
        leaves[5] = SSZ.leaf(members_);
        leaves[6] = SSZ.leaf(threshold_);
        leaves[7] = sharesRoot_;
        return SSZ.signingRoot(SSZ.merkleize(leaves), SSZ.DOMAIN_HANDOVER, uint32(incarnation), network);
    }

    function _check(bytes calldata key, uint32 members_, uint32 threshold_) private view {
        if (!BLS.isKey(key)) revert InvalidKey();
        if (members_ == 0 || threshold_ != (uint256(members_) * 2) / 3 + 1) {
            revert InvalidThreshold(members_, threshold_);
        }
    }

    function _set(bytes32[4] memory key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) private {
        if (epoch != 0) {
            Inbox inbox = REGISTRY.inbox();
            _ends[epoch] = End(inbox.lastSlot(), inbox.incarnation());
        }
        epoch++;
        members = members_;
        threshold = threshold_;
        sharesRoot = sharesRoot_;
        _keys[epoch] = key;
        delete _next;
        emit KeySet(epoch, abi.encode(key), members_, threshold_, sharesRoot_);
    }
}
