# ===- expressions.py - simpler forms of a C++ statement, as text ---------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# The text is cut at the weakest operator that stands in no bracket, each part again, and the
# insides of brackets. Each part that has an operator can become one of its operands; each part can
# become a constant; `f(x)` and `(x)` can become `x`:
#
#   s = s + long(a[2 * i]) % 1000;   ->   s = s + long(a[2 * i]);   s = s + a[2 * i] % 1000;
#                                         s = long(a[2 * i]) % 1000;   s = s + 1;   ...
#
# This is no parser: `<` may be a bracket of a template. What comes out may not compile.
#
# ===------------------------------------------------------------------------===#

import re

# Weakest first; each group is cut from the right, at one operator only.
OPERATORS = [
    r";", r",", r"(?<![=!<>+\-*/%&|^])=(?!=)|\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<=|>>=",
    r"\?|(?<!:):(?!:)",
    r"\|\|", r"&&", r"(?<![|])\|(?![|=])", r"\^(?!=)", r"(?<!&)&(?![&=])", r"==|!=",
    r"<=|>=|(?<![<-])<(?![<=])|(?<![->])>(?![>=])", r"<<(?!=)|>>(?!=)",
    r"(?<!\+)\+(?![+=])|(?<!-)-(?![-=>])", r"[*/%](?!=)",
]
OPERATORS = [re.compile(pattern) for pattern in OPERATORS]
STATEMENT, COMMA, ASSIGNMENT = 0, 1, 2
CLOSING = {"(": ")", "[": "]", "{": "}"}
NUMBER = re.compile(r"-?[\d.]+[fuUlL]*$")
PREFIX = re.compile(r"(return|if|while|for|switch|case|else if|else)\b\s*")
TYPES = [("unsigned long", "long"), ("std::uint64_t", "long"), ("signed char", "int"),
         ("unsigned", "int"), ("short", "int"), ("float", "double"), ("const ", ""),
         ("static ", ""), ("__restrict ", "")]


def simplifications(text):
    """Different simpler texts, without repetition."""
    if not text or '"' in text or "'" in text:
        return []
    found = {}
    for begin, end, replacement in replacements(text):
        if text[begin:end] != replacement:
            found.setdefault(text[:begin] + replacement + text[end:])
    if text.startswith("for"):
        for step in re.finditer(r"(\w+) ([+-])= \w+\)$", text):
            found.setdefault(f"{text[:step.start()]}{2 * step[2]}{step[1]})")
    for simpler in simpler_types(text):
        found.setdefault(simpler)
    found.pop(text, None)
    return [simpler for simpler in found if not text.startswith("for") or is_loop_head(simpler)]


def simpler_types(text):
    return [text.replace(old, new, 1) for old, new in TYPES if old in text]


def is_loop_head(text):
    """Something people write: it starts, compares and steps."""
    parts = text.split(";")
    if len(parts) == 1:
        return True
    return (len(parts) == 3 and ("=" in parts[0] or parts[0] == "for (")
            and re.search(r"[<>]|!=", parts[1]) and re.search(r"=|\+\+|--", parts[2]))


def replacements(text):
    """(begin, end, what to put there) for the statement or head of a statement `text`."""
    begin, end = 0, len(text)
    prefix = PREFIX.match(text)
    if prefix:
        begin = prefix.end()
    if text.endswith(";"):
        end -= 1
    yield from part(text, begin, end, statement=True)
    if prefix and prefix[1] == "return" and end > begin:
        yield from whole(text, begin, end)
    # An unbraced `if (c) x = y;` on one line becomes its statement.
    if prefix and prefix[1] in ("if", "while", "for") and text[begin:begin + 1] == "(":
        closing = matching(text, begin)
        if closing is not None and text[closing + 1:].strip(" ;"):
            yield 0, closing + 1, ""
            yield from part(text, closing + 1, end, statement=True)


def part(text, begin, end, statement=False):
    begin, end = strip(text, begin, end)
    if begin == end:
        return
    level, cuts = weakest(text, begin, end)
    if not cuts:
        yield from primary(text, begin, end)
        return
    bounds = [begin] + [edge for cut in cuts for edge in cut] + [end]
    operands = [strip(text, *pair) for pair in zip(bounds[::2], bounds[1::2])]
    binary = all(one < other for one, other in operands)
    if level > STATEMENT and binary:
        for one, other in operands:
            if not (statement and level == ASSIGNMENT and (one, other) == operands[0]):
                yield begin, end, text[one:other]
        for index in range(len(operands)):  # all but one operand
            if len(operands) > 2:
                if index:
                    yield operands[index - 1][1], operands[index][1], ""
                else:
                    yield operands[0][0], operands[1][0], ""
        if level == ASSIGNMENT and len(cuts) == 1 and text[slice(*cuts[0])] != "=":
            yield *cuts[0], "="
    for position, (one, other) in enumerate(operands):
        # The head of a declaration or the target of an assignment is no value.
        is_value = level > ASSIGNMENT or (level == ASSIGNMENT and position > 0)
        if is_value or (level == COMMA and not statement):
            yield from whole(text, one, other)
        yield from part(text, one, other, statement=level == STATEMENT and position != 1)


def whole(text, begin, end):
    """The part as a constant."""
    begin, end = strip(text, begin, end)
    if begin == end:
        return
    if NUMBER.match(text[begin:end]):
        if text[begin:end] not in ("0", "1"):
            yield begin, end, "1"
            yield begin, end, "0"
            yield begin, end, "2"
        return
    # Eight iterations are enough to show anything.
    for constant in ("0", "1", "8") if text.startswith("for") else ("0", "1"):
        yield begin, end, constant


def primary(text, begin, end):
    """Without an operator outside of brackets: `f(x)[y].z`."""
    position = begin
    while position < end:
        if text[position] in CLOSING:
            closing = matching(text, position)
            if closing is None or closing >= end:
                return
            inside = position + 1, closing
            if text[position] == "(" and closing + 1 == end:
                inner = text[slice(*inside)]
                if ";" not in inner and "," not in inner:
                    yield begin, end, inner
                    yield begin, end, f"({inner})"
            if text[position] == "[" and text[slice(*inside)].strip():
                yield from whole(text, *inside)
            yield from part(text, *inside)
            position = closing
        position += 1
    if text[begin] in "-!~*&" and end - begin > 1:
        yield begin, begin + 1, ""


def weakest(text, begin, end):
    """(level, spans of the operators): the weakest operators between `begin` and `end`."""
    masked = mask(text, begin, end)
    for level, pattern in enumerate(OPERATORS):
        cuts = []
        for match in pattern.finditer(masked, begin, end):
            # A sign or a dereference has no left operand.
            left = masked[begin:match.start()].rstrip()
            if level <= COMMA or (left and left[-1] not in "+-*/%<>=&|^!?:,(;"):
                cuts.append(match.span())
        if cuts:
            return level, cuts
    return len(OPERATORS), []


def mask(text, begin, end):
    """The text with `x` for all that stands in brackets."""
    chars, depth = list(text), 0
    for position in range(begin, end):
        char = text[position]
        if char in ")]}":
            depth -= 1
        if depth > 0:
            chars[position] = "x"
        if char in "([{":
            depth += 1
    return "".join(chars)


def matching(text, opening):
    depth = 0
    for position in range(opening, len(text)):
        depth += (text[position] in "([{") - (text[position] in ")]}")
        if depth == 0:
            return position
    return None


def strip(text, begin, end):
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return begin, end
