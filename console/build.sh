#!/usr/bin/env bash
# Builds and checks the console with the machine's node; Maven calls it, see pom.xml.
#   build.sh site                what the browser loads, into target/site
#   build.sh check SKIP [SKIP]   types, lint and tests; nothing where a SKIP is "true"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
  echo "console: $*" >&2
  exit 1
}

need_node() {
  local advice="install Node.js 20.19 or newer with npm (packages nodejs and npm)" version
  command -v node >/dev/null || fail "node is not installed: $advice"
  command -v npm >/dev/null || fail "npm is not installed: $advice"
  version=$(node -p 'process.versions.node')
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "node $version is too old: $advice"
}

# The libraries of package-lock.json, fetched again only when it has changed.
libraries() {
  local stamp=node_modules/.installed
  if cmp -s package-lock.json "$stamp"; then return; fi
  npm ci --no-audit --no-fund --loglevel=error || fail "npm ci failed: it needs the npm registry"
  cp package-lock.json "$stamp"
}

# A digest of everything the site is made from.
sources() {
  find src index.html package.json package-lock.json vite.config.ts tsconfig*.json scripts build.sh -type f \
    -not -name schema.d.ts -not -name '*.test.ts' -not -name '*.test.tsx' -print0 |
    LC_ALL=C sort -z | xargs -0 cksum | cksum
}

site() {
  local now
  now=$(sources)
  if [[ -f target/site/index.html && $(cat target/site.digest 2>/dev/null) == "$now" ]]; then return; fi
  mkdir -p target
  rm -f target/site.digest
  npm run --silent build
  # Maven copies what is new beside what was there before: files of earlier builds would be served for ever.
  rm -rf target/classes/META-INF/holdfast/console
  echo "$now" >target/site.digest
}

need_node
case "${1:-}" in
  site)
    libraries
    site
    ;;
  check)
    if [[ " $* " == *" true "* ]]; then exit 0; fi
    libraries
    npm run --silent check
    ;;
  *) fail "build.sh ${1:-} (expected: site or check)" ;;
esac
