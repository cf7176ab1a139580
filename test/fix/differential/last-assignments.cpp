// RUN: %differential %s
// What the last iteration leaves that assigns a variable; places that calls hand out.
#include <cstdio>
#include <vector>

static int together(const std::vector<int> &a, int limit) {
  int where = 100000, value = -5;
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i)
    if (a[i] > limit) {
      where = i;
      value = a[i];
    }
  return where * 10 + value;
}

static int apart(const std::vector<int> &a) {
  int where = 100000, value = -5;
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i)
    if (a[i] > 3) {
      where = n - i;
      if (a[i] == 6)
        continue;
      value = a[i];
    }
  return where * 10 + value;
}

static int downwards(const std::vector<int> &a, int key) {
  int pos = -1;
  for (int i = static_cast<int>(a.size()) - 1; i >= 0; i -= 3)
    if (a[i] == key)
      pos = i;
  return pos;
}

static int chosen(const std::vector<int> &a, int key) {
  int pos = 1 << 20;
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i)
    pos = a[i] == key ? i : pos;
  for (int i = 0; i < n; ++i)
    pos = a[i] != key - 1 ? pos : n - i;
  return pos;
}

static int kept(const std::vector<int> &a, int key, int pos) {
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i)
    if (a[i] == key)
      pos = n - i;
    else if (a[i] == key + 1)
      pos = i > 40 ? pos : 2 * i;
  return pos;
}

static long readBehind(const std::vector<int> &a, std::vector<long> &b, int last) {
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i)
    if (a[i] > 5) {
      last = a[i] * i;
      if (last > 500)
        last -= 500;
      b[i] = last;
    }
  return last;
}

static int nested(const std::vector<int> &a, int m) {
  int last = 5, count = static_cast<int>(a.size()) / m;
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < m; ++j)
      if (a[i * m + j] == 3)
        last = j - i;
  return last;
}

static int overElements(const std::vector<int> &v) {
  int last = 5, other = 0;
  for (int each : v) {
    if (each % 3 == 0)
      last = each, other = each + 1;
    else if (each == 4)
      other = 77;
  }
  return last * 1000 + other;
}

static int inSwitch(const std::vector<int> &a, int state) {
  std::size_t i = 0;
  while (i < a.size()) {
    switch (a[i]) {
    case 1:
      state = 4;
      break;
    case 2:
      state = 9;
      break;
    default:
      break;
    }
    i++;
  }
  return state;
}

static int setAndReset(const std::vector<int> &a) {
  bool on = false;
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; i++) {
    if (a[i] < 2)
      on = true;
    if (a[i] > 5)
      on = false;
  }
  return on;
}

static long &state() {
  static long value = 7;
  return value;
}
static void onState(const std::vector<int> &a) {
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i) {
    state() += a[i];
    state() = state() + 2;
  }
}

class Meter {
public:
  long &total() { return sum; }
  void run(const std::vector<int> &a) {
    const int n = static_cast<int>(a.size());
    for (int i = 0; i < n; ++i) {
      total() += a[i];
      sum++;
    }
  }

private:
  long sum = 0;
};

static void add(long &to, long value) { to += value; }
template <typename T> static void raise(T &to, T value) {
  if (value > to)
    to = value;
}
static long byHelper(const std::vector<int> &a) {
  long sum = 3;
  int most = -1;
  const int n = static_cast<int>(a.size());
  for (int i = 0; i < n; ++i) {
    add(sum, a[i]);
    raise(most, a[i]);
  }
  return sum * 100 + most;
}

int main() {
  for (int n : {0, 1, 3, 1000, 4096}) {
    std::vector<int> a(n);
    unsigned seed = 5U + n;
    for (int &each : a) {
      seed = seed * 1103515245U + 12345U;
      each = static_cast<int>(seed / 65536U % 7U);
    }
    std::vector<long> b(n);
    for (int key = 0; key < 8; ++key)
      std::printf("%d %d %d %d\n", together(a, key), downwards(a, key), chosen(a, key),
                  kept(a, key, -9));
    std::printf("%d %ld %d %d %d %d %ld\n", apart(a), readBehind(a, b, -4), nested(a, 4),
                overElements(a), inSwitch(a, 0), setAndReset(a), byHelper(a));
    long check = 0;
    for (int i = 0; i < n; ++i)
      check = check * 31 % 1000003 + b[i];
    onState(a);
    Meter meter;
    meter.run(a);
    std::printf("%ld %ld %ld\n", check, state(), meter.total());
  }
}
