// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f() {
  double t = 0;
  // loomp: not-parallel -- the conversion to int makes an ulp into a one
  for (int i = 0; i < 1000; i++) {
    a[i] = t;
    t += 0.1;
  }
}
