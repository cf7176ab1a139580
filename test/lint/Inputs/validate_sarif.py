#!/usr/bin/env python3
# ===- validate_sarif.py - hold SARIF logs against their schema -------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: validate_sarif.py SCHEMA LOG...
#
# Checks besides what the standard demands and the schema cannot say: indices lead to the right
# rule, a result that is no failure has no level, and URIs are percent-encoded.
#
# ===------------------------------------------------------------------------===#

import json
import re
import sys

import jsonschema


def main(schema_file, logs):
    with open(schema_file, encoding="utf-8") as file:
        validator = jsonschema.Draft4Validator(json.load(file))
    problems = []
    for name in logs:
        with open(name, encoding="utf-8") as file:
            log = json.load(file)
        found = [f"{'/'.join(map(str, error.path))}: {error.message}"
                 for error in validator.iter_errors(log)]
        problems += [f"{name}: {problem}" for problem in found + list(check_run(log["runs"][0]))]
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def check_run(run):
    rules = run["tool"]["driver"]["rules"]
    used = set()
    for result in run["results"]:
        used.add(result["ruleIndex"])
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"rule {result['ruleIndex']} is not '{result['ruleId']}'"
        if (result["kind"] == "fail") != (result["level"] != "none"):
            yield f"kind '{result['kind']}' with level '{result['level']}'"
        if not re.fullmatch(r"[0-9a-f]{16}:[1-9][0-9]*", result["partialFingerprints"]["loomp/v2"]):
            yield f"no fingerprint: {result['partialFingerprints']}"
    if len(used) != len(rules):
        yield "a rule that no result has"
    for rule in rules:
        if not rule["help"]["markdown"].startswith(f"# {rule['id']}\n"):
            yield f"no page for '{rule['id']}'"
        if not rule["helpUri"].endswith(f"/catalog/{rule['id']}.md"):
            yield f"'{rule['helpUri']}' is not of '{rule['id']}'"
    for uri in uris(run):
        if not re.fullmatch(r"([a-z]+:)?([\w.~/-]|%[0-9A-F]{2})*", uri, re.ASCII):
            yield f"'{uri}' is no URI"


def uris(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "uri":
                yield inner
            else:
                yield from uris(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from uris(inner)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
