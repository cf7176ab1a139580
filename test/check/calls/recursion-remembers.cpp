// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static int memo[100];
static int fib(int n) {
  if (n < 2)
    return n;
  if (memo[n] == 0)
    memo[n] = fib(n - 1) + fib(n - 2);
  return memo[n];
}
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=5 writes memo[5], i=6 reads it
  for (int i = 0; i < n; i++)
    a[i] = fib(i % 100);
}
