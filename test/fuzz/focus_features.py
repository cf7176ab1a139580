# ===- focus_features.py - subscripts and bounds that may stop a loop -------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Each function takes a Maker (focus_kernels.py) and returns the body of the loop as text. Most
# draw from variants of one shape that differ in a constant, a bound or an operator, some of which
# make the loop serial; which ones do, the oracle finds out. Here is what concerns arrays, in
# focus_effects.py what concerns scalars, calls and objects.
#
# ===------------------------------------------------------------------------===#

class Registry(list):
    """Features to draw from evenly; some are in it several times."""

    def feature(self, times=1):
        def register(function):
            self.extend([function] * times)
            return function
        return register


FEATURES = Registry()
feature = FEATURES.feature


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
def touching_bounds(m):
    """Two ranges that do not overlap, or only in the first or the last iteration."""
    a = m.array()
    bound = m.pick("n", "n + 2", "m", "9", "12", "8")
    m.header(signed=True, bound=bound)
    n = f"({bound})" if " " in bound else bound
    low = m.low
    d = m.pick(-1, -1, 0, 1)
    shift = f" {'+' if d > 0 else '-'} {abs(d)}" if d else ""
    form = m.pick("distance", "distance", "mirror", "reverse", "last", "first", "inner",
                  "double", "rows")
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
        m.before.append(f"{m.type} &one = a[{m.pick(0, 2, 30)}];")
        return m.pick(f"a[i + 1] = {m.fit('one + 1')};",
                      f"one = {m.new()};\na[i + 1] = {m.new()};")
    m.type, m.scalar, m.floating = "int", "long", False
    m.arrays.clear()
    m.array(pointer=True)
    m.parameters["signed char *p"] = m.pick("A.b(0)", "A.b(3)",
                                            "reinterpret_cast<signed char *>(A.i(0)) + 8")
    return m.pick(f"a[i] = {m.fit('p[i] + 1')};", f"p[i] = (signed char)(a[i] % 50);",
                  f"a[i] = p[4 * i];")


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
                       f"{m.index} * {extent} - j + 20",
                       f"({m.index} + 1) * {extent} + {j}{offset}")
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
        return (f"unsigned char q = (unsigned char)(i * {factor} + {m.pick(0, 1, 250)});\n"
                f"{a}[q] {update};")
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
        f"if (unsigned(i) - {low} {compare} {count}) {{\n"
        f"t = {m.value().replace('0.5 * ', '')};\n}}\n"
        f"{a}[i] = {m.fit('t')};",
        f"unsigned q = unsigned(i) - {low};\nif (q < 12u) {{\n{a}[q {m.pick('', '/ 2')}] = "
        f"{m.fit(m.index)};\n}}")


@feature(4)
def loaded(m):
    """A subscript or bound that comes from memory, which the loop may write."""
    form = m.pick("index", "index", "index", "index", "index", "own", "cell", "bound",
                  "inner", "size", "member", "table", "step")
    index = m.pick("Random", "Random", "Permutation", "Identity", "NonDecreasing")
    if form == "index":
        a = m.array()
        at = m.pick("x[i]", "i + x[i]", "i + x[i]", "2 * i + x[i]", "i - x[i] + 40", "2 * x[i]",
                    "x[i] + x[i + 1]", "x[0] + i", "x[x[i]]", "i + x[2]")
        # Only values in no order make a sum with the index repeat itself.
        if at in ("i + x[i]", "2 * i + x[i]"):
            index = m.pick("Random", "Random", "Random", index)
        restrict = "__restrict " if m.restrict else ""
        m.parameters[f"const int *{restrict}x"] = f"A.index(fuzz::{index})"
        if m.chance(30):
            # Written by the iterations that a value from memory chooses.
            choice = m.pick("x[i] == i", "x[i] == 3", "x[i] == i + 1", "x[3] == i", "x[i] > 4")
            return f"if (long({choice[:4]}){choice[4:]}) {{\n{a}[40] = {m.new()};\n}}".replace(
                "== i", f"== {m.index}")
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
    m.wrapped = False  # or it would grow too far
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
