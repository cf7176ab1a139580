// RUN: %differential %s
#include <cstddef>
#include <cstdio>
#include <vector>
int main() {
  std::vector<unsigned> v(5000), w(5000);
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = static_cast<unsigned>(i * i);
  for (std::size_t i = 0; i < v.size(); i++)
    w[v.size() - 1 - i] = v[i];
  for (unsigned i = 0; i < v.size() / 2; i++) {
    unsigned t = w[i];
    w[i] = w[w.size() - 1 - i];
    w[w.size() - 1 - i] = t;
  }
  for (std::size_t i = v.size(); i-- > 0;)
    v[i] += i > 0 ? v[i - 1] : 0;
  unsigned s = 0;
  for (std::size_t i = 0; i < w.size(); i += 3)
    s += w[i] * 7 + v[i];
  std::printf("%u\n", s);
}
