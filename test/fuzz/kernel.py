# ===- kernel.py - a generated kernel as a tree that can be printed ------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# A kernel is a function with some loops, what it needs in front of it (helpers, classes), and a
# call that binds it to the memory of the harness. Its tree has three kinds of item:
#
#   Line    one statement, declaration or directive
#   Block   anything in braces that is not a loop: `if (...) {`, a function, a class
#   Loop    a loop, whatever its keyword
#
# so that a printer can mark loops and a reducer can cut branches without knowing C++. The same
# tree is printed twice: `plain`, as the tool sees it, and for the `oracle`, with a marker object
# in each loop and one for each declared variable. See runtime/oracle.h for what these record.
#
# ===------------------------------------------------------------------------===#

import re
from dataclasses import dataclass, field, replace


@dataclass
class Line:
    text: str
    declares: tuple = ()  # names of the variables that this line declares and the oracle tracks
    oracle: str = ""  # stands behind the line, only where the kernel is printed for the oracle


@dataclass
class Block:
    header: str  # `if (x > 0)`, `else`, `static double square(double x)`, `struct S`; may be empty
    body: list
    footer: str = ""  # after the closing brace: `;` for a class
    declares: tuple = ()  # parameters to track, for a function


@dataclass
class Loop:
    header: str  # `for (long i = 0; i < n; ++i)`, `do`, `while (j > 0)`
    body: list
    footer: str = ""  # `while (j > 0);` of a `do`
    index: tuple = ()  # what the loop itself counts with: not a dependence
    braces: bool = True  # plain form: false where the body is one statement without braces
    directive: str = ""  # an existing OpenMP directive, a line before the loop
    directive_is_right: bool | None = True  # None: nobody knows, the oracle has to tell


@dataclass
class Kernel:
    parameters: str  # of the function: `double *a, long n`
    body: list
    arguments: str  # of the call, in terms of `A`, a fuzz::Arena &: `A.d(0), A.n`
    result: str = "void"  # type of the function; `long` and `double` are compared
    tracked: tuple = ()  # names of parameters that the oracle tracks
    preamble: list = field(default_factory=list)
    setup: list = field(default_factory=list)  # lines before the call, which may use `A`
    teardown: list = field(default_factory=list)  # lines after it
    accumulators: tuple = ()  # variables meant as inductions or reductions, read nowhere else
    family: str = ""  # the generator's module
    seed: int = 0
    call: str = "kernel({})"  # how to call it: `object.kernel({})`
    input_seed: object = None  # decides the sizes and overlaps of its inputs; None: its number
    finding: object = None  # of a reduced kernel: how it fails, a judge.Verdict

    def loops(self):
        return [item for item in walk(self.preamble + self.body) if isinstance(item, Loop)]

    def has_wrong_directive(self):
        """Is there a directive that may be wrong?"""
        return any(loop.directive and not loop.directive_is_right for loop in self.loops())


def walk(items):
    """All items of a list of trees, outer before inner, in the order of the text."""
    for item in items:
        yield item
        if not isinstance(item, Line):
            yield from walk(item.body)


# `for (auto e : v)`: an iteration starts with a copy of its element.
COPIED = re.compile(r"for \(((?:const )?[\w:]+) (\w+|\[[\w, ]+\]) : (.+)\)")
# `for (long i = 0, size = v.size(); i < size; ++i)`
ALSO = re.compile(r"for \((\S+) (\w+) = (\w+), (\w+) = ([^;,]+); (.*)\)")

EXIT = re.compile(r"\b(return|throw|goto|exit|abort)\b")
BREAK = re.compile(r"\bbreak\b")


# A loop without a condition, and the test that its body begins with instead.
ENDLESS = re.compile(r"for \([^;]*; *(?:true)?; *[^;]*\)|while \((?:true|1)\)")
EXIT_TEST = re.compile(r"if \(.*\) break;")


def tests_in_body(loop):
    """Does the body begin with the condition of the loop: `if (i >= n) break;`?"""
    if not ENDLESS.fullmatch(loop.header) or not loop.body:
        return False
    first = loop.body[0]
    if isinstance(first, Line):
        return bool(EXIT_TEST.fullmatch(first.text))
    return isinstance(first, Block) and first.header.startswith("if (") and [
        getattr(item, "text", "") for item in first.body] == ["break;"]


def leaves(loop):
    """May a statement in the text of the loop leave it before its condition fails?"""
    body = loop.body[1:] if tests_in_body(loop) else loop.body
    return any(EXIT.search(item.text) for item in walk(body) if isinstance(item, Line)) or any(
        BREAK.search(item.text) for item in breakable(body) if isinstance(item, Line))


def breakable(items):
    for item in items:
        yield item
        if isinstance(item, Block) and not item.header.startswith("switch"):
            yield from breakable(item.body)


FILLED = re.compile(r"std::vector<\w+> (\w+)\(A\.(\w)\(\d\), A\.\2\(\d\) \+ \d+\);")


def arguments_of(kernel):
    """On odd inputs a pointer leads into a vector of its type that the kernel gets as well."""
    arguments = kernel.arguments.split(", ")
    if "restrict" in kernel.parameters:
        return kernel.arguments
    for item in kernel.setup:
        vector = FILLED.fullmatch(item.text) if isinstance(item, Line) else None
        if not vector or vector[1] not in arguments:
            continue
        for position, argument in enumerate(arguments):
            if re.fullmatch(rf"A\.{vector[2]}\(\d\)", argument):
                arguments[position] = f"A.odd() ? {vector[1]}.data() : {argument}"
                break
    return ", ".join(arguments)


class Printer:
    """Prints kernels into one file.

    `mode`: "plain" or "oracle". `conditions`: for the oracle, {(kernel number, loop number): C++
    condition under which the loop was said to be parallel}.

    Afterwards `lines` maps the line of each loop's keyword to (kernel number, loop number); loops
    are numbered from 0 in the order of the text.
    """

    def __init__(self, mode="plain", conditions=None):
        self.oracle = mode == "oracle"
        self.conditions = conditions or {}
        self.text = []
        self.lines = {}

    def program(self, kernels):
        """The text of a translation unit with these kernels: a list of (number, Kernel)."""
        self.put(0, '#include "harness.h"')
        for number, kernel in kernels:
            self.kernel(number, kernel)
        self.put(0, "")
        self.put(0, "const fuzz::Kernel fuzz::kernels[] = {")
        for number, kernel in kernels:
            seed = number if kernel.input_seed is None else kernel.input_seed
            apart = "true" if "restrict" in kernel.parameters else "false"
            self.put(1, f"{{{number}, k{number}::call, {seed}, {apart}}},")
        self.put(0, "};")
        self.put(0, f"const int fuzz::kernelCount = {len(kernels)};")
        return "\n".join(self.text) + "\n"

    def kernel(self, number, kernel):
        self.number = number
        self.loop_number = 0
        self.put(0, "")
        self.put(0, f"namespace k{number} {{ // {kernel.family} {kernel.seed}")
        self.items(0, kernel.preamble)
        # A kernel that is a member function stands in the preamble; then there is no body.
        if kernel.body:
            self.put(0, f"{kernel.result} kernel({kernel.parameters}) {{")
            self.track(1, kernel.tracked)
            self.items(1, kernel.body)
            self.put(0, "}")
        self.put(0, "void call(fuzz::Arena &A) {")
        self.items(1, kernel.setup)
        call = kernel.call.format(arguments_of(kernel))
        self.put(1, f"{call};" if kernel.result == "void" else f"A.keep({call});")
        self.items(1, kernel.teardown)
        self.put(0, "}")
        self.put(0, f"}} // namespace k{number}")

    def items(self, depth, items):
        for item in items:
            if isinstance(item, Line):
                if item.text or not item.oracle:
                    self.put(depth, item.text)
                self.track(depth, item.declares)
                if self.oracle and item.oracle:
                    self.put(depth, item.oracle)
            elif isinstance(item, Block):
                self.put(depth, f"{item.header} {{".strip())
                self.track(depth + 1, item.declares)
                self.items(depth + 1, item.body)
                self.put(depth, "}" + item.footer)
            else:
                self.loop(depth, item)

    def loop(self, depth, loop):
        # A condition in front of the loop may name what its header declares.
        if self.oracle and (also := ALSO.fullmatch(loop.header)):
            self.put(depth, f"{{ {also[1]} {also[4]} = {also[5]};")
            self.loop(depth, replace(loop, header=f"for ({also[1]} {also[2]} = {also[3]}; {also[6]})"))
            self.put(depth, "}")
            return
        number = self.loop_number
        self.loop_number += 1
        if self.oracle:
            condition = self.conditions.get((self.number, number), "true")
            self.put(depth, f"{{ fuzz::oracle::Loop loop_{number}({number}, {condition});")
        elif loop.directive:
            self.put(depth, loop.directive)
        braces = loop.braces or self.oracle or loop.header == "do"
        copied = COPIED.fullmatch(loop.header) if self.oracle else None
        header = f"for (auto &&each_{number} : {copied[3]})" if copied else loop.header
        self.put(depth, header + (" {" if braces else ""))
        self.lines[len(self.text)] = (self.number, number)
        body = loop.body
        if self.oracle and tests_in_body(loop):
            self.items(depth + 1, body[:1])
            body = body[1:]
        if self.oracle:
            self.put(depth + 1, f"loop_{number}.iterate();")
        if copied:
            self.put(depth + 1, f"{copied[1]} {copied[2]} = each_{number};")
            self.track(depth + 1, [copied[2]] if copied[2].isidentifier() else [])
        self.items(depth + 1, body)
        if braces:
            self.put(depth, f"}} {loop.footer}".rstrip())
        if self.oracle:
            self.put(depth, "}")

    def track(self, depth, names):
        if self.oracle:
            for name in names:
                self.put(depth, f'fuzz::oracle::Variable track_{name}({name}, "{name}");')

    def put(self, depth, text):
        self.text.append("  " * depth + text)
