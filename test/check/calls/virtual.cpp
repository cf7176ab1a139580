// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Shape {
  virtual ~Shape() = default;
  virtual double area() { return 0; }
};
double a[1000];
void f(Shape &s, int n) {
  // loomp: not-parallel -- an override elsewhere may count its calls
  for (int i = 0; i < n; i++)
    a[i] = s.area();
}
