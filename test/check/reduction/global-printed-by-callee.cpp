// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double total, trace[1000];
static void note(int i) { trace[i] = total; }
void f(const float *a, int n) {
  // loomp: not-parallel -- note() stores the global's running value
  for (int i = 0; i < n; i++) {
    total += a[i];
    note(i);
  }
}
