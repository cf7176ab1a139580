// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What the library calls around the functions of the program: copies, conversions, destructors.
#include <algorithm>
#include <functional>
#include <stdexcept>
#include <vector>
static int count;
static int a[400];
struct Copied {
  int v;
  Copied(int i) : v(i) {}
  Copied(const Copied &other) : v(other.v) { count++; }
};
void caughtByValue(int n) {
  // loomp: unknown unknown-call -- the handler's copy counts
  for (int i = 0; i < n; i++)
    try {
      throw Copied(i);
    } catch (Copied e) {
      a[i] = e.v;
    }
}
struct Destroyed {
  int *p;
  Destroyed(int *q) : p(q) {}
  ~Destroyed() { *p = *p * 2; }
};
void destroyedBehindTheHandler(int n) {
  // loomp: unknown unknown-call -- the destructor doubles count
  for (int i = 0; i < n; i++)
    try {
      throw Destroyed(&count);
    } catch (...) {
      a[i] = 2;
    }
}
struct Quiet : std::runtime_error {
  int v;
  Quiet(int i) : std::runtime_error("quiet"), v(i) {}
};
void quiet(int n) {
  // loomp: parallel -- only the library's own functions
  for (int i = 0; i < n; i++)
    try {
      throw Quiet(i);
    } catch (const std::exception &) {
      a[i] = 2;
    }
}
struct Converted {
  int v;
  Converted(int x) : v(x) { count++; }
  friend bool operator<(const Converted &a, const Converted &b) { return a.v < b.v; }
};
struct Truth {
  int v;
  operator bool() const {
    count++;
    return v;
  }
};
struct Counted {
  int v;
  ~Counted() { count++; }
  bool operator()(int x) const { return x > v; }
};
struct Plain {
  int v;
  bool operator()(int x) const { return x > v; }
};
void parameters(std::vector<int> &v, int *o, int n) {
  // loomp: unknown unknown-call -- each element becomes a Converted
  for (int i = 0; i < n; i++)
    o[i] = std::count_if(v.begin(), v.end(), [](const Converted &w) { return w.v > 3; });
}
void results(std::vector<int> &v, int *o, int n) {
  // loomp: unknown unknown-call -- each Truth counts as it becomes a bool
  for (int i = 0; i < n; i++)
    o[i] = std::count_if(v.begin(), v.end(), [](int w) { return Truth{w}; });
}
void functions(std::vector<int> &v, long *o, int n) {
  // loomp: unknown unknown-call -- copies of the function count as they die
  for (int i = 0; i < n; i++)
    o[i] = std::count_if(v.begin(), v.end(), Counted{i});
  // loomp: parallel -- long and int differ
  for (int i = 0; i < n; i++)
    o[i] = std::count_if(v.begin(), v.end(), Plain{i});
}
void comparisons(std::vector<int> &v, int n) {
  // loomp: unknown unknown-call -- each element becomes a Converted
  for (int i = 0; i < n; i++)
    std::sort(v.begin() + i * 4, v.begin() + i * 4 + 4,
              [](const Converted &a, const Converted &b) { return a.v < b.v; });
  // loomp: unknown unknown-call -- here, too
  for (int i = 0; i < n; i++)
    std::sort(v.begin() + i * 4, v.begin() + i * 4 + 4, std::less<Converted>());
  // loomp: parallel -- integers as they are
  for (int i = 0; i < n; i++)
    std::sort(v.begin() + i * 4, v.begin() + i * 4 + 4, std::greater<>());
  // loomp: parallel -- integers as they are
  for (int i = 0; i < n; i++)
    std::sort(v.begin() + i * 4, v.begin() + i * 4 + 4, std::greater<int>());
}
struct Weight {
  int v;
  operator int() const {
    count++;
    return v;
  }
};
void elements(std::vector<Weight> &v, long *o, int n) {
  // loomp: unknown unknown-call -- each Weight counts as it becomes an int
  for (int i = 0; i < n; i++)
    o[i] = std::count_if(v.begin(), v.end(), [](int w) { return w > 3; });
}
