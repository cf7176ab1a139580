#!/usr/bin/env python3
# ===- loomp-diff.py - loomp on what a diff changes -------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Reads a unified diff from standard input and runs loomp on the loops that it changes: those that
# hold a line it adds, or the place of a line it removes. Runs where the names of the diff lead to
# its files, which for git is the root of the repository:
#
#   git diff -U0 --no-color HEAD^ | loomp-diff -p1 --fail-on=race
#   git diff -U0 --no-color HEAD^ | loomp-diff -p1 -path build --only=race,missed --sort=gain
#   svn diff | loomp-diff -- -std=c++17 -Iinclude
#
# Options that are not its own, and what stands after `--`, go to loomp. The exit status is loomp's;
# it is 0, and nothing is said, if the diff changes no file of C or C++. It is 2 if standard input
# is no unified diff.
#
# ===------------------------------------------------------------------------===#

import argparse
import codecs
import json
import os
import re
import subprocess
import sys

HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


def main():
    options, others = parse_arguments(sys.argv[1:])
    try:
        changes = read_diff(sys.stdin.buffer.read(), options.strip)
    except ValueError as error:
        print(f"loomp-diff: error: {error}", file=sys.stderr)
        return 2
    pattern = re.compile(options.iregex or options.regex, re.IGNORECASE if options.iregex else 0)
    changes = {name: lines for name, lines in changes.items() if lines and pattern.fullmatch(name)}
    if not changes:
        return 0

    line_filter = [{"name": name, "lines": lines, "around": True}
                   for name, lines in changes.items()]
    split = others.index("--") if "--" in others else len(others)
    command = [options.binary, "fix" if options.fix else "check"]
    command += ["-p", options.path] if options.path else []
    command += [f"--line-filter={json.dumps(line_filter)}", *others[:split]]
    # A name that begins with a dash would be taken for an option.
    command += [name if not name.startswith("-") else "./" + name for name in changes]
    command += others[split:]
    try:
        status = subprocess.run(command).returncode
    except OSError as error:
        print(f"loomp-diff: error: cannot run '{options.binary}': {error.strerror}",
              file=sys.stderr)
        return 2
    return status if status in (0, 1) else 2


def parse_arguments(arguments):
    """The options of this script, and all that goes to loomp."""
    parser = argparse.ArgumentParser(
        prog="loomp-diff", allow_abbrev=False,
        description="Runs loomp on the loops that a unified diff from standard input changes.",
        epilog="Other options, and compiler flags after '--', go to loomp.")
    parser.add_argument("-p", dest="strip", metavar="NUM", type=int, default=0,
                        help="strip so many folders from the names in the diff (git: 1)")
    parser.add_argument("-path", metavar="BUILD", help="folder that holds compile_commands.json")
    parser.add_argument("-fix", action="store_true", help="rewrite the loops; default: report them")
    parser.add_argument("-binary", metavar="LOOMP", default="loomp", help="the loomp to run")
    parser.add_argument("-regex", metavar="PATTERN", default=r".*\.(c|C|cc|cpp|cxx|c\+\+)",
                        help="files to look at, by their whole name (default: sources, no headers)")
    parser.add_argument("-iregex", metavar="PATTERN", help="the same, in upper or lower case")
    split = arguments.index("--") if "--" in arguments else len(arguments)
    options, others = parser.parse_known_args(arguments[:split])
    for pattern in (options.regex, options.iregex):
        try:
            re.compile(pattern or "")
        except re.error as error:
            parser.error(f"'{pattern}' is no regular expression: {error}")
    return options, others + arguments[split:]


def read_diff(diff, strip):
    """Changed lines of the new files: {name: [[first, last], ...]}."""
    changes, name, has_header = {}, None, False
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if line.startswith(b"+++ "):
            name, has_header = name_in(line[len(b"+++ "):], strip), True
            continue
        hunk = HUNK.match(line)
        if not hunk:
            continue
        if not has_header:
            raise ValueError("standard input is no unified diff: a change names no file")
        removed, first, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
        ranges = read_hunk(lines, removed, first if added else first + 1, added)
        if name:
            changes.setdefault(name, []).extend(ranges)
    if diff.strip() and not has_header and b"\nBinary files " not in b"\n" + diff:
        # Renames and changed modes have a head, but no change of any line.
        if not re.search(rb"^(diff |Index: )", diff, re.MULTILINE):
            raise ValueError("standard input is no unified diff")
    return changes


def read_hunk(lines, removed, at, added):
    """Line by line, since what a change contains may look like the head of another one."""
    ranges = []
    end = at + added
    while removed > 0 or at < end:
        line = next(lines, None)
        if line is None:
            break
        kind = line[:1]
        if kind == b"+":
            ranges.append([at, at])
        elif kind == b"-":
            ranges.append([at, at])  # nothing is left of the line: what follows has changed
        at += kind in (b"+", b" ", b"")
        removed -= kind in (b"-", b" ", b"")
    return merged(ranges)


def merged(ranges):
    result = []
    for first, last in ranges:
        if result and first <= result[-1][1] + 1:
            result[-1][1] = max(result[-1][1], last)
        else:
            result.append([first, last])
    return result


def name_in(text, strip):
    """The name of a file behind `+++ `, or None. git quotes what is not plain, and ends other names
    with blanks by a tab; other programs add the time behind one."""
    text = text.rstrip(b"\r")
    quoted = re.match(rb'"((?:[^"\\]|\\.)*)"', text)
    name = codecs.escape_decode(quoted[1])[0] if quoted else text.split(b"\t")[0]
    if name == b"/dev/null":
        return None
    parts = name.split(b"/")
    return os.fsdecode(b"/".join(parts[strip:])) or None


if __name__ == "__main__":
    sys.exit(main())
