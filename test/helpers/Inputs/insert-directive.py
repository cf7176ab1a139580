#!/usr/bin/env python3
# ===- insert-directive.py - stands in for `loomp fix` ----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Replaces the line `// DIRECTIVE` of each file by the directive in the environment, right or wrong.
#
# ===------------------------------------------------------------------------===#

import os
import sys

files = [word for word in sys.argv[1:sys.argv.index("--")] if word.endswith(".cpp")]
for name in files:
    with open(name) as file:
        text = file.read()
    with open(name, "w") as file:
        file.write(text.replace("// DIRECTIVE", os.environ["DIRECTIVE"]))
