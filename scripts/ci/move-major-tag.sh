#!/usr/bin/env bash
# Moves the tag that workflows name (v0, v1, …) to a release, unless the major version has a later one.
#
#   move-major-tag.sh TAG [REMOTE]    for example: move-major-tag.sh v1.2.3
set -euo pipefail
tag=${1?"a release's tag"} remote=${2-origin}
release='v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)'
if [[ ! $tag =~ ^$release$ ]]; then
  echo "$tag: is no release's tag. Releases are called v1.2.3." >&2
  exit 2
fi
major=${tag%%.*}
latest=$(git ls-remote --refs "$remote" "refs/tags/$major.*" | sed 's|.*refs/tags/||' | grep -xE "$release" | sort -V | tail -n 1 || true)
if [[ $latest != "$tag" ]]; then
  echo "$major stays where it is: of its releases, ${latest:-none} is the latest, not $tag."
  exit 0
fi
git push --force "$remote" "$tag^{commit}:refs/tags/$major"
