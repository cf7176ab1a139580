// RUN: %differential %s
// A bound of 2^64 - 1, or near it, that something else makes smaller: the address behind that many
// elements would be one in front of the array.
#include <cstddef>
#include <cstdio>
static int a[20001], b[20001];
static char text[20002];
__attribute__((noinline)) static void masked(const int *in, int *out, std::size_t n,
                                             std::size_t mask) {
  for (std::size_t i = 0; i < n; i++)
    out[i] = in[i & mask] + 1;
}
__attribute__((noinline)) static void ended(const int *in, int *out, long n, long limit) {
  for (long i = 0; i < n; i++) {
    int t = 0;
    for (long j = i; j < limit; ++j) {
      if (in[j] % 3 == 1)
        break;
      t += in[j] % 5;
    }
    out[i] = t;
  }
}
__attribute__((noinline)) static void lengths(const char *in, char *out, std::size_t n,
                                              std::size_t most) {
  for (std::size_t i = 0; i < n; i++) {
    std::size_t k = 0;
    while (k < most && in[i + k] % 7 != 0)
      ++k;
    out[i] = static_cast<char>(k * 3 + 1);
  }
}
template <class T> static void print(const T *values) {
  unsigned hash = 0;
  for (int i = 0; i < 20001; ++i)
    hash = hash * 31 + values[i];
  std::printf("%u\n", hash);
}
int main() {
  masked(a, a + 1, 20000, ~std::size_t(0));
  print(a);
  masked(a, b, 20000, 1023);
  print(b);
  for (int i = 0; i < 20001; ++i) {
    a[i] = i * 7 % 100 + (i == 20000 ? 1 : 0);
    text[i] = static_cast<char>(i * 11 % 100 + 1);
  }
  ended(a, a + 1, 20000, 1L << 62);
  print(a);
  ended(a, b, 20000, 20000);
  print(b);
  lengths(text, text + 1, 20000, ~std::size_t(0));
  print(text);
}
