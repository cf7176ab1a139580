// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int a[1000];
void f(int n) {
  // loomp: parallel -- fib touches nothing but its own variables
  for (int i = 0; i < n; i++)
    a[i] = fib(i % 20);
}
