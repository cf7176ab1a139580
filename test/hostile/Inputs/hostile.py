#!/usr/bin/env python3
# ===- hostile.py - the table of hostile cases, run or printed --------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: hostile.py --loomp=PATH [--part=K/N] [--only=SUBSTRING]   run the cases
#        hostile.py --loomp=PATH --self-test     run tools that do wrong, which must be found
#        hostile.py --table                      print the table of docs/hostile-input.md
#
# Exit status 0 if every case came out as the table says.
#
# ===------------------------------------------------------------------------===#

import argparse
import os
import sys

sys.dont_write_bytecode = True

import failures  # noqa: E402
import self_test  # noqa: E402
import sources  # noqa: E402
import surroundings  # noqa: E402
from harness import Bench, Skip  # noqa: E402


def all_cases():
    cases = [*sources.all_cases(), *surroundings.all_cases(), *failures.all_cases()]
    names = [(case.section, case.name) for case in cases]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"two rows of one name: {twice}"
    return cases


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--loomp")
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--only", default="")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    cases = all_cases()
    if options.table:
        print(table(cases), end="")
        return 0
    os.environ["LOOMP_UNDER_TEST"] = options.loomp
    bench = Bench(options.loomp)
    try:
        if options.self_test:
            return self_test.run(bench, cases)
        part, parts = map(int, options.part.split("/"))
        chosen = [case for case in cases if options.only in f"{case.section}/{case.name}"]
        return run(bench, chosen[part - 1::parts])
    finally:
        bench.close()


def run(bench, cases):
    failed = skipped = 0
    for case in cases:
        try:
            wrong = bench.run(case)
        except Skip as skip:
            print(f"skipped: {case.section}/{case.name}: {skip}")
            skipped += 1
            continue
        for line in wrong:
            print(f"{case.section}/{case.name}: {line}", flush=True)
        failed += bool(wrong)
    print(f"{len(cases)} cases: {failed} failed, {skipped} skipped")
    return 1 if failed else 0


def table(cases):
    lines, section = [], None
    for case in cases:
        if case.section != section:
            section = case.section
            lines += ["", f"### {section}", "", "| case | what | command | status | message |",
                      "| --- | --- | --- | --- | --- |"]
        command = case.run if isinstance(case.run, str) else " ".join(case.run)
        if len(command) > 100:
            command = command[:40] + "..."
        command = "".join(c if c.isprintable() and c.isascii() else "?" for c in command)
        says = "; ".join(f"`{say}`" for say in case.says if say != "...") or "none"
        status = "killed" if case.status < 0 else case.status
        lines.append(f"| {case.name} | {case.what} | `{command}` | {status} | {says} |".replace(
            "[|", "[\\|"))
    return "\n".join(lines[1:]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
