# ===- lit.cfg.py - how loomp's tests run -----------------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# `lit-22 -sv test` is enough: nothing is configured by CMake. The tool is build/bin/loomp unless
# the environment's LOOMP, or `-D loomp=PATH`, names another one. Tests write below the folder of
# the tool's build only.
#
# Substitutions:
#   %loomp         the tool
#   %verdicts      check-verdicts.py: compares `check --format=json` with the marks in a source
#   %differential  differential.py: fixes a program, runs both versions, compares
#   %unit          the folder of the unit-test executables
#   %repo          the root of the repository
#   %module        the module for clang-tidy
#   %tidy          clang-tidy with the module
#   %flags %cflags default compile flags for C++ and C
#   %clangxx %clang %gxx %gcc   the compilers that results must satisfy
#
# ===------------------------------------------------------------------------===#

import contextlib
import ctypes
import os
import shutil
import sys

import lit.formats

source_root = os.path.dirname(os.path.abspath(__file__))
repository = os.path.dirname(source_root)
sys.path.insert(0, source_root)

loomp = os.path.abspath(
    lit_config.params.get("loomp")
    or os.environ.get("LOOMP")
    or os.path.join(repository, "build", "bin", "loomp")
)
if not os.access(loomp, os.X_OK):
    lit_config.fatal(f"no '{loomp}': run scripts/build, or name the tool with -D loomp=PATH")

config.name = "loomp"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".c", ".test", ".md"]
config.excludes = ["unit", "fuzz", "Inputs", "README.md"]
config.test_source_root = source_root
config.test_exec_root = os.path.join(os.path.dirname(os.path.dirname(loomp)), "test")

llvm_tools = "/usr/lib/llvm-22/bin"
config.environment["PATH"] = os.pathsep.join([llvm_tools, os.environ.get("PATH", "")])
# What a user may have set must not change a test.
for name in ["OMP_NUM_THREADS", "OMP_SCHEDULE", "OMP_DYNAMIC", "CPATH", "CPLUS_INCLUDE_PATH"]:
    config.environment.pop(name, None)
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["OMP_WAIT_POLICY"] = "passive"

# Both compilers look here for `ld`: GNU's other linker takes half the time of its default one.
gold = shutil.which("ld.gold")
if gold:
    linkers = os.path.join(config.test_exec_root, "linkers")
    os.makedirs(linkers, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.symlink(gold, os.path.join(linkers, "ld"))
    config.environment["COMPILER_PATH"] = linkers

python = sys.executable
tool_scripts = {
    "verdicts": "check-verdicts.py",
    "differential": f"differential.py --loomp={loomp}",
}
for name, script in tool_scripts.items():
    config.substitutions.append((f"%{name}", f"{python} {source_root}/{script}"))
module = os.path.join(os.path.dirname(os.path.dirname(loomp)), "lib", "libloomp-tidy.so")
config.substitutions += [
    ("%loomp", loomp),
    ("%module", module),
    ("%tidy", f"clang-tidy-22 -load {module}"),
    ("%python", python),
    ("%unit", os.path.dirname(loomp)),
    ("%repo", repository),
    ("%flags", "-std=c++20"),
    ("%cflags", "-std=c17"),
    ("%clangxx", "clang++-22"),
    ("%clang", "clang-22"),
    ("%gxx", "g++"),
    ("%gcc", "gcc"),
]
config.loomp = loomp
config.repository = repository

for feature, program in [
    ("gxx", "g++"),
    ("clang", "clang++-22"),
    ("bear", "bear"),
    ("zsh", "zsh"),
    ("fish", "fish"),
    ("groff", "groff"),
    ("nvim", "nvim"),
    ("emacs", "emacs"),
    ("clangd", "clangd-22"),
    ("dpkg-deb", "dpkg-deb"),
]:
    if shutil.which(program):
        config.available_features.add(feature)
if shutil.which("clang-tidy-22") and os.path.exists(module):
    config.available_features.add("clang-tidy")
build = os.path.dirname(os.path.dirname(loomp))
if os.path.exists(os.path.join(build, "CPackConfig.cmake")):  # else it is an installed one
    config.available_features.add("build-folder")
    config.substitutions.append(("%build", build))
with open("/etc/os-release") as release:
    if "bookworm" in release.read():
        config.available_features.add("debian-12")
if os.path.exists("/usr/lib/llvm-22/lib/clang/22/lib/linux/libclang_rt.fuzzer-x86_64.a"):
    config.available_features.add("libfuzzer")
if os.path.exists("/usr/lib/llvm-22/lib/libarcher.so"):
    config.available_features.add("archer")

# The version of the kernel's Landlock; its system call has the same number everywhere. loomp does
# not use it below a folder that everybody may write.
def is_below_shared_folder(path):
    above = os.path.dirname(os.path.realpath(path))
    return above != "/" and (bool(os.stat(above).st_mode & 0o002) or is_below_shared_folder(above))


if ctypes.CDLL(None).syscall(444, None, 0, 1) >= 2 and not is_below_shared_folder(loomp):
    config.available_features.add("landlock")

# A loop made wrong may never end. (lit needs the Python package psutil for time limits.)
try:
    import psutil  # noqa: F401

    lit_config.maxIndividualTestTime = 300
except ImportError:
    lit_config.note("no time limit for tests: python3-psutil is not installed")
