// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BLS} from "../src/BLS.sol";

/// @notice Signs as the committee would, with a whole test key: secret · H(message), by the G2MSM precompile.
contract Signer {
    /// @dev keccak256("chorale test key", uint64 i) mod r, as in testdata/vectors.json.
    function secretOf(uint64 i) public pure returns (uint256) {
        uint256 r = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;
        return uint256(keccak256(abi.encodePacked("chorale test key", i))) % r;
    }

    function sign(uint256 secret, bytes32 message) public view returns (bytes memory) {
        (bool ok, bytes memory out) = address(0x0e).staticcall(bytes.concat(BLS.hashToG2(message), bytes32(secret)));
        require(ok, "G2MSM");
        return out;
    }

    function keyOf(uint256 secret) public view returns (bytes memory) {
        bytes memory g = abi.encode(
            0x17f1d3a73197d7942695638c4fa9ac0f,
            0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb,
            0x08b3f481e3aaa0f1a09e30ed741d8ae4,
            0xfcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1
        );
        (bool ok, bytes memory out) = address(0x0c).staticcall(bytes.concat(g, bytes32(secret)));
        require(ok, "G1MSM");
        return out;
    }
}
