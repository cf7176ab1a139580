//===- append.cpp - loops that append to vectors --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=scan" --race
//
// Loops that append what they keep to a vector, in order, and loops that use the vector in another
// way as well, or append what cannot be assigned.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

// Two passes: the first one counts, then there is room, and the second one fills it.

std::vector<int> positive(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: form scan -- keeps what is positive
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(a[i]);
  return kept;
}

std::vector<int> behindOthers(const int *a, int n) {
  std::vector<int> kept = {7, 8, 9};
  // truth: form scan -- the vector holds elements, which stay
  for (int i = 0; i < n; i++)
    if (a[i] % 3 == 0)
      kept.push_back(a[i] / 3);
  return kept;
}

void toParameter(const int *a, int n, std::vector<int> &kept) {
  // truth: form scan -- if the elements are none of the vector's
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      kept.push_back(a[i]);
}

void between(const std::vector<int> &a, std::vector<int> &kept) {
  // truth: form scan -- if the two vectors are not one
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 10)
      kept.push_back(a[i]);
}

void betweenElements(const std::vector<int> &a, std::vector<int> &kept, int limit) {
  // truth: form scan -- if the two vectors are not one
  for (int each : a) {
    if (each < limit)
      continue;
    kept.push_back(each);
  }
}

std::vector<double> emplaced(const std::vector<double> &x) {
  std::vector<double> kept;
  // truth: form scan -- in place, from a number of the type
  for (double each : x)
    if (each > 0.25)
      kept.emplace_back(each * 2);
  return kept;
}

std::vector<long> converted(const std::vector<int> &a) {
  std::vector<long> kept;
  // truth: form scan -- a number of another type
  for (std::size_t i = 0; i < a.size(); i++) {
    if (a[i] < 5)
      continue;
    int twice = 2 * a[i];
    kept.push_back(twice);
  }
  return kept;
}

struct Particle {
  double x = 0, v = 0;
  int id = -1;
};

std::vector<Particle> alive(const std::vector<Particle> &all) {
  std::vector<Particle> kept;
  // truth: form scan -- whole objects
  for (std::size_t i = 0; i < all.size(); i++)
    if (all[i].x >= 0 && all[i].x < 0.5)
      kept.push_back(all[i]);
  return kept;
}

std::vector<Particle> inBraces(const std::vector<double> &x) {
  std::vector<Particle> kept;
  // truth: form scan -- an object from a list in braces
  for (std::size_t i = 0; i < x.size(); i++)
    if (x[i] > 0)
      kept.push_back({x[i], 1, static_cast<int>(i)});
  return kept;
}

std::vector<const int *> places(const std::vector<int> &a) {
  std::vector<const int *> kept;
  // truth: form scan -- pointers
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] == 42)
      kept.push_back(&a[i]);
  return kept;
}

long partition(const std::vector<int> &a, std::vector<int> &even) {
  std::vector<int> low, high;
  long sum = 0;
  // truth: form scan -- to one of two vectors, and a sum besides
  for (std::size_t i = 0; i < a.size(); i++) {
    sum += a[i];
    if (a[i] < 10)
      low.push_back(a[i]);
    else
      high.push_back(a[i] - 10);
  }
  even.insert(even.end(), low.begin(), low.end());
  even.insert(even.end(), high.begin(), high.end());
  return sum + static_cast<long>(low.size());
}

void toEither(const std::vector<int> &a, std::vector<int> &low, std::vector<int> &high) {
  // truth: form scan -- if no two of the three are one
  for (int each : a) {
    if (each < 0)
      low.push_back(each);
    else
      high.push_back(each);
  }
}

int withCounter(const std::vector<int> &a, std::vector<int> &into) {
  std::vector<int> rest;
  int k = 2;
  // truth: form scan -- a vector and a counter
  for (std::size_t i = 0; i < a.size(); i++) {
    if (a[i] > 20)
      into[k++] = a[i];
    else if (a[i] > -20)
      rest.push_back(static_cast<int>(i));
  }
  // truth: helper
  for (std::size_t i = 0; i < rest.size(); i++)
    into[1500 + i] = rest[i];
  return k;
}

std::vector<int> always(const std::vector<int> &a) {
  std::vector<int> squares;
  // truth: form scan -- every iteration appends
  for (std::size_t i = 0; i < a.size(); i++)
    squares.push_back(a[i] * a[i]);
  return squares;
}

std::vector<int> reserved(const std::vector<int> &a) {
  std::vector<int> kept;
  kept.reserve(a.size());
  // truth: form scan -- with room for all from the start
  for (int each : a)
    if (each % 2 == 0)
      kept.push_back(each);
  return kept;
}

std::vector<int> eachRow(const std::vector<int> &a, int rows) {
  std::vector<int> kept;
  // truth: helper
  for (int row = 0; row < rows; row++) {
    int start = static_cast<int>(kept.size());
    // truth: form scan -- again and again, behind what is there
    for (std::size_t i = 0; i < a.size(); i++)
      if (a[i] > 40 - row)
        kept.push_back(a[i] + start);
  }
  return kept;
}

// More to it.

std::vector<int> atMost(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: no form scan -- the condition knows how many there are
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0 && kept.size() < 100)
      kept.push_back(a[i]);
  return kept;
}

std::vector<int> unique(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: no form scan -- compares with what has been kept last
  for (std::size_t i = 0; i < a.size(); i++)
    if (kept.empty() || kept.back() != a[i])
      kept.push_back(a[i]);
  return kept;
}

std::vector<int> fed(const std::vector<int> &a) {
  std::vector<int> kept = {5};
  // truth: no form scan -- reads an element of the vector, which moves as the vector grows
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(a[i] + kept[0]);
  return kept;
}

int throughPointer(const std::vector<int> &a) {
  std::vector<int> kept = {5, 6};
  kept.reserve(2000);
  const int *first = kept.data();
  // truth: no form scan -- a pointer leads to elements of the vector
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(a[i] + *first);
  return kept.back();
}

int throughAlias(const std::vector<int> &a) {
  std::vector<int> kept;
  std::vector<int> &other = kept;
  // truth: no form scan -- another name tells how many there are
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0 && other.size() < 10)
      kept.push_back(a[i]);
  return kept.back();
}

static std::vector<int> *watched;
static bool isShort() { return watched->size() < 20; }

std::vector<int> throughFunction(const std::vector<int> &a) {
  std::vector<int> kept;
  watched = &kept;
  // truth: no form scan -- a function tells how many there are
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0 && isShort())
      kept.push_back(a[i]);
  return kept;
}

int perhapsCounted(const std::vector<int> *all, std::vector<int> &kept) {
  // truth: no form scan -- what is asked for its size may be the vector itself
  for (int i = 0; i < 100; i++)
    if (all->size() < 50)
      kept.push_back(i);
  return static_cast<int>(kept.size());
}

template <class T> std::vector<T> inTemplate(const std::vector<T> &a) {
  std::vector<T> kept;
  // truth: no form scan -- elsewhere it may be instantiated for a vector of bits
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(a[i]);
  return kept;
}

std::vector<int> itself() {
  std::vector<int> a = {1, -2, 3, -4};
  // truth: no form scan -- appends to what it reads
  for (std::size_t i = 0; i < 20; i++)
    if (a[i] != 0)
      a.push_back(-a[i]);
  return a;
}

int perhapsItself(const std::vector<int> &a, std::vector<int> &kept) {
  int seen = 0;
  // truth: no form scan -- where the two are one, it grows as it is read
  for (std::size_t i = 0; i < a.size() && seen < 3000; i++) {
    seen++;
    if (a[i] == 1)
      kept.push_back(0);
  }
  return seen;
}

std::vector<int> nested(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: no form scan -- an iteration appends several times
  for (std::size_t i = 0; i < a.size(); i++)
    // truth: no form scan -- of this loop, too, the bound is what lies behind a condition
    for (int j = 0; j < a[i] % 4; j++)
      if (j < a[j])
        kept.push_back(j);
  return kept;
}

static int calls;
static bool counted(int x) { return x > ++calls % 7; }

std::vector<int> byEffect(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: no form scan -- the predicate counts its calls, and uses that
  for (std::size_t i = 0; i < a.size(); i++)
    if (counted(a[i]))
      kept.push_back(a[i]);
  return kept;
}

std::vector<bool> bits(const std::vector<int> &a) {
  std::vector<bool> kept;
  // truth: no form scan -- neighbours share a byte
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] != 0)
      kept.push_back(a[i] > 0);
  return kept;
}

template <class T> struct Arena : std::allocator<T> {
  template <class U> struct rebind {
    using other = Arena<U>;
  };
  Arena() = default;
  template <class U> Arena(const Arena<U> &) {}
};

std::size_t ownAllocator(const std::vector<int> &a) {
  std::vector<int, Arena<int>> kept;
  // truth: no form scan -- an allocator of the program's own
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(a[i]);
  return kept.size();
}

std::vector<std::string> strings(const std::vector<int> &a) {
  std::vector<std::string> kept;
  // truth: no form scan -- elements that own memory
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 48)
      kept.push_back("x");
  return kept;
}

struct Numbered {
  static inline int made = 0;
  int value;
  Numbered() : value(made++) {}
  explicit Numbered(int v) : value(v) {}
};

std::size_t noticed(const std::vector<int> &a) {
  std::vector<Numbered> kept;
  // truth: no form scan -- to make an element from nothing would be noticed
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(Numbered(a[i]));
  return kept.size() + static_cast<std::size_t>(Numbered::made);
}

struct Fixed {
  const int value;
  explicit Fixed(int v) : value(v) {}
};

int unassignable(const std::vector<int> &a) {
  std::vector<Fixed> kept;
  // truth: no form scan -- elements that cannot be assigned, nor made from nothing
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      kept.push_back(Fixed(a[i]));
  return kept.back().value;
}

std::vector<int> twoPlaces(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: no form scan -- two places append to one vector
  for (std::size_t i = 0; i < a.size(); i++) {
    if (a[i] > 0)
      kept.push_back(a[i]);
    if (a[i] % 5 == 0)
      kept.push_back(-1);
  }
  return kept;
}

std::vector<int> stops(const std::vector<int> &a) {
  std::vector<int> kept;
  // truth: no form scan -- ends at the first of a kind
  for (std::size_t i = 0; i < a.size(); i++) {
    if (a[i] == 13)
      break;
    kept.push_back(a[i]);
  }
  return kept;
}

static std::vector<int> global;

void toGlobal(const std::vector<int> &a) {
  // truth: no form scan -- a vector that all functions reach
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      global.push_back(a[i]);
}

struct Log {
  std::vector<int> kept;
  void add(const std::vector<int> &a) {
    // truth: no form scan -- a member
    for (std::size_t i = 0; i < a.size(); i++)
      if (a[i] > 0)
        kept.push_back(a[i]);
  }
};

int main() {
  auto a = corpus::integers<int>(1001, 1, -50, 50);
  auto show = [&](const char *name, const auto &kept) {
    corpus::print(name, static_cast<long>(kept.size()), corpus::sum(kept));
  };
  show("positive", positive(a));
  show("positive", positive({}));
  show("positive", positive({-1, 2}));
  show("behindOthers", behindOthers(a.data(), 1001));
  show("behindOthers", behindOthers(a.data(), 0));
  std::vector<int> into = {1, 2};
  toParameter(a.data(), 1001, into);
  show("toParameter", into);
  into.reserve(2000);
  toParameter(into.data(), static_cast<int>(into.size()), into);
  show("toParameter", into);
  between(a, into);
  betweenElements(into, into, 1000);
  betweenElements(a, into, 20);
  show("between", into);
  auto x = corpus::numbers<double>(777, 3);
  show("emplaced", emplaced(x));
  show("converted", converted(a));
  auto particles = inBraces(x);
  auto kept = alive(particles);
  double positions = 0;
  // truth: helper
  for (std::size_t i = 0; i < kept.size(); i++)
    positions += kept[i].x * static_cast<double>(i) + kept[i].v + kept[i].id;
  corpus::print("alive", static_cast<long>(particles.size()), positions);
  long distance = 0;
  // truth: helper
  for (const int *place : places(a))
    distance = 3 * distance % 100003 + (place - a.data());
  corpus::print("places", distance);
  std::vector<int> even;
  corpus::print("partition", partition(a, even), corpus::sum(even));
  toEither(a, even, into);
  show("toEither", even);
  toEither(a, into, into);
  show("toEither", into);
  std::vector<int> wide(3000);
  corpus::print("withCounter", withCounter(a, wide), corpus::sum(wide));
  show("always", always(a));
  show("reserved", reserved(a));
  show("eachRow", eachRow(a, 5));

  show("atMost", atMost(a));
  show("unique", unique(a));
  show("fed", fed(a));
  corpus::print("throughPointer", throughPointer(a), throughAlias(a));
  show("throughFunction", throughFunction(a));
  std::vector<int> counted;
  corpus::print("perhapsCounted", perhapsCounted(&counted, counted), perhapsCounted(&a, counted));
  show("inTemplate", inTemplate(x));
  show("itself", itself());
  std::vector<int> ones = {1, 0, 1};
  int seen = perhapsItself(ones, ones);
  corpus::print("perhapsItself", seen, static_cast<long>(ones.size()));
  show("nested", nested(a));
  show("byEffect", byEffect(a));
  corpus::print("bits", static_cast<long>(bits(a).size()), ownAllocator(a), strings(a).size());
  corpus::print("noticed", noticed(a), unassignable(a));
  show("twoPlaces", twoPlaces(a));
  show("stops", stops(a));
  toGlobal(a);
  show("toGlobal", global);
  Log log;
  log.add(a);
  show("add", log.kept);
}
