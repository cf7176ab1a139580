#!/usr/bin/env python3
# ===- change-while-parsing.py - edit a file while loomp reads it -----------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Runs the command with a lease on the header `late.h`: whoever opens it waits until the lease is
# given back. loomp opens it when it has read the main file, which is changed at that moment: the
# analysed text is no longer the one on disk.
#
# ===------------------------------------------------------------------------===#

import fcntl
import os
import signal
import subprocess
import sys

with open("late.h", "w", encoding="utf-8") as header:
    header.write("int from_the_header;\n")
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGIO])
lease = os.open("late.h", os.O_RDWR)
fcntl.fcntl(lease, fcntl.F_SETLEASE, fcntl.F_WRLCK)
run = subprocess.Popen(sys.argv[1:])
assert signal.sigtimedwait([signal.SIGIO], 60), "nobody opened the header"
with open("a.cpp", "a", encoding="utf-8") as source:
    source.write("// edited\n")
fcntl.fcntl(lease, fcntl.F_SETLEASE, fcntl.F_UNLCK)
sys.exit(run.wait())
