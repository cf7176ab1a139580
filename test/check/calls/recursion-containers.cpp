// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Recursive functions that read containers and smart pointers on their way.
#include <cstddef>
#include <memory>
#include <vector>

struct Tree {
  std::unique_ptr<Tree> left, right;
  int value = 0;
  std::vector<int> kids;
};

static long weight(const Tree *t) {
  return t == nullptr ? 0 : t->value + weight(t->left.get()) + weight(t->right.get());
}

static long leftmost(const Tree &t) { return t.left ? leftmost(*t.left) : t.value; }

static long kidsOf(const Tree *t) {
  long sum = 0;
  if (!t)
    return 0;
  // loomp: parallel reduction(+:sum)
  for (std::size_t i = 0; i < t->kids.size(); ++i)
    sum += t->kids[i];
  return sum + kidsOf(t->left.get());
}

long weights(const std::vector<Tree *> &roots) {
  long total = 0;
  // loomp: parallel reduction(+:total)
  for (const Tree *root : roots)
    total += weight(root);
  return total;
}

long ends(const std::vector<Tree *> &roots) {
  long total = 0;
  // loomp: parallel reduction(+:total)
  for (const Tree *root : roots)
    total += leftmost(*root);
  return total;
}

long kids(const std::vector<Tree *> &roots) {
  long total = 0;
  // loomp: parallel reduction(+:total)
  for (std::size_t i = 0; i < roots.size(); ++i)
    total += kidsOf(roots[i]);
  return total;
}

void valueWritten(const std::vector<Tree *> &roots) {
  // loomp: not-parallel -- roots[0] may be the left child of roots[1], which reads its value
  for (Tree *root : roots)
    root->value = static_cast<int>(weight(root));
}

void childGone(const std::vector<Tree *> &roots, std::vector<long> &out) {
  // loomp: not-parallel -- roots[1] may be roots[0], which has lost its left child
  for (std::size_t i = 0; i < 4; ++i) {
    out[i] = weight(roots[i]);
    roots[i]->left.reset();
  }
}

void kidAdded(const std::vector<Tree *> &roots, std::vector<long> &out) {
  // loomp: not-parallel -- roots[1] may be roots[0], which has one kid more
  for (std::size_t i = 0; i < 4; ++i) {
    out[i] = kidsOf(roots[i]);
    roots[i]->kids.push_back(1);
  }
}

void kidChanged(const std::vector<Tree *> &roots, std::vector<long> &out) {
  // loomp: not-parallel -- roots[1] may be roots[0], whose first kid has grown
  for (std::size_t i = 0; i < 4; ++i) {
    out[i] = kidsOf(roots[i]);
    roots[i]->kids[0]++;
  }
}

static int counted(const int &value, int depth) {
  return depth == 0 ? value : counted(value, depth - 1);
}

static int g[100];

void readsWhatItWrites() {
  // loomp: not-parallel -- i=1 reads g[0], which i=0 has written
  for (int i = 0; i < 100; i++)
    g[i] = counted(g[0], 3);
}

void readsLocal(int n) {
  int x = 0, a[100];
  // loomp: not-parallel -- i=1 reads the x that i=0 has left
  for (int i = 0; i < 100; i++) {
    a[i] = counted(x, 3);
    x = i;
  }
  g[0] = a[n];
}

void readsOther(double *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = counted(g[1], 3);
}
