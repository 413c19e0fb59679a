// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ChoraleSystem
/// @notice The predeploy through which contracts of different rollups call each other within one slot
/// (Shared Validity Sequencing, Umbra Research 2023). A contract triggers here; the builder runs the action on the
/// destination in the same slot; both sides append the same leaf to a hash chain, and a slot is valid only where,
/// for each ordered pair of rollups, the two chains are equal in root and count.
/// @dev Stands in a genesis allocation: no constructor, no immutables, no owner, no way to change it. The key of
/// `SYSTEM_ACCOUNT` is public. What keeps anybody from using it is a rule of validity, not of this contract.
contract ChoraleSystem {
    /// @notice A hash chain of leaves: root after `count` of them. The empty chain has root zero.
    struct Accumulator {
        bytes32 root;
        uint64 count;
    }

    /// @notice The account that carries actions. Its secret key is keccak256("chorale system account").
    address public constant SYSTEM_ACCOUNT = 0x9FEaf8f067223a5f4644B18Ad0Bc3c9986F091a5;
    /// @notice First word of each leaf.
    bytes32 public constant DOMAIN = keccak256("chorale trigger v1");
    /// @notice Most gas that an action may pass to its target.
    uint64 public constant MAX_GAS_LIMIT = 10_000_000;
    /// @notice Most bytes of calldata that an action may carry.
    uint256 public constant MAX_DATA = 16_384;

    /// @dev Gas kept aside for the cost of the call itself (two cold accounts where the target delegates, EIP-7702)
    /// and for what follows it, a revert with its reason included.
    uint256 private constant RESERVE = 20_000;
    /// @dev Most bytes of a failed target's answer that are reported.
    uint256 private constant MAX_REASON = 1024;

    /// @notice What was triggered here, per destination chain. Storage slot 0.
    mapping(uint64 dstChain => Accumulator) public trig;
    /// @notice What acted here, per source chain. Storage slot 1.
    mapping(uint64 srcChain => Accumulator) public act;

    address private transient _sender;
    uint64 private transient _source;

    event Triggered(
        uint64 indexed dstChain,
        uint64 indexed nonce,
        address indexed sender,
        address target,
        uint64 gasLimit,
        bytes data,
        uint256 prepaid
    );
    event Acted(
        uint64 indexed srcChain,
        uint64 indexed nonce,
        address indexed sender,
        address target,
        uint64 gasLimit,
        bytes data
    );

    error SameChain(uint64 chainId);
    error GasLimitOutOfRange(uint64 gasLimit);
    error DataTooLong(uint256 length);
    error NotSystemAccount(address caller);
    error NonceMismatch(uint64 expected, uint64 got);
    error TargetIsSystem();
    error InsufficientGas(uint256 needed, uint256 available);
    error ActionReverted(bytes reason);
    error NotInAction();

    /// @notice Asks for a call of `target` on `dstChain` within this slot. If that call fails, so does the bundle.
    /// @param dstChain chain id of the destination, not this chain.
    /// @param target the contract to call there.
    /// @param gasLimit gas for the target alone, 1 to 10,000,000.
    /// @param data calldata, at most 16,384 bytes.
    /// @return nonce position among all triggers from here to `dstChain`, from 0.
    /// @dev The value (wei) stays here: it prepays the destination's gas. Whether it suffices, the builder judges.
    function trigger(uint64 dstChain, address target, uint64 gasLimit, bytes calldata data)
        external
        payable
        returns (uint64 nonce)
    {
        uint64 here = uint64(block.chainid);
        if (dstChain == here) revert SameChain(dstChain);
        if (gasLimit == 0 || gasLimit > MAX_GAS_LIMIT) revert GasLimitOutOfRange(gasLimit);
        if (data.length > MAX_DATA) revert DataTooLong(data.length);
        if (target == address(this)) revert TargetIsSystem();

        nonce = trig[dstChain].count;
        _append(trig[dstChain], _leaf(here, dstChain, nonce, msg.sender, target, gasLimit, data));
        emit Triggered(dstChain, nonce, msg.sender, target, gasLimit, data, msg.value);
    }

    /// @notice Carries one trigger out. Reverts whole when the target fails, so its leaf enters only on success.
    /// @param srcChain chain id where it was triggered.
    /// @param nonce its position among all triggers from there to here; must be the next one.
    /// @param sender who triggered.
    /// @param target the contract called, with exactly `gasLimit` gas.
    /// @param data the call's calldata.
    function action(uint64 srcChain, uint64 nonce, address sender, address target, uint64 gasLimit, bytes calldata data)
        external
    {
        if (msg.sender != SYSTEM_ACCOUNT) revert NotSystemAccount(msg.sender);
        uint64 here = uint64(block.chainid);
        if (srcChain == here) revert SameChain(srcChain);
        if (gasLimit == 0 || gasLimit > MAX_GAS_LIMIT) revert GasLimitOutOfRange(gasLimit);
        if (data.length > MAX_DATA) revert DataTooLong(data.length);
        if (target == address(this)) revert TargetIsSystem();
        uint64 expected = act[srcChain].count;
        if (nonce != expected) revert NonceMismatch(expected, nonce);

        // Appended before the call, so that all that costs gas is behind us when the target has spent its own. A
        // failure below takes the leaf back with everything else.
        _append(act[srcChain], _leaf(srcChain, here, nonce, sender, target, gasLimit, data));
        emit Acted(srcChain, nonce, sender, target, gasLimit, data);

        _sender = sender;
        _source = srcChain;
        _call(target, gasLimit, data);
        _sender = address(0);
        _source = 0;
    }

    /// @notice Within an action: who triggered it on the source chain.
    function crossChainSender() external view returns (address) {
        if (_source == 0) revert NotInAction();
        return _sender;
    }

    /// @notice Within an action: chain id of the source chain.
    function crossChainSource() external view returns (uint64) {
        if (_source == 0) revert NotInAction();
        return _source;
    }

    /// @dev Calls `target` with exactly `gasLimit` gas or not at all. The answer is not copied, but for the first
    /// bytes of a failure's reason: a target cannot make its caller run out of gas by answering much.
    function _call(address target, uint64 gasLimit, bytes calldata data) private {
        bool ok;
        bytes memory reason;
        uint256 needed = (uint256(gasLimit) * 64) / 63 + RESERVE;
        uint256 available;
        assembly ("memory-safe") {
            let at := mload(0x40)
            calldatacopy(at, data.offset, data.length)
            available := gas()
            if iszero(lt(available, needed)) { ok := call(gasLimit, target, 0, at, data.length, 0, 0) }
        }
        if (available < needed) revert InsufficientGas(needed, available);
        if (ok) return;
        assembly ("memory-safe") {
            let size := returndatasize()
            if gt(size, MAX_REASON) { size := MAX_REASON }
            reason := mload(0x40)
            mstore(reason, size)
            returndatacopy(add(reason, 0x20), 0, size)
            mstore(0x40, add(add(reason, 0x20), and(add(size, 0x1f), not(0x1f))))
        }
        revert ActionReverted(reason);
    }

    function _append(Accumulator storage chain, bytes32 leaf) private {
        chain.root = keccak256(abi.encode(chain.root, leaf));
        chain.count++;
    }

    function _leaf(
        uint64 src,
        uint64 dst,
        uint64 nonce,
        address sender,
        address target,
        uint64 gasLimit,
        bytes calldata data
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(DOMAIN, src, dst, nonce, sender, target, gasLimit, keccak256(data)));
    }
}
