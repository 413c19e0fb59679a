// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TwoChains} from "./TwoChains.sol";

/// @notice A builder that takes back what fails: `bundle` carries out one transaction with all that it triggers, or
/// nothing of it.
abstract contract Failing is TwoChains {
    error NotSelf();

    /// @dev The transaction on `chain` by `sender`, as a bundle of its own. Whether it executed.
    function bundle(uint64 chain, address sender, address target, uint256 value, bytes memory call)
        internal
        returns (bool ok)
    {
        on(chain);
        try this.transact(sender, target, value, call) {
            ok = true;
        } catch {
            vm.getRecordedLogs(); // what was triggered in vain
        }
        on(chain);
    }

    function transact(address sender, address target, uint256 value, bytes calldata call) external {
        if (msg.sender != address(this)) revert NotSelf();
        vm.prank(sender);
        (bool ok, bytes memory answer) = target.call{value: value}(call);
        if (!ok) _fail(answer);
        drain();
    }

    function _fail(bytes memory answer) private pure {
        assembly ("memory-safe") {
            revert(add(answer, 32), mload(answer))
        }
    }
}
