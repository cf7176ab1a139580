#!/usr/bin/env python3
# ===- score.py - how much of the corpus does loomp find, and is it ever wrong? ===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Every loop of the corpus carries its truth, written before the tool was asked:
#
#   // truth: parallel -- reduction(+ : s)
#   // truth: serial carried-flow-dependence|carried-anti-dependence -- i reads what i-1 wrote
#   // truth: already-parallel
#   // truth: finding race-reduction -- every thread adds to 's'
#   // truth: tasks -- the calls of this recursive function are independent
#
#   // truth: form spmd -- the loop can be written in this form
#   // truth: no form spmd -- and this one cannot
#   // truth: helper -- the loop is none of those that are scored
#   // truth: no form tasks changed-links -- nor this one, with the first reason
#
# The mark stands above the loop; comments, directives and a label may stand between. `serial` lists
# the reasons that an honest reviewer would accept as the first. What counts:
#
#   found   a parallel loop that loomp calls parallel (or already parallel)
#   missed  a parallel loop that it calls unknown; or serial, where the mark says that the loop needs
#           a role, a check or another form: as it is written it does carry the dependence
#   wrong   a serial loop that it calls parallel, a parallel loop that needs nothing and that it calls
#           serial, a wrong directive that it confirms, or a right one for which it reports a race
#   reason  a serial verdict whose first reason is none of those listed
#
# With --recursion it is the recursive functions that are scored, not the loops: those under
# recursion/, in which only they have a truth. One whose calls are independent and which loomp does
# not report at all is missed.
#
# With --forms it is the loops under forms/, of which each says whether it can have the form that the
# file is about; or statements, not loops, where the file asks for them with `// SCORE: OPTIONS`.
#
# Usage: score.py --loomp=TOOL [--recall=PERCENT] [--missed] [--recursion | --forms] [FILE...]
# Exit status: 0; 1 if something is wrong, a reason is wrong, or fewer are found than `--recall`.
#
# ===------------------------------------------------------------------------===#

import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys

MARK = re.compile(r"//\s*truth:\s*(.*?)\s*(?:--\s*(.*))?$")
OPTIONS = re.compile(r"^// SCORE: (.*)$", re.M)
PASSES_OVER = re.compile(r"\s*(//.*|#\s*pragma\b.*|\[\[.*\]\]\s*|\w+:\s*)?$")
COLUMNS = ["loops", "parallel", "found", "missed", "serial", "refused", "wrong", "reason"]


def main():
    parser = argparse.ArgumentParser(prog="score.py")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("--recall", type=float, default=0, help="percent of the parallel loops")
    parser.add_argument("--missed", action="store_true", help="list what is missed, with the reason")
    parser.add_argument("--recursion", action="store_true", help="score recursive functions")
    parser.add_argument("--forms", action="store_true", help="score which forms loops may have")
    options = parser.parse_args()
    folder = os.path.dirname(os.path.abspath(__file__))
    theme = ("recursion/*.cpp" if options.recursion else
             "forms/*.cpp" if options.forms else "*.cpp")
    files = options.files or sorted(glob.glob(os.path.join(folder, theme)))
    total, problems, missed = collections.Counter(), [], []
    print(f"{'theme':22}" + "".join(f"{name:>9}" for name in COLUMNS) + f"{'recall':>9}")
    for file in files:
        counts = score_file(options, file, problems, missed)
        total.update(counts)
        print_row(os.path.basename(file).removesuffix(".cpp"), counts)
    print_row("all", total)
    if options.missed:
        print("\n".join(missed))
    print("\n".join(problems))
    return 1 if problems or recall(total) < options.recall else 0


def recall(counts):
    return 100 * counts["found"] / max(counts["parallel"], 1)


def print_row(name, counts):
    print(f"{name:22}" + "".join(f"{counts[column]:9}" for column in COLUMNS)
          + f"{recall(counts):8.1f}%")


def score_file(options, file, problems, missed):
    counts = collections.Counter()
    with open(file, encoding="utf-8") as source:
        text = source.read()
    further = OPTIONS.search(text)[1].split() if OPTIONS.search(text) else []
    run = subprocess.run(
        [options.loomp, "check", "--format=json", *further, file, "--", "-std=c++20", "-fopenmp"],
        capture_output=True, text=True)
    try:
        report = json.loads(run.stdout)
    except ValueError:
        report = {"loops": [], "findings": [], "errors": []}
    if run.returncode != 0 or report["errors"]:
        problems.append(f"{file}: loomp: status {run.returncode}: {run.stderr.strip()[-300:]}")
        return counts
    lines = text.split("\n")
    truths = {number: MARK.search(line).groups() for number, line in enumerate(lines, 1)
              if MARK.search(line)}
    met = set()
    for loop in report["loops"]:
        if (os.path.realpath(loop["file"]) != os.path.realpath(file)
                or (loop["kind"] == "function") != options.recursion
                or (loop["kind"] == "region") != bool(further)):
            continue
        number = mark_of(lines, loop["line"])
        if number is None or number in met:
            problems.append(f"{file}:{loop['line']}: a loop without a truth")
            continue
        met.add(number)
        truth, why = truths[number]
        if truth != "helper":
            judge(file, loop, truth, why, report["findings"], counts, problems, missed)
    unmet = [number for number in truths if number not in met]
    for number in unmet if options.recursion else []: # it is not reported, so it is not rewritten
        is_independent = truths[number][0] == "tasks"
        counts["loops"] += 1
        counts["parallel" if is_independent else "serial"] += 1
        counts["missed" if is_independent else "refused"] += 1
        if is_independent:
            missed.append(f"{file}:{number + 1}: missed: not reported")
    if not options.recursion:
        problems += [f"{file}:{number}: a truth without a loop" for number in unmet]
    return counts


def mark_of(lines, line):
    """The line of the mark that belongs to the loop in this line."""
    if MARK.search(lines[line - 1]):
        return line
    line -= 1
    while line > 0 and PASSES_OVER.match(lines[line - 1]):
        if MARK.search(lines[line - 1]):
            return line
        line -= 1
    return None


def judge(file, loop, truth, why, findings, counts, problems, missed):
    verdict, blockers = loop["verdict"], loop["blockers"]
    first = blockers[0] if blockers else {"reason": "", "message": "", "proven": False}
    kind, _, rest = truth.partition(" ")
    where = f"{file}:{loop['line']}"
    counts["loops"] += 1
    found = [finding["id"] for finding in findings
             if os.path.realpath(finding["file"]) == os.path.realpath(file)
             and loop["line"] - 3 <= finding["line"] <= loop["end_line"]
             and finding["id"].startswith(("race-", "missing-"))]
    problem = None
    if kind == "form" or rest.startswith("form "):
        wanted, *reasons = rest.removeprefix("form ").split()
        possible = loop.get("possible_forms") or []
        counts["parallel" if kind == "form" else "serial"] += 1
        if kind == "form":
            counts["found" if wanted in possible else "missed"] += 1
            if wanted not in possible:
                missed.append(f"{where}: missed: {first['message']}")
        elif wanted in possible:
            problem = f"possible forms are {possible}"
        else:
            counts["refused"] += 1
            refused = [each["reason"] for each in loop.get("refused_forms") or []
                       if each["form"] == wanted]
            if reasons and not set(reasons[0].split("|")) & set(refused[:1] or [first["reason"]]):
                counts["reason"] += 1
                problems.append(f"{where}: refused because {refused}, expected {reasons[0]}")
    elif kind in ("parallel", "already-parallel", "tasks"):
        counts["parallel"] += 1
        if verdict == "serial" and kind == "parallel" and not why:
            problem = f"called serial: {first['message']}"
        elif kind == "already-parallel" and found:
            problem = f"reported: {found[0]}"
        elif verdict in ("parallel", "already-parallel") and (kind in ("parallel", "tasks")
                                                              or verdict == kind):
            counts["found"] += 1
        else:
            counts["missed"] += 1
            missed.append(f"{where}: missed: {first['reason']}: {first['message']}")
    else:
        counts["serial"] += 1
        reasons = rest.split("|")
        if kind == "finding":
            if verdict == "already-parallel":
                problem = "a wrong directive is confirmed"
            elif not set(reasons) & set(found):
                counts["missed finding"] += 1
                missed.append(f"{where}: no finding {rest}, but {found}")
            else:
                counts["refused"] += 1
        elif verdict in ("parallel", "already-parallel"):
            problem = f"called {verdict}"
        else:
            counts["refused"] += 1
            is_function = loop["kind"] == "function"
            if (verdict == "serial" or is_function) and first["reason"] not in reasons:
                counts["reason"] += 1
                problems.append(f"{where}: first reason {first['reason']}, expected {rest}: "
                                f"{first['message']}")
    if problem:
        counts["wrong"] += 1
        problems.append(f"{where}: WRONG: truth is '{truth}', {problem}")


if __name__ == "__main__":
    sys.exit(main())
