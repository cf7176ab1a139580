# ===- call_functions.py - functions with loops that kernels call ------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# What call_kernels.py calls. Each function reads or writes the 4 elements of a place by a loop,
# whose form is drawn for each kernel: `for`, `while` or `do`, up or down, with two counters, a
# condition in the body, nested. Some call others, or themselves; some have state.
#
# ===------------------------------------------------------------------------===#

from dataclasses import dataclass, field

FUNCTIONS = {}


@dataclass
class Function:
    """A definition, and how it is called: `form` with one argument for each of `takes`."""
    role: str  # `write`: its call is a statement; `read`: it is a value
    form: str
    takes: tuple
    text: str = ""
    member: str = ""  # a definition inside the class `Table`
    setup: list = field(default_factory=list)  # resets what it keeps
    names: tuple = ()  # globals that it names


@dataclass
class Entry:
    role: str
    calls: tuple
    make: object


def function(role, calls=()):
    def add(make):
        FUNCTIONS[make.__name__] = Entry(role, calls, make)
        return make
    return add


def over(m, size, statement):
    """A loop over 0 to `size` - 1, as it may be written; `statement` gives its text for an index.

    `size`: a number, which is at least 1, or a name, which may be 0.
    """
    k, j = m.fresh("k"), m.fresh("j")
    forms = ["up", "up", "up", "down", "while", "decreasing", "two", "unequal", "endless", "leaves",
             "skips", "post"]
    if size.isdigit():
        forms.append("do")
        forms += ["nested"] * (size == "4")
    form = m.pick(*forms)
    if form in ("while", "decreasing", "endless", "do", "post"):
        m.accumulators.add(k)
    return {
        "up": f"for (int {k} = 0; {k} < {size}; {m.pick('++' + k, k + '++')}) {{\n"
              f"{statement(k)}\n}}",
        "down": f"for (int {k} = {size} - 1; {k} >= 0; --{k}) {{\n{statement(k)}\n}}",
        "while": f"int {k} = 0;\nwhile ({k} < {size}) {{\n{statement(k)}\n++{k};\n}}",
        "decreasing": f"int {k} = {size};\nwhile ({k} > 0) {{\n--{k};\n{statement(k)}\n}}",
        "post": f"int {k} = {size};\nwhile ({k}-- > 0) {{\n{statement(k)}\n}}",
        "two": f"for (int {k} = 0, {j} = {size} - 1; {k} < {size}; ++{k}, --{j}) {{\n"
               f"{statement(m.pick(k, j))}\n}}",
        "unequal": f"for (int {k} = 0; {k} != {size}; ++{k}) {{\n{statement(k)}\n}}",
        "endless": f"int {k} = 0;\nfor (;;) {{\nif ({k} >= {size}) break;\n{statement(k)}\n"
                   f"++{k};\n}}",
        "leaves": f"for (int {k} = 0; {k} < 8; ++{k}) {{\nif ({k} == {size}) {{\nbreak;\n}}\n"
                  f"{statement(k)}\n}}",
        "skips": f"for (int {k} = 0; {k} < 4; ++{k}) {{\nif ({k} >= {size}) {{\ncontinue;\n}}\n"
                 f"{statement(k)}\n}}",
        "do": f"int {k} = 0;\ndo {{\n{statement(k)}\n++{k};\n}} while ({k} < {size});",
        "nested": f"for (int {k} = 0; {k} < 2; ++{k}) {{\nfor (int {j} = 0; {j} < 2; ++{j}) {{\n"
                  f"{statement(f'2 * {k} + {j}')}\n}}\n}}",
    }[form]


def total(m, place, size="4"):
    """Statements that add up a place into a new variable, and its name."""
    s = m.fresh("s")
    m.accumulators.add(s)
    return f"int {s} = 0;\n" + over(m, size, lambda k: f"{s} += {place}[{k}];"), s


def filled(m):
    return m.pick(lambda k: f"p[{k}] = v;", lambda k: f"p[{k}] = v + {k};",
                  lambda k: f"p[{k}] = v % 10 * ({k}) + 1;")


# ---- What is written

@function("write")
def fill(m):
    return Function("write", "fill({}, {})", ("pointer", "value"),
                    f"static void fill(int *p, int v) {{\n{over(m, '4', filled(m))}\n}}")


@function("write")
def part(m):
    """As many elements as asked for."""
    return Function("write", "part({}, {}, {})", ("pointer", "value", "count"),
                    f"static void part(int *p, int v, int n) {{\n{over(m, 'n', filled(m))}\n}}")


@function("write")
def twice(m):
    """Two loops, the second one over what the first one wrote, or over a rest."""
    second = m.pick(lambda k: f"p[{k}] = (p[{k}] * 2 + v) % 500;",
                    lambda k: f"p[3 - ({k})] = v - ({k});", lambda k: f"p[{k}] += {k};")
    return Function("write", "twice({}, {})", ("pointer", "value"),
                    f"static void twice(int *p, int v) {{\n{{\n{over(m, '4', filled(m))}\n}}\n"
                    f"{{\n{over(m, m.pick('4', '2'), second)}\n}}\n}}")


@function("write")
def add(m):
    return Function("write", "add({}, {})", ("pointer", "value"),
                    "static void add(int *p, int v) {\n" + over(
                        m, "4", lambda k: f"p[{k}] = (p[{k}] + v) % 1000;") + "\n}")


@function("write")
def copy(m):
    at = m.pick("{}", "{}", "{}", "3 - ({})", "({} + 1) % 4")
    return Function("write", "copy({}, {})", ("pointer", "pointer"),
                    "static void copy(int *p, const int *q) {\n" + over(
                        m, "4", lambda k: f"p[{k}] = q[{at.format(k)}];") + "\n}")


@function("write", ("fill", "add"))
def refill(m):
    return Function("write", "refill({}, {})", ("pointer", "value"),
                    "static void refill(int *p, int v) {\n" + m.pick(
                        "fill(p, v);\nadd(p, 1);", "fill(p, v);\nfill(p, v + 1);",
                        "int t[4];\nfill(t, v);\nadd(t, 2);\n" + over(
                            m, "4", lambda k: f"p[{k}] = t[{k}];"),
                        "if (v > 3) {\nfill(p, v);\n} else {\nadd(p, v);\n}") + "\n}")


@function("write", ("fill",))
def both(m):
    return Function("write", "both({}, {}, {})", ("pointer", "pointer", "value"),
                    "static void both(int *p, int *q, int v) {\nfill(p, v);\n"
                    f"fill({m.pick('q', 'q', 'p')}, v + 1);\n}}")


@function("write")
def local(m):
    """By way of an array of its own, which may keep what the last call left."""
    kind = m.pick("int", "int", "static int", "static const int")
    steps = [f"p[@] = (t[@] + {m.pick('v', '1')}) % 1000;"]
    if "const" not in kind:
        steps.insert(m.pick(0, 0, 1), "t[@] = v - @;")
    lines = [over(m, "4", lambda k, step=step: step.replace("@", k if k.isalnum() else f"({k})"))
             for step in steps]
    names = "if (!p) {\n" + over(m, "4", lambda k: f"t[{k}] = 0;") + "\nreturn;\n}\n"
    return Function("write", "local({}, {})", ("pointer", "value"),
                    f"static void local(int *p, int v) {{\n{kind} t[4] = {{3, 1, 2}};\n"
                    + names * (kind == "static int") + "\n".join(lines) + "\n}",
                    setup=["local(nullptr, 0);"] * (kind == "static int"))


@function("write")
def counted(m):
    """A function with state."""
    update = m.pick("kept = v;", "kept += 1;", "kept = kept * 3 % 17 + v % 50;")
    return Function("write", "counted({}, {})", ("pointer", "value"),
                    "static void counted(int *p, int v) {\nstatic int kept = 0;\nif (!p) {\n"
                    f"kept = 0;\nreturn;\n}}\n{update}\n" + over(
                        m, "4", m.pick(lambda k: f"p[{k}] = kept % 50 + {k};",
                                       lambda k: f"p[{k}] = v;")) + "\n}",
                    setup=["counted(nullptr, 0);"])


@function("write")
def into_global(m):
    """A loop over a global that nobody passes."""
    name = m.pick("u0", "u1", "ns::t2")
    return Function("write", "into_global({})", ("value",),
                    "static void into_global(int v) {\n" + over(
                        m, "4", m.pick(lambda k: f"{name}[{k}] = v;",
                                       lambda k: f"{name}[{k}] = v % 7 + {k};",
                                       lambda k: f"{name}[{k}] = ({name}[{k}] + v) % 500;"))
                    + "\n}", names=(name,))


@function("write")
def recursive(m):
    """Calls itself up to four times."""
    form = m.pick("p[d - 1] = v + d;\nrecursive(p, v, d - 1);",
                  "recursive(p, v, d - 1);\np[d - 1] = v;",
                  over(m, "d", lambda k: f"p[{k}] = v + d;") + "\nrecursive(p, v, d - 1);")
    return Function("write", "recursive({}, {}, {})", ("pointer", "value", "count"),
                    f"static void recursive(int *p, int v, int d) {{\nif (d <= 0) {{\nreturn;\n}}\n"
                    f"{form}\n}}")


@function("write")
def instance(m):
    """Two instances of a template, whose loops differ in their bounds."""
    return Function("write", m.pick("instance<4>({}, {})", "instance<2>({}, {})"),
                    ("pointer", "value"),
                    "template <int N> static void instance(int *p, int v) {\n"
                    f"{over(m, 'N', filled(m))}\n}}")


@function("write")
def container(m):
    """A template over arrays and containers, by reference."""
    body = m.pick(f"{over(m, '4', filled(m))}", "for (int &x : p) {\nx = v;\n}",
                  "for (auto it = std::begin(p); it != std::end(p); ++it) {\n*it = v;\n}")
    return Function("write", "container({}, {})", ("any", "value"),
                    f"template <class P> static void container(P &p, int v) {{\n{body}\n}}")


@function("write")
def by_reference(m):
    return Function("write", "by_reference({}, {})", ("row", "value"),
                    "static void by_reference(int (&p)[4], int v) {\n" + m.pick(
                        over(m, "4", filled(m)), "for (int &x : p) {\nx = v;\n}") + "\n}")


@function("write")
def spanned(m):
    body = m.pick("for (int &x : p) {\nx = v;\n}", over(m, "4", filled(m)),
                  "for (std::size_t e = 0; e < p.size(); ++e) {\np[e] = v;\n}")
    return Function("write", "spanned({}, {})", ("span", "value"),
                    f"static void spanned(std::span<int> p, int v) {{\n{body}\n}}")


@function("write")
def listed(m):
    body = m.pick("for (int &x : p) {\nx = v;\n}", over(m, "4", filled(m)),
                  "for (std::size_t e = 0; e < p.size(); ++e) {\np[e] = v + int(e);\n}")
    return Function("write", "listed({}, {})", ("vector", "value"),
                    f"static void listed(std::vector<int> &p, int v) {{\n{body}\n}}")


@function("write")
def walking(m):
    """By a pointer that moves."""
    body = m.pick("for (int *q = p; q != p + 4; ++q) {\n*q = v;\n}",
                  "for (int *q = p, *e = p + 4; q < e; ++q) {\n*q = v;\n}",
                  "int *q = p;\nwhile (q < p + 4) {\n*q++ = v;\n}")
    return Function("write", "walking({}, {})", ("pointer", "value"),
                    f"static void walking(int *p, int v) {{\n{body}\n}}")


@function("write")
def second(m):
    """A pointer to an element that a loop finds."""
    k = m.fresh("k")
    find = m.pick(f"do {{\n++{k};\n}} while ({k} < 1);", f"while ({k} < 3) {{\n++{k};\n}}",
                  f"while ({k} < 3 && p[{k}] > 5) {{\n++{k};\n}}")
    return Function("write", "*second({}) = {}", ("pointer", "value"),
                    f"static int *second(int *p) {{\nint {k} = 0;\n{find}\nreturn p + {k};\n}}")


@function("write")
def element(m):
    """A reference to an element that a loop finds."""
    k = m.fresh("k")
    return Function("write", "element({}, {}) = {}", ("pointer", "value", "value"),
                    f"static int &element(int *p, int v) {{\nint {k} = 0;\n" + m.pick(
                        f"while ({k} < v % 4) {{\n++{k};\n}}",
                        f"for (; {k} < 3; ++{k}) {{\nif (p[{k}] > v) {{\nbreak;\n}}\n}}")
                    + f"\nreturn p[{k}];\n}}")


@function("write")
def member_fill(m):
    seen = m.pick("", "", "seen = v;", "++seen;")
    return Function("write", "{}.fill({})", ("object", "value"),
                    member="void fill(int v) {\n" + over(
                        m, "4", lambda k: f"at[{k}] = v + {k};") + f"\n{seen}\n}}")


@function("write")
def object_pointer(m):
    return Function("write", "object_pointer(&{}, {})", ("object", "value"),
                    "static void object_pointer(Table *b, int v) {\n" + over(
                        m, "4", lambda k: f"b->at[{k}] = v;") + "\n}")


@function("write")
def each(m):
    """A loop that calls what it is given."""
    return Function("write", "each([&](int x) {{ ({0})[x] = {1}; }})", ("pointer", "value"),
                    "template <class F> static void each(F f) {\n" + over(
                        m, "4", lambda k: f"f({k});") + "\n}")


# ---- What is read

@function("read")
def summed(m):
    text, s = total(m, "p")
    return Function("read", "summed({})", ("pointer",),
                    f"static int summed(const int *p) {{\n{text}\nreturn {s} % 200;\n}}")


@function("read")
def sum_of_part(m):
    text, s = total(m, "p", "n")
    return Function("read", "sum_of_part({}, {})", ("pointer", "count"),
                    f"static int sum_of_part(const int *p, int n) {{\n{text}\n"
                    f"return {s} % 200;\n}}")


@function("read")
def find(m):
    """The first element above a limit."""
    return Function("read", "find({}, {})", ("pointer", "value"),
                    "static int find(const int *p, int v) {\n" + m.pick(
                        "int k = 0;\nfor (; k < 3; ++k) {\nif (p[k] > v) {\nbreak;\n}\n}\n"
                        "return p[k];",
                        "for (int k = 0; k < 4; ++k) {\nif (p[k] > v) {\nreturn k;\n}\n}\n"
                        "return -1;",
                        "int k = 0;\nwhile (k < 3 && p[k] <= v) {\n++k;\n}\nreturn k;") + "\n}")


@function("read")
def last(m):
    """The last value of a loop, in front of which a variable has another one."""
    start = m.pick("0", "v", "p[0]")
    return Function("read", "last({}, {})", ("pointer", "value"),
                    f"static int last(const int *p, int v) {{\nint r = {start};\n" + over(
                        m, "4", lambda k: f"r = p[{k}];") + "\nreturn (r + v) % 200;\n}")


@function("read", ("fill", "summed"))
def through(m):
    """Writes an array of its own, by a function, and reads it."""
    return Function("read", "through({})", ("value",),
                    "static int through(int v) {\nint t[4];\nfill(t, v);\n"
                    f"{m.pick('', 'fill(t, v + 1);')}\nreturn summed(t);\n}}")


@function("read")
def doubled(m):
    """Writes what it is given, and returns a value."""
    return Function("read", "doubled({}, {})", ("pointer", "value"),
                    "static int doubled(int *p, int v) {\nint t = v;\n" + over(
                        m, m.pick("2", "4"), m.pick(
                            lambda k: f"p[{k}] = t;\nt = (t + p[{k}] % 7) % 300;",
                            lambda k: f"p[{k}] = v + {k};")) + "\nreturn t;\n}")


@function("read")
def by_value(m):
    text, s = total(m, "b.at")
    return Function("read", "by_value({})", ("object",),
                    f"static int by_value(Table b) {{\n{m.pick('', 'b.at[2] = 3;')}\n{text}\n"
                    f"return {s} % 200;\n}}")


@function("read")
def member_sum(m):
    text, s = total(m, "at")
    return Function("read", "{}.sum()", ("object",),
                    member=f"int sum() const {{\n{text}\nreturn {s} % 200;\n}}")


@function("read")
def sum_of_list(m):
    parameter = m.pick("std::vector<int> p", "const std::vector<int> &p")
    m.accumulators.add("s")
    return Function("read", "sum_of_list({})", ("vector",),
                    f"static int sum_of_list({parameter}) {{\nint s = 0;\n"
                    "for (int x : p) {\ns += x;\n}\n"
                    f"return s % 200;\n}}")


@function("read")
def depth(m):
    """Calls itself, as often as an argument says."""
    k = m.fresh("k")
    return Function("read", "depth({}, {})", ("pointer", "count"),
                    f"static int depth(const int *p, int d) {{\nint most = 0;\n"
                    f"for (int {k} = 0; {k} < d; ++{k}) {{\n"
                    f"most = most > p[{k}] ? most : p[{k}];\n}}"
                    "\nreturn d > 0 ? (most + depth(p, d - 1)) % 200 : 0;\n}")
