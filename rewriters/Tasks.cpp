//===- Tasks.cpp - recursive functions whose calls run as tasks -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     long fib(int n) {                 static long fib_serial(int n) { ... as it was ... }
//       if (n < 2)
//         return n;                     static long fib_tasks(int n) {
//       return fib(n - 1) +               if (n < 22)
//              fib(n - 2);                  return fib_serial(n);
//     }                                   if (n < 2)
//                                           return n;
//                                  →      long fib_1, fib_2;
//                                         #pragma omp task shared(fib_1) firstprivate(n)
//                                         fib_1 = fib_tasks(n - 1);
//                                         fib_2 = fib_tasks(n - 2);
//                                         #pragma omp taskwait
//                                         return fib_1 + fib_2;
//                                       }
//
//                                       long fib(int n) {
//                                         long result;
//                                         #pragma omp parallel if(n >= 22)
//                                         #pragma omp single
//                                         result = fib_tasks(n);
//                                         return result;
//                                       }
//
// The name stays with the function that starts the team: whoever calls it from outside, also from
// other files, gets the parallel one, and the recursion never starts another team. The last call of
// a group is made by the thread itself, which would otherwise only wait.
//
// Small problems are left to the function as it was. What is small: a measure that each call makes
// smaller, or else the depth of the recursion. Where the function's own base case is large enough,
// as in the recursion for pi, nothing is added.
//
// Where calls are independent only under a condition, the function that starts the team asks.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Tasks.h"
#include "rewriters/Layout.h"
#include "rewriters/Pragma.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/TaskLoops.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace llvm;

namespace loomp {

namespace {

/// Where the recursion goes on serially.
struct CutOff {
  std::string whenSmall, whenLarge; ///< over the parameters; empty: by depth
  unsigned depth = 0;               ///< 0: not by depth
};

class TaskWriter {
public:
  TaskWriter(const LoopResult &recursion, const SourceText &source, bool hasCutOff);
  std::vector<Edit> write();

private:
  std::string localName(const std::string &base);
  std::string applied(TextRange range, StringRef name, StringRef depth) const;
  std::string edited(TextRange range, EditList &edits) const;
  std::string serialVersion() const;
  std::string wrapper() const;
  std::string call(StringRef name, bool withDepth) const;
  void insertBehind(unsigned offset, StringRef indent, const std::string &lines);
  bool getsLinesAbove(unsigned offset) const;
  void writeCutOff();
  void writeGroup(const ForkGroup &group);
  void writeLoop(const ForkLoop &loop);
  void writeOperands(const ForkGroup &group, ArrayRef<const ForkedCall *> calls);
  std::string asTask(const ForkedCall &forked) const;
  void rename();
  void declareMembers();
  bool isByDepth() const { return Limit && Limit->depth; }
  /// In front of one more parameter or argument.
  std::string separator() const { return Form.parameters.empty() ? "" : ", "; }
  std::string taskLine(const ForkedCall &forked, const std::string &result, StringRef indent) const;
  unsigned statementEnd(unsigned end) const;

  const TaskForm &Form;
  const SourceText &Source;
  CheckTexts Checks;
  std::optional<CutOff> Limit;
  bool NeedsSerial = false;
  std::string Name, Serial, Tasks, Depth, Result;
  std::set<std::string> Taken;
  unsigned Results = 0; ///< variables for results of calls so far
  EditList Edits;
};

} // namespace

/// Tasks, in all, that keep every thread of a machine busy to the end.
constexpr double EnoughTasks = 1024;
/// Elements, or the like, below which a problem is not worth a task: less work takes less time than
/// its data takes from the cache of one thread to that of another.
constexpr double SmallestProblem = 5000;
/// A base case of this size does enough work for a task.
constexpr std::uint64_t LargeBase = 1000;
/// Countdowns: steps above the base case that make some ten thousand calls.
constexpr std::uint64_t Countdown = 20;

static double callsAtOnce(const TaskForm &form) {
  size_t calls = 0;
  for (const ForkGroup &group : form.groups)
    calls += group.calls.size();
  constexpr size_t assumedTrip = 8;
  calls += form.loops.size() * assumedTrip;
  return static_cast<double>(std::max<size_t>(calls, 2));
}

static std::optional<CutOff> cutOffOf(const TaskForm &form) {
  const RecursionMeasure &measure = form.measure;
  double calls = callsAtOnce(form);
  if (measure.text.empty()) {
    double depth = std::ceil(std::log(EnoughTasks) / std::log(calls));
    return CutOff{.depth = static_cast<unsigned>(depth)};
  }
  if (measure.base >= LargeBase)
    return std::nullopt;
  std::uint64_t limit = measure.base + Countdown;
  if (!measure.isCountdown) {
    // Halves of what is divided into more than two parts, such as the quarters of a matrix, hold
    // less than half of the work.
    double degree = measure.degree ? measure.degree : std::log2(calls);
    double ofCalls = std::pow(SmallestProblem, 1 / degree);
    limit = std::max(measure.base, static_cast<std::uint64_t>(2 * ofCalls));
  }
  return CutOff{measure.text + " < " + std::to_string(limit),
                measure.text + " >= " + std::to_string(limit)};
}

std::string whyNotRenamable(const LoopResult &recursion, const SourceText &source) {
  const TaskForm &form = *recursion.tasks;
  StringRef name = source.text.slice(form.name.begin, form.name.end);
  size_t names = 0;
  for (const SourceToken &token : source.tokens) {
    bool isInside = form.definition.begin <= token.begin && token.end <= form.definition.end;
    if (isInside && token.inDirective)
      return "preprocessor directives stand in it";
    names += isInside && source.spelling(token) == name;
    if (isInside && token.begin < form.bodyBegin && source.spelling(token) == "{")
      return "a type is defined with it";
  }
  return names == form.selfNames.size() + 1 ? "" : "its name stands in it for something else, too";
}

std::string taskSummary(const LoopResult &recursion) {
  if (recursion.tasks->groups.empty()) {
    const ForkLoop &fork = recursion.tasks->loops.front();
    std::vector<std::string> firstPrivate = fork.loop.body.firstPrivate;
    if (!fork.loop.elementName.empty())
      firstPrivate.push_back(fork.loop.elementName + "_at");
    return taskLoopDirective(fork.roles, firstPrivate, true);
  }
  const ForkedCall &first = recursion.tasks->groups.front().calls.front();
  std::vector<std::string> shared = first.shared;
  StringRef name = StringRef(recursion.function).rsplit("::").second;
  if (first.isOperand)
    shared.insert(shared.begin(), (name.empty() ? recursion.function : name.str()) + "_1");
  return taskDirective(shared, first.firstPrivate);
}

std::vector<std::string> taskTransforms(const LoopResult &recursion, bool hasCutOff) {
  std::vector<std::string> transforms;
  std::optional<CutOff> limit = hasCutOff ? cutOffOf(*recursion.tasks) : std::nullopt;
  if (limit || !recursion.assumptions.empty())
    transforms.push_back("serial-version");
  if (limit && limit->depth)
    transforms.push_back("depth-limit");
  return transforms;
}

std::vector<Edit> taskEdits(const LoopResult &recursion, const SourceText &source, bool hasCutOff) {
  return TaskWriter(recursion, source, hasCutOff).write();
}

TaskWriter::TaskWriter(const LoopResult &recursion, const SourceText &source, bool hasCutOff)
    : Form(*recursion.tasks), Source(source), Checks(runTimeChecks(recursion)) {
  if (hasCutOff)
    Limit = cutOffOf(Form);
  NeedsSerial = Limit || !Checks.conditions.empty();
  Name = Source.text.slice(Form.name.begin, Form.name.end).str();
  auto fresh = [&](const std::string &base) { return freshName(Source, base, Taken); };
  Serial = fresh(Name + "_serial");
  Tasks = fresh(Name + "_tasks");
  Depth = localName("depth");
  Result = localName("result");
}

/// A name that the function does not use, neither in its text nor through a macro of the file.
std::string TaskWriter::localName(const std::string &base) {
  std::set<StringRef> used;
  for (const SourceToken &token : Source.tokens)
    if (token.inDirective ||
        (Form.definition.begin <= token.begin && token.end <= Form.definition.end))
      used.insert(Source.spelling(token));
  std::string name = base;
  for (unsigned number = 2; used.count(name) || Taken.count(name); ++number)
    name = base + std::to_string(number);
  Taken.insert(name);
  return name;
}

std::vector<Edit> TaskWriter::write() {
  if (NeedsSerial)
    Edits.insert(Form.definition.begin, serialVersion());
  if (!Form.isStatic)
    Edits.insert(Form.specifiersBegin, "static ");
  Edits.replace(Form.name, Tasks);
  if (isByDepth())
    Edits.insert(Form.parametersEnd, separator() + "int " + Depth);
  writeCutOff();
  for (const ForkGroup &group : Form.groups)
    writeGroup(group);
  for (const ForkLoop &loop : Form.loops)
    writeLoop(loop);
  rename();
  declareMembers();
  Edits.insert(Form.definition.end, wrapper());
  return Edits.take();
}

/// Declares the new functions in the class, behind the one that they belong to.
void TaskWriter::declareMembers() {
  if (!Form.declaration)
    return;
  const MemberDeclaration &declared = *Form.declaration;
  std::string indent = innerIndentation(Source, declared.whole.begin), lines;
  auto add = [&](const std::string &name, const std::string &parameter) {
    EditList edits;
    edits.replace(declared.name, name);
    if (!parameter.empty())
      edits.insert(declared.parametersEnd, parameter);
    lines += Source.lineEnding + indent + edited(declared.whole, edits);
  };
  if (NeedsSerial)
    add(Serial, "");
  add(Tasks, isByDepth() ? separator() + "int " + Depth : "");
  insertBehind(declared.whole.end, indent, lines);
}

/// The bytes of `range` with the function called `name`, and with `depth` as one more argument.
std::string TaskWriter::applied(TextRange range, StringRef name, StringRef depth) const {
  EditList edits;
  for (size_t i = 0; i < Form.selfNames.size(); ++i)
    if (range.begin <= Form.selfNames[i].begin && Form.selfNames[i].end <= range.end)
      edits.replace(Form.selfNames[i], name.str());
  for (const TextRange &call : Form.selfCalls)
    if (range.begin <= call.begin && call.end <= range.end && !depth.empty())
      edits.insert(call.end - 1, separator() + depth.str());
  if (range.begin <= Form.name.begin && Form.name.end <= range.end)
    edits.replace(Form.name, name.str());
  return edited(range, edits);
}

/// The bytes of `range` with edits that stand in it.
std::string TaskWriter::edited(TextRange range, EditList &edits) const {
  std::vector<Edit> within = edits.take();
  for (Edit &edit : within)
    edit.range = {edit.range.begin - range.begin, edit.range.end - range.begin};
  return applyEdits(within, Source.text.slice(range.begin, range.end));
}

std::string TaskWriter::serialVersion() const {
  return Source.text.slice(Form.definition.begin, Form.specifiersBegin).str() +
         (Form.isStatic ? "" : "static ") +
         applied({Form.specifiersBegin, Form.definition.end}, Serial, "") + Source.lineEnding +
         Source.lineEnding + indentationOf(Source, Form.definition.begin).str();
}

std::string TaskWriter::call(StringRef name, bool withDepth) const {
  std::string arguments = join(Form.parameters, ", ");
  if (withDepth && isByDepth())
    arguments += separator() + std::to_string(Limit->depth);
  return name.str() + Form.templateArguments + "(" + arguments + ")";
}

std::string TaskWriter::wrapper() const {
  std::string outer = indentationOf(Source, Form.definition.begin).str();
  std::string indent = outer + Source.indentUnit;
  std::string text = Source.lineEnding + Source.lineEnding + outer +
                     Source.text.slice(Form.definition.begin, Form.bodyBegin).str() + "{";
  auto line = [&](const std::string &content) { text += Source.lineEnding + indent + content; };
  auto directive = [&](const std::string &content) {
    text += Source.lineEnding + layOutDirective(content, indent, Source.lineEnding);
  };
  bool returns = !Form.returnType.empty();
  if (!Checks.conditions.empty()) {
    std::string condition = Checks.conditions.size() == 1
                                ? asOperand(Checks.conditions.front())
                                : "(" + join(Checks.conditions, " && ") + ")";
    SmallVector<StringRef> sides;
    StringRef(condition).split(sides, " || ");
    constexpr size_t columns = 90;
    if (condition.size() > columns)
      condition = join(sides, " ||" + Source.lineEnding + indent + "      ");
    line("if (!" + condition + ")" + (returns ? "" : " {"));
    line(Source.indentUnit + (returns ? "return " : "") + call(Serial, false) + ";");
    if (!returns) {
      line(Source.indentUnit + "return;");
      line("}");
    }
  }
  if (returns)
    line(Form.returnType + " " + Result + ";");
  directive(parallelDirective(Limit ? Limit->whenLarge : ""));
  directive(singleDirective());
  line((returns ? Result + " = " : "") + call(Tasks, true) + ";");
  if (returns)
    line("return " + Result + ";");
  return text + Source.lineEnding + outer + "}";
}

void TaskWriter::writeCutOff() {
  if (!Limit)
    return;
  std::string indent = indentationOf(Source, Form.definition.begin).str() + Source.indentUnit;
  std::string condition = Limit->depth ? Depth + " == 0" : Limit->whenSmall;
  bool returns = !Form.returnType.empty();
  std::string text = Source.lineEnding + indent + "if (" + condition + ")";
  std::string inner = Source.lineEnding + indent + Source.indentUnit;
  text += returns ? inner + "return " + call(Serial, false) + ";"
                  : " {" + inner + call(Serial, false) + ";" + inner + "return;" +
                        Source.lineEnding + indent + "}";
  insertBehind(Form.bodyBegin + 1, indent, text);
}

/// Puts lines behind a token, and what else stands in its line on one below them.
void TaskWriter::insertBehind(unsigned offset, StringRef indent, const std::string &lines) {
  StringRef rest = Source.text.slice(offset, lineEnd(Source, offset)).ltrim();
  bool isComment = rest.starts_with("//") && !goesOn(rest.rtrim()); // else it goes on
  if (rest.empty() || isComment)
    return Edits.insert(lineEnd(Source, offset), lines);
  unsigned next = offset;
  while (Source.text[next] == ' ' || Source.text[next] == '\t')
    ++next;
  if (getsLinesAbove(next))
    Edits.insert(offset, lines); // and starts a line of its own
  else
    Edits.replace({offset, next}, lines + Source.lineEnding + indent.str());
}

/// Does a task, or do operands, come to stand above what begins there?
bool TaskWriter::getsLinesAbove(unsigned offset) const {
  return any_of(Form.groups, [&](const ForkGroup &group) {
    bool hoists = any_of(group.calls, [](const ForkedCall &call) { return call.isOperand; });
    return (hoists && group.hoistedTo == offset) ||
           any_of(drop_end(group.calls), [&](const ForkedCall &call) {
             return !call.isOperand && call.taskOffset == offset;
           });
  });
}

std::string TaskWriter::asTask(const ForkedCall &forked) const {
  return applied(forked.call, Tasks, isByDepth() ? Depth + " - 1" : "");
}

/// The directive above a call, as a line without its indentation. `result`: the variable that gets
/// the value of an operand; else empty.
std::string TaskWriter::taskLine(const ForkedCall &forked, const std::string &result,
                                 StringRef indent) const {
  std::vector<std::string> shared = forked.shared, firstPrivate = forked.firstPrivate;
  if (!result.empty())
    shared.insert(shared.begin(), result);
  if (isByDepth())
    firstPrivate.push_back(Depth);
  return layOutDirective(taskDirective(shared, firstPrivate), indent, Source.lineEnding)
      .substr(indent.size());
}

/// Behind the `;` of a statement whose range ends in front of it.
unsigned TaskWriter::statementEnd(unsigned end) const {
  const SourceToken *next = tokenFrom(Source, end);
  return next && Source.spelling(*next) == ";" ? next->end : end;
}

void TaskWriter::writeGroup(const ForkGroup &group) {
  std::vector<const ForkedCall *> operands;
  const ForkedCall &last = group.calls.back();
  for (const ForkedCall &forked : group.calls) {
    if (forked.isOperand) {
      operands.push_back(&forked);
      continue;
    }
    if (&forked == &last)
      break;
    std::vector<std::string> lines;
    std::string indent = innerIndentation(Source, forked.taskOffset);
    if (!forked.declaredName.empty())
      lines.push_back(forked.type + " " + forked.declaredName + ";");
    lines.push_back(taskLine(forked, "", indent));
    addLinesAbove(Edits, Source, forked.taskOffset, indent, lines);
    if (!forked.declaredName.empty())
      Edits.replace(forked.statement, forked.declaredName + " = " + asTask(forked) + ";");
  }
  if (!operands.empty())
    return writeOperands(group, operands);
  std::string indent = innerIndentation(Source, group.last.begin);
  bool isWhole = StringRef("};").contains(Source.text[group.last.end - 1]);
  unsigned end = isWhole ? group.last.end : statementEnd(group.last.end);
  insertBehind(end, indent, Source.lineEnding + indent + taskwaitDirective());
}

/// A task for each iteration, and all are waited for behind the loop.
void TaskWriter::writeLoop(const ForkLoop &loop) {
  std::string indent = innerIndentation(Source, loop.directiveOffset);
  std::string group = taskgroupDirective(loop.roles, /*isNeeded=*/true);
  group = layOutDirective(group, indent, Source.lineEnding);
  addLinesAbove(Edits, Source, loop.directiveOffset, indent, {group.substr(indent.size())});
  addTaskOfEach(Edits, Source, loop.loop, loop.bodyIsBlock, indent, [&](const auto &firstPrivate) {
    return taskLoopDirective(loop.roles, firstPrivate, true);
  });
}

/// Calls in an expression: they run in front of it, their results stand in it.
void TaskWriter::writeOperands(const ForkGroup &group, ArrayRef<const ForkedCall *> calls) {
  std::string indent = innerIndentation(Source, group.hoistedTo);
  std::vector<std::string> lines, results;
  auto textOf = [&](TextRange range) { return Source.text.slice(range.begin, range.end).str(); };
  bool isKept = group.choice && group.choice->isKept;
  std::string whenChosen;
  if (group.choice) {
    std::string condition = textOf(group.choice->condition);
    whenChosen = group.choice->isTakenIfTrue ? withoutOuterParentheses(condition).str()
                                             : "!" + asOperand(condition);
  }
  if (group.choice && !isKept) {
    const ForkChoice &choice = *group.choice;
    std::string condition = textOf(choice.condition);
    lines.push_back("if (" +
                    (choice.isTakenIfTrue ? "!" + asOperand(condition)
                                          : withoutOuterParentheses(condition).str()) +
                    ")");
    lines.push_back(Source.indentUnit + "return " + textOf(choice.other) + ";");
  }
  bool isOneType = all_of(calls, [&](const ForkedCall *each) {
    return each->type == calls.front()->type && !StringRef(each->type).contains('*');
  });
  for (const ForkedCall *each : calls) {
    results.push_back(localName(Name + "_" + std::to_string(++Results)));
    const std::string &name = results.back();
    if (!isOneType)
      lines.push_back(each->type + " " + name + ";");
  }
  if (isOneType)
    lines.push_back(calls.front()->type + " " + join(results, ", ") + ";");
  std::string inner = isKept ? Source.indentUnit : "";
  if (isKept)
    lines.push_back("if (" + whenChosen + ") {");
  for (size_t i = 0; i < calls.size(); ++i) {
    if (i + 1 < calls.size())
      lines.push_back(inner + taskLine(*calls[i], results[i], indent + inner));
    lines.push_back(inner + results[i] + " = " + asTask(*calls[i]) + ";");
  }
  lines.push_back(inner + taskwaitDirective());
  if (isKept)
    lines.push_back("}");
  bool hasBrace = group.isUnbraced && addOpenBrace(Edits, Source, group.last.begin);
  addLinesAbove(Edits, Source, group.hoistedTo, indent, lines);
  if (group.choice && !isKept) {
    EditList ofTaken;
    for (size_t i = 0; i < calls.size(); ++i)
      ofTaken.replace(calls[i]->call, results[i]);
    std::string text = edited(group.choice->taken, ofTaken);
    Edits.replace(group.last, "return " + withoutOuterParentheses(text).str());
  } else {
    for (size_t i = 0; i < calls.size(); ++i)
      Edits.replace(calls[i]->call, results[i]);
  }
  if (hasBrace)
    addLinesBelow(Edits, Source, statementEnd(group.last.end),
                  closingIndentation(Source, group.last.begin), {"}"});
}

/// The calls that stand where they were: what was written anew has its names already.
void TaskWriter::rename() {
  for (const TextRange &call : Form.selfCalls)
    if (isByDepth() && !Edits.covers(call.begin))
      Edits.insert(call.end - 1, separator() + Depth + " - 1");
  for (const TextRange &name : Form.selfNames)
    if (!Edits.covers(name.begin))
      Edits.replace(name, Tasks);
}

} // namespace loomp
