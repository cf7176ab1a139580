// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Fields {
  double *x, *y;
  int n;
};
void byReference(Fields &s) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < s.n; i++)
    s.x[i] = s.y[i + 1];
}
void byPointer(Fields *s, int n) {
  // loomp: parallel assuming(no-alias) -- the check asks for s->x only if there is an iteration
  for (int i = 0; i < n; i++)
    s->x[i] = s->y[i + 1];
}
void sometimes(Fields *s, int n, bool c) {
  // loomp: unknown needs-assumption -- a check would follow s, which may be null if c is false
  for (int i = 0; i < n; i++)
    if (c)
      s->x[i] = s->y[i + 1];
}
void same(Fields &s) {
  // loomp: serial carried-anti-dependence -- one array
  for (int i = 0; i < s.n; i++)
    s.x[i] = s.x[i + 1];
}
