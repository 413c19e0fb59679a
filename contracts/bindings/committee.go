// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// CommitteeMetaData contains all meta data concerning the Committee contract.
var CommitteeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registry\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"REGISTRY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"groupKey\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"handoverAfter\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"handoverRoot\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"posting\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"keyOf\",\"inputs\":[{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"members\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"replaceKey\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rotate\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"posting\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setFirstKey\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sharesRoot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"signed\",\"inputs\":[{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signingRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeOver\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"threshold\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"signingRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"HandedOver\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"key\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"posting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"KeySet\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"key\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"members\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"sharesRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"Frozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidThreshold\",\"inputs\":[{\"name\":\"members\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"KeyAlreadySet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotFrozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingToWaitFor\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"SameKey\",\"inputs\":[]}]",
	ID:  "Committee",
	Bin: "0x60a060405234801561000f575f5ffd5b50604051612b06380380612b0683398101604081905261002e9161003f565b6001600160a01b031660805261006c565b5f6020828403121561004f575f5ffd5b81516001600160a01b0381168114610065575f5ffd5b9392505050565b608051612a3d6100c95f395f818160f9015281816102bd0152818161034d015281816107180152818161085501528181610a1101528181610e8901528181611030015281816111c30152818161142601526119a90152612a3d5ff3fe608060405234801561000f575f5ffd5b50600436106100f0575f3560e01c80639037d9ca11610093578063bdd4d18d11610063578063bdd4d18d14610255578063c6e7b88214610270578063ed14b6a514610283578063ef3956321461028b575f5ffd5b80639037d9ca1461020757806395f960821461021c57806396cb4ecf1461022f578063a1e4a52c14610242575f5ffd5b806342cde4e8116100ce57806342cde4e8146101895780636289458f146101bd5780636421649c146101d2578063900cf0cf146101db575f5ffd5b806306433b1b146100f45780630c3928fc14610145578063258ae58214610166575b5f5ffd5b61011b7f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020015b60405180910390f35b610158610153366004612281565b610293565b60405190815260200161013c565b6101796101743660046122f6565b6106fa565b604051901515815260200161013c565b5f546101a8906c01000000000000000000000000900463ffffffff1681565b60405163ffffffff909116815260200161013c565b6101d06101cb36600461233e565b610716565b005b61015860015481565b5f546101ee9067ffffffffffffffff1681565b60405167ffffffffffffffff909116815260200161013c565b61020f6109ac565b60405161013c91906123d7565b6101d061022a3660046123f0565b6109c9565b6101d061023d36600461233e565b610e87565b6101796102503660046124ab565b610fbd565b5f546101a89068010000000000000000900463ffffffff1681565b61020f61027e366004612519565b61116a565b6101d06111b7565b610158611423565b60408051600880825261012082019092525f9182919060208201610100803683370190505090505f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610324573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103489190612561565b90505f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156103b4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103d89190612599565b73ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610420573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061044491906125b4565b63ffffffff16905081835f8151811061045f5761045f6125cf565b60209081029190910181019190915265ff000000ff00600883811b91821664ff000000ff9185901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c1780821b67ffffffff0000000016911c1760c01b836001815181106104d6576104d66125cf565b60209081029190910101525f54610558906104fc9067ffffffffffffffff166001612629565b65ff000000ff00600882811b91821664ff000000ff9390911c92831617601090811b67ff000000ff0000009290921666ff000000ff0000939093169290921790911c17602081811b67ffffffff000000001691901c1760c01b90565b8360028151811061056b5761056b6125cf565b602002602001018181525050848360038151811061058b5761058b6125cf565b60200260200101818152505089896040516105a792919061264f565b6040518091039020836004815181106105c2576105c26125cf565b60209081029190910181019190915261ff0060088a811b91821660ff918c901c91821617601090811b63ff00000090931662ff000090921691909117901c1780821b67ffffffff0000000016911c1760c01b83600581518110610627576106276125cf565b60209081029190910181019190915261ff00600889811b91821660ff918b901c91821617601090811b63ff00000090931662ff000090921691909117901c1780821b67ffffffff0000000016911c1760c01b8360068151811061068c5761068c6125cf565b60200260200101818152505085836007815181106106ac576106ac6125cf565b6020026020010181815250506106ec6106c48461153b565b7f434800030000000000000000000000000000000000000000000000000000000083856115b5565b9a9950505050505050505050565b5f61070e6107066109ac565b858585611712565b949350505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561077f573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107a39190612599565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff161461080e576040517f245aecd30000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b5f805467ffffffffffffffff169003610853576040517f80246e7f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156108bc573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108e09190612599565b73ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610928573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061094c919061265e565b610982576040517f8208cbe500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61098e85858585611894565b6109a561099d8587018761267d565b848484611995565b5050505050565b5f546060906109c49067ffffffffffffffff1661116a565b905090565b5f805467ffffffffffffffff169003610a0e576040517f80246e7f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610a78573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a9c9190612599565b90508073ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610ae7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b0b919061265e565b15610b42576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f610b518a8a8a8a8a8a610293565b9050610b5e8185856106fa565b610b94576040517f8baa579f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610b9c6109ac565b805190602001208a8a604051610bb392919061264f565b604051809103902003610bf2576040517f65f1f9fc00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610bfe8a8a8a8a611894565b8173ffffffffffffffffffffffffffffffffffffffff166308f8992d6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c47573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c6b9190612561565b8503610c8f57610c88610c808a8c018c61267d565b898989611995565b5050610e7d565b84610cc6576040517f8424d81d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6040518060c001604052808681526020018373ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610d20573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d4491906125b4565b63ffffffff90811682528a811660208301528916604082015260608101889052608001610d738b8d018d61267d565b9052805160049081556020820151600580546040850151606086015163ffffffff90811668010000000000000000027fffffffffffffffffffffffffffffffffffffffff00000000ffffffffffffffff928216640100000000027fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000090941691909516179190911716919091179055608082015160065560a0820151600790610e1b908261270e565b50505f54610e35915067ffffffffffffffff166001612629565b67ffffffffffffffff167ffd709bd4b3c535888bc87f6cb849630e7ab18c180fe023cd30886fef78c0f5f68b8b88604051610e729392919061272e565b60405180910390a250505b5050505050505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610ef0573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f149190612599565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614610f7a576040517f245aecd3000000000000000000000000000000000000000000000000000000008152336004820152602401610805565b5f5467ffffffffffffffff1615610982576040517f781f15fe00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f67ffffffffffffffff86161580610fe357505f5467ffffffffffffffff908116908716115b15610fef57505f611161565b5f5467ffffffffffffffff8781169116146111525767ffffffffffffffff8087165f90815260036020526040902080549091908116908716118061114257507f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611097573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110bb9190612599565b73ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611103573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061112791906125b4565b815468010000000000000000900463ffffffff908116911614155b15611150575f915050611161565b505b61115e6107068761116a565b90505b95945050505050565b606060025f8367ffffffffffffffff1667ffffffffffffffff1681526020019081526020015f206040516020016111a19190612765565b6040516020818303038152906040529050919050565b6004546111c057565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561122a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061124e9190612599565b90508073ffffffffffffffffffffffffffffffffffffffff166308f8992d6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611299573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906112bd9190612561565b60045414158061134557508073ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611311573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061133591906125b4565b60055463ffffffff908116911614155b1561134d5750565b8073ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611396573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906113ba919061265e565b156113c25750565b6040805160808101918290526114209160079060049082845b8154815260200190600101908083116113db57505060055460065463ffffffff6401000000008304811695506801000000000000000090920490911692509050611995565b50565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561148d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906114b19190612599565b73ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156114f9573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061151d91906125b4565b60055463ffffffff90811691161461153457505f90565b5060045490565b5f5f600190506020830183515b6001811115611584575f5b8181101561157b5760208160041b840160408360051b860160025afa90931692600201611553565b5060011c611548565b50508061159357611593612795565b825f815181106115a5576115a56125cf565b6020026020010151915050919050565b5f5f60028460e01b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1916846040516020016115f7929190918252602082015260400190565b60408051601f1981840301815290829052611611916127d9565b602060405180830381855afa15801561162c573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061164f9190612561565b60408051602081018990527fffffffff000000000000000000000000000000000000000000000000000000008816818301527fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000831660448201528151808203830181526060909101918290529192506002916116ca916127d9565b602060405180830381855afa1580156116e5573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906117089190612561565b9695505050505050565b5f6080855114158061172657506101008214155b1561173257505f61070e565b61173b85611d21565b8061177f575061177f83838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250611d2192505050565b1561178b57505f61070e565b604080516f17f1d3a73197d7942695638c4fa9ac0f60208201527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb918101919091526f114d1d6855d545a8aa7d76c8cf2e21f260608201527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60808201525f9060a00160405160208183030381529060405284848861182989611d55565b60405160200161183d9594939291906127e4565b60408051808303601f19018152602080845283830190925292505f9190602082018180368337019050509050611875600f8383611e86565b80156118895750600161188782612819565b145b979650505050505050565b6118d284848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250611ea492505050565b611908576040517f76d4e1e800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b63ffffffff821615806119485750600361192963ffffffff841660026126f7565b611933919061285e565b61193e906001612896565b8163ffffffff1614155b1561198f576040517f07fb268a00000000000000000000000000000000000000000000000000000000815263ffffffff808416600483015282166024820152604401610805565b50505050565b5f5467ffffffffffffffff1615611b98575f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611a10573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a349190612599565b905060405180604001604052808273ffffffffffffffffffffffffffffffffffffffff16636ea667cd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611a8a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611aae91906128a9565b67ffffffffffffffff1681526020018273ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611b06573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611b2a91906125b4565b63ffffffff9081169091525f805467ffffffffffffffff908116825260036020908152604090922084518154959093015190931668010000000000000000027fffffffffffffffffffffffffffffffffffffffff000000000000000000000000909416911617919091179055505b5f805467ffffffffffffffff169080611bb0836128c4565b82546101009290920a67ffffffffffffffff8181021990931691831602179091555f80547fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff166801000000000000000063ffffffff888116919091027fffffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffff16919091176c010000000000000000000000009187169190910217808255600185905590911681526002602052604090209050611c6a858261270e565b505f6004819055600580547fffffffffffffffffffffffffffffffffffffffff0000000000000000000000001690556006819055600781905560088190556009819055600a8190555460405167ffffffffffffffff909116907fa22e7d80f76520ba46ca9847625ccefb7d7d4ba24cc49cee88f17fc9c947d8e290611cf39087906020016128f0565b60408051601f1981840301815290829052611d1391879087908790612917565b60405180910390a250505050565b5f80805b8351811015611d4d578060208501015182179150602081611d469190612896565b9050611d25565b501592915050565b60605f611d6183611f36565b90505f611d7161010060026126f7565b67ffffffffffffffff811115611d8957611d89612534565b6040519080825280601f01601f191660200182016040528015611db3576020820181803683370190505b5090505f6101006020830160806020860160115afa90506101006101208301608060a0860160115afa1680611e17576040517feb8d043a00000000000000000000000000000000000000000000000000000000815260116004820152602401610805565b60408051610100808252610120820190925290602082018180368337019050509350611e45600d8386611e86565b611e7e576040517feb8d043a000000000000000000000000000000000000000000000000000000008152600d6004820152602401610805565b505050919050565b5f815160208301845160208601875afa91513d149091169392505050565b5f6080825114611eb557505f919050565b6040515f90611ecb908490600190602001612949565b60408051808303601f19018152608080845260a0840190925292505f9190602082018180368337019050509050611f04600c8383611e86565b8015611f165750611f1481611d21565b155b801561070e57508380519060200120818051906020012014949350505050565b60605f60025f5f1b5f5f1b856101005f6040518060600160405280602c8152602001612a11602c9139604051602001611f7496959493929190612961565b60408051601f1981840301815290829052611f8e916127d9565b602060405180830381855afa158015611fa9573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190611fcc9190612561565b90505f60028260016040518060600160405280602c8152602001612a11602c9139604051602001611fff939291906129d4565b60408051601f1981840301815290829052612019916127d9565b602060405180830381855afa158015612034573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906120579190612561565b6040805161010080825261012082019092529192506020820181803683370190505092505f5b600881101561213757801561212257600283831861209c836001612896565b6040518060600160405280602c8152602001612a11602c91396040516020016120c7939291906129d4565b60408051601f19818403018152908290526120e1916127d9565b602060405180830381855afa1580156120fc573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061211f9190612561565b91505b600581901b840160200182905260010161207d565b506040805160e180825261012082019092525f916020820181803683370190505090505f60019050602082016040815260016020820152604080820152600160a08201536f1a0111ea397fe69a4b1ba7b6434bacd760a18201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab60c1820152602086015b61012087018110156121e657604081606084015e60408160e18460055afa909216916040016121bc565b505080612222576040517feb8d043a00000000000000000000000000000000000000000000000000000000815260056004820152602401610805565b50505050919050565b5f5f83601f84011261223b575f5ffd5b50813567ffffffffffffffff811115612252575f5ffd5b602083019150836020828501011115612269575f5ffd5b9250929050565b63ffffffff81168114611420575f5ffd5b5f5f5f5f5f5f60a08789031215612296575f5ffd5b863567ffffffffffffffff8111156122ac575f5ffd5b6122b889828a0161222b565b90975095505060208701356122cc81612270565b935060408701356122dc81612270565b959894975092956060810135946080909101359350915050565b5f5f5f60408486031215612308575f5ffd5b83359250602084013567ffffffffffffffff811115612325575f5ffd5b6123318682870161222b565b9497909650939450505050565b5f5f5f5f5f60808688031215612352575f5ffd5b853567ffffffffffffffff811115612368575f5ffd5b6123748882890161222b565b909650945050602086013561238881612270565b9250604086013561239881612270565b949793965091946060013592915050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6123e960208301846123a9565b9392505050565b5f5f5f5f5f5f5f5f60c0898b031215612407575f5ffd5b883567ffffffffffffffff81111561241d575f5ffd5b6124298b828c0161222b565b909950975050602089013561243d81612270565b9550604089013561244d81612270565b9450606089013593506080890135925060a089013567ffffffffffffffff811115612476575f5ffd5b6124828b828c0161222b565b999c989b5096995094979396929594505050565b67ffffffffffffffff81168114611420575f5ffd5b5f5f5f5f5f608086880312156124bf575f5ffd5b85356124ca81612496565b945060208601356124da81612496565b935060408601359250606086013567ffffffffffffffff8111156124fc575f5ffd5b6125088882890161222b565b969995985093965092949392505050565b5f60208284031215612529575f5ffd5b81356123e981612496565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b5f60208284031215612571575f5ffd5b5051919050565b73ffffffffffffffffffffffffffffffffffffffff81168114611420575f5ffd5b5f602082840312156125a9575f5ffd5b81516123e981612578565b5f602082840312156125c4575f5ffd5b81516123e981612270565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b67ffffffffffffffff8181168382160190811115612649576126496125fc565b92915050565b818382375f9101908152919050565b5f6020828403121561266e575f5ffd5b815180151581146123e9575f5ffd5b5f6080828403121561268d575f5ffd5b82601f83011261269b575f5ffd5b6040516080810181811067ffffffffffffffff821117156126be576126be612534565b6040528060808401858111156126d2575f5ffd5b845b818110156126ec5780358352602092830192016126d4565b509195945050505050565b8082028115828204841417612649576126496125fc565b815f5b600481101561198f57815183820155602090910190600101612711565b60408152826040820152828460608301375f606084830101525f6060601f19601f8601168301019050826020830152949350505050565b6080810181835f5b600481101561278c57815483526020909201916001918201910161276d565b50505092915050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b5f81518060208401855e5f93019283525090919050565b5f6123e982846127c2565b5f6127ef82886127c2565b858782375f90860190815261280d61280782876127c2565b856127c2565b98975050505050505050565b80516020808301519190811015612858577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8160200360031b1b821691505b50919050565b5f82612891577f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b500490565b80820180821115612649576126496125fc565b5f602082840312156128b9575f5ffd5b81516123e981612496565b5f67ffffffffffffffff821667ffffffffffffffff81036128e7576128e76125fc565b60010192915050565b6080810181835f5b600481101561278c5781518352602092830192909101906001016128f8565b608081525f61292960808301876123a9565b63ffffffff95861660208401529390941660408201526060015292915050565b5f61295482856127c2565b9283525050602001919050565b8681528560208201528460408201527fffff0000000000000000000000000000000000000000000000000000000000008460f01b1660608201527fff000000000000000000000000000000000000000000000000000000000000008360f81b1660628201525f61280d60638301846127c2565b8381527fff000000000000000000000000000000000000000000000000000000000000008360f81b1660208201525f61116160218301846127c256fe424c535f5349475f424c53313233383147325f584d443a5348412d3235365f535357555f524f5f504f505f2b",
}

// Committee is an auto generated Go binding around an Ethereum contract.
type Committee struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Committee) GetABI() abi.ABI {
	return c.abi
}

// NewCommittee creates a new instance of Committee.
func NewCommittee() *Committee {
	parsed, err := CommitteeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Committee{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Committee) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry) returns()
func (committee *Committee) PackConstructor(registry common.Address) []byte {
	enc, err := committee.abi.Pack("", registry)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06433b1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REGISTRY() view returns(address)
func (committee *Committee) PackREGISTRY() []byte {
	enc, err := committee.abi.Pack("REGISTRY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06433b1b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function REGISTRY() view returns(address)
func (committee *Committee) TryPackREGISTRY() ([]byte, error) {
	return committee.abi.Pack("REGISTRY")
}

// UnpackREGISTRY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06433b1b.
//
// Solidity: function REGISTRY() view returns(address)
func (committee *Committee) UnpackREGISTRY(data []byte) (common.Address, error) {
	out, err := committee.abi.Unpack("REGISTRY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x900cf0cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epoch() view returns(uint64)
func (committee *Committee) PackEpoch() []byte {
	enc, err := committee.abi.Pack("epoch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x900cf0cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epoch() view returns(uint64)
func (committee *Committee) TryPackEpoch() ([]byte, error) {
	return committee.abi.Pack("epoch")
}

// UnpackEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (committee *Committee) UnpackEpoch(data []byte) (uint64, error) {
	out, err := committee.abi.Unpack("epoch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupKey() view returns(bytes)
func (committee *Committee) PackGroupKey() []byte {
	enc, err := committee.abi.Pack("groupKey")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupKey() view returns(bytes)
func (committee *Committee) TryPackGroupKey() ([]byte, error) {
	return committee.abi.Pack("groupKey")
}

// UnpackGroupKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9037d9ca.
//
// Solidity: function groupKey() view returns(bytes)
func (committee *Committee) UnpackGroupKey(data []byte) ([]byte, error) {
	out, err := committee.abi.Unpack("groupKey", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackHandoverAfter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef395632.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handoverAfter() view returns(bytes32)
func (committee *Committee) PackHandoverAfter() []byte {
	enc, err := committee.abi.Pack("handoverAfter")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandoverAfter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef395632.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handoverAfter() view returns(bytes32)
func (committee *Committee) TryPackHandoverAfter() ([]byte, error) {
	return committee.abi.Pack("handoverAfter")
}

// UnpackHandoverAfter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xef395632.
//
// Solidity: function handoverAfter() view returns(bytes32)
func (committee *Committee) UnpackHandoverAfter(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("handoverAfter", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHandoverRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c3928fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting) view returns(bytes32)
func (committee *Committee) PackHandoverRoot(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte) []byte {
	enc, err := committee.abi.Pack("handoverRoot", key, members, threshold, sharesRoot, posting)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandoverRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c3928fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting) view returns(bytes32)
func (committee *Committee) TryPackHandoverRoot(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte) ([]byte, error) {
	return committee.abi.Pack("handoverRoot", key, members, threshold, sharesRoot, posting)
}

// UnpackHandoverRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0c3928fc.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting) view returns(bytes32)
func (committee *Committee) UnpackHandoverRoot(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("handoverRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6e7b882.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function keyOf(uint64 epoch_) view returns(bytes)
func (committee *Committee) PackKeyOf(epoch uint64) []byte {
	enc, err := committee.abi.Pack("keyOf", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6e7b882.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function keyOf(uint64 epoch_) view returns(bytes)
func (committee *Committee) TryPackKeyOf(epoch uint64) ([]byte, error) {
	return committee.abi.Pack("keyOf", epoch)
}

// UnpackKeyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc6e7b882.
//
// Solidity: function keyOf(uint64 epoch_) view returns(bytes)
func (committee *Committee) UnpackKeyOf(data []byte) ([]byte, error) {
	out, err := committee.abi.Unpack("keyOf", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbdd4d18d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function members() view returns(uint32)
func (committee *Committee) PackMembers() []byte {
	enc, err := committee.abi.Pack("members")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbdd4d18d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function members() view returns(uint32)
func (committee *Committee) TryPackMembers() ([]byte, error) {
	return committee.abi.Pack("members")
}

// UnpackMembers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbdd4d18d.
//
// Solidity: function members() view returns(uint32)
func (committee *Committee) UnpackMembers(data []byte) (uint32, error) {
	out, err := committee.abi.Unpack("members", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackReplaceKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6289458f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function replaceKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) PackReplaceKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) []byte {
	enc, err := committee.abi.Pack("replaceKey", key, members, threshold, sharesRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReplaceKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6289458f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function replaceKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) TryPackReplaceKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) ([]byte, error) {
	return committee.abi.Pack("replaceKey", key, members, threshold, sharesRoot)
}

// PackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f96082.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rotate(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting, bytes signature) returns()
func (committee *Committee) PackRotate(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte, signature []byte) []byte {
	enc, err := committee.abi.Pack("rotate", key, members, threshold, sharesRoot, posting, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f96082.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rotate(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting, bytes signature) returns()
func (committee *Committee) TryPackRotate(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte, signature []byte) ([]byte, error) {
	return committee.abi.Pack("rotate", key, members, threshold, sharesRoot, posting, signature)
}

// PackSetFirstKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96cb4ecf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setFirstKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) PackSetFirstKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) []byte {
	enc, err := committee.abi.Pack("setFirstKey", key, members, threshold, sharesRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetFirstKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96cb4ecf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setFirstKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) TryPackSetFirstKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) ([]byte, error) {
	return committee.abi.Pack("setFirstKey", key, members, threshold, sharesRoot)
}

// PackSharesRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6421649c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sharesRoot() view returns(bytes32)
func (committee *Committee) PackSharesRoot() []byte {
	enc, err := committee.abi.Pack("sharesRoot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSharesRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6421649c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sharesRoot() view returns(bytes32)
func (committee *Committee) TryPackSharesRoot() ([]byte, error) {
	return committee.abi.Pack("sharesRoot")
}

// UnpackSharesRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6421649c.
//
// Solidity: function sharesRoot() view returns(bytes32)
func (committee *Committee) UnpackSharesRoot(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("sharesRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSigned is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1e4a52c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function signed(uint64 epoch_, uint64 slot, bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) PackSigned(epoch uint64, slot uint64, signingRoot [32]byte, signature []byte) []byte {
	enc, err := committee.abi.Pack("signed", epoch, slot, signingRoot, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSigned is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1e4a52c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function signed(uint64 epoch_, uint64 slot, bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) TryPackSigned(epoch uint64, slot uint64, signingRoot [32]byte, signature []byte) ([]byte, error) {
	return committee.abi.Pack("signed", epoch, slot, signingRoot, signature)
}

// UnpackSigned is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1e4a52c.
//
// Solidity: function signed(uint64 epoch_, uint64 slot, bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) UnpackSigned(data []byte) (bool, error) {
	out, err := committee.abi.Unpack("signed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTakeOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xed14b6a5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeOver() returns()
func (committee *Committee) PackTakeOver() []byte {
	enc, err := committee.abi.Pack("takeOver")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xed14b6a5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeOver() returns()
func (committee *Committee) TryPackTakeOver() ([]byte, error) {
	return committee.abi.Pack("takeOver")
}

// PackThreshold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42cde4e8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function threshold() view returns(uint32)
func (committee *Committee) PackThreshold() []byte {
	enc, err := committee.abi.Pack("threshold")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackThreshold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42cde4e8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function threshold() view returns(uint32)
func (committee *Committee) TryPackThreshold() ([]byte, error) {
	return committee.abi.Pack("threshold")
}

// UnpackThreshold is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x42cde4e8.
//
// Solidity: function threshold() view returns(uint32)
func (committee *Committee) UnpackThreshold(data []byte) (uint32, error) {
	out, err := committee.abi.Unpack("threshold", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x258ae582.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) PackVerify(signingRoot [32]byte, signature []byte) []byte {
	enc, err := committee.abi.Pack("verify", signingRoot, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x258ae582.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) TryPackVerify(signingRoot [32]byte, signature []byte) ([]byte, error) {
	return committee.abi.Pack("verify", signingRoot, signature)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x258ae582.
//
// Solidity: function verify(bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) UnpackVerify(data []byte) (bool, error) {
	out, err := committee.abi.Unpack("verify", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// CommitteeHandedOver represents a HandedOver event raised by the Committee contract.
type CommitteeHandedOver struct {
	Epoch   uint64
	Key     []byte
	Posting [32]byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const CommitteeHandedOverEventName = "HandedOver"

// ContractEventName returns the user-defined event name.
func (CommitteeHandedOver) ContractEventName() string {
	return CommitteeHandedOverEventName
}

// UnpackHandedOverEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event HandedOver(uint64 indexed epoch, bytes key, bytes32 posting)
func (committee *Committee) UnpackHandedOverEvent(log *types.Log) (*CommitteeHandedOver, error) {
	event := "HandedOver"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeHandedOver)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeKeySet represents a KeySet event raised by the Committee contract.
type CommitteeKeySet struct {
	Epoch      uint64
	Key        []byte
	Members    uint32
	Threshold  uint32
	SharesRoot [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const CommitteeKeySetEventName = "KeySet"

// ContractEventName returns the user-defined event name.
func (CommitteeKeySet) ContractEventName() string {
	return CommitteeKeySetEventName
}

// UnpackKeySetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event KeySet(uint64 indexed epoch, bytes key, uint32 members, uint32 threshold, bytes32 sharesRoot)
func (committee *Committee) UnpackKeySetEvent(log *types.Log) (*CommitteeKeySet, error) {
	event := "KeySet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeKeySet)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (committee *Committee) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], committee.abi.Errors["Frozen"].ID.Bytes()[:4]) {
		return committee.UnpackFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["InvalidKey"].ID.Bytes()[:4]) {
		return committee.UnpackInvalidKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["InvalidSignature"].ID.Bytes()[:4]) {
		return committee.UnpackInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["InvalidThreshold"].ID.Bytes()[:4]) {
		return committee.UnpackInvalidThresholdError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["KeyAlreadySet"].ID.Bytes()[:4]) {
		return committee.UnpackKeyAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NoKey"].ID.Bytes()[:4]) {
		return committee.UnpackNoKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NotFrozen"].ID.Bytes()[:4]) {
		return committee.UnpackNotFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return committee.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NothingToWaitFor"].ID.Bytes()[:4]) {
		return committee.UnpackNothingToWaitForError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return committee.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["SameKey"].ID.Bytes()[:4]) {
		return committee.UnpackSameKeyError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CommitteeFrozen represents a Frozen error raised by the Committee contract.
type CommitteeFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Frozen()
func CommitteeFrozenErrorID() common.Hash {
	return common.HexToHash("0xa8cab3d1893ed53071b052fafa843143492f25d1d6b0170d460789f7ab1954be")
}

// UnpackFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Frozen()
func (committee *Committee) UnpackFrozenError(raw []byte) (*CommitteeFrozen, error) {
	out := new(CommitteeFrozen)
	if err := committee.abi.UnpackIntoInterface(out, "Frozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeInvalidKey represents a InvalidKey error raised by the Committee contract.
type CommitteeInvalidKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidKey()
func CommitteeInvalidKeyErrorID() common.Hash {
	return common.HexToHash("0x76d4e1e8439f6d9c3d1cf835f307989788cf73aa0b95b7a7c935c1e0e543d094")
}

// UnpackInvalidKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidKey()
func (committee *Committee) UnpackInvalidKeyError(raw []byte) (*CommitteeInvalidKey, error) {
	out := new(CommitteeInvalidKey)
	if err := committee.abi.UnpackIntoInterface(out, "InvalidKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeInvalidSignature represents a InvalidSignature error raised by the Committee contract.
type CommitteeInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidSignature()
func CommitteeInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0x8baa579fce362245063d36f11747a89dd489c54795634fc673cc0e0db51fedc5")
}

// UnpackInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidSignature()
func (committee *Committee) UnpackInvalidSignatureError(raw []byte) (*CommitteeInvalidSignature, error) {
	out := new(CommitteeInvalidSignature)
	if err := committee.abi.UnpackIntoInterface(out, "InvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeInvalidThreshold represents a InvalidThreshold error raised by the Committee contract.
type CommitteeInvalidThreshold struct {
	Members   uint32
	Threshold uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidThreshold(uint32 members, uint32 threshold)
func CommitteeInvalidThresholdErrorID() common.Hash {
	return common.HexToHash("0x07fb268af061aaa27b25fffaa659e706ad1ff2f0607fba0d0a8a0e9d7930ce98")
}

// UnpackInvalidThresholdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidThreshold(uint32 members, uint32 threshold)
func (committee *Committee) UnpackInvalidThresholdError(raw []byte) (*CommitteeInvalidThreshold, error) {
	out := new(CommitteeInvalidThreshold)
	if err := committee.abi.UnpackIntoInterface(out, "InvalidThreshold", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeKeyAlreadySet represents a KeyAlreadySet error raised by the Committee contract.
type CommitteeKeyAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error KeyAlreadySet()
func CommitteeKeyAlreadySetErrorID() common.Hash {
	return common.HexToHash("0x781f15feb98f983a52f708ac87749207c16373c7a73b6e182269526360d75801")
}

// UnpackKeyAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error KeyAlreadySet()
func (committee *Committee) UnpackKeyAlreadySetError(raw []byte) (*CommitteeKeyAlreadySet, error) {
	out := new(CommitteeKeyAlreadySet)
	if err := committee.abi.UnpackIntoInterface(out, "KeyAlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNoKey represents a NoKey error raised by the Committee contract.
type CommitteeNoKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoKey()
func CommitteeNoKeyErrorID() common.Hash {
	return common.HexToHash("0x80246e7f889875270f5c8e6e0e187cae2d6b17f3f4c087a01bf93e76b619d96f")
}

// UnpackNoKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoKey()
func (committee *Committee) UnpackNoKeyError(raw []byte) (*CommitteeNoKey, error) {
	out := new(CommitteeNoKey)
	if err := committee.abi.UnpackIntoInterface(out, "NoKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNotFrozen represents a NotFrozen error raised by the Committee contract.
type CommitteeNotFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFrozen()
func CommitteeNotFrozenErrorID() common.Hash {
	return common.HexToHash("0x8208cbe5cd34d53b5acc43167c3a84d9f86c782841c84b2984c3bcaaf510b8bc")
}

// UnpackNotFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFrozen()
func (committee *Committee) UnpackNotFrozenError(raw []byte) (*CommitteeNotFrozen, error) {
	out := new(CommitteeNotFrozen)
	if err := committee.abi.UnpackIntoInterface(out, "NotFrozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNotOwner represents a NotOwner error raised by the Committee contract.
type CommitteeNotOwner struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(address caller)
func CommitteeNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x245aecd3fabbd17d6c3c92dc7f0ab916ea8cbf6fc1862c8b56893090ac3fff4c")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(address caller)
func (committee *Committee) UnpackNotOwnerError(raw []byte) (*CommitteeNotOwner, error) {
	out := new(CommitteeNotOwner)
	if err := committee.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNothingToWaitFor represents a NothingToWaitFor error raised by the Committee contract.
type CommitteeNothingToWaitFor struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToWaitFor()
func CommitteeNothingToWaitForErrorID() common.Hash {
	return common.HexToHash("0x8424d81d7c41caa34d4b5ac7b15fd61348fe2e26a565097160e91e925f9f1ed9")
}

// UnpackNothingToWaitForError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToWaitFor()
func (committee *Committee) UnpackNothingToWaitForError(raw []byte) (*CommitteeNothingToWaitFor, error) {
	out := new(CommitteeNothingToWaitFor)
	if err := committee.abi.UnpackIntoInterface(out, "NothingToWaitFor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteePrecompileFailed represents a PrecompileFailed error raised by the Committee contract.
type CommitteePrecompileFailed struct {
	Precompile common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(address precompile)
func CommitteePrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0xeb8d043ad9930b483be478f76fc57acdc905a2680c78dd9d6c7c2b2029709f6b")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(address precompile)
func (committee *Committee) UnpackPrecompileFailedError(raw []byte) (*CommitteePrecompileFailed, error) {
	out := new(CommitteePrecompileFailed)
	if err := committee.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeSameKey represents a SameKey error raised by the Committee contract.
type CommitteeSameKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SameKey()
func CommitteeSameKeyErrorID() common.Hash {
	return common.HexToHash("0x65f1f9fc8324e3560dd90db17744d0021710946277169fd0c59bc153eb77fcfd")
}

// UnpackSameKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SameKey()
func (committee *Committee) UnpackSameKeyError(raw []byte) (*CommitteeSameKey, error) {
	out := new(CommitteeSameKey)
	if err := committee.abi.UnpackIntoInterface(out, "SameKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}
