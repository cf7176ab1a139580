# ===- progress.py - what is drawn on a terminal -------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Runs loomp on a terminal of 40 columns, over the files of progress.test.
#
# Usage: progress.py LOOMP
#
# ===----------------------------------------------------------------------===#

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios


def run(*arguments, columns=40, stdout=subprocess.PIPE):
    """The report, and the bytes that came to the terminal."""
    screen, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([sys.argv[1], *arguments], stdout=stdout, stderr=terminal,
                               env=dict(os.environ, TERM="xterm"))
    os.close(terminal)
    drawn = b""
    while True:
        try:
            part = os.read(screen, 65536)
        except OSError:  # what Linux says at the end
            break
        if not part:
            break
        drawn += part
    os.close(screen)
    report = process.communicate()[0]
    return report, drawn.decode()


def lines_left(drawn):
    """What can be read when all is over: each line is what came behind its last return."""
    return [re.sub(r"\033\[[0-9;]*[mK]", "", line.rstrip("\r").rsplit("\r", 1)[-1])
            for line in drawn.split("\n")]


long_name = "a-rather-long-name-of-a-file-that-fills-a-line.cpp"
report, drawn = run("check", "-j2", "a.cpp", "bad.cpp", long_name)
steps = re.findall(r"\r\033\[K(\[ *\d+/\d+\][^\r\n]*)", drawn)
assert any(step.startswith("[1/3] ") for step in steps), drawn
assert any(re.fullmatch(r"\[[12]/3\] \S+  \d+:\d\d left", step) for step in steps), steps
assert any("...line.cpp" in step or "line.cpp" in step and "..." in step for step in steps), steps
assert max(map(len, steps)) < 40, steps
left = lines_left(drawn)
assert not any(re.match(r"\[ *\d+/3\]", line) for line in left), left  # all of it is gone
assert any(line.startswith("bad.cpp:1:1: error: unknown type name") for line in left), left
assert any(line.startswith("bad.cpp: error: does not compile") for line in left), left

for arguments in (["--quiet", "a.cpp", long_name], ["a.cpp"]):  # not wanted, nothing to say
    _, drawn = run("check", *arguments)
    assert "[" not in drawn and "\r" not in drawn, drawn

piped = subprocess.run([sys.argv[1], "check", "a.cpp", "bad.cpp", long_name], capture_output=True)
assert piped.stdout == report, (piped.stdout, report)
assert b"\r" not in piped.stderr and b"/3]" not in piped.stderr, piped.stderr
