// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Posting} from "../src/Posting.sol";
import {Merkle} from "./Merkle.sol";
import {Network} from "./Network.sol";

/// @notice Money in, a ledger that charges, credits and debits as the network's does, postings with real signatures,
/// claims against any posted root, in any order, evidence after which governance discards postings and reopens, and the
/// network's death at any point, under dispute or not, after which the history goes on as if it had not come.
contract MoneyHandler is Network {
    uint256 private constant ACCOUNTS = 6;
    uint256 private constant DONORS = 3;

    /// @dev One posted ledger.
    struct Snapshot {
        bytes32 root;
        uint256 time;
        bool gone; // discarded
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
    Posting[] private chain;
    /// @dev Which of these stand, in order.
    uint256[] private good;
    Deposit[] private deposits;
    /// @dev Withdrawal requests: their account, amount in wei and position, in escrow's and position's place.
    Deposit[] private requests;

    uint256 public depositedInAll;
    uint256 public paidInAll;
    uint256 public claimsPaid;
    uint256 public postings;
    uint256 public deaths;
    uint256 public exitsPaid;
    uint256 public refundsPaid;
    uint256 public discards;

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
        requests.push(Deposit(inbox.queueLength(), account, account, amount, 0));
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
        Posting memory p = nextPosting("");
        p.ledgerRoot = s.root;
        good.push(chain.length);
        chain.push(p);
        post(p, signPosting(p), "");
        postings++;
    }

    /// @dev The last postings turn out wrong while claims wait: governance discards them and reopens, and the network goes
    /// on from the one before, with the queue as that one left it.
    function discard(uint256 seed) external {
        if (seed % 4 != 0) return;
        uint256 n = _dispute(seed / 4);
        if (n == 0) return;
        _rewind(OWNER, n);
        vm.prank(OWNER);
        inbox.reopen();
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            (depositsQueued[names[i]], withdrawalsQueued[names[i]]) = (0, 0);
            Merkle.Account memory none = Merkle.Account(names[i], 0, 0, 0, 0);
            ledger[names[i]] = good.length == 0 ? none : posted[good[good.length - 1]].accounts[i];
        }
        for (uint256 i = 0; i < deposits.length; i++) {
            Deposit storage d = deposits[i];
            if (d.position >= inbox.queuePosition()) depositsQueued[d.account] += d.escrow + d.fees;
        }
        for (uint256 i = 0; i < requests.length; i++) {
            Deposit storage r = requests[i];
            if (r.position >= inbox.queuePosition()) withdrawalsQueued[r.account] += r.escrow;
        }
        discards++;
    }

    /// @dev Brings evidence about one of the postings that are not settled, and says how many there are from it on; 0 if
    /// all are settled.
    function _dispute(uint256 seed) private returns (uint256 n) {
        uint256 open = 0;
        while (open < good.length) {
            uint256 place = good[good.length - 1 - open];
            if (posted[place].time + DELAY <= block.timestamp || chain[place].incarnation != inbox.incarnation()) {
                break;
            }
            open++;
        }
        if (open == 0) return 0;
        n = between(seed, 1, open);
        uint256 first = good[good.length - n];
        bytes32 key = posted[first].root;
        for (uint256 i = 0; i < first; i++) {
            if (posted[i].root == key && !posted[i].gone) key = hasher.root(chain[first]);
        }
        uint64 slot = chain[first].firstSlot;
        inbox.freezeByHeaders(slot, signHeader(slot, 1), signHeader(slot, 2), key);
    }

    function _rewind(address by, uint256 n) private {
        Posting[] memory discarded = new Posting[](n);
        for (uint256 i = 0; i < n; i++) {
            uint256 last = good[good.length - 1];
            discarded[i] = chain[last];
            posted[last].gone = true;
            good.pop();
        }
        Posting memory before;
        if (good.length != 0) before = chain[good[good.length - 1]];
        vm.prank(by);
        inbox.rewind(discarded, before);
    }

    /// @dev Whether claims against this root are paid now: where it was posted long enough ago and not discarded, and
    /// before evidence came, if it did.
    function _payable(bytes32 root) private view returns (bool) {
        uint256 until = inbox.disputedAt() == 0 ? block.timestamp : inbox.disputedAt();
        for (uint256 i = 0; i < posted.length; i++) {
            if (posted[i].root == root && !posted[i].gone && posted[i].time + DELAY <= until) return true;
        }
        return false;
    }

    /// @dev Claims against any root ever posted; what must be refused is, and nothing moves then.
    function claim(uint256 who, uint256 which) external {
        if (posted.length == 0) return;
        Snapshot storage s = posted[which % posted.length];
        Merkle.Account memory a = s.accounts[who % ACCOUNTS];
        uint256 before = a.account.balance;
        uint256 owed = a.credits + a.withdrawals;
        uint256 had = vault.claimed(a.account);
        bool due = _payable(s.root) && owed > had;
        (bool ok,) = address(vault).call(_claimCall(s, a));
        require(ok == due, "paid iff due");
        uint256 got = a.account.balance - before;
        require(got == (due ? owed - had : 0), "exactly what was due");
        paidInAll += got;
        if (due) claimsPaid++;
    }

    /// @dev A death costs as much as a hundred other steps: one in sixteen of these is one.
    function dieSometimes(uint256 seed) external {
        if (uint256(keccak256(abi.encode(seed, deposits.length))) % 16 == 0) die(seed);
    }

    /// @dev The network dies here: frozen for T_exit. Everybody takes everything, in any order, some by a claim first, and
    /// tries twice; then nothing is left in the vault. The history goes on from where it was.
    function die(uint256 seed) public {
        uint256 state = vm.snapshotState();
        uint256 wrong = seed % 2 == 0 ? _dispute(seed / 2) : 0;
        if (wrong == 0) {
            vm.warp(block.timestamp + FREEZE_SECONDS);
            inbox.freeze();
        }
        vm.warp(block.timestamp + EXIT_SECONDS);
        if (wrong != 0) {
            Snapshot storage s = posted[good[good.length - 1]];
            for (uint256 i = 0; i < ACCOUNTS; i++) {
                (bool ok,) = address(vault).call(_exitCall(s, s.accounts[i]));
                require(!ok, "an exit against what is under dispute");
            }
            _rewind(ANYONE, wrong);
        }
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
            } else if (good.length != 0 && _exit(order[i], seed >> i & 1 == 1)) {
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
        Snapshot storage s = posted[good[good.length - 1]];
        Merkle.Account memory a = s.accounts[i];
        if (claimFirst) {
            bool pays = _payable(s.root) && a.credits + a.withdrawals > vault.claimed(a.account);
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
        bytes4[] memory s = new bytes4[](8);
        (s[0], s[1], s[2]) = (handler.deposit.selector, handler.requestWithdrawal.selector, handler.charge.selector);
        (s[3], s[4], s[5]) = (handler.post.selector, handler.claim.selector, handler.pass.selector);
        (s[6], s[7]) = (handler.dieSometimes.selector, handler.discard.selector);
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

    /// @dev C17, once more at the end, with something to discard, to exit with and to give back. A run in which nothing was
    /// paid or posted would prove little.
    function afterInvariant() external {
        handler.deposit(0, 1 ether, 0);
        handler.post();
        handler.discard(0);
        handler.post();
        handler.deposit(1, 1 ether, 0);
        handler.die(uint256(keccak256("the end")) << 1); // under dispute, if anything is open to it
        handler.die(uint256(keccak256("the end")) | 1);
        require(handler.postings() > 0 && handler.claimsPaid() > 0, "nothing was exercised");
        require(handler.deaths() > 1 && handler.exitsPaid() > 0 && handler.refundsPaid() > 0, "no death was exercised");
        require(handler.discards() > 0, "nothing was discarded");
    }
}
