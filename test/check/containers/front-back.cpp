// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// `front` and `back` lead to an element, and keep nothing of the container.
#include <vector>

struct Host {
  long *a;
  void last(long n) {
    // loomp: parallel
    for (long j = 0; j < n; ++j) {
      std::vector<long> out(3);
      out.push_back(j);
      out.back() += 1;
      a[j] = out.front() + out.back();
    }
  }
  void kept(long n) {
    std::vector<long> out(3);
    long *into = nullptr;
    // loomp: not-parallel -- from the second iteration on 'into' leads into 'out'
    for (long j = 0; j < n; ++j) {
      if (into)
        *into += 1;
      a[j] = out.back();
      into = &out.back();
    }
  }
  void bound(long n, std::vector<long *> &heads) {
    std::vector<long> out(3);
    heads[0] = &out.front();
    // loomp: not-parallel -- heads[0] leads to out[0]
    for (long j = 0; j < n; ++j) {
      *heads[0] += 1;
      a[j] = out[0];
    }
  }
  void shared(long n, std::vector<long> &out) {
    // loomp: parallel lastprivate(outLocal) assuming(no-alias) -- every iteration writes the last element
    for (long j = 0; j < n; ++j) {
      out.back() = j;
      a[j] = out.back();
    }
  }
  void throughReference(long n) {
    std::vector<long> out(3);
    long &first = out.front();
    // loomp: not-parallel -- 'first' is out[0]
    for (long j = 0; j < n; ++j) {
      first += j;
      a[j] = out[0];
    }
  }
};
