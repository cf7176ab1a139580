// A row of `(y * w + x) * 3 + c` has 3 * w elements.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp check --format=json %s -- -std=c++20 | FileCheck %s
void pixels(unsigned char *p, int w, int n) {
  // CHECK: "text": "w >= n"
  // loomp: parallel assuming(no-dependence)
  for (int y = 0; y < 10; ++y)
    // loomp: parallel
    for (int x = 0; x < n; ++x)
      // loomp: parallel
      for (int c = 0; c < 3; ++c)
        p[(y * w + x) * 3 + c] = x;
}
void firsts(unsigned char *p, int w, int n) {
  // CHECK: "text": "w >= n"
  // loomp: parallel assuming(no-dependence)
  for (int y = 0; y < 10; ++y)
    // loomp: parallel
    for (int x = 0; x < n; ++x)
      p[(y * w + x) * 3] = x;
}
void skipped(unsigned char *p, int w, int n) {
  // CHECK: "text": "n <= 2LL * w"
  // loomp: parallel assuming(no-dependence)
  for (int y = 0; y < 10; ++y)
    // loomp: parallel
    for (int x = 0; x < n; ++x)
      p[2 * y * w + x] = x;
}
void whole(unsigned char *p, int w) {
  // loomp: parallel
  for (int y = 0; y < 10; ++y)
    // loomp: parallel
    for (int x = 0; x < w; ++x)
      // loomp: parallel
      for (int c = 0; c < 3; ++c)
        p[(y * w + x) * 3 + c] = x;
  // loomp: not-parallel -- w * 3 of row 0 is 0 of row 1
  for (int y = 0; y < 10; ++y)
    // loomp: parallel
    for (int x = 0; x <= w; ++x)
      p[(y * w + x) * 3] = x;
  // loomp: not-parallel -- c = 3 is c = 0 of the next pixel
  for (int y = 0; y < 10; ++y)
    // loomp: not-parallel -- c = 3 is c = 0 of the next pixel
    for (int x = 0; x < w; ++x)
      // loomp: parallel
      for (int c = 0; c < 4; ++c)
        p[(y * w + x) * 3 + c] = x;
}
