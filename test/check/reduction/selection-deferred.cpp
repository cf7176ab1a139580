// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What comes with a minimum, but may exist in the iteration only that wins: it is read behind the
// loop, where the index of that iteration is known.
#include <vector>

long ahead(int n, const long *b) {
  double best = 1000;
  long at = 7, other = 3;
  // loomp: parallel selection(min:best) selection(min:at) selection(min:other)
  for (unsigned i = 1; i < unsigned(n + 1); i += 2)
    if (double(b[i]) < best) {
      best = double(b[i]);
      at = long(i);
      other = b[i + 2];
    }
  return long(best) + at + other;
}
double fromVectors(const std::vector<double> &key, const std::vector<double> &x,
                   const std::vector<int> &index) {
  double best = key[0], found = 0;
  // loomp: parallel selection(max:best) selection(max:found)
  for (std::size_t i = 0; i < key.size(); ++i)
    if (key[i] >= best) {
      best = key[i];
      found = x[index[i]] / 2;
    }
  return best + found;
}
double byMember(const double *key, double *const *rows, int n) {
  double best = 0, found = 0;
  // loomp: parallel selection(max:best) selection(max:found)
  for (int i = 0; i < n; ++i)
    if (best < key[i]) {
      best = key[i];
      found = *rows[i];
    }
  return best + found;
}
double inNest(int n, int m, const double *a, const double *b) {
  double least = 1e9, other = 0;
  // loomp: not-parallel -- not handled: the value is a function of two indices
  for (int i = 0; i < n; i++)
    // loomp: parallel selection(min:least) selection(min:other)
    for (int j = 0; j < m; j++)
      if (a[i * m + j] < least) {
        least = a[i * m + j];
        other = b[i * m + j];
      }
  return other;
}
long assignedTwice(long n, const long *b) {
  long best = 0;
  int at = 0;
  // loomp: parallel selection(min:best) selection(min:at)
  for (long i = n - 1; i >= 0; i--)
    if ((b[i] & 3) < best) {
      at = int(i + 1);
      best = (b[i] & 3);
      at = 3;
    }
  return best + at;
}
long keyAssignedTwice(long n, const long *b) {
  long best = 0, at = 0;
  // loomp: not-parallel -- keeps another value than it compares
  for (long i = 0; i < n; i++)
    if (b[i] < best) {
      best = b[i];
      at = i;
      best = -3;
    }
  return best + at;
}
long deferredTwice(long n, const long *b, const long *c) {
  long best = 0, other = 0;
  // loomp: not-parallel -- not handled: one of two assignments would have to wait
  for (long i = 0; i < n; i++)
    if (b[i] < best) {
      best = b[i];
      other = c[i];
      other = 4;
    }
  return best + other;
}
long writtenInLoop(long n, const long *__restrict b, long *__restrict c) {
  long best = 0, other = 0;
  // loomp: not-parallel -- behind the loop c[i] has its new value
  for (long i = 0; i < n; i++) {
    if (b[i] < best) {
      best = b[i];
      other = c[i];
    }
    if (b[i] < -5)
      c[i] = i;
  }
  return best + other;
}
long writtenByAll(long n, const long *__restrict b, long *__restrict c) {
  long best = 0, other = 0;
  // Each iteration reads c[i] as it was: there is no need to wait.
  // loomp: parallel selection(min:best) selection(min:other)
  for (long i = 0; i < n; i++) {
    if (b[i] < best) {
      best = b[i];
      other = c[i];
    }
    c[i] = i;
  }
  return best + other;
}
long localOfBody(long n, const long *b, const long *c) {
  long best = 0, other = 0;
  // loomp: not-parallel -- not handled: k is a variable of the iteration
  for (long i = 0; i < n; i++) {
    long k = b[i] % 7;
    if (b[i] < best) {
      best = b[i];
      other = c[k];
    }
  }
  return best + other;
}
long typeOfBody(long n, const long *b, const long *c) {
  long best = 0, other = 0;
  // loomp: not-parallel -- not handled: behind the loop there is no type Small
  for (long i = 0; i < n; i++) {
    typedef signed char Small;
    if (b[i] < best) {
      best = b[i];
      other = Small(c[i]);
    }
  }
  return best + other;
}
static long counted = 0;
static long next(long x) { return x + ++counted; }
long countsCalls(long n, const long *b) {
  long best = 0, other = 0;
  // loomp: not-parallel -- how often a new minimum is found is counted
  for (long i = 0; i < n; i++)
    if (b[i] < best) {
      best = b[i];
      other = next(i);
    }
  return best + other;
}
long dependsOnOther(long n, const long *b, const long *c) {
  long best = 0, at = 0, other = 0;
  // loomp: not-parallel -- reads what it keeps
  for (long i = 0; i < n; i++)
    if (b[i] < best) {
      best = b[i];
      at = i;
      other = c[at];
    }
  return best + at + other;
}
long mayBeTarget(long n, const long *b, long &other) {
  long best = 0;
  // loomp: not-parallel -- b[1] may be what is assigned
  for (long i = 0; i < n; i++)
    if (b[i] < best) {
      best = b[i];
      other = b[i + 1];
    }
  return best;
}
long whileLoop(long n, const long *b, const long *c) {
  long best = 0, other = 0, i = 0;
  // loomp: not-parallel -- not handled: the index moves in the body
  while (i < n) {
    long key = b[i];
    ++i;
    if (key < best) {
      best = key;
      other = c[i];
    }
  }
  return best + other;
}
long withoutIndex(long n, const long *b, const long *c) {
  long best = 0, other = 0;
  // loomp: parallel selection(min:best) selection(min:other) -- *c is read if there is a best one
  for (long i = 0; i < n; i++)
    if (b[i] < best) {
      best = b[i];
      other = *c;
    }
  return best + other;
}
