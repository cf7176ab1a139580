// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A place seen as another type may be more than the part that is named.
double a[1000];
struct Halves {
  int low, high;
} halves[1000];

void bits(int n, long long *out) {
  for (int i = 0; i < n; i++) // loomp: not-parallel -- `out` may lead to what is read
    out[i] = reinterpret_cast<long long &>(a[i]);
  long long sum = 0;
  for (int i = 0; i < n; i++) // loomp: parallel reduction(+:sum)
    sum += reinterpret_cast<long long &>(a[i]);
  out[0] = sum;
}

void wide(int n) {
  for (int i = 0; i < n; i++) // loomp: not-parallel -- all write halves[0], both parts of it
    reinterpret_cast<long long &>(halves[0].low) = halves[i].high;
}
