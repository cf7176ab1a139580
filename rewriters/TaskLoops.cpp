//===- TaskLoops.cpp - loops whose iterations run as tasks ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     while (p) {               #pragma omp parallel
//       work(p);                #pragma omp single
//       p = p->next;            while (p) {
//     }                     →     #pragma omp task firstprivate(p)
//                                 work(p);
//                                 p = p->next;
//                               }
//
// One thread walks, the others take the tasks that it leaves, and all wait for the last of them at
// the end of `single`. Reductions belong to a task group around the loop.
//
// A reference to the element of a container would not outlast the iteration, as far as g++ is
// concerned, whose tasks share the reference itself: they get its address, and declare it anew.
//
//     for (auto &x : l)     →   for (auto &&x_each : l) {
//       work(x);                  auto *x_at = &x_each;
//                                 #pragma omp task firstprivate(x_at)
//                                 {
//                                 auto &x = *x_at;
//                                 work(x);
//                                 }
//                               }
//
//===----------------------------------------------------------------------===//

#include "rewriters/TaskLoops.h"
#include "rewriters/Pragma.h"
#include "rewriters/ThreadResults.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

std::string whyNotTaskLoop(const LoopResult &loop, const SourceText &source) {
  return holdsDirective(source, loop.statement) ? "preprocessor directives stand in it" : "";
}

std::string whyNotChunked(const LoopResult &loop) {
  if (hasRegion(loop))
    return "threads keep results of their own";
  if (loop.staticScheduleOnly)
    return "each thread runs its iterations in order";
  for (const Role &role : loop.roles) {
    if (role.inOrder)
      return "each thread runs its iterations in order";
    if (role.kind == RoleKind::ArrayReduction || (role.kind == RoleKind::Reduction && role.array))
      return "each task would add up an array of its own";
    if (role.kind == RoleKind::Reduction && !role.classType.empty())
      return "each task would add up an object of its own";
    bool isAlsoFirst = any_of(loop.roles, [&](const Role &other) {
      return other.kind == RoleKind::FirstPrivate && other.variable == role.variable;
    });
    if (role.kind == RoleKind::LastPrivate && isAlsoFirst)
      return "clang would lose the last value of '" + role.variable + "'";
  }
  return "";
}

/// Behind the `;` of a statement whose range may end in front of it.
static unsigned statementEnd(const SourceText &source, unsigned end) {
  const SourceToken *next = tokenFrom(source, end);
  return next && source.spelling(*next) == ";" ? next->end : end;
}

/// Puts lines behind a statement, in front of what else stands in its line.
static void addLinesBehind(EditList &edits, const SourceText &source, unsigned offset,
                           StringRef indent, const std::vector<std::string> &lines) {
  const SourceToken *next = tokenFrom(source, offset);
  if (!next || next->begin >= lineEnd(source, offset))
    return addLinesBelow(edits, source, offset, indent, lines);
  std::string text;
  for (const std::string &line : lines)
    text += source.lineEnding + indent.str() + line;
  edits.insert(offset, text);
}

unsigned addTask(EditList &edits, const SourceText &source, const TaskBody &body,
                 const std::string &directive, std::vector<std::string> above,
                 const std::vector<std::string> &begin) {
  std::string indent = innerIndentation(source, body.inside.begin);
  above.push_back(layOutDirective(directive, indent, source.lineEnding).substr(indent.size()));
  bool needsBraces = !body.isStatement || !begin.empty();
  if (needsBraces)
    above.push_back("{");
  append_range(above, begin);
  addLinesAbove(edits, source, body.inside.begin, indent, above);
  unsigned end = statementEnd(source, body.inside.end);
  if (needsBraces) {
    addLinesBehind(edits, source, end, indent, {"}"});
    return end;
  }
  // What goes on in the line would look like a part of the loop.
  const SourceToken *next = tokenFrom(source, end);
  if (next && next->begin < lineEnd(source, end) && source.spelling(*next) != "}")
    edits.replace({end, next->begin}, source.lineEnding + indentationOf(source, end).str());
  return end;
}

void addTaskOfEach(
    EditList &edits, const SourceText &source, const TaskLoop &form, bool bodyIsBlock,
    StringRef indent,
    function_ref<std::string(const std::vector<std::string> &firstPrivate)> directive) {
  std::vector<std::string> firstPrivate = form.body.firstPrivate, inFront, begin;
  bool hasElement = form.element.begin < form.element.end, needsBlock = hasElement && !bodyIsBlock;
  if (hasElement) {
    std::set<std::string> taken;
    std::string each = freshName(source, form.elementName + "_each", taken),
                pointer = freshName(source, form.elementName + "_at", taken);
    StringRef declared = source.text.slice(form.element.begin, form.element.end).trim();
    unsigned at = unsigned(declared.data() - source.text.data());
    edits.replace({at, at + unsigned(declared.size())}, "auto &&" + each);
    firstPrivate.push_back(pointer);
    inFront = {"auto *" + pointer + " = &" + each + ";"};
    begin = {declared.str() + " = *" + pointer + ";"};
  }
  if (needsBlock)
    addOpenBrace(edits, source, form.body.inside.begin);
  unsigned end = addTask(edits, source, form.body, directive(firstPrivate), inFront, begin);
  if (needsBlock)
    addLinesBehind(edits, source, end, indent, {"}"});
}

std::vector<Edit> taskLoopEdits(const LoopResult &loop, const SourceText &source) {
  const TaskLoop &form = *loop.taskLoop;
  EditList edits;
  bool isBraced = loop.placement != Placement::Block;
  std::string indent = innerIndentation(source, loop.directiveOffset);
  std::vector<std::string> above;
  if (isBraced && !addOpenBrace(edits, source, loop.directiveOffset))
    above.push_back("{");
  append_range(above, std::vector<std::string>{parallelDirective(""), singleDirective()});
  if (std::string group = taskgroupDirective(loop.roles); !group.empty())
    above.push_back(layOutDirective(group, indent, source.lineEnding).substr(indent.size()));
  addLinesAbove(edits, source, loop.directiveOffset, indent, above);

  addTaskOfEach(edits, source, form, loop.bodyIsBlock, indent, [&](const auto &firstPrivate) {
    return taskLoopDirective(loop.roles, firstPrivate);
  });
  if (isBraced)
    addLinesBelow(edits, source, loop.statement.end,
                  closingIndentation(source, loop.directiveOffset), {"}"});
  return edits.take();
}

} // namespace loomp
