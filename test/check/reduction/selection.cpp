// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// arg-min, arg-max, and what looks like them.
#include <cmath>
#include <vector>

int cheapest(const std::vector<double> &price) {
  double best = price[0];
  int day = 0;
  // loomp: parallel selection(min:best) selection(min:day)
  for (int i = 1; i < static_cast<int>(price.size()); ++i)
    if (price[i] < best) {
      best = price[i];
      day = i;
    }
  return day;
}

int lastHighest(const int *score, int n) {
  int best = score[0], holder = 0;
  // loomp: parallel selection(max:best) selection(max:holder)
  for (int i = 1; i < n; ++i)
    if (best <= score[i])
      best = score[i], holder = i;
  return holder;
}

struct Point {
  double x, y;
};
static double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

int nearest(const std::vector<Point> &centers, Point p) {
  int best = 0;
  double least = distance(centers[0], p);
  // loomp: parallel selection(min:best) selection(min:least)
  for (int c = 1; c < static_cast<int>(centers.size()); ++c)
    if (const double d = distance(centers[c], p); d < least) {
      least = d;
      best = c;
    }
  return best;
}

int winner(const double (&score)[8]) {
  int winner = 0;
  // loomp: parallel selection(max:winner)
  for (int s = 1; s < 8; s++)
    if (score[s] > score[winner])
      winner = s;
  return winner;
}

int pivot(const double (&a)[20][20], int k) {
  int best = k;
  // loomp: parallel selection(max:best)
  for (int i = k + 1; i < 20; i++)
    if (std::fabs(a[i][k]) > std::fabs(a[best][k]))
      best = i;
  return best;
}

double inMatrix(const double (&a)[20][20], int *where) {
  double least = a[0][0];
  int row = 0, column = 0;
  // loomp: parallel selection(min:least) selection(min:row) selection(min:column)
  for (int i = 0; i < 20; i++)
    // loomp: parallel selection(min:least) selection(min:row) selection(min:column)
    for (int j = 0; j < 20; j++)
      if (a[i][j] < least) {
        least = a[i][j];
        row = i;
        column = j;
      }
  where[0] = row;
  where[1] = column;
  return least;
}

double valueOnly(const double (&a)[20], const double (&b)[20]) {
  double least = a[0], other = b[0];
  // loomp: parallel selection(min:least) selection(min:other)
  for (int i = 0; i < 20; i++)
    if (a[i] < least) {
      least = a[i];
      other = b[i];
    }
  return other;
}

double valueMayBeAbsent(const double *a, const double *b, int n) {
  double least = a[0], other = 0;
  // b need not have an element where a[i] is no new minimum: it is read behind the loop.
  // loomp: parallel selection(min:least) selection(min:other)
  for (int i = 0; i < n; i++)
    if (a[i] < least) {
      least = a[i];
      other = b[i];
    }
  return other;
}

int divides(const int *a, int n) {
  int least = a[0], other = 0;
  // a[i] may be 0 behind a negative minimum: the division waits.
  // loomp: parallel selection(min:least) selection(min:other)
  for (int i = 0; i < n; i++)
    if (a[i] < least) {
      least = a[i];
      other = 100 / a[i];
    }
  return other;
}

int records(const double *price, int n) {
  double best = price[0];
  int day = 0, count = 0;
  // loomp: not-parallel -- the number of records depends on what came before
  for (int i = 1; i < n; ++i)
    if (price[i] < best) {
      best = price[i];
      day = i;
      ++count;
    }
  return day + count;
}

int withMargin(const double *price, int n, double margin) {
  double best = price[0];
  int day = 0;
  // loomp: not-parallel -- i compares with the best of i-1
  for (int i = 1; i < n; ++i)
    if (price[i] < best - margin) {
      best = price[i];
      day = i;
    }
  return day;
}

int otherValue(const double *price, const double (&cost)[100]) {
  double best = price[0];
  int day = 0;
  // loomp: not-parallel -- keeps another value than it compares
  for (int i = 1; i < 100; ++i)
    if (price[i] < best) {
      best = cost[i];
      day = i;
    }
  return day;
}

int resets(const double *price, int n) {
  double best = price[0];
  int day = 0;
  // loomp: not-parallel -- a price of 7 starts the search anew
  for (int i = 1; i < n; ++i) {
    if (price[i] < best) {
      best = price[i];
      day = i;
    }
    if (price[i] == 7)
      best = 100;
  }
  return day;
}

int readInside(const double *__restrict price, int *__restrict out, int n) {
  double best = price[0];
  int day = 0;
  // loomp: not-parallel -- out[i] is the best day so far
  for (int i = 1; i < n; ++i) {
    if (price[i] < best) {
      best = price[i];
      day = i;
    }
    out[i] = day;
  }
  return day;
}

int narrow(const float *price, const double *exact, int n) {
  float best = price[0];
  int day = 0;
  // loomp: not-parallel -- the comparison sees more digits than are kept
  for (int i = 1; i < n; ++i)
    if (exact[i] < best) {
      best = exact[i];
      day = i;
    }
  return day;
}

int movingKey(double (&score)[8]) {
  int winner = 0;
  // loomp: not-parallel -- an iteration may change score[winner]
  for (int s = 1; s < 8; s++) {
    if (score[s] > score[winner])
      winner = s;
    score[s] = 0;
  }
  return winner;
}

int elsewhere(const double (&score)[8], const double (&other)[8]) {
  int winner = 0;
  // loomp: not-parallel -- not the same key
  for (int s = 1; s < 8; s++)
    if (score[s] > other[winner])
      winner = s;
  return winner;
}

int withElse(const int *a, int n) {
  int best = a[0], at = 0;
  // loomp: not-parallel -- how often at moves on depends on the best so far
  for (int i = 1; i < n; i++)
    if (a[i] < best) {
      best = a[i];
      at = i;
    } else
      at++;
  return at;
}

int throughReference(const int *a, int n) {
  int best = a[0], at = 0;
  int &alias = best;
  // loomp: not-parallel -- alias is best
  for (int i = 1; i < n; i++) {
    if (a[i] < best) {
      best = a[i];
      at = i;
    }
    if (a[i] == -1)
      alias = 0;
  }
  return at;
}

double index;
int sumToo(const int *a, int n, long &total) {
  int best = a[0], at = 0;
  long sum = 0;
  // loomp: parallel selection(min:best) selection(min:at) reduction(+:sum)
  for (int i = 1; i < n; i++) {
    sum += a[i];
    if (a[i] < best) {
      best = a[i];
      at = i;
    }
  }
  total = sum;
  return at;
}

// What is stored is what was compared if the type of the variable has it.
int maskedKey(const long *a, int n) {
  int best = 2, at = 0;
  // loomp: parallel selection(min:best) selection(min:at)
  for (int i = 1; i < n; i++)
    if ((a[i] & 3) < best) {
      best = a[i] & 3;
      at = i;
    }
  return best * 10 + at;
}
int maskedNumber(const long *a, int n) {
  double best = 2;
  int at = 0;
  // loomp: parallel selection(max:best) selection(max:at)
  for (int i = 1; i < n; i++)
    if ((a[i] & 3) > best) {
      best = a[i] & 3;
      at = i;
    }
  return best * 10 + at;
}
int cutKey(const long *a, int n) {
  signed char best = 2;
  int at = 0;
  // loomp: not-parallel -- 255 is stored as -1
  for (int i = 1; i < n; i++)
    if ((a[i] & 255) > best) {
      best = a[i] & 255;
      at = i;
    }
  return best * 10 + at;
}
int roundedKey(const long *a, int n) {
  float best = 2;
  int at = 0;
  // loomp: not-parallel -- 2^24 + 1 is compared as 2^24
  for (int i = 1; i < n; i++)
    if ((a[i] & 33554431) > best) {
      best = a[i] & 33554431;
      at = i;
    }
  return best + at;
}
int roundedHalf(const int *a, int n) {
  _Float16 best = 2;
  int at = 0;
  // loomp: not-parallel -- 2^11 + 1 is stored as 2^11
  for (int i = 1; i < n; i++)
    if ((double)(a[i] & 8191) > best) {
      best = a[i] & 8191;
      at = i;
    }
  return best + at;
}
int exactHalf(const int *a, int n) {
  _Float16 best = 2;
  int at = 0;
  // loomp: parallel selection(max:best) selection(max:at)
  for (int i = 1; i < n; i++)
    if ((double)(a[i] & 2047) > best) {
      best = a[i] & 2047;
      at = i;
    }
  return best + at;
}
