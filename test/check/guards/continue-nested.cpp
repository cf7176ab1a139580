// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Found by loomp-brute-force (dependences): what stands below a nested `continue` was taken to run
// in every iteration.
void nested(int *a, int n) {
  // loomp: unknown carried-output-dependence -- every iteration leaves before the store
  for (int i = 0; i < n; i++) {
    if (i < n) {
      if (i < n)
        continue;
    }
    a[0] = i;
  }
}
void inSwitch(int *a, int n) {
  // loomp: unknown carried-output-dependence -- every iteration leaves before the store
  for (int i = 0; i < n; i++) {
    switch (n > 0) {
    case 1:
      continue;
    default:
      break;
    }
    a[0] = i;
  }
}
void reached(int *a, int n, int m) {
  // loomp: not-parallel -- with m = 0, i=0 and i=1 both write a[0]
  for (int i = 0; i < n; i++) {
    if (i < m) {
      if (i < n)
        continue;
    }
    a[0] = i;
  }
}
