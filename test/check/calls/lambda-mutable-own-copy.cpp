// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Found by scripts/fuzz --programs 1 --seed 30022 (family cxx): wrong proof of a dependence.
long a[1000];
void f(int n) {
  // loomp: parallel -- each iteration has a closure with a number of its own
  for (int i = 0; i < n; i++) {
    auto next = [k = 0]() mutable { return ++k; };
    a[i] = next();
  }
}
void g(int n) {
  long count = 3;
  // loomp: parallel -- the closure changes its own copy of 'count'
  for (int i = 0; i < n; i++) {
    auto next = [count]() mutable { return ++count; };
    a[i] = next();
  }
}
long h(int n) {
  long count = 3;
  auto next = [count]() mutable { return ++count; };
  // loomp: not-parallel -- i=1 gets the number after that of i=0, from the closure's copy
  for (int i = 0; i < n; i++)
    a[i] = next();
  return count;
}
