// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double factor = 1;
  const double &c = factor;
  // loomp: not-parallel -- factor grows behind the const reference: i=1 uses what i=0 left
  for (int i = 0; i < n; i++) {
    a[i] = c;
    const_cast<double &>(c) += 1;
  }
}
