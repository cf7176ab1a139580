// RUN: %differential %s
// Counted loops under other keywords, with what each leaves in its index.
#include <cstdio>
#include <initializer_list>
static double a[4000], b[8000];
static void show(const char *name, long index) {
  double sum = 0;
  for (int i = 0; i < 4000; i++)
    sum += a[i] * (i % 17 + 1);
  std::printf("%s %ld %.17g\n", name, index, sum);
}
static long whileUp(int n) {
  int i = 0;
  while (i < n) {
    a[i] = 2 * i;
    ++i;
  }
  return i;
}
static long whileBehind(int n) {
  int i = 3;
  while (i < n) {
    i++;
    a[i] = i * 3;
    a[i - 1] += 0;
  }
  return i;
}
static long whileInSubscript(int n, double x) {
  int i = 0;
  while (i < n)
    a[i++] = x;
  return i;
}
static long whileDown(int n) {
  while (n > 0) {
    n--;
    a[n] = n + 1;
  }
  return n;
}
static long whileDownInCondition(int n) {
  while (n-- > 0)
    a[n] = n + 2;
  return n;
}
static long whileBareUnsigned(unsigned n) {
  while (n--)
    a[n] = n + 3;
  return n;
}
static long whileBareSigned(int n) {
  while (n--)
    a[n] = n + 4;
  return n;
}
static long whilePostfixUp(int n) {
  int i = 0;
  while (i++ < n)
    a[i] = i + 5;
  return i;
}
static long whilePostfixUpUnsigned(unsigned n) {
  unsigned i = 0;
  while (i++ < n)
    a[i] = i + 5.5;
  return i;
}
static long whilePrefix(int n) {
  int i = -1;
  while (++i < n)
    a[i] = i + 6;
  return i;
}
static long whileStrided(int n) {
  int i = 0;
  while (i < n) {
    a[i] = i + 7;
    i += 3;
  }
  return 0;
}
static long whileShort(short n) {
  short i = 0;
  while (i < n) {
    i++;
    a[i] = i;
  }
  return i;
}
static long whileTwo(int n) {
  int i = 0, k = 5;
  while (i < n) {
    a[i] = b[k] + k;
    ++i, k += 2;
  }
  return i + k;
}
static long doUp(int n) {
  int i = 0;
  do {
    a[i] = 3 * i;
    ++i;
  } while (i < n);
  return i;
}
static long doInCondition(int n) {
  int i = 0;
  do
    a[i] = 4 * i;
  while (++i < n);
  return i;
}
static long doPostfix(int n) {
  int i = 0;
  do {
    a[i] = 5 * i;
  } while (i++ < n);
  return i;
}
static long doFrom(int i, int n) {
  do {
    a[i] = 6 * i;
    a[i] += 1;
    i++;
  } while (i <= n);
  return i;
}
static long doDown(int n) {
  do {
    a[n] = 7 * n;
  } while (--n > 0);
  return n;
}
static long doContinue(int n) {
  int i = 0;
  do {
    if (i % 3 == 0)
      continue;
    a[i] = 8 * i;
  } while (++i < n);
  return i;
}
static long forBefore(int i, int n) {
  for (; i < n; ++i)
    a[i] = 9 * i;
  return i;
}
static long forSeveral(int n) {
  double s = 0;
  for (int i = 0, m = n - 1; i < m; ++i) {
    a[i] = m - i;
    s += m;
  }
  return s;
}
static long forInBody(int n) {
  int i;
  for (i = 0; i < n;) {
    a[i] = 11 * i;
    i++;
  }
  return i;
}
static long forComma(int n) {
  int i, k;
  for (i = 0, k = 1; i < n; ++i, k += 2)
    a[i] = b[k] * k;
  return i + k;
}
static long forConditionUnsigned(unsigned n) {
  for (unsigned i = n; i-- > 0;)
    a[i] = 12 * i;
  return 0;
}
static long forConditionSigned(int n) {
  int i;
  for (i = n + 1; i-- > 1;)
    a[i] = 13 * i;
  return i;
}
static long forOffset(int n) {
  int i;
  for (i = 0; i + 1 < n; i++)
    a[i] = b[i + 1] + i;
  return i;
}
static long forOffsetTwo(int i, int n) {
  for (; i + 2 <= n; i++)
    a[i] = b[i + 1] - i;
  return i;
}
static long forBehind(int n) {
  int i;
  for (i = 5; i - 2 < n; i++)
    a[i] = b[i + 1] - 2 * i;
  return i;
}
static long forWindow(int n, int w) {
  int i;
  for (i = 0; i + w <= n; i++)
    a[i] = b[i] + b[i + w - 1];
  return i;
}
static long forUnsignedOffset(unsigned n) {
  unsigned i;
  for (i = 0; i + 1 < n; i++)
    a[i] = b[i + 1] + 2 * i;
  return i;
}
int main() {
  for (int i = 0; i < 8000; i++)
    b[i] = i % 101;
  for (int n : {0, 1, 2, 7, 1000}) {
    show("whileUp", whileUp(n));
    show("whileBehind", whileBehind(n));
    show("whileInSubscript", whileInSubscript(n, 1.5));
    show("whileDown", whileDown(n));
    show("whileDownInCondition", whileDownInCondition(n));
    show("whileBareUnsigned", whileBareUnsigned(n));
    show("whileBareSigned", whileBareSigned(n));
    show("whilePostfixUp", whilePostfixUp(n));
    show("whilePostfixUpUnsigned", whilePostfixUpUnsigned(n));
    show("whilePrefix", whilePrefix(n));
    show("whileStrided", whileStrided(n));
    show("whileShort", whileShort(n));
    show("whileTwo", whileTwo(n));
    show("doUp", doUp(n));
    show("doInCondition", doInCondition(n));
    show("doPostfix", doPostfix(n));
    show("doFrom", doFrom(4, n));
    show("doDown", doDown(n));
    show("doContinue", doContinue(n));
    show("forBefore", forBefore(2, n));
    show("forSeveral", forSeveral(n));
    show("forInBody", forInBody(n));
    show("forComma", forComma(n));
    show("forConditionUnsigned", forConditionUnsigned(n));
    show("forConditionSigned", forConditionSigned(n));
    show("forOffset", forOffset(n));
    show("forOffsetTwo", forOffsetTwo(3, n));
    show("forBehind", forBehind(n));
    show("forWindow", forWindow(n, 3));
    show("forUnsignedOffset", forUnsignedOffset(n));
  }
  show("forOffset", forOffset(-2147483647 - 1));
  show("forUnsignedOffset", forUnsignedOffset(0));
}
