// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Two iterations of these loops would conflict, but no input makes two run: not proven serial.
int a[100];
void f(const int *p) {
  if (p[0] > p[0])
    // loomp: unknown unsupported-construct -- no int is greater than itself
    for (int i = 0; i < 50; i++)
      a[i + 1] = a[i];
}
void g(int x) {
  bool small = x < 2;
  if (!small)
    return;
  // loomp: unknown carried-flow-dependence on(a) -- x < 2: i=1, which would read a[1], never runs
  for (int i = 0; i < x; i++)
    a[i + 1] = a[i];
}
void h(unsigned x) {
  if (x % 3 == 5)
    // loomp: parallel -- a remainder of 3 is never 5: no iteration runs
    for (unsigned i = 0; i < x; i++)
      a[i + 1] = a[i];
}
