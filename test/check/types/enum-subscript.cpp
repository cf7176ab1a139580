// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
enum Color { Red, Green, Blue };
int h[3];
void f(const Color *c, int n) {
  // loomp: parallel assuming(no-dependence, no-alias) -- c[0] == c[1] is possible: it is checked
  for (int i = 0; i < n; i++)
    h[c[i]] = i;
}
