# ===- harness.py - runs one hostile case and judges what came of it --------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# What is judged of every case, whatever it is about:
#
#   status       the exit status is the expected one, and the tool was not ended by a signal
#   messages     stderr holds the expected messages and nothing else (where the source does not
#                compile: the compiler's diagnostics in front of them)
#   crash        nobody printed a stack, an assertion or an internal error
#   files        every file has the content, type, permissions, owner, attributes and links that it
#                had before, but for sources that are fixed: these are fixed wholly, and keep the rest
#   strays       no file came into being that the case does not name
#   processes    nothing still runs
#   limits       the run took less time and memory than the case allows
#   json         with --format=json stdout is one object, whose errors are those of the messages
#
# ===------------------------------------------------------------------------===#

import json
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
import time

CRASH = re.compile(rb"Stack dump|PLEASE submit|terminate called|Assertion .* failed|LLVM ERROR|"
                   rb"AddressSanitizer|runtime error:|internal error")
PRAGMA = re.compile(rb"^[ \t]*#\s*pragma omp [^\n]*(\n|$)", re.MULTILINE)


class Case:
    """One row of the table; see cases.py for what its fields mean."""

    judges_files = True

    def __init__(self, section, name, what, run, **fields):
        self.section, self.name, self.what, self.run = section, name, what, run
        defaults = {"files": {}, "prepare": None, "status": 0, "says": None, "compiles": True,
                    "fixed": (), "creates": (), "stdout": None, "seconds": 60, "megabytes": 1500,
                    "user": None, "environment": {}, "limits": {}, "wrapper": None, "fault": None,
                    "fault_run": None, "after": None, "crashes": False, "needs": None,
                    "to": None, "closed": (), "twice": False}
        unknown = set(fields) - set(defaults)
        assert not unknown, unknown
        self.__dict__.update({**defaults, **fields})
        if self.says is None:
            self.says = []
        elif isinstance(self.says, str):
            self.says = [self.says]


class Skip(Exception):
    """What the case needs is not there."""


class Bench:
    """Where cases run: the tool, and a library that makes calls fail."""

    def __init__(self, loomp):
        self.loomp = loomp
        # Not where TMPDIR says: that may be a folder which other users may not enter.
        self.folder = tempfile.mkdtemp(prefix="loomp-hostile-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        self.library = None

    def fault_library(self):
        if not self.library:
            self.library = os.path.join(self.folder, "fault.so")
            source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fault.c")
            subprocess.run(["clang-22", "-shared", "-fPIC", "-O1", source, "-o", self.library],
                           check=True)
        return self.library

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, case):
        """What is wrong, as a list of lines of the form `RULE: what`."""
        place = os.path.join(self.folder, "case")
        os.mkdir(place)
        try:
            prepare(case, place)
            return self.judge(case, place)
        finally:
            make_removable(place)
            shutil.rmtree(place)

    def judge(self, case, place):
        before = snapshot(place)
        outcome = self.start(case, place)
        after = snapshot(place)
        wrong = list(judge_outcome(case, outcome))
        if case.judges_files:
            wrong += judge_files(case, before, after)
        if case.after:
            try:
                case.after(place, outcome)
            except AssertionError as error:
                wrong.append(f"after: {error}")
        return wrong

    def start(self, case, place):
        words = case.run if isinstance(case.run, list) else case.run.split()
        words = [word.replace("%loomp", self.loomp) for word in words]
        if words[0] in ("check", "fix", "explain") and "--help" not in words:
            words.insert(1, "--quiet")
        command = [self.loomp, *words]
        if case.wrapper:
            command = [word.replace("%loomp", self.loomp) for word in case.wrapper] + command
        environment = {**os.environ, "LC_ALL": "C.UTF-8", **case.environment}
        if case.fault:
            environment.update(LD_PRELOAD=self.fault_library(), FAULT=case.fault,
                               FAULT_RUN=(case.fault_run or "").replace("%loomp", self.loomp))

        def enter():
            os.setsid()
            for name, value in case.limits.items():
                resource.setrlimit(getattr(resource, name), (value, value))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            for descriptor in case.closed:
                os.close(descriptor)
            if case.user is not None:
                os.setgroups([])
                os.setgid(case.user)
                os.setuid(case.user)

        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            target = open(os.path.join(place, case.to), "wb") if case.to else out
            begin = time.monotonic()
            process = subprocess.Popen(command, cwd=place, stdin=subprocess.DEVNULL, stdout=target,
                                       stderr=err, env=environment, preexec_fn=enter)
            try:
                late = time.monotonic() + case.seconds * 3 + 30
                while True:
                    pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                    if pid:
                        break
                    if time.monotonic() > late:
                        os.killpg(process.pid, signal.SIGKILL)
                    time.sleep(0.005)
            finally:
                process.returncode = 0
                if case.to:
                    target.close()
            outcome = {"status": os.waitstatus_to_exitcode(status),
                       "seconds": usage.ru_utime + usage.ru_stime,
                       "wall": time.monotonic() - begin, "megabytes": usage.ru_maxrss / 1024}
            time.sleep(0.01)
            outcome["left"] = is_alive(process.pid)
            for name, file in (("stdout", out), ("stderr", err)):
                file.seek(0)
                outcome[name] = file.read()
        return outcome


def is_alive(group):
    """Whether a process of the group runs. One that ended may wait for its parent to notice."""
    for _ in range(40):
        running = []
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    state, _, its_group = file.read().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(its_group) == group and state not in "ZX":
                running.append(name)
        if not running:
            return False
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return True


def prepare(case, place):
    if case.needs and not case.needs():
        raise Skip("what it needs is not there")
    for name, content in case.files.items():
        path = os.path.join(place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            content = content() if callable(content) else content
            content = content if isinstance(content, bytes) else content.encode()
            file.write(content.replace(b"%PLACE%", place.encode()))
    if case.user is not None:
        if os.getuid() != 0:
            raise Skip("only root can become another user")
        os.chown(place, case.user, case.user)
        for name in case.files:
            os.chown(os.path.join(place, name), case.user, case.user)
    if case.prepare:
        here = os.getcwd()
        os.chdir(place)
        try:
            case.prepare()
        except (PermissionError, NotImplementedError) as error:
            raise Skip(str(error)) from error
        except OSError as error:
            raise Skip(str(error)) from error
        finally:
            os.chdir(here)


def make_removable(place):
    for folder, folders, _ in os.walk(place):
        for name in folders:
            if not os.path.islink(os.path.join(folder, name)):
                os.chmod(os.path.join(folder, name), 0o755)


def snapshot(place):
    """Everything about every file but its times, by path."""
    entries = {}
    for folder, folders, names in os.walk(place):
        for name in folders + names:
            path = os.path.join(folder, name)
            status = os.lstat(path)
            content = None
            if stat.S_ISREG(status.st_mode):
                with open(path, "rb") as file:
                    content = file.read()
            elif stat.S_ISLNK(status.st_mode):
                content = os.readlink(path).encode(errors="surrogateescape")
            attributes = {}
            if stat.S_ISREG(status.st_mode):
                try:
                    attributes = {each: os.getxattr(path, each) for each in os.listxattr(path)}
                except OSError:
                    pass
            entries[os.path.relpath(path, place)] = {
                "content": content, "mode": status.st_mode, "user": status.st_uid,
                "group": status.st_gid, "attributes": attributes,
                "links": status.st_nlink if not stat.S_ISDIR(status.st_mode) else 0}
    return entries


def judge_outcome(case, outcome):
    status, stderr = outcome["status"], outcome["stderr"]
    if status != case.status:
        yield f"status: {status} instead of {case.status}; stderr: {stderr[-300:]!r}"
    if CRASH.search(stderr) and not case.crashes:
        yield f"crash: {CRASH.search(stderr).group(0)!r} in stderr"
    lines = stderr.decode(errors="replace").replace("\0", "").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    else:
        lines and (yield f"messages: the last one does not end: {lines[-1]!r}")
    said = lines if case.compiles else lines[len(lines) - len(case.says):]
    if len(said) != len(case.says) or not all(
            matches(expected, line) for expected, line in zip(case.says, said)):
        yield "messages:\n" + "".join(f"  expected  {each}\n" for each in case.says) + "".join(
            f"  said      {each[:300]}\n" for each in lines[-6:])
    if not case.compiles and len(lines) <= len(case.says):
        yield "messages: the compiler said nothing"
    if outcome["left"]:
        yield "processes: something still runs"
    if outcome["seconds"] > case.seconds or outcome["wall"] > case.seconds * patience():
        yield (f"limits: took {outcome['wall']:.1f} s, {outcome['seconds']:.1f} s of the processor; "
               f"more than {case.seconds}")
    if outcome["megabytes"] > case.megabytes:
        yield f"limits: needed {outcome['megabytes']:.0f} MB, more than {case.megabytes}"
    if case.stdout is not None and not case.to and not re.search(
            case.stdout.encode(), outcome["stdout"], re.DOTALL):
        yield f"stdout: no {case.stdout!r} in {outcome['stdout'][:300]!r}"
    if "--format=json" in case.run and not case.to and not case.closed:
        yield from judge_json(case, outcome)


def judge_json(case, outcome):
    try:
        report = json.loads(outcome["stdout"].decode())
    except ValueError as error:
        yield f"json: {error}"
        return
    if bool(report.get("errors")) != (case.status == 2):
        yield f"json: errors are {report.get('errors')} with status {outcome['status']}"


def patience():
    """A machine that others use, too, is slower."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) * 2


def matches(expected, line):
    """`...` in an expected message stands for anything."""
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, line, re.DOTALL) is not None


def judge_files(case, before, after):
    for path in sorted(set(before) | set(after)):
        if path not in after:
            yield f"files: '{path}' is gone"
        elif path not in before:
            if path not in case.creates and path != case.to:
                yield f"strays: '{path}' is new"
        elif path not in case.creates:
            yield from judge_file(path, before[path], after[path], path in case.fixed)
    for path in set(case.creates) - set(after):
        yield f"files: '{path}' is missing"


def judge_file(path, before, after, is_fixed):
    for field in ("mode", "user", "group", "links", "attributes"):
        if before[field] != after[field]:
            yield f"files: the {field} of '{path}' changed: {before[field]} to {after[field]}"
    if not is_fixed and before["content"] != after["content"]:
        yield f"files: '{path}' changed"
    if is_fixed and before["content"] is not None:
        if before["content"] == after["content"]:
            yield f"files: '{path}' is not fixed"
        elif PRAGMA.sub(b"", after["content"]) != before["content"]:
            yield f"files: '{path}' is not the source with directives"
