#!/usr/bin/env python3
# ===- differential.py - the rewritten program must do what the serial did --===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Rewrites a scratch copy of a program with `loomp fix --cost-model=off` (with thresholds written,
# small tests would run serially and test nothing), then, for clang++-22 and g++, at -O0 and -O2:
#
#   1. compiles the rewritten source with OpenMP, warnings as errors;
#   2. runs it with 1, 2 and 4 threads;
#   3. compares exit status and standard output with those of the original, built without OpenMP:
#      numbers by relative tolerance, all else exactly.
#
# With --race the rewritten program also runs once under ThreadSanitizer with Archer, which tells it
# of OpenMP's barriers.
#
# -O0 and the second compiler matter: at -O1 and above clang often hides a race. The original is
# compiled once, by clang at the first level. Where the outputs differ, what it does when the same
# compiler builds it at the same level counts, so a compiler's own bug is not blamed on loomp.
#
# Half the time of the builds would go into headers of the standard library. Compilers get these
# precompiled where a program includes more than the small ones; that it includes what it needs is
# seen by g++ at the last level, which does not.
#
# Fails if nothing was rewritten, unless --expect-unchanged says that nothing must be. A second run
# of `fix` must change nothing.
#
# Usage: differential.py --loomp=TOOL [options] FILE... [--flags="..."] [--args="..."]
# Exit status: 0 as expected, 1 not, 2 the test itself could not run.
#
# ===------------------------------------------------------------------------===#

import argparse
import functools
import hashlib
import itertools
import math
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

NUMBER = re.compile(
    r"[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf\b|nan\b)")
INTEGER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|\d+)")
DIRECTIVE = re.compile(r"^\s*#\s*pragma\s+omp\b")
COMPILERS = {"c": ["clang-22", "gcc"], "c++": ["clang++-22", "g++"]}
STANDARD = {"c": "-std=c17", "c++": "-std=c++20"}
WARNINGS = ["-Wall", "-Werror"]
ARCHER = "/usr/lib/llvm-22/lib/libarcher.so"
# What most of the programs include.
HEADERS = "".join(f"#include <{name}>\n" for name in (
    "algorithm", "array", "cmath", "complex", "cstddef", "cstdint", "cstdio", "cstdlib", "cstring",
    "deque", "functional", "memory", "numeric", "optional", "string", "utility", "vector"))
# What takes less time than to load what is precompiled.
SMALL_HEADERS = {"climits", "cstddef", "cstdint", "cstdio", "cstdlib", "cstring",
                 "initializer_list"}
INCLUDE = re.compile(r"^\s*#\s*include\s*(\S+)", re.MULTILINE)
PRECOMPILED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "build",
                           "test", "precompiled")
# Flags of this file: those of a test may change what a header means.
PRECOMPILABLE = {"-std=c++20", "-O0", "-O1", "-O2", "-g", "-fopenmp", "-fsanitize=thread",
                 "-Wextra", "-Wno-unknown-pragmas"}


class TestFailure(Exception):
    pass


class TestError(Exception):
    pass


def main():
    options = parse_arguments()
    os.environ.pop("OMP_WAIT_POLICY", None)
    scratch = tempfile.mkdtemp(prefix="loomp-differential-")
    try:
        run_test(options, scratch)
    except TestFailure as failure:
        print(f"differential: {failure}")
        return 1
    except TestError as error:
        print(f"differential: error: {error}")
        return 2
    finally:
        if options.keep:
            print(f"differential: kept {scratch}")
        else:
            shutil.rmtree(scratch, ignore_errors=True)
    return 0


def parse_arguments():
    parser = argparse.ArgumentParser(prog="differential.py")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("--args", default="", type=lambda text: text.split("|"),
                        help="arguments of the program; it runs with each of several: '3 4|0 4'")
    parser.add_argument("--flags", default="", help="compile flags")
    parser.add_argument("--fix-options", default="", help="further options of `loomp fix`")
    parser.add_argument("--stdin", help="file that the program reads")
    parser.add_argument("--expect-rewritten", type=int, metavar="N",
                        help="number of directives that `fix` must write")
    parser.add_argument("--expect-unchanged", action="store_true")
    parser.add_argument("--threads", default="1,2,4")
    parser.add_argument("--levels", default="-O0,-O2")
    parser.add_argument("--repeat", type=int, default=1, help="runs per number of threads")
    parser.add_argument("--tolerance", type=float, default=1e-9)
    parser.add_argument("--timeout", type=int, default=120, help="seconds per run")
    parser.add_argument("--race", action="store_true", help="also run under ThreadSanitizer")
    parser.add_argument("--device", action="store_true",
                        help="clang++ lets its target regions run on the host as on a device, "
                        "which has memory of its own")
    parser.add_argument("--may-find-more", action="store_true",
                        help="what the first run wrote may let the second one find more loops; the "
                             "third must change nothing, and the result is what is tested")
    parser.add_argument("--keep", action="store_true", help="keep the scratch folder")
    return parser.parse_args()


def run_test(options, scratch):
    language = "c" if options.files[0].endswith(".c") else "c++"
    flags = [STANDARD[language]] + shlex.split(options.flags)
    serial = copy_sources(options.files, os.path.join(scratch, "serial"))
    parallel = copy_sources(options.files, os.path.join(scratch, "parallel"))

    fix(options, parallel, flags)
    before, after = read_all(serial), read_all(parallel)
    added = sum(map(count_directives, after)) - sum(map(count_directives, before))
    if options.expect_unchanged:
        if before != after:
            raise TestFailure("expected no change, got\n" + difference(serial, parallel))
        return
    if added == 0:
        raise TestFailure("fix wrote no directive: nothing is tested")
    if options.expect_rewritten is not None and added != options.expect_rewritten:
        raise TestFailure(f"expected {options.expect_rewritten} directives, got {added}\n"
                          + difference(serial, parallel))
    fix(options, parallel, flags)
    if options.may_find_more and read_all(parallel) != after:
        after = read_all(parallel)
        fix(options, parallel, flags)
    if read_all(parallel) != after:
        raise TestFailure("a second run of fix changed the program again")

    try:
        original = Original(options, scratch, serial)
        builds = list(itertools.product(COMPILERS[language], options.levels.split(",")))
        for compiler, level in builds:
            compare_builds(options, scratch, compiler, [level] + flags, original, parallel,
                           includes=(compiler, level) != builds[-1])
        if options.race:
            find_races(options, scratch, COMPILERS[language][0], flags, parallel)
    except TestFailure as failure:
        raise TestFailure(f"{failure}\n{difference(serial, parallel)}") from None


def copy_sources(files, folder):
    # Headers beside the sources come along, so that quoted includes still resolve.
    os.makedirs(folder)
    for source_folder in {os.path.dirname(os.path.abspath(file)) for file in files}:
        for name in os.listdir(source_folder):
            if name.endswith((".h", ".hpp", ".inc")):
                shutil.copy(os.path.join(source_folder, name), folder)
    return [shutil.copy(file, folder) for file in files]


def fix(options, files, flags):
    command = [options.loomp, "fix", "--cost-model=off"] + shlex.split(options.fix_options)
    run = execute(command + files + ["--"] + flags, 120)
    if run.returncode != 0:
        raise TestFailure(f"fix: {describe_status(run.returncode)}\n{run.stderr}{run.stdout}")


def read_all(files):
    contents = []
    for name in files:
        with open(name, encoding="utf-8", errors="surrogateescape", newline="") as file:
            contents.append(file.read())
    return contents


def count_directives(text):
    return sum(bool(DIRECTIVE.match(line)) for line in text.split("\n"))


def difference(serial, parallel):
    return "".join(execute(["diff", "-u", one, other], 10).stdout
                   for one, other in zip(serial, parallel))


class Original:
    """The runs of the original program, by compiler, flags and arguments."""

    def __init__(self, options, scratch, files):
        self.options, self.files, self.runs = options, files, {}
        self.scratch, self.programs = scratch, {}

    def program(self, build_of):
        if build_of not in self.programs:
            program = os.path.join(self.scratch, f"serial-program-{len(self.programs)}")
            build(build_of[0], [*build_of[1:], "-Wno-unknown-pragmas"], self.files, program,
                  "the original")
            self.programs[build_of] = program
        return self.programs[build_of]

    def differs(self, compiler, flags, arguments, actual):
        """The first difference to what the original does, as text, or None."""
        build_of = (compiler, *flags)
        problem = None
        for reference in [next(iter(self.programs), build_of), build_of]:
            if (reference, arguments) not in self.runs:
                self.runs[reference, arguments] = run_program(
                    self.options, self.program(reference), arguments, 1)
            problem = compare_runs(self.runs[reference, arguments], actual, self.options.tolerance)
            if not problem:
                break
        return problem


def compare_builds(options, scratch, compiler, flags, original, parallel, includes):
    where = f"{compiler} {flags[0]}"
    parallel_program = os.path.join(scratch, "parallel-program")
    openmp, environment = ["-fopenmp"], {"OMP_WAIT_POLICY": "passive"}
    if options.device and "clang" in compiler:
        openmp.append("-fopenmp-targets=x86_64-pc-linux-gnu")
        environment["OMP_TARGET_OFFLOAD"] = "MANDATORY"
    elif "clang" in compiler:
        # A little patience: threads that sleep at once take longer to wake than most loops to run.
        # Not by OMP_WAIT_POLICY: with it threads that wait keep a busy core to themselves.
        environment = {"KMP_BLOCKTIME": "1"}
    build(compiler, flags + openmp, parallel, parallel_program, "the rewritten source", includes)

    for arguments in options.args:
        for threads in map(int, options.threads.split(",")):
            for _ in range(options.repeat):
                actual = run_program(options, parallel_program, arguments, threads, environment)
                problem = original.differs(compiler, flags, arguments, actual)
                if problem:
                    given = f" with '{arguments}'" if arguments else ""
                    raise TestFailure(f"{where}, {threads} threads{given}: {problem}")


def find_races(options, scratch, compiler, flags, parallel):
    program = os.path.join(scratch, "race-program")
    build(compiler, ["-O1", "-g", "-fsanitize=thread", "-fopenmp"] + flags, parallel, program,
          "the rewritten source for ThreadSanitizer")
    environment = dict(os.environ, OMP_NUM_THREADS="4", OMP_WAIT_POLICY="passive",
                       OMP_TOOL_LIBRARIES=ARCHER,
                       TSAN_OPTIONS="ignore_noninstrumented_modules=1 exitcode=66")
    for arguments in options.args:
        run = execute([program] + shlex.split(arguments), 4 * options.timeout, environment,
                      options.stdin)
        if "WARNING: ThreadSanitizer" in run.stderr or run.returncode == 66:
            raise TestFailure("a race in the rewritten program\n" + run.stderr[:4000])


def build(compiler, flags, files, output, what, includes=True):
    """With `includes` what the files fail to include may come with the precompiled headers."""
    small = {f"<{name}>" for name in SMALL_HEADERS}.issuperset(
        INCLUDE.findall("\n".join(read_all(files))))
    headers = [] if small or not includes else precompiled_headers(compiler, tuple(flags))
    for each in [headers, []] if headers else [[]]:
        run = execute([compiler] + WARNINGS + flags + each + files + ["-o", output, "-lm"], 180)
        if run.returncode == 0:
            return
    raise TestFailure(f"{compiler} {' '.join(flags)} does not compile {what}\n{run.stderr}")


@functools.lru_cache
def identity(compiler):
    """Another text after an update; asking clang for its version takes as long as to link."""
    path = os.path.realpath(shutil.which(compiler) or "")
    return f"{path} {os.stat(path).st_mtime_ns}"


@functools.lru_cache
def precompiled_headers(compiler, flags):
    """Options by which a compiler takes HEADERS as precompiled with `flags`; none if it cannot."""
    if compiler not in COMPILERS["c++"] or not PRECOMPILABLE.issuperset(flags):
        return []
    command = [compiler, *flags, "-x", "c++-header"]
    name = hashlib.sha256("\0".join([identity(compiler), HEADERS, *command]).encode())
    header = os.path.join(PRECOMPILED, f"{name.hexdigest()[:16]}.h")
    precompiled = f"{header}.gch"  # as g++ looks for it beside the header
    if not os.path.exists(precompiled):
        os.makedirs(PRECOMPILED, exist_ok=True)
        suffix = f".{os.getpid()}"  # another test may do the same at the same time
        with open(header + suffix, "w", encoding="utf-8") as file:
            file.write(HEADERS)
        os.replace(header + suffix, header)
        if execute(command + [header, "-o", precompiled + suffix], 180).returncode != 0:
            return []
        os.replace(precompiled + suffix, precompiled)
    return ["-include-pch", precompiled] if "clang" in compiler else ["-include", header]


def run_program(options, program, arguments, threads, further=None):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), OMP_DYNAMIC="false",
                       **(further or {}))
    return execute([program] + shlex.split(arguments), options.timeout, environment,
                   options.stdin)


def execute(command, timeout, environment=None, standard_input=None):
    try:
        with open(standard_input or os.devnull, "rb") as file:
            return subprocess.run(command, stdin=file, capture_output=True, timeout=timeout,
                                  env=environment, text=True, errors="surrogateescape")
    except subprocess.TimeoutExpired:
        raise TestFailure(f"'{command[0]}' ran for more than {timeout} seconds") from None
    except OSError as error:
        raise TestError(f"'{command[0]}': {error.strerror}") from None


def compare_runs(expected, actual, tolerance):
    """The first difference as text, or None."""
    if expected.returncode != actual.returncode:
        return (f"expected {describe_status(expected.returncode)}, "
                f"got {describe_status(actual.returncode)}\n{actual.stderr}")
    if expected.returncode < 0:
        return f"both programs died: {describe_status(expected.returncode)}"
    expected_lines, actual_lines = expected.stdout.split("\n"), actual.stdout.split("\n")
    for number, (one, other) in enumerate(zip(expected_lines, actual_lines), 1):
        if not equal_lines(one, other, tolerance):
            return f"output line {number}: expected '{one}', got '{other}'"
    if len(expected_lines) != len(actual_lines):
        return f"expected {len(expected_lines)} lines of output, got {len(actual_lines)}"
    return None


def equal_lines(one, other, tolerance):
    if one == other:
        return True
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    return all(map(lambda pair: equal_numbers(*pair, tolerance),
                   zip(NUMBER.findall(one), NUMBER.findall(other))))


def equal_numbers(one, other, tolerance):
    # Integers are compared exactly: no reassociation changes them.
    if one == other:
        return True
    if INTEGER.fullmatch(one) and INTEGER.fullmatch(other):
        return False
    try:
        x, y = float(one), float(other)
    except ValueError:
        return False
    if math.isnan(x) or math.isnan(y):
        return math.isnan(x) and math.isnan(y)
    return abs(x - y) <= tolerance * max(abs(x), abs(y))


def describe_status(status):
    return f"signal {-status}" if status < 0 else f"exit status {status}"


if __name__ == "__main__":
    sys.exit(main())
