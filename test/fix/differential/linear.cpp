//===- linear.cpp - variables that lanes move -----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --flags="-Wextra -Wno-pass-failed"
// RUN: %differential %s %{options} --fix-options="--form=simd"
// RUN: %differential %s %{options} --fix-options="--form=parallel-for-simd" --race
//
// Integers and pointers that every iteration moves by the same number, with their values in front
// of the updates, behind them, and after the loop. clang 22 says where it finds no lanes; that is
// no mistake here.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <vector>

static std::vector<long> out(6000);
static int table[6000];

static void show(const char *name, long last) {
  unsigned long hash = 0;
  for (std::size_t i = 0; i < out.size(); i++)
    hash = hash * 31 + static_cast<unsigned long>(out[i]);
  std::printf("%s %ld %lu\n", name, last, hash);
}

int beforeAndBehind(long *a, int n, int k) {
  for (int i = 0; i < n; i++) {
    a[i] = 3L * k;
    k += 2;
    a[i] += k;
  }
  return k;
}

int down(long *a, int n) {
  int k = 5000;
  for (int i = 0; i < n; i++) {
    a[i] = table[k];
    k -= 3;
  }
  return k;
}

unsigned wraps(long *a, int n, unsigned k) {
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += 1000000;
  }
  return k;
}

short narrow(long *a, int n, short k) {
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += 200;
  }
  return k;
}

signed char narrowDown(long *a, int n) {
  signed char k = 100;
  for (int i = 0; i < n; i++) {
    k -= 7;
    a[i] = k;
  }
  return k;
}

long wide(long *a, int n) {
  long k = -3;
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += 1000000;
  }
  return k;
}

int nearTheEnds(long *a, int n) {
  int k = -2000000000;
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += 1000000;
  }
  return k;
}

long pointer(long *a, int n) {
  const int *p = table;
  for (int i = 0; i < n; i++) {
    a[i] = *p;
    p += 2;
  }
  return p - table;
}

long pointerDown(long *a, unsigned n) {
  const int *p = table + n;
  for (unsigned i = 0; i < n; i++)
    a[i] = *--p;
  return p - table;
}

long pointerOfSize(long *a, std::size_t n, std::size_t step) {
  const int *p = table;
  for (std::size_t i = 0; i < n; i++) {
    a[i] = *p;
    p += step;
  }
  return p - table;
}

long named(long *a, int n, int step) {
  long k = 11;
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += step;
  }
  return k;
}

long namedDown(long *a, int n, int step) {
  long k = 11;
  for (int i = 0; i < n; i++) {
    k -= step;
    a[i] = k;
  }
  return k;
}

int threeAtATime(long *a, int n) {
  int k = 0;
  for (int i = 0; i < n; i += 3) {
    a[i] = table[k];
    k += 2;
  }
  return k;
}

int countsDown(long *a, int n) {
  int k = 0;
  for (int i = n - 1; i >= 0; i--) {
    a[i] = k;
    k += 2;
  }
  return k;
}

int twoPlaces(long *a, int n) {
  int k = 1;
  for (int i = 0; i < n; i++) {
    a[i] = table[k++];
    a[i] -= 2 * table[k++];
  }
  return k;
}

int eitherWay(long *a, int n) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    if (table[i] % 3 == 0) {
      k += 2;
      a[i] = -k;
    } else {
      a[i] = k;
      k += 2;
    }
  }
  return k;
}

long withSum(long *a, int n) {
  int k = 0;
  long sum = 0, last = 0;
  for (int i = 0; i < n; i++) {
    sum += table[k];
    last = table[k] * 2;
    a[i] = last;
    k += 2;
  }
  return sum + last + k;
}

int inWhile(long *a, int n) {
  int i = 0, k = 7;
  while (i < n) {
    a[i] = k;
    k += 5;
    i++;
  }
  return k + i;
}

int inDo(long *a, int n) {
  int i = 0, k = 7;
  do {
    a[i++] = k;
    k += 5;
  } while (i < n);
  return k + i;
}

int inRows(long *a, int rows, int n) {
  int k = 0;
  for (int j = 0; j < rows; j++)
    for (int i = 0; i < n; i++) {
      a[j * 100 + i] = k;
      k++;
    }
  return k;
}

void ifApart(long *to, const long *from, int n) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    to[i] = from[k] + 1;
    k += 2;
  }
  to[0] = k;
}

const long *pointerIfApart(long *to, const long *from, int n) {
  for (int i = 0; i < n; i++) {
    to[i] = from[0] - from[1];
    from += 2;
  }
  return from;
}

int overPointer(long *begin, long *end) {
  int k = 3;
  for (long *p = begin; p != end; ++p) {
    *p = k;
    k -= 2;
  }
  return k;
}

int inLambda(long *a, int n) {
  int start = 4;
  auto fill = [=](int k) {
    for (int i = 0; i < n; i++) {
      a[i] = k + start;
      k += 2;
    }
    return k;
  };
  return fill(1);
}

int captured(long *a, int n) {
  int k = 4;
  auto fill = [&] {
    for (int i = 0; i < n; i++) {
      a[i] = k;
      k += 2;
    }
  };
  fill();
  return k;
}

int main() {
  for (int i = 0; i < 6000; i++)
    table[i] = i * 7919 % 1009;
  for (int n : {0, 1, 3, 8, 65, 1000}) {
    long *a = out.data();
    show("beforeAndBehind", beforeAndBehind(a, n, 11));
    show("down", down(a, n));
    show("wraps", wraps(a, 5 * n, 4000000000U));
    show("narrow", narrow(a, n, 3));
    show("narrowDown", narrowDown(a, n));
    show("wide", wide(a, 5 * n));
    show("nearTheEnds", nearTheEnds(a, 4 * n));
    show("pointer", pointer(a, n));
    show("pointerDown", pointerDown(a, static_cast<unsigned>(n)));
    show("pointerOfSize", pointerOfSize(a, static_cast<std::size_t>(n), 5));
    show("named", named(a, n, 123457));
    show("named", named(a, n, -5));
    show("namedDown", namedDown(a, n, 123457));
    show("threeAtATime", threeAtATime(a, n));
    show("countsDown", countsDown(a, n));
    show("twoPlaces", twoPlaces(a, n));
    show("eitherWay", eitherWay(a, n));
    show("withSum", withSum(a, n));
    show("inWhile", inWhile(a, n));
    show("inDo", inDo(a, n));
    show("inRows", inRows(a, 7, n % 100));
    show("overPointer", overPointer(a, a + n));
    show("inLambda", inLambda(a, n));
    show("captured", captured(a, n));
    ifApart(a, a + 3000, n);
    show("ifApart", a[0]);
    show("pointerIfApart", pointerIfApart(a, a + 3000, n) - a);
    show("pointerIfApart", pointerIfApart(a + 1, a, n) - a);
    ifApart(a + 1, a, n);
    show("ifApart", a[1]);
  }
}
