# ===- scalar_values.py - private, last, carried values, and control -----------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# The roles of a scalar that does not accumulate: a value of one iteration (private, if nothing is
# read before it is written), of the last one, of the one before, a flag that steers the loop, a
# small work array; and statements that update scalars in the middle of an expression. As in
# scalar_roles.py, each comes with what only looks like it.
#
# ===------------------------------------------------------------------------===#

from kernel import Block, Line, Loop
from scalar_roles import declare, grown, moved, publish
from scalar_scene import FLOATING, Expr, Scalar, add, fit, literal, typed


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
        again = f"{text} = {text} / 2;"
        if low < 0:
            value = fit(scene.value(node, floating), max(1, min(-low, high)), random)
            again = f"{text} = {value.text};"
        items += scene.guarded(node, [Line(again)], 0.6)
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
    """A flag set in the loop; it may guard other statements or end the iteration or the loop."""
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
    """A small state machine, or a state that a switch on the index sets."""
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
    if not name.isidentifier():
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


def bumped(scene, node):
    """The index itself, changed by the body."""
    if not node.counters or not node.header.startswith("for") or not node.canonical \
            or "++" not in node.header or "!=" in node.header:
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
