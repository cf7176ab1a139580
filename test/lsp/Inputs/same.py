# ===- same.py - the server against the command line ----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Opens every file in the server, edits it twice back and forth, and compares what is published with
# what `loomp check` prints of the same file. Usage: same.py LOOMP FILE...
#
# ===----------------------------------------------------------------------===#

import pathlib
import re
import subprocess
import sys

from client import Client, uri_of

LINE = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<level>\w+): (?P<message>.*)")


def printed(loomp, path):
    """The diagnostics of `check`, each with its notes."""
    command = [loomp, "check", "--quiet", path, "--", "-std=c++20", "-I", pathlib.Path(path).parent]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    diagnostics = []
    for line in output.splitlines():
        match = LINE.fullmatch(line)
        place = (int(match["line"]), int(match["column"]))
        if match["level"] != "note":
            diagnostics.append((*place, match["message"], []))
        elif match["file"] == path:
            diagnostics[-1][3].append((*place, re.sub(r" \[[\w-]+\]$", "", match["message"])))
    return diagnostics


def published(client, path, version):
    here = uri_of(path)
    diagnostics = []
    for each in client.diagnostics(path, version):
        start = each["range"]["start"]
        notes = [
            (
                note["location"]["range"]["start"]["line"] + 1,
                note["location"]["range"]["start"]["character"] + 1,
                note["message"],
            )
            for note in each.get("relatedInformation", [])
            if note["location"]["uri"] == here
        ]
        message = f"{each['message']} [{each['code']}]"
        diagnostics.append((start["line"] + 1, start["character"] + 1, message, notes))
    return diagnostics


def main(loomp, *paths):
    client = Client([loomp, "lsp", "--debounce=0"])
    client.initialize(
        {
            "general": {"positionEncodings": ["utf-8"]},
            "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
        },
        initializationOptions={"extra-arg": ["-std=c++20"]},
    )
    compared = 0
    for path in paths:
        text = pathlib.Path(path).read_text()
        expected = printed(loomp, path)
        client.open(path, text)
        versions = [published(client, path, 1)]
        # A line in front of the first function, and away with it.
        line = next(i for i, s in enumerate(text.split("\n")) if s.endswith(") {"))
        place = {"line": line, "character": 0}
        below = {"line": line + 1, "character": 0}
        client.change(path, [{"range": {"start": place, "end": place}, "text": "\n"}], 2)
        client.diagnostics(path, 2)
        client.change(path, [{"range": {"start": place, "end": below}, "text": ""}], 3)
        versions.append(published(client, path, 3))
        for got in versions:
            if got != expected:
                wrong = [(a, b) for a, b in zip(expected, got) if a != b]
                sys.exit(f"{path}: {len(expected)} expected, {len(got)} published; {wrong[:3]}")
            compared += len(got)
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri_of(path)}})
    if client.close() != 0:
        sys.exit("the server failed")
    print(f"{compared} diagnostics are the same")


main(*sys.argv[1:])
