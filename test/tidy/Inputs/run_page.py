#!/usr/bin/env python3
# ===- run_page.py - a page of documentation does what it says --------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Runs the `console` blocks of a page in the current folder. A line after `$ ` is a command, which
# must succeed; the lines below it must be in its output, in that order (`...` stands for anything).
# Of a clang-tidy that only reports and has no lines below it, the output must be empty. Blocks that
# begin with `// file: NAME` are there from the start, those with `# file: NAME` from where they
# stand on.
#
# Usage: run_page.py PAGE
#
# ===------------------------------------------------------------------------===#

import re
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def main(page):
    with open(page, encoding="utf-8") as file:
        blocks = BLOCK.findall(file.read())
    for _, text in blocks:
        write_file(text, "// file: ")
    commands = 0
    for language, text in blocks:
        write_file(text, "# file: ")
        if language != "console":
            continue
        for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
            command, *expected = part.rstrip("\n").split("\n")
            run(command, expected)
            commands += 1
    if not commands:
        sys.exit(f"{page}: no commands")


def write_file(text, mark):
    first = text.split("\n")[0]
    if first.startswith(mark):
        with open(first[len(mark):], "w", encoding="utf-8") as file:
            file.write(text)


def run(command, expected):
    result = subprocess.run(command, shell=True, capture_output=True, text=True)
    lines = iter(result.stdout.split("\n"))
    says = [any(fits(words, line) for line in lines) for words in expected]  # one iterator: in order
    is_report = command.startswith("clang-tidy") and "fix" not in command
    if result.returncode != 0 or not all(says) or (is_report and not expected and result.stdout):
        sys.exit(f"$ {command}\nstatus {result.returncode}\n{result.stdout}{result.stderr}")


def fits(expected, line):
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.search(pattern + "$", line) is not None


if __name__ == "__main__":
    main(sys.argv[1])
