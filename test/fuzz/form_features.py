# ===- form_features.py - what counts a loop's iterations, and rows of rows -----------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Features for the family `forms`: loops over pointers and iterators, range-for with counters,
# `while` and `do`, vectors of vectors, arrays of pointers, containers and objects that are passed
# by reference and may be the same one. Such a loop has no index `i`; its head replaces the one
# that was drawn.
#
# ===------------------------------------------------------------------------===#

from focus_features import Registry

FEATURES = Registry()
feature = FEATURES.feature
LETTERS = dict(double="d", float="f", long="l", int="i", unsigned="u", short="s")


def head(m, text):
    m.head, m.outside, m.small, m.index = text, "", False, "i"


def value_of(m, expression):
    return m.fit(expression)


@feature(4)
def pointer_loop(m):
    """Pointers run over arrays, together or apart, and may be set back."""
    letter = LETTERS[m.type]
    m.restrict = False
    other = m.pick(1, 2, 3, 3, 0)
    shift = m.pick(0, 0, 0, 1, 2, 12, -1)
    m.parameters[f"{m.type} *a"] = f"A.{letter}(0) + 2"
    m.parameters[f"const {m.type} *b"] = f"A.{letter}({other}) + 2 + {shift}"
    n = m.pick("n", "n", "m", "n + 2", "9")
    form = m.pick("for", "for", "two", "while", "reverse", "stride", "end", "nested", "counted",
                  "writer", "moved", "offset")
    qualifier = m.pick("", "", "const ") if form in ("two", "offset") else ""
    e = m.fit("*q + 1")
    if form == "for":
        head(m, f"for ({m.type} *p = a; p {m.pick('!=', '<')} a + {n}; ++p)")
        c = m.pick(0, 0, 1, -1, 2)
        return m.pick(f"*p = {m.fit(f'p[{c}] + 1')};", f"p[{c}] = {m.fit('*p * 2')};",
                      f"*p = {m.fit(f'*(p + {c}) + b[p - a]')};",
                      f"*p = {m.fit('b[p - a] + (p - a)')};",
                      f"p[2] = {m.fit('b[0] + 1')};", f"*p = {m.fit('a[p - a + 1]')};",
                      f"*p = {m.fit(f'a[{c + 2}] + 1')};")
    if form == "two":
        m.before.append(f"{qualifier}{m.type} *q = {'b' if qualifier else 'a + 20'};")
        head(m, f"for ({m.type} *p = a; p {m.pick('!=', '<')} a + {n}; ++p, ++q)")
        return f"*p = {e};"
    if form == "offset":
        head(m, f"for (long i = 0; i < {n}; ++i)")
        m.before.append(f"{m.type} *p = a + {m.pick(0, 1, 8)};")
        m.before.append(f"const {m.type} *q = {m.pick('b', 'a', 'a + 9')};")
        step = m.pick("p++;\nq++;", "p += 2;\nq += 2;", "++p;\nq += 2;", "++q;", "p += k;\n++q;",
                      f"if (i % 2 == 0) {{\n++p;\n}}\nq++;", "q++;\np = a + i;")
        return f"*p = {e};\n{step}"
    if form == "while":
        m.before += [f"{m.type} *p = a;", f"const {m.type} *q = b;", f"{m.type} *end = a + {n};"]
        if m.chance(40):
            m.results.append("long(p - a)")
        head(m, f"while (p {m.pick('<', '!=')} end)")
        return m.pick(f"*p++ = {m.fit('*q++ + 1')};", f"*p = {e};\n++p;\n++q;",
                      f"*p = {m.fit('*p + 1')};\np += 1;", f"*p = {e};\n++p;",
                      f"if (*q > 3) {{\n*p = {m.fit('p - a')};\n}}\np++;\nq++;",
                      f"*p++ = {m.fit('b[0]')};")
    if form == "reverse":
        m.before.append(f"{m.type} *p = a + {n};")
        head(m, "while (p != a)")
        return m.pick(f"--p;\n*p = {m.fit('*p + 1')};", f"*--p = {m.fit('b[p - a]')};",
                      f"p--;\n*p = {m.fit('p[1] + 1')};", f"*--p = {m.fit('b[1]')};")
    if form == "stride":
        head(m, f"for ({m.type} *p = a; p < a + {n}; p += {m.pick('2', '2', '3', 'step')})")
        c = m.pick(0, 1, 1, 2, 3)
        return f"p[{c}] = {m.fit(f'p[{m.pick(0, 1, 2)}] + 1')};"
    if form == "end":
        m.parameters[f"{m.type} *end"] = f"A.{letter}(0) + 2 + A.n"
        head(m, f"for ({m.type} *p = a; p {m.pick('!=', '<')} end; ++p)")
        return m.pick(f"*p = {m.fit('end[-1] + 1')};", f"*p = {m.fit('*p + *end')};",
                      f"*p = {m.fit('end - p')};", f"end[p - a] = {m.fit('*p')};")
    if form == "nested":
        head(m, "for (long i = 0; i < 4; ++i)")
        size, width = m.pick(("m", "m"), ("m", "8"), ("m", "k"), ("4", "m"), ("m + 1", "m"))
        return (f"for ({m.type} *p = a + i * {width}; p != a + i * {width} + ({size}); ++p) {{\n"
                f"*p = {m.fit('b[p - a] + i')};\n}}")
    if form == "counted":
        m.before.append("long c = 0;")
        m.results.append("c")
        head(m, f"for ({m.type} *p = a; p != a + {n}; ++p)")
        step = m.pick("++c;", "++c;", "c += 2;", "if (*p > 3) {\n++c;\n}")
        return m.pick(f"*p = {m.fit('c')};\n{step}", f"a[c + 20] = {m.fit('*p')};\n{step}",
                      f"{step}\n*p = {m.fit('c + 1')};", f"a[c] = {m.fit('b[c] + 1')};\n{step}")
    if form == "writer":
        m.before.append(f"{m.type} *p = a;")
        m.results.append("long(p - a)")
        head(m, f"for (long i = 0; i < {n}; ++i)")
        return m.pick(f"if (b[i] > 3) {{\n*p++ = {m.fit('b[i] + 1')};\n}}",
                      f"*p++ = {m.fit('b[i] + 1')};",
                      f"*p++ = {m.fit('i')};\n*p++ = {m.fit('b[i]')};",
                      f"*p = {m.fit('b[i]')};\np += 3;", f"p[i] = {m.fit('b[i]')};\np += 1;",
                      f"*p++ = {m.fit('i')};\nif (i == 3) {{\np = a;\n}}")
    head(m, f"for ({m.type} *p = a; p < a + {n}; ++p)")
    return m.pick(f"*p = {m.fit('b[p - a]')};\nif (*p > 7) {{\n++p;\n}}",
                  f"{m.type} *q = p + {m.pick(0, 1, 20)};\n*q = {m.fit('*p + 1')};",
                  f"const {m.type} *q = b + (p - a);\n*p = {m.fit('q[0] + q[1]')};",
                  f"{m.type} &r = *p;\nr = {m.fit('r + 1')};")


@feature(4)
def iterator_loop(m):
    """Iterators over vectors, spans of them, and what range-for hides."""
    line = over_iterators(m)
    # The same vector may be too short for these; where it is no good, the run does not count.
    if any(text in line for text in ("u[1]", "u[i + 1]", "[i + 2]", "u[c % 8]")):
        m.parameters[f"const std::vector<{m.type}> &u"] = "A.odd() ? v : other"
    return line


def over_iterators(m):
    m.restrict = False
    letter = LETTERS[m.type]
    size = m.pick("A.n + 1", "9", "A.n + 3", "A.m + 2")
    m.setup.append(f"std::vector<{m.type}> v(A.{letter}(0), A.{letter}(0) + {size});")
    m.setup.append(f"std::vector<{m.type}> other(A.{letter}(3), A.{letter}(3) + 40);")
    m.parameters[f"std::vector<{m.type}> &v"] = "v"
    u = m.pick("A.odd() ? v : other", "A.odd() ? v : other", "v")
    m.parameters[f"const std::vector<{m.type}> &u"] = u
    m.teardown += ["A.keep(v);", "A.keep(other);"]
    form = m.pick("for", "for", "range", "range", "counter", "counter", "reverse", "while", "pair",
                  "values", "transform", "part")
    if form == "for":
        head(m, f"for (auto it = v.begin(); it {m.pick('!=', '!=', '<')} v.end(); ++it)")
        return m.pick(f"*it = {m.fit('*it + 1')};", f"*it = {m.fit('u[it - v.begin()] + 1')};",
                      f"*it = {m.fit('v[0] + 1')};", f"*it = {m.fit('u.front() + 1')};",
                      f"*it = {m.fit('it - v.begin()')};",
                      f"v[(it - v.begin()) / 2] = {m.fit('*it')};",
                      f"auto jt = u.begin() + (it - v.begin());\n*it = {m.fit('*jt + 1')};",
                      f"v.begin()[(it - v.begin()) / {m.pick(1, 1, 2)}] = {m.fit('*it * 3')};")
    if form == "range":
        head(m, f"for ({m.pick('auto', 'auto', m.type)} &x : v)")
        return m.pick(f"x = {m.fit('x + 1')};", f"x = {m.fit('v[0] + x')};",
                      f"x = {m.fit('u[1] + x')};", f"x = {m.fit('v.back() + x')};",
                      f"v[0] = {m.fit('x + 1')};", f"x = {m.fit('(&x - v.data()) + 1')};",
                      f"x = {m.fit('(&x)[0] + 3')};", f"x = {m.fit('u.size() + 3')};")
    if form == "counter":
        kind = m.pick("long", "int", "std::size_t", "unsigned")
        m.before.append(f"{kind} c = {m.pick(0, 0, 1)};")
        m.before.append(f"std::vector<{m.type}> w(200);")
        m.wrapped = False
        m.results += ["w[1]", "w[3]"]
        if m.chance(50):
            m.results.append("c")
        head(m, f"for ({m.pick('auto &x', 'auto x', 'const auto &x')} : v)")
        step = m.pick("++c;", "++c;", "c += 2;", "if (x > 3) {\n++c;\n}", "c += k;")
        return m.pick(f"w[c] = {m.fit('x + 1')};\n{step}", f"{step}\nw[c] = {m.fit('x + c')};",
                      f"w[c] = {m.fit('w[c] + x')};\n{step}", f"w[c / 2] = {m.fit('x')};\n{step}",
                      f"{step}\nw[c] = {m.fit('u[c % 8]')};") if not m.chance(10) else (
                          f"v[c % v.size()] = {m.fit('x + 1')};\n{step}")
    if form == "reverse":
        head(m, "for (auto it = v.rbegin(); it != v.rend(); ++it)")
        return m.pick(f"*it = {m.fit('*it + 1')};", f"*it = {m.fit('v[0] + 1')};",
                      f"*it = {m.fit('u[it - v.rbegin()] + 1')};")
    if form == "while":
        m.before += ["auto it = v.begin();", "auto jt = u.begin();"]
        head(m, "while (it != v.end())")
        return m.pick(f"*it = {m.fit('*it + 1')};\n++it;", f"*it++ = {m.fit('*jt++ + 1')};" ,
                      f"*it = {m.fit('*jt + 1')};\n++it;",
                      f"*it = {m.fit('*jt + 1')};\n++it;\n++jt;")
    if form == "pair":
        m.before.append(f"std::vector<std::pair<long, {m.type}>> w(12);")
        m.before.append(f"std::vector<{m.type}> z(40);")
        m.results += ["w[3].second", "z[2]", "w[1].first"]
        head(m, f"for (auto &[key, x] : w)")
        return m.pick(f"x = {m.fit('x + 3')};", f"key += 1;\nx = {m.fit('key')};",
                      f"z[key] = {m.fit('x + 1')};", f"x = {m.fit('w[0].second + 1')};",
                      f"key = w[2].first + 1;")
    if form == "values":
        m.before.append("long t = 0;")
        m.results.append("t")
        head(m, f"for (const auto {m.pick('&', '')}x : {m.pick('v', 'u')})")
        update = m.pick("t += long(x);", "t = t * 2 % 50 + long(x);", "t = std::max(t, long(x));",
                        f"v[0] = {m.fit('x')};", "t += long(x);\nt ^= 1;", "if (x > 3) {\nt++;\n}")
        return update
    if form == "transform":
        head(m, "for (std::size_t i = 0; i < v.size(); ++i)")
        m.index = "long(i)"
        return m.pick(f"v[i] = {m.fit('u[i] + 1')};", f"v[i] = {m.fit('u[0] + 1')};",
                      f"v[i] = {m.fit('u[i + 1] + 1')};",
                      f"v.data()[i] = {m.fit('u.data()[i + 2]')};",
                      f"v.at(i) = {m.fit('u[i]')};", f"v[v.size() - 1 - i] = {m.fit('u[i]')};",
                      f"auto p = v.begin() + long(i);\n*p = {m.fit('u[i]')};",
                      f"v[i] = {m.fit('u[v.size() - 1 - i]')};")
    head(m, f"for (auto it = v.begin() + {m.pick(0, 1)}; it + 1 < v.end(); ++it)")
    c = m.pick(0, 1)
    return m.pick(f"*it = {m.fit(f'it[{c}] + 1')};", f"it[{c}] = {m.fit('*it + 1')};",
                  f"it[{c}] = {m.fit('u[it - v.begin()] * 2')};")


@feature(4)
def counting_loop(m):
    """`while`, `do` and odd `for` loops that count, and what their bodies do with the counter."""
    a = m.array()
    kind = m.pick("long", "long", "int", "unsigned")
    bound = m.pick("n", "m", "9", "n + 2")
    limit = f"{kind}({bound})"
    start = m.pick("0", "0", "1")
    m.wrapped = False
    form = m.pick("while", "while", "do", "down", "for", "break", "two", "infinite")
    if m.chance(50):
        m.results.append("c")
    m.before.append(f"{kind} c = {start};")
    c = "c" if kind != "unsigned" else "long(c)"
    use = m.pick(f"{a}[c] = {m.fit(f'{c} * 2')};", f"{a}[c] = {m.fit(f'{a}[c + 1] + 1')};",
                 f"{a}[c] = {m.fit(m.source('c'))};", f"{a}[c / 2] = {m.fit(c)};",
                 f"{a}[c + 1] = {m.fit(f'{a}[c] + 1')};", f"{a}[2 * c] = {m.fit(m.source('c'))};")
    step = m.pick("c++;", "++c;", "c += 1;", "c = c + 1;", f"c += {m.pick('2', 'step')};",
                  f"if ({m.source('c')} > 2) {{\nc++;\n}}\nc++;", "c++;\nc++;")
    if form == "do":
        m.head, m.outside, m.small = "do", "", False
        m.footer = f"while (c < {limit});"
        return f"{use}\n{step}"
    if form == "down":
        m.before[-1] = f"{kind} c = {limit};"
        if kind == "unsigned":
            m.before[-1] = f"{kind} c = {kind}({bound});"
        head(m, m.pick("while (c-- > 0)", "while (c > 0)", "while (c--)", "for (; c > 0; --c)",
                       "for (; c-- > 0;)",
                       "while (--c > 0)" if kind != "unsigned" else "while (c-- > 0)"))
        if "(c > 0)" in m.head and m.head.startswith("while"):
            return m.pick(f"c--;\n{use}", f"{use}\nc--;", f"--c;\n{use}")
        return use
    if form == "two":
        m.before.append(f"{kind} d = {limit};")
        head(m, "while (c < d)")
        return m.pick(f"{use}\nc++;\nd--;", f"{use}\n++c;", f"d--;\n{use}\nc++;")
    if form == "for":
        head(m, m.pick(f"for (; c < {limit}; ++c)", f"for (c = 0; c < {limit}; c++)",
                       f"for (c = 0; c < {limit};)", f"for (c = 2; c <= {limit}; ++c)"))
        return f"{use}\n++c;" if m.head.endswith(";)") else use
    if form == "break":
        head(m, m.pick("while (true)", "for (;;)", "while (1)"))
        return m.pick(f"if (c >= {limit}) break;\n{use}\n{step}",
                      f"{use}\n{step}\nif (c >= {limit}) break;")
    if form == "infinite":
        head(m, f"for (; ; c++)")
        return f"if (c >= {limit}) break;\n{use}"
    head(m, f"while (c < {limit})")
    if m.chance(15):
        return f"{step}\n{use}"
    if m.chance(10):
        return f"if ({m.source('c')} > 3) {{\n++c;\ncontinue;\n}}\n{use}\n++c;"
    return f"{use}\n{step}"


def odd_rows(m):
    """Where row `r` starts on odd inputs: the rows are one, or meet here and there."""
    meeting = m.pick("0", "r", "A.index(fuzz::Random)[r] % 13")
    return f"(A.runs % 2 ? A.index(fuzz::Random)[r] % 5 : {meeting})"


@feature(4)
def rows(m):
    """Rows that have storage of their own, share it, or overlap."""
    m.restrict = False
    letter = LETTERS[m.type]
    home = m.pick("vectors", "vectors", "pointers", "pointers", "owner", "spans")
    m.header(signed=True, low=m.pick(0, 0, 1), bound=m.pick("n", "m", "9"))
    j_bound = m.pick("m", "8", "k", "i")
    if home == "vectors":
        m.setup.append(f"std::vector<std::vector<{m.type}>> w(14, std::vector<{m.type}>(12));")
        m.setup.append("for (int r = 0; r < 168; ++r) w[r / 12][r % 12] = "
                       f"A.{letter}(0)[r];")
        m.parameters[f"std::vector<std::vector<{m.type}>> &w"] = "w"
        m.teardown.append("for (auto &row : w) A.keep(row);")
        if m.chance(15):
            return m.pick(f"std::swap(w[i], w[{m.pick('i + 1', '12 - i', '13')}]);",
                          "w[i] = w[i + 1];", "w[i].swap(w[0]);",
                          f"w[i][0] = {m.fit('w[i].size()')};",
                          "auto row = w[i + 1];\nw[i][1] = row[2];", "w[i].push_back(1);",
                          "w[i] = w[0];", f"w[i].assign(12, {m.type}(i));",
                          "std::vector<%s> row = w[i];\nrow[0] = 1;\nw[i] = row;" % m.type)
    elif home == "pointers":
        layout = m.pick("A.{0}(0) + 12 * r", "A.{0}(0) + 12 * r", "A.{0}(0) + 4 * r", "A.{0}(0)",
                        "A.{0}(0) + 12 * (r % 5)", "A.{0}(0) + 12 * (13 - r)",
                        "A.{0}(r % 4) + 12 * r")
        row = f"A.odd() ? A.{letter}(0) + {odd_rows(m)} : {layout.format(letter)}"
        m.setup += [f"std::vector<{m.type} *> own(14);",
                    f"for (int r = 0; r < 14; ++r) own[r] = {row};"]
        m.parameters[f"{m.type} *{m.pick('', 'const ')}*w"] = "own.data()"
        if m.chance(10):
            m.parameters = {k: v for k, v in m.parameters.items() if not k.endswith("*w")}
            m.parameters[f"{m.type} **w"] = "own.data()"
            return m.pick("std::swap(w[i], w[i + 1]);", "w[i] = w[i + 1];",
                          "w[i] = w[0] + i;")
    elif home == "owner":
        m.preamble.append(f"struct Row {{\n{m.type} *cells;\nlong size;\n}};")
        layout = m.pick("A.{0}(0) + 12 * r", "A.{0}(0) + 12 * r", "A.{0}(0) + 6 * r", "A.{0}(0)")
        row = f"A.odd() ? A.{letter}(0) + {odd_rows(m)} : {layout.format(letter)}"
        m.setup += ["std::vector<Row> own(14);",
                    f"for (int r = 0; r < 14; ++r) own[r] = Row{{{row}, A.m}};"]
        m.parameters["Row *w"] = "own.data()"
    else:
        layout = m.pick("12 * r", "12 * r", "5 * r", "0")
        m.setup += [f"std::vector<{m.type} *> w;",
                    f"for (int r = 0; r < 14; ++r) "
                    f"w.push_back(A.{letter}(0) + (A.odd() ? {odd_rows(m)} : {layout}));"]
        m.parameters[f"{m.pick('', 'const ')}std::vector<{m.type} *> &w"] = "w"
    row = "w[{0}].cells[{1}]" if home == "owner" else "w[{0}][{1}]"
    if home == "owner" and m.chance(30):
        j_bound = "w[i].size"
    target = m.pick(row.format("i", "j"), row.format("i", "j"), row.format("j", "i"),
                    row.format("i", "i"), row.format("0", "j"), row.format("i / 2", "j"))
    source = m.pick(row.format("i", "j"), row.format("i + 1", "j"), row.format("i", "j + 1"),
                    row.format("0", "j"), row.format("j", "i"), row.format("i", "0"), "i * 3 + j")
    body = (f"for (long j = {m.pick('0', '0', '1')}; j < {j_bound}; ++j) {{\n"
            f"{target} = {m.fit(f'{source} + j')};\n}}")
    if m.chance(25) and home != "owner":
        body = body.replace("w[i][", "row[")
        row = f"{m.type} *row = w[i];"
        if home == "vectors":
            row = m.pick("auto &row = w[i];", f"{m.type} *row = w[i].data();")
        body = f"{row}\n{body}"
    return body


@feature(4)
def same_object(m):
    """Two references that may name one object, with storage of its own."""
    m.restrict = False
    letter = LETTERS[m.type]
    form = m.pick("vectors", "vectors", "structs", "structs", "three", "member", "matrix", "self",
                  "array")
    m.header(signed=True, low=m.pick(0, 1), bound=m.pick("n", "m", "9"))
    c = m.pick(0, 0, 1, 1, -1)
    at = "i + 1"
    source = f"i + {1 + c}"
    if form in ("vectors", "three"):
        for name in ("p", "q"):
            m.setup.append(f"std::vector<{m.type}> {name}(A.{letter}(0), A.{letter}(0) + 40);")
            m.teardown.append(f"A.keep({name});")
        m.parameters[f"std::vector<{m.type}> &v"] = "p"
        constant = m.pick("const ", "")
        m.parameters[f"{constant}std::vector<{m.type}> &u"] = m.pick("p", "A.odd() ? p : q")
        if form == "three":
            m.parameters[f"const std::vector<{m.type}> &w"] = m.pick("p", "A.odd() ? p : q")
            return f"v[{at}] = {m.fit(f'u[{source}] + w[{at}]')};"
        return m.pick(f"v[{at}] = {m.fit(f'u[{source}] + 1')};", f"v[{at}] = {m.fit('u[0] + i')};",
                      f"v[{at}] = {m.fit(f'u.back() + i')};", f"v[i] = {m.fit('u.size() + i')};",
                      f"v[{at}] = {m.fit(f'v[{source}] + u[{at}]')};")
    if form == "self":
        m.setup.append(f"std::vector<{m.type}> p(A.{letter}(0), A.{letter}(0) + 40);")
        m.teardown.append("A.keep(p);")
        m.parameters[f"std::vector<{m.type}> &v"] = "p"
        m.before.append(m.pick("auto &u = v;", "auto u = v;", "const auto &u = v;",
                               f"{m.type} *u = v.data() + {m.pick(0, 1, 20)};",
                               "auto u = std::move(v);\nv.resize(40);"))
        return f"v[{at}] = {m.fit(f'u[{source}] + 1')};"
    if form == "array":
        m.preamble.append(f"struct Box {{\n{m.type} cells[40] = {{}};\nlong size = 9;\n}};")
        for name in ("p", "q"):
            m.setup.append(f"Box {name}{{}};")
            m.teardown.append(f"A.keep({name}.cells, 40);")
        m.parameters["Box &v"] = "p"
        m.parameters[f"{m.pick('const ', '')}Box &u"] = m.pick("p", "A.odd() ? p : q")
        return m.pick(f"v.cells[{at}] = {m.fit(f'u.cells[{source}] + 1')};",
                      f"v.cells[{at}] = {m.fit('u.size + i')};",
                      f"v.size = i;\nv.cells[{at}] = {m.fit('u.size + i')};")
    if form in ("structs", "member"):
        m.preamble.append(f"struct Box {{\nstd::vector<{m.type}> cells;\nlong size = 9;\n"
                          f"{m.type} at(long x) const {{\nreturn cells[x];\n}}\n"
                          f"void set(long x, {m.type} y) {{\ncells[x] = y;\n"
                          f"{m.pick('', '', '', 'size += 1;', 'size = x;')}\n}}\n}};")
        for name in ("p", "q"):
            m.setup.append(f"Box {name}{{{{A.{letter}(0), A.{letter}(0) + 40}}, 9}};")
            m.teardown += [f"A.keep({name}.cells);", f"A.keep({name}.size);"]
        m.parameters["Box &v"] = "p"
        m.parameters[f"{m.pick('const ', '')}Box &u"] = m.pick("p", "A.odd() ? p : q")
        if form == "member" and m.chance(40):
            m.before.append("Box local = v;")
            return f"v.cells[{at}] = {m.fit(f'local.cells[{source}] + u.at({at})')};"
        return m.pick(f"v.cells[{at}] = {m.fit(f'u.cells[{source}] + 1')};",
                      f"v.set({at}, {m.fit(f'u.at({source}) + 1')});",
                      f"v.cells[{at}] = {m.fit('u.size + i')};",
                      f"v.set(i, {m.fit('u.size + i')});",
                      f"v.cells[{at}] = {m.fit('u.at(0) + i')};")
    m.preamble.append(f"""class Grid {{
        public:
        Grid(long r, long c, const {m.type} *p) : rows(r), columns(c), cells(p, p + r * c) {{
        }}
        {m.type} &operator()(long r, long c) {{
        return cells[r * {m.pick('columns', 'columns', 'rows')} + c];
        }}
        const {m.type} &operator()(long r, long c) const {{
        return cells[r * columns + c];
        }}
        long rows, columns;
        std::vector<{m.type}> cells;
        }};""")
    for name in ("p", "q"):
        m.setup.append(f"Grid {name}(12, A.odd() ? A.k + 4 : 12, A.{letter}(0));")
        m.teardown.append(f"A.keep({name}.cells);")
    m.parameters["Grid &v"] = "p"
    m.parameters[f"{m.pick('const ', '')}Grid &u"] = m.pick("p", "A.odd() ? p : q")
    target = m.pick("v(i, j)", "v(i, j)", "v(j, i)", "v(i, 0)")
    source = m.pick("u(i, j)", "u(i + 1, j)", "u(j, i)", "u(i, j + 1)", "u(0, j)", "i + j")
    return (f"for (long j = 0; j < {m.pick('9', 'm', 'v.columns - 1', 'u.columns - 1')}; ++j) {{\n"
            f"{target} = {m.fit(f'{source} + 1')};\n}}")


@feature(1)
def text_loop(m):
    """Characters of strings."""
    m.setup.append('std::string s = "abcXYZ012345";')
    m.setup.append('std::string o = "zyxwvut9876543210";')
    m.parameters["std::string &s"] = "s"
    m.parameters[f"const std::string &o"] = m.pick("s", "o")
    m.teardown.append("for (char c : s) A.keep(int(c));")
    head(m, m.pick("for (std::size_t i = 0; i < s.size(); ++i)", "for (auto &c : s)",
                   "for (char &c : s)", "for (std::size_t i = 0; i < s.length(); i++)"))
    if "c :" in m.head:
        return m.pick("c = char(c + 1);", "c = s[0];", "c = char(o[3] + 1);",
                      "if (c >= 'a' && c <= 'z') {\nc = char(c - 32);\n}")
    return m.pick("s[i] = char(s[i] + 1);", "s[i] = o[i / 2];", "s[i] = o[s.size() - 1 - i];",
                  "s[i] = s[0];", "s[i] = char(o.find(s[i]) % 60 + 40);", "s[i] = o.c_str()[i];",
                  "s.replace(i, 1, \"q\");", "s[i / 2] = o[i];")


@feature(3)
def short_nest(m):
    """A few iterations around many, which one directive may share out together."""
    letter = LETTERS[m.type]
    m.restrict = m.chance(60)
    m.parameters[f"{m.type} *a"] = f"A.{letter}(0) + 2"
    m.parameters[f"const {m.type} *b"] = f"A.{letter}({m.pick(1, 2, 2, 0)}) + 2"
    outer, inner = m.pick("long", "int", "short"), m.pick("long", "int", "unsigned", "short")
    rows = m.pick(2, 3, 4)
    head(m, m.pick(f"for ({outer} i = 0; i < {rows}; ++i)",
                   f"for ({outer} i = {rows} - 1; i >= 0; i--)",
                   f"for ({outer} i = 0; i < {2 * rows - 1}; i += 2)"))
    width = m.pick("m", "8", "k")
    bound = m.pick(f"{inner}(m)", f"{inner}(m)", "8", "5", f"{inner}(k)", f"{inner}(m + i)",
                   f"{inner}(i + 2)")
    count = m.pick(f"for ({inner} j = 0; j < {bound}; ++j)",
                   f"for ({inner} j = 1; j < {bound}; j += 2)",
                   f"for (long j = long({bound}) - 1; j >= 0; --j)")
    place = m.pick("a[i * {0} + j]", "a[i * {0} + j]", "a[j]", "a[i]", "a[i + j]").format(width)
    kind = m.pick("store", "store", "update", "sum", "private", "last", "previous", "largest")
    if kind == "store":
        body = f"{place} = {m.fit('b[j] + i')};"
    elif kind == "update":
        body = f"{place} = {m.fit(f'{place} + b[j]')};"
    else:
        m.before.append("long c = 0;")
        if kind != "private":
            m.results.append("c")
        body = {"sum": "c += j * 3 + i;",
                "private": f"c = j * 2 + i;\n{place} = {m.fit('b[j] + c')};",
                "last": "c = j * 100 + i;",
                "previous": f"{place} = {m.fit('b[j] + c')};\nc = j - i;",
                "largest": "if (long(b[j]) * 10 + i > c) {\nc = long(b[j]) * 10 + i;\n}"}[kind]
    return f"{count} {{\n{body}\n}}"
