# ===- reductions.py - all the ways to make a kernel a little smaller -----------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# An edit touches items of the tree by their number (outer before inner, in the order of the text)
# and is applied to a copy, so that several edits of one kernel combine:
#
#   Remove   items and all that is in them
#   Unwrap   a block or loop becomes its body; a loop's index becomes a declaration
#   Retext   the text of one item becomes another one
#   Rewrite  parameters, arguments, the type of the result
#
# Nothing here knows whether the result is C++: who judges it finds out. `weight` decides what is
# smaller; each edit is worth the weight that it takes away.
#
# ===------------------------------------------------------------------------===#

import copy
import re
from dataclasses import dataclass

from expressions import matching, simpler_types, simplifications
from kernel import Block, Line, Loop, walk

LISTS = ("preamble", "body", "setup", "teardown")
WORD = re.compile(r"[A-Za-z_]\w*")
TOKEN = re.compile(r"[A-Za-z_]\w*|[\d.]+|\S")
FOR = re.compile(r"for \((?P<start>[^;]*);[^;]*;[^;]*\)$")
DECLARATOR = re.compile(r"[\w>&*] ?[ *&](\w+)(?:\[.*\])?(?: = .*|\{.*)?;$")
FUNCTION = re.compile(r"(?!if|for|while|switch|else|catch|struct|class)[^=]*?(?P<name>\w+)"
                      r"\((?P<parameters>[^()]*)\)[^()]*$")
DECLARATION = re.compile(r"^[\w:<>, ]+?[ &*](?P<name>\w+) = ")


# ---- What is smaller

def weight(kernel):
    texts = [kernel.parameters, kernel.arguments, kernel.result, kernel.call]
    total = 2 * (kernel.result != "void")
    for items in lists(kernel):
        for item in walk(items):
            total += 4 if isinstance(item, Line) else 8
            texts += texts_of(item)
    return total + sum(map(text_weight, texts))


def text_weight(text):
    """Names are heavier than numbers, big numbers than small ones, longer names than shorter."""
    total = 0.0
    for token in TOKEN.findall(text):
        total += 2 if WORD.match(token) else 1
        total += len(token) / 100
    return total


def texts_of(item):
    if isinstance(item, Line):
        return [item.text]
    directive = item.directive if isinstance(item, Loop) else ""
    return [item.header, item.footer, directive]


def lists(kernel):
    return [getattr(kernel, name) for name in LISTS]


def numbered_items(kernel):
    return [item for items in lists(kernel) for item in walk(items)]


# ---- Edits

@dataclass(frozen=True)
class Remove:
    items: tuple

    def apply(self, kernel, items):
        for number in self.items:
            replace(kernel, items[number], [])

    def touches(self):
        return set(self.items)


@dataclass(frozen=True)
class Unwrap:
    item: int

    def apply(self, kernel, items):
        item = items[self.item]
        opening = []
        start = FOR.match(item.header)
        if start and DECLARATION.match(start["start"]):
            opening = [Line(start["start"] + ";", (DECLARATION.match(start["start"])["name"],))]
        elif start and start["start"]:
            opening = [Line(start["start"] + ";")]
        replace(kernel, item, opening + item.body)

    def touches(self):
        return {self.item}


@dataclass(frozen=True)
class Retext:
    item: int
    field: str
    text: str

    def apply(self, kernel, items):
        setattr(items[self.item], self.field, self.text)

    def touches(self):
        return {self.item}


@dataclass(frozen=True)
class Rewrite:
    """Fields of the kernel as (name, value) pairs, parameters to drop, and items to remove."""
    fields: tuple = ()
    dropped: tuple = ()  # names
    items: tuple = ()

    def apply(self, kernel, items):
        for name, value in self.fields:
            setattr(kernel, name, value)
        pairs = [pair for pair in zip(split(kernel.parameters), split(kernel.arguments))
                 if declared_name(pair[0]) not in self.dropped]
        if self.dropped:
            kernel.parameters = ", ".join(parameter for parameter, _ in pairs)
            kernel.arguments = ", ".join(argument for _, argument in pairs)
        for number in self.items:
            replace(kernel, items[number], [])

    def touches(self):
        return set(self.items) | {name for name, _ in self.fields} | set(self.dropped)


def replace(kernel, old, new):
    """Puts `new` where `old` stands, if it still stands anywhere."""
    for items in lists(kernel) + [item.body for item in numbered_items(kernel)
                                  if not isinstance(item, Line)]:
        for position, item in enumerate(items):
            if item is old:
                items[position:position + 1] = new
                return


def apply(kernel, edits):
    """A new kernel with all these edits."""
    result = copy.deepcopy(kernel)
    items = numbered_items(result)
    for edit in edits:
        edit.apply(result, items)
    tidy(result)
    return result


def tidy(kernel):
    """What the oracle tracks must still be there, and an `else` needs its `if`."""
    names = set(WORD.findall(kernel.parameters))
    kernel.tracked = tuple(name for name in kernel.tracked if name in names)
    for item in numbered_items(kernel):
        if not isinstance(item, Loop):
            text = item.text if isinstance(item, Line) else item.header
            names = set(WORD.findall(text))
            item.declares = tuple(name for name in item.declares if name in names)
    for items in lists(kernel) + [item.body for item in numbered_items(kernel)
                                  if not isinstance(item, Line)]:
        for position in range(len(items) - 1, -1, -1):
            header = getattr(items[position], "header", "")
            before = getattr(items[position - 1], "header", "") if position else ""
            if header.startswith("else") and not before.startswith(("if", "else if")):
                items[position].header = header[4:].strip()


@dataclass(frozen=True)
class Several:
    edits: tuple

    def apply(self, kernel, items):
        for edit in self.edits:
            edit.apply(kernel, items)

    def touches(self):
        return set().union(*(edit.touches() for edit in self.edits))


# ---- All edits of a kernel

def edits_of(kernel):
    """All edits that may make the kernel smaller."""
    items = numbered_items(kernel)
    number_of = {id(item): number for number, item in enumerate(items)}
    yield from list_edits(kernel, items, number_of)
    yield from name_edits(kernel, items)
    yield from signature_edits(kernel, items)
    for number, item in enumerate(items):
        if isinstance(item, Line):
            for text in simplifications(item.text):
                yield Retext(number, "text", text)
            continue
        yield Unwrap(number)
        function = FUNCTION.match(item.header) if isinstance(item, Block) else None
        if function:
            yield from parameter_edits(function, number, items)
        for text in (simpler_types if function else simplifications)(item.header):
            yield Retext(number, "header", text)
        for text in simplifications(item.footer):
            yield Retext(number, "footer", text)
        if isinstance(item, Loop) and item.directive:
            yield Retext(number, "directive", "")
        if isinstance(item, Block) and item.header.startswith("else if"):
            yield Retext(number, "header", "else")


def list_edits(kernel, items, number_of):
    """Removes each run of neighbours whose length is a power of two, and all but one."""
    for siblings in lists(kernel) + [item.body for item in items if not isinstance(item, Line)]:
        numbers = [number_of[id(item)] for item in siblings]
        size = 1
        while size <= len(numbers):
            for begin in range(0, len(numbers) - size + 1, max(1, size // 2)):
                yield Remove(tuple(numbers[begin:begin + size]))
            size *= 2
        if len(numbers) > 2:
            for kept in range(len(numbers)):
                yield Remove(tuple(numbers[:kept] + numbers[kept + 1:]))


def name_edits(kernel, items):
    """Removes a variable with every statement that names it."""
    parameters = droppable(kernel)
    names = {name for item in items if not isinstance(item, Loop) for name in item.declares}
    names |= {match[1] for item in items if isinstance(item, Line)
              for match in [DECLARATOR.search(item.text)] if match}
    for name in sorted(names | set(parameters)):
        word = re.compile(rf"\b{re.escape(name)}\b")
        users = tuple(number for number, item in enumerate(items)
                      if any(map(word.search, texts_of(item))))
        if users:
            yield Rewrite((), (name,) if name in parameters else (), users)


def signature_edits(kernel, items):
    parameters = droppable(kernel)
    for name in parameters:
        yield Rewrite((), (name,))
    unused = tuple(name for name in parameters if not named(name, items))
    if len(unused) > 1:
        yield Rewrite((), unused)
    if kernel.result != "void":
        returns = tuple(number for number, item in enumerate(items)
                        if isinstance(item, Line) and item.text.startswith("return "))
        yield Rewrite((("result", "void"),), (), returns)
    for field in ("parameters", "arguments"):
        parts = split(getattr(kernel, field))
        for position, text in enumerate(parts):
            for simpler in (simpler_types if field == "parameters" else simplifications)(text):
                changed = parts[:position] + [simpler] + parts[position + 1:]
                yield Rewrite(((field, ", ".join(changed)),))


def parameter_edits(function, number, items):
    """Drops a parameter of a helper with the argument of each call."""
    parameters = split(function["parameters"])
    name = re.compile(rf"\b{re.escape(function['name'])}\(")
    for position in range(len(parameters)):
        edits = []
        for at, item in enumerate(items):
            for field in ("text",) if isinstance(item, Line) else ("header", "footer"):
                text = getattr(item, field)
                shorter = without_argument(text, name, position)
                if shorter != text:
                    edits.append(Retext(at, field, shorter))
        if edits:
            yield Several(tuple(edits))


def without_argument(text, name, position):
    """The text without the argument at `position` of each call (or head) of the function."""
    for match in reversed(list(name.finditer(text))):
        closing = matching(text, match.end() - 1)
        if closing is None:
            continue
        arguments = split(text[match.end():closing])
        arguments[position:position + 1] = []
        text = text[:match.end()] + ", ".join(arguments) + text[closing:]
    return text


def droppable(kernel):
    """The names of the parameters, if each has its argument."""
    parameters, arguments = split(kernel.parameters), split(kernel.arguments)
    return list(map(declared_name, parameters)) if len(parameters) == len(arguments) else []


def named(name, items):
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(word.search(text) for item in items for text in texts_of(item))


def declared_name(parameter):
    """`v` of `std::vector<int> &v`, `w` of `double (&w)[12]`, of `int w[8]`."""
    inner = re.search(r"\([&*]\s*(\w+)\)", parameter)
    words = WORD.findall(re.sub(r"\[.*", "", parameter))
    return inner[1] if inner else words[-1] if words else ""


def split(text):
    """At the commas that stand in no bracket."""
    parts, depth, begin = [], 0, 0
    for position, char in enumerate(text):
        depth += (char in "([{<") - (char in ")]}>")
        if char == "," and depth == 0:
            parts.append(text[begin:position].strip())
            begin = position + 1
    last = text[begin:].strip()
    return parts + [last] if last else parts
