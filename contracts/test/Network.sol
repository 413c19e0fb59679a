// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Committee} from "../src/Committee.sol";
import {SignedHeader} from "../src/Evidence.sol";
import {Inbox} from "../src/Inbox.sol";
import {Posting} from "../src/Posting.sol";
import {Registry} from "../src/Registry.sol";
import {SSZ} from "../src/SSZ.sol";
import {Vault} from "../src/Vault.sol";
import {Base} from "./Base.sol";
import {Signer} from "./Signer.sol";

/// @dev Hashing of postings behind a call, since it takes calldata.
contract PostingHasher {
    function root(Posting calldata p) external view returns (bytes32) {
        return p.hashTreeRoot();
    }
}

/// @dev Hashing of headers behind a call, for the same reason.
contract HeaderHasher {
    function root(SignedHeader calldata h, bytes32 network, uint64 incarnation, uint64 slot)
        external
        pure
        returns (bytes32)
    {
        return h.hashTreeRoot(network, incarnation, slot);
    }
}

/// @notice A whole network on L1, its committee holding a real key, and a way to make its next posting.
abstract contract Network is Base {
    uint64 internal constant INCLUSION = 10;
    uint64 internal constant FREEZE_SECONDS = 1000;
    uint64 internal constant FREEZE_BLOCKS = 50;
    uint64 internal constant EXIT_SECONDS = 5000;
    uint64 internal constant DELAY = 60;
    uint64 internal constant CHAIN = 901;

    address internal constant OWNER = address(0xAAAA);
    address internal constant PAYOUT = address(0xBBBB);
    address internal constant ANYONE = address(0xCCCC);

    Registry internal registry;
    Committee internal committee;
    Inbox internal inbox;
    Vault internal vault;
    Signer internal signer;
    PostingHasher internal hasher;
    HeaderHasher internal headers;
    uint256 internal secret;

    function deployNetwork() internal {
        vm.roll(100);
        vm.warp(1_000_000);
        signer = new Signer();
        hasher = new PostingHasher();
        headers = new HeaderHasher();
        registry = new Registry(OWNER);
        committee = new Committee(registry);
        inbox = new Inbox(registry, committee, INCLUSION, FREEZE_SECONDS, FREEZE_BLOCKS, EXIT_SECONDS);
        vault = new Vault(inbox, DELAY);
        secret = signer.secretOf(0);
        bytes memory key = signer.keyOf(secret);
        vm.prank(OWNER);
        registry.wire(inbox, vault, committee);
        vm.prank(OWNER);
        committee.setFirstKey(key, 4, 3, bytes32("shares"));
        vm.prank(OWNER);
        registry.registerRollup(CHAIN, PAYOUT, "genesis");
    }

    /// @dev Expects the next call to put this item into the queue, and to say so.
    function expectQueued(uint8 kind, address sender, bytes memory payload) internal {
        uint64 position = inbox.queueLength();
        bytes32 item = keccak256(abi.encode(position, uint64(block.number), kind, sender, keccak256(payload)));
        bytes32 accumulator = keccak256(abi.encodePacked(inbox.accumulatorAt(position), item));
        vm.expectEmit(true, true, true, true, address(inbox));
        emit Inbox.Queued(position, uint64(block.number), kind, sender, payload, accumulator);
    }

    /// @dev The next posting, over one slot, consuming the whole queue.
    function nextPosting(bytes memory data) internal view returns (Posting memory p) {
        p.network = registry.networkId();
        p.incarnation = inbox.incarnation();
        p.epoch = committee.epoch();
        p.previous = inbox.lastPosting();
        p.firstSlot = inbox.lastSlot() + 1;
        p.lastSlot = p.firstSlot;
        p.lastHeader = bytes32("header");
        p.dataHash = keccak256(data);
        p.l1Number = uint64(block.number);
        p.l1Hash = bytes32("l1");
        p.queuePosition = inbox.queueLength();
        p.queueHash = inbox.accumulatorAt(p.queuePosition);
        p.ledgerRoot = bytes32("ledger");
        p.pairRoot = bytes32("pairs");
    }

    function signPosting(Posting memory p) internal view returns (bytes memory) {
        return signPosting(p, secret);
    }

    function signPosting(Posting memory p, uint256 key) internal view returns (bytes memory) {
        return signer.sign(key, SSZ.signingRoot(hasher.root(p), SSZ.DOMAIN_POSTING, uint32(p.incarnation), p.network));
    }

    /// @dev A header of the slot whose other fields depend on `salt`, signed as asked.
    function signHeader(uint64 slot, uint256 salt, uint64 epoch, uint256 key, bytes4 domain)
        internal
        view
        returns (SignedHeader memory h)
    {
        h.epoch = epoch;
        for (uint256 i = 0; i < 3; i++) {
            h.rest[i] = keccak256(abi.encode(salt, i));
        }
        uint32 incarnation = inbox.incarnation();
        bytes32 network = registry.networkId();
        bytes32 root = headers.root(h, network, incarnation, slot);
        h.signature = signer.sign(key, SSZ.signingRoot(root, domain, incarnation, network));
    }

    function signHeader(uint64 slot, uint256 salt) internal view returns (SignedHeader memory) {
        return signHeader(slot, salt, committee.epoch(), secret, SSZ.DOMAIN_HEADER);
    }

    /// @dev Posts as a transaction of an account does. The gas is bounded, since a precompile that refuses its input takes
    /// all it was given.
    function post(Posting memory p, bytes memory signature, bytes memory data) internal {
        vm.prank(ANYONE, ANYONE);
        inbox.post{gas: 2_000_000}(p, signature, data);
    }

    /// @dev Posts the next posting with this ledger root.
    function postLedger(bytes32 root) internal {
        Posting memory p = nextPosting("");
        p.ledgerRoot = root;
        bytes memory signature = signPosting(p);
        post(p, signature, "");
    }
}
