#include <utility>
static int a[100];
template <int K> int chosen(int n, int *p) {
  for (int i = 0; i < n; i++) {
    if constexpr (K > 2)
      p[0] += a[i];
    else
      p[0] += a[i] * 2;
  }
  return p[0];
}
int closures(int n, int *p) {
  auto go = [&](auto tag) {
    for (int i = 0; i < n; i++) {
      if constexpr (sizeof(tag) > 4) {
        p[0] += a[i];
      } else {
        p[0] += 2 * a[i];
      }
    }
  };
  go(1);
  go(1L);
  return p[0];
}
template <class T> T bindings(int n, T *b) {
  std::pair<T, T> both{1, 2};
  auto &[one, two] = both;
  for (int i = 0; i < n; i++) {
    if constexpr (sizeof(T) > 4)
      b[i] = one;
    else
      b[i] = two;
  }
  return one;
}
int main() {
  int x = 0;
  static int b[100];
  return chosen<1>(100, &x) + chosen<3>(100, &x) + closures(100, &x) + bindings(100, b);
}
