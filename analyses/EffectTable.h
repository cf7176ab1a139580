//===- EffectTable.h - what library functions do --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Knowledge about functions whose bodies are not seen (or not worth walking through) stands in the
// data files effects/*.yaml, which become part of the program. A function without a row and without
// a body may do anything.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_EFFECTTABLE_H
#define LOOMP_ANALYSES_EFFECTTABLE_H

#include <map>
#include <string>
#include <vector>

namespace loomp {

enum class CallEffect {
  Pure,           ///< the result depends on the arguments alone, nothing else happens
  Minimum,        ///< pure; the result is the smallest argument
  Maximum,        ///< pure; the result is the largest argument
  Absolute,       ///< pure; the result is the magnitude of the argument
  Forward,        ///< the result is the first argument itself (std::move)
  Element,        ///< container: the element whose number is the argument
  CheckedElement, ///< the same, throws when out of bounds
  First,          ///< container: its first element
  Last,           ///< container: its last element
  Size,           ///< container: the number of elements
  Empty,          ///< container: whether there is none
  Data,           ///< container: pointer to the first element
  Construct,      ///< makes a container, reading its arguments
  Destroy,        ///< ends a container; nothing observable
  Reorganize,     ///< container: changes size or storage
  Exchange,       ///< swaps its two arguments
  Allocate,       ///< returns fresh memory
  Release,        ///< frees what the first argument points to
  FillMemory,     ///< writes through the first argument (memset)
  CopyMemory,     ///< writes through the first argument, reads through the second
  InputOutput,    ///< order is observable
  HiddenState,    ///< keeps state between calls (rand, strtok)
  Exit,           ///< does not return
  Throw,          ///< throws
  Ignore          ///< no effect, no result
};

struct EffectRow {
  CallEffect effect = CallEffect::Pure;
  bool isDiscontinuous = false; ///< a small change of an argument can change the result by a jump
  bool setsErrno = false;
};

/// One row of a data file: several functions that have the same effects.
struct NamedEffects {
  std::vector<std::string> functions; ///< see EffectTable::find
  EffectRow row;
};

class EffectTable {
public:
  /// Reads the built-in data files; `additional` rows replace those of the same function.
  explicit EffectTable(const std::vector<NamedEffects> &additional = {});
  /// `qualifiedName`: without template arguments and inline namespaces, e.g. `std::vector::size`.
  const EffectRow *find(const std::string &qualifiedName) const;

private:
  std::map<std::string, EffectRow> Rows;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_EFFECTTABLE_H
