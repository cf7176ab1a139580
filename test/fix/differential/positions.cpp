// RUN: %differential %s
// Pointers and iterators as indices, range-based loops with a counter; and what each leaves behind.
#include <array>
#include <cstdio>
#include <deque>
#include <initializer_list>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <valarray>
#include <vector>
template <typename Range> static void show(const char *name, const Range &range, long extra = 0) {
  double sum = 0;
  long k = 1;
  for (const auto &x : range)
    sum += static_cast<double>(x) * static_cast<double>(k++ % 17 + 1);
  std::printf("%s %ld %.17g\n", name, extra, sum);
}
static void iterator(std::vector<long> &v, std::vector<long> &out) {
  auto to = out.begin();
  for (auto it = v.begin(); it != v.end(); ++it)
    *to++ = *it * 3 + (it - v.begin());
}
static void everySecond(std::vector<long> &v) {
  std::size_t k = 5;
  for (auto it = v.begin(); it < v.end(); it += 2)
    *it += static_cast<long>(k++);
}
static void backwards(std::deque<long> &v) {
  long k = 0;
  for (auto it = v.rbegin(); it != v.rend(); ++it)
    *it = k++ * 2;
}
static void keptEnd(std::vector<long> &v) {
  for (auto it = v.begin(), end = v.end(); it != end; ++it)
    *it ^= 5;
}
static long toEnd(long *p, long *end) {
  long *first = p;
  while (p != end) {
    *p = 2 * *p + (p - first);
    ++p;
  }
  return p - first;
}
static long copied(const long *first, const long *last, long *out) {
  long *start = out;
  for (const long *p = first; p != last; ++p)
    *out++ = *p + 1;
  return out - start;
}
static long downwards(long *a, int n) {
  long *p = nullptr;
  for (p = a + n - 1; p >= a; --p)
    *p += 7;
  return p - a;
}
static long before(long *a, int n) {
  long *p = a, *end = a + n;
  for (; p < end; ++p)
    *p -= 3;
  return p - a;
}
static long updateFirst(long *a, int n) {
  long *p = a - 1;
  while (p != a + n - 1) {
    ++p;
    *p ^= 21;
    p[0] += 1;
  }
  return p - a;
}
static long strided(long *a, long *b, int n) {
  for (long *p = a, *q = b; p != a + n; ++p, q += 2)
    *q = *p;
  return b[2];
}
static void upperHalf(std::vector<long> &v) {
  const auto middle = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
  auto upper = middle;
  for (auto it = v.begin(); it != middle; ++it)
    *it += *upper++;
}
static long counter(const std::vector<long> &in, std::vector<long> &out) {
  std::size_t k = 0;
  for (long x : in)
    out[k++] = x * x;
  return static_cast<long>(k);
}
static int counterOfTwo(std::string &text, std::vector<long> &out) {
  int k = 2;
  for (char &c : text) {
    out[static_cast<std::size_t>(k) / 2] = c;
    k += 2;
    c = static_cast<char>(c + k % 3);
  }
  return k;
}
static int counterOfArray(long (&a)[3000], long *out) {
  int k = 0;
  for (const auto &x : a)
    out[k++] = x + 4;
  return k;
}
static void initialized(std::vector<long> &v, long a) {
  for (long twice = 2 * a; long &x : v)
    x += twice;
}
static long views(std::string_view text, std::span<const long> numbers) {
  long sum = 0;
  for (char c : text)
    sum += c;
  for (long x : numbers)
    sum += x;
  for (long x : {3L, 4L, 5L})
    sum += x;
  return sum;
}
static void valarray(std::valarray<long> &v) {
  int k = 0;
  for (long &x : v)
    x += k++;
}
struct Numbers {
  long *data;
  int count;
  long *begin() const { return data; }
  long *end() const { return data + count; }
};
static void own(Numbers numbers) {
  long k = 1;
  for (long &x : numbers)
    x += k++;
}
int main() {
  for (std::size_t n : {0UL, 1UL, 2UL, 3000UL}) {
    std::vector<long> v(n), out(2 * n + 10);
    std::iota(v.begin(), v.end(), 1);
    iterator(v, out), show("iterator", out);
    everySecond(v), show("everySecond", v);
    keptEnd(v), show("keptEnd", v);
    std::deque<long> d(v.begin(), v.end());
    backwards(d), show("backwards", d);
    show("toEnd", v, toEnd(v.data(), v.data() + n));
    show("copied", out, copied(v.data(), v.data() + n, out.data()));
    if (n > 0) {
      show("downwards", v, downwards(v.data(), static_cast<int>(n)));
      show("updateFirst", v, updateFirst(v.data(), static_cast<int>(n)));
    }
    show("before", v, before(v.data(), static_cast<int>(n)));
    show("strided", out, strided(v.data(), out.data(), static_cast<int>(n)));
    upperHalf(v), show("upperHalf", v);
    show("counter", out, counter(v, out));
    std::string text(n, 'a');
    show("counterOfTwo", out, counterOfTwo(text, out));
    show("text", text, views(text, v));
    initialized(v, 3), show("initialized", v);
    std::valarray<long> values(v.data(), n);
    valarray(values), show("valarray", values);
    own({v.data(), static_cast<int>(n)}), show("own", v);
  }
  static long a[3000], b[3000];
  show("counterOfArray", b, counterOfArray(a, b));
}
