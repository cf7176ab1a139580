//===- k-means.cpp - points grouped around centres ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Two steps in turn: each point finds the centre nearest to it, and each centre moves to the mean
// of its points. The second is a sum over points into a few elements that the first chose.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

constexpr int clusters = 16;

struct Point {
  double x, y;
};

int nearest(const Point &point, const Point *centres) {
  int best = 0;
  double least = INFINITY;
  for (int k = 0; k < clusters; k++) {
    double dx = point.x - centres[k].x, dy = point.y - centres[k].y;
    double distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}

void assign(const std::vector<Point> &points, const Point *centres, std::vector<int> &cluster) {
  #pragma omp parallel for if(points.size() > 100)
  for (std::size_t i = 0; i < points.size(); i++)
    cluster[i] = nearest(points[i], centres);
}

void update(const std::vector<Point> &points, const std::vector<int> &cluster, Point *centres) {
  double sumX[clusters] = {}, sumY[clusters] = {};
  long members[clusters] = {};
  #pragma omp parallel for reduction(+ : sumX[:16], sumY[:16], members[:16]) \
      if(points.size() > 10000)
  for (std::size_t i = 0; i < points.size(); i++) {
    int k = cluster[i];
    sumX[k] += points[i].x;
    sumY[k] += points[i].y;
    members[k]++;
  }
  for (int k = 0; k < clusters; k++) {
    if (members[k] > 0)
      centres[k] = {sumX[k] / members[k], sumY[k] / members[k]};
  }
}

int main(int argc, char **argv) {
  int count = argc > 1 ? std::atoi(argv[1]) : 2'000'000;
  int rounds = argc > 2 ? std::atoi(argv[2]) : 20;
  std::vector<Point> points(count);
  #pragma omp parallel for if(count > 1000)
  for (int i = 0; i < count; i++)
    points[i] = {i % 4 + 0.3 * std::sin(i * 0.37), i / 4 % 4 + 0.3 * std::cos(i * 0.73)};
  Point centres[clusters];
  for (int k = 0; k < clusters; k++)
    centres[k] = {k % 4 + 0.4, k / 4 + 0.1};

  std::vector<int> cluster(count);
  for (int round = 0; round < rounds; round++) {
    assign(points, centres, cluster);
    update(points, cluster, centres);
  }
  for (const Point &centre : centres)
    std::printf("%.9e %.9e\n", centre.x, centre.y);
}
