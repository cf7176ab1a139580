# ===- cxx_storage.py - arrays, containers and scalars of C++ kernels -------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Where a kernel can keep its data. Each function of ARRAYS adds an array or two that distinct
# subscripts reach, or seem to: the same vector under two names, rows that are one row, a matrix
# class whose operator() maps two cells to one. Each function of SCALARS makes a variable, and all
# the ways to reach it: by reference, by pointer, through a member function, a static member.
#
# To add one: write a function, decorate it, give it a weight.
#
# ===------------------------------------------------------------------------===#

from dataclasses import dataclass

from cxx_maker import Array
from kernel import Block, Line

ARRAYS, SCALARS = {}, {}


def weight(registry, number):
    def add(function):
        registry[function] = number
        return function

    return add


VECTOR = {"long": "A.vl", "double": "A.vd", "int": "A.vi"}
POINTER = {"long": "A.l", "double": "A.d", "int": "A.i", "unsigned": "A.u", "short": "A.s"}
SUBSCRIPTS = {"{0}[{{}}]": 14, "{0}.at({{}})": 1, "{0}.data()[{{}}]": 2,
              "*({0}.begin() + ({{}}))": 1}


def kind_of(element):
    return "double" if element == "double" else "long"


def element_type(make):
    return make.weighted({"long": 6, "double": 4, "int": 2})


def accesses(make, name):
    """One or two ways to subscript a container."""
    return tuple(make.weighted(SUBSCRIPTS).format(name) for _ in range(make.pick(1, 1, 2)))


@weight(ARRAYS, 14)
def pointer_parameter(make, element=None, const=None):
    element = element or make.weighted(
        {"long": 6, "double": 4, "int": 2, "unsigned": 1, "short": 1})
    name = make.fresh("a")
    const = make.chance(25) if const is None else const
    make.parameter(f"{'const ' if const else ''}{element} *{name}",
                   f"{POINTER[element]}({make.random.randrange(4)})")
    texts = (f"{name}[{{}}]", f"{name}[{{}}]", f"*({name} + {{}})")[:make.pick(2, 3)]
    make.arrays.append(Array(texts, kind_of(element), element, ((-64, 400),), not const,
                             pointer=name))


@weight(ARRAYS, 14)
def vector_parameter(make, element=None, size="128"):
    element, name = element or element_type(make), make.fresh("v")
    const = make.chance(20)
    make.setup.append(Line(f"auto {name} = {VECTOR[element]}({make.random.randrange(4)}, {size});"))
    if not const:
        make.teardown.append(Line(f"A.keep({name});"))
    make.parameter(f"{'const ' if const else ''}std::vector<{element}> &{name}", name)
    array = Array(accesses(make, name), kind_of(element), element, whole=name, writable=not const)
    make.arrays.append(array)
    return array


@weight(ARRAYS, 12)
def sized_vectors(make):
    """Vectors that are as long as the loops over them."""
    size = make.fresh("sized")
    for _ in range(make.pick(1, 2, 2)):
        array = vector_parameter(make, size="A.n + 8")
        array.size_class, array.length, array.ranges = size, 17, ((0, 7),)


@weight(ARRAYS, 5)
def same_vector_twice(make):
    array = vector_parameter(make)
    other = make.fresh("w")
    argument = make.pick(array.whole, f"A.runs % 2 ? {array.whole} : {other}")
    make.setup.append(
        Line(f"auto {other} = {VECTOR[array.type]}({make.random.randrange(4)}, 128);"))
    make.teardown.append(Line(f"A.keep({other});"))
    const = make.chance(40) or not array.writable
    make.parameter(f"{'const ' if const else ''}std::vector<{array.type}> &{other}", argument)
    make.arrays.append(
        Array(accesses(make, other), array.kind, array.type, whole=other, writable=not const))


@weight(ARRAYS, 4)
def vector_by_value(make):
    array = vector_parameter(make)
    name = make.fresh("copy")
    make.parameter(f"std::vector<{array.type}> {name}", array.whole)
    make.arrays.append(Array((f"{name}[{{}}]",), array.kind, array.type, whole=name))


@weight(ARRAYS, 6)
def rows(make):
    element, name = element_type(make), make.fresh("rows")
    make.setup.append(Line(f"std::vector<std::vector<{element}>> {name}(A.odd() ? A.m % 3 : 40, "
                           f"{VECTOR[element]}({make.random.randrange(4)}, 40));"))
    make.teardown.append(Block(f"for (std::size_t r = 0; r < std::min<std::size_t>({name}.size(), "
                               "5); ++r)", [Line(f"A.keep({name}[r]);")]))
    make.parameter(f"std::vector<std::vector<{element}>> &{name}", name)
    text = make.pick(f"{name}[{{}}][{{}}]", f"{name}.at({{}})[{{}}]", f"{name}[{{}}].data()[{{}}]")
    make.arrays.append(Array((text,), kind_of(element), element, ((0, 39), (0, 39))))


@weight(ARRAYS, 5)
def row_pointers(make):
    """Distinct slots, which on some inputs hold the same pointer."""
    name, source = make.fresh("heads"), make.fresh("pool")
    make.setup += [Line(f"auto {source} = A.vl({make.random.randrange(4)}, 400);"),
                   Line(f"std::vector<long *> {name};"),
                   Block("for (long j = 0; j < 16; ++j)", [
                       Line(f"{name}.push_back({source}.data() + (A.odd() ? 40 - j * A.step : "
                            + make.pick("16 * j", "16 * (j % 5)", "8 * j",
                                        "16 * A.index(fuzz::Random)[j] % 256",
                                        "16 * (A.runs % 2 ? j : j / 2)") + "));")])]
    make.teardown.append(Line(f"A.keep({source});"))
    declaration = make.pick(f"std::vector<long *> &{name}", f"const std::vector<long *> &{name}",
                            f"long *const *{name}")
    make.parameter(declaration, f"{name}.data()" if "*const *" in declaration else name)
    make.arrays.append(Array((f"{name}[{{}}][{{}}]",), "long", "long", ((0, 15), (0, 40))))


@weight(ARRAYS, 6)
def global_array(make):
    name, element = make.fresh("table"), make.pick("long", "double")
    standard = make.chance(50)
    make.define(f"static std::array<{element}, 128> {name};" if standard
                else f"static {element} {name}[128];")
    begin = f"{name}.begin()" if standard else name
    make.setup.append(Line(f"std::copy_n({POINTER[element]}(1), 128, {begin});", (name,)))
    make.teardown.append(Line(f"A.keep({'&' + name + '[0]'}, 128);"))
    make.arrays.append(Array((f"{name}[{{}}]",), element, element, whole=name if standard else ""))


@weight(ARRAYS, 6)
def local_array(make):
    name, element = make.fresh("local"), make.pick("long", "double")
    length = make.pick(8, 128)
    text = make.pick(f"std::array<{element}, {length}> {name} = {{}};",
                     f"{element} {name}[{length}] = {{}};")
    make.frames[0].before.append(Line(text, (name,)))
    standard = text.startswith("std")
    make.arrays.append(Array((f"{name}[{{}}]",), element, element, ((0, length - 1),),
                             whole=name if standard else "", length=length))
    make.use_after(0, f"{name}[{make.random.randrange(8)}]", element)


@weight(ARRAYS, 4)
def static_member_array(make):
    name = make.fresh("Table")
    make.define(Block(f"struct {name}", [
        Line("static inline long cells[128] = {};"),
        Line("static long &at(long j) { return cells[j]; }")], ";"))
    make.setup.append(Line(f"std::copy_n(A.l(2), 128, {name}::cells);"))
    make.static(f"{name}::cells", f"{name}_cells")
    make.teardown.append(Line(f"A.keep({name}::cells, 128);"))
    make.arrays.append(Array((f"{name}::cells[{{}}]", f"{name}::at({{}})"), "long", "long"))


@weight(ARRAYS, 10)
def matrix_class(make):
    """operator() or operator[] of a class, one to one or not."""
    kind, name, object = make.pick("long", "double"), make.fresh("Matrix"), make.fresh("mat")
    place = make.weighted({"r * 32 + s": 8, "s * 32 + r": 2, "r * width + s": 6, "r * 8 + s": 2,
                           "r + s": 1, "r * 32 + s % 4": 1, "r * 16 + s + offset": 2,
                           "r / 2 * 32 + s": 1, "r < 3 ? r * 32 + s : 96 + s": 1})
    cells = make.pick("std::vector<{0}> cells;", "{0} *cells;", "{0} cells[1400];")
    touched = make.weighted({"": 10, "++reads; ": 1, "reads = r; ": 1})
    body = [Line(cells.format(kind)), Line("long width = 32;"), Line("long offset = 0;")]
    if touched:
        body.append(Line("mutable long reads = 0;"))
    operator = make.pick("operator()", "at", "operator()")
    body += [Line(f"{kind} &{operator}(long r, long s) {{ {touched}return cells[{place}]; }}")]
    if make.chance(50):
        body.append(Line(f"const {kind} &{operator}(long r, long s) const "
                         f"{{ return cells[{place}]; }}"))
    make.define(Block(f"struct {name}", body, ";"))
    source = f"{VECTOR[kind]}(1, 512)"
    if "vector" in cells:
        make.setup += [Line(f"{name} {object}{{{source}}};"), Line(f"{object}.cells.resize(1400);")]
        keep = f"A.keep({object}.cells);"
    elif "*" in cells:
        make.setup += [Line(f"auto {object}_cells = {source};"),
                       Line(f"{object}_cells.resize(1400);"),
                       Line(f"{name} {object}{{{object}_cells.data()}};")]
        keep = f"A.keep({object}_cells);"
    else:
        make.setup += [Line(f"{name} {object}{{}};"),
                       Line(f"std::copy_n({POINTER[kind]}(1), 512, {object}.cells);")]
        keep = f"A.keep({object}.cells, 1400);"
    make.teardown.append(Line(keep))
    if touched:
        make.teardown.append(Line(f"A.keep({object}.reads);"))
    way = make.pick("&", "&", "&", "" if "*" in cells else "&")
    make.parameter(f"{name} {way}{object}", object, object)
    access = f"{object}({{}}, {{}})" if operator == "operator()" else f"{object}.at({{}}, {{}})"
    make.arrays.append(Array((access,), kind, kind, ((0, 31), (0, 31))))


@weight(ARRAYS, 8)
def subscript_class(make):
    kind, name, object = make.pick("long", "double"), make.fresh("Span"), make.fresh("q")
    place = make.weighted({"j": 10, "j + base": 3, "j % 8": 1, "2 * j": 2, "j / 2": 1,
                           "j > 2 ? j - 1 : j": 1, "127 - j": 2})
    body = [Line(f"{kind} *data;"), Line("long base = 0;"), Line("long last = 0;")]
    hidden = make.weighted({"": 8, "last = j; ": 1, "++last; ": 1})
    body += [Line(f"{kind} &operator[](long j) {{ {hidden}return data[{place}]; }}"),
             Line(f"{kind} get(long j) const {{ return data[{place}]; }}"),
             Line("long &recent() { return last; }")]
    make.define(Block(f"struct {name}", body, ";"))
    make.setup += [Line(f"{name} {object}{{{POINTER[kind]}({make.random.randrange(4)}), "
                        f"{make.pick('0', 'A.m', 'A.shift')}}};")]
    make.teardown.append(Line(f"A.keep({object}.last);"))
    make.parameter(f"{name} {make.pick('&', '&', '')}{object}", object, object)
    make.arrays.append(Array((f"{object}[{{}}]",), kind, kind))
    make.arrays.append(Array((f"{object}.get({{}})",), kind, kind, writable=False))


@weight(ARRAYS, 7)
def structures(make):
    """An array of structures; each field is an array of its own."""
    name, object = make.fresh("Point"), make.fresh("points")
    make.define(Block(f"struct {name}", [
        Line("long x, y;"), Line("double w;"),
        Line("long total() const { return x + y; }"),
        Line("void move(long by) { x = (x + by) % 1000; }")], ";"))
    make.setup += [Line(f"std::vector<{name}> {object}(128);"),
                   Block("for (long j = 0; j < 128; ++j)", [
                       Line(f"{object}[j] = {{A.l(0)[j], A.l(1)[j], A.d(0)[j]}};")])]
    make.teardown.append(
        Block("for (const auto &point : points)".replace("points", object), [
            Line("A.keep(point.x), A.keep(point.y), A.keep(point.w);")]))
    pointer = make.chance(50)
    make.parameter(f"{name} *{object}" if pointer else f"std::vector<{name}> &{object}",
                   f"{object}.data()" if pointer else object)
    for fields in ("x", "y", "w"):
        kind = "double" if fields == "w" else "long"
        make.arrays.append(Array((f"{object}[{{}}].{fields}",), kind, kind))
    make.arrays.append(Array((f"{object}[{{}}].total()",), "long", "long", writable=False))
    make.once["structure"] = (object, name)


@weight(ARRAYS, 5)
def member_array(make):
    name, object = make.fresh("Box"), make.fresh("box")
    member = make.pick("long cells[128] = {};", "std::array<long, 128> cells = {};")
    make.define(Block(f"struct {name}", [
        Line(member), Line("long used = 0;"),
        Line("long get(long j) const { return cells[j]; }"),
        Line(make.pick("void set(long j, long to) { cells[j] = to; }",
                       "void set(long j, long to) { cells[j] = to; used = j; }",
                       "void set(long j, long to) { cells[j] = to; ++used; }",
                       "void set(long j, long to) { cells[j / 2] = to; }",
                       "Box &set(long j, long to) { this->cells[j] = to; return *this; }"
                       .replace("Box", name)))], ";"))
    make.setup += [Line(f"{name} {object};", (object,)),
                   Line(f"std::copy_n(A.l(3), 128, &{object}.cells[0]);")]
    make.teardown.append(Line(f"A.keep(&{object}.cells[0], 128), A.keep({object}.used);"))
    pointer = make.chance(30)
    make.parameter(f"{name} {'*' if pointer else '&'}{object}", f"{'&' if pointer else ''}{object}")
    dot = "->" if pointer else "."
    make.arrays.append(Array((f"{object}{dot}cells[{{}}]",), "long", "long"))
    make.arrays.append(Array((f"{object}{dot}get({{}})",), "long", "long", writable=False))
    make.once["setter"] = f"{object}{dot}set({{}}, {{}});"


# Scalars


@dataclass
class Scalar:
    texts: tuple  # equivalent lvalues
    name: str  # as the oracle reports it
    reads: tuple = ()
    updates: tuple = ()  # statements that add `{}` by another way
    overlaps: bool = False  # with an array, so that it may not be a reduction


def make_scalar(make, level, kind):
    function = make.weighted(SCALARS)
    return function(make, make.frames[level].before, kind)


def start(make, kind):
    return make.pick("0", "0", "1", "5") if kind == "long" else make.pick("0", "0.5")


@weight(SCALARS, 12)
def local(make, before, kind):
    name = make.fresh("s")
    before.append(Line(f"{kind} {name} = {start(make, kind)};", (name,)))
    return Scalar((name,), name)


@weight(SCALARS, 4)
def reference(make, before, kind):
    scalar = local(make, before, kind)
    name = make.fresh("r")
    before.append(Line(make.pick(f"{kind} &{name} = {scalar.name};",
                                 f"auto &{name} = {scalar.name};")))
    return Scalar(make.pick((name,), (name, scalar.name), (scalar.name,)), scalar.name)


@weight(SCALARS, 4)
def pointer(make, before, kind):
    scalar = local(make, before, kind)
    name = make.fresh("p")
    before.append(Line(f"{kind} *{make.pick('', 'const ')}{name} = &{scalar.name};"))
    return Scalar(make.pick((f"*{name}",), (f"*{name}", scalar.name), (f"{name}[0]",)), scalar.name)


@weight(SCALARS, 5)
def global_variable(make, before, kind):
    name = make.global_scalar(kind)
    make.teardown.append(Line(f"A.keep({name});"))
    return Scalar((name,), name)


@weight(SCALARS, 4)
def static_member(make, before, kind):
    name = make.fresh("Count")
    make.define(Block(f"struct {name}", [
        Line(f"static inline {kind} total = 0;"),
        Line(f"static void add({kind} by) {{ total += by; }}")], ";"))
    make.setup.append(Line(f"{name}::total = 0;"))
    make.teardown.append(Line(f"A.keep({name}::total);"))
    make.static(f"{name}::total", f"{name}_total")
    return Scalar((f"{name}::total",), f"{name}_total", updates=(f"{name}::add({{}});",))


@weight(SCALARS, 7)
def accumulator_class(make, before, kind):
    name, object = make.fresh("Sum"), make.fresh("acc")
    make.define(Block(f"class {name}", [
        Line("public:"),
        Line(f"{kind} total = 0;"),
        Line(f"void add({kind} by) {{ {make.pick('', 'this->')}total += by; }}"),
        Line(f"{name} &operator+=({kind} by) {{ total += by; return *this; }}"),
        Line(f"{kind} get() const {{ return total; }}")], ";"))
    before.append(Line(f"{name} {object};", (object,)))
    updates = (f"{object}.add({{}});", f"{object} += {{}};", f"{object}.total += {{}};")
    return Scalar((f"{object}.total",), object, (f"{object}.get()",), updates)


@weight(SCALARS, 3)
def structure_field(make, before, kind):
    name, object = make.fresh("Pair"), make.fresh("both")
    before += [Block(f"struct {name}", [Line(f"{kind} first = 0, second = 0;")], ";"),
               Line(f"{name} {object};", (object,))]
    return Scalar((f"{object}.{make.pick('first', 'second')}",), object)


@weight(SCALARS, 2)
def standard_pair(make, before, kind):
    object = make.fresh("both")
    before.append(Line(f"std::pair<{kind}, {kind}> {object}{{0, 0}};", (object,)))
    return Scalar((f"{object}.{make.pick('first', 'second')}",), object)


@weight(SCALARS, 5)
def out_parameter(make, before, kind):
    name = make.fresh("total")
    if make.chance(50):
        argument, overlaps = f"{POINTER[kind]}({make.random.randrange(4)})[{make.pick(2, 5)}]", True
    else:
        argument, overlaps = name, False
        make.setup.append(Line(f"{kind} {name} = 0;"))
        make.teardown.append(Line(f"A.keep({name});"))
    make.parameter(f"{kind} &{name}", argument, name)
    return Scalar((name,), name, overlaps=overlaps)


@weight(SCALARS, 3)
def value_parameter(make, before, kind):
    name = make.fresh("base")
    make.parameter(f"{kind} {name}", "A.m" if kind == "long" else "A.x", name)
    return Scalar((name,), name)


@weight(SCALARS, 2)
def bound_structure(make, before, kind):
    scalar = standard_pair(make, before, kind)
    one, two = make.fresh("one"), make.fresh("two")
    before.append(Line(f"auto &[{one}, {two}] = {scalar.name};"))
    return Scalar(make.pick((one,), (two, one), (one, f"{scalar.name}.first")), scalar.name)


@weight(SCALARS, 3)
def by_lambda(make, before, kind):
    scalar = local(make, before, kind)
    name = make.fresh("add")
    before.append(Line(
        f"auto {name} = [&{make.pick('', scalar.name)}]({kind} by) {{ {scalar.name} += by; }};"))
    return Scalar((scalar.name,), scalar.name, updates=(f"{name}({{}});",))


@weight(SCALARS, 2)
def static_of_function(make, before, kind):
    name = make.fresh("state")
    make.define(Block(f"static {kind} &{name}()", [Line(f"static {kind} value = 0;"),
                                                  Line("return value;")]))
    make.setup.append(Line(f"{name}() = 0;"))
    make.teardown.append(Line(f"A.keep({name}());"))
    make.static(f"{name}()", f"{name}_value")
    return Scalar((f"{name}()",), f"{name}_value")


@weight(SCALARS, 3)
def by_helper(make, before, kind):
    scalar = local(make, before, kind)
    name = make.fresh("bump")
    way, star, take = make.pick(("&", "", ""), ("*", "*", "&"))
    head = make.pick(f"static void {name}({kind}", f"template <class T> static void {name}(T")
    make.define(Block(f"{head} {way}to, {kind} by)", [Line(f"{star}to += by;")]))
    return Scalar((scalar.name,), scalar.name, updates=(f"{name}({take}{scalar.name}, {{}});",))
