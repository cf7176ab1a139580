//===- Scan.cpp - sums on the way, in two passes --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (...) {            std::vector<int> s_sums(omp_get_max_threads(), 0);
//       s += a[i];           #pragma omp parallel
//       b[i] = s;         →  { ... each thread has a block
//     }                        int s_own = 0;
//                              for (block) s_own += a[i];
//                              s_sums[thread] = s_own;
//                              #pragma omp barrier
//                              int s_now = s;
//                              for (before < thread) s_now += s_sums[before];
//                              for (block) { s_now += a[i]; b[i] = s_now; }
//                            }
//                            for (int sum : s_sums) s += sum;
//
// A vector that iterations append to gets its new elements between the two passes, in one thread,
// where an exception can leave the loop. The next team may have fewer threads, so the passes are
// loops over blocks:
//
//     for (...)                  const int threads = omp_get_max_threads();
//       if (a[i] > 0)            std::vector<std::size_t> v_sums(threads);
//         v.push_back(a[i]);  →  #pragma omp parallel for
//                                for (int thread = 0; thread < threads; thread++) { ... }
//                                std::size_t v_total = v.size();
//                                for (std::size_t &sum : v_sums) { ... }
//                                v.resize(v_total);
//                                #pragma omp parallel for
//                                for (int thread = 0; thread < threads; thread++) {
//                                  std::size_t v_now = v_sums[thread];
//                                  for (block) if (a[i] > 0) v[v_now++] = a[i];
//                                }
//
// The directive `scan` would say it in a line, but clang 22 starts it without the value from before
// the loop, and computes the sums in one thread.
//
// The vector has room for any team: a region without `num_threads` has at most
// omp_get_max_threads() threads (OpenMP 5.2, 18.2.4). Threads that are not there leave the neutral
// element in it.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Scan.h"
#include "rewriters/Pragma.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

namespace {
/// What the variables of the rewritten text are called that stand for one of the loop.
struct ScanNames {
  std::string sums, own, now, start;
};
} // namespace

/// The statement that adds `value` to `variable`.
static std::string combined(const ScannedVariable &scanned, const std::string &variable,
                            const std::string &value) {
  if (scanned.op == "max" || scanned.op == "min")
    return variable + " = " + variable + (scanned.op == "max" ? " < " : " > ") + value + " ? " +
           value + " : " + variable + ";";
  return variable + " " + scanned.op + "= " + value + ";";
}

static std::vector<ScanNames> namesOf(const ScanForm &form, const SourceText &source,
                                      std::set<std::string> &taken) {
  auto fresh = [&](const std::string &base) { return freshName(source, base, taken); };
  std::vector<ScanNames> names;
  for (const ScannedVariable &each : form.variables) {
    ScanNames name;
    name.sums = fresh(each.variable + "_sums");
    name.own = fresh(each.variable + "_own");
    name.now = fresh(each.variable + "_now");
    name.start = each.neutral.empty() ? each.variable : each.neutral;
    names.push_back(std::move(name));
  }
  return names;
}

/// What the first pass does in each iteration.
static std::vector<std::string> firstPass(const ScanForm &form, const std::vector<ScanNames> &names,
                                          const SourceText &source) {
  std::vector<std::string> lines;
  if (form.firstPass.empty()) {
    std::string update;
    unsigned copied = form.update.begin;
    for (TextRange use : form.usesInUpdate) {
      update += source.text.slice(copied, use.begin).str() + names.front().own;
      copied = use.end;
    }
    lines.push_back(update + source.text.slice(copied, form.update.end).str() + ";");
  }
  for (const PassLine &line : form.firstPass) {
    std::string text = line.text;
    for (unsigned depth = 0; depth < line.depth; ++depth)
      text.insert(0, source.indentUnit);
    if (line.moved) {
      std::int64_t step = form.variables[*line.moved].step;
      text += names[*line.moved].own + (step == 1 ? "++;" : " += " + std::to_string(step) + ";");
    }
    lines.push_back(std::move(text));
  }
  return lines;
}

/// The first pass over a block, up to the statements that file what it has come to.
static std::vector<std::string> firstPassLines(const LoopResult &loop, const DealtLoop &dealt,
                                               const std::vector<ScanNames> &names,
                                               const SourceText &source) {
  const ScanForm &form = *loop.scan;
  const std::string &unit = source.indentUnit;
  std::vector<std::string> lines;
  for (size_t i = 0; i < names.size(); ++i)
    lines.push_back(form.variables[i].type + " " + names[i].own + " = " + names[i].start + ";");
  const CanonicalForm &header = *dealt.loop.canonicalForm;
  lines.push_back(header.headerText + " {");
  if (!header.inside.empty())
    lines.push_back(unit + header.inside);
  for (const std::string &line : firstPass(form, names, source))
    lines.push_back(unit + line);
  lines.push_back("}");
  for (const ScanNames &name : names)
    lines.push_back(name.sums + "[" + dealt.thread + "] = " + name.own + ";");
  return lines;
}

LoopRegion scanRegion(const LoopResult &loop, const DealtLoop &dealt, const SourceText &source) {
  const ScanForm &form = *loop.scan;
  std::set<std::string> taken = dealt.taken;
  auto fresh = [&](const std::string &base) { return freshName(source, base, taken); };
  std::vector<ScanNames> names = namesOf(form, source, taken);
  const std::string before = fresh("before"), sum = fresh("sum");
  const std::string &unit = source.indentUnit;

  LoopRegion region;
  region.inside = dealt.inside;
  append_range(region.inside, firstPassLines(loop, dealt, names, source));
  region.inside.push_back(barrierDirective());
  bool isOne = names.size() == 1;
  std::vector<std::string> additions;
  for (size_t i = 0; i < names.size(); ++i) {
    const ScannedVariable &each = form.variables[i];
    region.above.push_back("std::vector<" + each.type + "> " + names[i].sums +
                           "(omp_get_max_threads(), " + names[i].start + ");");
    region.inside.push_back(each.type + " " + names[i].now + " = " + each.variable + ";");
    additions.push_back(unit + combined(each, names[i].now, names[i].sums + "[" + before + "]"));
    for (TextRange use : each.uses)
      region.changes.push_back({use, names[i].now});
    region.below.push_back("for (" + each.type + " " + sum + " : " + names[i].sums + ")");
    region.below.push_back(unit + combined(each, each.variable, sum));
  }
  region.inside.push_back("for (" + dealt.type + " " + before + " = 0; " + before + " < " +
                          dealt.thread + "; " + before + "++)" + (isOne ? "" : " {"));
  append_range(region.inside, additions);
  if (!isOne)
    region.inside.push_back("}");
  return region;
}

bool appends(const LoopResult &loop) {
  return loop.scan && any_of(loop.scan->variables,
                             [](const ScannedVariable &each) { return each.append.has_value(); });
}

LoopRegion appendRegion(const LoopResult &loop, const DealtLoop &dealt, const std::string &counting,
                        const SourceText &source) {
  const ScanForm &form = *loop.scan;
  std::set<std::string> taken = dealt.taken;
  auto fresh = [&](const std::string &base) { return freshName(source, base, taken); };
  std::vector<ScanNames> names = namesOf(form, source, taken);
  const std::string sum = fresh("sum"), count = fresh("count");
  const std::string &unit = source.indentUnit, &type = dealt.type;
  const std::vector<std::string> block(dealt.inside.begin() + dealt.numberLines,
                                       dealt.inside.end());

  LoopRegion region;
  region.opening = "for (" + type + " " + dealt.thread + " = 0; " + dealt.thread + " < " +
                   dealt.threads + "; " + dealt.thread + "++) {";
  region.front.push_back("const " + type + " " + dealt.threads + " = omp_get_max_threads();");
  for (size_t i = 0; i < names.size(); ++i)
    region.front.push_back("std::vector<" + form.variables[i].type + "> " + names[i].sums + "(" +
                           dealt.threads + ");");
  append_range(region.front, std::vector<std::string>{counting, region.opening});
  for (const std::vector<std::string> &lines : {block, firstPassLines(loop, dealt, names, source)})
    for (const std::string &line : lines)
      region.front.push_back(unit + line);
  region.front.push_back("}");
  region.inside = block;
  for (size_t i = 0; i < names.size(); ++i) {
    const ScannedVariable &each = form.variables[i];
    const std::string total = fresh(each.variable + "_total");
    append_range(region.front, std::vector<std::string>{
                                   each.type + " " + total + " = " + each.variable +
                                       (each.append ? ".size();" : ";"),
                                   "for (" + each.type + " &" + sum + " : " + names[i].sums + ") {",
                                   unit + "const " + each.type + " " + count + " = " + sum + ";",
                                   unit + sum + " = " + total + ";",
                                   unit + total + " += " + count + ";",
                                   "}",
                               });
    region.inside.push_back(each.type + " " + names[i].now + " = " + names[i].sums + "[" +
                            dealt.thread + "];");
    for (TextRange use : each.uses)
      region.changes.push_back({use, names[i].now});
    if (!each.append) {
      region.below.push_back(each.variable + " = " + total + ";");
      continue;
    }
    region.front.push_back(each.variable + ".resize(" + total + ");");
    region.changes.push_back({each.append->front, each.variable + "[" + names[i].now + "++] = "});
    region.changes.push_back({each.append->back, ""});
  }
  return region;
}

} // namespace loomp
