// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The twin of shift-flow whose source is another array.
double a[1000], b[1000];
void f() {
  // loomp: parallel -- nothing writes b
  for (int i = 1; i < 1000; i++)
    a[i] = b[i - 1] * 0.5;
}
