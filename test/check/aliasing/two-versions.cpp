// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct Totals {
  double sum = 0, scale = 2;
  double *data = nullptr;
  std::vector<double> kept;
  void add(int n) {
    // loomp: parallel reduction(+:sum) assuming(no-alias) -- data may lead to sum
    for (int i = 0; i < n; i++)
      sum += data[i];
  }
  void addKept(int n) {
    // loomp: parallel reduction(+:sum) -- a vector owns its elements
    for (int i = 0; i < n; i++)
      sum += kept[i];
  }
  void scaleAll(int n) {
    // loomp: parallel assuming(no-alias) -- data may lead to scale
    for (int i = 0; i < n; i++)
      data[i] *= scale;
  }
  void copy(double *out, int n) {
    // loomp: parallel assuming(no-alias)
    for (int i = 0; i < n; i++)
      out[i] = kept[i + 1];
  }
};
void use(Totals &t, double *p) {
  t.add(9);
  t.addKept(9);
  t.scaleAll(9);
  t.copy(p, 9);
}
void gathered(double &s, const double *a, const int *index, int n) {
  // loomp: unknown needs-assumption -- which elements are read is not known before
  for (int i = 0; i < n; i++)
    s += a[index[i]];
}
