// RUN: %differential %s
// 'v.data' is loaded from memory and is 'raw' itself: iteration i=0 writes raw[1], i=1 reads it.
#include <cstdio>
#include <cstdlib>
struct View {
  double *data;
  int n;
};
static void touch(View *) {}
int main() {
  View v;
  double *raw = (double *)malloc(100001 * sizeof(double));
  v.data = raw;
  v.n = 100000;
  for (int i = 0; i < 100001; i++)
    raw[i] = i % 7;
  touch(&v);
  for (int k = 0; k < 2; k++) {
    for (int i = 0; i < v.n; i++)
      v.data[i + 1] = raw[i] + 1;
    v.data = v.data + 0;
  }
  printf("%.0f\n", raw[100000]);
}
