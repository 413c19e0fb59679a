// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ActionGas} from "../src/app/ActionGas.sol";
import {ChoraleApp} from "../src/app/ChoraleApp.sol";
import {ISharedTokenReceiver, SharedToken} from "../src/demo/SharedToken.sol";
import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {Failing} from "./Failing.sol";
import {TwinToken} from "./Twins.sol";

/// @dev Takes units and does with them what the message says.
contract Receiver is ISharedTokenReceiver {
    error Refused();

    function onSharedToken(uint64 srcChain, address from, uint256 amount, bytes calldata data)
        external
        returns (bytes4)
    {
        uint8 what = uint8(data[0]);
        if (what == 1) revert Refused();
        if (what == 2) return 0xdeadbeef;
        if (what == 3) SharedToken(msg.sender).burnTo(srcChain, from, amount, 60_000);
        // There and back once more: half of it home, with the message to do nothing.
        if (what == 4) SharedToken(msg.sender).burnToAndCall(srcChain, address(this), amount / 2, 200_000, hex"00");
        if (what == 5) for (uint256 i = 0;; i++) {}
        return this.onSharedToken.selector;
    }
}

/// @dev Moves units at random; half of what it tries must fail.
contract TokenHandler is Failing {
    TwinToken[2] public tokens;
    Receiver public receiver;
    uint256 public executed;
    uint256 public failed;
    address[3] private _users = [address(0xA11CE), address(0xB0B), address(0xCA401)];

    constructor(uint256 each) {
        deployChains();
        receiver = new Receiver();
        tokens = [new TwinToken("A", _users[0], each), new TwinToken("B", _users[1], each)];
        tokens[0].link(B, address(tokens[1]));
        tokens[1].link(A, address(tokens[0]));
    }

    function move(uint256 seed) external {
        uint256 i = seed % 2;
        seed = uint256(keccak256(abi.encode(seed)));
        address from = _users[seed % 3];
        address to = _users[(seed >> 8) % 3];
        if ((seed >> 16) % 16 == 0) to = address(0);
        uint256 have = tokens[i].balanceOf(from);
        uint256 amount = between(seed >> 32, 0, have + have / 4);
        uint64 gas = (seed >> 24) % 8 == 0 ? 5000 : 60_000;
        bytes memory call = abi.encodeCall(SharedToken.burnTo, (i == 0 ? B : A, to, amount, gas));
        if ((seed >> 40) % 2 == 0) {
            bytes memory what = abi.encodePacked(uint8((seed >> 48) % 6));
            call = abi.encodeCall(
                SharedToken.burnToAndCall, (i == 0 ? B : A, address(receiver), amount, gas + 300_000, what)
            );
        }
        if (bundle(i == 0 ? A : B, from, address(tokens[i]), 0, call)) executed++;
        else failed++;
    }

    function supply() external view returns (uint256) {
        return tokens[0].totalSupply() + tokens[1].totalSupply();
    }

    function held(uint256 i) external view returns (uint256 sum) {
        sum = tokens[i].balanceOf(address(receiver));
        for (uint256 j = 0; j < 3; j++) {
            sum += tokens[i].balanceOf(_users[j]);
        }
    }

    function allPaired() external view returns (bool) {
        return paired();
    }
}

contract SharedTokenInvariantTest is Failing {
    uint256 private constant SUPPLY = 1_000_000 ether;
    TokenHandler private handler;

    function setUp() public {
        handler = new TokenHandler(SUPPLY);
    }

    function targetContracts() external view returns (address[] memory out) {
        out = new address[](1);
        out[0] = address(handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory out) {
        out = new FuzzSelector[](1);
        out[0].addr = address(handler);
        out[0].selectors = new bytes4[](1);
        out[0].selectors[0] = TokenHandler.move.selector;
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// forge-config: default.invariant.runs = 2
    /// forge-config: default.invariant.depth = 250
    function invariantSupplyIsConserved() external view {
        vm.assertEq(handler.supply(), 2 * SUPPLY, "over both rollups");
        vm.assertEq(handler.held(0), handler.tokens(0).totalSupply(), "held on A");
        vm.assertEq(handler.held(1), handler.tokens(1).totalSupply(), "held on B");
        vm.assertTrue(handler.allPaired(), "paired");
    }

    function afterInvariant() external {
        emit log_named_uint("executed", handler.executed());
        emit log_named_uint("failed", handler.failed());
        vm.assertGt(handler.executed(), 50, "executed");
        vm.assertGt(handler.failed(), 50, "failed");
    }
}

contract SharedTokenTest is Failing {
    address private constant USER = address(0xABCD);
    uint256 private constant SUPPLY = 1000;

    TwinToken private here;
    TwinToken private there;
    Receiver private receiver;

    function setUp() public {
        deployChains();
        here = new TwinToken("A", USER, SUPPLY);
        there = new TwinToken("B", USER, SUPPLY);
        here.link(B, address(there));
        there.link(A, address(here));
        receiver = new Receiver();
    }

    function _send(uint8 what, uint256 amount) private returns (bool) {
        bytes memory call =
            abi.encodeCall(here.burnToAndCall, (B, address(receiver), amount, 400_000, abi.encodePacked(what)));
        return bundle(A, USER, address(here), 0, call);
    }

    function testReceiverTakes() public {
        vm.assertTrue(_send(0, 7), "executed");
        vm.assertEq(here.totalSupply(), SUPPLY - 7, "burnt");
        vm.assertEq(there.totalSupply(), SUPPLY + 7, "minted");
        vm.assertEq(there.balanceOf(address(receiver)), 7, "taken");
    }

    function testReceiverThatFailsTakesTheBurningBack() public {
        for (uint8 what = 1; what <= 5; what++) {
            if (what == 3 || what == 4) continue;
            vm.assertFalse(_send(what, 7), "executed");
            vm.assertEq(here.balanceOf(USER), SUPPLY, "kept");
            vm.assertEq(there.totalSupply(), SUPPLY, "not minted");
            vm.assertTrue(paired(), "paired");
        }
    }

    function testThereAndBack() public {
        vm.assertTrue(_send(3, 7), "executed");
        vm.assertEq(here.balanceOf(USER), SUPPLY, "back");
        vm.assertEq(there.totalSupply(), SUPPLY, "gone");
        vm.assertTrue(_send(4, 8), "executed");
        vm.assertEq(here.balanceOf(address(receiver)), 4, "half of it here");
        vm.assertEq(there.balanceOf(address(receiver)), 4, "half of it there");
        vm.assertTrue(paired(), "paired");
    }

    function testRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NotSystem.selector, address(this)));
        there.mintFromAndCall(USER, USER, 1, "");
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NoPeer.selector, 903));
        vm.prank(USER);
        here.burnTo(903, USER, 1, 60_000);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, USER, SUPPLY, SUPPLY + 1)
        );
        vm.prank(USER);
        here.burnToAndCall(B, USER, SUPPLY + 1, 60_000, "");
        vm.prank(USER);
        here.burnToAndCall(B, address(receiver), 1, 400_000, hex"02");
        collect();
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector,
                abi.encodeWithSelector(SharedToken.RefusedByReceiver.selector, address(receiver))
            )
        );
        this.forwardAct(0);
    }

    // Anybody can trigger a call of the token there; only what the token here triggers mints.
    function testOnlyThePeerMints() public {
        bytes[2] memory calls = [
            abi.encodeCall(there.mintFrom, (USER, 1)),
            abi.encodeCall(there.mintFromAndCall, (USER, address(receiver), 1, hex"00"))
        ];
        for (uint256 i = 0; i < calls.length; i++) {
            on(A);
            vm.prank(USER);
            SYSTEM.trigger(B, address(there), 400_000, calls[i]);
            collect();
            queue[i].nonce = 0; // the one before did not act
            vm.expectRevert(
                abi.encodeWithSelector(
                    ChoraleSystem.ActionReverted.selector, abi.encodeWithSelector(ChoraleApp.NotPeer.selector, A, USER)
                )
            );
            this.forwardAct(i);
        }
        vm.assertEq(there.totalSupply(), SUPPLY, "supply");
    }

    function forwardAct(uint256 i) external {
        act(queue[i]);
    }

    // What the token says a burning costs is what its trigger's data costs.
    function testPrices() public {
        vm.prank(USER);
        here.burnTo(B, USER, 1, 60_000);
        collect();
        vm.assertEq(queue[0].data.length, 68, "data");
        for (uint256 n = 0; n < 70; n++) {
            vm.prank(USER);
            here.burnToAndCall(B, USER, 1, 60_000, new bytes(n));
            collect();
            vm.assertEq(
                here.burnAndCallPrice(60_000, n, 1),
                ActionGas.needed(60_000, queue[queue.length - 1].data.length),
                "price"
            );
        }
        vm.assertEq(here.burnPrice(60_000, 3), 3 * ActionGas.needed(60_000, 68), "price");
    }
}
