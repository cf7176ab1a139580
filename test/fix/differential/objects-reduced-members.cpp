// RUN: %differential %s
// Members that are reduced: of this, of objects, through pointers, in templates, static.
#include <cstdio>
#include <memory>
#include <vector>
struct Stats {
  double sum = 1;
  int count = 2;
  double lowest = 1e9;
  std::vector<double> d;
  void accumulate() {
    for (std::size_t i = 0; i < d.size(); i++)
      this->sum += d[i];
  }
};
template <class T> struct Total {
  T total = 0;
  static T all;
  std::vector<T> v;
  void run() {
    for (std::size_t i = 0; i < v.size(); i++)
      total += v[i];
    for (std::size_t i = 0; i < v.size(); i++)
      all += v[i];
  }
};
template <class T> T Total<T>::all = 5;
template <class T> struct Derived : Total<T> {
  void twice() {
    for (std::size_t i = 0; i < this->v.size(); i++)
      this->total += this->v[i];
  }
};
void gather(Stats *s, const std::vector<double> &v, int n) {
  for (int i = 0; i < n; i++)
    s->sum += v[i];
}
// What the sum was so far is stored: serial.
void running(Stats &s, std::vector<double> &v) {
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i];
    v[i] = s.sum;
  }
}
int main() {
  const int n = 20000;
  std::vector<double> v(n);
  for (int i = 0; i < n; i++)
    v[i] = i % 17;
  Stats s;
  for (int i = 0; i < n; i++) {
    s.sum += v[i];
    s.count++;
    if (v[i] - i < s.lowest)
      s.lowest = v[i] - i;
  }
  s.d = v;
  s.accumulate();
  gather(&s, v, n);
  gather(nullptr, v, 0); // never looks at the object
  Derived<double> d;
  d.v = v;
  d.run();
  d.twice();
  running(s, v);
  auto owned = std::make_unique<double[]>(n);
  for (int i = 0; i < n; i++)
    owned[i] = v[i] * 2;
  std::vector<std::unique_ptr<Stats>> many(n);
  for (int i = 0; i < n; i++)
    many[i] = std::make_unique<Stats>();
  for (int i = 0; i < n; i++)
    many[i]->sum += owned[i];
  // Each one takes what its neighbour got before: serial.
  for (int i = 1; i < n; i++)
    many[i]->count = many[i - 1]->count + 1;
  std::printf("%g %d %g %g %g %g %d\n", s.sum, s.count, s.lowest, d.total, Total<double>::all,
              many[n - 1]->sum, many[n - 1]->count);
}
