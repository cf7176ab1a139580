// No check in front of a loop follows a pointer that the loop may not follow.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
struct P {
  int stride, off, more, last;
};

void always(P *p, double *a, int n) {
  // loomp: parallel assuming(no-dependence)
  for (int i = 0; i < n; i++)
    a[i * p->stride] = i;
}
void sometimes(P *p, double *a, int n) {
  // loomp: not-parallel -- where `p` is null, the loop does nothing
  for (int i = 0; i < n; i++)
    if (p)
      a[i * p->stride] = i;
}
void another(P *p, double *a, int n) {
  int more = p->more;
  p++;
  // loomp: not-parallel -- the one before was there, this one may not be
  for (int i = 0; i < n; i++)
    if (more)
      a[i * p->stride] = i;
}
void released(P *p, double *a, int n) {
  int last = p->last;
  if (last)
    delete p;
  // loomp: not-parallel -- it was there
  for (int i = 0; i < n; i++)
    if (!last)
      a[i * p->stride] = i;
}
void inside(P *p, double *a, int n, int m) {
  // loomp: not-parallel -- where m is 0, `p` may be null
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i * p->stride + j] = i;
  // loomp: parallel assuming(no-dependence)
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < 8; j++)
      a[i * p->stride + j] = i;
}
