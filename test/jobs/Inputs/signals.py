# ===- signals.py - runs that are ended ----------------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Ends a run over a file that would take long, and looks for what is left of it.
#
# Usage: signals.py LOOMP FILE
#
# ===----------------------------------------------------------------------===#

import os
import signal
import subprocess
import sys
import time

FLAGS = ["--", "-fconstexpr-steps=4294967295"]


def children(process):
    path = f"/proc/{process}/task/{process}/children"
    with open(path, encoding="ascii") as file:
        return [int(word) for word in file.read().split()]


def is_alive(process):
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def check(which, number):
    """Sends a signal to the run or to one of its workers: both are gone, by that signal."""
    run = subprocess.Popen([sys.argv[1], "check", "-j2", sys.argv[2], sys.argv[2], *FLAGS],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    limit = time.monotonic() + 60
    while len(children(run.pid)) < 2:
        assert time.monotonic() < limit, "no workers"
        time.sleep(0.01)
    workers = children(run.pid)
    os.kill(workers[0] if which == "worker" else run.pid, number)
    status = run.wait(timeout=60)
    assert status == -number, (which, number, status)
    while any(map(is_alive, workers)):
        assert time.monotonic() < limit, "workers are left"
        time.sleep(0.01)


for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL):
    check("run", number)
check("worker", signal.SIGTERM)
