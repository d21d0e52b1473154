#!/usr/bin/env bash
# Says whether a step of litetrim ended as it should, by its OUTCOME, VERDICT and REPORT in the environment.
#
#   assert-step.sh success                       green, with a verdict that is not fail
#   assert-step.sh failure                       red, with the verdict fail
#   assert-step.sh failure-where-models-changed  the latter where there is a report, else the former
set -euo pipefail
wanted=${1?"wanted outcome"}
if [[ $wanted == failure-where-models-changed ]]; then
  if [[ -n ${REPORT-} ]]; then wanted=failure; else wanted=success; fi
fi
case $wanted:$OUTCOME:$VERDICT in
  success:success:pass | success:success:noise | success:success:warn | failure:failure:fail)
    echo "As it should be: $OUTCOME, with the verdict $VERDICT." ;;
  *)
    echo "::error::Should be $wanted, and is ${OUTCOME:-no outcome}, with the verdict ${VERDICT:-none}."
    exit 1 ;;
esac
