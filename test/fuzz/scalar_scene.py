# ===- scalar_scene.py - expressions, loops and storage for scalar kernels -----===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# What the roles of scalar_roles.py are written with. A `Scene` is one kernel in the making: its
# parameters, its loops, its scalars. Three ideas keep random composition free of undefined
# behaviour:
#
#   - every expression carries its C type and an interval of its values, computed as C computes
#     it, so a subscript, a shift or a conversion is only printed bare where it fits, and is
#     masked or scaled where it may not;
#   - all memory of the arena stays below 1000: a plain store is cut to 499, and stores that add to
#     an old value (`a[i] += x`) share one budget of 490, each charged for every trip of its loops;
#   - a loop's body is a list of groups; those of different roles are shuffled together, while the
#     statements of one group keep their order, so what a group defines first it may read later.
#
# ===------------------------------------------------------------------------===#

from dataclasses import dataclass, field

from kernel import Block, Kernel, Line, Loop

# type: (accessor of the arena, lowest and highest element, is it a floating-point type)
ELEMENTS = {"double": ("d", -999, 999, True), "float": ("f", -999, 999, True),
            "long": ("l", -999, 999, False), "int": ("i", -999, 999, False),
            "unsigned": ("u", 0, 999, False), "short": ("s", -999, 999, False),
            "signed char": ("b", -128, 127, False)}
RANGES = {"long": (-2**62, 2**62), "int": (-2**30, 2**30), "unsigned": (0, 2**32 - 1),
          "short": (-2**15, 2**15 - 1), "signed char": (-128, 127),
          "unsigned char": (0, 255), "std::size_t": (0, 2**64 - 1), "bool": (0, 1)}
FLOATING = ("double", "float")
SIZES = {"n": (0, 9), "m": (0, 8), "k": (0, 6), "step": (1, 3), "shift": (-3, 3), "c": (-9, 9)}


@dataclass
class Expr:
    """Text with the type it has after promotion, and the least and greatest value."""

    text: str
    type: str
    low: float
    high: float
    atom: bool = True

    @property
    def floating(self):
        return self.type in FLOATING

    @property
    def size(self):
        return max(abs(self.low), abs(self.high))

    def inner(self):
        return self.text if self.atom else f"({self.text})"


def literal(value, type="int"):
    text = repr(float(value)) + ("f" if type == "float" else "") if type in FLOATING else str(value)
    return Expr(text, type, value, value, value >= 0)


RANKS = ("int", "unsigned", "long", "std::size_t", "float", "double")


def common(left, right):
    return max(left.type, right.type, key=RANKS.index)


def wrapped(text, type, low, high, atom=False):
    """An unsigned result that may have wrapped can be anything."""
    if type in ("unsigned", "std::size_t"):
        least, most = RANGES[type]
        if low < least or high > most:
            low, high = least, most
    elif type == "int":
        assert -2**31 <= low and high < 2**31, text
    return Expr(text, type, low, high, atom)


def as_type(e, type):
    """The interval that an operand has once converted to the common type."""
    if type in ("unsigned", "std::size_t") and e.low < 0:
        return RANGES[type]
    return e.low, e.high


def add(left, right, sign="+"):
    type = common(left, right)
    (a, b), (c, d) = as_type(left, type), as_type(right, type)
    if sign == "-":
        c, d = -d, -c
    wide = right.inner() if sign == "-" or right.text.startswith("-") else right.text
    text = f"{left.text} {sign} {right.inner() if not right.atom else wide}"
    return wrapped(text, type, a + c, b + d)


def multiply(left, right):
    type = common(left, right)
    ends = [x * y for x in as_type(left, type) for y in as_type(right, type)]
    return wrapped(f"{left.inner()} * {right.inner()}", type, min(ends), max(ends))


def remainder(e, by):
    low = 0 if e.low >= 0 else 1 - by
    return Expr(f"{e.inner()} % {by}", e.type, low, by - 1, False)


def fit(e, limit, random):
    """The expression, changed if needed so that its magnitude is at most `limit` >= 1."""
    if e.size <= limit:
        return e
    if e.floating:
        scale = 1.0
        while e.size * scale > limit:
            scale /= 2
        suffix = "f" if e.type == "float" else ""
        return Expr(f"{e.inner()} * {scale!r}{suffix}", e.type, e.low * scale, e.high * scale,
                    False)
    if random.random() < 0.5:
        mask = (1 << (int(limit) + 1).bit_length() - 1) - 1
        return Expr(f"({e.inner()} & {mask})", e.type, 0, mask)
    return remainder(e, int(limit) + 1)


@dataclass
class Scalar:
    """A variable with a role. `low` and `high` hold at any time, at least where others read it."""

    text: str  # how to name it: `s`, `(*s)`, `state.s`
    type: str
    low: float
    high: float
    name: str  # what the oracle calls it
    home: object = None  # the Nest whose body declares it; None: visible everywhere
    below: object = None  # then: the inner loop before which it stands
    read: bool = False  # by other roles, in a loop

    def value(self):
        return typed(self.text, self.type, self.low, self.high)


def typed(text, type, low, high):
    return Expr(text, type if type in RANKS else "int", low, high)


@dataclass
class Nest:
    """A loop to be: `slots` holds groups of items, slot j in front of the j-th inner loop."""

    parent: object
    index: Expr  # as statements of the body may see it
    header: str
    footer: str = ""
    counters: tuple = ()
    canonical: bool = True  # `for` that counts up or down by one to an invariant bound
    counted: bool = True  # its number of trips is known at its entry
    may_continue: bool = True
    trips: int = 9
    before: list = field(default_factory=list)
    first: list = field(default_factory=list)
    last: list = field(default_factory=list)
    after: list = field(default_factory=list)
    live: object = None  # the index after the loop
    directive: str = ""
    directive_is_right: bool = True
    leaves: bool = False
    children: list = field(default_factory=list)
    slots: list = field(default_factory=list)

    @property
    def total(self):
        return self.trips * (self.parent.total if self.parent else 1)

    def chain(self):
        return [self] + (self.parent.chain() if self.parent else [])

    def group(self, random, items, slot=None):
        """Adds statements in this order, spread over the slots unless `slot` is given."""
        count = len(self.children) + 1
        while len(self.slots) < count:
            self.slots.append([])
        places = sorted(random.randrange(count) for _ in items)
        if slot is not None:
            places = [slot] * len(items)
        for number in sorted(set(places)):
            self.slots[number].append([item for item, at in zip(items, places) if at == number])

    def build(self, random):
        """The items that stand for this loop: what goes before, the loop, what comes after."""
        self.group(random, [])
        body = list(self.first)
        for number, groups in enumerate(self.slots):
            body += shuffle(random, groups)
            if number < len(self.children):
                body += self.children[number].build(random)
        body += self.last
        if not body:
            body = [Line(";")]
        loop = Loop(self.header, body, self.footer, self.counters, directive=self.directive,
                    directive_is_right=self.directive_is_right)
        single = len(body) == 1 and not (isinstance(body[0], Line) and (
            body[0].declares or body[0].text.count(";") != 1))
        loop.braces = not single or random.random() < 0.5
        return self.before + [loop] + self.after


def shuffle(random, groups):
    """One list of all items; those of one group in their order, a list in a group unbroken."""
    groups = [list(group) for group in groups if group]
    mixed = []
    while groups:
        group = random.choices(groups, [len(g) for g in groups])[0]
        item = group.pop(0)
        mixed += item if isinstance(item, list) else [item]
        groups = [g for g in groups if g]
    return mixed


class Scene:
    def __init__(self, random):
        self.random = random
        self.names = set()
        self.parameters = []  # (declaration, argument)
        self.arrays = {}  # name: (type, may it be written)
        self.kernel = Kernel("", [], "", family="scalars")
        self.front = []  # statements before the loops
        self.back = []  # after them
        self.tracked = []
        self.scalars = []
        self.nests = []
        self.results = []
        self.headroom = 490
        self.inductions, self.reductions = [], []
        self.helpers = {}
        self.tidy = self.chance(0.65)  # most array statements are free of dependences
        self.clean = False  # only what an existing directive can be right about

    # -- names and parameters --------------------------------------------------

    def name(self, *bases):
        base = self.random.choice(bases)
        name, number = base, 2
        while name in self.names or name in SIZES or name == "x":
            name, number = f"{base}{number}", number + 1
        self.names.add(name)
        return name

    def size(self, name):
        """A parameter of the arena: `n`, `step`, ... with its interval."""
        types = getattr(self, "size_types", None)
        if types is None:
            types = self.size_types = {}
        if name not in types:
            self.names.add(name)
            types[name] = self.random.choice(("long", "long", "long", "int"))
            self.parameters.append((f"{types[name]} {name}", f"A.{name}"))
        return Expr(name, types[name], *SIZES[name])

    def coefficient(self):
        """The parameter `x`: a multiple of 1/4 in [-2, 2]."""
        if "x" not in self.names:
            self.names.add("x")
            self.parameters.append(("double x", "A.x"))
        return Expr("x", "double", -2, 2)

    def array(self, types=None, write=False):
        """An array parameter of one of these types, old or new. A tidy kernel keeps apart what it
        reads and what it writes; the arena may still overlap them."""
        types = types or tuple(ELEMENTS)
        fits = [name for name, (type, may_write) in self.arrays.items()
                if type in types and (may_write == write if self.tidy else may_write or not write)]
        used = [type for type, _ in self.arrays.values()]
        reuse = 0.3 if self.tidy and write else 0.6
        if fits and (self.random.random() < reuse or len(used) > 5):
            return self.random.choice(fits)
        weights = {"double": 5, "int": 3, "long": 3, "float": 2, "unsigned": 1, "short": 1,
                   "signed char": 1}
        choices = [t for t in types if used.count(t) < 4 and not (self.clean and t == "double")]
        if not choices:
            return self.random.choice(fits) if fits else self.any_array(types, write)
        type = self.random.choices(choices, [weights[t] for t in choices])[0]
        may_write = write or (not self.tidy and self.random.random() < 0.3)
        name = self.name(*"abdefghuvw")
        self.arrays[name] = (type, may_write)
        constant = "" if may_write else "const "
        self.parameters.append(
            (f"{constant}{type} *{name}", f"A.{ELEMENTS[type][0]}({used.count(type)})"))
        return name

    def any_array(self, types, write):
        """All four arrays of the type are taken: one loses its `const` if need be."""
        name = self.random.choice([n for n, (type, _) in self.arrays.items() if type in types])
        if write:
            self.arrays[name] = (self.arrays[name][0], True)
            self.parameters = [
                (declaration.removeprefix("const ") if declaration.endswith(f"*{name}")
                 else declaration, argument) for declaration, argument in self.parameters]
        return name

    def index_array(self):
        if "ix" not in self.names:
            self.names.add("ix")
            order = self.random.choice(("Random", "Identity", "Permutation", "Increasing",
                                        "NonDecreasing"))
            self.parameters.append(("const int *ix", f"A.index(fuzz::{order})"))
        return "ix"

    # -- expressions -----------------------------------------------------------

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, choices):
        """Calls one of {function: weight} or returns one of the keys."""
        return self.random.choices(list(choices), list(choices.values()))[0]

    def subscript(self, node, simple=False):
        """Text between brackets, from -16 to 800."""
        chain = node.chain()
        index = chain[0] if self.chance(0.75) else self.random.choice(chain)
        e = index.index
        if len(chain) > 1 and self.chance(0.3):
            outer = chain[1].index
            e = add(multiply(outer, literal(self.random.choice((8, 16)))), chain[0].index)
        elif not simple:
            def shifted():
                return add(e, literal(self.random.randint(1, 3)), self.random.choice("+-"))

            def scaled():
                return multiply(literal(2), e)

            def moved():
                return add(e, self.size(self.random.choice(("shift", "m", "k"))))

            def mirrored():
                return add(self.size("n"), e, "-")

            def gathered():
                return Expr(f"{self.index_array()}[{fit(e, 63, self.random).text}]", "int", 0, 31) \
                    if e.low >= 0 else e

            def scalar():
                known = [s for s in self.visible(node) if s.type not in FLOATING]
                return self.use(self.random.choice(known)) if known else e

            def other():
                return self.random.choice(chain).index
            e = self.pick({lambda: e: 14, shifted: 4, scaled: 1, moved: 1, mirrored: 1,
                           gathered: 1, scalar: 2, other: 1})()
        return self.bounded_subscript(e)

    def bounded_subscript(self, e):
        if -128 <= e.low and e.high <= 895:
            return e.text
        mask = f"{e.inner()} & 63"
        return mask

    def element(self, node, types=None, write=False, simple=False):
        array = self.array(types, write)
        type = self.arrays[array][0]
        _, low, high, _ = ELEMENTS[type]
        if write and self.tidy and self.chance(0.85):
            return typed(f"{array}[{self.own_subscript(node)}]", type, low, high)
        return typed(f"{array}[{self.subscript(node, simple)}]", type, low, high)

    def own_subscript(self, node):
        """One that no other iteration of any loop has, as long as the inner indices are small."""
        e, scale = node.index, 1
        chain = node.chain()
        for outer in chain[1:]:
            scale *= 16 if len(chain) == 2 else 8
            e = add(multiply(outer.index, literal(scale)), e)
        return self.bounded_subscript(e)

    def element_type(self, e):
        return self.arrays[e.text.split("[")[0]][0]

    def visible(self, node):
        chain = node.chain()
        return [s for s in self.scalars if s.home is None or s.below in chain]

    def use(self, scalar):
        scalar.read = True
        return scalar.value()

    def leaf(self, node, floating):
        random = self.random

        def number():
            if floating:
                return literal(random.choice((0.25, 0.5, 1.0, 1.5, 2.0, -0.5, -1.0)), "double")
            return literal(random.randint(-4, 9))

        def element():
            types = FLOATING if floating else [t for t in ELEMENTS if t not in FLOATING]
            return self.element(node, types)

        def index():
            return random.choice(node.chain()).index

        def parameter():
            if floating:
                return self.coefficient()
            return self.size(random.choice(("c", "n", "m", "shift")))

        def scalar():
            known = [s for s in self.visible(node) if floating or s.type not in FLOATING]
            return self.use(random.choice(known)) if known else element()
        return self.pick({element: 8, index: 3, number: 2, parameter: 2,
                          scalar: 0 if self.clean else 4})()

    def value(self, node, floating=False, limit=999, depth=2):
        """Any expression that may stand in the body of `node`, of at most this magnitude."""
        random = self.random
        if depth == 0 or self.chance(0.4):
            return fit(self.leaf(node, floating), limit, random)
        left = fit(self.value(node, floating, limit, depth - 1), 10**4, random)
        right = fit(self.value(node, floating, limit, depth - 1), 10**4, random)

        def sum():
            return add(left, right, random.choice("++-"))

        def product():
            return multiply(left, literal(0.5, "double") if floating and self.chance(0.5)
                            else fit(right, 100, random))

        def choice():
            return Expr(f"({self.condition(node, 1)} ? {left.text} : {right.text})",
                        common(left, right), *self.hull(left, right))

        def integer():
            if not floating:
                return left
            return Expr(f"double({left.text})", "double", left.low, left.high)

        def masked():
            if left.floating:
                return left
            return remainder(left, random.choice((2, 3, 5, 7, 16)))
        e = self.pick({sum: 6, product: 3, choice: 2, integer: 1, masked: 2})()
        return fit(e, limit, random)

    def hull(self, left, right):
        type = common(left, right)
        ends = as_type(left, type) + as_type(right, type)
        return min(ends), max(ends)

    def condition(self, node, depth=2):
        random = self.random
        if depth > 1 and self.chance(0.2):
            both = self.condition(node, 1), self.condition(node, 1)
            return random.choice(("{} && {}", "{} || {}", "!({}) && {}")).format(*both)

        def array():
            e = self.element(node)
            level = literal(random.choice((0, 1, -1, 2, 0.5 if e.floating else 3)))
            return f"{e.text} {random.choice(('>', '<', '>=', '<='))} {level.text}"

        def arrays():
            return f"{self.element(node).text} {random.choice('<>')} {self.element(node).text}"

        def parity():
            by = random.choice((2, 3, 4))
            return f"{random.choice(node.chain()).index.inner()} % {by} == {random.randrange(by)}"

        def number():
            return (f"{random.choice(node.chain()).index.inner()} "
                    f"{random.choice(('==', '!=', '<', '>', '>='))} {random.randint(0, 6)}")

        def scalar():
            known = self.visible(node)
            if not known:
                return array()
            e = self.use(random.choice(known))
            return f"{e.text} {random.choice(('>', '<', '<=', '!='))} {random.randint(-1, 9)}"

        def parameter():
            return f"{self.size(random.choice(('c', 'n', 'm'))).text} > {random.randint(0, 5)}"
        return self.pick({array: 6, arrays: 1, parity: 2, number: 2, parameter: 1,
                          scalar: 0 if self.clean else 3})()

    # -- statements ------------------------------------------------------------

    def store(self, node, e=None):
        """An assignment to an element of an array, of `e` or of anything."""
        random = self.random
        floating = e.floating if e else self.chance(0.5)
        types = FLOATING if floating else [t for t in ELEMENTS if t not in FLOATING]
        if e and not floating and self.chance(0.2):
            types = FLOATING
        if self.clean:
            return self.clean_store(node, e)
        target = self.element(node, types, write=True, simple=self.chance(0.7))
        e = e or self.value(node, floating)
        return Line(self.stored(node, target, e))

    def stored(self, node, target, e):
        """`target` takes or adds `e`, within what arrays may hold."""
        random = self.random
        type = self.element_type(target)
        unsigned = type == "unsigned"
        share = self.headroom / max(1, node.total)
        if share >= 1 and self.chance(0.35) and not (unsigned and e.low < 0):
            small = fit(e, min(share, 20), random)
            self.headroom -= small.size * node.total
            operator = "+" if unsigned else random.choice("++-")
            if random.random() < 0.7:
                return f"{target.text} {operator}= {small.text};"
            old = target if self.tidy else self.element(node, (type,))
            return f"{target.text} = {old.text} {operator} {small.inner()};"
        if unsigned:
            return f"{target.text} = {e.inner()} & 255;" if not e.floating else \
                f"{target.text} = unsigned(int({fit(e, 400, random).text}) & 255);"
        if self.chance(0.12) and type in FLOATING:
            return f"{target.text} = {target.text} * 0.5 + {fit(e, 200, random).text};"
        limit = 100 if type == "signed char" and e.floating else 499
        return f"{target.text} = {fit(e, limit, random).text};"

    def clean_store(self, node, e):
        """Each outer iteration writes what no other touches, in an array that overlaps no other."""
        if not hasattr(self, "own_array"):
            self.own_array = self.name("out")
            self.parameters.append((f"double *{self.own_array}", "A.d(3)"))
        e = fit(e or self.value(node), 499, self.random)
        return Line(f"{self.own_array}[{node.chain()[-1].index.text}] = {e.text};")

    def consume(self, node, e):
        """A statement that depends on the value of `e`."""
        random = self.random

        def plain():
            return self.store(node, e)

        def combined():
            other = self.value(node, e.floating, 99, 1)
            return self.store(node, add(fit(e, 999, random), other, random.choice("+-")))

        def compared():
            inner = self.store(node)
            relation = random.choice(("> 1", "< 3", ">= 0", "!= 2"))
            return Line(f"if ({e.text} {relation}) {inner.text}")

        def subscripted():
            if e.floating:
                inside = f"int({fit(e, 60, random).text})"
            else:
                inside = self.bounded_subscript(e)
            if self.chance(0.5):
                array = self.array(None, write=True)
                target = typed(f"{array}[{inside}]", self.arrays[array][0], 0, 0)
                return Line(self.stored(node, target, self.value(node)))
            array = self.array()
            type = self.arrays[array][0]
            _, low, high, _ = ELEMENTS[type]
            return self.store(node, typed(f"{array}[{inside}]", type, low, high))

        def converted():
            if not e.floating:
                return self.store(node, Expr(f"{e.inner()} * 0.5", "double", e.low * 0.5,
                                             e.high * 0.5, False))
            number = f"int({fit(e, 10**6, random).text})"
            return self.store(node, Expr(number, "int", -10**6, 10**6))
        if self.clean:
            return plain()
        return self.pick({plain: 8, combined: 4, compared: 2, subscripted: 3, converted: 1})()

    def guarded(self, node, items, probability=1.0):
        """The statements under a condition, printed in one of several ways."""
        if not self.chance(probability):
            return items
        condition = self.condition(node)
        if len(items) == 1 and isinstance(items[0], Line) and not items[0].declares \
                and self.chance(0.6) and not items[0].text.startswith("if"):
            return [Line(f"if ({condition}) {items[0].text}")]
        return [Block(f"if ({condition})", items)]
