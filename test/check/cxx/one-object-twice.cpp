// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Field {
  double a[101];
};
void f(Field &x) {
  Field *y = &x;
  // loomp: serial carried-anti-dependence -- y->a is x.a
  for (int i = 0; i < 100; i++)
    x.a[i] = y->a[i + 1];
}
