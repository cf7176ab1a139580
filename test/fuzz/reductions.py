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

from expressions import simplifications
from kernel import Block, Line, Loop, walk

LISTS = ("preamble", "body", "setup", "teardown")
WORD = re.compile(r"[A-Za-z_]\w*")
TOKEN = re.compile(r"[A-Za-z_]\w*|[\d.]+|\S")
FOR = re.compile(r"for \((?P<start>[^;]*);[^;]*;[^;]*\)$")
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


@dataclass(frozen=True)
class Unwrap:
    item: int

    items = property(lambda self: (self.item,))

    def apply(self, kernel, items):
        item = items[self.item]
        opening = []
        start = FOR.match(item.header)
        if start and DECLARATION.match(start["start"]):
            opening = [Line(start["start"] + ";", (DECLARATION.match(start["start"])["name"],))]
        elif start and start["start"]:
            opening = [Line(start["start"] + ";")]
        replace(kernel, item, opening + item.body)


@dataclass(frozen=True)
class Retext:
    item: int
    field: str
    text: str

    items = property(lambda self: (self.item,))

    def apply(self, kernel, items):
        setattr(items[self.item], self.field, self.text)


@dataclass(frozen=True)
class Rewrite:
    """Fields of the kernel, as (name, value) pairs, and items to remove."""
    fields: tuple
    items: tuple = ()

    def apply(self, kernel, items):
        for name, value in self.fields:
            setattr(kernel, name, value)
        for number in self.items:
            replace(kernel, items[number], [])


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
        for text in simplifications(item.header):
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
    """Removes a variable with every statement that names it, and each bigger chunk of them."""
    names = {name for item in items if not isinstance(item, Loop) for name in item.declares}
    names |= {DECLARED[1] for item in items if isinstance(item, Line)
              for DECLARED in [re.search(r"[ *&](\w+)(?:\[.*\])?(?: = .*|\{.*)?;$", item.text)]
              if DECLARED}
    parameters = split(kernel.parameters)
    arguments = split(kernel.arguments)
    names |= set(map(declared_name, parameters))
    for name in sorted(names):
        word = re.compile(rf"\b{re.escape(name)}\b")
        users = tuple(number for number, item in enumerate(items)
                      if any(map(word.search, texts_of(item))))
        fields = ()
        if len(parameters) == len(arguments):
            for position, parameter in enumerate(parameters):
                if declared_name(parameter) == name:
                    fields = without_parameter(parameters, arguments, position)
        if users or fields:
            yield Rewrite(fields, users)


def signature_edits(kernel, items):
    parameters, arguments = split(kernel.parameters), split(kernel.arguments)
    returns = tuple(number for number, item in enumerate(items)
                    if isinstance(item, Line) and item.text.startswith("return "))
    if kernel.result != "void":
        yield Rewrite((("result", "void"),), returns)
    if len(parameters) != len(arguments):
        return
    for position in range(len(parameters)):
        yield Rewrite(without_parameter(parameters, arguments, position))
    for unused in [[position for position, parameter in enumerate(parameters)
                    if not named(declared_name(parameter), items)]]:
        kept = [position for position in range(len(parameters)) if position not in unused]
        yield Rewrite((("parameters", ", ".join(parameters[at] for at in kept)),
                       ("arguments", ", ".join(arguments[at] for at in kept))))
    for position, parameter in enumerate(parameters):
        for plain in (parameter.replace("const ", ""), parameter.replace("__restrict ", "")):
            if plain != parameter:
                changed = parameters[:position] + [plain] + parameters[position + 1:]
                yield Rewrite((("parameters", ", ".join(changed)),))
    for position, argument in enumerate(arguments):
        for text in simplifications(argument):
            changed = arguments[:position] + [text] + arguments[position + 1:]
            yield Rewrite((("arguments", ", ".join(changed)),))


def named(name, items):
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(word.search(text) for item in items for text in texts_of(item))


def without_parameter(parameters, arguments, position):
    return (("parameters", ", ".join(parameters[:position] + parameters[position + 1:])),
            ("arguments", ", ".join(arguments[:position] + arguments[position + 1:])))


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
