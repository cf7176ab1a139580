// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int steps[1000];
void f() {
  int k = 0;
  // loomp: not-parallel -- i=2 goes on counting where i=1 stopped
  for (int i = 1; i < 1000; i++) {
    int n = i;
    // loomp: not-parallel -- each step starts from the last n
    while (n != 1) {
      n = n % 2 ? 3 * n + 1 : n / 2;
      k++;
    }
    steps[i] = k;
  }
}
