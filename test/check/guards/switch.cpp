// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
int kind[1000];
void f(int n) {
  // loomp: parallel -- `break` leaves the switch, not the loop
  for (int i = 0; i < n; i++)
    switch (kind[i]) {
    case 0:
      a[i] = b[i];
      break;
    case 1:
      a[i] = -b[i];
      break;
    default:
      a[i] = 0;
    }
}
