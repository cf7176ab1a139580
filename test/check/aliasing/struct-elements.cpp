// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
P p[1000];
void f(int n) {
  // loomp: parallel -- x of one element, y of the next: different members
  for (int i = 0; i < n - 1; i++)
    p[i].x = p[i + 1].y;
}
