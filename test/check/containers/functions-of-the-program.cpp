// The library runs functions of the program where types ask it to: iterators, conversions,
// comparisons, deallocation, swaps.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <valarray>
#include <vector>

static long counter;
struct It {
  using iterator_category = std::input_iterator_tag;
  using value_type = int;
  using difference_type = std::ptrdiff_t;
  using pointer = const int *;
  using reference = int;
  int k;
  int operator*() const { return int(++counter % 100); }
  It &operator++() {
    ++k;
    return *this;
  }
  It operator++(int) {
    It t = *this;
    ++k;
    return t;
  }
  bool operator==(const It &o) const { return k == o.k; }
};
static int next(int) { return int(++counter % 1000); }

long iterators(int n) {
  long s = 0;
  std::vector<int> x(4);
  std::valarray<int> v(4);
  std::istringstream in("text");
  // loomp: not-parallel -- `*` counts
  for (int i = 0; i < n; i++) {
    std::vector<int> t(It{0}, It{3});
    s += t[0];
  }
  // loomp: not-parallel -- `*` counts
  for (int i = 0; i < n; i++) {
    std::vector<int> t;
    t.insert(t.end(), It{0}, It{3});
    s += t[0];
  }
  // loomp: not-parallel -- `*` counts
  for (int i = 0; i < n; i++) {
    std::list<int> t(It{0}, It{3});
    s += t.size();
  }
  // loomp: not-parallel -- what one iteration reads from the stream the next one does not
  for (int i = 0; i < n; i++) {
    std::string t(std::istreambuf_iterator<char>(in), {});
    s += t.size();
  }
  // loomp: not-parallel -- next counts
  for (int i = 0; i < n; i++) {
    std::valarray<int> t = v.apply(next);
    s += t[0];
  }
  auto w = x | std::views::transform(next);
  // loomp: not-parallel -- next counts
  for (int i = 0; i < n; i++) {
    std::vector<int> t(w.begin(), w.end());
    s += t[0];
  }
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::vector<int> t(x.begin(), x.end());
    s += t[0];
  }
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::valarray<int> t = v + v;
    s += t[0];
  }
  return s;
}

struct Node {
  long x;
  Node *next;
  static inline Node *freeList = nullptr;
  static void operator delete(void *p) {
    Node *n = static_cast<Node *>(p);
    n->next = freeList;
    freeList = n;
  }
};
struct Plain {
  long x;
};
struct Foo {
  int x;
};
template <> struct std::default_delete<Foo> {
  void operator()(Foo *p) const {
    ++counter;
    delete p;
  }
};
void owners(std::vector<std::unique_ptr<Node>> &a, std::vector<std::unique_ptr<Plain>> &b,
            std::vector<std::unique_ptr<Foo>> &c, int n) {
  // loomp: not-parallel -- all put themselves into one list
  for (int i = 0; i < n; i++)
    a[i].reset();
  // loomp: parallel
  for (int i = 0; i < n; i++)
    b[i].reset();
  // loomp: not-parallel -- `counter`
  for (int i = 0; i < n; i++)
    c[i].reset();
}

struct Less {
  bool operator()(int a, int b) const {
    ++counter;
    return a < b;
  }
};
void lookups(std::vector<int> &r, const std::map<int, int, std::function<bool(int, int)>> &m,
             const std::set<int, std::reference_wrapper<Less>> &s, const std::set<int> &p,
             const std::unordered_map<int, int, std::function<std::size_t(int)>> &u, int n) {
  // loomp: not-parallel -- what compares may count
  for (int i = 0; i < n; i++)
    r[i] = m.count(i & 7);
  // loomp: not-parallel -- what compares counts
  for (int i = 0; i < n; i++)
    r[i] = s.count(i & 7);
  // loomp: not-parallel -- what hashes may count
  for (int i = 0; i < n; i++)
    r[i] = u.count(i & 7);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    r[i] = p.count(i & 7);
}

struct View {
  operator std::string_view() const {
    ++counter;
    return "b";
  }
};
struct Count {
  operator int() const {
    ++counter;
    return 1;
  }
};
struct Traits : std::char_traits<char> {
  static int compare(const char *a, const char *b, std::size_t n) {
    ++counter;
    return std::char_traits<char>::compare(a, b, n);
  }
};
using Text = std::basic_string<char, Traits>;
void conversions(std::vector<int> &r, const std::string &t, const Text &u, const View &s,
                 std::vector<std::vector<int>> &m, int n) {
  Count c;
  // loomp: not-parallel -- the conversion counts
  for (int i = 0; i < n; i++)
    r[i] = t.find(s);
  // loomp: not-parallel -- the conversion counts
  for (int i = 0; i < n; i++)
    r[i] = t.compare(s);
  // loomp: not-parallel -- the comparison counts
  for (int i = 0; i < n; i++)
    r[i] = u.compare("b");
  // loomp: not-parallel -- the comparison counts
  for (int i = 0; i < n; i++)
    r[i] = u == "b";
  // loomp: not-parallel -- the conversion counts
  for (int i = 0; i < n; i++)
    std::fill_n(m[i].begin(), c, 1);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    r[i] = t.find("b") + t.compare("b") + (t == "b");
}

namespace own {
struct B {
  long v;
};
static long swaps;
void swap(B &a, B &b) {
  ++swaps;
  long t = a.v;
  a.v = b.v;
  b.v = t;
}
} // namespace own
void swapped(std::vector<std::array<own::B, 2>> &a, std::vector<std::array<own::B, 2>> &b,
             std::vector<std::array<long, 2>> &c, int n) {
  // loomp: not-parallel -- `swaps`
  for (int i = 0; i < n; i++)
    std::swap(a[i], b[i]);
  // loomp: parallel
  for (int i = 0; i < n / 2; i++)
    std::swap(c[i], c[n - 1 - i]);
}

// Operators of the program's own, of iterators of the library's.
using Position = std::vector<int>::iterator;
bool operator!=(Position a, Position b) {
  ++counter;
  return !(a == b);
}
Position operator+(Position from, int parts) { return from += parts / 1000; }
void compared(std::vector<int> &v, int n) {
  // loomp: not-parallel -- `counter`
  for (int i = 0; i < n; i++) {
    Position at = v.begin() += i;
    if (at != v.end())
      *at = 2;
  }
  // loomp: parallel atomic(+:v)
  for (int i = 0; i < n; i++)
    *(v.begin() + i) += i;
}
