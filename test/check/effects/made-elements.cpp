// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What the library runs on elements, out of sight: constructors that it chooses, functions that
// exchange them, destructors of derived classes; what it hands out, and when it throws.
#include <algorithm>
#include <exception>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>
static long cnt;
static int Tb[1000];
static double A[1000];
struct CR {
  int v = 0;
  CR() = default;
  CR(int v) : v(v) { cnt++; }
};
struct Quiet {
  int v = 0, w = 1;
  Quiet() = default;
  Quiet(int v) : v(v) {}
};
struct Rd {
  int v;
  Rd(int k) : v(Tb[k]) {}
};
void a1(std::vector<std::vector<CR>> &v, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++)
    v[i].emplace_back(i);
}
void a2(int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++) {
    std::vector<CR> w;
    w.emplace_back(i);
    A[i] = w[0].v;
  }
}
void a3(std::vector<std::vector<Quiet>> &v, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v[i].emplace_back(i);
}
void a4(std::vector<std::map<int, CR>> &v, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++)
    v[i].emplace(i, i);
}
void a5(std::vector<std::map<int, CR>> &v, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++)
    v[i].try_emplace(i, i);
}
void a6(std::vector<std::vector<CR>> &v, const int *p, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++)
    v[i].assign(p, p + 3);
}
void a7(const int *p, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++) {
    std::vector<CR> w(p, p + 3);
    A[i] = w[0].v;
  }
}
void a8(std::vector<std::vector<std::pair<CR, int>>> &v, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++)
    v[i].emplace_back(i, i);
}
void a9(std::vector<std::vector<Rd>> &v, int n) {
  // loomp: unknown unknown-call -- a constructor that emplace or a range runs
  for (int i = 0; i < n; i++) {
    v[i].emplace_back(i);
    Tb[i + 1] = v[i][0].v + 1;
  }
}
void a10(std::vector<std::vector<double>> &v, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v[i].emplace_back(i);
}
void a11(std::vector<std::vector<double>> &v, const double *p, int n) {
  // loomp: unknown needs-assumption -- only where they do not overlap
  for (int i = 0; i < n; i++)
    v[i].assign(p, p + 3);
}
struct CM {
  int v = 0;
  CM(int v) : v(v) {}
  CM(CM &&o) noexcept : v(o.v) { cnt++; }
  CM &operator=(CM &&o) noexcept {
    v = o.v;
    cnt++;
    return *this;
  }
};
void b1(std::vector<CM> &v, std::vector<CM> &w, int n) {
  // loomp: unknown unknown-call -- exchanged by functions of the class
  for (int i = 0; i < n; i++)
    std::swap(w[i], v[i]);
}
void b2(std::vector<Quiet> &v, std::vector<Quiet> &w, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    std::swap(w[i], v[i]);
}
void b3(std::vector<std::vector<CM>> &v, std::vector<std::vector<CM>> &w, int n) {
  // loomp: unknown needs-assumption -- only where they do not overlap
  for (int i = 0; i < n; i++)
    std::swap(w[i], v[i]);
}
struct VB {
  virtual ~VB() = default;
};
struct VD : VB {
  ~VD() override { cnt++; }
};
struct VF final : VB {
  int x;
};
void c1(std::vector<std::unique_ptr<VB>> &v, int n) {
  // loomp: unknown unknown-call -- a destructor of a derived class
  for (int i = 0; i < n; i++)
    v[i].reset();
}
void c2(std::vector<std::unique_ptr<VB>> &v, int n) {
  // loomp: unknown unknown-call -- a destructor of a derived class
  for (int i = 0; i < n; i++)
    v[i] = nullptr;
}
void c3(int n) {
  // loomp: unknown unknown-call -- a destructor of a derived class
  for (int i = 0; i < n; i++) {
    std::unique_ptr<VB> q(new VD);
  }
}
void c4(std::vector<std::unique_ptr<VF>> &v, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v[i].reset();
}
void c5(std::vector<std::unique_ptr<int>> &v, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v[i].reset();
}
struct Slf {
  std::vector<int> v;
  int *first;
  Slf(int n) : v(n + 1), first(v.data()) {}
};
void d1(int n) {
  std::vector<Slf> s;
  s.emplace_back(n);
  // loomp: unknown needs-assumption -- elements hold addresses
  for (int i = 0; i < n; i++)
    s[0].first[i + 1] = s[0].v[i] + 1;
}
void d2(int n) {
  std::vector<int> v(n + 1);
  std::vector<std::span<int>> s;
  s.emplace_back(v);
  // loomp: unknown needs-assumption -- elements hold addresses
  for (int i = 0; i < n; i++)
    s[0][i + 1] = v[i] + 1;
}
void d3(int n) {
  std::vector<int> v(n + 1);
  std::map<int, std::span<int>> m;
  m.emplace(1, v);
  auto q = m.at(1);
  // loomp: unknown needs-assumption -- elements hold addresses
  for (int i = 0; i < n; i++)
    q[i + 1] = v[i] + 1;
}
using V = std::vector<int>;
struct W {
  V &r;
  W(V &r) : r(r) {}
};
void d4(int n) {
  V v(n + 1);
  std::vector<W> s;
  s.emplace_back(v);
  // loomp: unknown needs-assumption -- elements hold addresses
  for (int i = 0; i < n; i++)
    s[0].r[i + 1] = v[i] + 1;
}
void e1(int n) {
  std::vector<std::vector<int>> g;
  auto &a = g.emplace_back(n + 1);
  int *p = a.data();
  // loomp: unknown carried-flow-dependence -- what emplace returns is an element
  for (int i = 0; i < n; i++)
    p[i + 1] = g[0][i] + 1;
}
void e2(int n) {
  std::map<int, V> m;
  V &a = m.try_emplace(1, n + 1).first->second;
  V &b = m[1];
  // loomp: unknown needs-assumption -- what emplace returns is an element
  for (int i = 0; i < n; i++)
    a[i + 1] = b[i] + 1;
}
void e3(int n) {
  std::vector<std::unique_ptr<V>> s;
  V *raw = s.emplace_back(std::make_unique<V>(n + 1)).get();
  // loomp: unknown carried-flow-dependence -- what emplace returns is an element
  for (int i = 0; i < n; i++)
    (*raw)[i + 1] = (*s[0])[i] + 1;
}
void e4(int n) {
  std::vector<std::string> s(4, std::string(n, 'a'));
  std::string &f = s.emplace_back(n + 1, 'b');
  // loomp: unknown carried-flow-dependence -- what emplace returns is an element
  for (int i = 0; i < n; i++)
    f[i + 1] = s[3][i] ^ 1;
}
int g1(std::vector<std::string> &S, int n) {
  try {
    // loomp: unknown may-throw -- a position behind the end throws
    for (int i = 0; i < n; i++)
      S[i].erase(i / 100);
  } catch (std::exception &) {
    return 1;
  }
  return 0;
}
int g2(std::vector<std::string> &S, const std::string &t, int n) {
  try {
    // loomp: unknown may-throw -- a position behind the end throws
    for (int i = 0; i < n; i++)
      S[i].append(t, i, 1);
  } catch (std::exception &) {
    return 1;
  }
  return 0;
}
int g3(std::vector<std::string> &S, const std::string &t, int n) {
  try {
    // loomp: unknown may-throw -- a position behind the end throws
    for (int i = 0; i < n; i++) {
      std::string u(t, i, 2);
      S[i][0] = u[0];
    }
  } catch (std::exception &) {
    return 1;
  }
  return 0;
}
int g4(std::vector<std::string> &S, int n) {
  try {
    // loomp: parallel
    for (int i = 0; i < n; i++)
      S[i].append(3, 'x');
  } catch (std::exception &) {
    return 1;
  }
  return 0;
}
void g5(std::vector<std::string> &S, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::string t(3, 'x');
    t += S[i];
    S[i] = t;
  }
}
