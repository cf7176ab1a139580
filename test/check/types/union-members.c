// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
union Cell {
  int i;
  float f;
};
union Cell u;
float b[1000];
void f(int n) {
  // loomp: not-parallel -- u.i and u.f are the same bytes: i=1 reads what i=0 wrote
  for (int i = 0; i < n; i++) {
    b[i] = u.f;
    u.i = i;
  }
}
