// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 5: effects without a visible call.
int n = 0;
struct Id {
  int v;
  Id() : v(n++) {}
};
int a[100000];
void f() {
  // loomp: not-parallel -- the constructor of i=1 gets the number after that of i=0
  for (int i = 0; i < 100000; i++) {
    Id x;
    a[i] = x.v;
  }
}
