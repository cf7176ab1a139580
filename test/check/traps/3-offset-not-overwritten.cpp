// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[16], k[4];
void f() {
  // loomp: parallel -- k[3] is the same in every iteration, as nothing writes k
  for (int i = 0; i < 8; i++)
    a[i + k[3]] = i + 1;
}
