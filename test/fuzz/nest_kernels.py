# ===- nest_kernels.py - kernels of loop nests over arrays ---------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Nests of depth 1 to 4 with symbolic, triangular and strided bounds, whose statements read and
# write arrays through affine, linearised, polynomial and indirect subscripts: what the dependence
# test must decide. Pointers may overlap unless `__restrict` says otherwise.
#
# Every integer expression is made with its range, so that no subscript leaves its array; a
# subscript that might is thrown away and another one drawn.
#
# ===------------------------------------------------------------------------===#

from dataclasses import dataclass

from kernel import Block, Kernel, Line, Loop, leaves

ARENA = {"double": "d", "float": "f", "long": "l", "int": "i", "unsigned": "u", "short": "s",
         "signed char": "b"}
FLOATING = ("double", "float")
# What `% MODULUS[type]` keeps small enough to be stored and multiplied again.
MODULUS = {"long": 1000, "int": 1000, "unsigned": 1000, "short": 1000, "signed char": 100}
MAX_ITERATIONS = 6000
ANYTHING = 1 << 40


@dataclass
class Value:
    """An integer expression of the loop nest and the range of what it can be."""
    text: str
    low: int
    high: int
    unsigned: bool = False  # so that it wraps where it would be negative

    def __post_init__(self):
        if self.unsigned and self.low < 0:
            self.low, self.high = -ANYTHING, ANYTHING


@dataclass
class Array:
    name: str
    type: str
    low: int  # first and last valid subscript
    high: int
    columns: int = 0  # of a declared two-dimensional array
    writable: bool = True
    indices: bool = False  # holds values in [0, 32)


PARAMETERS = [Value("n", 0, 9), Value("m", 0, 8), Value("k", 0, 6)]


def generate(random):
    return Maker(random).kernel()


def add(a, b):
    return Value(f"{a.text} + {b.text}", a.low + b.low, a.high + b.high,
                 a.unsigned or b.unsigned)


def subtract(a, b):
    return Value(f"{a.text} - {b.text}", a.low - b.high, a.high - b.low,
                 a.unsigned or b.unsigned)


def scale(a, factor):
    ends = sorted([a.low * factor, a.high * factor])
    return Value(f"{factor} * {bracket(a.text)}", *ends, a.unsigned)


def multiply(a, b):
    ends = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Value(f"{bracket(a.text)} * {bracket(b.text)}", min(ends), max(ends),
                 a.unsigned or b.unsigned)


def bracket(text):
    return text if text.isidentifier() or text.isdigit() else f"({text})"


def constant(number):
    return Value(str(number), number, number)


class Maker:
    def __init__(self, random):
        self.random = random
        self.arrays = []
        self.parameters = []
        self.arguments = []
        self.preamble = []
        self.setup = []
        self.teardown = []
        self.opening = []  # declarations at the start of the kernel
        self.variables = []  # loop indices in scope, outermost first
        self.temporaries = []  # (name, type) of scalars that may be read here
        self.accumulators = []  # (name, type)
        self.iterations = 1
        self.names = 0
        # Half of the kernels write each array through one subscript that tells iterations apart,
        # and read it through the same one: most of their loops are parallel.
        self.tidy = self.chance(50)
        self.subscripts = {}  # of tidy kernels: array and nest -> subscript

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def name(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    # ---- The whole kernel

    def kernel(self):
        self.declare_arrays()
        for _ in range(self.random.choice([0, 0, 1, 1, 2])):
            self.declare_accumulator()
        body = []
        for _ in range(self.random.choice([1, 1, 1, 2])):
            self.iterations = 1
            body += self.loop(self.random.choice([1, 1, 2, 2, 2, 3, 3, 4]))
            if self.accumulators and self.chance(30):
                body.append(self.store())
        result = "void"
        if self.accumulators:
            # A sum in floating point is compared as such: its rounding may differ.
            rounds = any(kind in FLOATING for _, kind in self.accumulators)
            result = "double" if rounds else self.random.choice(["long", "double"])
            terms = " + ".join(name for name, _ in self.accumulators)
            body.append(Line(f"return {result}({terms});"))
        scalars = [(value.text, self.random.choice(["long", "long", "int"]))
                   for value in PARAMETERS] + [("shift", "long"), ("step", "long")]
        for name, kind in scalars:
            self.parameters.append(f"{kind} {name}")
            self.arguments.append(f"A.{name}" if kind == "long" else f"int(A.{name})")
        return Kernel(parameters=", ".join(self.parameters), body=self.opening + body,
                      arguments=", ".join(self.arguments), result=result,
                      tracked=tuple(name for name, _ in scalars), preamble=self.preamble,
                      setup=self.setup, teardown=self.teardown,
                      accumulators=tuple(name for name, _ in self.accumulators), family="nests")

    def declare_arrays(self):
        main = self.random.choice(["double", "double", "long", "int", "float", "unsigned"])
        restrict = self.chance(15)
        # The arena overlaps arrays 0, 1 and 2, or 2 and 3, but never 0 and 3.
        slots = [0, 3]
        if not restrict:
            slots = self.random.sample(range(4), self.random.choice([1, 2, 2, 3]))
        for slot in slots:
            kind = main if self.chance(80) else self.random.choice(list(ARENA))
            name = f"a{slot}"
            qualifier = "__restrict " if restrict else ""
            const = not restrict and slot != slots[0] and self.chance(30)
            self.parameters.append(f"{'const ' if const else ''}{kind} *{qualifier}{name}")
            self.arguments.append(f"A.{ARENA[kind]}({slot})")
            self.arrays.append(Array(name, kind, -128, 895, writable=not const))
        if self.chance(35):
            order = self.random.choice(["Random", "Identity", "Permutation", "Increasing",
                                        "NonDecreasing"])
            self.parameters.append("const int *index")
            self.arguments.append(f"A.index(fuzz::{order})")
            self.arrays.append(Array("index", "int", 0, 63, writable=False, indices=True))
        if self.chance(25):
            self.declare_array(main)

    def declare_array(self, kind):
        columns = self.random.choice([0, 0, 9, 12])
        size = 12 * columns if columns else self.random.choice([16, 40, 100])
        shape = f"[12][{columns}]" if columns else f"[{size}]"
        name = self.name("w")
        self.arrays.append(Array(name, kind, 0, size - 1, columns))
        first = f"&{name}[0][0]" if columns else name
        if self.chance(50):
            self.preamble.append(Line(f"static {kind} {name}{shape};"))
            self.setup.append(Line(f"A.load({first}, {size});"))
            self.teardown.append(Line(f"A.keep({first}, {size});"))
        else:
            self.opening.append(Line(f"{kind} {name}{shape} = {{}};", (name,)))

    def declare_accumulator(self):
        kind = self.random.choice(["double", "long", "unsigned", "long", "float"])
        name = self.name("s")
        start = self.random.choice(["0", "1", "7"])
        self.opening.append(Line(f"{kind} {name} = {start};", (name,)))
        self.accumulators.append((name, kind))

    # ---- Loops

    def loop(self, depth):
        """A list of items with one loop in it, `depth` loops deep."""
        variable = "ijpq"[len(self.variables)]
        kind = self.random.choice(["long", "long", "int", "int", "unsigned", "unsigned long"])
        header, value, longest = self.header(variable, kind)
        if self.iterations * longest > MAX_ITERATIONS:
            header, value, longest = f"for ({kind} i_ = 0; i_ < 3; ++i_)".replace(
                "i_", variable), Value(variable, 0, 2, kind.startswith("unsigned")), 3
        before = []
        if kind in ("long", "int") and self.chance(12) and header.startswith("for (" + kind):
            before.append(Line(f"{kind} {variable};", (variable,)))
            header = header.replace(f"for ({kind} ", "for (", 1)
        self.iterations *= longest
        self.variables.append(value)
        temporaries = list(self.temporaries)
        body = self.statements(depth)
        self.temporaries = temporaries
        self.variables.pop()
        self.iterations //= longest
        braces = not (len(body) == 1 and self.chance(60))
        if before:
            # Two loops in a row may use the same name.
            return [Block("", before + [Loop(header, body, index=(variable,), braces=braces)])]
        loop = Loop(header, body, index=(variable,), braces=braces)
        if self.chance(2) and not leaves(loop):
            loop.directive, loop.directive_is_right = "#pragma omp parallel for", None
        return [loop]

    def header(self, variable, kind):
        random = self.random
        signed = kind in ("long", "int")
        outer = self.variables[-1] if self.variables else None
        low = constant(0)
        if self.chance(30):
            low = random.choice([constant(1), constant(2), constant(1)])
        elif outer and outer.low >= 0 and self.chance(25):
            low = random.choice([outer, add(outer, constant(1))])
        elif signed and self.chance(10):
            low = Value("shift", -3, 3)
        high = random.choice(PARAMETERS)
        if self.chance(12):
            high = constant(random.randrange(2, 9))
        elif signed and self.chance(15):
            high = random.choice([subtract(high, constant(1)), add(high, constant(2)),
                                  subtract(high, constant(2))])
        elif outer and outer.low >= 0 and self.chance(20):
            high = random.choice([outer, add(outer, constant(1))])
        increment = random.choice([f"++{variable}", f"{variable}++", f"++{variable}",
                                   f"{variable} += 1", f"{variable} += 2", f"{variable} += 3",
                                   f"{variable} += step"])
        cast = "std::uint64_t" if kind == "unsigned long" else kind
        upper = high.text if signed else f"{cast}({high.text})"
        if signed and self.chance(20):
            # Downwards: from high - 1 to low.
            start = f"long({high.text})" if high.unsigned else high.text
            last = f"long({low.text})" if low.unsigned else low.text
            header = (f"for ({kind} {variable} = {start} - 1; {variable} >= {last}; "
                      + increment.replace("+", "-") + ")")
        elif self.chance(15) and (signed or high.low >= 0):
            header = f"for ({kind} {variable} = {low.text}; {variable} <= {upper}; {increment})"
            high = add(high, constant(1))
        elif self.chance(8) and low.text == "0" and high in PARAMETERS:
            header = f"for ({kind} {variable} = 0; {variable} != {upper}; ++{variable})"
        else:
            header = f"for ({kind} {variable} = {low.text}; {variable} < {upper}; {increment})"
        return header, Value(variable, low.low, max(low.low, high.high - 1),
                             not signed), max(
            1, high.high - low.low)

    def statements(self, depth):
        body = []
        if depth > 1:
            if self.chance(35):
                body += self.simple()
            body += self.loop(depth - 1)
            if self.chance(35):
                body += self.simple()
            if self.chance(10):
                body += self.loop(1) if len(self.variables) < 4 else []
            if self.chance(12):
                body += self.work_array()
            return body
        for _ in range(self.random.choice([1, 1, 2, 2, 3])):
            body += self.simple()
        return body

    def simple(self):
        """One statement, perhaps with what it needs."""
        draw = self.random.randrange(100)
        if draw < 48:
            return [self.store()]
        if draw < 60:
            return self.temporary()
        if draw < 72 and self.accumulators:
            return [self.reduce()]
        if draw < 88:
            return self.guarded()
        if draw < 91:
            return [Block(f"if ({self.condition()})", [Line("continue;")]), self.store()]
        if draw < 93:
            return [self.store(), Block(f"if ({self.condition()})", [Line("break;")])]
        if draw < 96 and len(self.variables) < 4:
            return self.work_array()
        if draw < 98:
            return self.inner_while()
        return [self.store()]

    def guarded(self):
        body = [self.store()]
        if self.accumulators and self.chance(30):
            body.append(self.reduce())
        items = [Block(f"if ({self.condition()})", body)]
        if self.chance(25):
            items.append(Block("else", [self.store()]))
        return items

    def inner_while(self):
        name = self.name("t")
        start = self.index_within(-20, 2000)
        return [Line(f"long {name} = {start.text};", (name,)),
                Loop(f"while ({name} > {self.random.choice([0, 1, 2])})",
                     [Line(f"{name} {self.random.choice(['-= 2', '/= 2', '-= 1'])};"),
                      self.store()])]

    def work_array(self):
        """Filled by one inner loop and read by another, fully or not."""
        kind = self.random.choice(["double", "long"])
        name, variable = self.name("w"), "ijpq"[len(self.variables)] if len(
            self.variables) < 4 else "r"
        size = 12
        declaration = Line(f"{kind} {name}[{size}] = {{}};", (name,))
        inside = self.chance(50)
        if not inside:
            self.opening.append(declaration)
        bound = self.random.choice(["n", "m", "k"])
        other = self.random.choice([bound, bound, "m"])
        reading = self.random.choice([variable, variable, f"{variable} + 1"])
        self.variables.append(Value(variable, 0, 8))
        fill = Line(f"{name}[{variable}] = {self.expression(kind)};")
        array, subscript = self.place(writable=True)
        value = self.narrow(f"{name}[{reading}]", kind, array.type)
        use = Line(f"{array.name}{subscript} = {value};")
        self.variables.pop()
        items = [Loop(f"for (long {variable} = 0; {variable} < {bound}; ++{variable})", [fill],
                      index=(variable,)),
                 Loop(f"for (long {variable} = 0; {variable} < {other}; ++{variable})", [use],
                      index=(variable,))]
        return [declaration] + items if inside else items

    # ---- Statements

    def store(self):
        array, subscript = self.place(writable=True)
        target = array.name + subscript
        if self.chance(15):
            value = self.element(array.type)
            if array.type in FLOATING:
                return Line(f"{target} {self.random.choice(['+=', '-='])} 0.25 * {value};")
            return Line(f"{target} = {self.narrow(f'{target} + {value}', 'long', array.type)};")
        return Line(f"{target} = {self.expression(array.type)};")

    def temporary(self):
        kind = self.random.choice(["double", "long", "int"])
        name = self.name("t")
        value = self.expression(kind)
        self.temporaries.append((name, kind))
        return [Line(f"{kind} {name} = {value};", (name,)), self.store()]

    def reduce(self):
        name, kind = self.random.choice(self.accumulators)
        value = self.element(kind)
        if kind in FLOATING:
            forms = ["{0} += {1};", "{0} = {0} + {1};", "{0} -= {1};", "{0} = {1} + {0};"]
        elif kind == "unsigned":
            forms = ["{0} += {1};", "{0} ^= unsigned({1});", "{0} *= unsigned({1});",
                     "{0} |= unsigned({1});", "{0} = {0} & unsigned({1});"]
        else:
            forms = ["{0} += {1};", "{0} = {0} + {1};", "{0} -= {1};",
                     "if ({1} > {0}) {0} = {1};", "{0} = {0} < {1} ? {0} : {1};"]
        return Line(self.random.choice(forms).format(name, value))

    # ---- Expressions

    def condition(self):
        a, b = self.index(), self.index()
        operator = self.random.choice(["<", "<=", ">", "==", "!=", ">="])
        draw = self.random.randrange(10)
        if draw < 5:
            return f"long({a.text}) {operator} long({b.text})"
        if draw < 7:
            return f"long({a.text}) % 2 == 0"
        return f"{self.element('long')} {operator} {self.random.randrange(-5, 6)}"

    def narrow(self, text, kind, target):
        """The text, of type `kind`, as something that may be stored in an array of `target`."""
        if target in FLOATING:
            return text if kind == target or kind in FLOATING else f"{text} * 0.25"
        modulus = MODULUS[target]
        cast = f"({target})" if " " in target else target
        return f"{cast}(long({text}) % {modulus})"

    def expression(self, target):
        terms = [self.element(target) for _ in range(self.random.choice([1, 1, 2, 2, 3]))]
        if target in FLOATING:
            return " + ".join(f"{self.random.choice(['0.25', '0.5', '-0.5'])} * {term}"
                              for term in terms)
        products = [f"{self.random.choice([1, 2, 3])} * {term}" for term in terms]
        return self.narrow(" + ".join(products), "long", target)

    def element(self, target):
        """A small value convertible to the target's kind: an element, a scalar, an index."""
        draw = self.random.randrange(100)
        if draw < 62:
            array, subscript = self.place(writable=False)
            text = array.name + subscript
            kind = array.type
        elif draw < 78 and self.temporaries:
            text, kind = self.random.choice(self.temporaries)
        elif draw < 90 and self.variables:
            text, kind = self.random.choice(self.variables).text, "long"
        else:
            text, kind = str(self.random.randrange(1, 9)), "int"
        if target in FLOATING:
            return f"double({text})" if kind not in FLOATING else text
        return f"long({text})"

    def place(self, writable):
        """An array and the text of a subscript that stays in it."""
        usable = [array for array in self.arrays if array.writable or not writable]
        array = self.random.choice(usable)
        if self.tidy and self.variables:
            if writable:
                self.subscripts.setdefault(array.name, {})
            subscript = self.tidy_subscript(array) if array.name in self.subscripts else ""
            if subscript:
                return array, subscript
        if array.columns:
            row = self.index_within(0, array.high // array.columns)
            column = self.index_within(0, array.columns - 1)
            return array, f"[{row.text}][{column.text}]"
        return array, f"[{self.index_within(array.low, array.high).text}]"

    def tidy_subscript(self, array):
        """The one subscript of this array in this nest."""
        known = self.subscripts[array.name]
        nest = tuple((value.text, value.low, value.high) for value in self.variables)
        if nest not in known or self.chance(3):
            known[nest] = self.new_tidy_subscript(array)
        return known[nest]

    def new_tidy_subscript(self, array):
        one = self.random.choice(self.variables)
        if array.columns:
            if len(self.variables) < 2:
                return f"[{one.text}][{self.random.randrange(3)}]" if 0 <= one.low else ""
            first, second = self.random.sample(self.variables, 2)
            fits = (min(first.low, second.low) >= 0 and first.high < 12
                    and second.high < array.columns)
            return f"[{first.text}][{second.text}]" if fits else ""
        if len(self.variables) == 1 or self.chance(35):
            value = self.random.choice([one, one, add(one, constant(2)),
                                        add(scale(one, 2), constant(1)),
                                        add(one, Value("shift", -3, 3))])
        else:
            first, second = self.variables[-2:]
            extents = [v for v in PARAMETERS + [constant(9), constant(12)] if v.high > second.high]
            value = add(multiply(first, self.random.choice(extents or [constant(12)])), second)
            if len(self.variables) > 2 and self.chance(50):
                value = add(multiply(self.variables[-3], constant(120)), value)
        return f"[{value.text}]" if array.low <= value.low and value.high <= array.high else ""

    def index_within(self, low, high):
        for _ in range(8):
            value = self.index()
            if low <= value.low and value.high <= high:
                return value
        for value in reversed(self.variables):
            if low <= value.low and value.high <= high:
                return value
        return constant(self.random.randrange(0, 3))

    def index(self):
        """An integer expression of the indices and parameters in scope."""
        random = self.random
        if not self.variables:
            return random.choice([constant(0), constant(1), PARAMETERS[0]])
        inner = self.variables[-1]
        any_variable = random.choice(self.variables)
        small = constant(random.randrange(1, 4))
        indices = [array for array in self.arrays if array.indices]
        choices = [
            (12, lambda: inner),
            (12, lambda: any_variable),
            (10, lambda: add(any_variable, small)),
            (8, lambda: subtract(any_variable, small)),
            (6, lambda: add(inner, any_variable)),
            (5, lambda: subtract(inner, any_variable)),
            (5, lambda: add(scale(any_variable, 2), constant(random.randrange(0, 3)))),
            (3, lambda: add(scale(any_variable, 3), inner)),
            (12, self.linearised),
            (3, lambda: add(any_variable, Value("shift", -3, 3))),
            (3, lambda: subtract(subtract(random.choice(PARAMETERS), constant(1)), any_variable)),
            (2, lambda: multiply(any_variable, inner)),
            (2, lambda: modulo(any_variable, random.choice([2, 3, 4]))),
            (2, lambda: halve(any_variable)),
            (2, lambda: constant(random.randrange(0, 4))),
            (2, lambda: random.choice(PARAMETERS)),
            (2, lambda: add(any_variable, random.choice(PARAMETERS))),
            (2, lambda: multiply(any_variable, Value("step", 1, 3))),
            (10 if indices else 0, lambda: self.indirect(indices[0], any_variable)),
        ]
        weights = [weight for weight, _ in choices]
        return random.choices([make for _, make in choices], weights)[0]()

    def linearised(self):
        """i * m + j, with the extent that fits or another one; three deep where there are three."""
        if len(self.variables) < 2:
            return multiply(self.variables[0], self.random.choice(PARAMETERS))
        extent = self.random.choice(PARAMETERS + [constant(8), constant(9)])
        outer, inner = self.variables[-2:]
        value = add(multiply(outer, extent), inner)
        if len(self.variables) > 2 and self.chance(60):
            value = add(multiply(value, self.random.choice(PARAMETERS)), self.variables[-3])
            if self.chance(60):
                first, second, third = self.variables[-3:]
                value = add(multiply(add(multiply(first, PARAMETERS[1]), second), PARAMETERS[2]),
                            third)
        return value

    def indirect(self, array, value):
        if value.low < 0 or value.high > 63:
            return value
        return Value(f"{array.name}[{value.text}]", 0, 31)


def modulo(a, divisor):
    if a.low < 0:
        return a
    return Value(f"{bracket(a.text)} % {divisor}", 0, divisor - 1)


def halve(a):
    if a.low < 0:
        return a
    return Value(f"{bracket(a.text)} / 2", a.low // 2, a.high // 2)
