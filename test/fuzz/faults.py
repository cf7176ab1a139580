#!/usr/bin/env python3
# ===- faults.py - the deliberate faults of the mutation check -----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# faults/NAME.patch makes the analysis wrong in one way that a person could get it wrong. In front
# of the diff stand what the fault is called, what the tool then does, and a program that shows it:
#
#   Fault: drop anti dependences
#
#   A read that a later iteration overwrites is not reported.
#
#     | void shift(double *a, long n) {
#     |   for (long i = 0; i < n; ++i) // wrong: parallel
#     |     a[i] = a[i + 1];
#     | }
#
# For the marked loop the faulty tool gives the verdict, directive or edit after `wrong:`, and the
# tool as it stands does not. scripts/mutation-check builds the faulty tools. This file, as a
# program, does what is cheap: each patch applies to the tree, and the tool as it stands is right.
#
# Usage: faults.py --loomp=TOOL [--tree=FOLDER]
# Exit status: 0 all is well, 1 not.
#
# ===------------------------------------------------------------------------===#

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "faults")
MARK = re.compile(r"// wrong: (.*)$")


@dataclass
class Fault:
    name: str
    path: str  # of the patch
    title: str
    program: str
    line: int  # of the marked loop, from 1
    wrong: str


def read_faults(folder=FOLDER):
    """All faults, by name."""
    return {fault.name: fault for fault in (
        read_fault(os.path.join(folder, file)) for file in sorted(os.listdir(folder))
        if file.endswith(".patch"))}


def read_fault(path):
    with open(path, encoding="utf-8") as file:
        head = re.split(r"^--- ", file.read(), maxsplit=1, flags=re.M)[0]
    title = re.match(r"Fault: (.+)\n\n", head)
    program = [line[4:] for line in head.split("\n") if line.startswith("  |")]
    marks = [(number, found[1]) for number, line in enumerate(program, 1)
             if (found := MARK.search(line))]
    if not title or len(marks) != 1:
        raise ValueError(f"{path}: needs a line 'Fault: ...' and a program with one '// wrong:'")
    name = os.path.splitext(os.path.basename(path))[0]
    return Fault(name, path, title[1], "\n".join(program) + "\n", *marks[0])


def patch(fault, tree, *options):
    """Applies the patch in `tree`, exactly as it is; returns what went wrong, or nothing."""
    run = subprocess.run(
        ["patch", "-p1", "-s", "-F0", "--no-backup-if-mismatch", "-r", "-", *options,
         "-i", fault.path], cwd=tree, capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).strip() or f"status {run.returncode}" if run.returncode else ""


def is_shown(fault, loomp):
    """Does this tool say of the fault's program what is wrong?"""
    with tempfile.TemporaryDirectory(prefix="loomp-fault-") as folder:
        source = os.path.join(folder, "program.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(fault.program)
        run = subprocess.run([loomp, "check", "--format=json", source, "--", "-std=c++20"],
                             capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"{fault.name}: {loomp} check: status {run.returncode}\n{run.stderr}")
    for loop in json.loads(run.stdout)["loops"]:
        if loop["line"] == fault.line:
            said = " ".join([loop["verdict"], loop["directive"] or ""]
                            + [edit["text"] for edit in loop["edits"] or ()])
            return bool(re.search(rf"(?<!\w){re.escape(fault.wrong)}", said))
    raise RuntimeError(f"{fault.name}: no loop at the marked line of its program")


def main():
    parser = argparse.ArgumentParser(prog="faults.py")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("--tree", default=os.path.join(FOLDER, "..", "..", ".."))
    options = parser.parse_args()
    problems = []
    faults = read_faults()
    for fault in faults.values():
        if problem := patch(fault, options.tree, "--dry-run"):
            problems.append(f"{fault.name}: does not apply: {problem}")
        if is_shown(fault, options.loomp):
            problems.append(f"{fault.name}: the tool has this fault: '{fault.wrong}'")
    print("\n".join(problems + [f"{len(faults)} faults, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
