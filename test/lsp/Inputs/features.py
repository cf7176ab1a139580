# ===- features.py - what an editor can ask for ---------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# What an editor can ask for, and that what it is told to change is what `fix` would change.
# Usage: features.py LOOMP FOLDER; the folder is written into.
#
# ===----------------------------------------------------------------------===#

import json
import pathlib
import subprocess
import sys

from client import Client, uri_of

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-8"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
}

STENCIL = """\
void smooth(double *a, int n) {
  for (int i = 1; i < n; i++)
    a[i] = a[i - 1] + a[i];
}
double scale(double *a, const double *b, int n, double factor) {
  double sum = 0;
  for (int i = 0; i < n; i++) {
    a[i] = factor * b[i];
    sum += b[i];
  }
  return sum;
}
void clear(double *a, int n) {
  for (int i = 0; i < n; i++)
    a[i] = 0;
}
"""


def check(what, condition, detail=""):
    if not condition:
        sys.exit(f"failed: {what} {detail}")
    print("ok:", what)


def start(loomp, capabilities=CAPABILITIES, **params):
    client = Client([loomp, "lsp", "--debounce=0"])
    client.initialize(capabilities, **params)
    return client


def edited(text, edits):
    """`text` after an array of TextEdit, positions in UTF-8."""
    lines = text.encode().splitlines(keepends=True)
    begins = [sum(map(len, lines[:i])) for i in range(len(lines) + 1)]

    def offset(place):
        return begins[place["line"]] + place["character"]

    data = text.encode()
    for edit in reversed(sorted(edits, key=lambda e: offset(e["range"]["start"]))):
        begin, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        data = data[:begin] + edit["newText"].encode() + data[end:]
    return data.decode()


def fixed(loomp, path, *options):
    copy = path.with_name("copy" + path.suffix)
    copy.write_text(path.read_text())
    subprocess.run([loomp, "fix", "--quiet", *options, copy, "--", "-std=c++20"], check=True)
    return copy.read_text()


def actions(client, path, line, only=None):
    place = {"line": line, "character": 4}
    context = {"diagnostics": [], **({"only": only} if only else {})}
    return client.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": uri_of(path)},
            "range": {"start": place, "end": place},
            "context": context,
        },
    )


def edits_of(action, path, version):
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri_of(path), "version": version}, change
    return change["edits"]


def reading(loomp, folder):
    path = folder / "stencil.cpp"
    path.write_text(STENCIL)
    client = start(loomp)
    client.open(path)
    serial, parallel, clear = client.diagnostics(path, 1)
    check("a serial loop is a hint", serial["severity"] == 4)
    check("its code", serial["code"] == "carried-flow-dependence")
    page = serial["codeDescription"]["href"].removeprefix("file://")
    check("its page", "# carried-flow-dependence" in pathlib.Path(page).read_text(), page)
    ends = [
        (note["location"]["range"]["start"]["line"], note["message"])
        for note in serial["relatedInformation"][:2]
    ]
    check("both ends of the dependence", ends == [
        (2, "iteration i=1 writes 'a[1]' here"),
        (2, "iteration i=2 reads 'a[1]' here"),
    ], ends)
    check("what fix would rewrite is information", parallel["severity"] == 3)
    check("its range", parallel["range"] == {
        "start": {"line": 6, "character": 2},
        "end": {"line": 6, "character": 31},
    })

    document = {"textDocument": {"uri": uri_of(path)}}
    lenses = client.request("textDocument/codeLens", document)
    titles = [lens["command"]["title"] for lens in lenses]
    check("lenses", titles[0] == "serial · carried-flow-dependence"
          and titles[1].startswith("parallel · reduction(+ : sum)"), titles)
    check("their commands", [lens["command"]["command"] for lens in lenses]
          == ["loomp.explain", "loomp.apply", "loomp.apply"])

    def hover(line, character):
        place = {"line": line, "character": character}
        return client.request("textDocument/hover", {**document, "position": place})

    value = hover(6, 3)["contents"]["value"]
    check("hover over a loop", "reduction(\\+ : sum)" in value and "[parallel-loop](file://" in value)
    value = hover(8, 5)["contents"]["value"]
    check("hover over a variable", "'sum' is a reduction with" in value, value)
    check("hover over nothing", hover(4, 0) is None)

    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    check("no inlay hints unless wanted",
          client.request("textDocument/inlayHint", {**document, "range": everything}) == [])
    client.notify("workspace/didChangeConfiguration",
                  {"settings": {"loomp": {"inlayHints": True, "codeLens": False}}})
    hints = client.request("textDocument/inlayHint", {**document, "range": everything})
    check("inlay hints", [hint["label"] for hint in hints] == titles
          and hints[1]["position"] == {"line": 6, "character": 31})
    some = {"start": {"line": 0, "character": 0}, "end": {"line": 5, "character": 0}}
    hints = client.request("textDocument/inlayHint", {**document, "range": some})
    check("those of a range", len(hints) == 1)
    check("no lenses if not wanted", client.request("textDocument/codeLens", document) == [])
    client.close()


def acting(loomp, folder):
    path = folder / "stencil.cpp"
    path.write_text(STENCIL)
    client = start(loomp)
    client.open(path)
    client.diagnostics(path, 1)
    found = actions(client, path, 6)
    preferred = [a for a in found if a.get("isPreferred")]
    check("one action is preferred", len(preferred) == 1
          and preferred[0]["title"].startswith("Parallelize: parallel for reduction(+ : sum)"))
    check("it fixes a diagnostic", preferred[0]["diagnostics"][0]["code"] == "parallel-loop")
    one = fixed(loomp, path, '--line-filter=[{"name":"copy.cpp","lines":[[7,7]]}]')
    check("it does what fix does with this loop",
          edited(STENCIL, edits_of(preferred[0], path, 1)) == one)
    for form in ["simd", "spmd", "target"]:
        (other,) = [a for a in found if a["title"].startswith(f"Rewrite as {form}: ")]
        filter = '--line-filter=[{"name":"copy.cpp","lines":[[7,7]]}]'
        check(f"so does form {form}", edited(STENCIL, edits_of(other, path, 1))
              == fixed(loomp, path, filter, f"--form={form}"))
    (whole,) = actions(client, path, 0, ["source.fixAll"])
    check("all loops of the file",
          edited(STENCIL, edits_of(whole, path, 1)) == fixed(loomp, path))
    serial = actions(client, path, 1)
    check("nothing parallel is offered for a serial loop",
          not any("Parallelize:" in a["title"] or "Rewrite" in a["title"] for a in serial))
    (quiet,) = [a for a in serial if a["title"].startswith("Suppress")]
    silenced = edited(STENCIL, edits_of(quiet, path, 1))
    check("a comment that silences it",
          "\n  // NOLINTNEXTLINE(loomp-carried-flow-dependence)\n  for (int i = 1" in silenced)
    client.change(path, [{"text": silenced}], 2)
    check("it does", len(client.diagnostics(path, 2)) == 2)

    # Windows' ends of lines stay what they are.
    client.change(path, [{"text": STENCIL.replace("\n", "\r\n")}], 3)
    client.diagnostics(path, 3)
    (quiet,) = [a for a in actions(client, path, 1) if a["title"].startswith("Suppress")]
    check("ends of lines", edits_of(quiet, path, 3)[0]["newText"].endswith(")\r\n"))

    client.change(path, [{"text": STENCIL}], 4)
    client.diagnostics(path, 4)
    where = {"uri": uri_of(path), "line": 6, "character": 2}

    def execute(command, arguments):
        return client.start_request(
            "workspace/executeCommand", {"command": command, "arguments": arguments})

    request = execute("loomp.apply", [where])
    apply = client.wait(lambda m: m.get("method") == "workspace/applyEdit")
    client.send({"id": apply["id"], "result": {"applied": True}})
    check("the command of a lens", "error" not in client.answer(request)
          and edited(STENCIL, edits_of(apply["params"], path, 4)) == one)
    request = execute("loomp.fixAll", [{"uri": uri_of(path)}])
    apply = client.wait(lambda m: m.get("method") == "workspace/applyEdit")
    check("the command for a file", "error" not in client.answer(request)
          and edited(STENCIL, edits_of(apply["params"], path, 4)) == fixed(loomp, path))
    request = execute("loomp.explain", [{**where, "line": 1}])
    shown = client.wait(lambda m: m.get("method") == "window/showMessage")["params"]["message"]
    explained = subprocess.run([loomp, "explain", f"{path}:2"], capture_output=True, text=True).stdout
    check("explain says what the command line says",
          client.answer(request)["result"] == shown == explained, shown)
    for command, arguments in [("loomp.apply", [{**where, "line": 1}]), ("loomp.apply", []),
                               ("loomp.apply", [{**where, "line": 3}]), ("rm", [where])]:
        check("commands that make no sense",
              client.answer(execute(command, arguments))["error"]["code"] == -32602)
    client.close()

    # An old client: no actions but commands, no versions of documents.
    client = start(loomp, {})
    client.open(path)
    client.diagnostics(path, 1)
    found = actions(client, path, 1)
    check("commands for clients without actions",
          [command["command"] for command in found] == ["loomp.explain"], found)
    client.close()


def settings(loomp, folder):
    # The nearest compile_commands.json, that of a build folder, too, and each root its own.
    for name, define, build in [("one", "-DPARALLEL", "."), ("two", "-DSERIAL", "build")]:
        root = folder / name
        root.mkdir()
        (root / "file.cpp").write_text(
            "#ifdef PARALLEL\nvoid f(int *a, int n) {\n  for (int i = 0; i < n; i++)\n"
            "    a[i] = i;\n}\n#endif\n")
        (root / build).mkdir(exist_ok=True)
        (root / build / "compile_commands.json").write_text(json.dumps([{
            "directory": str(root), "file": "file.cpp",
            "arguments": ["clang++", define, "-c", "file.cpp"]}]))
    watching = {**CAPABILITIES, "workspace": {
        "didChangeWatchedFiles": {"dynamicRegistration": True}, "configuration": True}}
    client = start(loomp, watching, workspaceFolders=[
        {"uri": uri_of(folder / name), "name": name} for name in ["one", "two"]])
    register = client.wait(lambda m: m.get("method") == "client/registerCapability")
    globs = [w["globPattern"] for w in
             register["params"]["registrations"][0]["registerOptions"]["watchers"]]
    check("files are watched", "**/compile_commands.json" in globs and "**/.loomp.yaml" in globs)
    client.send({"id": register["id"], "result": None})
    asked = client.wait(lambda m: m.get("method") == "workspace/configuration")
    client.send({"id": asked["id"], "result": [{"codeLens": False}]})
    one, two = folder / "one/file.cpp", folder / "two/file.cpp"
    client.open(one)
    client.open(two)
    check("each root has its flags", len(client.diagnostics(one)) == 1
          and len(client.diagnostics(two)) == 0)
    database = folder / "two/build/compile_commands.json"
    database.write_text(database.read_text().replace("-DSERIAL", "-DPARALLEL"))
    client.notify("workspace/didChangeWatchedFiles", {"changes": []})
    check("new flags are read", len(client.diagnostics(two)) == 1)
    (folder / "two/.loomp.yaml").write_text("cost-model: off\nform: simd\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": []})
    client.kept = [m for m in client.kept if "publishDiagnostics" not in m.get("method", "")]
    check("so is .loomp.yaml", "omp simd" in client.diagnostics(two)[0]["message"])
    (folder / "two/.loomp.yaml").write_text("nonsense: 1\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": []})
    said = client.wait(lambda m: m.get("method") == "window/showMessage")["params"]
    check("a wrong one is said once", said["type"] == 1 and "nonsense" in said["message"])
    client.close()

    # A header that is edited, and not saved.
    (folder / "step.h").write_text("#define STEP 1\n")
    user = folder / "user.cpp"
    user.write_text('#include "step.h"\nvoid f(int *a, int n) {\n'
                    "  for (int i = 8; i < n; i++)\n    a[i] = a[i - STEP] + 1;\n}\n")
    client = start(loomp)
    client.open(user)
    check("a header as it is saved", client.diagnostics(user)[0]["code"] == "carried-flow-dependence")
    client.open(folder / "step.h", "#define STEP 0\n")
    while (got := client.diagnostics(user)[0]["code"]) != "parallel-loop":
        check("at first as before", got == "carried-flow-dependence")
    check("a header as it is edited", True)
    client.change(folder / "step.h", [{"text": "#define STEP 2\n"}], 2)
    while client.diagnostics(user)[0]["code"] != "carried-flow-dependence":
        pass
    check("and edited again", True)
    client.notify("textDocument/didClose",
                  {"textDocument": {"uri": uri_of(folder / "step.h")}})
    client.close()

    # Progress of the first analysis.
    client = start(loomp, {"window": {"workDoneProgress": True}})
    heavy = folder / "heavy file.cpp"
    heavy.write_text("#include <iostream>\n#include <map>\n#include <regex>\n" + STENCIL)
    client.open(heavy)
    create = client.wait(lambda m: m.get("method") == "window/workDoneProgress/create")
    client.send({"id": create["id"], "result": None})
    kinds = [client.wait(lambda m: m.get("method") == "$/progress")["params"] for _ in range(2)]
    check("progress", [k["value"]["kind"] for k in kinds] == ["begin", "end"]
          and all(k["token"] == create["params"]["token"] for k in kinds))
    check("a path with a blank", len(client.diagnostics(heavy)) == 3)
    client.close()


for part in (reading, acting, settings):
    part(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
