# ===- cxx_features.py - statements that C++ kernels are composed of ---------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Each function of STATEMENTS returns a list of items for the body of a loop. Where C++ offers a
# right way and one that only looks like it (capture by value or by reference, a guard that counts
# or not, a temporary assigned before it is read or after), the function draws one of them: what is
# parallel is for the oracle to find out, not for the generator to know.
#
# To add one: write a function, decorate it, give it a weight.
#
# ===------------------------------------------------------------------------===#

import re

from cxx_maker import Place
from cxx_storage import make_scalar, weight
from kernel import Block, Line, Loop

STATEMENTS = {}


def statements(make, number):
    items = []
    for _ in range(number):
        make.fuel -= 1
        items += make.weighted(STATEMENTS)(make) if make.fuel > 0 else store(make)
    return items


def kind_of(make):
    return make.pick("long", "long", "long", "double")


# Stores


@weight(STATEMENTS, 30)
def store(make):
    target, kind = make.lvalue() or ("", "")
    return [Line(f"{target} = {make.stored(kind)};")] if target else accumulate(make)


@weight(STATEMENTS, 9)
def add_to_element(make):
    target, kind = make.lvalue() or ("", "")
    if not target:
        return accumulate(make)
    if kind == "long" and make.chance(20):
        return [Line(make.pick(f"++{target};", f"--{target};", f"{target} ^= 5;",
                               f"{target} = -{target};"))]
    return [Line(f"{target} {make.pick('+=', '-=')} {make.addend(kind)};")]


@weight(STATEMENTS, 4)
def store_twice(make):
    array = make.random.choice([array for array in make.arrays if array.writable])
    first, second, value = make.element(array), make.element(array), make.stored(array.kind)
    return [Line(make.pick(f"{first} = {second} = {value};",
                           f"{first} = {value}, {second} = {first};",
                           f"({make.condition()} ? {first} : {second}) = {value};"))]


@weight(STATEMENTS, 5)
def swap(make):
    arrays = [array for array in make.arrays if array.writable]
    if not arrays:
        return store(make)
    array = make.random.choice(arrays)
    return [Line(f"std::swap({make.element(array)}, {make.element(array)});")]


@weight(STATEMENTS, 5)
def reference_to_element(make):
    target = make.lvalue()
    if not target:
        return store(make)
    text, kind = target
    name, pointer = make.fresh("cell"), make.chance(40)
    use = f"(*{name})" if pointer else name
    declaration = f"auto *{name} = &{text};" if pointer else f"auto &{name} = {text};"
    if make.chance(15):
        declaration = f"auto {name} = {text};"  # a copy: what is stored is lost
        use = name
    place = Place(use, kind, kind, True, make.level())
    make.places.append(place)
    items = [Line(declaration), *make.block(), Line(make.pick(
        f"{use} = {make.stored(kind)};", f"{use} += {make.addend(kind)};"))]
    make.places.remove(place)
    return [Block("", items)]


# Scalars in their roles


@weight(STATEMENTS, 22)
def accumulate(make):
    level = make.random.randrange(1, make.level())
    kind = kind_of(make)
    scalar = make_scalar(make, level, kind)
    text = make.random.choice(scalar.texts)
    by = make.addend(kind)
    style = make.weighted({"add": 10, "extreme": 4, "bits": 2, "count": 2, "logical": 2,
                           "recurrence": 2, "read": 3, "last": 2, "short-circuit": 2, "short": 1})
    pure, items = not scalar.overlaps, []
    if style == "extreme":
        best = make.value(kind)
        function, compare = make.pick(("max", ">"), ("min", "<"))
        items = [Line(f"{text} = std::{function}<{kind}>({text}, {best});")]
        if make.chance(50):
            name = make.fresh("candidate")
            items = [Line(f"{kind} {name} = {best};", (name,)),
                     make.pick(Line(f"{text} = {name} {compare} {text} ? {name} : {text};"),
                               Block(f"if ({name} {compare} {text})", [Line(f"{text} = {name};")]))]
            items = [Block("", items)]
        if make.chance(15):
            items.append(Line(f"{text} -= {by};"))
            pure = False
    elif style == "bits" and kind == "long":
        items = [Line(f"{text} {make.pick('^=', '|=', '&=')} {make.value()};")]
    elif style == "count" and kind == "long":
        items = [Block(f"if ({make.condition()})", [Line(make.pick(f"++{text};", f"({text})++;"))])]
    elif style == "logical" and kind == "long":
        items = [Line(f"{text} = {text} {make.pick('&&', '||')} {make.condition()};")]
    elif style == "recurrence":
        pure = False
        items = [Line(f"{text} = ({text} % 1000 * 3 + {by}) % 1000;" if kind == "long"
                      else f"{text} = 0.5 * {text} + {by};")]
    elif style == "last":
        pure = False
        items = [Line(f"{text} = {make.stored(kind)};")]
        if make.chance(50):
            items = [Block(f"if ({make.condition()})", items)]
    elif style == "short-circuit" and kind == "long":
        target = make.lvalue("long")
        pure = False
        items = [Block(f"if ({make.condition()} && ({text} += {by}) % 3 == 0)",
                       [Line(f"{target[0]} = {make.stored('long')};") if target else Line(";")])]
    elif style == "short" and kind == "long":
        name = make.fresh("narrow")
        make.frames[level].before.append(
            Line(f"{make.pick('short', 'unsigned char', 'int', 'float')} {name} = 0;", (name,)))
        make.use_after(level, f"long({name})", "long")
        make.accumulators.append(name)
        return [Line(f"{name} += {by};")]
    else:
        times = make.pick(1, 1, 2)
        for _ in range(times):
            update = make.random.choice(scalar.updates) if scalar.updates and make.chance(60) else (
                make.weighted({f"{text} += {{}};": 6, f"{text} -= {{}};": 1,
                               f"{text} = {text} + {{}};": 3, f"{text} = {{}} + {text};": 1}))
            items.append(Line(update.format(by)))
        if style == "read":
            pure = False
            target = make.lvalue(kind)
            reading = make.random.choice(scalar.texts + scalar.reads)
            if target:
                items.append(Line(f"{target[0]} = {reading}{' % 1000' if kind == 'long' else ''};"))
    if pure:
        make.accumulators.append(scalar.name)
    make.use_after(level, make.random.choice(scalar.texts + scalar.reads), kind)
    return items


@weight(STATEMENTS, 10)
def temporary(make):
    """A value of the iteration, by one of many ways to declare it."""
    kind, name, value = kind_of(make), make.fresh("t"), make.stored
    form = make.pick("plain", "plain", "auto", "pair", "structure", "array", "bound", "late",
                     "const reference", "init-if")
    if form == "auto":
        items = [Line(f"const auto {name} = {kind}({value(kind)});", (name,))]
    elif form == "pair":
        items = [Line(f"std::pair<{kind}, long> {name}({value(kind)}, {value('long')});", (name,))]
        name += ".first"
    elif form == "structure":
        items = [Block("struct Two", [Line(f"{kind} one, two;")], ";"),
                 Line(f"Two {name}{{{kind}({value(kind)}), {make.pick('0', '1')}}};", (name,)),
                 Line(f"{name}.two {make.pick('=', '+=')} {name}.one;")]
        name += ".two"
        body = make.block(2, [(name, kind)])
        return [Block("", items + body)]
    elif form == "array":
        pair = f"{kind}({value(kind)}), {kind}({value(kind)})"
        items = [Line(f"{kind} {name}[2] = {{{pair}}};", (name,))]
        name += make.pick("[0]", "[1]")
    elif form == "bound":
        other = make.fresh("u")
        items = [Line(f"auto [{name}, {other}] = std::pair<{kind}, {kind}>"
                      f"({value(kind)}, {value(kind)});")]
        make.add_value(other, kind)
    elif form == "late":
        items = [Line(f"{kind} {name} = 0;", (name,)),
                 Block(f"if ({make.condition()})", [Line(f"{name} = {value(kind)};")])]
    elif form == "const reference":
        items = [Line(f"const {kind} &{name} = {make.leaf(kind)};")]
        if kind == "long":
            items.append(Line(f"const long {name}_small = {name} % 1000;", (f"{name}_small",)))
            name += "_small"
    elif form == "init-if":
        body = make.block(2, [(name, kind)])
        return [Block(f"if ({kind} {name} = {value(kind)}; {name} > {make.pick(0, 1)})", body)]
    else:
        items = [Line(f"{kind} {name} = {value(kind)};", (name,))]
    make.add_value(name, kind)
    return items + statements(make, 1)


@weight(STATEMENTS, 8)
def outer_temporary(make):
    """A variable from outside the loop that is assigned before it is read, or not."""
    kind, level = kind_of(make), make.random.randrange(1, make.level())
    scalar = make_scalar(make, level, kind)
    text = scalar.texts[0]
    assign = Line(f"{text} = {make.stored(kind)};")
    conditional = Block(f"if ({make.condition()})", [assign])
    target = make.lvalue(kind)
    reading = make.random.choice(scalar.texts + scalar.reads)
    use = Line(f"{target[0]} = {reading};") if target else Line(";")
    if target and kind == "long":
        use = Line(f"{target[0]} = {reading} % 1000;")
    if make.chance(35):
        make.use_after(level, text, kind)
    order = make.weighted({"first": 6, "late": 2, "sometimes": 2, "both": 1})
    return {"first": [assign, use], "late": [use, assign], "sometimes": [conditional, use],
            "both": [conditional, use, assign]}[order]


@weight(STATEMENTS, 4)
def shadowed(make):
    """An inner variable with the name of an outer one."""
    level, kind = make.random.randrange(1, make.level()), "long"
    name = make.fresh("s")
    make.frames[level].before.append(Line(f"long {name} = 2;", (name,)))
    make.use_after(level, name, kind)
    inner = Line(f"{name} += {make.addend(kind)};")
    target = make.lvalue(kind)
    items = [Line(f"long {name} = {make.stored(kind)};", (name,)), inner]
    if target:
        items.append(Line(f"{target[0]} = {name} % 1000;"))
    outer = []
    if make.chance(50):
        outer = [Line(f"{name} += {make.addend(kind)};")]
    make.accumulators.append(name)
    return [Block("", items)] + outer


@weight(STATEMENTS, 3)
def state_machine(make):
    kind = "Mode"
    make.shared(kind, lambda: make.define("enum class Mode { Idle, Up, Down };"))
    level, name = make.random.randrange(1, make.level()), make.fresh("mode")
    declaration = Line(f"{kind} {name} = {kind}::Idle;", (name,))
    step = make.pick(f"{name} = {name} == {kind}::Up ? {kind}::Down : {kind}::Up;",
                     f"{name} = {make.condition()} ? {kind}::Up : {kind}::Idle;")
    target = make.lvalue("long")
    test = Block(f"if ({name} == {kind}::Up)",
                 [Line(f"{target[0]} = {make.stored('long')};") if target else Line(";")])
    inside = make.chance(40)
    if not inside:
        make.frames[level].before.append(declaration)
    order = make.pick([Line(step), test], [test, Line(step)])
    return [Block("", [declaration, *order])] if inside else order


# Control flow


@weight(STATEMENTS, 14)
def branch(make):
    items = [Block(f"if ({make.condition()})", make.block())]
    if make.chance(40):
        items.append(Block("else", make.block()))
    return items


@weight(STATEMENTS, 4)
def switch(make):
    subject = make.value("long", 1)
    cases = []
    for case in range(make.pick(2, 3)):
        cases += [Line(f"case {case}:"), Block("", make_breakless(make))]
        if make.chance(75):
            cases.append(Line("break;"))
        else:
            cases.append(Line("[[fallthrough]];"))
    cases += [Line("default:"), Block("", make_breakless(make))]
    return [Block(f"switch (({subject}) & 3)", cases)]


def make_breakless(make):
    """A nested block from which `break` would leave the switch instead of the loop."""
    frame = make.frames[-1]
    saved, frame.may_break = frame.may_break, False
    items = make.block(1)
    frame.may_break = saved
    return items


@weight(STATEMENTS, 4)
def skip(make):
    frame = make.frames[-1]
    if frame.may_continue and make.chance(60):
        return [Block(f"if ({make.condition()})", [Line("continue;")]), *statements(make, 1)]
    label = make.fresh("next")
    return [Block("", [Block(f"if ({make.condition()})", [Line(f"goto {label};")]),
                       *make.block()]),
            Line(f"{label}:;")]


@weight(STATEMENTS, 2)
def leave(make):
    if not make.frames[-1].may_break:
        return store(make)
    return [Block(f"if ({make.condition()})", [Line("break;")]), *statements(make, 1)]


@weight(STATEMENTS, 4)
def caught_inside(make):
    what = make.pick("long", "const long &", "...")
    name = "" if what == "..." else " code"
    thrown = make.stored("long")
    throw = [Block(f"if ({make.condition()})", [Line(f"throw long({thrown});")])]
    values = [("code", "long")] if name else []
    body = make.block(1, function=True)
    return [Block("try", make.pick(throw + body, body + throw)),
            Block(f"catch ({what}{name})", make.block(1, values, function=True))]


@weight(STATEMENTS, 2)
def thrown_outside(make):
    make.throws = True
    return [Block(f"if ({make.condition()})",
                  [Line(f"throw {make.pick('7L', 'long(' + make.stored('long') + ')')};")]),
            *statements(make, 1)]


@weight(STATEMENTS, 12)
def inner_loop(make):
    if make.level() > 3 or make.trips() > 300:
        return store(make)
    return make.loop(make)


@weight(STATEMENTS, 5)
def work_array(make):
    """An array for the work of one iteration, filled before it is read, or only in part."""
    name, kind = make.fresh("work"), make.pick("long", "double")
    level = make.random.randrange(1, make.level() + 1)
    text = make.pick(f"{kind} {name}[12] = {{}};", f"std::array<{kind}, 12> {name}{{}};",
                     f"std::vector<{kind}> {name}(12);")
    declaration = Line(text, (name,))
    inside = level == make.level()
    if not inside:
        make.frames[level].before.append(declaration)
        if make.chance(20):
            make.use_after(level, f"{name}[{make.pick(0, 3)}]", kind)
    j, q = make.fresh("j"), make.fresh("q")
    size = make.size(make.pick("m", "k"))
    wider = make.pick(0, 0, 0, 1)
    fill = Loop(f"for (long {j} = 0; {j} < {size}; ++{j})",
                [Line(f"{name}[{j}] {make.pick('=', '=', '=', '+=')} {make.addend(kind)};")],
                index=(j,))
    target = make.lvalue(kind)
    reading = f"{name}[{q}]" if kind == "double" else f"{name}[{q}] % 100"
    use = f"{target[0]} += {'0.125 * ' if kind == 'double' else ''}{reading};" if target else ";"
    if kind == "double" and target:
        use = f"{target[0]} = {reading};"
    read = Loop(f"for (long {q} = 0; {q} < {size}{' + 1' * wider}; ++{q})", [Line(use)],
                index=(q,), braces=make.chance(50))
    items = make.pick([fill, read], [fill, read], [fill, read], [read, fill])
    return [Block("", [declaration, *items])] if inside else items


# Functions and lambdas


@weight(STATEMENTS, 8)
def call(make):
    """A helper function: pure, or with effects that its call does not show."""
    name = make.fresh("helper")
    form = make.weighted({"global": 3, "static": 3, "pointer": 3, "recursive": 2, "out": 3,
                          "overload": 1, "reads global": 2, "default": 2, "container": 2})
    target, value = make.lvalue("long"), make.stored("long")
    target = target[0] if target else make.global_scalar()
    if form in ("global", "reads global"):
        variable = make.shared("global", make.global_scalar)
        body = []
        if form == "global":
            body.append(Line(f"{variable} {make.pick('+=', '+=', '=')} x % 100;"))
        reads = form == "reads global" or make.chance(40)
        body.append(Line(f"return (x + {variable}) % 1000;" if reads else "return x;"))
        make.define(Block(f"static long {name}(long x)", body))
        make.shared("keep global", lambda: make.teardown.append(Line(f"A.keep({variable});")))
    elif form == "static":
        make.define(Block(f"static long {name}(long x)", [
            Line("static long last = 0;", ("last",)),
            Block("if (x == -99999)", [Line("last = 0;")]),
            Line(make.pick("last = x;", "last = (last + x) % 1000;", "++last;")),
            Line(make.pick("return last;", "return last;", "return x;"))]))
        make.setup.append(Line(f"{name}(-99999);"))  # as if it had never been called
    elif form == "pointer":
        make.define(Block(f"static void {name}(long *to, {make.pick('const ', '')}long *from)", [
            Line(make.pick("*to = *from % 1000;", "*to += *from % 100;",
                           "to[0] = 7, *to -= *from;"))]))
        arrays = [array for array in make.arrays
                  if array.type == "long" and array.writable]
        if arrays:
            first, second = (make.element(make.random.choice(arrays)) for _ in range(2))
            return [Line(f"{name}(&{first}, &{second});")]
        return [Line(f"{name}(&{make.global_scalar()}, &{make.global_scalar()});")]
    elif form == "recursive":
        end = make.pick("return 1;", "return 1;",
                        f"return ++{make.shared('global', make.global_scalar)} % 100;")
        make.define(Block(f"static long {name}(long x)", [
            Block("if (x <= 0)", [Line(end)]), Line(f"return {name}(x / 2 - 1) + x % 3;")]))
    elif form == "out":
        mode = make.pick("=", "=", "+=")
        make.define(Block(f"static bool {name}(long x, long &out)", [
            *([Block("if (x % 2 != 0)", [Line("return false;")])] if make.chance(50) else []),
            Line(f"out {mode} x % 50;"), Line("return true;")]))
        level = make.random.randrange(1, make.level() + 1)
        out = make.fresh("out")
        declaration = Line(f"long {out} = 0;", (out,))
        if level < make.level():
            make.frames[level].before.append(declaration)
        items = [Block(f"if ({name}({value}, {out}))", [Line(f"{target} = {out} % 1000;")])]
        return items if level < make.level() else [Block("", [declaration, *items])]
    elif form == "container":
        default = make.pick("long by = 1", "long by")
        way = make.pick("&", "&", "")
        make.define(Block(f"static void {name}(std::vector<long> {way}v, long j, {default})",
                          [Line("v[j] = (v[j] + by) % 1000;")]))
        vectors = [array for array in make.arrays if array.whole and array.type == "long"
                   and array.writable and "." not in array.whole and array.accesses[0][0] in "vwc*"
                   and not array.whole.startswith("local")]
        if vectors:
            array = make.random.choice(vectors)
            return [Line(f"{name}({array.whole}, {make.subscript(array)}, {value});")]
        return store(make)
    else:
        variable = make.shared("global", make.global_scalar)
        default = make.pick(f"++{variable}", "3", variable, f"{variable} % 10")
        make.define(Block(f"static long {name}(long x, long y = {default})",
                          [Line("return (x + y) % 1000;")]))
    return [Line(make.pick(f"{target} = {name}({value}) % 1000;",
                           f"{target} += {name}({value}) % 100;", f"{name}({value});"))]


@weight(STATEMENTS, 9)
def lambda_call(make):
    name, form = make.fresh("act"), make.pick("immediate", "stored", "inside", "mutable", "nested",
                                               "mutable")
    target, kind = make.lvalue() or ("", "")
    if form == "immediate":
        capture = make.pick("[&]", "[&]", "[=]")
        if capture == "[=]":
            # A copy of an object is const in the lambda: only scalars are captured.
            target, value = make.lvalue("long")[0], make.stored("long")
            if not re.search(r"\[|\.|->|mat", value):
                return [Line(f"{target} = [=] {{ return long({value}); }}();")]
            return store(make)
        return [Block("[&]", make.block(function=True), "();")]
    level = make.random.randrange(1, make.level())
    before = make.frames[level].before
    if form == "mutable":
        start = make.pick("0", "1")
        by_value = make.chance(60)
        if by_value:
            text = f"auto {name} = [count = {start}L]() mutable {{ return ++count; }};"
        else:
            count = make.fresh("count")
            before.append(Line(f"long {count} = {start};", (count,)))
            text = f"auto {name} = [{make.pick('&', '')}{count}]() mutable {{ return ++{count}; }};"
            make.use_after(level, count, "long")
        declares = (name,) if "[&" not in text else ()
        if make.chance(35):
            return [Block("", [Line(text, declares),
                               Line(f"{target} += {name}() % 100;" if target else f"{name}();")])]
        before.append(Line(text, declares))
        return [Line(f"{target} += {name}() % 100;" if target and kind == "long" else f"{name}();")]
    if form == "nested":
        inner = make.fresh("deep")
        body = [Block(f"auto {inner} = [&](long by)", make.block(1, [("by", "long")], True), ";"),
                Line(f"{inner}({make.stored('long')});")]
        if make.chance(50):
            body.append(Line(f"{inner}({make.pick('1', '2')});"))
        return [Block(f"auto {name} = [&]", body, ";"), Line(f"{name}();")]
    if form == "inside" or not make.arrays:
        return [Block(f"auto {name} = [&](long x)", make.block(1, [("x", "long")], True), ";"),
                Line(f"{name}({make.stored('long')});")]
    # Outside the loop, only what outer frames declare can be captured.
    target = make.lvalue(None, level)
    parameter = make.pick("long x", "auto x")
    if not target:
        return store(make)
    arrays = [array for array in make.arrays if array.writable and array.ranges[0][1] >= 31]
    effect = make.pick("+= x % 5;", "= x % 100;") if target[1] == "long" else "= 0.25 * x;"
    body = [Line(f"{target[0]} {effect}")]
    if arrays:
        array = make.random.choice(arrays)
        subscripts = ["x & 31"] + ["x & 7"] * (len(array.ranges) - 1)
        body = [Line(f"{array.accesses[0].format(*subscripts)} = "
                     f"{'0.5' if array.kind == 'double' else '9'};")] if make.chance(70) else body
    before.append(Block(f"auto {name} = [&]({parameter})", body, ";"))
    index = make.indices()
    argument = index[-1].name if index and make.chance(70) else make.stored("long")
    return [Line(f"{name}({argument});")]


@weight(STATEMENTS, 2)
def macro(make):
    name = make.fresh("MACRO")
    arrays = [array for array in make.arrays
              if array.kind == "long" and array.writable and len(array.ranges) == 1]
    if not arrays:
        return store(make)
    array = make.random.choice(arrays)
    access = array.accesses[0].format("(j)")
    text = f"{name}(j) {access}" + make.pick("", " += 1", " = j % 7")
    make.define(f"#undef {name}", f"#define {text}")
    at = make.subscript(array)
    return [Line(f"{name}({at}) = {make.stored('long')};" if text.endswith(access)
                 else f"{name}({at});")]


@weight(STATEMENTS, 2)
def static_local(make):
    name, target = make.fresh("seen"), make.lvalue("long")
    declaration = Line(f"static long {name} = 0;", (name,))
    items = [declaration, Line(f"{name} = {make.stored('long')};")]
    if make.chance(60):
        # Where it counts, it must start afresh for each input.
        make.frames[0].before += [declaration, Line(f"{name} = 0;")]
        items = [Line(make.pick(f"{name} = ({name} + 1) % 1000;", f"{name} += 2;"))]
    if target:
        items.append(Line(f"{target[0]} = {make.pick(name, name, '4')};"))
    return [Block("", items)]
