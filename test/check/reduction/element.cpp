// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// One element that all iterations of a loop update.
#include <algorithm>
#include <vector>

void rows(const double (&a)[64][64], const double (&x)[64], double (&y)[64]) {
  // loomp: parallel -- y[i] is the row's own
  for (int i = 0; i < 64; i++)
    // loomp: parallel reduction(+:yLocal)
    for (int j = 0; j < 64; j++)
      y[i] += a[i][j] * x[j];
}

void pairs(const std::vector<double> &x, std::vector<double> &force) {
  // loomp: parallel -- atomic updates
  for (int i = 0; i < static_cast<int>(x.size()); ++i)
    // loomp: parallel reduction(+:forceLocal) -- j is never i
    for (int j = i + 1; j < static_cast<int>(x.size()); ++j) {
      const double d = x[j] - x[i];
      force[i] -= d;
      force[j] += d;
    }
}

void pairsWithItself(const std::vector<double> &x, std::vector<double> &force) {
  // loomp: parallel -- atomic updates
  for (int i = 0; i < static_cast<int>(x.size()); ++i)
    // loomp: not-parallel -- with j = i, force[j] is force[i]: a copy would lose an update
    for (int j = i; j < static_cast<int>(x.size()); ++j) {
      const double d = x[j] - x[i];
      force[i] -= d;
      force[j] += d;
    }
}

void readToo(const double *__restrict x, double *__restrict y, double *__restrict z, int n) {
  // loomp: not-parallel -- z[j] is the sum so far
  for (int j = 0; j < n; j++) {
    y[0] += x[j];
    z[j] = y[0];
  }
}

void perhapsAbsent(const double *__restrict x, double *__restrict y, int n, int k) {
  // loomp: parallel atomic(+:y) -- y[k] may not exist where no x[j] is negative
  for (int j = 0; j < n; j++)
    if (x[j] < 0)
      y[k] += x[j];
}

void perhapsUntouched(const double *x, double (&y)[8], int n) {
  // loomp: parallel -- y[3] exists
  for (int j = 0; j < n; j++)
    if (x[j] < 0)
      y[3] += x[j];
}

struct Node {
  double sum;
  Node *next;
};

void throughPointer(const double *__restrict x, Node *__restrict node, int n) {
  // loomp: parallel reduction(+:sumLocal)
  for (int j = 0; j < n; j++)
    node->sum += x[j];
}

void throughMovingPointer(const double *x, Node *node, int n) {
  // loomp: not-parallel -- each iteration adds to another node
  for (int j = 0; j < n; j++) {
    node->sum += x[j];
    node = node->next;
  }
}

void throughMovingMember(const double *x, Node *node, int n) {
  // loomp: not-parallel -- each iteration adds to another node
  for (int j = 0; j < n; j++) {
    node->next->sum += x[j];
    node->next = node->next->next;
  }
}

void indexMoves(const double *x, double (&y)[8], int n) {
  int k = 0;
  // loomp: not-parallel -- k decides where the sum goes on
  for (int j = 0; j < n; j++) {
    y[k & 7] += x[j];
    if (x[j] < 0)
      k++;
  }
}

void headerSetsIndex(const double *__restrict x, double *__restrict y, int n, int m) {
  int k = 7, j;
  // loomp: parallel atomic(+:y) -- in front of the loop, y[k] is another element
  for (j = 0, k = m; j < n; j++)
    y[k] += x[j];
}

void output(const double *__restrict x, double *__restrict sum, int n) {
  // loomp: parallel reduction(+:sumLocal)
  for (int j = 0; j < n; j++)
    *sum += x[j];
}

void smallest(const int *__restrict x, int *__restrict low, int k, int n) {
  // loomp: parallel reduction(min:lowLocal)
  for (int j = 0; j < n; j++)
    low[k] = std::min(low[k], x[j]);
}

void smallestMayBeInfinite(const double *__restrict x, double *__restrict low, int k, int n) {
  // loomp: parallel atomic(min:low) -- clang's reduction does not keep an infinity
  for (int j = 0; j < n; j++)
    low[k] = std::min(low[k], x[j]);
}

class Matrix {
public:
  double &operator()(int i, int j) { return Data[i * Columns + j]; }
  double operator()(int i, int j) const { return Data[i * Columns + j]; }

private:
  int Columns;
  double *Data;
};

void product(const double *__restrict x, Matrix &c, int i, int k, int n) {
  // loomp: parallel reduction(+:cLocal) -- where x is no element of c
  for (int j = 0; j < n; j++)
    c(i, k) += x[j];
}

void masked(const int *__restrict x, int *__restrict y, int n) {
  // loomp: parallel atomic(&:y)
  for (int j = 0; j < n; j++)
    y[x[j]] = y[x[j]] & 255;
}

void maskedInParentheses(const int *__restrict x, int *__restrict y, int n) {
  // loomp: parallel assuming(no-dependence) -- g++ takes this for no update
  for (int j = 0; j < n; j++)
    y[x[j]] = (y[x[j]] & 255);
}
