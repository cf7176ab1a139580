// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Updates that only look like reductions.
int truncated(int n) {
  int points = -50;
  // loomp: not-parallel not-a-reduction -- -50 + 1.5 truncates to -48, 0 + 1.5 to 1
  for (int i = 0; i < n; i++)
    points += 1.5;
  return points;
}

int scaled(int n) {
  int m = 1000;
  // loomp: not-parallel not-a-reduction -- truncated after every factor
  for (int i = 0; i < n; i++)
    m *= 0.9;
  return m;
}

double alternating(int n, const double *a) {
  double x = 0.0;
  // loomp: not-parallel -- a[1] - (a[0] - x): subtraction the wrong way round
  for (int i = 0; i < n; i++)
    x = a[i] - x;
  return x;
}

float narrow(int n, const double *a) {
  float sum = 0.0f;
  // loomp: parallel reduction(+:sum) -- each term is rounded to float before it is added
  for (int i = 0; i < n; i++)
    sum += static_cast<float>(a[i]);
  return sum;
}
