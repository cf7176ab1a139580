#!/usr/bin/env python3
# ===- validate.py - hold the JSON on stdin against the published schema ----===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# ===------------------------------------------------------------------------===#

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
errors = list(validator.iter_errors(json.load(sys.stdin)))
for error in errors:
    print("/".join(map(str, error.path)) + ": " + error.message)
sys.exit(1 if errors else 0)
