// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <memory>
#include <vector>
struct Sums {
  long total, last;
};
double a[1000];
void f(std::vector<long> &v, std::vector<long> &other, std::unique_ptr<Sums> owner, const int *b,
       int n) {
  // loomp: parallel reduction(+:vLocal)
  for (int i = 0; i < n; i++)
    v.front() += b[i];
  // loomp: parallel reduction(+:vLocal)
  for (int i = 0; i < n; i++)
    v.back() += b[i];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v.data()[2] += b[i];
  // loomp: parallel reduction(+:totalLocal)
  for (int i = 0; i < n; i++)
    owner->total += b[i];
  // loomp: parallel lastprivate(vLocal)
  for (int i = 0; i < n; i++) {
    v.back() = b[i];
    a[i] = v.back();
  }
  // loomp: not-parallel -- each iteration adds to another last element
  for (int i = 0; i < n; i++) {
    v.back() += b[i];
    v.push_back(1);
  }
  // loomp: not-parallel -- element 0 is the first one
  for (int i = 0; i < n; i++) {
    v.front() += b[i];
    a[i] = v[0];
  }
  // loomp: not-parallel -- the last element is the first one in a vector of one
  for (int i = 0; i < n; i++) {
    v.front() += b[i];
    v.back() ^= b[i];
  }
  // loomp: not-parallel -- owner may hold another object behind some iteration
  for (int i = 0; i < n; i++) {
    owner->total += b[i];
    if (i == 7)
      owner = std::make_unique<Sums>();
  }
  // loomp: parallel assuming(no-alias) -- v and other may be one vector
  for (int i = 0; i < n; i++) {
    v.front() += b[i];
    a[i] = other.back();
  }
}
