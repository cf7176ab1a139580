// RUN: %loomp check --format=json %s -- -fopenmp | %verdicts %s
// The last value as a maximum: only where each thread runs its iterations in order.
double a[1000];
int isStatic(int n) {
  int last = -1;
  // loomp: already-parallel
#pragma omp parallel for reduction(max : last) schedule(static)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int isMonotonic(int n) {
  int last = -1;
  // loomp: already-parallel
#pragma omp parallel for reduction(max : last) schedule(monotonic : dynamic, 4)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int isDynamic(int n) {
  int last = -1;
  // loomp: parallel reduction(max:last) -- but not like this: a thread may run iteration 8 before 4 and leave 4
#pragma omp parallel for reduction(max : last) schedule(dynamic, 4)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int isProtected(int n) {
  int last = -1;
  // loomp: parallel reduction(max:last) -- but not like this: whoever comes last leaves its number
#pragma omp parallel for schedule(static)
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
#pragma omp critical
      last = i;
    }
  return last;
}

int isUpdate(int n) {
  int last = -1;
  // loomp: already-parallel -- in any order
#pragma omp parallel for reduction(max : last) schedule(dynamic, 4)
  for (int i = 0; i < n; i++)
    if (i > last)
      last = i;
  return last;
}

bool isFlag(int n) {
  bool found = false;
  // loomp: already-parallel -- in any order
#pragma omp parallel for reduction(|| : found) schedule(dynamic, 4)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      found = true;
  return found;
}
