# ===- scalar_kernels.py - random kernels about scalars ---------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# One to three loops of all shapes; scalars of several roles, whose statements are shuffled
# together; array statements that use them; and their values after the loops. The roles are those
# of scalar_roles.py and scalar_values.py, what they are written with is in scalar_scene.py.
#
# One kernel in twenty-five has an OpenMP directive already. Then its parts are only such as a
# directive can be right about, and half of the directives have one clause too few or wrong. A few
# of the other kernels have a directive of which nobody knows whether it is right.
#
# ===------------------------------------------------------------------------===#

from kernel import Block, Kernel, Line
from scalar_roles import arg_extreme, element_sum, entangled, induction, pointer, reduction
from scalar_scene import FLOATING, Nest, Scalar, Scene, add, fit, literal, typed
from scalar_values import (bumped, carried, early, expression, flag, halving, last_value, private,
                           shadowed, statement, switched, work_array)

ROLES = {induction: 22, pointer: 4, reduction: 22, element_sum: 3, arg_extreme: 3, entangled: 3,
         private: 14, last_value: 6, carried: 8, work_array: 6, flag: 3, early: 3, halving: 3,
         switched: 1, expression: 4, shadowed: 2, bumped: 1, statement: 8}
# More of what may run in parallel after all.
TIDY_ROLES = {induction: 20, pointer: 2, reduction: 24, arg_extreme: 1, private: 22, last_value: 6,
              carried: 2, work_array: 6, flag: 1, early: 1, halving: 4, expression: 2, shadowed: 2,
              switched: 1, statement: 12}
# What an existing directive can be right about.
CLEAN_ROLES = {reduction: 4, private: 3, statement: 3}


class Composition(Scene):
    """A scene with what the roles share in one kernel: a struct, helpers, outputs."""

    def __init__(self, random):
        super().__init__(random)
        self.members, self.privates = [], []
        self.record_name = None
        self.skips = False

    def record(self):
        if not self.record_name:
            self.record_name = self.name("st", "state")
            self.kernel.preamble.insert(0, Block("struct State", self.members, ";"))
            self.front.insert(0, Line(f"State {self.record_name};", (self.record_name,)))
        return self.record_name

    def extreme(self, operator, type):
        name = f"{operator}Of"
        if (name, type) not in self.helpers:
            self.helpers[name, type] = name
            relation = ">" if operator == "max" else "<"
            self.kernel.preamble.append(
                Block(f"static {type} {name}({type} p, {type} q)",
                      [Line(f"return p {relation} q ? p : q;")]))
        return name

    def touch(self):
        """A predicate with a side effect."""
        if "touch" not in self.helpers:
            self.helpers["touch"] = "touch"
            self.kernel.preamble += [
                Line("static long touched = 0;"),
                Block("static bool touch(long v)", [Line("++touched;"), Line("return v > 1;")])]
            self.kernel.setup.append(Line("touched = 0;"))
            self.kernel.teardown.append(Line("A.keep(touched);"))
            self.tracked.append("touched")
        return "touch"

    def out_long(self):
        """A reference parameter for one more number."""
        name = self.name("res", "len")
        self.parameters.append((f"long &{name}", name))
        self.kernel.setup.append(Line(f"long {name} = 0;"))
        self.kernel.teardown.append(Line(f"A.keep({name});"))
        return name


# -- loops ------------------------------------------------------------------------

def bound(scene, parent):
    """What a loop counts to: never negative for an unsigned counter's sake, unless small."""
    size = scene.size(scene.random.choice("nnnmmk"))

    def less():
        return add(size, literal(1), "-")

    def shifted():
        return add(size, scene.size("shift"))

    def constant():
        return literal(scene.random.choice((1, 4, 5, 7)))

    def triangular():
        return scene.random.choice((parent.index, add(parent.index, literal(1)))) \
            if parent and -5 <= parent.index.low and parent.index.high <= 10 else size
    return scene.pick({lambda: size: 10, less: 3, shifted: 1, constant: 2, triangular: 3})()


def shape(scene, parent):
    """One loop, without its body."""
    random = scene.random
    limit = bound(scene, parent)
    name = scene.name(*("ijl" if not parent else "jlq" if not parent.parent else "qr"))
    type = scene.pick({"long": 6, "int": 6, "unsigned": 2, "std::size_t": 2, "short": 1})
    if type in ("unsigned", "std::size_t") and limit.low < 0:
        type = "long"
    if scene.clean and type == "short":
        type = "int"  # g++ 12 rejects a directive where the comparison widens a short index
    start = random.choice((0, 0, 0, 0, 1, 2))
    top = limit.high
    kind = "up" if scene.clean else scene.pick({
        "up": 12, "equal": 4, "strided": 4, "down": 4, "unsigned": 2, "different": 2,
        "outside": 5, "while": 5, "do": 3, "forever": 1, "pair": 1, "wrapping": 1, "doubling": 1,
        "moving": 1, "counted": 2 if parent else 0, "compound": 1})
    if kind in ("down", "forever", "pair") and type in ("unsigned", "std::size_t"):
        type = "long"
    index = typed(name, type, start, max(start, top - 1))
    text = limit.text
    nest = Nest(parent, index, "", counters=(name,), trips=max(1, top - start))

    def declared(value=start):
        nest.before = [Line(f"{type} {name} = {value};", (name,))]
        nest.live = Scalar(name, type, min(0, index.low - 1), max(index.high + 3, 12), name)

    def up():
        step = random.choice((f"++{name}", f"{name}++", f"{name} += 1"))
        nest.header = f"for ({type} {name} = {start}; {name} < {text}; {step})"

    def equal():
        nest.header = f"for ({type} {name} = {start}; {name} <= {text}; ++{name})"
        index.high += 1
        nest.trips += 1

    def strided():
        by = random.choice(("2", "3", scene.size("step").text))
        nest.canonical = by != "step"
        nest.header = f"for ({type} {name} = {start}; {name} < {text}; {name} += {by})"

    def down():
        if scene.chance(0.5):
            first = limit.text
            if parent and parent.index.type in ("unsigned", "std::size_t"):
                first = f"long({first})"  # 0 - 1 would be a large number
            nest.header = f"for ({type} {name} = {first} - 1; {name} >= {start}; --{name})"
        else:
            nest.header = f"for ({type} {name} = {limit.text}; {name} > {start}; {name}--)"
            index.high += 1

    def unsigned():
        index.type, index.low = "unsigned", 0
        size = scene.size("n")
        nest.trips, index.high = 9, 9
        if scene.chance(0.5):
            nest.header = f"for (unsigned {name} = unsigned({size.text}); {name}-- > 0;)"
        else:
            nest.header = (f"for (unsigned {name} = unsigned({size.text} - 1); {name} < 100; "
                           f"--{name})")
        nest.canonical = False

    def different():
        size = scene.size(random.choice("nmk"))
        index.low, index.high = 0, size.high - 1
        nest.trips = size.high
        nest.header = f"for ({type} {name} = 0; {name} != {type if ':' not in type else 'long'}" \
                      f"({size.text}); ++{name})" if type != "std::size_t" else \
                      f"for ({type} {name} = 0; {name} != std::size_t({size.text}); ++{name})"

    def outside():
        declared(random.choice((0, 7)))
        nest.header = f"for ({name} = {start}; {name} < {text}; ++{name})"

    def uncounted():
        """while and do: the counter is moved somewhere in the body."""
        declared()
        index.high += 2
        nest.canonical = nest.may_continue = False
        by = random.choice(("++{}", "{} += 1", "{} = {} + 1", "{} += 2")).format(name, name)
        place = random.choice(("first", "last", "anywhere"))
        move = Line(f"{by};")
        if place == "first":
            nest.first = [move]
            nest.may_continue = True
        elif place == "last":
            nest.last = [move]
        else:
            nest.group(random, [move])

    def loop_while():
        uncounted()
        nest.header = f"while ({name} < {text})"

    def loop_do():
        uncounted()
        nest.trips += 1
        nest.header, nest.footer = "do", f"while ({name} < {text});"

    def forever():
        nest.header = f"for ({type} {name} = {start};; ++{name})"
        nest.first = [Line(f"if ({name} >= {text}) break;")]
        nest.canonical, nest.leaves = False, True

    def pair():
        other = scene.name("hi", "jr")
        nest.header = (f"for (long {name} = {start}, {other} = {text}; {name} < {other}; "
                       f"++{name}, --{other})")
        nest.counters, nest.canonical = (name, other), False

    def wrapping():
        index.type, index.low, index.high = "int", 0, 255
        nest.trips, nest.canonical = 10, False
        nest.header = f"for (unsigned char {name} = 250; {name} != 4; ++{name})"

    def doubling():
        index.low = 1
        index.high = max(1, index.high)
        nest.trips, nest.canonical = 4, False
        by = random.choice((f"{name} *= 2", f"{name} <<= 1", f"{name} += {name}"))
        nest.header = f"for ({type} {name} = 1; {name} < {text}; {by})"

    def moving():
        """The bound is a scalar that the body lowers."""
        lowered = scene.name("lim", "end")
        nest.before = [Line(f"long {lowered} = {text};", (lowered,))]
        nest.header = f"for (long {name} = {start}; {name} < {lowered}; ++{name})"
        index.type, nest.canonical, nest.counted = "long", False, False
        nest.group(random, [Line(f"if ({scene.condition(nest)}) --{lowered};")])

    def counted():
        """The bound is a scalar that the loop around moves."""
        lifted = scene.name("len", "cnt")
        trips = min(parent.total, 9)
        scene.front.append(Line(f"int {lifted} = {random.choice((0, 1))};", (lifted,)))
        wrap = f"if ({lifted} > 8) {lifted} = 0;"
        items = [Line(f"{lifted}++;")] + ([Line(wrap)] if parent.total > 9 else [])
        parent.group(random, items, slot=random.choice((0, len(parent.children))))
        nest.header = f"for (int {name} = 0; {name} < {lifted}; ++{name})"
        index.type, index.low, index.high, nest.trips = "int", 0, trips + 1, trips + 2
        nest.counted = False

    def compound():
        other = scene.size(random.choice("nmk"))
        nest.header = f"for ({type} {name} = {start}; {name} < {text} && " \
                      f"{name} < {'std::size_t' if type == 'std::size_t' else 'long'}" \
                      f"({other.text}); ++{name})"
        nest.canonical = False
    {"up": up, "equal": equal, "strided": strided, "down": down, "unsigned": unsigned,
     "different": different, "outside": outside, "while": loop_while, "do": loop_do,
     "forever": forever, "pair": pair, "wrapping": wrapping, "doubling": doubling,
     "moving": moving, "counted": counted, "compound": compound}[kind]()
    index.type = index.type if index.type in ("unsigned", "std::size_t", "long") else "int"
    if parent:
        parent.children.append(nest)
    return nest


def nests(scene):
    """The loops of the kernel: a nest, siblings in a nest, or two nests in sequence."""
    form = scene.pick({"1": 8, "2": 8, "3": 3, "1 1": 3, "2 in 1": 2, "2 1": 2}) \
        if not scene.clean else scene.pick({"1": 2, "2": 1})
    loops = []

    def chain(depth, parent=None):
        for _ in range(depth):
            parent = shape(scene, parent)
            loops.append(parent)
            if not parent.parent:
                scene.nests.append(parent)
    if form == "2 in 1":
        chain(2)
        chain(1, loops[0])
    else:
        for part in form.split():
            chain(int(part))
    return loops


# -- the kernel -------------------------------------------------------------------

def index_after(scene, nest):
    """The value of an index that outlives its loop."""
    if not nest.live or not scene.chance(0.6):
        return
    if nest.parent:
        # Declared in the body around it, just before the loop.
        at = nest.parent.children.index(nest) + 1
        nest.parent.group(scene.random, [scene.consume(nest.parent, nest.live.value())], slot=at)
    else:
        scene.results.append(nest.live)


def finish(scene):
    """Returns, keeps or drops what is left in the scalars; the statements after the loops."""
    random = scene.random
    result = scene.kernel.result
    whole = [s for s in scene.results if s.type not in FLOATING]
    real = [s for s in scene.results if s.type in FLOATING]
    returned, kept = [], []
    for scalar in whole + real:
        fits = result == "double" or (result == "long" and scalar in whole)
        (returned if fits and scene.chance(0.6) else kept).append(scalar)
    items = list(scene.back)
    for number, scalar in enumerate(kept):
        types = ("double",) if scalar in real else ("long",)
        if scene.clean or scene.chance(0.5):
            name = scene.name("res", "out")
            type = types[0]
            scene.parameters.append((f"{type} &{name}", name))
            scene.kernel.setup.append(Line(f"{type} {name} = 0;"))
            scene.kernel.teardown.append(Line(f"A.keep({name});"))
            items.append(Line(f"{name} = {scalar.text};"))
        else:
            array = scene.array(types, write=True)
            value = fit(scalar.value(), 499, random)
            items.append(Line(f"{array}[{100 + number}] = {value.text};"))
    if result != "void":
        terms = [s.text if result == "double" else f"long({s.text})" for s in returned]
        items.append(Line(f"return {' + '.join(terms) or '0'};"))
    return items


def direct(scene, loops, sums):
    """An existing directive on the outermost loop; in half of the kernels a wrong one."""
    top = loops[0]
    clauses = [f"reduction(+ : {s.name})" for s in sums]
    clauses += [f"private({name})" for name in scene.privates]
    if not clauses or scene.chance(0.5):
        top.directive = " ".join(["#pragma omp parallel for"] + clauses)
        return
    at = scene.random.randrange(len(clauses))
    wrong = clauses[at].replace("+ :", "max :")
    clauses[at] = wrong if wrong != clauses[at] and scene.chance(0.5) else ""
    top.directive = " ".join(["#pragma omp parallel for"] + [c for c in clauses if c])
    top.directive_is_right = False


def generate(random) -> Kernel:
    scene = Composition(random)
    scene.clean = scene.chance(0.04)
    scene.kernel.result = random.choice(("long", "long", "double", "double", "void"))
    loops = nests(scene)
    sums = []
    roles = CLEAN_ROLES if scene.clean else TIDY_ROLES if scene.tidy else ROLES
    for _ in range(random.choice((1, 1, 1, 2, 2, 2, 3, 3, 4))):
        made = scene.pick(roles)(scene, random.choice(loops + loops[-1:]))
        if scene.clean and made:
            sums.append(made)
    # An innermost loop without any statement would test nothing.
    for loop in loops:
        if not loop.children and not any(loop.slots):
            statement(scene, loop)
        index_after(scene, loop)
    if scene.clean:
        direct(scene, loops, sums)
    elif scene.chance(0.03) and not any(loop.leaves for loop in loops):
        chosen = random.choice(loops)
        # g++ 12 rejects a directive where the comparison widens a short index.
        declarations = [item.text for item in chosen.before if isinstance(item, Line)]
        if (chosen.canonical and chosen.header.startswith("for")
                and not any("short" in text for text in (chosen.header, *declarations))):
            chosen.directive, chosen.directive_is_right = "#pragma omp parallel for", None
    after = finish(scene)
    body = list(scene.front)
    for nest in scene.nests:
        body += nest.build(random)
    kernel = scene.kernel
    kernel.body = body + after
    random.shuffle(scene.parameters)
    kernel.parameters = ", ".join(declaration for declaration, _ in scene.parameters)
    kernel.arguments = ", ".join(argument for _, argument in scene.parameters)
    kernel.tracked = tuple(scene.tracked)
    kernel.accumulators = accumulators(scene, loops)
    return kernel


def accumulators(scene, loops):
    """The names of what is a true induction or reduction in every loop that updates it."""
    steady = not scene.skips and all(loop.counted for loop in loops)
    names = [s.name for s in scene.reductions if not s.read]
    if steady:
        names += [s.name for s in scene.inductions]
    return tuple(dict.fromkeys(name for name in names if name != scene.record_name))
