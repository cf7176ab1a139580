# ===- packages.py - what the extension is built with -----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: packages.py LOCKED FOLDER. Makes FOLDER/node_modules what the package-lock.json in LOCKED
# says, unless it is. Tests that run at the same time wait for each other.
#
# ===-----------------------------------------------------------------------===#

import fcntl
import pathlib
import shutil
import subprocess
import sys

NAMES = ["package.json", "package-lock.json", ".npmrc"]


def is_installed(locked, folder):
    """The lock file is copied last, so that it says that everything is there."""
    copy = folder / "installed-lock.json"
    return copy.exists() and copy.read_bytes() == (locked / "package-lock.json").read_bytes()


def can_install():
    """Whether npm reaches its registry."""
    ping = ["npm", "ping", "--fetch-timeout=5000", "--fetch-retries=0"]
    return subprocess.run(ping, capture_output=True).returncode == 0


def install(locked, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_installed(locked, folder):
            return
        for name in NAMES:
            shutil.copyfile(locked / name, folder / name)
        subprocess.run(["npm", "ci", "--no-progress"], cwd=folder, check=True)
        shutil.copyfile(locked / "package-lock.json", folder / "installed-lock.json")


if __name__ == "__main__":
    install(*map(pathlib.Path, sys.argv[1:3]))
