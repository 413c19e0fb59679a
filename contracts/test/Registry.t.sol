// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Committee} from "../src/Committee.sol";
import {Inbox} from "../src/Inbox.sol";
import {Registry} from "../src/Registry.sol";
import {Vault} from "../src/Vault.sol";
import {Network} from "./Network.sol";

contract RegistryTest is Network {
    function setUp() public {
        deployNetwork();
    }

    function _notOwner() private pure returns (bytes memory) {
        return abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, ANYONE);
    }

    function testNetworkId() public {
        vm.assertEq(
            registry.networkId(), keccak256(abi.encode("chorale", uint256(31337), address(registry))), "network id"
        );
        vm.chainId(1);
        vm.assertEq(registry.networkId(), keccak256(abi.encode("chorale", uint256(1), address(registry))), "mainnet");
    }

    function testRegisterRollup() public {
        bytes memory genesis = '{"config":{"chainId":902}}';
        bytes32 genesisHash = keccak256(genesis);
        vm.expectEmit(true, true, true, true, address(registry));
        emit Registry.RollupRegistered(902, ANYONE, genesisHash, genesis);
        vm.prank(OWNER);
        registry.registerRollup(902, ANYONE, genesis);
        (address payout, uint32 weight, bytes32 stored) = registry.rollup(902);
        vm.assertEq(payout, ANYONE, "payout");
        vm.assertEq(weight, 0, "zero until set");
        vm.assertEq(stored, genesisHash, "genesis");
        vm.assertTrue(registry.isRollup(902), "isRollup");
        vm.assertFalse(registry.isRollup(903), "isRollup");
        vm.assertEq(registry.rollups().length, 2, "rollups");
        vm.assertEq(registry.rollups()[0], CHAIN, "first");
        vm.assertEq(registry.rollups()[1], 902, "second");
        vm.assertEq(inbox.queueLength(), 2, "queued");
    }

    function testQueueItems() public {
        expectQueued(4, OWNER, abi.encode(uint64(902), ANYONE, keccak256("genesis")));
        vm.prank(OWNER);
        registry.registerRollup(902, ANYONE, "genesis");
        expectQueued(5, PAYOUT, abi.encode(CHAIN, ANYONE));
        vm.prank(PAYOUT);
        registry.setPayout(CHAIN, ANYONE);
        expectQueued(5, OWNER, abi.encode(CHAIN, PAYOUT));
        vm.prank(OWNER);
        registry.setPayout(CHAIN, PAYOUT);
        expectQueued(6, OWNER, abi.encode(CHAIN, uint32(7)));
        vm.prank(OWNER);
        registry.setWeight(CHAIN, 7);
        expectQueued(7, PAYOUT, abi.encode(CHAIN, uint256(type(uint96).max)));
        vm.prank(PAYOUT);
        registry.setReserve(CHAIN, type(uint96).max);
        vm.assertEq(registry.reserveOf(CHAIN), type(uint96).max, "by the payout account");
        expectQueued(7, OWNER, abi.encode(CHAIN, uint256(0)));
        vm.prank(OWNER);
        registry.setReserve(CHAIN, 0);
        vm.assertEq(registry.reserveOf(CHAIN), 0, "by the owner");
        (address payout, uint32 weight,) = registry.rollup(CHAIN);
        vm.assertEq(payout, PAYOUT, "payout");
        vm.assertEq(weight, 7, "weight");
    }

    function testReserve() public {
        vm.expectEmit(true, true, true, true, address(registry));
        emit Registry.ReserveSet(CHAIN, 3 gwei);
        vm.prank(PAYOUT);
        registry.setReserve(CHAIN, 3 gwei);
        uint64 queued = inbox.queueLength();
        vm.expectRevert(abi.encodeWithSelector(Registry.UnknownRollup.selector, 7));
        vm.prank(OWNER);
        registry.setReserve(7, 1);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotPayoutOrOwner.selector, ANYONE));
        vm.prank(ANYONE);
        registry.setReserve(CHAIN, 1);
        // Who sets it moves with the income.
        vm.prank(PAYOUT);
        registry.setPayout(CHAIN, ANYONE);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotPayoutOrOwner.selector, PAYOUT));
        vm.prank(PAYOUT);
        registry.setReserve(CHAIN, 1);
        vm.assertEq(registry.reserveOf(CHAIN), 3 gwei, "as it was");
        vm.prank(ANYONE);
        registry.setReserve(CHAIN, 1);
        vm.assertEq(registry.reserveOf(CHAIN), 1, "by the new account");
        vm.assertEq(inbox.queueLength(), queued + 2, "the payout and the reserve");
    }

    function testRegisterRefusals() public {
        vm.expectRevert(_notOwner());
        vm.prank(ANYONE);
        registry.registerRollup(902, ANYONE, "g");
        vm.expectRevert(Registry.ZeroChainId.selector);
        vm.prank(OWNER);
        registry.registerRollup(0, ANYONE, "g");
        vm.expectRevert(Registry.ZeroPayout.selector);
        vm.prank(OWNER);
        registry.registerRollup(902, address(0), "g");
        vm.expectRevert(Registry.EmptyGenesis.selector);
        vm.prank(OWNER);
        registry.registerRollup(902, ANYONE, "");
        vm.expectRevert(abi.encodeWithSelector(Registry.AlreadyRegistered.selector, CHAIN));
        vm.prank(OWNER);
        registry.registerRollup(CHAIN, ANYONE, "g");
    }

    function testSetterRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(Registry.UnknownRollup.selector, 7));
        vm.prank(OWNER);
        registry.setPayout(7, ANYONE);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotPayoutOrOwner.selector, ANYONE));
        vm.prank(ANYONE);
        registry.setPayout(CHAIN, ANYONE);
        vm.expectRevert(Registry.ZeroPayout.selector);
        vm.prank(PAYOUT);
        registry.setPayout(CHAIN, address(0));
        vm.expectRevert(_notOwner());
        vm.prank(ANYONE);
        registry.setWeight(CHAIN, 1);
        vm.expectRevert(abi.encodeWithSelector(Registry.UnknownRollup.selector, 7));
        vm.prank(OWNER);
        registry.setWeight(7, 1);
        vm.prank(PAYOUT);
        registry.setPayout(CHAIN, ANYONE);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotPayoutOrOwner.selector, PAYOUT));
        vm.prank(PAYOUT);
        registry.setPayout(CHAIN, PAYOUT);
    }

    function testParametersOncePerIncarnationAndBeforeItsFirstPosting() public {
        vm.expectRevert(_notOwner());
        vm.prank(ANYONE);
        registry.setParameters("{}");
        vm.expectRevert(Registry.EmptyParameters.selector);
        vm.prank(OWNER);
        registry.setParameters("");
        vm.expectEmit(true, true, true, true, address(registry));
        emit Registry.ParametersSet(keccak256("{}"), "{}");
        vm.prank(OWNER);
        registry.setParameters("{}");
        vm.assertEq(registry.parametersHash(), keccak256("{}"), "hash");
        vm.expectRevert(abi.encodeWithSelector(Registry.ParametersAlreadySet.selector, 1));
        vm.prank(OWNER);
        registry.setParameters("{ }");
        postLedger(bytes32("one"));
        vm.expectRevert(abi.encodeWithSelector(Registry.AlreadyPosted.selector, 1));
        vm.prank(OWNER);
        registry.setParameters("{ }");

        vm.warp(block.timestamp + FREEZE_SECONDS);
        inbox.freeze();
        vm.prank(OWNER);
        inbox.reopen();
        vm.prank(OWNER);
        registry.setParameters("{ }");
        vm.assertEq(registry.parametersHash(), keccak256("{ }"), "hash of the second incarnation");
        vm.assertEq(registry.parametersIncarnation(), 2, "incarnation");
    }

    function testEvents() public {
        vm.expectEmit(true, true, true, true, address(registry));
        emit Registry.PayoutSet(CHAIN, ANYONE);
        vm.prank(OWNER);
        registry.setPayout(CHAIN, ANYONE);
        vm.expectEmit(true, true, true, true, address(registry));
        emit Registry.WeightSet(CHAIN, 7);
        vm.prank(OWNER);
        registry.setWeight(CHAIN, 7);
        Registry fresh = new Registry(OWNER);
        vm.expectEmit(true, true, true, true, address(fresh));
        emit Registry.Wired(address(inbox), address(vault), address(committee));
        vm.prank(OWNER);
        fresh.wire(inbox, vault, committee);
    }

    function testWire() public {
        vm.assertEq(address(registry.inbox()), address(inbox), "inbox");
        vm.assertEq(address(registry.vault()), address(vault), "vault");
        vm.assertEq(address(registry.committee()), address(committee), "committee");
        vm.expectRevert(Registry.AlreadyWired.selector);
        vm.prank(OWNER);
        registry.wire(inbox, vault, committee);

        Registry fresh = new Registry(OWNER);
        vm.expectRevert(_notOwner());
        vm.prank(ANYONE);
        fresh.wire(inbox, vault, committee);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAContract.selector, ANYONE));
        vm.prank(OWNER);
        fresh.wire(Inbox(ANYONE), vault, committee);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAContract.selector, ANYONE));
        vm.prank(OWNER);
        fresh.wire(inbox, Vault(ANYONE), committee);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAContract.selector, address(0)));
        vm.prank(OWNER);
        fresh.wire(inbox, vault, Committee(address(0)));
        vm.expectRevert(Registry.NotWired.selector);
        vm.prank(OWNER);
        fresh.registerRollup(1, ANYONE, "g");
        vm.expectRevert(Registry.NotWired.selector);
        vm.prank(OWNER);
        fresh.setParameters("{}");
    }

    // C13: governance changes hands in two steps, and the inbox and the committee follow.
    function testOwnership() public {
        vm.prank(OWNER);
        registry.transferOwnership(ANYONE);
        vm.expectRevert(_notOwner());
        vm.prank(ANYONE);
        registry.setWeight(CHAIN, 1);
        vm.prank(ANYONE);
        registry.acceptOwnership();
        vm.prank(ANYONE);
        registry.setWeight(CHAIN, 1);
        vm.expectRevert(abi.encodeWithSelector(Inbox.NotOwner.selector, OWNER));
        vm.prank(OWNER);
        inbox.reopen();
        vm.expectRevert(abi.encodeWithSelector(Committee.NotOwner.selector, OWNER));
        vm.prank(OWNER);
        committee.setFirstKey("", 4, 3, 0);
    }
}
