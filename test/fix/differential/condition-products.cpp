// Every product in a condition is formed in 64 bits, not the first one only.
// RUN: %differential %s
// RUN: %loomp fix --diff --cost-model=off %s -- | FileCheck-22 %s
// CHECK: {{3LL? \* u.*2LL? \* s}}
// CHECK: {{3LL? \* u.*2LL? \* s}}
#include <cstdio>
static long table[10000];
static void ofSigned(long *p, int u, int s, int m) {
  for (int i = 0; i < 3000; i++)
    p[i + m] = p[i + 3L * u - 2L * s] + 1;
}
static void ofUnsigned(long *p, unsigned u, unsigned s, int m) {
  for (int i = 0; i < 3000; i++)
    p[i + m] = p[i + 3L * u - 2L * s] + 1;
}
int main() {
  for (int i = 0; i < 10000; i++)
    table[i] = i;
  ofSigned(table, 800000000, 1200000000, 1);
  ofUnsigned(table + 4000, 2000000000U, 3000000000U, 1);
  ofUnsigned(table + 4000, 2000000000U, 3000000000U, 0);
  long sum = 0;
  for (int i = 0; i < 10000; i++)
    sum += table[i] * (i % 13);
  std::printf("%ld\n", sum);
}
