// RUN: %differential %s
// Bounds that the body may change: the check in front of the loop must tell.
#include <cstdio>
#include <cstring>
static long sumOf(const int *a, int n) {
  long sum = 0;
  for (int i = 0; i < n; i++)
    sum += static_cast<long>(a[i]) * (i % 17 + 1);
  return sum;
}
struct Buffer {
  int size;
  int *data;
};
struct Image {
  int width, height;
  unsigned char *data;
};
int clear(int *a, const int &n) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    a[i] = 3;
    k++;
  }
  return k;
}
void fill(Buffer *b, int value) {
  for (int i = 0; i < b->size; ++i)
    b->data[i] = value;
}
void posterize(Image *image) {
  for (int i = 0; i < image->width * image->height; ++i)
    image->data[i] &= 0xE0;
}
void rows(Image &image) {
  for (int y = 0; y < image.height; ++y) {
    unsigned char *row = image.data + y * image.width;
    for (int x = 0; x < image.width; ++x)
      row[x] = static_cast<unsigned char>(x + y);
  }
}
struct Member {
  int count;
  int *data;
  int size() const { return count; }
  void number() {
    for (int i = 0; i < size(); i++)
      data[i] = 2;
  }
};
int main() {
  static int a[4000];
  int n = 3000;
  std::printf("clear %d %ld\n", clear(a, n), sumOf(a, 4000));
  a[1] = 2000;
  std::printf("clear in itself %d %ld\n", clear(a, a[1]), sumOf(a, 4000));
  Buffer b = {3500, a};
  fill(&b, 9);
  std::printf("fill %ld\n", sumOf(a, 4000));
  static int inside[4000];
  b.data = inside;
  Buffer *own = reinterpret_cast<Buffer *>(&b);
  own->data = &own->size; // the size is the first element
  fill(own, 1);
  std::printf("fill itself %d\n", own->size);
  static unsigned char bytes[6400];
  for (int i = 0; i < 6400; i++)
    bytes[i] = static_cast<unsigned char>(i * 7);
  Image image = {80, 80, bytes};
  posterize(&image);
  rows(image);
  long sum = 0;
  for (int i = 0; i < 6400; i++)
    sum += bytes[i] * (i % 13);
  std::printf("posterize %ld\n", sum);
  Image narrow = {0x0101, 1, nullptr};
  narrow.data = reinterpret_cast<unsigned char *>(&narrow); // 257 becomes 0 on the way
  posterize(&narrow);
  std::printf("posterize itself %d %d\n", narrow.width, narrow.height);
  Member member = {4000, a};
  member.number();
  std::printf("member %ld\n", sumOf(a, 4000));
  member.data = &member.count;
  member.number();
  std::printf("member of itself %d\n", member.count);
}
