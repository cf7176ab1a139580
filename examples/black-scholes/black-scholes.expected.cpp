//===- black-scholes.cpp - prices of options ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The price of many European options, each by a formula of its own: calls of functions that the
// loop sees through, and of the mathematical library.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

struct Option {
  double spot, strike, rate, volatility, years;
  bool isCall;
};

double normalDistribution(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

double price(const Option &option) {
  double deviation = option.volatility * std::sqrt(option.years);
  double d1 = (std::log(option.spot / option.strike) +
               (option.rate + 0.5 * option.volatility * option.volatility) * option.years) /
              deviation;
  double d2 = d1 - deviation;
  double discounted = option.strike * std::exp(-option.rate * option.years);
  if (option.isCall)
    return option.spot * normalDistribution(d1) - discounted * normalDistribution(d2);
  return discounted * normalDistribution(-d2) - option.spot * normalDistribution(-d1);
}

void priceAll(const std::vector<Option> &options, std::vector<double> &prices) {
  #pragma omp parallel for if(options.size() > 200)
  for (std::size_t i = 0; i < options.size(); i++)
    prices[i] = price(options[i]);
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 8'000'000;
  std::vector<Option> options(n);
  std::vector<double> prices(n);
  #pragma omp parallel for if(n > 2000)
  for (int i = 0; i < n; i++)
    options[i] = {80.0 + i % 41, 100.0, 0.02, 0.1 + i % 7 * 0.05, 0.25 + i % 12 * 0.25, i % 2 == 0};
  priceAll(options, prices);

  double sum = 0.0, highest = 0.0;
  #pragma omp parallel for reduction(+ : sum) reduction(max : highest) if(prices.size() > 20000)
  for (double value : prices) {
    sum += value;
    if (value > highest)
      highest = value;
  }
  std::printf("mean %.9f, highest %.9f\n", sum / n, highest);
}
