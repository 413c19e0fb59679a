// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Committee} from "./Committee.sol";
import {Inbox} from "./Inbox.sol";
import {Vault} from "./Vault.sol";

/// @title Registry
/// @notice Where a network begins: its id, its contracts, its parameters, and the rollups that it serves, with all
/// that a verifier needs to derive them. Its owner is governance for the whole network.
/// @dev What changes here reaches the committee through the L1 queue, in order with everything else.
contract Registry is Ownable2Step {
    /// @notice One rollup. Weight scales its part of the rollups' share and is zero until governance sets it.
    struct Rollup {
        address payout;
        uint32 weight;
        bytes32 genesisHash;
    }

    Inbox public inbox;
    Vault public vault;
    Committee public committee;
    /// @notice keccak256 of the parameters in force; zero until set.
    bytes32 public parametersHash;
    /// @notice The incarnation for which parameters were last set; zero until set.
    uint64 public parametersIncarnation;

    /// @notice What a rollup asks of each bundle with a bid that names it, in wei; zero until set.
    mapping(uint64 chainId => uint96) public reserveOf;

    mapping(uint64 chainId => Rollup) private _rollups;
    uint64[] private _chainIds;

    event Wired(address inbox, address vault, address committee);
    event RollupRegistered(uint64 indexed chainId, address payout, bytes32 genesisHash, bytes genesis);
    event PayoutSet(uint64 indexed chainId, address payout);
    event WeightSet(uint64 indexed chainId, uint32 weight);
    event ReserveSet(uint64 indexed chainId, uint96 amount);
    event ParametersSet(bytes32 hash, bytes parameters);

    error AlreadyWired();
    error NotWired();
    error NotAContract(address given);
    error ZeroChainId();
    error ZeroPayout();
    error EmptyGenesis();
    error AlreadyRegistered(uint64 chainId);
    error UnknownRollup(uint64 chainId);
    error NotPayoutOrOwner(address caller);
    error EmptyParameters();
    error ParametersAlreadySet(uint64 incarnation);
    error AlreadyPosted(uint64 incarnation);

    constructor(address owner) Ownable(owner) {}

    /// @notice Names the network's other contracts, once.
    function wire(Inbox inbox_, Vault vault_, Committee committee_) external onlyOwner {
        if (address(inbox) != address(0)) revert AlreadyWired();
        if (address(inbox_).code.length == 0) revert NotAContract(address(inbox_));
        if (address(vault_).code.length == 0) revert NotAContract(address(vault_));
        if (address(committee_).code.length == 0) revert NotAContract(address(committee_));
        inbox = inbox_;
        vault = vault_;
        committee = committee_;
        emit Wired(address(inbox_), address(vault_), address(committee_));
    }

    /// @notice What every signature of the network is bound to.
    function networkId() public view returns (bytes32) {
        return keccak256(abi.encode("chorale", block.chainid, address(this)));
    }

    /// @notice A rollup; all zero where there is none of that id.
    function rollup(uint64 chainId) external view returns (address payout, uint32 weight, bytes32 genesisHash) {
        Rollup storage r = _rollups[chainId];
        return (r.payout, r.weight, r.genesisHash);
    }

    /// @notice The chain ids of all rollups, in order of registration.
    function rollups() external view returns (uint64[] memory) {
        return _chainIds;
    }

    /// @notice Whether the network serves `chainId`.
    function isRollup(uint64 chainId) external view returns (bool) {
        return _rollups[chainId].payout != address(0);
    }

    /// @notice Admits a rollup.
    /// @param payout who claims what the rollup earns.
    /// @param genesis its genesis in geth's JSON form; in the event, so that a verifier needs nothing but L1.
    function registerRollup(uint64 chainId, address payout, bytes calldata genesis) external onlyOwner {
        if (chainId == 0) revert ZeroChainId();
        if (payout == address(0)) revert ZeroPayout();
        if (genesis.length == 0) revert EmptyGenesis();
        if (_rollups[chainId].payout != address(0)) revert AlreadyRegistered(chainId);
        bytes32 genesisHash = keccak256(genesis);
        _rollups[chainId] = Rollup(payout, 0, genesisHash);
        _chainIds.push(chainId);
        emit RollupRegistered(chainId, payout, genesisHash, genesis);
        _enqueue(4, abi.encode(chainId, payout, genesisHash));
    }

    /// @notice Moves a rollup's income to another address. By the current one, or by the owner.
    function setPayout(uint64 chainId, address payout) external {
        address current = _rollups[chainId].payout;
        if (current == address(0)) revert UnknownRollup(chainId);
        if (msg.sender != current && msg.sender != owner()) revert NotPayoutOrOwner(msg.sender);
        if (payout == address(0)) revert ZeroPayout();
        _rollups[chainId].payout = payout;
        emit PayoutSet(chainId, payout);
        _enqueue(5, abi.encode(chainId, payout));
    }

    /// @notice Sets a rollup's weight in the split.
    function setWeight(uint64 chainId, uint32 weight) external onlyOwner {
        if (_rollups[chainId].payout == address(0)) revert UnknownRollup(chainId);
        _rollups[chainId].weight = weight;
        emit WeightSet(chainId, weight);
        _enqueue(6, abi.encode(chainId, weight));
    }

    /// @notice Sets the least that a bundle with a bid must offer for touching the rollup, in wei. By the payout
    /// account or by the owner. Bundles without a bid are exempt.
    /// @dev In force from the slot that takes the queue item up, before anybody can read that slot's bids.
    function setReserve(uint64 chainId, uint96 amount) external {
        address payout = _rollups[chainId].payout;
        if (payout == address(0)) revert UnknownRollup(chainId);
        if (msg.sender != payout && msg.sender != owner()) revert NotPayoutOrOwner(msg.sender);
        reserveOf[chainId] = amount;
        emit ReserveSet(chainId, amount);
        _enqueue(7, abi.encode(chainId, uint256(amount)));
    }

    /// @notice Sets the network's parameters (JSON), once per incarnation and before its first posting.
    function setParameters(bytes calldata parameters) external onlyOwner {
        if (address(inbox) == address(0)) revert NotWired();
        if (parameters.length == 0) revert EmptyParameters();
        uint64 incarnation = inbox.incarnation();
        if (inbox.hasPosted()) revert AlreadyPosted(incarnation);
        if (parametersIncarnation == incarnation) revert ParametersAlreadySet(incarnation);
        parametersIncarnation = incarnation;
        parametersHash = keccak256(parameters);
        emit ParametersSet(parametersHash, parameters);
    }

    function _enqueue(uint8 kind, bytes memory payload) private {
        if (address(inbox) == address(0)) revert NotWired();
        inbox.enqueue(kind, msg.sender, payload);
    }
}
