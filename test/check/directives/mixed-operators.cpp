// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// Updates that no thread tears apart still need an order if their operators differ.
int a[1000];

int clauseForOne(int n) {
  int s = 0;
#pragma omp parallel for reduction(+ : s)
  // loomp: serial carried-flow-dependence finding(race-reduction) -- (0+a)*2+b is not (0+b)*2+a
  for (int i = 0; i < n; i++) {
    s += a[i];
    s *= 2;
  }
  return s;
}

int clauseForBoth(int n) {
  int s = 0;
#pragma omp parallel for reduction(+ : s)
  // loomp: already-parallel -- a difference is a sum
  for (int i = 0; i < n; i++) {
    s += a[i];
    s -= 2;
  }
  return s;
}

int oneAtATime(int n) {
  int s = 0;
#pragma omp parallel for
  // loomp: serial carried-flow-dependence -- no race, but the result depends on who comes first
  for (int i = 0; i < n; i++) {
#pragma omp critical
    {
      if (i & 1)
        s += a[i];
      else
        s *= 2;
    }
  }
  return s;
}

int oneAtATimeAndAlike(int n) {
  int s = 0;
#pragma omp parallel for
  // loomp: already-parallel
  for (int i = 0; i < n; i++) {
#pragma omp critical
    {
      if (i & 1)
        s += a[i];
      else
        s -= 2;
    }
  }
  return s;
}

int twoAtomics(int n) {
  int s = 0;
#pragma omp parallel for default(none) shared(s, n, a)
  // loomp: serial carried-flow-dependence -- -a[0] may come before or behind the doubling of i=1
  for (int i = 0; i < n; i++) {
#pragma omp atomic
    s -= a[i];
#pragma omp atomic
    s *= 2;
  }
  return s;
}
