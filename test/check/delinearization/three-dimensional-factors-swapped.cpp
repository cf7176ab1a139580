// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m, int p) {
  // Planes of m * p, but rows of m: with m < p the rows of one plane overlap.
  // loomp: parallel assuming(no-dependence) -- if(m >= p); m=1, p=2, n=2: i=0 j=0 k=1 and i=1 j=0 k=0 -> 1 and 1 * 1 = 1
  for (int i = 0; i < n; i++)
    // loomp: parallel assuming(no-dependence) -- if(p <= m); m=2, p=3: j=0 k=2 and j=1 k=0 both write element 2 of the plane
    for (int j = 0; j < m; j++)
      // loomp: parallel
      for (int k = 0; k < p; k++)
        a[(i * m + j) * m + k] = i + j + k;
}
