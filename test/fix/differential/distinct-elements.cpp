// A scatter runs in parallel only where a sorted copy of the index array repeats nothing. Each is
// called with such an array, and with one in which the last of several writes must win.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra" --expect-rewritten 7
#include <cstdio>
#include <vector>

struct Cells {
  std::vector<int> place_;
  std::vector<double> value;
};

static void scatter(const std::vector<double> &in, const std::vector<int> &to,
                    std::vector<double> &out) {
  for (std::size_t i = 0; i < to.size(); ++i)
    out[to[i]] = in[i] + 1;
}

static void cool(std::vector<double> &heat, const int *listed, int n) {
  for (int i = 0; i < n; ++i)
    heat[listed[i]] = 0.5 * heat[listed[i]] + i;
}

static void rotate(Cells &cells, int n) {
  for (int i = 0; i < n; i++) {
    double before = cells.value[cells.place_[i]];
    cells.value[cells.place_[i]] = before * 0.25 + i;
  }
}

static void refill(std::vector<int> &__restrict to, std::vector<double> &__restrict out) {
  const int n = static_cast<int>(to.size());
  for (int i = 2; i < n; ++i) {
    out[to[i]] = i + 0.5;
    to[i] = n - 1 - i / 2;
  }
}

static long weigh(const std::vector<double> &v) {
  double sum = 0;
  for (std::size_t i = 0; i < v.size(); ++i)
    sum = 0.9 * sum + v[i];
  return static_cast<long>(sum * 1000);
}

int main() {
  const int n = 1000;
  std::vector<double> in(n), out(n), heat(n);
  std::vector<int> once(n), often(n);
  for (int i = 0; i < n; ++i)
    in[i] = i % 37;
  for (int i = 0; i < n; ++i)
    once[i] = i * 7 % n;
  for (int i = 0; i < n; ++i)
    often[i] = i * 7 % 50;
  scatter(in, once, out);
  std::printf("%ld\n", weigh(out));
  scatter(in, often, out);
  std::printf("%ld\n", weigh(out));
  cool(heat, once.data(), n);
  std::printf("%ld\n", weigh(heat));
  cool(heat, often.data(), n);
  cool(heat, nullptr, 0);
  cool(heat, often.data(), -5);
  std::printf("%ld\n", weigh(heat));
  std::vector<int> replaced = once, two(2);
  for (int round = 0; round < 2; ++round) { // distinct at first, then not
    refill(replaced, out);
    std::printf("%ld %d\n", weigh(out), replaced[77]);
  }
  refill(two, out);
  Cells cells{once, heat};
  rotate(cells, n);
  std::printf("%ld\n", weigh(cells.value));
  cells.place_ = often;
  rotate(cells, n);
  std::printf("%ld\n", weigh(cells.value));
}
