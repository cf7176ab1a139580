# ===- regression.py - a reduced kernel as a test for lit -----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# A wrong verdict or proof becomes a source with marks for check-verdicts.py, which say what the
# oracle saw; a crash or an output that does not compile one with the commands that must work; a
# difference or a race a program for differential.py, whose `main` runs the kernel on the input
# that showed it. None needs the harness: such a program has a little arena of its own with the
# sizes and overlaps of that input, and other numbers in its arrays.
#
# ===------------------------------------------------------------------------===#

import re
import textwrap

from kernel import Printer
from verdicts import wrong_verdict

INCLUDES = [
    (r"\bstd::(vector)\b", "vector"), (r"\bstd::(array)\b", "array"), (r"\bstd::(map)\b", "map"),
    (r"\bstd::(multimap)\b", "map"), (r"\bstd::(set)\b", "set"), (r"\bstd::(list)\b", "list"),
    (r"\bstd::(deque)\b", "deque"), (r"\bstd::(string|to_string)\b", "string"),
    (r"\bstd::(span)\b", "span"), (r"\bstd::(unique_ptr|make_unique|shared_ptr)\b", "memory"),
    (r"\bstd::(function)\b", "functional"), (r"\bstd::(pair|swap|move|exchange)\b", "utility"),
    (r"\bstd::(size_t|ptrdiff_t)\b", "cstddef"), (r"\bstd::u?int\d+_t\b", "cstdint"),
    (r"\bstd::(min|max|fill|copy|sort|clamp|for_each|transform)(_\w+)?\b", "algorithm"),
    (r"\bstd::(accumulate|iota)\b", "numeric"), (r"\bstd::(valarray)\b", "valarray"),
    (r"\bstd::(f?abs|sqrt|fmin|fmax|floor)\b", "cmath"), (r"\bstd::(optional)\b", "optional"),
    (r"\bstd::(tuple|tie|get)\b", "tuple"), (r"\bstd::(atomic)\b", "atomic"),
    (r"\bstd::(runtime_error|logic_error|out_of_range)\b", "stdexcept"),
]
TYPES = {"d": "double", "f": "float", "l": "long", "i": "int", "u": "unsigned", "s": "short",
         "b": "signed char"}
ORDERS = ["Random", "Identity", "Permutation", "Increasing", "NonDecreasing"]
RUNS = {
    "crash": ["cp %s %t.cpp", "%loomp fix --cost-model=off %t.cpp -- %flags"],
    "does-not-compile": ["cp %s %t.cpp", "%loomp fix --cost-model=off %t.cpp -- %flags",
                         "%clangxx %flags -w -fopenmp -fsyntax-only %t.cpp",
                         "%gxx %flags -w -fopenmp -fsyntax-only %t.cpp"],
}


def as_test(number, kernel, failure):
    """The text of a test; `failure` has the `kind` and `detail` of the unreduced kernel."""
    kind = failure["kind"]
    finding = kernel.finding
    detail = finding.detail if finding else failure["detail"]
    head = [comment(f"{kind}: " + re.sub(r" \(line \d+\)", "", detail)),
            comment(f"Found by scripts/fuzz --programs 1 --seed {number}, then reduced.")]
    if kind in ("differs", "race"):
        lines = ["// RUN: %differential %s --flags=-w"] + head + program(number, kernel, detail)
        return "\n".join(lines) + "\n"
    printer = Printer()
    function(printer, kernel)
    lines = list(printer.text)
    if kind in ("wrong-verdict", "wrong-proof"):
        runs = ["%loomp check --format=json %s -- %flags | %verdicts %s"]
        for line, (_, loop) in sorted(printer.lines.items(), reverse=True):
            indent = re.match(r" *", lines[line - 1])[0]
            lines.insert(line - 1, f"{indent}// loomp: {mark(kernel, kind, loop, detail, finding)}")
    else:
        runs = RUNS[kind]
    return "\n".join([f"// RUN: {run}" for run in runs] + head + includes(lines) + lines) + "\n"


def function(printer, kernel):
    """Prints the kernel without the call that binds it to the harness."""
    printer.number = printer.loop_number = 0
    printer.items(0, kernel.preamble)
    if kernel.body:
        printer.items(0, [])
        printer.put(0, f"{kernel.result} kernel({kernel.parameters}) {{")
        printer.items(1, kernel.body)
        printer.put(0, "}")


def comment(text):
    text = re.sub(r"\s+", " ", text)
    return "\n".join(textwrap.wrap(text, 96, initial_indent="// ", subsequent_indent="// "))


def includes(lines):
    text = "\n".join(lines)
    return [f"#include <{name}>" for name in sorted({name for pattern, name in INCLUDES
                                                     if re.search(pattern, text)})]


# ---- Marks

def mark(kernel, kind, loop, detail, finding):
    """What check-verdicts.py shall expect of a loop, and why."""
    failing = re.match(r"loop (\d+) \(line \d+\): (.*)", detail)
    seen = failing[2] if failing else detail
    item, runs = finding.loops[loop] if finding and loop < len(finding.loops) else (None, [])
    if failing and int(failing[1]) == loop:
        if kind == "wrong-verdict":
            return f"not-parallel -- the oracle saw on {seen}"
        reason = item["blockers"][0]["reason"] if item and item["blockers"] else "may-alias"
        return f"unknown {reason} -- no two iterations collide on any input: {seen}"
    if item is None or item["verdict"] == "parallel":
        return "parallel"
    why = wrong_verdict(kernel, item, runs) or "not known to be parallel; the oracle saw no dependence"
    if item["verdict"] == "already-parallel":
        return "already-parallel"
    return f"not-parallel -- {why}"


# ---- Programs

def program(number, kernel, detail):
    """The lines of a program that runs the kernel on the input that `detail` names."""
    printer = Printer()
    function(printer, kernel)
    which = re.search(r"input=(\d+)", detail)
    sizes, starts = arena_of(kernel.input_seed if kernel.input_seed is not None else number,
                             int(which[1]) if which else 0)
    call = kernel.call.format(kernel.arguments)
    kept = [f"{call};" if kernel.result == "void" else f"A.keep({call});"]
    body = []
    for text in lines_of(kernel.setup) + kept + lines_of(kernel.teardown):
        body.append("    " + text)
    used = "\n".join(printer.text + body)
    lines = printer.text + arena(used, sizes, starts) + [
        "int main() {", "  static Arena A;", "  for (int round = 0; round < 50; ++round) {",
        "    A.fill();"] + body + ["    A.print();", "  }", "}"]
    lines = [line.replace("fuzz::", "Arena::") for line in lines]
    return includes(lines + ["std::int64_t"]) + ["#include <cstdio>"] + lines


def lines_of(items):
    printer = Printer()
    printer.number = printer.loop_number = 0
    printer.items(0, items)
    return printer.text


def arena(text, sizes, starts):
    """A struct with those members of fuzz::Arena that the text uses."""
    lines = ["struct Arena {"]
    for name, value in sizes.items():
        if re.search(rf"\bA\.{name}\b", text):
            kind = {"c": "int", "x": "double", "runs": "int"}.get(name, "long")
            lines.append(f"  {kind} {name} = {value};")
    fills, prints = [], []
    for position, (short, kind) in enumerate(TYPES.items()):
        slots = sorted({int(slot) for slot in re.findall(rf"\bA\.v?{short}\((\d)", text)})
        if not slots and not (short == "i" and "A.load" in text):
            continue
        values = "0.25 * (j * 29 % 65 - 32)" if short in "df" else (
            "j * 29 % 101" if short == "u" else "j * 29 % 201 - 100")
        start = ", ".join(map(str, starts[position]))
        lines += [f"  {kind} {short}Values[4192];",
                  f"  {kind} *{short}(int j) {{",
                  f"    static const int start[] = {{{start}}};",
                  f"    return {short}Values + start[j];", "  }"]
        fills.append(f"    for (int j = 0; j < 4192; ++j)\n"
                     f"      {short}Values[j] = {kind if ' ' not in kind else 'short'}({values});")
        prints.append(f"    keep({short}Values, 4192);")
        if re.search(rf"\bA\.v{short}\(", text):
            lines.append(f"  std::vector<{kind}> v{short}(int j, long size) {{ "
                         f"return {{{short}(j), {short}(j) + size}}; }}")
    if "A.index" in text:
        lines += ["  enum IndexOrder { " + ", ".join(ORDERS) + " };", "  int indices[5][64];",
                  "  const int *index(IndexOrder order) { return indices[order]; }"]
        fills.append("    for (int j = 0; j < 64; ++j) {\n"
                     "      indices[Random][j] = j * j * 7 % 31;\n"
                     "      indices[Identity][j] = j % 32;\n"
                     "      indices[Permutation][j] = j * 13 % 32;\n"
                     "      indices[Increasing][j] = j < 32 ? j : 31;\n"
                     "      indices[NonDecreasing][j] = j / 2;\n    }")
    if "A.load" in text:
        lines += ["  template <class T> void load(T *values, long size) {",
                  "    for (long j = 0; j < size; ++j)", "      values[j] = T(iValues[j]);", "  }"]
    lines += ["  double sum = 0;", "  long count = 0;",
              "  template <class T> void keep(T value) { "
              "sum += (1 + ++count * 37 % 64 / 64.0) * double(value); }",
              "  template <class T> void keep(const T *values, long size) {",
              "    for (long j = 0; j < size; ++j)", "      keep(values[j]);", "  }"]
    if "std::vector" in text or re.search(r"\bA\.v\w\(", text):
        lines.append("  template <class T> void keep(const std::vector<T> &values) { "
                     "keep(values.data(), long(values.size())); }")
    return lines + ["  void fill() {", "    sum = 0;", "    count = 0;"] + fills + [
        "  }", "  void print() {"] + prints + ['    std::printf("%.12g\\n", sum);', "  }", "};"]


# ---- The sizes of an input: harness.cpp's Arena::fill in Python

WORD = (1 << 64) - 1


class Generator:
    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & WORD
        self.next()
        self.next()

    def next(self):
        self.state ^= self.state >> 12
        self.state ^= self.state << 25 & WORD
        self.state ^= self.state >> 27
        return (self.state * 0x2545F4914F6CDD1D & WORD) >> 11

    def between(self, low, high):
        return low + self.next() % (high - low + 1)


def arena_of(seed, number):
    """(members by name, where the arrays of each type begin) of an input."""
    random = Generator(seed * 8 + number + 1000)
    starts = []
    for _ in TYPES:
        start = [j * 1048 + 136 for j in range(4)]
        if number in (3, 4, 7):
            shift = random.between(-5, 5)
            if random.between(0, 2) == 0:
                shift = 0
            start[1] = start[0] + shift
            if random.between(0, 1):
                start[3] = start[2] + random.between(0, 2)
            else:
                start[2] = start[0] + random.between(-2, 2)
        starts.append(start)
    ranges = {"n": (2, 9), "m": (2, 8), "k": (1, 6), "step": (1, 3), "shift": (-3, 3), "c": (-9, 9),
              "x": (-8, 8)}
    sizes = {name: random.between(*ends) for name, ends in ranges.items()}
    sizes["x"] /= 4
    sizes["runs"] = number
    if number == 1:
        sizes |= {"n": 0, "m": random.between(0, 3), "k": random.between(0, 2)}
    elif number == 2:
        sizes |= {"n": 1, "m": 1, "k": 1}
    elif number in (0, 3):
        sizes |= {"n": random.between(7, 9), "m": random.between(6, 8), "k": random.between(5, 6)}
        if number == 0:
            sizes["step"] = 1
    return sizes, starts
