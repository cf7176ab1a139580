// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// `!=` with a 64-bit index that passes zero on its way: OpenMP makes `<` or `>` of it, and runs no
// iteration. Where it passes from zero down by one, the header says so another way.
#include <cstddef>
#include <string>

static constexpr std::size_t npos = -1;

void downToMinusOne(int *a, std::size_t n) {
  // loomp: parallel -- from n - 1 down to 0, as from n down to 1
  for (auto i = n - 1; i != npos; i--)
    a[i] = 2;
}

void downToVariable(int *a, std::size_t n, std::size_t e) {
  // loomp: not-parallel -- e may be 2^64 - 1
  for (std::size_t i = n - 1; i != e; --i)
    a[i] = 2;
}

void ofString(std::string &s) {
  // loomp: parallel -- npos is 2^64 - 1
  for (std::string::size_type i = s.size() - 1; i != std::string::npos; --i)
    s[i] = 'x';
}

void upFromNegative(int *a, int n) {
  // loomp: not-parallel -- starts at 2^64 - n
  for (std::size_t i = -n; i != 0; ++i)
    a[-i] = 1;
}

void downToZero(int *a, std::size_t n) {
  // loomp: parallel
  for (std::size_t i = n; i != 0; --i)
    a[i - 1] = 2;
}

void upFromZero(int *a, std::size_t n) {
  // loomp: parallel
  for (std::size_t i = 0; i != n; ++i)
    a[i] = 2;
}

void signedIndex(int *a, long n) {
  // loomp: parallel
  for (long i = n - 1; i != -1; --i)
    a[i] = 2;
}
