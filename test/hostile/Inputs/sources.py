# ===- sources.py - hostile sources: text, size, depth, preprocessor --------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# ===------------------------------------------------------------------------===#

import random

from harness import Case

KERNEL = "void f(double *a, int n) {\n  for (int i = 0; i < n; i++)\n    a[i] = i;\n}\n"
FIX = "fix --cost-model=off"


def kernel(expression="i", name="f"):
    return KERNEL.replace("= i;", f"= {expression};").replace("f(", name + "(", 1)


def body(statements):
    """The kernel with other statements in its loop."""
    return KERNEL.replace("n; i++)\n    a[i] = i;", "n; i++) {\n" + statements + "\n  }")


def nest(depth, open="", close="", body="a[i0] += 1;"):
    loops = "".join(f"for (int i{k} = 0; i{k} < n; i{k}++) {open}\n" for k in range(depth))
    return f"void f(double *a, int n) {{\n{loops}{body}\n{close * depth}}}\n"


def mutated(seed, changes=40):
    """The kernel several times over, with bytes changed at random places."""
    source = random.Random(seed)
    text = bytearray((KERNEL * 8).encode())
    for _ in range(changes):
        text[source.randrange(len(text))] = source.randrange(256)
    return bytes(text)


def truncated(share):
    text = KERNEL * 3 + "int main() { double a[3]; f(a, 3); }\n"
    return text[:int(len(text) * share)]


def broken(name, what, source, message, run="fix a.cpp", **fields):
    """A source that clang refuses: its diagnostics, and one message of loomp."""
    return Case("Source text", name, what, run, files={"a.cpp": source}, status=2,
                compiles=False, says="a.cpp: error: does not compile: " + message, **fields)


def fixed(section, name, what, source, run=None, file="a.cpp", **fields):
    return Case(section, name, what, run or f"{FIX} {file}",
                files={file: source, **fields.pop("more", {})}, fixed=[file], **fields)


def text_cases():
    for share in (0.1, 0.3, 0.5, 0.7, 0.95):
        yield broken(f"truncated-{int(share * 100)}", "a source that ends in the middle",
                     truncated(share), "...")
    for seed in range(1, 7):
        yield broken(f"mutated-{seed}", "a source with bytes changed at random", mutated(seed),
                     "...", run="fix a.cpp" if seed % 2 else "check --format=json a.cpp")
    yield broken("bytes", "random bytes", random.Random(7).randbytes(100000), "...",
                 run="check a.cpp")
    for run in ("check a.cpp", "check --format=json a.cpp", "fix a.cpp", "fix --diff a.cpp"):
        yield broken("utf-16-" + run.split()[0] + ("-" + run.split()[1].strip("-").split("=")[0]
                                                   if run.count(" ") > 1 else ""),
                     "a source in UTF-16", KERNEL.encode("utf-16"), "UTF-16 (LE) byte order mark "
                     "detected in 'a.cpp', but encoding is not supported", run=run)
    yield Case("Source text", "empty", "an empty source", "check a.cpp", files={"a.cpp": ""},
               stdout="^0 loops|^$")
    yield Case("Source text", "empty-fix", "an empty source", "fix a.cpp", files={"a.cpp": ""})
    yield fixed("Source text", "bom", "a byte order mark of UTF-8",
                b"\xef\xbb\xbf" + KERNEL.encode())
    yield fixed("Source text", "crlf", "line ends of DOS", KERNEL.replace("\n", "\r\n"))
    yield fixed("Source text", "mixed-line-ends", "both kinds of line ends",
                KERNEL.replace("n) {\n", "n) {\r\n"))
    yield fixed("Source text", "tabs", "tabs", KERNEL.replace("  ", "\t"))
    yield fixed("Source text", "no-newline", "no new line at the end", KERNEL.rstrip())
    yield fixed("Source text", "nul", "a NUL byte between tokens", KERNEL.replace("= i;", "= i\0;"))
    yield fixed("Source text", "latin-1", "a comment in Latin-1",
                KERNEL.encode().replace(b"= i;", b"= i; // \xe9\xff"))
    yield fixed("Source text", "utf-8-names", "identifiers in UTF-8",
                KERNEL.replace("a[", "größe[").replace("*a", "*größe"))
    yield fixed("Source text", "form-feed", "form feeds and vertical tabs",
                "\f\v\n" + KERNEL.replace("  for", " \f for"))
    yield fixed("Source text", "trigraph-like", "backslashes at line ends",
                KERNEL.replace("i = 0", "i = \\\n0"))
    yield Case("Source text", "raw-string", "loops in raw strings and comments", "check a.cpp",
               files={"a.cpp": 'const char *s = R"(' + KERNEL + ')"; /*' + KERNEL + "*/\n"},
               stdout="0 loops|^$")


def size_cases():
    section = "Size and depth"

    def large(name, what, source, run="fix --cost-model=off a.cpp", **fields):
        return Case(section, name, what, run, files={"a.cpp": source}, **fields)

    yield large("large-lines", "10 MB of declarations", lambda: "".join(
        f"int v{k} = {k};\n" for k in range(450000)) + KERNEL, fixed=["a.cpp"])
    yield large("large-line", "10 MB in one line", lambda: "".join(
        f"int v{k} = {k};" for k in range(450000)) + "\n" + KERNEL, fixed=["a.cpp"])
    yield large("large-comment", "a comment of 10 MB", lambda: "/*" + "x" * 10_000_000 + "*/\n"
                + KERNEL, fixed=["a.cpp"])
    yield large("large-string", "a string of 200,000 parts", lambda: "const char *s = "
                + '"x" ' * 200000 + ";\n" + KERNEL, fixed=["a.cpp"])
    yield large("large-table", "an array of a million initializers", lambda: "int t[] = {"
                + ",".join(["1"] * 1000000) + "};\n" + KERNEL, fixed=["a.cpp"])
    yield large("many-functions", "5,000 functions with a loop each", lambda: "".join(
        kernel(name=f"f{k}") for k in range(5000)), fixed=["a.cpp"])
    yield large("many-loops", "1,000 loops in a function", lambda: "void f(double *a, int n) {\n"
                + KERNEL.split("{\n")[1].rsplit("}", 1)[0] * 1000 + "}\n", fixed=["a.cpp"])
    yield large("many-statements", "a loop of 5,000 statements", lambda: body(
        "a[i] += i;\n" * 5000), run="check a.cpp", stdout="1 parallel|loop is parallel")
    for brace in ("", "{"):
        yield large("nest-500" + ("-braces" if brace else ""), "500 loops in each other",
                    nest(500, brace, "}" if brace else ""), run="check a.cpp", seconds=120)
    yield large("nest-500-fix", "500 loops in each other", nest(500), seconds=120, fixed=[])
    yield large("nest-500-while", "500 while loops in each other",
                "void f(double *a, int n) {\n" + "while (n > 0) {\n" * 500 + "a[n] = n--;\n"
                + "}" * 500 + "}\n", run="check a.cpp", seconds=120)
    yield Case(section, "parentheses-5000", "5,000 parentheses", "check a.cpp",
               files={"a.cpp": kernel("(" * 5000 + "i" + ")" * 5000)}, status=2, compiles=False,
               says="a.cpp: error: does not compile: bracket nesting level exceeded maximum of 2048")
    yield large("parentheses-200", "200 parentheses", kernel("(" * 200 + "i" + ")" * 200),
                fixed=["a.cpp"])
    yield Case(section, "parentheses-5000-allowed", "5,000 parentheses that the flags allow",
               "check a.cpp -- -fbracket-depth=10000",
               files={"a.cpp": kernel("(" * 5000 + "i" + ")" * 5000)})
    yield large("sum-5000", "a sum of 5,000 terms", kernel("+".join(["i"] * 5000)),
                run="check a.cpp", seconds=30)
    yield large("minus-5000", "5,000 signs", kernel("- " * 5000 + "i"), run="check a.cpp")
    yield large("blocks-2000", "2,000 blocks in each other", KERNEL.replace(
        "{\n", "{" * 2000 + "\n", 1)[:-2] + "}" * 2000 + "\n", run="check a.cpp")
    yield large("if-2000", "2,000 conditions in each other", body("".join(
        f"if (i != {k})\n" for k in range(2000)) + "a[i] = i;"), run="check a.cpp")
    yield large("else-if-1000", "1,000 else-ifs", body("".join(
        f"if (i == {k}) a[i] = {k};\nelse " for k in range(1000)) + "a[i] = i;"), run="check a.cpp")
    yield large("conditional-2000", "2,000 conditional operators", kernel("".join(
        f"i == {k} ? {k} : " for k in range(2000)) + "0"), run="check a.cpp")
    yield large("switch-2000", "2,000 cases in a loop", body(
        "switch (i) {\n" + "".join(f"case {k}: a[i] = {k}; break;\n" for k in range(2000))
        + "}\n"), run="check a.cpp", seconds=60)
    yield large("goto-1000", "1,000 jumps in a loop", body("".join(
        f"l{k}: if (a[i] > {k}) goto l{k * 7 % 1000};\n" for k in range(1000))),
        run="check a.cpp")
    yield large("calls-1500", "1,500 calls in each other", "static int g(int x) { return x; }\n"
                + kernel("g(" * 1500 + "i" + ")" * 1500), run="check a.cpp")
    yield large("chain-3000", "a chain of 3,000 functions", "static int g0(int x) { return x; }\n"
                + "".join(f"static int g{k}(int x) {{ return g{k - 1}(x) + 1; }}\n"
                          for k in range(1, 3000)) + kernel("g2999(i)"), run="check a.cpp")
    yield large("tree-40", "functions that call the next one twice, 40 times",
                "static int g0(int x) { return x; }\n" + "".join(
                    f"static int g{k}(int x) {{ return g{k - 1}(x) + g{k - 1}(x + 1); }}\n"
                    for k in range(1, 40)) + kernel("g39(i)"), run="check a.cpp")
    yield large("lambdas-100", "100 lambdas in each other",
                kernel("[&] { return " * 100 + "i" + "; }()" * 100), run="check a.cpp", seconds=30)
    yield large("pointers-500", "a pointer to a pointer, 500 times", KERNEL.replace(
        "double *", "double " + "*" * 500).replace("a[i]", "*" * 499 + "a[i]"), run="check a.cpp")
    yield large("classes-1000", "1,000 classes in each other", "struct S0 { double x; };\n" + "".join(
        f"struct S{k} {{ S{k - 1} s; }};\n" for k in range(1, 1000)) + KERNEL.replace(
            "double", "S999").replace("a[i]", "a[i]" + ".s" * 999 + ".x"), run="check a.cpp")
    yield large("accesses-500", "500 subscripts that differ", body("".join(
        f"a[i * {k} + {k}] = a[i * {k + 1}];\n" for k in range(500))), run="check a.cpp")
    yield large("wide-integers", "indices of 128 and of 4,000 bits", """
void f(double *a, __int128 n) {
  for (__int128 i = 0; i < n; i++)
    a[i * 9223372036854775807] = i;
}
void g(double *a, _BitInt(4000) n) {
  for (_BitInt(4000) i = 0; i < n; i++)
    a[(int)i] = 0;
}
""", run="check a.cpp")
    yield large("large-arrays", "subscripts at the end of the numbers", """
void f(double (*a)[2147483647], int n) {
  for (int i = 0; i < n; i++)
    a[i][2147483646] = a[i][i * 2147483647L];
  for (unsigned long i = 0; i < 18446744073709551615ul; i += 9223372036854775807ul)
    a[i][0] = i;
}
""", run="check a.cpp")


def preprocessor_cases():
    section = "Preprocessor and language"

    def text(name, what, source, run="fix a.cpp", **fields):
        return Case(section, name, what, run, files={"a.cpp": source, **fields.pop("more", {})},
                    **fields)

    yield text("macros", "a loop whose every token is a macro", "#define FOR for\n#define L (int i = "
               "0; i < n; i++)\n#define B a[i] = i;\nvoid f(double *a, int n) {\n  FOR L B\n}\n")
    yield text("macro-body", "a function that is a macro", "#define F(x) void x(double *a, int n) { "
               "for (int i = 0; i < n; i++) a[i] = i; }\nF(f) F(g)\n")
    yield text("macro-bomb", "a macro of 500,000 terms", "#define A0 i +\n" + "".join(
        f"#define A{k} A{k - 1} A{k - 1}\n" for k in range(1, 20)) + kernel("A19 i"),
        run="check a.cpp --file-timeout=3", status=2,
        says="a.cpp: error: not analysed: took longer than 3 s", seconds=10)
    yield text("macro-self", "macros that name each other", "#define A B\n#define B A\n#define for "
               "for\nint A;\n" + KERNEL)
    yield text("macro-pragma", "directives from macros", '#define P _Pragma("omp parallel for")\n'
               + KERNEL.replace("  for", "  P\n  for"))
    yield text("if-3000", "3,000 conditional blocks in each other",
               "#if 1\n" * 3000 + KERNEL + "#endif\n" * 3000, run=f"{FIX} a.cpp", fixed=["a.cpp"])
    yield text("line", "#line names another file", '#line 100 "other.cpp"\n' + KERNEL,
               run=f"{FIX} a.cpp", fixed=["a.cpp"], more={"other.cpp": KERNEL})
    yield text("line-inside", "#line in a function names another file", KERNEL.replace(
        "  for", '#line 7 "%PLACE%/other.cpp"\n  for'), run=f"{FIX} a.cpp", fixed=["a.cpp"],
               more={"other.cpp": KERNEL})
    yield text("line-export", "#line names another file", '#line 100 "other.cpp"\n' + KERNEL,
               run=f"{FIX} --export-fixes=f.yaml a.cpp", creates=["f.yaml"],
               more={"other.cpp": KERNEL})
    yield text("line-explain", "#line names another file", '#line 100 "other.cpp"\n' + KERNEL,
               run="explain a.cpp:3", stdout="a.cpp:3:3")
    yield text("marker", "line markers of a preprocessed source", '# 1 "x.h" 1 3\n' + KERNEL
               + '# 2 "a.cpp" 2\n' + kernel(name="g"), run=f"{FIX} a.cpp", fixed=["a.cpp"])
    yield text("include-inside", "a function whose loop is included",
               'void f(double *a, int n) {\n#include "body.h"\n}\n', run=f"{FIX} a.cpp",
               more={"body.h": "  for (int i = 0; i < n; i++)\n    a[i] = i;\n"})
    yield text("include-halves", "a loop of which one half is included",
               'void f(double *a, int n) {\n  for (int i = 0; i < n; i++)\n#include "body.h"\n}\n',
               run=f"{FIX} a.cpp", fixed=["a.cpp"], more={"body.h": "    a[i] = i;\n"})
    yield text("include-twice", "a file that is included in two functions",
               '#define F f\n#include "body.h"\n#undef F\n#define F g\n#include "body.h"\n',
               run=f"{FIX} a.cpp", more={"body.h": "void F(double *a, int n) {\n  for (int i = 0; "
                                        "i < n; i++)\n    a[i] = i;\n}\n"})
    yield text("include-missing", "a header that is missing", '#include "absent.h"\n' + KERNEL,
               status=2, compiles=False,
               says="a.cpp: error: does not compile: 'absent.h' file not found")
    yield text("include-itself", "a source that includes itself", '#include "a.cpp"\n' + KERNEL,
               status=2, compiles=False,
               says="a.cpp: error: does not compile: #include nested too deeply")
    yield text("include-zero", "/dev/zero is included", '#include "/dev/zero"\n' + KERNEL, status=2,
               compiles=False, says="a.cpp: error: does not compile: ...")
    yield text("include-folder", "a folder is included", '#include "."\n' + KERNEL, status=2,
               compiles=False, says="a.cpp: error: does not compile: ...")
    yield text("embed-zero", "/dev/zero is embedded", "const char x[] = {\n#embed \"/dev/zero\"\n};\n"
               + KERNEL, run="check a.cpp", status=2, compiles=False,
               says="a.cpp: error: does not compile: ...")
    yield Case(section, "module-interface", "a module interface", "check a.cppm",
               files={"a.cppm": "export module m;\nexport " + KERNEL}, stdout="parallel")
    yield text("module-import", "a module that is missing", "import m;\n" + KERNEL, status=2,
               compiles=False, says="a.cpp: error: does not compile: module 'm' not found")
    yield text("module-import-check", "a module that is missing", "import m;\n" + KERNEL,
               run="check --format=json a.cpp", status=2, compiles=False,
               says="a.cpp: error: does not compile: module 'm' not found")
    yield text("coroutine", "a coroutine", """#include <coroutine>
struct T {
  struct promise_type {
    T get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
T f(double *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = i;
    co_await std::suspend_always{};
  }
}
""")
    yield text("templates", "a template that would instantiate without end",
               "template <int N> struct S { static constexpr long v = S<N + 1>::v; };\n"
               "long x = S<0>::v;\n" + KERNEL, status=2, compiles=False,
               says="a.cpp: error: does not compile: recursive template instantiation exceeded "
                    "maximum depth of 1024")
    yield text("constexpr", "a constant that takes forever", "constexpr long g(int n) { return n < 2 "
               "? n : g(n - 1) + g(n - 2); }\nstatic_assert(g(40) > 0);\n" + KERNEL, status=2,
               compiles=False, says="a.cpp: error: does not compile: static assertion expression is "
                                    "not an integral constant expression")
    yield text("error-directive", "a source that refuses itself", '#error "no"\n' + KERNEL, status=2,
               compiles=False, says='a.cpp: error: does not compile: "no"')
    yield text("pragma-crash", "a crash of the compiler", "#pragma clang __debug crash\n" + KERNEL,
               status=2, crashes=True, says="a.cpp: error: internal error: the analysis crashed")
    yield text("fatal", "a fatal error of the compiler", "#pragma clang __debug llvm_fatal_error\n"
               + KERNEL, status=2, crashes=True, says=["...",
               "a.cpp: error: internal error: the analysis crashed"])
    yield text("nolint-unclosed", "a million open NOLINT lists in one line",
               lambda: "/*" + "NOLINT(" * 1000000 + "*/ " + KERNEL, run="check a.cpp", seconds=20)
    yield text("nolint-closed", "a million NOLINT comments in one line",
               lambda: "/*" + "NOLINT(x)" * 1000000 + "*/ " + KERNEL, run=f"{FIX} a.cpp",
               fixed=["a.cpp"], seconds=20)
    yield text("nolint-blocks", "50,000 NOLINT blocks in each other", lambda:
               "// NOLINTBEGIN(x)\n" * 50000 + KERNEL + "// NOLINTEND(x)\n" * 50000,
               run=f"{FIX} a.cpp", fixed=["a.cpp"], seconds=20)
    yield text("nolint-globs", "a glob of 2,000 stars", KERNEL.replace(
        "i++)", "i++) // NOLINT(" + "*a" * 2000 + ")"), run=f"{FIX} a.cpp", seconds=20,
        fixed=["a.cpp"])
    yield text("verify-broken", "a source that does not compile", "void f( {\n", run="verify a.cpp",
               status=2, compiles=False, says="a.cpp: error: does not compile: ...")
    yield text("verify-utf-16", "a source in UTF-16", KERNEL.encode("utf-16"), run="verify a.cpp",
               status=2, compiles=False, says="a.cpp: error: does not compile: UTF-16 ...")
    yield text("explain-broken", "a source that does not compile", "void f( {\n",
               run="explain a.cpp:1", status=2, compiles=False,
               says="a.cpp: error: does not compile: ...")
    yield text("explain-last-line", "a line that is not there", KERNEL,
               run="explain a.cpp:4294967295", status=2,
               says="a.cpp: error: no loop in line 4294967295")


def all_cases():
    return [*text_cases(), *size_cases(), *preprocessor_cases()]
