//===- RecastInduction.cpp - induction variables as functions of the index ===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (long i = 0; i < n; i++) {          for (long i = 0; i < n; i++) {
//       sum += 4.0 / (1.0 + x * x);     →       const double x_i = x + i * step;
//       x += step;                              sum += 4.0 / (1.0 + x_i * x_i);
//     }                                       }
//
// The variable keeps its value from before the loop and is only read in it. A use in front of the
// update becomes `x_i`. A use behind it becomes the value of the next iteration, spelled with the
// same expression (`x + (i + 1) * step`), so that the end of one iteration and the begin of the
// next stay the same number in floating point too. Where all uses are behind the update there is
// one constant only, with `i + 1`.
//
// A variable that the body changes in several places, or in a loop inside, keeps its updates. They
// change a copy that starts each iteration with the closed form:
//
//     for (int i = 0; i < n; i++)             for (int i = 0; i < n; i++) {
//       for (int j = 0; j < m; j++)     →       int k_i = k + i * m;
//         a[k++] = b[j][i];                     for (int j = 0; j < m; j++)
//                                                 a[k_i++] = b[j][i];
//                                             }
//
// A variable that is multiplied starts with a power: std::pow in floating point, and a function in
// front of the loop that squares and multiplies for integers.
//
//===----------------------------------------------------------------------===//

#include "rewriters/RecastInduction.h"
#include "rewriters/CanonicalFor.h"
#include "rewriters/RunTimeChecks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace loomp {

using Becomes = InductionUse::Becomes;

static bool isRecast(const Role &role);
static bool isUnchanged(const InductionForm &form);
static std::vector<std::string> recastUses(EditList &edits, const LoopResult &loop,
                                           const SourceText &source, const Role &role,
                                           std::set<std::string> &taken);
static std::string statementAfterLoop(const LoopResult &loop, const SourceText &source,
                                      const Role &role);
static std::string derivedName(const SourceText &source, const Role &role, StringRef suffix,
                               std::set<std::string> &taken);
static void addDeclarations(EditList &edits, const LoopResult &loop, const SourceText &source,
                            const std::vector<std::string> &lines);

bool hasInduction(const LoopResult &loop) { return any_of(loop.roles, isRecast); }

std::vector<std::string> recastInductions(EditList &edits, const LoopResult &loop,
                                          const SourceText &source) {
  std::vector<std::string> declarations, afterLoop;
  if (loop.canonicalForm && !loop.canonicalForm->inside.empty())
    declarations.push_back(loop.canonicalForm->inside);
  std::set<std::string> taken;
  for (const Role &role : loop.roles) {
    if (!isRecast(role))
      continue;
    append_range(declarations, recastUses(edits, loop, source, role, taken));
    if (role.induction->liveOut && !isUnchanged(*role.induction))
      afterLoop.push_back(statementAfterLoop(loop, source, role));
  }
  if (!declarations.empty())
    addDeclarations(edits, loop, source, declarations);
  return afterLoop;
}

static bool isRecast(const Role &role) {
  return role.kind == RoleKind::Induction && role.induction && !role.declaredInLoop;
}

/// Every iteration ends with the value that it started with.
static bool isUnchanged(const InductionForm &form) {
  return form.isCopied && form.step.empty() && form.quadratic.empty() && form.counts.empty() &&
         form.previousText.empty() && form.alternate.empty() && form.factor.empty();
}

/// The number of an iteration in the type in which it is multiplied. Of `i - lo` the index is
/// converted, since the difference itself might overflow.
static std::string converted(StringRef count, const InductionForm &form, bool isCxx) {
  if (form.iterationCast.empty())
    return asOperand(count);
  auto cast = [&](StringRef text) {
    return isCxx ? "static_cast<" + form.iterationCast + ">(" + text.str() + ")"
                 : "(" + form.iterationCast + ")" + asOperand(text);
  };
  StringRef bare = withoutOuterParentheses(count), difference = bare, divisor;
  if (auto [inner, last] = bare.rsplit(") / ");
      inner.starts_with("(") && !last.empty() && inner.count('(') == inner.count(')') + 1)
    difference = inner.drop_front(), divisor = last;
  auto [index, start] = difference.split(" - ");
  bool isName = !index.empty() && all_of(index, [](char c) { return isAlnum(c) || c == '_'; });
  if (!isName || start.empty() || all_of(start, isDigit))
    return cast(bare);
  std::string wide = "(" + cast(index) + " - " + start.str() + ")";
  return divisor.empty() ? wide : "(" + wide + " / " + divisor.str() + ")";
}

/// `count` times the step of the variable.
static std::string distance(StringRef count, const InductionForm &form) {
  return form.step == "1" ? count.str() : count.str() + " * " + form.step;
}

/// `count * (step + quadratic * count) / divisor`, as a person would write it.
static std::string growingProduct(StringRef count, const InductionForm &form, bool isCxx) {
  std::string wide = converted(count, form, isCxx), sum;
  StringRef step = form.step;
  bool isDown = form.quadratic == "-1" || form.quadratic == "(-1)";
  bool isSmall = is_contained({"", "1", "-1"}, step) ||
                 (isDown && step.contains("(" + form.iterationCast + ")"));
  bool isPlain = form.quadratic == "1" || isDown;
  std::string number = isSmall && isPlain ? asOperand(count) : wide;
  std::string product = isPlain ? number : form.quadratic + " * " + number;
  if (isDown)
    sum = withoutOuterParentheses(step.empty() ? "0" : step).str() + " - " + number;
  else if (step.empty())
    sum = product;
  else if (step.starts_with("-") || step.starts_with("(-"))
    sum = product + " - " + withoutOuterParentheses(step).drop_front().str();
  else
    sum = product + " + " + step.str();
  return wide + " * (" + sum + ")" +
         (form.divisor == 1 ? "" : " / " + std::to_string(form.divisor));
}

/// `number + offset`, where the number may end with what is subtracted again.
static std::string moved(StringRef number, std::int64_t offset) {
  std::string size = std::to_string(offset < 0 ? -offset : offset);
  if (offset == 0)
    return number.str();
  StringRef bare = withoutOuterParentheses(number);
  if (offset > 0 && bare.consume_back(" - " + size) && asOperand(bare) == bare)
    return bare.str();
  return number.str() + (offset < 0 ? " - " : " + ") + size;
}

/// What the iterations before number `number` add that do so from some number on. Nothing is formed
/// that might overflow: with an `offset`, the number is compared, and the smaller one subtracted.
static std::string counted(const std::string &number, const InductionCount &count) {
  std::string first = std::to_string(-count.offset), least = moved(number, -count.offset);
  std::string test = least + " > " + count.from, most = count.from;
  if (count.isOnce)
    return "(" + test + (count.mayBeNegative ? " && " + count.from + " >= " + first : "") + " ? " +
           count.step + " : 0)";
  if (count.mayBeNegative)
    most = "(" + count.from + " > " + first + " ? " + count.from + " : " + first + ")";
  return "(" + test + " ? " + least + " - " + most + " : 0)" +
         (count.step == "1" ? "" : " * " + count.step);
}

/// What the iterations before number `number` add that repeat with a period.
static std::string repeated(const std::string &number, const InductionCount &count) {
  std::string passed = moved(number, count.period - 1 - count.offset);
  return asOperand(passed) + " / " + std::to_string(count.period);
}

/// What `count` iterations add to a variable whose steps grow, or that some of them leave alone.
static std::string sumOfSteps(StringRef count, const InductionForm &form, bool isCxx) {
  if (form.divisor)
    return growingProduct(count, form, isCxx);
  std::string text, wide = converted(count, form, isCxx);
  if (!form.step.empty())
    text = distance(wide, form);
  for (const InductionCount &each : form.counts) {
    if (each.period > 1 && (each.step == "-1" || each.step == "(-1)") && !text.empty())
      text += " - " + repeated(wide, each);
    else if (each.period > 1)
      text += (text.empty() ? "" : " + ") + repeated(wide, each) +
              (each.step == "1" ? "" : " * " + each.step);
    else
      text += (text.empty() ? "" : " + ") + counted(wide, each);
  }
  if (!form.quadratic.empty()) {
    // t * (t - 1) / 2, without a product that is larger: one of the factors is even.
    text += (text.empty() ? "" : " + ") + wide + " / 2 * ((" + wide + " - 1) | 1)";
    if (form.quadratic != "1")
      text += " * " + form.quadratic;
  }
  return text;
}

static std::string reduced(const std::string &sum, const InductionForm &form) {
  return form.modulus.empty() ? sum : "(" + sum + ") % " + form.modulus;
}

/// `i == 1` where the number of the iteration is `(i - 1)`.
static std::string isFirst(StringRef iterationNumber) {
  StringRef number = withoutOuterParentheses(iterationNumber);
  auto [index, start] = number.split(" - ");
  if (!start.empty() && all_of(start, isDigit) && asOperand(index) == index)
    return index.str() + " == " + start.str();
  return number.str() + " == 0";
}

/// What a variable holds after `count` iterations that replace it by its counterpart.
static std::string alternating(StringRef count, const Role &role) {
  return asOperand(withoutOuterParentheses(count)) + " % 2 != 0 ? " + role.induction->alternate +
         " : " + role.variable;
}

static std::string powerName(const SourceText &source, const Role &role) {
  std::set<std::string> none;
  return derivedName(source, role, "power", none);
}

/// What a variable holds after `count` iterations that multiply it.
static std::string multiplied(StringRef count, const Role &role, const SourceText &source) {
  const InductionForm &form = *role.induction;
  std::string arguments = "(" + form.factor + ", " + withoutOuterParentheses(count).str() + ")";
  if (form.isFloating)
    return role.variable + " * std::pow" + arguments;
  std::string power = powerName(source, role) + arguments;
  if (form.type == form.powerType)
    return role.variable + " * " + power;
  return "static_cast<" + form.type + ">(static_cast<" + form.powerType + ">(" + role.variable +
         ") * " + power + ")";
}

bool hasPower(const LoopResult &loop, bool isFloating) {
  return any_of(loop.roles, [&](const Role &role) {
    return isRecast(role) && !role.induction->factor.empty() &&
           role.induction->isFloating == isFloating;
  });
}

std::vector<std::string> powerFunctions(const LoopResult &loop, const SourceText &source) {
  std::vector<std::string> lines;
  const std::string &unit = source.indentUnit;
  for (const Role &role : loop.roles) {
    if (!isRecast(role) || role.induction->factor.empty() || role.induction->isFloating)
      continue;
    const std::string &type = role.induction->powerType;
    append_range(lines, std::vector<std::string>{
                            "const auto " + powerName(source, role) + " = [](" + type +
                                " base, unsigned long long exponent) {",
                            unit + type + " result = 1;",
                            unit + "for (; exponent > 0; exponent /= 2, base *= base)",
                            unit + unit + "if (exponent % 2 != 0)",
                            unit + unit + unit + "result *= base;",
                            unit + "return result;",
                            "};",
                        });
  }
  return lines;
}

/// The variable's value in this iteration, or in the next one.
static std::string valueInIteration(const LoopResult &loop, const SourceText &source,
                                    const Role &role, bool next) {
  const InductionForm &form = *role.induction;
  if (!form.factor.empty())
    return multiplied(loop.iterationNumber, role, source);
  if (!form.previousText.empty())
    return isFirst(loop.iterationNumber) + " ? " + role.variable + " : " + form.previousText;
  if (!form.alternate.empty())
    return alternating(loop.iterationNumber, role);
  if (form.isCopied) {
    std::string sum = sumOfSteps(loop.iterationNumber, form, loop.isCxx);
    return reduced(role.variable + (sum.empty() ? "" : " + " + sum), form);
  }
  std::string count = converted(loop.iterationNumber, form, loop.isCxx);
  if (next) {
    // `(i - 1) + 1` is `i`, as a person would write it.
    StringRef number = withoutOuterParentheses(loop.iterationNumber);
    bool isOneLess = number.consume_back(" - 1") && asOperand(number) == number;
    count = isOneLess ? converted(number, form, loop.isCxx) : "(" + count + " + 1)";
  }
  return role.variable + (form.negative ? " - " : " + ") + distance(count, form);
}

static std::string statementAfterLoop(const LoopResult &loop, const SourceText &source,
                                      const Role &role) {
  InductionForm form = *role.induction;
  StringRef trip = withoutOuterParentheses(loop.tripCount);
  bool isCast = trip.starts_with("(" + loop.tripType + ")") || all_of(trip, isDigit);
  bool isProduct = form.step != "1" || !form.counts.empty() || !form.quadratic.empty();
  if (form.iterationCast.empty() && isProduct && !isCast)
    form.iterationCast = loop.tripType;
  if (!form.factor.empty())
    return role.variable + " = " + multiplied(loop.tripCount, role, source) + ";";
  if (!form.lastText.empty())
    return role.variable + " = " + form.lastText + ";";
  if (!form.alternate.empty())
    return role.variable + " = " + alternating(loop.tripCount, role) + ";";
  if (form.isCopied) {
    std::string sum = sumOfSteps(loop.tripCount, form, loop.isCxx);
    if (!form.modulus.empty())
      return role.variable + " = " + reduced(role.variable + " + " + sum, form) + ";";
    return role.variable + " += " + withoutOuterParentheses(sum).str() + ";";
  }
  std::string count = converted(loop.tripCount, form, loop.isCxx);
  StringRef amount = form.step == "1" ? withoutOuterParentheses(count) : StringRef(count);
  return role.variable + (form.negative ? " -= " : " += ") + distance(amount, form) + ";";
}

static std::string declaration(const InductionForm &form, StringRef name, StringRef value) {
  bool isPointer = StringRef(form.type).ends_with("*");
  std::string type = form.isCopied ? form.type + (isPointer ? "" : " ")
                     : isPointer   ? form.type + "const "
                                   : "const " + form.type + " ";
  return type + name.str() + " = " + value.str() + ";";
}

static std::string derivedName(const SourceText &source, const Role &role, StringRef suffix,
                               std::set<std::string> &taken) {
  std::string base;
  StringRef last = role.variable; // `used` of `s->used`
  if (size_t end = last.find_last_of(".>"); end != StringRef::npos)
    last = last.drop_front(end + 1);
  for (char c : last)
    if (isAlnum(c) || c == '_')
      base += c;
  if (base.empty() || isDigit(base.front())) // `3[p]`
    base = "value" + base;
  return freshName(source, base + "_" + suffix.str(), taken);
}

/// Replaces every use and returns the declarations of the constants that the uses now name.
static std::vector<std::string> recastUses(EditList &edits, const LoopResult &loop,
                                           const SourceText &source, const Role &role,
                                           std::set<std::string> &taken) {
  const InductionForm &form = *role.induction;
  auto uses = [&](Becomes kind) {
    return count_if(form.uses, [&](const InductionUse &use) { return use.becomes == kind; });
  };
  std::string suffix = loop.indexName.empty() ? "now" : loop.indexName;
  std::string before, after;
  std::vector<std::string> declarations;
  auto declare = [&](StringRef nameSuffix, bool next) {
    std::string name = derivedName(source, role, nameSuffix, taken);
    declarations.push_back(declaration(form, name, valueInIteration(loop, source, role, next)));
    return name;
  };
  if (uses(Becomes::Before) + uses(Becomes::Copy) > 0)
    before = declare(suffix, false);
  // An integer that is no narrower than `int` needs no second constant for a single `k_i + 1`: the
  // sum has its type, and its value, if the step is an `int`. A wider or narrower sum would be
  // another value, or call another function.
  std::int32_t number = 0;
  bool keepsType = !StringRef(form.step).getAsInteger(10, number) && number >= 0 &&
                   is_contained({"int", "long", "long long", "unsigned int", "unsigned long",
                                 "unsigned long long", "unsigned", "size_t", "std::size_t"},
                                form.type);
  bool isSum = !before.empty() && keepsType && uses(Becomes::After) == 1;
  if (isSum)
    after = before + (form.negative ? " - " : " + ") + form.step;
  else if (uses(Becomes::After) > 0)
    after = before.empty() ? declare(suffix, true) : declare("next", true);

  for (const InductionUse &use : form.uses) {
    if (isReplacedByHeader(loop, use.range))
      continue;
    if (use.becomes == Becomes::Nothing)
      deleteOperandOrStatement(edits, loop, source, use.range);
    else if (use.becomes == Becomes::Before || use.becomes == Becomes::Copy)
      edits.replace(use.range, before);
    else
      edits.replace(use.range, isSum && !isEnclosed(source, use.range) ? "(" + after + ")" : after);
  }
  return declarations;
}

/// Puts `lines` at the begin of the body, which becomes a block if it is none.
static void addDeclarations(EditList &edits, const LoopResult &loop, const SourceText &source,
                            const std::vector<std::string> &lines) {
  if (!loop.bodyIsBlock) {
    std::string indent = innerIndentation(source, loop.body.begin);
    std::string closing =
        edits.shiftAt(loop.body.begin) + indentationOf(source, loop.statement.begin).str();
    std::vector<std::string> above = lines;
    if (!addOpenBrace(edits, source, loop.body.begin))
      above.insert(above.begin(), "{");
    addLinesAbove(edits, source, loop.body.begin, indent, above);
    addLinesBelow(edits, source, loop.body.end, closing, {"}"});
    return;
  }
  const SourceToken *first = tokenFrom(source, loop.body.begin + 1);
  unsigned end = lineEnd(source, loop.body.begin);
  if (first && first->begin > end && startsItsLine(source, first->begin)) {
    addLinesBelow(edits, source, loop.body.begin + 1, indentationOf(source, first->begin), lines);
    return;
  }
  edits.insert(loop.body.begin + 1, " " + join(lines, " "));
}

} // namespace loomp
