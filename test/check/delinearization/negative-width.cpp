// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  double *p = a + 1000;
  // loomp: parallel assuming(no-dependence) -- if(m >= 3); m=-2, k=3: p[0 * m + 0] (i=0) is p[1 * m + 2] (i=1)
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < 3; j++)
      p[i * m + j] = i;
}
