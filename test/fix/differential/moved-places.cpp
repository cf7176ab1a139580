// RUN: %differential %s --race
// Members, pointees and references that each iteration moves, apart from all else and not.
#include <cstdio>
#include <vector>
struct Log {
  int used = 0, step = 2;
  double *data = nullptr;
  void append(const double *x, int n) {
    for (int i = 0; i < n; i++)
      data[used++] = x[i];
  }
  void byMember(int *a, int n) {
    for (int i = 0; i < n; i++) {
      a[i] = used;
      used += step;
    }
  }
  void stepMoves(int *a, int n) {
    for (int i = 0; i < n; i++) {
      this->step += 1;
      used += step;
      a[i] = used;
      used -= this->step / 1000;
    }
  }
  void others(const Log *o, int *a, int n) {
    for (int i = 0; i < n; i++) {
      a[i] = used + o[i].used;
      used += 3;
    }
  }
  void set(Log *o, int *a, int n) {
    for (int i = 0; i < n; i++) {
      a[i] = used;
      used += 1;
      o->used = 7 + i;
    }
  }
};
static void push(Log *s, const double *x, int n) {
  for (int i = 0; i < n; i++)
    s->data[s->used++] = x[i];
}
static void reference(int &q, int *a, int n) {
  for (int i = 0; i < n; i++)
    a[q++] = i;
}
static void behind(unsigned &q, unsigned *a, int n) {
  for (int i = 0; i < n; i++) {
    q -= 3;
    a[i] = q % 100 + q / 100;
  }
}
static void inBrackets(int *q, float *a, int n) {
  for (int i = 0; i < n; i++)
    a[(*q)++] = i;
}
static void oneElement(int *a, int n) {
  for (int i = 1; i < n; i++) {
    a[i] = a[0];
    a[0] += 5;
  }
}
static void two(int *p, int *q, int *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = *p * 7 + *q;
    *p += 1;
    *q += *p;
  }
}
static void asStep(int *p, int *q, int *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = *p;
    *p += *q;
  }
}
static void packed(Log &s, int *a, int n, int m) {
  for (int i = 0; i < n; i++) {
    s.used++;
    for (int j = 0; j < m; j++)
      a[s.used++] = i * 100 + j;
  }
}
static void quadratic(int &q, int *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] += q;
    q = i + q;
  }
}
static void inThird(short &q, short *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = q;
    if (i % 3 == 0)
      q += 100;
  }
}
static void narrow(unsigned char *q, int *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = *q;
    *q += 3;
  }
}
static void floating(float &t, float *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] += t;
    t = 0.5 + t;
  }
}
static void range(Log &s, const std::vector<int> &v, int *a) {
  for (int x : v) {
    a[s.used] = x;
    s.used += 2;
  }
}
static void turns(Log &s, int *a, int n) {
  int i = n;
  while (i > 0) {
    a[s.used++] = i;
    --i;
  }
}
static void readOnly(int &q, const int *a, long *out, int n) {
  for (int i = 0; i < n; i++) {
    out[i] = a[i] + q;
    q += 2;
  }
}
template <class T> static void any(T &q, T *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = q;
    q += 2;
  }
}
int size;
static void global(int *a, int n) {
  for (int i = 0; i < n; i++) {
    a[i] = size;
    size += 3;
  }
}
using val = unsigned char;
struct Typed {
  using val = int;
  val used = 0;
};
static void typed(Typed &s, double *o, int n) {
  for (int i = 0; i < n; i++) {
    o[i] = s.used;
    s.used += 100;
  }
}
static void turned(int *p, int *out, int n) {
  for (int i = 0; i < n; i++)
    out[i] = 3 [p]++;
}
static long sum(const int *a, int n) {
  long total = 0;
  for (int i = 0; i < n; i++)
    total = (total * 31 + a[i]) % 1000003;
  return total;
}
static int a[4000], b[4000];
static unsigned u[400];
static short h[400];
static float f[4000];
static double x[400], y[1200];
static long l[400];
int main() {
  for (int n : {0, 1, 2, 300}) {
    for (int i = 0; i < 4000; i++)
      a[i] = b[i] = i % 7, f[i] = i % 5;
    for (int i = 0; i < 400; i++)
      x[i] = i;
    Log s;
    s.data = y;
    s.append(x, n);
    s.data = x - s.used + 1; // one behind what is read
    s.append(x, n);
    Log t = {3, 0, y};
    push(&t, x + 5, n);
    push(&t, y + t.used + 1, n / 3);
    push(&t, y + t.used - 1, n / 3);
    push(nullptr, nullptr, 0);
    s.byMember(a, n);
    std::printf("%d %d %.0f %.0f %.0f\n", s.used, t.used, x[n / 2], y[n / 2], y[t.used - 1]);
    s.byMember(&s.used, n > 0);
    s.byMember(&s.step, n > 0);
    s.used = s.step = 1;
    s.stepMoves(a, n);
    std::printf("%d %d %ld\n", s.used, s.step, sum(a, 4000));
    static Log logs[400];
    logs[3].used = 1;
    logs[0].others(logs, a, n);
    logs[1].others(logs + 2, a, n);
    std::printf("%d %d %ld\n", logs[0].used, logs[1].used, sum(a, 4000));
    s.set(&s, a, n);
    s.set(logs, a, n);
    std::printf("%d %d %ld\n", s.used, logs[0].used, sum(a, 4000));
    int q = 5;
    reference(q, a, n);
    a[7] = 5;
    reference(a[7], a, n);
    std::printf("%d %d %ld\n", q, a[7], sum(a, 4000));
    unsigned w = 7;
    behind(w, u, n);
    behind(u[5], u, n);
    std::printf("%u %u %u\n", w, u[5], u[n / 2]);
    q = 3;
    inBrackets(&q, f, n);
    oneElement(a, n);
    std::printf("%d %d %ld\n", q, a[0], sum(a, 4000));
    int p = 2;
    two(&p, &q, a, n);
    std::printf("%d %d %ld\n", p, q, sum(a, 4000));
    two(&p, &p, a, n > 2 ? 20 : n);
    two(a + 4, &q, a, n);
    std::printf("%d %d %ld\n", p, q, sum(a, 4000));
    p = 1;
    asStep(&p, &p, a, n > 2 ? 20 : n);
    asStep(&p, &q, a, n > 2 ? 20 : n);
    std::printf("%d %d %ld\n", p, q, sum(a, 4000));
    s.used = 4;
    packed(s, a, n / 3, 9);
    packed(s, a, n / 3, -1);
    std::printf("%d %ld\n", s.used, sum(a, 4000));
    q = 0;
    quadratic(q, b, n);
    quadratic(b[9], b, n > 2 ? 12 : n);
    std::printf("%d %d %ld\n", q, b[9], sum(b, 4000));
    short k = 32000;
    inThird(k, h, n);
    inThird(h[6], h, n);
    unsigned char c = 250;
    narrow(&c, a, n);
    std::printf("%d %d %d %d %ld\n", k, h[6], h[n / 2], c, sum(a, 4000));
    narrow(reinterpret_cast<unsigned char *>(a + 2), a, n);
    std::printf("%ld\n", sum(a, 4000));
    float g = 1;
    floating(g, f, n);
    floating(f[3], f, n > 2 ? 20 : n);
    std::printf("%g %g %g\n", g, f[3], f[n / 2]);
    s.used = 1;
    range(s, std::vector<int>(a, a + n), a);
    turns(s, a, n);
    std::printf("%d %ld\n", s.used, sum(a, 4000));
    readOnly(q, a, l, n);
    readOnly(a[4], a, l, n);
    std::printf("%d %d %ld %ld\n", q, a[4], l[n / 2], l[n / 3]);
    any(q, a, n);
    any(a[2], a, n);
    any(l[1], l, n);
    any(g, f, n);
    std::printf("%d %ld %ld %g %ld\n", q, l[1], l[n / 2], g, sum(a, 4000));
    Typed z;
    typed(z, y, n);
    turned(b + 5, a, n);
    turned(a, a, n > 2 ? 20 : n);
    std::printf("%d %g %d %ld\n", z.used, y[n / 2], b[8], sum(a, 4000));
    global(a, n);
    global(&size, n > 0);
    std::printf("%d %ld\n", size, sum(a, 4000));
  }
}
