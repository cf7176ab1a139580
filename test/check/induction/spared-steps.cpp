// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Steps that stand in memory which the loop leaves alone, or may be checked to. Twins: memory that
// it writes, places that are others in each iteration.
#include <vector>
struct Host {
  std::vector<long> &v;
  long m, step;
  long *all;
  void ofMember() {
    // loomp: parallel -- elements of a vector are no members of an object
    for (long j = 0; j < m; j += step)
      v[j] = j;
  }
  void ofPointer(long *w) {
    // loomp: parallel -- where w does not lead to the members
    for (long j = 0; j < m; j += step)
      w[j] = j;
  }
  void changed(long *w) {
    // loomp: not-parallel -- another step in each iteration
    for (long j = 0; j < m; j += step) {
      w[j] = j;
      step = w[j + 1];
    }
  }
  void changedThere(Host &other) {
    // loomp: parallel -- where the other one is not this one
    for (long j = 0; j < m; j += step) {
      v[j] = j;
      other.step += 2;
    }
  }
  void changedHere() {
    // loomp: not-parallel -- further each time
    for (long j = 0; j < m; j += step) {
      v[j] = j;
      step += 2;
    }
  }
};
void behindPointer(long *w, const long *step, long n) {
  // loomp: parallel
  for (long j = 0; j < n; j += *step)
    w[j] = j;
}
void itself(long *step, long n) {
  // loomp: not-parallel -- the first element is the step
  for (long j = 0; j < n; j += *step)
    step[j] = j;
}
void movingPointer(long *w, const long *step, long n) {
  // loomp: not-parallel -- the next step each time
  for (long j = 0; j < n; j += *step) {
    w[j] = j;
    ++step;
  }
}
void elementOfIndex(long *w, const long *steps, long n) {
  // loomp: not-parallel -- the step of this place
  for (long j = 0; j < n; j += steps[j])
    w[j] = j;
}
long counter(long *w, const long *step, long n) {
  long q = 0;
  // loomp: parallel induction(q)
  for (long j = 0; j < n; ++j) {
    w[j] = q;
    q += *step;
  }
  return q;
}
long counterOfIndex(long *w, const long *steps, long n) {
  long q = 0;
  // loomp: not-parallel -- a prefix sum
  for (long j = 0; j < n; ++j) {
    w[j] = q;
    q += steps[j];
  }
  return q;
}
long counterOfItself(long *w, long n) {
  long q = 0;
  // loomp: not-parallel -- the step is written in the first iteration
  for (long j = 0; j < n; ++j) {
    w[j] = q;
    q += *w;
  }
  return q;
}
void storage(std::vector<long> &v, long *w, long n) {
  // loomp: not-parallel -- the vector grows, and its elements move
  for (long j = 0; j < n; j += v[0]) {
    v.push_back(j);
    w[j] = j;
  }
}
void swapped(long *w, long **step, long n) {
  // loomp: not-parallel -- the step is another one after the first iteration
  for (long j = 0; j < n; j += **step) {
    w[j] = j;
    *step = w;
  }
}
