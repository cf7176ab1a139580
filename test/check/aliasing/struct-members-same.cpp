// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct S {
  double x[101];
};
void f(S &s) {
  S &t = s;
  // loomp: serial carried-anti-dependence -- t is s: i=0 reads x[1], i=1 writes it
  for (int i = 0; i < 100; i++)
    s.x[i] = t.x[i + 1];
}
