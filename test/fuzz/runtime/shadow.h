//===- shadow.h - what the oracle knows of each byte ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Memory is cut into granules of 8 bytes. A granule is one location until an access or an object
// covers a part of it only; then it is split into units of 4, 2 or 1 bytes, each of which inherits
// the history: so it is exact for each byte, and cheap for what is accessed as a whole.
//
// Most accesses of unoptimized code are to parameters and temporaries, which have no granule: to
// find that out takes one look into a table.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_FUZZ_SHADOW_H
#define LOOMP_FUZZ_SHADOW_H

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fuzz::oracle {

using Address = std::uintptr_t;
using Clock = std::uint32_t;
using ObjectId = std::uint16_t; // 0: none

struct Granule {
  Address key = 0;              // address / 8
  std::uint32_t run = 0;        // another run's: not in use
  std::uint32_t unit = 8;       // bytes per location
  ObjectId base[8] = {};        // arena array, heap or static variable
  std::uint16_t covers[8] = {}; // how many variables
  Clock birth[8] = {};
  std::uint32_t location[8] = {}; // 0: not accessed so far
  bool tracks(unsigned byte) const { return base[byte] || covers[byte]; }
};

/// The granules in use: those near the first array by a direct index, others in a hash table.
class Shadow {
public:
  void startRun() {
    ++Run;
    Used = 0;
    WindowBegin = 0;
  }
  /// Where most of the memory lies; before anything else is known of the run.
  void center(Address address) {
    if (!WindowBegin && !Used)
      WindowBegin = (address & ~Address(7)) - WindowGranules / 2 * 8;
  }
  Granule *find(Address address) {
    Address inWindow = (address - WindowBegin) >> 3;
    if (WindowBegin && inWindow < WindowGranules)
      return Window[inWindow].run == Run ? &Window[inWindow] : nullptr;
    Granule &granule = slot(address >> 3);
    return granule.run == Run ? &granule : nullptr;
  }
  /// Other granules may move.
  Granule &insert(Address address) {
    if (Granule *found = find(address))
      return *found;
    Address inWindow = (address - WindowBegin) >> 3;
    bool direct = WindowBegin && inWindow < WindowGranules;
    if (!direct && ++Used > Table.size() / 2)
      grow();
    Granule &granule = direct ? Window[inWindow] : slot(address >> 3);
    granule = Granule();
    granule.key = address >> 3;
    granule.run = Run;
    return granule;
  }

private:
  static constexpr Address WindowGranules = 1 << 16;

  Granule &slot(Address key) {
    std::size_t mask = Table.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (Table[at].run == Run && Table[at].key != key)
      at = (at + 1) & mask;
    return Table[at];
  }
  void grow() {
    std::vector<Granule> old(Table.size() * 2);
    old.swap(Table);
    for (const Granule &granule : old)
      if (granule.run == Run)
        slot(granule.key) = granule;
  }

  std::uint32_t Run = 0;
  Address WindowBegin = 0; // 0: not known yet
  std::size_t Used = 0;
  std::vector<Granule> Window{WindowGranules}, Table{1 << 12};
};

} // namespace fuzz::oracle

#endif // LOOMP_FUZZ_SHADOW_H
