# ===- disk.py - headers that change while a server runs ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Files come, go and change on the disk, and no message says so; or one says that something has
# changed, and not what. Usage: disk.py LOOMP FOLDER
#
# ===----------------------------------------------------------------------===#

import pathlib
import queue
import sys

from client import Client, uri_of

LOOP = ("void f(int *a, int n) {\n  for (int i = 8; i < n; i++)\n"
        "    a[i] = a[i - STEP] + 1;\n}\n")
SERIAL, PARALLEL = "carried-flow-dependence", "parallel-loop"


def check(what, condition, *details):
    if not condition:
        sys.exit(f"failed: {what} {details}")
    print("ok:", what)


def code(client, path):
    found = client.diagnostics(path)
    return found[0]["code"] if found else None


def without_messages(loomp, folder):
    first, second = folder / "first", folder / "second"
    first.mkdir()
    second.mkdir()
    (second / "step.h").write_text("#define STEP 1\n")
    found = folder / "found.cpp"
    found.write_text("#include <step.h>\n" + LOOP)
    asked = folder / "asked.cpp"
    asked.write_text('#if __has_include("late/late.h")\n#include "late/late.h"\n#endif\n'
                     "#ifndef STEP\n#define STEP 0\n#endif\n" + LOOP)
    lacking = folder / "lacking.cpp"
    lacking.write_text('#include "lacking.h"\n' + LOOP)
    client = Client([loomp, "lsp", "--debounce=0", "--", f"-I{first}", f"-I{second}"])
    client.initialize()

    client.open(found)
    check("a header of the second folder", code(client, found) == SERIAL)
    (second / "step.h").write_text("#define STEP 0\n")
    check("it changes, and its size does not", code(client, found) == PARALLEL)
    (first / "step.h").write_text("#define STEP 2\n")
    check("one of the first folder", code(client, found) == SERIAL)
    (first / "step.h").unlink()
    check("and it goes away", code(client, found) == PARALLEL)

    client.open(asked)
    check("a header that there is not", code(client, asked) == PARALLEL)
    (folder / "late").mkdir()
    (folder / "late" / "late.h").write_text("#define STEP 3\n")
    check("and then is", code(client, asked) == SERIAL)

    client.open(lacking)
    check("a text that does not compile", code(client, lacking) is None)
    (folder / "lacking.h").write_text("#define STEP 0\n")
    check("and then does", code(client, lacking) == PARALLEL)
    client.close()


def at_rest(loomp, folder):
    """Nothing is analysed again while nothing changes, though an editor hides what the disk has."""
    (folder / "sub").mkdir()
    header, path = folder / "held.h", folder / "user.cpp"
    header.write_text("#define STEP 1\n")
    path.write_text('#include "sub/../held.h"\n#include "./sub/.././held.h"\n' + LOOP)
    client = Client([loomp, "lsp", "--debounce=0"])
    client.initialize()
    client.open(header, "#define STEP 0\n")
    client.open(path)
    check("what the editor has", code(client, path) == PARALLEL)
    try:
        again = client.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                            and m["params"]["uri"] == uri_of(path), timeout=6)
    except queue.Empty:
        again = None
    check("is not asked for again", again is None, again)
    client.close()


def with_messages(loomp, folder):
    """What is kept from one analysis to the next is asked for, whatever causes it."""
    path = folder / "told.cpp"
    text = '#if __has_include("told.h")\n#include "told.h"\n#else\n#define STEP 0\n#endif\n' + LOOP
    path.write_text(text)
    client = Client([loomp, "lsp", "--debounce=0"])
    client.initialize({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    client.open(path)
    check("before it is told", code(client, path) == PARALLEL)
    (folder / "told.h").write_text("#define STEP 1\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": uri_of(folder / "told.h"), "type": 1}]})
    check("a header that has come", code(client, path) == SERIAL)
    (folder / "told.h").write_text("#define STEP 0\n")
    client.change(path, [{"text": text + "\n"}], 2)
    check("one that has changed, seen when the text changes", code(client, path) == PARALLEL)
    client.close()


for part in (without_messages, at_rest, with_messages):
    part(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
