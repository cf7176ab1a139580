// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
union Block {
  int i[100];
  float f[100];
};
union Block u;
void f(void) {
  // loomp: not-parallel -- i=0 reads the bytes of element 1, i=1 writes them as an int
  for (int k = 0; k < 99; k++)
    u.i[k] = (int)u.f[k + 1];
}
