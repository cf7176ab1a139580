// RUN: %loomp check --format=json %s | %verdicts %s
// In C, flexible arrays, arrays of variable length, registers.
static double a[400];
struct Tail {
  int n;
  double cells[];
};
static struct Tail tail = {2, {1, 2}};
void gather(int n, const double *b, const int *x) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    a[i] = b[x[i]];
}
void intoTail(const double *b, const int *x) {
  // loomp: unknown needs-assumption -- the variable is larger than its type
  for (int i = 0; i < 2; ++i)
    tail.cells[i] = b[x[i]];
}
