package ethereum

import (
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/chorale-network/chorale/relay"
)

// Refusal is a contract's named error.
type Refusal struct {
	Name string // as in the contract, for example WrongFirstSlot
	Args []any
}

// Error is the name with its arguments.
func (r *Refusal) Error() string {
	args := make([]string, len(r.Args))
	for i, a := range r.Args {
		args[i] = fmt.Sprint(a)
		if word, ok := a.([32]byte); ok {
			args[i] = fmt.Sprintf("%#x", word)
		}
	}
	return r.Name + "(" + strings.Join(args, ", ") + ")"
}

// Unwrap says what it means to a loop: relay.ErrOvertaken where somebody else was first, else relay.ErrRefused.
func (r *Refusal) Unwrap() error {
	switch r.Name {
	case "WrongFirstSlot", "NothingToClaim", "AlreadyRefunded":
		return relay.ErrOvertaken
	}
	return relay.ErrRefused
}

// explain turns the error of a call or an estimate into a Refusal, relay.ErrFunds or relay.ErrRefused where it
// is one of these.
func explain(err error) error {
	if data, ok := ethclient.RevertErrorData(err); ok && len(data) >= 4 {
		for _, contract := range []abi.ABI{inbox.GetABI(), vault.GetABI(), registry.GetABI(), committee.GetABI()} {
			e, unknown := contract.ErrorByID([4]byte(data[:4]))
			if unknown != nil {
				continue
			}
			args, malformed := e.Inputs.Unpack(data[4:])
			if malformed == nil {
				return &Refusal{Name: e.Name, Args: args}
			}
		}
		return fmt.Errorf("unknown error %#x: %w", data[:4], relay.ErrRefused)
	}
	says := err.Error()
	switch {
	case strings.Contains(says, "execution reverted"):
		return fmt.Errorf("%w: %w", relay.ErrRefused, err)
	case strings.Contains(says, "insufficient funds"), strings.Contains(says, "gas required exceeds allowance"):
		return fmt.Errorf("%w: %w", relay.ErrFunds, err)
	}
	return err
}
