// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int f() {
  double t = 0;
  // loomp: not-parallel -- after the loop t decides what is returned
  for (int i = 0; i < 10; i++) {
    a[i] = t;
    t += 0.1;
  }
  return t >= 1.0;
}
