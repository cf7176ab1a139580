// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  // loomp: not-parallel -- serially one counter for all iterations, in a team one per thread
  for (int i = 0; i < n; i++) {
    static thread_local int k = 0;
    a[i] = k++;
  }
}
