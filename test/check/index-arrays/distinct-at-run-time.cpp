// Scatters under a check that the index array repeats nothing, and scatters that no such check helps.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void scatter(const std::vector<int> &to, std::vector<double> &out) {
  // loomp: parallel assuming(no-dependence)
  for (std::size_t i = 0; i < to.size(); ++i)
    out[to[i]] = i;
}
void moved(const int *to, std::vector<double> &out, int n) {
  // loomp: parallel assuming(no-dependence)
  for (int i = 0; i < n; ++i)
    out[to[i] + 3] = out[to[i] + 3] / 2 + i;
}
void neighbours(const int *to, std::vector<double> &out, int n) {
  // loomp: not-parallel -- to = {1, 0}: i=0 reads out[0] before i=1 writes it
  for (int i = 0; i < n; ++i)
    out[to[i]] = out[i] + 1;
}
void nextOne(const int *to, std::vector<double> &out, int n) {
  // loomp: not-parallel -- i=0 reads out[to[1]], which i=1 writes
  for (int i = 0; i + 1 < n; ++i)
    out[to[i]] = out[to[i + 1]] + 1;
}
void halved(const int *to, std::vector<double> &out, int n) {
  // loomp: not-parallel -- 2 and 3 are different, but their halves are not
  for (int i = 0; i < n; ++i)
    out[to[i] / 2] = i;
}
void twice(const int *to, std::vector<double> &out, int n) {
  // loomp: not-parallel -- i=0 and i=1 read one element
  for (int i = 0; i < n; ++i)
    out[to[i / 2]] = i;
}
void changed(int *to, std::vector<double> &out, int n) {
  // loomp: not-parallel -- the loop changes elements that it has not read
  for (int i = 0; i + 1 < n; ++i) {
    out[to[i]] = i;
    to[i + 1] = to[i];
  }
}
void guarded(const int *to, const bool *listed, std::vector<double> &out, int n) {
  // loomp: not-parallel -- to[i] need not exist where it is not listed, so that nothing may read it
  for (int i = 0; i < n; ++i)
    if (listed[i])
      out[to[i]] = i;
}
void guardedContainer(const std::vector<int> &to, const bool *listed, std::vector<double> &out) {
  // loomp: parallel assuming(no-dependence) -- all elements of 'to' exist
  for (std::size_t i = 0; i < to.size(); ++i)
    if (listed[i])
      out[to[i]] = i;
}
void fixedOne(const int *to, std::vector<double> &out, int n) {
  int first = to[0];
  // loomp: not-parallel -- i=0 writes what all others read
  for (int i = 0; i < n; ++i)
    out[to[i]] = out[first] + 1;
}
void twoArrays(const int *to, const int *from, std::vector<double> &out, int n) {
  // loomp: not-parallel -- an element of 'to' may be one of 'from'
  for (int i = 0; i < n; ++i)
    out[to[i]] = out[from[i]] + 1;
}
void replaced(int *__restrict to, double *__restrict out, int n) {
  // loomp: parallel assuming(no-dependence) -- each is read before it is written
  for (int i = 0; i < n; ++i) {
    out[to[i]] = i;
    to[i] = i;
  }
}
void fromThird(int *__restrict to, double *__restrict out, int n) {
  // loomp: parallel assuming(no-dependence) -- only elements from number 2 on are read
  for (int i = 2; i < n; ++i) {
    out[to[i]] = i;
    to[i] = n - i;
  }
}
void maybeReplaced(int *__restrict to, double *__restrict out, int n, const bool *b) {
  // loomp: parallel assuming(no-dependence)
  for (int i = 0; i < n; ++i) {
    out[to[i]] = i;
    if (b[i])
      to[i] = 7;
  }
}
void writtenBefore(int *__restrict to, double *__restrict out, int n, const bool *b) {
  // loomp: not-parallel -- two i may write 7 to 'to' and then both out[7]
  for (int i = 0; i < n; ++i) {
    if (b[i])
      to[i] = 7;
    out[to[i]] = i;
  }
}
void readAgain(int *__restrict to, double *__restrict out, int n, const int *b) {
  // loomp: not-parallel -- the second subscript is what b holds, which may repeat
  for (int i = 0; i < n; ++i) {
    out[to[i]] = i;
    to[i] = b[i];
    out[to[i]] = i + 1;
  }
}
void inInnerLoop(int *__restrict to, double *__restrict out, int n, const int *b) {
  // loomp: not-parallel -- j=1 reads what j=0 wrote, which may repeat
  for (int i = 0; i < n; ++i)
    // loomp: not-parallel -- all j read one element
    for (int j = 0; j < 2; ++j) {
      out[to[i]] = i;
      to[i] = b[i];
    }
}
void ofNext(int *__restrict to, double *__restrict out, int n) {
  // loomp: not-parallel -- i=0 writes to[1], which i=1 reads
  for (int i = 0; i < n; ++i) {
    out[to[i]] = i;
    to[i + 1] = i;
  }
}
void ofOne(int *__restrict to, double *__restrict out, int n, int k) {
  // loomp: not-parallel -- i=0 writes to[k], which a later i reads
  for (int i = 0; i < n; ++i) {
    out[to[i]] = i;
    to[k] = i;
  }
}
void overlapping(int *to, int *out, int n) {
  // loomp: not-parallel -- or only where a check shows that out[to[i]] is not in 'to'
  for (int i = 0; i < n; ++i) {
    out[to[i]] = i;
    to[i] = i;
  }
}
void withBackEdge(int *__restrict to, double *__restrict out, int n, const int *b) {
  // loomp: not-parallel -- the second round reads what the first one wrote
  for (int i = 0; i < n; ++i) {
    bool again = b[i] > 0;
  once_more:
    out[to[i]] = i;
    to[i] = b[i];
    if (again) {
      again = false;
      goto once_more;
    }
  }
}
