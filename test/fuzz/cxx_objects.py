# ===- cxx_objects.py - objects with a life of their own in C++ kernels -------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# More of cxx_features.py: constructors, destructors, copies, getters and setters with effects, and
# containers that grow.
#
# ===------------------------------------------------------------------------===#

from cxx_features import STATEMENTS, kind_of, statements, store
from cxx_storage import weight
from kernel import Block, Line


def level_of(make, inside=False):
    return make.random.randrange(1, make.level() + (1 if inside else 0))


@weight(STATEMENTS, 6)
def guard(make):
    """A destructor that writes at the end of its block."""
    name, object = make.fresh("Guard"), make.fresh("guard")
    effect = make.weighted({"count": 3, "restore": 2, "nothing": 2, "element": 3, "global": 2})
    if effect == "element":
        target = make.lvalue("long")
        arrays = [array for array in make.arrays if array.type == "long" and array.writable]
        if not arrays:
            return store(make)
        target = make.element(make.random.choice(arrays))
        make.define(Block(f"struct {name}", [
            Line("long &where;"), Line("long value;"),
            Line(f"~{name}() {{ where = {make.pick('value', 'where % 100 + value')}; }}")], ";"))
        return [Block("", [Line(f"{name} {object}{{{target}, long({make.stored('long')})}};"),
                           *make.block()])]
    if effect == "global":
        variable = make.shared("global", make.global_scalar)
        make.define(Block(f"struct {name}", [
            Line(f"{name}() {{ {make.pick('', f'++{variable};')} }}"),
            Line(f"~{name}() {{ {variable} {make.pick('+= 1', '= 3', '-= 1')}; }}")], ";"))
        return [Block("", [Line(f"{name} {object};"), *make.block()])]
    level, variable = level_of(make, True), make.fresh("depth")
    body = {"count": ["++held;", "--held;"],
            "restore": ["saved = held, held = 5;", "held = saved;"],
            "nothing": ["", ""]}[effect]
    if effect == "count" and make.chance(50):
        body[1] = make.pick("", "++held;")
    make.define(Block(f"struct {name}", [
        Line("long &held;"), Line("long saved = 0;"),
        Line(f"explicit {name}(long &variable) : held(variable) {{ {body[0]} }}"),
        Line(f"~{name}() {{ {body[1]} }}")], ";"))
    declaration = Line(f"long {variable} = 1;", (variable,))
    uses = make.block(1, [(variable, "long")] if make.chance(40) else [])
    items = [Line(f"{name} {object}({variable});", (object,)), *uses]
    if level == make.level():
        return [Block("", [declaration, Block("", items)])]
    make.frames[level].before.append(declaration)
    if make.chance(50):
        make.use_after(level, variable, "long")
    return [Block("", items)]


@weight(STATEMENTS, 4)
def counted(make):
    """A constructor that numbers its objects, or does not."""
    name, object = make.fresh("Id"), make.fresh("id")
    counts = make.chance(60)
    make.define(Block(f"struct {name}", [
        Line("static inline long made = 0;"), Line("long number;"),
        Line(f"{name}() : number({'made++' if counts else make.pick('made', '3')}) {{}}")], ";"))
    make.setup.append(Line(f"{name}::made = 0;"))
    make.teardown.append(Line(f"A.keep({name}::made);"))
    make.static(f"{name}::made", f"{name}_made")
    target = make.lvalue("long")
    use = f"{target[0]} = {make.pick(f'{object}.number', f'{name}().number', '5')} % 1000;"
    return [Block("", [Line(f"{name} {object};", (object,)), Line(use if target else ";")])]


@weight(STATEMENTS, 6)
def copied_object(make):
    """An object from outside the loop, used through a copy, a reference or itself."""
    name, object, copy = make.fresh("State"), make.fresh("state"), make.fresh("mine")
    field = make.weighted({"long value = 1;": 6, "long *value;": 2})
    star = "*" if "*" in field else ""
    getter = make.pick(f"long get() const {{ return {star}value; }}",
                       f"long get() const {{ return {star}value; }}",
                       f"long get() {{ return {star}value += 1; }}",
                       f"long get() const {{ ++asked; return {star}value; }}")
    make.define(Block(f"struct {name}", [
        Line(field), Line("mutable long asked = 0;"), Line(getter),
        Line(f"void set(long to) {{ {make.pick('', 'this->asked += 1; ')}{star}value = to; }}"),
        Line(f"{name} &add(long by) {{ {star}value += by; return *this; }}")], ";"))
    level = level_of(make)
    before = make.frames[level].before
    if star:
        cell = make.fresh("held")
        before.append(Line(f"long {cell} = 2;", (cell,)))
    before.append(Line(f"{name} {object}{{{'&' + cell if star else ''}}};", (object,)))
    way = make.pick(f"{name} {copy} = {object};", f"{name} {copy}({object});",
                    f"{name} &{copy} = {object};", f"auto {copy} = {object};",
                    f"auto &{copy} = {object};")
    if make.chance(15):
        way, copy = "", object
    by, target = make.addend("long"), make.lvalue("long")
    items = [Line(way, () if not way or "&" in way else (copy,))] if way else []
    change = make.pick(f"{copy}.set({make.stored('long')});", f"{copy}.add({by});",
                       f"{copy}.add({by}).add(1);", "")
    use = f"{target[0]} = {copy}.get() % 1000;" if target else f"{copy}.get();"
    lines = [Line(text) for text in (change, use) if text]
    if make.chance(20):
        lines.reverse()
    if make.chance(70):
        make.use_after(level, make.pick(f"{object}.get()", f"{object}.asked"), "long")
    return [Block("", items + lines)]


@weight(STATEMENTS, 5)
def growing(make):
    """push_back, resize and back of a vector that nobody else refers to."""
    name, kind = make.fresh("out"), kind_of(make)
    level = level_of(make, True)
    declaration = Line(f"std::vector<{kind}> {name}{make.pick('', '(3)')};", (name,))
    push = make.pick(f"{name}.push_back({make.stored(kind)});",
                     f"{name}.emplace_back({make.stored(kind)});",
                     f"{name}.resize({name}.size() + 1), {name}.back() = {make.stored(kind)};",
                     f"{name}.assign(2, {make.stored(kind)});")
    conditional = make.chance(40)
    items = [Block(f"if ({make.condition()})", [Line(push)])] if conditional else [Line(push)]
    target = make.lvalue(kind)
    if make.chance(40) and target:
        items.append(Block(f"if (!{name}.empty())", [Line(
            f"{target[0]} = {name}{make.pick('.back()', '[0]', '.front()')};")]))
    if level == make.level():
        return [Block("", [declaration, *items])]
    make.frames[level].before.append(declaration)
    text = f"{name}.empty() ? {'0.5' if kind == 'double' else '0'} : {name}.back()"
    make.use_after(level, make.pick(f"({text})", f"{kind}({name}.size())"), kind)
    return items


@weight(STATEMENTS, 3)
def resized(make):
    """A vector made as long as needed before each write: its buffer moves, its size changes."""
    name, level = make.fresh("grown"), level_of(make)
    indices = [index for index in make.indices() if index.low >= 0]
    if not indices:
        return store(make)
    i = make.random.choice(indices).name
    before = make.frames[level].before
    enough = make.chance(50)
    before.append(Line(f"std::vector<long> {name}{'(160)' if enough else ''};", (name,)))
    items = [Line(f"{name}[{i}] = {make.stored('long')};")]
    if not enough:
        items.insert(0, Block(f"if (long({name}.size()) <= long({i}))",
                              [Line(f"{name}.resize({i} + 1);")]))
    make.use_after(level, f"long({name}.size() + ({name}.empty() ? 0 : {name}[0] & 7))", "long")
    return items


@weight(STATEMENTS, 4)
def structure_member(make):
    """An element of an array of structures, by reference, by binding, or by its own function."""
    if "structure" not in make.once:
        return store(make)
    points, name = make.once["structure"]
    array = next(array for array in make.arrays if array.accesses[0].startswith(points))
    at, other = make.subscript(array), make.subscript(array)
    x, y, w = make.fresh("px"), make.fresh("py"), make.fresh("pw")
    value = make.stored("long")
    form = make.pick("bound", "copy", "move", "whole", "const")
    if form == "bound":
        return [Block("", [Line(f"auto {make.pick('&', '&', '')}[{x}, {y}, {w}] = {points}[{at}];"),
                           Line(f"{x} = ({y} + {value}) % 1000;")])]
    if form == "copy":
        return [Block("", [Line(f"{name} {x} = {points}[{at}];", (x,)), Line(f"{x}.move({value});"),
                           Line(f"{points}[{other}].y = {x}.x;")])]
    if form == "whole":
        return [Line(f"{points}[{at}] = {points}[{other}];")]
    if form == "const":
        return [Block("", [Line(f"const {name} &{x} = {points}[{at}];"),
                           Line(f"{points}[{other}].y = {x}.total() % 1000;")])]
    return [Line(f"{points}[{at}].move({value});")]


@weight(STATEMENTS, 3)
def setter(make):
    if "setter" not in make.once:
        return store(make)
    array = next(array for array in make.arrays if ".cells[" in array.accesses[0]
                 or ">cells[" in array.accesses[0])
    return [Line(make.once["setter"].format(make.subscript(array), make.stored("long")))]


@weight(STATEMENTS, 2)
def polymorphic(make):
    """A virtual call: one override has an effect."""
    name, object = make.fresh("Shape"), make.fresh("shape")
    make.define(
        Block(f"struct {name}", [Line(f"virtual ~{name}() = default;"),
                                 Line("virtual long area(long x) { return x; }")], ";"),
        Block(f"struct {name}Counting : {name}", [
            Line("long calls = 0;"),
            Line(f"long area(long x) override {{ {make.pick('++calls; ', '')}return x % 100; }}")],
              ";"),
        # Whoever reads the kernel cannot know that there is no such class.
        Block(f"struct {name}Odd : {name}", [
            Line("long calls = 0;"),
            Line("long area(long x) override { return ++calls, x % 100; }")], ";"))
    type = make.pick(name, f"{name}Counting")
    make.setup.append(Line(f"{type} {object};", (object,)))
    if type != name:
        make.teardown.append(Line(f"A.keep({object}.calls);"))
    make.setup.append(Line(f"{name}Odd {object}Odd;", (f"{object}Odd",)))
    make.parameter(f"{name} &{object}",
                   f"A.odd() ? static_cast<{name} &>({object}Odd) : {object}")
    target = make.lvalue("long")
    value = f"{object}.area({make.stored('long')})"
    return [Line(f"{target[0]} = {value} % 1000;" if target else f"{value};")]


@weight(STATEMENTS, 2)
def pointer_walk(make):
    """A pointer that lives across iterations."""
    arrays = [array for array in make.arrays if array.pointer and array.writable]
    if not arrays:
        return store(make)
    array, level, name = make.random.choice(arrays), level_of(make), make.fresh("walk")
    if make.trips() > 250:
        return store(make)
    make.frames[level].before.append(Line(f"{array.type} *{name} = {array.pointer};", (name,)))
    make.accumulators.append(name)
    value = make.stored(array.kind)
    return make.pick([Line(f"*{name}++ = {value};")],
                     [Line(f"*{name} = {value};"), Line(f"++{name};")],
                     [Line(f"{name}[0] = {value}, {name} += 1;")],
                     [Block(f"if ({make.condition()})", [Line(f"*{name}++ = {value};")])])
