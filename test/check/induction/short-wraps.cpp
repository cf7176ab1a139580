// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[65536];
void f() {
  short k = 0;
  // loomp: not-parallel -- k goes from 32767 to -32768: i=0 and i=65536 both write a[32768]
  for (int i = 0; i < 100000; i++) {
    a[k + 32768] = i;
    k++;
  }
}
