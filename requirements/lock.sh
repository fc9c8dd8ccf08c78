#!/bin/sh
# Pin what pyproject.toml asks for, with hashes, for every supported Python and machine.
# Needs uv; `--upgrade` as an argument takes newer versions.
set -eu
cd "$(dirname "$0")/.."

lock() {
    output=requirements/$1.txt
    shift
    uv pip compile --quiet --universal --generate-hashes --no-annotate --no-emit-index-url \
        --custom-compile-command "requirements/lock.sh" --output-file "$output" "$@"
}

lock run "$@" pyproject.toml
lock postgresql "$@" --extra postgresql --constraint requirements/run.txt pyproject.toml
lock test "$@" --group test --constraint requirements/run.txt
lock node "$@" --group node
lock redis "$@" --group redis --no-deps
