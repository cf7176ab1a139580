// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Found by loomp-brute-force (scalars): a flow dependence was proven although on every input the
// same iteration overwrites the value, or nobody writes it.
int before(const int *b, int n) {
  int s = 1, t = 2;
  // loomp: parallel firstprivate(s) lastprivate(s, t) -- written before each read, or never
  for (int i = 1; i < 4; i++) {
    // loomp: parallel -- every iteration writes the same value, the last one certainly
    for (int j = 0; j < n; j++)
      s = 3 + n;
    t = b[i] + s;
  }
  return s + t;
}
int around(int *b, int n) {
  int s = 1;
  // loomp: parallel firstprivate(s) lastprivate(s) -- j=1 sees this iteration's write at j=0
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(s) -- j=1 reads the 's' of j=0, and that is i
    for (int j = 0; j < 3; j++) {
      if (j > 0)
        b[3 * i + j] = s;
      s = i;
    }
  return s;
}
int carried(int *b, int n) {
  int s = 1;
  // loomp: serial carried-flow-dependence -- i=1 reads the 's' that i=0 wrote last
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(s) -- j=1 reads the 's' of j=0, and that is i
    for (int j = 0; j < 3; j++) {
      b[3 * i + j] = s;
      s = i;
    }
  return s;
}
