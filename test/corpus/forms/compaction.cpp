//===- compaction.cpp - loops that keep some elements ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=scan" --race
//
// Loops that write what they keep one behind the other, with a counter that some iterations move,
// and loops in which more depends on the counter or on what is written.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstddef>
#include <cstdio>
#include <vector>

// Two passes: the first one counts.

int positive(const int *a, int *out, int n) {
  int k = 0;
  // truth: form scan -- keeps what is positive; if the two do not overlap
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      out[k++] = a[i];
  return k;
}

int inTwoStatements(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- the counter moves in a statement of its own
  for (int i = 0; i < n; i++) {
    if (a[i] % 3 == 0) {
      out[k] = a[i] / 3;
      k++;
    }
  }
  return k;
}

std::size_t indices(const std::vector<double> &a, std::vector<int> &where, double limit) {
  std::size_t found = 0;
  // truth: form scan -- the numbers of the elements that pass
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] > limit)
      where[found++] = static_cast<int>(i);
  return found;
}

int byContinue(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- the others are skipped
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      continue;
    if (a[i] == 7)
      continue;
    out[k++] = a[i];
  }
  return k;
}

long computed(const std::vector<double> &x, std::vector<double> &out) {
  long k = 0;
  // truth: form scan -- the condition needs a value that is computed first
  for (std::size_t i = 0; i < x.size(); i++) {
    double y = x[i] * x[i];
    double z = 2 * y + x[i];
    if (y > 0.25) {
      out[k] = z;
      k++;
    }
  }
  return k;
}

int eachElement(const std::vector<int> &a, int *__restrict out) {
  int k = 5;
  // truth: form scan -- a range-based loop
  for (int x : a)
    if (x & 1)
      out[k++] = x;
  return k;
}

int pairs(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- two elements at a time
  for (int i = 0; i < n; i++)
    if (a[i] > 10) {
      out[k] = i;
      out[k + 1] = a[i];
      k += 2;
    }
  return k;
}

int twoOutputs(const int *__restrict a, int *__restrict values, long *__restrict places, int n) {
  int k = 0;
  long sum = 0;
  // truth: form scan -- two arrays and a sum besides
  for (int i = 0; i < n; i++) {
    sum += a[i];
    if (a[i] < -10) {
      values[k] = a[i];
      places[k] = i;
      k++;
    }
  }
  places[k] = sum;
  return k;
}

int orElse(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- the counter moves where the condition does not hold
  for (int i = 0; i < n; i++) {
    if (a[i] % 2 == 0)
      out[n + i] = 0;
    else
      out[k++] = a[i];
  }
  return k;
}

int nested(const int *__restrict a, const int *__restrict b, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- two conditions, one within the other
  for (int i = 0; i < n; i++) {
    if (a[i] > 0) {
      int difference = a[i] - b[i];
      if (difference > 5)
        out[k++] = difference;
    }
  }
  return k;
}

struct Particle {
  double x, v;
  int id;
};

int alive(const std::vector<Particle> &all, std::vector<Particle> &kept) {
  int k = 0;
  // truth: form scan -- whole objects
  for (std::size_t i = 0; i < all.size(); i++)
    if (all[i].x >= 0 && all[i].x < 0.5)
      kept[k++] = all[i];
  return k;
}

void backwards(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- from the end
  for (int i = n - 1; i >= 0; i--)
    if (a[i] > 20)
      out[k++] = a[i];
  out[k] = k;
}

int ranks(const int *__restrict a, int *__restrict rank, int n) {
  int smaller = 0;
  // truth: form scan -- how many there were so far
  for (int i = 0; i < n; i++) {
    if (a[i] < 25)
      smaller++;
    rank[i] = smaller;
  }
  return smaller;
}

static void get(const int *a, int i, int *value) { *value = a[i]; }

int throughPointer(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- the condition needs what a function leaves in a variable of the iteration
  for (int i = 0; i < n; i++) {
    int value = 0;
    get(a, i, &value);
    if (value > 0)
      out[k++] = value;
  }
  return k;
}

int innerBlock(const int *__restrict a, int *__restrict out, int n, int limit) {
  int k = 0;
  // truth: form scan -- a name that means something else in a block of its own
  for (int i = 0; i < n; i++) {
    {
      int limit = a[i] + 5;
      if (limit < -20)
        continue;
    }
    if (a[i] > limit)
      out[k++] = a[i];
  }
  return k;
}

int sameName(const int *__restrict a, int *__restrict out, int *__restrict rest, int n) {
  int k = 0;
  // truth: form scan -- two declarations of one text, of which one is needed
  for (int i = 0; i < n; i++) {
    if (a[i] % 2 != 0) {
      int twice = a[i] * 2;
      if (twice > 0)
        out[k++] = twice;
    } else {
      int twice = a[i] * 2;
      rest[i] = twice;
    }
  }
  return k;
}

int oneVector(const std::vector<int> &a, std::vector<int> &half, int *__restrict out) {
  int k = 0;
  // truth: form scan -- if the two vectors are not one
  for (std::size_t i = 0; i < a.size(); i++) {
    half[i] = a[i] / 2;
    if (a[i] > 5)
      out[k++] = static_cast<int>(i);
  }
  return k;
}

int fromCounter(const int *__restrict a, int *__restrict out, int n) {
  int k = 3;
  // truth: form scan -- the loop starts where the counter stands
  for (int i = k; i < n; i++) {
    if (a[i] > 3)
      out[k++] = i;
  }
  return k;
}

struct Limits {
  int low, high;
};

int brought(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  Limits limits;
  // truth: form scan -- an object that each iteration sets, by a list in braces
  for (int i = 0; i < n; i++) {
    limits = Limits{a[i] - 5, a[i] + 5};
    if (limits.low > 0 && limits.high < 40)
      out[k++] = a[i];
  }
  return k;
}

int innerSum(const int *__restrict a, const int *__restrict m, int *__restrict out, int n) {
  int k = 0;
  // truth: form scan -- the first pass does not need the sum
  for (int i = 0; i < n; i++) {
    int sum = 0;
    // truth: helper
    for (int j = 0; j < 4; j++)
      sum += m[(i + j) % n];
    if (a[i] > 0)
      out[k++] = sum;
  }
  return k;
}

// More to it.

int products(const double *__restrict x, const double *__restrict y, double *__restrict out,
             int n) {
  int k = 0;
  // truth: no form scan -- the second pass may round the sum of products in another way
  for (int i = 0; i < n; i++) {
    double product = x[i] * y[i];
    if (product + x[i] > 0) {
      out[k] = product;
      k++;
    }
  }
  return k;
}

int jumps(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- a jump within the iteration
  for (int i = 0; i < n; i++) {
    if (a[i] > 0)
      goto skip;
    out[k++] = a[i];
  skip:;
  }
  return k;
}

int declared(const int *__restrict a, int *__restrict out, int *__restrict doubled, int n, int t) {
  int k = t;
  // truth: no form scan -- what the condition reads is written with something else
  for (int i = 0; i < n; i++) {
    int t = doubled[i] = a[i] * 2;
    if (t > 0)
      out[k++] = t;
  }
  return k;
}

static int counted[1001];

int hidden(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- the array of another name is changed and read
  for (int i = 0; i < n; i++) {
    int counted = a[i];
    ::counted[i] += counted;
    if (::counted[i] > 3)
      out[k++] = counted;
  }
  return k;
}

int inPlace(int *a, int n) {
  int k = 0;
  // truth: no form scan -- what is kept overwrites what others have not read
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      a[k++] = a[i];
  return k;
}

int unique(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- compares with what has been kept last
  for (int i = 0; i < n; i++)
    if (k == 0 || out[k - 1] != a[i])
      out[k++] = a[i];
  return k;
}

int atMost(const int *__restrict a, int *__restrict out, int n, int most) {
  int k = 0;
  // truth: no form scan -- the condition knows the counter
  for (int i = 0; i < n; i++)
    if (a[i] > 0 && k < most)
      out[k++] = a[i];
  return k;
}

int always(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- all iterations write, also where they do not count
  for (int i = 0; i < n; i++) {
    out[k] = a[i];
    if (a[i] > 0)
      k++;
  }
  return k;
}

int backAndForth(const int *__restrict a, int *__restrict stack, int n) {
  int k = 0;
  // truth: no form scan -- it takes back, too
  for (int i = 0; i < n; i++) {
    if (a[i] > 0)
      stack[k++] = a[i];
    else if (k > 0)
      k--;
  }
  return k;
}

int overwrites(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- the second element is the next one's first
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      out[k] = a[i];
      out[k + 1] = -1;
      k++;
    }
  return k;
}

int fedBack(int *__restrict flags, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- the condition reads what the iteration before has written
  for (int i = 0; i < n; i++)
    if (flags[i] > 0) {
      out[k++] = i;
      flags[i + 1] = -flags[i + 1];
    }
  return k;
}

unsigned char small(const int *__restrict a, int *__restrict out, int n) {
  unsigned char k = 0;
  // truth: no form scan -- the counter starts again
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      out[k++] = a[i];
  return k;
}

int varying(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- steps may be 0 or lead back
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      out[k] = a[i];
      k += a[i] % 3;
    }
  return k;
}

int elsewhere(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- the last one kept is written again
  for (int i = 0; i < n; i++) {
    if (a[i] > 0)
      out[k++] = a[i];
    else if (k > 0)
      out[k - 1] += a[i];
  }
  return k;
}

int twice(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- reads what it has kept
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      out[k] = k > 0 ? out[k - 1] + a[i] : a[i];
      k++;
    }
  return k;
}

static int kept;

void global(const int *__restrict a, int *__restrict out, int n) {
  // truth: no form scan -- the counter is a variable of all functions
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      out[kept++] = a[i];
}

int aimed(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  int *counter = &k;
  // truth: no form scan -- a pointer leads to the counter
  for (int i = 0; i < n; i++)
    if (a[i] > *counter)
      out[k++] = a[i];
  return k;
}

int stops(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- ends when there are enough
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      out[k++] = a[i];
      if (k == 10)
        break;
    }
  return k;
}

int changedFirst(int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- the condition reads what the same iteration has written
  for (int i = 0; i < n; i++) {
    a[i] = a[i] / 2;
    if (a[i] > 5)
      out[k++] = a[i];
  }
  return k;
}

int shown(const int *__restrict a, int *__restrict out, int n) {
  int k = 0;
  // truth: no form scan -- the order of the output
  for (int i = 0; i < n; i++)
    if (a[i] > 40) {
      std::printf("%d\n", a[i]);
      out[k++] = a[i];
    }
  return k;
}

int main() {
  auto a = corpus::integers<int>(1001, 1, -50, 50), b = corpus::integers<int>(1001, 2, -50, 50);
  std::vector<int> out(2100);
  auto show = [&](const char *name, long count) { corpus::print(name, count, corpus::sum(out)); };
  show("positive", positive(a.data(), out.data(), 1001));
  show("positive", positive(out.data(), out.data() + 1, 300));
  show("positive", positive(a.data(), out.data(), 0));
  show("inTwoStatements", inTwoStatements(a.data(), out.data(), 1001));
  auto x = corpus::numbers<double>(777, 3);
  std::vector<double> y(800);
  show("indices", static_cast<long>(indices(x, out, 0.3)));
  show("byContinue", byContinue(a.data(), out.data(), 1001));
  long computedCount = computed(x, y);
  corpus::print("computed", computedCount, corpus::sum(y));
  show("eachElement", eachElement(a, out.data()));
  show("pairs", pairs(a.data(), out.data(), 1001));
  std::vector<long> places(1002);
  show("twoOutputs", twoOutputs(a.data(), out.data(), places.data(), 1001));
  corpus::print("places", corpus::sum(places));
  show("orElse", orElse(a.data(), out.data(), 1001));
  show("nested", nested(a.data(), b.data(), out.data(), 1001));
  std::vector<Particle> all(500), some(500);
  // truth: helper
  for (std::size_t i = 0; i < all.size(); i++)
    all[i] = {x[i], x[i + 1], static_cast<int>(i)};
  int living = alive(all, some);
  double positions = 0;
  // truth: helper
  for (int i = 0; i < living; i++)
    positions += some[i].x * i + some[i].id;
  corpus::print("alive", living, positions);
  backwards(a.data(), out.data(), 1001);
  show("backwards", 0);
  show("ranks", ranks(a.data(), out.data(), 1001));

  show("throughPointer", throughPointer(a.data(), out.data(), 1001));
  show("innerBlock", innerBlock(a.data(), out.data(), 1001, 12));
  auto rest = b;
  show("sameName", sameName(a.data(), out.data(), rest.data(), 1001));
  auto same = a;
  show("oneVector", oneVector(a, rest, out.data()));
  show("oneVector", oneVector(same, same, out.data()));
  corpus::print("rest", corpus::sum(rest), corpus::sum(same));
  show("fromCounter", fromCounter(a.data(), out.data(), 1001));
  show("brought", brought(a.data(), out.data(), 1001));
  show("innerSum", innerSum(a.data(), b.data(), out.data(), 1001));
  int some700 = products(x.data(), x.data() + 50, y.data(), 700);
  corpus::print("products", some700, corpus::sum(y));
  show("jumps", jumps(a.data(), out.data(), 1001));
  show("declared", declared(a.data(), out.data(), rest.data(), 1001, 2));
  show("hidden", hidden(a.data(), out.data(), 1001));

  show("unique", unique(a.data(), out.data(), 1001));
  show("atMost", atMost(a.data(), out.data(), 1001, 50));
  show("always", always(a.data(), out.data(), 1001));
  show("backAndForth", backAndForth(a.data(), out.data(), 1001));
  show("overwrites", overwrites(a.data(), out.data(), 1001));
  auto flags = b;
  flags.push_back(0);
  show("fedBack", fedBack(flags.data(), out.data(), 1001));
  show("small", small(a.data(), out.data(), 1001));
  show("varying", varying(a.data(), out.data(), 1001));
  show("elsewhere", elsewhere(a.data(), out.data(), 1001));
  show("twice", twice(a.data(), out.data(), 1001));
  global(a.data(), out.data(), 1001);
  show("global", kept);
  show("aimed", aimed(a.data(), out.data(), 1001));
  show("stops", stops(a.data(), out.data(), 1001));
  show("shown", shown(a.data(), out.data(), 1001));
  auto c = b;
  show("changedFirst", changedFirst(c.data(), out.data(), 1001));
  show("inPlace", inPlace(b.data(), 1001));
  corpus::print("b", corpus::sum(b), corpus::sum(c));
}
