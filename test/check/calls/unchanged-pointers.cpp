// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A pointer to a function that nothing changes says which function it is.
static long total;
static long twice(long x) { return 2 * x; }
static long counted(long x) { return total += x; }
void lambda(int n, long *a) {
  long (*g)(long) = [](long x) { return x * 2; };
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void plus(int n, long *a) {
  const auto g = +[](long x) { return x + 1; };
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void function(int n, long *a) {
  long (*g)(long) = twice;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = (*g)(i);
}
void withEffect(int n, long *a) {
  long (*g)(long) = &counted;
  // loomp: not-parallel -- each call adds to what the one before left
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void lambdaWithEffect(int n, long *a) {
  long (*g)(long) = [](long x) { return total = total * 3 + x; };
  // loomp: not-parallel -- each call reads what the one before left
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void lambdaWithState(int n, long *a) {
  long (*g)(long) = [](long x) {
    static long last = 0;
    last = last * 2 + x;
    return last;
  };
  // loomp: not-parallel -- the variable in the lambda lives on
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void assigned(int n, int k, long *a) {
  long (*g)(long) = twice;
  if (k > 3)
    g = counted;
  // loomp: not-parallel -- it may be the other function
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
static void change(long (**g)(long)) { *g = counted; }
void addressTaken(int n, long *a) {
  long (*g)(long) = twice;
  change(&g);
  // loomp: not-parallel -- it is the other function
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void captured(int n, long *a) {
  long (*g)(long) = twice;
  auto set = [&] { g = counted; };
  set();
  // loomp: not-parallel -- the lambda has set it
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void referred(int n, long *a) {
  long (*g)(long) = twice;
  long (*&h)(long) = g;
  h = counted;
  // loomp: not-parallel -- it has been changed by another name
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
void passed(int n, long *a, long (*g)(long)) {
  // loomp: not-parallel unknown-call -- the caller decides
  for (int i = 0; i < n; i++)
    a[i] = g(i);
}
