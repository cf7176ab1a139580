// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000];
int f() {
  int s = 0;
  // loomp: parallel peeled(middle) reduction(+:s) -- i=5 alone sees the sum: b[5] gets the sum of the first six
  for (int i = 0; i < 1000; i++) {
    s += a[i];
    if (i == 5)
      b[5] = s;
  }
  return s;
}
