//===- histogram.cpp - how often each value occurs ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Two pixels of the same brightness count in the same bin: every thread needs bins of its own.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

constexpr int bins = 256;

void count(const std::vector<unsigned char> &image, long *histogram) {
  for (std::size_t i = 0; i < image.size(); i++)
    histogram[image[i]]++;
}

int main(int argc, char **argv) {
  std::size_t pixels = argc > 1 ? std::atol(argv[1]) : 100'000'000;
  std::vector<unsigned char> image(pixels);
  #pragma omp parallel for if(pixels > 5000)
  for (std::size_t i = 0; i < pixels; i++)
    image[i] = static_cast<unsigned char>(i * i % 251);

  long histogram[bins] = {};
  count(image, histogram);

  // The value below which half of the pixels lie: each sum needs the one before.
  long below = 0;
  int median = 0;
  for (int k = 0; k < bins; k++) {
    below += histogram[k];
    if (below * 2 < static_cast<long>(pixels))
      median = k + 1;
  }
  std::printf("median %d, %ld pixels of value 0, %ld of value 49\n", median, histogram[0],
              histogram[49]);
}
