# ===- verdicts.py - compares what loomp says with what the oracle saw ---------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# For one loop of one kernel there are the tool's item (`check --format=json`) and the oracle's
# records, one per input. Then:
#
#   wrong verdict  the tool says parallel, and on some input an execution whose run-time condition
#                  held had a collision on an object that no role of the loop covers;
#   wrong proof    the tool says that a dependence is proven, and no two iterations collide on any
#                  input, although the loop ran several iterations on several of them;
#   missed         no input shows a dependence that privatization or a reduction would not remove,
#                  and the tool neither calls the loop parallel nor names another form in which it
#                  is: a campaign with `--fix-options '--form=scan'` runs these;
#   refused        the same, but the runs show why no directive could be written, see refusal_of.
#
# ===------------------------------------------------------------------------===#

import re
from collections import Counter
from dataclasses import dataclass, field

from kernel import Block, Line, leaves, walk

# An execution with fewer iterations says little about a proof.
LONG_ENOUGH, OFTEN_ENOUGH = 4, 3
# Iterations, sizes and subscripts in a witness up to this one occur in the harness.
LARGEST = 5
COPIES = {"private", "lastprivate", "firstprivate", "array-private"}
DEPENDENCES = ("carried-flow-dependence", "carried-anti-dependence", "carried-output-dependence")


@dataclass
class Comparison:
    failures: list = field(default_factory=list)  # (kind, kernel number, detail)
    counts: Counter = field(default_factory=Counter)
    missed: dict = field(default_factory=dict)  # (kernel number, loop number) -> reason
    refused: dict = field(default_factory=dict)  # the same for those refused with reason

    @property
    def statistics(self):
        examples = {}
        for (number, position), reason in self.missed.items():
            examples.setdefault(reason, []).append(f"{number}:{position}")
        return {"counts": dict(self.counts), "missed": dict(Counter(self.missed.values())),
                "refused": dict(Counter(self.refused.values())),
                "examples": examples}

    def explained(self, kernels, records):
        """The missed loops that collide on one of these runs, or else are refused with reason:
        key -> (whether it collides, the reason)."""
        observed = by_loop(records)
        found = {}
        for key in self.missed:
            kernel = kernels[key[0]]
            loop, runs = kernel.loops()[key[1]], observed.get(key, [])
            collides = not oracle_parallel(kernel, loop, runs)
            refusal = refusal_of(kernel, loop, runs)
            if collides or refusal:
                found[key] = collides, refusal
        return found

    def look_further(self, kernels, records):
        """Takes the loops out of the missed ones that these runs explain."""
        for key, (collides, refusal) in self.explained(kernels, records).items():
            del self.missed[key]
            self.counts["oracle-parallel"] -= 1
            self.counts[f"family {family(kernels[key[0]])}"] -= 1
            if collides:
                self.counts["collided later"] += 1
            else:
                self.refused[key] = refusal


def condition(loop):
    """The condition that comes with a verdict, as C++, in an `if` clause or statement; else `true`.

    In front of the directive there may be a sorted copy of an array, or a walk through rows, which
    the condition names, and the start of the loop, which these name.
    """
    directive = re.sub(r"\\\n\s*", " ", loop.get("directive") or "")
    clause = after_if(directive)
    inserted = [edit["text"] for edit in loop.get("edits") or () if "#pragma omp" in edit["text"]]
    front = inserted[0][:inserted[0].index("#pragma omp")] if inserted else ""
    statement = after_if(front) if "two-versions" in loop.get("transforms", ()) else "true"
    text = " && ".join(part if part == "true" else f"({part})" for part in (statement, clause))
    checked = any(each["checked_at_run_time"] for each in loop.get("assumptions") or ())
    if checked and loop["verdict"] == "parallel" and (
            text == "true && true" or (not front and re.search(r"rowsApart|_first\d*\b", text))):
        return "false"  # the loop is not rewritten, and nothing says what would be checked
    copies = re.findall(r"std::vector \w+Sorted\(.*?;\s*std::sort\(.*?;", front, re.S)
    copies += re.findall(r"bool rowsApart\d* = [^;]*;(?:\s*for \(long long .*?\+\+\w+\)"
                         r"\s*rowsApart\d* = [^;]*;)*", front, re.S)
    named = " ".join([*copies, text])
    copies[:0] = [each[0] for each in re.findall(r"(const [\w ]+ (\w+_first\d*) = [^;]*;)", front)
                  if re.search(rf"\b{each[1]}\b", named)]
    return f"[&] {{ {' '.join(copies)} return {text}; }}()".replace("\n", " ") if copies else text


def after_if(text):
    start = re.search(r"\bif\s*\(", text)
    if not start:
        return "true"
    depth, begin = 1, start.end()
    for end in range(begin, len(text)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            return text[begin:end].replace("\n", " ")
    return "true"


def compare(kernels, found, records):
    """`kernels`: by number; `found`: (kernel, loop) -> item of the report; `records`: of runs."""
    observed = by_loop(records)
    result = Comparison()
    counts = result.counts
    for number, kernel in kernels.items():
        for position, loop in enumerate(kernel.loops()):
            key = (number, position)
            item, runs = found.get(key), observed.get(key, [])
            if item is None:
                counts["not reported"] += 1
                continue
            counts["loops"] += 1
            counts[item["verdict"]] += 1
            judge_loop(key, kernel, loop, item, runs, result)
    return result


def family(kernel):
    return kernel.family.split()[0] if kernel.family else "none"


def by_loop(records):
    """(kernel number, loop number) -> (input, what the oracle saw of the loop) of each run."""
    observed = {}
    for record in records:
        for number, loop in record["loops"].items():
            observed.setdefault((record["kernel"], int(number)), []).append(
                (record["input"], loop))
    return observed


def judge_loop(key, kernel, loop, item, runs, result):
    failures, counts = result.failures, result.counts
    where = f"loop {key[1]} (line {item['line']})"
    if item["verdict"] in ("parallel", "already-parallel"):
        problem = wrong_verdict(kernel, item, runs)
        if problem:
            failures.append(("wrong-verdict", key[0], f"{where}: {problem}"))
    if item["verdict"] == "already-parallel" and loop.directive_is_right is False:
        failures.append(("wrong-verdict", key[0], f"{where}: confirms a wrong directive"))
    long_runs = sum(run["longest"] >= LONG_ENOUGH for _, run in runs)
    if long_runs < OFTEN_ENOUGH:
        return
    proven = [blocker for blocker in item["blockers"]
              if blocker["proven"] and blocker["reason"] in DEPENDENCES
              and not is_volatile(kernel, blocker["object"])]
    collided = any(run["collided"] or run["conditional"] for _, run in runs)
    if any(map(within_reach, proven)) and not collided:
        failures.append(("wrong-proof", key[0], f"{where}: {proven[0]['message']}; "
                         f"{proven[0]['witness']}"))
    if oracle_parallel(kernel, loop, runs):
        if item["verdict"] == "serial" and proven and not any(map(within_reach, proven)):
            counts["out of reach"] += 1
            return
        counts["oracle-parallel"] += 1
        counts[f"family {family(kernel)}"] += 1
        is_parallel = item["verdict"] in ("parallel", "already-parallel")
        if is_parallel or item["possible_forms"]:
            counts["oracle-parallel found"] += 1
            counts["found in another form"] += not is_parallel
            counts[f"found {family(kernel)}"] += 1
        else:
            reason = item["blockers"][0]["reason"] if item["blockers"] else item["reason"]
            result.missed[key] = f"{item['verdict']} {reason}"


def is_volatile(kernel, name):
    """The oracle does not see the accesses to a volatile variable."""
    return any(re.search(rf"\bvolatile\b.*\b{re.escape(name or '?')}\b", item.text)
               for item in walk(kernel.preamble + kernel.body) if isinstance(item, Line))


def within_reach(blocker):
    """Do the sizes of the harness suffice for the collision that the tool gives as a witness?"""
    distance = re.search(r"\d+", blocker["distance"] or "")
    if distance and int(distance[0]) > LARGEST:
        return False
    witness = blocker["witness"] or ""
    if re.search(r"\b(n|m|k|step) ?= ?-", witness):
        return False
    numbers = re.findall(r"= ?(-?\d+)|\[(-?\d+)\]", witness)
    return all(abs(int(a or b)) <= LARGEST for a, b in numbers)


def referred_to(kernel, name):
    """The variables that a reference, pointer, iterator or structured binding with this name leads
    to, or into, somewhere in the kernel."""
    name = re.escape(name)
    text = (rf"&\s*{name} (?:= (\w+)(?:\[[^;]*\])?;|: (\w+)\))|"
            rf"\b{name} = (\w+)\.begin\(\)|\*\s*(?:const )?{name} = &(\w+);|"
            rf"auto &\[(?:\w+, )*{name}(?:, \w+)*\] = (\w+);|[*&]\s*{name} = &?(\w+::at)\(")
    found = [re.search(text, item.text if isinstance(item, Line) else item.header)
             for item in walk(kernel.preamble + kernel.body)]
    # What `Table::at(j)` returns is an element of `Table_cells`.
    return [next(filter(None, each.groups())).replace("::at", "_cells") for each in found if each]


def bound_to(kernel, name):
    """The variables that references with this name are bound to."""
    return {found for text in texts_of(walk(kernel.preamble + kernel.body))
            for found in re.findall(rf"&{re.escape(name)} = (\w+);", text)}


def reference_parameters(kernel):
    """Also those of a kernel that is a member function."""
    texts = [kernel.parameters] + [item.header for item in walk(kernel.preamble + kernel.body)
                                   if isinstance(item, Block)]
    return {name for text in texts for name in re.findall(r"\w &(\w+)[,)]", text + ")")}


def wrong_verdict(kernel, item, runs):
    """The first collision that no role covers; empty if there is none."""
    roles = {}
    for role in item["roles"]:
        roles.setdefault(role["variable"], set()).add(role["role"])
        # A local variable stands for a member: `s.sum`, `this->sum`, `sum`; or what is updated as a
        # whole has no plain name: `box->cells[i]`.
        place = role.get("place") or role["variable"]
        if not role["variable"].isidentifier() or "place" in role:
            for word in [*re.findall(r"\w+", place), place.replace("::", "_")]:
                for name in [word, *referred_to(kernel, word)]:
                    roles.setdefault(name, set()).add(role["role"])
        elif role["role"] == "induction":
            for name in bound_to(kernel, place):
                roles.setdefault(name, set()).add(role["role"])
    # The storage of a container has no name of its own, and neither has an element.
    owned = {role["role"] for role in item["roles"]}
    copied = any("place" in role for role in item["roles"])
    # `a[i] += 2` in a loop inside that of `i`: an induction that is an element.
    moves = any(role["role"] == "induction" and not role["variable"].isidentifier()
                for role in item["roles"])
    handed_out = any("(" in role.get("place", "") for role in item["roles"])
    # What a reference parameter names may be an element of what the loop names otherwise.
    references = reference_parameters(kernel) if copied else ()
    for number, run in runs:
        for name, collision in run["collided"].items():
            unnamed = name == "heap" or name.endswith("[]") or (
                name in references and name not in roles)
            # The static member `Table::cells` is `Table_cells` here.
            member = name.partition("_")[2] if name[:1].isupper() else name
            # What `state()` returns is `state_value` here, and `Table::at(j)` an element of
            # `Table_cells`.
            owner = name.partition("_")[0] if handed_out else name
            # No clause copies what a pointer of the kernel leads to, but for single elements.
            is_arena = name.endswith("[]") and name != "static[]" and not copied
            kinds = roles.get(name) or roles.get(owner) or roles.get(
                member, (owned - COPIES if is_arena else owned) if unnamed else set())
            if kinds & {"index", "induction", "reduction", "selection"} and (
                    copied or moves or not unnamed):
                continue
            if runs_apart(item, run, [collision[kind] for kind in ("flow", "anti", "output")
                                      if kind in collision]):
                continue
            # Updates as a whole, or of copies that are added up, commute.
            if kinds & {"atomic", "array-reduction"}:
                continue
            if kinds & COPIES:
                if "flow" in collision:
                    return (f"input {number}: '{name}' is private, but iteration "
                            f"{collision['flow'][1]} reads what iteration "
                            f"{collision['flow'][0]} wrote")
                continue
            kind = next(kind for kind in ("flow", "anti", "output") if kind in collision)
            return (f"input {number}: iterations {collision[kind][0]} and {collision[kind][1]} "
                    f"collide on '{name}' ({kind})")
        early = set(run.get("liveOutEarly", ())) & {
            name for name, kinds in roles.items() if kinds & {"private", "lastprivate"}
            # Of an object, some members may be summed up, and others set.
            and "reduction" not in kinds}
        if early:
            return (f"input {number}: '{sorted(early)[0]}' is used after the loop, but not written "
                    "by the last iteration")
    return ""


def runs_apart(item, run, pairs):
    """Does one of the two iterations of each pair run on its own, in front of the others or behind
    them, or does one between them? The number of the last one is known of the longest execution
    only, and that of one in the middle is the same only in one execution."""
    transforms = item.get("transforms", ())
    if "peel-first" in transforms:
        return all(pair[0] == 0 for pair in pairs)
    if "peel-middle" in transforms:
        return not pairs or run["executions"] > 1 or max(a for a, _ in pairs) <= min(b for _, b in pairs)
    return "peel-last" in transforms and all(
        run["executions"] > 1 or b == run["longest"] - 1 for _, b in pairs)


def oracle_parallel(kernel, loop, runs):
    """Is the loop free of dependences on every input, up to privatization and reductions?"""
    if leaves(loop) or (loop.directive and loop.directive_is_right is False):
        return False
    for _, run in runs:
        for name, collision in run["collided"].items():
            if (name in kernel.accumulators and not is_read(kernel, loop, name)) or (
                    name in loop.index):
                continue
            if "[]" in name or name == "heap" or "flow" in collision:
                return False
            if name in run.get("liveOutEarly", ()):
                return False
    return True


def is_read(kernel, loop, name):
    """Is the accumulator also read in the loop? A sum that is compared as well is. In the family
    `cxx` a sum that is one in an inner loop may be used in the loop around it; in the others the
    features say what may be read."""
    lines = [item.text for item in walk(loop.body) if isinstance(item, Line)]
    word = re.escape(name)
    if any(re.search(rf"\bif \(.*\b{word}\b.*\) {word} = ", line) for line in lines) and any(
            re.search(rf"\b{word} *[-+*^|&]=|\b{word} = {word} [-+*^|&] ", line)
            for line in lines):
        return True
    if family(kernel) != "cxx":
        return False
    update = re.compile(rf"\b{re.escape(name)}\b(?:[.\w]*)? *(?:[-+*^|&]?=[^=]|\+\+|--)|"
                        rf"(?:\+\+|--){re.escape(name)}\b|\b{re.escape(name)}\.\w+\(")
    return any(re.search(rf"\b{re.escape(name)}\b", line) and not update.search(line)
               for line in lines)


NARROW = re.compile(r"for \((?:short|(?:un)?signed char|unsigned short|char) (\w+) = [^;]*; "
                    r"\1 (?:<=?|!=) ([^;]*);")


# The same with a variable that is declared somewhere else.
COUNTED = re.compile(r"for \((\w+) = [^;]*; \1 (?:<=?|!=) ([^;]+);|while \((\w+) <=? ([^;]+)\);?$")

# A directive counts the iterations before the first one, without wrapping around.
WRAPPING = re.compile(r"for \((?:un)?signed char (\w+) = (-?\d+); \1 != (-?\d+); \+\+\1\)")

# Once it is known, the rest of the array, or of what an object has, may not be there.
SKIPPED = re.compile(r"(\w+(?:(?:\.|->)\w+)*) = \1 (?:&&|\|\|) .*\w(?:\[|(?:\.|->)\w+\().*;")

# A minimum or maximum with its comparison turned round: with a NaN it does not hold, so it is kept.
NEGATED = re.compile(r"if \(!\((\w+) [<>]=? ((\w+)\[[^][]*\])\)\) \1 = \2;")


def refusal_of(kernel, loop, runs):
    """Why OpenMP cannot run the loop as it stands, although no two iterations collide; or nothing.

    Each reason is a fact that the runs or the text show:
    - an exception left the loop: a parallel region would end the program instead;
    - iterations would each need a copy of what a function called in the loop reaches, too, and
      what is not a variable of the function around the loop; or a copy, or a sum of their own, of a
      variable that a lambda in front of the loop names: a clause only renames what the text of the
      loop names;
    - the body declares a variable with static storage, which is no variable yet where a directive
      would name it;
    - `f = f && b[i] > 0`: a thread cannot know whether the serial loop would have read `b[i]`;
    - the index starts behind the constant that it has to be equal to: it wraps around in its type;
    - the index is narrower than its bound, so that the loop does not end for some values;
    - `if (!(s >= b[i])) s = b[i]`: a NaN is kept, and then whatever follows it.
    """
    if any(run.get("thrown") for _, run in runs):
        return "an exception leaves the loop"
    for _, run in runs:
        for name, collision in run["collided"].items():
            if name in loop.index:
                continue
            is_sum = name in kernel.accumulators
            is_private = "flow" not in collision and not is_sum
            if (is_private and name in run.get("elsewhere", ())) or (
                    (is_private or is_sum) and is_named_by_lambda(kernel, loop, name)):
                return "what would have to be private is reached by a callee"
            if "flow" not in collision and any(
                    re.match(rf"static [\w ]+\b{re.escape(name)} = ", item.text)
                    for item in walk(loop.body) if isinstance(item, Line)):
                return "no clause can name a static variable of the body"
    lines = [item.text for item in walk(loop.body) if isinstance(item, Line)]
    if any(SKIPPED.fullmatch(line) for line in lines):
        return "operands that the serial loop skips would be read"
    wrapping = WRAPPING.match(loop.header)
    if wrapping and int(wrapping[2]) > int(wrapping[3]):
        return "the index wraps around to reach its bound"
    narrow = NARROW.match(loop.header)
    counted = narrow or COUNTED.match(loop.footer or loop.header)
    index, bound = filter(None, counted.groups()) if counted else ("", "")
    if counted and (narrow or is_narrow(kernel, index)) and any(
            re.search(rf"\b(?:int|long|unsigned)\b[^,]*\b{word}\b", kernel.parameters)
            for word in re.findall(r"[A-Za-z_]\w*", bound)):
        return "the index is narrower than its bound"
    if not any("continue" in line for line in lines) and any(
            keeps_not_a_number(kernel, item) for item in walk_loops(loop.body)):
        return "a NaN among the data is kept, and what follows it"
    return ""


def walk_loops(items):
    """The lines that run in each iteration of each loop: none under a condition."""
    for item in items:
        if isinstance(item, Line):
            yield item
        elif not isinstance(item, Block):
            yield from walk_loops(item.body)


def keeps_not_a_number(kernel, line):
    """`if (!(s >= b[i])) s = b[i];`: of 5, NaN and 3 it keeps 3, and in another order another one.

    Only where `s` and the array hold floating-point numbers, and nothing is done to the element on
    its way. What docs/standing-assumptions.md says of minimum and maximum is of comparisons that
    the source does not turn round.
    """
    found = NEGATED.fullmatch(line.text)
    if not found:
        return False
    floating = r"\b(?:double|float)\b"
    texts = [kernel.parameters, *texts_of(walk(kernel.preamble + kernel.body))]
    return any(re.search(rf"{floating} {found[1]} = ", text) for text in texts) and any(
        re.search(rf"{floating}[ >]*(?:\*|&)(?:__restrict )?{found[3]}\b", text) for text in texts)


def texts_of(items):
    return [text for item in items for text in (getattr(item, name, "") for name in
                                                ("text", "header", "footer")) if text]


def is_named_by_lambda(kernel, loop, name):
    """Does the loop call a lambda that stands in front of it and names the variable?"""
    called = "\n".join(texts_of([loop, *walk(loop.body)]))
    if re.search(rf"\b{re.escape(name)}\b", called):
        return False
    for item in walk(kernel.body):
        text = "\n".join(texts_of([item, *walk(getattr(item, "body", []))]))
        found = re.match(r"auto (\w+) = \[", text)
        if found and re.search(rf"\b{found[1]}\(", called) and (
                re.search(rf"\b{re.escape(name)}\b", text)):
            return True
    return False


def is_narrow(kernel, variable):
    return any(re.match(rf"(?:unsigned )?(?:short|(?:signed |unsigned )?char) {variable} = ",
                        item.text)
               for item in walk(kernel.body) if isinstance(item, Line))
