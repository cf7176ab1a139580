# ===- access_features.py - subscripts beyond sums of the indices ----------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Features for the family `accesses`: index arrays with and without repeated elements, rows of
# sparse matrices, symbolic offsets and extents, remainders and bit operations, polynomials, ranges
# handed to library functions, bounds and offsets in memory that the loop may write.
#
# ===------------------------------------------------------------------------===#

from focus_features import Registry

FEATURES = Registry()
feature = FEATURES.feature
LETTERS = dict(double="d", float="f", long="l", int="i", unsigned="u", short="s")
ORDERS = ("Random", "Random", "Identity", "Permutation", "Permutation", "Increasing",
          "NonDecreasing")


def index_array(m, name, orders=ORDERS):
    order = m.pick(*orders)
    home = m.pick("pointer", "pointer", "vector", "restrict")
    if home == "vector":
        m.setup.append(f"std::vector<int> {name}(A.index(fuzz::{order}), "
                       f"A.index(fuzz::{order}) + 64);")
        m.parameters[f"const std::vector<int> &{name}"] = name
    else:
        restrict = "__restrict " if m.restrict and home == "restrict" else ""
        m.parameters[f"const int *{restrict}{name}"] = f"A.index(fuzz::{order})"


@feature(4)
def scatter(m):
    """Writes through index arrays: in place, to another array, twice, from where others write."""
    a = m.array()
    index_array(m, "x")
    at = m.pick("x[i]", "x[i]", "x[i]", "x[i] + 1", "2 * x[i]", "x[i + 1]", "x[x[i]]", "x[i] / 2",
                "x[i] + m", "x[i] * 2 + 1", "40 - x[i]", "x[i] ^ 1", "x[2 * i]", "x[9 - long(i) + 6]")
    i = m.index
    other = m.pick("x[i] + 32", "x[i + 1]", "i + 40", "i", "x[i]", "x[i] + 1")
    form = m.pick("write", "write", "update", "read", "two", "guarded", "second", "inner", "local",
                  "own", "set")
    if form == "write":
        return f"{a}[{at}] = {m.pick(m.new(), m.fit(i))};"
    if form == "update":
        return f"{a}[{at}] = {m.fit(f'{a}[{at}] * 2 + {i}')};"
    if form == "read":
        return f"{a}[{at}] = {m.fit(f'{a}[{other}] + 1')};"
    if form == "two":
        return f"{a}[{at}] = {m.new()};\n{a}[{other}] = {m.fit(i)};"
    if form == "guarded":
        guard = m.pick("x[i] != x[i + 1]", "x[i] > 3", f"x[i] < {i}", f"x[i] == {i}", m.guard())
        if guard.startswith("x[i] ") and "!=" not in guard:
            guard = f"long(x[i]){guard[len('x[i]'):]}"
        return f"if ({guard}) {{\n{a}[{at}] = {m.fit(i)};\n}}"
    if form == "second":
        index_array(m, "y")
        return m.pick(f"{a}[x[i]] = {m.fit(f'{a}[y[i]] + 1')};",
                      f"{a}[y[x[i]]] = {m.fit(i)};", f"{a}[x[i]] = {m.fit('y[i]')};",
                      f"{a}[x[i] + y[i]] = {m.fit(i)};", f"{a}[x[i]] = 1;\n{a}[y[i]] = 2;",
                      f"{a}[x[i] + 32] = {m.fit(f'{a}[y[i]] + 1')};")
    if form == "inner":
        place = m.pick("x[i] * 8 + j", "x[i] + j", "x[j] + 8 * i", "x[j]", "x[i] * 4 + j")
        return (f"for (long j = 0; j < {m.pick('3', 'm', 'k')}; ++j) {{\n"
                f"{a}[{place}] = {m.fit(f'{i} + j')};\n}}")
    if form == "local":
        return f"const int q = {at};\n{a}[q] = {m.fit(f'{a}[q] + {i}')};"
    if form == "own":
        # An index array that the loop writes itself.
        m.before.append("int y[64] = {};")
        m.before.append("for (int e = 0; e < 64; ++e) {")
        value = m.pick("e", "e / 2", "63 - e", "2 * e", "e % 7", "3 * e + 1", "(e * 5) % 64")
        m.before.append(f"y[e] = {value};")
        m.before.append("}")
        more = m.pick("", "", "", f"\ny[{m.pick('i', 'i + 1', '5')}] = int({i});")
        return f"{a}[y[i]] = {m.fit(i)};{more}"
    # A list of distinct places, or nearly.
    m.before += ["std::vector<int> y;", "for (int e = 0; e < 20; ++e) {",
                 m.pick("y.push_back(e);", "y.push_back(e / 2);", "y.push_back(19 - e);",
                        "if (x[e] > 3) y.push_back(e);"), "}"]
    m.header(signed=True, up=True, low=0)
    m.head, m.outside, m.index = "for (std::size_t i = 0; i < y.size(); ++i)", "", "long(i)"
    return f"{a}[y[i]] = {m.fit('long(i) + 1')};"


@feature(4)
def sparse(m):
    """Ranges of elements given by neighbouring entries of an array."""
    a = m.array()
    index_array(m, "row", ("NonDecreasing", "NonDecreasing", "Increasing", "Random", "Identity"))
    i = m.index
    low, high = m.pick(("row[i]", "row[i + 1]"), ("row[i]", "row[i + 1]"), ("row[i]", "row[i + 1]"),
                       ("row[i]", "row[i + 1] + 1"), ("row[i]", "row[i] + k"), ("0", "row[i]"),
                       ("row[i]", "row[i + 2]"), ("row[i] + 1", "row[i + 1]"),
                       ("row[i + 1]", "row[i]"), ("2 * i", "2 * i + 2"))
    head = f"for ({m.pick('int', 'long')} j = {low}; j {m.pick('<', '<', '<', '<=')} {high}; ++j)"
    form = m.pick("write", "write", "sum", "scatter", "update", "column", "both", "while")
    b = m.source("j")
    if form == "write":
        return f"{head} {{\n{a}[j] = {m.fit(m.pick(f'{b} + {i}', i, f'{a}[j] * 2 + {i}'))};\n}}"
    if form == "sum":
        at = m.pick("i", "i", "0", "i / 2")
        return f"{m.scalar} t = 0;\n{head} {{\nt += {b};\n}}\n{a}[{at}] = {m.fit('t')};"
    if form == "scatter":
        index_array(m, "x")
        return f"{head} {{\n{a}[x[j]] = {m.fit(i)};\n}}"
    if form == "update":
        index_array(m, "x")
        return f"{head} {{\n{a}[x[j]] += {m.pick('1', m.type + '(2)')};\n}}"
    if form == "column":
        index_array(m, "x")
        return (f"{m.scalar} t = 0;\n{head} {{\nt += {b} * {m.source('x[j]')};\n}}\n"
                f"{a}[i] = {m.fit('t')};")
    if form == "while":
        return f"long j = {low};\nwhile (j < {high}) {{\n{a}[j] = {m.fit(i)};\nj++;\n}}"
    other = m.pick("row[i]", "i + 50", "i")
    return f"{head} {{\n{a}[j] = {m.fit(i)};\n}}\n{a}[{other}] = {m.fit(i)};"


@feature(4)
def symbolic(m):
    """Offsets and strides that are parameters: the sign and size decide."""
    a = m.array()
    i = m.index
    m.header(bound=m.pick("n", "n", "m", "k", "9", "n + 2"), signed=m.chance(85))
    i = m.index
    one = m.pick("i", "i", "i", "i + k", "2 * i", "i + m", "m * i", "step * i", "i + shift + 8")
    two = m.pick("i + m", "i + m", "i + k", "i + shift + 8", "i + n", "i + step", "m - i + 20",
                 "2 * i + k", "m * i + 1", "step * i + 1", "i + m + k", "i + 2 * m", "m", "k + 3",
                 "i - m + 20", "i + m * k", "i + 4 * step")
    if not m.signed:
        two = two.replace("m - i + 20", "m + i").replace("i - m + 20", "i + m")
    form = m.pick("read", "read", "read", "two", "write", "rows", "split", "cast")
    if form == "read":
        return f"{a}[{one}] = {m.fit(f'{a}[{two}] + {i}')};"
    if form == "two":
        return f"{a}[{one}] = {m.new()};\n{a}[{two}] = {m.fit(i)};"
    if form == "write":
        at = m.pick("m * i", "step * i", "k * i + m", f"{i} * (m - k) + 90", f"{i} * shift + 120",
                    "(m + 1) * i")
        return f"{a}[{at}] = {m.fit(i)};"
    if form == "cast":
        return f"{a}[i] = {m.fit(f'{a}[{m.pick(*CASTS)}(i + m)] + 1')};"
    if form == "rows":
        stride = m.pick("m", "k", "8", "step", "(m + k)", "n")
        width = m.pick("m", "k", "8", "step", "m + k", "n")
        column = m.pick("j", "j", "j + k", "j + 1", "2 * j")
        value = m.pick(m.fit(f"{i} + j"), m.fit(f"{a}[(i + 1) * {stride} + j] + 1"),
                       m.fit(f"{a}[i * {stride} + j + m] + 1"))
        return f"for (long j = 0; j < {width}; ++j) {{\n{a}[i * {stride} + {column}] = {value};\n}}"
    return (f"{m.scalar} t = {a}[{two}];\n{a}[{one}] = {m.fit(f't + {i}')};\n"
            f"{a}[i + 500] = 1;" if m.arrays["a"] == "pointer" else
            f"{m.scalar} t = {a}[{two}];\n{a}[{one}] = {m.fit(f't + {i}')};")


CASTS = ("long", "int", "short", "unsigned", "std::size_t")


@feature(4)
def remainder(m):
    """Remainders, quotients and bits of the index."""
    a = m.array()
    i = m.index
    size = m.pick("4", "8", "16", "3", "(m + 1)", "(k + 1)", "n", "step", "15", "32")
    if size == "n":
        m.header(low=0, signed=m.signed, bound="n")
        i = m.index
    at = m.pick(f"i % {size}", f"i % {size}", f"(i + 3) % {size}", f"(i * 3) % {size}",
                f"(i + m) % {size}", "i / 2", "i / 4", f"i / {size}", "i & 7", "i & 3", "i ^ 1",
                "i ^ 5", "i << 1", "i >> 1", "i | 1", "i | 16", "2 * i + (i & 1)", "i * 2 % 16",
                "(i & 3) * 4 + (i >> 2)", "i % 4 * 4 + i / 4", "(i + 1) / 2", "15 - (i & 15)",
                "i - i % 4", "i / 4 * 4", "i + i % 2", "i + i / 2", "(i + 15) % 16", "(i & ~1) + 1")
    two = m.pick("i + 40", "i % 4 + 40", at, "i", "i / 2 + 20", "i ^ 1", f"(i + 1) % {size}")
    form = m.pick("write", "write", "read", "guarded", "two", "inner")
    if form == "write":
        return f"{a}[{at}] = {m.pick(m.fit(i), m.fit(f'{a}[{at}] * 2 + {i}'), m.new())};"
    if form == "read":
        return f"{a}[{at}] = {m.fit(f'{a}[{two}] + 1')};"
    if form == "two":
        return f"{a}[{at}] = {m.fit(i)};\n{a}[{two}] = {m.new()};"
    if form == "inner":
        at = m.pick("(i + j) % 8", "i * 4 + j % 4", "(i * 8 + j) / 2", "(i * 4 + j) % 64",
                    "i % 4 * 8 + j")
        return (f"for (long j = 0; j < {m.pick('4', 'm', '8')}; ++j) {{\n"
                f"{a}[{at}] = {m.fit(f'{i} + j')};\n}}")
    guard = m.pick(f"{i} % 2 == 0", f"{i} % {size} == 0", f"{i} % 4 == 1", f"{i} / 4 == 1",
                   f"({i} & 1) == 0", f"({i} & 3) != 0", f"{i} % 3")
    return f"if ({guard}) {{\n{a}[{at}] = {m.fit(m.pick(i, f'{a}[{two}] + 1'))};\n}}"


@feature(3)
def polynomial(m):
    """Products of indices and triangular places."""
    a = m.array()
    i = m.index
    m.wrapped = m.wrapped and m.chance(30)
    at, inner = m.pick(("i * i", ""), ("i * (i + 1) / 2", ""), ("i * i + i", ""),
                       ("i * (9 - i) + 90", ""),
                       ("i * (i - 1) / 2", ""), ("i * i - 4 * i + 10", ""),
                       ("i * (i + 1) / 2 + j", "j <= i"), ("i * (i + 1) / 2 + j", "j < i"),
                       ("i * (i - 1) / 2 + j", "j < i"), ("i * (i - 1) / 2 + j", "j <= i"),
                       ("i * i + j", "j < i"), ("i * i + j", "j < 2 * i"), ("i * i + j",
                                                                            "j <= 2 * i"),
                       ("i * j", "j < 4"), ("i * 8 + j * j", "j < 3"), ("i * m + j * k", "j < 3"),
                       ("j * (j + 1) / 2 + i", "j < 8"), ("i * 12 + j", "j < i"), ("j * 12 + i",
                                                                                   "j < i"),
                       ("i * (m + k) + j", "j < m + k"), ("(i * m + j) * 2", "j < m"),
                       ("i * (m + k) + j", "j < m"))
    if not m.signed:
        at = at.replace("i * (9 - i) + 90", "i * i").replace("i * i - 4 * i + 10", "i * i")
    value = m.pick(m.fit(i), m.fit(f"{a}[{at}] + {i}"), m.fit(f"{a}[{at} + 1] + 1"))
    if not inner:
        return f"{a}[{at}] = {value};"
    inner = inner.replace("i", i)
    return f"for (long j = 0; {inner}; ++j) {{\n{a}[{at}] = {value};\n}}"


@feature(3)
def symmetric(m):
    """Both halves of a square, or one of them."""
    a = m.array()
    m.header(signed=True, low=0, bound=m.pick("n", "9", "m"))
    inner = m.pick("long j = 0; j < i", "long j = 0; j <= i", "long j = i; j < 12",
                   "long j = i + 1; j < 12",
                   "long j = 0; j < 12", "long j = i + 1; j < n", "long j = 0; j < n")
    lines = m.pick([f"{a}[j * 12 + i] = {m.fit(f'{a}[i * 12 + j] + 1')};"],
                   [f"{a}[i * 12 + j] = {m.fit(f'{a}[j * 12 + i] + 1')};"],
                   [f"std::swap({a}[i * 12 + j], {a}[j * 12 + i]);"],
                   [f"{a}[i * 12 + j] = {m.fit('i + j')};", f"{a}[j * 12 + i] = {m.fit('i + j')};"],
                   [f"{m.type} t = {a}[i * 12 + j];", f"{a}[i * 12 + j] = {a}[j * 12 + i];",
                    f"{a}[j * 12 + i] = t;"],
                   [f"{a}[i * 12 + j] = {m.fit(f'{a}[i * 12 + i] + 1')};"],
                   [f"{a}[j * 12 + j] = {m.fit('i + j')};"])
    return f"for ({inner}; ++j) {{\n" + "\n".join(lines) + "\n}"


@feature(4)
def library_range(m):
    """Library functions over ranges whose lengths and starts may meet."""
    a = m.array()
    m.header(signed=True, low=m.pick(0, 0, 1), bound=m.pick("n", "9", "m"))
    p = f"{a}.data()" if m.arrays["a"] == "vector" else a
    width = m.pick("12", "8", "m", "k", "4")
    length = m.pick(width, width, f"{width} + 1", f"{width} - 1", "m", "k", "4")
    row = f"{p} + i * {width}"
    ends = m.pick(f"{row} + ({length})", f"{p} + (i + 1) * {width}", f"{row} + {width}")
    bytes_ = f"({length}) * sizeof({m.type})"
    other = m.pick(f"{p} + 300", f"{p} + 200", f"{p} + i * {width} + {width}", f"{p}",
                   f"{p} + (20 - i) * {width}")
    if "- 1" in length:
        length = width
        bytes_ = f"({length}) * sizeof({m.type})"
    partner = m.pick("20 - i", "13", "i + 1", "i + 20", "n - 1 - i", "2 * n - i + 20")
    line = m.pick(f"std::fill({row}, {row} + ({length}), {m.type}(i));",
                  f"std::fill_n({row}, {length}, {m.type}(i));",
                  f"std::memset({row}, 0, {bytes_});",
                  f"std::copy({row}, {row} + ({length}), {p} + {m.pick('250', '200 + i')});",
                  f"std::memmove({row}, {other}, {bytes_});",
                  f"std::copy_n({other}, {length}, {row});",
                  f"std::sort({row}, {row} + ({length}));",
                  f"std::reverse({row}, {row} + ({length}));",
                  f"{a}[i + 350] = *std::max_element({row}, {row} + ({length}) + 1);",
                  f"{a}[i] = "
                  f"{m.fit(f'std::accumulate({row} + 20, {row} + 20 + {length}, {m.scalar}(0))')};",
                  f"std::swap({a}[i], "
                  f"{a}[{partner}]);",
                  f"std::swap({a}[2 * i], {a}[2 * i + {m.pick(1, 2)}]);",
                  f"std::swap_ranges({row}, {row} + ({length}), {p} + 200 + i * {width});",
                  f"std::rotate({row}, {row} + 1, {row} + ({length}) + 1);",
                  f"std::iota({row}, {row} + ({length}), {m.type}(i));",
                  f"std::transform({row}, {row} + ({length}), {row}, [](auto y) {{ return y; }});")
    if "n - 1 - i" in line:
        m.header(signed=True, low=0, bound=m.pick("n", "n / 2", "(n + 1) / 2"))
    if m.chance(20):
        line += f"\n{a}[{m.pick('i * ' + width, 'i + 390', 'i')}] = 1;".replace("i + 390",
                                                                                "i + 380")
    return line


@feature(3)
def stored_bound(m):
    """Bounds, offsets and sums in members and elements that the loop may write."""
    m.restrict = False
    letter = LETTERS[m.type]
    form = m.pick("this", "this", "reference", "element", "sum", "counter", "size", "pointer")
    if form == "this":
        kind = m.pick("long", m.type if m.type in ("long", "int") else "int")
        effect = m.pick("", "", "", "count = i;", "count += 1;", "size = size;", "last = cells[i];",
                        "sum += cells[i];")
        value = m.pick("from[i] + 1", "from[0] + i", "cells[i] + count", "last + 1", "from[i + 1]")
        m.preamble.append(f"""struct Holder {{
            {m.type} *cells;
            {kind} size;
            long count;
            {m.type} last;
            {m.type} sum;
            void run(const {m.type} *from) {{
            @track size count last sum
            for (long i = 0; i < size; ++i) {{
            cells[i] = {m.fit(value)};
            {effect}
            }}
            }}
            }};""")
        m.setup.append(f"Holder holder{{A.{letter}(0), {kind}(A.n), 1, 2, 3}};")
        where = m.pick("A.{0}(3)", "A.{0}(1)", "A.{0}(0)", "A.{0}(0) + 1",
                       "&holder.sum - 3").format(letter)
        if "holder" in where:
            where = f"A.{letter}(2)"
        m.parameters["Holder &h"] = "holder"
        m.parameters[f"const {m.type} *from"] = where
        m.teardown += ["A.keep(holder.count);", "A.keep(holder.last);", "A.keep(holder.sum);"]
        m.head, m.outside, m.small = "for (long r = 0; r < 2; ++r)", "", False
        return "h.run(from);"
    m.arrays.clear()
    a = m.array(pointer=True)
    if form == "sum":
        at = m.pick(0, 2, 30, 300)
        m.parameters[f"{m.type} &s"] = f"A.{letter}({m.pick(0, 0, 1, 3)})[{at}]"
        add = f"s = {m.type}((s + {a}[i]) {'' if m.floating else '% 500'});"
        if m.type in ("double", "unsigned"):
            add = f"s += {a}[i] * {m.type}(2);"
        line = m.pick(add, f"if (s < {a}[i]) s = {a}[i];", f"s = {a}[i];",
                      f"{a}[i + 1] = {m.fit('s + 1')};\ns = {m.type}({m.index});")
        # A sum is none that is cut to a remainder in each step.
        if (line == add and "% 500" not in add) or line.startswith("if (s <"):
            m.accumulators.append("s")
        return line
    if form == "counter":
        m.parameters["int *found"] = m.pick("A.i(3)", "A.i(0)", "A.i(0) + 5")
        return m.pick(f"if ({a}[i] > 3) {{\n++*found;\n}}",
                      f"*found = int({m.index});\n{a}[i] = {m.new()};",
                      f"if ({a}[i] > 3) {{\n*found = int({m.index});\n}}",
                      f"found[0] += 1;\n{a}[i] = {m.new()};", f"{a}[i] = {m.fit('*found')};")
    if form == "size":
        m.preamble.append(f"struct Span {{\n{m.type} *cells;\nint size;\n"
                          f"{m.type} &operator[](long x) const {{\nreturn cells[x];\n}}\n}};")
        m.parameters[m.pick("Span s", "const Span &s", "Span &s")] = "span"
        m.setup.append(f"Span span{{A.{letter}(0) + {m.pick(0, 1, 20)}, int(A.n)}};")
        m.outside, m.small = "", False
        m.head, m.index = "for (long i = 0; i < s.size; ++i)", "i"
        return m.pick(f"s[i] = {m.fit(f'{a}[i] + 1')};", f"s[i] = {m.fit('s[i + 1] + 1')};",
                      f"s[i] = {m.fit('i')};",
                      f"{a}[i + 1] = {m.fit('s[i] + 1')};", f"s.cells[i] = {m.fit('s.size + i')};")
    if form == "element":
        if m.type not in ("long", "int"):
            m.parameters = {key: value for key, value in m.parameters.items()
                            if not value.startswith(f"A.{letter}(")}
            m.arrays.clear()
            m.type, m.scalar, m.floating = "long", "long", False
            letter = "l"
            m.header()
            a = m.array(pointer=True)
        at = m.pick(1, 3, 40)
        m.setup.append(f"A.{letter}(0)[{at}] = {m.pick(3, 5)};")
        m.outside, m.small = "", False
        m.index = "i"
        m.head = m.pick(f"for (long i = 0; i < {a}[{at}]; ++i)",
                        f"for (long i = 0; i < 9; i += {a}[{at}] % 3 + 1)",
                        f"for (long i = {a}[{at}] % 4; i < 9; ++i)",
                        f"for (long i = 0; i < {a}[40] % 5; ++i)")
        if "%" in m.head and "i +=" in m.head:
            return f"{a}[i + {m.pick(0, 60)}] = {m.fit('i + 5')};".replace("= ", "= ", 1)
        return f"{a}[i + {m.pick(0, 1, 60)}] = {m.pick(m.fit('i'), m.fit(f'{a}[{at}]'))};"
    if form == "reference":
        m.parameters[f"const {m.type} &c"] = f"A.{letter}({m.pick(0, 1, 3)})[{m.pick(0, 4, 30)}]"
        return m.pick(f"{a}[i] = {m.fit(f'{a}[i] + c')};", f"{a}[i] = {m.fit('c')};",
                      f"if ({a}[i] < c) {{\n{a}[i] = {m.fit(m.index)};\n}}")
    m.parameters["int *offset"] = m.pick("A.i(3)", "A.i(0)", "A.i(0) + 3")
    m.setup.append("A.i(3)[0] = 4;")
    m.setup.append("A.i(0)[0] = 4;")
    m.setup.append("A.i(0)[3] = 4;")
    at = m.pick("i + *offset", "i * (*offset & 7)", "i + offset[0]", "*offset + 2 * i")
    return f"{a}[{at} + 110] = {m.fit(m.pick(m.index, f'{a}[i] + 1', f'{a}[i + 115] + 1'))};"
