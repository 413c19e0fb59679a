// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Merkle} from "./Merkle.sol";
import {Network} from "./Network.sol";

/// @notice Money in, a ledger that charges, credits and debits as the network's does, postings with real signatures,
/// and claims against any posted root, in any order.
contract MoneyHandler is Network {
    uint256 private constant ACCOUNTS = 6;

    /// @dev One posted ledger.
    struct Snapshot {
        bytes32 root;
        uint256 time;
        Merkle.Account[] accounts;
    }

    address[ACCOUNTS] public names;
    /// @dev The ledger as the network keeps it.
    mapping(address => Merkle.Account) private ledger;
    /// @dev Wei of deposits and of withdrawal requests that are queued and not consumed.
    mapping(address => uint256) private depositsQueued;
    mapping(address => uint256) private withdrawalsQueued;
    Snapshot[] private posted;

    uint256 public depositedInAll;
    uint256 public paidInAll;
    uint256 public claimsPaid;
    uint256 public postings;

    constructor() {
        deployNetwork();
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            names[i] = address(uint160(0xF00000 + i));
            ledger[names[i]].account = names[i];
        }
    }

    function deposit(uint256 who, uint256 amount, uint256 fees) external {
        address account = names[who % ACCOUNTS];
        amount = between(amount, 1, 1e24);
        fees = between(fees, 0, amount);
        vm.deal(address(this), amount);
        if (fees == 0) vault.deposit{value: amount}(account);
        else if (fees == amount) vault.depositFees{value: amount}(account);
        else vault.depositBoth{value: amount}(account, fees);
        depositsQueued[account] += amount;
        depositedInAll += amount;
    }

    function requestWithdrawal(uint256 who, uint256 amount) external {
        address account = names[who % ACCOUNTS];
        amount = between(amount, 1, 1e24);
        vm.prank(account);
        vault.requestWithdrawal(amount, 0);
        withdrawalsQueued[account] += amount;
    }

    /// @dev A price, charged to one account and credited to others, to the wei.
    function charge(uint256 who, uint256 price, uint256 share) external {
        Merkle.Account storage a = ledger[names[who % ACCOUNTS]];
        price = between(price, 0, _balance(a));
        uint256 part = between(share, 0, price);
        a.charges += price;
        ledger[names[(who % ACCOUNTS + 1) % ACCOUNTS]].credits += part;
        ledger[names[(who / 7) % ACCOUNTS]].credits += price - part;
    }

    /// @dev A slot: the queue is consumed, what was asked is debited as far as it is there, the ledger is posted.
    function post() external {
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            Merkle.Account storage a = ledger[names[i]];
            a.deposits += depositsQueued[a.account];
            uint256 asked = withdrawalsQueued[a.account];
            uint256 has = _balance(a);
            a.withdrawals += asked < has ? asked : has;
            depositsQueued[a.account] = 0;
            withdrawalsQueued[a.account] = 0;
        }
        Merkle.Account[] memory accounts = new Merkle.Account[](ACCOUNTS);
        Snapshot storage s = posted.push();
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            accounts[i] = ledger[names[i]];
            s.accounts.push(accounts[i]);
        }
        s.root = Merkle.tree(accounts)[0];
        s.time = block.timestamp;
        postLedger(s.root);
        postings++;
    }

    /// @dev Claims against any root ever posted; what must be refused is, and nothing moves then.
    function claim(uint256 who, uint256 which) external {
        if (posted.length == 0) return;
        Snapshot storage s = posted[which % posted.length];
        Merkle.Account memory a = s.accounts[who % ACCOUNTS];
        uint256 before = a.account.balance;
        uint256 owed = a.credits + a.withdrawals;
        uint256 had = vault.claimed(a.account);
        bool due = block.timestamp >= inbox.ledgerTime(s.root) + DELAY && owed > had;
        (bool ok,) = address(vault).call(_claimCall(s, a));
        require(ok == due, "paid iff due");
        uint256 got = a.account.balance - before;
        require(got == (due ? owed - had : 0), "exactly what was due");
        paidInAll += got;
        if (due) claimsPaid++;
    }

    function _claimCall(Snapshot storage s, Merkle.Account memory a) private view returns (bytes memory) {
        Merkle.Account[] memory accounts = new Merkle.Account[](ACCOUNTS);
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            accounts[i] = s.accounts[i];
        }
        bytes32[] memory proof = Merkle.proof(Merkle.tree(accounts), Merkle.leafOf(a));
        return abi.encodeCall(vault.claim, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, s.root, proof));
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + between(time, 0, 2 * DELAY));
        vm.roll(block.number + 1);
    }

    function check() external view {
        vm.assertEq(address(vault).balance, depositedInAll - paidInAll, "in - out = there");
        uint256 owed = 0;
        uint256 claimed = 0;
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            Merkle.Account storage a = ledger[names[i]];
            uint256 c = vault.claimed(a.account);
            vm.assertLe(c, a.credits + a.withdrawals, "never more than owed");
            vm.assertEq(a.account.balance, c, "paid = marked as paid");
            owed += a.credits + a.withdrawals - c + _balance(a) + depositsQueued[a.account];
            claimed += c;
        }
        vm.assertEq(address(vault).balance, owed, "all that is owed is there, and nothing else");
        vm.assertEq(claimed, paidInAll, "claims");
    }

    function _balance(Merkle.Account storage a) private view returns (uint256) {
        return a.deposits - a.charges - a.withdrawals;
    }
}

contract VaultInvariantTest {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    MoneyHandler private handler;

    function setUp() public {
        handler = new MoneyHandler();
    }

    function targetSelectors() external view returns (FuzzSelector[] memory out) {
        out = new FuzzSelector[](1);
        bytes4[] memory s = new bytes4[](6);
        (s[0], s[1], s[2]) = (handler.deposit.selector, handler.requestWithdrawal.selector, handler.charge.selector);
        (s[3], s[4], s[5]) = (handler.post.selector, handler.claim.selector, handler.pass.selector);
        out[0] = FuzzSelector(address(handler), s);
    }

    function targetContracts() external view returns (address[] memory out) {
        out = new address[](1);
        out[0] = address(handler);
    }

    /// @dev C7, C8.
    function invariant_money() external view {
        handler.check();
    }

    /// @dev A run in which nothing was paid or posted would prove little.
    function afterInvariant() external view {
        require(handler.postings() > 0 && handler.claimsPaid() > 0, "nothing was exercised");
    }
}
