# ===- scalar_roles.py - inductions and reductions, and near misses ------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Each role is a function of the scene and one loop. It declares a scalar or two, adds statements
# that give it its role to the body of the loop, and says what of it is visible outside. A role
# comes with its near misses: the conditional induction, the sum that is read in mid-loop, the
# guard of the read that is not the guard of the write. Roles know nothing of each other; what they
# declare may be read by any other. The other half of the roles is in scalar_values.py.
#
# The interval of a scalar is worked out before anyone reads it: growth of a step times the trips
# of all loops around it.
#
# ===------------------------------------------------------------------------===#

from kernel import Block, Line
from scalar_scene import (ELEMENTS, FLOATING, RANGES, Expr, Scalar, add, fit, literal, multiply,
                          typed)

# -- storage --------------------------------------------------------------------

def declare(scene, node, bases, type, low, high, init=None, storage=None, home=None):
    """A new scalar with an initial value, stored in one of many ways."""
    name = scene.name(*bases)
    # Parameters and globals are set where nothing but numbers is known.
    if init is None:
        init = literal(scene.random.choice((0, 0, 0, 1, 2) if type not in FLOATING
                                           else (0, 0, 0.5, 1)), type).text
    if type in RANGES:
        low, high = max(low, RANGES[type][0]), min(high, RANGES[type][1])
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
    """A variable that moves by a step: once or several times, in an inner loop, under a condition,
    by a step that moves itself, by its own value (geometric), by the index (polynomial)."""
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
    # One more than the step: `continued` adds it, and the first value may be 2.
    low, high = grown(scene, place, 1, size + 1, type)
    # Out of its range a floating-point value must not be converted.
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
    """An accumulator of any operator in any spelling. The near misses: read in mid-loop, two
    operators, `s = e - s`, one iteration only, a conversion at each step."""
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
    # Truncated at each step, the order of the terms matters; a term must not leave the range.
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
    # A second loop may go on with the same accumulator, in a type that cannot overflow.
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
    """The extreme and where it was; which of two equal ones depends on the comparison."""
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
