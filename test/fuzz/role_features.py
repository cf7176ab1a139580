# ===- role_features.py - arrays, objects and scalars with a part to play -------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Features of the kind of focus_features.py for the family `roles`: arrays that each iteration
# fills anew, histograms, selections, flags, sums of objects, and variables that are functions of
# the iteration's number; each beside something that resembles it. What resembles it too much for
# a reader's eye to tell is the point.
#
# ===------------------------------------------------------------------------===#

from focus_features import Registry

FEATURES = Registry()
feature = FEATURES.feature


@feature(3)
def private_array(m):
    """An array that an iteration fills, wholly or in part, before it reads it."""
    a = m.array()
    kind = m.pick("long", "int", "short", m.type)
    home = m.pick("local", "local", "static", "vector", "array", "parameter", "member")
    w = "w"
    if home == "local":
        m.before.append(f"{kind} w[16] = {{}};")
    elif home == "static":
        m.static(kind, "w", 16)
    elif home == "vector":
        m.before.append(f"std::vector<{kind}> w(16);")
    elif home == "array":
        m.before.append(f"std::array<{kind}, 16> w{{}};")
    elif home == "member":
        m.preamble.append(f"struct Cells {{\n{kind} at[16] = {{}};\nlong used = 0;\n}};")
        m.before.append("Cells cells{};")
        w = "cells.at"
    else:
        kind = "char"
        m.parameters["signed char *w"] = f"A.b({m.pick(0, 3)})"
    filled = m.pick("4", "4", "8", "m", "k", "m + 1", "n")
    read = m.pick(filled, filled, filled, "4", "m", "3", "k")
    start = m.pick("0", "0", "0", "0", "1")
    value = m.pick(f"{m.index} + j", f"{m.index} * 2 - j", f"long({m.source('i + j')}) % 9",
                   f"{w}[j] + {m.index}" if m.chance(30) else f"{m.index}")
    line = f"{w}[j] = {kind}({value});"
    if m.chance(15):
        line = f"if ({m.pick('j % 2 == 0', m.guard(), 'j != 2')}) {{\n{line}\n}}"
    fill = f"for (long j = {start}; j < {filled}; ++j) {{\n{line}\n}}"
    form = m.pick("loop", "loop", "loop", "constants", "library", "guarded", "running", "first")
    if form == "constants":
        fill = "\n".join(f"{w}[{j}] = {kind}({m.index} + {j});"
                         for j in range(m.pick(3, 4, 4, 5)))
        read = m.pick("4", "4", "3")
    elif form == "library" and home != "parameter":
        begin = "w.begin()" if home in ("vector", "array") else w
        fill = m.pick(f"std::fill({begin}, {begin} + {m.pick('4', '16', 'm')}, "
                      f"{kind}({m.index}));",
                      f"std::fill_n({begin}, {m.pick('4', '16', 'm')}, {kind}({m.index}));")
    elif form == "guarded":
        fill = f"if ({m.guard()}) {{\n{fill}\n}}"
    elif form == "running":
        fill = (f"{w}[0] = {kind}({m.index});\nfor (long j = 1; j < {filled}; ++j) {{\n"
                f"{w}[j] = {kind}(long({w}[{m.pick('j - 1', 'j - 1', 'j / 2')}]) % 50 + 1);\n}}")
    at = m.pick("j", "j", "j", f"{read} - 1 - j" if read.isdigit() else "j", "j % 3", "j / 2")
    use = (f"long t = 0;\nfor (long j = 0; j < {read}; ++j) "
           f"{{\nt = t * 2 % 50 + long({w}[{at}]);\n}}\n"
           f"{a}[i] = {m.fit('t')};")
    if m.chance(20):
        use = f"{a}[i] = {m.fit(f'{w}[{m.pick(0, 1, 3)}]')};"
    if home not in ("static", "parameter") and m.chance(20):
        m.results.append(f"{w}[{m.pick(0, 2)}]")
    body = f"{fill}\n{use}"
    if m.chance(8):
        body = f"{a}[i + 100] = {m.fit(f'{w}[1]')};\n{body}"
    return body


@feature(2)
def private_container(m):
    """A container declared outside, which an iteration empties and fills, or nearly so."""
    a = m.array()
    kind = m.pick("long", "long", "int")
    m.before.append(f"std::vector<{kind}> w{m.pick('', '', '(4)', '(3, 7)')};")
    if "w;" in m.before[-1] and m.chance(30):
        m.before.append("w.push_back(3);")
    reset = m.pick("w.clear();", "w.clear();", "w.resize(0);", f"w.assign(4, {m.index});",
                   "w.resize(4);", "", f"if ({m.guard()}) {{\nw.clear();\n}}",
                   "if (w.size() > 3) {\nw.clear();\n}",
                   f"w = std::vector<{kind}>(4, {kind}({m.index}));",
                   f"w = {{{kind}({m.index}), 2}};")
    limit = "if (w.size() < 40) " if "clear" not in reset or "if" in reset else ""
    push = m.pick(f"for (long j = 0; j < {m.pick('3', 'm', 'k')}; ++j) {{\n"
                  f"{limit}w.push_back({kind}({m.index} + j));\n}}",
                  f"{limit}w.push_back({kind}({m.index}));",
                  f"if ({m.guard()}) {{\n{limit}w.push_back({kind}({m.index} + 1));\n}}", "")
    use = m.pick("long t = long(w.size());",
                 "long t = 0;\nfor (std::size_t j = 0; j < w.size(); ++j) {\n"
                 "t = t * 2 % 50 + w[j];\n}",
                 "long t = 1;\nfor (long y : w) {\nt = t * 3 % 50 + y;\n}",
                 "long t = w.empty() ? 5 : long(w.back());")
    if m.chance(20):
        m.after.append("long last = long(w.size());")
        m.after.append("@oracle if (w_size) {}")
        m.results.append("last")
    return f"{with_size(m, reset, push, use)}\n{a}[i] = {m.fit('t')};"


def with_size(m, reset, push, use):
    """The statements with the size of 'w' as a variable of the oracle's, called 'w', too.

    The members of a vector are no guide: `clear` looks at the old size, so that also a vector that
    each iteration empties first would carry it on. Here what empties 'w' makes the size the
    iteration's own, and what leaves it as it was writes nothing.
    """
    m.before += ["@oracle long w_was = long(w.size()), w_size = w_was;",
                 '@oracle fuzz::oracle::Variable track_w(w_size, "w");']
    changes = "if (w_was != long(w.size())) w_size = w_was = long(w.size());"
    read = "if (!w_own && w_size) {}"
    if reset.startswith("if"):
        test = read if "w.size()" in reset else ""
        lines = [f"@oracle bool w_own = false; {test}",
                 reset.replace("w.clear();", f"w.clear();\n@oracle {changes} w_own = true;")]
    elif reset:
        lines = [reset, "@oracle bool w_own = true; w_size = w_was = long(w.size());"]
    else:
        lines = ["@oracle bool w_own = false;"]
    first, *rest = use.split("\n")
    return "\n".join([*lines, push, f"@oracle if (w_was != long(w.size())) {{ {read} }} {changes}",
                      first, f"@oracle {read}", *rest])


@feature(4)
def histogram(m):
    """Elements that are only added to, at places from memory or from an inner loop; or more."""
    kind = m.pick("long", "long", "int", "unsigned", "double", "short", "float")
    home = m.pick("pointer", "pointer", "local", "static", "vector", "array", "member")
    h, restrict = "h", "__restrict " if m.restrict else ""
    slot = m.pick(0, 0, 1, 2, 3)
    if home == "pointer":
        m.parameters[f"{kind} *{restrict}h"] = (
            f"A.{dict(double='d', float='f', long='l', int='i', unsigned='u', short='s')[kind]}"
            f"({slot})")
    elif home == "local":
        m.before.append(f"{kind} h[32] = {{}};")
    elif home == "static":
        m.static(kind, "h", 32)
    elif home == "vector":
        m.before.append(f"std::vector<{kind}> h(32, {kind}(2));")
    elif home == "array":
        m.before.append(f"std::array<{kind}, 32> h{{}};")
    else:
        m.preamble.append(f"struct Table {{\n{kind} at[32] = {{}};\nlong all = 0;\n}};")
        m.before.append("Table table{};")
        h = "table.at"
    if home not in ("pointer", "static"):
        m.results += [f"{h}[1]", f"{h}[3]"]
    order = m.pick("Random", "Random", "NonDecreasing", "Permutation")
    m.parameters[f"const int *{restrict}x"] = f"A.index(fuzz::{order})"
    at = m.pick("x[i]", "x[i]", "x[i] & 7", "x[i] % 4", f"{m.index} % 3", "x[i] / 4", "0", "3",
                f"{m.index} & 3")
    one = m.pick("1", "1", "2", f"{kind}(x[i + 1])", f"{kind}({m.index})",
                 f"{kind}(long({m.source()}) % 9)")
    place = f"{h}[{at}]"
    line = m.pick(
        f"{place} += {one};", f"{place} += {one};", f"++{place};", f"{place}++;",
        f"{place} = {place} + {one};", f"{place} = {one} + {place};", f"{place} -= {one};",
        f"{place} = {place} - {one};", f"{place} = {one} - {place};", f"{place} *= -1;",
        f"{place} = std::max({place}, {kind}({one}));", f"if ({place} < {one}) {place} = {one};",
        f"{place} = {one};", f"{place} = {place} / 2 + {one};", f"{place} += 1.5;",
        f"{place} += {h}[{at}] > 3 ? 1 : 2;", f"{place} = {h}[5] + {one};",
        f"{place} += {h}[6];")
    if kind in ("long", "int", "unsigned", "short") and m.chance(20):
        line = m.pick(f"{place} ^= {one};", f"{place} |= {one};", f"{place} &= {one} | 12;")
    if m.chance(20):
        second = m.pick(f"{h}[x[i + 2] & 7] += 1;", f"{place} -= 1;", f"{h}[2] += 1;",
                        f"{h}[i + 8] = {kind}({m.index});", f"{place} = {place} * -1;",
                        f"{h}[x[i + 2] & 7] = 2;")
        line = f"{line}\n{second}"
    elif m.chance(12):
        a = m.array()
        line += f"\n{a}[i] = {m.fit(m.pick(f'{h}[1]', place, m.index, 'x[i]'))};"
    elif m.chance(10):
        a = m.array()
        line = f"{a}[i] = {m.fit(f'{place}++')};" if kind not in ("double", "float") else (
            f"{a}[i] = {m.fit(f'{place} += 1')};")
    if m.chance(20):
        line = f"if ({m.pick(m.guard(), f'{h}[1] < 5', f'{place} < 3')}) {{\n{line}\n}}"
    elif m.chance(25):
        inner = line.replace(f"[{at}]", f"[{m.pick('j', 'j', 'j % 2', 'x[j]')}]")
        line = f"for (long j = 0; j < {m.pick('4', 'm', 'k')}; ++j) {{\n{inner}\n}}"
    if m.chance(15):
        line = f"{kind} &r = {place};\n" + line.replace(place, "r")
    return line


@feature(4)
def selection(m):
    """The best of some values with what belongs to it, or nearly."""
    key = m.pick(m.type, m.type, "long", "double", "int")
    at_kind = m.pick("long", "long", "int", "unsigned")
    up = m.pick(">", "<")
    start = m.pick("-1000", "0", "5") if up == ">" else m.pick("1000", "0", "5")
    if key in ("unsigned",):
        start = m.pick("0", "5")
    if m.type == "unsigned" and up == "<":
        start = m.pick("1000", "5")  # nothing is less than 0
    right = True  # is it a selection?
    value = m.pick(m.source(), m.source(), f"{m.source()} + {m.source('i + 1')}",
                   f"{m.source()} * 2", f"({m.source()} - x) * ({m.source()} - x)"
                   if m.floating else f"{m.source('i + 1')}",
                   f"(long({m.source()}) & 3)", f"(long({m.source()}) % 4)")
    if "- x)" in value:
        m.parameters["double x"] = "A.x"
    if start == "5" and ("& 3" in value or "% 4" in value):
        start = "2"  # among the values, some are better
    m.before += [f"{key} best = {start};", f"{at_kind} at = {m.pick('0', '0', '7')};"]
    m.results += ["best", "at"]
    compare = m.pick(up, up, up, up, up + "=", "!=")
    tested = f"{key}({value})" if m.chance(80) else value
    test = f"{tested} {compare} best" if m.chance(70) else (
        f"best {compare.translate(str.maketrans('<>', '><'))} {tested}")
    if "!=" in test:
        right = False
    if m.chance(8):
        right = False
        test = m.pick(f"{test} || {m.index} == 0", f"{test} && {m.index} != 2",
                      f"{m.guard()} && {test}", f"best == {start} || {test}", f"!({test})")
    kept = m.pick(tested, tested, tested, tested, tested, value, f"{tested} + 1")
    # A number that the variable cannot hold makes the order of the candidates matter.
    right &= kept == tested and (tested != value or m.holds(key, value))
    at = m.pick(m.index, m.index, m.index, f"{m.index} + 1", f"{m.index} * 2")
    assign = [f"best = {kept};", f"at = {at_kind}({at});"]
    if m.chance(25):
        m.before.append(f"{m.type} other = 3;")
        m.results.append("other")
        assign.append(m.pick(f"other = {m.source('i + 2')};", f"other = {m.source()};",
                             "other = 9;", "other = best;", "other += 1;"))
        right &= "b[" in assign[-1] or "9" in assign[-1]
    if m.chance(10):
        assign.pop(0)
        right = False
    m.random.shuffle(assign)
    if m.chance(10):
        right = False
        assign.append(m.pick("at = 3;", "best = best;", f"{m.array()}[i] = 1;",
                             f"{m.array()}[3] = {m.fit(m.index)};"))
    line = f"if ({test}) {{\n" + "\n".join(assign) + "\n}"
    form = m.pick("plain", "plain", "plain", "nested", "else", "used", "element", "changed",
                  "twice", "continue", "value")
    if right and form in ("plain", "nested", "continue", "value"):
        m.accumulators += ["best", "at", "other"]
    if form == "nested":
        inner = line.replace(f"{at_kind}({m.index})", f"{at_kind}({m.index} * 10 + j)").replace(
            "[i]", "[i + j]")
        return f"for (long j = 0; j < {m.pick('3', 'm')}; ++j) {{\n{inner}\n}}"
    if form == "else":
        other = m.pick(f"{m.array()}[i] = 1;", "best = best;", "at = at;", "at = 1;")
        return f"{line} else {{\n{other}\n}}"
    if form == "used":
        return f"{line}\n{m.array()}[i] = {m.fit(m.pick('best', 'at', m.index, m.index))};"
    if form == "element":
        b = "b" if m.source() else ""
        compare = m.pick("<", ">", ">=", "<=")
        place = m.pick(m.index, m.index, f"{m.index} + 1")
        if place == m.index:
            m.accumulators.append("at")
        return f"if ({b}[i] {compare} {b}[at]) {{\nat = {at_kind}({place});\n}}"
    if form == "changed":
        return f"{line}\n{m.pick('at += 1;', 'best = best;', 'at = 4;')}" if m.chance(40) else line
    if form == "twice":
        return f"{line}\n{line}" if m.chance(30) else f"{line}\n" + line.replace(
            m.source(), m.source("i + 2"))
    if form == "continue":
        return f"if (!({test})) {{\ncontinue;\n}}\n" + "\n".join(assign)
    if form == "value":
        return (f"const {key} v = {key}({value});\n"
                f"if (v {compare} best) {{\nbest = v;\nat = {at_kind}({m.index});\n}}")
    return line


@feature(3)
def flag(m):
    """A variable that some iterations set to a value, often the same."""
    kind = m.pick("bool", "bool", "bool", "int", "long", "char")
    first = m.pick("false", "true") if kind == "bool" else m.pick("0", "1", "7")
    m.before.append(f"{kind} f = {first};")
    m.results.append("f")
    g = m.guard()
    value = m.pick("true", "true", "false", "true") if kind == "bool" else m.pick(
        "1", "1", "0", "7", "2", f"{kind}(m)", f"{kind}({m.index})", "f")
    lines = [f"if ({g}) {{\nf = {value};\n}}", f"if ({g}) {{\nf = {value};\n}}",
             f"f = f || {g};", f"f = {g} || f;", f"f |= {g};", f"f &= {g};", f"f = f && {g};",
             f"f = f ? true : {g};", f"f = {g} ? {value} : f;", f"f = !f && {g};", f"f ^= {g};",
             f"f = {g};", f"if (!f && {g}) {{\nf = {value};\n}}", f"f = f != {g};",
             f"f = f || {value};", f"f = bool(f) | {g};"]
    number = m.random.randrange(len(lines))
    line = lines[number]
    if line.startswith("if (!f"):
        m.before[-1] = f"{kind} f = {'false' if kind == 'bool' else '0'};"  # or nothing sets it
    right = number in (2, 3, 4, 6) or (number < 2 and value not in ("f", f"{kind}({m.index})"))
    if m.chance(20):
        right = False
        line += "\n" + m.pick(*lines,
                              f"if ({m.guard()}) {{\nf = {m.pick('false', '1', 'true')};\n}}")
    if m.chance(15):
        right = False
        a = m.array()
        line += "\n" + m.pick(f"{a}[i] = {m.fit('f')};", f"if (f) {{\n{a}[i] = {m.new()};\n}}",
                              f"{a}[i] = {m.new()};")
    if right:
        m.accumulators.append("f")
    elif m.chance(15):
        m.counter("total")
        m.preamble.append(f"static bool asks(long x) {{\n"
                          f"{m.pick('total += 1;', 'total = x;', '')}\nreturn x % 3 == 1;\n}}")
        line = m.pick(f"f = f || asks({m.index});", f"f = f && asks({m.index});",
                      f"f |= asks({m.index});", f"f = asks({m.index}) || f;",
                      f"if (asks({m.index})) {{\nf = {value};\n}}")
    return line


@feature(3)
def object_sum(m):
    """A sum of objects, by members or by an operator that may do something else, too."""
    kind = m.pick("double", "long", "long")
    merge = m.pick("x += o.x;\ny += o.y;", "x += o.x;\ny += o.y;",
                   "x += o.x;\ny = y < o.y ? o.y : y;",
                   "x += o.x;\ny = o.y;", "x = x * 2 % 97 + o.x;\ny += o.y;" if kind == "long" else
                   "x = x * 0.5 + o.x;\ny += o.y;", "x += o.x;\ny += o.x;",
                   "x += o.x + y;\ny += o.y;",
                   "x -= o.x;\ny -= o.y;", "x += o.x;\ny += o.y;\ncount += 1;")
    init = m.pick("0", "0", "0", "1")
    added = m.pick("x += v;", "x += v;", "x += v;\ny += v * v;", "x += v;\ncount++;", "x = v;",
                   "x += v;\ny = x;", "y = y < v ? v : y;", "x += v;\ny += x;")
    m.preamble.append(f"""struct Sum {{
        {kind} x = {init};
        {kind} y = 0;
        long count = 0;
        void add({kind} v) {{
        {added}
        }}
        Sum &operator+=(const Sum &o) {{
        {merge}
        return *this;
        }}
        }};
        static inline Sum operator+(Sum p, const Sum &q) {{
        p += q;
        return p;
        }}""")
    e = f"{kind}(long({m.source()}) % 9)" + (" * 0.5" if kind == "double" else "")
    home = m.pick("local", "local", "reference", "element")
    s = "s"
    if home == "local":
        m.before.append("Sum s{};")
    elif home == "reference":
        m.setup.append("Sum sum{};")
        m.parameters["Sum &s"] = "sum"
        m.teardown += ["A.keep(sum.x);", "A.keep(sum.y);", "A.keep(sum.count);"]
    else:
        m.before.append("Sum sums[3] = {};")
        s = f"sums[{m.pick('1', '2', 'i % 2')}]"
    if home != "reference":
        name = "s" if home == "local" else "sums[1]"
        m.results += [f"{name}.x", f"{name}.y", f"{name}.count"]
    line = m.pick(f"{s}.add({e});", f"{s}.add({e});", f"{s} += Sum{{{e}, 1}};",
                  f"{s} += Sum{{{e}, {kind}({m.index})}};", f"{s} = {s} + Sum{{{e}, 2}};",
                  f"{s} = Sum{{{e}, 2}} + {s};", f"{s}.x += {e};", f"{s}.x += {e};\n{s}.y -= {e};",
                  f"{s}.x += {e};\n{s}.count++;", f"{s}.x = {e};",
                  f"{s}.x += {s}.y;\n{s}.y += {e};",
                  f"{s} = Sum{{{e}, 2}};")
    if m.chance(20):
        line = f"if ({m.guard()}) {{\n{line}\n}}"
    if m.chance(12):
        line += f"\n{m.array()}[i] = {m.fit(m.pick(f'{s}.x', f'{s}.count', m.index))};"
    elif "+= " in line.split(";")[0] and ".x" in line and ".y;" not in line and home != "element":
        m.accumulators.append("s")
    if not m.accumulators and m.chance(20):
        line += "\n" + m.pick(f"{s}.y += 1;", f"{s}.x *= -1;", f"{s}.count = 3;", f"{s}.x += 1;")
    return line


@feature(3)
def alternation(m):
    """A variable that takes turns between values, or counts around."""
    a = m.array()
    kind = m.pick("long", "int", "bool", "double", "short", "unsigned")
    m.wrapped = m.wrapped and m.chance(50)
    if kind == "bool":
        step = m.pick("q = !q;", "q = !q;", "q ^= true;", "q = q == false;",
                      f"q = q != {m.guard()};")
        first = m.pick("false", "true")
    elif kind in ("double",):
        step = m.pick("q = -q;", "q *= -1;", "q = 1 - q;", "q = 0 - q;", "q *= -0.5;", "q = 2 / q;")
        first = m.pick("1", "2", "-0.5")
    else:
        step = m.pick("q = 1 - q;", "q = 1 - q;", "q ^= 1;", "q = -q;", "q *= -1;", "q = 3 - q;",
                      "q = (q + 1) % 4;", "q = (q + 1) % 4;", "q = (q + 3) % 7;",
                      "q = (q + m) % 5;",
                      "q = (q + 1) & 3;", "q++;\nif (q == 4) q = 0;", "q++;\nif (q >= 5) q = 0;",
                      "if (++q == 4) q = 0;", "q = q == 3 ? 0 : q + 1;",
                      "q = q + 1 < 5 ? q + 1 : 0;",
                      "q++;\nif (q > m) q = 0;", "q += 2;\nif (q >= 7) q -= 7;",
                      "q = q < 2 ? q + 1 : 1;", "q = !q;", "q = ~q;", "q = (q * 3) % 8;",
                      "q = (q + 1) % (m + 1);", "q--;\nif (q < 0) q = 5;" if kind != "unsigned" else
                      "q = (q + 5) % 6;")
        first = m.pick("0", "0", "1", "2", "3", "9", "-1" if kind != "unsigned" else "6")
        if "~" in step and kind == "unsigned":
            step = "q ^= 1;"
    m.before.append(f"{kind} q = {first};")
    right = step in ("q = 1 - q;", "q = -q;", "q *= -1;", "q = 0 - q;", "q = 3 - q;", "q = !q;",
                     "q ^= true;") or (step == "q ^= 1;" and kind in ("long", "int")) or (
                         first in "0123" and step in ("q = (q + 1) % 4;", "q = (q + 3) % 7;",
                                                      "q = (q + 1) & 3;", "if (++q == 4) q = 0;"))
    if m.chance(60):
        m.results.append("q")
    if m.chance(12):
        right = False
        step = f"if ({m.guard()}) {{\n{step}\n}}"
    at = "long(q) + 12" if m.chance(10) and kind not in ("double", "unsigned") else "i"
    use = m.pick(f"{a}[{at}] = {m.fit(f'q + {m.index}')};",
                 f"{a}[{at}] = {m.fit(f'q * {m.index}')};",
                 f"if (q {m.pick('==', '>', '!=')} 1) {{\n{a}[i] = {m.new()};\n}}",
                 f"if (q {m.pick('==', '!=')} {m.pick(0, 1, 3)}) "
                 f"{{\n{a}[i + 1] = {m.fit(f'{a}[i] + 1')};\n}}")
    if right:
        m.accumulators.append("q")
    elif m.chance(12):
        inner = step
        step = f"for (long j = 0; j < {m.pick('2', '3', 'm')}; ++j) {{\n{inner}\n}}"
    return m.pick(f"{use}\n{step}", f"{use}\n{step}", f"{step}\n{use}",
                  f"{use}\n{step}\n{a}[i + 200] = {m.fit('q')};")


@feature(2)
def swapped(m):
    """Two buffers or values that take turns."""
    a = m.array()
    form = m.pick("values", "pointers", "index")
    if form == "values":
        m.before += [f"long p = {m.pick(1, 2)};", f"long q = {m.pick(5, 1)};"]
        m.results.append(m.pick("p", "q"))
        step = m.pick("std::swap(p, q);", "long z = p;\np = q;\nq = z;", "p = q;\nq = p;",
                      f"long z = p;\np = q;\nq = z + {m.pick(0, 1)};")
        return f"{a}[i] = {m.fit(f'p * 3 + q + {m.index}')};\n{step}".replace("z", "old")
    if form == "pointers":
        m.static(m.type, "u", 64)
        m.static(m.type, "v", 64)
        m.before += [f"{m.type} *p = u;", f"{m.type} *q = v;"]
        step = m.pick("std::swap(p, q);", f"{m.type} *old = p;\np = q;\nq = old;", "p = q;", "")
        at = m.pick("i", "i", "0", "i + 1")
        return f"p[{at}] = {m.fit(m.pick(m.index, 'q[i] + 1', 'q[0] + i', 'p[i] + 2'))};\n{step}"
    m.before += ["long q = 0;", f"{m.type} u[2][24] = {{}};"]
    m.results += ["u[0][3]", "u[1][2]"]
    at = m.pick("i", "i", "3", "i + 1")
    value = m.pick(m.index, "u[1 - q][i] + 1", f"u[q][{at}] + 2")
    return f"u[q][{at}] = {m.fit(value)};\n{m.pick('q = 1 - q;', 'q ^= 1;')}"


@feature(4)
def previous(m):
    """What the iteration before left: an element, the index, a value computed from them."""
    a = m.array()
    source = m.pick(m.source(), m.source(), m.source("i + 1"), f"{a}[i]", f"{a}[i + 3]",
                    f"{m.scalar}({m.index})", f"{m.scalar}({m.source()}) * 2 + 1",
                    f"{m.source()} + {m.source('i + 2')}")
    first = m.pick("3", "0", m.source("0"), m.source("0"), f"{m.scalar}({m.source('2')})")
    m.before.append(f"{m.scalar} p = {first};")
    if m.chance(40):
        m.results.append("p")
    save = f"p = {source};"
    form = m.pick("plain", "plain", "plain", "guarded", "two", "changed", "local", "early", "both",
                  "self")
    value = m.pick(f"p + {m.source()}", f"{m.source()} - p", "p", f"p + {m.index}")
    use = f"{a}[i] = {m.fit(value)};"
    if form == "guarded":
        return f"{use}\nif ({m.guard()}) {{\n{save}\n}}"
    if form == "two":
        m.before.append(f"{m.scalar} o = {m.pick('1', m.source('1'))};")
        if m.chance(40):
            m.results.append("o")
        return m.pick(f"{use}\n{a}[i + 100] = {m.fit('o')};\no = p;\n{save}",
                      f"{a}[i] = {m.fit('p + o')};\n{save}\no = p;")
    if form == "changed":
        return f"{use}\n{save}\n{m.pick('p += 1;', f'p = -p;', f'{a}[i] = {m.fit(chr(112))};')}"
    if form == "local":
        return f"{m.scalar} now = {source};\n{a}[i] = {m.fit('now - p')};\np = now;"
    if form == "early":
        return f"{save}\n{use}"
    if form == "both":
        return f"if ({m.source()} != p) {{\n{a}[i] = {m.new()};\n}}\n{save}"
    if form == "self":
        return f"{use}\np = {a}[{m.pick('i', 'i', 'i + 1', 'i - 1 + 2')}];"
    return f"{use}\n{save}"


@feature(4)
def closed_form(m):
    """A counter whose increments depend on the index, on conditions, on inner loops."""
    a = m.array()
    m.wrapped = False
    kind = m.pick("long", "long", "int", "unsigned", "short", "std::size_t")
    m.before.append(f"{kind} q = {m.pick('0', '0', '5', 'm')};")
    m.results.append("long(q)")
    i = m.index
    step = m.pick(f"q += {i};", f"q += 2 * {i} + 1;", f"q += {i} + m;", f"q += {i} / 2;",
                  f"if ({i} % 2 == 0) q++;", f"if ({i} < 4) q++;", f"if ({i} >= m) q += 2;",
                  f"if ({i} != 3) q++;", f"if ({i} % 3) q++;", "if (m > 3) q += 2;",
                  f"if ({m.source()} > 5) q++;", "q += m;\nq += k;", "q++;\nq++;",
                  "for (long j = 0; j < m; ++j) {\nq += 1;\n}",
                  "for (long j = 0; j < 3; ++j) {\nq += j;\n}",
                  f"for (long j = 0; j < {i}; ++j) {{\nq += 1;\n}}",
                  f"for (long j = 0; j <= {i}; ++j) {{\nq += 1;\n}}",
                  "for (long j = 0; j < m; ++j) {\nif (j != 2) q++;\n}",
                  f"q = q + {i} * 2;", f"q = {i} * 2;", f"q += {i} * {i};", "q += q % 2 + 1;",
                  "q = (q + 3) % 64;", f"q += {i} & 1;")
    if m.source() not in step and step.startswith(("q +=", "q++", "for",
                                                   "if")) and "% 2 +" not in step:
        m.accumulators.append("q")
    at = m.pick("q", "q", "q", "q + 20", "q / 2", "i")
    use = m.pick(f"{a}[{at}] = {m.fit(f'long(q) + {i}')};", f"{a}[{at}] = {m.fit(i)};",
                 f"{a}[{at}] = {m.fit(f'{a}[{at}] + 1')};")
    if step.startswith("for") and m.chance(40):
        inner = step.rstrip("}").rstrip()
        return f"{inner}\n{a}[{at}] = {m.fit(f'{i} + j')};\n}}"
    if step.startswith("if") and "q++;" in step and m.chance(40):
        return step.replace("q++;", f"{{\n{a}[q] = {m.fit(i)};\nq++;\n}}")
    return m.pick(f"{use}\n{step}", f"{step}\n{use}",
                  f"{use}\n{step}\n{a}[i + 300] = {m.fit('long(q)')};")


@feature(2)
def last_value(m):
    """Values that the last iteration, or a chosen one, leaves behind; several of them."""
    a = m.array()
    home = m.pick("scalars", "object", "pointer", "index")
    i = m.index
    if home == "object":
        m.preamble.append("struct Spot {\nlong x = 1;\nlong y = 2;\n};")
        m.before.append("Spot s{};")
        m.results += ["s.x", "s.y"]
        return m.pick(f"s.x = {i};\ns.y = {i} * 2;\n{a}[i] = {m.fit('s.x + s.y')};",
                      f"s = Spot{{{i}, 3}};\n{a}[i] = {m.fit('s.x')};",
                      f"s.x = {i};\n{a}[i] = {m.fit('s.x + s.y')};",
                      f"if ({m.guard()}) {{\ns.x = {i};\n}}\n{a}[i] = {m.new()};",
                      f"{a}[i] = {m.fit('s.x')};\ns.x = {i};")
    if home == "pointer":
        m.before.append(f"const {m.type} *p = &{m.source('0')};")
        m.results.append("*p")
        return m.pick(f"p = &{m.source()};\n{a}[i] = {m.fit('*p')};",
                      f"if ({m.guard()}) {{\np = &{m.source()};\n}}\n{a}[i] = {m.new()};",
                      f"{a}[i] = {m.fit('*p')};\np = &{m.source()};")
    if home == "index":
        m.before.append("long last = -1;")
        m.results.append("last")
        return m.pick(f"{a}[i] = {m.new()};\nlast = {i};", f"if ({m.guard()}) {{\nlast = {i};\n}}",
                      f"last = {i} > last ? {i} : last;",
                      f"if ({i} < m) {{\nlast = {i};\n}}\n{a}[i] = {m.new()};")
    m.before += ["long s = 1;", "long t = 2;"]
    m.results += [m.pick("s", "t"), "s"]
    return m.pick(f"s = {i};\nt = s * 2;\n{a}[i] = {m.fit('t')};",
                  f"s = t;\nt = {i};\n{a}[i] = {m.fit('s')};",
                  f"t = {i};\ns = t + 1;\n{a}[i] = {m.fit('t')};",
                  f"if ({i} % 2) {{\ns = {i};\n}} else {{\ns = {i} + 1;\n}}\nt = s;",
                  f"t = {i};\nif ({m.guard()}) {{\ns = t;\n}}\n{a}[i] = {m.fit('t')};")
