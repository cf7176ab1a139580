//===- Configuration.h - the file .loomp.yaml -----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A project keeps its defaults in a `.loomp.yaml`, found in the folder of the first file or above
// it, as clang-tidy finds its own:
//
//   fp: strict                         any option of the command line, without the dashes
//   header-filter: include/.*
//   effects:                           rows as in analyses/effects/*.yaml
//     - functions: [fast_exp]
//       effect: pure
//
// The command line wins over the file; for options that may be given several times the values of
// the file come first.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_CONFIGURATION_H
#define LOOMP_TOOL_CONFIGURATION_H

#include "analyses/EffectTable.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace loomp {

struct Configuration {
  std::string file; ///< as it was found; empty if there is none
  /// Option and value in the order of the file. A list gives one entry per element.
  std::vector<std::pair<std::string, std::string>> settings;
  std::vector<NamedEffects> effects;
  std::string error; ///< `FILE:LINE:COLUMN: error: ...`
};

/// Reads the file that `--config-file` names, else the nearest `.loomp.yaml` in the folder of
/// `source` or above it. Without any, the configuration is empty.
Configuration loadConfiguration(llvm::StringRef configFile, llvm::StringRef source);

/// The same from the text of a file.
Configuration readConfiguration(llvm::StringRef name, llvm::StringRef text);

/// The rows as the tables spell them, one YAML list.
std::string printEffects(std::vector<NamedEffects> effects);

} // namespace loomp

#endif // LOOMP_TOOL_CONFIGURATION_H
