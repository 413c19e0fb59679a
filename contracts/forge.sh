#!/bin/sh
# forge, ending as forge ends. The npm package's own launcher (node_modules/.bin/forge, so npx and npm scripts) ends with
# 0 even where a test failed or nothing compiled.
set -eu
cd "$(dirname "$0")"
for forge in node_modules/@foundry-rs/forge-*/bin/forge; do
	[ ! -x "$forge" ] || exec "$forge" "$@"
done
echo "forge.sh: no forge for this machine in node_modules; run npm ci" >&2
exit 1
