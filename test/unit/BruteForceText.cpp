//===- BruteForceText.cpp - the value of a C expression in a plan ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The ends of ranges and the steps of inductions are C text; what is evaluated here is that text
// and not the polynomial it came from.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceProgram.h"

#include <cctype>
#include <cstdlib>
#include <cstring>

namespace loomp::brute {

namespace {
/// sum := product (('+' | '-') product)*; product := factor ('*' factor)*
struct TextReader {
  const char *at;
  const Memory &memory;
  bool failed = false;

  void skip() {
    while (*at == ' ')
      ++at;
  }
  bool take(const char *text) {
    skip();
    bool found = std::strncmp(at, text, std::strlen(text)) == 0;
    at += found ? std::strlen(text) : 0;
    return found;
  }
  long factor() {
    if (take("(long long)"))
      return factor();
    if (take("-"))
      return -factor();
    if (take("(")) {
      long value = sum();
      failed |= !take(")");
      return value;
    }
    skip();
    if (std::isdigit(static_cast<unsigned char>(*at))) {
      char *end = nullptr;
      long value = std::strtol(at, &end, 10);
      at = end;
      take("LL");
      return value;
    }
    const char *place = *at ? std::strchr(VariableNames, *at) : nullptr;
    if (!place || std::isalnum(static_cast<unsigned char>(at[1]))) {
      failed = true;
      return 0;
    }
    ++at;
    return memory.variables[place - VariableNames];
  }
  long product() {
    long value = factor();
    while (!failed && take("*"))
      value *= factor();
    return value;
  }
  long sum() {
    long value = product();
    while (!failed) {
      if (take("+"))
        value += product();
      else if (take("-"))
        value -= product();
      else
        break;
    }
    return value;
  }
};
} // namespace

std::optional<long> evaluateText(const std::string &text, const Memory &memory) {
  TextReader reader{text.c_str(), memory};
  long value = reader.sum();
  reader.skip();
  return reader.failed || *reader.at ? std::nullopt : std::optional(value);
}

std::optional<bool> evaluateCondition(std::string text, const Memory &now) {
  for (const char *noise : {"(long long)", "LL", "(", ")"})
    for (size_t at; (at = text.find(noise)) != std::string::npos;)
      text.erase(at, std::strlen(noise));
  for (const char *connective : {" || ", " && "})
    if (size_t at = text.find(connective); at != std::string::npos) {
      auto left = evaluateCondition(text.substr(0, at), now),
           right = evaluateCondition(text.substr(at + 4), now);
      if (!left || !right)
        return std::nullopt;
      return connective[1] == '|' ? *left || *right : *left && *right;
    }
  for (const char *op : {" <= ", " >= ", " == ", " != ", " < ", " > "})
    if (size_t at = text.find(op); at != std::string::npos) {
      auto left = evaluateText(text.substr(0, at), now),
           right = evaluateText(text.substr(at + std::strlen(op)), now);
      if (!left || !right)
        return std::nullopt;
      std::string name = op;
      return name == " <= "   ? *left <= *right
             : name == " >= " ? *left >= *right
             : name == " == " ? *left == *right
             : name == " != " ? *left != *right
             : name == " < "  ? *left < *right
                              : *left > *right;
    }
  return std::nullopt;
}

} // namespace loomp::brute
