// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- tiles of 64 do not overlap
  for (int t = 0; t < n; t += 64)
    // loomp: parallel
    for (int i = t; i < (t + 64 < n ? t + 64 : n); i++)
      a[i] = b[i];
}
