// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000], m[1000][8];
struct Point {
  double x, y;
} points[1000];
void copy(double *__restrict p, const double *__restrict q, int n) {
  // loomp: parallel induction(p, q)
  for (int i = 0; i < n; i++)
    *p++ = *q++ * 2;
}
void pairs(int n) {
  double *p = a;
  // loomp: parallel induction(p)
  for (int i = 0; i < n; i++) {
    *p++ = b[i];
    *p++ = -b[i];
  }
}
void members(int n) {
  Point *p = points;
  // loomp: parallel induction(p)
  for (int i = 0; i < n; i++, p++) {
    p->x = b[i];
    p->y = -b[i];
  }
}
void rows(int n) {
  const double *p = &m[0][0];
  // loomp: parallel induction(p)
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(p) reduction(+:bLocal) -- b[i] is a sum in memory
    for (int j = 0; j < 8; j++)
      b[i] += *p++;
}
void ahead(int n) {
  double *p = a;
  // loomp: not-parallel -- i=0 writes a[1], i=1 reads it
  for (int i = 0; i < n; i++) {
    p[1] = p[0] + b[i];
    p++;
  }
}
void stride(int n, int step) {
  double *p = a;
  // loomp: parallel induction(p) assuming(no-dependence) -- if(step != 0); else all write a[0]
  for (int i = 0; i < n; i++, p += step)
    *p = b[i];
}
void onlySome(int n) {
  double *p = a;
  // loomp: not-parallel -- where i=1 stores depends on whether i=0 stored
  for (int i = 0; i < n; i++)
    if (b[i] > 0)
      *p++ = b[i];
}
struct Node {
  Node *next;
  int value;
};
int list(Node *p, int n) {
  int s = 0;
  // loomp: not-parallel -- each step is known only once the last one is taken
  for (int i = 0; i < n; i++) {
    s += p->value;
    p = p->next;
  }
  return s;
}
