// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct Stats { double sum = 0; int count = 0; double lo = 1e9; double scale = 2; };
struct Wrap { Stats in; };
void e1(Stats &s, const std::vector<double> &v) {
  // loomp: parallel reduction(+:sumLocal,countLocal) reduction(min:loLocal)
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i] * s.scale;
    s.count++;
    if (v[i] < s.lo) s.lo = v[i];
  }
}
void e2(Stats *s, const std::vector<double> &v) {
  // loomp: parallel reduction(+:sumLocal)
  for (std::size_t i = 0; i < v.size(); i++)
    s->sum += v[i];
}
void e3(Stats *s, const double *v, int n) {
  // loomp: parallel reduction(+:sumLocal) assuming(no-alias) -- v may point into the object
  for (int i = 0; i < n; i++)
    s->sum += v[i];
}
void e4(Wrap &w, const std::vector<double> &v) {
  // loomp: parallel reduction(+:sumLocal)
  for (std::size_t i = 0; i < v.size(); i++)
    w.in.sum += v[i];
}
void e5(Stats &s, std::vector<double> &v) {
  // loomp: serial carried-flow-dependence -- v[i] gets the sum so far
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i];
    v[i] = s.sum;
  }
}
void e6(Stats *s, Stats *t, const std::vector<double> &v) {
  // loomp: parallel atomic(+:p->sum) -- two iterations may update one object
  for (std::size_t i = 0; i < v.size(); i++) {
    Stats *p = i % 2 ? s : t;
    p->sum += v[i];
  }
}
void e7(std::vector<Stats> &s, const std::vector<double> &v) {
  // loomp: parallel atomic(+:s) -- iterations i and i+3 update one element
  for (std::size_t i = 0; i < v.size(); i++)
    s[i % 3].sum += v[i];
}
void e8(Stats &s, Stats &t, const std::vector<double> &v) {
  // loomp: parallel reduction(+:sumLocal,sumLocal2) assuming(no-alias) -- s and t may be one object
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i];
    t.sum += 2;
  }
}
void e9(Stats &s, const std::vector<double> &v) {
  // loomp: serial carried-flow-dependence -- u holds the sum so far
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i];
    Stats u = s;
    s.count += (int)u.sum;
  }
}
void add(Stats &s, double x) { s.sum += x; }
void e10(Stats &s, const std::vector<double> &v) {
  // loomp: serial carried-flow-dependence -- the callee updates the sum itself
  for (std::size_t i = 0; i < v.size(); i++) {
    s.sum += v[i];
    add(s, 1);
  }
}
void e11(Stats *s, Stats *t, const std::vector<double> &v) {
  // loomp: parallel induction(s) atomic(+:s->sum) -- from the second iteration on, s is t
  for (std::size_t i = 0; i < v.size(); i++) {
    s->sum += v[i];
    s = t;
  }
}
int e12(const std::vector<double> &v) {
  Stats s;
  if (v.size() > 3)
    // loomp: parallel reduction(+:sumLocal,countLocal)
    for (std::size_t i = 0; i < v.size(); i++)
      s.sum += v[i], s.count += 1;
  return s.count;
}
