// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int h[1000];
void f(int n) {
  // loomp: not-parallel -- 0 * 0.5 and 1 * 0.5 both truncate to 0
  for (int i = 0; i < n; i++)
    h[(int)(i * 0.5)] = i;
}
