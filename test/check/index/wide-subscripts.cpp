// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Subscripts of 64 bits that are multiples of the index: they wrap around after more iterations
// than any program runs. Those of 32 bits do so much earlier.
#include <cstddef>
#include <cstdint>
#include <vector>

void interleaved(unsigned char *rgb, std::size_t n) {
  // loomp: parallel
  for (std::size_t i = 0; i < n; i++) {
    rgb[3 * i] = 1;
    rgb[3 * i + 1] = 2;
    rgb[3 * i + 2] = 3;
  }
}

void fromAnywhere(double *a, std::size_t begin, std::size_t end) {
  // loomp: parallel
  for (std::size_t i = begin; i < end; i++)
    a[8 * i + 3] = 1;
}

void downwards(double *a, std::size_t n) {
  // loomp: parallel
  for (std::size_t i = n; i-- > 0;)
    a[5 * i] = 1;
}

void withStep(double *a, std::size_t n) {
  // loomp: parallel
  for (std::size_t i = 1; i < n; i += 3)
    a[100 * i + 7] = 1;
}

void neighbours(double *a, std::size_t n) {
  // loomp: serial carried-flow-dependence -- 2 * i + 2 is the next iteration's 2 * i
  for (std::size_t i = 0; i < n; i++)
    a[2 * i + 2] = a[2 * i] + 1;
}

void hugeStep(double *a, std::size_t n) {
  // loomp: serial carried-output-dependence -- all of them are a[0]
  for (std::size_t i = 0; i < n; i += std::size_t(1) << 61)
    a[8 * i] = 1;
}

void narrow(double *a, std::uint32_t n) {
  // loomp: parallel assuming(no-dependence) -- i and i + 2^29 are one element
  for (std::uint32_t i = 0; i < n; i++)
    a[8 * i] = 1;
}

void narrowed(double *a, std::size_t n) {
  // loomp: parallel assuming(no-dependence) -- i and i + 2^29 are one element
  for (std::size_t i = 0; i < n; i++)
    a[std::uint32_t(8 * i)] = 1;
}

void signedDownwards(std::vector<double> &v, long n) {
  // loomp: parallel
  for (long i = n - 1; i >= 0; --i)
    v[4 * i + 1] = 1;
}

void signedFromAnywhere(std::vector<double> &v, long begin, long end) {
  // loomp: parallel
  for (long i = begin; i < end; ++i)
    v[4 * i + 1] = 1;
}
