// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
unsigned f(const unsigned char *a, int n) {
  unsigned h = 0;
  // loomp: serial carried-flow-dependence -- i=1 multiplies the h of i=0 by 31
  for (int i = 0; i < n; i++)
    h = h * 31 + a[i];
  return h;
}
