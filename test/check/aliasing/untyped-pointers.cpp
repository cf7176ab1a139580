// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What a `void *` parameter points to has the type that the first cast gives it.

struct Context {
  double factor;
  unsigned char value;
};
struct Pixel {
  unsigned char red, green, blue;
};

void fill(const void *user, Pixel *pixels, long count) {
  const Context *context = static_cast<const Context *>(user);
  // loomp: parallel -- 'context' and 'pixels' are compared
  for (long i = 0; i < count; i++)
    pixels[i].red = context->value;
}

void scale(void *matrix, int rows, int stride, float factor) {
  // loomp: parallel -- real and imaginary parts: different elements of one array
  for (int i = 0; i < rows; i++) {
    static_cast<float *>(matrix)[2 * (stride * rows + i)] *= factor;
    static_cast<float *>(matrix)[2 * (stride * rows + i) + 1] *= factor;
  }
}

void copy(void *to, const void *from, int count) {
  // loomp: parallel -- the ranges are compared by way of casts
  for (int i = 0; i < count; i++)
    static_cast<double *>(to)[i] = static_cast<const double *>(from)[i + 1];
}

void next(void *values, int count) {
  // loomp: serial carried-flow-dependence -- each element is that before it, and one more
  for (int i = 1; i < count; i++)
    static_cast<int *>(values)[i] = static_cast<int *>(values)[i - 1] + 1;
}

// A second type for the same memory: which elements overlap is not known.
void both(void *values, int count) {
  // loomp: unknown carried-flow-dependence -- the halves of an element are elements, too
  for (int i = 0; i < count; i++)
    static_cast<int *>(values)[i] = static_cast<short *>(values)[2 * i + 3];
}

void shifted(void *values, int count) {
  char *bytes = static_cast<char *>(values) + 2;
  double *numbers = reinterpret_cast<double *>(bytes + 6);
  // loomp: unknown carried-flow-dependence -- the second cast starts elsewhere
  for (int i = 0; i < count; i++)
    numbers[i] = bytes[i];
}
