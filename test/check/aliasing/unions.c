// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
// Members of a union overlap, whatever their types.
union Number {
  int n;
  float f;
};
struct Holder {
  union Number u;
  float rest[60];
};

void boundInUnion(struct Holder *h, float *f) {
  // loomp: parallel assuming(no-alias) -- f may be &h->u.f: i=0 writes the bound
  for (int i = 0; i < h->u.n; i++)
    f[i] = 0.0f;
}

void boundInStruct(int *n, float *f) {
  // loomp: parallel
  for (int i = 0; i < *n; i++)
    f[i] = 0.0f;
}

void throughUnion(union Number *u, const int *n, int m) {
  // loomp: parallel assuming(no-alias) -- n may be &u[3].n: i=3 writes what i=4 reads
  for (int i = 0; i < m; i++)
    u[i].f = (float)*n;
}
