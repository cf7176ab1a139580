// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What no iteration accesses need not be told apart from what others access.

void innerLoopNeverRuns(unsigned *a, unsigned *b, long n, long k) {
  // loomp: parallel
  for (unsigned i = 0; i < 5; ++i) {
    b[i] = i;
    // loomp: parallel
    for (int j = 1; j < 7; ++j)
      // loomp: not-parallel -- a loop is judged as one that runs
      for (long p = j + 1; p < j; p += 3)
        a[(j * k + p) * n * k + i * i * k] = b[i];
  }
}

void innerLoopMayRun(unsigned *a, unsigned *b, long n, long k, long m) {
  // loomp: unknown needs-assumption carried-output-dependence -- two i's may lead to one element
  for (unsigned i = 0; i < 5; ++i) {
    b[i] = i;
    // loomp: not-parallel -- nor is 'a' told apart from 'b'
    for (int j = 1; j < 7; ++j)
      // loomp: not-parallel -- nor here
      for (long p = j + 1; p < j + m; p += 3)
        a[(j * k + p) * n * k + i * i * k] = b[i];
  }
}
