// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
unsigned a[1000];
void f(int n, unsigned x) {
  // loomp: not-parallel -- i=1 starts from the x that i=0 has left
  for (int i = 0; i < n; i++) {
    x = x * 1664525u + 1013904223u;
    a[i] = x;
  }
}
