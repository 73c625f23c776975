#!/usr/bin/env bash
# Prints the folder of a Pulumi engine: that of the installed CLI where it is recent enough, else
# .engine/bin, built here once from the pinned Go modules beside this script.
# What is being done goes to stderr; --quiet leaves out which installed CLI is used, --check builds
# nothing and fails where there is no engine.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$(cd "$here/../.." && pwd)/.engine/bin
option=${1:-}

recent_enough() { # 3.259 or later of version 3: what the package asks of the SDK
    local major minor
    IFS=. read -r major minor _ <<<"${1#v}"
    [[ $major == 3 && $minor =~ ^[0-9]+$ ]] && ((minor >= 259))
}

installed=$(command -v pulumi || true)
if [[ -n $installed && ${installed%/*} != "$bin" ]] && command -v pulumi-language-python >/dev/null; then
    version=$(PULUMI_SKIP_UPDATE_CHECK=true pulumi version 2>/dev/null || true)
    if recent_enough "$version"; then
        [[ $option == --quiet ]] || echo "Using the installed Pulumi CLI $version ($installed)." >&2
        echo "${installed%/*}"
        exit
    fi
fi

# The stamp is the pins themselves: another version, or another hash in go.sum, builds anew.
pins() { cat "$here"/{cli,python-host}/go.{mod,sum}; }
if pins | cmp -s - "$bin/pins"; then
    echo "$bin"
    exit
fi

if [[ $option == --check ]]; then
    echo "The Pulumi engine is not here yet: run \`make engine\` first." >&2
    exit 1
fi

if ! command -v go >/dev/null; then
    echo "Neither a Pulumi CLI (3.259 or later) nor Go (1.25 or later, to build one) is installed: install either." >&2
    exit 1
fi

echo "Building the Pulumi engine into .engine (once; 3 to 8 minutes) ..." >&2
mkdir -p "${bin%/*}"
new=$(mktemp -d "${bin%/*}/build.XXXXXX") # becomes `bin` when whole
trap 'rm -rf "$new"' EXIT

sdk_of() { (cd "$here/$1" && go list -mod=readonly -m -f "$2" github.com/pulumi/pulumi/sdk/v3); }
build() { # MODULE PACKAGE; the version is what the program says of itself
    local version
    version=$(sdk_of "$1" '{{.Version}}')
    (cd "$here/$1" && CGO_ENABLED=0 go build -trimpath -buildvcs=false -mod=readonly -o "$new/" \
        -ldflags "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=$version" "$2") \
        2>&1 | sed '/^go: downloading /d' >&2
}

build cli github.com/pulumi/pulumi/pkg/v3/cmd/pulumi
build python-host github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python

# The language host's two scripts are in no Go package: they lie in the SDK's module beside it.
sdk=$(sdk_of cli '{{.Dir}}')
install -m 755 "$sdk/python/cmd/pulumi-language-python-exec" "$sdk/python/dist/pulumi-resource-pulumi-python" "$new/"

pins >"$new/pins"
chmod 755 "$new"
if ! pins | cmp -s - "$bin/pins"; then # nobody else was quicker
    rm -rf "$bin"
    mv "$new" "$bin"
fi
echo "$bin"
