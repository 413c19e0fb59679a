// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Inbox} from "./Inbox.sol";

/// @title Vault
/// @notice Holds the network's money, all of it in wei: escrow and fees come in and are reported to the network by the
/// L1 queue; what the posted ledger owes an account goes out, pulled, to that account alone.
contract Vault is ReentrancyGuardTransient {
    uint8 private constant KIND_DEPOSIT = 1;
    uint8 private constant KIND_WITHDRAW = 2;

    Inbox public immutable INBOX;
    /// @notice Seconds between the posting of a ledger root and the first claim against it.
    uint64 public immutable CLAIM_DELAY;

    /// @notice Wei paid to an account so far.
    mapping(address account => uint256) public claimed;

    event Deposited(address indexed from, address indexed account, uint256 escrow, uint256 fees);
    event WithdrawalRequested(address indexed account, uint256 escrow, uint256 fees);
    event Claimed(address indexed account, uint256 amount, uint256 cumulative);

    error ZeroAccount();
    error NothingDeposited();
    error FeesAboveValue(uint256 value, uint256 fees);
    error NothingRequested();
    error UnknownRoot(bytes32 root);
    error TooEarly(uint256 claimableAt);
    error InvalidProof();
    error NothingToClaim(address account);
    error PaymentFailed(address account);

    constructor(Inbox inbox, uint64 claimDelay) {
        INBOX = inbox;
        CLAIM_DELAY = claimDelay;
    }

    /// @notice Adds the value to the account's escrow, from which prices are paid.
    function deposit(address account) external payable {
        _deposit(account, msg.value, 0);
    }

    /// @notice Adds the value to the account's fee balance, from which opening fees are paid.
    function depositFees(address account) external payable {
        _deposit(account, 0, msg.value);
    }

    /// @notice Adds `fees` of the value to the account's fee balance and the rest to its escrow.
    function depositBoth(address account, uint256 fees) external payable {
        if (fees > msg.value) revert FeesAboveValue(msg.value, fees);
        _deposit(account, msg.value - fees, fees);
    }

    /// @notice Asks for up to `escrow` and `fees` back. The network debits what the caller then has of it, in the slot
    /// that reads this request; the sum can be claimed once that slot is posted.
    function requestWithdrawal(uint256 escrow, uint256 fees) external {
        if (escrow == 0 && fees == 0) revert NothingRequested();
        emit WithdrawalRequested(msg.sender, escrow, fees);
        INBOX.enqueue(KIND_WITHDRAW, msg.sender, abi.encode(msg.sender, escrow, fees));
    }

    /// @notice Pays an account what a posted ledger owes it and was not paid yet: credits + withdrawals − claimed. By
    /// anyone; the money goes to the account. Works while the inbox is frozen.
    /// @param deposits with charges, credits and withdrawals the account's leaf, cumulative, in wei.
    /// @param ledgerRoot a root that was posted at least CLAIM_DELAY seconds ago.
    /// @param proof the leaf's branch in OpenZeppelin's StandardMerkleTree.
    function claim(
        address account,
        uint256 deposits,
        uint256 charges,
        uint256 credits,
        uint256 withdrawals,
        bytes32 ledgerRoot,
        bytes32[] calldata proof
    ) external nonReentrant {
        uint256 time = INBOX.ledgerTime(ledgerRoot);
        if (time == 0) revert UnknownRoot(ledgerRoot);
        if (block.timestamp < time + CLAIM_DELAY) revert TooEarly(time + CLAIM_DELAY);
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(account, deposits, charges, credits, withdrawals))));
        if (!MerkleProof.verifyCalldata(proof, ledgerRoot, leaf)) revert InvalidProof();

        uint256 cumulative = credits + withdrawals;
        uint256 before = claimed[account];
        if (cumulative <= before) revert NothingToClaim(account);
        claimed[account] = cumulative;
        uint256 amount = cumulative - before;
        emit Claimed(account, amount, cumulative);
        _pay(account, amount);
    }

    /// @dev Nothing of the answer is copied: a receiver cannot make the caller pay for reading it.
    function _pay(address account, uint256 amount) private {
        bool ok;
        assembly ("memory-safe") {
            ok := call(gas(), account, amount, 0, 0, 0, 0)
        }
        if (!ok) revert PaymentFailed(account);
    }

    function _deposit(address account, uint256 escrow, uint256 fees) private {
        if (account == address(0)) revert ZeroAccount();
        if (escrow == 0 && fees == 0) revert NothingDeposited();
        emit Deposited(msg.sender, account, escrow, fees);
        INBOX.enqueue(KIND_DEPOSIT, msg.sender, abi.encode(account, escrow, fees));
    }
}
