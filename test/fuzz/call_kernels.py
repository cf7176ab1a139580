# ===- call_kernels.py - loops that call functions with loops ----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# An iteration calls functions that have loops of their own, the same one several times, with the
# same arguments and with others (call_functions.py has the functions):
#
#   for (int i = 1; i < n; ++i) {
#     int t0[4];
#     fill(t0, in[i]);
#     fill(w[i], summed(t0));
#     if (in[i] > 3) {
#       fill(u0, i);                    harmful: each iteration leaves something else
#     }
#   }
#
# What a walk through a body keeps from one call to the next decides here: whose variable `k` is,
# where its loop starts, what a row held before. So there are 0 to 100 variables in front, and the
# places passed are globals, rows, locals of the function, of the iteration, and members.
#
# Every place has 4 elements; `v` and each value stay below 1000.
#
# ===------------------------------------------------------------------------===#

from call_functions import FUNCTIONS, over
from focus_kernels import ORACLE, tree
from kernel import Kernel, Line

# What is passed, by what takes it: `row`: of type int[4]; `pointer`; `vector`; `object`.
GLOBALS = {"u0": "row", "u1": "row", "ns::t2": "row", "table": "object"}
ROWS = 48  # at least, of what is subscripted by `i`


def generate(random):
    return Scene(random).kernel()


class Scene:
    """Builds one kernel; the lists hold lines of C++."""

    def __init__(self, random):
        self.random = random
        self.low = self.pick(1, 1, 0)
        self.restrict = self.chance(60)
        self.names = 0
        self.functions = {}  # name -> Function, as they are first called
        # Few: each of them is an obstacle, and one is enough.
        self.globals = dict.fromkeys(
            random.sample(list(GLOBALS), self.pick(0, 0, 0, 1, 1, 1, 2)))
        self.places = [(name, GLOBALS[name]) for name in self.globals]
        self.before, self.results, self.tracked = [], [], []
        self.parameters = {}  # declaration -> argument
        self.setup, self.teardown = [], []
        self.accumulators = set()
        self.lambdas = []

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    def fresh(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    # ---- The kernel

    def kernel(self):
        self.pointer("in", "const int", "A.i(3)")
        self.pointer("out", "long", "A.l(0)")
        self.rows()
        self.extra = []
        self.objects_in_front()
        self.variables_in_front()
        loop = self.loop()
        text = "\n".join([*self.before, *loop, *self.behind()])
        result = "long" if self.results else "void"
        if self.results:
            text += "\nreturn " + " + ".join(f"{2 * number + 1} * long({term})" for number, term in
                                             enumerate(self.results)) + ";"
        self.globals.update(dict.fromkeys(
            name for function in self.functions.values() for name in function.names))
        oracle = []
        for name in self.globals:
            oracle += self.load(name)
        preamble = "\n".join(self.declarations() + [
            function.text for function in self.functions.values()])
        return Kernel(", ".join([*self.parameters, "long n", "int m"]),
                      tree(f"{ORACLE}{' '.join(oracle)}\n{text}" if oracle else text),
                      ", ".join([*self.parameters.values(), "A.n", "int(A.m)"]), result,
                      ("n", "m", *self.tracked), preamble=tree(preamble, False), family="",
                      setup=[Line(line) for line in self.setup],
                      teardown=[Line(line) for line in self.teardown],
                      accumulators=tuple(sorted(self.accumulators)))

    def pointer(self, name, kind, argument):
        self.parameters[f"{kind} *{'__restrict ' if self.restrict else ''}{name}"] = argument

    def rows(self):
        """What each iteration has elements of."""
        slot = 0 if self.restrict else self.pick(0, 0, 1)
        form = self.pick("array", "array", "array", "flat")
        if form == "array":
            restrict = "__restrict " if self.restrict else ""
            self.parameters[f"int (*{restrict}w)[4]"] = (
                f"reinterpret_cast<int (*)[4]>(A.i({slot}))")
            self.own = [("w[i]", "row")] * 3
            self.others = [("w[i + 1]", "row"), ("w[3]", "row")]
            self.others += [("w[i - 1]", "row")] * self.low
        else:
            self.pointer("w", "int", f"A.i({slot})")
            self.own = [(self.pick("w + 4 * i", "&w[4 * i]"), "pointer")] * 3
            self.others = [(self.pick("w + 4 * i + 2", "w + 8", "w + 4 * i + 4"), "pointer")]
            self.others += [("w + 4 * (i - 1)", "pointer")] * self.low
        more = self.pick("none", "none", "none", "static", "vector", "array", "objects")
        if more == "static":
            self.globals["grid"] = None
            self.own.append(("grid[i]", "row"))
            self.others.append((f"grid[{self.pick('i % 2', '2', 'i / 2')}]", "row"))
        elif more == "vector":
            self.parameters["std::vector<std::vector<int>> &lists"] = "lists"
            self.setup += [f"std::vector<std::vector<int>> lists({ROWS}, A.vi(3, 4));"]
            self.teardown.append("for (auto &each : lists) A.keep(each);")
            self.own.append(("lists[i]", "vector"))
            self.others.append((f"lists[{self.pick('0', 'i + 1', 'i / 2')}]", "vector"))
        elif more == "array":
            self.parameters["std::vector<std::array<int, 4>> &cells"] = "cells"
            self.setup += [f"std::vector<std::array<int, 4>> cells({ROWS}, "
                           "std::array<int, 4>{1, 2, 3, 4});"]
            self.teardown.append("for (auto &each : cells) A.keep(each.data(), 4);")
            self.own.append(("cells[i]", "array"))
            self.others.append((f"cells[{self.pick('5', 'i + 1', 'i % 4')}]", "array"))
        elif more == "objects":
            self.globals["tables"] = None
            self.own.append(("tables[i]", "object"))
            self.others.append((f"tables[{self.pick('1', 'i + 1', 'i % 3')}]", "object"))

    def variables_in_front(self):
        """A walk numbers what it meets, and orders it by its number, as a text: with so many in
        front that the loop meets the tenth or the hundredth one, an order may turn round."""
        met = len(self.parameters) + len(self.before) + 2
        count = max(0, self.pick(0, 10, 100, 100, 100) - self.random.randrange(14) - met)
        form = self.pick("variables", "variables", "lines")
        self.extra = [f"e{number}" for number in range(count)]
        if form == "lines":
            self.before[:0] = [f"int {name} = {name[1:]};" for name in self.extra]
        elif count:
            self.before.insert(0, "int " + ", ".join(f"{name} = {name[1:]}" for name in self.extra)
                               + ";")

    def objects_in_front(self):
        """Locals of the function: private to an iteration that writes them first."""
        for _ in range(self.pick(0, 0, 1, 1, 2)):
            name = self.fresh("h")
            form = self.pick("row", "row", "vector", "array", "object", "pointer")
            self.before.append({"row": f"int {name}[4] = {{1, 2, 3, 4}};",
                                "array": f"std::array<int, 4> {name}{{}};",
                                "vector": f"std::vector<int> {name}(4, 2);",
                                "object": f"Table {name};",
                                "pointer": f"int *{name} = u0;"}[form])
            if form == "pointer":
                self.globals["u0"] = None
            self.places.append((name, form))
            if form != "pointer" and self.chance(60):
                self.results.append(self.read((name, form), 2))
        for _ in range(self.pick(0, 0, 0, 1, 2)):
            self.local_function()

    def local_function(self):
        """A lambda with a loop, which may reach what is in front by itself."""
        name = self.fresh("f")
        named = [place for place, form in self.places if form in ("row", "pointer")]
        if named and self.chance(50):
            place = self.pick(*named)
            self.before.append(f"auto {name} = [&](int v) {{\n" + over(
                self, "4", lambda k: f"{place}[{k}] = v + {k};") + "\n};")
            self.lambdas.append(lambda value: f"{name}({value});")
        else:
            self.before.append(f"auto {name} = [](int *p, int v) {{\n" + over(
                self, "4", lambda k: f"p[{k}] = v - ({k});") + "\n};")
            self.lambdas.append(lambda value: f"{name}({self.as_pointer(self.place())}, {value});")

    def loop(self):
        i = self.pick("int", "int", "long")
        head = self.pick(f"for ({i} i = {self.low}; i < n; ++i)",
                         f"for ({i} i = {self.low}; i < n; ++i)",
                         f"for ({i} i = {self.low}; i < n; i++)",
                         f"for ({i} i = n - 1; i >= {self.low}; --i)",
                         f"for ({i} i = {self.low}; i < 9; ++i)",
                         f"for ({i} i = {self.low}; i <= m + 2; ++i)", "while")
        body, before, is_pair = [], len(self.places), self.chance(40)
        for _ in range(self.pick(0, 1) if is_pair else self.pick(0, 0, 1, 1, 2)):
            body += self.local()
        if is_pair:
            body += self.pair()
        for _ in range(self.pick(0, 0, 1) if is_pair else self.pick(1, 1, 2, 2, 2, 3, 3, 4)):
            body.append(self.statement())
            if self.chance(5) and head != "while":
                body.append(f"if ({self.condition()}) {{\ncontinue;\n}}")
            elif self.chance(2):
                body.append(f"if ({self.condition()}) {{\nbreak;\n}}")
        if self.chance(60):
            body.append(f"out[i] = (out[i] + {self.value()}) % 1000;")
        del self.places[before:]
        if head == "while":
            self.before.append(f"{i} i = {self.low};")
            self.accumulators.add("i")
            return ["while (i < n) {", *body, "++i;", "}"]
        return [head + " {", *body, "}"]

    def behind(self):
        """Reads or overwrites what the loop leaves."""
        places = [place for place in self.places if place[1] != "object"]
        if not places or self.chance(60):
            return []
        # Here is no `i`.
        return [f"fill({self.as_pointer(self.pick(*places))}, 7);"] if self.add("fill") else []

    # ---- Statements

    def local(self):
        name = self.fresh("t")
        form = self.pick("row", "row", "row", "unset", "unset", "vector", "array", "object", "name",
                         "name", "reference")
        if form == "unset":
            self.add("fill")
            lines = [f"int {name}[4];", f"fill({name}, {self.value()});"]
            self.places += [(name, "row")] * 2  # not before: the value must not read it
            return lines
        if form == "name":
            place = self.as_pointer(self.place())
            self.places += [(name, "pointer")] * 2
            return [f"int *{name} = {place};"]
        if form == "reference":
            rows = [place for place, kind in self.candidates() if kind == "row"]
            if not rows:
                return []
            line = f"int (&{name})[4] = {self.pick(*rows)};"
            self.places += [(name, "row")] * 2
            return [line]
        self.places += [(name, form)] * 2
        return [{"row": f"int {name}[4] = {{}};", "vector": f"std::vector<int> {name}(4);",
                 "array": f"std::array<int, 4> {name}{{}};", "object": f"Table {name};"}[form]]

    def pair(self):
        """The same function twice: harmless, and perhaps not."""
        name = self.draw("write")
        harmless = self.call(name, self.own + self.places)
        harmful = self.call(name, [*self.others, ("u0", "row"), ("u1", "row"), ("table", "object")])
        calls = [harmless, harmful if self.chance(70) else self.call(name)]
        if self.chance(20):
            self.random.shuffle(calls)
        if self.chance(25):
            calls[1] = f"if ({self.condition()}) {{\n{calls[1]}\n}}"
        return calls

    def statement(self, depth=0):
        form = self.random.randrange(100)
        if form < 10 and depth < 2:
            text = f"if ({self.condition()}) {{\n{self.statement(depth + 1)}\n}}"
            if self.chance(60):
                text += f" else {{\n{self.statement(depth + 1)}\n}}"
            return text
        if form < 16 and depth < 2:
            r = self.fresh("r")
            head = self.pick(f"for (int {r} = 0; {r} < 2; ++{r})",
                             f"for (int {r} = 0; {r} < m; ++{r})",
                             f"for (int {r} = 3; {r} > 0; --{r})")
            stop = (f"\nif ({self.condition()}) {{\n{self.pick('break', 'continue')};\n}}"
                    if self.chance(15) else "")
            return f"{head} {{\n{self.statement(depth + 1)}{stop}\n{self.statement(depth + 1)}\n}}"
        if form < 24 and self.lambdas:
            return self.pick(*self.lambdas)(self.value())
        if form < 55:
            # Twice or three times the same function.
            name = self.draw("write")
            first = self.call(name)
            calls = [first] + [first if self.chance(25) else self.call(name)
                               for _ in range(self.pick(1, 1, 2))]
            return "\n".join(calls)
        if form < 88:
            return self.call(self.draw("write"))
        return f"out[i] = {self.value()};"

    def draw(self, role):
        """A function for this: one that is called already, or another."""
        known = [name for name in self.functions if FUNCTIONS[name].role == role]
        if known and self.chance(55):
            return self.pick(*known)
        return self.pick(*(name for name, entry in FUNCTIONS.items() if entry.role == role))

    def add(self, name):
        """Defines the function in front of the kernel, unless it is."""
        if name not in self.functions:
            for other in FUNCTIONS[name].calls:
                self.add(other)
            function = FUNCTIONS[name].make(self)
            self.functions[name] = function
            self.setup += function.setup
        return self.functions[name]

    def call(self, name, places=()):
        """A call, whose first place is one of these if one is of its kind."""
        function = self.add(name)
        arguments = [self.argument(kind, places) for kind in function.takes[:1]]
        arguments += [self.argument(kind) for kind in function.takes[1:]]
        return function.form.format(*arguments) + (";" if function.role == "write" else "")

    def argument(self, kind, places=()):
        if kind == "value":
            return self.value(1)
        if kind == "count":
            return self.pick("4", "4", "3", "2", "i % 4 + 1", "i % 5", "m % 5", "0")
        return self.converted(self.place(kind, places), kind)

    def value(self, depth=0):
        form = self.random.randrange(100)
        if form < 30:
            return self.pick("in[i]", "in[i]", "in[i + 1]", "in[2]")
        if form < 45:
            return self.pick("int(i)", "int(i % 7)", str(self.random.randrange(10)), "m",
                             *self.extra[:1])
        if depth > 1 or form < 50:
            return "int(out[i] % 50)" if self.chance(20) else "in[i] % 5"
        if form < 92:
            return self.call(self.draw("read"))
        return f"({self.value(depth + 1)} + {self.value(depth + 1)}) % 97"

    def read(self, place, depth):
        """The sum of a place, where there is no `i`."""
        if place[1] == "object":
            self.add("member_sum")
            return f"{place[0]}.sum()"
        self.add("summed")
        return f"summed({self.as_pointer(place)})"

    def condition(self):
        return self.pick(f"{self.value(1)} > {self.random.randrange(20)}", "in[i] > 0",
                         "i % 2 == 0", "i > 3", "in[i] < 20", f"{self.value(1)} % 3 == 0")

    # ---- Places

    def candidates(self):
        return self.places + self.own + [place for place in self.others if self.chance(4)]

    def place(self, kind="pointer", places=()):
        accepted = {"pointer": ("row", "pointer", "vector", "array", "object"),
                    "row": ("row",), "span": ("row", "vector", "array"),
                    "vector": ("vector",), "array": ("array",), "object": ("object",),
                    "any": ("row", "vector", "array")}[kind]
        found = [place for place in places if place[1] in accepted] or [
            place for place in self.candidates() if place[1] in accepted]
        if found:
            return self.pick(*found)
        return {"vector": ("list", "vector"), "array": ("cell", "array"),
                "object": ("table", "object")}.get(kind) or ("u1", "row")

    def converted(self, place, kind):
        self.declare(place[0])
        return self.as_pointer(place) if kind == "pointer" else place[0]

    def declare(self, name):
        if name in ("list", "cell", "table", "u0", "u1"):
            self.globals[name] = None

    def as_pointer(self, place):
        name, form = place
        self.declare(name)
        if form in ("vector", "array"):
            return f"{name}.data()"
        return f"{name}.at" if form == "object" else name

    # ---- What stands in front of the kernel

    def declarations(self):
        lines = ["struct Table {\nint at[4] = {};\nint seen = 0;"]
        lines += [function.member for function in self.functions.values() if function.member]
        lines += ["};"]
        for name in self.globals:
            lines.append({"ns::t2": "namespace ns {\nstatic int t2[4];\n}",
                          "table": "static Table table;", "list": "static std::vector<int> list;",
                          "cell": "static std::array<int, 4> cell;",
                          "grid": f"static int grid[{ROWS}][4];",
                          "tables": f"static Table tables[{ROWS}];"}.get(
                              name, f"static int {name}[4];"))
        return lines

    def load(self, name):
        """Sets a global for each run, keeps what it has afterwards, and names it to the oracle."""
        plain = name.split("::")[-1]
        if name == "list":
            self.setup.append("list = A.vi(3, 4);")
            self.teardown.append("A.keep(list);")
        elif name == "cell":
            self.setup.append("A.load(cell.data(), 4);")
            self.teardown.append("A.keep(cell.data(), 4);")
        elif name == "table":
            self.setup += ["A.load(table.at, 4);", "table.seen = 0;"]
            self.teardown += ["A.keep(table.at, 4);", "A.keep(table.seen);"]
        elif name == "grid":
            self.setup.append(f"A.load(&grid[0][0], {4 * ROWS});")
            self.teardown.append(f"A.keep(&grid[0][0], {4 * ROWS});")
        elif name == "tables":
            self.setup.append("for (Table &each : tables) A.load(each.at, 4), each.seen = 0;")
            self.teardown.append("for (Table &each : tables) "
                                 "A.keep(each.at, 4), A.keep(each.seen);")
        else:
            self.setup.append(f"A.load({name}, 4);")
            self.teardown.append(f"A.keep({name}, 4);")
        return [f'fuzz::oracle::Variable track_{plain}({name}, "{plain}");']

