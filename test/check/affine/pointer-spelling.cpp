// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- *(a + i) and i[b] are a[i] and b[i]
  for (int i = 0; i < n; i++)
    *(a + i) = i[b];
}
