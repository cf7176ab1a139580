#!/usr/bin/env python3
# ===- report.py - stands in for `loomp check --format=json` ----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: report.py FILE LINE=VERDICT[,REASON...]...; reasons of a serial loop are proven.
#
# ===------------------------------------------------------------------------===#

import json
import sys

loops = []
for argument in sys.argv[2:]:
    line, _, says = argument.partition("=")
    verdict, *reasons = says.split(",")
    loop = {"file": sys.argv[1], "line": int(line), "column": 3, "verdict": verdict,
            "roles": [], "transforms": [], "assumptions": [], "blockers": []}
    if verdict == "parallel":
        loop["roles"] = [{"variable": name, "role": "reduction", "operator": "+"}
                         for name in reasons]
    else:
        loop["blockers"] = [{"reason": reason, "proven": verdict == "serial", "object": "a"}
                            for reason in reasons]
    loops.append(loop)
print(json.dumps({"version": 1, "loops": loops, "findings": [], "errors": []}))
