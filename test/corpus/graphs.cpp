//===- graphs.cpp - traversals, degrees, components and shortest paths ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Graphs as compressed rows, edge lists, matrices and linked nodes. An iteration that pulls from
// its neighbours owns what it writes; one that pushes to them needs atomic updates; one that reads
// what its neighbours may just have written is serial.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace {

/// The edges of vertex v are first[v] ... first[v + 1] - 1.
struct Graph {
  std::vector<int> first, target;

  int size() const { return static_cast<int>(first.size()) - 1; }
};

struct Edge {
  int from, to;
  double weight;
};

constexpr int Cities = 60;
using Distances = std::array<std::array<int, Cities>, Cities>;

struct Node {
  long value;
  std::unique_ptr<Node> next;
};

} // namespace

std::vector<int> outDegrees(const Graph &g) {
  std::vector<int> degree(g.size());
  // truth: parallel
  for (int v = 0; v < g.size(); v++)
    degree[v] = g.first[v + 1] - g.first[v];
  return degree;
}

std::vector<int> inDegrees(const Graph &g) {
  std::vector<int> degree(g.size());
  // truth: parallel -- atomic updates, or an array reduction
  for (std::size_t e = 0; e < g.target.size(); e++)
    degree[g.target[e]]++;
  return degree;
}

// The transposed graph: the edges keep their order, so each one depends on those before.
Graph transpose(const Graph &g) {
  Graph t{std::vector<int>(g.first.size()), std::vector<int>(g.target.size())};
  // truth: parallel -- atomic updates, or an array reduction
  for (int to : g.target)
    t.first[to + 1]++;
  // truth: serial carried-flow-dependence -- v=2 reads first[1], which v=1 wrote
  for (int v = 1; v < static_cast<int>(t.first.size()); v++)
    t.first[v] += t.first[v - 1];
  std::vector<int> place(t.first.begin(), t.first.end() - 1);
  // truth: serial carried-flow-dependence|carried-output-dependence -- v=0 and v=1 with an edge to 5 both move place[5]
  for (int v = 0; v < g.size(); v++)
    // truth: serial carried-flow-dependence|carried-output-dependence -- two edges to 5 both move place[5]
    for (int e = g.first[v]; e < g.first[v + 1]; e++)
      t.target[place[g.target[e]]++] = v;
  return t;
}

// PageRank: pulled over incoming edges, pushed over outgoing ones, and pushed in place.
void pullRanks(const Graph &incoming, const std::vector<double> &share, std::vector<double> &rank) {
  // truth: parallel -- if share and rank are different vectors
  for (int v = 0; v < incoming.size(); v++) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int e = incoming.first[v]; e < incoming.first[v + 1]; e++)
      sum += share[incoming.target[e]];
    rank[v] = 0.15 + 0.85 * sum;
  }
}

void pushRanks(const Graph &outgoing, const std::vector<double> &share, std::vector<double> &rank) {
  // truth: parallel -- atomic updates; if share and rank are different vectors
  for (int v = 0; v < outgoing.size(); v++)
    // truth: parallel -- atomic updates; if share and rank are different vectors
    for (int e = outgoing.first[v]; e < outgoing.first[v + 1]; e++)
      rank[outgoing.target[e]] += 0.85 * share[v];
}

void pushRanksOn(const Graph &outgoing, std::vector<double> &rank) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- rank
  for (int v = 0; v < outgoing.size(); v++) {
    const double share = 0.1 * rank[v];
    // truth: parallel -- atomic updates
    for (int e = outgoing.first[v]; e < outgoing.first[v + 1]; e++)
      rank[outgoing.target[e]] += share;
  }
}

// Breadth first: with a frontier, and level by level into a second array.
std::vector<int> levelsByFrontier(const Graph &g, int start) {
  std::vector<int> level(g.size(), -1), frontier{start}, next;
  level[start] = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form|bound-not-invariant -- depth 2 starts from the frontier of depth 1
  for (int depth = 1; !frontier.empty(); depth++) {
    next.clear();
    // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call -- two vertices may reach the same one and append it
    for (int v : frontier)
      // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call -- two edges may reach the same vertex and append it
      for (int e = g.first[v]; e < g.first[v + 1]; e++)
        if (level[g.target[e]] < 0) {
          level[g.target[e]] = depth;
          next.push_back(g.target[e]);
        }
    frontier.swap(next);
  }
  return level;
}

bool advanceLevel(const Graph &incoming, const std::vector<long> &level, std::vector<long> &next,
                  long depth) {
  bool reached = false;
  // truth: parallel -- reduction(|| : reached); if level and next are different vectors
  for (int v = 0; v < incoming.size(); v++) {
    next[v] = level[v];
    if (level[v] >= 0)
      continue;
    // truth: serial early-exit -- edges after the first hit are not looked at
    for (int e = incoming.first[v]; e < incoming.first[v + 1]; e++)
      if (level[incoming.target[e]] == depth - 1) {
        next[v] = depth;
        reached = true;
        break;
      }
  }
  return reached;
}

// Components: the smallest label among the neighbours, kept apart or in place.
void spreadLabels(const Graph &g, const std::vector<long> &label, std::vector<long> &next) {
  // truth: parallel -- if label and next are different vectors
  for (int v = 0; v < g.size(); v++) {
    long least = label[v];
    // truth: parallel -- reduction(min : least)
    for (int e = g.first[v]; e < g.first[v + 1]; e++)
      least = std::min(least, label[g.target[e]]);
    next[v] = least;
  }
}

void spreadLabelsInPlace(const Graph &g, std::vector<long> &label) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- v=1 may read label[0], which v=0 wrote
  for (int v = 0; v < g.size(); v++) {
    long least = label[v];
    // truth: parallel -- reduction(min : least)
    for (int e = g.first[v]; e < g.first[v + 1]; e++)
      least = std::min(least, label[g.target[e]]);
    label[v] = least;
  }
}

// Parents of parents.
void jump(const int *parent, int *grandparent, int n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|needs-assumption -- grandparent[0] may be the parent[parent[1]]
  for (int v = 0; v < n; v++)
    grandparent[v] = parent[parent[v]];
}

void jumpApart(const std::vector<int> &parent, std::vector<int> &grandparent) {
  // truth: parallel -- if parent and grandparent are different vectors
  for (std::size_t v = 0; v < parent.size(); v++)
    grandparent[v] = parent[parent[v]];
}

void jumpInPlace(std::vector<int> &parent) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- v=1 with parent 0 reads parent[0], which v=0 wrote
  for (std::size_t v = 0; v < parent.size(); v++)
    parent[v] = parent[parent[v]];
}

// Union-find over an edge list.
int countComponents(const std::vector<Edge> &edges, std::vector<int> &root) {
  int components = static_cast<int>(root.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- edge 1 follows the roots that edge 0 joined
  for (const Edge &edge : edges) {
    int a = edge.from, b = edge.to;
    // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- a comes from the step before
    while (root[a] != a)
      a = root[a];
    // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- b comes from the step before
    while (root[b] != b)
      b = root[b];
    if (a != b) {
      root[b] = a;
      components--;
    }
  }
  return components;
}

// All shortest paths. A diagonal below 0 (a negative cycle) changes row and column k on the way.
void shortestPathsPlain(Distances &d) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- k=1 reads the matrix that k=0 wrote
  for (int k = 0; k < Cities; k++)
    // truth: parallel -- index set split at i = k, whose row the other iterations read
    for (int i = 0; i < Cities; i++)
      // truth: parallel -- index set split at j = k, whose column the other iterations read
      for (int j = 0; j < Cities; j++)
        d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
}

void shortestPathsByCopies(Distances &d) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- k=1 reads the matrix that k=0 wrote
  for (int k = 0; k < Cities; k++) {
    const std::array<int, Cities> row = d[k];
    // truth: parallel -- only row i is written
    for (int i = 0; i < Cities; i++) {
      const int leg = d[i][k];
      // truth: parallel -- leg and row are copies
      for (int j = 0; j < Cities; j++)
        d[i][j] = std::min(d[i][j], leg + row[j]);
    }
  }
}

// The pivot moves with the row: row i goes by way of city i + 1 or i - 1.
void detours(Distances &d) {
  // truth: serial carried-flow-dependence -- i=1 reads row 0, which i=0 wrote
  for (int i = 1; i < Cities; i++)
    // truth: parallel -- the last iteration peeled, which writes the d[i][i-1] that the others read
    for (int j = 0; j < i; j++)
      d[i][j] = std::min(d[i][j], d[i][i - 1] + d[i - 1][j]);
}

// One round of relaxation over an edge list, in place and into a copy.
bool relaxInPlace(const std::vector<Edge> &edges, std::vector<double> &distance) {
  bool changed = false;
  // truth: serial carried-flow-dependence|carried-output-dependence|carried-anti-dependence -- edge 1 may start where edge 0 ended
  for (const Edge &edge : edges)
    if (distance[edge.from] + edge.weight < distance[edge.to]) {
      distance[edge.to] = distance[edge.from] + edge.weight;
      changed = true;
    }
  return changed;
}

std::vector<double> relax(const std::vector<Edge> &edges, const std::vector<double> &distance) {
  std::vector<double> next(distance);
  // truth: parallel -- an array reduction (min : next), or atomic updates
  for (std::size_t e = 0; e < edges.size(); e++)
    next[edges[e].to] = std::min(next[edges[e].to], distance[edges[e].from] + edges[e].weight);
  return next;
}

// Triangles u < v < w, with sorted rows.
long countTriangles(const Graph &g) {
  long triangles = 0;
  // truth: parallel -- reduction(+ : triangles)
  for (int u = 0; u < g.size(); u++)
    // truth: parallel -- reduction(+ : triangles)
    for (int e = g.first[u]; e < g.first[u + 1]; e++) {
      const int v = g.target[e];
      int a = e + 1, b = g.first[v];
      // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- a and b come from the step before
      while (a < g.first[u + 1] && b < g.first[v + 1]) {
        if (g.target[a] < g.target[b]) {
          a++;
        } else if (g.target[b] < g.target[a]) {
          b++;
        } else {
          triangles += u < v && v < g.target[a];
          a++;
          b++;
        }
      }
    }
  return triangles;
}

// Matrices: a link one way becomes a link both ways.
void linkBothWays(std::array<std::array<std::uint8_t, 90>, 90> &link) {
  // truth: parallel -- the pair of (i, j) and (j, i) belongs to the larger of the two
  for (int i = 0; i < 90; i++)
    // truth: parallel
    for (int j = 0; j < i; j++)
      link[i][j] = link[j][i] = link[i][j] | link[j][i];
}

void addLinksBack(std::array<std::array<std::uint8_t, 90>, 90> &link) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i=0 writes link[0][1], which i=1 reads
  for (int i = 0; i < 90; i++)
    // truth: parallel -- row i is written, column i is read
    for (int j = 0; j < 90; j++)
      link[i][j] += link[j][i];
}

// The first colour that no earlier neighbour has, and how often each colour occurs.
void colourGreedily(const Graph &g, std::vector<std::uint8_t> &colour) {
  // truth: serial carried-flow-dependence -- v=1 avoids the colour that v=0 got
  for (int v = 0; v < g.size(); v++) {
    std::uint64_t taken = 0;
    // truth: parallel -- reduction(| : taken)
    for (int e = g.first[v]; e < g.first[v + 1]; e++)
      if (g.target[e] < v)
        taken |= std::uint64_t{1} << colour[g.target[e]];
    colour[v] = static_cast<std::uint8_t>(__builtin_ctzll(~taken));
  }
}

long sumList(const Node *head) {
  long sum = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- the second node is found through the first
  for (const Node *node = head; node != nullptr; node = node->next.get())
    sum += node->value;
  return sum;
}

// A ring with chords, and a random multigraph.
static Graph ring(int n) {
  Graph g{corpus::iota<int>(n + 1), corpus::permutation<int>(n, 3)};
  return g;
}

static Graph scatteredGraph(int n, int degree) {
  Graph g{corpus::iota<int>(n + 1), corpus::integers<int>(n * degree, 5, 0, n - 1)};
  std::transform(g.first.begin(), g.first.end(), g.first.begin(),
                 [degree](int v) { return v * degree; });
  return g;
}

int main() {
  Graph g = scatteredGraph(2000, 3), circle = ring(1500);
  Graph back = transpose(g);
  corpus::print("degrees", corpus::sum(outDegrees(g)), corpus::sum(inDegrees(g)));
  corpus::print("transpose", corpus::sum(back.first), corpus::sum(back.target));
  std::vector<double> share(2000, 0.25), rank(2000);
  pullRanks(back, share, rank);
  corpus::print("pullRanks", corpus::sum(rank));
  pushRanks(g, rank, share);
  corpus::print("pushRanks", corpus::sum(share));
  pushRanksOn(circle, share);
  corpus::print("pushRanksOn", corpus::sum(share));
  pullRanks(back, rank, rank);
  corpus::print("pullRanks in place", corpus::sum(rank));

  corpus::print("levelsByFrontier", corpus::sum(levelsByFrontier(g, 7)));
  std::vector<long> level(2000, -1), next(2000);
  level[7] = 0;
  bool reached = advanceLevel(back, level, next, 1);
  reached = advanceLevel(back, next, level, 2) && reached;
  corpus::print("advanceLevel", reached, corpus::sum(level));
  auto label = corpus::permutation<long>(2000, 9);
  spreadLabels(g, label, next);
  corpus::print("spreadLabels", corpus::sum(next));
  spreadLabelsInPlace(g, label);
  corpus::print("spreadLabelsInPlace", corpus::sum(label));

  auto parent = corpus::integers<int>(3000, 11, 0, 2999);
  std::vector<int> grandparent(3000);
  jump(parent.data(), grandparent.data(), 3000);
  corpus::print("jump", corpus::sum(grandparent));
  jumpApart(grandparent, parent);
  corpus::print("jumpApart", corpus::sum(parent));
  jumpInPlace(parent);
  jump(parent.data(), parent.data(), 3000);
  corpus::print("jumpInPlace", corpus::sum(parent));

  std::vector<Edge> edges(4000);
  auto ends = corpus::integers<int>(8000, 13, 0, 2499);
  std::transform(ends.begin(), ends.begin() + 4000, ends.begin() + 4000, edges.begin(),
                 [](int a, int b) { return Edge{a, b, 1.0 + 0.125 * (a % 5)}; });
  auto root = corpus::iota<int>(2500);
  int components = countComponents(edges, root);
  corpus::print("countComponents", components, corpus::sum(root));
  static Distances plain, copies;
  corpus::fill(plain, 15);
  copies = plain;
  std::for_each(plain.begin(), plain.end(), [](auto &row) {
    std::transform(row.begin(), row.end(), row.begin(), [](int x) { return 200 + x; });
  });
  copies = plain;
  plain[3][3] = -1;
  shortestPathsPlain(plain);
  shortestPathsByCopies(copies);
  corpus::print("shortestPaths", corpus::sum(plain), corpus::sum(copies));
  copies[10] = plain[20];
  copies[40].fill(1);
  copies[41].fill(0);
  detours(copies);
  corpus::print("detours", corpus::sum(copies));

  std::vector<double> distance(2500, 1000.0);
  distance[edges[0].from] = 0.0;
  distance = relax(edges, distance);
  corpus::print("relax", corpus::sum(distance));
  bool changed = relaxInPlace(edges, distance);
  corpus::print("relaxInPlace", changed, corpus::sum(distance));

  Graph dense = scatteredGraph(150, 40);
  std::for_each(dense.first.begin(), dense.first.end() - 1, [&dense](int e) {
    std::sort(dense.target.begin() + e, dense.target.begin() + e + 40);
  });
  corpus::print("countTriangles", countTriangles(dense));
  static std::array<std::array<std::uint8_t, 90>, 90> link, links;
  corpus::fill(link, 17);
  links = link;
  linkBothWays(link);
  addLinksBack(links);
  corpus::print("links", corpus::sum(link), corpus::sum(links));
  std::vector<std::uint8_t> colour(2000);
  colourGreedily(g, colour);
  corpus::print("colourGreedily", corpus::sum(colour));
  Node list{3, std::make_unique<Node>(Node{4, std::make_unique<Node>(Node{5, nullptr})})};
  corpus::print("sumList", sumList(&list));
}
