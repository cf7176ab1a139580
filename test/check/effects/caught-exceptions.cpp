// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// An exception that ends in a handler of the same iteration leaves no loop around it.
#include <stdexcept>
#include <string>
#include <vector>

struct Error {
  int code;
};
struct Severe : Error {};
struct Left : Error {};
struct Right : Error {};
struct Both : Left, Right {};
struct Hidden : private Error {};

static int risky(int value) {
  if (value > 3)
    throw Severe{{value}};
  return value;
}

void caughtAsBase(std::vector<int> &a) {
  // loomp: parallel
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = risky(i);
    } catch (const Error &error) {
      a[i] = error.code;
    }
  }
}

void caughtByValue(std::vector<int> &a) {
  // loomp: parallel
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = risky(i);
    } catch (Severe error) {
      error.code++;
      a[i] = error.code;
    }
  }
}

void caughtAsSomethingElse(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- a Severe at i=4 is no std::exception
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = risky(i);
    } catch (const std::exception &) {
      a[i] = 0;
    }
  }
}

void ambiguousBase(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- a Both at i=7 has two bases Error, and no handler
  for (int i = 0; i < 100; ++i) {
    try {
      if (i == 7)
        throw Both();
      a[i] = i;
    } catch (const Error &) {
      a[i] = 0;
    }
  }
}

void privateBase(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- the base of the Hidden at i=7 is private
  for (int i = 0; i < 100; ++i) {
    try {
      if (i == 7)
        throw Hidden();
      a[i] = i;
    } catch (const Error &) {
      a[i] = 0;
    }
  }
}

static int mustNotThrow(int value) noexcept { return risky(value); }

void behindNoexcept(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- at i=4 the program ends before any handler
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = mustNotThrow(i);
    } catch (...) {
      a[i] = 0;
    }
  }
}

void thrownAgain(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- the handler lets the exception of i=4 go on
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = risky(i);
    } catch (const Error &) {
      throw;
    }
  }
}

void thrownByHandler(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- the handler itself throws at i=4
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = risky(i);
    } catch (const Error &error) {
      throw error.code;
    }
  }
}

void checked(std::vector<int> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i) {
    try {
      a.at(i) = i;
    } catch (const std::out_of_range &) {
    }
  }
}

void checkedOtherwise(std::vector<int> &a, int n) {
  // loomp: parallel assuming(in-bounds) -- at() throws std::out_of_range, which no handler takes
  for (int i = 0; i < n; ++i) {
    try {
      a.at(i) = i;
    } catch (const std::runtime_error &) {
    }
  }
}

void aroundTheLoop(std::vector<int> &a) {
  try {
    // loomp: not-parallel may-throw -- the exception of i=4 leaves the loop
    for (int i = 0; i < 100; ++i)
      a[i] = risky(i);
  } catch (const Error &) {
    a[0] = 0;
  }
}

void innerLoopLeft(std::vector<int> &a, int m) {
  // loomp: parallel
  for (int i = 0; i < 100; ++i) {
    try {
      // loomp: not-parallel may-throw -- j=4 ends it
      for (int j = 0; j < m; ++j)
        a[i] += risky(j);
    } catch (const Error &) {
      a[i] = 1;
    }
  }
}

static int inner(int value) {
  try {
    return risky(value);
  } catch (int number) {
    return number;
  }
}

void outerHandler(std::vector<int> &a) {
  // loomp: parallel
  for (int i = 0; i < 100; ++i) {
    try {
      a[i] = inner(i);
    } catch (...) {
      a[i] = -1;
    }
  }
}

static int safe(int value) {
  try {
    return risky(value);
  } catch (const Severe &error) {
    return error.code;
  }
}

void caughtInCallee(std::vector<int> &a) {
  // loomp: parallel
  for (int i = 0; i < 100; ++i)
    a[i] = safe(i);
}

void uncaughtInCallee(std::vector<int> &a) {
  // loomp: not-parallel may-throw -- inner() has no handler for a Severe
  for (int i = 0; i < 100; ++i)
    a[i] = inner(i);
}

static int readDigit(char c) {
  if (c < '0' || c > '9')
    throw std::invalid_argument("no digit");
  return c - '0';
}

void standardException(const std::string &text, std::vector<int> &a) {
  // loomp: parallel
  for (std::size_t i = 0; i < text.size(); ++i) {
    try {
      a[i] = readDigit(text[i]);
    } catch (const std::logic_error &) {
      a[i] = -1;
    }
  }
}

long sums(const std::vector<int> &a) {
  long sum = 0;
  // loomp: parallel reduction(+:sum)
  for (int i = 0; i < 100; ++i) {
    try {
      sum += risky(a[i]);
    } catch (const Severe &error) {
      sum += error.code;
    }
  }
  return sum;
}

int lastGood(const std::vector<int> &a, std::vector<int> &b) {
  int last = 0;
  // loomp: not-parallel carried-flow-dependence -- where i=5 throws, it reads what i=4 left in last
  for (int i = 0; i < 100; ++i) {
    try {
      last = risky(a[i]);
    } catch (const Error &) {
    }
    b[i] = last;
  }
  return last;
}

void writtenBefore(const std::vector<int> &a, std::vector<int> &b) {
  int value = 0;
  // loomp: parallel
  for (int i = 0; i < 100; ++i) {
    value = -1;
    try {
      value = risky(a[i]);
    } catch (const Error &) {
    }
    b[i] = value;
  }
}

struct Slot {
  int *place;
  ~Slot() { *place += 1; }
};

int destroyedOnTheWay(std::vector<int> &a) {
  static int ended = 0;
  // loomp: not-parallel -- the exceptions of i=4 and i=5 run destructors that count in 'ended'
  for (int i = 0; i < 100; ++i) {
    try {
      Slot slot{&ended};
      if (i > 3)
        throw i;
    } catch (int) {
      a[i] = ended;
    }
  }
  return ended;
}

static int halfway(int &state, int value) {
  state = value;
  int result = risky(value);
  state = 0;
  return result;
}

void leftHalfway(std::vector<int> &a) {
  int state = 0;
  // loomp: not-parallel carried-flow-dependence -- i=5 may start with the state that i=4 left
  for (int i = 0; i < 100; ++i) {
    a[i] = state;
    try {
      a[i] += halfway(state, i);
    } catch (const Error &) {
    }
  }
}

void wholeFunction(std::vector<int> &a) try {
  // loomp: not-parallel may-throw -- the handler stands around the loop
  for (int i = 0; i < 100; ++i)
    a[i] = risky(i);
} catch (...) {
  a[0] = 0;
}
