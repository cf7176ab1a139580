// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Objects whose member functions sum up in the members.
#include <vector>

struct Tally {
  long total = 0;
  long count = 0;
  unsigned seen = 0;
  double scale = 0;
  void add(long by) {
    total += by;
    ++count;
  }
  void addPositive(long by) {
    if (by > 0)
      add(by);
  }
  void addScaled(long by) { total += long(scale * by); }
  void mark(unsigned bits) { seen |= bits; }
  void toggle(unsigned bits) { seen ^= bits; }
  void addTwice(const long &by) {
    total += by;
    total += by;
  }
  void best(long by) { total = total < by ? by : total; }
  long next() { return ++total; }
  Tally &operator+=(long by) {
    total += by;
    return *this;
  }
};

class Hidden {
  long total = 0;

public:
  void add(long by) { total += by; }
  long get() const { return total; }
};

struct One {
  long total = 1;
  void add(long by) { total += by; }
};

long operatorOfNumber(const std::vector<long> &v, long n) {
  Tally sum;
  // loomp: parallel
  for (long i = 0; i < n; ++i) { sum += v[i] % 100; }
  return sum.total;
}

long calls(const std::vector<long> &v, long n) {
  Tally sum;
  // loomp: parallel
  for (long i = 0; i < n; ++i) {
    sum.addPositive(v[i]);
    if (v[i] == 3)
      sum.total -= 3;
    sum.mark(unsigned(v[i]));
  }
  return sum.total + sum.count + sum.seen;
}

long readsAnotherMember(const std::vector<long> &v, long n) {
  Tally sum;
  sum.scale = 2;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- the copies of a thread have no scale
  for (long i = 0; i < n; ++i) { sum.addScaled(v[i]); }
  return sum.total;
}

long twoOperators(const std::vector<long> &v, long n) {
  Tally sum;
  // loomp: not-parallel -- | and ^ of one member
  for (long i = 0; i < n; ++i) {
    if (v[i] > 0)
      sum.mark(unsigned(v[i]));
    else
      sum.toggle(unsigned(v[i]));
  }
  return sum.seen;
}

long addsItself(const std::vector<long> &v, long n) {
  Tally sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- what is added is the sum itself
  for (long i = 0; i < n; ++i) { sum.addTwice(sum.count); sum.add(1); }
  return sum.total;
}

long aliasOfItself(const std::vector<long> &v, long n) {
  Tally sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- doubles twice, through the reference
  for (long i = 0; i < n; ++i) { sum.addTwice(sum.total); }
  return sum.total;
}

long largest(const std::vector<long> &v, long n) {
  Tally sum;
  // loomp: not-parallel -- 0 is not the least number
  for (long i = 0; i < n; ++i) { sum.best(v[i]); }
  return sum.total;
}

void usesTheSum(std::vector<long> &v, long n) {
  Tally sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- each iteration wants its number
  for (long i = 0; i < n; ++i) { v[i] = sum.next(); }
}

long privateMember(const std::vector<long> &v, long n) {
  Hidden sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- no directive could add the members up
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.get();
}

long startsWithOne(const std::vector<long> &v, long n) {
  One sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- each thread would add 1
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.total;
}

long throughAPointer(const std::vector<long> &v, long n) {
  Tally sum;
  Tally *p = &sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- the clause would rename 'sum' only
  for (long i = 0; i < n; ++i) { p->add(v[i]); }
  return sum.total;
}

long throughBoth(const std::vector<long> &v, long n) {
  Tally sum;
  Tally *p = &sum;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- one update is not of the copy
  for (long i = 0; i < n; ++i) {
    sum.add(v[i]);
    p->add(1);
  }
  return sum.total;
}

long byALambda(const std::vector<long> &v, long n) {
  Tally sum;
  auto add = [&](long by) { sum.add(by); };
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- the lambda stands in front of the loop
  for (long i = 0; i < n; ++i) { add(v[i]); }
  return sum.total;
}

long readInBetween(const std::vector<long> &v, long n) {
  Tally sum;
  long late = 0;
  // loomp: serial carried-flow-dependence carried-anti-dependence carried-output-dependence -- a sum so far is compared
  for (long i = 0; i < n; ++i) {
    sum.add(v[i]);
    if (sum.total > 100)
      ++late;
  }
  return late;
}

struct MadeByTemplate {
  long total;
  template <class... X> MadeByTemplate(X...) : total(7) {}
  void add(long by) { total += by; }
};
static int made;
struct Counting {
  long total;
  Counting(int start = 0, int = made++) : total(start) {}
  void add(long by) { total += by; }
};
namespace inner {
struct Hist {
  long total = 0;
  void add(long by) { total += by; }
};
inline Hist make() { return {}; }
} // namespace inner

long templateMakesIt(const std::vector<long> &v, long n) {
  MadeByTemplate sum;
  // loomp: not-parallel -- each thread would add 7
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.total;
}

long countedWhenMade(const std::vector<long> &v, long n) {
  Counting sum;
  // loomp: not-parallel -- to make copies for the threads counts
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.total;
}

long withoutAName(const std::vector<long> &v, long n) {
  auto sum = inner::make();
  // loomp: not-parallel -- 'Hist' is no name here
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.total;
}

long hiddenName(const std::vector<long> &v, long n) {
  Tally sum;
  struct Tally {
    int t;
  };
  // loomp: not-parallel -- another class has the name here
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.total;
}
