// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f() {
  // loomp: parallel
  for (long i = 0; i < 1000; i++) {
    int k = static_cast<int>(i);
    a[k] = i;
  }
}
