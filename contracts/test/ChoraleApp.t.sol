// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ActionGas} from "../src/app/ActionGas.sol";
import {ChoraleApp} from "../src/app/ChoraleApp.sol";
import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {TwoChains} from "./TwoChains.sol";

/// @dev An application that does nothing but call and be called.
contract App is ChoraleApp {
    uint256 public byPeer;
    uint256 public byBoss;
    uint64 private immutable BOSS_CHAIN;
    address private immutable BOSS;

    constructor(uint64 bossChain, address boss) {
        (BOSS_CHAIN, BOSS) = (bossChain, boss);
    }

    receive() external payable {}

    function setPeer(uint64 chainId, address peer) external {
        _setPeer(chainId, peer);
    }

    function setPeersHere(uint64[] memory chainIds) external {
        _setPeersHere(chainIds);
    }

    function callPeer(uint64 dstChain, uint64 gasLimit, bytes calldata data, uint256 prepaid)
        external
        payable
        returns (uint64)
    {
        return _callPeer(dstChain, gasLimit, data, prepaid);
    }

    function call(uint64 dstChain, address target, uint64 gasLimit, bytes calldata data, uint256 prepaid)
        external
        payable
        returns (uint64)
    {
        return _call(dstChain, target, gasLimit, data, prepaid);
    }

    function pay(address to, uint256 amount) external {
        _pay(to, amount);
    }

    function price(uint64 gasLimit, uint256 dataLength, uint256 baseFee) external pure returns (uint256) {
        return _price(gasLimit, dataLength, baseFee);
    }

    function onlyForPeer() external onlyPeer {
        byPeer++;
    }

    function onlyForBoss() external onlyFrom(BOSS_CHAIN, BOSS) {
        byBoss++;
    }

    /// @dev Calls its peer's function by way of an account that is not ChoraleSystem.
    function relay(App other) external {
        other.onlyForPeer();
    }
}

contract ChoraleAppTest is TwoChains {
    uint64 private constant GAS = 100_000;
    uint64 private constant C = 903;

    App private a;
    App private b;

    function setUp() public {
        deployChains();
        a = new App(B, address(this));
        b = new App(A, address(this));
        a.setPeer(B, address(b));
        b.setPeer(A, address(a));
    }

    function forwardAct(uint256 i) external {
        act(queue[i]);
    }

    function _refused(uint256 i, bytes memory why) private {
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.ActionReverted.selector, why));
        this.forwardAct(i);
    }

    // builder/evm.ActionGas computes the same, from the same file.
    function testActionGasIsGos() public view {
        string memory json = vm.readFile("testdata/actiongas.json");
        uint256[] memory limits = vm.parseJsonUintArray(json, ".gasLimit");
        uint256[] memory lengths = vm.parseJsonUintArray(json, ".dataLength");
        uint256[] memory gas = vm.parseJsonUintArray(json, ".gas");
        vm.assertGt(limits.length, 50, "vectors");
        for (uint256 i = 0; i < limits.length; i++) {
            vm.assertEq(ActionGas.needed(uint64(limits[i]), lengths[i]), gas[i], "gas");
            vm.assertEq(a.price(uint64(limits[i]), lengths[i], 7 gwei), gas[i] * 7 gwei, "price");
        }
    }

    function testCallsPeer() public {
        uint64 nonce = a.callPeer{value: 5}(B, GAS, abi.encodeCall(b.onlyForPeer, ()), 5);
        vm.assertEq(nonce, 0, "the first");
        vm.assertEq(address(SYSTEM).balance, 5, "prepaid");
        vm.assertEq(a.callPeer(B, GAS, abi.encodeCall(b.onlyForPeer, ()), 0), 1, "the second");
        vm.assertEq(drain(), 2, "actions");
        vm.assertEq(b.byPeer(), 2, "called");
        vm.assertEq(queue[0].prepaid, 5, "prepaid");
        vm.assertTrue(paired(), "paired");
    }

    function testOnlyPeer() public {
        // By whom it is not: an account, another contract, somebody else on the peer's rollup, and the peer's address
        // on another rollup.
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NotSystem.selector, address(this)));
        b.onlyForPeer();
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NotSystem.selector, address(a)));
        a.relay(b);
        SYSTEM.trigger(B, address(b), GAS, abi.encodeCall(b.onlyForPeer, ()));
        on(C);
        a.call(B, address(b), GAS, abi.encodeCall(b.onlyForPeer, ()), 0);
        on(A);
        collect();
        _refused(0, abi.encodeWithSelector(ChoraleApp.NotPeer.selector, A, address(this)));
        queue[1].src = C;
        queue[1].nonce = 0;
        _refused(1, abi.encodeWithSelector(ChoraleApp.NotPeer.selector, C, address(a)));
        vm.assertEq(b.byPeer(), 0, "called");
    }

    // An action's target cannot lend its place to somebody else: what it calls is not called by ChoraleSystem.
    function testOnlyPeerWithinAnAction() public {
        a.callPeer(B, GAS, abi.encodeCall(b.relay, (a)), 0);
        collect();
        _refused(0, abi.encodeWithSelector(ChoraleApp.NotSystem.selector, address(b)));
    }

    function testOnlyFrom() public {
        SYSTEM.trigger(B, address(b), GAS, abi.encodeCall(b.onlyForBoss, ()));
        a.callPeer(B, GAS, abi.encodeCall(b.onlyForBoss, ()), 0);
        drainOne();
        vm.assertEq(b.byBoss(), 1, "called");
        _refused(1, abi.encodeWithSelector(ChoraleApp.NotFrom.selector, A, address(a)));
        on(B);
        SYSTEM.trigger(A, address(b), GAS, abi.encodeCall(b.onlyForBoss, ()));
        collect();
        _refused(2, abi.encodeWithSelector(ChoraleApp.NotFrom.selector, B, address(this)));
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NotSystem.selector, address(this)));
        b.onlyForBoss();
    }

    function drainOne() private {
        collect();
        act(queue[0]);
        on(A);
    }

    function testPeers() public {
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NoPeer.selector, C));
        a.callPeer(C, GAS, "", 0);
        vm.expectEmit(true, true, true, true, address(a));
        emit ChoraleApp.PeerSet(C, address(b));
        a.setPeer(C, address(b));
        vm.assertEq(a.peerOf(C), address(b), "peer");
        a.setPeer(B, address(0));
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NoPeer.selector, B));
        a.callPeer(B, GAS, "", 0);
        a.setPeersHere(both());
        vm.assertEq(a.peerOf(A), address(a), "here");
        vm.assertEq(a.peerOf(B), address(a), "here");
        // What ChoraleSystem refuses is refused.
        vm.expectRevert(abi.encodeWithSelector(ChoraleSystem.SameChain.selector, A));
        a.callPeer(A, GAS, "", 0);
    }

    function testPrepayment() public {
        vm.deal(address(a), 3);
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.PrepaymentMissing.selector, 6, 5));
        a.callPeer{value: 2}(B, GAS, "", 6);
        a.callPeer{value: 2}(B, GAS, "", 4);
        vm.assertEq(address(a).balance, 1, "the caller's, and some of its own");
        a.pay(address(0xD00D), 1);
        vm.assertEq(address(0xD00D).balance, 1, "paid");
        a.pay(address(this), 0);
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.PaymentFailed.selector, address(this), 1));
        a.pay(address(this), 1);
    }
}
