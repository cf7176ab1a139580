// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
double f(const std::vector<std::vector<double>> &m) {
  double s = 0;
  // loomp: parallel reduction(+:s)
  for (std::size_t i = 0; i < m.size(); i++) {
    const auto &row = m[i];
    // loomp: parallel reduction(+:s)
    for (std::size_t j = 0; j < row.size(); j++)
      s += row[j];
  }
  return s;
}
