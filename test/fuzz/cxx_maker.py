# ===- cxx_maker.py - the state of a C++ kernel while it is composed --------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Everything that the features of cxx_features.py share: which arrays, loop counters and values are
# in scope at this point, and random subscripts and expressions made of them that have no
# undefined behaviour:
#
#   - each counter knows the range of its values and each array that of its subscripts;
#   - integer elements stay below 10^7: stores are reduced by `% 1000`, addends by `% 100`,
#     and expressions multiply by small constants or by `% 50` only;
#   - doubles are averages, so they never grow, and never become integers or exits of a loop.
#
# `frames` are the function body and the loops around this point. A feature can put declarations
# before a loop and uses after it.
#
# ===------------------------------------------------------------------------===#

from dataclasses import dataclass, field

from kernel import Block, Line


@dataclass
class Index:
    name: str
    low: int
    high: int
    bound: str = ""  # an expression that the counter is always below
    unsigned: bool = False
    of: str = ""  # counts the elements of containers of this size class


@dataclass
class Array:
    accesses: tuple  # templates: "v[{}]", "m({}, {})"
    kind: str  # "long" for all integers, or "double"
    type: str  # of the element
    ranges: tuple = ((0, 127),)  # of the subscripts
    writable: bool = True
    whole: str = ""  # the container, where begin(), end() and size() make sense
    length: int = 128  # at most this many elements
    size_class: str = ""  # containers with the same number of elements, which is at least 8
    pointer: str = ""  # a pointer that may walk over the elements


@dataclass
class Place:
    text: str
    kind: str
    type: str
    writable: bool
    level: int  # number of frames at its declaration


@dataclass
class Frame:
    before: list = field(default_factory=list)
    after: list = field(default_factory=list)
    indices: list = field(default_factory=list)
    may_continue: bool = True
    may_break: bool = True
    trips: int = 1


class Maker:
    def __init__(self, random, statements):
        self.random = random
        self.statements = statements  # a function: (maker, number) -> items
        self.preamble, self.setup, self.teardown = [], [], []
        self.parameters = {}  # declaration -> argument
        self.tracked, self.accumulators = [], []
        self.arrays, self.places, self.scopes = [], [], [[]]
        self.frames = [Frame()]
        self.names = {}
        self.once = {}  # what a feature made before and can use again
        self.throws = False
        # Half of the kernels are quiet: few statements, most of which touch the element of their
        # iteration, so that one hidden effect decides.
        self.calm = random.random() < 0.5
        self.fuel = random.choice([2, 3, 4] if self.calm else [4, 6, 8, 11])
        self.result_is_reduced = True

    # Names and choices

    def fresh(self, prefix):
        number = self.names.get(prefix, 0)
        self.names[prefix] = number + 1
        return f"{prefix}{number}" if number else prefix

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    def weighted(self, weights):
        """A key of a dict, its value being its weight."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    # Parameters and memory outside the kernel

    def parameter(self, declaration, argument, tracked=None):
        if declaration not in self.parameters:
            self.parameters[declaration] = argument
            if tracked:
                self.tracked.append(tracked)

    def size(self, name):
        """One of the sizes of the arena, as a parameter."""
        self.parameter(f"long {name}", f"A.{name}")
        return name

    def small(self):
        self.parameter("int c", "A.c")
        return "c"

    def define(self, *items):
        self.preamble += [Line(item) if isinstance(item, str) else item for item in items]

    def static(self, expression, name):
        """Lets the oracle know what has static storage duration but no name of its own."""
        self.setup.append(Line(f"auto &{name} = {expression};", (name,)))

    def global_scalar(self, kind="long", name=None):
        name = name or self.fresh("g")
        self.define(f"static {kind} {name} = 0;")
        self.setup.append(Line(f"{name} = 0;", (name,)))
        return name

    def shared(self, key, function):
        """What `function` makes, only once in a kernel."""
        if key not in self.once:
            self.once[key] = function()
        return self.once[key]

    # Scopes

    def block(self, number=None, values=(), function=False):
        """The items of a nested block. `function`: a lambda, which the loop cannot be left from."""
        self.scopes.append(list(values))
        frame = self.frames[-1]
        saved = frame.may_continue, frame.may_break
        if function:
            frame.may_continue = frame.may_break = False
        items = self.statements(self, number or self.pick(1, 1, 2))
        frame.may_continue, frame.may_break = saved
        self.scopes.pop()
        return items

    def add_value(self, text, kind):
        self.scopes[-1].append((text, kind))

    def level(self):
        return len(self.frames)

    def trips(self):
        product = 1
        for frame in self.frames:
            product *= frame.trips
        return product

    # Subscripts

    def indices(self, level=None):
        return [index for frame in self.frames[:level] for index in frame.indices]

    def subscript(self, array, dimension=0, level=None):
        low, high = array.ranges[dimension]
        if array.size_class:
            own = [index for index in self.indices(level) if index.of == array.size_class]
            if own and self.chance(90):
                return self.ring(self.random.choice(own), array)
        for _ in range(8):
            text, least, greatest = self.subscript_of(self.indices(level))
            if low <= least and greatest <= high:
                return text
        return str(min(max(self.random.randrange(4), low), high))

    def ring(self, index, array):
        i, size = index.name, f"{array.whole}.size()"
        return self.weighted({i: 60 if self.calm else 12,
                              f"{size} - 1 - {i}": 1, f"({i} + 1) % {size}": 2,
                              f"{i} > 0 ? {i} - 1 : {i}": 2, f"{i} / 2": 1, f"{i} % 3": 1})

    def subscript_of(self, indices):
        """A subscript, its least and its greatest value."""
        constant = self.random.randrange(4)
        if not indices:
            return str(constant), constant, constant
        # Inner counters stand last.
        index = indices[-1] if self.chance(90 if self.calm else 60) else self.random.choice(indices)
        other = self.random.choice(indices)
        i, low, high = index.name, index.low, index.high
        form = self.weighted({"i": 500 if self.calm else 40,
                              "i+c": 14, "i-c": 10, "2i": 5, "linear": 8, "sum": 4,
                              "mirror": 4, "index": 6, "mod": 3, "half": 2, "constant": 5,
                              "constexpr": 3, "square": 1, "shift": 2})
        if form == "i+c":
            return f"{i} + {constant}", low + constant, high + constant
        if form == "i-c" and (low >= constant or not index.unsigned):
            return f"{i} - {constant}", low - constant, high - constant
        if form == "2i":
            return f"2 * {i} + {constant}", 2 * low + constant, 2 * high + constant
        if form == "linear" and other is not index:
            j = other.name
            return f"{i} * 8 + {j}", low * 8 + other.low, high * 8 + other.high
        if form == "sum" and other is not index:
            return f"{i} + {other.name}", low + other.low, high + other.high
        if form == "mirror" and index.bound:
            return f"{index.bound} - 1 - {i}", 0, high
        if form == "index" and 0 <= low and high < 64:
            return f"{self.index_array()}[{i}]", 0, 31
        if form in ("mod", "half") and low >= 0:
            return f"{i} {'%' if form == 'mod' else '/'} {constant + 2}", 0, high
        if form == "constant":
            return str(constant), constant, constant
        if form == "constexpr" and low >= 0:
            return f"{self.shared('slot', self.constexpr_slot)}({i})", 0, 2 * high + 3
        if form == "square" and low >= 0:
            return f"{i} * {i} % 16", 0, 15
        if form == "shift" and not index.unsigned:
            self.parameter("long shift", "A.shift")
            return f"{i} + shift", low - 3, high + 3
        return i, low, high

    def index_array(self):
        order = self.pick("Random", "Identity", "Permutation", "Increasing", "NonDecreasing")
        self.parameter(f"const int *{order.lower()}", f"A.index(fuzz::{order})")
        return order.lower()

    def constexpr_slot(self):
        name = self.fresh("slot")
        body = self.pick("i", "i + 1", "2 * i", "i < 4 ? i : i + 1", "i < 4 ? i : i - 1", "i / 2",
                         "i > 0 ? i - 1 : 0")
        self.define(Block(f"constexpr long {name}(long i)", [Line(f"return {body};")]))
        return name

    def element(self, array, level=None):
        subscripts = [self.subscript(array, dimension, level)
                      for dimension in range(len(array.ranges))]
        return self.random.choice(array.accesses).format(*subscripts)

    # Places and values

    def lvalue(self, kind=None, level=None):
        """Something to write: its text and kind; None where there is nothing of this kind."""
        places = [place for place in self.places if place.writable and kind in (None, place.kind)
                  and (level is None or place.level <= level)]
        if places and self.chance(45):
            place = places[-1] if self.chance(80) else self.random.choice(places)
            return place.text, place.kind
        arrays = [array for array in self.arrays if array.writable and kind in (None, array.kind)]
        if not arrays:
            return None
        array = self.random.choice(arrays)
        return self.element(array, level), array.kind

    def leaf(self, kind, level=None):
        choices = {"constant": 2, "array": 8, "place": 4, "value": 8, "index": 3}
        form = self.weighted(choices)
        if form == "place":
            places = [place for place in self.places if place.kind == kind
                      and (level is None or place.level <= level)]
            if places:
                return self.random.choice(places).text
        if form == "value" and level is None:
            values = [text for scope in self.scopes for text, of in scope if of == kind]
            if values:
                return self.random.choice(values)
        if form == "index" and self.indices(level):
            index = self.random.choice(self.indices(level)).name
            return index if kind == "long" else f"0.25 * {index}"
        if form != "constant":
            arrays = [array for array in self.arrays if array.kind == kind]
            if arrays:
                return self.element(self.random.choice(arrays), level)
        if kind == "long":
            return self.small() if self.chance(30) else str(self.random.randrange(1, 8))
        return self.pick("0.25", "0.5", "1.0", "1.5", "2.0")

    def value(self, kind="long", depth=2, level=None):
        if depth == 0 or self.chance(35):
            return self.leaf(kind, level)
        left, right = (self.value(kind, depth - 1, level) for _ in range(2))
        form = self.weighted({"binary": 10, "choose": 3, "minmax": 2, "abs": 1, "call": 3})
        if form == "choose":
            return f"({self.condition(level)} ? {left} : {right})"
        if form == "minmax":
            return f"std::{self.pick('min', 'max')}<{kind}>({left}, {right})"
        if form == "abs":
            return f"std::abs({kind}({left}))"
        if form == "call":
            return f"{self.pure_function(kind)}({left})"
        if kind == "double":
            return f"0.5 * ({left} {self.pick('+', '-')} {right})"
        return self.weighted({f"({left} + {right})": 6, f"({left} - {right})": 4,
                              f"{left} * {self.pick(2, 3)}": 2,
                              f"({left}) % 50 * (({right}) % 50)": 1,
                              f"(({left}) ^ ({right}))": 1})

    def stored(self, kind, level=None):
        """A value that may be stored."""
        text = self.value(kind, level=level)
        if kind == "double" or text.isalnum():
            return text
        return f"({text}) % {self.pick('1000', '1000', '100', '64')}"

    def addend(self, kind, level=None):
        """A value that may be added to what is stored, up to 10^4 times."""
        if kind == "double":
            left, right = self.pick(("0.5", "0.25"), ("1.0", "-0.5"), ("1.5", "0.0"))
            return f"({self.condition(level)} ? {left} : {right})"
        text = self.value(kind, level=level)
        if text.isdigit() or text in [index.name for index in self.indices()]:
            return text
        return f"({text}) % 100"

    def condition(self, level=None):
        index = self.random.choice(self.indices(level) or [None])
        choices = {f"{self.leaf('long', level)} > {self.random.randrange(-3, 12)}": 6,
                   f"{self.leaf('long', level)} % 3 == 0": 3}
        if index:
            choices[f"{index.name} % 2 == {self.pick(0, 1)}"] = 3
            choices[f"{index.name} > 2"] = 3
        if any(array.kind == "double" for array in self.arrays):
            choices[f"{self.leaf('double', level)} > {self.pick('0.25', '1.0', '-0.5')}"] = 3
        return self.weighted(choices)

    def pure_function(self, kind):
        def make():
            name = self.fresh("pure")
            if kind == "double":
                body = self.pick("0.5 * x", "x > 1 ? 0.5 * x : x", "x - 0.25", "-x")
            else:
                body = self.pick("x * 2 + 1", "x > 3 ? x - 3 : x", "x % 7", "-x", "x & 31")
            prefix = self.pick("static ", "constexpr ", "template <class T> static T ", "inline ")
            if "template" in prefix:
                self.define(Block(f"{prefix}{name}(T x)", [Line(f"return {body};")]))
                return f"{name}<{kind}>"
            default = self.pick("", "", f", {kind} y = 2")
            body += " + y" if default else ""
            self.define(Block(f"{prefix}{kind} {name}({kind} x{default})",
                              [Line(f"return {body};")]))
            return name

        return self.shared(("pure", kind, self.pick(0, 1)), make)

    # Uses after a loop

    def use_after(self, level, text, kind):
        """Makes the value of a variable matter after the loop at this level, or not."""
        after = self.frames[level].after
        if self.chance(10):
            return
        target = self.lvalue(kind, level) if level > 1 or self.chance(30) else None
        if target and self.chance(70):
            after.append(Line(f"{target[0]} = {text if kind == 'double' else text + ' % 1000'};"))
        elif kind == "double":
            self.parameter("double &sum", "sum", "sum")
            self.shared("sum", lambda: (self.setup.append(Line("double sum = 0;")),
                                        self.teardown.append(Line("A.keep(sum);"))))
            after.append(Line(f"sum {self.pick('+= ', '= 0.5 * sum + ')}{text};"))
        elif self.chance(75):
            after.append(Line(f"result += {text};"))
        else:
            self.result_is_reduced = False
            after.append(Line(f"result = (result % 1000 * 3 + {text}) % 1000;"))
