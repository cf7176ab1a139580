// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[8], b[1000], c[1000];
void f() {
  // loomp: not-parallel -- i=0 and i=8 both write a[0]
  for (int i = 0; i < 1000; i++)
    a[i & 7] = b[i];
  // loomp: not-parallel -- i=0 and i=1 both write c[0]
  for (int i = 0; i < 1000; i++)
    c[i >> 1] = b[i];
}
