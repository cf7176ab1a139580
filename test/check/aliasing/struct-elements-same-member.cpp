// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
P p[1000];
void f(int n) {
  // loomp: serial carried-anti-dependence -- i=0 reads p[1].x, i=1 writes it
  for (int i = 0; i < n - 1; i++)
    p[i].x = p[i + 1].x;
}
