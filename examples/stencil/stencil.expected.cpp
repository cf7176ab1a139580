//===- stencil.cpp - any square stencil over an image -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Weights of any size are applied around each pixel; pixels so close to the border that some would
// fall outside are left alone.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

void apply(int rows, int columns, const std::vector<float> &image, int size,
           const std::vector<float> &weights, std::vector<float> &result) {
  int reach = size / 2;
  #pragma omp parallel for if(reach >= 0 && &weights != &result && &image != &result)
  for (int y = reach; y < rows - reach; y++) {
    for (int x = reach; x < columns - reach; x++) {
      float sum = 0.0f;
      for (int dy = 0; dy < size; dy++)
        for (int dx = 0; dx < size; dx++)
          sum += weights[dy * size + dx] * image[(y + dy - reach) * columns + x + dx - reach];
      result[y * columns + x] = sum;
    }
  }
}

int main(int argc, char **argv) {
  int rows = argc > 1 ? std::atoi(argv[1]) : 2000;
  int size = argc > 2 ? std::atoi(argv[2]) : 9;
  int columns = rows + rows / 3;
  std::size_t pixels = static_cast<std::size_t>(rows) * columns;
  std::vector<float> image(pixels), result(pixels), weights(size * size, 1.0f / (size * size));
  #pragma omp parallel for if(pixels > 5000)
  for (std::size_t i = 0; i < pixels; i++)
    image[i] = static_cast<float>(i * 31 % 256);
  apply(rows, columns, image, size, weights, result);

  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(rows > 50)
  for (int y = 0; y < rows; y++)
    for (int x = 0; x < columns; x++)
      sum += result[y * columns + x] * (1 + (x + y) % 2);
  std::printf("checksum %.6e\n", sum);
}
