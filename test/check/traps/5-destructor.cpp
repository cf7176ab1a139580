// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int alive = 10, a[1000];
struct Guard {
  int v = 1;
  ~Guard() { alive--; }
};
void f() {
  // loomp: not-parallel -- the destructor of i=0 changes what i=1 stores
  for (int i = 0; i < 1000; i++) {
    Guard g;
    a[i] = alive + g.v;
  }
}
