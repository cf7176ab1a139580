//===- Configuration.cpp - the file .loomp.yaml ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Configuration.h"
#include "analyses/EffectRows.h"
#include "tool/ReadFile.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
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
  std::vector<std::string> keys; ///< in the order of the file; the reader knows no order
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
    for (const std::string &key : file.keys) {
      if (key == "effects") {
        io.mapOptional("effects", file.effects);
        continue;
      }
      SettingValue value;
      io.mapOptional(key, value);
      if (!value.isList)
        value.list = {value.scalar};
      for (const std::string &each : value.list)
        file.settings.emplace_back(key, each);
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

/// Keeps the first error: it says what is wrong.
static void keepError(const SMDiagnostic &diagnostic, void *context) {
  std::string &error = *static_cast<std::string *>(context);
  if (error.empty())
    error = formatv("{0}:{1}:{2}: error: {3}", diagnostic.getFilename(), diagnostic.getLineNo(),
                    diagnostic.getColumnNo() + 1, diagnostic.getMessage());
}

/// The keys of the document, none if there is no document. A key without a value would be passed
/// over by the reader below.
static std::vector<std::string> readKeys(MemoryBufferRef text, std::string &error) {
  std::vector<std::string> keys;
  SourceMgr sources;
  sources.setDiagHandler(keepError, &error);
  yaml::Stream stream(text, sources);
  auto document = stream.begin();
  yaml::Node *root = document == stream.end() ? nullptr : document->getRoot();
  if (!root || isa<yaml::NullNode>(root))
    return keys;
  auto *mapping = dyn_cast<yaml::MappingNode>(root);
  if (!mapping) {
    stream.printError(root, "expected lines of the form 'key: value'");
    return keys;
  }
  for (yaml::KeyValueNode &entry : *mapping) {
    yaml::Node *key = entry.getKey(), *value = entry.getValue();
    auto *scalar = dyn_cast_or_null<yaml::ScalarNode>(key);
    if (!scalar || !value || isa<yaml::NullNode>(value)) {
      stream.printError(key ? key : mapping, "expected a key with a value");
      break;
    }
    SmallString<32> storage;
    keys.push_back(scalar->getValue(storage).str());
  }
  return keys;
}

Configuration loadConfiguration(StringRef configFile, StringRef source) {
  Configuration configuration;
  configuration.file = configFile.empty() ? findUpwards(source) : configFile.str();
  if (configuration.file.empty())
    return configuration;
  constexpr uint64_t largest = 1 << 20;
  std::string error;
  std::unique_ptr<MemoryBuffer> buffer = readFile(configuration.file, largest, error);
  if (buffer)
    return readConfiguration(configuration.file, buffer->getBuffer());
  configuration.error = configuration.file + ": error: " + error;
  return configuration;
}

Configuration readConfiguration(StringRef name, StringRef text) {
  Configuration configuration;
  configuration.file = name;
  MemoryBufferRef buffer(text, configuration.file);
  ConfigurationFile file;
  if (text.contains('\0') || !json::isUTF8(text))
    configuration.error = configuration.file + ": error: not a text file in UTF-8";
  else if (nestsTooDeep(text))
    configuration.error = configuration.file + ": error: nests too deep";
  else
    file.keys = readKeys(buffer, configuration.error);
  if (!configuration.error.empty() || file.keys.empty())
    return configuration;
  yaml::Input input(buffer, nullptr, keepError, &configuration.error);
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
