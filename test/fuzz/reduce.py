# ===- reduce.py - makes a kernel that fails as small as it can be --------------===#
#
# Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
#
# Delta debugging on the kernel's tree. Each round applies many edits (reductions.py), each to its
# own copy, and judges all copies together (judge.py), since one file of forty kernels costs little
# more than one of a single kernel. What still fails in the same way, the edits that took away most
# first, is then combined: the longest list of edits that fails together is the next kernel. It ends
# when no edit succeeds, or when the time is up.
#
# The order of edits matters: whole subtrees and variables first, then expressions, a few for each
# item of the tree in turn, so that one long line does not fill a round.
#
# ===------------------------------------------------------------------------===#

import copy
import os
import time

import batch as batches
from judge import Judge
from kernel import Printer
from reductions import Retext, apply, edits_of, weight
from regression import as_test  # noqa: F401  (the other half of this module's interface)

ROUND = 40  # kernels in one file
SECONDS = 300
STRUCTURE_PER_ROUND, TEXTS_PER_ITEM = 24, 4


def reduce_kernel(toolchain, number, kernel, kind, folder, seconds=SECONDS):
    """The smallest kernel found that fails with this kind, one of batch.KINDS.

    If the failure does not show again, the kernel itself. The result's `finding` says how it fails,
    for `as_test`.
    """
    detail = original_detail(toolchain, number, kernel, kind, os.path.join(folder, "whole"))
    judge = Judge(toolchain, kind, os.path.join(folder, "variants"), number, detail or "")
    return Reduction(judge, kernel, seconds).run()


def original_detail(toolchain, number, kernel, kind, folder):
    """How the kernel fails when it stands alone."""
    if kind not in ("differs", "does-not-compile"):
        return None  # the judge needs no detail
    outcome = batches.run_batch(toolchain, [(number, kernel)], folder)
    return next((failure.detail for failure in outcome.failures if failure.kind == kind), None)


class Reduction:
    def __init__(self, judge, kernel, seconds):
        self.judge = judge
        self.kernel = copy.deepcopy(kernel)
        self.end = time.monotonic() + seconds
        self.tried = set()  # texts of variants that did not fail

    def run(self):
        verdict = self.judge.judge([self.kernel])[0]
        if verdict is None:
            return self.kernel
        self.kernel.finding = verdict
        while time.monotonic() < self.end:
            chosen = self.choose()
            if not chosen:
                break
            self.round(chosen)
        return self.kernel

    def choose(self):
        """The edits to try next: (gain, edit, variant), best first."""
        now = weight(self.kernel)
        seen, structure, texts = set(), [], {}
        for edit in edits_of(self.kernel):
            variant = apply(self.kernel, [edit])
            gain = now - weight(variant)
            text = text_of(variant)
            if gain <= 1e-6 or text in seen or text in self.tried:
                continue
            seen.add(text)
            if isinstance(edit, Retext):
                texts.setdefault(edit.item, []).append((gain, edit, variant))
            else:
                structure.append((gain, edit, variant))
        structure.sort(key=lambda choice: -choice[0])
        chosen = structure[:STRUCTURE_PER_ROUND]
        # Round robin over the items, the best edits of each first.
        queues = [sorted(queue, key=lambda choice: -choice[0]) for queue in texts.values()]
        position = 0
        while len(chosen) < ROUND and any(position < len(queue) for queue in queues):
            chosen += [queue[position] for queue in queues if position < len(queue)]
            position += 1
        chosen += structure[STRUCTURE_PER_ROUND:]
        return chosen[:ROUND]

    def round(self, chosen):
        """Judges these edits and applies those that succeed together."""
        verdicts = self.judge.judge([variant for _, _, variant in chosen])
        good = []
        for choice, verdict in zip(chosen, verdicts):
            if verdict:
                good.append(choice + (verdict,))
            else:
                self.tried.add(text_of(choice[2]))
        if not good:
            return
        good.sort(key=lambda choice: -choice[0])
        base = self.kernel
        self.accept(good[0][2], good[0][3])
        edits = compatible([edit for _, edit, _, _ in good])
        beginnings = [apply(base, edits[:length]) for length in range(2, len(edits) + 1)]
        if beginnings:
            failing = [pair for pair in zip(beginnings, self.judge.judge(beginnings)) if pair[1]]
            best = min(failing, key=lambda pair: weight(pair[0]), default=None)
            if best and weight(best[0]) < weight(self.kernel):
                self.accept(*best)

    def accept(self, variant, verdict):
        self.kernel = variant
        self.kernel.finding = verdict


def compatible(edits):
    """The edits without those that touch what an earlier one touches."""
    result, touched = [], set()
    for edit in edits:
        touches = edit.touches()
        if not touches & touched:
            touched |= touches
            result.append(edit)
    return result


def text_of(kernel):
    return Printer().program([(0, kernel)])
