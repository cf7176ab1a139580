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
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace loomp {

enum class CallEffect {
  Pure,            ///< the result depends on the arguments (and the object) alone, nothing else
                   ///< happens
  Never,           ///< pure; the result is false in every evaluation at run time
  Minimum,         ///< pure; the result is the smallest argument
  Maximum,         ///< pure; the result is the largest argument
  Absolute,        ///< pure; the result is the magnitude of the argument
  Forward,         ///< the result is the first argument itself (std::move)
  Element,         ///< container: the element whose number is the argument
  CheckedElement,  ///< the same, throws when out of bounds
  First,           ///< container: its first element
  Last,            ///< container: its last element
  Size,            ///< container: the number of elements
  Empty,           ///< container: whether there is none
  Data,            ///< container: pointer to the first element
  Begin,           ///< container: position of the first element
  End,             ///< container: position behind the last element
  Lookup,          ///< container: some element, found by a key; or a position there; or a number
  Construct,       ///< makes a container, reading its arguments
  Adopt,           ///< makes or changes an owner of what its argument points to
  Modify,          ///< reads its arguments, changes the object, returns the object (`z *= w`)
  Destroy,         ///< ends a container; nothing observable
  Reorganize,      ///< container: changes size or storage
  FindOrInsert,    ///< container: some element, found by a key, put there if there was none
  Exchange,        ///< swaps its two arguments
  ConstantTable,   ///< returns a pointer to a pointer to elements that nobody changes
  Allocate,        ///< returns fresh memory
  Release,         ///< frees what the first argument points to
  ModifyRange,     ///< reads and writes the elements from its first argument to `last`, calling
                   ///< the function that it may be given
  ReadRange,       ///< reads elements `from` positions on and writes those `into` others, as many
                   ///< as there are up to `last`, calling the function that it may be given
  Memory,          ///< does nothing but read and write memory, as the row's `uses` say
  InputOutput,     ///< order is observable
  HiddenState,     ///< keeps state between calls (rand, strtok)
  Exit,            ///< does not return
  Unreachable,     ///< undefined if it is ever reached
  Throw,           ///< throws
  Position,        ///< of a class: its operators do with elements what those of a pointer do
  ReversePosition, ///< the same, counting down
  LinkedPosition,  ///< of a class: a position among elements that have no numbers
  Linked,          ///< of a class: a container whose elements have no numbers
  Ignore           ///< no effect, no result
};

/// Where the elements of a container are.
enum class Storage {
  Inline, ///< within the object itself
  Owned   ///< in memory that this object, and no other, owns
};

/// Memory that a function reaches through a pointer argument, from where that points to.
struct MemoryUse {
  unsigned argument = 0;
  bool andFurther = false; ///< and through every argument behind this one
  bool isWrite = false;
  /// The arguments whose product is the number of bytes. None: a string, if the argument points to
  /// characters, or else one value.
  std::vector<unsigned> bytes;
  bool isLimit = false; ///< that many bytes or fewer
};

struct EffectRow {
  CallEffect effect = CallEffect::Pure;
  /// Pure, Memory, Allocate, InputOutput: what is reached through pointers; if there are any, then
  /// nothing else is.
  std::vector<MemoryUse> uses;
  std::optional<unsigned> result; ///< the result points to where this argument points to, or behind
  bool resultIsStart = false;     ///< and it is that very argument
  Storage storage = Storage::Inline;
  /// ModifyRange, ReadRange: the argument that ends the range of the first one, or says how many
  /// elements that has.
  unsigned last = 1;
  std::vector<unsigned> from, into; ///< ReadRange: arguments that are positions
  bool isDiscontinuous = false; ///< a small change of an argument can change the result by a jump
  bool setsErrno = false;
  /// Does the container that such a function changes make elements?
  bool makesElements() const {
    return effect == CallEffect::Construct || effect == CallEffect::Reorganize ||
           effect == CallEffect::FindOrInsert;
  }
  bool ofProgram = false; ///< a `.loomp.yaml` has it, which speaks of the program's functions, too
  bool mayKeep = false;   ///< Reorganize: may leave the object as it is (`v.resize(v.size())`)
  /// Throws if its first argument, where that is a number, is a position behind the end.
  bool checksPosition = false;
  /// The same of its second argument, where the first one is a container.
  bool checksPositionBehind = false;
  /// Where it throws: the class of the exception and its bases; empty if nobody knows.
  std::vector<std::string> throws;
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
  /// Overloads of free functions that differ in what they do are told apart by the class of their
  /// first argument of class type: `std::operator+(complex)`.
  const EffectRow *find(const std::string &qualifiedName) const;
  /// The answer for this key, found once.
  template <typename Find> const EffectRow *remember(const void *key, Find find) const {
    auto [place, isNew] = Known.try_emplace(key, nullptr);
    if (isNew)
      place->second = find();
    return place->second;
  }

private:
  std::map<std::string, EffectRow> Rows;
  mutable std::unordered_map<const void *, const EffectRow *> Known;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_EFFECTTABLE_H
