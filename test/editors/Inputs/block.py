# ===- block.py - a block of code of a page ---------------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: block.py PAGE HEADING [OLD=NEW...]. Prints the first block of code below the heading, with
# each OLD in it, which must be there, replaced.
#
# ===-----------------------------------------------------------------------===#

import re
import sys

page, heading, *replacements = sys.argv[1:]
with open(page) as file:
    text = file.read()
_, found, below = text.partition(f"# {heading}\n")
block = re.search(r"^```\w+\n(.*?)^```$", below, re.DOTALL | re.MULTILINE)
if not found or not block:
    sys.exit(f"{page}: no block of code below '{heading}'")
code = block.group(1)
for replacement in replacements:
    old, _, new = replacement.partition("=")
    if old not in code:
        sys.exit(f"{page}: no '{old}' below '{heading}'")
    code = code.replace(old, new)
print(code, end="")
