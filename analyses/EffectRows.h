//===- EffectRows.h - rows of effect tables as YAML -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   - functions: [erf, "std::erf"]
//     effect: pure
//
//   - functions: [memcpy]
//     effect: memory
//     reads: ["1[2]"]   # through argument 1, as many bytes as argument 2 says
//     writes: ["0[2]"]
//     result: 0         # what it returns is argument 0
//
// `1` alone is a string, if the argument points to characters, or else one value; `1[<=2]` as many
// bytes or fewer; `0[1*2]` a product of two arguments; `2+` argument 2 and all behind it. `result:
// within 0` is a pointer to somewhere behind what argument 0 points to.
//
// The built-in tables (effects/*.yaml) and the `effects` of a `.loomp.yaml` are read by the same
// traits, so that what one can say the other can say too.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_EFFECTROWS_H
#define LOOMP_ANALYSES_EFFECTROWS_H

#include "analyses/EffectTable.h"

#include "llvm/Support/YAMLTraits.h"

LLVM_YAML_IS_SEQUENCE_VECTOR(loomp::NamedEffects)

namespace llvm::yaml {

template <> struct ScalarEnumerationTraits<loomp::CallEffect> {
  static void enumeration(IO &io, loomp::CallEffect &effect);
};

template <> struct ScalarEnumerationTraits<loomp::Storage> {
  static void enumeration(IO &io, loomp::Storage &storage);
};

template <> struct MappingTraits<loomp::NamedEffects> {
  static void mapping(IO &io, loomp::NamedEffects &row);
};

} // namespace llvm::yaml

#endif // LOOMP_ANALYSES_EFFECTROWS_H
