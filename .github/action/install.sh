#!/usr/bin/env bash
# Installs newslint into an environment of its own and says where its interpreter is.
#
# -I keeps Python from importing modules of the checked-out repository, which a pull
# request may have brought.
set -euo pipefail

if ! python3 -I -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error title=newslint::newslint needs Python 3.11 or later; run actions/setup-python before it."
  exit 2
fi

environment="$RUNNER_TEMP/newslint"
python3 -I -m venv "$environment"
python="$environment/bin/python"
[ -x "$python" ] || python="$environment/Scripts/python.exe"

# The action's own checkout: whoever pins the action by a tag or commit pins newslint with it.
wanted="$GITHUB_ACTION_PATH"
[ -z "${INPUT_VERSION:-}" ] || wanted="newslint==$INPUT_VERSION"
"$python" -I -m pip install --quiet --disable-pip-version-check "$wanted"

echo "python=$python" >> "$GITHUB_OUTPUT"
