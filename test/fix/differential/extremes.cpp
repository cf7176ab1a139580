// RUN: %differential %s
// Elements that many iterations lower or raise, each as a whole.
#include <algorithm>
#include <cstdio>
#include <vector>
struct Edge {
  int from, to;
  long length;
};
static void relax(const std::vector<Edge> &edges, const std::vector<long> &distance,
                  std::vector<long> &next) {
  for (const Edge &e : edges)
    next[e.to] = std::min(next[e.to], distance[e.from] + e.length);
}
static void relaxInPlace(const std::vector<Edge> &edges, std::vector<long> &distance) {
  for (const Edge &e : edges)
    distance[e.to] = std::min(distance[e.to], distance[e.from] + e.length);
}
int main() {
  const int n = 20000, nodes = 200;
  std::vector<Edge> edges(n);
  std::vector<long> distance(nodes), next(nodes, 1000000), same(nodes, 1000000);
  std::vector<double> highest(nodes, -1);
  std::vector<float> lowest(nodes, 1e6f);
  std::vector<unsigned char> bytes(nodes);
  std::vector<int> last(nodes), key(n), counts(4);
  for (int i = 0; i < n; i++) {
    edges[i] = {i * 7919 % nodes, i * 104729 % 97 * 2, i * 31 % 1009 + 1};
    key[i] = i * 7919 % 251;
  }
  for (int i = 0; i < nodes; i++)
    distance[i] = same[i] = i * 37 % 101;
  relax(edges, distance, next);
  relaxInPlace(edges, same);
  for (int i = 0; i < n; i++)
    if (highest[edges[i].to] < edges[i].length * 0.5)
      highest[edges[i].to] = edges[i].length * 0.5;
  for (int i = 0; i < n; i++) {
    const float x = static_cast<float>(edges[i].length);
    lowest[edges[i].from] = x < lowest[edges[i].from] ? x : lowest[edges[i].from];
  }
  for (int i = 0; i < n; i++)
    if (i % 3 == 0)
      bytes[edges[i].to] = std::max(bytes[edges[i].to], static_cast<unsigned char>(key[i]));
    else
      bytes[edges[i].to]--;
  for (int i = 0; i < n; i++) {
    if (key[i] > last[edges[i].to]) {
      last[edges[i].to] = key[i];
    }
  }
  // Both a sum and a maximum: no order will do but the serial one.
  std::vector<int> mixed(nodes);
  for (int i = 0; i < n; i++) {
    mixed[edges[i].to] += key[i] % 3 - 1;
    if (mixed[edges[i].to] < key[i] % 5)
      mixed[edges[i].to] = key[i] % 5;
  }
  for (int i = 0; i < n; i++) {
    counts[0] += 1;
    if (key[i] > 100) {
      counts[1] += 1;
      counts[2] += key[i];
    }
  }
  double all = counts[0] + 2 * counts[1] + 3.0 * counts[2];
  for (int i = 0; i < nodes; i++)
    all += (i + 1) * (next[i] + 2 * same[i] + 3 * highest[i] + 4 * lowest[i] + 5 * bytes[i] +
                      6 * last[i] + 7 * mixed[i]);
  std::printf("%.3f\n", all);
}
