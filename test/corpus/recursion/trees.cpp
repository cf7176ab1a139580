//===- trees.cpp - recursions over trees that own their subtrees ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// Trees of smart pointers and of vectors of children, read and written: a subtree has one owner, so
// no two calls meet. Also searches by halves for the nearest pair and for a convex hull. Only
// recursive functions have a truth; it says what makes the calls independent. Near twins that must
// stay as they are: refused-trees.cpp.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

struct Node {
  double value = 0.0;
  int visits = 0;
  std::unique_ptr<Node> left, right;
};

// truth: tasks -- reads only
double sum(const Node *t) {
  if (!t)
    return 0.0;
  return t->value + sum(t->left.get()) + sum(t->right.get());
}

// truth: tasks -- reads only
static int occurrences(const std::unique_ptr<Node> &t, double value) {
  if (!t)
    return 0;
  int left = occurrences(t->left, value);
  int right = occurrences(t->right, value);
  return left + right + (t->value == value);
}

// truth: tasks -- a subtree has one owner
void scale(Node &t, double factor) {
  t.value *= factor;
  if (t.left)
    scale(*t.left, factor);
  if (t.right)
    scale(*t.right, factor);
}

// truth: tasks -- two members of each node are written
static void visit(Node *t, int depth) {
  if (!t)
    return;
  t->value += depth;
  ++t->visits;
  visit(t->left.get(), depth + 1);
  visit(t->right.get(), depth + 1);
}

struct Tree {
  double value = 0.0;
  std::vector<Tree> children;
};

// truth: tasks -- reads only, and adds
double total(const Tree &t) {
  double result = t.value;
  for (const Tree &child : t.children)
    result += total(child);
  return result;
}

// truth: tasks -- reads only, and keeps the largest
int height(const Tree &t) {
  int most = 0;
  for (const auto &child : t.children) {
    int each = height(child);
    most = std::max(most, each);
  }
  return most + 1;
}

// truth: tasks -- each child has its own children
void accumulate(Tree &t) {
  for (Tree &child : t.children)
    accumulate(child);
  for (const Tree &child : t.children)
    t.value += 0.5 * child.value;
}

struct Branch {
  long weight = 1;
  std::vector<std::unique_ptr<Branch>> children;
};

// truth: tasks -- reads only, and adds
static long weigh(const Branch &b) {
  long sum = b.weight;
  for (const auto &child : b.children)
    if (child)
      sum += weigh(*child);
  return sum;
}

// truth: tasks -- the numbers are copied into the tasks
static int paths(const std::vector<std::vector<int>> &next, int from) {
  int count = next[from].empty() ? 1 : 0;
  for (int each : next[from])
    count += paths(next, each);
  return count;
}

// Searches by halves.

struct Point {
  double x, y;
};

static double distance(const Point &a, const Point &b) {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

// truth: tasks -- reads only; the strip is a local
double nearest(const Point *p, int n) {
  if (n <= 3) {
    double best = 1e300;
    for (int i = 0; i < n; ++i)
      for (int j = i + 1; j < n; ++j)
        best = std::min(best, distance(p[i], p[j]));
    return best;
  }
  int mid = n / 2;
  double left = nearest(p, mid);
  double right = nearest(p + mid, n - mid);
  double best = std::min(left, right);
  std::vector<Point> strip;
  for (int i = 0; i < n; ++i)
    if ((p[i].x - p[mid].x) * (p[i].x - p[mid].x) < best)
      strip.push_back(p[i]);
  for (std::size_t i = 0; i < strip.size(); ++i)
    for (std::size_t j = i + 1; j < strip.size(); ++j)
      best = std::min(best, distance(strip[i], strip[j]));
  return best;
}

static double side(const Point &o, const Point &a, const Point &b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

// truth: tasks -- each call has the points left of its line, and returns a vector of its own
std::vector<Point> hull(const std::vector<Point> &points, Point a, Point b) {
  std::vector<Point> left;
  double most = 0.0;
  Point far = a;
  for (std::size_t i = 0; i < points.size(); ++i) {
    double distance = side(a, b, points[i]);
    if (distance > 0.0)
      left.push_back(points[i]);
    if (distance > most) {
      most = distance;
      far = points[i];
    }
  }
  if (left.empty())
    return left;
  std::vector<Point> first = hull(left, a, far);
  std::vector<Point> second = hull(left, far, b);
  first.push_back(far);
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// truth: tasks -- four quadrants; if size <= width
static void paint(std::vector<char> &grid, int width, int x, int y, int size, char color) {
  if (size <= 4) {
    for (int j = 0; j < size; ++j)
      for (int i = 0; i < size; ++i)
        if (grid[(y + j) * width + x + i] == '.')
          grid[(y + j) * width + x + i] = color;
    return;
  }
  int h = size / 2;
  paint(grid, width, x, y, h, color);
  paint(grid, width, x + h, y, h, color);
  paint(grid, width, x, y + h, h, color);
  paint(grid, width, x + h, y + h, h, color);
}

// truth: tasks -- each call returns a new subtree
static std::unique_ptr<Node> grow(int depth, unsigned seed) {
  if (depth == 0 || corpus::mix(seed) % 11 == 0)
    return nullptr;
  auto node = std::make_unique<Node>();
  node->value = corpus::mix(seed) % 7;
  node->left = grow(depth - 1, 2 * seed);
  node->right = grow(depth - 1, 2 * seed + 1);
  return node;
}

// truth: serial dependent-calls -- the children stand in a vector in their order
static Tree plant(int depth, unsigned seed) {
  Tree tree{static_cast<double>(corpus::mix(seed) % 100), {}};
  for (unsigned i = 0; depth > 0 && i < corpus::mix(seed + 3) % 5; ++i)
    tree.children.push_back(plant(depth - 1, 5 * seed + i));
  return tree;
}

// truth: serial dependent-calls -- the same
static std::unique_ptr<Branch> sprout(int depth, unsigned seed) {
  if (corpus::mix(seed) % 9 == 0)
    return nullptr;
  auto branch = std::make_unique<Branch>();
  branch->weight = corpus::mix(seed) % 50;
  for (unsigned i = 0; depth > 0 && i < 4; ++i)
    branch->children.push_back(sprout(depth - 1, 4 * seed + i));
  return branch;
}

int main() {
  auto root = grow(9, 1);
  scale(*root, 1.5);
  visit(root.get(), 0);
  corpus::print("sum", sum(root.get()), occurrences(root, 6.0));
  Tree tree = plant(6, 3);
  accumulate(tree);
  corpus::print("total", total(tree), height(tree));
  corpus::print("weigh", weigh(*sprout(4, 5)));
  std::vector<std::vector<int>> next(40);
  for (int i = 0; i < 40; ++i)
    for (int j = i + 1; j < 40 && j < i + 4; ++j)
      if (corpus::mix(static_cast<unsigned>(40 * i + j)) % 3 == 0)
        next[i].push_back(j);
  corpus::print("paths", paths(next, 0));

  const auto xs = corpus::reals<double>(300, 7, 0.0, 100.0);
  const auto ys = corpus::reals<double>(300, 23, 0.0, 100.0);
  std::vector<Point> points;
  for (std::size_t i = 0; i < xs.size(); ++i)
    points.push_back({xs[i], ys[i]});
  std::sort(points.begin(), points.end(),
            [](const Point &a, const Point &b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  corpus::print("nearest", nearest(points.data(), 300));
  auto upper = hull(points, points.front(), points.back());
  double around = 0.0;
  for (const Point &each : upper)
    around += each.x + 3 * each.y;
  corpus::print("hull", upper.size(), around);
  std::vector<char> grid(64 * 64, '.');
  for (std::size_t i = 0; i < grid.size(); i += 3)
    grid[i] = '#';
  paint(grid, 64, 8, 4, 32, 'o');
  paint(grid, 20, 0, 0, 32, 'x');
  corpus::print("paint", corpus::sum(grid));
}
