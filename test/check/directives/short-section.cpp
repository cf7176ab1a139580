// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// A reduction of a section makes copies of that section only.
int a[1000];

int half() {
  int h[10] = {0};
#pragma omp parallel for reduction(+ : h[ : 5])
  // loomp: parallel array-reduction(+:h) -- as serial code; h[7] lies behind the copy
  for (int i = 0; i < 100; i++)
    h[a[i] & 7]++;
  return h[7];
}

int withoutTheFirst() {
  int h[10] = {0};
#pragma omp parallel for reduction(+ : h[1 : ])
  // loomp: parallel array-reduction(+:h) -- as serial code; h[0] lies in front of the copy
  for (int i = 0; i < 100; i++)
    h[a[i] & 7]++;
  return h[7];
}

int all() {
  int h[10] = {0};
#pragma omp parallel for reduction(+ : h[ : 10])
  // loomp: already-parallel
  for (int i = 0; i < 100; i++)
    h[a[i] & 7]++;
  return h[7];
}

int byName() {
  int h[10] = {0};
#pragma omp parallel for reduction(+ : h)
  // loomp: already-parallel
  for (int i = 0; i < 100; i++)
    h[a[i] & 7]++;
  return h[7];
}

int upToTheEnd() {
  int h[10] = {0};
#pragma omp parallel for reduction(+ : h[0 : ])
  // loomp: already-parallel
  for (int i = 0; i < 100; i++)
    h[a[i] & 7]++;
  return h[7];
}
