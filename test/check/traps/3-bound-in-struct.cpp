// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Buffer {
  int data[8];
  int size;
};
void f(Buffer *b) {
  int *size = &b->size;
  // loomp: not-parallel -- *size changes while the loop runs up to it
  for (int i = 0; i < b->size; i++) {
    b->data[i] = i;
    if (i == 3)
      *size = 5;
  }
}
