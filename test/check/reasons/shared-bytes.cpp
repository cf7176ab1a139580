// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Neighbours in one byte.
#include <bitset>
#include <vector>

void bits(int n, std::vector<bool> &v) {
  // loomp: not-parallel shared-bytes -- v[0] and v[1] lie in the same word
  for (int i = 0; i < n; i++)
    v[i] = true;
}

void bitset(std::bitset<64> &set) {
  // loomp: not-parallel -- 64 bits in one word
  for (int i = 0; i < 64; i++)
    set[i] = true;
}

struct Flags {
  unsigned low : 4;
  unsigned high : 4;
};

void fields(int n, Flags *flags) {
  // loomp: not-parallel shared-bytes -- i=0 and i=1 write two halves of one byte
  for (int i = 0; i < n; i++)
    if (i % 2 == 0)
      flags[i / 2].low = 1;
    else
      flags[i / 2].high = 1;
}

void bytes(int n, std::vector<char> &v) {
  // loomp: parallel -- a byte each
  for (int i = 0; i < n; i++)
    v[i] = 1;
}
