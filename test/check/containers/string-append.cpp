// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <string>
std::string f(const std::string &s) {
  std::string r;
  // loomp: not-parallel -- concatenation is not commutative: the order of the letters is the result
  for (std::size_t i = 0; i < s.size(); i++)
    r += s[i];
  return r;
}
