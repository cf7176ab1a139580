// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// What the model does not describe is an effect on anything.
void assembly(int n, double *a) {
  // loomp: not-parallel unsupported-construct -- the assembly may read and write all memory
  for (int i = 0; i < n; i++) {
    asm volatile("" ::: "memory");
    a[i] = 0.0;
  }
}

void without(int n, double *a) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    a[i] = 0.0;
  }
}
