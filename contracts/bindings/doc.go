// Package bindings is the contracts in Go: for each a type that packs its calls and unpacks its answers, events and
// errors, and its MetaData with ABI and deployment bytecode.
//
// In come forge's artifacts, by contracts/build.sh; out goes generated code. Never done: editing a generated file by
// hand; importing this from anywhere but what talks to L1 and what deploys. Code that needs only ChoraleSystem's
// runtime imports package predeploy instead.
package bindings
