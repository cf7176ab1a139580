// RUN: %differential %s
// The temporary of every iteration dies in it, and its destructor updates 'count': the order of i=0
// and i=1 decides the value. In 'extended' it dies at the end of the body, in 'immediate' before.
#include <cstdio>
static unsigned long count;
struct Counted {
  int v;
  explicit Counted(int v) : v(v) {}
  ~Counted() { count = count * 3 + v; }
};
static int use(const Counted &t) { return t.v; }
static int a[100000];
void immediate() {
  for (int i = 0; i < 100000; i++)
    a[i] = use(Counted(i));
}
void extended() {
  for (int i = 0; i < 100000; i++) {
    const Counted &t = Counted(i);
    a[i] += t.v;
  }
}
int main() {
  immediate();
  printf("%lu\n", count);
  extended();
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += a[i];
  printf("%ld %lu\n", s, count);
}
