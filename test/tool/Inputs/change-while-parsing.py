#!/usr/bin/env python3
# ===- change-while-parsing.py - edit a file while loomp reads it -----------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Runs the command with `pipe.h` as a named pipe. loomp opens it when it has read the main file,
# which is changed at that moment: the analysed text is no longer the one on disk.
#
# ===------------------------------------------------------------------------===#

import os
import subprocess
import sys

os.mkfifo("pipe.h")
run = subprocess.Popen(sys.argv[1:])
with open("pipe.h", "w", encoding="utf-8") as pipe:  # waits for the reader
    with open("a.cpp", "a", encoding="utf-8") as source:
        source.write("// edited\n")
    pipe.write("int from_the_pipe;\n")
sys.exit(run.wait())
