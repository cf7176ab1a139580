// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int n = 0, a[1000];
struct Id {
  int v = n++;
};
void f() {
  // loomp: not-parallel -- the default member initializer counts
  for (int i = 0; i < 1000; i++)
    a[i] = Id{}.v;
}
