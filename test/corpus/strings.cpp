//===- strings.cpp - characters, words, codes, tables of strings ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Case, counting, searching, hashing, encoding, parsing. A character that is mapped by itself is
// independent; a parser state, an output position that depends on the data, a hash, or a hidden
// cursor is not. Strings in a vector own their characters, a view does not.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Mapping characters.

void rot13(std::string &text) {
  // truth: parallel
  for (char &c : text)
    if (c >= 'a' && c <= 'z')
      c = static_cast<char>('a' + (c - 'a' + 13) % 26);
}

void capitalizeWords(std::string &text) {
  bool start = true;
  // truth: serial carried-flow-dependence -- what follows a word depends on the characters before
  for (char &c : text) {
    if (c == ' ')
      start = true;
    else if (start && c >= 'a' && c <= 'z') {
      c = static_cast<char>(c - 'a' + 'A');
      start = false;
    }
  }
}

void reverse(std::string &text) {
  const std::size_t n = text.size();
  // truth: parallel -- i stays below the middle, its partner above
  for (std::size_t i = 0; i < n / 2; ++i)
    std::swap(text[i], text[n - 1 - i]);
}

void rotateLeft(std::string &text) {
  const std::size_t n = text.size();
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (std::size_t i = 1; i < n; ++i)
    std::swap(text[i - 1], text[i]);
}

void copyBytes(char *to, const char *from, std::size_t n) {
  // truth: parallel -- run-time check that to[0..n) and from[0..n) do not overlap
  for (std::size_t i = 0; i < n; i++)
    to[i] = from[i];
}

char *copyText(char *to, const char *from) {
  // truth: serial non-canonical-loop|unsupported-loop-form|early-exit -- ends at the zero it copies
  while ((*to = *from) != '\0') {
    ++to;
    ++from;
  }
  return to;
}

void blank(char *to, const std::size_t &n) {
  // truth: parallel -- run-time check that the bytes of n are not in to[0..n)
  for (std::size_t i = 0; i < n; i++)
    to[i] = ' ';
}

// Counting.

long countWords(const std::string &text) {
  long words = 0;
  char before = ' ';
  // truth: parallel -- reduction(+ : words); before wraps around: it is text[i-1]
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && before == ' ')
      ++words;
    before = text[i];
  }
  return words;
}

long countOutsideQuotes(const std::string &text) {
  long words = 0;
  bool quoted = false;
  // truth: serial carried-flow-dependence -- each quote changes the state of what follows
  for (char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (!quoted)
      ++words;
  }
  return words;
}

void letterFrequency(const std::string &text, int *frequency) {
  // truth: parallel -- array reduction or atomic update of frequency[0..256)
  for (char c : text)
    ++frequency[static_cast<unsigned char>(c)];
}

int mirrorMismatches(const std::string &text) {
  const int n = static_cast<int>(text.size());
  int wrong = 0;
  // truth: parallel -- reduction(+ : wrong)
  for (int i = 0; i < n / 2; ++i)
    wrong += text[i] != text[n - 1 - i];
  return wrong;
}

bool isPalindrome(const std::string &text) {
  const int n = static_cast<int>(text.size());
  // truth: serial early-exit -- returns at the first mismatch
  for (int i = 0; i < n / 2; ++i)
    if (text[i] != text[n - 1 - i])
      return false;
  return true;
}

std::size_t codePoints(std::string_view utf8) {
  std::size_t count = 0;
  // truth: parallel -- reduction(+ : count)
  for (unsigned char c : utf8)
    if ((c & 0xC0) != 0x80)
      ++count;
  return count;
}

int brokenCodePoints(std::string_view utf8) {
  int broken = 0, expected = 0;
  // truth: serial carried-flow-dependence -- how many bytes must follow comes from a byte before
  for (unsigned char c : utf8) {
    if ((c & 0xC0) == 0x80) {
      if (expected == 0)
        ++broken;
      else
        --expected;
    } else {
      broken += expected > 0;
      expected = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
    }
  }
  return broken;
}

// Checksums and hashes.

std::uint32_t positionSum(const std::string &text) {
  std::uint32_t sum = 0;
  // truth: parallel -- reduction(+ : sum)
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(text.size()); ++i)
    sum += (i + 1) * static_cast<unsigned char>(text[i]);
  return sum;
}

std::uint32_t hash(const std::string &text) {
  std::uint32_t h = 2166136261u;
  // truth: serial carried-flow-dependence|not-a-reduction -- xor and product do not commute
  for (char c : text)
    h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

unsigned char parity(const std::string &text) {
  unsigned char p = 0;
  // truth: parallel -- reduction(^ : p)
  for (char c : text)
    p ^= static_cast<unsigned char>(c);
  return p;
}

void crcTable(std::uint32_t (&table)[256]) {
  // truth: parallel
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t c = n;
    // truth: serial carried-flow-dependence -- c is shifted eight times
    for (int k = 0; k < 8; ++k)
      c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
    table[n] = c;
  }
}

std::uint32_t crc(const std::uint32_t (&table)[256], const std::string &text) {
  std::uint32_t c = 0xFFFFFFFFu;
  // truth: serial carried-flow-dependence -- each byte is mixed into the value so far
  for (std::size_t i = 0; i < text.size(); ++i)
    c = table[(c ^ static_cast<unsigned char>(text[i])) & 255] ^ (c >> 8);
  return ~c;
}

// Searching.

int occurrences(const std::string &text, const std::string &pattern) {
  const int last = static_cast<int>(text.size()) - static_cast<int>(pattern.size());
  int count = 0;
  // truth: parallel -- reduction(+ : count)
  for (int i = 0; i <= last; ++i) {
    bool same = true;
    // truth: serial early-exit -- break at the first difference
    for (std::size_t k = 0; k < pattern.size(); ++k)
      if (text[i + k] != pattern[k]) {
        same = false;
        break;
      }
    count += same;
  }
  return count;
}

int separateOccurrences(const std::string &text, const std::string &pattern) {
  const int last = static_cast<int>(text.size()) - static_cast<int>(pattern.size());
  int count = 0;
  // truth: serial index-modified|carried-flow-dependence -- a match moves the index
  for (int i = 0; i <= last; ++i)
    if (text.compare(i, pattern.size(), pattern) == 0) {
      ++count;
      i += static_cast<int>(pattern.size()) - 1;
    }
  return count;
}

int withPrefix(const std::vector<std::string_view> &words, std::string_view prefix) {
  int hits = 0;
  // truth: parallel -- reduction(+ : hits)
  for (std::string_view w : words)
    hits += w.starts_with(prefix);
  return hits;
}

// Building output.

void encodeHex(const unsigned char *in, char *out, int n) {
  // truth: parallel -- run-time check that in[0..n) and out[0..2n) do not overlap
  for (int i = 0; i < n; ++i) {
    out[2 * i] = "0123456789abcdef"[in[i] >> 4];
    out[2 * i + 1] = "0123456789abcdef"[in[i] & 15];
  }
}

int encodePercent(const unsigned char *in, char *out, int n) {
  int length = 0;
  // truth: serial carried-flow-dependence -- the place in out depends on the characters before
  for (int i = 0; i < n; ++i) {
    if (in[i] >= 'a' && in[i] <= 'z') {
      out[length++] = static_cast<char>(in[i]);
    } else {
      out[length++] = '%';
      out[length++] = "0123456789abcdef"[in[i] >> 4];
      out[length++] = "0123456789abcdef"[in[i] & 15];
    }
  }
  return length;
}

std::string masked(const std::string &text) {
  std::string out(text.size(), '?');
  // truth: parallel
  for (std::size_t i = 0; i < text.size(); ++i)
    out[i] = text[i] == ' ' ? ' ' : '*';
  return out;
}

std::string letters(const std::string &text) {
  std::string out;
  // truth: serial carried-flow-dependence|not-a-reduction|may-throw|unknown-call|carried-output-dependence -- appends
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != ' ')
      out += text[i];
  return out;
}

void encipher(const std::string &in, const std::string &key, std::string &out) {
  const std::size_t period = key.size();
  // truth: parallel -- run-time check &key != &out
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = static_cast<char>('a' + (in[i] + key[i % period]) % 26);
}

void encipherChained(const std::string &in, std::string &out) {
  // truth: serial carried-flow-dependence -- the key of i is out[i-1]
  for (std::size_t i = 1; i < in.size(); ++i)
    out[i] = static_cast<char>('a' + (in[i] + out[i - 1]) % 26);
}

// Numbers and text.

void format(const std::vector<int> &numbers, std::vector<std::string> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out[i] = std::to_string(numbers[i]);
}

void report(const std::vector<int> &numbers) {
  // truth: serial observable-order -- the numbers are written in order
  for (std::size_t i = 0; i < numbers.size(); ++i)
    std::fputs(("  " + std::to_string(numbers[i]) + "\n").c_str(), stdout);
}

std::uint64_t parse(const std::string &digits) {
  std::uint64_t value = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- Horner multiplies value in each step
  for (std::size_t i = 0; i < digits.size(); ++i)
    value = value * 10 + static_cast<std::uint64_t>(digits[i] - '0');
  return value;
}

long digitSum(const std::string &digits) {
  long sum = 0;
  // truth: parallel -- reduction(+ : sum)
  for (std::size_t i = 0; i < digits.size(); ++i)
    sum += digits[i] - '0';
  return sum;
}

long sumFields(char *line) {
  long sum = 0;
  // truth: serial hidden-state|non-canonical-loop|carried-flow-dependence -- strtok keeps its place
  for (char *field = std::strtok(line, ","); field != nullptr; field = std::strtok(nullptr, ","))
    sum += std::strtol(field, nullptr, 10);
  return sum;
}

// Vectors of strings.

void addSuffix(std::vector<std::string> &names, const std::string &suffix) {
  // truth: parallel -- run-time check that suffix is no element of names
  for (std::string &name : names)
    name += suffix;
}

void addPrevious(std::vector<std::string> &names) {
  // truth: serial carried-flow-dependence -- i reads the first letter that i-1 got
  for (std::size_t i = 1; i < names.size(); ++i)
    names[i].insert(names[i].begin(), names[i - 1].front() == 'z' ? 'a' : names[i - 1].front() + 1);
}

void lengths(const std::vector<std::string> &names, std::vector<std::size_t> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < names.size(); ++i)
    out[i] = names[i].size();
}

void lookUp(const std::unordered_map<std::string, int> &ids, const std::vector<std::string> &words,
            std::vector<int> &out) {
  // truth: parallel -- find does not change the table
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = ids.find(words[i]);
    out[i] = found == ids.end() ? -1 : found->second;
  }
}

void intern(std::unordered_map<std::string, int> &ids, const std::vector<std::string> &words,
            std::vector<int> &out) {
  // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call|may-throw -- grows
  for (std::size_t i = 0; i < words.size(); ++i)
    out[i] = ids.try_emplace(words[i], static_cast<int>(ids.size())).first->second;
}

// Edit distance.

int editDistance(const std::string &a, const std::string &b) {
  std::vector<int> row(b.size() + 1);
  // truth: parallel
  for (std::size_t j = 0; j < row.size(); ++j)
    row[j] = static_cast<int>(j);
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- row
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int corner = row[0];
    row[0] = static_cast<int>(i);
    // truth: serial carried-flow-dependence -- j reads row[j-1], which j-1 wrote
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = corner + (a[i - 1] != b[j - 1]);
      corner = row[j];
      row[j] = std::min(change, std::min(row[j], row[j - 1]) + 1);
    }
  }
  return row[b.size()];
}

void distances(const std::string &word, const std::vector<std::string> &words,
               std::vector<int> &out) {
  // truth: parallel -- the row is local to each call
  for (std::size_t i = 0; i < words.size(); ++i)
    out[i] = editDistance(word, words[i]);
}

int main() {
  std::string text = corpus::text(6000, 1);
  rot13(text);
  corpus::print("rot13", corpus::sum(text));
  std::string other = text;
  capitalizeWords(other);
  corpus::print("capitalizeWords", corpus::sum(other));
  reverse(other);
  corpus::print("reverse", corpus::sum(other));
  rotateLeft(other);
  corpus::print("rotateLeft", corpus::sum(other));

  std::string buffer(12001, '.');
  copyBytes(buffer.data(), text.data(), 6000);
  copyBytes(buffer.data() + 1, buffer.data(), 5000);
  corpus::print("copyBytes", corpus::sum(buffer));
  const auto copied = copyText(buffer.data() + 100, text.c_str()) - buffer.data();
  corpus::print("copyText", copied, corpus::sum(buffer));
  const std::size_t blanks = 3000;
  blank(buffer.data() + 1000, blanks);
  corpus::print("blank", corpus::sum(buffer));

  corpus::print("countWords", countWords(text));
  other[500] = other[1500] = other[4100] = '"';
  corpus::print("countOutsideQuotes", countOutsideQuotes(other));
  int frequency[256] = {};
  letterFrequency(text, frequency);
  corpus::print("letterFrequency", corpus::sum(frequency));
  std::string half = text;
  reverse(half);
  half = text + half;
  corpus::print("mirror", mirrorMismatches(text), mirrorMismatches(half), isPalindrome(half));
  auto bytes = corpus::integers<unsigned char>(6000, 3, 0, 255);
  const std::string utf8(bytes.begin(), bytes.end());
  corpus::print("codePoints", codePoints(utf8), brokenCodePoints(utf8));

  std::uint32_t table[256];
  crcTable(table);
  corpus::print("hashes", positionSum(text), hash(text), parity(text), crc(table, text));

  std::string ab(5000, 'a');
  corpus::repeat(5000, [&](std::size_t i) { ab[i] = corpus::mix(7 * i) % 3 == 0 ? 'b' : 'a'; });
  corpus::print("occurrences", occurrences(ab, "aaba"), separateOccurrences(ab, "aaba"),
                separateOccurrences(ab, "aa"));

  std::string out(12000, '.');
  encodeHex(bytes.data(), out.data(), 6000);
  corpus::print("encodeHex", corpus::sum(out));
  std::string percent(18000, '.');
  const int length = encodePercent(bytes.data(), percent.data(), 6000);
  corpus::print("encodePercent", length, corpus::sum(percent));
  corpus::print("masked", corpus::sum(masked(text)), letters(text).size(),
                corpus::sum(letters(text)));
  encipher(text, "parallel", out);
  corpus::print("encipher", corpus::sum(out));
  encipherChained(text, out);
  corpus::print("encipherChained", corpus::sum(out));
  encipher(ab, ab, ab);
  std::string key = ab.substr(0, 17);
  encipher(key, key, key);
  corpus::print("encipher in place", corpus::sum(ab), key);

  auto numbers = corpus::integers<int>(2000, 5, -99999, 99999);
  std::vector<std::string> words(2000);
  format(numbers, words);
  corpus::print("format", corpus::sum(words));
  report({3, 14, 159, 2653});
  const std::string digits = "314159265358979323";
  corpus::print("parse", parse(digits), digitSum(digits));
  char line[] = "12,7,,-40,1000,5";
  corpus::print("sumFields", sumFields(line));

  std::vector<std::string_view> views(words.begin(), words.end());
  corpus::print("withPrefix", withPrefix(views, "-4"));
  auto names = words;
  addSuffix(names, "kB");
  addSuffix(names, names[700]);
  corpus::print("addSuffix", corpus::sum(names), names[1999]);
  addPrevious(names);
  std::vector<std::size_t> sizes(2000);
  lengths(names, sizes);
  corpus::print("addPrevious", corpus::sum(names), corpus::sum(sizes));

  std::unordered_map<std::string, int> ids;
  std::vector<int> found(2000);
  corpus::repeat(2000, [&](std::size_t i) { words[i].resize(3, '0'); });
  intern(ids, words, found);
  corpus::print("intern", ids.size(), corpus::sum(found));
  words[100] = "none";
  lookUp(ids, words, found);
  corpus::print("lookUp", corpus::sum(found));
  names.resize(300);
  distances("4711-kB-4711", names, found);
  corpus::print("distances", corpus::sum(found));
}
