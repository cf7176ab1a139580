# ===- judge.py - which of many small kernels still fail in the same way? -------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# The variants of one kernel stand in one file, each under a number of its own and with the input
# seed of the original, and go together through those stages of batch.py that the kind of failure
# needs:
#
#   syntax     clang++ without code generation; variants with errors or suspicious reads drop out
#   tool       the verdicts and the rewritten file
#   evidence   the oracle, one build, or a compiler's opinion, depending on the kind
#   validity   the variants that still fail, under the sanitizers
#
# Programs run once per variant with a short time limit: a variant may hang or crash.
#
# ===------------------------------------------------------------------------===#

import copy
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import batch as batches
import verdicts
from kernel import Printer

SYNTAX = ["-DFUZZ_ORACLE", "-fsyntax-only", "-ferror-limit=0", "-Wno-everything",
          "-Werror=uninitialized", "-Werror=sometimes-uninitialized", "-Werror=return-type",
          "-Werror=infinite-recursion"]
SECONDS, MORE_SECONDS = 1, 8  # for one variant: on all inputs, in several ways
TOOL_SECONDS = 20  # for one variant
ORDERS = "1,2,3,4,5"


@dataclass
class Verdict:
    """How a kernel fails."""
    detail: str
    loops: list = field(default_factory=list)  # per loop (tool's item or None, oracle's records)


class Judge:
    """`detail` of the original failure names the build to use, where the kind needs one."""

    def __init__(self, toolchain, kind, folder, seed, detail=""):
        self.toolchain = toolchain
        self.kind = kind
        self.folder = folder
        self.seed = seed
        self.detail = detail
        self.rounds = 0

    def judge(self, variants):
        """For each kernel of the list, a Verdict if it fails with the kind, else None."""
        self.rounds += 1
        kernels = []
        for number, variant in enumerate(variants):
            variant = copy.copy(variant)
            variant.input_seed = self.seed
            kernels.append((number, variant))
        try:
            failing = self.failing(kernels)
        except RuntimeError:  # a step failed and no variant can be blamed: none counts
            failing = {}
        return [failing.get(number) for number in range(len(variants))]

    def failing(self, kernels):
        """Number -> Verdict."""
        kernels = self.compiling(kernels)
        evidence = {"wrong-verdict": self.by_oracle, "wrong-proof": self.by_oracle,
                    "crash": self.by_tool, "does-not-compile": self.by_compiler,
                    "differs": self.by_run, "race": self.by_run}[self.kind]
        failing = evidence(kernels) if kernels else {}
        if failing and self.kind not in ("crash", "does-not-compile"):
            kernels = [(number, kernel) for number, kernel in kernels if number in failing]
            failing = {number: failing[number] for number in self.valid(kernels)}
        return failing

    # ---- Stages

    def compiling(self, kernels):
        """Those without errors in the oracle's print, which contains the plain one."""
        return self.without_broken(kernels, self.syntax)[0]

    def syntax(self, batch):
        batches.write(batch.path("syntax.cpp"), Printer("oracle").program(batch.kernels))
        common = [flag for flag in batches.FLAGS if flag != "-w"]
        batch.compile(batches.CLANG, SYNTAX, "syntax.cpp", "syntax.o", "invalid", common)

    def without_broken(self, kernels, stage):
        """(kernels that pass, what `stage` returned for them): those that break it drop out."""
        while kernels:
            batch = self.batch(kernels)
            try:
                return kernels, stage(batch)
            except batches.BrokenKernels as broken:
                bad = {failure.kernel for failure in broken.failures}
                kernels = [(number, kernel) for number, kernel in kernels if number not in bad]
        return [], None

    def batch(self, kernels):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        plain = Printer()
        batch = batches.Batch(self.toolchain, kernels, self.folder, batches.Outcome())
        batches.write(batch.path("plain.cpp"), plain.program(kernels))
        batch.lines = plain.lines
        return batch

    def items(self, batch):
        """(kernel, loop) -> the tool's item."""
        return {batch.lines[loop["line"]]: loop for loop in batch.fix()["loops"]
                if loop["line"] in batch.lines}

    # ---- Evidence, by kind: number of the kernel -> Verdict

    def by_oracle(self, kernels):
        kernels, found = self.without_broken(kernels, self.items)
        suspects = {number for (number, _), item in (found or {}).items() if self.suspicious(item)}
        kernels = [(number, kernel) for number, kernel in kernels if number in suspects]
        kernels, records = self.without_broken(
            kernels, lambda batch: self.oracle_records(batch, found))
        failing = {}
        comparison = verdicts.compare(dict(kernels), found, records or [])
        for kind, number, detail in comparison.failures:
            if kind == self.kind and number not in failing:
                loops = [(found.get((number, position)),
                          [(record["input"], record["loops"][str(position)]) for record in records
                           if record["kernel"] == number and str(position) in record["loops"]])
                         for position in range(len(dict(kernels)[number].loops()))]
                failing[number] = Verdict(detail, loops)
        return failing

    def suspicious(self, item):
        if self.kind == "wrong-proof":
            return any(blocker["proven"] for blocker in item["blockers"])
        return item["verdict"] in ("parallel", "already-parallel")

    def oracle_records(self, batch, found):
        batch.build_oracle(found)
        inputs = [f"--inputs={batches.MORE_INPUTS}"] if self.kind == "wrong-proof" else []
        return [record for _, run in self.run_each(batch, "oracle", inputs)
                if run.returncode == 0 for record in batch.records(run.stdout)]

    def by_tool(self, kernels):
        def alone(entry):
            number, kernel = entry
            folder = os.path.join(self.folder, f"alone-{number}")
            os.makedirs(folder, exist_ok=True)
            batches.write(os.path.join(folder, "parallel.cpp"), Printer().program([entry]))
            return number, batches.execute(self.toolchain.fix_command(), TOOL_SECONDS,
                                           cwd=folder)

        failing = {}
        with ThreadPoolExecutor(2) as pool:
            for number, run in pool.map(alone, kernels):
                if run.returncode:
                    failing[number] = Verdict(f"status {run.returncode}: "
                                              + batches.last_lines(run.stderr))
        return failing

    def by_compiler(self, kernels):
        kernels, _ = self.without_broken(kernels, lambda batch: batch.fix())
        if not kernels:
            return {}
        batch = self.batch(kernels)
        batch.fix()
        failing = {}
        for compiler in (batches.CLANG, batches.GXX):
            if self.detail and not self.detail.startswith(compiler + ":"):
                continue
            try:
                batch.compile(compiler, ["-O0", "-fopenmp", "-fsyntax-only"] + (
                    ["-ferror-limit=0"] if compiler == batches.CLANG else []),
                    "parallel.cpp", "parallel.o", "does-not-compile")
            except batches.BrokenKernels as broken:
                for failure in broken.failures:
                    failing.setdefault(failure.kernel, Verdict(failure.detail))
        return failing

    def by_run(self, kernels):
        """The build that differed, or the one for ThreadSanitizer; every kernel by itself."""
        kernels, failing = self.without_broken(kernels, self.failing_runs)
        return {number: verdict for number, verdict in (failing or {}).items()
                if number in dict(kernels)}

    def failing_runs(self, batch):
        found = self.items(batch)
        batch.free_schedules()
        if self.kind == "race":
            batch.build_threads()
            batches.write(batch.path("expected.txt"), "")
            options = ["--expect=" + batch.path("expected.txt"), "--threads=3"]
            failing = {number: "ThreadSanitizer: data race" for number, run in
                       self.run_each(batch, "threads", options, batch.race_environment())
                       if "ThreadSanitizer: data race" in run.stderr}
        else:
            failing = self.differing(batch)
        result = {}
        for number, detail in failing.items():
            loops = len(dict(batch.kernels)[number].loops())
            result[number] = Verdict(detail, [(found.get((number, position)), [])
                                              for position in range(loops)])
        return result

    def differing(self, batch):
        batch.build_serial()
        expected = "".join(run.stdout for _, run in self.run_each(batch, "serial")
                           if run.returncode == 0)
        batches.write(batch.path("expected.txt"), expected)
        complete = {int(line.split()[0]) for line in expected.splitlines()}
        program = re.match(r"lockstep|(clang|gcc)-O\d-(team|real)", self.detail or "lockstep")[0]
        compiler = batches.GXX if program.startswith("gcc") else batches.CLANG
        level = "-O2" if "-O2" in program else "-O0"
        batch.build_parallel(compiler, level, re.sub("-(team|real)$", "", program))
        options = ["--expect=" + batch.path("expected.txt"), "--schedules=static,dynamic"]
        options += ([f"--threads={batches.THREADS}"] if program.endswith("real")
                    else [f"--orders={ORDERS}", "--threads=2,3,8"])
        failing = {}
        for number, run in self.run_each(batch, program, options):
            found = re.search(r"^(?:differ|crash) \d+ .*$", run.stdout, re.M)
            if found and number in complete and not batch.also_serially(compiler, level, number):
                failing[number] = f"{program}: " + re.sub(r"^(\w+) \d+", r"\1", found[0])
        return failing

    # ---- Running

    def valid(self, kernels):
        """The numbers of kernels without undefined behaviour."""
        kernels, runs = self.without_broken(kernels, self.sanitized)
        return [number for number, run in runs or [] if run.returncode == 0]

    def sanitized(self, batch):
        batch.build_sanitized()
        return self.run_each(batch, "sanitized")

    def run_each(self, batch, program, options=(), environment=None):
        def alone(entry):
            command = [batch.path(program), *options, f"--only={entry[0]}"]
            seconds = MORE_SECONDS if options else SECONDS
            return entry[0], batches.execute(command, seconds, environment={
                "OMP_WAIT_POLICY": "passive", **(environment or {})})

        kernels = [entry for entry in batch.kernels if not (
            "--expect" in "".join(options) and entry[1].has_wrong_directive())]
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(alone, kernels))
