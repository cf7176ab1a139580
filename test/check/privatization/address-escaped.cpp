// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
double *spy;
double look() { return *spy; }
void f(int n) {
  double t;
  spy = &t;
  // loomp: not-parallel -- look() reads the original t through spy
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = look();
  }
}
