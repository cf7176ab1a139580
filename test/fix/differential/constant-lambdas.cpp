// RUN: %differential %s --expect-rewritten=4
// No directive may stand in a lambda that the compiler calls; the last four it does not call.

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

constexpr auto squares = [] {
  std::array<int, 8> t{};
  for (int i = 0; i < 8; ++i)
    t[i] = i * i;
  return t;
}();

auto sumBelow = [](int n) {
  int s = 0;
  for (int i = 0; i < n; ++i)
    s += i;
  return s;
};
constexpr int three = sumBelow(3);

const int bound = [] {
  int s = 0;
  for (int i = 0; i < 4; ++i)
    s += i;
  return s;
}();
int bounded[bound];

// Not constexpr, but initialized before all that is not a constant.
constinit int early = [] {
  int s = 0;
  for (int i = 0; i < 5; ++i)
    s += i;
  return s;
}();
int alsoEarly = [] {
  int s = 0;
  for (int i = 0; i < 6; ++i)
    s += i;
  return s;
}();

struct Checked {
  static_assert([] {
    int s = 0;
    for (int i = 0; i < 8; ++i)
      s += i;
    return s;
  }() == 28);
  int bits : [] {
    int s = 1;
    for (int i = 0; i < 3; ++i)
      s += i;
    return s;
  }();
};

template <int N> struct Sized {
  int a[N];
};
Sized<[] {
  int s = 1;
  for (int i = 0; i < 4; ++i)
    s += i;
  return s;
}()> sized;

enum Named {
  Seven = [] {
    int s = 1;
    for (int i = 0; i < 4; ++i)
      s += i;
    return s;
  }()
};

int chosen(int x) {
  switch (x) {
  case [] {
    int s = 1;
    for (int i = 0; i < 5; ++i)
      s += i;
    return s;
  }():
    return 1;
  }
  return 2;
}

struct Filled {
  int a[4];
  constexpr Filled() : a{} {
    auto fill = [&] {
      for (int i = 0; i < 4; ++i)
        a[i] = i;
    };
    fill();
  }
};
constexpr Filled filled;

template <class Function> constexpr int atThree(Function function) { return function(3); }
constexpr int applied = atThree([](int n) {
  int s = 0;
  for (int i = 0; i < n; ++i)
    s += 2 * i;
  return s;
});

int made(auto function) {
  constexpr int four = decltype(function){}(4);
  return four;
}

template <class T> T inTemplate() {
  constexpr int k = [] {
    int s = 0;
    for (int i = 0; i < 4; ++i)
      s += 3 * i;
    return s;
  }();
  return k;
}

// Called as the program runs.
int total(const std::vector<int> &v) {
  const int sum = [&] {
    int s = 0;
    for (int x : v)
      s += x;
    return s;
  }();
  return sum;
}

void rows(std::vector<std::vector<int>> &v) {
  std::for_each(v.begin(), v.end(), [](std::vector<int> &row) {
    for (int &x : row)
      x += 3;
  });
}

int shifted(int m) {
  return atThree([m](int n) {
    int s = m;
    for (int i = 0; i < n; ++i)
      s += i;
    return s;
  });
}

void filledWith(int *a, int n) {
  auto fill = [=](int k) {
    for (int i = 0; i < n; ++i)
      a[i] = k;
  };
  std::vector<decltype(fill)> all = {fill};
  all[0](7);
}

int main() {
  std::vector<std::vector<int>> v = {{1, 2, 3}, {4, 5}};
  rows(v);
  int a[9];
  filledWith(a, 9);
  std::printf("%d %d %zu %d %d\n", squares[5], three, sizeof bounded, early, alsoEarly);
  std::printf("%d %d %d %d %zu\n", Seven, chosen(11), filled.a[3], applied, sizeof sized);
  auto tripled = [](int n) {
    int s = 0;
    for (int i = 0; i < n; ++i)
      s += 3;
    return s;
  };
  std::printf("%d %d %d %d %d\n", made(tripled), inTemplate<int>(), total(v[0]), shifted(5), a[8]);
}
