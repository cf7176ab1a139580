// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct S {
  double x[100], y[101];
};
void f(S &s) {
  // loomp: parallel -- two members of one object do not overlap
  for (int i = 0; i < 100; i++)
    s.x[i] = s.y[i + 1];
}
