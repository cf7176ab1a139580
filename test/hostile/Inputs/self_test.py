# ===- self_test.py - tools that do wrong must be found ---------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Each wrapper runs the real tool and then does one wrong thing. The harness must report it, under
# the rule that the wrong thing breaks, and must report nothing for the tool itself.
#
# ===------------------------------------------------------------------------===#

import os
import stat

from harness import Case
from sources import FIX, KERNEL

# What is wrong: the rule that must find it, and what the wrapper does behind the real run.
WRONG = {
    "status": ("status", "exit 3"),
    "signal": ("status", "kill -SEGV $$"),
    "message": ("messages", "echo one more >&2; exit $status"),
    "silence": ("messages", "SILENT"),
    "crash": ("crash", "echo 'Stack dump:' >&2; exit $status"),
    "content": ("files", "echo >> a.cpp; exit $status"),
    "half": ("files", "head -c 20 a.cpp > x; cat x > a.cpp; rm x; exit $status"),
    "mode": ("files", "chmod 600 a.cpp; exit $status"),
    "owner": ("files", "chown 1:1 a.cpp; exit $status"),
    "link": ("files", "cat l.cpp > x; rm l.cpp; mv x l.cpp; exit $status"),
    "hard-link": ("files", "ln a.cpp ../linked-$$; exit $status"),
    "gone": ("files", "rm other; exit $status"),
    "stray": ("strays", "touch a.cpp.loomp-abcdef; exit $status"),
    "process": ("processes", "sleep 50 > /dev/null 2>&1 & exit $status"),
    "slow": ("limits", "sh -c 'ulimit -t 2; while :; do :; done'; exit $status"),
    "large": ("limits", "dd if=/dev/zero of=/dev/null bs=290M count=1 status=none; exit $status"),
    "json": ("json", "echo more; exit $status"),
}


def cases():
    files = {"a.cpp": KERNEL, "other": "kept\n"}
    link = dict(files=files, prepare=lambda: os.symlink("a.cpp", "l.cpp"), seconds=1, megabytes=200)
    yield "fix", Case("Self-test", "fix", "", f"{FIX} a.cpp", fixed=["a.cpp"], **link)
    yield "check", Case("Self-test", "check", "", "check --format=json a.cpp", **link)
    yield "error", Case("Self-test", "error", "", "fix --nope a.cpp", status=2,
                        says="loomp: error: unknown option '--nope'; see 'loomp fix --help'", **link)


def run(bench, _):
    real, failed = bench.loomp, 0
    for kind, case in cases():
        wrong = [line for line in bench.run(case) if not line.startswith("limits")]
        if wrong:
            print(f"the tool itself, {kind}: {wrong}")
            failed += 1
    for name, (rule, action) in WRONG.items():
        wrapper = os.path.join(bench.folder, "wrapper")
        silent = "2> /dev/null" if action == "SILENT" else ""
        with open(wrapper, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/bash\n"{real}" "$@" {silent}\nstatus=$?\n'
                       + ("exit $status" if silent else action) + "\n")
        os.chmod(wrapper, stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
        bench.loomp = wrapper
        if name == "owner" and os.getuid() != 0:
            continue
        found = [kind for kind, case in cases()
                 if any(line.startswith(rule) for line in bench.run(case))]
        print(f"{name}: {'found by ' + ', '.join(found) if found else 'NOT FOUND'}")
        failed += not found
    print("self-test:", "failed" if failed else "every wrong tool was found")
    return 1 if failed else 0
