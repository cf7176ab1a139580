# ===- batch.py - takes one file of generated kernels through both oracles -----===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
#   1. `loomp fix --cost-model=off --format=json` on a copy gives the verdicts and the rewritten
#      file.
#   2. The kernels printed for the dependence oracle, with the run-time conditions of the verdicts
#      at the loops' entries, run on every input; verdicts.py compares.
#   3. The original, compiled by clang++ without optimization and without OpenMP, gives the expected
#      check sums; the rewritten file, compiled by clang++ and g++ at -O0 and -O2, must give the
#      same, on real threads and on the deterministic runtime that runs a team's threads one after
#      another in unfavourable orders.
#   4. Of some batches: the original under the sanitizers for addresses and undefined behaviour,
#      and the rewritten file under ThreadSanitizer with Archer.
#
# A kernel that breaks a step is recorded and taken out, and the batch starts again without it.
#
# ===------------------------------------------------------------------------===#

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field

import verdicts
from kernel import Printer

RUNTIME = os.path.join(os.path.dirname(os.path.abspath(__file__)), "runtime")
FLAGS = ["-std=c++20", "-w", "-I", RUNTIME]
CLANG, GXX = "clang++-22", "g++"
BUILDS = [(CLANG, "-O0"), (CLANG, "-O2"), (GXX, "-O0"), (GXX, "-O2")]
THREADS = "1,2,3,8"
# See runtime/oracle.h and runtime/team.cpp for what these flags do.
COVERAGE = ["-DFUZZ_ORACLE", "-DFUZZ_WIDE", "-D_GLIBCXX_EXTERN_TEMPLATE=0",
            "-fsanitize-coverage=func,trace-loads,trace-stores", "-fsanitize=thread",
            *(word for option in ("instrument-memory-accesses", "instrument-func-entry-exit",
                                  "instrument-atomics", "handle-cxx-exceptions")
              for word in ("-mllvm", f"-tsan-{option}=0"))]
LOCKSTEP = ["-D_GLIBCXX_EXTERN_TEMPLATE=0",
            "-fsanitize-coverage=trace-pc-guard,trace-loads,trace-stores"]
# Ends at once, so that the next input can be tried.
CHECKED = ["-DFUZZ_WIDE", "-DFUZZ_CHECKED", "-fsanitize=address,undefined",
           "-fno-sanitize-recover=all", "-fsanitize-trap=undefined"]
SANITIZE = ["-DFUZZ_SANITIZED", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g1"]
THREAD_SANITIZE = ["-fsanitize=thread", "-fopenmp", "-g1"]
ORACLE_INPUTS, MORE_INPUTS = 24, 400
COMPILE_SECONDS, RUN_SECONDS = 300, 240

# What a campaign counts, with its name in reports. All but the last one are bugs of loomp.
KINDS = {"wrong-verdict": "wrong verdicts", "wrong-proof": "wrong proofs",
         "differs": "differing outputs", "crash": "crashes", "does-not-compile": "not compiling",
         "race": "races", "invalid": "invalid kernels"}


@dataclass
class Failure:
    kind: str  # one of KINDS
    kernel: int
    detail: str


@dataclass
class Outcome:
    failures: list = field(default_factory=list)
    statistics: dict = field(default_factory=dict)  # see verdicts.Comparison


class BrokenKernels(Exception):
    """Some kernels break a step for the whole batch."""

    def __init__(self, failures):
        super().__init__(", ".join(failure.detail for failure in failures))
        self.failures = failures


class Toolchain:
    """The tool, and the runtime objects that every batch links with, built once in `folder`."""

    def __init__(self, tool, folder, fix_options=()):
        self.tool = tool
        self.folder = folder
        self.fix_options = list(fix_options)
        self.archer = subprocess.run(
            ["clang-22", "-print-file-name=libarcher.so"], capture_output=True, text=True,
            check=False).stdout.strip()

    def object(self, name):
        return os.path.join(self.folder, name + ".o")

    def fix_command(self):
        return [self.tool, "fix", "--cost-model=off", "--format=json", *self.fix_options,
                "parallel.cpp", "--"] + FLAGS

    def build(self, only=None):
        """`only`: the names of the objects to build; else all."""
        os.makedirs(self.folder, exist_ok=True)
        openmp = ["-fopenmp"]
        recipes = [
            ("harness", CLANG, "harness.cpp", []),
            ("harness-clang", CLANG, "harness.cpp", openmp),
            ("harness-gcc", GXX, "harness.cpp", openmp),
            ("harness-oracle", CLANG, "harness.cpp", ["-DFUZZ_ORACLE", "-DFUZZ_WIDE"]),
            ("harness-checked", CLANG, "harness.cpp", CHECKED),
            ("harness-sanitized", CLANG, "harness.cpp", SANITIZE),
            ("harness-threads", CLANG, "harness.cpp", THREAD_SANITIZE + ["-DFUZZ_SANITIZED"]),
            ("oracle", CLANG, "oracle.cpp", ["-DFUZZ_ORACLE", "-fno-omit-frame-pointer"]),
            ("team", CLANG, "team.cpp", []),
        ]
        for name, compiler, source, flags in recipes:
            if os.path.exists(self.object(name)) or (only and name not in only):
                continue
            # Another campaign may build the same object at the same time.
            temporary = f"{self.object(name)}.{os.getpid()}"
            run = execute([compiler, "-O2"] + FLAGS + flags + [
                "-c", os.path.join(RUNTIME, source), "-o", temporary], COMPILE_SECONDS)
            if run.returncode:
                raise RuntimeError(f"cannot build the runtime: {source}\n{run.stderr}")
            os.replace(temporary, self.object(name))


def shared_runtime(folder):
    """The folder below `folder` for the runtime objects of these very sources and flags."""
    digest = hashlib.sha256(read(os.path.abspath(__file__)).encode())
    for name in sorted(os.listdir(RUNTIME)):
        digest.update(read(os.path.join(RUNTIME, name)).encode())
    return os.path.join(folder, "runtime-" + digest.hexdigest()[:16])


def run_batch(toolchain, kernels, folder, sanitize=False, skip_missed=False):
    """Takes `kernels`, a list of (number, Kernel), through everything; returns an Outcome.

    `skip_missed`: whether to leave out why loops are not found, a third of the time.
    """
    outcome = Outcome()
    kernels = list(kernels)
    while kernels:
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        try:
            Batch(toolchain, kernels, folder, outcome, skip_missed).run(sanitize)
            break
        except BrokenKernels as broken:
            outcome.failures += broken.failures
            bad = {failure.kernel for failure in broken.failures}
            kernels = [(number, kernel) for number, kernel in kernels if number not in bad]
            outcome.statistics = {}
    unique = {(failure.kind, failure.kernel): failure for failure in reversed(outcome.failures)}
    outcome.failures = sorted(unique.values(), key=lambda failure: failure.kernel)
    return outcome


class Batch:
    def __init__(self, toolchain, kernels, folder, outcome, skip_missed=False):
        self.toolchain = toolchain
        self.skip_missed = skip_missed
        self.kernels = kernels
        self.folder = folder
        self.outcome = outcome
        # Code with a wrong directive is wrong before loomp sees it.
        self.skip = ",".join(str(number) for number, kernel in kernels
                             if kernel.has_wrong_directive())

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, sanitize):
        plain = Printer()
        write(self.path("plain.cpp"), plain.program(self.kernels))
        self.build_serial()
        expected = self.run_serial("serial")
        write(self.path("expected.txt"), expected)
        if sanitize:
            self.check_validity()

        report = self.fix()
        loops = [loop for loop in report["loops"] if loop["line"] in plain.lines]
        found = {plain.lines[loop["line"]]: loop for loop in loops}
        self.observe(found)
        if self.compare_builds() and sanitize:
            self.check_races()

    def build_serial(self):
        self.compile(CLANG, ["-O0"], "plain.cpp", "serial.o", "invalid")
        self.link(CLANG, ["serial.o"], ["harness"], "serial")

    # ---- 1. the tool

    def fix(self):
        shutil.copy(self.path("plain.cpp"), self.path("parallel.cpp"))
        command = self.toolchain.fix_command()
        run = execute(command, 60 + len(self.kernels), cwd=self.folder)
        if run.returncode == 0:
            return json.loads(run.stdout)
        problem = ("takes too long" if run.returncode == TIMEOUT
                   else f"status {run.returncode}: {last_lines(run.stderr)}")
        raise BrokenKernels(self.blame(command, "crash", problem))

    def blame(self, command, kind, problem):
        """Which kernels make this command fail when they stand alone?"""
        failures = []
        for number, kernel in self.kernels:
            alone = os.path.join(self.folder, "alone")
            os.makedirs(alone, exist_ok=True)
            write(os.path.join(alone, "parallel.cpp"), Printer().program([(number, kernel)]))
            run = execute(command, 30, cwd=alone)
            if run.returncode:
                failures.append(Failure(kind, number, problem))
        # Only together: blame them all rather than lose the failure.
        return failures or [Failure(kind, number, problem) for number, _ in self.kernels]

    # ---- 2. the dependence oracle

    def observe(self, found):
        self.build_oracle(found)
        records = self.records(self.run_serial("oracle", [f"--inputs={ORACLE_INPUTS}"]))
        comparison = verdicts.compare(dict(self.kernels), found, records)
        if self.skip_missed:
            comparison.missed.clear()
        suspects = {number for _, number, _ in comparison.failures} | {
            number for number, _ in comparison.missed}
        if suspects:
            self.build_checked(suspects)
            comparison = self.without_undefined(comparison, found, records)
        self.doubt(comparison, found)
        self.look_further(comparison)
        self.outcome.failures += [Failure(*failure) for failure in comparison.failures]
        self.outcome.statistics = comparison.statistics

    def build_oracle(self, found):
        conditions = {key: verdicts.condition(loop) for key, loop in found.items()}
        printer = Printer("oracle", conditions)
        write(self.path("oracle.cpp"), printer.program(self.kernels))
        self.compile(CLANG, ["-O0"] + COVERAGE, "oracle.cpp", "oracle.o", "invalid")
        self.link(CLANG, ["oracle.o"], ["harness-oracle", "oracle"], "oracle")

    def build_checked(self, numbers):
        """A program that tells the further inputs on which these kernels are defined."""
        write(self.path("checked.cpp"), Printer().program(
            [(number, kernel) for number, kernel in self.kernels if number in numbers]))
        self.compile(CLANG, ["-O1"] + CHECKED, "checked.cpp", "checked.o", "invalid")
        self.link(CLANG, ["checked.o"], ["harness-checked"], "checked",
                  ["-fsanitize=address,undefined"])

    def undefined(self, records, numbers):
        """The (kernel, input) of records of these kernels without defined behaviour."""
        run = execute([self.path("checked"), f"--inputs={MORE_INPUTS}", "--first=8",
                       *self.all_but(numbers)],
                      RUN_SECONDS, environment={"ASAN_OPTIONS": "detect_leaks=0"})
        defined = set(re.findall(r"^defined (\d+) (\d+)$", run.stdout, re.M))
        return {(record["kernel"], record["input"]) for record in records
                if record["kernel"] in numbers and record["input"] >= 8 and (
                    str(record["kernel"]), str(record["input"])) not in defined}

    def without_undefined(self, comparison, found, records):
        """Compares anew where a failure may come from a kernel that goes beyond its arrays."""
        failing = {number for _, number, _ in comparison.failures}
        if not failing:
            return comparison
        bad = self.undefined(records, failing)
        return verdicts.compare(dict(self.kernels), found, [
            record for record in records if (record["kernel"], record["input"]) not in bad])

    def doubt(self, comparison, found):
        """A proof may hold for sizes that no input had: runs its kernel on many more."""
        doubtful = {number for kind, number, _ in comparison.failures if kind == "wrong-proof"}
        for number in doubtful:
            records = self.records(self.run_serial("oracle", [f"--only={number}",
                                                              f"--inputs={MORE_INPUTS}"]))
            bad = self.undefined(records, {number})
            records = [each for each in records if (each["kernel"], each["input"]) not in bad]
            again = verdicts.compare({number: dict(self.kernels)[number]}, found, records)
            comparison.failures = [failure for failure in comparison.failures
                                   if failure[:2] != ("wrong-proof", number)]
            comparison.failures += [failure for failure in again.failures
                                    if failure[0] == "wrong-proof"]

    def look_further(self, comparison):
        """A loop that is not found may collide on inputs that no run had."""
        missed = {number for number, _ in comparison.missed}
        if not missed:
            return
        records = self.records(execute([self.path("oracle"), f"--inputs={MORE_INPUTS}",
                                        *self.all_but(missed)], RUN_SECONDS).stdout)
        # Fewer runs explain less: only what all of them explain has to be looked at.
        explained = {number for number, _ in comparison.explained(dict(self.kernels), records)}
        if not explained:
            return
        bad = self.undefined(records, explained)
        comparison.look_further(dict(self.kernels), [
            each for each in records if (each["kernel"], each["input"]) not in bad])

    def all_but(self, numbers):
        """The option of a program that leaves out all kernels but these; none if that is empty."""
        others = [str(number) for number, _ in self.kernels if number not in numbers]
        return [f"--skip={','.join(others)}"] * bool(others)

    @staticmethod
    def records(output):
        """Without the lines that an input of undefined behaviour left half written."""
        found = []
        for line in output.splitlines():
            if line.startswith("{") and line.endswith("}"):
                with contextlib.suppress(json.JSONDecodeError):
                    found.append(json.loads(line))
        return found

    def run_serial(self, program, options=()):
        run = execute([self.path(program), *options], RUN_SECONDS)
        if run.returncode == 0:
            return run.stdout
        crash = re.search(r"^crash (\d+) (.*)$", run.stdout, re.M)
        if not crash:
            raise RuntimeError(f"{program}: status {run.returncode}: {last_lines(run.stderr)}")
        raise BrokenKernels([Failure("invalid", int(crash[1]), f"{program}: crash {crash[2]}")])

    # ---- 3. the differential run

    def compare_builds(self):
        if not self.free_schedules():
            return False
        self.build_parallel(CLANG, "-O0", "lockstep")
        self.compare(CLANG, "-O0", "lockstep", ["--threads=2,3,8", "--orders=2,5"])
        for compiler, level in BUILDS:
            name = f"{family_of(compiler)}{level}"
            self.build_parallel(compiler, level, name)
            self.compare(compiler, level, f"{name}-team", ["--threads=2,3,8", "--orders=1,2"])
            self.compare(compiler, level, f"{name}-real", [f"--threads={THREADS}"])
        return True

    def free_schedules(self):
        """Leaves in parallel.cpp what the tool changed, under any schedule; false if nothing."""
        changed = only_changed(read(self.path("plain.cpp")), read(self.path("parallel.cpp")))
        write(self.path("parallel.cpp"), with_runtime_schedule(changed))
        return "kernelCount = 0;" not in changed

    def build_parallel(self, compiler, level, name):
        """Programs of the rewritten file: NAME-real and NAME-team, or `lockstep` alone."""
        lockstep = name == "lockstep"
        self.compile(compiler, [level, "-fopenmp", *(LOCKSTEP if lockstep else ())],
                     "parallel.cpp", f"{name}.o", "does-not-compile")
        harness = f"harness-{family_of(compiler)}"
        self.link(compiler, [f"{name}.o"], [harness, "team"],
                  name if lockstep else f"{name}-team")
        if not lockstep:
            self.link(compiler, [f"{name}.o"], [harness], f"{name}-real", ["-fopenmp"])

    def compare(self, compiler, level, program, options):
        command = [self.path(program), "--expect=" + self.path("expected.txt"),
                   "--schedules=static,dynamic"] + options
        if self.skip:
            command.append("--skip=" + self.skip)
        run = execute(command, RUN_SECONDS, environment={"OMP_WAIT_POLICY": "passive"})
        for kind, number, detail in re.findall(r"^(differ|crash) (\d+) (.*)$", run.stdout, re.M):
            if not self.also_serially(compiler, level, int(number)):
                self.outcome.failures.append(
                    Failure("differs", int(number), f"{program}: {kind} {detail}"))
            if kind == "crash":
                raise BrokenKernels(self.outcome.failures[-1:])
        if run.returncode not in (0, 1, 3):
            raise RuntimeError(f"{program}: status {run.returncode}: {last_lines(run.stderr)}")

    def also_serially(self, compiler, level, number):
        """Does the original, by the same compiler at the same level, differ just so?"""
        name = f"serial-{family_of(compiler)}{level}"
        if not os.path.exists(self.path(name)):
            self.compile(compiler, [level], "plain.cpp", f"{name}.o", "invalid")
            self.link(compiler, [f"{name}.o"], ["harness"], name)
        run = execute([self.path(name), "--expect=" + self.path("expected.txt"),
                       f"--only={number}"], RUN_SECONDS)
        return run.returncode != 0

    # ---- 4. the sanitizers

    def check_validity(self):
        self.build_sanitized()
        run = execute([self.path("sanitized")], RUN_SECONDS,
                      environment={"UBSAN_OPTIONS": "print_stacktrace=1"})
        if run.returncode:
            raise BrokenKernels([Failure("invalid", self.kernel_in(run.stderr),
                                         "sanitizer: " + first_report(run.stderr))])

    def build_sanitized(self):
        self.compile(CLANG, ["-O1"] + SANITIZE, "plain.cpp", "sanitized.o", "invalid")
        self.link(CLANG, ["sanitized.o"], ["harness-sanitized"], "sanitized",
                  ["-fsanitize=address,undefined"])

    def build_threads(self):
        self.compile(CLANG, ["-O1"] + THREAD_SANITIZE, "parallel.cpp", "threads.o",
                     "does-not-compile")
        self.link(CLANG, ["threads.o"], ["harness-threads"], "threads", THREAD_SANITIZE)

    def race_environment(self):
        return {"OMP_TOOL_LIBRARIES": self.toolchain.archer, "OMP_TOOL": "enabled",
                "OMP_WAIT_POLICY": "passive", "TSAN_OPTIONS":
                "exitcode=0 ignore_noninstrumented_modules=1 report_signal_unsafe=0"}

    def check_races(self):
        self.build_threads()
        command = [self.path("threads"), "--expect=" + self.path("expected.txt"), "--threads=3",
                   "--schedules=static"]
        if self.skip:
            command.append("--skip=" + self.skip)
        run = execute(command, RUN_SECONDS, environment=self.race_environment())
        if run.returncode not in (0, 1) or "FATAL: ThreadSanitizer" in run.stderr:
            raise RuntimeError(f"ThreadSanitizer: {last_lines(run.stderr + run.stdout)}")
        for report in run.stderr.split("WARNING: ThreadSanitizer: data race")[1:]:
            self.outcome.failures.append(
                Failure("race", self.kernel_in(report), "ThreadSanitizer: data race"))

    def kernel_in(self, report):
        """The kernel that a sanitizer's stack trace names, else the first one of the batch."""
        name = re.search(r"\bk(\d+)::", report)
        return int(name[1]) if name else self.kernels[0][0]

    # ---- Building

    def compile(self, compiler, flags, source, target, kind, common=FLAGS):
        run = execute([compiler] + list(common) + flags + ["-c", source, "-o", target],
                      COMPILE_SECONDS, cwd=self.folder)
        if run.returncode == 0:
            return
        starts = [(int(line), int(number)) for line, number in re.findall(
            r"^(\d+):namespace k(\d+) ", numbered(read(self.path(source))), re.M)]
        failures = []
        for line, message in errors_in(source, run.stderr):
            before = [number for start, number in starts if start <= line]
            if before:
                failures.append(Failure(kind, before[-1], f"{compiler}: {message}"))
        if not failures:
            raise RuntimeError(f"{compiler} {source}: {last_lines(run.stderr)}")
        raise BrokenKernels(failures)

    def link(self, compiler, objects, runtime, program, flags=()):
        run = execute([compiler, *flags, *objects] +
                      [self.toolchain.object(name) for name in runtime] + ["-o", program],
                      COMPILE_SECONDS, cwd=self.folder)
        if run.returncode:
            raise RuntimeError(f"cannot link {program}: {last_lines(run.stderr)}")


def only_changed(before, after):
    """The file `after` with those kernels that differ from `before`: the others need no test."""
    section = re.compile(r"^namespace k(\d+) \{.*?^\} // namespace k\1\n\n?", re.M | re.S)
    old = {match[1]: match[0] for match in section.finditer(before)}
    dropped = {match[1] for match in section.finditer(after) if old.get(match[1]) == match[0]}
    text = section.sub(lambda match: "" if match[1] in dropped else match[0], after)
    text = re.sub(r"^  \{(\d+),.*\n", lambda match: "" if match[1] in dropped else match[0], text,
                  flags=re.M)
    return re.sub(r"kernelCount = \d+;", f"kernelCount = {len(old) - len(dropped)};", text)


def with_runtime_schedule(text):
    """Lets the harness choose the schedule of each directive that loomp wrote.

    Not where `lastprivate` stands: clang 22 gives wrong values with a dynamic schedule then, and
    loomp never writes the two together. Where a condition stands, or threads have copies of arrays,
    clang 22 must not take a dynamic schedule for a promise that nothing overlaps: see
    rewriters/Plan.cpp.
    """
    def change(match):
        directive = match[0]
        if "lastprivate" in directive or "schedule" in directive:
            return directive
        keeps_order = re.search(r"\bif *\(|reduction\([^)]*\[|private\(", directive)
        schedule = "monotonic : runtime" if keeps_order else "runtime"
        return re.sub("parallel for( simd)?", rf"\g<0> schedule({schedule})", directive, count=1)

    return re.sub(r"#pragma omp parallel for(?:[^\n]*\\\n)*[^\n]*", change, text)


def errors_in(source, text):
    """(line, message) of each error; one in a header counts where the source leads to it."""
    errors, line = [], None
    for place, kind, what in re.findall(
            r"^(?:%s:(\d+)|\S+?:\d+):\d+: +((?:fatal )?error|note|required)\b(.*)$"
            % re.escape(source), text, re.M):
        if kind.endswith("error"):
            # g++ says "required from here" before the error, clang++ notes it afterwards.
            errors.append([int(place) if place else line, what[2:]])
            line = None
        elif place and kind == "required":
            line = int(place)
        elif place and errors and errors[-1][0] is None:
            errors[-1][0] = int(place)
    return [(line, message) for line, message in errors if line is not None]


def family_of(compiler):
    return "clang" if compiler == CLANG else "gcc"


TIMEOUT = -1000


def execute(command, seconds, cwd=None, environment=None):
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=seconds, cwd=cwd,
                              env={**os.environ, **(environment or {})}, errors="replace",
                              stdin=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired as expired:
        output = expired.stdout or b""
        output = output.decode(errors="replace") if isinstance(output, bytes) else output
        return subprocess.CompletedProcess(command, TIMEOUT, output, "time limit exceeded")


def first_report(text):
    found = re.search(r"(runtime error: .*|ERROR: AddressSanitizer: \S+)", text)
    return found[1] if found else last_lines(text)


def last_lines(text, count=3):
    return " | ".join(text.strip().split("\n")[-count:])


def numbered(text):
    return "\n".join(f"{line}:{content}" for line, content in enumerate(text.split("\n"), 1))


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def write(name, text):
    temporary = name + ".tmp"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, name)
