int count(const int *a, int n) {
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      return i;
  return n;
}

int digits(int n) {
  int forward = 0;
  // The word in the line above is not the keyword.

  while (n > 0)
    n /= 10, forward++;
  return forward;
}
