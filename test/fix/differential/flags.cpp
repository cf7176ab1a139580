// RUN: %differential %s
// What some iterations leave in a variable, and operands that are evaluated more often.
#include <cstdio>
#include <functional>
#include <vector>

static bool isSmall(int x) { return x < 98; }

struct Scan {
  bool found = false;
  int last = -1;
  void run(const std::vector<int> &v, int key) {
    for (std::size_t i = 0; i < v.size(); ++i)
      if (v[i] == key)
        found = true;
  }
};

static int lastOf(const std::vector<int> &v, int key) {
  int at = -1;
  for (int i = 0; i < static_cast<int>(v.size()); ++i)
    if (v[i] == key)
      at = i;
  return at;
}

static int firstFromBehind(const std::vector<int> &v, int key) {
  int at = static_cast<int>(v.size());
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; --i)
    if (v[i] == key)
      at = i;
  return at;
}

static long split(const std::vector<int> &v) {
  long up = 0, down = 0;
  for (int x : v)
    (x > 50 ? up : down) += x;
  return up * 1000 - down;
}

static int bestOfSome(const std::vector<int> &v, const std::vector<int> &w, int bound) {
  int best = -5;
  for (std::size_t i = 0; i < v.size() && i < 100000; ++i)
    best = best < v[i] ? v[i] : best;
  int some = -5;
  for (int i = 0; i < static_cast<int>(v.size()); ++i)
    if (w[i] < bound && v[i] - w[i] > some)
      some = v[i] - w[i];
  return best * 1000 + some;
}

static bool all(const std::vector<int> &v) {
  bool ok = true;
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && isSmall(v[i]);
  return ok;
}

static double inLambda(const std::vector<int> &v) {
  double sum = 0.0;
  for (int x : v) {
    auto add = [&](double y) { sum += y * y; };
    add(x);
  }
  return sum;
}

static int readByClosure(const std::vector<int> &v, std::vector<int> &out) {
  int last = 0;
  std::function<int()> get;
  auto closure = [&last] { return last; };
  for (std::size_t i = 0; i < v.size(); ++i) {
    last = v[i] + 1;
    out[i] = last * 2;
  }
  get = closure;
  return get();
}

static int anyOrBefore(const std::vector<int> &v, int f, int key) {
  for (std::size_t i = 0; i < v.size(); ++i)
    f = v[i] == key || f;
  return f;
}

int main() {
  for (int n : {0, 1, 2, 7, 5000}) {
    std::vector<int> v(n), w(n), out(n);
    for (int i = 0; i < n; ++i)
      v[i] = (i * 37 + 11) % 97, w[i] = (i * 53) % 101;
    for (int key : {11, 48, 96, 200}) {
      Scan scan;
      scan.run(v, key);
      std::printf("%d %d %d %d\n", scan.found, lastOf(v, key), firstFromBehind(v, key),
                  bestOfSome(v, w, key));
    }
    for (int f : {0, 1, 5})
      std::printf("%d ", anyOrBefore(v, f, 11) * 10 + anyOrBefore(v, f, 200));
    std::printf("%ld %d %.0f %d\n", split(v), all(v), inLambda(v), readByClosure(v, out));
  }
}
