// A constant pointer to a function leads where its initializer says.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static int last;
static double halve(double x) { return 0.5 * x; }
static double remember(double x) { return last = static_cast<int>(x); }
static double (*const global)(double) = &halve;
void local(double *v, int n) {
  double (*const f)(double) = halve;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v[i] = f(v[i]) + (*global)(v[i]);
}
void withState(double *v, int n) {
  double (*const f)(double) = remember;
  // loomp: not-parallel -- all iterations write 'last'
  for (int i = 0; i < n; i++)
    v[i] = f(v[i]) + last;
}
void changing(double *v, int n, bool half) {
  double (*f)(double) = halve;
  if (!half)
    f = remember;
  // loomp: not-parallel unknown-call -- f may be remember
  for (int i = 0; i < n; i++)
    v[i] = f(v[i]);
}
void parameter(double *v, int n, double (*const f)(double)) {
  // loomp: not-parallel unknown-call -- f may be remember, or any other
  for (int i = 0; i < n; i++)
    v[i] = f(v[i]);
}
