// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What the block of a 'try' does before anything in it can throw has happened in its handlers.
#include <vector>

long setBefore(std::vector<int> &e, int n) {
  long t = 0;
  // loomp: parallel lastprivate(t)
  for (int i = 0; i < n; ++i)
    try {
      t = i;
      e.at(i + 12) = i;
    } catch (...) {
      t += 1;
    }
  return t;
}

long setBehind(std::vector<int> &e, int n) {
  long t = 0;
  // loomp: not-parallel -- the handler reads what an earlier iteration left
  for (int i = 0; i < n; ++i)
    try {
      e.at(i + 12) = i;
      t = i;
    } catch (...) {
      t += 1;
    }
  return t;
}

long setMaybe(std::vector<int> &e, const int *c, int n) {
  long t = 0;
  // loomp: not-parallel -- t keeps its value where c[i] is no more than 3
  for (int i = 0; i < n; ++i)
    try {
      if (c[i] > 3)
        t = i;
      e.at(i + 12) = i;
    } catch (...) {
      t += 1;
    }
  return t;
}

struct Restore {
  long &place, value;
  ~Restore() { place = value; }
};

long last(std::vector<int> &e, int n, std::vector<long> &z) {
  long t = 0;
  // loomp: parallel lastprivate(t)
  for (int i = 0; i < n; ++i) {
    long w = 0;
    try {
      w = z[i];
      t = w;
      e.at(i + 12) = int(w);
      z[i] = 1;
    } catch (...) {
      z[i] = t;
    }
  }
  return t;
}

double root(double x) noexcept;

double setByCall(std::vector<int> &e, int n) {
  double t = 0;
  // loomp: not-parallel -- the call may do anything, but it does not throw
  for (int i = 0; i < n; ++i)
    try {
      t = root(i);
      e.at(i + 12) = i;
    } catch (...) {
      t += 1;
    }
  return t;
}

long setByDestructor(std::vector<int> &e, int n) {
  long t = 0;
  // loomp: not-parallel -- t is set on the way to the handler only
  for (int i = 0; i < n; ++i)
    try {
      e.at(i + 12) = i;
      Restore restore{t, i};
      e.at(i + 13) = i;
    } catch (...) {
      t += 1;
    }
  return t;
}

long leavesInHandler(std::vector<int> &e, int n, std::vector<long> &z) {
  long buffer[4] = {};
  // loomp: not-parallel -- the last iteration that fills the buffer need not be the last one
  for (int i = 0; i < n; ++i) {
    try {
      e.at(i + 12) = i;
    } catch (...) {
      continue;
    }
    // loomp: parallel
    for (int k = 0; k < 4; ++k)
      buffer[k] = i + k;
    z[i] = buffer[i % 4];
  }
  return buffer[0];
}

long leavesBefore(std::vector<int> &e, const int *c, int n, std::vector<long> &z) {
  long buffer[4] = {};
  // loomp: not-parallel -- the last iteration that fills the buffer need not be the last one
  for (int i = 0; i < n; ++i) {
    try {
      if (c[i] > 4)
        continue;
      e.at(i + 12) = i;
    } catch (...) {
    }
    // loomp: parallel
    for (int k = 0; k < 4; ++k)
      buffer[k] = i + k;
    z[i] = buffer[i % 4];
  }
  return buffer[0];
}
