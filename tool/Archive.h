//===- Archive.h - plain data as bytes, and back --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What one process of a run hands to another. A struct is the sequence of its members, which the
// compiler lists (a structured binding with a pack of names), so that no member can be forgotten:
// a struct that is not plain data does not compile here.
//
// Bytes are read by the program that has written them; they are no format for files.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_ARCHIVE_H
#define LOOMP_TOOL_ARCHIVE_H

#include "llvm/ADT/StringRef.h"

#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace loomp {

template <class T> std::string toBytes(const T &value);

/// Whether `bytes` are those of a T, and nothing else. If not, `value` holds anything.
template <class T> bool fromBytes(llvm::StringRef bytes, T &value);

namespace archive {

template <class T> constexpr bool isScalar = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
public:
  std::string Bytes;

  template <class T> void write(const T &value);
  void write(const std::string &text) {
    write(text.size());
    Bytes += text;
  }
  template <class T> void write(const std::vector<T> &values) { writeAll(values); }
  template <class T> void write(const std::set<T> &values) { writeAll(values); }
  template <class K, class V> void write(const std::map<K, V> &values) { writeAll(values); }
  template <class T> void write(const std::optional<T> &value) {
    write(value.has_value());
    if (value)
      write(*value);
  }
  template <class... T> void write(const std::variant<T...> &value) {
    write(value.index());
    std::visit([&](const auto &held) { write(held); }, value);
  }

private:
  template <class C> void writeAll(const C &values) {
    write(values.size());
    for (const auto &each : values)
      write(each);
  }
};

class Reader {
public:
  llvm::StringRef Rest;
  bool Failed = false;

  template <class T> void read(T &value);
  void read(std::string &text) { text = take(readSize()).str(); }
  template <class T> void read(std::vector<T> &values) {
    values.clear();
    for (size_t left = readSize(); left && !Failed; --left)
      read(values.emplace_back());
  }
  template <class T> void read(std::set<T> &values) {
    values.clear();
    for (size_t left = readSize(); left && !Failed; --left) {
      T value{};
      read(value);
      values.insert(values.end(), std::move(value));
    }
  }
  template <class K, class V> void read(std::map<K, V> &values) {
    values.clear();
    for (size_t left = readSize(); left && !Failed; --left) {
      std::pair<K, V> value{};
      read(value);
      values.insert(values.end(), std::move(value));
    }
  }
  template <class T> void read(std::optional<T> &value) {
    bool hasValue = false;
    read(hasValue);
    value.reset();
    if (hasValue)
      read(value.emplace());
  }
  template <class... T> void read(std::variant<T...> &value) {
    size_t index = readSize(), tried = 0;
    Failed |= index >= sizeof...(T);
    // One of them is it.
    ((tried++ == index && !Failed ? read(value.template emplace<T>()) : void()), ...);
  }

private:
  llvm::StringRef take(size_t size) {
    Failed |= size > Rest.size();
    llvm::StringRef taken = Failed ? "" : Rest.take_front(size);
    Rest = Rest.drop_front(taken.size());
    return taken;
  }
  size_t readSize() {
    size_t size = 0;
    read(size);
    return size;
  }
};

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc++26-extensions"

template <class T> void Writer::write(const T &value) {
  if constexpr (isScalar<T>) {
    Bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
  } else {
    const auto &[... members] = value;
    (write(members), ...);
  }
}

template <class T> void Reader::read(T &value) {
  if constexpr (isScalar<T>) {
    llvm::StringRef bytes = take(sizeof value);
    if (!Failed)
      std::memcpy(&value, bytes.data(), sizeof value);
  } else {
    auto &[... members] = value;
    (read(members), ...);
  }
}

#pragma clang diagnostic pop

} // namespace archive

template <class T> std::string toBytes(const T &value) {
  archive::Writer writer;
  writer.write(value);
  return std::move(writer.Bytes);
}

template <class T> bool fromBytes(llvm::StringRef bytes, T &value) {
  archive::Reader reader{bytes};
  reader.read(value);
  return !reader.Failed && reader.Rest.empty();
}

} // namespace loomp

#endif // LOOMP_TOOL_ARCHIVE_H
