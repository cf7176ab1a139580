// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  auto next = [k = 0]() mutable { return k++; };
  // loomp: not-parallel -- i=1 gets the number after that of i=0
  for (int i = 0; i < n; i++)
    a[i] = next();
}
