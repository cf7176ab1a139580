// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A lambda that is called where it stands, and that captures what it names, may name another
// variable instead.
#include <vector>

void atOnce(std::vector<long> &v, const std::vector<double> &w) {
  long at = 0;
  // loomp: parallel induction(at)
  for (auto &e : w) {
    [&] {
      v[at] = long(e);
      v[at] = v[at] * 2;
    }();
    ++at;
  }
}
void behindUpdate(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: parallel induction(at)
  for (int i = 0; i < n; ++i) {
    at += 2;
    [&] { v[at] = i; }();
  }
}
void nested(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: parallel induction(at)
  for (int i = 0; i < n; ++i) {
    [&] { [&] { v[at] = i; }(); }();
    at += 2;
  }
}
void sameElement(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: serial carried-output-dependence -- i=0 and i=2 write v[0]
  for (int i = 0; i < n; ++i) {
    [&] { v[at % 2] = i; }();
    ++at;
  }
}
void named(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- the name in the capture cannot be replaced
  for (int i = 0; i < n; ++i) {
    [&v, &at, i] { v[at] = i; }();
    ++at;
  }
}
void nestedNamed(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- nor can it in the outer lambda
  for (int i = 0; i < n; ++i) {
    [&v, &at, i] { [&] { v[at] = i; }(); }();
    ++at;
  }
}
void byValue(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- FIXME: parallel: the copy is made at once
  for (int i = 0; i < n; ++i) {
    [&v, at, i] { v[at] = i; }();
    ++at;
  }
}
void inFront(std::vector<long> &v, int n) {
  long at = 0;
  auto set = [&](int i) { v[at] = i; };
  // loomp: not-parallel -- the text of the lambda is not in the loop
  for (int i = 0; i < n; ++i) {
    set(i);
    ++at;
  }
}
void kept(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- a closure with a name may go elsewhere, and run before and behind the update
  for (int i = 0; i < n; ++i) {
    auto set = [&] { v[at] = i; };
    set();
    ++at;
    set();
  }
}
void updatedInLambda(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- FIXME: parallel: the lambda runs once
  for (int i = 0; i < n; ++i) {
    v[at] = i;
    [&] { ++at; }();
  }
}
void neverCalled(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- at stays 0
  for (int i = 0; i < n; ++i) {
    v[at] = i;
    auto move = [&] { ++at; };
  }
}
void generic(std::vector<long> &v, int n) {
  long at = 0;
  // loomp: not-parallel -- FIXME: parallel: the text means the same for any type
  for (int i = 0; i < n; ++i) {
    [&](auto x) { v[at] = x; }(i);
    ++at;
  }
}
