// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
double a[1000], log_[1000];
int used;
void f(int n) {
  // loomp: not-parallel -- the section keeps out races, not the order of the entries
  for (int i = 0; i < n; i++) {
    if (a[i] > 0) {
#pragma omp critical
      log_[used++] = a[i];
    }
  }
}
