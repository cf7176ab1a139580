// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  char *bytes = reinterpret_cast<char *>(a);
  // loomp: not-parallel -- bytes[8] is part of a[1]: i=1 reads a[1], i=8 writes into it
  for (int i = 0; i < n; i++)
    bytes[i] = static_cast<char>(a[i]);
}
