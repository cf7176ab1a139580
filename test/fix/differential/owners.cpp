// What the run-time checks of containers must tell apart: each function is called with objects that
// do not overlap, and with some that do, where a parallel run gives something else.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra"
#include <cstdio>
#include <span>
#include <string>
#include <vector>

class Grid {
public:
  Grid(int rows, int cols) : rows_(rows), cols_(cols), data_(rows * cols) {}
  int rows() const { return rows_; }
  int cols() const { return cols_; }
  double &operator()(int r, int c) { return data_[r * cols_ + c]; }
  double operator()(int r, int c) const { return data_[r * cols_ + c]; }

private:
  int rows_, cols_;
  std::vector<double> data_;
};

static void subtract(std::vector<double> &v, const double &offset) {
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] = 0.5 * v[i] - offset;
}

static void ends(const std::vector<std::vector<double>> &rows, std::vector<double> &sum) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    sum[i] = rows[i][0] + 0.5 * rows[i][1] + sum[i];
}

static void gather(const std::vector<int> &index, const std::vector<float> &in, float *out) {
  for (std::size_t i = 0; i < index.size(); ++i)
    out[i] = 0.5f * in[index[i]] + 1;
}

static void smooth(std::span<const float> in, std::span<float> out) {
  for (std::size_t i = 0; i + 1 < in.size(); ++i)
    out[i] = 0.5f * in[i] + 0.25f * in[i + 1];
}

static void transpose(Grid &out, const Grid &in) {
  for (int r = 0; r < in.rows(); ++r)
    for (int c = 0; c < in.cols(); ++c)
      out(c, r) = 0.5 * in(r, c) + c;
}

// Where rows of `out` are shorter than `in` is high, iterations meet.
static void spread(Grid &out, const Grid &in) {
  for (int r = 0; r < in.rows(); ++r)
    for (int c = 0; c < in.cols(); ++c)
      out(r, c) = in(r, c) + r;
}

static void translate(unsigned char *bytes, const unsigned char *map, int n) {
  for (int i = 0; i < n; ++i)
    bytes[i] = map[bytes[i]];
}

static void copyOfAll(std::vector<double> &s, const std::vector<double> &k) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    std::vector<double> c = k;
    s[i] = 0.5 * c[i / 2] + 1;
  }
}

static void searchOfAll(std::string &s, const std::string &k) {
  for (std::size_t i = 0; i < s.size(); ++i)
    s[i] = k.starts_with("1") ? '2' : '1';
}

static void suffixes(std::vector<std::string> &names, const std::string &suffix) {
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] += suffix;
}

template <typename Numbers> static double weigh(const Numbers &numbers, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i)
    sum = 0.99 * sum + numbers[i];
  return sum;
}

int main() {
  std::vector<double> v(500, 3.0);
  double other = 0.25;
  subtract(v, other);
  std::printf("%.12f\n", weigh(v, v.size()));
  subtract(v, v[300]);
  std::printf("%.12f\n", weigh(v, v.size()));

  std::vector<std::vector<double>> rows(200, std::vector<double>(200, 0.5));
  std::vector<double> sum(200, 1.0);
  ends(rows, sum);
  std::printf("%.12f\n", weigh(sum, 200));
  ends(rows, rows[150]);
  ends(rows, rows[0]);
  std::printf("%.12f %.12f\n", weigh(rows[150], 200), weigh(rows[0], 200));

  std::vector<int> index(300);
  for (int i = 0; i < 300; ++i)
    index[i] = i == 0 ? 0 : i - 1;
  std::vector<float> in(600, 0.5f), out(300);
  gather(index, in, out.data());
  std::printf("%.9f\n", weigh(out, 300));
  gather(index, in, in.data());
  std::printf("%.9f\n", weigh(in, 600));
  gather(index, in, in.data() + 40);
  std::printf("%.9f\n", weigh(in, 600));

  std::vector<float> image(400, 2.0f), result(400);
  for (int i = 0; i < 400; ++i)
    image[i] = i % 17;
  smooth(image, result);
  std::printf("%.9f\n", weigh(result, 400));
  smooth(std::span(image).first(399), std::span(image).last(399));
  std::printf("%.9f\n", weigh(image, 400));

  Grid a(60, 60), b(60, 60), narrow(60, 20);
  for (int r = 0; r < 60; ++r)
    for (int c = 0; c < 60; ++c)
      a(r, c) = (r * 7 + c * 3) % 11;
  transpose(b, a);
  std::printf("%.12f %.12f\n", b(3, 50), b(50, 3));
  transpose(a, a);
  std::printf("%.12f %.12f\n", a(3, 50), a(50, 3));
  Grid low(18, 60);
  for (int r = 0; r < 18; ++r)
    for (int c = 0; c < 60; ++c)
      low(r, c) = (r * 5 + c) % 13;
  spread(narrow, low);
  double total = 0;
  for (int r = 0; r < 60; ++r)
    for (int c = 0; c < 20; ++c)
      total = 0.99 * total + narrow(r, c);
  std::printf("%.12f\n", total);

  std::vector<double> all(300, 2.0), rest(300, 1.0);
  copyOfAll(all, rest);
  copyOfAll(all, all);
  std::printf("%.12f\n", weigh(all, 300));
  std::string text(200, '1'), key = "12";
  searchOfAll(text, key);
  text[0] = '1';
  searchOfAll(text, text);
  std::printf("%s\n", text.c_str());
  std::vector<std::string> names(300, "name");
  suffixes(names, key);
  suffixes(names, names[100]);
  std::printf("%s %s %s\n", names[0].c_str(), names[100].c_str(), names[200].c_str());

  unsigned char bytes[700];
  for (int i = 0; i < 700; ++i)
    bytes[i] = static_cast<unsigned char>(i * 37 + 11);
  translate(bytes + 300, bytes, 256);
  translate(bytes, bytes, 200);
  int check = 0;
  for (int i = 0; i < 700; ++i)
    check = (check * 31 + bytes[i]) % 1000003;
  std::printf("%d\n", check);
}
