// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstring>
int length[100];
void f(char *text, int n) {
  // loomp: not-parallel -- strtok remembers where the last call stopped
  for (int i = 0; i < n; i++) {
    const char *word = std::strtok(i == 0 ? text : nullptr, " ");
    length[i] = word != nullptr;
  }
}
