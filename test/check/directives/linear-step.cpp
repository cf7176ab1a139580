// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// In iteration t `linear(k : s)` finds k0 + s * t, whatever the iteration before left there.
int a[1000];

int otherNumber(int n) {
  int k = 0;
#pragma omp parallel for linear(k : 2)
  // loomp: parallel induction(k) -- as serial code; iteration 1 would find 2, and needs 3
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += 3;
  }
  return k;
}

int sameNumber(int n) {
  int k = 0;
#pragma omp parallel for linear(k : 3)
  // loomp: already-parallel
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += 3;
  }
  return k;
}

int oneForMany(int n) {
  int x = 0;
#pragma omp parallel for linear(x)
  // loomp: parallel induction(x) -- as serial code; iteration 1 would find 1, and needs n
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += n;
  }
  return x;
}

int sameVariable(int n) {
  int x = 0;
#pragma omp parallel for linear(x : n)
  // loomp: already-parallel
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += n;
  }
  return x;
}

int downwards(int n) {
  int x = 0;
#pragma omp parallel for linear(x : n)
  // loomp: parallel induction(x) -- as serial code; the clause goes the other way
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x -= n;
  }
  return x;
}

int byOne(int n) {
  int k = 5;
#pragma omp parallel for linear(k)
  // loomp: already-parallel
  for (int i = 0; i < n; i++)
    a[i] = k++;
  return k;
}
