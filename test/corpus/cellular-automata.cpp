//===- cellular-automata.cpp - grids of cells that watch their neighbours -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Life, elementary rules, sandpiles, spins and excitable media. What matters is where the next
// generation goes: into a second grid, into cells of the other colour, into blocks that do not
// touch, or into the cells that the next iteration is about to read.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr int Width = 66, Height = 66; // with a border of dead cells

using Board = std::array<std::array<std::uint8_t, Width>, Height>;

enum class Medium : std::uint8_t { Resting, Excited, Refractory };

} // namespace

// Life with a fresh board.
Board lifeStep(const Board &now) {
  Board next{};
  // truth: parallel
  for (int y = 1; y < Height - 1; y++)
    // truth: parallel
    for (int x = 1; x < Width - 1; x++) {
      int around = -now[y][x];
      // truth: parallel -- reduction(+ : around)
      for (int dy = -1; dy <= 1; dy++)
        // truth: parallel -- reduction(+ : around)
        for (int dx = -1; dx <= 1; dx++)
          around += now[y + dy][x + dx];
      next[y][x] = around == 3 || (around == 2 && now[y][x]);
    }
  return next;
}

// The mistake that everybody makes once: some neighbours are of the next generation already.
void lifeInPlace(Board &now) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- y=2 reads row 1 of y=1
  for (int y = 1; y < Height - 1; y++)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- x=2 reads now[y][1] of x=1
    for (int x = 1; x < Width - 1; x++) {
      int around = now[y - 1][x - 1] + now[y - 1][x] + now[y - 1][x + 1] + now[y][x - 1] +
                   now[y][x + 1] + now[y + 1][x - 1] + now[y + 1][x] + now[y + 1][x + 1];
      now[y][x] = around == 3 || (around == 2 && now[y][x]);
    }
}

long population(const Board &board) {
  long alive = 0;
  // truth: parallel -- reduction(+ : alive)
  for (const auto &row : board)
    // truth: parallel -- reduction(+ : alive)
    for (std::uint8_t cell : row)
      alive += cell;
  return alive;
}

bool anyAlive(const Board &board) {
  // truth: serial early-exit -- rows after the first living cell are not looked at
  for (const auto &row : board)
    // truth: serial early-exit -- cells after the first living cell are not looked at
    for (std::uint8_t cell : row)
      if (cell)
        return true;
  return false;
}

// Rule 110 on a ring: a table of eight outcomes, indexed with three cells.
void rule110(const std::vector<std::uint8_t> &now, std::vector<std::uint8_t> &next) {
  const std::size_t n = now.size();
  // truth: parallel -- if now and next are different vectors
  for (std::size_t i = 0; i < n; i++)
    next[i] = (110 >> (now[(i + n - 1) % n] * 4 + now[i] * 2 + now[(i + 1) % n])) & 1;
}

void rule110Bits(const std::vector<std::uint8_t> &now, std::vector<bool> &next) {
  const std::size_t n = now.size();
  // truth: serial shared-bytes -- i=0 and i=1 write bits of one word of next
  for (std::size_t i = 0; i < n; i++)
    next[i] = (110 >> (now[(i + n - 1) % n] * 4 + now[i] * 2 + now[(i + 1) % n])) & 1;
}

// Sixty-four cells of rule 90 at a time.
void rule90(const std::uint64_t *now, std::uint64_t *next, int words) {
  // truth: parallel -- if the words of now and next do not overlap
  for (int w = 1; w < words - 1; w++)
    next[w] = ((now[w] << 1) | (now[w - 1] >> 63)) ^ ((now[w] >> 1) | (now[w + 1] << 63));
}

// The old left neighbour is kept in a variable.
void majority(const std::array<int, 8192> &cells, int *next) {
  int left = cells[0];
  // truth: parallel -- left is cells[i - 1]; if next and cells do not overlap
  for (int i = 1; i < 8191; i++) {
    next[i] = left + cells[i] + cells[i + 1] >= 2;
    left = cells[i];
  }
}

void majorityInPlace(std::array<int, 8192> &cells) {
  int left = cells[0];
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i=1 reads cells[2] before i=2
  for (int i = 1; i < 8191; i++) {
    const int old = cells[i];
    cells[i] = left + old + cells[i + 1] >= 2;
    left = old;
  }
}

// A ring that turns by one cell, and one that is wound up.
void turnRing(const std::array<short, 1024> &ring, std::array<short, 1024> &turned) {
  // truth: parallel -- (i + 1) % 1024 is another cell for each i; if the arrays are different
  for (int i = 0; i < 1024; i++)
    turned[(i + 1) % 1024] = ring[i];
}

void windRing(const std::array<short, 1024> &ring, std::array<short, 1024> &wound) {
  // truth: serial carried-output-dependence -- i=0 and i=60 write wound[1]
  for (int i = 0; i < 1024; i++)
    wound[(i + 1) % 60] = ring[i];
}

// Spins: a half-sweep over one colour of the checkerboard reads the other colour only.
void flipColour(int (&spin)[Height][Width], int colour) {
  // truth: parallel -- rows y - 1 and y + 1 are read at the other colour
  for (int y = 1; y < Height - 1; y++)
    // truth: parallel -- written: x of one parity, read: the other
    for (int x = 1 + ((y + colour) & 1); x < Width - 1; x += 2) {
      const int field = spin[y - 1][x] + spin[y + 1][x] + spin[y][x - 1] + spin[y][x + 1];
      if (field * spin[y][x] < 0)
        spin[y][x] = -spin[y][x];
    }
}

void flipAll(int (&spin)[Height][Width]) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- y=2 reads row 1 of y=1
  for (int y = 1; y < Height - 1; y++)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- x=2 reads spin[y][1] of x=1
    for (int x = 1; x < Width - 1; x++) {
      const int field = spin[y - 1][x] + spin[y + 1][x] + spin[y][x - 1] + spin[y][x + 1];
      if (field * spin[y][x] < 0)
        spin[y][x] = -spin[y][x];
    }
}

// Sand falls from full cells onto their neighbours: scattered, gathered, and in place.
void scatterSand(const int (&now)[Height][Width], int (&next)[Height][Width]) {
  // truth: parallel -- atomic updates, if now and next are different
  for (int y = 1; y < Height - 1; y++)
    // truth: parallel -- atomic updates, if now and next are different
    for (int x = 1; x < Width - 1; x++) {
      const int falling = now[y][x] / 4;
      next[y][x] += now[y][x] - 4 * falling;
      next[y - 1][x] += falling;
      next[y + 1][x] += falling;
      next[y][x - 1] += falling;
      next[y][x + 1] += falling;
    }
}

void gatherSand(const int (&now)[Height][Width], int (&next)[Height][Width]) {
  // truth: parallel -- if now and next are different
  for (int y = 1; y < Height - 1; y++)
    // truth: parallel -- if now and next are different
    for (int x = 1; x < Width - 1; x++)
      next[y][x] = now[y][x] % 4 + now[y - 1][x] / 4 + now[y + 1][x] / 4 + now[y][x - 1] / 4 +
                   now[y][x + 1] / 4;
}

int toppleInPlace(int (&sand)[Height][Width]) {
  int topplings = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- y=1 has added to row 2 of y=2
  for (int y = 1; y < Height - 1; y++)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- x=1 has added to sand[y][2]
    for (int x = 1; x < Width - 1; x++)
      if (sand[y][x] >= 4) {
        sand[y][x] -= 4;
        sand[y - 1][x]++;
        sand[y + 1][x]++;
        sand[y][x - 1]++;
        sand[y][x + 1]++;
        topplings++;
      }
  return topplings;
}

// Two by two cells turn together; the blocks do not touch.
void turnBlocks(std::uint8_t *cells, int pitch, int blocks) {
  // truth: parallel -- columns 2 * b and 2 * b + 1 of two rows; if the rows do not overlap
  for (int b = 0; b < blocks; b++) {
    std::uint8_t *top = cells + 2 * b, *bottom = cells + pitch + 2 * b;
    const std::uint8_t corner = top[0];
    top[0] = bottom[0];
    bottom[0] = bottom[1];
    bottom[1] = top[1];
    top[1] = corner;
  }
}

void turnSlidingBlocks(std::uint8_t *cells, int pitch, int blocks) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- b=0 and b=1 both turn column 1
  for (int b = 0; b < blocks; b++) {
    std::uint8_t *top = cells + b, *bottom = cells + pitch + b;
    const std::uint8_t corner = top[0];
    top[0] = bottom[0];
    bottom[0] = bottom[1];
    bottom[1] = top[1];
    top[1] = corner;
  }
}

// A forest in which lightning strikes: by the C library's dice, and by a hash of place and time.
void lightning(std::vector<std::uint8_t> &trees) {
  // truth: serial hidden-state -- tree 1 gets the second number that rand() gives
  for (auto &tree : trees)
    if (std::rand() % 100 == 0)
      tree = 2;
}

static unsigned dice(unsigned place, unsigned time) {
  unsigned x = place * 0x9e3779b9u + time;
  x ^= x >> 15;
  x *= 0x2c1b3c6du;
  return x ^ (x >> 12);
}

void hashedLightning(std::vector<std::uint8_t> &trees, unsigned time) {
  // truth: parallel
  for (std::size_t i = 0; i < trees.size(); i++)
    if (dice(static_cast<unsigned>(i), time) % 100 == 0)
      trees[i] = 2;
}

// An excitable medium with a front and a back buffer.
class ExcitableMedium {
public:
  ExcitableMedium(int width, int height)
      : width_(width), height_(height),
        buffers_{std::vector<Medium>(width * height), std::vector<Medium>(width * height)} {}

  void excite(int x, int y) { buffers_[front_][y * width_ + x] = Medium::Excited; }

  void run(int generations) {
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- g=1 reads what g=0 wrote
    for (int g = 0; g < generations; g++) {
      step();
      front_ = 1 - front_;
    }
  }

  std::string picture() const {
    std::string text((width_ + 1) * height_, '\n');
    // truth: parallel
    for (int y = 0; y < height_; y++)
      // truth: parallel
      for (int x = 0; x < width_; x++)
        text[y * (width_ + 1) + x] = ".*o"[static_cast<int>(buffers_[front_][y * width_ + x])];
    return text;
  }

private:
  void step() {
    const std::vector<Medium> &now = buffers_[front_];
    std::vector<Medium> &next = buffers_[1 - front_];
    // truth: parallel -- front_ and 1 - front_ are never the same
    for (int y = 1; y < height_ - 1; y++)
      // truth: parallel
      for (int x = 1; x < width_ - 1; x++) {
        const int i = y * width_ + x;
        if (now[i] == Medium::Excited)
          next[i] = Medium::Refractory;
        else if (now[i] == Medium::Resting &&
                 (now[i - 1] == Medium::Excited || now[i + 1] == Medium::Excited ||
                  now[i - width_] == Medium::Excited || now[i + width_] == Medium::Excited))
          next[i] = Medium::Excited;
        else
          next[i] = Medium::Resting;
      }
  }

  int width_, height_, front_ = 0;
  std::vector<Medium> buffers_[2];
};

// An ant whose next step depends on the colour that it finds.
int walkAnt(Board &board, int steps) {
  int x = Width / 2, y = Height / 2, heading = 0, turns = 0;
  static const int stepX[] = {0, 1, 0, -1}, stepY[] = {-1, 0, 1, 0};
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- x, y
  for (int s = 0; s < steps; s++) {
    heading = (heading + (board[y][x] ? 3 : 1)) & 3;
    board[y][x] ^= 1;
    x = (x + stepX[heading] + Width) % Width;
    y = (y + stepY[heading] + Height) % Height;
    turns += heading;
  }
  return turns;
}

// Living cells of an unbounded board, and how often each place is somebody's neighbour.
std::map<std::pair<int, int>, int> sparseCounts(const std::vector<std::pair<int, int>> &alive) {
  std::map<std::pair<int, int>, int> counts;
  // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call -- nodes of counts
  for (const auto &[x, y] : alive)
    // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call -- nodes of counts
    for (int d = -1; d <= 1; d++)
      counts[{x + d, y + 1}]++;
  return counts;
}

void printRow(const std::array<std::uint8_t, Width> &row) {
  // truth: serial observable-order -- characters 0 and 1 would be printed in another order
  for (std::uint8_t cell : row)
    std::putchar(cell ? '#' : '.');
  std::putchar('\n');
}

int main() {
  Board board{};
  corpus::fill(board, 1);
  Board odd{};
  odd[30][30] = odd[30][31] = odd[30][32] = odd[31][30] = odd[32][31] = 1;
  Board glider = lifeStep(lifeStep(odd));
  corpus::print("lifeStep", population(glider), corpus::sum(glider), anyAlive(glider));
  lifeInPlace(glider);
  corpus::print("lifeInPlace", population(glider), corpus::sum(glider));
  printRow(glider[30]);

  auto cells = corpus::integers<std::uint8_t>(10000, 2, 0, 1);
  std::vector<std::uint8_t> next(10000);
  rule110(cells, next);
  corpus::print("rule110", corpus::sum(next));
  rule110(next, next);
  corpus::print("rule110 in place", corpus::sum(next));
  std::vector<bool> bits(10000);
  rule110Bits(cells, bits);
  corpus::print("rule110Bits", corpus::sum(bits));

  auto words = corpus::integers<std::uint64_t>(5000, 3, 1, 0x7fffffff);
  std::vector<std::uint64_t> nextWords(5000);
  rule90(words.data(), nextWords.data(), 5000);
  corpus::print("rule90", corpus::sum(nextWords));
  rule90(words.data(), words.data() + 1, 4000);
  corpus::print("rule90 overlapping", corpus::sum(words));

  static std::array<int, 8192> votes, result;
  auto ballots = corpus::integers<int>(8192, 4, 0, 1);
  std::copy(ballots.begin(), ballots.end(), votes.begin());
  majority(votes, result.data());
  majorityInPlace(votes);
  corpus::print("majority", corpus::sum(result), corpus::sum(votes));

  std::array<short, 1024> ring, turned, wound{};
  corpus::fill(ring, 5);
  turnRing(ring, turned);
  windRing(ring, wound);
  turnRing(ring, ring);
  corpus::print("rings", corpus::sum(turned), corpus::sum(wound), corpus::sum(ring));

  static int spin[Height][Width], sand[Height][Width], fallen[Height][Width];
  corpus::fill(spin, 6);
  flipColour(spin, 0);
  flipColour(spin, 1);
  corpus::print("flipColour", corpus::sum(spin));
  flipAll(spin);
  corpus::print("flipAll", corpus::sum(spin));
  corpus::fill(sand, 7);
  scatterSand(sand, fallen);
  corpus::print("scatterSand", corpus::sum(fallen));
  gatherSand(sand, fallen);
  corpus::print("gatherSand", corpus::sum(fallen));
  int topplings = toppleInPlace(sand);
  corpus::print("toppleInPlace", topplings, corpus::sum(sand));

  auto blocks = corpus::numbers<std::uint8_t>(8000, 8);
  turnBlocks(blocks.data(), 4000, 2000);
  corpus::print("turnBlocks", corpus::sum(blocks));
  turnBlocks(blocks.data(), 2001, 1000);
  corpus::print("turnBlocks overlapping", corpus::sum(blocks));
  turnSlidingBlocks(blocks.data(), 4000, 3999);
  corpus::print("turnSlidingBlocks", corpus::sum(blocks));

  std::vector<std::uint8_t> trees(5000, 1);
  std::srand(42);
  lightning(trees);
  hashedLightning(trees, 17);
  corpus::print("lightning", corpus::sum(trees));

  ExcitableMedium medium(60, 40);
  medium.excite(20, 20);
  medium.excite(41, 11);
  medium.run(12);
  corpus::print("ExcitableMedium", corpus::sum(medium.picture()));

  int turns = walkAnt(board, 3000);
  corpus::print("walkAnt", turns, corpus::sum(board));
  auto counts = sparseCounts({{1, 1}, {2, 1}, {2, 2}, {3, 0}, {9, 1}});
  corpus::print("sparseCounts", static_cast<int>(counts.size()), counts[{2, 2}], counts[{3, 1}]);
}
