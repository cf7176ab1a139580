// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static int calls;
static double square(double x) {
  calls++;
  return x * x;
}
double a[1000];
void f(int n) {
  // loomp: not-parallel -- i=0 and i=1 both update calls, out of the text of the loop
  for (int i = 0; i < n; i++)
    a[i] = square(a[i]);
}
