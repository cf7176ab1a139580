#!/usr/bin/env python3
# ===- check-verdicts.py - compare verdicts with the marks in a source ------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# A test states beside each loop what loomp must say of it:
#
#   // RUN: %loomp check --format=json %s -- %flags | %verdicts %s
#   // loomp: serial carried-flow-dependence on(a) -- iteration i reads what i-1 wrote
#   for (int i = 1; i < n; i++)
#     a[i] = a[i - 1];
#
# A mark stands at the end of the line of the loop's keyword or above it; only comments and
# directives may stand between. Two loops on one line share a mark, its parts divided by `;`.
#
#   parallel [ROLE(NAMES)...] [assuming(KINDS)]   e.g. reduction(+:sum) private(t, u) induction(x)
#   parallel peeled(END) ...                      without its first or last iteration, or one in the middle
#   serial REASON... [on(OBJECT)] [distance(D)]   each REASON must be a proven blocker
#   unknown REASON... [on(OBJECT)]                each REASON must be a blocker, none is proven
#   not-parallel [REASON...]                      serial or unknown
#   already-parallel
#
# A loop whose directive is wrong also has `finding(ID)...`: exactly these findings. Recursive
# functions, and statements that follow each other, may be marked: `tasks`, `no sections REASON`. A
# mark `sections` or `tasks` says which of the two statements are.
#
# followed by ` -- why`, which is for people. array-reduction(+:h) and atomic(+:h) have an operator,
# too. With roles named, the reductions, atomic updates, inductions, firstprivates and lastprivates
# of the loop must be exactly these; without, any will do. Every loop of the file must be marked and
# every mark must meet a loop.
#
# Usage: check-verdicts.py SOURCE... < JSON. Status 0: all as marked; 1: mismatches, each printed
# as `FILE:LINE: expected ..., got ...`.
#
# ===------------------------------------------------------------------------===#

import json
import os
import re
import sys

MARK = re.compile(r"//\s*loomp:\s*(.*)$")
TERM = re.compile(r"([\w-]+)\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?")
PASSES_OVER = re.compile(r"\s*(//.*|/\*.*\*/\s*|#\s*pragma\b.*|\[\[.*\]\]\s*)$")
FORMS = {"function": ["tasks"], "region": ["sections", "tasks"]}
VERDICTS = {"parallel", "serial", "unknown", "not-parallel", "already-parallel"}
ROLES = {"reduction", "induction", "private", "firstprivate", "lastprivate", "shared", "index",
         "array-private", "array-reduction", "atomic", "selection"}
WITH_OPERATOR = {"reduction", "array-reduction", "atomic", "selection"}
EXACT_ROLES = {"reduction", "induction", "firstprivate", "lastprivate", "array-reduction",
               "atomic", "selection"}


def main(sources):
    try:
        report = json.load(sys.stdin)
    except ValueError as error:
        print(f"the report is not JSON: {error}")
        return 1
    mismatches = [f"{error['file']}: error: {error['message']}" for error in report["errors"]]
    for source in sources:
        loops = [loop for loop in report["loops"] if same_file(loop["file"], source)]
        findings = {}
        for finding in report["findings"]:
            if same_file(finding["file"], source):
                findings.setdefault(finding["line"], set()).add(finding["id"])
        mismatches += compare_file(source, loops, findings)
    if report.get("version") != 1:
        mismatches.append(f"expected version 1, got {report.get('version')}")
    print("\n".join(mismatches), end="\n" if mismatches else "")
    return 1 if mismatches else 0


def same_file(one, other):
    return os.path.realpath(one) == os.path.realpath(other)


def compare_file(source, loops, findings):
    with open(source, encoding="utf-8", errors="replace") as file:
        lines = file.read().split("\n")
    marks = read_marks(lines)
    mismatches = []
    used = set()
    others = [loop for loop in loops if loop.get("kind") in FORMS]
    loops = [loop for loop in loops if loop.get("kind") not in FORMS]
    loops_at = {}
    for loop in loops:
        loops_at.setdefault(loop["line"], []).append(loop)
    for other in others:
        # They need no mark, and have it in the line above: `tasks`, or `no tasks REASON`.
        place = other["line"] - 1
        expected = marks.get(place, "")
        form = next((form for form in FORMS[other["kind"]]
                     if expected.startswith((form, "no " + form))), None)
        if form is None:
            continue
        used.add(place)
        reasons = [blocker["reason"] for blocker in other["blockers"]]
        wanted = expected.removeprefix("no " + form).strip()
        has_form = other["verdict"] == "parallel" and (len(FORMS[other["kind"]]) == 1
                                                       or other["form"] == form)
        if has_form == expected.startswith("no") or (wanted not in reasons and reasons):
            mismatches.append(f"{source}:{other['line']}: expected {expected}, got {describe(other)}")
    # Marks on loop lines belong there, so the search upwards must not take them.
    for line, here in sorted(loops_at.items()):
        place = find_mark(lines, marks, line, loops_at)
        if place is None:
            got = "; ".join(describe(loop) for loop in here)
            mismatches.append(f"{source}:{line}: expected a mark '// loomp: ...', got {got}")
            continue
        used.add(place)
        expectations = [part.strip() for part in marks[place].split(";")]
        if len(expectations) != len(here):
            mismatches.append(
                f"{source}:{line}: expected {len(expectations)} loops, got {len(here)}")
            continue
        for expectation, loop in zip(expectations, sorted(here, key=lambda l: l["column"])):
            problem = compare_loop(expectation, loop, findings.get(line, set()))
            if problem is not None:
                mismatches.append(
                    f"{source}:{line}: expected {expectation}, got {describe(loop)}{problem}")
    for place in sorted(set(marks) - used):
        mismatches.append(f"{source}:{place}: expected {marks[place]}, got no loop")
    if not marks and not loops:
        mismatches.append(f"{source}:1: expected at least one marked loop, got none")
    return mismatches


def read_marks(lines):
    """Line number -> text of the mark without its why."""
    marks = {}
    for number, line in enumerate(lines, 1):
        match = MARK.search(line)
        if match:
            marks[number] = re.split(r"\s--\s", match.group(1) + " ")[0].strip()
    return marks


def find_mark(lines, marks, line, loops_at):
    if line in marks:
        return line
    above = line - 1
    while above >= 1 and above not in loops_at:
        if above in marks:
            return above
        if not PASSES_OVER.match(lines[above - 1]):
            return None
        above -= 1
    return None


def compare_loop(expectation, loop, findings):
    """Returns None if `loop` is as expected, else what to add to the message, maybe ''."""
    terms = TERM.findall(expectation)
    expected = {arguments for name, arguments in terms if name == "finding"}
    terms = [term for term in terms if term[0] != "finding"]
    if expected != findings:
        return f" (its findings are {sorted(findings)})"
    if not terms or terms[0][0] not in VERDICTS:
        return " (the mark is not understood)"
    verdict, terms = terms[0][0], terms[1:]
    allowed = {"serial", "unknown"} if verdict == "not-parallel" else {verdict}
    if loop["verdict"] not in allowed:
        return ""
    if verdict in ("serial", "unknown") and not reasons_of(terms):
        return " (the mark names no reason)"
    if verdict == "parallel":
        return compare_parallel(terms, loop)
    return compare_blockers(verdict, terms, loop)


def reasons_of(terms):
    return [name for name, arguments in terms if not arguments]


def names_of(text):
    return {name.strip() for name in text.split(",") if name.strip()}


def compare_parallel(terms, loop):
    if loop["blockers"]:
        return " (a parallel loop with blockers)"
    actual = {}
    for role in loop["roles"]:
        name = role["variable"]
        if role["role"] in WITH_OPERATOR:
            name = role.get("operator", "?") + ":" + name
        actual.setdefault(role["role"], set()).add(name)
    expected = {}
    peeled = {name[len("peel-"):] for name in loop["transforms"] if name.startswith("peel-")}
    if peeled != {arguments for name, arguments in terms if name == "peeled"}:
        return f" (it is peeled at {sorted(peeled)})"
    for name, arguments in terms:
        if name == "peeled":
            continue
        if name == "assuming":
            kinds = {assumption["kind"] for assumption in loop["assumptions"]}
            if kinds != names_of(arguments):
                return f" (it assumes {sorted(kinds)})"
        elif name in ROLES:
            names = names_of(arguments)
            if name in WITH_OPERATOR:
                operator, _, variables = arguments.partition(":")
                names = {operator.strip() + ":" + v for v in names_of(variables)}
            expected.setdefault(name, set()).update(names)
        else:
            return f" (the mark's '{name}' is not understood)"
    if not expected:
        return None
    for role in EXACT_ROLES | set(expected):
        want, have = expected.get(role, set()), actual.get(role, set())
        if (role in EXACT_ROLES and want != have) or not want <= have:
            return f" (its {role} is {sorted(have)})"
    return None


def compare_blockers(verdict, terms, loop):
    if verdict == "already-parallel":
        return None if not terms else " (the mark has too much)"
    blockers = loop["blockers"]
    if not blockers:
        return " (no blocker is given)"
    if (loop["verdict"] == "serial") != any(blocker["proven"] for blocker in blockers):
        return " (serial means: some blocker is proven)"
    conditions = {name: arguments for name, arguments in terms if arguments}
    for reason in reasons_of(terms):
        matching = [
            blocker for blocker in blockers
            if blocker["reason"] == reason
            and (verdict != "serial" or blocker["proven"])
            and conditions.get("on", blocker.get("object")) == blocker.get("object")
            and conditions.get("distance", blocker.get("distance")) == blocker.get("distance")
        ]
        if not matching:
            return ""
    return None


def describe(loop):
    text = loop["verdict"]
    if loop["verdict"] == "parallel":
        for role in loop["roles"]:
            operator = role.get("operator")
            prefix = f"{operator}:" if operator else ""
            if role["role"] not in ("shared", "index"):
                text += f" {role['role']}({prefix}{role['variable']})"
        kinds = ", ".join(assumption["kind"] for assumption in loop["assumptions"])
        return text + (f" assuming({kinds})" if kinds else "")
    for blocker in loop["blockers"]:
        text += f" {blocker['reason']}"
        text += f" on({blocker['object']})" if blocker.get("object") else ""
        text += f" distance({blocker['distance']})" if blocker.get("distance") else ""
        text += "" if blocker["proven"] else " (may)"
        text += f" [{blocker['message']}]" if blocker.get("message") else ""
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
