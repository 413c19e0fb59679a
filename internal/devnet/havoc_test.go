package devnet

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each service is killed as often as asked for, never again before all others were, and the seed alone says in what order.
func TestEverybodyIsKilledAsOften(t *testing.T) {
	services := []string{"gateway-1", "gateway-2", "redis", "relay"}
	dice := func() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }
	out := victims(dice(), services, 20)
	require.Len(t, out, 80)
	for round := range 20 {
		require.ElementsMatch(t, services, out[round*4:round*4+4])
	}
	require.Equal(t, out, victims(dice(), services, 20))
	require.NotEqual(t, out[:4], out[4:8])
}
