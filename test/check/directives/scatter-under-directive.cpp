// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
int a[1000];
void f(const int *idx, int n) {
// loomp: parallel atomic(+:a) assuming(no-alias) finding(missing-atomic) -- whether idx repeats an element is not known
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    a[idx[i]] += i;
}
