// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What a mask keeps is no more than the mask; equal shifts are equal.
void byMask(const double *in, double *out, unsigned n, unsigned mask) {
  // loomp: parallel assuming(no-alias) -- in[0 .. mask]
  for (unsigned i = 0; i < n; i++)
    out[i] = in[(i * 7) & mask];
}
void byBits(const double *in, double *out, int bits) {
  // loomp: parallel assuming(no-alias) -- in[0 .. 2^bits)
  for (unsigned i = 0; i < (1u << bits); i++)
    out[i] = in[(i * 7) & ((1u << bits) - 1)];
}
void bySignedMask(const double *in, double *out, int n, int mask) {
  // loomp: parallel assuming(no-alias) -- no more than is masked: in[0 .. 7 * n - 7]
  for (int i = 0; i < n; i++)
    out[i] = in[(i * 7) & mask];
}
void byAnySign(const double *in, double *out, int n, int first, int mask) {
  // loomp: unknown needs-assumption -- of two negative numbers less than both may be left
  for (int i = 0; i < n; i++)
    out[i] = in[((i + first) & mask) + 100];
}
void maskChanges(const double *in, double *out, unsigned n, const unsigned *mask) {
  // loomp: unknown needs-assumption -- which mask is the largest is not known
  for (unsigned i = 0; i < n; i++)
    out[i] = in[(i * 7) & mask[i]];
}
void otherBits(const double *in, double *out, int bits, int more) {
  // loomp: unknown needs-assumption -- FIXME: 1 << more has no name in front of the loop
  for (unsigned i = 0; i < (1u << bits); i++)
    out[i] = in[(i * 7) & ((1u << more) - 1)];
}
