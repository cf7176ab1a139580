// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *__restrict a, double *b, int n, bool c) {
  double *p = c ? a : b;
  // loomp: not-parallel -- with c, p is based on a: i=0 reads a[1], i=1 writes it
  for (int i = 0; i < n; i++)
    p[i] = a[i + 1];
}
struct Holder {
  double *kept;
};
void g(double *__restrict a, Holder *h, int n, int k) {
  h[k].kept = a;
  // loomp: parallel assuming(no-alias) -- h[0].kept is a if k is 0, which the check finds
  for (int i = 0; i < n; i++)
    h[0].kept[i] = a[i + 1];
}
void fromMemory(double *__restrict a, const Holder *h, int n) {
  // loomp: parallel -- what stood in memory before is not based on a
  for (int i = 0; i < n; i++)
    a[i] = h->kept[i + 1];
}
