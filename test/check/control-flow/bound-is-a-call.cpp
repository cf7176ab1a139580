// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstring>
void f(char *s) {
  // loomp: not-parallel -- a zero written into s would end the loop: strlen is computed each time
  for (std::size_t i = 0; i < std::strlen(s); i++)
    s[i] = s[i] - 1;
}
