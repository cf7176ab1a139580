// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct Stats {
  double sum = 0, sumsq = 0; int count = 0; double tmp = 0; double best = 0;
  std::vector<double> d;
  void acc() {
    // loomp: parallel reduction(+:sum)
    for (std::size_t i = 0; i < d.size(); i++)
      sum += d[i];
  }
  void acc2() {
    // loomp: parallel reduction(+:sumLocal)
    for (std::size_t i = 0; i < d.size(); i++)
      this->sum += d[i];
  }
  void priv() {
    // loomp: parallel lastprivate(tmpLocal) -- a local variable can be made private
    for (std::size_t i = 0; i < d.size(); i++) {
      tmp = d[i] * 2;
      d[i] = tmp + 1;
    }
  }
  void best_() {
    // loomp: parallel reduction(max:best)
    for (std::size_t i = 0; i < d.size(); i++)
      if (d[i] > best) best = d[i];
  }
};
void outside(Stats &s, const std::vector<double> &v) {
  // loomp: parallel reduction(+:sumLocal)
  for (std::size_t i = 0; i < v.size(); i++)
    s.sum += v[i];
}
void local(const std::vector<double> &v) {
  Stats s;
  // loomp: parallel reduction(+:sumLocal,countLocal)
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i];
    s.count++;
  }
}
void ptr(Stats *s, const std::vector<double> &v) {
  // loomp: parallel reduction(+:sumLocal)
  for (std::size_t i = 0; i < v.size(); i++)
    s->sum += v[i];
}
template <class T> struct Acc {
  T total = 0; static T all; std::vector<T> v;
  // loomp: parallel reduction(+:totalLocal)
  void run() { for (std::size_t i = 0; i < v.size(); i++) total += v[i]; }
  // loomp: parallel reduction(+:allLocal)
  void run2() { for (std::size_t i = 0; i < v.size(); i++) all += v[i]; }
};
template <class T> T Acc<T>::all = 0;
template struct Acc<double>;
struct P { double m; };
template <class T> struct Dep : Acc<T> {
  // loomp: parallel reduction(+:totalLocal)
  void go() { for (std::size_t i = 0; i < this->v.size(); i++) this->total += this->v[i]; }
};
template struct Dep<double>;
