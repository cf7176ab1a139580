#!/usr/bin/env python3
# ===- names.py - every command and option stands in a text -----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: names.py LOOMP < TEXT. Takes the names from `--help`, which `loomp` parses by.
#
# ===------------------------------------------------------------------------===#

import re
import subprocess
import sys


def main(loomp, text):
    text = re.sub(r"\\f[BIR]", "", text).replace("\\-", "-")  # of a manual page
    commands = re.findall(r"^  loomp (\w+) ", help_of(loomp), re.MULTILINE)
    names = set(commands)
    for command in commands:
        names.update(re.findall(r"^  --?([\w-]+)", help_of(loomp, command), re.MULTILINE))
    missing = [name for name in sorted(names)
               if not re.search(rf"(?<![\w-])-{{0,2}}{name}(?![\w-])", text)]
    print(f"{len(names)} names, missing: {missing}")
    return 1 if missing or len(names) < 30 else 0


def help_of(loomp, *command):
    return subprocess.run([loomp, *command, "--help"], check=True, capture_output=True,
                          text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.stdin.read()))
