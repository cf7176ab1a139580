//===- finance.cpp - prices, ledgers, schedules, risk ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Pricing of books of options, ledgers in cents, averages, schedules, covariance. Amounts that only
// accumulate commute; amounts that are compared, rounded or carried on from entry to entry do not.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

using Cents = std::int64_t;

// Options.

struct Option {
  double spot, strike, years, volatility;
};

static double normal(double x) { return 0.5 * std::erfc(-x * 0.70710678118654752); }

static double callPrice(const Option &o, double volatility, double rate) {
  const double s = volatility * std::sqrt(o.years);
  const double drift = (rate + 0.5 * volatility * volatility) * o.years;
  const double d = (std::log(o.spot / o.strike) + drift) / s;
  return o.spot * normal(d) - o.strike * std::exp(-rate * o.years) * normal(d - s);
}

void priceBook(const std::vector<Option> &book, double rate, std::vector<double> &price) {
  // truth: parallel
  for (std::size_t i = 0; i < book.size(); ++i)
    price[i] = callPrice(book[i], book[i].volatility, rate);
}

void impliedVolatility(const std::vector<Option> &book, const std::vector<double> &price,
                       std::vector<double> &volatility, double rate) {
  // truth: parallel -- low and high are private; price and volatility meet at i only
  for (std::size_t i = 0; i < book.size(); ++i) {
    double low = 0.01, high = 2.0;
    // truth: serial early-exit|carried-flow-dependence -- bisection, left when it is near enough
    for (int step = 0; step < 60; ++step) {
      const double middle = 0.5 * (low + high);
      if (high - low < 1e-10)
        break;
      (callPrice(book[i], middle, rate) < price[i] ? low : high) = middle;
    }
    volatility[i] = 0.5 * (low + high);
  }
}

double binomial(std::vector<double> payoff, double up, double discount) {
  std::vector<double> earlier(payoff.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (int n = static_cast<int>(payoff.size()) - 1; n > 0; --n) {
    // truth: parallel -- earlier and payoff are distinct
    for (int k = 0; k < n; ++k)
      earlier[k] = discount * (up * payoff[k + 1] + (1 - up) * payoff[k]);
    payoff.swap(earlier);
  }
  return payoff[0];
}

double simulatePaths(int paths, int days, double spot, double strike) {
  double total = 0.0;
  // truth: parallel -- reduction(+ : total); every path has its own seed
  for (int p = 0; p < paths; ++p) {
    std::uint32_t seed = corpus::mix(static_cast<std::uint32_t>(p) + 1);
    double price = spot;
    // truth: serial carried-flow-dependence -- seed and price follow from those of the day before
    for (int d = 0; d < days; ++d) {
      seed = corpus::mix(seed + 77u);
      price *= 1.0 + 0.02 * (static_cast<double>(seed % 2001) / 1000.0 - 1.0);
    }
    total += std::max(price - strike, 0.0);
  }
  return total / paths;
}

// Averages and extremes of a series.

void movingAverage(const std::vector<double> &price, std::vector<double> &out, int window) {
  const int n = static_cast<int>(price.size());
  // truth: parallel -- run-time check &price != &out
  for (int i = window - 1; i < n; ++i) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int k = 0; k < window; ++k)
      sum += price[i - k];
    out[i] = sum / window;
  }
}

void exponentialAverage(const std::vector<double> &price, std::vector<double> &out, double alpha) {
  double average = price[0];
  // truth: serial carried-flow-dependence|not-a-reduction -- the average of i-1 enters that of i
  for (std::size_t i = 0; i < price.size(); ++i) {
    average += alpha * (price[i] - average);
    out[i] = average;
  }
}

double spread(const std::vector<double> &price) {
  double low = price[0], high = price[0];
  // truth: parallel -- reduction(min : low) reduction(max : high)
  for (double p : price) {
    low = std::min(low, p);
    high = std::max(high, p);
  }
  return high - low;
}

double worstDrawdown(const std::vector<double> &price) {
  double peak = price[0], worst = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- the peak so far is read in each step
  for (double p : price) {
    peak = std::max(peak, p);
    worst = std::max(worst, peak - p);
  }
  return worst;
}

int cheapestDay(const std::vector<double> &price) {
  double best = price[0];
  int day = 0;
  // truth: parallel -- arg-min; of equal prices the first day
  for (int i = 1; i < static_cast<int>(price.size()); ++i)
    if (price[i] < best) {
      best = price[i];
      day = i;
    }
  return day;
}

int recordLows(const std::vector<double> &price) {
  double best = price[0];
  int records = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- a record is one up to its day only
  for (int i = 1; i < static_cast<int>(price.size()); ++i)
    if (price[i] < best) {
      best = price[i];
      records++;
    }
  return records;
}

// Ledgers.

struct Transfer {
  int from, to;
  Cents amount;
};

void post(const std::vector<Transfer> &transfers, std::vector<Cents> &balance) {
  // truth: parallel -- atomic updates
  for (const Transfer &t : transfers) {
    balance[t.from] -= t.amount;
    balance[t.to] += t.amount;
  }
}

int postCovered(const std::vector<Transfer> &transfers, std::vector<Cents> &balance) {
  int rejected = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- from
  for (const Transfer &t : transfers) {
    if (balance[t.from] < t.amount) {
      ++rejected;
      continue;
    }
    balance[t.from] -= t.amount;
    balance[t.to] += t.amount;
  }
  return rejected;
}

void clearDebts(Cents *balance, std::size_t n, Cents *cleared) {
  // truth: parallel -- reduction of *cleared; run-time check that it is not in balance[0..n)
  for (std::size_t i = 0; i < n; ++i)
    if (balance[i] < 0) {
      *cleared -= balance[i];
      balance[i] = 0;
    }
}

Cents fees(const std::vector<Cents> &amounts) {
  Cents total = 0;
  // truth: parallel -- reduction(+ : total): each fee is rounded before it is added
  for (Cents a : amounts)
    total += static_cast<Cents>(0.015 * static_cast<double>(a));
  return total;
}

Cents feesRoundedOnTheWay(const std::vector<Cents> &amounts) {
  Cents total = 0;
  // truth: serial not-a-reduction|floating-point-decision|carried-flow-dependence -- rounded sums
  for (Cents a : amounts)
    total += 0.015 * static_cast<double>(a);
  return total;
}

Cents split(const std::vector<int> &weights, int sum, Cents amount, std::vector<Cents> &share) {
  Cents rest = amount;
  // truth: parallel -- reduction(- : rest)
  for (std::size_t i = 0; i < weights.size(); ++i) {
    share[i] = amount * weights[i] / sum;
    rest -= share[i];
  }
  return rest;
}

void splitExactly(const std::vector<int> &weights, int sum, Cents amount,
                  std::vector<Cents> &share) {
  Cents carry = 0;
  // truth: serial carried-flow-dependence -- the remainder of a share goes into the next one
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Cents due = amount * weights[i] + carry;
    share[i] = due / sum;
    carry = due % sum;
  }
}

// Numbering, checking, converting.

struct Trade {
  Cents id;
  int quantity;
};

static Cents nextId = 1000;

void numberAll(std::vector<Trade> &trades) {
  // truth: parallel -- nextId is an induction variable
  for (Trade &t : trades)
    t.id = nextId++;
}

void numberFilled(std::vector<Trade> &trades) {
  // truth: serial carried-flow-dependence -- an id depends on how many were filled before
  for (Trade &t : trades)
    if (t.quantity > 0)
      t.id = nextId++;
}

int countEmpty(const std::vector<Trade> &trades) {
  int empty = 0;
  // truth: parallel -- reduction(+ : empty)
  for (const Trade &t : trades)
    empty += t.quantity == 0;
  return empty;
}

void requireFilled(std::vector<Trade> &trades) {
  // truth: serial may-throw|early-exit -- the trades after an empty one stay as they are
  for (Trade &t : trades) {
    if (t.quantity == 0)
      throw std::domain_error("empty trade");
    t.quantity = -t.quantity;
  }
}

void convert(const std::vector<double> &amount, const std::vector<int> &currency,
             const std::vector<double> &rate, std::vector<double> &out) {
  // truth: parallel -- run-time check &out != &rate
  for (std::size_t i = 0; i < amount.size(); ++i)
    out[i] = amount[i] * rate[currency[i]];
}

// Schedules.

void depreciate(std::vector<Cents> &book, Cents value, Cents yearly) {
  // truth: parallel -- value is an induction variable
  for (std::size_t year = 0; year < book.size(); ++year) {
    book[year] = value;
    value -= yearly;
  }
}

void amortize(std::vector<Cents> &book, Cents value, Cents payment) {
  // truth: serial carried-flow-dependence -- interest is charged on the value of the month before
  for (std::size_t month = 0; month < book.size(); ++month) {
    book[month] = value;
    value -= payment - value / 400;
  }
}

int couponDates(int start, int end, int period, std::vector<int> &dates) {
  int k = 0;
  // truth: parallel -- a for over k; start + k * period
  while (start <= end) {
    dates[k++] = start;
    start += period;
  }
  return k;
}

int businessDates(int start, int end, int period, std::vector<int> &dates) {
  int k = 0;
  // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- weekend shift
  while (start <= end) {
    dates[k++] = start;
    start += period;
    start += start % 7 == 5 ? 2 : start % 7 == 6 ? 1 : 0;
  }
  return k;
}

double presentValue(const std::vector<double> &cash, double rate) {
  double value = 0.0;
  // truth: parallel -- reduction(+ : value)
  for (std::size_t year = 0; year < cash.size(); ++year)
    value += cash[year] / std::pow(1.0 + rate, static_cast<double>(year));
  return value;
}

double internalRate(const std::vector<double> &cash, double rate) {
  // truth: serial carried-flow-dependence|not-a-reduction -- Newton's iteration for rate
  for (int step = 0; step < 12; ++step) {
    const double value = presentValue(cash, rate);
    rate -= 1e-5 * value / (presentValue(cash, rate + 1e-5) - value);
  }
  return rate;
}

// Risk.

void covariance(const std::vector<std::vector<double>> &series, std::vector<double> &matrix) {
  const std::size_t n = series.size();
  // truth: parallel -- (i, j) and (j, i) are written once; run-time check matrix is not in series
  for (std::size_t i = 0; i < n; ++i)
    // truth: parallel -- run-time check that matrix is no element of series
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = 0.0;
      // truth: parallel -- reduction(+ : sum)
      for (std::size_t t = 0; t < series[i].size(); ++t)
        sum += series[i][t] * series[j][t];
      matrix[i * n + j] = sum / static_cast<double>(series[i].size());
      matrix[j * n + i] = matrix[i * n + j];
    }
}

void factorize(std::vector<double> &m, int n) {
  // truth: serial carried-flow-dependence -- column j needs the columns before
  for (int j = 0; j < n; ++j) {
    double pivot = m[j * n + j];
    // truth: parallel -- reduction(- : pivot)
    for (int k = 0; k < j; ++k)
      pivot -= m[j * n + k] * m[j * n + k];
    pivot = std::sqrt(pivot);
    m[j * n + j] = pivot;
    // truth: parallel -- row i reads its own columns before j and row j, and writes column j
    for (int i = j + 1; i < n; ++i) {
      double s = m[i * n + j];
      // truth: parallel -- reduction(- : s)
      for (int k = 0; k < j; ++k)
        s -= m[i * n + k] * m[j * n + k];
      m[i * n + j] = s / pivot;
    }
  }
}

int main() {
  auto noise = corpus::numbers<double>(3000, 1);
  std::vector<Option> book(800);
  std::vector<double> price(3000), out(3000);
  corpus::repeat(800, [&](std::size_t i) {
    book[i] = {100 + 10 * noise[i], 100.0, 1.0 + 0.5 * noise[i + 800], 0.3 + 0.1 * noise[i + 1600]};
  });
  priceBook(book, 0.02, price);
  corpus::print("priceBook", corpus::sum(price));
  impliedVolatility(book, price, out, 0.02);
  corpus::print("impliedVolatility", corpus::sum(out));
  corpus::print("binomial", binomial({1, 2, 4, 8, 16, 32, 64, 128, 256, 512}, 0.4, 0.99));
  corpus::print("simulatePaths", simulatePaths(400, 60, 100.0, 101.0));

  corpus::repeat(3000, [&](std::size_t i) {
    price[i] = 50 + 4 * noise[i] - 0.01 * static_cast<double>(i % 1700);
  });
  movingAverage(price, out, 20);
  corpus::print("movingAverage", corpus::sum(out));
  exponentialAverage(price, out, 0.1);
  corpus::print("exponentialAverage", corpus::sum(out));
  movingAverage(out, out, 10);
  corpus::print("in place", corpus::sum(out));
  corpus::print("extremes", spread(price), worstDrawdown(price), cheapestDay(price),
                recordLows(price));

  std::vector<Transfer> transfers(6000);
  std::vector<Cents> balance(100, 5000);
  corpus::repeat(6000, [&](std::size_t i) {
    const auto bits = corpus::mix(static_cast<std::uint32_t>(i));
    transfers[i] = {static_cast<int>(bits % 100), static_cast<int>(bits / 128 % 100),
                    static_cast<Cents>(bits / 16384 % 2001)};
  });
  post(transfers, balance);
  corpus::print("post", corpus::sum(balance));
  const int rejected = postCovered(transfers, balance);
  corpus::print("postCovered", rejected, corpus::sum(balance));
  Cents cleared = 0;
  post(transfers, balance);
  clearDebts(balance.data(), balance.size(), &cleared);
  corpus::print("clearDebts", cleared, corpus::sum(balance));
  balance[30] = -40;
  balance[70] = -500;
  clearDebts(balance.data(), balance.size(), &balance[50]);
  clearDebts(balance.data(), balance.size(), &balance[50]);
  corpus::print("clearDebts into one", corpus::sum(balance));
  auto amounts = corpus::integers<Cents>(5000, 3, -99999, 99999);
  corpus::print("fees", fees(amounts), feesRoundedOnTheWay(amounts));
  auto weights = corpus::integers<int>(4000, 5, 1, 90);
  std::vector<Cents> share(4000);
  const Cents rest = split(weights, 181000, 12345678, share);
  corpus::print("split", rest, corpus::sum(share));
  splitExactly(weights, 181000, 12345678, share);
  corpus::print("splitExactly", corpus::sum(share));

  std::vector<Trade> trades(5000);
  std::vector<Cents> ids(5000);
  corpus::repeat(5000, [&](std::size_t i) { trades[i] = {0, static_cast<int>(i * i % 11)}; });
  numberAll(trades);
  numberFilled(trades);
  corpus::repeat(5000, [&](std::size_t i) { ids[i] = trades[i].id; });
  corpus::print("number", nextId, countEmpty(trades), corpus::sum(ids));
  trades[0].quantity = 1;
  try {
    requireFilled(trades);
  } catch (const std::domain_error &) {
    corpus::print("requireFilled", trades[0].quantity, trades[10].quantity, trades[12].quantity);
  }

  auto currency = corpus::integers<int>(3000, 7, 0, 9);
  auto rate = corpus::numbers<double>(3000, 9);
  convert(price, currency, rate, out);
  corpus::print("convert", corpus::sum(out));
  convert(price, currency, rate, rate);
  corpus::print("convert in place", std::log(std::fabs(rate[2999])), rate[5]);

  std::vector<Cents> values(3000);
  depreciate(values, 90000000, 12345);
  corpus::print("depreciate", corpus::sum(values));
  amortize(values, 90000000, 300000);
  corpus::print("amortize", corpus::sum(values));
  std::vector<int> dates(3000);
  const int coupons = couponDates(17, 90000, 31, dates);
  corpus::print("couponDates", coupons, corpus::sum(dates));
  const int days = businessDates(17, 90000, 31, dates);
  corpus::print("businessDates", days, corpus::sum(dates));
  std::vector<double> cash(40, 7.5);
  cash[0] = -100;
  corpus::print("presentValue", presentValue(cash, 0.05), internalRate(cash, 0.05));

  std::vector<std::vector<double>> series(50, std::vector<double>(200));
  std::vector<double> matrix(2500);
  corpus::fill(series, 11);
  covariance(series, matrix);
  corpus::print("covariance", corpus::sum(matrix));
  factorize(matrix, 50);
  corpus::print("factorize", corpus::sum(matrix));
}
