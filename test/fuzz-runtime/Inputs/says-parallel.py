#!/usr/bin/env python3
# ===- says-parallel.py - a tool that calls every loop parallel ----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Prints for the last file before `--` what `loomp fix --format=json` would, finding loops by their
# keyword alone, and leaves the file as it is: something for the reducer to reduce.
#
# ===------------------------------------------------------------------------===#

import json
import re
import sys

name = sys.argv[sys.argv.index("--") - 1]
loops = []
with open(name, encoding="utf-8") as file:
    for line, text in enumerate(file, 1):
        if re.match(r"\s*(for|while|do)\b", text):
            index = re.search(r"\((?:.* )?(\w+) = ", text)
            roles = [{"variable": index[1], "role": "index"}] if index else []
            loops.append({"file": name, "line": line, "verdict": "parallel", "roles": roles,
                          "blockers": [], "directive": "#pragma omp parallel for",
                          "reason": None})
print(json.dumps({"version": 1, "loops": loops, "findings": [], "errors": []}))
