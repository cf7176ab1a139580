# ===- focus_features.py - what may stop a loop from being parallel ---------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Each function takes a Maker (focus_kernels.py) and returns the body of the loop as text. Most
# draw from variants of one shape that differ in a constant, a bound or an operator, some of which
# make the loop serial; which ones do, the oracle finds out.
#
# ===------------------------------------------------------------------------===#

FEATURES = []


def feature(times=1):
    def register(function):
        FEATURES.extend([function] * times)
        return function
    return register


@feature(2)
def shifted_read(m):
    """An element is read at another place than it is written."""
    a = m.array()
    # From 15 on the loop is too short for the distance.
    c = m.pick(1, 1, 2, 3, 3, -1, -2, 0, 15, 20)
    form = m.pick("plain", "plain", "stride", "mirror", "rows", "table", "split", "address")
    if form == "plain":
        return f"{a}[i + 5] = {m.fit(f'{a}[i + {5 + c}]')};"
    if form == "stride":
        return f"{a}[2 * i + 6] = {m.fit(f'{a}[2 * i + {6 + c}]')};"
    if form == "mirror":
        return f"{a}[20 - i] = {m.fit(f'{a}[{20 + c} - i]')};"
    if form == "split":
        return (f"{m.scalar} t = {a}[i + {5 + c}];\n"
                f"{a}[i + 5] = {m.fit(f't + {m.index}')};")
    if form == "address":
        m.array("p", pointer=True)
        return f"*(p + i + 5) = {m.fit(f'*(p + i + {5 + c})')};"
    row, column = m.pick((1, 0), (0, 0), (1, 1), (1, -1), (0, 1), (0, 12), (-1, 12), (0, 1))
    if form == "rows":
        return f"""for (long j = 0; j < {m.pick('12', 'm', '11')}; ++j) {{
            {a}[i * 12 + j + 40] = {m.fit(f'{a}[(i + {row}) * 12 + j + {40 + column}]')};
            }}"""
    m.preamble.append(f"static {m.type} w[24][16];")
    m.setup.append("A.load(&w[0][0], 384);")
    m.teardown.append("A.keep(&w[0][0], 384);")
    column = max(-1, min(column, 1))
    return f"""for (long j = 1; j < {m.pick('12', 'm', '15')}; ++j) {{
        w[i + 1][j] = {m.fit(f'w[i + {1 + row}][j + {column}]')};
        }}"""


@feature(2)
def guarded_write(m):
    """A temporary that some iterations may not write before they read it."""
    a, first, second = m.array(), m.guard(), m.guard()
    t = "t"
    if m.chance(25):
        m.before.append(f"{m.scalar} w[4] = {{}};")
        t = f"w[{m.pick('0', '1', 'i % 2')}]"
    else:
        m.before.append(f"{m.scalar} t = 3;")
    if m.chance(20):
        m.results.append("w[1]" if t != "t" else "t")
    use = f"{a}[i] = {m.fit(t)};"
    one, two = f"{t} = {m.value()};", f"{t} = {m.value()};"
    return m.pick(
        f"if ({first}) {{\n{one}\n}}\n{use}",
        f"if ({first}) {{\n{one}\n}}\n{use}",
        f"if ({first}) {{\n{one}\n}}\nif ({first}) {{\n{use}\n}}",
        f"if ({first}) {{\n{one}\n}}\nif ({second}) {{\n{use}\n}}",
        f"if ({first}) {{\n{one}\n}}\nif (!({first})) {{\n{use}\n}}",
        f"if ({first}) {{\n{one}\n}} else {{\n{two}\n}}\n{use}",
        f"if ({first}) {{\n{one}\n}} else if ({second}) {{\n{two}\n}}\n{use}",
        f"if ({first}) {{\n{one}\n}} else {{\n{a}[i] = 1;\n}}\n{use}",
        f"if ({first} && ({t} = {m.value()}) > 1) {{\n{a}[i] = 2;\n}}\n{use}",
        f"switch ({m.index} % 3) {{\ncase 0:\n{one}\nbreak;\ncase 1:\n{two}\nbreak;\n"
        f"{m.pick('', 'default:' + chr(10) + one)}\n}}\n{use}",
        f"{first} ? void({one[:-1]}) : void();\n{use}")


@feature(2)
def inner_loop_write(m):
    """A temporary written by an inner loop that may not run."""
    a = m.array()
    m.header(signed=True)
    m.before.append(f"{m.scalar} t = 3;")
    if m.chance(20):
        m.results.append("t")
    head = m.pick("for (long j = i; j < 4; ++j)", "for (long j = i; j < m; ++j)",
                  "for (long j = 0; j < i - 2; ++j)", "for (long j = 0; j < m - i; ++j)",
                  "for (long j = 0; j < shift; ++j)", "for (long j = 0; j < k - 3; ++j)",
                  "for (long j = 0; j < 3; ++j)", "for (long j = 0; j <= i; ++j)",
                  "for (long j = 0; j < m; ++j)", "while")
    value = m.source("j")
    value = m.pick(value, f"{value} + 1", f"{m.index} + j")
    use = f"{a}[i] = {m.fit('t')};"
    if m.chance(20):
        use = f"if (i {m.pick('<', '>')} 3) {{\n{use}\n}}"
    if head == "while":
        return f"""long j = i;
            while (j > {m.pick('0', '2', '-1')}) {{
            t = {value};
            j -= 2;
            }}
            {use}"""
    return f"{head} {{\nt = {value};\n}}\n{use}"


@feature(2)
def value_after_loop(m):
    """A temporary whose last value may be used."""
    a = m.array()
    t = "t"
    home = m.pick("local", "local", "local", "global", "reference", "nested")
    if home == "global":
        m.counter("t", m.scalar)
    elif home == "reference":
        m.parameters[f"{m.scalar} &t"] = "t"
        m.setup.append(f"{m.scalar} t = 5;")
        m.teardown.append("A.keep(t);")
    else:
        m.before.append(f"{m.scalar} t = 5;")
    after = m.pick("read", "read", "guarded", "none", "written", "part")
    if home == "nested":
        m.wrapped = False
        m.before.append(f"{m.scalar} u = 0;")
        m.before.append("for (long r = 0; r < 3; ++r) {")
        m.after.append(m.pick(f"{a}[r + 30] = {m.fit('t')};", "u += t;", "u = r;"))
        m.after.append("}")
        m.results.append("u")
    elif after == "read":
        m.results.append("t")
    elif after == "guarded":
        m.after.append("long last = 0;")
        m.after.append(f"if ({m.pick('n > 3', 'm < 7', 'shift > 0')}) {{\nlast = long(t);\n}}")
        m.results.append("last")
    elif after == "written":
        m.after.append("t = 7;")
        m.results.append("t")
    elif after == "part":
        m.after.append(f"if ({m.pick('n > 3', 'm < 7')}) {{\nt = 7;\n}}")
        m.results.append("t")
    write = f"t = {m.value()};"
    use = f"{a}[i] = {m.fit('t')};"
    form = m.pick("plain", "plain", "only", "guarded", "all guarded", "chain")
    if form == "plain":
        return f"{write}\n{use}"
    if form == "only":
        return f"{write}\n{a}[i] = {m.new()};"
    if form == "guarded":
        return f"if ({m.guard()}) {{\n{write}\n}}\n{a}[i] = {m.new()};"
    if form == "chain":
        return f"{write}\nt = t * 2 + 1;\n{use}"
    return f"if ({m.guard()}) {{\n{write}\n{use}\n}}"


@feature(2)
def touching_bounds(m):
    """Two ranges that do not overlap, or only in the first or the last iteration."""
    a = m.array()
    bound = m.pick("n", "n + 2", "m", "9", "12", "8")
    m.header(signed=True, bound=bound)
    n = f"({bound})" if " " in bound else bound
    low = m.low
    d = m.pick(-1, -1, 0, 1)
    shift = f" {'+' if d > 0 else '-'} {abs(d)}" if d else ""
    form = m.pick("distance", "distance", "mirror", "reverse", "last", "first", "inner", "double", "rows")
    if form == "distance":
        return f"{a}[i] = {m.fit(f'{a}[i + {n} - {low}{shift}] + 1')};"
    if form == "mirror":
        return f"{a}[i + 2] = {m.fit(f'{a}[2 * {n} - i{shift}] + 1')};"
    if form == "reverse":
        return f"{a}[i + 1] = {m.fit(f'{a}[{n} - i{shift}] + 1')};"
    if form == "last":
        return f"{a}[i] = {m.fit(f'{a}[{n}{shift}] + i')};"
    if form == "first":
        return f"{a}[i + 1] = {m.fit(f'{a}[{low + 1 + m.pick(-1, 0, 0)}] + i')};"
    if form == "double":
        return f"{a}[2 * i] = {m.fit(f'{a}[i + {n}{shift}] + i')};"
    if form == "rows":
        compare, columns = m.pick(("<", "m"), ("<=", "m"), ("<", "m + 1"), ("<", "m - 1"))
        m.header(bound=bound)
        return f"""for (long j = 0; j {compare} {columns}; ++j) {{
            {a}[i * m + j] = {m.fit(f'{m.index} + j')};
            }}"""
    other = m.pick("j < i", "j <= i", "j < i + 1", f"j <= {n}", f"j < {n}")
    at = m.pick("i", f"{n}", f"i + {n}")
    m.before.append("long t = 0;")
    m.accumulators.append("t")
    m.results.append("t")
    return f"""for (long j = {m.pick('0', 'i + 1')}; {other}; ++j) {{
        t += long({a}[j]) % 4;
        }}
        {a}[{at} + {m.pick('0', '1')}] = {m.fit('i * 2')};"""


@feature(2)
def overlap(m):
    """Two names for the same memory, on some inputs or on all."""
    m.restrict = False
    form = m.pick("pointers", "pointers", "scalar", "scalar", "member", "inner", "vector", "same",
                  "references", "char")
    letter = {"double": "d", "float": "f", "long": "l", "int": "i", "unsigned": "u", "short": "s"}
    slot = f"A.{letter[m.type]}"
    if form == "pointers":
        m.array(slot=0, pointer=True)
        m.parameters[f"{m.type} *p"] = f"{slot}({m.pick(1, 1, 2, 3)}) + {m.pick(0, 0, 1, 12)}"
        c = m.pick(0, 0, 0, 1, 2)
        value = m.fit(f"p[i + {c}] + 1")
        return m.pick(f"a[i] = {value};", f"a[i] = {value};", f"a[i] = p[0];",
                      f"a[i] = {m.new()};\np[i + {c}] = {m.new()};")
    if form == "scalar":
        m.array(slot=0, pointer=True)
        m.parameters[f"{m.type} &s"] = f"{slot}({m.pick(0, 1, 3)})[{m.pick(0, 2, 5, 300)}]"
        if m.chance(40):
            m.accumulators.append("s")
            return "s += a[i];" if m.floating else "s ^= a[i];"
        if m.floating:
            return m.pick("s = a[i];", f"a[i] = {m.fit('s + 1')};", "s = 0.5 * s + a[i];")
        return m.pick("s = a[i];", f"a[i] = {m.fit('s + 1')};",
                      f"a[i] = {m.fit('s + i')};")
    if form == "member":
        m.preamble.append(f"struct Pair {{\n{m.type} *first;\n{m.type} *second;\nlong size;\n}};")
        m.parameters["Pair &pair"] = "pair"
        m.setup.append(f"Pair pair{{{slot}(0), {slot}({m.pick(1, 2, 3)}), A.n}};")
        if m.chance(40):
            m.header(signed=True, bound="pair.size")
        return f"pair.first[i] = {m.fit('pair.second[i] + 1')};"
    if form in ("inner", "vector"):
        m.arrays["a"] = "vector"
        m.setup.append(f"std::vector<{m.type}> a({slot}(0), {slot}(0) + 400);")
        m.parameters[f"std::vector<{m.type}> &a"] = "a"
        m.teardown.append("A.keep(a);")
        if form == "inner":
            m.parameters[f"const {m.type} *p"] = f"a.data() + {m.pick(0, 1, 3, 30)}"
            return f"a[i] = {m.fit(f'p[{m.pick(chr(105), 0)}] + 1')};"
        m.setup.append("std::vector<%s> other(a);" % m.type)
        m.parameters[f"const std::vector<{m.type}> &v"] = m.pick("a", "other")
        return f"a[i + 1] = {m.fit('v[i] + 1')};"
    if form == "same":
        m.array(pointer=True)
        m.before.append(f"{m.type} *p = a + {m.pick(0, 1, 2, 20)};")
        return f"a[i] = {m.fit('p[i] + 1')};"
    if form == "references":
        m.array(pointer=True)
        m.before.append(f"{m.type} &r = a[{m.pick(0, 2, 30)}];")
        return m.pick(f"a[i + 1] = {m.fit('r + 1')};", f"r = {m.new()};\na[i + 1] = {m.new()};")
    m.type, m.scalar, m.floating = "int", "long", False
    m.arrays.clear()
    m.array(pointer=True)
    m.parameters["signed char *p"] = m.pick("A.b(0)", "A.b(3)",
                                            "reinterpret_cast<signed char *>(A.i(0)) + 8")
    return m.pick(f"a[i] = {m.fit('p[i] + 1')};", f"p[i] = (signed char)(a[i] % 50);",
                  f"a[i] = p[4 * i];")


@feature(3)
def call(m):
    """A function whose effect decides."""
    a = m.array()
    form = m.pick("global", "global", "pointer", "pointer", "static", "recursive", "out", "member",
                  "reads", "array", "element")
    update = m.pick("total = total * 3 % 101 + x;", "total += x;", "total = x;", "x += 2;",
                    "if (x > 3) total = x;")
    argument = m.pick(m.index, f"long({m.source()})")
    if form in ("global", "reads"):
        m.counter("total")
        if form == "reads":
            update = "x += total;"
        m.preamble.append(f"static long effect(long x) {{\n{update}\nreturn x % 50;\n}}")
        if form == "reads":
            return f"{a}[i] = {m.fit(f'effect({argument})')};\n" + m.pick(
                "", f"total = {m.index};", "total += 1;")
        return m.pick(f"{a}[i] = {m.fit(f'effect({argument})')};", f"effect({argument});")
    if form == "pointer":
        m.array("p", slot=3, pointer=True)
        at = m.pick("0", "x", "x / 2", "x % 4", "x + 1")
        m.preamble.append(f"static void put({m.type} *p, long x, {m.type} value) {{\n"
                          f"p[{at}] = {m.pick('value', 'value', f'{m.type}(p[{at}] + value)')};\n}}")
        return f"put(p, {m.index}, {m.new()});" + m.pick(
            "", f"\n{a}[i] = p[i];" if m.restrict else "")
    if form == "static":
        m.preamble.append(f"""static long note(long x) {{
            static long last = 0;
            if (x == -1000) {{
            last = 0;
            }}
            {m.pick('last = last * 3 % 101 + x;', 'last += x;', 'last = x;', 'x += 1;')}
            return {m.pick('last % 50', 'x')};
            }}""")
        m.setup.append("note(-1000);")
        return f"{a}[i] = {m.fit(f'note({m.index})')};"
    if form == "recursive":
        m.counter("total")
        m.preamble.append(f"""static long down(long x) {{
            {m.pick('total = total * 3 % 101 + x;', '', 'total += x;')}
            return x > 0 ? down(x - 2) + 1 : 0;
            }}""")
        return f"{a}[i] = {m.fit(f'down({m.index})')};"
    if form == "out":
        write = m.pick("t = x * 2;", "if (x % 3) t = x;", "t += x;", "if (x > 2) t = 1; else t = x;")
        m.before.append("long t = 2;")
        m.preamble.append(m.pick(f"static void out(long x, long &t) {{\n{write}\n}}",
                                 f"static void out(long x, long *p) {{\nlong &t = *p;\n{write}\n}}"))
        pointer = "*p" in m.preamble[-1]
        if m.chance(25):
            m.results.append("t")
        return f"out({argument}, {'&t' if pointer else 't'});\n{a}[i] = {m.fit('t')};"
    if form == "member":
        m.preamble.append(f"""struct Box {{
            long x = 1;
            long cells[32] = {{}};
            long add(long y) {{
            {m.pick('x = x * 3 % 101 + y;', 'x += y;', 'x = y;', 'cells[y] = y + 1;', 'cells[y / 2] = y;')}
            return {m.pick('y', 'x % 50', 'cells[y]')};
            }}
            }};""")
        m.before.append("Box box;")
        m.results += ["box.x", "box.cells[2]"]
        return f"{a}[i] = {m.fit(f'box.add({m.index})')};"
    if form == "array":
        m.static("long", "table")
        m.preamble.append(f"static void mark(long x) {{\n"
                          f"table[{m.pick('x', 'x % 3', 'x + 1', 'x / 2', '5')}] = "
                          f"{m.pick('x', 'table[x] % 40 + 1', 'table[x + 1]')};\n}}")
        return f"mark({m.index});\n{a}[i] = {m.new()};"
    m.preamble.append(f"static {m.type} &at({m.type} *p, long x) {{\nreturn p[{m.pick('x', 'x % 4', '0')}]"
                      ";\n}")
    m.array("p", slot=3, pointer=True)
    return f"at(p, {m.index}) = {m.new()};"


OPERATORS = {
    "long": ["s += {e};", "s = s + {e};", "s = {e} + s;", "s -= {e};", "s = s - {e};",
             "s ^= {e};", "s |= {e};", "s &= {e} | 12;", "s += {e}, s -= 1;"],
    "double": ["s += {e};", "s = s + {e};", "s = {e} + s;", "s -= {e};", "s = s - {e};",
               "s += {e}, s -= 1;"],
}
NO_REDUCTIONS = {
    "long": ["s = {e} - s;", "s = -s + {e};", "s = s * 3 % 101 + {e};", "s += s + {e};"],
    "double": ["s = {e} - s;", "s = s * 0.5 + {e};", "s += 0.5 * s;", "s -= s - {e};"],
}
EXTREMES = [
    "if (s < {e}) s = {e};", "if (s < {e}) s = {e};", "if (s > {e}) s = {e};",
    "if ({e} > s) s = {e};", "if ({e} < s) s = {e};", "if (s <= {e}) s = {e};",
    "if ({e} >= s) s = {e};", "s = s < {e} ? {e} : s;", "s = s > {e} ? {e} : s;",
    "s = {e} < s ? s : {e};", "s = s >= {e} ? s : {e};", "s = std::max(s, {e});",
    "s = std::min({e}, s);", "if (!(s >= {e})) s = {e};", "s = s < {e} ? s : {e} + 1;",
    "if (s < {e}) s = {e} - 1;", "if (s < {e}) s = -{e};", "if (s < {e} - 1) s = {e};"]


def accumulator(m, start="1", reduced=True):
    m.before.append(f"{m.scalar} s = {start};")
    m.accumulators += ["s"] * reduced
    m.results.append("s")


def operand(m):
    return m.pick(m.source() if m.type == m.scalar else f"{m.scalar}({m.source()})",
                  f"{m.scalar}({m.index} * 5 % 7)")


@feature(2)
def reduction(m):
    right, used = m.chance(65), m.chance(10)
    accumulator(m, m.pick("1", "0", "3"), right and not used)
    line = m.pick(*(OPERATORS if right else NO_REDUCTIONS)[m.scalar]).format(e=operand(m))
    if m.chance(25):
        line = f"if ({m.guard()}) {{\n{line}\n}}"
    if used or m.chance(10):
        line += f"\n{m.array()}[i] = {m.fit('s' if used else m.index)};"
    return line


@feature(2)
def extreme(m):
    accumulator(m, m.pick("1", "0", "-5", "50"))
    return m.pick(*EXTREMES).format(e=operand(m))


@feature(2)
def two_operators(m):
    accumulator(m, reduced=False)
    e = operand(m)
    if m.scalar == "double":
        lines = ["s += {e};", "s -= {e};", "s *= 0.5;", "s = s + 1;", "s *= -1;",
                 "s = std::max(s, {e});"]
    else:
        lines = ["s += {e};", "s -= {e};", "s ^= {e};", "s |= {e};", "s &= 127;", "s = s + 1;",
                 "s *= -1;", "s = std::max(s, {e});", "s = std::min(s, {e});",
                 "if (s < {e}) s = {e};"]
    lines = [m.pick(*lines).format(e=e), m.pick(*lines).format(e=operand(m))]
    if m.chance(30):
        lines[0] = f"if ({m.guard()}) {{\n{lines[0]}\n}}"
        if m.chance(50):
            return f"{lines[0]} else {{\n{lines[1]}\n}}"
    return "\n".join(lines)


@feature(2)
def narrow_reduction(m):
    """The accumulator is converted in each step, or found under a condition."""
    m.type, m.scalar, m.floating = "int", "long", False
    e = m.source()
    form = m.pick("narrow", "narrow", "and", "position", "product", "double")
    m.results.append("s")
    m.accumulators.append("s")
    if form == "narrow":
        kind = m.pick("short", "signed char", "unsigned char", "unsigned short", "float", "unsigned")
        other = m.pick("signed char", "unsigned char", "short", "int")
        if kind == "float":
            other = m.pick("short", "int")
        m.before.append(f"{kind} s = 1;")
        return m.pick(f"s += {e} * 3;", f"s = ({kind})(s + {e});", f"s = ({other})(s + {e});",
                      f"s = ({kind})(s - {e} * 9);" if kind != "float" else f"s = s + {e};",
                      f"s = ({other})s + {e};")
    if form == "double":
        # Truncated in each step.
        m.before.append("int s = 1;")
        return m.pick(f"s += {e} * 0.25;", f"s = s + 0.5 * {e};", f"s = int(s + {e} * 1.0);",
                      f"s += int({e} * 0.25);", f"s *= {m.pick('0.5', '1.0')};")
    if form == "and":
        m.before.append(f"bool s = {m.pick('true', 'false')};")
        t = f"({e} > -90)"
        return m.pick(f"s = s && {t};", f"s = s || !{t};", f"s &= {t};", f"s |= !{t};", f"s = {t} && s;",
                      f"s = !s && {t};", f"s = s != {t};", f"if (!{t}) s = false;",
                      f"if (!{t}) s = true;", f"s = s && {t} ? true : s;")
    if form == "product":
        m.before.append("long s = 1;")
        return m.pick(f"s *= {e} > 20 ? -1 : 1;", f"s = s * ({e} > 20 ? -1 : 1);",
                      f"s *= s > 0 ? -1 : 1;", f"s *= 2;", f"s *= -1;\ns += {e};")
    m.before += ["long s = -1;", "int best = -60;"]
    m.results.append("best")
    m.accumulators.append("best")
    update = f"best = {e};\ns = {m.index};"
    return f"if ({e} {m.pick('>', '>=', '<', '<=')} best) {{\n{update}\n}}"


@feature(2)
def linearised(m):
    """Rows in one array, which may be longer than the distance between them."""
    a = m.array()
    m.header(low=0)
    m.wrapped = m.wrapped and m.chance(40)
    extent = m.pick("m", "m", "k", "n", "step", "8", "(m + 1)")
    columns = m.pick("m", "m", "m", "k", "n", "m + 1", "step", "8")
    start = m.pick("0", "0", "0", "-1", "1")
    j = "j + 1" if start == "-1" and m.chance(50) else "j"
    offset = " + 10"
    compare = m.pick("<", "<", "<", "<=")
    kind = m.pick("long", "long", "int")
    subscript = m.pick(f"{m.index} * {extent} + {j}{offset}", f"{m.index} * {extent} + {j}{offset}",
                       f"{j} + {extent} * {m.index}{offset}",
                       f"{m.index} * {extent} - j + 20", f"({m.index} + 1) * {extent} + {j}{offset}")
    line = m.pick(f"{a}[{subscript}] = {m.fit(f'{m.index} * 3 + j')};",
                  f"{a}[{subscript}] = {m.fit(f'{a}[{subscript}] * 2 + {m.index}')};")
    return f"for ({kind} j = {start}; j {compare} {columns}; ++j) {{\n{line}\n}}"


@feature(3)
def wrap(m):
    """A subscript or condition whose type is too small for its values."""
    a = m.array()
    m.header(signed=m.chance(70), low=0)
    update = m.pick(f"= {m.new()}", f"= {m.fit(f'{a}[q] * 2 + {m.index}')}", f"= {m.fit(m.index)}")
    factor = m.pick(64, 64, 128, 32, 3, 20, 100, 256)
    form = m.pick("cast", "cast", "variable", "variable", "induction", "guard", "counter", "signed",
                  "short", "high")
    if form == "cast":
        place = f"{a}[(unsigned char)(i * {factor})]"
        return f"{place} {update.replace(f'{a}[q]', place)};"
    if form == "variable":
        return f"unsigned char q = (unsigned char)(i * {factor} + {m.pick(0, 1, 250)});\n{a}[q] {update};"
    if form == "signed":
        update = update.replace(f"{a}[q]", f"{a}[q + 128]")
        return f"signed char q = (signed char)(i * {factor});\n{a}[q + 128] {update};"
    if form == "short":
        shift = m.pick(8192, 16384, 32768, 512)
        update = update.replace(f"{a}[q]", f"{a}[q / 512]")
        return f"unsigned short q = (unsigned short)(i * {shift});\n{a}[q / 512] {update};"
    if form == "high":
        return f"unsigned q = unsigned(i) * {m.pick('0x40000000u', '0x80000000u', '3u')};\n" + (
            f"{a}[q % 64] {update.replace(f'{a}[q]', f'{a}[q % 64]')};")
    if form == "induction":
        kind, base = m.pick(("unsigned char", "q"), ("signed char", "q + 128"))
        m.before.append(f"{kind} q = {m.pick(0, 100, 120)};")
        m.accumulators.append("q")
        m.results.append("q")
        step = m.pick(64, 64, 1, 32, 7, 85, 128)
        update = update.replace(f"{a}[q]", f"{a}[{base}]")
        return f"{a}[{base}] {update};\n" + m.pick(f"q += {step};", f"q = ({kind})(q + {step});")
    if form == "counter":
        kind, start, end = m.pick(("unsigned char", 250, 3), ("unsigned char", 252, 4),
                                  ("signed char", 120, -125), ("unsigned char", 10, 18))
        m.outside, m.small = "", False
        m.head = f"for ({kind} i = {start}; i != {end}; ++i)"
        m.index = "long(i)"
        # Subscripts meet where the difference is a multiple of 256.
        other = m.pick("0", "1", "2")
        place = "i + 130" if kind == "signed char" else "i"
        return f"{a}[{place}] = {m.fit(f'{a}[{place} + {other}] + 1')};"
    low, count = m.pick("1u", "2u", "3u"), m.pick("3u", "5u", "2u")
    compare = m.pick("<", ">=")
    at = m.pick("i", "0", "i - 1 + 2")
    m.before.append("long t = 2;")
    return m.pick(
        f"if (unsigned(i) - {low} {compare} {count}) {{\n{a}[{at}] = {m.fit(m.index)};\n}}",
        f"if (unsigned(i) - {low} {compare} {count}) {{\nt = {m.value().replace('0.5 * ', '')};\n}}\n"
        f"{a}[i] = {m.fit('t')};",
        f"unsigned q = unsigned(i) - {low};\nif (q < 12u) {{\n{a}[q {m.pick('', '/ 2')}] = "
        f"{m.fit(m.index)};\n}}")


@feature(2)
def loaded(m):
    """A subscript or bound that comes from memory, which the loop may write."""
    form = m.pick("index", "index", "own", "cell", "bound", "inner", "size", "member", "table", "step")
    index = m.pick("Random", "Random", "Permutation", "Identity", "NonDecreasing")
    if form == "index":
        a = m.array()
        m.parameters[f"const int *{'__restrict ' if m.restrict else ''}x"] = f"A.index(fuzz::{index})"
        at = m.pick("x[i]", "i + x[i]", "2 * x[i]", "x[i] + x[i + 1]", "x[0] + i", "x[x[i]]")
        value = m.pick(m.new(), m.fit(f"{a}[{at}] + {m.index}"))
        return f"{a}[{at}] = {value};"
    if form == "table":
        a = m.array()
        m.before.append("long w[20] = {};")
        at = m.pick("i", "0", "i + 1")
        return (f"w[{at}] = {m.index} {m.pick('% 3', '/ 2', '* 2', '+ 1')};\n"
                f"{a}[w[{at}]] = {m.new()};")
    if m.floating or m.type in ("short", "unsigned"):
        m.type, m.scalar, m.floating = m.pick("int", "long"), "long", False
    letter = "i" if m.type == "int" else "l"
    if form in ("own", "cell", "step", "bound", "inner"):
        m.restrict = False
        m.arrays.clear()
        a = m.array(pointer=True)
        slot = m.pick(0, 1, 3)
        at = m.pick(0, 2, 4, 30)
        m.parameters[f"{m.type} *p"] = f"A.{letter}({slot}) + {at}"
        start = m.pick(2, 3, 5, 9)
        m.setup.append(f"A.{letter}({slot})[{at}] = {start};")
        if form == "bound":
            m.outside, m.small = "", False
            m.head = m.pick(f"for (long i = 0; i < *p; ++i)", f"for (long i = 0; i < p[0]; ++i)",
                            "for (long i = 0; i < 10 && i < *p; ++i)")
            m.index = "i"
            return f"{a}[i] = {m.new()};"
        if form == "inner":
            return f"for (long j = 0; j < *p % 5; ++j) {{\n{a}[i] = {m.fit(f'{m.index} + j')};\n}}"
        if form == "cell":
            return f"{a}[i + 1] = {m.fit(f'*p + {m.index}')};"
        if form == "step":
            return f"{a}[i * (*p % 4 + 4) + 30] = {m.new()};"
        return f"{a}[{m.index} + *p + 110] = {m.new()};"
    if form == "size":
        m.setup.append(f"std::vector<{m.type}> v = A.v{letter}(3, 12);")
        m.parameters[f"std::vector<{m.type}> &v"] = "v"
        m.teardown.append("A.keep(v);")
        m.outside, m.index = "", "long(i)"
        m.head = m.pick("for (std::size_t i = 0; i < v.size(); ++i)",
                        "for (std::size_t i = 0; i < v.size() && i < 20; ++i)")
        grow = m.pick(f"if (v.size() < 16) {{\nv.push_back({m.type}(i));\n}}",
                      f"if (v[i] > 50 && v.size() > 8) {{\nv.pop_back();\n}}", "", "")
        return f"v[i] = {m.new()};\n{grow}"
    m.preamble.append(f"struct Span {{\n{m.type} *cells;\nlong size;\n}};")
    m.parameters["Span &span"] = "span"
    m.setup.append(f"Span span{{A.{letter}(0), A.n}};")
    m.outside, m.index = "", "i"
    m.head = f"for (long i = 0; i < span.size; ++i)"
    return f"span.cells[i] = {m.new()};\n" + m.pick(
        "", "", "if (span.cells[i] > 40) {\nspan.size -= 1;\n}", "if (i == 3) {\nspan.size = 6;\n}")


@feature(4)
def lifetime(m):
    """A local object or temporary whose destructor or constructor does something, or nothing."""
    a = m.array()
    home = m.pick("global", "global", "array", "pointer", "none", "guard")
    if home == "guard":
        m.counter("total")
        m.preamble.append("""template <class F> struct Guard {
            F f;
            ~Guard() { f(); }
            };""")
        m.before.append("long t = 1;")
        m.results.append("t")
        effect = m.pick(f"t += {m.index};", f"t = {m.index};", f"total = total * 3 % 101 + {m.index};",
                        f"{a}[i] = {m.new()};", f"{a}[3] = {m.fit(m.index)};", ";")
        return f"auto f = [&] {{ {effect} }};\nGuard<decltype(f)> guard{{f}};\n{a}[i] = {m.new()};"
    if home == "global":
        m.counter("total")
        effect = m.pick("total = total * 3 % 101 + x;", "total = total * 3 % 101 + x;", "total = x;",
                        "total += x;", "if (x == 2) total = 7;")
    elif home == "array":
        m.static("long", "table")
        effect = m.pick("table[x] = x + 1;", "table[5] = x;", "table[x / 2] = x;",
                        "table[x] = table[x + 1];", "table[x + 1] = table[x] % 40 + 1;")
    elif home == "pointer":
        effect = m.pick("*p = *p * 3 % 101 + x;", "*p = x;", "*p += x;")
        m.before.append("long t = 1;")
        m.results.append("t")
    else:
        effect = m.pick("", "x = 0;")
    pointer = "long *p = nullptr;\n" if home == "pointer" else ""
    more = ", &t" if pointer else ""
    form = m.pick("object", "object", "object", "temporary", "temporary", "wrapped", "derived", "array",
                  "block", "constructor", "copy", "guarded")
    value = f"{m.index}"
    if form in ("constructor", "copy"):
        members = "Note(const Note &other) : x(other.x)" + (", p(other.p)" if pointer else "")
        first = "Note(long from%s) : x(from)%s" % (
            (", long *to", ", p(to)") if pointer else ("", ""))
        effects = ("", effect) if form == "copy" else (effect, "")
        m.preamble.append(f"struct Note {{\nlong x;\n{pointer}{first} {{\n{effects[0]}\n}}\n"
                          f"{members} {{\n{effects[1]}\n}}\n}};")
        if form == "copy":
            use = m.pick("Note other = note;", "Note &other = note;", "Note other(note);")
            return f"Note note{{{value}{more}}};\n{use}\n{a}[i] = {m.fit('other.x')};"
        return f"Note note{{{value}{more}}};\n{a}[i] = {m.fit('note.x')};"
    m.preamble.append(f"struct Note {{\nlong x;\n{pointer}~Note() {{\n{effect}\n}}\n}};")
    if form == "wrapped":
        m.preamble.append("struct Owner {\nNote note;\nlong y;\n};")
        declaration = f"Owner owner{{{{{value}{more}}}, 2}};"
    elif form == "derived":
        m.preamble.append("struct Derived : Note {\nlong y = 1;\n};")
        declaration = f"Derived note{{{{{value}{more}}}}};"
    elif form == "array":
        declaration = f"Note notes[2] = {{{{{value}{more}}}, {{{value} + 1{more}}}}};"
    elif form == "temporary":
        declaration = m.pick(f"Note{{{value}{more}}};", f"{a}[i] = {m.fit(f'Note{{{value}{more}}}.x')};",
                             f"const Note &note = Note{{{value}{more}}};")
    elif form == "block":
        return f"{{\nNote note{{{value}{more}}};\n{a}[i] = {m.fit('note.x')};\n}}"
    elif form == "guarded":
        return f"if ({m.guard()}) {{\nNote note{{{value}{more}}};\n{a}[i] = {m.fit('note.x')};\n}}"
    else:
        declaration = f"Note note{{{value}{more}}};"
        if m.chance(15):
            m.unbraced = True
            return declaration
    line = f"{a}[i] = {m.new()};"
    return f"{declaration}\n{line}" if m.chance(80) else declaration


@feature(2)
def one_iteration(m):
    """A write that only some iteration does, chosen by a comparison."""
    a = m.array()
    m.header(low=0)
    which = m.pick("2", "3", "k", "n - 1", "m", "0")
    compare = m.pick("==", "==", "==", "==", "!=", "<=", ">=")
    at = m.pick("40", "40", "k + 40", "n + 40")
    if m.chance(30):
        m.before.append("long t = 1;")
        m.results.append("t")
        write = m.pick(f"t = {m.index};", f"t = {m.index};", f"t = t * 2 + 1;")
    else:
        write = m.pick(f"{a}[{at}] = {m.new()};", f"{a}[{at}] = {m.fit(f'{a}[{at}] + {m.index}')};")
    condition = f"{m.index} {compare} {which}"
    skip = {"==": "!=", "!=": "==", "<=": ">", ">=": "<"}[compare]
    second = m.pick("", f"{a}[i] = {m.new()};\n")
    form = m.pick("if", "if", "continue", "both")
    if form == "if":
        return f"{second}if ({condition}) {{\n{write}\n}}"
    if form == "both":
        return f"{second}if ({m.guard()} && {condition}) {{\n{write}\n}}"
    return f"{second}if ({m.index} {skip} {which}) {{\ncontinue;\n}}\n{write}"


@feature(2)
def induction(m):
    """A variable that counts beside the index, used before or after it is changed."""
    a = m.array()
    m.header(signed=m.signed)
    step = m.pick("1", "2", "3", "step", "m")
    kind = m.pick("long", "long", "int", "unsigned")
    m.before.append(f"{kind} q = {m.pick('0', '5')};")
    m.results.append("q")
    if m.chance(50):
        m.accumulators.append("q")
        update = m.pick(f"q += {step};", f"q = q + {step};", f"q = {step} + q;")
    else:
        update = m.pick(f"if ({m.guard()}) {{\nq += {step};\n}}", f"q += {m.index} % 2;",
                        f"q = {m.index} * 2;", f"q += {m.index};", "q = q * 2 % 128;")
    use = f"{a}[q] = {m.pick(m.new(), m.fit(f'q + {m.index}'))};"
    return m.pick(f"{use}\n{update}", f"{update}\n{use}", f"{use}\n{update}\n{a}[q + 200] = 1;",
                  f"{a}[i] = {m.fit('q')};\n{update}", f"{update}\n{a}[i] = {m.fit('q')};")


@feature()
def lambda_state(m):
    """State in a lambda, a copy of it, or what it refers to."""
    a = m.array()
    m.before.append("long t = 2;")
    m.results.append("t")
    form = m.pick("copy", "mutable", "reference", "inside", "value")
    effect = m.pick("t = t * 3 % 101 + x;", "t += x;", "t = x;")
    if form == "value":
        m.before.append("auto f = [t](long x) { return t + x; };")
        return f"{m.pick('', f't = {m.index};', 't += 1;')}\n{a}[i] = {m.fit(f'f({m.index})')};"
    if form in ("mutable", "copy"):
        m.before.append(f"auto f = [t](long x) mutable {{ {effect} return t; }};")
        if form == "copy":
            return f"auto g = f;\n{a}[i] = {m.fit(f'g({m.index})')};"
        return f"{a}[i] = {m.fit(f'f({m.index})')};"
    declaration = f"auto f = [&](long x) {{ {effect} return {m.pick('x', 't')}; }};"
    if form == "reference":
        m.before.append(declaration)
        return f"{a}[i] = {m.fit(f'f({m.index})')};"
    return f"{declaration}\n{a}[i] = {m.fit(f'f({m.index})')};"
