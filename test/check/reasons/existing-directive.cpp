// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Directives that are already there, right and wrong.
void right(int n, double *a) {
  // loomp: already-parallel
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    a[i] = 2.0 * a[i];
}

void doubtful(int n, const int *where, double *a) {
  // loomp: not-parallel existing-directive -- two where[i] may be equal
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    a[where[i]] = i;
}

void wrong(int n, double *a) {
  // loomp: serial carried-flow-dependence on(a) finding(race-dependence) -- i=1 writes a[1], i=2 reads it
#pragma omp parallel for
  for (int i = 1; i < n; i++)
    a[i] = a[i - 1];
}
