//===- odd-integers.cpp - small, unsigned, wrapping and packed integers ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Loops over characters, half words, enumerators, bit-fields and 128 bits: what the usual
// arithmetic conversions and the narrowing at each assignment make of an index, of a subscript or
// of a sum. Protocol, pixel and checksum code is full of them.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

// Subscripts cut down to a byte, for 256 entries and for more.
void fillPage(std::array<int, 256> &page, const int *source) {
  // truth: parallel -- i fits a byte; if source and page do not overlap
  for (int i = 0; i < 256; i++)
    page[static_cast<std::uint8_t>(i)] = 2 * source[i];
}

void fillPageAround(std::array<int, 256> &page, const int *source) {
  // truth: serial carried-output-dependence -- i=0 and i=256 write page[0]
  for (int i = 0; i < 5000; i++)
    page[static_cast<std::uint8_t>(i)] = 2 * source[i];
}

// A ring of 1024 slots from any offset: once around, and again and again.
void onceAround(std::uint16_t *ring, std::uint32_t offset) {
  // truth: parallel -- offset + i takes each value modulo 1024 once
  for (std::uint32_t i = 0; i < 1024; i++)
    ring[(offset + i) & 1023] = static_cast<std::uint16_t>(i);
}

void manyTimesAround(std::uint16_t *ring, std::uint32_t offset) {
  // truth: serial carried-output-dependence -- i=0 and i=1024 write the slot of offset
  for (std::uint32_t i = 0; i < 9000; i++)
    ring[(offset + i) & 1023] = static_cast<std::uint16_t>(i);
}

// Sequence numbers of one byte pick the slot.
void deal(long *slots, std::uint8_t first) {
  std::uint8_t tag = first;
  // truth: parallel -- tag is first + i modulo 256, different for 200 values of i
  for (int i = 0; i < 200; i++)
    slots[tag++] = i;
}

void dealAround(long *slots, std::uint8_t first) {
  std::uint8_t tag = first;
  // truth: serial carried-output-dependence -- i=0 and i=256 write slots[first]
  for (int i = 0; i < 3000; i++)
    slots[tag++] = i;
}

// The index itself wraps: 0, 100, 200, 44, 144 ... until it meets a value of 250 or more.
void markStrides(std::array<std::uint8_t, 8> &last) {
  // truth: serial carried-output-dependence|non-canonical-loop -- 0 and 20, which come later, write last[0]
  for (std::uint8_t i = 0; i < 250; i += 100)
    last[i >> 5] = i;
}

void markTens(std::array<std::uint8_t, 25> &last) {
  // truth: parallel -- 0, 10 ... 240
  for (std::uint8_t i = 0; i < 250; i += 10)
    last[i / 10] = i;
}

// Countdowns of a type without negative numbers.
void scaleBackwards(std::vector<float> &values, float factor) {
  // truth: parallel -- i runs from size - 1 down to 0
  for (std::size_t i = values.size(); i-- > 0;)
    values[i] *= factor;
}

void clearBackwards(std::vector<float> &values) {
  const std::size_t n = values.size();
  // truth: parallel -- i runs from n - 1 down to 0, and 0 - 1 is no index
  for (std::size_t i = n - 1; i < n; i--)
    values[i] = 0.25f * static_cast<float>(i);
}

void decayBackwards(std::vector<float> &values) {
  // truth: serial carried-flow-dependence -- i=n-3 reads values[n-2], which i=n-2 wrote
  for (std::size_t i = values.size() - 1; i-- > 0;)
    values[i] += 0.5f * values[i + 1];
}

// Sums that are cut to their own size at each step: exact modulo 256, and clamped.
std::uint8_t checksum(const std::vector<std::uint8_t> &packet) {
  std::uint8_t sum = 0;
  // truth: parallel -- a sum modulo 256
  for (std::uint8_t byte : packet)
    sum += byte;
  return sum;
}

std::uint8_t volume(const std::vector<signed char> &steps) {
  std::uint8_t level = 128;
  // truth: serial not-a-reduction|carried-flow-dependence -- +100 then -100 is not -100 then +100 at 200
  for (signed char step : steps)
    level = static_cast<std::uint8_t>(std::clamp(level + step, 0, 255));
  return level;
}

short drift(const std::vector<short> &errors) {
  short total = 0;
  // truth: parallel -- a sum modulo 65536
  for (std::size_t i = 0; i < errors.size(); i++)
    total += errors[i];
  return total;
}

short damped(const std::vector<short> &errors) {
  short total = 9000;
  // truth: serial not-a-reduction|carried-flow-dependence -- total is cut to a whole number after each i
  for (std::size_t i = 0; i < errors.size(); i++)
    total += 0.75f * errors[i];
  return total;
}

// Flags: parity is a reduction, a count that is cut to one bit is not.
bool parity(const std::uint32_t *words, int n) {
  bool odd = false;
  // truth: parallel -- reduction(^ : odd)
  for (int i = 0; i < n; i++)
    odd ^= (words[i] & 1) != 0;
  return odd;
}

bool cancelled(const int *charges, int n) {
  bool charged = false;
  // truth: serial not-a-reduction|carried-flow-dependence -- 1 + (-1) is false, 0 + (-1) is true
  for (int i = 0; i < n; i++)
    charged = charged + charges[i];
  return charged;
}

std::uint32_t seenDigits(const std::vector<char> &text) {
  std::uint32_t seen = 0;
  // truth: parallel -- reduction(| : seen)
  for (char c : text)
    seen |= 1u << (static_cast<unsigned char>(c) & 31);
  return seen;
}

std::uint32_t shiftedDigits(const std::vector<char> &text) {
  std::uint32_t recent = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i shifts what i-1 put in
  for (char c : text)
    recent = (recent << 1) | (static_cast<unsigned char>(c) & 1);
  return recent;
}

// A bitwise check code, and the table that does eight bits at a time.
void crcTable(std::array<std::uint32_t, 256> &table) {
  // truth: parallel
  for (std::uint32_t byte = 0; byte < 256; byte++) {
    std::uint32_t rest = byte;
    // truth: serial carried-flow-dependence -- bit 1 divides the rest that bit 0 left
    for (int bit = 0; bit < 8; bit++)
      rest = rest & 1 ? (rest >> 1) ^ 0xedb88320u : rest >> 1;
    table[byte] = rest;
  }
}

std::uint32_t crc(const std::array<std::uint32_t, 256> &table, const std::vector<char> &text) {
  std::uint32_t rest = ~0u;
  // truth: serial carried-flow-dependence -- character 1 goes on with the rest of character 0
  for (std::size_t i = 0; i < text.size(); i++)
    rest = table[(rest ^ static_cast<unsigned char>(text[i])) & 255] ^ (rest >> 8);
  return ~rest;
}

// Bit-fields: each sample has its own bytes, but two nibbles share one.
struct Sample {
  unsigned channel : 3;
  unsigned valid : 1;
  unsigned value : 12;
};

struct Nibbles {
  std::uint8_t low : 4;
  std::uint8_t high : 4;
};

void unpack(const std::uint16_t *raw, Sample *samples, int n) {
  // truth: parallel -- the fields of a sample belong to one i
  for (int i = 0; i < n; i++) {
    samples[i].channel = raw[i] & 7;
    samples[i].valid = raw[i] >> 15;
    samples[i].value = (raw[i] >> 3) & 4095;
  }
}

void packNibbles(std::vector<Nibbles> &packed, const std::vector<int> &values) {
  // truth: serial shared-bytes|carried-output-dependence -- i=0 and i=1 write two halves of the byte packed[0]
  for (std::size_t i = 0; i < values.size(); i++)
    if (i % 2 == 0)
      packed[i / 2].low = values[i] & 15;
    else
      packed[i / 2].high = values[i] & 15;
}

void packPairs(std::vector<Nibbles> &packed, const std::vector<int> &values) {
  // truth: parallel -- both halves of a byte in one iteration
  for (std::size_t i = 0; i < values.size() / 2; i++) {
    packed[i].low = values[2 * i] & 15;
    packed[i].high = values[2 * i + 1] & 15;
  }
}

void primesBelow4096(std::bitset<4096> &composite) {
  // truth: serial shared-bytes -- multiples 4 and 6 are bits of one word
  for (unsigned multiple = 4; multiple < 4096; multiple += 2)
    composite[multiple] = true;
}

// Enumerators as indices.
enum Channel { Red, Green, Blue, Alpha, Channels };
enum class Suit : std::uint8_t { Clubs, Diamonds, Hearts, Spades, End };

void meanColour(const std::vector<std::array<std::uint8_t, Channels>> &pixels,
                std::array<unsigned, Channels> &mean) {
  // truth: parallel
  for (int channel = Red; channel < Channels; channel++) {
    unsigned total = 0;
    // truth: parallel -- reduction(+ : total)
    for (const auto &pixel : pixels)
      total += pixel[channel];
    mean[channel] = total / static_cast<unsigned>(pixels.size());
  }
}

Suit nextSuit(Suit suit) { return static_cast<Suit>((static_cast<int>(suit) * 2 + 1) % 4); }

int playSuits(const std::vector<std::uint8_t> &cards) {
  Suit suit = Suit::Clubs;
  int tricks = 0;
  // truth: serial carried-flow-dependence -- the suit of card 1 depends on card 0
  for (std::uint8_t card : cards)
    if (static_cast<Suit>(card & 3) != suit)
      suit = nextSuit(suit);
    else
      tricks++;
  return tricks;
}

// 128 bits: products that need them, and a chain that reuses them.
__extension__ using Wide = unsigned __int128;

void multiplyModulo(const std::uint64_t *a, const std::uint64_t *b, std::uint64_t *product, long n,
                    std::uint64_t modulus) {
  // truth: parallel -- if product does not overlap with a and b
  for (long i = 0; i < n; i++)
    product[i] = static_cast<std::uint64_t>(static_cast<Wide>(a[i]) * b[i] % modulus);
}

std::uint64_t multiplyBits(const std::uint64_t *a, long n) {
  Wide state = 1;
  // truth: serial carried-flow-dependence|not-a-reduction -- i=1 starts from the state of i=0
  for (long i = 0; i < n; i++) {
    state = (state ^ a[i]) * 0x2545f4914f6cdd1dull;
    state ^= state >> 61;
  }
  return static_cast<std::uint64_t>(state ^ (state >> 64));
}

// Counts of one type, elements of another; and a count that is an element.
void number(const long *count, long long *items) {
  // truth: parallel -- an element of long long is no long
  for (long i = 0; i < *count; i++)
    items[i] = 3 * i;
}

void numberFromItself(long *items) {
  // truth: serial bound-not-invariant|carried-flow-dependence -- i=1 may lower items[0], which i=2 is compared with
  for (long i = 1; i < items[0]; i++) {
    if (items[i] % 3 == 0)
      items[0]--;
    items[i] = i;
  }
}

// Pixels: a blend of bytes, and a difference that is passed on to the next pixel.
void blend(const std::uint8_t *over, std::uint8_t *under, int n, int alpha) {
  // truth: parallel -- if over and under do not overlap
  for (int i = 0; i < n; i++)
    under[i] = static_cast<std::uint8_t>((over[i] * alpha + under[i] * (255 - alpha)) / 255);
}

void diffuse(const std::uint8_t *grey, std::uint8_t *black, int n) {
  int error = 0;
  // truth: serial carried-flow-dependence -- i=1 adds the error that i=0 made
  for (int i = 0; i < n; i++) {
    const int wanted = grey[i] + error;
    black[i] = wanted >= 128 ? 255 : 0;
    error = wanted - black[i];
  }
}

// Differences of neighbours and back.
void encodeDifferences(const std::vector<std::uint8_t> &line, std::vector<std::uint8_t> &code) {
  // truth: parallel -- if line and code are different vectors
  for (std::size_t i = 1; i < line.size(); i++)
    code[i] = static_cast<std::uint8_t>(line[i] - line[i - 1]);
}

void decodeDifferences(const std::vector<std::uint8_t> &code, std::vector<std::uint8_t> &line) {
  // truth: serial carried-flow-dependence -- i=2 reads line[1], which i=1 wrote
  for (std::size_t i = 1; i < line.size(); i++)
    line[i] = static_cast<std::uint8_t>(line[i - 1] + code[i]);
}

// A sign that changes with each term.
long alternating(const std::vector<std::int16_t> &terms) {
  long sum = 0;
  signed char sign = 1;
  // truth: parallel -- sign is (-1) to the power i; reduction(+ : sum)
  for (std::size_t i = 0; i < terms.size(); i++) {
    sum += sign * terms[i];
    sign = static_cast<signed char>(-sign);
  }
  return sum;
}

long alternatingAtZeros(const std::vector<std::int16_t> &terms) {
  long sum = 0;
  signed char sign = 1;
  // truth: serial carried-flow-dependence -- the sign of i=1 depends on whether term 0 is negative
  for (std::size_t i = 0; i < terms.size(); i++) {
    sum += sign * terms[i];
    if (terms[i] < 0)
      sign = static_cast<signed char>(-sign);
  }
  return sum;
}

int main() {
  std::array<int, 256> page{};
  auto source = corpus::numbers<int>(5000, 1);
  fillPage(page, source.data());
  corpus::print("fillPage", corpus::sum(page));
  fillPageAround(page, source.data());
  corpus::print("fillPageAround", corpus::sum(page));

  std::vector<std::uint16_t> ring(1024);
  onceAround(ring.data(), 0xfffffe00u);
  corpus::print("onceAround", corpus::sum(ring));
  manyTimesAround(ring.data(), 700);
  corpus::print("manyTimesAround", corpus::sum(ring));
  std::vector<long> slots(256);
  deal(slots.data(), 250);
  corpus::print("deal", corpus::sum(slots));
  dealAround(slots.data(), 250);
  corpus::print("dealAround", corpus::sum(slots));
  std::array<std::uint8_t, 8> strides{};
  std::array<std::uint8_t, 25> tens{};
  markStrides(strides);
  markTens(tens);
  corpus::print("marks", corpus::sum(strides), corpus::sum(tens));

  auto floats = corpus::numbers<float>(3000, 2);
  scaleBackwards(floats, 1.5f);
  corpus::print("scaleBackwards", corpus::sum(floats));
  clearBackwards(floats);
  corpus::print("clearBackwards", corpus::sum(floats));
  decayBackwards(floats);
  corpus::print("decayBackwards", corpus::sum(floats));

  auto packet = corpus::numbers<std::uint8_t>(9000, 3);
  auto steps = corpus::numbers<signed char>(9001, 4);
  auto errors = corpus::integers<short>(7000, 5, -3000, 3000);
  auto noise = corpus::integers<short>(7000, 5, -60, 60);
  corpus::print("checksum", checksum(packet), volume(steps), drift(errors), damped(noise));
  auto words = corpus::integers<std::uint32_t>(4000, 6, 0, 0xffffffff);
  auto charges = corpus::integers<int>(4000, 7, -1, 1);
  auto text = corpus::integers<char>(4000, 8, 32, 126);
  corpus::print("flags", parity(words.data(), 4000), cancelled(charges.data(), 4000));
  corpus::print("digits", seenDigits(text), shiftedDigits(text));
  std::array<std::uint32_t, 256> table;
  crcTable(table);
  corpus::print("crc", corpus::sum(table), crc(table, text));

  auto raw = corpus::integers<std::uint16_t>(3000, 9, 0, 65535);
  std::vector<Sample> samples(3000);
  unpack(raw.data(), samples.data(), 3000);
  corpus::print("unpack", samples[7].channel, samples[1500].value, samples[2999].valid);
  std::vector<Nibbles> packed(2500);
  packNibbles(packed, source);
  corpus::print("packNibbles", packed[3].low, packed[1200].high);
  packPairs(packed, charges);
  corpus::print("packPairs", packed[3].low, packed[1200].high);
  std::bitset<4096> composite;
  primesBelow4096(composite);
  corpus::print("primesBelow4096", composite.count());

  std::vector<std::array<std::uint8_t, Channels>> pixels(1500);
  corpus::fill(pixels, 10);
  std::array<unsigned, Channels> mean;
  meanColour(pixels, mean);
  corpus::print("meanColour", corpus::sum(mean));
  corpus::print("playSuits", playSuits(packet));

  auto a = corpus::integers<std::uint64_t>(3000, 11, 1, 0x7fffffffffffffff), b = a;
  multiplyModulo(a.data(), a.data(), b.data(), 3000, 0x1fffffffffffffffull);
  corpus::print("multiplyModulo", corpus::sum(b), multiplyBits(b.data(), 3000));
  multiplyModulo(b.data(), a.data(), b.data() + 1, 2999, 0x1fffffffffffffffull);
  corpus::print("multiplyModulo overlapping", corpus::sum(b));

  std::vector<long long> items(4000);
  auto longs = corpus::numbers<long>(4000, 14);
  longs[0] = 4000;
  number(longs.data(), items.data());
  corpus::print("number", corpus::sum(items));
  numberFromItself(longs.data());
  corpus::print("numberFromItself", corpus::sum(longs));

  auto grey = corpus::integers<std::uint8_t>(9000, 12, 0, 255);
  blend(packet.data(), grey.data(), 9000, 77);
  corpus::print("blend", corpus::sum(grey));
  blend(grey.data(), grey.data() + 1, 5000, 77);
  corpus::print("blend overlapping", corpus::sum(grey));
  diffuse(grey.data(), packet.data(), 9000);
  corpus::print("diffuse", corpus::sum(packet));
  std::vector<std::uint8_t> code(9000), line(9000);
  encodeDifferences(grey, code);
  decodeDifferences(code, line);
  corpus::print("differences", corpus::sum(code), corpus::sum(line));
  auto terms = corpus::numbers<std::int16_t>(6000, 13);
  corpus::print("alternating", alternating(terms), alternatingAtZeros(terms));
}
