// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ChoraleApp} from "../src/app/ChoraleApp.sol";
import {Echo} from "../src/demo/Echo.sol";
import {Pool} from "../src/demo/Pool.sol";
import {SharedToken} from "../src/demo/SharedToken.sol";
import {ChoraleSystem} from "../src/rollup/ChoraleSystem.sol";
import {TwoChains} from "./TwoChains.sol";

contract DemoTest is TwoChains {
    address private constant USER = address(0xABCD);
    uint256 private constant SUPPLY = 1_000_000 ether;

    SharedToken private token;
    Echo private echo;
    Pool private pool;

    receive() external payable {}

    function setUp() public {
        deployChains();
        token = new SharedToken("Chorale Demo", "CHD", address(this), SUPPLY, both());
        echo = new Echo();
        pool = new Pool(token);
        vm.deal(address(this), 1_000_000 ether);
        vm.deal(address(echo), 1 ether);
    }

    // ---- SharedToken

    function testBurnHereMintThere() public {
        vm.expectEmit(true, true, true, true, address(token));
        emit SharedToken.BurntTo(B, address(this), USER, 5, 0);
        token.burnTo{value: 3}(B, USER, 5, 60_000);
        vm.assertEq(token.totalSupply(), SUPPLY - 5, "burnt");
        vm.assertEq(address(SYSTEM).balance, 3, "prepaid");
        vm.assertEq(drain(), 1, "actions");
        vm.assertEq(token.balanceOf(USER), 5, "minted");
        vm.assertEq(token.totalSupply(), SUPPLY, "conserved");
        vm.assertTrue(paired(), "paired");
    }

    function testFuzzTransfersConserve(uint256 seed) public {
        for (uint256 i = 0; i < 10; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            on(seed % 2 == 0 ? A : B);
            token.burnTo(seed % 2 == 0 ? B : A, USER, seed % 1 ether, 60_000);
            collect();
        }
        drain();
        vm.assertEq(token.totalSupply(), SUPPLY, "conserved");
        vm.assertEq(token.balanceOf(USER) + token.balanceOf(address(this)), SUPPLY, "held");
        vm.assertTrue(paired(), "paired");
    }

    function testMintRefusals() public {
        vm.expectRevert(abi.encodeWithSelector(ChoraleApp.NotSystem.selector, USER));
        vm.prank(USER);
        token.mintFrom(USER, 1);
        // Outside an action nobody has a cross-chain sender, the system contract itself not excepted.
        vm.expectRevert(ChoraleSystem.NotInAction.selector);
        vm.prank(address(SYSTEM));
        token.mintFrom(USER, 1);
        // Anybody can trigger a call of mintFrom; only the peer's is taken.
        SYSTEM.trigger(B, address(token), 60_000, abi.encodeCall(token.mintFrom, (USER, 1)));
        collect();
        on(B);
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector,
                abi.encodeWithSelector(ChoraleApp.NotPeer.selector, A, address(this))
            )
        );
        this.forwardAct(0);
        vm.assertEq(token.totalSupply(), SUPPLY, "supply");
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, USER, 0, 1));
        vm.prank(USER);
        token.burnTo(A, USER, 1, 60_000);
    }

    function forwardAct(uint256 i) external {
        act(queue[i]);
    }

    // ---- Echo

    function testThereAndBack() public {
        echo.call{value: 9}(B, 6, 150_000, 2);
        vm.assertEq(drain(), 6, "actions");
        vm.assertEq(echo.heard(), 6, "heard");
        (, uint64 there) = SYSTEM.act(A);
        (, uint64 back) = SYSTEM.act(B);
        vm.assertEq(there, 3, "there");
        vm.assertEq(back, 3, "back");
        vm.assertEq(queue[0].prepaid, 9, "the first is paid by the caller");
        vm.assertEq(queue[5].prepaid, 2, "the others by the contract");
        vm.assertEq(address(SYSTEM).balance, 9 + 5 * 2, "prepaid");
        vm.assertTrue(paired(), "paired");
    }

    function testEchoRefusals() public {
        vm.expectRevert(Echo.NoHops.selector);
        echo.call(B, 0, 150_000, 0);
        vm.expectRevert(abi.encodeWithSelector(Echo.NotSystem.selector, USER));
        vm.prank(USER);
        echo.hear(1, 150_000, 0);
        SYSTEM.trigger(B, address(echo), 150_000, abi.encodeCall(echo.hear, (1, 150_000, 0)));
        collect();
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector, abi.encodeWithSelector(Echo.NotPeer.selector, A, address(this))
            )
        );
        this.forwardAct(0);
    }

    function testEchoWithJustTheMoneyForTheWayBack() public {
        echo.call(B, 2, 150_000, 1 ether);
        vm.assertEq(drain(), 2, "actions");
        vm.assertEq(address(echo).balance, 0, "all of it");
    }

    function testEchoWithoutMoneyForTheWayBack() public {
        echo.call(B, 2, 150_000, 2 ether);
        collect();
        vm.expectRevert(
            abi.encodeWithSelector(
                ChoraleSystem.ActionReverted.selector,
                abi.encodeWithSelector(Echo.PrepayMissing.selector, 1 ether, 2 ether)
            )
        );
        this.forwardAct(0);
        vm.assertEq(echo.heard(), 0, "heard");
    }

    // ---- Pool

    function _fund(uint256 eth, uint256 tokens) private {
        token.approve(address(pool), type(uint256).max);
        pool.addLiquidity{value: eth}(tokens);
    }

    function testSwapBothWays() public {
        _fund(100 ether, 200_000 ether);
        vm.assertEq(pool.spot(), 2000 ether, "spot");
        uint256 want = (uint256(1 ether) * 997 * 200_000 ether) / (100 ether * 1000 + 1 ether * 997);
        vm.expectEmit(true, true, true, true, address(pool));
        emit Pool.Swap(address(this), true, 1 ether, want);
        vm.assertEq(pool.swapEthForToken{value: 1 ether}(want), want, "out");
        uint256 before = address(this).balance;
        uint256 least = pool.quote(false, want);
        uint256 out = pool.swapTokenForEth(want, least);
        vm.assertEq(out, least, "what was quoted, and not more, is enough");
        vm.assertEq(address(this).balance - before, out, "paid");
        vm.assertGt(1 ether, out, "there and back costs the fees");
        vm.assertGt(pool.spot(), 0, "spot");
    }

    function testFuzzProductNeverFalls(uint256 seed) public {
        _fund(100 ether, 200_000 ether);
        for (uint256 i = 0; i < 8; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 before = pool.reserveEth() * pool.reserveToken();
            if (seed % 2 == 0) pool.swapEthForToken{value: 1 + seed % 50 ether}(0);
            else pool.swapTokenForEth(1 + seed % 50_000 ether, 0);
            vm.assertLe(before, pool.reserveEth() * pool.reserveToken(), "product");
            vm.assertEq(address(pool).balance, pool.reserveEth(), "ether");
            vm.assertEq(token.balanceOf(address(pool)), pool.reserveToken(), "tokens");
        }
    }

    function testFuzzLiquidityGivesBackNoMore(uint256 eth) public {
        _fund(100 ether, 200_000 ether);
        eth = between(eth, 1000, 400 ether);
        uint256 shares = pool.addLiquidity{value: eth}(type(uint256).max);
        (uint256 ethBack,) = pool.removeLiquidity(shares);
        vm.assertLe(ethBack, eth, "ether back");
        vm.assertLe(eth - ethBack, 2, "but for rounding, all of it");
    }

    // A provider may give exactly what is asked for, and may take back all that it has.
    function testLiquidityToTheUnit() public {
        _fund(100 ether, 200_000 ether);
        vm.deal(USER, 1 ether);
        token.transfer(USER, 2000 ether);
        vm.prank(USER);
        token.approve(address(pool), 2000 ether);
        vm.prank(USER);
        uint256 shares = pool.addLiquidity{value: 1 ether}(2000 ether);
        vm.assertEq(token.balanceOf(USER), 0, "all of it");
        vm.prank(USER);
        (uint256 eth, uint256 tokens) = pool.removeLiquidity(shares);
        vm.assertEq(pool.sharesOf(USER), 0, "none left");
        vm.assertEq(USER.balance, eth, "ether");
        vm.assertEq(token.balanceOf(USER), tokens, "tokens");
        vm.assertEq(address(pool).balance, pool.reserveEth(), "ether held");
        vm.assertEq(token.balanceOf(address(pool)), pool.reserveToken(), "tokens held");
        vm.expectRevert(abi.encodeWithSelector(Pool.TooManyShares.selector, 1, 0));
        vm.prank(USER);
        pool.removeLiquidity(1);
    }

    // A thousand of the first shares are nobody's, and rounding is the pool's gain: whoever comes later gives the token
    // unit that a part of one is, and gets the share down.
    function testRoundingIsThePools() public {
        _fund(1_000_003, 2_000_000);
        uint256 all = pool.totalShares();
        vm.assertEq(pool.sharesOf(address(this)), all - 1000, "the first provider's");
        uint256 had = token.balanceOf(address(this));
        uint256 shares = pool.addLiquidity{value: 1_001}(type(uint256).max);
        vm.assertEq(had - token.balanceOf(address(this)), 2_002, "tokens: 2001.99 of them");
        vm.assertEq(shares, (uint256(1_001) * all) / 1_000_003, "shares");
        vm.assertGt(1_001 * all, shares * 1_000_003, "not quite their part");
    }

    // What would be given for no share at all is not taken.
    function testLiquidityWorthNoShare() public {
        _fund(1 ether, 1_000_000);
        vm.expectRevert(Pool.TooLittleLiquidity.selector);
        pool.addLiquidity{value: 1}(1_000_000);
    }

    function testPoolRefusals() public {
        vm.expectRevert(Pool.NoLiquidity.selector);
        pool.spot();
        vm.expectRevert(Pool.NoLiquidity.selector);
        pool.swapEthForToken{value: 1}(0);
        vm.expectRevert(Pool.TooLittleLiquidity.selector);
        pool.addLiquidity{value: 1000}(1000);
        vm.expectRevert(Pool.NothingIn.selector);
        pool.addLiquidity(1000);
        _fund(100 ether, 200_000 ether);
        uint256 out = pool.quote(true, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(Pool.Slippage.selector, out, out + 1));
        pool.swapEthForToken{value: 1 ether}(out + 1);
        out = pool.quote(false, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(Pool.Slippage.selector, out, out + 1));
        pool.swapTokenForEth(1 ether, out + 1);
        vm.expectRevert(Pool.NothingIn.selector);
        pool.swapEthForToken(0);
        vm.expectRevert(Pool.NothingIn.selector);
        pool.swapTokenForEth(0, 0);
        vm.expectRevert(Pool.NothingIn.selector);
        pool.removeLiquidity(0);
        vm.expectRevert(abi.encodeWithSelector(Pool.TooManyShares.selector, 1, 0));
        vm.prank(USER);
        pool.removeLiquidity(1);
        vm.expectRevert(abi.encodeWithSelector(Pool.Slippage.selector, 1, 2000 ether));
        pool.addLiquidity{value: 1 ether}(1);
        bytes memory call = abi.encodeCall(pool.swapTokenForEth, (1 ether, 0));
        Closed closed = new Closed();
        token.transfer(address(closed), 1 ether);
        closed.run(address(token), abi.encodeCall(token.approve, (address(pool), 1 ether)));
        vm.expectRevert(Pool.PaymentFailed.selector);
        closed.run(address(pool), call);
    }
}

/// @dev An account that takes no money.
contract Closed {
    function run(address target, bytes calldata call) external {
        (bool ok, bytes memory answer) = target.call(call);
        if (!ok) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
    }
}
