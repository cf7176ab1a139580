// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[65536];
void f(int n) {
  // loomp: parallel assuming(fixed-step) -- it asks: i=0 and i=65536 both write a[0]
  for (int i = 0; i < n; i++)
    a[(unsigned short)i] = i;
}
