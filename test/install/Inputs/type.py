#!/usr/bin/env python3
# ===- type.py - what an interactive shell makes of keys --------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: type.py SHELL COMPLETION KEYS EXPECTED... [--not UNEXPECTED...]
#
# Starts bash or zsh on a terminal, with the completion of loomp in force, and types KEYS (`\t` and
# `\r` stand for tabulator and return). A file `_loomp` is left to zsh to load, others are sourced. Each EXPECTED must show. loomp is a function there that
# prints its arguments, as `<check><a b.cpp>`.
#
# ===------------------------------------------------------------------------===#

import argparse
import os
import pty
import re
import select
import sys
import tempfile
import time

SECONDS = 60
READY = "shell-is-ready"


def main():
    parser = argparse.ArgumentParser(prog="type.py")
    parser.add_argument("shell", choices=["bash", "zsh"])
    parser.add_argument("completion")
    parser.add_argument("keys")
    parser.add_argument("expected", nargs="+")
    parser.add_argument("--not", dest="unexpected", nargs="*", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="loomp-shell-") as scratch:
        screen = type_keys(options, scratch)
    missing = [text for text in options.expected if text not in screen]
    present = [text for text in options.unexpected if text in screen]
    if missing or present:
        print(f"missing: {missing}; should not be there: {present}; the screen:\n{screen}")
    return 1 if missing or present else 0


def type_keys(options, scratch):
    """What stands on the screen after KEYS, as soon as all that is expected does."""
    completion = os.path.abspath(options.completion)
    echo = "loomp() { printf '<%s>' \"$@\"; echo; }"
    start = os.path.join(scratch, ".zshrc" if options.shell == "zsh" else "bashrc")
    with open(start, "w", encoding="utf-8") as file:
        if options.shell == "zsh":
            folder, name = os.path.split(completion)
            load = "" if name == "_loomp" else f"source '{completion}'"
            file.write(f"{echo}\nPROMPT='{READY[:5]}''{READY[5:]}> '\n"
                       f"fpath=('{folder}' $fpath)\nautoload -Uz compinit\n"
                       f"compinit -C -d '{completion}.dump'\n{load}\n"
                       "unsetopt list_beep auto_menu\nLISTMAX=10000\n")
        else:
            file.write(f"{echo}\nPS1='{READY}> '\nsource '{completion}'\n"
                       "bind 'set show-all-if-ambiguous on' 'set page-completions off' "
                       "'set completion-query-items 0' 'set enable-bracketed-paste off' "
                       "'set bell-style none'\n")
    command = ["zsh", "-i"] if options.shell == "zsh" else ["bash", "--rcfile", start, "-i"]
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="dumb", ZDOTDIR=scratch, HISTFILE="", COLUMNS="1000")
        os.execvp(command[0], command)
    read_until(terminal, [READY])
    os.write(terminal, options.keys.encode().decode("unicode_escape").encode())
    screen = read_until(terminal, options.expected)
    os.close(terminal)  # the shell ends with it
    os.waitpid(process, 0)
    return screen


def read_until(terminal, expected):
    data = b""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                data += os.read(terminal, 65536)
            except OSError:
                break
        text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x07", "", data.decode(errors="replace"))
        if all(word in text for word in expected):
            break
    return text


if __name__ == "__main__":
    sys.exit(main())
