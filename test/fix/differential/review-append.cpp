// RUN: %differential %s --threads=1,3,8 --levels=-O1 --fix-options="--form=scan --cost-model=off"
// An element that is appended is a copy: an assignment in its place must be no other function. And
// directives may choose what is appended, or when.
#include <cstdio>
#include <vector>

struct OfNumber {
  int v;
  OfNumber &operator=(int x) {
    v = 2 * x;
    return *this;
  }
};
struct OfAnything {
  int v;
  template <class T> OfAnything &operator=(T &&x) {
    v = -x.v;
    return *this;
  }
};
struct Inherits : OfNumber {
  using OfNumber::operator=;
};
struct Plain {
  int v, w;
};

static std::vector<OfNumber> ofNumbers(const int *a, int n) {
  std::vector<OfNumber> kept;
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      kept.push_back({a[i]});
  return kept;
}
static std::vector<OfAnything> ofAnything(OfAnything *a, int n) {
  std::vector<OfAnything> kept;
  for (int i = 0; i < n; i++)
    if (a[i].v > 0)
      kept.push_back(a[i]);
  return kept;
}
static std::vector<Inherits> inherited(Inherits *a, int n) {
  std::vector<Inherits> kept;
  for (int i = 0; i < n; i++)
    if (a[i].v > 0)
      kept.push_back(a[i]);
  return kept;
}
static std::vector<Plain> plain(Plain *a, int n) {
  std::vector<Plain> kept;
  for (int i = 0; i < n; i++)
    if (a[i].v > 0)
      kept.push_back(a[i]);
  return kept;
}
static std::vector<int> chosenArgument(const int *a, int n) {
  std::vector<int> kept;
  for (int i = 0; i < n; i++)
    if (a[i] > 1)
      kept.push_back(
#ifndef DOUBLED
          a[i]
#else
          2 * a[i]
#endif
      );
  return kept;
}
static int chosenCondition(const int *__restrict a, int *__restrict kept, int n) {
  int k = 0;
  for (int i = 0; i < n; i++)
    if (a[i] > 1
#ifndef ANY
        && a[i] < 5
#endif
    )
      kept[k++] = a[i];
  return k;
}

int main() {
  const int n = 1000;
  std::vector<int> a(n), kept(n);
  std::vector<OfAnything> b(n);
  std::vector<Inherits> c(n);
  std::vector<Plain> d(n);
  for (int i = 0; i < n; i++) {
    int x = i * 7 % 13 - 4;
    a[i] = b[i].v = c[i].v = d[i].v = x;
    d[i].w = i;
  }
  long sum = 0;
  for (const OfNumber &each : ofNumbers(a.data(), n))
    sum = sum * 3 % 100003 + each.v;
  for (const OfAnything &each : ofAnything(b.data(), n))
    sum = sum * 3 % 100003 + each.v;
  for (const Inherits &each : inherited(c.data(), n))
    sum = sum * 3 % 100003 + each.v;
  for (const Plain &each : plain(d.data(), n))
    sum = sum * 3 % 100003 + each.w;
  for (int each : chosenArgument(a.data(), n))
    sum = sum * 3 % 100003 + each;
  std::printf("%ld %d\n", sum, chosenCondition(a.data(), kept.data(), n));
}
