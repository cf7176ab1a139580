// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdio>
void f(const char *const *names, int n) {
  // loomp: not-parallel -- i=0 and i=1 may write the same file
  for (int i = 0; i < n; i++)
    if (std::FILE *file = std::fopen(names[i], "w")) {
      std::fputc('x', file);
      std::fclose(file);
    }
}
