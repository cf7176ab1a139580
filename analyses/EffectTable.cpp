//===- EffectTable.cpp - what library functions do ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/EffectTable.h"
#include "analyses/EffectRows.h"

#include "llvm/Support/ErrorHandling.h"

extern const char loompEffectTables[];

namespace llvm::yaml {

void ScalarEnumerationTraits<loomp::CallEffect>::enumeration(IO &io, loomp::CallEffect &effect) {
  using loomp::CallEffect;
  io.enumCase(effect, "pure", CallEffect::Pure);
  io.enumCase(effect, "never", CallEffect::Never);
  io.enumCase(effect, "minimum", CallEffect::Minimum);
  io.enumCase(effect, "maximum", CallEffect::Maximum);
  io.enumCase(effect, "absolute", CallEffect::Absolute);
  io.enumCase(effect, "forward", CallEffect::Forward);
  io.enumCase(effect, "element", CallEffect::Element);
  io.enumCase(effect, "checked-element", CallEffect::CheckedElement);
  io.enumCase(effect, "first", CallEffect::First);
  io.enumCase(effect, "last", CallEffect::Last);
  io.enumCase(effect, "size", CallEffect::Size);
  io.enumCase(effect, "empty", CallEffect::Empty);
  io.enumCase(effect, "data", CallEffect::Data);
  io.enumCase(effect, "begin", CallEffect::Begin);
  io.enumCase(effect, "end", CallEffect::End);
  io.enumCase(effect, "lookup", CallEffect::Lookup);
  io.enumCase(effect, "find-or-insert", CallEffect::FindOrInsert);
  io.enumCase(effect, "position", CallEffect::Position);
  io.enumCase(effect, "reverse-position", CallEffect::ReversePosition);
  io.enumCase(effect, "construct", CallEffect::Construct);
  io.enumCase(effect, "adopt", CallEffect::Adopt);
  io.enumCase(effect, "modify", CallEffect::Modify);
  io.enumCase(effect, "destroy", CallEffect::Destroy);
  io.enumCase(effect, "reorganize", CallEffect::Reorganize);
  io.enumCase(effect, "exchange", CallEffect::Exchange);
  io.enumCase(effect, "constant-table", CallEffect::ConstantTable);
  io.enumCase(effect, "allocate", CallEffect::Allocate);
  io.enumCase(effect, "release", CallEffect::Release);
  io.enumCase(effect, "modify-range", CallEffect::ModifyRange);
  io.enumCase(effect, "read-range", CallEffect::ReadRange);
  io.enumCase(effect, "linked-position", CallEffect::LinkedPosition);
  io.enumCase(effect, "linked", CallEffect::Linked);
  io.enumCase(effect, "memory", CallEffect::Memory);
  io.enumCase(effect, "input-output", CallEffect::InputOutput);
  io.enumCase(effect, "hidden-state", CallEffect::HiddenState);
  io.enumCase(effect, "exit", CallEffect::Exit);
  io.enumCase(effect, "unreachable", CallEffect::Unreachable);
  io.enumCase(effect, "throw", CallEffect::Throw);
  io.enumCase(effect, "ignore", CallEffect::Ignore);
}

void ScalarEnumerationTraits<loomp::Storage>::enumeration(IO &io, loomp::Storage &storage) {
  io.enumCase(storage, "inline", loomp::Storage::Inline);
  io.enumCase(storage, "owned", loomp::Storage::Owned);
}

/// `1`, `1[2]`, `0[1*2]`, `1[<=2]`, `2+`: see EffectRows.h. False if it is none of these.
static bool parseMemoryUse(StringRef text, loomp::MemoryUse &use) {
  if (text.consumeInteger(10, use.argument))
    return false;
  use.andFurther = text.consume_front("+");
  if (text.consume_front("[")) {
    use.isLimit = text.consume_front("<=");
    do {
      if (text.consumeInteger(10, use.bytes.emplace_back()))
        return false;
    } while (text.consume_front("*"));
    if (!text.consume_front("]"))
      return false;
  }
  return text.empty();
}

static void mapMemoryUses(IO &io, loomp::EffectRow &row) {
  for (bool isWrite : {false, true}) {
    std::vector<std::string> texts;
    io.mapOptional(isWrite ? "writes" : "reads", texts);
    for (const std::string &text : texts) {
      loomp::MemoryUse use{.isWrite = isWrite};
      if (!parseMemoryUse(text, use))
        io.setError("'" + text + "' is no use of memory, such as '0', '0[2]', '1[2*3]' or '2+'");
      row.uses.push_back(use);
    }
  }
  std::string result;
  io.mapOptional("result", result);
  StringRef text = result;
  if (text.empty())
    return;
  unsigned argument = 0;
  row.resultIsStart = !text.consume_front("within ");
  if (text.getAsInteger(10, argument))
    io.setError("'" + result + "' is no argument, such as '0' or 'within 0'");
  row.result = argument;
}

void MappingTraits<loomp::NamedEffects>::mapping(IO &io, loomp::NamedEffects &row) {
  io.mapRequired("functions", row.functions);
  io.mapRequired("effect", row.row.effect);
  io.mapOptional("storage", row.row.storage, loomp::Storage::Inline);
  io.mapOptional("discontinuous", row.row.isDiscontinuous, false);
  io.mapOptional("last", row.row.last, 1U);
  io.mapOptional("from", row.row.from);
  io.mapOptional("into", row.row.into);
  io.mapOptional("errno", row.row.setsErrno, false);
  io.mapOptional("may-keep", row.row.mayKeep, false);
  io.mapOptional("checks-position", row.row.checksPosition, false);
  io.mapOptional("checks-position-behind", row.row.checksPositionBehind, false);
  io.mapOptional("throws", row.row.throws);
  mapMemoryUses(io, row.row);
}

} // namespace llvm::yaml

namespace loomp {

EffectTable::EffectTable(const std::vector<NamedEffects> &additional) {
  std::vector<NamedEffects> rows;
  llvm::yaml::Input input(loompEffectTables);
  input >> rows;
  if (input.error())
    llvm::report_fatal_error("the built-in effect tables are malformed");
  for (const auto *table : {&std::as_const(rows), &additional})
    for (const NamedEffects &row : *table)
      for (const std::string &function : row.functions)
        (Rows[function] = row.row).ofProgram = table == &additional;
}

const EffectRow *EffectTable::find(const std::string &qualifiedName) const {
  auto place = Rows.find(qualifiedName);
  return place == Rows.end() ? nullptr : &place->second;
}

} // namespace loomp
