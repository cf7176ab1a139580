// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int i;
  auto current = [&] { return i; };
  // loomp: not-parallel -- the lambda reads the i of the function, not a thread's own
  for (i = 0; i < n; i++)
    a[i] = current();
}
