// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
P p[1001];
void f(int n) {
  // loomp: not-parallel -- next names p[i+1].x itself: i=0 writes p[1].x, i=1 reads it
  for (int i = 0; i < n; i++) {
    auto &[next, y] = p[i + 1];
    next = p[i].x + y;
  }
}
