// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Pool
/// @notice A constant-product market of ETH against one token, with a fee of 0.3 % of what comes in.
contract Pool is ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice The token traded here.
    IERC20 public immutable TOKEN;
    /// @notice Reserves: wei, and units of the token.
    uint256 public reserveEth;
    uint256 public reserveToken;
    /// @notice Shares of the reserves, per provider and in all.
    mapping(address provider => uint256) public sharesOf;
    uint256 public totalShares;

    /// @dev Shares of the first deposit that nobody owns, so that the first provider cannot make one share worth a
    /// fortune and round the next provider's down to nothing.
    uint256 private constant LOCKED_SHARES = 1000;

    event Swap(address indexed trader, bool ethIn, uint256 amountIn, uint256 amountOut);
    event LiquidityAdded(address indexed provider, uint256 eth, uint256 token, uint256 shares);
    event LiquidityRemoved(address indexed provider, uint256 eth, uint256 token, uint256 shares);

    error Slippage(uint256 out, uint256 minOut);
    error NothingIn();
    error NoLiquidity();
    error TooLittleLiquidity();
    error TooManyShares(uint256 asked, uint256 owned);
    error PaymentFailed();

    constructor(IERC20 token) {
        TOKEN = token;
    }

    /// @notice Token units per 1e18 wei, fee aside.
    function spot() external view returns (uint256) {
        if (reserveEth == 0) revert NoLiquidity();
        return Math.mulDiv(reserveToken, 1e18, reserveEth);
    }

    /// @notice What `amountIn` would buy now: token units for wei where `ethIn`, else wei for token units.
    function quote(bool ethIn, uint256 amountIn) public view returns (uint256) {
        (uint256 from, uint256 to) = ethIn ? (reserveEth, reserveToken) : (reserveToken, reserveEth);
        if (from == 0 || to == 0) revert NoLiquidity();
        uint256 afterFee = amountIn * 997;
        return Math.mulDiv(afterFee, to, from * 1000 + afterFee);
    }

    /// @notice Sells the value (wei) for token units, at least `minOut` of them.
    function swapEthForToken(uint256 minOut) external payable nonReentrant returns (uint256 out) {
        if (msg.value == 0) revert NothingIn();
        out = quote(true, msg.value);
        if (out < minOut) revert Slippage(out, minOut);
        reserveEth += msg.value;
        reserveToken -= out;
        emit Swap(msg.sender, true, msg.value, out);
        TOKEN.safeTransfer(msg.sender, out);
    }

    /// @notice Sells `amountIn` approved token units for wei, at least `minOut` of them.
    function swapTokenForEth(uint256 amountIn, uint256 minOut) external nonReentrant returns (uint256 out) {
        if (amountIn == 0) revert NothingIn();
        out = quote(false, amountIn);
        if (out < minOut) revert Slippage(out, minOut);
        reserveToken += amountIn;
        reserveEth -= out;
        emit Swap(msg.sender, false, amountIn, out);
        TOKEN.safeTransferFrom(msg.sender, address(this), amountIn);
        _pay(msg.sender, out);
    }

    /// @notice Adds the value (wei) and up to `maxToken` approved token units, in the pool's ratio; the first
    /// provider sets the ratio with the whole of both.
    function addLiquidity(uint256 maxToken) external payable nonReentrant returns (uint256 shares) {
        if (msg.value == 0) revert NothingIn();
        uint256 tokens = maxToken;
        if (totalShares == 0) {
            uint256 all = Math.sqrt(msg.value * maxToken);
            if (all <= LOCKED_SHARES) revert TooLittleLiquidity();
            shares = all - LOCKED_SHARES;
            totalShares = all;
        } else {
            tokens = Math.mulDiv(msg.value, reserveToken, reserveEth, Math.Rounding.Ceil);
            if (tokens > maxToken) revert Slippage(maxToken, tokens);
            shares = Math.mulDiv(msg.value, totalShares, reserveEth);
            if (shares == 0) revert TooLittleLiquidity();
            totalShares += shares;
        }
        sharesOf[msg.sender] += shares;
        reserveEth += msg.value;
        reserveToken += tokens;
        emit LiquidityAdded(msg.sender, msg.value, tokens, shares);
        TOKEN.safeTransferFrom(msg.sender, address(this), tokens);
    }

    /// @notice Gives `shares` back for their part of both reserves.
    function removeLiquidity(uint256 shares) external nonReentrant returns (uint256 eth, uint256 tokens) {
        if (shares == 0) revert NothingIn();
        uint256 owned = sharesOf[msg.sender];
        if (shares > owned) revert TooManyShares(shares, owned);
        eth = Math.mulDiv(shares, reserveEth, totalShares);
        tokens = Math.mulDiv(shares, reserveToken, totalShares);
        sharesOf[msg.sender] = owned - shares;
        totalShares -= shares;
        reserveEth -= eth;
        reserveToken -= tokens;
        emit LiquidityRemoved(msg.sender, eth, tokens, shares);
        TOKEN.safeTransfer(msg.sender, tokens);
        _pay(msg.sender, eth);
    }

    function _pay(address to, uint256 amount) private {
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert PaymentFailed();
    }
}
