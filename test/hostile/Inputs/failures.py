# ===- failures.py - systems that fail, processes that die, limits ----------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# ===------------------------------------------------------------------------===#

import os
import shutil
import signal
import subprocess

from harness import PRAGMA, Case
from sources import FIX, KERNEL, kernel, nest

TWO = {"a.cpp": KERNEL, "b.cpp": kernel(name="g")}
FULL = "no space left on device"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def old_or_new(place, _):
    """Every source has its old content or all of its new one."""
    for name, old in TWO.items():
        assert PRAGMA.sub(b"", read(os.path.join(place, name))) == old.encode(), f"half of {name}"


def next_run_cleans(place, _):
    """The next run fixes what is left and removes what the killed one left behind."""
    old_or_new(place, _)
    loomp = os.environ["LOOMP_UNDER_TEST"]
    subprocess.run([loomp, "fix", "--quiet", "--cost-model=off", "a.cpp", "b.cpp"], cwd=place,
                   check=True)
    for name in TWO:
        assert PRAGMA.search(read(os.path.join(place, name))), f"{name} is not fixed"
    assert sorted(os.listdir(place)) == sorted(TWO), f"strays: {os.listdir(place)}"


def killed_cases():
    section = "Death in the middle"
    for call, number in (("mkostemp", 1), ("write", 1), ("fsync", 1), ("mkostemp", 2), ("fsync", 2),
                         ("rename", 1), ("rename", 2)):
        yield Killed(section, f"kill-{call}-{number}",
                     f"kill -9 before call {number} of {call}", f"{FIX} a.cpp b.cpp", files=TWO,
                     fault=f"{call}:{number}:kill", status=-signal.SIGKILL, after=next_run_cleans)


class Killed(Case):
    """Half of the files may be fixed, and temporary ones are left: `after` judges that."""

    judges_files = False


def failing_cases():
    section = "System that fails"

    def failing(name, what, fault, message, file="a.cpp", **fields):
        return Case(section, name, what, f"{FIX} a.cpp b.cpp", files=TWO, fault=fault, status=2,
                    says=f"{file}: error: {message}", **fields)

    for error, text in (("ENOSPC", FULL), ("EDQUOT", "disk quota exceeded"),
                        ("EIO", "input/output error")):
        yield failing(f"write-{error}", f"writing fails: {text}", f"write:1:{error}",
                      f"cannot be written: {text}")
        yield failing(f"write-second-{error}", f"writing the second file fails: {text}",
                      f"write:2:{error}", f"cannot be written: {text}", "b.cpp")
    yield failing("fsync", "the disk does not take it", "fsync:1:EIO",
                  "cannot be written: input/output error")
    yield failing("fsync-second", "the disk does not take the second file", "fsync:2:EIO",
                  "cannot be written: input/output error", "b.cpp")
    yield failing("mkostemp", "no new file in a read-only file system", "mkostemp:1:EROFS",
                  "cannot be written: read-only file system")
    yield failing("mkostemp-second", "no second new file", "mkostemp:2:ENOSPC",
                  f"cannot be written: {FULL}", "b.cpp")
    yield failing("fchmod", "permissions cannot be set", "fchmod:1:EPERM",
                  "cannot be written: operation not permitted")
    yield failing("rename", "the first rename fails", "rename:1:EACCES",
                  "cannot be replaced: permission denied")
    yield failing("rename-second", "the second rename fails", "rename:2:EIO",
                  "cannot be replaced: input/output error; the file before it is written", "b.cpp",
                  fixed=["a.cpp"])
    yield Case(section, "interrupted", "a signal in the middle of writing", f"{FIX} a.cpp b.cpp",
               files=TWO, fault="write:1:EINTR", fixed=list(TWO))
    yield Case(section, "no-locks", "a file system without locks", f"{FIX} a.cpp b.cpp", files=TWO,
               fault="flock:1:ENOTSUP", fixed=list(TWO))


def race_cases():
    section = "Others at work"
    changed = "a.cpp: error: has changed since it was analysed; nothing is written"
    yield Race(section, "changed", "the file is edited while it is analysed", f"{FIX} a.cpp b.cpp",
               files=TWO, fault="flock:1:before", fault_run="echo >> a.cpp", status=2, says=changed,
               after=lambda place, _: untouched(place, "b.cpp"))
    yield Race(section, "vanished", "the file is removed while it is analysed", f"{FIX} a.cpp b.cpp",
               files=TWO, fault="flock:1:before", fault_run="rm a.cpp", status=2, says=changed,
               after=lambda place, _: untouched(place, "b.cpp"))
    yield Race(section, "replaced", "the file is replaced by an equal one", f"{FIX} a.cpp b.cpp",
               files=TWO, fault="flock:1:before", fault_run="cp a.cpp c && mv c a.cpp", status=2,
               says=changed, after=lambda place, _: untouched(place, "a.cpp", "b.cpp"))
    yield Race(section, "to-folder", "the file becomes a folder", f"{FIX} a.cpp b.cpp", files=TWO,
               fault="flock:1:before", fault_run="rm a.cpp && mkdir a.cpp", status=2, says=changed,
               after=lambda place, _: untouched(place, "b.cpp"))
    yield Race(section, "second-vanished", "the second file is removed before it is written",
               f"{FIX} a.cpp b.cpp", files=TWO, fault="mkostemp:1:after", fault_run="rm b.cpp",
               status=2, says="b.cpp: error: cannot be written: no such file or directory",
               after=lambda place, _: untouched(place, "a.cpp"))
    yield Race(section, "folder-vanished", "the folder is removed while a file is written",
               f"{FIX} d/a.cpp", files={"d/a.cpp": KERNEL}, fault="mkostemp:1:before",
               fault_run="rm -r d", status=2,
               says="d/a.cpp: error: cannot be written: no such file or directory",
               after=lambda place, _: None)
    yield Case(section, "second-run", "another run while the first one writes", f"{FIX} a.cpp b.cpp",
               files=TWO, fault="flock:1:after", fixed=list(TWO), creates=["other"],
               fault_run="%loomp fix --quiet --cost-model=off a.cpp 2> other; test $? = 2",
               after=lambda place, _: equal(
                   read(os.path.join(place, "other")),
                   b"a.cpp: error: is being changed by another process; nothing is written\n"))
    yield Case(section, "second-run-first", "another run fixes the file before this one can",
               f"{FIX} a.cpp", files={"a.cpp": KERNEL}, fault="flock:1:before", fixed=["a.cpp"],
               fault_run="%loomp fix --quiet --cost-model=off a.cpp", status=2, says=changed)
    yield Case(section, "ten-runs", "ten runs at once for one file", f"{FIX} a.cpp b.cpp",
               files=TWO, fault="flock:1:before", fixed=list(TWO), status=2, says=changed, seconds=90,
               fault_run="for i in 1 2 3 4 5 6 7 8 9; do %loomp fix --quiet --cost-model=off b.cpp "
                         "a.cpp 2> /dev/null & done; wait; true")


class Race(Case):
    """Somebody else changes files, too: `after` judges them."""

    judges_files = False


def untouched(place, *names):
    for name in names:
        equal(read(os.path.join(place, name)), TWO[name].encode())
    strays = [name for name in os.listdir(place) if ".loomp-" in name]
    assert not strays, f"strays: {strays}"


def equal(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def stream_cases():
    section = "Streams"
    for run in ("check a.cpp", "check --format=json a.cpp", "fix --diff --cost-model=off a.cpp",
                "explain a.cpp:2", "check --help"):
        yield Case(section, "full-" + run.replace(" --", "-").split(" ")[0].split("=")[0],
                   "standard output is full", run, files={"a.cpp": KERNEL}, status=2,
                   to="/dev/full", says=f"loomp: error: cannot write to stdout: {FULL}")
    yield Case(section, "closed-output", "standard output is closed", f"{FIX} a.cpp",
               files={"a.cpp": KERNEL}, closed=[1], fixed=["a.cpp"])
    yield Case(section, "closed-errors", "standard error is closed", f"{FIX} a.cpp",
               files={"a.cpp": KERNEL}, closed=[2], fixed=["a.cpp"])
    yield Case(section, "closed-all", "all three streams are closed", f"{FIX} a.cpp",
               files={"a.cpp": KERNEL}, closed=[0, 1, 2], fixed=["a.cpp"])
    yield Case(section, "closed-all-check", "all three streams are closed", "check a.cpp",
               files={"a.cpp": KERNEL}, closed=[0, 1, 2])
    yield Case(section, "largest-file", "no file may be larger than 50 bytes", f"{FIX} a.cpp",
               files={"a.cpp": KERNEL}, limits={"RLIMIT_FSIZE": 50}, status=2,
               says="a.cpp: error: cannot be written: file too large", wrapper=["env"])
    yield Case(section, "largest-export", "no file may be larger than 50 bytes",
               f"{FIX} --export-fixes=f.yaml a.cpp", files={"a.cpp": KERNEL},
               limits={"RLIMIT_FSIZE": 50}, status=2,
               says="f.yaml: error: cannot be written: file too large")
    yield Case(section, "few-files", "eight open files at most", f"{FIX} a.cpp",
               files={"a.cpp": KERNEL}, limits={"RLIMIT_NOFILE": 8}, fixed=["a.cpp"])
    yield Case(section, "full-disk", "a disk of 64 KB that is full", "fix a.cpp", status=2,
               files={"a.cpp": KERNEL}, needs=can_mount, says=f"a.cpp: error: cannot be written: "
               f"{FULL}", wrapper=["unshare", "-Urm", "sh", "-ec", FULL_DISK, "%loomp"],
               creates=["mounted", "result"], after=lambda place, _: equal(
                   read(os.path.join(place, "result")), KERNEL.encode() + b"a.cpp\nfill\n"))


FULL_DISK = """
mkdir mounted
mount -t tmpfs -o size=64k none mounted
cp a.cpp mounted
cd mounted
dd if=/dev/zero of=fill bs=1k status=none 2> /dev/null || true
status=0
"$0" fix --quiet --cost-model=off a.cpp || status=$?
cat a.cpp > ../result
ls >> ../result
exit $status
"""


def can_mount():
    probe = ["unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt"]
    return shutil.which("unshare") and subprocess.run(
        probe, capture_output=True, check=False).returncode == 0


def slow():
    """Takes hours and no memory: a template tree of 2^30 instantiations that are forgotten."""
    return ("constexpr long g(long n) { long s = 0; for (long i = 0; i < n; i++) s += i; return s; }\n"
            "static_assert(g(4000000000) > 0);\n" + KERNEL)


def limit_cases():
    section = "Limits"
    steps = "-- -fconstexpr-steps=4294967295"

    def limited(name, what, run, says, **fields):
        return Case(section, name, what, run, says=says, status=2,
                    **{"files": {"a.cpp": slow(), "b.cpp": KERNEL}, **fields})

    late = "a.cpp: error: not analysed: took longer than 2 s"
    large = "a.cpp: error: not analysed: needs more than 300 MB"
    yield limited("time-check", "a file that takes hours", f"check --file-timeout=2 a.cpp {steps}",
                  late, seconds=10)
    yield limited("time-others", "others go on", f"{FIX} --file-timeout=2 b.cpp a.cpp {steps}", late,
                  fixed=["b.cpp"], seconds=10)
    yield limited("time-first", "others go on", f"{FIX} --file-timeout=2 a.cpp b.cpp {steps}", late,
                  fixed=["b.cpp"], seconds=10)
    yield limited("time-json", "a file that takes hours",
                  f"check --format=json --file-timeout=2 b.cpp a.cpp b.cpp {steps}", late, seconds=10)
    yield limited("time-explain", "a file that takes hours",
                  f"explain --file-timeout=2 a.cpp:4 {steps}", late, seconds=10)
    yield limited("time-verify", "a file that takes hours", f"verify --file-timeout=2 a.cpp {steps}",
                  late, seconds=10)
    yield limited("time-diff", "a file that takes hours",
                  f"{FIX} --diff --file-timeout=2 b.cpp a.cpp {steps}", late, seconds=10,
                  stdout=r"\+  #pragma omp")
    yield limited("time-twice", "two files that take hours",
                  f"{FIX} --file-timeout=2 a.cpp b.cpp c.cpp {steps}",
                  [late, late.replace("a.cpp", "c.cpp")], fixed=["b.cpp"], seconds=20,
                  files={"a.cpp": slow(), "b.cpp": KERNEL, "c.cpp": slow()})
    yield limited("time-diagnostics", "what was said before is said once",
                  f"check --file-timeout=2 b.cpp a.cpp {steps}",
                  ["b.cpp:1:1: error: a type specifier is required for all declarations",
                   "    1 | nonsense;", "      | ^", "1 error generated.",
                   "b.cpp: error: does not compile: a type specifier is required for all "
                   "declarations", late],
                  files={"a.cpp": slow(), "b.cpp": "nonsense;\n"}, seconds=10)
    memory = "int t[] = {" + ",".join(["1"] * 6000000) + "};\n" + KERNEL
    yield limited("memory-check", "a file that needs gigabytes", "check --file-memory=300 a.cpp",
                  large, files={"a.cpp": memory}, seconds=30)
    yield limited("memory-others", "others go on", f"{FIX} --file-memory=300 b.cpp a.cpp", large,
                  files={"a.cpp": memory, "b.cpp": KERNEL}, fixed=["b.cpp"], seconds=30)
    yield Case(section, "memory-enough", "a file that needs less than its limit",
               f"{FIX} --file-memory=1000 a.cpp", files={"a.cpp": KERNEL}, fixed=["a.cpp"])
    yield Case(section, "no-limits", "no limits", f"{FIX} --file-memory=0 --file-timeout=0 a.cpp",
               files={"a.cpp": KERNEL}, fixed=["a.cpp"])
    yield limited("setting", "the limit of a project", f"check a.cpp {steps}", late, seconds=10,
                  files={"a.cpp": slow(), ".loomp.yaml": "file-timeout: 2\n"})


def all_cases():
    return [*killed_cases(), *failing_cases(), *race_cases(), *stream_cases(), *limit_cases()]
