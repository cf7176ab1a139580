# database.py FOLDER FILE...: a compilation database in FOLDER for the files, named from there.
import json
import os
import sys

folder, *files = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
entries = [{"directory": os.path.abspath(folder), "file": name,
            "arguments": ["clang++" if name.endswith(("pp", "cc")) else "clang", "-c", name]}
           for name in files]
with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
    json.dump(entries, file)
