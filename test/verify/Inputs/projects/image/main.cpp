#include "blur.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char **arguments) {
  int size = count > 1 ? std::atoi(arguments[1]) : 600;
  Image image = {size, size, std::vector<std::uint8_t>(std::size_t(size) * size)};
  for (int y = 0; y < size; ++y)
    for (int x = 0; x < size; ++x)
      image.pixels[y * size + x] = std::uint8_t(x * x + y * 3);
  image = blur(blur(image));
  invert(image);
  for (int bin = 0; bin < 256; bin += 16)
    std::printf("%d ", histogram(image)[bin]);
  std::printf("\n");
}
