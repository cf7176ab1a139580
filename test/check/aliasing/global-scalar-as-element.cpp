// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
double *const last = &a[999];
void f() {
  // loomp: parallel peeled(last) -- *last is a[999]: i=0 reads it, i=999 alone writes it
  for (int i = 0; i < 1000; i++)
    a[i] = *last + i;
}
