// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
//
// <string> mentions errno, for std::stoi, which clears it before it reads it: nobody sees what
// std::sqrt put there.

#include <cmath>
#include <string>

void roots(double *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = std::sqrt(a[i]);
}

int number(const std::string &text) { return std::stoi(text); }
