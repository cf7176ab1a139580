// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100];
void f() {
  // loomp: not-parallel -- i=0 writes a[1], i=1 reads it
  for (int i = 0; i < 100; i++)
    // loomp: parallel peeled(first) -- j=i writes a[i], which every later j reads
    for (int j = i; j < 100; j++)
      a[j] += a[i];
}
