// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
thread_local double t;
double a[1000], b[1000];
double f(int n) {
  // loomp: not-parallel -- each thread of the team has its own t; the caller reads that of its own
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = t;
  }
  return t;
}
