// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Updates of elements, and the loops beside them whose result depends on the order.
#include <array>
long h[64], total;
int key[1000];
float weight[1000];
static long large[100000];

void count() {
  // loomp: parallel array-reduction(+:h)
  for (int i = 0; i < 1000; i++)
    h[key[i]]++;
  // loomp: parallel array-reduction(^:h)
  for (int i = 0; i < 1000; i++)
    h[key[i]] = h[key[i]] ^ i;
  // loomp: parallel array-reduction(max:h)
  for (int i = 0; i < 1000; i++)
    if (h[key[i]] < key[i])
      h[key[i]] = key[i];
  // loomp: parallel atomic(+:large) -- too large to copy
  for (int i = 0; i < 1000; i++)
    large[key[i]] -= i;
}

void looksOnTheWay() {
  // loomp: not-parallel -- what the ++ returns tells how many came before
  for (int i = 0; i < 1000; i++)
    total += i * h[key[i]]++;
  // loomp: not-parallel -- h[3] is read on the way
  for (int i = 0; i < 1000; i++) {
    h[key[i]]++;
    weight[i] = h[3];
  }
  // loomp: not-parallel -- the subscript reads the array
  for (int i = 0; i < 1000; i++)
    h[h[key[i]] % 64]++;
  // loomp: not-parallel -- the condition reads an element
  for (int i = 0; i < 1000; i++)
    if (h[key[i]] < 10)
      h[key[i]]++;
}

void mixes() {
  // loomp: not-parallel -- (x + 1) * 2 is not x * 2 + 1
  for (int i = 0; i < 1000; i++) {
    h[key[i]] += 1;
    h[i % 64] *= 2;
  }
  // loomp: not-parallel -- 1 - x is no sum
  for (int i = 0; i < 1000; i++)
    h[key[i]] = 1 - h[key[i]];
  // loomp: not-parallel -- each step truncates
  for (int i = 0; i < 1000; i++)
    h[key[i]] += weight[i];
}

void otherElements() {
  // loomp: not-parallel -- h[5] is set by i=3, and added to before and after
  for (int i = 0; i < 1000; i++) {
    h[key[i]]++;
    if (i == 3)
      h[5] = 0;
  }
}

struct Bits {
  unsigned low : 4, high : 4;
};
Bits bits[64];
bool flags[64];
void notAtomic() {
  // loomp: not-parallel -- a bit-field cannot be updated atomically
  for (int i = 0; i < 1000; i++)
    bits[key[i]].low++;
  // loomp: not-parallel -- the sum becomes true at the first step
  for (int i = 0; i < 1000; i++)
    flags[key[i]] += key[i];
}

static void bump(long *where) { ++*where; }
int few[50];
void inCallee() {
  // loomp: parallel assuming(no-dependence) -- no directive can stand above the update for this loop alone
  for (int i = 0; i < 50; i++)
    bump(&h[few[i]]);
}

void pointerBesideName() {
  long *alias = h;
  // loomp: parallel atomic(+:h) -- copies of h would not be what alias points to
  for (int i = 0; i < 1000; i++) {
    h[key[i]]++;
    alias[i % 64]++;
  }
}

void sameMemoryElsewhere(int *count, const int *index, int n) {
  // loomp: unknown needs-assumption -- count may be index
  for (int i = 0; i < n; i++)
    count[index[i]]++;
}

void standardArray() {
  std::array<int, 16> bins{};
  // loomp: parallel array-reduction(+:bins)
  for (int i = 0; i < 1000; i++)
    bins[key[i] % 16] += key[i];
  total = bins[0];
}
