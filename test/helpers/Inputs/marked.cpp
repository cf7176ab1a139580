void marked(int n, int *a, int &sum) {
  // loomp: parallel reduction(+:sum) -- why
  for (int i = 0; i < n; i++)
    sum += i;
  for (int i = 1; i < n; i++) // loomp: serial carried-flow-dependence on(a)
    // loomp: not-parallel early-exit
#pragma omp parallel for
    for (int j = 1; j < n; j++)
      a[i] = a[j];
}
