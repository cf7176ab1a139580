# ===- scalar_roles.py - what a scalar may do in a loop -------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Each role is a function of the scene and one loop. It declares a scalar or two, adds statements
# that give it its role to the body of the loop, and says what of it is visible outside. A role
# comes with its near misses: the conditional induction, the sum that is read in mid-loop, the
# guard of the read that is not the guard of the write. Roles know nothing of each other; what they
# declare may be read by any other.
#
# The interval of a scalar is worked out before anyone reads it: growth of a step times the trips
# of all loops around it.
#
# ===------------------------------------------------------------------------===#

from kernel import Block, Line, Loop
from scalar_scene import (ELEMENTS, FLOATING, RANGES, Expr, Scalar, add, fit, literal, multiply,
                          remainder, typed)

SIGNED = ("long", "long", "int", "int", "short", "signed char")


# -- storage --------------------------------------------------------------------

def declare(scene, node, bases, type, low, high, init=None, storage=None, home=None):
    """A new scalar with an initial value, stored in one of many ways."""
    name = scene.name(*bases)
    if init is None:
        init = literal(scene.random.choice((0, 0, 0, 1, 2) if type not in FLOATING
                                           else (0, 0, 0.5, 1)), type).text
    low, high = max(low, RANGES[type][0]) if type in RANGES else low, \
        min(high, RANGES[type][1]) if type in RANGES else high
    result = Scalar(name, type, low, high, name)
    parent = node.parent
    if home or (home is None and storage is None and parent and scene.chance(0.3)):
        at = parent.children.index(node)
        parent.group(scene.random, [Line(f"{type} {name} = {init};", (name,))], slot=at)
        result.home, result.below = parent, node
        return result

    def local():
        scene.front.append(Line(f"{type} {name} = {init};", (name,)))

    def value_parameter():
        scene.parameters.append((f"{type} {name}", init))
        scene.tracked.append(name)

    def reference_parameter():
        outside(f"{type} &{name}", name)
        scene.tracked.append(name)

    def pointer_parameter():
        outside(f"{type} *{name}", f"&{name}")
        scene.kernel.setup[-1].declares = (name,)
        result.text = f"(*{name})"

    def outside(parameter, argument):
        scene.parameters.append((parameter, argument))
        scene.kernel.setup.append(Line(f"{type} {name} = {init};"))
        scene.kernel.teardown.append(Line(f"A.keep({name});"))

    def global_variable():
        scene.kernel.preamble.append(Line(f"static {type} {name} = 0;"))
        scene.kernel.setup.append(Line(f"{name} = {init};"))
        scene.kernel.teardown.append(Line(f"A.keep({name});"))
        scene.tracked.append(name)

    def static_local():
        scene.front.append(Line(f"static {type} {name};", (name,)))
        scene.front.append(Line(f"{name} = {init};"))

    def member():
        record = scene.record()
        scene.members.append(Line(f"{type} {name} = 0;"))
        scene.front.append(Line(f"{record}.{name} = {init};"))
        result.text, result.name = f"{record}.{name}", record

    def element():
        scene.front.append(Line(f"{type} {name}[2] = {{{type}({init}), 1}};"
                                if " " not in type else f"{type} {name}[2] = {{{init}, 1}};",
                                (name,)))
        result.text = f"{name}[0]"

    def reference():
        local()
        other = scene.name("r", "ref")
        scene.front.append(Line(f"{type} &{other} = {name};"))
        if scene.chance(0.5):
            result.text = other

    def address():
        local()
        other = scene.name("q", "at")
        scene.front.append(Line(f"{type} *{other} = &{name};"))
        if scene.chance(0.4):
            result.text = f"(*{other})"

    def unstable():
        scene.front.append(Line(f"volatile {type} {name} = {init};"))
    plain = init.replace(".", "").replace("-", "").replace("f", "").isdigit()
    choose = storage or scene.pick({
        "local": 60, "value_parameter": 6 if plain else 0,
        "reference_parameter": 8 if plain else 0, "pointer_parameter": 4 if plain else 0,
        "global_variable": 4 if plain else 0, "static_local": 2, "member": 5, "element": 2,
        "reference": 3, "address": 3, "unstable": 0.3})
    {"local": local, "value_parameter": value_parameter,
     "reference_parameter": reference_parameter, "pointer_parameter": pointer_parameter,
     "global_variable": global_variable, "static_local": static_local, "member": member,
     "element": element, "reference": reference, "address": address, "unstable": unstable}[choose]()
    return result


def publish(scene, node, scalar, readable=True, live=0.75):
    """Makes the scalar visible to other roles and, likely, after its loop."""
    if readable:
        scene.scalars.append(scalar)
    if not scene.chance(live):
        return
    if scalar.home:
        after = scalar.home.children.index(scalar.below) + 1
        scalar.home.group(scene.random, [scene.consume(scalar.home, scalar.value())], slot=after)
    else:
        scene.results.append(scalar)


def grown(scene, node, first, growth, type):
    """The interval of a scalar that moves by at most `growth` in each iteration."""
    reach = growth * node.total
    low, high = first - reach, first + reach
    if type in RANGES:
        least, most = RANGES[type]
        if low < least or high > most:
            low, high = least, most
    return low, high


# -- inductions -----------------------------------------------------------------

def step_of(scene, type):
    """What an induction moves by: invariant, of at most 19."""
    def half():
        return multiply(literal(0.5, "double"), scene.coefficient())

    def odd():
        return add(multiply(literal(2), scene.size("step")), literal(1), "-")

    def longer():
        return add(scene.size("n"), literal(1))
    if type in FLOATING:
        # 0.1 is the one number here that is no binary fraction: its multiples round.
        step = scene.pick({0.25: 3, 0.5: 4, 1.0: 3, -0.5: 2, 0.1: 1, scene.coefficient: 4, half: 2})
    else:
        step = scene.pick({1: 8, 2: 4, 3: 2, -1: 1, (lambda: scene.size("step")): 2,
                           (lambda: scene.size("c")): 2, odd: 1, longer: 1})
    if callable(step):
        return step()
    return literal(step, "double" if type in FLOATING else "int")


def moved(random, x, e, signs="++-"):
    """An update of `x` by `e`, in one of its spellings."""
    sign = random.choice(signs)
    forms = [f"{x} {sign}= {e.text};", f"{x} {sign}= {e.text};", f"{x} = {x} {sign} {e.inner()};"]
    if sign == "+":
        forms.append(f"{x} = {e.text} + {x};")
    if e.text == "1":
        forms += [f"{x}{sign * 2};", f"{sign * 2}{x};"] * 2
    return random.choice(forms)


def induction(scene, node):
    random = scene.random
    type = random.choice(("long", "long", "int", "int", "unsigned", "short", "unsigned char",
                          "signed char", "double", "double", "float"))
    step = step_of(scene, type)
    kind = scene.pick({"basic": 9, "several": 3, "conditional": 2, "branches": 1, "polynomial": 2,
                       "geometric": 1, "moving": 2, "reset": 1, "flip": 1, "truncated": 1,
                       "subscript": 4, "inner": 3, "coupled": 2, "continued": 1})
    if kind == "subscript":
        type, step = random.choice(("long", "int", "unsigned")), literal(random.choice((1, 1, 2)))
    if kind in ("flip", "truncated", "geometric") and type == "unsigned char":
        type = "int"
    size = {"several": 2 * step.size + 1, "polynomial": step.size + 20, "coupled": step.size,
            "moving": step.size + node.total, "truncated": 3}.get(kind, step.size)
    place = node
    if kind == "inner" and node.children:
        place = random.choice(node.children)
    low, high = grown(scene, place, 1, size + 1, type)
    if kind == "truncated" and RANGES.get(type, (0, 0))[1] < 3000:
        type = "int" if type not in FLOATING else type
        low, high = grown(scene, place, 1, size + 1, type)
    if kind in ("geometric", "flip"):
        low, high = (-100, 100) if type != "unsigned" else RANGES[type]
    x = declare(scene, node, ("x", "y", "z", "at", "pos", "t", "off"), type, low, high)
    text, true = x.text, True

    def several():
        return [moved(random, text, step, "+"), moved(random, text, literal(1), "+-")]

    def branches():
        same = moved(random, text, step, "+")
        other = same if scene.chance(0.6) else moved(random, text, literal(1))
        return [[Block(f"if ({scene.condition(node)})", [Line(same)]),
                 Block("else", [Line(other)])]]

    def polynomial():
        return [moved(random, text, node.index if node.index.size < 20 else literal(2), "+")]

    def geometric():
        if type in FLOATING:
            return [random.choice((f"{text} *= 0.5;", f"{text} = {text} * 0.5;",
                                   f"{text} = 1 - {text} * 0.5;"))]
        if type == "unsigned":
            return [random.choice((f"{text} *= 2;", f"{text} = {text} * 3 + 1;", f"{text} <<= 1;"))]
        return [random.choice((f"{text} = {text} * 2 % 97;", f"{text} = -{text};",
                               f"{text} = ({text} * 3 + 1) & 63;"))]

    def moving():
        change = declare(scene, node, ("dx", "inc"), "double" if type in FLOATING else "int",
                         0, node.total + 3, init="1", storage="local", home=False)
        return [moved(random, text, change.value(), "+"), f"{change.text}++;"]

    def reset():
        zero = f"if ({scene.condition(node)}) {text} = 0;"
        return random.sample([zero, moved(random, text, step)], 2)

    def coupled():
        growth = max(abs(low), abs(high))
        wide = "double" if type in FLOATING else "long"
        y = declare(scene, node, ("y", "z", "yy"), wide, *grown(scene, node, 1, growth, wide),
                    home=False)
        publish(scene, node, y)
        return random.sample([moved(random, y.text, x.value(), "+"), moved(random, text, step)], 2)
    updates = {"several": several, "branches": branches, "polynomial": polynomial,
               "geometric": geometric, "moving": moving, "reset": reset, "coupled": coupled,
               "flip": lambda: [f"{text} = {literal(random.randint(1, 9)).text} - {text};"],
               "truncated": lambda: [f"{text} += 1.5;"],
               "conditional": lambda: scene.guarded(node, [Line(moved(random, text, step))]),
               "continued": lambda: [f"{text} = {text} + {step.inner()} + 1;"],
               }.get(kind, lambda: [moved(random, text, step)])()
    true = kind in ("basic", "several", "subscript", "inner", "continued") or (
        kind == "polynomial" and type not in FLOATING)
    bare = typed(text, type, low, high)
    if kind == "subscript" and scene.chance(0.6) and bare.low >= -100 and bare.high < 800:
        array = scene.array(write=True)
        updates = [scene.stored(node, typed(f"{array}[{text}++]", scene.arrays[array][0], 0, 0),
                                scene.value(node))]
        if updates[0].count("++]") > 1 or "&=" in updates[0]:
            updates = [f"{array}[{text}] = 1;", f"{text}++;"]
    items = [Line(item) if isinstance(item, str) else item for item in updates]
    for _ in range(random.choice((1, 1, 2))):
        items.insert(random.randint(0, len(items)), scene.consume(place, bare))
    place.group(random, items)
    publish(scene, node, x)
    if true and type in ("long", "int", "unsigned", "double", "float") and not x.home:
        scene.inductions.append(x)


def pointer(scene, node):
    """A pointer that walks along an array."""
    random = scene.random
    write = scene.chance(0.5)
    array = scene.array(write=write)
    type = scene.arrays[array][0]
    name = scene.name("p", "it", "cur")
    constant = "" if write else "const "
    scene.front.append(Line(f"{constant}{type} *{name} = {array};", (name,)))
    _, low, high, _ = ELEMENTS[type]
    total = node.total
    step = random.choice(("1", "2", scene.size("step").text)) if total < 250 else "1"
    move = f"{name}++;" if step == "1" else f"{name} += {step};"
    at = typed(f"{array}[0]", type, low, high)
    if scene.chance(0.4):
        text = f"*{name}++"
        if total * 3 > 800:
            text = f"{name}[0]"
        move = None
    else:
        text = f"*{name}"
    if write:
        statement = scene.stored(node, at, scene.value(node, type in FLOATING))
        statement = statement.replace(f"{array}[0]", text, 1)
        # What else stood on the right keeps naming the array.
        items = [Line(statement)]
    else:
        items = [scene.consume(node, Expr(text, at.type, low, high))]
        if items[0].text.count("++") > 1:
            items = [scene.store(node, Expr(text, at.type, low, high))]
        if items[0].text.count("++") > 1:
            return
    if move:
        items.insert(random.randint(0, len(items)), Line(move))
        if scene.chance(0.2):
            items[-1:] = scene.guarded(node, items[-1:])
    node.group(random, items)
    if scene.chance(0.4):
        scene.back.append(Line(f"A0 = long({name} - {array});".replace("A0", scene.out_long())))


# -- reductions -----------------------------------------------------------------

def reduction(scene, node):
    random = scene.random
    operator = scene.pick({"+": 10, "-": 3, "*": 2, "&": 1, "|": 1, "^": 1, "&&": 1, "||": 1,
                           "min": 2, "max": 3, "count": 3})
    type = random.choice({
        "+": ("double", "double", "float", "long", "long", "int", "unsigned", "short"),
        "-": ("double", "long", "int", "unsigned"), "*": ("double", "double", "unsigned", "int"),
        "&&": ("bool", "int"), "||": ("bool", "int"),
        "count": ("long", "int", "unsigned", "short", "double", "signed char"),
        "min": ("double", "long", "int", "float"), "max": ("double", "long", "int", "float"),
    }.get(operator, ("long", "int", "unsigned", "unsigned char", "short")))
    floating = type in FLOATING
    near = scene.pick({None: 60, "read": 6, "mixed": 5, "flipped": 3, "once": 3, "narrow": 4,
                       "conditional": 8, "twice": 5, "chained": 5})
    if scene.clean:
        near, operator, type, floating = None, "+", random.choice(("long", "double")), True
        floating = type == "double"
    limit = min(999, 25000 // max(1, node.total)) if type in ("short", "signed char") else 999
    term = scene.value(node, floating, max(1, limit))
    low, high = {
        "*": (-2**40, 2**40) if floating else RANGES[type], "count": (0, 2 * node.total + 2),
        "min": (-1000, 1000), "max": (-1000, 1000), "&&": (0, 1), "||": (0, 1),
    }.get(operator, grown(scene, node, 2, 3 * 999 if type != "short" else limit, type))
    if operator in ("&", "|", "^"):
        low, high = RANGES[type]
    if operator == "*" and type == "int":
        low, high = -2, 2
    if operator == "count" and type in RANGES:
        low, high = (low, high) if high < RANGES[type][1] else RANGES[type]
    init = {"*": "1", "&": "7", "&&": "1" if type == "int" else "true",
            "||": "0" if type == "int" else "false"}.get(operator)
    if near == "narrow" and operator == "+":
        type, floating = random.choice(("int", "short")), False
        term = scene.value(node, True, max(1, min(99, 9000 // max(1, node.total))))
        low, high = grown(scene, node, 2, 3 * term.size + 3, type)
    s = declare(scene, node, ("s", "sum", "acc", "tot", "mx"), type, low, high, init,
                storage="local" if scene.clean else None, home=False if scene.clean else None)
    x, e = s.text, term.text
    inner = term.inner()

    def plus():
        forms = [f"{x} += {e};", f"{x} += {e};", f"{x} = {x} + {inner};", f"{x} = {e} + {x};"]
        if near == "chained":
            more = fit(scene.value(node, floating, limit, 0), max(1, limit), random).inner()
            forms = [f"{x} = {x} + {inner} + {more};", f"{x} = {inner} + {x} - {more};",
                     f"{x} = ({x} + {inner}) * 1;", f"{x} += {inner} - {more};"]
        if near == "flipped":
            forms = [f"{x} = {inner} - {x};", f"{x} = -({x} + {inner});"]
        return random.choice(forms)

    def minus():
        return random.choice((f"{x} -= {e};", f"{x} = {x} - {inner};"))

    def times():
        if type == "int":
            factor = f"({scene.condition(node, 1)} ? 1 : -1)"
        elif type == "unsigned":
            factor = random.choice(("3u", "5", f"(2u * {node.index.inner()} + 1)"))
        else:
            factor = random.choice(("0.5", "-1.0", f"({scene.condition(node, 1)} ? 1.0 : -1.0)",
                                    f"({scene.condition(node, 1)} ? 0.5 : -1.0)"))
        return random.choice((f"{x} *= {factor};", f"{x} = {x} * {factor};",
                              f"{x} = {factor} * {x};"))

    def bits():
        integer = scene.value(node, False, 999)
        return random.choice((f"{x} {operator}= {integer.text};",
                              f"{x} = {x} {operator} {integer.inner()};",
                              f"{x} = {integer.inner()} {operator} {x};"))

    def logic():
        test = scene.condition(node, 1)
        if scene.chance(0.2) and not scene.clean:
            test = f"{scene.touch()}({scene.value(node, False, 99).text})"
        forms = [f"{x} = {x} {operator} ({test});", f"{x} = ({test}) {operator} {x};"]
        if operator == "&&":
            forms.append(f"if (!({test})) {x} = {'false' if type == 'bool' else '0'};")
            forms.append(f"{x} &= ({test});")
        else:
            forms.append(f"if ({test}) {x} = {'true' if type == 'bool' else '1'};")
            forms.append(f"{x} |= ({test});")
        return random.choice(forms)

    def extreme():
        more, less = (">", "<") if operator == "max" else ("<", ">")
        if scene.chance(0.3):
            more, less = more + "=", less + "="
        if near == "flipped":
            more = less
        value = scene.element(node, (type,)) if scene.chance(0.7) else term
        v = value.text
        forms = [f"if ({v} {more} {x}) {x} = {v};", f"if ({x} {less} {v}) {x} = {v};",
                 f"{x} = {v} {more} {x} ? {v} : {x};", f"{x} = {x} {less} {v} ? {v} : {x};",
                 f"{x} = {x} {more} {v} ? {x} : {v};"]
        if type in ("double", "long"):
            forms.append(f"{x} = {scene.extreme(operator, type)}({x}, {v});")
        return random.choice(forms)

    def count():
        update = random.choice((f"{x}++;", f"++{x};", f"{x} += 1;", f"{x} = {x} + 1;"))
        return random.choice((f"if ({scene.condition(node)}) {update}",
                              f"{x} += {scene.condition(node, 1)} ? 1 : 0;",
                              f"{x} += ({scene.condition(node, 1)});"))
    spelled = {"+": plus, "-": minus, "*": times, "&&": logic, "||": logic, "min": extreme,
               "max": extreme, "count": count}.get(operator, bits)
    items = [Line(spelled())]
    true = near in (None, "conditional", "twice", "chained")
    if near == "twice" and operator in "+-*" and type not in ("short", "signed char"):
        items.append(Line(spelled()))
    if near == "conditional" and not items[0].text.startswith("if"):
        items = scene.guarded(node, items)
    if near == "read":
        items.insert(random.randint(0, len(items)), scene.consume(node, s.value()))
    if near == "mixed" and type not in FLOATING and operator != "*":
        items.insert(random.randint(0, 1), Line(random.choice((
            f"{x} = {x} / 2;", f"{x} = -{x};" if s.low < 0 else f"{x} = {x} / 3;",
            f"if ({scene.condition(node)}) {x} = 0;"))))
    elif near == "mixed":
        items.insert(random.randint(0, 1), Line(random.choice((
            f"{x} *= 0.5;", f"{x} = {x} * -1.0;", f"if ({scene.condition(node)}) {x} = 0;"))))
    if near == "once":
        items = [Block(f"if ({node.index.inner()} == {random.randint(0, 3)})", items)]
    node.group(random, items)
    other = [nest for nest in scene.nests if nest not in node.chain()]
    if other and not s.home and not node.parent and scene.chance(0.3) and operator in "+-" \
            and near is None and type in ("double", "unsigned"):
        other = other[0]
        other.group(random, [Line(f"{x} {operator}= {scene.value(other, floating, 99).text};")])
        s.low, s.high = (s.low - 99 * other.total, s.high + 99 * other.total) \
            if floating else RANGES[type]
    publish(scene, node, s, readable=not scene.clean and scene.chance(0.3), live=0.9)
    if true and not s.home:
        scene.reductions.append(s)
    return s


def element_sum(scene, node):
    """A sum kept in an element of an array of the arena, of small terms."""
    share = scene.headroom / max(1, node.total)
    if share < 1:
        return reduction(scene, node)
    array = scene.array([t for t in ELEMENTS if t not in ("signed char", "unsigned")], write=True)
    term = fit(scene.value(node, scene.arrays[array][0] in FLOATING), min(share, 3), scene.random)
    scene.headroom -= term.size * node.total
    at = scene.random.choice(("0", "1", "-1", "40", scene.size("m").text))
    if node.parent:
        at = scene.random.choice((at, node.parent.index.text))
    node.group(scene.random, [Line(f"{array}[{at}] += {term.text};")])


def arg_extreme(scene, node):
    random = scene.random
    type = random.choice(("double", "long", "int"))
    best = declare(scene, node, ("best", "hi"), type, -1000, 1000, home=False)
    where = declare(scene, node, ("where", "arg"), "long", -200, 900, init="-1", home=False)
    value = scene.element(node, (type,))
    relation = random.choice(("> {b}", ">= {b}", "< {b}", "<= {b}"))
    test = f"{value.text} {relation.format(b=best.text)}"
    if scene.chance(0.2):
        test = f"{test} || {where.text} < 0"
    updates = [Line(f"{best.text} = {value.text};"), Line(f"{where.text} = {node.index.text};")]
    random.shuffle(updates)
    if scene.chance(0.2):
        updates.pop()
    node.group(random, [Block(f"if ({test})", updates)])
    publish(scene, node, best, readable=False)
    publish(scene, node, where, readable=scene.chance(0.2))


def entangled(scene, node):
    """Two accumulators of which one is made of the other."""
    random = scene.random
    s = declare(scene, node, ("s", "u1"), "long", -200, 200, home=False)
    t = declare(scene, node, ("t", "u2"), "long", *grown(scene, node, 2, 200, "long"), home=False)
    e = scene.value(node, False, 99)
    pairs = [[f"{s.text} = ({s.text} + {e.inner()}) % 100;", f"{t.text} += {s.text};"],
             [f"{s.text} = ({s.text} + {t.text}) % 100;", f"{t.text} += {e.text};"],
             [f"{t.text} += {e.text};", f"{s.text} = {t.text} & 63;"],
             [f"{t.text} += {e.text} + {s.text};", f"{s.text} = {e.text};"]]
    items = [Line(text) for text in random.choice(pairs)]
    random.shuffle(items)
    node.group(random, items)
    publish(scene, node, s)
    publish(scene, node, t)


# -- values of one iteration, and of the one before -----------------------------

def private(scene, node):
    """Written before it is read in each iteration, or nearly so."""
    random = scene.random
    type = random.choice(("double", "double", "long", "int", "float", "short", "unsigned"))
    floating = type in FLOATING
    inside = scene.chance(0.4)
    e = scene.value(node, floating, 499 if type != "unsigned" else 255)
    if type == "unsigned":
        e = fit(e, 255, random) if e.low >= 0 else Expr(f"({e.inner()} & 127)", e.type, 0, 127)
    low, high = (min(e.low, -3), max(e.high, 3)) if type != "unsigned" else (0, 900)
    if inside:
        name = scene.name("t", "tmp", "v")
        text, t = name, typed(name, type, low, high)
        items = [Line(f"{type} {name} = {e.text};", (name,))]
    else:
        scalar = declare(scene, node, ("t", "tmp", "v"), type, low, high,
                         storage="local" if scene.clean else None)
        text, t = scalar.text, scalar.value()
        items = [Line(f"{text} = {e.text};")]
        kind = scene.pick({"plain": 8, "assigned": 2, "chained": 1, "guarded": 3, "same": 3,
                           "late": 2})
        if scene.clean:
            kind = "plain"
            scene.privates.append(scalar.name)
        if kind == "assigned":
            inner = scene.consume(node, t)
            items = [Line(f"if (({text} = {e.text}) {random.choice('<>')} 1) {inner.text}")] \
                if not inner.text.startswith("if") else items
        elif kind == "chained":
            other = declare(scene, node, ("w1", "both"), type, low, high, home=False)
            items = [Line(f"{other.text} = {text} = {e.text};")]
            publish(scene, node, other)
        elif kind == "guarded":
            items = scene.guarded(node, items)
        elif kind == "same":
            test = scene.condition(node)
            again = test if scene.chance(0.6) else scene.condition(node)
            items = [Block(f"if ({test})", items),
                     Block(f"if ({again})", [scene.consume(node, t)])]
        publish(scene, node, scalar, readable=not scene.clean and scene.chance(0.4),
                live=0 if scene.clean else 0.35)
        if kind == "late":
            items.insert(0, scene.consume(node, t))
    if scene.chance(0.3):
        items += scene.guarded(node, [Line(f"{text} = {fit(scene.value(node, floating), max(1, min(-low, high)), random).text};"
                                           if low < 0 else f"{text} = {text} / 2;")], 0.6)
    for _ in range(random.choice((1, 1, 2))):
        items.append(scene.consume(node, t))
    node.group(random, items)


def last_value(scene, node):
    """Assigned in the loop, used after it; surely, or under a condition."""
    random = scene.random
    type = random.choice(("double", "long", "int", "float", "short"))
    e = scene.value(node, type in FLOATING, 499)
    last = declare(scene, node, ("last", "final", "z"), type, min(e.low, 0), max(e.high, 2))
    node.group(random, scene.guarded(node, [Line(f"{last.text} = {e.text};")], 0.4))
    publish(scene, node, last, readable=scene.chance(0.2), live=1.0)


def carried(scene, node):
    """The value of the iteration before: `prev`, wrap-around indices, swaps, rotations."""
    random = scene.random
    kind = random.choice(("prev", "prev", "wrap", "swap", "rotate", "filter"))
    if kind == "wrap":
        last = declare(scene, node, ("last", "before", "wrap"), "long", -100, 800,
                       init=random.choice(("0", "-1", "5")), home=False)
        node.group(random, [scene.consume(node, last.value()),
                            Line(f"{last.text} = {fit(node.index, 700, random).text};")])
        publish(scene, node, last, readable=scene.chance(0.3))
        return
    type = random.choice(("double", "long", "int"))
    e = scene.value(node, type in FLOATING, 200)
    prev = declare(scene, node, ("prev", "old", "p1"), type, -1000, 1000)
    x = prev.text
    if kind in ("swap", "rotate"):
        other = declare(scene, node, ("next", "p2"), type, -1000, 1000, init="2", home=False)
        temporary = scene.name("t", "hold")
        items = [Line(f"{type} {temporary} = {x};", (temporary,)),
                 Line(f"{x} = {other.text};"),
                 Line(f"{other.text} = {temporary if kind == 'swap' else e.text};")]
        items.insert(random.randint(0, 3), scene.consume(node, other.value()))
        publish(scene, node, other)
    elif kind == "filter":
        update = f"{x} = {x} * 0.5 + {e.inner()};" if type == "double" else \
            f"{x} = ({x} + {e.inner()}) / 2;"
        items = [Line(update), scene.consume(node, prev.value())]
        random.shuffle(items)
    else:
        items = [scene.consume(node, prev.value()), Line(f"{x} = {e.text};")]
        if scene.chance(0.25):
            items.reverse()
        items[-1:] = scene.guarded(node, items[-1:], 0.2)
    node.group(random, items)
    publish(scene, node, prev)


def work_array(scene, node):
    """A small array, filled by each iteration wholly, partly, or in turn."""
    random = scene.random
    type = random.choice(("double", "int"))
    name = scene.name("w", "buf", "row")
    kind = random.choice(("ring", "ring", "filled", "filled", "partial", "slots"))
    if node.total > 150 and kind in ("filled", "partial"):
        kind = "ring"
    size = random.choice((4, 8))
    declaration = Line(f"{type} {name}[{size}] = {{}};", (name,))
    inside = kind in ("filled", "partial") and scene.chance(0.3)
    if not inside:
        scene.front.append(declaration)
    at = f"{node.index.inner()} & {size - 1}"
    limit = 499
    e = scene.value(node, type in FLOATING, limit)

    def read(where):
        return typed(f"{name}[{where}]", type, -500, 500)
    if kind == "ring":
        other = random.choice((at, at, f"({node.index.text} + 1) & {size - 1}", "0"))
        items = [Line(f"{name}[{at}] = {e.text};"), scene.consume(node, read(other))]
        if scene.chance(0.5):
            items.reverse()
    elif kind == "slots":
        items = [Line(f"{name}[0] = {e.text};"),
                 Line(f"{name}[1] = {fit(scene.value(node, type in FLOATING), 499, random).text};"),
                 scene.consume(node, read(random.choice(("0", "1", at))))]
        items[:1] = scene.guarded(node, items[:1], 0.3)
    else:
        q = scene.name("q", "jj")
        bound = str(size) if kind == "filled" else random.choice(
            (str(size - 1), fit(scene.size("k"), size, random).text))
        start = random.choice(("0", "0", "1"))
        index = Expr(q, "int", 0, size)
        term = add(fit(e, 200, random), index) if scene.chance(0.5) else e
        filling = Loop(f"for (int {q} = {start}; {q} < {bound}; ++{q})",
                       [Line(f"{name}[{q}] = {fit(term, 499, random).text};")], index=(q,))
        if bound not in ("3", "4", "7", "8"):
            filling.header = f"for (int {q} = {start}; {q} < {bound} && {q} < {size}; ++{q})"
        items = [filling, scene.consume(node, read(random.choice(("0", str(size - 1), at))))]
        if inside:
            items.insert(0, declaration)
    node.group(random, items)
    if not inside and scene.chance(0.3):
        scene.results.append(Scalar(f"{name}[{random.randrange(size)}]", type, -500, 500, name))


# -- control that depends on scalars --------------------------------------------

def flag(scene, node):
    random = scene.random
    found = declare(scene, node, ("found", "seen", "bad"), random.choice(("int", "bool")), 0, 1,
                    init="0")
    x = found.text
    test = scene.condition(node)
    kind = scene.pick({"set": 4, "guard": 4, "break": 2, "continue": 2})
    items = [Line(f"if ({test}) {x} = {'true' if found.type == 'bool' else '1'};")]
    if kind == "guard":
        items.append(Block(f"if ({random.choice(('!', ''))}{x})", [scene.store(node)]))
        random.shuffle(items)
    elif kind == "break":
        items.append(Line(f"if ({x}) break;"))
        node.leaves = True
    elif kind == "continue" and node.may_continue:
        items.append(Line(f"if ({x}) continue;"))
        scene.skips = True
    node.group(random, items)
    publish(scene, node, found)


def early(scene, node):
    """break, continue, return, goto."""
    test = scene.condition(node)
    kind = scene.pick({"continue": 6 if node.may_continue else 0, "break": 3, "return": 1,
                       "goto": 1})
    scene.skips = True
    if kind in ("break", "return", "goto"):
        node.leaves = True
    top = node.chain()[-1]
    if kind == "return":
        leave = "return;" if scene.kernel.result == "void" else "return 1;"
    elif kind == "goto":
        label = scene.name("done", "out")
        top.after.insert(0, Line(f"{label}:;"))
        leave = f"goto {label};"
    else:
        leave = f"{kind};"
    node.group(scene.random, [Line(f"if ({test}) {leave}")])


def halving(scene, node):
    """An inner loop whose number of trips depends on data."""
    random = scene.random
    if node.total > 200:
        return private(scene, node)
    t = scene.name("t", "r", "v")
    e = scene.value(node, False, 499)
    steps = declare(scene, node, ("steps", "cnt"), "int", 0, node.total * 12 + 2, home=False)
    body = [Line(random.choice((f"{t} /= 2;", f"{t} = {t} / 2;", f"{t} >>= 1;")))]
    if scene.chance(0.6):
        body.insert(random.randint(0, 1), Line(moved(random, steps.text, literal(1), "+")))
    if scene.chance(0.2):
        body.append(Line(f"if ({scene.condition(node)}) break;"))
    loop = Loop("do", body, f"while ({t} > 1);") if scene.chance(0.2) else Loop(
        random.choice((f"while ({t} > 1)", f"for (; {t} > 1;)")), body)
    items = [Line(f"long {t} = {e.text};", (t,)), loop,
             scene.consume(node, typed(t, "long", -500, 500))]
    node.group(random, items)
    publish(scene, node, steps)


def switched(scene, node):
    random = scene.random
    x = declare(scene, node, ("mode", "state"), "int", 0, 3)
    selector = random.choice((f"{x.text}", f"{node.index.inner()} % 3", f"{x.text} & 1"))
    cases = [Line("case 0:"), Line(f"{x.text} = {random.randint(0, 3)};"), Line("break;"),
             Line("case 1:"), scene.store(node), Line("break;"), Line("default:"),
             Line(f"{x.text} = ({x.text} + 1) & 3;")]
    if scene.chance(0.3):
        del cases[2]
    node.group(random, [Block(f"switch ({selector})", cases)])
    publish(scene, node, x)


def expression(scene, node):
    """Increments inside expressions, the comma, compound assignments of assignments."""
    random = scene.random
    top = grown(scene, node, 2, 3, "long")[1]
    x = declare(scene, node, ("cnt", "id"), random.choice(("long", "int")), 0, top, home=False)
    y = declare(scene, node, ("yy", "lag"), "long", *grown(scene, node, 2, top, "long"), home=False)
    first = fit(Expr(f"{x.text}++", "long", 0, top), 10**9, random)
    use = scene.store(node, first)
    forms = [Line(f"{x.text} += 1, {y.text} -= {x.text};"),
             Line(f"{y.text} = {x.text}++;"), Line(f"{y.text} = ++{x.text};"),
             Line(f"{y.text} = ({x.text} += 2) + 1;"),
             Line(f"{y.text} = {x.text} += 1;"),
             Line(f"if ({x.text}++ > 3) {y.text} = {node.index.text};"),
             Line(f"if ({scene.condition(node, 1)} && {x.text}++ < 5) {y.text} = 1;")]
    if use.text.count("++") == 1 and use.text.count(x.text) == 1 and "?" not in use.text:
        forms += [use] * 4
    node.group(random, [random.choice(forms)])
    publish(scene, node, x)
    publish(scene, node, y)


def shadowed(scene, node):
    """A block that declares a name again."""
    random = scene.random
    known = [s for s in scene.visible(node) if s.text == s.name]
    name = random.choice(known).name if known and scene.chance(0.7) else node.index.text
    if not name.isidentifier() or name in SIZES_IN_USE:
        return private(scene, node)
    e = scene.value(node, False, 99)
    while name in e.text:
        e = literal(random.randint(1, 9))
    inner = Expr(name, "long", e.low, e.high)
    target = scene.store(node)
    for _ in range(5):
        if name not in target.text:
            break
        target = scene.store(node)
    else:
        return private(scene, node)
    items = [Line(f"long {name} = {e.text};", (name,)), target, Line(f"{name} += 2;")]
    array = scene.array(("long", "int", "double"), write=True)
    if array != name:
        items.append(Line(f"{array}[{random.randint(0, 9)}] = {inner.text};"))
    node.group(random, [Block("", items)])


SIZES_IN_USE = ("n", "m", "k", "step", "shift", "c", "x")


def bumped(scene, node):
    """The index itself, changed by the body."""
    if not node.counters or not node.header.startswith("for") or not node.canonical \
            or "++" not in node.header:
        return carried(scene, node)
    index = node.counters[0]
    node.canonical = node.counted = False
    node.group(scene.random, [Line(f"if ({scene.condition(node)}) ++{index};")])


def statement(scene, node):
    """An array statement without a role of its own."""
    items = [scene.store(node) for _ in range(scene.random.choice((1, 1, 2)))]
    if scene.clean:
        items = items[:1]
    node.group(scene.random, scene.guarded(node, items, 0.0 if scene.clean else 0.25))


ROLES = {induction: 22, pointer: 4, reduction: 22, element_sum: 3, arg_extreme: 3, entangled: 3,
         private: 14, last_value: 6, carried: 8, work_array: 6, flag: 3, early: 3, halving: 3,
         switched: 1, expression: 4, shadowed: 2, bumped: 1, statement: 8}
CLEAN_ROLES = {reduction: 4, private: 3, statement: 3}
