// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
struct Pair {
  int x, y;
  Pair(int x) : x(x), y(-x) {}
  ~Pair() {}
};
void f() {
  // loomp: parallel -- the constructor and destructor touch their own object only
  for (int i = 0; i < 1000; i++) {
    Pair p(i);
    a[i] = p.x * p.y;
  }
}
