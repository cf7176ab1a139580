#!/usr/bin/env python3
# ===- compare_findings.py - clang-tidy says what `loomp check` says --------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Runs both over each file and compares every line of the output: places, words, and the notes of
# each finding. What has a directive already is no finding for clang-tidy, and one message that two
# checks have at one place it prints once.
#
# Usage: compare_findings.py --loomp=TOOL --module=MODULE [--least=N] FILE... -- FLAG...
#
# ===------------------------------------------------------------------------===#

import argparse
import os
import re
import subprocess
import sys

LINE = re.compile(r"^(.+?):(\d+):(\d+): (remark|warning|note): (.*?)( \[[\w,-]+\])?$")
CHECKS = ["parallel-loop", "parallel-sections", "task-recursion", "openmp-race", "serial-loop"]
NO_FINDING = ("loop is already parallel", "not editable: the loop already carries a directive",
              "not editable: the loop stands in a parallel region")


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser(prog="compare_findings.py")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("--module", required=True)
    parser.add_argument("--least", type=int, default=1, help="findings that each file must have")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(sys.argv[1:split])
    flags = sys.argv[split + 1:]
    checks = ",".join(["-*"] + ["loomp-" + check for check in CHECKS])
    is_same = True
    for file in options.files:
        file = os.path.abspath(file)
        said = findings([options.loomp, "check", file, "--", *flags])
        tidy = findings(["clang-tidy-22", "-load", options.module, "-checks=" + checks,
                         "-config={CheckOptions: {loomp-serial-loop.Explain: all}}",
                         "-header-filter=^$", file, "--", *flags])
        expected = {f for f in said if not any(line[-1] in NO_FINDING for line in f)}
        if len(expected) < options.least:
            print(f"{file}: {len(expected)} findings")
            is_same = False
        headlines = [finding[0] for finding in expected]
        missed = {f for f in expected - tidy if headlines.count(f[0]) == 1}
        for sign, only in (("-", missed), ("+", tidy - expected)):
            for finding in sorted(only):
                is_same = False
                for line in finding:
                    print(sign, *line)
    return 0 if is_same else 1


def findings(command):
    """The findings that a command prints: tuples of (file, line, column, words), notes included."""
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(" ".join(command) + "\n" + run.stdout + run.stderr)
    found = []
    for text in run.stdout.split("\n"):
        line = LINE.match(text)
        if not line:
            continue
        file, row, column, level, words, _ = line.groups()
        item = (os.path.abspath(file), int(row), int(column), words)
        if level == "note":
            found[-1].append(item)
        else:
            found.append([item])
    return {tuple(finding) for finding in found}


if __name__ == "__main__":
    sys.exit(main())
