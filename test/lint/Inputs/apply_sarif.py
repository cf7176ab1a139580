#!/usr/bin/env python3
# ===- apply_sarif.py - do what the fixes of a SARIF log say ----------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: apply_sarif.py LOG RULE, in the root of the log. Changes the files as the fixes of all
# results of that rule say, with columns in units of UTF-16; what two of them insert at one place is
# inserted once.
#
# ===------------------------------------------------------------------------===#

import json
import sys
import urllib.parse


def main(log, rule):
    with open(log, encoding="utf-8") as file:
        run = json.load(file)["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    changes = {}
    for result in run["results"]:
        if result["ruleId"] != rule:
            continue
        for fix in result.get("fixes", []):
            for artifact in fix["artifactChanges"]:
                location = artifact["artifactLocation"]
                assert location["uriBaseId"] == "%SRCROOT%"
                name = urllib.parse.unquote(location["uri"])
                changes.setdefault(name, set()).update(map(change, artifact["replacements"]))
    for name, edits in changes.items():
        with open(name, encoding="utf-8", newline="") as file:
            text = file.read()
        mark = text.startswith("\ufeff")
        lines = text[mark:].splitlines(keepends=True) + [""]
        for begin, end, new in sorted(edits, reverse=True):
            first, last = lines[begin[0] - 1], lines[end[0] - 1]
            lines[begin[0] - 1:end[0]] = [head(first, begin[1]) + new
                                         + last[len(head(last, end[1])):]]
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.write("\ufeff" * mark + "".join(lines))


def change(replacement):
    region = replacement["deletedRegion"]
    return ((region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]),
            replacement["insertedContent"]["text"])


def head(line, column):
    return line.encode("utf-16-le")[:2 * (column - 1)].decode("utf-16-le")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
