// RUN: %differential %s
// Containers that live for one iteration, elements with effects, strings, deques, optional values.
#include <array>
#include <cstdio>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <valarray>
#include <vector>
static int made = 0;
struct Counted {
  int v;
  Counted() : v(made++) {}
};
int main() {
  const int n = 5000;
  std::vector<double> a(n);
  std::vector<int> ids(n);
  std::vector<std::string> names(n);
  std::deque<int> d(n);
  std::valarray<double> x(n), y(n);
  std::vector<std::optional<double>> maybe(n);
  std::vector<std::array<int, 4>> quads(n);
  for (int i = 0; i < n; i++) {
    std::vector<double> tmp(10);
    for (int j = 0; j < 10; j++)
      tmp[j] = i * j;
    for (int j = 0; j < 10; j++)
      a[i] += tmp[j];
  }
  for (int i = 0; i < n; i++) {
    std::string t;
    t += "id";
    t += std::to_string(i);
    names[i] = t;
  }
  for (int i = 0; i < n; i++)
    d[i] = i * 3;
  for (int i = 0; i < n; i++)
    x[i] = y[i] + d[i];
  for (int i = 0; i < n; i++)
    if (i % 3 == 0)
      maybe[i] = i * 0.5;
  for (int i = 0; i < n; i++)
    if (maybe[i].has_value())
      a[i] += *maybe[i];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < 4; j++)
      quads[i].at(j) = i + j;
  std::span<double> view(a);
  for (std::size_t i = 0; i < view.size(); i++)
    view[i] += 1;
  // The constructor numbers the elements: serial.
  for (int i = 0; i < n; i++) {
    std::vector<Counted> one(1);
    ids[i] = one[0].v;
  }
  double sum = 0;
  long check = 0;
  for (int i = 0; i < n; i++) {
    sum += a[i] + x[i];
    check += ids[i] * (i % 7) + quads[i][3] + (long)names[i].size();
  }
  std::printf("%.8g %ld\n", sum, check);
}
