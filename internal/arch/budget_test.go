package arch_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Budgets, in lines. A number is a doorbell, not a wall: what rings it is taken apart, or is named below with why not.
const (
	fileBudget     = 500
	functionBudget = 80
	roomBudget     = 4 // a room is at most one part in so many of the house, tests and what is generated aside
)

// exceptions are over budget for a reason. A file goes by its path, a function by its file and name, a room by its
// folder. One that is over no longer, or is not there, fails: it is taken off the list.
var exceptions = map[string]string{
	"api/bad_test.go:TestBadInput":                                            "one table: each kind of bad input with its code, field and hint",
	"api/never_both_test.go:neverBoth":                                        "one history drawn move by move; its bookkeeping is the law that it judges",
	"api/privacy_test.go:TestPendingShowsOnlyWhatIsAllowed":                   "one table: each way to wait, played with and without",
	"api/replace_test.go:TestBoundary":                                        "one table: each act before and after the close",
	"api/replay_test.go:TestReplayedBidsAreTakenOnce":                         "one life of the same envelopes, through deaths, epochs and networks",
	"auction/open_test.go:TestOpenGivesEachFaultItsReason":                    "one table: all faults stand in one batch",
	"builder/evm/apps_bomb_test.go:TestTriggerBombs":                          "one table: each bomb, and the most that is let through",
	"builder/evm/draft_test.go:TestRandomDrafts":                              "one random program over marks, whose model is kept beside it",
	"builder/evm/merge_test.go:TestMergeOfHardCases":                          "one table: each life of an account",
	"builder/evm/observer_test.go:TestAccessesAreNamed":                       "one table: each way to read and write",
	"builder/evm/random_test.go:TestRandomBundles":                            "one random history, whose models are kept beside it",
	"builder/evm/reason_test.go:TestEveryRefusalHasItsReasonAndLeavesNoTrace": "one table: each reason",
	"builder/execute_test.go:TestBadInputChangesNothing":                      "one table: each input that cannot be",
	"builder/guard_test.go:TestLosersCannotBeUnbundled":                       "one table: each way to take a loser's transaction",
	"builder/manipulation_test.go:TestKnownManipulations":                     "one table: the manipulations that docs/auction.md lists",
	"builder/money_test.go:TestMoneyIsConservedOverRandomHistories":           "one random history, whose model is kept beside it",
	"builder/world_test.go:world.Try":                                         "an EVM in miniature: one loop over a bundle, with a case for each end",
	"internal/laws/laws_test.go:TestLaws":                                     "one table: each law kept, and each way to break it",
	"internal/verify/verify_test.go:TestColludingQuorumIsNamed":               "one table: each lie that a quorum can sign",
	"relay/ethereum/left_out_test.go:TestWhatIsLeftOutIsNamed":                "one table: what an endpoint leaves out",
	"relay/ethereum/taken_up_test.go:TestPressing":                            "one history of fees",
	"relay/ethereum/taken_up_test.go:TestTakenUp":                             "one table: what became of an unanswered transaction",
	"relay/ethereum/taken_up_test.go:TestWhoseNonce":                          "one table: who used a nonce",
	"relay/ethereum/network_test.go:TestQueueAndView":                         "one history on one L1, compared with all that was done",
	"sequencer/member/early_test.go:TestReplayAfterDeathAndEpoch":             "one life of the same envelopes, through death and epoch",
	"sequencer/remote/remote_test.go:TestTheDoorChangesNothing":               "one member, asked everything directly and through its door",
}

// lines is how many lines of its file a part takes.
func lines(set *token.FileSet, from, to token.Pos) int {
	return set.Position(to).Line - set.Position(from).Line + 1
}

// nameOf is a function's, with its receiver's type.
func nameOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	of := f.Recv.List[0].Type
	for {
		switch t := of.(type) {
		case *ast.StarExpr:
			of = t.X
		case *ast.IndexExpr:
			of = t.X
		case *ast.IndexListExpr:
			of = t.X
		case *ast.Ident:
			return t.Name + "." + f.Name.Name
		default:
			return f.Name.Name
		}
	}
}

// TestBudgets holds files, functions and rooms to their lines.
func TestBudgets(t *testing.T) {
	over := overBudget(sources(t))
	for what, by := range over {
		if _, excused := exceptions[what]; !excused {
			t.Errorf("%s: %s", what, by)
		}
	}
	for what, why := range exceptions {
		if over[what] == "" {
			t.Errorf("%s is within its budget, or gone: take it off the list", what)
		}
		if strings.TrimSpace(why) == "" {
			t.Errorf("%s is excused without a reason", what)
		}
	}
}

// overBudget names what is over its budget, and by how much.
func overBudget(house []source) map[string]string {
	over := map[string]string{}
	rooms, all := map[string]int{}, 0
	for _, s := range house {
		if ast.IsGenerated(s.file) {
			continue
		}
		path := s.room + "/" + filepath.Base(s.path)
		size := lines(s.set, s.file.FileStart, s.file.FileEnd)
		if size > fileBudget {
			over[path] = fmt.Sprintf("%d lines, at most %d", size, fileBudget)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := lines(s.set, f.Pos(), f.End()); n > functionBudget {
				over[path+":"+nameOf(f)] = fmt.Sprintf("%d lines, at most %d", n, functionBudget)
			}
		}
		if !s.test {
			rooms[s.room] += size
			all += size
		}
	}
	for room, size := range rooms {
		if roomBudget*size > all {
			over[room] = fmt.Sprintf("%d lines of the house's %d, at most one in %d", size, all, roomBudget)
		}
	}
	return over
}

// TestBudgetsAreMeasured takes a house of one file that is just over and one that is just within.
func TestBudgetsAreMeasured(t *testing.T) {
	house := func(body, rest int) []source {
		var out []source
		for name, text := range map[string]string{
			"long.go":      "package hall\n\nfunc (h *hall[T]) long() {\n" + strings.Repeat("\n", body) + "}\n" + strings.Repeat("\n", rest),
			"generated.go": "// Code generated by a test. DO NOT EDIT.\n\npackage hall\n" + strings.Repeat("\n", 2*fileBudget),
		} {
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, text, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, source{room: "hall", path: name, set: set, file: file})
		}
		return out
	}
	within := overBudget(house(functionBudget-2, fileBudget-functionBudget-2))
	if len(within) != 1 || within["hall"] == "" {
		t.Errorf("only the room is the whole house: %v", within)
	}
	over := overBudget(house(functionBudget-1, fileBudget-functionBudget-2))
	if len(over) != 3 || over["hall/long.go"] == "" || over["hall/long.go:hall.long"] == "" {
		t.Errorf("file, function and room are over: %v", over)
	}
}
