# ===- cxx_kernels.py - kernels that are C++ rather than C ------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# One to three loop nests of depth 1 to 3 whose data live in containers, classes, globals and
# references, and whose statements use what C++ has to hide an effect: destructors, lambdas,
# accessors, exceptions. A kernel is composed in this order:
#
#   arrays       cxx_storage.py   two to four kinds of storage
#   loops        here             with a counter, an iterator, a pointer, by range
#   statements   cxx_features.py, cxx_objects.py
#   home         here             the function, member, template, lambda or constructor around it
#
# The dictionaries of weights say how often each is drawn.
#
# ===------------------------------------------------------------------------===#

import re

import cxx_objects  # registers its statements
from cxx_features import statements, weight
from cxx_maker import Frame, Index, Maker, Place
from cxx_storage import ARRAYS, pointer_parameter
from kernel import Block, Kernel, Line, Loop

# What the harness must include for these kernels.
HEADERS = ["algorithm", "array", "cstdlib", "utility", "vector"]
MAX_TRIPS = 1300  # of the innermost statements, for each nest

LOOPS, HOMES = {}, {}


def generate(random):
    make = Maker(random, statements)
    make.loop = make_loop
    for _ in range(random.choice([1, 2, 2, 3])):
        make.weighted(ARRAYS)(make)
    if not any(array.writable and array.type == "long" for array in make.arrays):
        pointer_parameter(make, "long", False)
    loops = []
    for _ in range(random.choice([1, 1, 2, 3])):
        make.fuel = max(make.fuel, 3)
        loops += directive_loop(make) if make.chance(8) else make_loop(make)
    body = make.frames[0].before + loops + make.frames[0].after
    if make.throws:
        body = [Block("try", body), Block("catch (long code)", [Line("result += code % 8;")])]
    body = [Line("long result = 0;", ("result",)), *body, Line("return result;")]
    if make.result_is_reduced:
        make.accumulators.append("result")
    kernel = Kernel("", body, "", "long", preamble=make.preamble, setup=make.setup,
                    teardown=make.teardown, family="cxx")
    make.weighted(HOMES)(make, kernel)
    kernel.tracked = tuple(make.tracked) if kernel.body else ()
    kernel.accumulators = tuple(dict.fromkeys(make.accumulators))
    return kernel


# Loops


def make_loop(make):
    """A loop with its body, and what stands before and after it."""
    return make.weighted(LOOPS)(make)


def complete(make, header, frame, index, places=(), last=(), footer="", directive=""):
    """The loop around a random body, which ends with the items of `last`."""
    make.frames.append(frame)
    make.scopes.append([])
    places = [Place(*place, make.level()) for place in places]
    make.places += places
    body = []
    depth = make.level() - 1
    if depth < 3 and make.chance((45, 30)[depth - 1] if depth <= 2 else 0) and make.trips() < 120:
        body = make_loop(make)
    number = 1 if make.calm else make.pick(1, 1, 2, 3)
    if not body or not make.calm or make.chance(40):
        body = statements(make, number) + body if make.chance(50) else (
            body + statements(make, number))
    for place in places:
        make.places.remove(place)
    make.scopes.pop()
    make.frames.pop()
    loop = Loop(header, body + list(last), footer, index, directive=directive)
    if len(loop.body) == 1 and is_statement(loop.body[0]):
        loop.braces = make.chance(40)
    return frame.before + [loop] + frame.after


def is_statement(item):
    return isinstance(item, Line) and not item.declares and not re.match(
        r"#|\w+:;|(const |static )?(auto|long|double|bool) ", item.text)


def bound_of(make):
    """An upper bound and how large it can be."""
    text, greatest = make.pick(("n", 9), ("n", 9), ("n", 9), ("m", 8), ("k", 6), ("7", 7),
                               ("n + 1", 10), ("m - 1", 7))
    if text[0].isalpha():
        make.size(text[0])
    return text, greatest


def counted_frame(name, low, high, bound="", **more):
    return Frame(indices=[Index(name, low, high, bound, **more)], trips=max(high - low + 1, 1))


def in_parentheses(text):
    return f"({text})" if " " in text else text


@weight(LOOPS, 34)
def counter_loop(make):
    name, (bound, greatest) = make.fresh(make.pick("i", "j")), bound_of(make)
    start = make.pick(0, 0, 0, 1, 2)
    type = make.weighted({"long": 6, "int": 3, "std::size_t": 1})
    if type == "std::size_t" and bound in ("n + 1", "m - 1"):
        type = "long"
    if type == "std::size_t":
        header = f"for (std::size_t {name} = {start}; {name} < std::size_t({bound}); ++{name})"
        frame = counted_frame(name, start, greatest - 1, unsigned=True)
        return complete(make, header, frame, (name,))
    low, high, mirror = start, greatest - 1, in_parentheses(bound)
    form = make.weighted({"up": 24, "step": 3, "by step": 1, "down": 3, "count down": 1, "<=": 2,
                          "!=": 1, "two": 1, "stride 4": 1})
    advance = make.pick(f"++{name}", f"{name}++", f"{name} += 1")
    header = f"for ({type} {name} = {start}; {name} < {bound}; {advance})"
    index = (name,)
    if form == "step":
        header = f"for ({type} {name} = {start}; {name} < {bound}; {name} += {make.pick(2, 3)})"
    elif form == "by step":
        make.parameter("long step", "A.step")
        header = f"for (long {name} = {start}; {name} < {bound}; {name} += step)"
    elif form == "down":
        header = f"for ({type} {name} = {bound} - 1; {name} >= {start}; --{name})"
    elif form == "count down":
        header, low = f"for ({type} {name} = {bound}; {name}-- > 0;)", 0
    elif form == "<=":
        header = f"for ({type} {name} = {start}; {name} <= {bound}; {advance})"
        high, mirror = greatest, ""
    elif form == "!=" and bound != "m - 1":
        header, low = f"for ({type} {name} = 0; {name} != {bound}; {advance})", 0
    elif form == "two":
        other = make.fresh("other")
        header = f"for (long {name} = 0, {other} = 20; {name} < {bound}; ++{name}, --{other})"
        index, low = (name, other), 0
    elif form == "stride 4" and make.level() == 1:
        header = f"for ({type} {name} = 0; {name} < {bound} * 4; {name} += 4)"
        low, high, mirror = 0, 4 * greatest - 1, ""
    frame = counted_frame(name, low, high, mirror)
    if form == "two":
        frame.indices.append(Index(other, 20 - greatest + 1, 20))
    frame.trips = greatest
    return complete(make, header, frame, index)


@weight(LOOPS, 6)
def triangular_loop(make):
    outer = [index for index in make.indices() if index.low >= 0 and index.high < 12
             and not index.unsigned]
    if not outer:
        return counter_loop(make)
    other, name = make.random.choice(outer), make.fresh("j")
    if make.chance(60):
        end = make.pick("<", "<=")
        return complete(make, f"for (long {name} = 0; {name} {end} {other.name}; ++{name})",
                        counted_frame(name, 0, other.high), (name,))
    make.size("n")
    return complete(make, f"for (long {name} = {other.name} + 1; {name} < n; ++{name})",
                    counted_frame(name, other.low + 1, 8, "n"), (name,))


@weight(LOOPS, 5)
def while_loop(make):
    name, (bound, greatest) = make.fresh("w"), bound_of(make)
    frame = counted_frame(name, 0, max(greatest - 1, 0))
    frame.before.append(Line(f"long {name} = 0;", (name,)))
    if make.chance(30):
        make.use_after(make.level() - 1, "0", "long")
        frame.after.append(Line(f"result += {name};"))
    if make.chance(35):
        return complete(make, "do", frame, (name,), footer=f"while (++{name} < {bound});")
    frame.may_continue = False
    return complete(make, f"while ({name} < {bound})", frame, (name,),
                    last=[Line(make.pick(f"++{name};", f"{name} = {name} + 1;"))])


def containers(make, pointer=False):
    """Arrays to walk over: all their elements if they are few, or at least not too many."""
    return [array for array in make.arrays if (array.pointer if pointer else array.whole)
            and (pointer or make.trips() * array.length <= MAX_TRIPS)]


@weight(LOOPS, 14)
def range_loop(make):
    arrays = containers(make)
    if not arrays:
        return counter_loop(make)
    array, name = make.random.choice(arrays), make.fresh("e")
    frame = Frame(trips=array.length)
    form = make.weighted({"auto &": 8, f"{array.type} &": 3, "auto &&": 2, "const auto &": 4,
                          "auto ": 3, f"const {array.type} ": 1})
    if not array.writable and "auto" not in form:
        form = f"const {array.type} &"
    writable = not form.startswith("const") and (array.writable or form == "auto ")
    index, last = (), []
    if make.chance(40):
        counter = make.fresh("at")
        start = 0 if array.size_class else make.pick(0, 0, 1)
        frame.before.append(Line(f"long {counter} = {start};", (counter,)))
        frame.indices.append(Index(counter, 0, array.length, of=array.size_class))
        frame.may_continue = False
        if make.chance(80):
            last, index = [Line(f"++{counter};")], (counter,)
        else:
            last = [Block(f"if ({name} > {make.pick('0', '1')})", [Line(f"++{counter};")])]
    header = f"for ({form}{name} : {array.whole})"
    return complete(make, header, frame, index, [(name, array.kind, array.type, writable)], last)


@weight(LOOPS, 7)
def size_loop(make):
    arrays = [array for array in make.arrays if array.size_class]
    if not arrays or make.trips() * 17 > MAX_TRIPS:
        return range_loop(make)
    array, name = make.random.choice(arrays), make.fresh("i")
    type = make.pick("std::size_t", "auto", "long", "unsigned", "int")
    size = f"{array.whole}.size()"
    if type in ("long", "int"):
        size = f"{type}({size})"
    start = f"{type} {name} = 0" if type != "auto" else f"decltype({size}) {name} = 0"
    if make.chance(25):
        held = make.fresh("size")
        start, size = f"{start}, {held} = {size}", held
    frame = Frame(indices=[Index(name, 0, 16, unsigned=type not in ("long", "int"),
                                 of=array.size_class)], trips=17)
    return complete(make, f"for ({start}; {name} {make.pick('<', '<', '!=')} {size}; ++{name})",
                    frame, (name,))


@weight(LOOPS, 5)
def iterator_loop(make):
    arrays = containers(make)
    if not arrays:
        return pointer_loop(make)
    array, name = make.random.choice(arrays), make.fresh("it")
    form = make.weighted({"forward": 6, "from second": 3, "reverse": 1, "while": 2, "half": 1})
    whole, frame = array.whole, Frame(trips=array.length)
    begin, end = f"{whole}.begin()", f"{whole}.end()"
    advance = make.pick(f"++{name}", f"{name}++", f"++{name}")
    places = [(f"*{name}", array.kind, array.type, array.writable)]
    if form == "from second":
        begin += " + 1"
        places.append((make.pick(f"*({name} - 1)", f"{name}[-1]"), array.kind, array.type,
                       array.writable))
    elif form == "half":
        end += " - 3"
        places.append((f"{name}[{make.pick(1, 2)}]", array.kind, array.type, array.writable))
    elif form == "reverse":
        begin, end = f"{whole}.rbegin()", f"{whole}.rend()"
    if form == "while":
        frame.before.append(Line(f"auto {name} = {begin};", (name,)))
        frame.may_continue = False
        return complete(make, f"while ({name} != {end})", frame, (name,), places,
                        [Line(f"{advance};")])
    header = f"for (auto {name} = {begin}; {name} {make.pick('!=', '!=', '<')} {end}; {advance})"
    return complete(make, header, frame, (name,), places)


@weight(LOOPS, 4)
def pointer_loop(make):
    arrays = containers(make, True)
    if not arrays:
        return counter_loop(make)
    array, name = make.random.choice(arrays), make.fresh("p")
    bound, greatest = bound_of(make)
    type = f"{'' if array.writable else 'const '}{array.type} *"
    frame = Frame(trips=greatest)
    access = [(f"*{name}", array.kind, array.type, array.writable)]
    if make.chance(40):
        access.append((f"{name}[{make.pick(1, 2, -1, 8)}]", array.kind, array.type, array.writable))
    end = f"{array.pointer} + {in_parentheses(bound)}"
    form = make.pick("for", "for", "while", "stride", "countdown")
    if bound == "m - 1" and form != "stride":
        form = "less"
    if form == "while":
        frame.before.append(Line(f"{type}{name} = {array.pointer};", (name,)))
        frame.before.append(Line(f"{type}const {name}_end = {end};"))
        frame.may_continue = False
        return complete(make, f"while ({name} != {name}_end)", frame, (name,), access,
                        [Line(f"++{name};")])
    if form == "countdown":
        left = make.fresh("left")
        frame.before += [Line(f"{type}{name} = {array.pointer};", (name,)),
                         Line(f"long {left} = {bound};", (left,))]
        frame.may_continue = False
        return complete(make, f"while ({left}-- > 0)", frame, (name, left), access,
                        [Line(f"{name}++;")])
    compare, advance = ("<", f"{name} += 2") if form == "stride" else (
        ("<" if form == "less" else "!="), f"++{name}")
    header = f"for ({type}{name} = {array.pointer}; {name} {compare} {end}; {advance})"
    return complete(make, header, frame, (name,), access)


def directive_loop(make):
    """A loop that has a directive already, of which the generator does know whether it is right."""
    make.size("n")
    own = make.fresh("own")
    make.frames[0].before.append(Line(f"long {own}[40] = {{}};", (own,)))
    i, t, s = make.fresh("i"), make.fresh("t"), make.fresh("s")
    header = f"for (long {i} = 0; {i} < n; ++{i})"
    plain = "#pragma omp parallel for"
    forms = [
        # directive, right, declarations before, body
        (plain, True, [], [f"{own}[{i}] = {i} * 3;"]),
        (plain, False, [], [f"{own}[{i} + 1] = {own}[{i}] + 1;"]),
        (f"{plain} reduction(+ : {s})", True, [s], [f"{s} += {own}[{i}] + {i};"]),
        (plain, False, [s], [f"{s} += {own}[{i}] + {i};"]),
        (f"{plain} reduction(* : {s})", False, [s], [f"{s} += {own}[{i}] + {i};"]),
        (f"{plain} private({t})", True, [t], [f"{t} = {i} + 2;", f"{own}[{i}] = {t} * {t};"]),
        (plain, False, [t], [f"{t} = {i} + 2;", f"{own}[{i}] = {t} * {t};"]),
        (f"{plain} lastprivate({t})", False, [t], [f"{own}[{i}] = {t};", f"{t} = {i} + 2;"]),
        (f"{plain} firstprivate({t})", True, [t], [f"{own}[{i} + 20] = {t} + {i};"]),
        (f"{plain} private({t})", False, [t], [f"{own}[{i} + 20] = {t} + {i};"]),
        (f"{plain} schedule(static, 1)", True, [], [f"{own}[2 * {i}] = {own}[2 * {i} + 1] + 1;"]),
        ("#pragma omp simd", True, [], [f"{own}[{i}] = {own}[{i} + 20] + 1;"]),
        ("#pragma omp simd", False, [], [f"{own}[{i} + 1] = {own}[{i}] + 1;"]),
    ]
    directive, right, names, body = make.random.choice(forms)
    before = [Line(f"long {name} = 1;", (name,)) for name in names]
    if names == [s]:
        make.accumulators.append(s)
    after = [Line(f"result += {name};") for name in names
             if name == s or "lastprivate" in directive]
    after.append(Line(f"result += {own}[{make.pick(0, 3, 21)}];"))
    loop = Loop(header, [Line(text) for text in body], index=(i,), directive=directive,
                directive_is_right=right)
    return [Block("", before + [loop] + after)]


# Homes


def declarations(make):
    return ", ".join(make.parameters), ", ".join(make.parameters.values())


def name_of(declaration):
    return re.findall(r"\w+", declaration)[-1]


@weight(HOMES, 50)
def plain_function(make, kernel):
    kernel.parameters, kernel.arguments = declarations(make)


@weight(HOMES, 8)
def called_function(make, kernel):
    """Called by the kernel, which catches what it throws."""
    kernel.parameters, kernel.arguments = declarations(make)
    body = kernel.body
    if make.throws:
        # The same body without its handler.
        body = [body[0], *body[1].body, body[-1]]
    function = Block(f"static long work({kernel.parameters})", body, declares=tuple(make.tracked))
    kernel.preamble.append(function)
    call = Line(f"return work({', '.join(name_of(text) for text in make.parameters)}) + 1;")
    kernel.body = [Block("try", [call]), Block(f"catch ({make.pick('long', '...')})",
                                               [Line("return -5;")])] if make.throws else [call]


@weight(HOMES, 18)
def member_function(make, kernel):
    """Some of the parameters become fields, which the body may name with or without `this`."""
    fields = [text for text in make.parameters if make.chance(60)]
    rest = [text for text in make.parameters if text not in fields]
    names = [name_of(text) for text in fields]
    if names and make.chance(40):
        explicit = re.compile(r"(?<![\w.>:])(" + "|".join(names) + r")\b(?![(:])")
        if not any(re.search(rf"\[&?{name}\]|\w [&*]?{name} =", text_of(kernel.body))
                   for name in names):
            rewrite(kernel.body, lambda text: explicit.sub(r"this->\1", text)
                    if make.chance(60) and "#" not in text else text)
    members = [Line(f"{text};") for text in fields]
    function = Block(f"long kernel({', '.join(rest)})", kernel.body, declares=tuple(make.tracked))
    kernel.preamble.append(Block("struct Host", members + [function], ";"))
    kernel.body = []
    values = ", ".join(make.parameters[text] for text in fields)
    kernel.setup.append(Line(f"Host host{{{values}}};"))
    kernel.call = "host.kernel({})"
    kernel.arguments = ", ".join(make.parameters[text] for text in rest)
    for text in fields:
        if text.startswith(("long base", "double base")):
            kernel.teardown.append(Line(f"A.keep(host.{name_of(text)});"))


def text_of(items):
    return "\n".join(item.text if isinstance(item, Line) else item.header + text_of(item.body)
                     for item in items)


def rewrite(items, change):
    for item in items:
        if isinstance(item, Line):
            item.text = change(item.text)
        else:
            if not item.header.startswith("struct"):
                item.header = change(item.header)
            rewrite(item.body, change)


@weight(HOMES, 8)
def constructor(make, kernel):
    """The body fills an object while it is constructed."""
    parameters, kernel.arguments = declarations(make)
    body = kernel.body[1:-1]
    if make.chance(50):
        kernel.preamble.append(Block("struct Work", [
            Line("long result = 0;"),
            Block(f"explicit Work({parameters})", body, declares=(*make.tracked, "result"))], ";"))
    else:
        kernel.preamble.append(Block("struct Work", [
            Line("long result = 0;"),
            Block(f"~Work()", [Line("result = 0;")]),
            Block(f"static long run({parameters})", kernel.body, declares=tuple(make.tracked)),
            Line("Work(long from) : result(from) {}")], ";"))
        kernel.body, kernel.call = [], "Work(Work::run({})).result"
        return
    kernel.body, kernel.call = [], "Work({}).result"


@weight(HOMES, 9)
def template_function(make, kernel):
    """`T` is the type of the counters and temporaries; instantiated once or twice."""
    parameters, arguments = declarations(make)
    rewrite(kernel.body, lambda text: re.sub(r"^for \(long (?=\w)", "for (T ", text)
            if make.chance(70) else re.sub(r"^long (t\d*) = ", r"T \1 = ", text))
    kernel.preamble.append(Block(f"template <class T> long work({parameters})", kernel.body,
                                 declares=tuple(make.tracked)))
    types = make.pick(("long",), ("long", "int"), ("int",), ("long", "short"))
    if "short" in types and any(loop.directive for loop in kernel.loops()):
        types = ("long",)  # g++ refuses a directive where the counter is narrower than the bound
    kernel.body, kernel.arguments = [], arguments
    kernel.call = f"work<{types[-1]}>({{}})"
    if len(types) == 2:
        kernel.setup.append(Line(f"A.keep(work<{types[0]}>({arguments}));"))


@weight(HOMES, 8)
def lambda_in_function(make, kernel):
    kernel.parameters, kernel.arguments = declarations(make)
    capture = make.pick("[&]", "[&]", "[&]")
    argument = "n" if "long n" in make.parameters else ""
    head = f"auto work = {capture}({'long n' if argument else ''}) -> long"
    kernel.body = [Block(head, kernel.body, ";"), Line(f"return work({argument});")]
