#!/usr/bin/env python3
# ===- catalog.py - run the code of a page of documentation -----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# No example in the documentation is there on trust. A fenced block of C or C++ whose first line is
#
#   // file: NAME        must compile without warnings, and `loomp check` must say of each of its
#                        loops what the mark on it says (see check-verdicts.py); a second line
#                        `// check: OPTIONS` gives options of `loomp check`
#   // fixed: NAME       must be what `loomp fix --cost-model=off` makes of the block of that file;
#                        a second line `// fix: OPTIONS` gives it further options
#
# A fenced block of CMake or YAML whose first line is `# file: NAME` is written only. The commands of
# a `console` block, behind `$ `, run in the folder of these files, which is HOME too, with `loomp`
# and `loomp-diff` in the PATH and the build as `build`. They must print what stands below them, on
# both streams: `...` is any text, and on a line of its own any lines; blanks at the end of a line do
# not count. They must succeed, unless the last line below them is `status N`.
#
# A block that follows the line `<!-- from FILE -->` must stand in that file of the repository, line
# by line, and `<!-- not run -->` excuses a block. No other block of C, C++ or CMake, and no other
# command, may stand on a page.
#
# Usage: catalog.py --loomp=TOOL PAGE...
# Exit status: 0 all is as the pages say, 1 something is not, 77 a page needs what is not here.
#
# ===------------------------------------------------------------------------===#

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(HERE)
FENCE = re.compile(r"^```(\w*)\s*$")
LANGUAGES = {"c", "cpp", "c++", "cmake", "yaml", "console"}
# What commands may need that is no part of loomp, or that is not always built.
PROGRAMS = ["clang-tidy-22", "run-clang-tidy-22", "clang-apply-replacements-22", "cmake", "git"]
BUILT = ["build", "build/lib/libloomp-tidy.so"]
IS_LACKING = 77


def main():
    parser = argparse.ArgumentParser(prog="catalog.py")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("pages", nargs="+")
    options = parser.parse_args()
    problems = []
    for page in options.pages:
        lacking = what_is_lacking(options.loomp, page)
        if lacking:
            print(f"{page}: there is no '{lacking[0]}' here")
            return IS_LACKING
        with tempfile.TemporaryDirectory(prefix="loomp-catalog-") as scratch:
            problems += run_page(options.loomp, page, scratch)
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def run_page(loomp, page, scratch):
    problems = []
    if build_of(loomp):
        os.symlink(build_of(loomp), os.path.join(scratch, "build"))
    for line, language, note, text in read_blocks(page):
        first, _, rest = text.partition("\n")
        at = f"{page}:{line}: "
        if note == "not run":
            continue
        if note.startswith("from "):
            problems += [at + p for p in check_quotation(note[len("from "):], text)]
        elif language == "console":
            problems += [at + p for p in check_session(loomp, scratch, text)]
        elif language in ("cmake", "yaml") and first.startswith("# file: "):
            name = os.path.join(scratch, first[len("# file: "):].strip())
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        elif first.startswith("// file: "):
            name = os.path.join(scratch, first[len("// file: "):].strip())
            problems += [at + p for p in check_program(loomp, name, text)]
        elif first.startswith("// fixed: "):
            name = os.path.join(scratch, first[len("// fixed: "):].strip())
            problems += [at + p for p in check_fix(loomp, name, rest)]
        elif language != "yaml":
            problems.append(at + "the block is not run: say '// file: NAME' in its first line")
    return problems


def build_of(loomp):
    """The folder in which the tool was built; empty if it is an installed one."""
    build = os.path.dirname(os.path.dirname(loomp))
    return build if os.path.exists(os.path.join(build, "CMakeCache.txt")) else ""


def what_is_lacking(loomp, page):
    """What the commands of the page name that is not here."""
    commands = "".join(command for _, language, note, text in read_blocks(page)
                       if language == "console" and note != "not run"
                       for command, _ in read_session(text))
    named = set(re.findall(r"[\w./+-]+", commands))
    return [name for name in PROGRAMS if name in named and not shutil.which(name)] + [
        name for name in BUILT if name in named and not (
            build_of(loomp) and os.path.exists(os.path.join(build_of(loomp), name[len("build/"):])))]


def read_blocks(page):
    """(line, language, note above, text) of each block that is run."""
    blocks, note, start, language = [], "", None, ""
    with open(page, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        if fence and start is None:
            start, language = number, fence.group(1)
        elif fence:
            if language in LANGUAGES:
                blocks.append((start, language, note, "\n".join(lines[start:number - 1]) + "\n"))
            start, note = None, ""
        elif start is None and line.strip():
            comment = re.fullmatch(r"<!-- (.*) -->", line.strip())
            note = comment.group(1) if comment else ""
    if start is not None:
        raise SystemExit(f"{page}:{start}: the block has no end")
    return blocks


def check_quotation(path, text):
    try:
        with open(os.path.join(REPOSITORY, path), encoding="utf-8") as file:
            found = text in file.read()
    except OSError:
        found = False
    return [] if found else [f"this is not in {path}"]


def check_program(loomp, name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
    second = text.split("\n")[1]
    options = second[len("// check: "):].split() if second.startswith("// check: ") else []
    flags = compile_flags(name)
    compiler = "clang-22" if name.endswith(".c") else "clang++-22"
    compiled = run([compiler, "-fsyntax-only", "-fopenmp", "-Wall", "-Werror", *flags, name])
    if compiled.returncode != 0:
        return ["does not compile\n" + compiled.stderr]
    checked = run([loomp, "check", "--format=json", *options, name, "--", *flags])
    if checked.returncode != 0:
        return [f"check: exit status {checked.returncode}\n{checked.stderr}{checked.stdout}"]
    script = os.path.join(HERE, "check-verdicts.py")
    compared = run([sys.executable, script, name], checked.stdout)
    return compared.stdout.replace(os.path.dirname(name) + os.sep, "").splitlines()


def check_fix(loomp, name, expected):
    with open(name, encoding="utf-8") as file:
        original = file.read()
    options = []
    if expected.startswith("// fix: "):
        first, _, expected = expected.partition("\n")
        options = first[len("// fix: "):].split()
    fixed = run([loomp, "fix", "--cost-model=off", *options, name, "--", *compile_flags(name)])
    if fixed.returncode != 0:
        return [f"fix: exit status {fixed.returncode}\n{fixed.stderr}{fixed.stdout}"]
    with open(name, encoding="utf-8") as file:
        actual = file.read().partition("\n")[2]
    with open(name, "w", encoding="utf-8") as file:
        file.write(original)
    return [] if actual == expected else [f"fix makes this of it:\n{actual}"]


def read_session(text):
    """(command, what it prints) of each command of a console block."""
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    commands = [re.match(r"(?:.*\\\n)*.*\n", part).group(0) for part in parts]
    return [(command, part[len(command):]) for command, part in zip(commands, parts)]


def check_session(loomp, scratch, text):
    problems = []
    with tempfile.TemporaryDirectory(prefix="loomp-programs-") as programs:
        os.symlink(os.path.join(REPOSITORY, "scripts", "loomp-diff.py"),
                   os.path.join(programs, "loomp-diff"))
        path = os.pathsep.join([os.path.dirname(loomp), programs, os.environ.get("PATH", "")])
        environment = dict(os.environ, HOME=scratch, LC_ALL="C.UTF-8", PATH=path)
        for command, says in read_session(text):
            done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=scratch,
                                  env=environment, text=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=120)
            output = re.sub(r"[ \t]+$", "", done.stdout, flags=re.MULTILINE)
            output += f"status {done.returncode}\n" if done.returncode else ""
            expected = re.sub(r"^\\\.\\\.\\\.\\\n", r"(?:.*\\n)*", re.escape(says),
                              flags=re.MULTILINE)
            if not re.fullmatch(expected.replace(r"\.\.\.", ".*"), output):
                problems.append(f"this prints something else: {command}{output}")
    return problems


def compile_flags(name):
    return ["-std=c17" if name.endswith(".c") else "-std=c++20"]


def run(command, standard_input=""):
    return subprocess.run(command, input=standard_input, capture_output=True, text=True,
                          timeout=120)


if __name__ == "__main__":
    sys.exit(main())
