#!/bin/sh
# Regenerates everything that is generated here: installs the locked npm packages, compiles the Solidity sources, and
# writes the Go in bindings/ and predeploy/. Needs Node and Go; the Go that it writes needs neither Node nor forge.
set -eu
cd "$(dirname "$0")"
if [ ! -x node_modules/.bin/forge ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
	npm ci
fi
./forge.sh build --skip test
go run ./generate
