// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CrossSwap} from "../src/demo/CrossSwap.sol";
import {LimitOrders} from "../src/demo/LimitOrders.sol";
import {Pool} from "../src/demo/Pool.sol";
import {SharedToken} from "../src/demo/SharedToken.sol";

// The examples with peers at other addresses, so that in the one EVM of a forge test each rollup has a state of its own.

contract TwinToken is SharedToken {
    constructor(string memory name, address holder, uint256 supply)
        SharedToken(name, name, holder, supply, new uint64[](0))
    {}

    function link(uint64 chainId, address peer) external {
        _setPeer(chainId, peer);
    }
}

contract TwinSwap is CrossSwap {
    constructor(Pool sell, Pool buy) CrossSwap(sell, buy, new uint64[](0)) {}

    function link(uint64 chainId, address peer) external {
        _setPeer(chainId, peer);
    }
}

contract TwinOrders is LimitOrders {
    constructor() LimitOrders(new uint64[](0)) {}

    function link(uint64 chainId, address peer) external {
        _setPeer(chainId, peer);
    }
}
