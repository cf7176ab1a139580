// RUN: %differential %s
// Values behind loops whose bound the comparison converts, or that is a member.
#pragma GCC diagnostic ignored "-Wsign-compare"
#include <cstddef>
#include <cstdio>
#include <vector>

static long down(std::vector<signed char> &a, int n) {
  long off = 0;
  unsigned j = 0;
  for (j = 2; j < n; ++j) {
    a[j] = static_cast<signed char>(off % 100);
    --off;
  }
  return off * 10 + j;
}

static long wide(std::vector<long> &a, int n) {
  long off = 5;
  for (std::size_t j = 0; j < n; ++j) {
    a[j] = off;
    off += 3;
  }
  return off;
}

static long upTo(std::vector<long> &a, int n) {
  long off = 5;
  for (unsigned j = 1; j <= n; ++j) {
    a[j] = off;
    off += 3;
  }
  return off;
}

static long last(std::vector<long> &a, short n) {
  long at = -1;
  for (unsigned j = 0; j < n; ++j) {
    at = j * 2;
    a[j] = at;
  }
  return at;
}

struct Store {
  long size, last = -1, moved = 7;
  std::vector<int> cells;
  unsigned count;
  explicit Store(long n) : size(n), cells(4000), count(static_cast<unsigned>(n)) {}
  void put(long x, int y) { cells[x] = y; }
  void fill() {
    for (long i = 0; i < int(size); ++i) {
      last = i;
      put(i, int(last + 1) % 100);
    }
  }
  long count_up() {
    long k = 3;
    int i;
    for (i = 0; i < static_cast<int>(this->count); ++i) {
      put(k % 4000, i);
      k += 2;
    }
    return k * 10 + i;
  }
  long shrinks() {
    long k = 3;
    for (long i = 0; i < int(size); ++i) {
      if (i == 5)
        size = 8;
      k += cells[i];
    }
    return k;
  }
};

int main() {
  std::vector<signed char> bytes(4000);
  std::vector<long> numbers(4000);
  for (int n : {0, 1, 2, 3, 3000}) {
    std::printf("%ld %ld %ld %ld\n", down(bytes, n), wide(numbers, n), upTo(numbers, n),
                last(numbers, static_cast<short>(n)));
    Store store(n);
    store.fill();
    std::printf("%ld %ld %ld\n", store.last, store.count_up(), store.shrinks());
    long sum = 0;
    for (int i = 0; i < 4000; ++i)
      sum = (sum * 7 + bytes[i] + numbers[i] + store.cells[i]) % 1000003;
    std::printf("%ld\n", sum);
  }
}
