# ===- surroundings.py - hostile databases, settings, files and systems -----===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# ===------------------------------------------------------------------------===#

import json
import os
import socket

from harness import Case, Skip
from sources import FIX, KERNEL

NOBODY = 65534


def entry(**fields):
    return {"directory": "%PLACE%", "file": "a.cpp", "command": "c++ -c a.cpp", **fields}


def responding(word):
    return {"directory": "%PLACE%", "file": "a.cpp", "arguments": ["c++", word, "-c", "a.cpp"]}


def database_cases():
    section = "Compilation database"

    def given(name, what, database, run="fix -p . a.cpp", **fields):
        text = database if isinstance(database, (str, bytes)) or callable(database) else json.dumps(
            database if isinstance(database, list) else [database])
        return Case(section, name, what, run, files={"a.cpp": KERNEL, "compile_commands.json": text,
                                                     **fields.pop("more", {})}, **fields)

    def refused(name, what, database, why, **fields):
        return given(name, what, database, status=2, says="a.cpp: error: compile_commands.json in "
                     f"'.' cannot be used: {why}", **fields)

    def harmless(name, what, *flags, **fields):
        """Flags that would write, load or run something; `harmful` must not come into being."""
        return given(name, what, {"directory": "%PLACE%", "file": "a.cpp", "arguments": ["c++", *flags, "-c", "a.cpp"]},
            run=f"{FIX} -p . a.cpp", fixed=["a.cpp"], **fields)

    yield refused("json-empty", "an empty database", "", "...")
    yield refused("json-truncated", "a truncated database", json.dumps([entry()])[:-9], "...")
    yield refused("json-text", "a database that is prose", "this is not JSON\n", "...")
    yield refused("json-object", "an object instead of a list", '{"a": "b"}', "...")
    yield refused("json-numbers", "numbers instead of entries", "[1, 2]", "...")
    yield refused("json-deep", "100,000 brackets", "[" * 100000, "nests too deep")
    yield refused("json-no-command", "an entry without a command",
                  [{"directory": ".", "file": "a.cpp"}], "...")
    yield refused("json-no-directory", "an entry without a folder",
                  [{"file": "a.cpp", "command": "c++ -c a.cpp"}], "...")
    yield refused("json-bytes", "a database of bytes", bytes(range(256)) * 10, "...")
    yield given("json-found", "a truncated database that is found", json.dumps([entry()])[:-9],
                run="check --format=json a.cpp", status=2,
                says="a.cpp: error: compile_commands.json in '...' cannot be used: ...")
    yield Case(section, "json-folder", "a folder instead of a database", "fix -p . a.cpp",
               files={"a.cpp": KERNEL}, prepare=lambda: os.mkdir("compile_commands.json"), status=2,
               says="a.cpp: error: compile_commands.json in '.' cannot be used: is a directory")
    yield Case(section, "json-pipe", "a pipe instead of a database", "check -p . a.cpp",
               files={"a.cpp": KERNEL}, prepare=lambda: os.mkfifo("compile_commands.json"), status=2,
               says="a.cpp: error: compile_commands.json in '.' cannot be used: is not a regular "
                    "file")
    yield Case(section, "json-loop", "a link to itself instead of a database", "check -p . a.cpp",
               files={"a.cpp": KERNEL},
               prepare=lambda: os.symlink("compile_commands.json", "compile_commands.json"),
               status=2, says="a.cpp: error: no compile_commands.json in '.'")
    yield Case(section, "missing", "a folder that is not there", "fix -p nowhere a.cpp",
               files={"a.cpp": KERNEL}, status=2,
               says="a.cpp: error: no compile_commands.json in 'nowhere'")
    yield given("folder-missing", "an entry of a folder that is not there",
                entry(directory="/nonexistent/folder", file="../../" * 9 + "a.cpp"), status=2,
                run="fix -p . a.cpp", prepare=lambda: rewrite_directory("/nonexistent/folder"),
                says="a.cpp: error: cannot enter '/nonexistent/folder': no such file or directory")
    yield given("folder-file", "an entry whose folder is a file", entry(), status=2,
                prepare=lambda: rewrite_directory(os.path.abspath("a.cpp")),
                says="a.cpp: error: cannot enter '...': not a directory")
    yield given("empty-command", "an empty command", entry(command=""), run="check -p . a.cpp")
    yield given("empty-arguments", "no arguments at all", {"directory": "%PLACE%", "file": "a.cpp",
                                                          "arguments": []}, run="check -p . a.cpp")
    yield given("backticks", "a command that a shell would run", entry(
        command="`touch harmful` $(touch harmful) ; touch harmful | c++ -c a.cpp && touch harmful"),
        run="check -p . a.cpp")
    yield given("compiler-script", "a compiler that is a script", entry(
        command="./harmful.sh -c a.cpp"), run="check -p . a.cpp",
        more={"harmful.sh": "#!/bin/sh\ntouch harmful\n"},
        prepare=lambda: os.chmod("harmful.sh", 0o755))
    yield harmless("output", "the output goes elsewhere", "-o", "%PLACE%/harmful", "-o", "harmful2")
    yield harmless("dependencies", "dependencies are written", "-MD", "-MF", "harmful", "-MJ",
                   "harmful2", "-Wp,-MD,harmful3", "-Wp,-MMD,harmful4", "-MT", "x")
    yield harmless("dependencies-cc1", "clang's own flags for dependencies", "-Xclang",
                   "-dependency-dot", "-Xclang", "harmful", "-Xclang", "-header-include-file",
                   "-Xclang", "harmful2", "-Xclang", "-module-dependency-dir", "-Xclang", "harmful3")
    yield harmless("logs", "logs and statistics are written", "-Xclang", "-diagnostic-log-file",
                   "-Xclang", "harmful", "-save-stats", "-ftime-trace=harmful2",
                   "--serialize-diagnostics", "harmful3", "-Xclang", "-stats-file=harmful4")
    yield harmless("temporaries", "intermediate files are kept", "-save-temps", "-save-temps=cwd",
                   "-dumpdir", "harmful", "-fproc-stat-report=harmful2")
    yield harmless("plugins", "plugins are loaded", "-fplugin=./harmful.so", "-Xclang", "-load",
                   "-Xclang", "./harmful.so", "-fpass-plugin=./harmful.so", "-Xclang", "-add-plugin",
                   "-Xclang", "harmful")
    yield harmless("modules", "modules are compiled", "-fmodules", "-fcxx-modules",
                   "-fmodules-cache-path=harmful", more={"module.modulemap": "module m { }\n"})
    yield harmless("other-inputs", "other inputs on the line", "b.cpp", "/dev/zero", "-x", "c++")
    yield harmless("gcc-flags", "flags that clang does not know", "-fno-such-flag", "-fconcepts-ts",
                   "-Wno-nonexistent", "-mfancy", "-flto=auto")
    yield given("response-zero", "a response file without end", responding("@/dev/zero"), status=2,
                says="a.cpp: error: cannot be compiled: cannot not open file '/dev/zero': ...")
    yield harmless("response-missing", "a response file that is missing", "@absent.rsp")
    yield given("response-itself", "a response file that names itself", responding("@r.rsp"),
                status=2, more={"r.rsp": "@r.rsp @r.rsp\n"},
                says="a.cpp: error: cannot be compiled: recursive expansion of: '.../r.rsp'")
    yield given("include-zero", "-include /dev/zero", entry(
        command="c++ -include /dev/zero -c a.cpp"), status=2, compiles=False,
        says="a.cpp: error: does not compile: ...")
    yield Case(section, "include-pipe", "a pipe is included", "check a.cpp -- -include pipe",
               files={"a.cpp": KERNEL}, prepare=lambda: os.mkfifo("pipe"), status=2, compiles=False,
               says="a.cpp: error: does not compile: ...")
    yield given("bad-flag", "a flag that clang refuses", entry(command="c++ -std=c++77 -c a.cpp"),
                status=2, compiles=False,
                says="a.cpp: error: does not compile: invalid value 'c++77' in '-std=c++77'")
    yield given("other-target", "a target that clang does not know", entry(
        command="c++ --target=pdp11 -c a.cpp"), status=2, compiles=False,
        says="a.cpp: error: does not compile: ...")
    yield given("many-entries", "a database of 100,000 entries", lambda: json.dumps(
        [entry(file=f"f{k}.cpp") for k in range(100000)] + [entry()]), run=f"{FIX} -p . a.cpp",
        fixed=["a.cpp"], seconds=30)
    yield given("long-command", "a command of a megabyte", lambda: json.dumps([entry(
        command="c++ " + "-DX=1 " * 150000 + "-c a.cpp")]), run="check -p . a.cpp", seconds=30)


def rewrite_directory(folder):
    entries = [{"directory": folder, "file": os.path.abspath("a.cpp"), "command": "c++ -c a.cpp"}]
    with open("compile_commands.json", "w", encoding="utf-8") as file:
        json.dump(entries, file)


def setting_cases():
    section = "Settings"

    def settings(name, what, text, message, run="fix a.cpp", **fields):
        return Case(section, name, what, run, files={"a.cpp": KERNEL, ".loomp.yaml": text},
                    status=2, says=".../.loomp.yaml" + message, **fields)

    yield settings("unknown-key", "an unknown key", "fpp: strict\n", ": error: unknown key 'fpp'; "
                   "the keys are 'effects' and the names of options without dashes")
    yield settings("unknown-value", "a value that its option refuses", "fp: fast\n", ": error: "
                   "invalid value 'fast' for 'fp': expected one of reassociate, strict")
    yield settings("no-value", "a key without a value", "fp: strict\nquiet\n",
                   ":2:1: error: expected a key with a value")
    yield settings("duplicate", "a key that is there twice", "fp: strict\nfp: strict\n",
                   ":2:1: error: duplicated mapping key 'fp'")
    yield settings("nested", "a map instead of a value", "fp: {a: b}\n",
                   ":1:6: error: an option takes a value or a list of values")
    yield settings("list", "a list instead of a map", "- fp\n- strict\n",
                   ":1:1: error: expected lines of the form 'key: value'")
    yield settings("prose", "a sentence", "this is no YAML\n",
                   ":1:1: error: expected lines of the form 'key: value'")
    yield settings("tabs", "tabs for indentation", "effects:\n\t- functions: [f]\n", ":2:...")
    yield settings("open-bracket", "a list that does not close", "extra-arg: [\n", ":...")
    yield settings("quotes", "a quote that does not close", 'extra-arg: "x\n', ":...")
    yield settings("anchors", "anchors that explode", "a: &a [x, x]\n" + "".join(
        f"{chr(98 + k)}: &{chr(98 + k)} [{', '.join([f'*{chr(97 + k)}'] * 9)}]\n"
        for k in range(12)), ":...")
    yield settings("deep-brackets", "100,000 brackets", "fp: " + "[" * 100000,
                   ": error: nests too deep")
    yield settings("deep-dashes", "100,000 dashes", "fp:\n  " + "- " * 100000,
                   ": error: nests too deep")
    yield settings("deep-questions", "100,000 question marks", "fp: [\n" + "? \n" * 100000 + "]",
                   ": error: nests too deep")
    yield settings("deep-comments", "brackets that seem to close", "fp: [\n" + "[ #]\n" * 100000,
                   ": error: nests too deep")
    yield settings("deep-allowed", "as many brackets as are let through", "fp:\n  " + "[ #]\n  "
                   * 3990, ":...")
    yield settings("deep-allowed-questions", "as many question marks as are let through",
                   "fp: [\n" + "? \n" * 3990 + "]\n", ":...")
    yield settings("deep-lines", "400 levels in 400 lines", "".join(
        " " * k + "a:\n" for k in range(400)) + " " * 400 + "b\n", ": error: nests too deep")
    yield settings("bytes", "bytes that are no text", bytes([0, 255, 254, 58, 10]),
                   ": error: not a text file in UTF-8")
    yield settings("utf-16", "UTF-16", "fp: strict\n".encode("utf-16"),
                   ": error: not a text file in UTF-8")
    yield settings("large", "2 MB", lambda: "# comment\n" * 200000, ": error: is larger than 1 MB")
    yield settings("effect", "an effect that there is not", "effects:\n  - functions: [f]\n    "
                   "effect: purr\n", ":3:13: error: unknown enumerated scalar")
    yield settings("effect-type", "a number instead of rows", "effects: 3\n", ":1:10: error: ...")
    yield settings("effect-use", "a use that nobody understands", "effects:\n  - functions: [f]\n    "
                   "effect: memory\n    reads: ['x[[']\n", ":...")
    yield settings("regex", "a regular expression that is none", "header-filter: '('\n",
                   ": error: invalid value '(' for 'header-filter': parentheses not balanced")
    yield settings("json", "an unknown key", "fpp: strict\n", ": error: unknown key 'fpp'; ...",
                   run="check --format=json a.cpp")
    yield settings("explain", "an unknown key", "fpp: strict\n", ": error: unknown key 'fpp'; ...",
                   run="explain a.cpp:2")
    yield settings("verify", "an unknown key", "fpp: strict\n", ": error: unknown key 'fpp'; ...",
                   run="verify a.cpp")
    yield Case(section, "folder", "a folder", "fix a.cpp", files={"a.cpp": KERNEL},
               prepare=lambda: os.mkdir(".loomp.yaml"), status=2,
               says=".../.loomp.yaml: error: is a directory")
    yield Case(section, "pipe", "a pipe", "fix a.cpp", files={"a.cpp": KERNEL},
               prepare=lambda: os.mkfifo(".loomp.yaml"), status=2,
               says=".../.loomp.yaml: error: is not a regular file")
    yield Case(section, "zero", "/dev/zero", "fix --config-file=/dev/zero a.cpp",
               files={"a.cpp": KERNEL}, status=2, says="/dev/zero: error: is not a regular file")
    yield Case(section, "missing", "a file that is missing", "fix --config-file=absent a.cpp",
               files={"a.cpp": KERNEL}, status=2,
               says="absent: error: cannot be read: no such file or directory")
    yield Case(section, "unreadable", "a file that may not be read", "fix a.cpp", user=NOBODY,
               files={"a.cpp": KERNEL, ".loomp.yaml": "fp: strict\n"},
               prepare=lambda: os.chmod(".loomp.yaml", 0), status=2,
               says=".../.loomp.yaml: error: cannot be read: permission denied")
    yield Case(section, "empty", "an empty file", f"{FIX} a.cpp", fixed=["a.cpp"],
               files={"a.cpp": KERNEL, ".loomp.yaml": ""})
    yield Case(section, "bom", "a byte order mark", f"{FIX} a.cpp", fixed=["a.cpp"],
               files={"a.cpp": KERNEL, ".loomp.yaml": b"\xef\xbb\xbffp: strict\n"})


def command_line_cases():
    section = "Command line"

    def line(name, what, run, message, **fields):
        return Case(section, name, what, run, files={"a.cpp": KERNEL}, status=2, says=message,
                    **fields)

    yield line("unknown-option", "an option that there is not", "fix --nope a.cpp",
               "loomp: error: unknown option '--nope'; see 'loomp fix --help'")
    yield line("deep-filter", "a filter of 100,000 brackets", ["check", "--line-filter=" + "["
               * 100000, "a.cpp"], "loomp: error: invalid value '...' for option '--line-filter': "
               "expected ...")
    yield line("long-option", "an option of 100,000 letters", ["check", "--" + "x" * 100000,
                                                               "a.cpp"],
               "loomp: error: unknown option '...'; see 'loomp check --help'")
    yield line("bytes", "bytes that are no text", [b"check".decode(), os.fsdecode(b"--\xff\xfe"),
                                                   "a.cpp"],
               "loomp: error: unknown option '...'; see 'loomp check --help'")
    yield line("number", "a number that is too large", "fix --file-timeout=99999999999 a.cpp",
               "loomp: error: invalid value '99999999999' for option '--file-timeout': expected a "
               "number, 0 for no limit")
    yield line("empty-name", "an empty file name", ["check", ""], "loomp: error: the name of a file is empty")
    yield line("long-name", "a file name of 5,000 letters", ["check", "x" * 5000],
               "...: error: file name too long")
    yield line("new-line", "a file name with a new line", ["check", "a\nb.cpp"],
               "a<U+000A>b.cpp: error: no such file or directory")
    yield line("dash", "standard input", "check -", "-: error: no such file or directory")
    yield line("explain-zero", "line 0", "explain a.cpp:0",
               "loomp: error: 'a.cpp:0' is not of the form FILE:LINE")
    yield line("explain-overflow", "a line beyond the numbers", "explain a.cpp:99999999999",
               "loomp: error: 'a.cpp:99999999999' is not of the form FILE:LINE")
    yield Case(section, "same-twice", "one file twice", f"{FIX} a.cpp ./a.cpp", fixed=["a.cpp"],
               files={"a.cpp": KERNEL})
    yield Case(section, "many-files", "300 files", ["check", *[f"f{k}.cpp" for k in range(300)]],
               files={f"f{k}.cpp": KERNEL for k in range(300)}, seconds=60, stdout="f299.cpp:2:3")
    yield Case(section, "odd-names", "names that are no UTF-8", ["fix", "--cost-model=off",
                                                                 os.fsdecode(b"\xff\xe9.cpp")],
               files={os.fsdecode(b"\xff\xe9.cpp"): KERNEL}, fixed=[os.fsdecode(b"\xff\xe9.cpp")])
    yield Case(section, "odd-names-json", "names that are no UTF-8", [
        "check", "--format=json", os.fsdecode(b"\xff\xe9.cpp")],
        files={os.fsdecode(b"\xff\xe9.cpp"): KERNEL}, stdout="parallel")


def make_socket():
    place = os.getcwd()
    if len(place) > 80:
        raise Skip("the folder's name is too long for a socket")
    socket.socket(socket.AF_UNIX).bind("s.cpp")


def file_cases():
    section = "Files"

    def file(name, what, run, message, status=2, **fields):
        return Case(section, name, what, run, status=status, says=message,
                    **{"files": {"a.cpp": KERNEL}, **fields})

    for command in ("check", "fix", "fix --diff", "verify", "fix --export-fixes=f.yaml"):
        yield file("missing-" + command.split("=")[0].replace(" --", "-"), "a file that is missing",
                   f"{command} b.cpp", "b.cpp: error: no such file or directory",
                   creates=["f.yaml"] if "export" in command else [])
    yield file("missing-explain", "a file that is missing", "explain b.cpp:1",
               "b.cpp: error: no such file or directory")
    yield file("folder", "a folder", "fix .", ".: error: is a directory")
    yield file("pipe", "a pipe", "fix p.cpp", "p.cpp: error: is not a regular file",
               prepare=lambda: os.mkfifo("p.cpp"))
    yield file("socket", "a socket", "fix s.cpp", "s.cpp: error: is not a regular file",
               prepare=make_socket)
    yield file("zero", "/dev/zero", "check --format=json /dev/zero",
               "/dev/zero: error: is not a regular file")
    yield file("link-loop", "a link to itself", "fix l.cpp",
               "l.cpp: error: too many levels of symbolic links",
               prepare=lambda: os.symlink("l.cpp", "l.cpp"))
    yield file("link-broken", "a link to nowhere", "fix l.cpp",
               "l.cpp: error: no such file or directory",
               prepare=lambda: os.symlink("absent", "l.cpp"))
    yield file("link", "a link to a source", f"{FIX} l.cpp", [], 0, fixed=["a.cpp"],
               prepare=lambda: os.symlink("a.cpp", "l.cpp"))
    yield file("link-chain", "a link to a link in another folder", f"{FIX} l.cpp", [], 0,
               fixed=["d/a.cpp"], files={"d/a.cpp": KERNEL}, prepare=link_chain)
    yield file("link-folder", "a link to the folder of a source", f"{FIX} l/a.cpp", [], 0,
               fixed=["d/a.cpp"], files={"d/a.cpp": KERNEL}, prepare=lambda: os.symlink("d", "l"))
    yield file("hard-link", "a file with two names", f"{FIX} a.cpp", "a.cpp: error: cannot be "
               "written: 2 hard links lead to it, and one alone would change",
               prepare=lambda: os.link("a.cpp", "b.cpp"))
    yield file("hard-link-others", "a file with two names beside another", f"{FIX} c.cpp a.cpp",
               "a.cpp: error: cannot be written: 2 hard links lead to it, and one alone would change",
               files={"a.cpp": KERNEL, "c.cpp": KERNEL.replace("f(", "g(")},
               prepare=lambda: os.link("a.cpp", "b.cpp"))
    yield file("hard-link-diff", "a file with two names", f"{FIX} --diff a.cpp", [], 0,
               stdout=r"\+  #pragma omp parallel for", prepare=lambda: os.link("a.cpp", "b.cpp"))
    yield file("read-only", "a read-only file", f"{FIX} a.cpp",
               "a.cpp: error: cannot be written: it is read-only",
               prepare=lambda: os.chmod("a.cpp", 0o444))
    yield file("read-only-others", "a read-only file behind another", f"{FIX} c.cpp a.cpp",
               "a.cpp: error: cannot be written: it is read-only",
               files={"a.cpp": KERNEL, "c.cpp": KERNEL.replace("f(", "g(")},
               prepare=lambda: os.chmod("a.cpp", 0o444))
    yield file("read-only-json", "a read-only file", f"{FIX} --format=json a.cpp",
               "a.cpp: error: cannot be written: it is read-only",
               prepare=lambda: os.chmod("a.cpp", 0o444))
    yield file("read-only-diff", "a read-only file", f"{FIX} --diff a.cpp", [], 0,
               stdout=r"\+  #pragma omp parallel for", prepare=lambda: os.chmod("a.cpp", 0o444))
    yield file("read-only-folder", "a folder that may not be written", f"{FIX} d/a.cpp",
               "d/a.cpp: error: cannot be written: permission denied", files={"d/a.cpp": KERNEL},
               prepare=lambda: os.chmod("d", 0o555), user=NOBODY)
    yield file("unreadable", "a file that may not be read", "fix a.cpp", user=NOBODY,
               message="a.cpp: error: does not compile: ...", compiles=False,
               prepare=lambda: os.chmod("a.cpp", 0o000))
    yield file("other-owner", "a file of another user, open to all", f"{FIX} a.cpp",
               "a.cpp: error: cannot be written: it belongs to another user or group, and a new file "
               "would not", user=NOBODY, prepare=lambda: (os.chown("a.cpp", 0, 0),
                                                          os.chmod("a.cpp", 0o666)))
    yield file("owner", "a file of another user, fixed by root", f"{FIX} a.cpp", [], 0,
               fixed=["a.cpp"], prepare=lambda: os.chown("a.cpp", NOBODY, NOBODY))
    for mode in (0o600, 0o640, 0o755, 0o4755, 0o2664):
        yield file(f"mode-{mode:o}", f"permissions {mode:o}", f"{FIX} a.cpp", [], 0, fixed=["a.cpp"],
                   prepare=lambda mode=mode: os.chmod("a.cpp", mode))
    yield file("attributes", "extended attributes", f"{FIX} a.cpp", [], 0, fixed=["a.cpp"],
               prepare=lambda: os.setxattr("a.cpp", "user.origin", b"here"))
    yield file("leftover", "what a killed run left behind", f"{FIX} a.cpp", [], 0, fixed=["a.cpp"],
               files={"a.cpp": KERNEL, "b.cpp.loomp-aBc123": "half"}, prepare=lambda: None)
    yield file("sealed", "a file that is a link into /proc", "fix /proc/self/status",
               "/proc/self/status: error: does not compile: ...", compiles=False)
    yield file("export-source", "fixes are exported into a source", "fix --cost-model=off "
               "--export-fixes=a.cpp a.cpp", "a.cpp: error: cannot be written: it is one of the "
               "sources")
    yield file("export-link", "fixes are exported into a link to a source", "fix --cost-model=off "
               "--export-fixes=l a.cpp", "l: error: cannot be written: it is one of the sources",
               prepare=lambda: os.symlink("a.cpp", "l"))
    yield file("export-folder", "fixes are exported into a folder", "fix --export-fixes=. a.cpp",
               ".: error: cannot be written: is a directory")
    yield file("export-nowhere", "fixes are exported into a folder that is missing",
               "fix --export-fixes=absent/f.yaml a.cpp",
               "absent/f.yaml: error: cannot be written: no such file or directory")
    yield file("export-full", "fixes are exported to a full device", "fix --export-fixes=full a.cpp",
               "full: error: cannot be written: no space left on device",
               prepare=lambda: os.symlink("/dev/full", "full"))
    yield file("export-stdout", "fixes are exported to standard output",
               "fix --cost-model=off --export-fixes=out a.cpp", [], 0, stdout="MainSourceFile",
               prepare=lambda: os.symlink("/proc/self/fd/1", "out"))
    yield file("export-broken-link", "fixes are exported into a link to nowhere",
               "fix --export-fixes=l a.cpp", [], 0, creates=["new"],
               prepare=lambda: os.symlink("new", "l"))
    yield file("export-read-only", "fixes are exported into a read-only file",
               "fix --export-fixes=f.yaml a.cpp",
               "f.yaml: error: cannot be written: permission denied", user=NOBODY,
               files={"a.cpp": KERNEL, "f.yaml": "old"}, prepare=lambda: os.chmod("f.yaml", 0o444))
    yield file("export-replaced", "fixes replace older ones", f"{FIX} --export-fixes=f.yaml a.cpp",
               [], 0, files={"a.cpp": KERNEL, "f.yaml": "old"}, creates=["f.yaml"])


def link_chain():
    os.symlink("../m.cpp", "d/l.cpp")
    os.symlink("d/a.cpp", "m.cpp")
    os.symlink("d/l.cpp", "l.cpp")


def all_cases():
    return [*database_cases(), *setting_cases(), *command_line_cases(), *file_cases()]
