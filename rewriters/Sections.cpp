//===- Sections.cpp - statements that run at the same time ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     scale(a, 2);               double s;
//     double s = sum(a);         #pragma omp parallel sections
//     scale(b, 3);          →    {
//                                  #pragma omp section
//                                  {
//                                    scale(a, 2);
//                                    s = sum(a);
//                                  }
//                                  #pragma omp section
//                                  scale(b, 3);
//                                }
//
// A constant that is needed behind the sections gets its value there:
//
//     const double s = sum(a);   double s_value;
//                           →    ... s_value = sum(a); ...
//                                const double s = s_value;
//
// A task that needs the constant of another one starts with this declaration, too.
//
// A comment goes with the statement that it stands above, or behind in one line.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Sections.h"
#include "rewriters/Layout.h"
#include "rewriters/Pragma.h"
#include "rewriters/TaskGraph.h"
#include "rewriters/TwoVersions.h"

#include "llvm/ADT/STLExtras.h"

#include <map>

using namespace llvm;

namespace loomp {

/// Why no directive can stand in front of the first statement, or what follows the last one, on a
/// line of its own; empty if both can.
static std::string whyNotThere(const LoopResult &statements, const SourceText &source) {
  unsigned begin = statements.statement.begin, end = statements.statement.end;
  bool startsLine = startsItsLine(source, begin);
  for (auto token = source.tokens.rbegin(); token != source.tokens.rend(); ++token) {
    if (token->end > begin)
      continue;
    StringRef text = source.spelling(*token);
    StringRef line = source.text.slice(lineBegin(source, token->begin), token->end).ltrim();
    if ((token->inDirective && line.drop_front().ltrim().starts_with("pragma")) ||
        text == "_Pragma")
      return "a pragma stands in front of it";
    if (!startsLine && token->end <= lineBegin(source, begin))
      return "a comment stands in front of it";
    startsLine = true;
    if (StringRef(";{}:").contains(text) || token->inDirective)
      break;
  }
  // To g++ it would look like a part of what stands above.
  const SourceToken *next = tokenFrom(source, end);
  bool goesOn = next && next->begin < lineEnd(source, end);
  if (goesOn && is_contained({"if", "for", "while", "do", "switch"}, source.spelling(*next)))
    return "another statement begins in its last line";
  return "";
}

std::string whyNotSections(const LoopResult &statements, const SourceText &source) {
  if (std::string why = whyNotThere(statements, source); !why.empty())
    return why;
  for (const SectionStatement &each : statements.sections) {
    StringRef before = source.text.slice(each.range.begin, each.value.begin),
              behind = source.text.slice(each.value.end, each.range.end);
    auto hasComment = [](StringRef text) { return text.contains("/*") || text.contains("//"); };
    if (!each.declaredName.empty() && (hasComment(before) || hasComment(behind)))
      return "a comment stands within a declaration that is taken apart";
  }
  for (const SourceToken &token : source.tokens) {
    if (token.begin < statements.statement.begin || token.end > statements.statement.end)
      continue;
    if (token.inDirective)
      return "preprocessor directives stand in it";
    if (source.spelling(token).contains('\n'))
      return "a literal spans lines";
    // A name that comes to be declared further up must mean nothing else there.
    for (const SectionStatement &each : statements.sections)
      for (const std::string &name : each.names)
        if (token.begin < each.range.begin && source.spelling(token) == name)
          return "'" + name + "' means something else in front of its declaration";
  }
  return "";
}

namespace {

class SectionWriter {
public:
  SectionWriter(const LoopResult &statements, const SourceText &source);
  std::vector<Edit> write(const std::vector<std::string> &conditions);

private:
  /// The text of a statement, with the comments that go with it.
  struct Chunk {
    std::string above, behind;
  };

  void line(const std::string &text, unsigned depth);
  void directive(const std::string &text, unsigned depth);
  void statement(size_t number, unsigned depth, bool isSerial = false);
  void section(unsigned number, unsigned depth);
  void declare();
  void region(unsigned depth);
  bool isNeededByTasks(size_t number) const;
  const std::string &variableOf(const SectionStatement &each) const {
    return each.isConstant ? Values.at(each.declaredName) : each.declaredName;
  }
  std::string constantDeclaration(const SectionStatement &each) const {
    return text(each.declaration) + variableOf(each) + ";";
  }
  std::string text(TextRange range) const {
    return Source.text.slice(range.begin, range.end).str();
  }

  const LoopResult &Statements;
  const SourceText &Source;
  std::vector<Chunk> Chunks;
  unsigned End = 0;                          ///< of the last statement and the comment behind it
  std::map<std::string, std::string> Values; ///< of constants: the variable that gets the value
  Tokens TaskTokens;
  std::vector<std::string> TaskDirectives; ///< empty: they are sections
  std::string Indent, Text;
};

} // namespace

SectionWriter::SectionWriter(const LoopResult &statements, const SourceText &source)
    : Statements(statements), Source(source),
      Indent(innerIndentation(source, statements.statement.begin)) {
  End = statements.statement.begin;
  std::set<std::string> taken;
  for (const SectionStatement &each : statements.sections) {
    Chunk chunk;
    chunk.above = source.text.slice(End, each.range.begin).trim().str();
    End = each.range.end;
    const SourceToken *next = tokenFrom(source, End);
    unsigned lineEnds = lineEnd(source, End);
    StringRef rest = source.text.slice(End, lineEnds);
    bool isWhole = !next || next->begin >= lineEnds;
    if (isWhole && !rest.trim().empty() && !(rest.contains("/*") && !rest.contains("*/")) &&
        !goesOn(rest.rtrim())) {
      chunk.behind = " " + rest.trim().str();
      End = lineEnds;
    }
    Chunks.push_back(std::move(chunk));
    if (each.isConstant)
      Values[each.declaredName] = freshName(source, each.declaredName + "_value", taken);
  }
  TaskTokens = tokensOf(statements, source, taken);
  TaskDirectives = graphDirectives(statements, TaskTokens, Values);
}

/// Adds lines, of which the first one has no indentation yet.
void SectionWriter::line(const std::string &text, unsigned depth) {
  if (!Text.empty())
    Text += Source.lineEnding + Indent;
  std::string shift;
  for (unsigned i = 0; i < depth; ++i)
    shift += Source.indentUnit;
  Text += shift;
  StringRef rest = text;
  while (true) {
    size_t at = rest.find('\n');
    Text += rest.take_front(at == StringRef::npos ? at : at + 1);
    if (at == StringRef::npos)
      return;
    rest = rest.drop_front(at + 1);
    if (!rest.take_until([](char c) { return c == '\n'; }).trim().empty())
      Text += shift;
  }
}

void SectionWriter::directive(const std::string &text, unsigned depth) {
  std::string indent = Indent;
  for (unsigned i = 0; i < depth; ++i)
    indent += Source.indentUnit;
  std::string lines = layOutDirective(text, indent, Source.lineEnding);
  Text += Text.empty() ? lines.substr(Indent.size()) : Source.lineEnding + lines;
}

/// Does another task than its own name the constant that the statement declares?
bool SectionWriter::isNeededByTasks(size_t number) const {
  return any_of(Statements.graph, [&](const DependentTask &task) {
    return is_contained(task.constants, unsigned(number));
  });
}

/// The statement as it stands, but that it may assign what it has declared. `isSerial`: behind it
/// stand all that come after it.
void SectionWriter::statement(size_t number, unsigned depth, bool isSerial) {
  const SectionStatement &each = Statements.sections[number];
  const Chunk &chunk = Chunks[number];
  if (!chunk.above.empty())
    line(chunk.above, depth);
  bool isForTasks = isNeededByTasks(number);
  bool isDeclared = each.isConstant && (each.isNeededInside || (isSerial && isForTasks));
  bool isAssigned = !each.declaredName.empty() && !isDeclared;
  line((isAssigned ? variableOf(each) + " = " + text(each.value) + ";" : text(each.range)) +
           chunk.behind,
       depth);
  if (isDeclared && (each.isNeededBehind || (!isSerial && isForTasks)))
    line(variableOf(each) + " = " + each.declaredName + ";", depth);
}

void SectionWriter::section(unsigned number, unsigned depth) {
  std::vector<size_t> members;
  for (size_t i = 0; i < Statements.sections.size(); ++i)
    if (Statements.sections[i].section == number)
      members.push_back(i);
  if (members.empty())
    return; // constants, which stand in front
  const SectionStatement &first = Statements.sections[members.front()];
  ArrayRef<unsigned> constants;
  if (!TaskDirectives.empty())
    constants = Statements.graph[number - 1].constants;
  bool isPlain = members.size() == 1 && constants.empty() &&
                 !(first.isDeclaration && first.declaredName.empty()) &&
                 !(first.isConstant && first.isNeededInside) &&
                 Chunks[members.front()].above.empty();
  directive(TaskDirectives.empty() ? sectionDirective() : TaskDirectives[number - 1], depth);
  if (!isPlain)
    line("{", depth);
  for (unsigned i : constants)
    line(constantDeclaration(Statements.sections[i]), depth + 1);
  for (size_t i : members)
    statement(i, depth + !isPlain);
  if (!isPlain)
    line("}", depth);
}

/// Declares what the sections assign, one line for each type.
void SectionWriter::declare() {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const SectionStatement &each : Statements.sections) {
    if (each.declaredName.empty())
      continue;
    if (!lines.empty() && lines.back().first == each.type && !StringRef(each.type).contains('*'))
      lines.back().second += ", " + variableOf(each);
    else
      lines.emplace_back(each.type, each.type + " " + variableOf(each));
  }
  for (const auto &[type, text] : lines)
    line(text + ";", 0);
}

void SectionWriter::region(unsigned depth) {
  if (TaskDirectives.empty()) {
    directive(parallelSectionsDirective(), depth);
  } else {
    directive(parallelDirective(""), depth);
    directive(singleDirective(), depth);
  }
  line("{", depth);
  for (const std::string &each : TaskTokens.declaration)
    line(each, depth + 1);
  unsigned count = 0;
  for (const SectionStatement &each : Statements.sections)
    count = std::max(count, each.section);
  for (unsigned number = 1; number <= count; ++number)
    section(number, depth + 1);
  line("}", depth);
}

std::vector<Edit> SectionWriter::write(const std::vector<std::string> &conditions) {
  unsigned begin = Statements.statement.begin;
  for (size_t i = 0; i < Statements.sections.size(); ++i)
    if (Statements.sections[i].section == 0)
      statement(i, 0);
  declare();
  bool isChosen = !conditions.empty();
  if (isChosen)
    line(chooseFirst(conditions, Indent, Source.lineEnding), 0);
  region(isChosen);
  if (isChosen) {
    line("} else {", 0);
    for (size_t i = 0; i < Statements.sections.size(); ++i)
      if (Statements.sections[i].section != 0)
        statement(i, 1, /*isSerial=*/true);
    line("}", 0);
  }
  for (const SectionStatement &each : Statements.sections)
    if (each.isConstant && !each.declaredName.empty() && each.isNeededBehind)
      line(constantDeclaration(each), 0);
  std::string text = Text;
  if (!startsItsLine(Source, begin)) {
    text = Source.lineEnding + Indent + text;
    while (begin > 0 && (Source.text[begin - 1] == ' ' || Source.text[begin - 1] == '\t'))
      --begin;
  }
  // What goes on in the line starts one of its own.
  const SourceToken *next = tokenFrom(Source, End);
  if (next && next->begin < lineEnd(Source, End)) {
    bool closes = Source.spelling(*next) == "}";
    text += Source.lineEnding + (closes ? closingIndentation(Source, begin) : Indent);
    End = next->begin;
  }
  return {{{begin, End}, text}};
}

std::vector<Edit> sectionEdits(const LoopResult &statements,
                               const std::vector<std::string> &conditions,
                               const SourceText &source) {
  return SectionWriter(statements, source).write(conditions);
}

} // namespace loomp
