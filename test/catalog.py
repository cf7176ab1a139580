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
# A fenced block of CMake whose first line is `# file: NAME` is written only. The commands of a
# `console` block, behind `$ `, run in the folder of these files, which is HOME too, with `loomp` in
# the PATH and the build as `build`. They must print what stands below them, and succeed; `...` is
# any text, and on a line of its own any lines; blanks at the end of a line do not count.
#
# A block that follows the line `<!-- from FILE -->` must stand in that file of the repository, line
# by line, and `<!-- not run -->` excuses a block. A line `<!-- commands run by TEST -->` says that
# the test runs the commands of the page. No other block of these kinds may stand on a page.
#
# Usage: catalog.py --loomp=TOOL PAGE...
#
# ===------------------------------------------------------------------------===#

import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(HERE)
FENCE = re.compile(r"^```(\w*)\s*$")
LANGUAGES = {"c", "cpp", "c++", "cmake", "console"}


def main():
    parser = argparse.ArgumentParser(prog="catalog.py")
    parser.add_argument("--loomp", required=True)
    parser.add_argument("pages", nargs="+")
    options = parser.parse_args()
    problems = []
    for page in options.pages:
        with tempfile.TemporaryDirectory(prefix="loomp-catalog-") as scratch:
            problems += run_page(options.loomp, page, scratch)
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def run_page(loomp, page, scratch):
    problems = []
    with open(page, encoding="utf-8") as file:
        is_run_elsewhere = "<!-- commands run by " in file.read()
    build = os.path.dirname(os.path.dirname(loomp))
    if os.path.exists(os.path.join(build, "CMakeCache.txt")):
        os.symlink(build, os.path.join(scratch, "build"))
    for line, language, note, text in read_blocks(page):
        first, _, rest = text.partition("\n")
        at = f"{page}:{line}: "
        if note == "not run" or (is_run_elsewhere and language in ("console", "cmake")):
            continue
        if note.startswith("from "):
            problems += [at + p for p in check_quotation(note[len("from "):], text)]
        elif language == "console":
            problems += [at + p for p in check_session(loomp, scratch, text)]
        elif language == "cmake" and first.startswith("# file: "):
            name = os.path.join(scratch, first[len("# file: "):].strip())
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        elif first.startswith("// file: "):
            name = os.path.join(scratch, first[len("// file: "):].strip())
            problems += [at + p for p in check_program(loomp, name, text)]
        elif first.startswith("// fixed: "):
            name = os.path.join(scratch, first[len("// fixed: "):].strip())
            problems += [at + p for p in check_fix(loomp, name, rest)]
        else:
            problems.append(at + "the block is not run: say '// file: NAME' in its first line")
    return problems


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


def check_session(loomp, scratch, text):
    problems = []
    environment = dict(os.environ, HOME=scratch, LC_ALL="C.UTF-8")
    environment["PATH"] = os.path.dirname(loomp) + os.pathsep + environment.get("PATH", "")
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command = re.match(r"(?:.*\\\n)*.*\n", part).group(0)
        done = subprocess.run(["bash", "-c", command], cwd=scratch, env=environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        output = re.sub(r"[ \t]+$", "", done.stdout, flags=re.MULTILINE)
        expected = re.escape(part[len(command):])
        expected = re.sub(r"^\\\.\\\.\\\.\\\n", r"(?:.*\\n)*", expected, flags=re.MULTILINE)
        expected = expected.replace(r"\.\.\.", ".*")
        if done.returncode != 0:
            problems.append(f"exit status {done.returncode} of: {command}{done.stdout}")
        elif not re.fullmatch(expected, output):
            problems.append(f"this prints something else: {command}{done.stdout}")
    return problems


def compile_flags(name):
    return ["-std=c17" if name.endswith(".c") else "-std=c++20"]


def run(command, standard_input=""):
    return subprocess.run(command, input=standard_input, capture_output=True, text=True,
                          timeout=120)


if __name__ == "__main__":
    sys.exit(main())
