// RUN: %differential %s
// 'total' and 's' have no unqualified name at the loops: a clause that says one does not compile.
#include <cstdio>
namespace ns {
long total;
struct A {
  static long s;
};
long A::s;
} // namespace ns
static int a[1000];
int main() {
  for (int i = 0; i < 1000; i++)
    a[i] = i;
  for (int i = 0; i < 1000; i++)
    ns::total += a[i];
  for (int i = 0; i < 1000; i++)
    ns::A::s += a[i];
  printf("%ld %ld\n", ns::total, ns::A::s);
}
