# ===- focus_effects.py - scalars, calls and objects that may stop a loop ---------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# More features for focus_kernels.py, of the same kind as those of focus_features.py: temporaries
# that keep a value from one iteration to the next, reductions and what only looks like one,
# functions, lambdas, constructors and destructors with an effect.
#
# ===------------------------------------------------------------------------===#

import re

from focus_features import feature


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
        added = f"{m.type}(p[{at}] + value)"
        m.preamble.append(f"static void put({m.type} *p, long x, {m.type} value) {{\n"
                          f"p[{at}] = {m.pick('value', 'value', added)};\n}}")
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
        write = m.pick("t = x * 2;", "if (x % 3) t = x;", "t += x;",
                       "if (x > 2) t = 1; else t = x;")
        m.before.append("long t = 2;")
        m.preamble.append(m.pick(f"static void out(long x, long &t) {{\n{write}\n}}",
                                 f"static void out(long x, long *p) {{\n"
                                 f"long &t = *p;\n{write}\n}}"))
        pointer = "*p" in m.preamble[-1]
        if m.chance(25):
            m.results.append("t")
        return f"out({argument}, {'&t' if pointer else 't'});\n{a}[i] = {m.fit('t')};"
    if form == "member":
        effect = m.pick("x = x * 3 % 101 + y;", "x += y;", "x = y;", "cells[y] = y + 1;",
                        "cells[y / 2] = y;")
        m.preamble.append(f"""struct Box {{
            long x = 1;
            long cells[32] = {{}};
            long add(long y) {{
            {effect}
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
    m.preamble.append(f"static {m.type} &at({m.type} *p, long x) {{\n"
                      f"return p[{m.pick('x', 'x % 4', '0')}];\n}}")
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
    "if (s < {e}) s = {e};", "if (s < {e}) s = {e};", "if (s < {e}) s = {e};",
    "if (s > {e}) s = {e};",
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
    """One update of one scalar: a reduction, or what only resembles one."""
    right, used = m.chance(65), m.chance(10)
    accumulator(m, m.pick("1", "0", "3"), right and not used)
    line = m.pick(*(OPERATORS if right else NO_REDUCTIONS)[m.scalar]).format(e=operand(m))
    if m.chance(25):
        line = f"if ({m.guard()}) {{\n{line}\n}}"
    if used or m.chance(10):
        line += f"\n{m.array()}[i] = {m.fit('s' if used else m.index)};"
    return line


@feature(4)
def extreme(m):
    """A minimum or maximum, with the comparison or what is assigned turned round."""
    start, form, e = m.pick("1", "0", "-5", "50"), m.pick(*EXTREMES), operand(m)
    right = form not in EXTREMES[-4:]
    if not right and "% 7" in e:
        start = "3"  # some are less, and some are more
    accumulator(m, start, right)
    return form.format(e=e)


@feature(2)
def two_operators(m):
    """Two updates of one scalar, whose order matters unless they commute."""
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
    line = narrow_update(m, e, form)
    # What is truncated to another type than its own, or reads itself, is no reduction.
    wrong = form == "double" and line != f"s += int({e} * 0.25);" or re.match(
        r"s = !s|s \*= s|s \*= -1;\n", line) or any(
            f"{kind} s = 1;" in m.before and line.startswith("s = (") and
            not line.startswith(f"s = ({kind})(") for kind in NARROW)
    if not wrong:
        m.accumulators.append("s")
    return line


NARROW = ("short", "signed char", "unsigned char", "unsigned short", "float", "unsigned")


def narrow_update(m, e, form):
    if form == "narrow":
        kind = m.pick("short", "signed char", "unsigned char", "unsigned short",
                      "float", "unsigned")
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
        return m.pick(f"s = s && {t};", f"s = s || !{t};", f"s &= {t};", f"s |= !{t};",
                      f"s = {t} && s;",
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
        effect = m.pick(f"t += {m.index};", f"t = {m.index};",
                        f"total = total * 3 % 101 + {m.index};",
                        f"{a}[i] = {m.new()};", f"{a}[3] = {m.fit(m.index)};", ";")
        return f"auto f = [&] {{ {effect} }};\nGuard<decltype(f)> guard{{f}};\n{a}[i] = {m.new()};"
    if home == "global":
        m.counter("total")
        effect = m.pick("total = total * 3 % 101 + x;", "total = total * 3 % 101 + x;",
                        "total = x;", "total += x;", "if (x == 2) total = 7;")
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
    form = m.pick("object", "object", "object", "temporary", "temporary", "wrapped", "derived",
                  "array", "block", "constructor", "copy", "guarded")
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
        declaration = m.pick(f"Note{{{value}{more}}};",
                             f"{a}[i] = {m.fit(f'Note{{{value}{more}}}.x')};",
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
