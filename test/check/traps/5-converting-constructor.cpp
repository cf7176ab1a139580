// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int n = 0, a[1000];
struct Length {
  int v;
  Length(int v) : v(v + n++) {}
};
static int value(Length l) { return l.v; }
void f() {
  // loomp: not-parallel -- the argument is converted by a constructor that counts
  for (int i = 0; i < 1000; i++)
    a[i] = value(i);
}
