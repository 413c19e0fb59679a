// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Merkle} from "./Merkle.sol";
import {Network} from "./Network.sol";

/// @notice Money in, a ledger that charges, credits and debits as the network's does, postings with real signatures,
/// claims against any posted root, in any order, and the network's death at any point, after which the history goes on
/// as if it had not come.
contract MoneyHandler is Network {
    uint256 private constant ACCOUNTS = 6;
    uint256 private constant DONORS = 3;

    /// @dev One posted ledger.
    struct Snapshot {
        bytes32 root;
        uint256 time;
        Merkle.Account[] accounts;
    }

    /// @dev A deposit as it stands in the queue.
    struct Deposit {
        uint64 position;
        address donor;
        address account;
        uint256 escrow;
        uint256 fees;
    }

    address[ACCOUNTS] public names;
    /// @dev The ledger as the network keeps it.
    mapping(address => Merkle.Account) private ledger;
    /// @dev Wei of deposits and of withdrawal requests that are queued and not consumed.
    mapping(address => uint256) private depositsQueued;
    mapping(address => uint256) private withdrawalsQueued;
    Snapshot[] private posted;
    Deposit[] private deposits;

    uint256 public depositedInAll;
    uint256 public paidInAll;
    uint256 public claimsPaid;
    uint256 public postings;
    uint256 public deaths;
    uint256 public exitsPaid;
    uint256 public refundsPaid;

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
        address donor = address(uint160(0xD00000 + (who / 11) % DONORS));
        deposits.push(Deposit(inbox.queueLength(), donor, account, amount - fees, fees));
        vm.deal(donor, amount);
        vm.prank(donor);
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

    /// @dev A death costs as much as a hundred other steps: one in eight of these is one.
    function dieSometimes(uint256 seed) external {
        if (uint256(keccak256(abi.encode(seed, deposits.length))) % 8 == 0) die(seed);
    }

    /// @dev The network dies here: frozen for T_exit. Everybody takes everything, in any order, some by a claim first, and
    /// tries twice; then nothing is left in the vault. The history goes on from where it was.
    function die(uint256 seed) public {
        uint256 state = vm.snapshotState();
        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.warp(block.timestamp + EXIT_SECONDS);
        uint256[] memory order = new uint256[](ACCOUNTS + deposits.length);
        for (uint256 i = 0; i < order.length; i++) {
            uint256 j = between(uint256(keccak256(abi.encode(seed, i))), 0, i);
            order[i] = order[j];
            order[j] = i;
        }
        uint256 exits = 0;
        uint256 refunds = 0;
        for (uint256 i = 0; i < order.length; i++) {
            if (order[i] >= ACCOUNTS) {
                if (_refund(deposits[order[i] - ACCOUNTS])) refunds++;
            } else if (posted.length != 0 && _exit(order[i], seed >> i & 1 == 1)) {
                exits++;
            }
        }
        vm.assertEq(address(vault).balance, 0, "all exits are the balance, to the wei");
        vm.assertTrue(vm.revertToState(state), "the history goes on");
        deaths++;
        exitsPaid += exits;
        refundsPaid += refunds;
    }

    /// @dev Exit of an account against the last posted ledger, for exactly what it is owed in all and did not get.
    function _exit(uint256 i, bool claimFirst) private returns (bool due) {
        Snapshot storage s = posted[posted.length - 1];
        Merkle.Account memory a = s.accounts[i];
        if (claimFirst) {
            bool pays = a.credits + a.withdrawals > vault.claimed(a.account);
            (bool claimed,) = address(vault).call(_claimCall(s, a));
            require(claimed == pays, "claims go on");
        }
        uint256 owed = a.credits + a.deposits - a.charges;
        due = owed > vault.claimed(a.account);
        bytes memory call = _exitCall(s, a);
        (bool ok,) = address(vault).call(call);
        require(ok == due, "paid iff due");
        vm.assertEq(a.account.balance, owed, "all that it was ever owed");
        (ok,) = address(vault).call(call);
        require(!ok, "exit twice");
        (ok,) = address(vault).call(_claimCall(s, a));
        require(!ok, "claim after exit");
    }

    /// @dev A deposit comes back if and only if no posting consumed it.
    function _refund(Deposit memory d) private returns (bool due) {
        due = d.position >= inbox.queuePosition();
        bytes memory call = abi.encodeCall(vault.exitDeposit, (d.position, d.donor, d.account, d.escrow, d.fees));
        uint256 before = d.donor.balance;
        (bool ok,) = address(vault).call(call);
        require(ok == due, "refunded iff not consumed");
        vm.assertEq(d.donor.balance - before, due ? d.escrow + d.fees : 0, "to who made it");
        (ok,) = address(vault).call(call);
        require(!ok, "refund twice");
    }

    function _exitCall(Snapshot storage s, Merkle.Account memory a) private view returns (bytes memory) {
        return abi.encodeCall(vault.exit, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, _proof(s, a)));
    }

    function _claimCall(Snapshot storage s, Merkle.Account memory a) private view returns (bytes memory) {
        return
            abi.encodeCall(
                vault.claim, (a.account, a.deposits, a.charges, a.credits, a.withdrawals, s.root, _proof(s, a))
            );
    }

    function _proof(Snapshot storage s, Merkle.Account memory a) private view returns (bytes32[] memory) {
        Merkle.Account[] memory accounts = new Merkle.Account[](ACCOUNTS);
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            accounts[i] = s.accounts[i];
        }
        return Merkle.proof(Merkle.tree(accounts), Merkle.leafOf(a));
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
        bytes4[] memory s = new bytes4[](7);
        (s[0], s[1], s[2]) = (handler.deposit.selector, handler.requestWithdrawal.selector, handler.charge.selector);
        (s[3], s[4], s[5]) = (handler.post.selector, handler.claim.selector, handler.pass.selector);
        s[6] = handler.dieSometimes.selector;
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

    /// @dev C17, once more at the end. A run in which nothing was paid or posted would prove little.
    function afterInvariant() external {
        handler.die(uint256(keccak256("the end")));
        require(handler.postings() > 0 && handler.claimsPaid() > 0, "nothing was exercised");
        require(handler.deaths() > 0 && handler.exitsPaid() > 0 && handler.refundsPaid() > 0, "no death was exercised");
    }
}
