// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int h[10][256];
unsigned char image[10][1000];
void f() {
  // loomp: parallel -- each row has a histogram of its own
  for (int i = 0; i < 10; i++)
    // loomp: parallel array-reduction(+:h) -- image[i][0] == image[i][1] is possible
    for (int j = 0; j < 1000; j++)
      h[i][image[i][j]]++;
}
