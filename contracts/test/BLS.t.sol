// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BLS} from "../src/BLS.sol";
import {Base} from "./Base.sol";
import {Signer} from "./Signer.sol";

/// @dev The library behind a call, so that its memory is fresh each time.
contract BLSCaller {
    function isKey(bytes calldata key) external view returns (bool) {
        return BLS.isKey(key);
    }

    function verify(bytes calldata key, bytes32 message, bytes calldata signature) external view returns (bool) {
        return BLS.verify(key, message, signature);
    }

    function hashToG2(bytes32 message) external view returns (bytes memory) {
        return BLS.hashToG2(message);
    }

    /// @dev keccak256 over the points of messages [from, to).
    function digest(uint64 from, uint64 to) external view returns (bytes32 out) {
        bytes memory points = new bytes(uint256(to - from) * 256);
        uint256 offset = 0;
        for (uint64 i = from; i < to; i++) {
            bytes memory point = this.hashToG2(keccak256(abi.encodePacked("chorale hash to curve", i)));
            assembly {
                mcopy(add(add(points, 0x20), offset), add(point, 0x20), 256)
            }
            offset += 256;
        }
        return keccak256(points);
    }
}

contract BLSTest is Base {
    /// @dev A precompile that refuses its input burns all the gas it was given.
    uint256 private constant GAS = 1_000_000;

    BLSCaller private bls = new BLSCaller();
    Signer private signer = new Signer();
    bytes[] private keys;
    bytes32[] private messages;
    bytes[] private signatures;

    function setUp() public {
        string memory json = vectors();
        keys = vm.parseJsonBytesArray(json, ".keys.expanded");
        messages = vm.parseJsonBytes32Array(json, ".signed.message");
        signatures = vm.parseJsonBytesArray(json, ".signed.expanded");
    }

    // C4: Go and Solidity hash alike, 10,000 messages.
    function testHashToG2LikeGo() public view {
        bytes32[] memory digests = vm.parseJsonBytes32Array(vectors(), ".hashedToG2");
        vm.assertEq(digests.length, 10, "digests");
        for (uint64 i = 0; i < digests.length; i++) {
            vm.assertEq(bls.digest(i * 1000, (i + 1) * 1000), digests[i], "points");
        }
    }

    function testSignsAndVerifiesLikeGo() public {
        vm.assertEq(messages.length, 16, "messages");
        for (uint64 i = 0; i < keys.length; i++) {
            vm.assertEq(signer.keyOf(signer.secretOf(i)), keys[i], "key");
        }
        for (uint256 i = 0; i < messages.length; i++) {
            vm.assertEq(signer.sign(signer.secretOf(0), messages[i]), signatures[i], "signature");
            vm.assertTrue(bls.verify(keys[0], messages[i], signatures[i]), "own key");
            vm.assertFalse(bls.verify(keys[1], messages[i], signatures[i]), "another key");
            vm.assertFalse(bls.verify(keys[0], messages[(i + 1) % 16], signatures[i]), "another message");
            vm.assertFalse(bls.verify(keys[0], messages[i], signatures[(i + 1) % 16]), "another signature");
        }
        uint256 before = gasleft();
        bls.verify(keys[0], messages[0], signatures[0]);
        uint256 used = before - gasleft();
        emit log_named_uint("gas of one signature check", used);
        vm.assertLe(used, 250_000, "C15");
    }

    function testFuzzSignature(uint64 key, bytes32 message) public view {
        vm.assume(key != 0);
        uint256 secret = signer.secretOf(key);
        bytes memory signature = signer.sign(secret, message);
        vm.assertTrue(bls.verify(signer.keyOf(secret), message, signature), "signed");
        vm.assertFalse(bls.verify(keys[0], message, signature), "another key");
    }

    // C1: infinity in any place, above all in both.
    function testFuzzInfinityIsRefused(bytes32 message, uint256 which) public view {
        bytes memory zeroKey = new bytes(128);
        bytes memory zeroSignature = new bytes(256);
        vm.assertFalse(bls.verify(zeroKey, message, zeroSignature), "both");
        vm.assertFalse(bls.verify(keys[which % keys.length], message, zeroSignature), "signature");
        vm.assertFalse(bls.verify(zeroKey, message, signatures[which % 16]), "key");
        vm.assertFalse(bls.isKey(zeroKey), "isKey");
    }

    // The control: what the precompile itself says of two points at infinity. Were it false, the test above would
    // prove nothing.
    function testPrecompileTakesInfinity() public view {
        bytes memory g = signer.keyOf(1);
        bytes memory input = bytes.concat(g, new bytes(256), new bytes(128), bls.hashToG2(messages[0]));
        (bool ok, bytes memory out) = address(0x0f).staticcall(input);
        vm.assertTrue(ok && abi.decode(out, (uint256)) == 1, "accepted");
    }

    // C2: not in the subgroup, not on the curve, not reduced, padding not zero.
    function testBadPointsAreRefused() public view {
        vm.assertTrue(bls.isKey{gas: GAS}(keys[0]), "enough gas for a good key");
        vm.assertTrue(bls.verify{gas: GAS}(keys[0], messages[0], signatures[0]), "enough gas for a good signature");
        string memory json = vectors();
        bytes[] memory bad = vm.parseJsonBytesArray(json, ".badG1");
        vm.assertEq(bad.length, 100, "bad G1");
        for (uint256 i = 0; i < bad.length; i++) {
            vm.assertFalse(bls.isKey{gas: GAS}(bad[i]), "isKey");
            vm.assertFalse(bls.verify{gas: GAS}(bad[i], messages[0], signatures[0]), "key");
        }
        bad = vm.parseJsonBytesArray(json, ".badG2");
        vm.assertEq(bad.length, 100, "bad G2");
        for (uint256 i = 0; i < bad.length; i++) {
            vm.assertFalse(bls.verify{gas: GAS}(keys[0], messages[0], bad[i]), "signature");
        }
    }

    // C2: the first 25 are on the curve, so that only the subgroup check refuses them.
    function testBadPointsOfTheFirstKindAreOnTheCurve() public view {
        bytes[] memory bad = vm.parseJsonBytesArray(vectors(), ".badG1");
        for (uint256 i = 0; i < 25; i++) {
            (bool ok,) = address(0x0b).staticcall(bytes.concat(bad[i], new bytes(128)));
            vm.assertTrue(ok, "G1ADD takes it");
        }
        bad = vm.parseJsonBytesArray(vectors(), ".badG2");
        for (uint256 i = 0; i < 25; i++) {
            (bool ok,) = address(0x0d).staticcall(bytes.concat(bad[i], new bytes(256)));
            vm.assertTrue(ok, "G2ADD takes it");
        }
    }

    // C2: wrong lengths.
    function testFuzzWrongLengthIsRefused(uint256 length, bytes32 message) public view {
        length = between(length, 0, 600);
        if (length != 128) {
            bytes memory key = _resize(keys[0], length);
            vm.assertFalse(bls.isKey(key), "isKey");
            vm.assertFalse(bls.verify(key, message, signatures[0]), "key");
        }
        if (length != 256) {
            vm.assertFalse(bls.verify(keys[0], messages[0], _resize(signatures[0], length)), "signature");
        }
    }

    // Any flipped bit of a signature or a key.
    function testFuzzFlippedBitIsRefused(uint256 bit) public view {
        bit = between(bit, 0, 256 * 8 - 1);
        bytes memory signature = bytes.concat(signatures[0]);
        signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        vm.assertFalse(bls.verify{gas: GAS}(keys[0], messages[0], signature), "signature");
        bit %= 128 * 8;
        bytes memory key = bytes.concat(keys[0]);
        key[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        vm.assertFalse(bls.isKey{gas: GAS}(key), "isKey");
        vm.assertFalse(bls.verify{gas: GAS}(key, messages[0], signatures[0]), "key");
    }

    function testKeysOfVectorsAreKeys() public view {
        for (uint256 i = 0; i < keys.length; i++) {
            vm.assertTrue(bls.isKey(keys[i]), "isKey");
        }
    }

    function _resize(bytes memory b, uint256 length) private pure returns (bytes memory out) {
        out = new bytes(length);
        for (uint256 i = 0; i < length && i < b.length; i++) {
            out[i] = b[i];
        }
    }
}
