#!/usr/bin/env python3
# ===- walk_through.py - run the commands on a page -------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: walk_through.py PAGE, in an empty folder. Writes the blocks of C++ that name a file, then
# runs each `$ COMMAND` of the console blocks, in order, and compares what it prints to both streams
# with the lines below it: `...` stands for anything within a line. A last line `status N` is the
# exit status, which else has to be 0.
#
# ===------------------------------------------------------------------------===#

import re
import subprocess
import sys


def main(page):
    with open(page, encoding="utf-8") as file:
        text = file.read()
    for name, source in re.findall(r"^```cpp\n// file: (\S+)\n(.*?)^```", text, re.M | re.S):
        with open(name, "w", encoding="utf-8") as file:
            file.write(f"// file: {name}\n{source}")
    commands = []
    for block in re.findall(r"^```console\n(.*?)^```", text, re.M | re.S):
        for part in block.split("$ ")[1:] if block.startswith("$ ") else []:
            commands.append(part.split("\n", 1))
    assert len(commands) >= 5, commands
    failures = [failure for command, expected in commands for failure in differences(command, expected)]
    print("\n".join(failures), end="\n" if failures else "")
    return 1 if failures else 0


def differences(command, expected):
    run = subprocess.run(["bash", "-o", "pipefail", "-c", command], stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    printed = run.stdout + (f"status {run.returncode}\n" if run.returncode else "")
    pattern = re.escape(expected).replace(re.escape("..."), "[^\n]*")
    if not re.fullmatch(pattern, printed):
        yield f"$ {command}\nprints\n{printed}instead of\n{expected}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
