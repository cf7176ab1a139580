#pragma once

#include <array>
#include <cstdint>
#include <vector>

struct Image {
  int width, height;
  std::vector<std::uint8_t> pixels;
};

Image blur(const Image &image);
std::array<int, 256> histogram(const Image &image);
void invert(Image &image);
