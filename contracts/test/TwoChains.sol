// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {Base, Vm} from "./Base.sol";

/// @notice Two rollups in one EVM, told apart by chain id. One ChoraleSystem serves both: its mappings are by the other
/// chain's id, so with two chains nothing of one stands where the other looks.
abstract contract TwoChains is Base {
    uint64 internal constant A = 901;
    uint64 internal constant B = 902;
    ChoraleSystem internal constant SYSTEM = ChoraleSystem(0x4300000000000000000000000000000000000001);

    /// @dev What a builder keeps of an event Triggered.
    struct Trigger {
        uint64 src;
        uint64 dst;
        uint64 nonce;
        address sender;
        address target;
        uint64 gasLimit;
        bytes data;
        uint256 prepaid;
    }

    Trigger[] internal queue;
    uint256 internal drained;

    function deployChains() internal {
        vm.etch(address(SYSTEM), type(ChoraleSystem).runtimeCode);
        on(A);
        vm.recordLogs();
    }

    /// @dev Both rollups, for the constructor of an application.
    function both() internal pure returns (uint64[] memory chains) {
        chains = new uint64[](2);
        (chains[0], chains[1]) = (A, B);
    }

    function on(uint64 chain) internal {
        vm.chainId(chain);
    }

    /// @dev Takes up what was triggered since the last call on the chain that is on.
    function collect() internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; i++) {
            if (logs[i].topics[0] != ChoraleSystem.Triggered.selector) continue;
            vm.assertEq(logs[i].emitter, address(SYSTEM), "emitter");
            Trigger storage t = queue.push();
            t.src = uint64(block.chainid);
            t.dst = uint64(uint256(logs[i].topics[1]));
            t.nonce = uint64(uint256(logs[i].topics[2]));
            t.sender = address(uint160(uint256(logs[i].topics[3])));
            (t.target, t.gasLimit, t.data, t.prepaid) = abi.decode(logs[i].data, (address, uint64, bytes, uint256));
        }
    }

    function act(Trigger memory t) internal {
        on(t.dst);
        vm.prank(SYSTEM.SYSTEM_ACCOUNT());
        SYSTEM.action(t.src, t.nonce, t.sender, t.target, t.gasLimit, t.data);
    }

    /// @dev Breadth-first, as the builder does.
    function drain() internal returns (uint256 n) {
        collect();
        for (; drained < queue.length; n++) {
            act(queue[drained++]);
            collect();
        }
    }

    /// @dev Whether what one chain triggered on the other acted there, all of it, both ways.
    function paired() internal view returns (bool) {
        (bytes32 trigRoot, uint64 trigCount) = SYSTEM.trig(B);
        (bytes32 actRoot, uint64 actCount) = SYSTEM.act(A);
        if (trigRoot != actRoot || trigCount != actCount) return false;
        (trigRoot, trigCount) = SYSTEM.trig(A);
        (actRoot, actCount) = SYSTEM.act(B);
        return trigRoot == actRoot && trigCount == actCount;
    }
}
