//===- image-processing.cpp - filters, histograms, scans over pixels ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Point operations, convolutions, flips, histograms and decoders over bytes and floats. Most pixels
// are independent; error diffusion, running sums, labels and filters in place are not. Pointers to
// bytes may alias anything, also the header that holds the size of the image.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cstdint>
#include <vector>

using Byte = std::uint8_t;

struct Image {
  int width = 0, height = 0;
  std::vector<Byte> pixels;
};

// Point operations.

void brighten(Byte *px, std::size_t n, int delta) {
  // truth: parallel
  for (std::size_t i = 0; i < n; i++) {
    int v = px[i] + delta;
    px[i] = static_cast<Byte>(v < 0 ? 0 : v > 255 ? 255 : v);
  }
}

void adapt(Byte *px, std::size_t n) {
  int level = 128;
  // truth: serial carried-flow-dependence -- the level follows the pixels before
  for (std::size_t i = 0; i < n; i++) {
    int v = px[i] + 128 - level;
    level = (7 * level + px[i]) / 8;
    px[i] = static_cast<Byte>(v < 0 ? 0 : v > 255 ? 255 : v);
  }
}

void applyTable(Byte *px, int n, const Byte *table) {
  // truth: parallel -- run-time check that px[0..n) and table[0..256) do not overlap
  for (int i = 0; i < n; ++i)
    px[i] = table[px[i]];
}

struct RawImage {
  int width, height;
  Byte *data;
};

void posterize(RawImage *image) {
  // truth: parallel -- run-time check that the bytes of *image are not among its own pixels
  for (int i = 0; i < image->width * image->height; ++i)
    image->data[i] &= 0xE0;
}

void negate(Byte *p, Byte *end) {
  // truth: parallel -- a for over end - p; p is an induction variable
  while (p != end) {
    *p = static_cast<Byte>(255 - *p);
    ++p;
  }
}

Byte *negateToZero(Byte *p) {
  // truth: serial non-canonical-loop|unsupported-loop-form|early-exit -- ends at the first zero
  while (*p != 0) {
    *p = static_cast<Byte>(255 - *p);
    ++p;
  }
  return p;
}

struct Rgba {
  Byte r, g, b, a;
};

static Byte mixed(Byte under, Byte over, Byte alpha) {
  return static_cast<Byte>((under * (255 - alpha) + over * alpha + 127) / 255);
}

void compose(std::vector<Rgba> &under, const std::vector<Rgba> &over) {
  // truth: parallel -- the same layer twice touches the same pixel
  for (std::size_t i = 0; i < under.size(); ++i) {
    const Byte alpha = over[i].a;
    under[i].r = mixed(under[i].r, over[i].r, alpha);
    under[i].g = mixed(under[i].g, over[i].g, alpha);
    under[i].b = mixed(under[i].b, over[i].b, alpha);
  }
}

// Counting and searching.

void histogram(const Image &image, std::vector<int> &count) {
  count.assign(256, 0);
  // truth: parallel -- array reduction or atomic update
  for (std::size_t i = 0; i < image.pixels.size(); ++i)
    count[image.pixels[i]]++;
}

void cumulate(std::vector<int> &count) {
  // truth: serial carried-flow-dependence -- i reads count[i-1], which i-1 wrote
  for (std::size_t i = 1; i < count.size(); ++i)
    count[i] += count[i - 1];
}

int countDark(const Byte *px, int n, Byte limit) {
  int dark = 0;
  // truth: parallel -- reduction(+ : dark)
  for (int i = 0; i < n; ++i)
    if (px[i] < limit)
      ++dark;
  return dark;
}

int firstDark(const Byte *px, int n, Byte limit) {
  int first = -1;
  // truth: serial early-exit -- break at the first dark pixel
  for (int i = 0; i < n; ++i)
    if (px[i] < limit) {
      first = i;
      break;
    }
  return first;
}

int labelRuns(const std::vector<Byte> &mask, std::vector<int> &label) {
  int labels = 0;
  // truth: serial carried-flow-dependence -- the label of pixel i continues that of pixel i-1
  for (std::size_t i = 1; i < mask.size(); ++i)
    label[i] = mask[i] < 128 ? 0 : label[i - 1] > 0 ? label[i - 1] : ++labels;
  return labels;
}

int palettize(const std::vector<Byte> &pixels, std::vector<Byte> &index, Byte (&palette)[256]) {
  int colors = 0;
  // truth: serial carried-flow-dependence -- a new color is appended for later pixels to find
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    int k = 0;
    // truth: serial early-exit|non-canonical-loop|unsupported-loop-form -- ends at the first match
    while (k < colors && palette[k] != pixels[i])
      ++k;
    if (k == colors)
      palette[colors++] = pixels[i];
    index[i] = static_cast<Byte>(k);
  }
  return colors;
}

// Box filters: a running sum, and each window by itself.

void boxRunning(const Image &in, Image &out, int r) {
  const int w = in.width;
  // truth: parallel -- run-time check &in != &out; sum is private
  for (int y = 0; y < in.height; ++y) {
    int sum = 0;
    // truth: parallel -- reduction(+ : sum)
    for (int k = 0; k < 2 * r; ++k)
      sum += in.pixels[y * w + k];
    // truth: serial carried-flow-dependence|not-a-reduction -- x takes the sum that x-1 left
    for (int x = r; x < w - r; ++x) {
      sum += in.pixels[y * w + x + r];
      out.pixels[y * w + x] = static_cast<Byte>(sum / (2 * r + 1));
      sum -= in.pixels[y * w + x - r];
    }
  }
}

void boxDirect(const Image &in, Image &out, int r) {
  const int w = in.width;
  // truth: parallel -- run-time check &in != &out
  for (int y = 0; y < in.height; ++y)
    // truth: parallel -- run-time check &in != &out
    for (int x = r; x < w - r; ++x) {
      int sum = 0;
      // truth: parallel -- reduction(+ : sum)
      for (int k = -r; k <= r; ++k)
        sum += in.pixels[y * w + x + k];
      out.pixels[y * w + x] = static_cast<Byte>(sum / (2 * r + 1));
    }
}

// Filters out of place and in place.

void sharpen(const float *in, float *out, int w, int h) {
  // truth: parallel -- run-time check that the images do not overlap
  for (int y = 1; y < h - 1; y++)
    // truth: parallel -- run-time check that the images do not overlap
    for (int x = 1; x < w - 1; x++)
      out[y * w + x] = 2.0f * in[y * w + x] - 0.25f * (in[y * w + x - 1] + in[y * w + x + 1] +
                                                       in[(y - 1) * w + x] + in[(y + 1) * w + x]);
}

void emboss(float *image, int w, int h) {
  // truth: serial carried-flow-dependence -- row y reads row y-1, which iteration y-1 wrote
  for (int y = 1; y < h; y++)
    // truth: parallel -- row y is written, row y-1 is read
    for (int x = 1; x < w; x++)
      image[y * w + x] = 0.5f * image[y * w + x] - 0.5f * image[(y - 1) * w + x - 1];
}

void smearRight(float *image, int w, int h) {
  // truth: parallel -- each row by itself
  for (int y = 0; y < h; y++)
    // truth: serial carried-flow-dependence -- x reads x-1 of its row, which iteration x-1 wrote
    for (int x = 1; x < w; x++)
      image[y * w + x] = 0.5f * image[y * w + x] - 0.5f * image[y * w + x - 1];
}

void dither(std::vector<float> &gray, int w, int h) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- rows
  for (int y = 0; y < h - 1; ++y)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- x
    for (int x = 1; x < w - 1; ++x) {
      const float old = gray[y * w + x];
      const float now = old < 0.0f ? -1.0f : 1.0f;
      const float error = old - now;
      gray[y * w + x] = now;
      gray[y * w + x + 1] += error * 7 / 16;
      gray[(y + 1) * w + x - 1] += error * 3 / 16;
      gray[(y + 1) * w + x] += error * 5 / 16;
      gray[(y + 1) * w + x + 1] += error * 1 / 16;
    }
}

// The summed-area table, one direction at a time.

void sumRows(std::vector<long> &table, int w, int h) {
  // truth: parallel -- each row by itself
  for (int y = 0; y < h; ++y)
    // truth: serial carried-flow-dependence -- x reads x-1
    for (int x = 1; x < w; ++x)
      table[y * w + x] += table[y * w + x - 1];
}

void sumColumns(std::vector<long> &table, int w, int h) {
  // truth: serial carried-flow-dependence -- y reads y-1
  for (int y = 1; y < h; ++y)
    // truth: parallel -- each column by itself
    for (int x = 0; x < w; ++x)
      table[y * w + x] += table[(y - 1) * w + x];
}

// Flips.

void mirror(Image &image) {
  // truth: parallel
  for (int y = 0; y < image.height; ++y) {
    Byte *row = &image.pixels[static_cast<std::size_t>(y) * image.width];
    // truth: parallel -- x stays below the middle, its partner above
    for (int x = 0; x < image.width / 2; ++x)
      std::swap(row[x], row[image.width - 1 - x]);
  }
}

void rotate(const std::uint32_t *in, std::uint32_t *out, int w, int h) {
  // truth: parallel -- run-time check that the images do not overlap
  for (int y = 0; y < h; ++y)
    // truth: parallel -- run-time check that the images do not overlap
    for (int x = 0; x < w; ++x)
      out[x * h + (h - 1 - y)] = in[y * w + x];
}

// Pyramids.

Image half(const Image &in) {
  Image out;
  out.width = in.width / 2;
  out.height = in.height / 2;
  out.pixels.resize(static_cast<std::size_t>(out.width) * out.height);
  // truth: parallel
  for (int y = 0; y < out.height; ++y)
    // truth: parallel
    for (int x = 0; x < out.width; ++x) {
      const Byte *p = &in.pixels[2 * y * in.width + 2 * x];
      out.pixels[y * out.width + x] =
          static_cast<Byte>((p[0] + p[1] + p[in.width] + p[in.width + 1] + 2) / 4);
    }
  return out;
}

void buildPyramid(std::vector<Image> &levels) {
  // truth: serial carried-flow-dependence -- level l is made from level l-1
  for (std::size_t l = 1; l < levels.size(); ++l)
    levels[l] = half(levels[l - 1]);
}

// Decoders: a pointer that advances by a constant, and one that advances by the data.

void grayToRgb(const Byte *src, Byte *dst, int n) {
  // truth: parallel -- src and dst are induction variables; run-time check of src[0..n), dst[0..3n)
  for (int i = 0; i < n; ++i) {
    const Byte gray = *src++;
    *dst++ = gray;
    *dst++ = static_cast<Byte>(gray / 2);
    *dst++ = static_cast<Byte>(255 - gray);
  }
}

Byte *decodeRuns(const Byte *src, Byte *dst, int runs) {
  // truth: serial carried-flow-dependence -- the length of a run moves all later ones
  for (int i = 0; i < runs; ++i) {
    const int length = *src++ % 8;
    const Byte value = *src++;
    // truth: parallel -- dst is an induction variable
    for (int k = length; k > 0; --k)
      *dst++ = value;
  }
  return dst;
}

// Region growing.

int floodFill(Image &image, int seed, Byte color) {
  std::vector<int> stack{seed};
  const Byte old = image.pixels[seed];
  int filled = 0;
  // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence|unknown-call|may-throw -- the stack grows
  while (!stack.empty()) {
    const int at = stack.back();
    stack.pop_back();
    if (image.pixels[at] != old || old == color)
      continue;
    image.pixels[at] = color;
    ++filled;
    const int x = at % image.width, y = at / image.width;
    if (x > 0)
      stack.push_back(at - 1);
    if (x + 1 < image.width)
      stack.push_back(at + 1);
    if (y > 0)
      stack.push_back(at - image.width);
    if (y + 1 < image.height)
      stack.push_back(at + image.width);
  }
  return filled;
}

int main() {
  Image image{96, 80, corpus::integers<Byte>(96 * 80, 1, 0, 255)};
  auto &px = image.pixels;
  brighten(px.data(), px.size(), 20);
  corpus::print("brighten", corpus::sum(px));
  adapt(px.data(), px.size());
  corpus::print("adapt", corpus::sum(px));
  auto table = corpus::permutation<Byte>(256, 3);
  applyTable(px.data(), static_cast<int>(px.size()), table.data());
  applyTable(table.data(), 256, table.data());
  corpus::print("applyTable", corpus::sum(px), corpus::sum(table));

  auto raw = corpus::integers<Byte>(6000, 5, 1, 255);
  RawImage rawImage{100, 60, raw.data()};
  posterize(&rawImage);
  corpus::print("posterize", corpus::sum(raw));
  negate(raw.data(), raw.data() + 6000);
  raw[4000] = 0;
  const auto stop = negateToZero(raw.data()) - raw.data();
  corpus::print("negate", stop, corpus::sum(raw));

  std::vector<Rgba> under(5000), over(5000);
  std::vector<int> red(5000), counts;
  corpus::repeat(5000, [&](std::size_t i) {
    under[i] = {raw[i], px[i], raw[i + 1000], 255};
    over[i] = {px[i + 1], raw[i], px[i + 2], px[i + 3]};
  });
  compose(under, over);
  corpus::repeat(5000, [&](std::size_t i) { red[i] = under[i].r + 3 * under[i].g + under[i].b; });
  corpus::print("compose", corpus::sum(red));

  histogram(image, counts);
  corpus::print("histogram", corpus::sum(counts));
  cumulate(counts);
  corpus::print("cumulate", corpus::sum(counts));
  corpus::print("dark", countDark(px.data(), 7000, 100), firstDark(px.data() + 50, 7000, 3));
  std::vector<int> labels(px.size());
  const int runs = labelRuns(px, labels);
  corpus::print("labelRuns", runs, corpus::sum(labels));
  std::vector<Byte> index(6000);
  Byte palette[256] = {};
  const int colors = palettize(raw, index, palette);
  corpus::print("palettize", colors, corpus::sum(index), corpus::sum(palette));

  Image running = image, direct = image;
  boxRunning(image, running, 3);
  boxDirect(image, direct, 4);
  corpus::print("box", corpus::sum(running.pixels), corpus::sum(direct.pixels));
  boxDirect(direct, direct, 2);
  boxRunning(running, running, 1);
  corpus::print("box in place", corpus::sum(running.pixels), corpus::sum(direct.pixels));

  auto plane = corpus::numbers<float>(100 * 80, 7), plane2 = corpus::numbers<float>(100 * 80, 9);
  sharpen(plane.data(), plane2.data(), 100, 80);
  corpus::print("sharpen", corpus::sum(plane2));
  emboss(plane.data(), 100, 80);
  smearRight(plane2.data(), 100, 80);
  sharpen(plane.data() + 1, plane.data(), 100, 79);
  corpus::print("in place", corpus::sum(plane), corpus::sum(plane2));
  dither(plane2, 100, 80);
  corpus::print("dither", corpus::sum(plane2));

  auto area = corpus::numbers<long>(90 * 70, 11);
  sumRows(area, 90, 70);
  corpus::print("sumRows", corpus::sum(area));
  sumColumns(area, 90, 70);
  corpus::print("sumColumns", corpus::sum(area));

  mirror(image);
  corpus::print("mirror", corpus::sum(px));
  auto words = corpus::numbers<std::uint32_t>(90 * 70, 13);
  std::vector<std::uint32_t> turned(90 * 70);
  rotate(words.data(), turned.data(), 90, 70);
  rotate(words.data(), words.data(), 70, 70);
  corpus::print("rotate", corpus::sum(turned), corpus::sum(words));

  std::vector<Image> levels(5);
  levels[0] = image;
  buildPyramid(levels);
  corpus::print("pyramid", levels[4].width, levels[4].height, corpus::sum(levels[1].pixels),
                corpus::sum(levels[4].pixels));

  std::vector<Byte> rgb(18000);
  grayToRgb(raw.data(), rgb.data(), 6000);
  grayToRgb(rgb.data() + 7000, rgb.data(), 3000);
  corpus::print("grayToRgb", corpus::sum(rgb));
  const auto decoded = decodeRuns(raw.data(), rgb.data(), 2500) - rgb.data();
  corpus::print("decodeRuns", decoded, corpus::sum(rgb));

  image.pixels.assign(96 * 80, 0);
  corpus::repeat(70, [&](std::size_t y) { image.pixels[96 * y + 40] = 9; });
  const int filled = floodFill(image, 0, 5);
  corpus::print("floodFill", filled, corpus::sum(image.pixels));
}
