# ===- client.py - a scripted client of a language server ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Speaks the Language Server Protocol over pipes with any server. Messages that the server sends on
# its own are kept, in order, until someone waits for them.
#
# ===-----------------------------------------------------------------------===#

import json
import pathlib
import queue
import subprocess
import threading


def uri_of(path):
    return pathlib.Path(path).resolve().as_uri()


class Client:
    """`command`: the server and its arguments. `timeout`: seconds for each answer."""

    def __init__(self, command, timeout=60, **popen):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **popen
        )
        self.timeout = timeout
        self.messages = queue.Queue()
        self.kept = []
        self.last_id = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    self.messages.put(None)
                    return
                if line in (b"\r\n", b"\n"):
                    break
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self.messages.put(json.loads(stream.read(length)))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(text) + text)

    def notify(self, method, params=None):
        self.send({"method": method, "params": params if params is not None else {}})

    def start_request(self, method, params=None):
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        return self.last_id

    def wait(self, is_wanted, timeout=None):
        """The first message, kept or new, that `is_wanted`; the others are kept."""
        for i, message in enumerate(self.kept):
            if is_wanted(message):
                return self.kept.pop(i)
        while True:
            message = self.messages.get(timeout=timeout or self.timeout)
            if message is None:
                raise EOFError("the server has closed its output")
            if is_wanted(message):
                return message
            self.kept.append(message)

    def answer(self, request, timeout=None):
        return self.wait(lambda m: m.get("id") == request and "method" not in m, timeout)

    def request(self, method, params=None):
        answer = self.answer(self.start_request(method, params))
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def initialize(self, capabilities=None, **params):
        result = self.request(
            "initialize",
            {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **params},
        )
        self.notify("initialized")
        return result

    def open(self, path, text=None, version=1, language="cpp"):
        text = pathlib.Path(path).read_text() if text is None else text
        item = {"uri": uri_of(path), "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, path, changes, version):
        identifier = {"uri": uri_of(path), "version": version}
        self.notify(
            "textDocument/didChange", {"textDocument": identifier, "contentChanges": changes}
        )

    def diagnostics(self, path, version=None):
        """What is published next for the document (in this version, if one is given)."""
        uri = uri_of(path)
        message = self.wait(
            lambda m: m.get("method") == "textDocument/publishDiagnostics"
            and m["params"]["uri"] == uri
            and version in (None, m["params"].get("version"))
        )
        return message["params"]["diagnostics"]

    def close(self):
        """Ends the server as a client should; returns its exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(self.timeout)
