//===- mandelbrot.cpp - steps until a point of the plane escapes, serial --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: mandelbrot [REPETITIONS]
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <vector>

static int stepsToEscape(double a, double b) {
  double x = 0, y = 0;
  int steps = 0;
  while (steps < 500 && x * x + y * y < 4) {
    double next = x * x - y * y + a;
    y = 2 * x * y + b;
    x = next;
    steps++;
  }
  return steps;
}

static void draw(int *__restrict image, int width, int height) {
  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++)
      image[row * width + column] =
          stepsToEscape(column * 3.0 / width - 2.25, row * 2.5 / height - 1.25);
}

int main(int argc, char **argv) {
  const int width = 2048, height = 1536;
  std::vector<int> image(width * height);
  printSeconds(argc, argv, [] {}, [&] { draw(image.data(), width, height); });
  long inside = 0;
  for (int steps : image)
    inside += steps == 500;
  std::printf("%.0f thousand points inside\n", inside / 1000.0);
}
