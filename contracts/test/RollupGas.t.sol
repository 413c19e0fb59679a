// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SharedToken} from "../src/demo/SharedToken.sol";
import {TwoChains} from "./TwoChains.sol";

/// @notice Execution gas of a message between rollups whose pair has been used before, all slots cold.
contract RollupGasTest is TwoChains {
    SharedToken private token;

    function setUp() public {
        deployChains();
        vm.deal(address(this), 1 ether);
        token = new SharedToken("Chorale Demo", "CHD", address(this), 1 ether, both());
        token.burnTo{value: 1}(B, address(this), 1, 60_000);
        drain();
        on(A);
    }

    function testMessage() public {
        _cool();
        uint256 before = gasleft();
        token.burnTo{value: 1}(B, address(0xABCD), 1, 60_000);
        uint256 used = before - gasleft();
        emit log_named_uint("burn and trigger", used);
        vm.assertLe(used, 60_000, "burn and trigger");
        collect();
        Trigger memory t = queue[1];
        on(B);
        address account = SYSTEM.SYSTEM_ACCOUNT();
        _cool();
        vm.prank(account);
        before = gasleft();
        SYSTEM.action(t.src, t.nonce, t.sender, t.target, t.gasLimit, t.data);
        used = before - gasleft();
        emit log_named_uint("action with mint to a fresh account", used);
        vm.assertLe(used, 90_000, "action and mint");
    }

    // builder/evm.ActionGas in Go, what is left of it for execution when all of the calldata is dear: with 90,000 and 10 per
    // byte of data padded to words it is enough in the dearest case, the first action of a pair with everything cold,
    // whatever the target's limit and the data; and not twice what is needed.
    function testFuzzActionGas(uint64 gasLimit, uint256 size) public {
        gasLimit = uint64(between(gasLimit, 1, 10_000_000));
        size = between(size, 0, 16_384);
        bytes memory call =
            abi.encodeCall(SYSTEM.action, (903, 0, address(this), address(0xABCD), gasLimit, new bytes(size)));
        uint256 padded = (size + 31) / 32 * 32;
        uint256 gas = 90_000 + 10 * padded + gasLimit + gasLimit / 63 + 1;
        address account = SYSTEM.SYSTEM_ACCOUNT();
        _cool();
        vm.prank(account);
        uint256 before = gasleft();
        (bool ok, bytes memory answer) = address(SYSTEM).call{gas: gas}(call);
        uint256 used = before - gasleft();
        vm.assertTrue(ok, string.concat("not enough: ", vm.toString(answer.length)));
        vm.assertLe(gas, 2 * used + 20_000 + gasLimit + gasLimit / 63, "far too much");
    }

    // What the wrapper uses beside the target, where the pair was used before.
    function testWrapper() public {
        uint256[3] memory sizes = [uint256(0), 1024, 16_384];
        address account = SYSTEM.SYSTEM_ACCOUNT();
        for (uint256 i = 0; i < sizes.length; i++) {
            bytes memory call =
                abi.encodeCall(SYSTEM.action, (A, 1, address(this), address(0xABCD), 1000, new bytes(sizes[i])));
            uint256 state = vm.snapshotState();
            on(B);
            _cool();
            vm.prank(account);
            uint256 before = gasleft();
            (bool ok,) = address(SYSTEM).call(call);
            uint256 used = before - gasleft();
            vm.assertTrue(ok, "action");
            emit log_named_uint(string.concat("wrapper, bytes of data ", vm.toString(sizes[i])), used);
            vm.assertLe(used, 30_000 + 13 * sizes[i], "wrapper");
            vm.revertToState(state);
        }
    }

    function _cool() private {
        vm.cool(address(SYSTEM));
        vm.cool(address(token));
    }
}
