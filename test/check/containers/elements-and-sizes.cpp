// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
//
// What is stored into elements changes neither the size of a container nor the members of an object
// beside it, whatever the types; what changes a container as a whole does.

#include <string>
#include <vector>

struct Image {
  int width = 0, height = 0;
  std::vector<unsigned char> pixels;
};

void differentiate(const std::vector<unsigned long> &v, std::vector<unsigned long> &d) {
  // loomp: parallel assuming(no-alias)
  for (std::size_t i = 1; i < v.size(); ++i)
    d[i] = v[i] - v[i - 1];
}

void blacken(Image &image) {
  // loomp: parallel -- the pixels are no part of the image's own members
  for (int y = 0; y < image.height; y++)
    image.pixels[y * 8] = 0;
}

void shrink(std::vector<unsigned long> &v) {
  // loomp: unknown bound-not-invariant -- iteration 0 takes away the element of the last one
  for (std::size_t i = 0; i < v.size(); ++i)
    v.pop_back();
}

void shrinkImage(Image &image) {
  // loomp: not-parallel -- each iteration lowers the bound
  for (int y = 0; y < image.height; y++) {
    image.pixels[y * 8] = 0;
    image.height--;
  }
}

void shrinkByPointer(Image &image, int *p) {
  // loomp: parallel assuming(no-alias) -- p may point to image.height: it is checked
  for (int y = 0; y < image.height; y++)
    p[y] = 0;
}

void shorten(std::vector<std::string> &names, std::vector<std::string> &kept, std::size_t k) {
  // loomp: not-parallel -- an element is a container too: kept[i] may be names[k]
  for (std::size_t i = 0; i < names[k].size(); ++i)
    kept[i] = "x";
}

void exchangeRows(std::vector<std::vector<int>> &rows) {
  // loomp: not-parallel -- iteration 0 exchanges the row whose size is the bound
  for (std::size_t i = 0; i < rows[0].size(); ++i)
    rows[i].clear();
}
