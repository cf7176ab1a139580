# ===- focus_kernels.py - parallel loops with one thing that may be wrong ---------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# The other families mix so much that most loops are blocked by something. Here a loop is parallel
# by construction, up to a single feature (focus_features.py, focus_effects.py), each of which has
# variants that make the loop serial and variants that look alike but do not. So one fault in one
# place of the analysis shows at once: nothing else stops the loop.
#
# A feature writes C++ as text; `tree` makes items of it. The index of the loop is `i`, never
# negative and below 15; the array that the feature writes is `a`, one that is only read is `b`.
#
# ===------------------------------------------------------------------------===#

import re

import focus_effects  # noqa: F401, registers its features
from focus_features import FEATURES
from kernel import Block, Kernel, Line, Loop

ARENA = {"double": "d", "float": "f", "long": "l", "int": "i", "unsigned": "u", "short": "s"}
FLOATING = ("double", "float")
SIZE = 400  # of every array that does not lie in the arena

DECLARATION = re.compile(r"(?:static |const )?(?:unsigned char|signed char|unsigned "
                         r"short|unsigned long|"
                         r"unsigned|long|int|short|double|float|bool|char|std::size_t|"
                         r"std::array<\w+, \d+>) "
                         r"\*?(\w+)(?:\[\w*\])*(?: = .*|\{.*\})?;$|(?:Box|auto) (\w+)(?: = "
                         r"\[.*)?;$|"
                         # Objects that have neither constructor nor destructor.
                         r"(?:Cells|Table|Sum|Spot|Pair|Scale) (\w+)(?:\[\d\])?(?: = )?"
                         r"(?:\{.*\})?;$")
# Parameters that the oracle must know: sizes, and what is passed by reference.
TRACKED = re.compile(r"(?:long|int) \w|.*&\w+$")
TRACK = "@track "  # a line that gives members, say, names of their own for the oracle
ORACLE = "@oracle "  # code for the oracle alone, behind the line before
COUNTER = re.compile(r"for \((?:[\w:]+ )*(\w+) =")


def generate(random):
    return Family(FEATURES).generate(random)


class Family:
    """Kernels with one of these features each."""

    def __init__(self, features):
        self.features = features

    def generate(self, random):
        return Maker(random).kernel(self.features)


def tree(text, inside=True):
    """The items of some C++, one statement a line, each brace at the end of its line.

    `inside`: is this the body of a function? Only there a declaration is tracked.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    items, rest = parse(lines, inside)
    assert not rest, text
    return items


def parse(lines, inside):
    items = []
    while lines and not lines[0].startswith("}"):
        line, lines = lines[0], lines[1:]
        if line.startswith(TRACK):
            items.append(Line("", tuple(line[len(TRACK):].split())))
            continue
        if line.startswith(ORACLE):
            if not items or not isinstance(items[-1], Line):
                items.append(Line(""))
            items[-1].oracle += " " * bool(items[-1].oracle) + line[len(ORACLE):]
            continue
        if not line.endswith("{"):
            found = DECLARATION.match(line) if inside else None
            items.append(Line(line, (found[1] or found[2] or found[3],) if found else ()))
            continue
        header = line[:-1].strip()
        within = inside if not header.startswith(("struct", "template <class T> struct")) else False
        if not inside and ")" in header:
            within = True
        body, lines = parse(lines, within)
        closing, lines = lines[0][1:].strip(), lines[1:]
        if closing.endswith("{"):  # } else {
            lines = [closing] + lines
            closing = ""
        if (header.startswith(("for (", "while (")) or header == "do") and within:
            counter = COUNTER.match(header)
            items.append(Loop(header, body, closing, (counter[1],) if counter else ()))
        else:
            items.append(Block(header, body, closing))
    return items, lines


class Maker:
    """What a feature may use to build its kernel; the lists hold lines of C++."""

    def __init__(self, random):
        self.random = random
        self.type = self.pick("long", "long", "double", "double", "int", "float", "unsigned",
                              "short")
        self.floating = self.type in FLOATING
        self.scalar = "double" if self.floating else "long"  # type of temporaries
        self.parameters = {}  # declaration -> argument
        self.preamble, self.setup, self.teardown = [], [], []
        self.before, self.after = [], []  # statements around the loop
        self.results = []  # expressions that the kernel returns
        self.accumulators, self.tracked = [], []
        self.restrict = self.chance(35)
        self.wrapped = self.chance(20)  # by an outer loop that repeats all
        self.arrays = {}
        self.unbraced = False
        self.footer = ""  # of a `do`
        self.directive = ""  # in front of the loop; nobody knows whether it is right
        self.small = True  # is the index below 15?
        self.header(unit=False)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    # ---- The kernel

    def kernel(self, features):
        for size in ("n", "m", "k", "step", "shift"):
            self.parameter(f"{self.pick('long', 'long', 'int')} {size}")
        feature = self.pick(*features)
        body = feature(self)
        if self.small and self.chance(45):
            body = self.neighbour(body)
        loops = self.loop(body)
        if self.wrapped:
            loops = f"for (long r = 0; r < {self.pick('2', 'k', 'm - 3')}; ++r) {{\n{loops}\n}}"
        text = "\n".join([*self.before, loops, *self.after])
        result = "void"
        if self.results:
            result = self.scalar
            terms = " + ".join(f"{2 * number + 1} * {result}({term})"
                               for number, term in enumerate(self.results))
            text += f"\nreturn {terms};"
        items = tree(text)
        for item in items:
            if isinstance(item, Loop) and self.directive:
                item.directive, item.directive_is_right = self.directive, None
        if self.unbraced:
            for item in items:
                if isinstance(item, Loop) and len(item.body) == 1:
                    item.braces = False
        self.parameters = {key: value for key, value in self.parameters.items()
                           if self.is_used(key, text)}
        # Only slots 0 and 3 never overlap; `__restrict` on others would be undefined behaviour.
        slots = re.findall(r"\bA\.(\w)\((\d)\)", " ".join(self.parameters.values()))
        if len(slots) > len(set(slots)) or any(slot in "12" for _, slot in slots):
            self.parameters = {key.replace("__restrict ", ""): value
                               for key, value in self.parameters.items()}
        return Kernel(", ".join(self.parameters), items, ", ".join(self.parameters.values()),
                      result,
                      tuple(self.tracked) + tuple(
                          key.split()[-1].lstrip("&") for key in self.parameters
                          if TRACKED.match(key)),
                      preamble=tree("\n".join(self.preamble), False), family=feature.__name__,
                      setup=[Line(text) for text in self.setup],
                      teardown=[Line(text) for text in self.teardown],
                      accumulators=tuple(self.accumulators))

    def is_used(self, declaration, text):
        return re.search(rf"\b{re.findall(r'[A-Za-z_]+[0-9]*', declaration)[-1]}\b", text)

    def parameter(self, declaration):
        name = declaration.split()[-1]
        self.parameters[declaration] = f"A.{name}" if declaration.startswith(
            "long") else f"int(A.{name})"

    # ---- The loop

    def header(self, signed=None, up=None, bound=None, low=None, unit=True):
        """Draws how the loop counts; a feature may ask again for what it needs."""
        signed = self.chance(80) if signed is None else signed
        self.low = self.pick(0, 0, 0, 0, 1, 2) if low is None else low
        self.bound = bound or self.pick("n", "n", "n", "n + 2", "n + 1", "m + 3", "9", "12", "8")
        self.signed = signed
        kind = self.pick("long", "long", "int") if signed else self.pick(
            "unsigned", "std::size_t", "unsigned long")
        up = not signed or (self.chance(80) if up is None else up)
        # What is taken from an index must not be unsigned.
        self.index = "i" if signed else "long(i)"
        self.stride = 1 if unit or self.chance(80) else 2
        limit = self.bound if signed else f"{kind}({self.bound})" if " " not in kind else (
            f"std::size_t({self.bound})")
        advance = self.pick("++i", "++i", "i++", "i += 1")
        if self.stride > 1:
            advance = f"i += {self.stride}"
        if not up:
            self.head = (f"for ({kind} i = {self.bound} - 1; i >= {self.low}; "
                         f"{advance.replace('+', '-')})")
        elif signed and self.chance(15):
            self.head = f"for ({kind} i = {self.low}; i <= {self.bound} - 1; {advance})"
        elif self.low == 0 and self.stride == 1 and self.chance(10):
            self.head = f"for ({kind} i = 0; i != {limit}; {advance})"
        else:
            self.head = f"for ({kind} i = {self.low}; i < {limit}; {advance})"
        self.outside = ""
        if signed and self.chance(10):
            self.outside = f"{kind} i = 0;"
            self.head = self.head.replace(f"({kind} i", "(i")

    def loop(self, body):
        if self.outside:
            self.before.insert(0, self.outside)
            if self.chance(40):
                self.results.append("i")
        return f"{self.head} {{\n{body}\n}} {self.footer}"

    def neighbour(self, body):
        """The body with a statement that depends on nothing."""
        kind = self.pick("static", "pointer", "vector", "local")
        if kind == "local":
            self.before.insert(0, "long z[40] = {};")
            self.results += ["z[3]", "z[7]"]
            line = f"z[i + 2] = {self.index} * 3 + 1;"
        elif kind == "static":
            self.static("long", "z")
            line = f"z[i] = z[i] * 2 % 50 + {self.index};"
        elif kind == "vector":
            self.parameters["std::vector<int> &z"] = "z"
            self.setup.append("std::vector<int> z = A.vi(3, 64);")
            self.teardown.append("A.keep(z);")
            line = f"z[i] = int(z[i] % 50 + {self.index});"
        else:
            other = "int" if self.type != "int" else "long"
            self.parameters[f"{other} *__restrict z" if self.restrict else f"{other} *z"] = (
                f"A.{ARENA[other]}(3)")
            line = f"z[2 * i] = {other}({self.index} + 4);"
        # Behind a `continue` it would depend on what that depends on.
        first = self.chance(50) or "continue;" in body
        return f"{line}\n{body}" if first else f"{body}\n{line}"

    # ---- Data

    def static(self, kind, name, size=SIZE):
        self.preamble.append(f"static {kind} {name}[{size}];")
        self.setup.append(f"A.load({name}, {size});")
        self.teardown.append(f"A.keep({name}, {size});")

    def counter(self, name, kind="long", start="1"):
        """A global variable that the kernel may change."""
        self.preamble.append(f"static {kind} {name};")
        self.setup.append(f"{name} = {start};")
        self.teardown.append(f"A.keep({name});")
        self.tracked.append(name)

    def array(self, name="a", slot=0, pointer=False):
        """Declares an array of the kernel's type; no two of them overlap unless slots say so."""
        if name in self.arrays:
            return name
        kind = "pointer" if pointer else self.pick("pointer", "pointer", "pointer", "static",
                                                   "vector")
        self.arrays[name] = kind
        if kind == "pointer":
            restrict = "__restrict " if self.restrict else ""
            self.parameters[f"{self.type} *{restrict}{name}"] = f"A.{ARENA[self.type]}({slot})"
        elif kind == "static":
            self.static(self.type, name)
        else:
            element = ARENA[self.type]
            self.setup.append(f"std::vector<{self.type}> {name}(A.{element}({slot}), "
                              f"A.{element}({slot}) + {SIZE});")
            self.parameters[f"std::vector<{self.type}> &{name}"] = name
            self.teardown.append(f"A.keep({name});")
        return name

    def source(self, subscript="i"):
        """An element of the array that is only read; of the kernel's type."""
        if "b" not in self.arrays:
            self.arrays["b"] = "pointer"
            restrict = "__restrict " if self.restrict else ""
            self.parameters[f"const {self.type} *{restrict}b"] = f"A.{ARENA[self.type]}(3)"
        return f"b[{subscript}]"

    def holds(self, kind, expression):
        """Can a variable of the type `kind` have any value of an expression of sources?"""
        if expression.startswith("(long("):
            return True  # a remainder
        given = "double" if "x" in expression else self.type
        if given == "short" and not re.fullmatch(r"b\[[^]]*\]", expression):
            given = "int"
        return kind == given or given in {"double": ("int", "short", "unsigned", "float"),
                                          "long": ("int", "short", "unsigned"),
                                          "int": ("short",), "float": ("short",)}.get(kind, ())

    def fit(self, expression):
        """The expression as a small value of the kernel's type."""
        if self.floating:
            return f"0.5 * ({expression})" if self.type == "double" else (
                f"float(0.5 * ({expression}))")
        rest = f"long({expression}) % 100"
        if self.type == "unsigned":
            return f"unsigned({rest} + 100)"
        return rest if self.type == "long" else f"{self.type}({rest})"

    def value(self):
        """A small value of a temporary's type that differs between iterations."""
        if self.floating:
            return self.pick(f"0.5 * {self.source()} + 1", self.source(), f"{self.index} * 0.25")
        return self.pick(f"long({self.source()}) + {self.index}", f"long({self.source()})",
                         f"{self.index} * 2 + 1")

    def new(self):
        """A small value for an element."""
        return self.fit(self.value())

    def guard(self):
        """A condition that holds in some iterations."""
        half = 50 if self.type == "unsigned" else 0
        return self.pick(f"{self.source()} > {half}", f"{self.source()} > {half}",
                         f"{self.source()} <= {half}", f"{self.index} % 2 == 0",
                         f"{self.index} > 3",
                         f"{self.index} < 4", f"{self.index} != 2", f"{self.index} >= m",
                         f"{self.source('i + 1')} > {half}")
