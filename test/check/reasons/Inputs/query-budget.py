# ===- query-budget.py - an expensive question is no proof ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# ===------------------------------------------------------------------------===#

import json
import sys

loops = json.load(sys.stdin)["loops"]
assert len(loops) == 3, loops
for loop in loops:
    assert loop["verdict"] != "parallel", loop
    assert loop["blockers"], loop
    if loop["verdict"] == "unknown":
        reasons = {blocker["reason"] for blocker in loop["blockers"]}
        assert reasons & {"query-budget", "carried-flow-dependence", "carried-anti-dependence",
                          "carried-output-dependence"}, reasons
