//===- mergesort.cpp - merge sort with one temporary array ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Half-open ranges, sorted by insertion below 33 elements; both halves use their own part of tmp.
// Usage: mergesort [COUNT].
//
//===----------------------------------------------------------------------===//

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

void merge(int *a, int *tmp, int lo, int mid, int hi) {
  int i = lo, j = mid, k = lo;
  while (i < mid && j < hi)
    tmp[k++] = a[j] < a[i] ? a[j++] : a[i++];
  while (i < mid)
    tmp[k++] = a[i++];
  while (j < hi)
    tmp[k++] = a[j++];
  for (k = lo; k < hi; ++k)
    a[k] = tmp[k];
}

void insertionSort(int *a, int lo, int hi) {
  for (int i = lo + 1; i < hi; ++i) {
    int key = a[i], j = i;
    for (; j > lo && key < a[j - 1]; --j)
      a[j] = a[j - 1];
    a[j] = key;
  }
}

void mergeSort(int *a, int *tmp, int lo, int hi) {
  if (hi - lo <= 32) {
    insertionSort(a, lo, hi);
    return;
  }
  int mid = lo + (hi - lo) / 2;
  mergeSort(a, tmp, lo, mid);
  mergeSort(a, tmp, mid, hi);
  merge(a, tmp, lo, mid, hi);
}

unsigned mix(unsigned x) {
  x = (x ^ (x >> 16)) * 0x45d9f3bu;
  x = (x ^ (x >> 16)) * 0x45d9f3bu;
  return x ^ (x >> 16);
}

unsigned long checksum(const std::vector<int> &values) {
  unsigned long sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    sum = sum * 31 + static_cast<unsigned long>(values[i]);
  return sum;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 10000000;
  std::vector<int> a(n), tmp(n);
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<int>(mix(static_cast<unsigned>(i)) >> 1);
  mergeSort(a.data(), tmp.data(), 0, n);
  bool sorted = std::is_sorted(a.begin(), a.end());
  std::printf("mergesort: %lu %s\n", checksum(a), sorted ? "sorted" : "WRONG");
}
