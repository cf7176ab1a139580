//===- LaneFunctions.cpp - versions of functions for lanes ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//                                           #pragma omp declare simd uniform(k) notinbranch
//     static double f(double x, int k) {    static double f(double x, int k) {
//       ...                             →     ...
//     }                                     }
//                                           #pragma omp simd
//     for (int i = 0; i < n; i++)           for (int i = 0; i < n; i++)
//       y[i] = f(x[i], k);                    y[i] = f(x[i], k);
//
// The function says for all loops what it is to lanes: its directive promises only what holds of
// every loop that is rewritten. Each of their plans carries the one edit, which is made once.
//
//===----------------------------------------------------------------------===//

#include "rewriters/LaneFunctions.h"
#include "rewriters/Layout.h"
#include "rewriters/Pragma.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

void declareForLanes(const TranslationUnitResult &result, const SourceFiles &files,
                     std::vector<Plan> &plans) {
  using Place = std::pair<std::string, unsigned>;
  std::map<Place, LaneFunction> merged;
  auto isRewritten = [&](size_t i) {
    return plans[i].selected && plans[i].profitable && result.loops[i].editable &&
           !plans[i].edits.empty() && files.count(result.loops[i].position.file);
  };
  for (size_t i = 0; i < plans.size(); ++i)
    if (isRewritten(i))
      for (const LaneFunction &each : result.loops[i].laneFunctions) {
        auto [known, isNew] =
            merged.try_emplace({result.loops[i].position.file, each.offset}, each);
        LaneFunction &function = known->second;
        function.isUnconditional &= each.isUnconditional;
        erase_if(function.uniform,
                 [&](const std::string &name) { return !is_contained(each.uniform, name); });
        erase_if(function.linear, [&](const LinearParameter &parameter) {
          return !is_contained(each.linear, parameter);
        });
      }
  for (size_t i = 0; i < plans.size(); ++i) {
    if (!isRewritten(i))
      continue;
    const std::string &name = result.loops[i].position.file;
    const SourceText &source = files.find(name)->second.source;
    for (const LaneFunction &each : result.loops[i].laneFunctions) {
      const LaneFunction &function = merged.at({name, each.offset});
      StringRef indent = indentationOf(source, function.offset);
      plans[i].edits.push_back(
          {{function.offset, function.offset},
           layOutDirective(declareSimdDirective(function), "", source.lineEnding) +
               source.lineEnding + indent.str(),
           /*isShared=*/true});
    }
    if (!result.loops[i].laneFunctions.empty()) {
      plans[i].transforms.push_back("declare-simd");
      sortEdits(plans[i].edits);
    }
  }
}

} // namespace loomp
