//===- Configuration.cpp - the file .loomp.yaml ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Configuration.h"
#include "analyses/EffectRows.h"
#include "tool/WriteFile.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace {

/// A scalar, or a list of scalars.
struct SettingValue {
  std::string scalar;
  std::vector<std::string> list;
  bool isList = false;
};

/// What a setting cannot be.
struct NestedSettings {};

struct ConfigurationFile {
  std::vector<std::pair<std::string, std::string>> settings;
  std::vector<loomp::NamedEffects> effects;
};

} // namespace

namespace llvm::yaml {

template <> struct PolymorphicTraits<SettingValue> {
  static NodeKind getKind(const SettingValue &value) {
    return value.isList ? NodeKind::Sequence : NodeKind::Scalar;
  }
  static std::string &getAsScalar(SettingValue &value) { return value.scalar; }
  static std::vector<std::string> &getAsSequence(SettingValue &value) {
    value.isList = true;
    return value.list;
  }
  static NestedSettings &getAsMap(SettingValue &) {
    static NestedSettings none;
    return none;
  }
};

template <> struct MappingTraits<NestedSettings> {
  static void mapping(IO &io, NestedSettings &) {
    io.setError("an option takes a value or a list of values");
  }
};

template <> struct MappingTraits<ConfigurationFile> {
  static void mapping(IO &io, ConfigurationFile &file) {
    for (StringRef key : io.keys()) {
      if (key == "effects") {
        io.mapOptional("effects", file.effects);
        continue;
      }
      SettingValue value;
      std::string name = key.str();
      io.mapOptional(name.c_str(), value);
      if (!value.isList)
        value.list = {value.scalar};
      for (const std::string &each : value.list)
        file.settings.emplace_back(name, each);
    }
  }
};

} // namespace llvm::yaml

namespace loomp {

static std::string findUpwards(StringRef source) {
  SmallString<256> folder(source);
  if (sys::fs::make_absolute(folder))
    return "";
  sys::path::remove_dots(folder, true);
  while (true) {
    StringRef parent = sys::path::parent_path(folder);
    if (parent.empty() || parent == folder)
      return "";
    folder = SmallString<256>(parent);
    SmallString<256> candidate(folder);
    sys::path::append(candidate, ".loomp.yaml");
    if (sys::fs::exists(candidate))
      return candidate.str().str();
  }
}

/// Is there a document at all? Without one the reader below has nothing to start from.
static bool hasDocument(StringRef text) {
  SourceMgr sources;
  sources.setDiagHandler([](const SMDiagnostic &, void *) {});
  yaml::Stream stream(text, sources);
  auto document = stream.begin();
  yaml::Node *root = document == stream.end() ? nullptr : document->getRoot();
  return root && !isa<yaml::NullNode>(root);
}

Configuration loadConfiguration(StringRef configFile, StringRef source) {
  Configuration configuration;
  configuration.file = configFile.empty() ? findUpwards(source) : configFile.str();
  if (configuration.file.empty())
    return configuration;
  auto buffer = MemoryBuffer::getFile(configuration.file);
  if (!buffer) {
    configuration.error =
        configuration.file + ": error: cannot be read: " + describe(buffer.getError());
    return configuration;
  }
  ConfigurationFile file;
  yaml::Input input((*buffer)->getMemBufferRef(), nullptr,
                    [](const SMDiagnostic &diagnostic, void *context) {
                      auto &error = static_cast<Configuration *>(context)->error;
                      if (!error.empty()) // the first one says what is wrong
                        return;
                      error = diagnostic.getFilename().str() + ":" +
                              std::to_string(diagnostic.getLineNo()) + ":" +
                              std::to_string(diagnostic.getColumnNo() + 1) +
                              ": error: " + diagnostic.getMessage().str();
                    },
                    &configuration);
  StringRef text = (*buffer)->getBuffer();
  if (text.contains('\0') || !json::isUTF8(text))
    configuration.error = configuration.file + ": error: not a text file in UTF-8";
  else if (hasDocument(text))
    input >> file;
  if (input.error() && configuration.error.empty())
    configuration.error = configuration.file + ": error: " + input.error().message();
  configuration.settings = std::move(file.settings);
  configuration.effects = std::move(file.effects);
  return configuration;
}

std::string printEffects(std::vector<NamedEffects> effects) {
  std::string text;
  raw_string_ostream stream(text);
  yaml::Output output(stream);
  output << effects;
  StringRef rows = text;
  rows.consume_front("---");
  rows.consume_back("...\n");
  return rows.ltrim('\n').str();
}

} // namespace loomp
