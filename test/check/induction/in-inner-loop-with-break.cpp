// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000];
void f() {
  int k = 0;
  // loomp: not-parallel -- how far the row before advanced k is not known
  for (int i = 0; i < 10; i++)
    // loomp: not-parallel -- the break leaves the loop
    for (int j = 0; j < 100; j++) {
      if (b[j] > i)
        break;
      a[k++] = j;
    }
}
