//===- ArrayUpdates.cpp - edits for arrays that a loop only updates -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (...)                             auto *bins_data = bins.data();
//       bins[key[i]]++;                 →   #pragma omp parallel for reduction(+ : bins_data[:64])
//                                           for (...)
//                                             bins_data[key[i]]++;
//
//     for (...)                             #pragma omp parallel for
//       large[key[i]] += weight[i];     →   for (...)
//                                             #pragma omp atomic
//                                             large[key[i]] += weight[i];
//
//     next[to] = std::min(next[to], e);     {
//                                             const long value = e;
//                                             #pragma omp atomic compare
//                                       →     if (next[to] > value) {
//                                               next[to] = value;
//                                             }
//                                           }
//
// A reduction clause wants an array or a pointer, so the elements of a `std::array` are named by a
// pointer. Its declaration and the loop get a block of their own, for the next loop may need one of
// the same name.
//
// Not handled: a container whose size is not known where the program is compiled.
//
//===----------------------------------------------------------------------===//

#include "rewriters/ArrayUpdates.h"
#include "rewriters/Pragma.h"

using namespace llvm;

namespace loomp {

std::map<std::string, std::string> dataPointers(const LoopResult &loop, const SourceText *source) {
  std::map<std::string, std::string> names;
  std::set<std::string> taken;
  for (const Role &role : loop.roles) {
    if (!role.array || role.array->data.empty())
      continue;
    std::string name = role.variable + "_data";
    if (source)
      name = freshName(*source, name, taken);
    names[role.variable] = name;
  }
  return names;
}

/// The value keeps its text, so that other edits may change it.
static void rewriteCompared(EditList &edits, const ComparedUpdate &update,
                            const SourceText &source) {
  std::string indent = startsItsLine(source, update.statement.begin)
                           ? indentationOf(source, update.statement.begin).str()
                           : innerIndentation(source, update.statement.begin);
  std::set<std::string> taken;
  const std::string name = freshName(source, "value", taken);
  const std::string line = source.lineEnding + indent, inner = line + source.indentUnit;
  edits.replace({update.statement.begin, update.value.begin},
                "{" + inner + "const " + update.type + " " + name + " = ");
  edits.replace({update.value.end, update.statement.end},
                ";" + inner + atomicCompareDirective() + inner + "if (" + update.place +
                    (update.isLess ? " > " : " < ") + name + ") {" + inner + source.indentUnit +
                    update.place + " = " + name + ";" + inner + "}" + line + "}");
}

/// What follows a statement that gets a line of its own must not look like its sibling, as `b;` in
/// `if (c) a; b;` would.
static void startNextLine(EditList &edits, const SourceText &source, TextRange update) {
  const SourceToken *semicolon = tokenFrom(source, update.end);
  if (startsItsLine(source, update.begin) || !semicolon)
    return;
  unsigned end = source.spelling(*semicolon) == ";" ? semicolon->end : update.end;
  const SourceToken *next = tokenFrom(source, end);
  if (next && !source.text.slice(end, next->begin).contains('\n'))
    edits.insert(end, source.lineEnding + indentationOf(source, update.begin).str());
}

std::vector<std::string> rewriteArrayUpdates(EditList &edits, const LoopResult &loop,
                                             const SourceText &source) {
  std::vector<std::string> declarations;
  std::map<std::string, std::string> pointers = dataPointers(loop, &source);
  for (const Role &role : loop.roles) {
    if (!role.array)
      continue;
    for (TextRange update : role.array->updates) {
      std::string indent = startsItsLine(source, update.begin)
                               ? indentationOf(source, update.begin).str()
                               : innerIndentation(source, update.begin);
      addLinesAbove(edits, source, update.begin, indent, {atomicDirective()});
      startNextLine(edits, source, update);
    }
    for (const ComparedUpdate &update : role.array->compared)
      rewriteCompared(edits, update, source);
    auto pointer = pointers.find(role.variable);
    if (pointer == pointers.end())
      continue;
    declarations.push_back("auto *" + pointer->second + " = " + role.array->data + ";");
    for (TextRange use : role.array->uses)
      edits.replace(use, pointer->second);
  }
  return declarations;
}

} // namespace loomp
