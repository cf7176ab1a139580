# ===- database.py - a compilation database for files --------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: database.py FOLDER FILE...: in FOLDER, with the files named from there.
#
# ===----------------------------------------------------------------------===#

import json
import os
import sys

folder, *files = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
entries = [{"directory": os.path.abspath(folder), "file": name,
            "arguments": ["clang++" if name.endswith(("pp", "cc")) else "clang", "-c", name]}
           for name in files]
with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
    json.dump(entries, file)
