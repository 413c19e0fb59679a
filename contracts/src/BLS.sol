// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title BLS
/// @notice Ordinary Ethereum BLS signatures (BLS12-381, public keys in G1, signatures in G2) checked with the
/// precompiles of EIP-2537.
/// @dev Encodings are those of EIP-2537: a base field element is 64 bytes big-endian, 16 of them zero; a G1 point is
/// x‖y (128 bytes); a G2 point is x.c0‖x.c1‖y.c0‖y.c1 (256 bytes); infinity is all zero. The precompiles refuse what
/// is off the curve, not canonical, or (PAIRING and MSM) outside the subgroup. Infinity they accept, and an all-zero
/// key with an all-zero signature would pass for every message: it is refused here.
library BLS {
    uint256 internal constant G1_LENGTH = 128;
    uint256 internal constant G2_LENGTH = 256;

    address private constant SHA256 = address(0x02);
    address private constant MODEXP = address(0x05);
    address private constant G1MSM = address(0x0c);
    address private constant G2ADD = address(0x0d);
    address private constant PAIRING = address(0x0f);
    address private constant MAP_FP2_TO_G2 = address(0x11);

    /// @dev The field's modulus in 64 bytes.
    uint256 private constant P_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant P_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    /// @dev Minus the generator of G1, x then y.
    uint256 private constant MINUS_G_X_HIGH = 0x17f1d3a73197d7942695638c4fa9ac0f;
    uint256 private constant MINUS_G_X_LOW = 0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb;
    uint256 private constant MINUS_G_Y_HIGH = 0x114d1d6855d545a8aa7d76c8cf2e21f2;
    uint256 private constant MINUS_G_Y_LOW = 0x67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca;

    /// @dev Ethereum's tag and its length in one byte: the DST_prime of RFC 9380.
    bytes private constant DST_PRIME = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_\x2b";

    error PrecompileFailed(address precompile);

    /// @notice Whether `key` is a public key that may be used: 128 bytes, on the curve, in the subgroup, not infinity.
    function isKey(bytes memory key) internal view returns (bool ok) {
        if (key.length != G1_LENGTH) return false;
        // One times the point: MSM checks the subgroup, and answers with the very bytes that it was given.
        bytes memory input = bytes.concat(key, bytes32(uint256(1)));
        bytes memory output = new bytes(G1_LENGTH);
        ok = _call(G1MSM, input, output) && !_isZero(output) && keccak256(output) == keccak256(key);
    }

    /// @notice Whether `signature` (256 bytes) is that of `key` (128 bytes) over the 32 bytes of `message`.
    /// @dev e(−G, signature) · e(key, H(message)) == 1. Costs about 170,000 gas, 102,900 of them for the pairings.
    function verify(bytes memory key, bytes32 message, bytes calldata signature) internal view returns (bool) {
        if (key.length != G1_LENGTH || signature.length != G2_LENGTH) return false;
        if (_isZero(key) || _isZero(signature)) return false;
        bytes memory input = bytes.concat(
            abi.encode(MINUS_G_X_HIGH, MINUS_G_X_LOW, MINUS_G_Y_HIGH, MINUS_G_Y_LOW), signature, key, hashToG2(message)
        );
        bytes memory output = new bytes(32);
        return _call(PAIRING, input, output) && bytes32(output) == bytes32(uint256(1));
    }

    /// @notice hash_to_curve of RFC 9380, suite BLS12381G2_XMD:SHA-256_SSWU_RO_, with Ethereum's tag.
    function hashToG2(bytes32 message) internal view returns (bytes memory point) {
        bytes memory fields = _hashToField(message);
        bytes memory sum = new bytes(2 * G2_LENGTH);
        bool ok;
        assembly ("memory-safe") {
            // The map takes one element of Fp2 (128 bytes) and clears the cofactor.
            ok := staticcall(gas(), 0x11, add(fields, 0x20), 128, add(sum, 0x20), 256)
            ok := and(ok, staticcall(gas(), 0x11, add(fields, 0xa0), 128, add(sum, 0x120), 256))
        }
        if (!ok) revert PrecompileFailed(MAP_FP2_TO_G2);
        point = new bytes(G2_LENGTH);
        if (!_call(G2ADD, sum, point)) revert PrecompileFailed(G2ADD);
    }

    /// @dev Four elements of Fp, 64 bytes each, canonical: expand_message_xmd to 256 bytes, each quarter taken mod p.
    function _hashToField(bytes32 message) private view returns (bytes memory fields) {
        // Z_pad (one block of SHA-256), message, output length 256 in two bytes, one zero byte, DST_prime.
        bytes32 b0 = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(256), uint8(0), DST_PRIME));
        bytes32 bi = sha256(abi.encodePacked(b0, uint8(1), DST_PRIME));
        fields = new bytes(256);
        for (uint256 i = 0; i < 8; i++) {
            if (i != 0) bi = sha256(abi.encodePacked(b0 ^ bi, uint8(i + 1), DST_PRIME));
            assembly ("memory-safe") {
                mstore(add(add(fields, 0x20), shl(5, i)), bi)
            }
        }
        bytes memory input = new bytes(225);
        bool ok = true;
        assembly ("memory-safe") {
            // MODEXP: lengths of base, exponent and modulus, then base, exponent one, modulus. With a 64-byte modulus
            // the answer is already the encoding that EIP-2537 takes.
            let at := add(input, 0x20)
            mstore(at, 64)
            mstore(add(at, 0x20), 1)
            mstore(add(at, 0x40), 64)
            mstore8(add(at, 0xa0), 1)
            mstore(add(at, 0xa1), P_HIGH)
            mstore(add(at, 0xc1), P_LOW)
            for { let f := add(fields, 0x20) } lt(f, add(fields, 0x120)) { f := add(f, 0x40) } {
                mcopy(add(at, 0x60), f, 0x40)
                ok := and(ok, staticcall(gas(), 0x05, at, 225, f, 64))
            }
        }
        if (!ok) revert PrecompileFailed(MODEXP);
    }

    /// @dev Whether the precompile took `input` and answered with as many bytes as `output` has room for.
    function _call(address precompile, bytes memory input, bytes memory output) private view returns (bool ok) {
        assembly ("memory-safe") {
            ok := staticcall(gas(), precompile, add(input, 0x20), mload(input), add(output, 0x20), mload(output))
            ok := and(ok, eq(returndatasize(), mload(output)))
        }
    }

    function _isZero(bytes memory b) private pure returns (bool) {
        uint256 any;
        for (uint256 i = 0; i < b.length; i += 32) {
            assembly ("memory-safe") {
                any := or(any, mload(add(add(b, 0x20), i)))
            }
        }
        return any == 0;
    }
}
