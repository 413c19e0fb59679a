// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Inbox} from "./Inbox.sol";

/// @title Vault
/// @notice Holds the network's money, all of it in wei: escrow and fees come in and are reported to the network by the
/// L1 queue; what the posted ledger owes an account goes out, pulled, to that account alone. When the network is dead
/// everything goes out: what it ever owed each account, and each deposit that it did not take up, to who made it.
/// @dev All exits together are the balance. Over a ledger's accounts charges equal credits, so what it owes in all is
/// the deposits that it took up; what was claimed is less than that for each account, since credits and withdrawals
/// only grow and withdrawals are at most deposits − charges; the other deposits are still in the queue.
contract Vault is ReentrancyGuardTransient {
    uint8 private constant KIND_DEPOSIT = 1;
    uint8 private constant KIND_WITHDRAW = 2;

    Inbox public immutable INBOX;
    /// @notice Seconds between the posting of a ledger root and the first claim against it.
    uint64 public immutable CLAIM_DELAY;

    /// @notice Wei paid to an account so far, by claims and by its exit.
    mapping(address account => uint256) public claimed;
    /// @notice Whether the deposit at this position of the queue went back to who made it.
    mapping(uint64 position => bool) public refunded;

    event Deposited(address indexed from, address indexed account, uint256 escrow, uint256 fees);
    event WithdrawalRequested(address indexed account, uint256 escrow, uint256 fees);
    event Claimed(address indexed account, uint256 amount, uint256 cumulative);
    event Exited(address indexed account, uint256 amount, uint256 cumulative);
    event DepositRefunded(uint64 indexed position, address indexed depositor, uint256 amount);

    error ZeroAccount();
    error NothingDeposited();
    error FeesAboveValue(uint256 value, uint256 fees);
    error NothingRequested();
    error UnknownRoot(bytes32 root);
    error TooEarly(uint256 claimableAt);
    error InvalidProof();
    error NothingToClaim(address account);
    error Held(bytes32 root);
    error NotDead();
    error Disputed();
    error Consumed(uint64 position);
    error AlreadyRefunded(uint64 position);
    error WrongItem(bytes32 expected, bytes32 got);
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
    /// anyone; the money goes to the account. Works while the inbox is frozen, but after evidence against the committee
    /// only for what was settled when it came.
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
        uint256 due = _due(ledgerRoot);
        uint256 held = INBOX.disputedAt();
        if (held != 0 && held < due) revert Held(ledgerRoot);
        _checkLeaf(account, deposits, charges, credits, withdrawals, ledgerRoot, proof);
        uint256 cumulative = credits + withdrawals;
        uint256 amount = _settle(account, cumulative);
        emit Claimed(account, amount, cumulative);
        _pay(account, amount);
    }

    /// @notice Pays an account all that the network ever owed it and was not paid yet, once the network is dead: credits
    /// + deposits − charges − claimed. Withdrawals are part of that, granted or not. By anyone; the money goes to the
    /// account. After evidence against the committee only once the inbox has gone back to before what is under dispute.
    /// @param deposits with charges, credits and withdrawals the account's leaf, cumulative, in wei.
    /// @param proof the leaf's branch in the last posted ledger (Inbox.lastLedger), as of claim.
    function exit(
        address account,
        uint256 deposits,
        uint256 charges,
        uint256 credits,
        uint256 withdrawals,
        bytes32[] calldata proof
    ) external nonReentrant {
        if (!INBOX.dead()) revert NotDead();
        if (INBOX.disputed()) revert Disputed();
        bytes32 ledgerRoot = INBOX.lastLedger();
        _due(ledgerRoot);
        _checkLeaf(account, deposits, charges, credits, withdrawals, ledgerRoot, proof);
        uint256 cumulative = credits + deposits - charges;
        uint256 amount = _settle(account, cumulative);
        emit Exited(account, amount, cumulative);
        _pay(account, amount);
    }

    /// @notice Pays a deposit that no posting consumed back to who made it, once the network is dead. By anyone.
    /// @param position the deposit's position in the queue; with the rest as in the inbox's event Queued and its payload.
    /// @param depositor who made it, and is paid.
    /// @param account for whom it was made.
    function exitDeposit(uint64 position, address depositor, address account, uint256 escrow, uint256 fees)
        external
        nonReentrant
    {
        if (!INBOX.dead()) revert NotDead();
        if (position < INBOX.queuePosition()) revert Consumed(position);
        bytes32 want = INBOX.accumulatorAt(position + 1);
        bytes memory payload = abi.encode(account, escrow, fees);
        bytes32 got = INBOX.accumulate(position, KIND_DEPOSIT, depositor, payload);
        if (got != want) revert WrongItem(want, got);
        if (refunded[position]) revert AlreadyRefunded(position);
        refunded[position] = true;
        emit DepositRefunded(position, depositor, escrow + fees);
        _pay(depositor, escrow + fees);
    }

    /// @dev Since when what the ledger of this root owes may be paid: now, or earlier.
    function _due(bytes32 ledgerRoot) private view returns (uint256 due) {
        uint256 time = INBOX.ledgerTime(ledgerRoot);
        if (time == 0) revert UnknownRoot(ledgerRoot);
        due = time + CLAIM_DELAY;
        if (block.timestamp < due) revert TooEarly(due);
    }

    /// @dev That these are the account's numbers in the ledger of this root.
    function _checkLeaf(
        address account,
        uint256 deposits,
        uint256 charges,
        uint256 credits,
        uint256 withdrawals,
        bytes32 ledgerRoot,
        bytes32[] calldata proof
    ) private pure {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(account, deposits, charges, credits, withdrawals))));
        if (!MerkleProof.verifyCalldata(proof, ledgerRoot, leaf)) revert InvalidProof();
    }

    /// @dev Marks `cumulative` wei as paid to the account in all, and says how much of it is to be paid now.
    function _settle(address account, uint256 cumulative) private returns (uint256 amount) {
        uint256 before = claimed[account];
        if (cumulative <= before) revert NothingToClaim(account);
        claimed[account] = cumulative;
        amount = cumulative - before;
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
