#!/usr/bin/env python3
# ===- determinism.py - the same input gives the same bytes ----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Takes every N-th file of the corpus, and compares what four commands print in surroundings that
# must not matter: another folder, locale, order of files, layout of memory, and with the analysis in
# the process itself. Names of the folder are taken out before. Several surroundings at a time share
# a run; if it differs, each has one of its own, which says what it was.
#
# ===------------------------------------------------------------------------===#

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

COMMANDS = {
    "json": ["check", "--format=json"],
    "text": ["check"],
    "diff": ["fix", "--diff", "--cost-model=off"],
    "fixes": ["fix", "--export-fixes=fixes.yaml", "--cost-model=off"],
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--loomp", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(options.corpus)
                   for name in names if name.endswith((".c", ".cpp")))[::options.every]
    root = tempfile.mkdtemp(prefix="loomp-determinism-")
    try:
        return compare(options.loomp, files, root)
    finally:
        shutil.rmtree(root)


def compare(loomp, files, root):
    folders = [os.path.join(root, "a"), os.path.join(root, "another", "folder" * 20)]
    for folder in folders:
        os.makedirs(folder)
        for file in [*files, os.path.join(os.path.dirname(files[0]), "corpus.h")]:
            shutil.copy(file, os.path.join(folder, os.path.basename(file)))
    names = sorted(map(os.path.basename, files))

    def run(command, folder=folders[0], prefix=(), names=names, options=(), **environment):
        words = [*prefix, loomp, *COMMANDS[command], *options, *names]
        done = subprocess.run(words, cwd=folder, capture_output=True, check=False,
                              env={**os.environ, **environment})
        text = done.stdout + b"\n--\n" + done.stderr
        fixes = os.path.join(folder, "fixes.yaml")
        if command == "fixes":
            with open(fixes, "rb") as file:
                text += file.read()
            os.unlink(fixes)
        return str(done.returncode).encode() + text.replace(folder.encode(), b"FOLDER")

    # Nodes of the AST at places that follow no order: nothing may depend on addresses.
    library = os.path.join(root, "scatter.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scatter.c")
    subprocess.run(["clang-22", "-shared", "-fPIC", "-O1", source, "-o", library], check=True)
    shared = [{
        "another folder": {"folder": folders[1]},
        "LC_ALL=C": {"LC_ALL": "C"},
        "MALLOC_PERTURB_": {"MALLOC_PERTURB_": "165"},
        "scattered memory, 1": {"LD_PRELOAD": library, "SCATTER": "1"},
    }, {
        "LC_ALL=de_DE.UTF-8": {"LC_ALL": "de_DE.UTF-8"},
        "no limits": {"options": ["--file-timeout=0", "--file-memory=0"]},
        "OMP_NUM_THREADS": {"OMP_NUM_THREADS": "7"},
        "scattered memory, 2": {"LD_PRELOAD": library, "SCATTER": "2"},
    }, {
        "LC_ALL=tr_TR.UTF-8": {"LC_ALL": "tr_TR.UTF-8"},
    }]
    fixed = ["setarch", "-R"]
    if shutil.which("setarch") and subprocess.run([*fixed, "true"], check=False,
                                                  capture_output=True).returncode == 0:
        shared[-1]["addresses that are not random"] = {"prefix": fixed}
    else:
        print("skipped: setarch -R is not permitted")
    failed = 0
    for command in COMMANDS:
        expected = run(command)
        for together in shared:
            if run(command, **merged(together.values())) == expected:
                continue
            alone = [name for name, changes in {"again": {}, **together}.items()
                     if run(command, **changes) != expected]
            for name in alone or [", ".join(together)]:
                print(f"{command}: differs with: {name}")
                failed += 1

    # What is said of a file does not depend on those before it.
    loops = {}
    for order in (names, names[::-1]):
        report = json.loads(run("json", names=order)[1:].split(b"\n--\n")[0])
        for name in names:
            mine = [loop for loop in report["loops"] if loop["file"] == name]
            if loops.setdefault(name, mine) != mine:
                print(f"{name}: differs with the order of files")
                failed += 1
    count = sum(len(mine) for mine in loops.values())
    print(f"{len(names)} files, {count} loops, {len(COMMANDS)} commands, {sum(map(len, shared))} "
          f"surroundings: {failed} differ")
    return 1 if failed or count == 0 else 0


def merged(parts):
    return {name: value for part in parts for name, value in part.items()}


if __name__ == "__main__":
    sys.exit(main())
