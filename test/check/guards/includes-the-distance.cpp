// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel assuming(no-dependence) -- if(n <= 200); else i=100 writes a[100], i=200 reads it
  for (int i = 100; i < n; i++)
    if (i <= 200)
      a[i] = a[i - 100];
}
