// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(int n) {
  unsigned char *raw = reinterpret_cast<unsigned char *>(&n);
  // loomp: not-parallel -- i=0 clears a byte of n, the bound
  for (int i = 0; i < n; i++)
    raw[i] = 0;
}
