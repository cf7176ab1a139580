# ===- object_features.py - members, lambdas, helpers, directives ------------------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Features for the family `objects`: loops that reach their data through member functions, lambdas,
# helpers and templates, which have an effect of their own or none; exceptions that are caught or
# not; existing directives with too few clauses, wrong ones or the right ones.
#
# ===------------------------------------------------------------------------===#

from focus_features import Registry

FEATURES = Registry()
feature = FEATURES.feature
LETTERS = dict(double="d", float="f", long="l", int="i", unsigned="u", short="s")


@feature(5)
def member_loop(m):
    """A loop in a member function, over members, by way of other members."""
    m.restrict = False
    letter, t = LETTERS[m.type], m.type
    read = m.pick("cells[x]", "cells[x]", "cells[x] + bias", "cells[x / 2]", "(seen = x, cells[x])",
                  "cells[x + 1]", "cells[reads++ % 20]")
    effect = m.pick("", "", "", "++writes;", "last = x;", "writes += x;", "if (x > 3) bias = 2;",
                    "cells[0] = 1;", "best = x > best ? x : best;")
    storage = m.pick(f"std::vector<{t}> cells = std::vector<{t}>(64);", f"{t} cells[64] = {{}};",
                     f"{t} *cells = nullptr;")
    size = m.pick("long size = 9;", "long size = 9;", "int size = 12;")
    bias = m.pick(f"{t} bias = 1;", f"long bias = 1;",
                  f"const long bias = 1;") if "bias = 2" not in effect else f"{t} bias = 1;"
    if "const long" in bias and "*cells" in storage:
        bias = "long bias = 1;"
    value = m.pick("get(i) + 1", "get(i) + from[i]", "from[i] + bias", "get(i + 1) + 1",
                   "get(0) + i",
                   "i * 2 + bias", "from[0] + get(i)", "last + i", "writes + i")
    line = m.pick(f"put(i, {m.fit(value)});", f"put(i, {m.fit(value)});",
                  f"cells[i] = {m.fit(value)};",
                  f"this->cells[i] = {m.fit(value)};", f"put(i / 2, {m.fit(value)});",
                  f"at(i) = {m.fit(value)};", f"at(i + 1) = {m.fit(value)};",
                  f"total += long(get(i));", f"total += long(get(i));\ncells[i] = {m.fit('i')};",
                  f"put(i, {m.fit(value)});\ntotal += i;", f"(*this).at(i) = {m.fit(value)};",
                  f"if (get(i) > 3) {{\n++writes;\n}}", f"last = i;\nput(i, {m.fit('last + 1')});",
                  f"auto &r = at(i);\nr = {m.fit(value)};",
                  f"put(i, {m.fit(value)});\nput(i + 20, {m.fit('i')});")
    bound = m.pick("size", "size", "size", "count()", "9", "int(size)")
    constant = "const" if "reads" not in read and "seen" not in read and m.chance(60) else ""
    m.preamble.append(f"""class Store {{
        public:
        {storage}
        {size}
        {bias}
        long writes = 0;
        long last = 0;
        long best = 0;
        long total = 0;
        long seen = 0;
        long reads = 0;
        {t} get(long x) {constant} {{
        return {t}({read});
        }}
        {t} &at(long x) {{
        {m.pick('', '', '++reads;')}
        return cells[x];
        }}
        long count() {constant} {{
        return size;
        }}
        void put(long x, {t} y) {{
        cells[x] = y;
        {effect}
        }}
        void run(const {t} *from) {{
        @track bias writes last best total seen reads
        for ({m.pick('long', 'int')} i = 0; i < {bound}; ++i) {{
        {line}
        }}
        }}
        }};""")
    m.setup.append("Store store;")
    if "*cells" in storage:
        m.setup.append(f"store.cells = A.{letter}(0);")
    else:
        m.setup.append(f"for (int e = 0; e < 64; ++e) store.cells[e] = A.{letter}(0)[e];")
        m.teardown.append("A.keep(&store.cells[0], 64);")
    m.setup.append("store.size = A.n;")
    m.parameters["Store &store"] = "store"
    m.parameters[f"const {t} *from"] = m.pick(f"A.{letter}(3)", f"A.{letter}(1)", f"A.{letter}(0)",
                                              f"&store.cells[{m.pick(0, 1, 12)}]")
    m.teardown += [f"A.keep(store.{name});" for name in ("writes", "last", "best", "total", "seen",
                                                         "reads")]
    m.head, m.outside, m.small = "for (long r = 0; r < 2; ++r)", "", False
    return "store.run(from);"


@feature(4)
def lambda_loop(m):
    """Lambdas that read, write or keep something."""
    a = m.array()
    i = m.index
    m.before.append("long t = 1;")
    m.results.append("t")
    capture = m.pick("&", "&", "=", "")
    value = m.pick("x * 2 + 1", "x + t" if capture else "x", "x % 3")
    form = m.pick("pure", "pure", "writes", "counts", "inner", "callback", "generic", "stored",
                  "invoked",
                  "recursive", "returns")
    if form == "pure":
        m.before.append(f"auto f = [{capture}](long x) {{ return {value}; }};")
        more = m.pick("", "", f"\nt = {i};", "\nt += 1;")
        return f"{a}[i] = {m.fit(f'f({i})')};{more}"
    if form == "writes":
        at = m.pick("x", "x", "x / 2", "x + 1", "3")
        m.before.append(f"auto put = [&](long x, {m.type} y) {{ {a}[{at}] = y; }};")
        return f"put({i}, {m.pick(m.new(), m.fit(f'{a}[i] + 1'))});"
    if form == "counts":
        effect = m.pick("t += x;", "t += x % 3;", "t = x;", "++t;", "t = t > x ? t : x;",
                        "if (x > t) t = x;", "t ^= x;", "t = t * 3 % 50 + x;")
        m.before.append(f"auto count = [&](long x) {{ {effect} }};")
        return m.pick(f"count({i});", f"count({i});\n{a}[i] = {m.new()};",
                      f"if ({m.guard()}) {{\ncount({i});\n}}",
                      f"count(long({m.source()}));")
    if form == "inner":
        return m.pick(f"auto f = [&](long x) {{ t = x; return x + 1; }};\n{a}[i] = "
                      f"{m.fit(f'f({i})')};",
                      f"long u = {i};\nauto f = [&] {{ u += 2; return u; }};\n{a}[i] = "
                      f"{m.fit('f()')};",
                      f"long u = {i};\nauto f = [u]() mutable {{ u += 2; return u; }};\n{a}[i] = "
                      f"{m.fit('f() + f()')};",
                      f"auto f = [&](auto x) {{ return x + t; }};\n{a}[i] = {m.fit(f'f({i})')};")
    if form == "callback":
        m.preamble.append("template <class F> static void each(long begin, long end, F f) {\n"
                          "for (long x = begin; x < end; ++x) {\nf(x);\n}\n}")
        width = m.pick("3", "4", "4", "m")
        effect = m.pick(f"{a}[x] = {m.fit('x')};", "t += x;", f"{a}[x] = {m.fit(f'{a}[x] + x')};",
                        "t = x;",
                        f"{a}[x / 4] = {m.fit('x')};")
        return f"each({i} * 4, {i} * 4 + {width}, [&](long x) {{ {effect} }});"
    if form == "generic":
        constant = m.pick("const", "")
        effect = "" if constant else m.pick("calls += 1;", "by = x;", "")
        m.preamble.append(f"struct Scale {{\nlong by;\nlong calls = 0;\n"
                          f"long operator()(long x) {constant} {{\n{effect}\n"
                          f"return x * by % 50;\n}}\n}};")
        m.before.append("Scale scale{3};")
        m.results.append("scale.calls")
        return f"{a}[i] = {m.fit(f'scale({i})')};"
    if form == "stored":
        m.before.append(f"long (*g)(long) = [](long x) {{ return x * 2; }};")
        return f"{a}[i] = {m.fit(f'g({i})')};"
    if form == "invoked":
        body = m.pick(i, f"{i} + t", f"t += {i}", f"t = {i}")
        return f"{a}[i] = {m.fit('[&] { return ' + body + '; }()')};"
    if form == "recursive":
        m.preamble.append(f"static long depth(long x) "
                          f"{{\nreturn x > 0 ? depth(x - 1) + {m.pick('1', 'x % 2')} : 0;\n}}")
        return f"{a}[i] = {m.fit(f'depth({i})')};"
    m.before.append(f"auto at = [&](long x) -> {m.type} & "
                    f"{{ return {a}[{m.pick('x', 'x', 'x / 2', 'x % 4')}]; }};")
    return f"at({i}) = {m.new()};"


@feature(3)
def helper(m):
    """Static functions with pointers and references, templates, results in structs."""
    a = m.array()
    i = m.index
    m.restrict = False
    form = m.pick("out", "pair", "swap", "template", "row", "chain", "cache", "array", "default")
    p = f"{a}.data()" if m.arrays["a"] == "vector" else a
    if form == "out":
        m.preamble.append(f"static bool split(long x, {m.type} *low, {m.type} &high) {{\n"
                          f"{m.pick('', 'if (x == 2) return false;')}\n*low = "
                          f"{m.fit('x + 1')};\nhigh = {m.fit('x')};\nreturn true;\n}}")
        start = " = 1" if "return false" in m.preamble[-1] else m.pick("", " = 1")
        return m.pick(f"{m.type} u{start}, v{start};\nsplit({i}, &u, v);\n"
                      f"{a}[i] = {m.fit('u + v')};",
                      f"split({i}, &{a}[i], {a}[i + 40]);", f"split({i}, &{a}[i], {a}[40]);",
                      f"split({i}, &{a}[2 * i], {a}[2 * i + 1]);",
                      f"split({i}, &{a}[i], {a}[i + 1]);")
    if form == "pair":
        m.preamble.append("struct Two {\nlong x;\nlong y;\n};\nstatic Two both(long x) "
                          "{\nreturn {x * 2, x + 1};\n}")
        return m.pick(f"auto [u, v] = both({i});\n{a}[i] = {m.fit('u + v')};",
                      f"const Two two = both({i});\n{a}[two.y] = {m.fit('two.x')};",
                      f"{a}[both({i}).x / 2] = {m.fit(i)};", f"{a}[both({i} % 4).x] = {m.fit(i)};")
    if form == "swap":
        m.preamble.append(f"static void exchange({m.type} &u, {m.type} &v) "
                          f"{{\n{m.type} w = u;\nu = v;\nv = w;\n}}")
        return f"exchange({a}[i], {a}[{m.pick('i + 40', '40 - i', '20', 'i + 1', 'i')}]);"
    if form == "template":
        m.preamble.append("template <int N, class T> static T power(T x) {\nT y = 1;\n"
                          "for (int e = 0; e < N; ++e) {\ny = T(y * x);\n}\nreturn y;\n}")
        return f"{a}[i] = {m.fit(f'power<2>({i})')};"
    if form == "row":
        m.preamble.append(f"static void fill({m.type} *row, long size, long x) "
                          f"{{\nfor (long j = 0; j < size; ++j) {{\n"
                          f"row[{m.pick('j', 'j', 'size - 1 - j', 'j + 1')}] = "
                          f"{m.fit('x + j')};\n}}\n}}")
        width = m.pick("4", "8", "m")
        return f"fill({p} + i * {width}, {m.pick(width, width, 'm', '4')}, {i});"
    if form == "chain":
        m.counter("total")
        m.preamble.append(f"static long inner(long x) "
                          f"{{\n{m.pick('', 'total += x;', 'total = x;')}\nreturn x + 1;\n}}\n"
                          "static long outer(long x) {\nreturn x > 2 ? inner(x) : x;\n}")
        return f"{a}[i] = {m.fit(f'outer({i})')};"
    if form == "cache":
        kind = m.pick("static long", "thread_local long", "long", "static const long")
        m.preamble.append(f"static long cached(long x) {{\n{kind} memo = 7;\n"
                          f"return x + memo;\n}}")
        return f"{a}[i] = {m.fit(f'cached({i})')};"
    if form == "array":
        m.before.append(f"const long table[] = {{1, 4, 9, 16, 25}};")
        return m.pick(f"{a}[table[i % 5]] = {m.fit(i)};", f"{a}[i] = {m.fit('table[i % 5]')};")
    m.counter("total")
    m.preamble.append(f"static long next() {{\nreturn {m.pick('++total', 'total', '5')};\n}}\n"
                      "static long with(long x, long y = next()) {\nreturn x + y % 50;\n}")
    return f"{a}[i] = {m.fit(f'with({i})')};"


@feature(3)
def exceptions(m):
    """Exceptions that an iteration catches, or not; none is thrown out of a kernel."""
    a = m.array()
    i = m.index
    m.before.append("long t = 0;")
    m.results.append("t")
    m.before.append("std::vector<int> e(20, 3);")
    throwing = m.pick(f"if ({m.guard()}) throw 5;", f"e.at({i} + {m.pick(0, 12)}) = int({i});",
                      f"if ({i} == 3) throw {i};", "")
    caught = m.pick("", f"{a}[i] = 1;", "t += 1;", f"t = {i};", f"{a}[40] = {m.fit(i)};")
    before, after = m.pick("", f"{a}[i + 100] = {m.fit(i)};", f"t = {i};"), m.pick("",
                                                                                   f"{a}[i] = "
                                                                                   f"{m.new()};")
    body = f"try {{\n{before}\n{throwing}\n{after}\n}} catch (...) {{\n{caught}\n}}"
    if m.chance(30):
        # Out of the loop: no kernel may let it go further.
        m.before.append("try {")
        m.after.insert(0, "} catch (...) {\nt += 100;\n}")
        m.wrapped = False
        m.outside = ""
        m.head = m.head.replace("(i =", "(long i =") if "(i =" in m.head else m.head
        return f"{before}\n{throwing}\n{after}\n{a}[i] = {m.new()};"
    return body


@feature(4)
def directive(m):
    """A loop that carries a directive already."""
    a = m.array()
    if m.arrays["a"] == "vector":
        m.parameters = {key: value for key, value in m.parameters.items() if "vector" not in key}
        m.arrays.clear()
        m.setup.clear()
        m.teardown.clear()
        a = m.array(pointer=True)
    i = m.index
    m.header(low=0, up=True, signed=True)
    m.outside, m.small, m.wrapped = "", False, False
    m.head = f"for ({m.pick('long', 'int')} i = 0; i < {m.pick('n', '9')}; ++i)"
    m.index = i = "i"
    m.before += ["long t = 1;", "long s = 0;"]
    m.results += m.random.sample(["t", "s", "t + s", "s"], m.pick(0, 1, 1))
    lines = [m.pick(f"{a}[i] = {m.new()};", f"{a}[i] = {m.new()};",
                    f"{a}[i + 1] = {m.fit(f'{a}[i] + 1')};", ""),
             m.pick(f"t = {i} * 2;", f"t = {i} * 2;\n{a}[i + 100] = {m.fit('t')};",
                    f"if ({m.guard()}) {{\nt = {i};\n}}", "", "",
                    f"{a}[i + 100] = {m.fit('t')};"),
             m.pick(f"s += {i};", f"s += {i};", f"s = s > {i} ? s : {i};", f"if (s < {i}) s = {i};",
                    "", f"s = {i};", f"s ^= {i};",
                    f"#pragma omp critical\ns += {i};", f"#pragma omp atomic\ns += {i};",
                    f"#pragma omp atomic write\ns = {i};",
                    f"s *= 2;", f"s -= {i};")]
    clauses = [m.pick("", "", " private(t)", " lastprivate(t)", " firstprivate(t)",
                      " firstprivate(t) lastprivate(t)"),
               m.pick("", " reduction(+ : s)", " reduction(+ : s)", " reduction(max : s)",
                      " reduction(^ : s)",
                      " private(s)"),
               m.pick("", "", " schedule(static)", " schedule(dynamic, 2)", " if(t > 0)",
                      " num_threads(3)", " default(shared)")]
    m.directive = "#pragma omp parallel for" + "".join(clauses)
    return "\n".join(line for line in lines if line) or f"{a}[i] = {m.new()};"
