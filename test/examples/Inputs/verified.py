#!/usr/bin/env python3
# ===- verified.py - `fix --verified` on the examples, and what it leaves -------===//
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: verified.py LOOMP DRIVER FOLDER PART PARTS
#
# Takes every PARTS-th example, with the arguments of its own test. Which rewrites stay depends on
# what the machine measures; what stays must pass: equal output, no race.
#
# ===------------------------------------------------------------------------===#

import glob
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(HERE))), "examples")


def arguments_of(example):
    with open(os.path.join(os.path.dirname(HERE), example + ".test")) as test:
        return re.search(r'--args="([^"]*)"', test.read()).group(1)


def run(command, folder):
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{' '.join(command)}\nexits with status {result.returncode}\n"
                 f"{result.stdout}{result.stderr}")
    return result


def main():
    loomp, driver, folder, part, parts = sys.argv[1:]
    examples = sorted(os.path.basename(os.path.dirname(path))
                      for path in glob.glob(os.path.join(EXAMPLES, "*", "*.expected.c*")))
    mine = examples[int(part) - 1::int(parts)]
    kept = 0
    for example in mine:
        [source] = [path for path in glob.glob(os.path.join(EXAMPLES, example, "*.c*"))
                    if ".expected." not in path]
        name = os.path.basename(source)
        place = os.path.join(folder, example)
        shutil.rmtree(place, ignore_errors=True)
        os.makedirs(place)
        shutil.copy(source, os.path.join(place, name))
        arguments = ["--args", arguments_of(example), "--threads", "2"]
        fixed = run([loomp, "fix", "--verified", "--cost-model=off", "--repeat=3", *arguments,
                     name], place)
        kept += "rewrite kept" in fixed.stderr
        shutil.copy(source, os.path.join(place, "before-" + name))
        shutil.copy(os.path.join(place, name), os.path.join(place, "after-" + name))
        proof = run([driver, "before-" + name, "after-" + name, "--race", *arguments], place)
        print(example, fixed.stderr, proof.stdout, sep="\n")
    if kept * 2 < len(mine):
        sys.exit(f"of {len(mine)} examples only {kept} keep a rewrite")


main()
