// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// What the serial loop skips, a parallel one must not run.
static int calls;

static bool counted(int x) {
  calls++;
  return x > 0;
}

static bool pure(int x) { return x > 0; }

bool allCounted(int n, const int *a) {
  bool ok = true;
  // loomp: not-parallel speculative-evaluation -- after the first failure, counted() is not called any more
  for (int i = 0; i < n; i++)
    ok = ok && counted(a[i]);
  return ok;
}

bool anyCounted(int n, const int *a) {
  bool found = false;
  // loomp: not-parallel -- after the first success, counted() is not called any more
  for (int i = 0; i < n; i++)
    found = found || counted(a[i]);
  return found;
}

bool allPure(int n, const int *a) {
  bool ok = true;
  // loomp: parallel reduction(&&:ok) -- every element is tested in serial order, too
  for (int i = 0; i < n; i++)
    ok = pure(a[i]) && ok;
  return ok;
}
