// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the model does not read assembly
  for (int i = 0; i < n; i++) {
    a[i] = i;
    asm volatile("" ::: "memory");
  }
}
