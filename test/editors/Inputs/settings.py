# ===- settings.py - the settings of the extension against the options ------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Usage: settings.py LOOMP PACKAGE.JSON SOURCE. Each option of `loomp lsp` is a setting with the
# same name and the same words, and the tool takes each value that the setting offers, and no other.
#
# ===-----------------------------------------------------------------------===#

import json
import re
import subprocess
import sys

loomp, package, source = sys.argv[1:]
# What the extension and the server have besides options; an option that names where others stand.
OWN = {"server.path", "server.arguments", "codeLens", "inlayHints"}
AT_START = {"config-file"}


def help_texts():
    text = subprocess.run([loomp, "lsp", "--help"], capture_output=True, text=True, check=True)
    found = re.findall(r"^  --?([\w-]+)(?:\S*| [A-Z]+) {2,}(.*)$", text.stdout, re.MULTILINE)
    return dict(found)


def takes(name, value):
    command = [loomp, "check", "--quiet", f"--{name}={value}", source]
    return subprocess.run(command, capture_output=True).returncode == 0


def breaches():
    with open(package) as file:
        contents = json.load(file)
    properties = contents["contributes"]["configuration"]["properties"]
    settings = {name.removeprefix("loomp."): each for name, each in properties.items()}
    options = help_texts()
    for name in sorted(set(settings) ^ (set(options) - AT_START | OWN)):
        yield f"'{name}' is an option or a setting, but not both"
    for name in settings.keys() & options.keys():
        setting = settings[name]
        if setting["description"] != options[name]:
            yield f"'{name}' is described in other words: {options[name]}"
        if setting["default"] not in (None, []):
            yield f"'{name}' would win over a .loomp.yaml without being set"
        for value in setting.get("enum", [None]):
            if value is not None and not takes(name, value):
                yield f"'{name}' does not take '{value}'"
            if value is not None and not re.search(rf"\b{value}\b", options[name]):
                yield f"the help on '{name}' does not know '{value}'"
        if "enum" in setting and takes(name, "nonsense"):
            yield f"'{name}' takes everything"
    version = subprocess.run([loomp, "--version"], capture_output=True, text=True).stdout
    if contents["version"] not in version.split():
        yield f"the extension is {contents['version']}, the tool is {version.strip()}"


found = list(breaches())
print("\n".join(found), end="\n" if found else "")
sys.exit(1 if found else 0)
