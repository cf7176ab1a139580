# ===- label-cases.py - is a loop missed, or rightly refused? ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: label-cases.py RUNTIMES FOLDER. Each case beside a near-twin that has another label: first
# what the text alone shows, then what the dependence oracle sees of the size of a container.
#
# ===------------------------------------------------------------------------===#

import os
import sys
from types import SimpleNamespace

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(HERE)), "fuzz"))
sys.dont_write_bytecode = True

import batch as batches  # noqa: E402
import verdicts  # noqa: E402
from focus_kernels import tree  # noqa: E402
from kernel import Kernel  # noqa: E402
from role_features import with_size  # noqa: E402

NARROW = "the index is narrower than its bound"
KEPT = "a NaN among the data is kept, and what follows it"
DOUBLES = "const double *__restrict b, long m"


def smallest(update, start="double s = 5;"):
    return f"{start}\nfor (long i = 0; i < m; ++i) {{\n{update}\n}}"


REFUSALS = [  # parameters, body, reason
    # Of 5, NaN and 3 the serial loop keeps 3; turned round it keeps NaN.
    (DOUBLES, smallest("if (!(s >= b[i])) s = b[i];"), KEPT),
    # This skips a NaN.
    (DOUBLES, smallest("if (s < b[i]) s = b[i];"), ""),
    # There is none among integers, and none in what is converted from them.
    ("const long *b, long m", smallest("if (!(s >= b[i])) s = b[i];", "long s = 5;"), ""),
    ("const long *b, long m", smallest("if (!(s >= double(b[i]))) s = double(b[i]);"), ""),
    # Integers once they are kept: a NaN has no defined behaviour.
    (DOUBLES, smallest("if (!(s >= b[i])) s = b[i];", "long s = 5;"), ""),
    # A NaN may never come so far.
    (DOUBLES, smallest("if (b[i] > 0) {\nif (!(s >= b[i])) s = b[i];\n}"), ""),
    (DOUBLES, smallest("if (!(b[i] > 0)) continue;\nif (!(s >= b[i])) s = b[i];"), ""),
    # For m > 32768 the loop never ends; wherever the index is declared.
    ("long *a, long m", "for (short i = 0; i < m - 1; ++i) {\na[i] = 1;\n}", NARROW),
    ("long *a, long m", "short i = 7;\nfor (i = 0; i < m - 1; ++i) {\na[i] = 1;\n}", NARROW),
    ("long *a, long m", "short i = 0;\nwhile (i < m) {\na[i] = 1;\n++i;\n}", NARROW),
    # No value of the bound is too large, or of the index too small.
    ("long *a, short m", "short i = 7;\nfor (i = 0; i < m - 1; ++i) {\na[i] = 1;\n}", ""),
    ("long *a, long m", "short i = 7;\nfor (i = 0; i < 9; ++i) {\na[i] = 1;\n}", ""),
    ("long *a, long m", "long i = 7;\nfor (i = 0; i < m - 1; ++i) {\na[i] = 1;\n}", ""),
]

# How the container starts, what empties it, what fills it; does an iteration see the size that
# another one left?
SIZES = [
    # An iteration sees that one before it has emptied the container.
    ("(4)", "if (i % 2 == 0) {\nw.clear();\n}", "", True),
    # There is nothing to empty, or each iteration does so first.
    ("", "if (i % 2 == 0) {\nw.clear();\n}", "", False),
    ("(4)", "if (i < 100) {\nw.clear();\n}", "", False),
    ("(4)", "w.clear();", "", False),
    ("(4)", "w.clear();", "w.push_back(i);", False),
    ("", "w = {long(i), 2};", "", False),
    # The size grows, or the container is emptied now and then.
    ("", "", "w.push_back(i);", True),
    ("", "if (i % 2 == 0) {\nw.clear();\n}", "w.push_back(i);", True),
    # Emptied before it has grown too long: what was put in does not depend on the iteration.
    ("", "if (w.size() > 3) {\nw.clear();\n}", "w.push_back(1);", True),
    ("", "if (w.size() > 3) {\nw.clear();\n}", "", False),
]

# The clause of a directive, what is inserted in front of it, and the condition that a verdict has.
CONDITIONS = [
    ("if(n > 3)", "", "true && (n > 3)"),
    ("if(rowsApart)", "bool rowsApart = n > 3;\n",
     "[&] { bool rowsApart = n > 3; return true && (rowsApart); }()"),
    ("if(i_first > 0)", "const int i_first = n;\n",
     "[&] { const int i_first = n; return true && (i_first > 0); }()"),
    # The loop is not rewritten, and nothing declares what the condition names.
    ("if(rowsApart)", None, "false"),
    ("if(i_first > 0)", None, "false"),
    ("if(n > 3)", None, "true && (n > 3)"),
]

# A line of a kernel, and the variable that it makes `cell` lead to.
REFERRED = [
    ("auto &cell = local[2];", ["local"]),
    ("long *const cell = &s;", ["s"]),
    ("double *cell = &s;", ["s"]),
    ("auto *cell = &Table::at(j - 0);", ["Table_cells"]),
    ("long &cell = Table::at(j);", ["Table_cells"]),
    ("auto other = Table::at(j);", []),
]


def check(what, wrong):
    if wrong:
        sys.exit(f"failed: {what}\n" + "\n".join(map(str, wrong)))
    print(f"ok: {what}")


def refusal(parameters, body):
    kernel = Kernel(parameters, tree(body), "")
    return verdicts.refusal_of(kernel, kernel.loops()[0], [])


def condition(clause, front):
    directive = f"#pragma omp parallel for {clause}"
    edits = [] if front is None else [{"text": front + directive}]
    return verdicts.condition({"verdict": "parallel", "directive": directive, "edits": edits,
                               "assumptions": [{"checked_at_run_time": True}]})


def sized(start, reset, push):
    maker = SimpleNamespace(before=[f"std::vector<long> w{start};"])
    body = with_size(maker, reset, push, "long t = long(w.size());")
    text = "\n".join(maker.before) + f"\nfor (long i = 0; i < 8; ++i) {{\n{body}\na[i] = t;\n}}"
    return Kernel("long *__restrict a", tree(text), "A.l(0)", family="roles")


def main(runtimes, folder):
    found = [(*case, refusal(*case[:2])) for case in REFUSALS]
    check("refusals", [each for each in found if each[2] != each[3]])
    found = [(*case, verdicts.referred_to(Kernel("", tree(case[0]), ""), "cell"))
             for case in REFERRED]
    check("names of variables", [each for each in found if each[1] != each[2]])
    found = [(*case, condition(*case[:2])) for case in CONDITIONS]
    check("conditions", [each for each in found if each[2] != each[3]])

    toolchain = batches.Toolchain("", batches.shared_runtime(runtimes))
    toolchain.build(("harness-oracle", "oracle"))
    kernels = [(number, sized(*case[:3])) for number, case in enumerate(SIZES)]
    os.makedirs(folder, exist_ok=True)
    batch = batches.Batch(toolchain, kernels, folder, batches.Outcome())
    batch.build_oracle({})
    observed = verdicts.by_loop(batch.records(batch.run_serial("oracle", ["--inputs=1"])))
    seen = [any("flow" in run["collided"].get("w", {}) for _, run in observed[number, 0])
            for number, _ in kernels]
    check("sizes of containers", [case for case, flow in zip(SIZES, seen) if case[3] != flow])


main(*sys.argv[1:])
