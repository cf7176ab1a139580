# ===- protocol.py - clients that misbehave -------------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# What the server does with messages that no well-behaved client sends, and with the ends of a
# connection. Usage: protocol.py LOOMP SOURCE
#
# ===----------------------------------------------------------------------===#

import json
import os
import pathlib
import random
import subprocess
import sys
import time

from client import Client, uri_of


def check(what, condition):
    if not condition:
        sys.exit(f"failed: {what}")
    print("ok:", what)


def start(loomp, **params):
    client = Client([loomp, "lsp", "--debounce=0"])
    client.initialize(**params)
    return client


def code_of(client, request):
    return client.answer(request).get("error", {}).get("code")


def refused(client, data):
    """The code with which the server answers bytes that hold no request."""
    client.send_bytes(data)
    return client.wait(lambda m: "error" in m and m["id"] is None)["error"]["code"]


def framed(text):
    return b"Content-Length: %d\r\n\r\n%s" % (len(text), text)


def life(loomp, source):
    client = Client([loomp, "lsp"])
    early = client.start_request("textDocument/hover", {})
    check("a request before 'initialize'", code_of(client, early) == -32002)
    client.notify("textDocument/didOpen", {})  # dropped
    result = client.initialize()
    check("UTF-16 unless asked", result["capabilities"]["positionEncoding"] == "utf-16")
    again = client.start_request("initialize", {"capabilities": {}})
    check("a second 'initialize'", code_of(client, again) == -32600)
    unknown = client.start_request("textDocument/unheardOf", {})
    check("an unknown request", code_of(client, unknown) == -32601)
    client.notify("textDocument/unheardOf", {})
    client.notify("$/setTrace", {"value": "off"})
    for params in [None, [], {}, {"textDocument": 7}, {"textDocument": {"uri": "untitled:a"}}]:
        for method in ["codeAction", "codeLens", "inlayHint", "hover"]:
            client.answer(client.start_request(f"textDocument/{method}", params))
        client.answer(client.start_request("workspace/executeCommand", params))
        for method in ["didOpen", "didChange", "didSave", "didClose"]:
            client.notify(f"textDocument/{method}", params)
    check("parameters of all types", True)
    shutdown = client.start_request("shutdown")
    client.answer(shutdown)
    late = client.start_request("textDocument/hover", {})
    check("a request after 'shutdown'", code_of(client, late) == -32600)
    client.notify("exit")
    check("'exit' after 'shutdown'", client.process.wait(20) == 0)
    client = start(loomp)
    client.notify("exit")
    check("'exit' without 'shutdown'", client.process.wait(20) == 1)


def malformed(loomp, source):
    client = start(loomp)
    check("text that is no JSON", refused(client, framed(b"{nonsense")) == -32700)
    check("deep brackets", refused(client, framed(b"[" * 100000)) == -32700)
    check("no JSON-RPC", refused(client, framed(b"{}")) == -32600)
    check("a list", refused(client, framed(b"[1, 2]")) == -32600)
    old = json.dumps({"jsonrpc": "1.0", "id": 5, "method": "shutdown"}).encode()
    client.send_bytes(framed(old))
    check("another version", code_of(client, 5) == -32600)
    check("an id of another type", refused(
        client, framed(b'{"jsonrpc":"2.0","id":{},"method":"shutdown"}')) == -32600)
    check("an id that JSON cannot spell", refused(
        client, framed(b'{"jsonrpc":"2.0","id":1e999,"method":"shutdown"}')) == -32600)
    client.send_bytes(b"nonsense without a length\r\n\r\n\r\n" + b"x" * 10000 + b"\r\n\r\n")
    client.send_bytes(b"Content-Length: -5\r\n\r\nContent-Length: many\r\n\r\n")
    client.send_bytes(b"content-length:2\nContent-Type: x\n\n[]")  # both ends of lines will do
    client.wait(lambda m: "error" in m and m["id"] is None)
    client.send({"id": 77, "result": None})  # an answer to nothing
    client.send({"id": "loomp-1", "error": {"code": 1, "message": "no"}})
    client.open(source)
    check("work as ever", len(client.diagnostics(source)) > 0)
    check("its end", client.close() == 0)


def texts(loomp, source):
    """Edits at random, in all encodings, against the same edits made here."""
    random.seed(7)
    original = pathlib.Path(source).read_text()
    for encoding, units in [("utf-8", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")]:
        width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
        client = start(loomp, capabilities={"general": {"positionEncodings": ["x", encoding]}})
        client.open(source, original)
        expected = client.diagnostics(source, 1)
        text, version = original, 1

        def place(offset):
            line = text.count("\n", 0, offset)
            column = text[text.rfind("\n", 0, offset) + 1 : offset]
            return {"line": line, "character": len(column.encode(units)) // width}

        for _ in range(60):
            begin = random.randrange(len(text) + 1)
            end = min(len(text), begin + random.choice([0, 0, 1, 5, 300]))
            new = random.choice(["", "x", "\n", "ä", "𝄞", "/* 𝄞 ä */", "\n\n", "{"])
            change = {"range": {"start": place(begin), "end": place(end)}, "text": new}
            version += 1
            client.change(source, [change], version)
            text = text[:begin] + new + text[end:]
        # Back to the original by one edit of all that is there: what is left of it is wrong text.
        last = {"line": text.count("\n") + 3, "character": 9}
        whole = {"range": {"start": place(0), "end": last}, "text": original}
        client.change(source, [whole], version + 1)
        check(f"random edits in {encoding}", client.diagnostics(source, version + 1) == expected)
        # A character that takes several units, in front of a loop.
        line = next(i for i, s in enumerate(original.split("\n")) if "for (" in s)
        column = original.split("\n")[line].index("for (")
        at = {"line": line, "character": column}
        mark = "/* ä𝄞 */ "
        client.change(source, [{"range": {"start": at, "end": at}, "text": mark}], version + 2)
        starts = [d["range"]["start"] for d in client.diagnostics(source, version + 2)]
        moved = {"line": line, "character": column + len(mark.encode(units)) // width}
        check(f"columns in {encoding}", moved in starts)
        client.close()


def hostile(loomp, source):
    client = start(loomp)
    client.open(source)
    count = len(client.diagnostics(source, 1))
    far = {"line": 10**6, "character": 10**6}
    backwards = {"start": {"line": 5, "character": 0}, "end": {"line": 1, "character": 0}}
    negative = {"start": {"line": -5, "character": -1}, "end": {"line": -5, "character": -1}}
    client.change(source, [{"range": {"start": far, "end": far}, "text": "// end"}], 2)
    check("an edit behind the end", len(client.diagnostics(source, 2)) == count)
    client.change(source, [{"range": backwards, "text": "x"}], 3)  # ignored
    client.change(source, [{"range": negative, "text": ""}], 4)
    check("edits that make no sense", len(client.diagnostics(source, 4)) == count)
    other = str(pathlib.Path(source).with_name("not-open.cpp"))
    client.change(other, [{"text": "int i;"}], 1)
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri_of(other)}})
    text = pathlib.Path(source).read_text()
    client.change(source, [{"text": text}], 2)  # an older version than before: taken as it is
    check("versions out of order", len(client.diagnostics(source, 2)) == count)
    big = text + "// filler\n" * 500000
    client.change(source, [{"text": big}], 10)
    check("five megabytes", len(client.diagnostics(source, 10)) == count)
    client.change(source, [{"text": "int f( {"}], 11)
    check("text that does not compile", client.diagnostics(source, 11) == [])
    client.change(source, [{"text": "\0\1\2\xff for(" + "(" * 5000}], 12)
    check("text that is none", client.diagnostics(source, 12) == [])
    client.open(source, text, 20)  # opened again without a close
    check("a second 'didOpen'", len(client.diagnostics(source, 20)) == count)
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri_of(source)}})
    check("nothing is left of a closed file", client.diagnostics(source) == [])
    gone = client.start_request("textDocument/codeLens", {"textDocument": {"uri": uri_of(source)}})
    check("a question about a closed file", code_of(client, gone) == -32602)
    check("its end", client.close() == 0)


def ends(loomp, source):
    # A client that dies in the middle of a message, or of an analysis.
    for half in [b"", b"Content-Length: 1000\r\n\r\n{"]:
        client = start(loomp)
        client.open(source)
        client.send_bytes(half)
        begin = time.time()
        client.process.stdin.close()
        check("the client is gone", client.process.wait(20) == 1 and time.time() - begin < 10)
    # Nobody listens: there is no answer, and no crash either.
    listening, written = os.pipe()
    os.close(listening)
    server = subprocess.Popen([loomp, "lsp"], stdin=subprocess.PIPE, stdout=written)
    os.close(written)
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}})
    leave = json.dumps({"jsonrpc": "2.0", "method": "exit"})
    server.communicate(framed(request.encode()) + framed(leave.encode()), timeout=20)
    check("nobody listens", server.returncode == 1)


def cancelling(loomp, source):
    client = Client([loomp, "lsp", "--debounce=0"])
    client.initialize()
    client.open(source, pathlib.Path(source).read_text() + "\n#include <regex>\n")
    request = client.start_request("textDocument/codeLens", {"textDocument": {"uri": uri_of(source)}})
    client.notify("$/cancelRequest", {"id": request})
    check("a request is cancelled", code_of(client, request) == -32800)
    client.notify("$/cancelRequest", {"id": 4711})
    client.notify("$/cancelRequest", {})
    client.diagnostics(source)
    check("its end", client.close() == 0)


for part in (life, malformed, texts, hostile, ends, cancelling):
    part(*sys.argv[1:3])
