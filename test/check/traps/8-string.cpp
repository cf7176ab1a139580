// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <string>
std::string f(const char *const *words, int n) {
  std::string s;
  // loomp: not-parallel -- the words must be joined in order
  for (int i = 0; i < n; i++)
    s += words[i];
  return s;
}
