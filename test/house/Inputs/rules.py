#!/usr/bin/env python3
# ===- rules.py - the house rules that a program can check ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: rules.py RULE, one of the functions named rule_* below. Prints each breach as
# `FILE:LINE: what is wrong` and exits with status 1 if there is any.
#
# ===------------------------------------------------------------------------===#

import os
import re
import subprocess
import sys

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__)))))
LAYERS = ["analyses", "rewriters", "tool"]  # each may include itself and those before it
SOURCE_SUFFIXES = (".cpp", ".h", ".c", ".def")
LICENCE = "Part of loomp, under the Apache License v2.0 with LLVM Exceptions."
MAXIMUM_LINES = 600


def main(rule):
    breaches = list(globals()["rule_" + rule]())
    print("\n".join(breaches), end="\n" if breaches else "")
    return 1 if breaches else 0


def rule_layers():
    """Includes point one way only: tool -> rewriters -> analyses."""
    for path in sources(*LAYERS):
        layer = LAYERS.index(path.split("/")[0])
        for number, line in enumerate(lines_of(path), 1):
            included = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
            if not included:
                continue
            folder = included.group(1).split("/")[0]
            if os.path.exists(os.path.join(REPOSITORY, os.path.dirname(path), included.group(1))):
                yield f"{path}:{number}: a project header is included by its path from the root"
            elif folder in LAYERS and LAYERS.index(folder) > layer:
                yield f"{path}:{number}: '{LAYERS[layer]}' must not include from '{folder}'"


def rule_input_output():
    """Only tool/ does input and output."""
    forbidden = re.compile(
        r"\b(std::(cout|cerr|clog|cin|printf|puts|fopen|exit|getenv)|llvm::(outs|errs|dbgs)\s*\()|"
        r"#\s*include\s*<(iostream|fstream|cstdio)>")
    for path in sources("analyses", "rewriters"):
        for number, line in enumerate(code_of(path), 1):
            found = forbidden.search(line)
            if found:
                yield f"{path}:{number}: '{found.group(0)}' outside of tool/"


def rule_pragma():
    """One file under rewriters/ spells the directive, none under tool/, and analyses/ reads it."""
    spelling = re.compile(r'"[^"]*#\s*pragma omp')
    writers = set()
    for path in sources("rewriters", "tool"):
        for number, line in enumerate(code_of(path, strings=True), 1):
            if spelling.search(line):
                writers.add(path)
                if path.startswith("tool/"):
                    yield f"{path}:{number}: a directive is spelled outside of rewriters/"
    if len({path for path in writers if path.startswith("rewriters/")}) > 1:
        yield f"a directive is spelled in several files: {', '.join(sorted(writers))}"


def rule_length():
    """When a file passes 600 lines it is about two things."""
    for path in sources(*LAYERS, "test", suffixes=SOURCE_SUFFIXES + (".py",)):
        length = len(lines_of(path))
        if length >= MAXIMUM_LINES:
            yield f"{path}:{length}: the file has {length} lines"


def rule_header():
    """Each file opens with its name, one line on what it is, and the licence."""
    for path in sources(*LAYERS, "examples"):
        if path.endswith(".expected.cpp"):
            continue
        name = os.path.basename(path)
        lines = lines_of(path) + ["", "", ""]
        if not re.match(rf"//===- (.*/)?{re.escape(name)} - .* -*(\*- C(\+\+)? -\*-)?-*===//$",
                        lines[0]):
            yield f"{path}:1: the first line must be '//===- {name} - ... ---===//'"
        elif len(lines[0]) > 80:
            yield f"{path}:1: the first line is longer than 80 columns"
        elif not any(LICENCE in line for line in lines[:6]):
            yield f"{path}:2: the licence line is missing"
    for path in tracked():
        if path.endswith(".py") or path.startswith(("scripts/", "bench/", ".ci/")):
            if path.startswith("bench/results/") or not is_text(path):
                continue
            if not any(LICENCE in line for line in lines_of(path)[:8]):
                yield f"{path}:1: the licence line is missing"


def rule_words():
    """No notes to oneself, no paths of one machine, no tabs, no trailing blanks."""
    machine = re.compile(r"(?<![\w.}~/-])/(home|root|Users|wor[k])/(?!ann/)")
    note = re.compile(r"\b(TO" + r"DO|XX" + r"X|HA" + r"CK)\b")
    for path in tracked():
        if not is_text(path) or path == "LICENSE":
            continue
        for number, line in enumerate(lines_of(path), 1):
            if machine.search(line) and not path.startswith("test/"):
                yield f"{path}:{number}: a path of one machine"
            if note.search(line):
                yield f"{path}:{number}: a note to oneself; open an issue or say FIXME and why"
            if path.startswith("test/") and "Inputs" not in path or path.endswith(".diff"):
                continue  # tests may need odd white space
            if "\t" in line and not path.endswith(("Makefile", ".md")):
                yield f"{path}:{number}: a tab"
            if line != line.rstrip():
                yield f"{path}:{number}: trailing blanks"


def rule_globals():
    """No mutable globals in the layers."""
    definition = re.compile(r"^(static |inline |thread_local )*(std::|llvm::|unsigned|int|bool|long)"
                            r"[\w:<>, *&]*\s\w+( = .*|\{.*\})?;$")
    for path in sources(*LAYERS, suffixes=(".cpp",)):
        for number, line in enumerate(code_of(path), 1):
            if definition.match(line) and "const" not in line and "using" not in line:
                yield f"{path}:{number}: a mutable global"


def rule_format():
    """clang-format is clean."""
    files = list(sources(*LAYERS, "examples", suffixes=(".cpp", ".h")))
    files = [path for path in files if not path.endswith(".expected.cpp")]
    run = subprocess.run(["clang-format-22", "--dry-run", "-Werror", "--ferror-limit=1", *files],
                         cwd=REPOSITORY, capture_output=True, text=True)
    for line in run.stderr.split("\n"):
        if "error:" in line:
            yield line


def rule_registry():
    """Each row of the registry has a page, a test and a use; no page lacks a row."""
    registry = "analyses/Registry.def"
    rows = {}
    for number, line in enumerate(lines_of(registry), 1):
        row = re.match(r'(FINDING|REASON)\("([^"]+)"', line)
        if row and row.group(2) in rows:
            yield f"{registry}:{number}: '{row.group(2)}' has two rows"
        elif row:
            rows[row.group(2)] = number
    uses = "\n".join("\n".join(lines_of(path)) for path in sources(*LAYERS) if path != registry)
    tests = "\n".join("\n".join(lines_of(path)) for path in tracked()
                      if path.startswith("test/") and not path.startswith("test/house/")
                      and is_text(path))
    for slug, number in rows.items():
        at = f"{registry}:{number}: '{slug}' has no "
        page = f"docs/catalog/{slug}.md"
        if not os.path.exists(os.path.join(REPOSITORY, page)):
            yield at + f"page {page}"
        elif lines_of(page)[0] != f"# {slug}":
            yield f"{page}:1: the title must be '# {slug}'"
        word = re.compile(rf"(?<![\w-]){re.escape(slug)}(?![\w-])")
        if not word.search(tests):
            yield at + "test that mentions it"
        if f'"{slug}"' not in uses:
            yield at + "use in " + ", ".join(layer + "/" for layer in LAYERS)
    for name in sorted(os.listdir(os.path.join(REPOSITORY, "docs", "catalog"))):
        if name.removesuffix(".md") not in rows:
            yield f"docs/catalog/{name}:1: the page has no row in {registry}"


def rule_why():
    """A test that a loop must not be parallelized says why."""
    negative = re.compile(r"(^|;)\s*(not-parallel|serial|unknown)\b")
    for path in tracked():
        if path.startswith(("test/check/", "test/fix/")) and path.endswith((".cpp", ".c")):
            for number, line in enumerate(lines_of(path), 1):
                mark, _, why = line.partition("// loomp:")[2].partition(" -- ")
                if negative.search(mark) and not why.strip():
                    yield f"{path}:{number}: say why after ' -- '"


def rule_runs():
    """A test runs something: its 'RUN:' is followed by a command on the same line."""
    for path in sources("test", suffixes=SOURCE_SUFFIXES + (".test",)):
        for number, line in enumerate(lines_of(path), 1):
            if re.search(r"\bRUN:\s*$", line):
                yield f"{path}:{number}: no command behind 'RUN:', so the test cannot fail"


def rule_links():
    """Relative links in the documentation lead somewhere."""
    for path in tracked():
        if not path.endswith(".md"):
            continue
        for number, line in enumerate(lines_of(path), 1):
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", line):
                if "://" in target:
                    continue
                place = os.path.join(REPOSITORY, os.path.dirname(path), target)
                if not os.path.exists(place):
                    yield f"{path}:{number}: no '{target}'"


def sources(*folders, suffixes=SOURCE_SUFFIXES):
    for path in tracked():
        if path.split("/")[0] in folders and path.endswith(suffixes):
            yield path


def tracked():
    """Files that are, or would be, under version control."""
    try:
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard"],
            cwd=REPOSITORY, capture_output=True, text=True, check=True)
        paths = listing.stdout.split("\n")
    except (OSError, subprocess.CalledProcessError):  # a source archive, or no git
        paths = [os.path.relpath(os.path.join(folder, name), REPOSITORY)
                 for folder, _, names in os.walk(REPOSITORY) for name in names]
        paths = [path for path in paths
                 if not path.startswith(("build", ".git/", ".cache/")) and "__pycache__" not in path]
    return sorted(path for path in set(paths)
                  if path and os.path.isfile(os.path.join(REPOSITORY, path)))


def is_text(path):
    with open(os.path.join(REPOSITORY, path), "rb") as file:
        return b"\0" not in file.read(4096)


def lines_of(path):
    with open(os.path.join(REPOSITORY, path), encoding="utf-8", errors="replace") as file:
        return file.read().split("\n")


def code_of(path, strings=False):
    """The lines of a file with comments blanked, and strings too unless `strings`."""
    for line in lines_of(path):
        if not strings:
            line = re.sub(r'"([^"\\]|\\.)*"', '""', line)
        yield line if '"' in line and strings else line.split("//")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
