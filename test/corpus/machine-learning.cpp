//===- machine-learning.cpp - layers, training, clustering ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Forward and backward passes, optimizers, clustering, trees, attention. Samples and neurons are
// independent until a weight is updated between them, a state is carried along a sequence, or a
// random generator is shared.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

// Activations.

void leakyRelu(double *x, int n, double slope) {
  // truth: parallel
  for (int i = 0; i < n; i++)
    x[i] = x[i] > 0 ? x[i] : slope * x[i];
}

void spike(double *x, int n, double threshold) {
  double potential = 0;
  // truth: serial carried-flow-dependence -- the potential builds up until it fires
  for (int i = 0; i < n; i++) {
    potential = 0.5 * potential + x[i];
    x[i] = 0;
    if (potential > threshold) {
      x[i] = 1;
      potential = 0;
    }
  }
}

void softmax(std::vector<double> &x) {
  double largest = x[0], sum = 0;
  // truth: parallel -- reduction(max : largest)
  for (std::size_t i = 1; i < x.size(); ++i)
    largest = std::max(largest, x[i]);
  // truth: parallel -- reduction(+ : sum)
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = std::exp(x[i] - largest);
    sum += x[i];
  }
  // truth: parallel
  for (double &v : x)
    v /= sum;
}

void sparsemaxLike(std::vector<double> &x) {
  double left = 1;
  // truth: serial carried-flow-dependence|not-a-reduction -- what is left limits the next share
  for (double &v : x) {
    v = std::min(std::max(v, 0.0), 0.25 * left);
    left -= v;
  }
}

// Layers.

struct Layer {
  int inputs, outputs;
  std::vector<double> weights, bias;
};

void forward(const Layer &l, const std::vector<double> &x, std::vector<double> &y) {
  // truth: parallel -- run-time checks that y is neither x nor l.weights
  for (int o = 0; o < l.outputs; ++o) {
    double sum = l.bias[o];
    // truth: parallel -- reduction(+ : sum)
    for (int i = 0; i < l.inputs; ++i)
      sum += l.weights[o * l.inputs + i] * x[i];
    y[o] = std::tanh(sum);
  }
}

void recur(const std::vector<std::vector<double>> &sequence, const std::vector<double> &weights,
           std::vector<double> &hidden) {
  const int n = static_cast<int>(hidden.size());
  std::vector<double> next(hidden.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (std::size_t t = 0; t < sequence.size(); ++t) {
    // truth: parallel -- next and hidden are distinct
    for (int i = 0; i < n; ++i) {
      double sum = sequence[t][i];
      // truth: parallel -- reduction(+ : sum)
      for (int j = 0; j < n; ++j)
        sum += weights[i * n + j] * hidden[j];
      next[i] = std::tanh(sum);
    }
    hidden.swap(next);
  }
}

void maxPool(const double *in, double *out, int n, int width) {
  // truth: parallel -- run-time check that in[0..n*width) and out[0..n) do not overlap
  for (int i = 0; i < n; ++i) {
    double best = in[i * width];
    // truth: parallel -- reduction(max : best)
    for (int k = 1; k < width; ++k)
      if (in[i * width + k] > best)
        best = in[i * width + k];
    out[i] = best;
  }
}

// Linear regression: the gradient of a batch, and one sample at a time.

void batchGradient(const std::vector<double> &x, const std::vector<double> &y,
                   const std::vector<double> &w, std::vector<double> &gradient) {
  const int n = static_cast<int>(w.size()), samples = static_cast<int>(y.size());
  // truth: parallel -- array reduction of gradient; run-time checks that it is none of x, y, w
  for (int s = 0; s < samples; ++s) {
    double guess = 0;
    // truth: parallel -- reduction(+ : guess)
    for (int j = 0; j < n; ++j)
      guess += w[j] * x[s * n + j];
    const double error = y[s] - guess;
    // truth: parallel -- run-time check &gradient != &x
    for (int j = 0; j < n; ++j)
      gradient[j] += error * x[s * n + j];
  }
}

void stochasticDescent(const std::vector<double> &x, const std::vector<double> &y,
                       std::vector<double> &w, double rate) {
  const int n = static_cast<int>(w.size()), samples = static_cast<int>(y.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- w[j]
  for (int s = 0; s < samples; ++s) {
    double guess = 0;
    // truth: parallel -- reduction(+ : guess)
    for (int j = 0; j < n; ++j)
      guess += w[j] * x[s * n + j];
    const double error = y[s] - guess;
    // truth: parallel -- run-time check &w != &x
    for (int j = 0; j < n; ++j)
      w[j] += rate * error * x[s * n + j];
  }
}

void adam(std::vector<double> &w, const std::vector<double> &g, std::vector<double> &m,
          std::vector<double> &v, double rate) {
  // truth: parallel -- also when two of the vectors are one: all meet at i only
  for (std::size_t i = 0; i < w.size(); ++i) {
    m[i] = 0.9 * m[i] + 0.1 * g[i];
    v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
    w[i] += rate * m[i] / (std::sqrt(v[i]) + 0.001);
  }
}

int train(std::vector<double> &w, const std::vector<double> &target, int epochs) {
  int used = 0;
  // truth: serial early-exit|carried-flow-dependence -- ends when the loss is small
  for (int epoch = 0; epoch < epochs; ++epoch) {
    double loss = 0;
    ++used;
    // truth: parallel -- reduction(max : loss); the same vector twice meets at i only
    for (std::size_t i = 0; i < w.size(); ++i) {
      const double d = target[i] - w[i];
      w[i] += 0.25 * d;
      loss = std::max(loss, std::fabs(d));
    }
    if (loss < 0.01)
      break;
  }
  return used;
}

// Dropout: random numbers by index, and from one generator.

void dropoutByIndex(std::vector<double> &x, std::uint32_t seed) {
  // truth: parallel
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = corpus::mix(seed + static_cast<std::uint32_t>(i)) % 4 == 0 ? 0.0 : x[i] * 1.25;
}

void dropout(std::vector<double> &x, std::uint32_t seed) {
  // truth: serial carried-flow-dependence -- each random number comes from the one before
  for (std::size_t i = 0; i < x.size(); ++i) {
    seed = corpus::mix(seed + 1);
    x[i] = seed % 4 == 0 ? 0.0 : x[i] * 1.25;
  }
}

void shuffle(std::vector<int> &order, std::uint32_t seed) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (std::size_t i = order.size() - 1; i > 0; --i)
    std::swap(order[i], order[corpus::mix(seed + static_cast<std::uint32_t>(i)) % (i + 1)]);
}

// Embeddings.

void embed(const std::vector<double> &table, const std::vector<int> &ids, std::vector<double> &out,
           int width) {
  const int n = static_cast<int>(ids.size());
  // truth: parallel -- run-time check &table != &out
  for (int i = 0; i < n; ++i)
    // truth: parallel -- run-time check &table != &out
    for (int j = 0; j < width; ++j)
      out[i * width + j] = table[ids[i] * width + j];
}

void embedBackward(std::vector<double> &table, const std::vector<int> &ids,
                   const std::vector<double> &gradient, int width) {
  const int n = static_cast<int>(ids.size());
  // truth: parallel -- atomic updates, an id may occur twice; run-time check &table != &gradient
  for (int i = 0; i < n; ++i)
    // truth: parallel -- run-time check &table != &gradient
    for (int j = 0; j < width; ++j)
      table[ids[i] * width + j] += gradient[i * width + j];
}

void embedChain(std::vector<double> &table, const std::vector<int> &ids,
                const std::vector<double> &gradient, int width) {
  const int n = static_cast<int>(ids.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- rows
  for (int i = 1; i < n; ++i)
    // truth: parallel -- j meets j only, also in one row; run-time check &table != &gradient
    for (int j = 0; j < width; ++j)
      table[ids[i] * width + j] = 0.5 * table[ids[i - 1] * width + j] + gradient[i * width + j];
}

// Clustering.

struct Point {
  double x, y;
};

static double distance(Point a, Point b) {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

static int nearest(const std::vector<Point> &centers, Point p) {
  int best = 0;
  double least = distance(centers[0], p);
  // truth: parallel -- arg-min; of equal distances the first center
  for (int c = 1; c < static_cast<int>(centers.size()); ++c)
    if (const double d = distance(centers[c], p); d < least) {
      least = d;
      best = c;
    }
  return best;
}

int assign(const std::vector<Point> &points, const std::vector<Point> &centers,
           std::vector<int> &label) {
  int changed = 0;
  // truth: parallel -- reduction(+ : changed)
  for (std::size_t i = 0; i < points.size(); ++i) {
    const int c = nearest(centers, points[i]);
    if (label[i] != c) {
      label[i] = c;
      ++changed;
    }
  }
  return changed;
}

void assignOnline(const std::vector<Point> &points, std::vector<Point> &centers,
                  std::vector<int> &label) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- c.x
  for (std::size_t i = 0; i < points.size(); ++i) {
    label[i] = nearest(centers, points[i]);
    Point &c = centers[label[i]];
    c.x += 0.125 * (points[i].x - c.x);
    c.y += 0.125 * (points[i].y - c.y);
  }
}

void accumulate(const std::vector<Point> &points, const std::vector<int> &label,
                std::vector<Point> &sum) {
  // truth: parallel -- atomic updates; run-time check &points != &sum
  for (std::size_t i = 0; i < points.size(); ++i) {
    sum[label[i]].x += points[i].x;
    sum[label[i]].y += points[i].y;
  }
}

// Scores.

void confusion(const std::vector<int> &truth, const std::vector<int> &guess, long (&matrix)[8][8]) {
  // truth: parallel -- atomic or array reduction
  for (std::size_t i = 0; i < truth.size(); ++i)
    matrix[truth[i]][guess[i]] += 1;
}

int longestStreak(const std::vector<int> &truth, const std::vector<int> &guess) {
  int streak = 0, longest = 0;
  // truth: serial carried-flow-dependence -- the streak goes on or is broken
  for (std::size_t i = 0; i < truth.size(); ++i) {
    streak = truth[i] == guess[i] ? streak + 1 : 0;
    longest = std::max(longest, streak);
  }
  return longest;
}

int firstWrong(const std::vector<int> &truth, const std::vector<int> &guess) {
  // truth: serial early-exit -- returns at the first wrong guess
  for (int i = 0; i < static_cast<int>(truth.size()); ++i)
    if (truth[i] != guess[i])
      return i;
  return -1;
}

void quantize(const std::vector<double> &x, std::vector<int> &levels, double step) {
  // truth: parallel
  for (std::size_t i = 0; i < x.size(); ++i)
    levels[i] = static_cast<int>(std::floor(x[i] / step));
}

void quantizeWithFeedback(const std::vector<double> &x, std::vector<int> &levels, double step) {
  double error = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- the error of i-1 is added to value i
  for (std::size_t i = 0; i < x.size(); ++i) {
    levels[i] = static_cast<int>(std::floor((x[i] + error) / step));
    error += x[i] - levels[i] * step;
  }
}

void oneHot(const std::vector<int> &label, std::vector<std::array<double, 8>> &rows) {
  // truth: parallel
  for (std::size_t i = 0; i < label.size(); ++i)
    rows[i][label[i]] = 1;
}

// Attention over a sequence: by sums, and by a state.

void causalAttention(const std::vector<double> &q, const std::vector<double> &k,
                     const std::vector<double> &v, std::vector<double> &out) {
  const int n = static_cast<int>(q.size());
  // truth: parallel -- run-time checks that out is neither k nor v
  for (int t = 0; t < n; ++t) {
    double sum = 0;
    // truth: parallel -- reduction(+ : sum)
    for (int s = 0; s <= t; ++s)
      sum += q[t] * k[s] * v[s];
    out[t] = sum / static_cast<double>(t + 1);
  }
}

void gatedAttention(const std::vector<double> &q, const std::vector<double> &k,
                    const std::vector<double> &v, std::vector<double> &out) {
  double state = 0;
  // truth: serial carried-flow-dependence -- the state of position t-1 enters that of t
  for (std::size_t t = 0; t < q.size(); ++t) {
    state = std::tanh(state + k[t] * v[t]);
    out[t] = q[t] * state;
  }
}

// Decision trees.

struct Split {
  int feature, left, right;
  double threshold, value;
};

void predict(const std::vector<Split> &tree, const std::vector<std::array<double, 4>> &samples,
             std::vector<double> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < samples.size(); ++i) {
    int at = 0;
    // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- goes down
    while (tree[at].feature >= 0)
      at = samples[i][tree[at].feature] < tree[at].threshold ? tree[at].left : tree[at].right;
    out[i] = tree[at].value;
  }
}

void boost(const std::vector<std::vector<double>> &stage, std::vector<double> &score) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- all
  for (std::size_t s = 0; s < stage.size(); ++s)
    // truth: parallel -- score and stage[s] meet at i only, also if they are one vector
    for (std::size_t i = 0; i < score.size(); ++i)
      score[i] += 0.5 * (stage[s][i] - score[i]);
}

// Columns of a table.

void standardize(std::vector<double> &x, int rows, int columns) {
  // truth: parallel -- each column by itself
  for (int c = 0; c < columns; ++c) {
    double sum = 0, squares = 0;
    // truth: parallel -- reduction(+ : sum, squares)
    for (int r = 0; r < rows; ++r) {
      sum += x[r * columns + c];
      squares += x[r * columns + c] * x[r * columns + c];
    }
    const double mean = sum / static_cast<double>(rows);
    const double scale = 1 / std::sqrt(squares / static_cast<double>(rows) - mean * mean + 0.01);
    // truth: parallel
    for (int r = 0; r < rows; ++r)
      x[r * columns + c] = (x[r * columns + c] - mean) * scale;
  }
}

int main() {
  auto x = corpus::numbers<double>(6000, 1), y = corpus::numbers<double>(6000, 2);
  leakyRelu(x.data(), 6000, 0.25);
  corpus::print("leakyRelu", corpus::sum(x));
  auto fired = y;
  spike(fired.data(), 6000, 0.75);
  corpus::print("spike", corpus::sum(fired));
  auto shares = y;
  softmax(shares);
  corpus::print("softmax", corpus::sum(shares));
  auto sparse = y;
  sparse.resize(50);
  sparsemaxLike(sparse);
  corpus::print("sparsemaxLike", corpus::sum(sparse));

  Layer layer{80, 80, corpus::numbers<double>(6400, 3), corpus::numbers<double>(80, 4)};
  auto in = corpus::numbers<double>(80, 5);
  std::vector<double> hidden(80);
  forward(layer, in, hidden);
  corpus::print("forward", corpus::sum(hidden));
  corpus::repeat(6400, [&](std::size_t i) { layer.weights[i] *= 0.05; });
  forward(layer, in, in);
  corpus::print("forward in place", corpus::sum(in));
  std::vector<std::vector<double>> sequence(20, std::vector<double>(80));
  corpus::fill(sequence, 6);
  recur(sequence, layer.weights, hidden);
  corpus::print("recur", corpus::sum(hidden));
  auto pooled = corpus::numbers<double>(4000, 7);
  maxPool(x.data(), pooled.data(), 1200, 5);
  corpus::print("maxPool", corpus::sum(pooled));
  maxPool(pooled.data(), pooled.data() + 7, 990, 4);
  corpus::print("maxPool in place", corpus::sum(pooled));

  auto rows = corpus::numbers<double>(5000, 8), goals = corpus::numbers<double>(250, 9);
  std::vector<double> w(20, 0.25), gradient(20), m(20), v(20);
  batchGradient(rows, goals, w, gradient);
  corpus::print("batchGradient", corpus::sum(gradient));
  adam(w, gradient, m, v, 0.125);
  corpus::print("adam", corpus::sum(w), corpus::sum(m), corpus::sum(v));
  stochasticDescent(rows, goals, w, 0.05);
  corpus::print("stochasticDescent", corpus::sum(w));
  auto weights = x;
  const int epochs = train(weights, y, 100);
  corpus::print("train", epochs, corpus::sum(weights));

  dropoutByIndex(weights, 11);
  corpus::print("dropoutByIndex", corpus::sum(weights));
  dropout(weights, 11);
  corpus::print("dropout", corpus::sum(weights));
  auto order = corpus::iota<int>(5000);
  shuffle(order, 12);
  corpus::print("shuffle", corpus::sum(order));

  auto ids = corpus::integers<int>(500, 13, 0, 99);
  auto table = corpus::numbers<double>(1200, 14), out = corpus::numbers<double>(6000, 15);
  embed(table, ids, out, 12);
  corpus::print("embed", corpus::sum(out));
  embedBackward(table, ids, out, 12);
  corpus::print("embedBackward", corpus::sum(table));
  embedChain(table, ids, out, 12);
  corpus::print("embedChain", corpus::sum(table));

  std::vector<Point> points(3000), centers(8), sums(8);
  std::vector<int> label(3000), label2(3000);
  corpus::repeat(3000, [&](std::size_t i) { points[i] = {x[i], y[i]}; });
  corpus::repeat(8, [&](std::size_t i) { centers[i] = {y[i], x[i + 8]}; });
  const int changed = assign(points, centers, label);
  corpus::print("assign", changed, corpus::sum(label));
  accumulate(points, label, sums);
  corpus::print("accumulate", sums[1].x, sums[2].y, sums[5].x, sums[7].y);
  assignOnline(points, centers, label2);
  corpus::print("assignOnline", corpus::sum(label2), centers[3].x, centers[6].y);
  long matrix[8][8] = {};
  confusion(label, label2, matrix);
  corpus::print("confusion", corpus::sum(matrix), longestStreak(label, label2),
                firstWrong(label, label2));
  std::vector<int> levels(6000);
  quantize(x, levels, 0.1);
  corpus::print("quantize", corpus::sum(levels));
  quantizeWithFeedback(y, levels, 0.1);
  corpus::print("quantizeWithFeedback", corpus::sum(levels));
  std::vector<std::array<double, 8>> hot(3000);
  oneHot(label, hot);
  corpus::print("oneHot", corpus::sum(hot));

  auto q = corpus::numbers<double>(300, 16), k = corpus::numbers<double>(300, 17),
       value = corpus::numbers<double>(300, 18);
  std::vector<double> attended(300);
  causalAttention(q, k, value, attended);
  corpus::print("causalAttention", corpus::sum(attended));
  gatedAttention(q, k, value, attended);
  corpus::print("gatedAttention", corpus::sum(attended));
  causalAttention(q, k, k, k);
  corpus::print("in place", corpus::sum(k));

  std::vector<Split> tree(127);
  std::vector<std::array<double, 4>> samples(3000);
  std::vector<double> score(3000);
  corpus::repeat(127, [&](std::size_t i) {
    const int at = static_cast<int>(i);
    tree[i] = {at < 63 ? at % 4 : -1, 2 * at + 1, 2 * at + 2, 0.25 * x[i], y[i]};
  });
  corpus::fill(samples, 19);
  predict(tree, samples, score);
  corpus::print("predict", corpus::sum(score));
  std::vector<std::vector<double>> stages(10, std::vector<double>(3000));
  corpus::fill(stages, 20);
  boost(stages, score);
  corpus::print("boost", corpus::sum(score));

  standardize(y, 100, 60);
  corpus::print("standardize", corpus::sum(y));
}
