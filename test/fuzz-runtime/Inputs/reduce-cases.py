# ===- reduce-cases.py - does the reducer find the small kernel? ----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: reduce-cases.py RUNTIMES FOLDER. First without a compiler, a judge that looks for words in
# the text; then for real, with says-parallel.py as the tool.
#
# ===------------------------------------------------------------------------===#

import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(HERE)), "fuzz"))
sys.dont_write_bytecode = True

import batch as batches  # noqa: E402
from judge import Judge, Verdict  # noqa: E402
from kernel import Block, Kernel, Line, Loop, Printer  # noqa: E402
from reduce import Reduction, as_test, reduce_kernel  # noqa: E402

NUMBER = 17


def sample():
    """Only the second loop carries a dependence, on `b`: three lines of it matter."""
    first = [Line("double t = a[i] * 0.5;", ("t",)), Line("a[i] = t + double(i % 3);")]
    inner = [Line("b[j + 1] = long(3 * long(b[j]) + 2 * long(index[j])) % 1000;")]
    second = [Block("if (j % 2 == 0)", [Line("c[j] = square(a[j]) * 0.25;")]),
              Block("else", [Line("c[j] = 0;")]),
              Block("if (step > 0)", inner)]
    return Kernel(
        preamble=[Line("static long total;"),
                  Block("static double square(double x)", [Line("return x * x;")])],
        parameters="double *a, long *b, double *__restrict c, const int *index, long n, long step",
        arguments="A.d(0), A.l(0), A.d(3), A.index(fuzz::Identity), A.n, A.step",
        tracked=("n", "step"), setup=[Line("total = 0;")], teardown=[Line("A.keep(total);")],
        result="long", family="sample", seed=NUMBER, body=[
            Line("long s = 0;", ("s",)),
            Loop("for (long i = 0; i < n; ++i)", first, index=("i",)),
            Loop("for (int j = 0; j < n + 2; j += 1)", second, index=("j",)),
            Line("total = s + step;"), Line("return s;")])


class WordJudge:
    """Fails as long as some words are there and the brackets of each line are in balance."""

    def __init__(self, words):
        self.words = words

    def judge(self, variants):
        texts = [Printer().program([(0, variant)]) for variant in variants]
        return [Verdict("words") if all(word in text for word in self.words) and all(
            line.count("(") == line.count(")") for line in text.split("\n")) else None
                for text in texts]


def check(what, condition):
    if not condition:
        sys.exit(f"failed: {what}")
    print(f"ok: {what}")


def length(kernel):
    """Lines of the preamble and the function itself."""
    program = Printer().program([(NUMBER, kernel)])
    return program[:program.index("void call(")].count("\n") - 3


def main(runtimes, folder):
    small = Reduction(WordJudge(["b[j]", "for (int j"]), sample(), 60).run()
    check(f"words alone: {length(small)} lines", length(small) <= 5)
    check("all else is gone", not small.preamble and "step" not in small.parameters)

    small = Reduction(WordJudge(["square(", "A.step", "index[j]"]), sample(), 60).run()
    check(f"words in several places: {length(small)} lines", length(small) <= 5)

    tool = os.path.join(HERE, "says-parallel.py")
    toolchain = batches.Toolchain(tool, batches.shared_runtime(runtimes))
    toolchain.build(only=("harness-oracle", "oracle", "harness-sanitized"))
    work = os.path.join(folder, "work")
    small = reduce_kernel(toolchain, NUMBER, sample(), "wrong-verdict", work, seconds=20)
    check("a wrong verdict was found", small.finding is not None)
    check(f"wrong verdict: {length(small)} lines", length(small) <= 12)
    check("it still fails", Judge(toolchain, "wrong-verdict", work, NUMBER).judge([small])[0])
    test = as_test(NUMBER, small, {"kind": "wrong-verdict", "kernel": NUMBER, "detail": ""})
    print(test)
    check("the test has marks", "// loomp: not-parallel -- " in test)
    check("the test needs no harness", "harness" not in test and "A." not in test)


if __name__ == "__main__":
    os.makedirs(sys.argv[2], exist_ok=True)
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as scratch:
        main(sys.argv[1], scratch)
