#include "blur.h"

Image blur(const Image &image) {
  Image result = image;
  for (int y = 1; y < image.height - 1; ++y)
    for (int x = 1; x < image.width - 1; ++x) {
      int sum = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
          sum += image.pixels[(y + dy) * image.width + x + dx];
      result.pixels[y * image.width + x] = std::uint8_t(sum / 9);
    }
  return result;
}

std::array<int, 256> histogram(const Image &image) {
  std::array<int, 256> counts = {};
  for (std::uint8_t pixel : image.pixels)
    ++counts[pixel];
  return counts;
}

void invert(Image &image) {
  for (auto &pixel : image.pixels)
    pixel = std::uint8_t(255 - pixel);
}
