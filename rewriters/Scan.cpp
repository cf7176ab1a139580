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

/// The statement that adds `value` to `variable`.
static std::string combined(const ScanForm &form, const std::string &variable,
                            const std::string &value) {
  if (form.op == "max" || form.op == "min")
    return variable + " = " + variable + (form.op == "max" ? " < " : " > ") + value + " ? " +
           value + " : " + variable + ";";
  return variable + " " + form.op + "= " + value + ";";
}

LoopRegion scanRegion(const LoopResult &loop, const DealtLoop &dealt, const SourceText &source) {
  const ScanForm &form = *loop.scan;
  std::set<std::string> taken = dealt.taken;
  auto fresh = [&](const std::string &base) { return freshName(source, base, taken); };
  const std::string sums = fresh(form.variable + "_sums"), own = fresh(form.variable + "_own"),
                    now = fresh(form.variable + "_now"), before = fresh("before"),
                    sum = fresh("sum"), start = form.neutral.empty() ? form.variable : form.neutral;
  const std::string &type = form.type, &unit = source.indentUnit;
  std::vector<std::string> updates;
  std::string update;
  unsigned copied = form.update.begin;
  for (TextRange use : form.usesInUpdate) {
    update += source.text.slice(copied, use.begin).str() + own;
    copied = use.end;
  }
  update += source.text.slice(copied, form.update.end).str() + ";";
  if (form.firstPass.empty())
    updates.push_back(update);
  for (const PassLine &line : form.firstPass) {
    std::string indent;
    for (unsigned depth = 0; depth < line.depth; ++depth)
      indent += unit;
    std::string count = form.step == 1 ? "++" : " += " + std::to_string(form.step);
    updates.push_back(indent + (line.isUpdate ? own + count + ";" : line.text));
  }

  LoopRegion region;
  region.above.push_back("std::vector<" + type + "> " + sums + "(omp_get_max_threads(), " + start +
                         ");");
  region.inside = dealt.inside;
  const CanonicalForm &header = *dealt.loop.canonicalForm;
  append_range(region.inside, std::vector<std::string>{type + " " + own + " = " + start + ";",
                                                       header.headerText + " {"});
  if (!header.inside.empty())
    region.inside.push_back(unit + header.inside);
  for (const std::string &line : updates)
    region.inside.push_back(unit + line);
  append_range(region.inside,
               std::vector<std::string>{"}", sums + "[" + dealt.thread + "] = " + own + ";",
                                        barrierDirective(),
                                        type + " " + now + " = " + form.variable + ";",
                                        "for (" + dealt.type + " " + before + " = 0; " + before +
                                            " < " + dealt.thread + "; " + before + "++)",
                                        unit + combined(form, now, sums + "[" + before + "]")});
  for (TextRange use : form.uses)
    region.changes.push_back({use, now});
  region.below = {"for (" + type + " " + sum + " : " + sums + ")",
                  unit + combined(form, form.variable, sum)};
  return region;
}

} // namespace loomp
