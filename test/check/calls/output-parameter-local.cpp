// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void split(int v, int *low, int &high) {
  *low = v % 10;
  high = v / 10;
}
int a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- low and high belong to the iteration
  for (int i = 0; i < n; i++) {
    int low, high;
    split(a[i], &low, high);
    b[i] = low + high;
  }
}
