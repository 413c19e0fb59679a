# Two commands do everything: `make demo` runs the whole network, `make test` passes the tests.
GO        ?= go
GETH      := $(CURDIR)/bin/geth
GETH_VERSION := v1.17.8
STATICCHECK  := honnef.co/go/tools/cmd/staticcheck@v0.8.2
REDIS     := $(or $(shell command -v redis-server),redis-server)
ANVIL     := $(CURDIR)/contracts/node_modules/.bin/anvil
NET       ?=
LIGHT     := ./rollup/... ./auction/... ./threshold/... ./builder ./sequencer ./relay ./internal/laws ./internal/arch
CONCURRENT := ./sequencer/... ./relay ./gateway/... ./index ./api/...
FUZZTIME  ?= 20s

.DEFAULT_GOAL := help
.PHONY: help build demo net net-short split test race lint fuzz bench curves flame peers secrets apps crosscheck proto contracts contracts-test chaos soak

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  %-15s %s\n", $$1, $$2}'

build: ## the one binary, in bin/chorale
	@test -x bin/chorale || echo "compiling go-ethereum and CometBFT: the first time takes about five minutes on two cores" >&2
	@$(GO) build -v -o bin/chorale ./cmd/chorale 2>&1 | awk '/^[a-z0-9.\/_-]+$$/ { n++; printf "\r%d packages compiled", n; next } { print } END { if (n) print "" }' >&2; \
	  $(GO) build -o bin/chorale ./cmd/chorale

# With a terminal the demo is the foreground job, so that Ctrl-C reaches it and not make: it ends with 0, and so does make.
demo: build ## the whole network on this machine, with traffic; Ctrl-C stops it
	@if [ -t 0 ]; then set -m; fi; bin/chorale devnet

net: build $(GETH) $(ANVIL) $(REDIS) ## the whole network as processes on this machine, as operators run them, with traffic; Ctrl-C stops it
	@if [ -t 0 ]; then set -m; fi; bin/chorale net --geth $(GETH) --anvil $(ANVIL) --redis $(REDIS) $(NET)

net-short: build $(GETH) $(ANVIL) $(REDIS) ## the same for a minute, with kill -9 of everything that can be; exits 0 only if all laws held
	@mkdir -p bin
	timeout 600 bin/chorale net --geth $(GETH) --anvil $(ANVIL) --redis $(REDIS) --slots 120 --kills 3 --seed 7 --json > bin/net.json || { cat bin/net.json; exit 1; }

split: build $(GETH) $(ANVIL) $(REDIS) ## what the split into processes costs: the stages of a slot in one process and in many, one after the other
	@for run in "devnet" "net --geth $(GETH) --anvil $(ANVIL) --redis $(REDIS)" "devnet" "net --geth $(GETH) --anvil $(ANVIL) --redis $(REDIS)"; do echo "chorale $${run%% *}"; \
	  bin/chorale $$run --slots 120 --seed 7 | grep -E '^ *latency (closed|executed|attested)'; done

test: $(GETH) ## every Go test; builds a stock geth first, since it is one of the parts under test
	CHORALE_GETH=$(GETH) CHORALE_REDIS=$(shell command -v redis-server) $(GO) test -timeout 20m ./...

race: ## the concurrent packages under the race detector
	$(GO) test -race -short -timeout 20m $(CONCURRENT)
	$(GO) test -race -timeout 20m -run 'TestSameBlocks|TestMarks|TestRestartC' ./builder/evm

lint: ## gofmt, vet, staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go' | grep -v contracts/bindings))" || { echo "gofmt would change:"; gofmt -l $$(git ls-files '*.go' | grep -v contracts/bindings); exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

fuzz: ## every decoder's fuzzer for FUZZTIME each
	@for pkg in $$(grep -rl --include='*_test.go' 'func Fuzz' . | grep -v node_modules | xargs -n1 dirname | sort -u); do \
	  for f in $$(grep -h -o 'func Fuzz[A-Za-z0-9_]*' $$pkg/*_test.go | cut -c6-); do \
	    echo "$$pkg $$f"; $(GO) test $$pkg -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x || exit 1; \
	  done; done

bench: ## benchmarks, compared with the kept baseline by benchstat
	@mkdir -p bin
	$(GO) test -run '^$$' -bench . -benchtime 0.25s -count 6 ./auction ./threshold ./builder/evm ./internal/bench | tee bin/bench.txt
	$(GO) run golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da docs/bench/baseline.txt bin/bench.txt

curves: ## measure and redraw the growth curves of docs/performance.md
	CHORALE_CURVES=$(CURDIR)/docs/img/curves.svg $(GO) test -count 1 -timeout 60m -v -run '^TestCurves$$' ./internal/bench

flame: ## profile twenty whole slots and redraw docs/img/slot.svg
	CHORALE_FLAME=$(CURDIR)/docs/img/slot.svg $(GO) test -count 1 -timeout 20m -v -run '^TestFlame$$' ./internal/bench

peers: ## flashbots/builder's algorithms beside ours; PEER is the test binary that docs/performance.md says how to build
	CHORALE_PEER=$(abspath $(PEER)) $(GO) test -count 1 -timeout 30m -v -run '^TestPeer$$' ./internal/bench | tee docs/bench/peer.txt

secrets: ## bids with canaries, replays and floods at full size
	CHORALE_CANARY_SLOTS=1000 CHORALE_REPLAYS=1000 CHORALE_LENGTHS=10000 CHORALE_LATENCIES=1000 CHORALE_FLOOD=10000 CHORALE_NAME_RUNS=150 \
	  $(GO) test -count 1 -timeout 60m -run 'TestNothingLeaks|TestReplayed|TestLength|TestAcknowledgement|TestOneKey|TestNeverBoth' ./api

apps: ## 10,000 random transfers over rollups with failures, and swaps and orders: both or neither
	CHORALE_TRANSFERS=10000 $(GO) test -count 1 -timeout 20m -run 'SharedTokenIsConserved|BothOrNeither' ./builder/evm

crosscheck: $(GETH) ## 2,000 random blocks on a stock geth and on anvil, hostile markets at full size (hours)
	CHORALE_GETH=$(GETH) CHORALE_BLOCKS=2000 CHORALE_BUNDLES=100000 CHORALE_MERGES=10000 CHORALE_INPUTS=1000 CHORALE_MARKETS=100 CHORALE_EXTREMES=100000 CHORALE_BOMBS=10000 CHORALE_BROKEN=2000 \
	  $(GO) test -count 1 -v -timeout 8h -run 'StockGeth|AnotherEVM|NoBundleLands|MemberThat|MemberWith|FakeBundles|OneHash|EveryStrategy|Loopers|ChainsOf|Conflicting|Extreme|Forbidden|Bombs|TriggerTrees' ./builder ./builder/evm

proto: ## regenerate the private door's messages (needs protoc, Debian's protobuf-compiler)
	GOBIN=$(CURDIR)/bin $(GO) install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12
	GOBIN=$(CURDIR)/bin $(GO) install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.6.0
	cd sequencer/remote/door && PATH=$(CURDIR)/bin:$$PATH protoc --go_out=. --go_opt=paths=source_relative --go-grpc_out=. --go-grpc_opt=paths=source_relative door.proto

contracts: ## regenerate the Solidity bindings (needs Node)
	cd contracts && npm ci --no-audit --no-fund && ./build.sh

contracts-test: ## the forge tests (needs Node)
	cd contracts && npm ci --no-audit --no-fund && ./forge.sh test

chaos: ## every failpoint, a power failure at every operation, kill -9 of the whole devnet at 30 moments
	CHORALE_FAILPOINTS=all $(GO) test -count 1 -timeout 120m -run 'TestDeath|TestTable' ./internal/chaos
	CHORALE_FAILPOINTS=all $(GO) test -count 1 -timeout 20m -run TestPowerFails ./sequencer/member
	CHORALE_KILLS=30 $(GO) test -count 1 -timeout 60m -run TestKill ./internal/chaos

soak: ## one member under load for 30 minutes: its memory must not grow
	CHORALE_SOAK=30m $(GO) test -count 1 -v -timeout 45m -run TestMemory ./internal/chaos

$(ANVIL):
	cd contracts && npm ci --no-audit --no-fund

$(GETH):
	GOBIN=$(CURDIR)/bin $(GO) install github.com/ethereum/go-ethereum/cmd/geth@$(GETH_VERSION)

# Debian's package starts a Redis of its own, which nobody asked for.
redis-server:
	apt-get update -qq && apt-get install -y -qq redis-server
	-service redis-server stop
