// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Objects that are made of a variable may keep its address, whatever makes them: then the variable
// is written by its name and read by another.
#include <functional>
#include <map>
#include <tuple>
#include <vector>
static double A[1000];
struct Reference {
  int &r;
};
struct Nested {
  Reference inner;
  int z;
};
struct Keeper {
  int &r;
  Keeper(int &x) : r(x) {}
};
struct Point {
  int a, b;
  Point(int x, int y) : a(x), b(y) {}
};

void parentheses(int n) {
  int x = 5;
  Reference r(x);
  // loomp: unknown needs-assumption -- r.r is x
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = r.r;
  }
}
void inside(int n) {
  int x = 5;
  Nested outer({Reference(x), 3});
  // loomp: unknown needs-assumption -- outer.inner.r is x
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = outer.inner.r;
  }
}
void wrapped(int n) {
  int x = 5;
  std::vector<std::reference_wrapper<int>> v;
  v.emplace_back(x);
  // loomp: unknown needs-assumption -- v[0] is x
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = v[0];
  }
}
void emplaced(int n) {
  int x = 5;
  std::vector<Keeper> v;
  v.emplace_back(x);
  // loomp: unknown needs-assumption -- v[0].r is x
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = v[0].r;
  }
}
void mapped(int n) {
  int x = 5;
  std::map<int, std::reference_wrapper<int>> m;
  m.emplace(1, x);
  auto &first = m.at(1);
  // loomp: unknown needs-assumption -- m[1] is x
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = first;
  }
}
void tied(int n) {
  int x = 5;
  std::vector<std::tuple<int &>> v;
  v.emplace_back(x);
  // loomp: unknown needs-assumption -- v[0] holds x
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = std::get<0>(v[0]);
  }
}

// Elements that hold numbers alone keep nothing.
void numbers(int n) {
  int x = 5;
  std::vector<int> v;
  v.emplace_back(x);
  // loomp: parallel private(x)
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = v[0] + x;
  }
}
void points(int n) {
  int x = 5;
  std::vector<Point> v;
  v.emplace_back(x, x);
  // loomp: parallel private(x)
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = v[0].a + x;
  }
}
void keys(int n) {
  int x = 5;
  std::map<int, double> m;
  m.emplace(x, 3);
  m[x] = 2;
  // loomp: parallel private(x)
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = x;
  }
}
