// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
#include <string>
#include <memory>
#include <utility>
void w1(int *__restrict a, int n) {
  int &&t = 5;
  // loomp: parallel -- a sum of indices
  for (int i = 0; i < n; i++) {
    t += i;
    a[i] = t;
  }
}
struct P { int x; };
void w2(int *__restrict a, int n) {
  P &&t = P{3};
  // loomp: parallel -- a sum of indices
  for (int i = 0; i < n; i++) {
    t.x += i;
    a[i] = t.x;
  }
}
int cnt = 0;
struct Id { int v; Id() : v(cnt++) {} };
void w3(int *__restrict a, int n) {
  // loomp: unknown carried-flow-dependence -- the constructor of the element counts in a global
  for (int i = 0; i < n; i++) {
    std::vector<Id> x(1);
    a[i] = x[0].v;
  }
}
struct Copy { int v = 0; Copy() = default; Copy(const Copy &o) : v(o.v) { ++cnt; } };
void w4(int *__restrict a, int n, const std::vector<Copy> &src) {
  // loomp: unknown carried-flow-dependence -- the copy constructor of each element counts in a global
  for (int i = 0; i < n; i++) {
    std::vector<Copy> x(src);
    a[i] = x[0].v;
  }
}
void w5(std::vector<Copy> &v, const std::vector<Copy> &src) {
  // loomp: unknown bound-not-invariant -- every iteration changes the size, and the copy constructor counts
  for (std::size_t i = 0; i < src.size(); i++)
    v.push_back(src[i]);
}
struct B { int x; int y; };
struct D : B { int z; D &operator=(const D &) = default; };
void w6(B *b, D *d, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    b[i] = d[i];
}
void w7(std::pair<int, Id> *p, int n) {
  // loomp: serial carried-flow-dependence -- the constructor of the second member counts in a global
  for (int i = 0; i < n; i++)
    p[i] = std::pair<int, Id>();
}
int g = 0;
struct Getter { mutable int calls = 0; int v; int get() const { ++calls; return v; } };
void w8(std::vector<int> &a, const Getter &q) {
  // loomp: serial carried-anti-dependence -- get() counts its calls in a mutable member
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = q.get();
}
struct Cache { mutable int last = -1; mutable double val = 0; double *p; double &operator[](int i) { last = i; return p[i]; } };
void w9(Cache &c, int n) {
  // loomp: serial carried-output-dependence -- operator[] notes the last index
  for (int i = 0; i < n; i++)
    c[i] = i;
}
struct Log { ~Log() { ++g; } };
void w10(std::vector<int> &a) {
  // loomp: serial carried-flow-dependence -- the destructor counts in a global
  for (std::size_t i = 0; i < a.size(); i++) {
    Log l;
    a[i] = 1;
  }
}
struct V { double *p; double &operator()(int i) const { return p[i]; } };
void w11(V a, V b, int n) {
  // loomp: parallel assuming(no-alias) -- the two views may show the same data
  for (int i = 1; i < n; i++)
    a(i) = b(i - 1);
}
void w12(std::vector<double> &a) {
  double s = 0;
  auto add = [&s](double v) { s += v; return s; };
  // loomp: serial carried-flow-dependence -- the lambda adds to one variable of the function
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = add(a[i]);
}
void w13(std::vector<double> &a) {
  auto add = [s = 0.0](double v) mutable { s += v; return s; };
  // loomp: serial carried-flow-dependence -- the closure adds to its own copy
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = add(a[i]);
}
struct R { std::vector<int> v; };
void w14(R &r, int n) {
  R &&t = R{};
  t.v.resize(4);
  // loomp: parallel reduction(+:vLocal) -- t.v[1] stays as it is
  for (int i = 0; i < n; i++)
    t.v[0] += i * t.v[1];
  // loomp: serial carried-anti-dependence -- iteration i reads the t.v[0] that iteration i-1 wrote
  for (int i = 0; i < n; i++)
    t.v[0] += i * t.v[0];
}
const std::string &pick(const std::string &s) { return s; }
void w15(std::vector<B> &a, std::vector<B> &b) {
  // loomp: serial carried-anti-dependence -- iteration i moves on what iteration i-1 brought to a[i - 1]
  for (std::size_t i = 1; i < a.size(); i++)
    std::swap(a[i], a[i - 1]);
}
struct Q { int *p; void put(int v) const { *p = v; } };
void w16(const std::vector<Q> &q, int n) {
  // loomp: unknown carried-output-dependence -- two elements may hold the same pointer
  for (int i = 0; i < n; i++)
    q[i].put(i);
}
void w17(std::vector<std::pair<int, int>> &v) {
  // loomp: serial carried-flow-dependence -- x is v[i - 1].first, which iteration i-1 wrote
  for (std::size_t i = 1; i < v.size(); i++) {
    auto &[x, y] = v[i - 1];
    v[i].first = x + 1;
  }
}
void w18(std::vector<std::pair<int, int>> &v, int *a, int n) {
  auto [x, y] = v[0];
  // loomp: serial carried-anti-dependence -- iteration i adds to the x that iteration i-1 left
  for (int i = 0; i < n; i++) {
    x += i;
    a[i] = x;
  }
}
