#!/usr/bin/env python3
# ===- summarize.py - lit's record of a run as one line -------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Reads the file that `lit --output` wrote; prints the tests that failed, by name, then
# `N passed, N failed[, N skipped]`. A run that left no record, or ran nothing, has failed.
#
# ===----------------------------------------------------------------------===#

import json
import sys

PASSED = {"PASS", "FLAKYPASS", "XFAIL"}
SKIPPED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main(path):
    try:
        with open(path) as file:
            tests = json.load(file)["tests"]
    except (OSError, ValueError, KeyError) as error:
        print(f"no results of the tests: {error}")
        print("0 passed, 1 failed")
        return 1
    failed = [test for test in tests if test["code"] not in PASSED | SKIPPED]
    passed = sum(test["code"] in PASSED for test in tests)
    skipped = len(tests) - passed - len(failed)
    for test in failed:
        print(f"{test['code']}: {test['name']}")
    if passed + len(failed) == 0:
        print("no test ran")
        print("0 passed, 1 failed")
        return 1
    print(f"{passed} passed, {len(failed)} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
