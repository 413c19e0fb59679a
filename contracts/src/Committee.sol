// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BLS} from "./BLS.sol";
import {Inbox} from "./Inbox.sol";
import {Registry} from "./Registry.sol";
import {SSZ} from "./SSZ.sol";

/// @title Committee
/// @notice The committee's threshold key, epoch by epoch. Each epoch has a fresh key, which the key before it signs.
contract Committee {
    Registry public immutable REGISTRY;

    /// @notice Number of the current key, from 1; 0 until the first is set.
    uint64 public epoch;
    /// @notice Seats, one key share each.
    uint32 public members;
    /// @notice Shares that make a signature: ⌊2·members/3⌋+1.
    uint32 public threshold;
    /// @notice Root of the members' public shares.
    bytes32 public sharesRoot;

    /// @dev A G1 point as EIP-2537 encodes it.
    bytes32[4] private _key;

    event KeySet(uint64 indexed epoch, bytes key, uint32 members, uint32 threshold, bytes32 sharesRoot);

    error NotOwner(address caller);
    error KeyAlreadySet();
    error NoKey();
    error InvalidKey();
    error InvalidThreshold(uint32 members, uint32 threshold);
    error InvalidSignature();
    error SameKey();
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
        return abi.encode(_key);
    }

    /// @notice Sets the key of epoch 1.
    function setFirstKey(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_)
        external
        onlyOwner
    {
        if (epoch != 0) revert KeyAlreadySet();
        _set(key, members_, threshold_, sharesRoot_);
    }

    /// @notice Begins the next epoch with a key that the current one signed. By anyone.
    /// @param signature 256 bytes over the signing root, in domain 0x43480003, of the SSZ container
    /// {network: Bytes32, incarnation: uint64, epoch: uint64 (the new one), posting: Bytes32 (root of the last posting
    /// of the old epoch), key: Bytes32 (keccak256 of the 128 bytes), members: uint64, threshold: uint64,
    /// sharesRoot: Bytes32}.
    /// @dev Since it names the last posting of the old epoch, it can neither come before that one is on L1, which
    /// would strand what the old key signed, nor after another one.
    function rotate(
        bytes calldata key,
        uint32 members_,
        uint32 threshold_,
        bytes32 sharesRoot_,
        bytes calldata signature
    ) external {
        if (epoch == 0) revert NoKey();
        Inbox inbox = REGISTRY.inbox();
        if (inbox.frozen()) revert Frozen();
        bytes32 message = handoverRoot(key, members_, threshold_, sharesRoot_, inbox);
        if (!verify(message, signature)) revert InvalidSignature();
        if (keccak256(key) == keccak256(groupKey())) revert SameKey();
        _set(key, members_, threshold_, sharesRoot_);
    }

    /// @notice Replaces a key that is lost or stolen: governance alone, and only while the inbox is frozen, before it
    /// opens a new incarnation.
    function replaceKey(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_)
        external
        onlyOwner
    {
        if (epoch == 0) revert NoKey();
        if (!REGISTRY.inbox().frozen()) revert NotFrozen();
        _set(key, members_, threshold_, sharesRoot_);
    }

    /// @notice Whether `signature` (256 bytes, EIP-2537 encoding) is the current key's over `signingRoot`. Never true
    /// for an unset key, infinity, or a wrong length.
    function verify(bytes32 signingRoot, bytes calldata signature) public view returns (bool) {
        return BLS.verify(groupKey(), signingRoot, signature);
    }

    /// @notice What the current key must sign now for `rotate` to take these arguments.
    function handoverRoot(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, Inbox inbox)
        public
        view
        returns (bytes32)
    {
        bytes32[] memory leaves = new bytes32[](8);
        bytes32 network = REGISTRY.networkId();
        uint64 incarnation = inbox.incarnation();
        leaves[0] = network;
        leaves[1] = SSZ.leaf(incarnation);
        leaves[2] = SSZ.leaf(epoch + 1);
        leaves[3] = inbox.lastPosting();
        leaves[4] = keccak256(key);
        leaves[5] = SSZ.leaf(members_);
        leaves[6] = SSZ.leaf(threshold_);
        leaves[7] = sharesRoot_;
        return SSZ.signingRoot(SSZ.merkleize(leaves), SSZ.DOMAIN_HANDOVER, uint32(incarnation), network);
    }

    function _set(bytes calldata key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) private {
        if (!BLS.isKey(key)) revert InvalidKey();
        if (members_ == 0 || threshold_ != (uint256(members_) * 2) / 3 + 1) {
            revert InvalidThreshold(members_, threshold_);
        }
        epoch++;
        members = members_;
        threshold = threshold_;
        sharesRoot = sharesRoot_;
        _key = abi.decode(key, (bytes32[4]));
        emit KeySet(epoch, key, members_, threshold_, sharesRoot_);
    }
}
