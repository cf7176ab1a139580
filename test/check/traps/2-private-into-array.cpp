// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(int &t, int *a, int n) {
  // loomp: parallel lastprivate(tLocal) assuming(no-alias) -- t may be a[1]: i=0 sets it, i=1 reads
  // it as a[1]. Then the loop runs as it is: no clause stands on it.
  for (int i = 0; i < n; i++) {
    t = 2 * i;
    a[i] += t;
  }
}
