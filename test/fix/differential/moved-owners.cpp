// RUN: %differential %s
// Containers that got their storage from others, and pointers that lead there still: each element
// follows from the one before.
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>
using Row = std::vector<int>;
constexpr int Size = 200000;
struct Holder {
  Row row;
};
int handedOver(Row w, int *p, int n) {
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int handedOverPointer(std::unique_ptr<int[]> w, int *p, int n) {
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int handedOverMember(Holder w, int *p, int n) {
  for (int i = 0; i < n; i++)
    p[i + 1] = w.row[i] + 1;
  return w.row[n];
}
int handedOverText(std::string w, char *p, int n) {
  for (int i = 0; i < n; i++)
    p[i + 1] = static_cast<char>(w[i] ^ 1);
  return w[n];
}
int movedPointer(int n) {
  auto u = std::make_unique<int[]>(n + 1);
  int *p = u.get();
  auto w = std::move(u);
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int movedRow(int n) {
  Row u(n + 1);
  int *p = u.data();
  auto w = std::move(u);
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int inserted(int n) {
  Row u(n + 1);
  int *p = u.data();
  std::vector<Row> w;
  w.push_back(std::move(u));
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return w[0][n];
}
int main() {
  {
    Row v(Size + 1);
    int *p = v.data();
    std::printf("%d\n", handedOver(std::move(v), p, Size));
  }
  {
    Row v(Size + 1), w(Size + 1, 7);
    handedOver(w, v.data(), Size);
    std::printf("%d\n", v[Size]);
  }
  {
    auto v = std::make_unique<int[]>(Size + 1);
    int *p = v.get();
    std::printf("%d\n", handedOverPointer(std::move(v), p, Size));
  }
  {
    Holder v{Row(Size + 1)};
    int *p = v.row.data();
    std::printf("%d\n", handedOverMember(std::move(v), p, Size));
  }
  {
    std::string v(Size + 2, 'a');
    char *p = v.data();
    std::printf("%d\n", handedOverText(std::move(v), p, Size + 1));
  }
  std::printf("%d %d %d\n", movedPointer(Size), movedRow(Size), inserted(Size));
}
