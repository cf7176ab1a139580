#!/usr/bin/env python3
# ===- compare_fixes.py - four ways to the same source ----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# What `loomp fix` makes of a file is what `clang-tidy -fix` makes of it, and what
# `clang-apply-replacements` makes of the fixes that either of them exports, byte for byte.
#
# Usage: compare_fixes.py --loomp=TOOL --module=MODULE [--form=FORM] FILE... -- FLAG...
#
# ===------------------------------------------------------------------------===#

import argparse
import os
import shutil
import subprocess
import sys
import tempfile


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser(prog="compare_fixes.py")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("--module", required=True)
    parser.add_argument("--form", default="auto")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(sys.argv[1:split])
    flags = sys.argv[split + 1:]
    problems = []
    for file in options.files:
        original = read(file)
        results = {way.__name__: run_in_copy(way, file, options, flags) for way in WAYS}
        if results["loomp_fix"] == original:
            problems.append(f"{file}: loomp rewrites nothing")
        for name, result in results.items():
            if result != results["loomp_fix"]:
                problems.append(f"{file}: {name} makes something else of it\n{result.decode()}")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def run_in_copy(way, file, options, flags):
    with tempfile.TemporaryDirectory(prefix="loomp's tidy ") as folder:
        source = os.path.join(folder, os.path.basename(file))
        shutil.copy(file, source)
        include = "-I" + os.path.dirname(os.path.abspath(file))
        way(source, folder, options, [include, *flags])
        return read(source)


def loomp_fix(source, folder, options, flags):
    run([options.loomp, "fix", "--quiet", "--cost-model=off", "--form=" + options.form, source,
         "--", *flags])


def loomp_export(source, folder, options, flags):
    run([options.loomp, "fix", "--quiet", "--cost-model=off", "--form=" + options.form,
         "--export-fixes=" + os.path.join(folder, "fixes.yaml"), source, "--", *flags])
    run(["clang-apply-replacements-22", folder])


def tidy_fix(source, folder, options, flags):
    run(tidy_command(options) + ["-fix", source, "--", *flags])


def tidy_export(source, folder, options, flags):
    fixes = "-export-fixes=" + os.path.join(folder, "fixes.yaml")
    run(tidy_command(options) + [fixes, source, "--", *flags])
    run(["clang-apply-replacements-22", folder])


WAYS = [loomp_fix, loomp_export, tidy_fix, tidy_export]


def tidy_command(options):
    settings = f"loomp-parallel-loop.CostModel: 'off', loomp-parallel-loop.Form: {options.form}"
    checks = "-*,loomp-parallel-loop,loomp-parallel-sections,loomp-task-recursion"
    return ["clang-tidy-22", "-load", options.module, "-checks=" + checks, "-header-filter=^$",
            "-quiet", "-config={CheckOptions: {" + settings + "}}"]


def run(command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0 or "onflict" in result.stderr:
        sys.exit(" ".join(command) + "\n" + result.stdout + result.stderr)


def read(file):
    with open(file, "rb") as stream:
        return stream.read()


if __name__ == "__main__":
    sys.exit(main())
