// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- i=0 writes a[0] and a[1], i=1 writes a[1] and a[2]
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    a[k + 1] = -b[i];
    k++;
  }
}
