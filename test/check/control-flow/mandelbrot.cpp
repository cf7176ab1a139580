// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int image[100 * 100];
void f() {
  // loomp: parallel
  for (int y = 0; y < 100; y++)
    // loomp: parallel
    for (int x = 0; x < 100; x++) {
      double cr = x * 0.03 - 2, ci = y * 0.03 - 1.5, r = 0, i = 0;
      int k = 0;
      // loomp: not-parallel -- each step starts from the point that the last one reached
      for (; k < 1000 && r * r + i * i < 4; k++) {
        double t = r * r - i * i + cr;
        i = 2 * r * i + ci;
        r = t;
      }
      image[y * 100 + x] = k;
    }
}
