// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
namespace config {
int limit = 100;
}
int a[1000];
void f() {
  int *p = &config::limit;
  // loomp: not-parallel -- i=0 lowers the limit that i=1 stores, by another name
  for (int i = 0; i < 1000; i++) {
    a[i] = config::limit;
    *p -= 1;
  }
}
