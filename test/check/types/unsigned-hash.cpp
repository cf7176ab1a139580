// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1024];
void f(unsigned n) {
  // loomp: not-parallel -- i=0 and i=1024 both write a[0]
  for (unsigned i = 0; i < n; i++)
    a[i * 2654435761u % 1024] = 1;
}
