# ===- page.py - what a page says that a command prints ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Runs the `$ loomp` command of docs/configuration.md with the file that stands at its top, and
# compares what it prints with what the page says.
#
# Usage: page.py LOOMP PAGE
#
# ===----------------------------------------------------------------------===#

import difflib
import re
import subprocess
import sys

loomp, page = sys.argv[1:]
with open(page, encoding="utf-8") as file:
    text = file.read()
with open(".loomp.yaml", "w", encoding="utf-8") as file:
    file.write(re.search(r"```yaml\n(.*?)```", text, re.DOTALL).group(1))
block = re.search(r"^    \$ loomp .*?(?=^\S)", text, re.DOTALL | re.MULTILINE).group(0)
command, *expected = [line.removeprefix("    ") for line in block.rstrip("\n").split("\n")]
printed = subprocess.run([loomp, *command.split()[2:]], capture_output=True, text=True, check=True)
found = printed.stdout.split("effects:\n")[0].rstrip("\n").split("\n")
sys.stdout.write("\n".join(difflib.unified_diff(expected, found, "page", "loomp", lineterm="")))
sys.exit(expected != found)
