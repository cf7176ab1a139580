// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <string>
int a[1000];
void f(const std::string *words) {
  // loomp: not-parallel -- stoi throws for a word that is no number
  for (int i = 0; i < 1000; i++)
    a[i] = std::stoi(words[i]);
}
