// RUN: %differential %s
// Counters that move in every second or third iteration: used in the loop and behind it, where it
// runs often, once, or not at all; from other starts, with strides, downwards, in narrow types.
#include <cstdio>
#include <initializer_list>
static double a[400];
static void show(const char *name, long left) {
  unsigned long sum = 0;
  for (double each : a)
    sum = (sum * 31 + (unsigned long)(long)each) % 1000003;
  std::printf("%s %ld %lu\n", name, left, sum);
  for (double &each : a)
    each = 7;
}
static unsigned thirds(long n) {
  unsigned q = 5;
  for (long i = 0; i < n; i++) {
    a[i] += q;
    if (i % 3 == 0)
      q++;
    a[i] += 3 * q;
  }
  return q;
}
static long butThirds(long n) {
  long q = 5;
  for (long i = 0; i < n; i++)
    if (i % 3) {
      a[q] = i;
      q++;
    }
  return q;
}
static long odd(int n) {
  long q = 0;
  for (int i = 1; i < n; ++i)
    if (i % 2 == 1)
      a[q++] = i;
  return q;
}
static long bothWays(int n) {
  long q = 0;
  for (int i = 2; i < n; ++i) {
    a[q] = i;
    if (i % 2)
      q++;
    else
      q += 2;
  }
  return q;
}
static unsigned strided(int n) {
  unsigned q = 0;
  for (int i = 0; i < n; i += 2) {
    if (i % 3) {
      a[q] = i;
      q++;
    }
    a[i + 100] = a[i + 100] * 2 + i;
  }
  return q;
}
static long always(long n) {
  long q = 5;
  for (long i = 0; i < n; i += 2) {
    if (i % 2 == 0)
      q++;
    a[q] = i + q;
  }
  return q;
}
static long never(long n) {
  long q = 5;
  for (long i = 1; i < n; i += 2) {
    if (i % 2 == 0)
      q++;
    a[i] = q;
  }
  return q;
}
static long apart(long n) {
  long q = 5;
  for (long i = 3; i < n; i += 2) {
    if (i % 3 == 0)
      q++;
    a[q] = i;
    q++;
  }
  return q;
}
static int masked(int n) {
  int q = -3;
  for (int i = 0; i < n; ++i) {
    a[i] += q;
    if ((i & 3) == 2)
      q -= 7;
  }
  return q;
}
static unsigned char narrow(int n) {
  unsigned char q = 250;
  for (int i = 0; i < n; ++i) {
    a[i] += q;
    if ((i + 1) % 5 < 2)
      q += 7;
  }
  return q;
}
static short halves(int n, int m) {
  short q = m;
  for (int i = 0; i < n; ++i) {
    a[i] += q;
    if (i / 2 % 2 == 0)
      q += 3;
  }
  return q;
}
static long down() {
  long q = 0;
  for (int i = 90; i > 0; --i) {
    a[i] += q;
    if (i % 4 == 1)
      q += 3;
  }
  return q;
}
static long two(int n, long m) {
  long q = 0;
  for (int i = 0; i < n; ++i) {
    a[i] += q;
    if (i % 2 == 0)
      q += m;
    if (i % 3 == 0)
      q += 5;
    else
      q -= 2;
  }
  return q;
}
static long chosen(int n) {
  long q = 0;
  for (int i = 0; i < n; ++i) {
    a[q] = i;
    q += i % 3 == 0 ? 2 : 1;
  }
  return q;
}
static long chosenBehind(int n, int m) {
  long q = 0;
  for (int i = 0; i < n; ++i) {
    q += i < m ? 3 : 2;
    a[i] = q;
  }
  return q;
}
static long truth(int n) {
  long q = 0;
  for (int i = 1; i < n; ++i) {
    q += i % 2 == 0;
    a[i] = q;
  }
  return q;
}
static long divides(int n) {
  long q = 0;
  for (int i = -7; i < n; ++i) {
    a[i + 7] += q;
    if (i % 3 == 0)
      q += 2;
  }
  return q;
}
static long negative(int n) {
  long q = 0;
  for (int i = -7; i < n; ++i) {
    a[i + 7] += q;
    if (i % 2 == 1)
      q += 2;
  }
  return q;
}
static long until(int n) {
  long q = 0;
  int i = 0;
  while (i < n) {
    a[i] += q;
    if (i % 3 == 1)
      q += 2;
    i += 2;
  }
  return q + 1000 * i;
}
static long walked(int n) {
  long sum = 0;
  for (int i = 0; i < n; ++i) {
    long j = 1;
    while (j < n) {
      a[j] += 1;
      j += 3;
    }
    sum += j;
  }
  return sum;
}
int main() {
  for (int n : {-3, 0, 1, 2, 3, 4, 5, 6, 7, 30, 31, 100, 199}) {
    show("thirds", thirds(n));
    show("butThirds", butThirds(n));
    show("odd", odd(n));
    show("bothWays", bothWays(n));
    show("strided", strided(n));
    show("always", always(n));
    show("never", never(n));
    show("apart", apart(n));
    show("masked", masked(n));
    show("narrow", narrow(n));
    show("halves", halves(n, 32760));
    show("down", down());
    show("two", two(n, n - 4));
    show("chosen", chosen(n));
    show("chosenBehind", chosenBehind(n, 7));
    show("truth", truth(n));
    show("divides", divides(n));
    show("negative", negative(n));
    show("until", until(n));
    show("walked", walked(n));
  }
}
