# ===- pi-roles.py - what the report on examples/pi must hold ---------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# ===------------------------------------------------------------------------===#

import json
import sys

report = json.load(sys.stdin)
assert report["version"] == 1, report["version"]
assert report["errors"] == [], report["errors"]
[loop] = report["loops"]
assert (loop["verdict"], loop["form"]) == ("parallel", "parallel-for"), loop
assert loop["selected"] and loop["profitable"] and loop["editable"], loop
assert loop["blockers"] == [] and loop["assumptions"] == [], loop
assert "recast-induction" in loop["transforms"], loop["transforms"]
roles = {role["variable"]: role for role in loop["roles"]}
assert roles["sum"]["role"] == "reduction" and roles["sum"]["operator"] == "+", roles["sum"]
assert roles["x"]["role"] == "induction", roles["x"]
assert roles["x"]["closed_form"].replace(" ", "").endswith("i*step"), roles["x"]
