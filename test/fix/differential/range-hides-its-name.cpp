// RUN: %differential %s --expect-rewritten=6
// What a loop goes through may have the name of what it declares: behind the declaration that name
// is another, and no number of an iteration can be told there.

#include <cstdio>
#include <utility>
#include <vector>

struct Tree {
  std::vector<Tree> children;
  int number = 1;
};

void hidden(Tree &t) {
  int k = 0;
  for (auto &t : t.children)
    t.number = k++;
}

void named(Tree &t) {
  int k = 0;
  for (auto &child : t.children)
    child.number += k++;
}

void hiddenElements(std::vector<int> &v) {
  for (int k = 0; auto &v : v)
    v = k++;
}

void namedElements(std::vector<int> &v) {
  for (int k = 0; auto &x : v)
    x += k++;
}

void hiddenArray(const int (&a)[20], int *b) {
  int k = 0;
  for (auto a : a)
    b[k++] = a;
}

void namedArray(const int (&a)[20], int *b) {
  int k = 0;
  for (auto x : a)
    b[k++] += x;
}

void hiddenPairs(const std::vector<std::pair<int, int>> &v, int *b) {
  int k = 0;
  for (auto &&[v, y] : v)
    b[k++] = v + y;
}

void namedPairs(const std::vector<std::pair<int, int>> &v, int *b) {
  int k = 0;
  for (auto &&[x, y] : v)
    b[k++] += x + y;
}

struct Holder {
  std::vector<int> elements;
  void hidden() {
    int k = 0;
    for (auto &elements : elements)
      elements = k++;
  }
  void named() {
    int k = 0;
    for (auto &element : elements)
      element += k++;
  }
};

int main() {
  Tree tree;
  tree.children.resize(50);
  hidden(tree);
  named(tree);
  long hash = 0;
  for (auto &child : tree.children)
    hash = hash * 31 % 1000003 + child.number;
  std::printf("%ld\n", hash);
  std::vector<int> v(40);
  hiddenElements(v);
  namedElements(v);
  int a[20], b[40] = {};
  for (int i = 0; i < 20; i++)
    a[i] = i * 7 % 11;
  hiddenArray(a, b);
  namedArray(a, b);
  std::printf("%d %d %d\n", v[3], v[39], b[19]);
  std::vector<std::pair<int, int>> pairs(20, {3, 4});
  hiddenPairs(pairs, b);
  namedPairs(pairs, b);
  Holder holder{std::vector<int>(30)};
  holder.hidden();
  holder.named();
  std::printf("%d %d %d\n", b[3], holder.elements[5], holder.elements[29]);
}
