// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct View {
  double &first;
};
double a[1000];
void f(int n) {
  View v{a[0]};
  // loomp: parallel peeled(first) -- v.first is a[0]: i=0 alone writes it, all others read it
  for (int i = 0; i < n; i++)
    a[i] = v.first + 1;
}
