// RUN: %loomp check --format=json %s -- -std=gnu17 | %verdicts %s
// Assertions hold. In C they are blocks that yield a value; so is what <ctype.h> makes of its names.
#include <assert.h>
#include <ctype.h>

double a[1000], b[1000];
int kinds[1000];

void checked(int n) {
  for (int i = 0; i < n; i++) { // loomp: parallel
    assert(b[i] >= 0);
    a[i] = b[i];
  }
  for (int i = 0; i < n; i++) { // loomp: parallel peeled(first) -- all others read the a[0] of i=0
    assert(a[0] == 1);
    a[i] = a[0] + 1;
  }
}

void classes(int n, const char *text) {
  for (int i = 0; i < n; i++) // loomp: parallel
    kinds[i] = isalpha(text[i]) ? 1 : isdigit(text[i]) ? 2 : 0;
}

void lower(int n, char *text) {
  for (int i = 0; i < n; i++) // loomp: parallel
    text[i] = tolower(text[i]);
  for (int i = 1; i < n; i++) // loomp: serial carried-flow-dependence -- text[1] needs text[0]
    text[i] = isspace(text[i - 1]) ? text[i - 1] : text[i];
}

#define MAX(x, y) ({ double p = (x), q = (y); p > q ? p : q; })

void blocks(int n) {
  for (int i = 0; i < n; i++) // loomp: parallel
    a[i] = MAX(b[i], 0.0);
  for (int i = 1; i < n; i++) // loomp: not-parallel -- i=1 writes a[1], i=2 reads it
    a[i] = MAX(b[i], a[i - 1]);
  double last = 0;
  for (int i = 0; i < n; i++) // loomp: not-parallel -- `last` is what i-1 left
    a[i] = ({
      double before = last;
      last = b[i];
      before;
    });
  for (int i = 0; i < n; i++) // loomp: not-parallel -- `break` leaves at the first negative b[i]
    a[i] = ({
      if (b[i] < 0)
        break;
      b[i];
    });
}
