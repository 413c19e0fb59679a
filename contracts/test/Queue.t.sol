// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Committee} from "../src/Committee.sol";
import {Inbox} from "../src/Inbox.sol";
import {Registry} from "../src/Registry.sol";
import {Base} from "./Base.sol";

/// @notice The queue as Go decodes it (rollup/testdata/queue.json), put through the Inbox item by item. The test stands
/// where the registry does.
contract QueueTest is Base {
    address public constant vault = address(0xBEEF);
    address private constant SENDER = 0xAA00000000000000000000000000000000000001;

    function _of(string memory json, uint256 i, string memory field) private view returns (string memory) {
        string memory key = string.concat("$[", vm.toString(i), "].", field);
        return vm.keyExistsJson(json, key) ? key : "";
    }

    function testQueueIsGos() public {
        Inbox inbox = new Inbox(Registry(address(this)), Committee(address(0)), 100, 3600, 10, 7200);
        string memory json = vm.readFile("../rollup/testdata/queue.json");
        uint256 seen = 0;
        for (uint256 i = 0; bytes(_of(json, i, "number")).length != 0; i++) {
            uint8 kind = uint8(vm.parseJsonUint(json, _of(json, i, "number")));
            seen |= 1 << kind;
            vm.roll(vm.parseJsonUint(json, _of(json, i, "l1Block")));
            inbox.enqueue(kind, SENDER, vm.parseJsonBytes(json, _of(json, i, "payload")));
            vm.assertEq(
                inbox.accumulatorAt(uint64(i + 1)),
                vm.parseJsonBytes32(json, _of(json, i, "accumulator")),
                "accumulator"
            );
        }
        vm.assertEq(seen, 0xfe, "kinds 1 to 7");
    }

    // What the registry puts there is what Go reads: Registry.t.sol holds the one, this the other.
    function testPayloadsAreGos() public view {
        string memory json = vm.readFile("../rollup/testdata/queue.json");
        bytes[3] memory want = [
            abi.encode(uint64(901), type(uint32).max),
            abi.encode(uint64(901), uint256(type(uint96).max)),
            abi.encode(uint64(902), uint256(0))
        ];
        for (uint256 i = 0; i < want.length; i++) {
            vm.assertEq(vm.parseJsonBytes(json, _of(json, 6 + i, "payload")), want[i], "payload");
        }
    }
}
