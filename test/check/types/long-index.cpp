// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(long long n) {
  // loomp: parallel
  for (long long i = 0; i < n; i++)
    a[i] = b[i];
}
