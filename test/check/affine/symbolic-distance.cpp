// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100000], b[100000], m[100][100];
void forward(int n, int d) {
  // loomp: parallel assuming(no-dependence) -- if(d >= n || d == 0 || d <= -n)
  for (int i = 0; i < n; i++)
    a[i] = a[i + d] + 1;
}
void stride(int n, int s) {
  // loomp: parallel assuming(no-dependence) -- if(s != 0)
  for (int i = 0; i < n; i++)
    a[i * s] = b[i];
}
void step(int n, int s) {
  int k = 0;
  // loomp: parallel induction(k) assuming(no-dependence) -- if(s != 0)
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k += s;
  }
}
void leadingDimension(int n, int width, int ld) {
  // loomp: parallel assuming(no-dependence) -- if(width <= ld)
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < width; j++)
      a[i * ld + j] = b[j];
}
void eliminate(int n, int k) {
  // loomp: parallel peeled(middle) -- row k is read by all and written by i=k
  for (int i = 0; i < n; i++)
    // loomp: parallel peeled(middle) -- m[i][k] is read by all j and written by j=k
    for (int j = 0; j < n; j++)
      m[i][j] -= m[i][k] * m[k][j];
}
void reversed(int n) {
  // loomp: not-parallel -- a[0] is a[n - 1] before, a[n - 1] the new a[0]
  for (int i = 0; i < n; i++)
    a[i] = a[n - 1 - i];
}
void fiveAhead(int n) {
  // loomp: serial carried-anti-dependence -- only n <= 5 would do
  for (int i = 0; i < n; i++)
    a[i] = a[i + 5];
}
void changing(int n, int d) {
  // loomp: not-parallel -- d is another one in each iteration
  for (int i = 0; i < n; i++) {
    a[i] = a[i + d * 2] + 1;
    d = static_cast<int>(b[i]);
  }
}
