# ===- sarif_schema.py - the schema of SARIF 2.1.0, fetched once ------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# The schema is published by OASIS, and comes here in a package of npm that carries it. It is kept
# beside the results of the tests. Imported by lint/lit.local.cfg.
#
# ===------------------------------------------------------------------------===#

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"
SHA256 = "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"


def fetch(folder):
    """The path of the schema in `folder`, or None if npm is missing or cannot fetch it."""
    path = os.path.join(folder, os.path.basename(MEMBER))
    if is_schema(path):
        return path
    if not shutil.which("npm"):
        return None
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        command = ["npm", "pack", "--silent", "--fetch-retries=1", "--fetch-timeout=20000", PACKAGE]
        try:
            subprocess.run(command, cwd=scratch, check=True, capture_output=True, timeout=60)
            (archive,) = os.listdir(scratch)
            with tarfile.open(os.path.join(scratch, archive)) as tar:
                content = tar.extractfile(MEMBER).read()
        except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError, ValueError):
            return None
        unfinished = os.path.join(scratch, "schema")
        with open(unfinished, "wb") as file:
            file.write(content)
        if not is_schema(unfinished):
            return None
        os.replace(unfinished, path)
    return path


def is_schema(path):
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest() == SHA256
    except OSError:
        return False
