// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// `it + 1 < v.end()` stops one position early. It forms `it + 1` before the first iteration, which is
// no further than the end: so there is a position in front of the end to compare `it` with.
#include <list>
#include <vector>

// CHECK: for (auto it = (v.begin() + 1); it < v.end() - 1; ++it)
void inner(std::vector<double> &v) {
  // loomp: parallel
  for (auto it = v.begin() + 1; it + 1 < v.end(); ++it)
    *it = 0.5 * (it[0] + 1);
}
// CHECK: for (auto it = v.begin(); it != v.end() - 2; ++it)
void in_steps(std::vector<double> &v, const std::vector<double> &u) {
  // loomp: parallel
  for (auto it = v.begin(); it + 2 != v.end(); ++it)
    *it = 2 * u[0];
}
// clang 22 has no copies of a class object that is declared outside.
// CHECK: for (auto where_i = v.begin(); where_i < v.end() - 1; ++where_i)
// CHECK: where = v.begin() < (v.end() - 1) ? v.end() - 1 : v.begin();
long behind(std::vector<double> &v) {
  auto where = v.begin();
  // loomp: parallel
  for (where = v.begin(); where + 1 < v.end(); ++where)
    *where = 2;
  return where - v.begin();
}
void reads_next(std::vector<double> &v) {
  // loomp: serial carried-anti-dependence -- iteration 0 reads v[1], iteration 1 writes it
  for (auto it = v.begin(); it + 1 < v.end(); ++it)
    *it = it[1] + 1;
}
void writes_next(std::vector<double> &v) {
  // loomp: serial carried-flow-dependence -- iteration 0 writes v[1], iteration 1 reads it
  for (auto it = v.begin(); it + 1 < v.end(); ++it)
    it[1] = it[0] + 1;
}
void grows(std::vector<double> &v) {
  // loomp: not-parallel -- each iteration moves the end
  for (auto it = v.begin(); it + 1 < v.end(); ++it)
    v.push_back(1);
}
void far(std::vector<double> &v, long n) {
  // loomp: not-parallel -- where n is negative, the loop does not stop in front of the end
  for (auto it = v.begin(); it + n < v.end(); ++it)
    *it = 1;
}
void within(std::vector<double> &v, std::vector<double>::iterator last) {
  // loomp: not-parallel -- where last is v.begin(), there is no position in front of it
  for (auto it = v.begin(); it + 1 < last; ++it)
    *it = 1;
}
void by_two(std::vector<double> &v) {
  // loomp: not-parallel -- what 'it + 1' tells of the end in the first test, it need not in the next
  for (auto it = v.begin(); it + 1 < v.end(); it += 2)
    it[1] = 1;
}
