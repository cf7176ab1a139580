// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[2001], b[2000];
void f() {
  int k = 0;
  // loomp: not-parallel -- i=0 writes a[1] and a[2], i=1 writes a[2] and a[3]
  for (int i = 0; i < 1000; i++) {
    a[k] = b[k++];
    a[k + 1] = 0;
  }
}
